"""How far the name of a Russian organisation goes on behind its head noun."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from app.suggesters.names.stretches import heads, is_body, name, run
from app.suggesters.names.tables import words
from app.suggesters.names.tokens import Form, Token

_MOST_PHRASES = 4
# Letters that a head noun has in all cases; what begins otherwise need not be looked up.
_SURE_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Reach:
    """How far something goes to the right, and what was met there."""

    end: int
    named: bool = False
    """A name: quoted, Latin, capitalised."""
    placed: bool = False
    """A land or a town."""


def right(line: Sequence[Token], at: int, head: str) -> Reach:
    """Return how far the name goes on behind the head at `at`."""
    end, named, placed = at + 1, False, False
    firm = at + 1  # up to here it ends in a name or a place
    capital_head = line[at].is_capital
    for _ in range(_MOST_PHRASES):
        if end < len(line) and is_body(line[end]):
            end = firm = end + 1
            named = True
            continue
        behind = end if _is_described(line, end) else name(line, end, head if end == at + 1 else "")
        if behind > end:
            end = firm = behind
            named = True
            break
        if end < len(line) and line[end].tag == "LOC" and line[end].is_capital:
            end = firm = run(line, end, "LOC")
            placed = True
            continue
        phrase = _person(line, end, head) or _genitive(line, end, head) or _prepositional(line, end, head)
        if phrase is None:
            break
        end = phrase.end
        if phrase.named or phrase.placed or (head in heads("fields") and firm == at + 1):
            firm = end
            named, placed = named or phrase.named, placed or phrase.placed
    if not capital_head and not (at and line[at - 1].is_capital):
        end = firm
    return Reach(end, named, placed)


def _is_described(line: Sequence[Token], at: int) -> bool:
    """Tell whether an adjective in the genitive with its noun begins here: "Национального фронта"."""
    if at + 1 >= len(line) or not line[at].is_word or not line[at + 1].is_word or line[at].is_latin:
        return False
    forms = {(form.case, form.number) for form in line[at + 1].word.nouns if form.case == "gent"}
    return agrees(line[at], forms)


def _genitive(line: Sequence[Token], at: int, head: str) -> Reach | None:
    """Return the reach of adjectives and a noun in the genitive that begin at `at`."""
    joined = at < len(line) and line[at].text == "и"
    if joined and (at + 1 >= len(line) or line[at + 1].is_capital or not line[at - 1].text.islower()):
        return None
    reach = _in_case(line, at + joined, ("gent",))
    if reach is None:
        return None
    noun = line[reach.end - 1]
    if noun.tag == "PER":
        return None
    if joined and noun.is_capital:
        return None
    if not noun.is_capital and (
        noun.word.lemma in words("russian", "words", "stops") or (joined and head_of(noun))
    ):
        return None
    lands = noun.text == "страны" and head not in heads("over")
    return Reach(reach.end, reach.named, reach.placed or lands)


def _in_case(line: Sequence[Token], at: int, cases: tuple[str, ...]) -> Reach | None:
    """Return the reach of adjectives and their noun, all in one of the cases."""
    end = at
    numbers: set[Form] = set()
    while end < len(line) and end < at + 4 and line[end].is_word:
        token = line[end]
        word = token.word
        nouns = {form for form in word.nouns if form.case in cases}
        adjectives = {form for form in word.adjectives if form.case in cases}
        if adjectives and (
            not nouns or (end + 1 < len(line) and line[end + 1].is_word and _noun_next(line, end + 1, cases))
        ):
            numbers = adjectives
            end += 1
            continue
        if not nouns:
            return None
        if numbers and not {form.number for form in numbers} & {form.number for form in nouns}:
            return None
        end += 1
        place = any(each.tag == "LOC" for each in line[at:end])
        return Reach(end, not place and any(each.is_capital for each in line[at:end]), place)
    return None


def _noun_next(line: Sequence[Token], at: int, cases: tuple[str, ...]) -> bool:
    return any(form.case in cases for form in line[at].word.nouns)


def _person(line: Sequence[Token], at: int, head: str) -> Reach | None:
    """Return the reach of whom the head is named after, or whose it is: "им. Йозефа Бойса", "Обамы"."""
    if at >= len(line):
        return None
    begin = at
    if line[at].text in {"имени", "им"}:
        begin += 2 if line[at].text == "им" and at + 1 < len(line) and line[at + 1].text == "." else 1
    elif head not in heads("persons"):
        return None
    elif line[at].word.lemma in words("russian", "words", "posts"):
        begin += 1
    if begin >= len(line) or not line[begin].is_capital:
        return None
    if line[begin].tag != "PER" and (begin == at or line[begin].tag):
        return None
    if begin == at and not any(form.case == "gent" for form in line[at].word.nouns):
        return None
    return Reach(run(line, begin, line[begin].tag), named=True)


def _prepositional(line: Sequence[Token], at: int, head: str) -> Reach | None:
    """Return the reach of "по делам", "при прокуратуре", "в Токио", "в защиту леса" where the head has it."""
    if at + 1 >= len(line):
        return None
    preposition = line[at].text.lower()
    if preposition == "по" and head in heads("about"):
        reach = _coordinated(line, at + 1, ("datv",))
        return reach and Reach(reach.end, reach.named, reach.placed or line[at - 1].is_capital)
    if preposition == "при" and (head in heads("state") or head in heads("about")):
        return _in_case(line, at + 1, ("loct",))
    if preposition in {"в", "во", "на"} and head in heads("placed") and line[at + 1].tag == "LOC":
        return Reach(run(line, at + 1, "LOC"), False, True)
    if head in heads("cause"):
        if preposition == "против":
            return _coordinated(line, at + 1, ("gent",))
        if preposition == "за":
            return _coordinated(line, at + 1, ("accs",))
        if preposition == "в" and line[at + 1].text == "защиту":
            return _coordinated(line, at + 2, ("gent",))
    return None


def _coordinated(line: Sequence[Token], at: int, cases: tuple[str, ...]) -> Reach | None:
    reach = _in_case(line, at, cases)
    if reach is not None and reach.end + 1 < len(line) and line[reach.end].text == "и":
        second = _in_case(line, reach.end + 1, cases)
        if second is not None and not line[second.end - 1].is_capital:
            return Reach(second.end, reach.named, reach.placed)
    return reach


def head_of(token: Token) -> str:
    """Return the lemma of a head noun that the token is a form of; empty where it is none."""
    if token.tag == "PER" or token.text[:_SURE_LETTERS].lower() not in _beginnings():
        return ""
    word = token.word
    if not word.nouns:
        return ""
    every = _heads()
    if word.lemma in every:
        return word.lemma
    return next((lemma for lemma in sorted(word.lemmas) if lemma in every), "")


@cache
def _heads() -> frozenset[str]:
    return heads("state") | heads("named") | heads("alone") | heads("over")


def agrees(token: Token, forms: set[tuple[str, str]]) -> bool:
    """Tell whether the token is an adjective in one of the forms (case, number)."""
    return any((form.case, form.number) in forms for form in token.word.adjectives)


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(head[:_SURE_LETTERS] for head in _heads())
