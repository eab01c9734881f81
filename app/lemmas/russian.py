"""Russian inflection by pymorphy3, with what its dictionary lacks: surnames of people in today's news."""

import re
import threading
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from app.lemmas.spelling import folded

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

# How likely a guess at a word the dictionary lacks must be (0 to 1): below are readings as odd verbs.
_LEAST_SCORE = 0.05
_NAMES = frozenset({"Surn", "Name", "Patr", "Geox", "Orgn"})
_NOMINAL = frozenset({"NOUN", "ADJF"})

# A surname in -ов, -ев, -ин, -ын in any case and gender (Грамматика-80, § 1268): the dictionary takes
# `Токаев` for the genitive plural of a wine and nothing else.
_SURNAME = re.compile(r"(\w+(?:[ое]в|[иы]н))(?:а|у|ым|ом|е|ой|ою|ы|ых|ыми)?")
_SURNAME_ENDINGS = ("", "а", "у", "ым", "ом", "е", "ой", "ою", "ы", "ых", "ыми")

_loading = threading.Lock()


def load() -> None:
    """Read the dictionary (about 0.2 s), unless it was read before."""
    with _loading:
        _analyzer()


def loaded() -> bool:
    """Tell whether the dictionary was read."""
    return _analyzer.cache_info().currsize > 0


@lru_cache(maxsize=4096)
def forms(word: str) -> frozenset[str]:
    """Return every form of `word`, folded, the word itself among them; its capital tells a name."""
    found = {folded(word)}
    parsed = readings(word)
    for reading in parsed:
        found.update(folded(form.word) for form in reading.lexeme)
    surname = _SURNAME.fullmatch(folded(word)) if word[:1].isupper() else None
    if surname is not None and not any("Surn" in reading.tag for reading in parsed):
        found.update(surname[1] + ending for ending in _SURNAME_ENDINGS)
    return frozenset(found)


@lru_cache(maxsize=4096)
def lemma(word: str) -> str:
    """Return the likeliest dictionary form, folded; that of a name where a capital says it is one."""
    parsed = readings(word)
    if not parsed:
        return folded(word)
    if word[:1].isupper():
        parsed = tuple(sorted(parsed, key=lambda reading: not _is_name(reading)))  # stable: likeliest first
        surname = _SURNAME.fullmatch(folded(word))
        if surname is not None and not _is_name(parsed[0]):
            return surname[1]
    return folded(parsed[0].normal_form)


@lru_cache(maxsize=4096)
def readings(word: str) -> "tuple[Parse, ...]":
    """What the word may be, likeliest first: all that the dictionary says, and good guesses at the rest."""
    load()
    capital = word[:1].isupper()
    parsed = _analyzer().parse(folded(word) if "ё" not in word.casefold() else word.casefold())
    known = [reading for reading in parsed if reading.is_known]
    if known:
        kept = [
            *known,
            *(reading for reading in parsed if capital and not reading.is_known and _is_name(reading)),
        ]
    else:
        kept = [reading for reading in parsed if reading.score >= _LEAST_SCORE]
        if capital:
            kept = [reading for reading in kept if reading.tag.POS in _NOMINAL]
    # Several men called Ахмет are hardly ever what `Ахметов` means.
    singular = [r for r in kept if not ("Name" in r.tag and "plur" in r.tag)]
    return tuple(singular or kept)


def _is_name(reading: "Parse") -> bool:
    return any(kind in reading.tag for kind in _NAMES)


@cache
def _analyzer() -> "MorphAnalyzer":
    from pymorphy3 import MorphAnalyzer  # 0.2 s, which only searches by word form need

    return MorphAnalyzer(lang="ru")
