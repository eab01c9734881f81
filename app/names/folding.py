"""One rough Latin spelling for a name, in which its Cyrillic and Latin spellings do not differ."""

import re
from functools import cache, lru_cache

# What a transliteration by the letter gets wrong for our purpose: Kazakh ң is no "ng" in Russian spelling,
# and the Kazakh Latin alphabet and Turkish write ш and ч with a cedilla.
_LETTERS = {"ң": "n", "ş": "sh", "ç": "ch", "ь": "", "ъ": ""}
# Spellings of one sound in English, Kazakh Latin and transliterated Russian. `w` is ш and щ, `q` is ч, `c`
# is ц in the result; `ж` and `дж` are one, because Kazakh ж is written either way.
_SOUNDS = {
    "shch": "w", "sch": "w", "sh": "w", "tch": "q", "ch": "q", "dzh": "j", "dj": "j", "zh": "j",
    "kh": "h", "gh": "g", "ph": "f", "th": "t", "ts": "c", "tz": "c", "ck": "k", "ce": "se", "ci": "si",
    "cy": "si", "c": "k", "x": "ks", "w": "v", "q": "k", "y": "i",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
# "ye", "yo" and "e" stand for one vowel (Yerlan, Erlan; Vorobyov, Vorobyev), and so do "er" and "r" at the
# end (Alexander).
_VOWELS = re.compile(r"i+[eo]|(?<=[dtp])er\b")
APOSTROPHES = re.compile("['’ʼ‘`]")
_TWICE = re.compile(r"(\w)\1+")


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Return the text in the rough Latin spelling, in lower case; spaces and signs stay."""
    plain = text.lower().translate(_table())
    if not plain.isascii():
        from anyascii import anyascii  # here, as in `_table`: opening a project folds no name

        plain = anyascii(plain).lower()
    plain = _SOUND.sub(lambda found: _SOUNDS[found[0]], APOSTROPHES.sub("", plain))
    return _TWICE.sub(r"\1", _VOWELS.sub(lambda found: "r" if found[0] == "er" else "e", plain))


@cache
def _table() -> dict[int, str]:
    """Cyrillic letters in Latin ones; made at first use, because the library reads its tables for it."""
    from anyascii import anyascii

    letters = {chr(code): anyascii(chr(code)).lower().replace("'", "") for code in range(0x400, 0x530)}
    return str.maketrans(letters | _LETTERS)
