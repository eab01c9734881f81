"""People in Russian: natasha's finds cut and completed, and names it has passed over."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.suggesters.names.stretches import opens
from app.suggesters.names.tables import words
from app.suggesters.names.tokens import Token

_MOST_WORDS = 4


class Found(NamedTuple):
    """A person in the tokens of a line, end exclusive."""

    start: int
    end: int
    score: float
    rule: str


def find(line: Sequence[Token]) -> list[Found]:
    """Return the people of one line, sorted by start."""
    found = [*_joined(line, [*_tagged(line)])]
    taken = {index for each in found for index in range(each.start, each.end)}
    found += [each for each in _by_given_name(line) if taken.isdisjoint(range(each.start, each.end))]
    return sorted(found)


def _tagged(line: Sequence[Token]) -> Iterator[Found]:
    """What natasha takes for people, cut at brackets and commas, without what is no name."""
    at = 0
    while at < len(line):
        if line[at].tag != "PER":
            at += 1
            continue
        end = at + 1
        while end < len(line) and line[end].tag == "PER" and line[end].span == line[at].span:
            end += 1
        yield from _cut(line, at, end)
        at = end


def _joined(line: Sequence[Token], found: list[Found]) -> Iterator[Found]:
    """Join what natasha has cut between the parts of one name: "Анной Сергеевной", "Ивановой"."""
    at = 0
    while at < len(found):
        one = found[at]
        if at + 1 < len(found) and found[at + 1].start == one.end and _is_one(line, one, found[at + 1]):
            yield Found(one.start, found[at + 1].end, one.score, one.rule)
            at += 2
        else:
            yield one
            at += 1


def _is_one(line: Sequence[Token], one: Found, two: Found) -> bool:
    last, first = line[one.end - 1].word, line[two.start].word
    if two.end - two.start != 1 or first.kinds & {"Name", "Patr"}:
        return False
    cases = {form.case for form in last.nouns} & {form.case for form in (*first.nouns, *first.adjectives)}
    return bool(cases) and ("Patr" in last.kinds or (one.end - one.start == 1 and "Name" in last.kinds))


def _cut(line: Sequence[Token], start: int, end: int) -> Iterator[Found]:
    """Cut where a bracket or a comma is: "Джоэл Саймон (Joel Simon)" are two names of him."""
    pieces: list[tuple[int, int]] = []
    at = start
    for index in range(start, end):
        if line[index].text in "(),;•/":
            pieces.append((at, index))
            at = index + 1
    pieces.append((at, end))
    for first, last in pieces:
        while first < last and not _may_be_name(line, first):
            first += 1
        while first + 1 < last and (_is_post(line[first]) or _is_body(line[first])):
            first += 1
        while first < last and not line[last - 1].is_word and line[last - 1].text != ".":
            last -= 1
        if first < last and not _is_denied(line, first, last):
            yield Found(first, last, 0.9, "natasha")


def _is_post(token: Token) -> bool:
    """Tell whether a word before a name is what the person is: "Режиссёру"."""
    return token.word.lemma in words("russian", "positions", "heads") and not token.word.kinds


def _is_body(token: Token) -> bool:
    """Tell whether a word before a name is surely an organisation: "лидер Аль-Каиды Усама бин Ладен"."""
    return token.word.lemma in words("russian", "media", "names")


def _may_be_name(line: Sequence[Token], at: int) -> bool:
    token = line[at]
    return token.is_word and (
        token.is_capital or token.is_latin or token.text in words("russian", "people", "particles")
    )


def _is_denied(line: Sequence[Token], start: int, end: int) -> bool:
    """Tell what is no person although natasha says so: furniture of a page, months, opening verbs."""
    denied = words("russian", "people", "denied")
    if end - start <= 2 and line[start].text.lower() in denied:
        return True
    word = line[start].word
    if end - start > 1 or word.kinds & {"Name", "Surn"}:
        return False
    return bool(word.lemmas & denied) or (word.known and not word.nouns and opens(line, start))


def _by_given_name(line: Sequence[Token]) -> Iterator[Found]:
    """A given name with a capitalised word behind it that is no other name: "Гата Камский"."""
    at = 0
    while at + 1 < len(line):
        if not (_is_given(line[at]) and _follows(line, at + 1)):
            at += 1
            continue
        end = at + 2
        while end < min(len(line), at + _MOST_WORDS) and _follows(line, end):
            end += 1
        yield Found(at, end, 0.7, "given name")
        at = end


def _is_given(token: Token) -> bool:
    return (
        token.is_word
        and token.is_capital
        and not token.tag
        and "Name" in token.word.kinds
        and len(token.text) > 2
    )


def _follows(line: Sequence[Token], at: int) -> bool:
    """Tell whether the token goes on with a name: right behind a space, a capital and small letters."""
    token = line[at]
    return (
        token.is_word
        and token.is_capital
        and not token.tag
        and token.start == line[at - 1].end + 1
        and token.text[1:].islower()
        and bool(token.word.kinds & {"Name", "Surn", "Patr"} or not token.word.lemmas)
    )
