"""Where an article has what was searched for, for the rows of the library in sight."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import orjson

from app.anchor import Span
from app.project import Snippet
from storage.connection import Connection
from storage.folding import UNSEEN, fold
from storage.search import Term, split, terms

# Code points: two lines of a library row, and how much of it may stand before the first word found.
_LENGTH = 120
_BEFORE = 40

_WORD = re.compile(rf"[\w{UNSEEN}]+")
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class _Hit:
    """A place where a term stands."""

    term: int
    start: int
    end: int


def snippets(connection: Connection, article_ids: Sequence[int], words: str) -> dict[int, Snippet]:
    """For each article with `words` in its text, the first place that has most of them.

    The title, where the text begins with it, is shown only if no other place has as many: the row of the
    library has it already.
    """
    wanted = terms(words)
    if not wanted:
        return {}
    found: dict[int, Snippet] = {}
    for article_id, title, text in connection.rows(
        "SELECT articles.id, title, body FROM json_each (?) JOIN articles ON articles.id = value"
        " JOIN texts ON sha256 = text_sha256",
        (orjson.dumps(list(article_ids)).decode(),),
    ):
        first_line = text.partition("\n")[0]
        passed_over = len(first_line) if fold(first_line) == fold(title) else 0
        place = _best_place(_hits(text, wanted), len(wanted), passed_over) or _best_place(
            # A phrase can begin in one line and end in the next.
            _hits_in(text, 0, wanted),
            len(wanted),
            passed_over,
        )
        if place is not None:
            found[article_id] = _snippet(text, place, wanted)
    return found


# ----------------------------------------------------------------------------------------------- finding


def _hits(text: str, wanted: Sequence[Term]) -> Iterator[_Hit]:
    """Every place of a term, in text order. Only lines that may have one are taken apart into words."""
    place = 0
    for line in text.split("\n"):
        folded = fold(line)
        if any(term.words[0] in folded for term in wanted):
            yield from _hits_in(line, place, wanted)
        place += len(line) + 1


def _hits_in(line: str, place: int, wanted: Sequence[Term]) -> Iterator[_Hit]:
    spans: list[tuple[int, int]] = []
    words: list[str] = []
    for match in _WORD.finditer(line):
        for word in split(match[0]):  # mostly one; "a_b" are two
            spans.append(match.span())
            words.append(word)
    for index in range(len(words)):
        for number, term in enumerate(wanted):
            if term.stands_at(words, index):
                end = spans[index + len(term.words) - 1][1]
                yield _Hit(number, place + spans[index][0], place + end)


def _best_place(hits: Iterable[_Hit], terms_asked: int, passed_over: int) -> Span | None:
    """The first stretch of at most `_LENGTH` that has most of the terms; None if there are no hits.

    Of stretches with as many, one that begins after the first `passed_over` code points is preferred.
    """
    best: Span | None = None
    best_rank = (0, False)
    window: deque[_Hit] = deque()
    inside: Counter[int] = Counter()
    for hit in hits:
        window.append(hit)
        inside[hit.term] += 1
        while len(window) > 1 and hit.end - window[0].start > _LENGTH:
            inside[window.popleft().term] -= 1
        rank = (sum(map(bool, inside.values())), window[0].start >= passed_over)
        if rank > best_rank:
            best, best_rank = Span(window[0].start, hit.end), rank
            if rank == (terms_asked, True):
                break
    return best


# ----------------------------------------------------------------------------------------------- showing


def _snippet(text: str, place: Span, wanted: Sequence[Term]) -> Snippet:
    stretch = _stretch(text, place)
    shown = " ".join(text[stretch.start : stretch.end].split())
    if stretch.start and text[stretch.start - 1] != "\n":
        shown = f"…{shown}"
    if text[stretch.end : stretch.end + 1].strip("\n"):
        shown = f"{shown}…"
    return Snippet(shown, tuple(_merged(_hits(shown, wanted))))


def _stretch(text: str, place: Span) -> Span:
    """About `_LENGTH` code points around the place, from a word's beginning to a word's end.

    It begins with the paragraph rather than before it.
    """
    room = max(0, _LENGTH - (place.end - place.start))
    start = max(0, place.start - min(room, _BEFORE), text.rfind("\n", 0, place.start) + 1)
    end = min(len(text), max(place.end, start + _LENGTH))
    if start and not text[start - 1].isspace() and (space := _SPACE.search(text, start, place.start)):
        start = space.end()
    if end < len(text) and not text[end].isspace():
        spaces = [space.start() for space in _SPACE.finditer(text, place.end, end)]
        end = spaces[-1] if spaces else end
    return Span(start, end)


def _merged(hits: Iterable[_Hit]) -> Iterator[Span]:
    """The places of the hits, those that overlap as one."""
    last: Span | None = None
    for hit in hits:
        span = Span(hit.start, hit.end)
        if last is not None and last.overlaps(span):
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
