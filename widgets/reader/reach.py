"""What hands on keys reach: snapped selections, candidate extents, nudged bounds, places to move to. No Qt.

All offsets are code points of the canonical text.
"""

from collections.abc import Sequence
from typing import Literal

from app.anchor import Span
from app.tokens import (
    grapheme_bounds,
    is_grapheme_bound,
    line_at,
    sentences,
    word_at,
    words,
)

MoveUnit = Literal["character", "word", "sentence", "paragraph"]
NudgeUnit = Literal["character", "word"]
Edge = Literal["start", "end"]


def trim(text: str, start: int, end: int) -> Span | None:
    """Return `start..end` without white space at its ends; None if nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def snap(text: str, start: int, end: int) -> Span | None:
    """Return `start..end` grown to whole words and graphemes, and trimmed; None if it is only space."""
    trimmed = trim(text, start, end)
    if trimmed is None:
        return None
    first, last = trimmed.start, trimmed.end
    opening, closing = word_at(text, first), word_at(text, last - 1)
    if opening is not None and opening.start < first < opening.end:
        first = opening.start
    if closing is not None and closing.start < last < closing.end:
        last = closing.end
    while not is_grapheme_bound(text, last):
        last += 1
    start = grapheme_bounds(text, first)[0]
    # A mark on a space makes one character with it: then the selection begins behind both.
    return trim(text, grapheme_bounds(text, first)[1] if text[start].isspace() else start, last)


def word_near(text: str, offset: int) -> Span | None:
    """Return the word at `offset`, else the next one in the line, else the last; None in an empty line."""
    word = word_at(text, offset)
    if word is not None:
        return word
    start, end = line_at(text, offset)
    found = words(text, start, end)
    return next((w for w in found if w.start >= offset), found[-1] if found else None)


def sentence_at(text: str, offset: int) -> Span | None:
    """Return the sentence that `offset` is in, behind, or in the space before; None in an empty line."""
    start, end = line_at(text, offset)
    found = sentences(text, start, end)
    return next((s for s in found if offset <= s.end), found[-1] if found else None)


def move(text: str, offset: int, unit: MoveUnit, step: int, *, select: bool = False) -> int:
    """Return where the caret goes from `offset` by one `unit` in the direction of `step`.

    Forward it goes to where the next unit begins; when selecting, to where a unit ends, so that what is
    selected ends with it. Backward it goes to where a unit begins.
    """
    match unit:
        case "character":
            return _next_grapheme(text, offset) if step > 0 else _previous_grapheme(text, offset)
        case "paragraph":
            return _move_paragraph(text, offset, step, select)
        case _:
            return _move_token(text, offset, unit, step, select)


def nudge(text: str, span: Span, edge: Edge, unit: NudgeUnit, step: int) -> Span | None:
    """Return `span` with one edge a character or word further; None where it would vanish or leave the text.

    The edge steps over white space: a span neither begins nor ends with it.
    """
    at = span.start if edge == "start" else span.end
    moved = _edge_after(text, at, edge, unit, step)
    while 0 < moved < len(text) and text[moved if edge == "start" else moved - 1].isspace():
        moved += 1 if step > 0 else -1
    start, end = (moved, span.end) if edge == "start" else (span.start, moved)
    nudged = trim(text, start, end) if start < end else None
    return None if nudged == span else nudged


def _edge_after(text: str, at: int, edge: Edge, unit: NudgeUnit, step: int) -> int:
    if unit == "character":
        return _next_grapheme(text, at) if step > 0 else _previous_grapheme(text, at)
    start, end = line_at(text, at)
    around = words(text, max(start - 1, 0), min(end + 1, len(text)))
    bounds = sorted(
        {w.start if edge == "start" else w.end for w in around} | ({start, end} if start < end else set())
    )
    ahead = [b for b in bounds if b > at] if step > 0 else [b for b in reversed(bounds) if b < at]
    if ahead:
        return ahead[0]
    return _move_token(text, at, "word", step, edge == "end")


def _next_grapheme(text: str, offset: int) -> int:
    return grapheme_bounds(text, offset)[1]


def _previous_grapheme(text: str, offset: int) -> int:
    return grapheme_bounds(text, offset - 1)[0] if offset > 0 else 0


def _move_paragraph(text: str, offset: int, step: int, select: bool) -> int:
    start, end = line_at(text, offset)
    if step > 0:
        if select and offset < end:
            return end
        following = _skip_empty_lines(text, end + 1)
        if following is None:
            return end
        return line_at(text, following)[1] if select else following
    if offset > start:
        return start
    return line_at(text, len(text[:start].rstrip("\n")))[0]


def _skip_empty_lines(text: str, offset: int) -> int | None:
    while offset < len(text) and text[offset] == "\n":
        offset += 1
    return offset if offset < len(text) else None


def _move_token(text: str, offset: int, unit: Literal["word", "sentence"], step: int, select: bool) -> int:
    """By word or sentence: in this line, else in the nearest line that has one."""
    split = words if unit == "word" else sentences
    start, end = line_at(text, offset)
    while True:
        found = split(text, start, end)
        if step > 0:
            bounds = [token.end if select else token.start for token in found]
            ahead = next((bound for bound in bounds if bound > offset), None)
        else:
            ahead = next((token.start for token in reversed(found) if token.start < offset), None)
        if ahead is not None:
            return ahead
        if step > 0:
            if end >= len(text):
                return len(text)
            start, end = line_at(text, end + 1)
        else:
            if start == 0:
                return 0
            start, end = line_at(text, start - 1)


def joined(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in text order, those that overlap or touch made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def cut(text: str, spans: Sequence[Span], hole: Span) -> list[Span]:
    """Return what is left of the spans without `hole`, trimmed; empty if nothing is left."""
    left: list[Span] = []
    for span in spans:
        for start, end in ((span.start, min(span.end, hole.start)), (max(span.start, hole.end), span.end)):
            kept = trim(text, start, end) if start < end else None
            if kept is not None:
                left.append(kept)
    return left
