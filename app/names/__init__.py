"""Tells whether two names are one: across Russian and Kazakh cases, Cyrillic and Latin, long and short forms.

A word in Cyrillic may stand in a case: it is read as every base form it could have (`Ахметову` is `Ахметов`
or `Ахметова`). Words in Latin letters have one base form. All are folded into one rough Latin spelling, in
which `Қасым-Жомарт`, `Касым-Жомарт` and `Kassym-Jomart` do not differ.
"""

import re

from app.names.folding import fold
from app.names.likeness import Likeness, same_name
from app.names.parse import parse
from app.names.word_lists import PRONOUNS

__all__ = [
    "Likeness",
    "asked_keys",
    "block_keys",
    "fold",
    "folded_words",
    "is_pronoun",
    "is_proper",
    "name_key",
    "same_name",
]

# Letters of a block key: case endings and fleeting vowels come later in nearly every word.
_BLOCK = 3
_WORD = re.compile(r"[a-z0-9]+")


def name_key(text: str) -> str:
    """The name as it stands, folded: equal for one form of it in any script, case of letters and quotes."""
    return " ".join(word.folded for word in parse(text).words)


def block_keys(text: str) -> set[str]:
    """One short key for each word of a name as it stands, by which it is looked up: see `asked_keys`."""
    return {word[:_BLOCK] for word in _WORD.findall(fold(text).replace("-", "")) if len(word) > 1}


def asked_keys(text: str) -> list[set[str]]:
    """For each word of a name (initials aside) the keys that the same word has in another case or script.

    Names that are alike meet in as many words as the shorter of them has, misspelt ones perhaps in fewer.
    """
    words = [word for word in parse(text).words if not word.initial]
    return [{reading[:_BLOCK] for reading in word.readings} for word in words]


def folded_words(text: str) -> list[str]:
    """The words of the text, folded: what is searched as one types."""
    return _WORD.findall(fold(text))


def is_pronoun(text: str) -> bool:
    """Tell a pronoun (`он`, `ол`, `she`) from what names somebody."""
    return text.strip().lower() in PRONOUNS


def is_proper(text: str) -> bool:
    """Tell a name from a noun phrase (`министр`, `жергілікті тұрғындар`): it has a capital in it."""
    return any(character.isupper() for character in text)
