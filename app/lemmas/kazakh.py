"""A Kazakh word without its endings, roughly: a handful of suffix rules, not a dictionary.

From the end, case, possession and plural may be taken off, each at most once. Which endings a word really
has takes a dictionary to tell (`Қазақстан` is no ablative), so every possible stem is kept, and two words
count as forms of one where they share a stem. That errs to the side of too much (`теңге`, the money, and
`тең`, equal): it is for searches in which an annotator looks at every place.
"""

import re
from functools import lru_cache

from app.lemmas.spelling import folded

_BACK, _FRONT = "аоұыяёюу", "әөүіеэи"
_VOWELS = _BACK + _FRONT
# Letters that must be left, one of them a vowel: `деді` must not become `де`.
_LEAST = 3


def _endings(*rows: str) -> tuple[str, ...]:
    return tuple(ending for row in rows for ending in row.split())


# The endings as they stand behind back and front vowels, after the tables of septik, tauyeldik and koptik
# in any school grammar of Kazakh.
_CASE = _endings(
    "ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті да де та те нда нде",
    "дан ден тан тен нан нен мен бен пен",
)
# Behind a possessive the accusative and the dative lose a letter: `әкімін`, `әкіміне`, `мектебіне`.
_SHORT_CASE = _endings("н на не")
_POSSESSION = _endings("ымыз іміз мыз міз ыңыз іңіз ңыз ңіз ым ім сы сі ы і")
_PLURAL = _endings("лар лер дар дер тар тер")

# A name keeps its spelling before an apostrophe or hyphen with an ending: `NUR.KZ-тің`, `Қазақстан’да`.
_SET_OFF = re.compile(r"(.+\w)['-](\w{1,5})")
_SET_OFF_ENDINGS = frozenset((*_CASE, *_PLURAL))
# Surnames of Russian make take endings of either harmony: `Ахметовтің`, `Төлебаевтың`.
_EITHER = ("ов", "ев", "ёв", "ин")


@lru_cache(maxsize=65536)
def stems(word: str) -> frozenset[str]:
    """Return what `word`, folded, may be without case, possession and number; itself among them."""
    plain = folded(word)
    if not plain:  # nothing but signs that are not seen
        return frozenset()
    set_off = _SET_OFF.fullmatch(plain)
    if set_off is not None and set_off[2] in _SET_OFF_ENDINGS:
        return frozenset({plain, set_off[1]})
    found = {plain} | _without(plain, _CASE)
    found |= {left for left in _without(plain, _SHORT_CASE) if left[-1] in "ыі"}
    for endings in (_POSSESSION, _PLURAL):
        found |= {left for word_ in found for left in _without(word_, endings)}
    return frozenset(_hardened(left) for left in found) | {plain}


def beginning(stem: str) -> str:
    """Return what every word of this stem begins with: its last consonant may be voiced (`мектебі`)."""
    return stem[:-1] if stem[-1] in "пкқ" else stem


def _without(word: str, endings: tuple[str, ...]) -> set[str]:
    """The word without each of the endings that it may have."""
    return {
        word[: -len(ending)]
        for ending in endings
        if word.endswith(ending) and _may_take(word[: -len(ending)], ending)
    }


def _may_take(left: str, ending: str) -> bool:
    if len(left) < _LEAST or not any(letter in _VOWELS for letter in left):
        return False
    return left.endswith(_EITHER) or _is_front(ending) in (None, _is_front(left))


def _is_front(part: str) -> bool | None:
    """Whether its last vowel is a front one, which the next ending follows; None where it has none."""
    last = next((letter for letter in reversed(part) if letter in _VOWELS), None)
    return None if last is None else last in _FRONT


def _hardened(left: str) -> str:
    """`мектеб` (of мектебі) as it is without an ending: мектеп."""
    return left[:-1] + {"б": "п", "г": "к", "ғ": "қ"}.get(left[-1], left[-1])
