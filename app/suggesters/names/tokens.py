"""The words of a Russian line with what rules of names ask about them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from app.lemmas import russian

# A word with its hyphens, dots of addresses and apostrophes (`Gzt.Ru`, `О’Рейли`), or one sign.
_TOKEN = re.compile(r"\w+(?:[-‐‑’'&]\w+|\.(?=[A-Za-zру]{2,4}\b)\w+)*|[^\w\s]")

OPENING = frozenset("«„“\"'‘")
CLOSING = frozenset("»”“\"'’")


class Form(NamedTuple):
    """A case and a number that a word can stand in, e.g. ("gent", "sing"); gender is "" in the plural."""

    case: str
    number: str
    gender: str


class Word(NamedTuple):
    """What a word can be."""

    lemma: str
    nouns: frozenset[Form]
    adjectives: frozenset[Form]
    lemmas: frozenset[str]
    """Of every reading: `мид` and `миде`."""
    kinds: frozenset[str]
    """What names it may be: "Name" (given), "Patr", "Surn", "Geox" (a place), "Orgn"; empty for a word."""
    known: bool = False
    """Whether the dictionary has it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign of a text, in code points, and what natasha takes it for."""

    text: str
    start: int
    end: int
    tag: str = ""
    """"PER", "ORG", "LOC", or empty."""
    span: int = -1
    """Which of natasha's names it belongs to."""

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits."""
        return self.text[0].isalnum() or self.text[0] == "_"

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def is_latin(self) -> bool:
        """Whether it is a word that begins with a Latin letter."""
        return self.text[0].isalpha() and self.text[0].isascii()

    @property
    def word(self) -> Word:
        """What the word can be."""
        return read(self.text)


def tokens(text: str, start: int, end: int, spans: Sequence[tuple[int, int, str]]) -> list[Token]:
    """Return the tokens of `text[start:end]`; `spans` (start, end, type; sorted) give their tags."""
    found: list[Token] = []
    at = 0
    for match in _TOKEN.finditer(text, start, end):
        while at < len(spans) and spans[at][1] <= match.start():
            at += 1
        inside = at < len(spans) and spans[at][0] < match.end() and match.start() < spans[at][1]
        found.append(
            Token(
                match.group(),
                match.start(),
                match.end(),
                spans[at][2] if inside else "",
                at if inside else -1,
            )
        )
    return found


# Prepositions and conjunctions also stand in the dictionary as the names of letters and as abbreviations.
_FUNCTION = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ"})
# `главой` is hardly ever an adjective.
_LEAST_ADJECTIVE = 0.2
_KINDS = ("Name", "Patr", "Surn", "Geox", "Orgn")


@lru_cache(maxsize=16384)
def read(word: str) -> Word:
    """Return what a word can be, by the dictionary and its endings."""
    nouns: set[Form] = set()
    adjectives: set[Form] = set()
    lemmas: list[str] = []
    kinds: set[str] = set()
    adjective = 0.0
    readings = russian.readings(word)
    if readings and readings[0].tag.POS in _FUNCTION:
        return Word(russian.lemma(word), frozenset(), frozenset(), frozenset({word.lower()}), frozenset())
    for reading in readings:
        tag = reading.tag
        kinds.update(kind for kind in _KINDS if kind in tag)
        lemmas.append(str(reading.normal_form).replace("ё", "е"))
        if tag.POS == "NOUN":
            nouns.update(_forms(tag))
        elif tag.POS in {"ADJF", "PRTF"} and "Apro" not in tag:
            adjectives.update(_forms(tag))
            adjective += reading.score
    if adjective < _LEAST_ADJECTIVE:
        adjectives = set()
    known = any(reading.is_known for reading in readings)
    return Word(
        russian.lemma(word),
        frozenset(nouns),
        frozenset(adjectives),
        frozenset(lemmas),
        frozenset(kinds),
        known,
    )


_CASES = {"gen2": "gent", "loc2": "loct", "acc2": "accs"}
_ALL_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


def _forms(tag: object) -> list[Form]:
    case, number, gender = (str(getattr(tag, name) or "") for name in ("case", "number", "gender"))
    plural = number == "plur"
    cases = _ALL_CASES if "Fixd" in str(tag) else (_CASES.get(case, case),)
    return [Form(each, number, "" if plural else gender) for each in cases]
