"""Where something of a file stands in the project's article: at its offsets if its quote is there too."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from app.anchor import Fragment, Quote, Span, anchor
from app.article import canonical
from app.readers.canonical import Move
from app.readers.loaded import Piece
from app.reanchoring import Placed as Found
from app.reanchoring import find_quote, reanchor


class Spot(NamedTuple):
    """Where a piece is."""

    fragment: Fragment | None
    """None: nowhere."""
    score: float = 1.0
    certain: bool = True
    moved: bool = False
    """Whether it was not where the file says."""
    why: str = ""
    """Where there is no fragment: what is wrong, to go on "annotations"."""


OUTSIDE = "outside the text"
NOT_FOUND = "with a quote that the article does not have"
UNPROVEN = "without a text or a quote that proves their place"


class Locator:
    """The text of an article of the project, and that of the file: offsets go from one to the other."""

    def __init__(
        self, text: str, own: str | None, *, move: Move | None = None, start: int = 0, same: bool
    ) -> None:
        """Take the article's text and the file's, canonical (None: the file has none).

        `move` leads offsets of the file to `own`; `start` is where that begins in the article. `same`: what
        stands there is the file's text; without one, that the file is known to speak of this text.
        """
        self.text = text
        self._own = own
        self._move = move
        self._start = start
        self._same = same
        self._plain = same and move is None and not start
        """Whether offsets of the file are those of the article."""
        self._length = len(text) - start if own is None else len(own)
        self._aligned: dict[Span, Found] = {}

    def align(self, spans: Iterable[Span]) -> None:
        """Prepare to place these spans of a text that differs from the article's, all in one go."""
        if self._same or self._own is None:
            return
        moved = {self._moved(span) for span in spans}
        own = [span for span in moved if span is not None and span.end <= self._length]
        placed = reanchor(self._own, self.text, [anchor(self._own, span) for span in own])
        self._aligned = dict(zip(own, placed, strict=True))

    def at_its_offsets(self, piece: Piece) -> Fragment | None:
        """Return the piece where the file says, if it is there; the quick way, which most pieces go."""
        span = piece.span
        if self._plain and span is not None and span.end <= self._length:
            fragment = anchor(self.text, span)
            if piece.exact is None or fragment.quote.exact == piece.exact:
                return fragment
        return None

    def place(self, piece: Piece) -> Spot:
        """Return where the piece is."""
        fragment = self.at_its_offsets(piece)
        if fragment is not None:
            return Spot(fragment)
        span, exact = piece.span, piece.exact
        if exact is not None:
            exact = canonical(exact)
        moved = None if span is None else self._moved(span)
        if moved is not None and moved.end <= self._length and self._reads(moved, exact):
            return self._placed(moved, exact)
        if exact is None:
            return Spot(None, 0.0, certain=False, why=OUTSIDE)
        return self._sought(span, Quote(exact, canonical(piece.prefix), canonical(piece.suffix)))

    def place_value(self, value: dict[str, Any]) -> dict[str, Any] | None:
        """Return the value that is a span of the article where it is; None where that is not certain."""
        span, text = span_of(value), value["text"]
        if span is None or not isinstance(text, str):
            return None
        found = self.place(Piece(span, text))
        if found.fragment is None or not found.certain:
            return None
        fragment = found.fragment
        return {"start": fragment.start, "end": fragment.end, "text": fragment.quote.exact}

    # ------------------------------------------------------------------------------------------- helpers

    def _moved(self, span: Span) -> Span | None:
        """The span in the file's canonical text; None if nothing is left of it there."""
        if self._move is None:
            return span
        start, end = self._move(span.start), self._move(span.end)
        return Span(start, end) if start < end else None

    def _reads(self, span: Span, exact: str | None) -> bool:
        """Tell whether the file's own text has the quote there."""
        text, start = (self.text, self._start) if self._own is None else (self._own, 0)
        return exact is None or text[span.start + start : span.end + start] == exact

    def _placed(self, span: Span, exact: str | None) -> Spot:
        """The place of a span of the file's own text in the article."""
        if self._same or (self._own is None and exact is not None):
            return Spot(anchor(self.text, Span(span.start + self._start, span.end + self._start)))
        if self._own is None:
            return Spot(None, 0.0, certain=False, why=UNPROVEN)
        found = self._aligned.get(span)
        if found is None:
            (found,) = reanchor(self._own, self.text, [anchor(self._own, span)])
        return _spot(found)

    def _sought(self, span: Span | None, quote: Quote) -> Spot:
        """The place of a quote that is not at its offsets: counted in other units, or anywhere."""
        if span is None:
            return _spot(find_quote(self.text, quote, self._start))
        if self._same:
            for counted in self._units:
                start, end = counted(span.start), counted(span.end)
                if start is None or end is None or not start < end <= self._length:
                    continue
                start, end = start + self._start, end + self._start
                if self.text[start:end] == quote.exact:
                    return Spot(anchor(self.text, Span(start, end)), moved=True)
        return _spot(find_quote(self.text, quote, span.start + self._start))

    @cached_property
    def _units(self) -> Sequence[Callable[[int], int | None]]:
        """From offsets in each unit that other tools count in to code points of the canonical text."""
        text = self.text[self._start : self._start + self._length]
        return (
            lambda offset: offset,  # of a text whose line breaks the tool counted as Pressmark does
            _unit(text, lambda c: 2 if c > "\uffff" else 1),  # UTF-16
            _unit(text, lambda c: 2 if c == "\n" else 1),  # CRLF
            _unit(text, lambda c: len(c.encode("utf-8"))),
        )


def span_of(value: dict[str, Any]) -> Span | None:
    """The span of an attribute's value `{"start", "end", "text"}`; None where it is none."""
    start, end = value["start"], value["end"]
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        return None
    return Span(start, end)


def _unit(text: str, width: Callable[[str], int]) -> Callable[[int], int | None]:
    places = {offset: place for place, offset in enumerate(accumulate(map(width, text), initial=0))}
    return places.get


def _spot(found: Found) -> Spot:
    if found.fragment is None:
        return Spot(None, 0.0, certain=False, why=NOT_FOUND)
    return Spot(found.fragment, found.score, found.certain, moved=True)
