"""What people are, beside their names in Russian: "министр Иван Петров", "Петров, глава комитета"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.suggesters.names.tables import words
from app.suggesters.names.tokens import CLOSING, OPENING, Token

# Words from the beginning of a title to its end.
_LONGEST = 14
_INSIDE = frozenset({"по", "при", "и", "в", "на", "имени", "им", ".", "-"})


class Found(NamedTuple):
    """A title in the tokens of a line, end exclusive, and where it stands to the name."""

    start: int
    end: int
    score: float
    rule: str


def find(line: Sequence[Token], people: Sequence[tuple[int, int]]) -> list[Found]:
    """Return the titles beside people, who are given by their tokens (start, end); sorted by start."""
    found: list[Found] = []
    for start, end in people:
        for title in (*_before(line, start), *_after(line, end)):
            if all(title.end <= other.start or other.end <= title.start for other in found):
                found.append(title)
    return sorted(found)


def cases(line: Sequence[Token], start: int, end: int) -> set[str]:
    """Return the cases that the title `line[start:end]` may stand in, and with it the name behind it."""
    head = next((token for token in line[start:end] if _is_head(token)), None)
    return {form.case for form in head.word.nouns} if head else set()


def _before(line: Sequence[Token], end: int) -> Iterator[Found]:
    """The title that ends where a name begins: from its first head, with the adjectives of that."""
    start, head = end, -1
    while start > 0 and end - start < _LONGEST and _may_be_inside(line, start - 1):
        start -= 1
        if _is_head(line[start]) and not (head >= 0 and _nominative_breaks(line, start, head)):
            head = start
    if head < 0 or line[end - 1].text in _INSIDE:
        return
    if any(token.tag == "PER" for token in line[head:end]):
        return
    yield Found(_with_adjectives(line, head), end, 0.8, "title before a name")


def _nominative_breaks(line: Sequence[Token], start: int, head: int) -> bool:
    """Tell whether the later head does not depend on the earlier: "директору сообщил", "депутат и глава"."""
    between = {token.text for token in line[start + 1 : head]}
    if between & {"в", "на"}:
        return True
    return "и" not in between and not any(form.case == "gent" for form in line[head].word.nouns)


def _after(line: Sequence[Token], start: int) -> Iterator[Found]:
    """The title that follows a name behind a comma, a dash or a bracket."""
    if start + 1 >= len(line) or line[start].text not in {",", "—", "–", "-", "("}:
        return
    head = start + 1
    while head < len(line) and head - start < 5 and not _is_head(line[head]):
        token = line[head]
        if not token.is_word or not (token.word.adjectives or token.text in {"и", "о"}):
            return
        head += 1
    if head >= len(line) or not _is_head(line[head]) or line[head].tag == "PER":
        return
    end = head + 1
    while end < len(line) and end - start <= _LONGEST and _may_be_inside(line, end):
        if line[end].tag == "PER" or not _goes_on(line, end):
            break
        end += 1
    while line[end - 1].text in _INSIDE:
        end -= 1
    yield Found(start + 1, end, 0.75, "title after a name")


def _goes_on(line: Sequence[Token], at: int) -> bool:
    """Tell whether the token may depend on a title: a genitive, a place, what a preposition governs."""
    token = line[at]
    if not token.is_word or token.text in _INSIDE or token.is_latin or token.tag in {"LOC", "ORG"}:
        return True
    cases = {form.case for form in (*token.word.nouns, *token.word.adjectives)}
    if cases & {"gent"} or not token.word.known:
        return True
    before = " ".join(each.text for each in line[max(0, at - 4) : at])
    return bool(cases & {"datv", "loct"}) and any(
        f" {word} " in f" {before} " for word in ("по", "при", "в", "на")
    )


def _may_be_inside(line: Sequence[Token], at: int) -> bool:
    """Tell whether the token may be a part of a title: a noun, an adjective, a name in quotes."""
    token = line[at]
    if not token.is_word:
        return token.text in OPENING or token.text in CLOSING or token.text == "-"
    if token.text in _INSIDE or token.is_latin:
        return True
    return token.tag != "PER" and (bool(token.word.nouns or token.word.adjectives) or token.is_capital)


def _is_head(token: Token) -> bool:
    if not token.is_word or token.is_latin or token.tag == "PER" or not token.word.nouns:
        return False
    heads = words("russian", "positions", "heads")
    lemma = token.word.lemma
    return lemma in heads or ("-" in lemma and lemma.rpartition("-")[2] in heads)


def _with_adjectives(line: Sequence[Token], head: int) -> int:
    """Return where the adjectives that agree with the head begin."""
    forms = {(form.case, form.number) for form in line[head].word.nouns}
    start = head
    while start > 0 and line[start - 1].is_word:
        token = line[start - 1]
        if not any((form.case, form.number) in forms for form in token.word.adjectives):
            break
        start -= 1
    return start
