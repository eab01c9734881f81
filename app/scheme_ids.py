"""Ids out of names: a label called "Цитата" gets the id `tsitata`, which stays when the name changes."""

import re
import unicodedata
from collections.abc import Collection

# Russian as in ISO 9:1995 system B without its apostrophes and doubled letters; Kazakh letters as those
# they are most like. An id only has to be readable and stay: nothing is ever written back from it.
# fmt: off
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ә": "a", "ғ": "g", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
}
# fmt: on
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")

# An id is read by people and stands in every line of an export.
_LONGEST = 40


def identifier(name: str, taken: Collection[str], kind: str) -> str:
    """Return an id for `name` that is none of `taken`: lower-case Latin letters, digits and underscores.

    `kind` ("label", "attribute") begins the id of a name that has no letter at its beginning ("2023", "№").
    """
    letters = unicodedata.normalize("NFKC", name).lower()
    plain = unicodedata.normalize("NFKD", "".join(_LATIN.get(letter, letter) for letter in letters))
    stem = _NOT_IN_IDS.sub("_", "".join(c for c in plain if not unicodedata.combining(c))).strip("_")
    if not stem[:1].isalpha():
        stem = f"{kind}_{stem}".rstrip("_")
    stem = stem[:_LONGEST].rstrip("_")
    found, number = stem, 2
    while found in taken:
        found, number = f"{stem}_{number}", number + 1
    return found
