"""Which spans touch which paragraph: what painting, hit-testing and jumps ask, without a scan. No Qt."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence

Piece = tuple[int, int, int]
"""Start and end of one fragment in code points, and the key (id) it belongs to."""


class SpanIndex:
    """Spans by key, indexed by the paragraphs (lines of the text) they touch."""

    def __init__(
        self, starts: Sequence[int], spans: Mapping[int, Sequence[tuple[int, int]]] | None = None
    ) -> None:
        """`starts` are the code points where the paragraphs begin, `spans` what is there already."""
        self._starts = starts
        self._pieces: dict[int, list[Piece]] = {}
        self._spans: dict[int, Sequence[tuple[int, int]]] = {}
        self._order: list[Piece] | None = None
        for key, fragments in (spans or {}).items():
            self._add(key, fragments)

    def put(self, key: int, spans: Sequence[tuple[int, int]]) -> set[int]:
        """Set the fragments of `key` (in text order); return the paragraphs it touched or touches."""
        touched = self.drop(key)
        self._add(key, spans)
        if self._order is not None:
            insort(self._order, _place(key, spans))
        return touched | self.paragraphs(key)

    def drop(self, key: int) -> set[int]:
        """Forget `key`; return the paragraphs it touched (empty if it was not there)."""
        if key not in self._spans:
            return set()
        touched = self.paragraphs(key)
        for paragraph in touched:
            self._pieces[paragraph] = [piece for piece in self._pieces[paragraph] if piece[2] != key]
        spans = self._spans.pop(key)
        if self._order is not None:
            del self._order[bisect_left(self._order, _place(key, spans))]
        return touched

    def spans(self, key: int) -> Sequence[tuple[int, int]]:
        """The fragments of `key`; empty if it is not there."""
        return self._spans.get(key, ())

    def paragraphs(self, key: int) -> set[int]:
        """Numbers of the paragraphs that `key` touches."""
        return {n for start, end in self.spans(key) for n in self._touched(start, end)}

    def pieces(self, paragraph: int) -> list[Piece]:
        """The fragments that touch the paragraph, whole (they may begin before it and end after it)."""
        return self._pieces.get(paragraph, [])

    def at(self, offset: int) -> list[int]:
        """Keys of the spans on the character at `offset`, innermost first; else of those that end there."""
        pieces = self.pieces(self.paragraph(offset))
        on = [piece for piece in pieces if piece[0] <= offset < piece[1]]
        hit = on or [piece for piece in pieces if piece[1] == offset]
        return [key for _, _, key in sorted(hit, key=lambda piece: (piece[1] - piece[0], -piece[0]))]

    def paragraph(self, offset: int) -> int:
        """Number of the paragraph that `offset` is in."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def next(self, start: int, end: int, key: int, step: int) -> int | None:
        """The key `step` places after (or before) a span in text order, round the ends; None if none.

        The span need not be in the index: a caret is (offset, offset, 0).
        """
        order = self._ordered()
        if not order:
            return None
        here = (start, -end, key)
        at = bisect_left(order, here)
        found = at < len(order) and order[at] == here
        index = at + step if found or step < 0 else at + step - 1
        return order[index % len(order)][2]

    def _ordered(self) -> list[Piece]:
        if self._order is None:
            self._order = sorted(_place(key, spans) for key, spans in self._spans.items())
        return self._order

    def _add(self, key: int, spans: Sequence[tuple[int, int]]) -> None:
        self._spans[key] = spans
        for start, end in spans:
            for paragraph in self._touched(start, end):
                self._pieces.setdefault(paragraph, []).append((start, end, key))

    def _touched(self, start: int, end: int) -> range:
        first = self.paragraph(start)
        if first + 1 == len(self._starts) or end <= self._starts[first + 1]:
            return range(first, first + 1)
        return range(first, bisect_left(self._starts, end))


def _place(key: int, spans: Sequence[tuple[int, int]]) -> Piece:
    return spans[0][0], -spans[-1][1], key


def lanes(pieces: Iterable[Piece]) -> dict[Piece, int]:
    """Give each piece its underline lane: 0 for the innermost, which is also filled; no two overlap in one.

    Inner spans go first and outer ones go below them; spans that merely cross share no lane either.
    """
    given: dict[Piece, int] = {}
    open_pieces: list[Piece] = []
    for piece in sorted(set(pieces), key=lambda p: (-p[0], p[1], p[2])):
        over = list(_overlapping(piece, open_pieces))
        inside = [given[other] for other in over if other[1] <= piece[1]]
        lane = max(inside, default=-1) + 1
        taken = {given[other] for other in over}
        while lane in taken:
            lane += 1
        given[piece] = lane
        open_pieces.append(piece)
    return given


def _overlapping(piece: Piece, later: Sequence[Piece]) -> Iterator[Piece]:
    """Those of `later` that begin inside `piece`; the list goes from the last start to the first."""
    for other in reversed(later):
        if other[0] >= piece[1]:
            return
        yield other
