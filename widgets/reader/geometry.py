"""Where text stands on the page: lines of a paragraph, boxes of a span, outlines that follow the lines.

Lengths are pixels; everything is relative to the paragraph's own layout, so that it stays right when
paragraphs above it grow.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTextLayout, QTextLine

from widgets.reader.typography import ASCENT_EM, DESCENT_EM


@dataclass(frozen=True, slots=True)
class Line:
    """One laid-out line: Qt positions in its block, and where it stands."""

    start: int
    end: int
    left: float
    right: float
    """Where its last visible character ends."""
    baseline: float
    next_baseline: float
    """Baseline of the line below, or where it would be."""


@dataclass(frozen=True, slots=True)
class Box:
    """The part of a span that is on one line."""

    line: Line
    left: float
    right: float


def lines_of(layout: QTextLayout, pitch: float) -> list[Line]:
    """The lines of a laid-out paragraph; `pitch` is the distance below the last one."""
    found: list[Line] = []
    following: float | None = None
    for number in range(layout.lineCount() - 1, -1, -1):
        line = layout.lineAt(number)
        baseline = line.y() + line.ascent()
        natural = line.naturalTextRect()
        start = line.textStart()
        found.append(
            Line(
                start,
                start + line.textLength(),
                natural.left(),
                natural.right(),
                baseline,
                following if following is not None else baseline + pitch,
            )
        )
        following = baseline
    found.reverse()
    return found


def boxes_of(layout: QTextLayout, lines: Sequence[Line], start: int, end: int) -> list[Box]:
    """The boxes of `start..end` (Qt positions in the block), one a line that it is on."""
    found = []
    for number in range(layout.lineForTextPosition(start).lineNumber(), len(lines)):
        line = lines[number]
        if line.start >= end:
            break
        laid = layout.lineAt(number)
        one = _x(laid, max(start, line.start))
        other = _x(laid, end) if end < line.end else line.right
        if other != one:
            found.append(Box(line, min(one, other), max(one, other)))
    return found


def _x(line: QTextLine, position: int) -> float:
    # The stub says `object`: in Python the position, an in-out argument, comes back beside the x.
    x: tuple[float, int] = line.cursorToX(position)  # type: ignore[assignment]
    return x[0]


def band(box: Box, em: float) -> QRectF:
    """The ground of the letters in the box: what a fill covers."""
    top = box.line.baseline - ASCENT_EM * em
    return QRectF(box.left, top, box.right - box.left, (ASCENT_EM + DESCENT_EM) * em)


def line_band(line: Line, em: float) -> QRectF:
    """The ground of all letters of a line."""
    return band(Box(line, line.left, line.right), em)


def outline(boxes: Sequence[Box], em: float, below: float, grow: float = 2.5) -> QPainterPath:
    """A rounded outline round the boxes that follows the lines, `below` pixels under the letters."""
    path = QPainterPath()
    rects = [_outline_rect(boxes, n, em, below, grow) for n in range(len(boxes))]
    group: list[QRectF] = []
    for rect in rects:
        if group and not _joined(group[-1], rect):
            path.addPath(rounded(_corners(group), grow + 2.5))
            group = []
        group.append(rect)
    if group:
        path.addPath(rounded(_corners(group), grow + 2.5))
    return path


def _outline_rect(boxes: Sequence[Box], number: int, em: float, below: float, grow: float) -> QRectF:
    box = boxes[number]
    top = box.line.baseline - ASCENT_EM * em - grow
    bottom = box.line.baseline + DESCENT_EM * em + below + grow
    if number + 1 < len(boxes) and boxes[number + 1].line.baseline == box.line.next_baseline:
        bottom = box.line.next_baseline - ASCENT_EM * em - grow
    return QRectF(QPointF(box.left - grow, top), QPointF(box.right + grow, bottom))


def _joined(upper: QRectF, lower: QRectF) -> bool:
    return (
        abs(upper.bottom() - lower.top()) < 0.5
        and upper.left() < lower.right()
        and lower.left() < upper.right()
    )


def _corners(rects: Sequence[QRectF]) -> list[QPointF]:
    """The corners of rectangles that stand one on the other, clockwise."""
    down = [point for r in rects for point in (r.topRight(), r.bottomRight())]
    up = [point for r in reversed(rects) for point in (r.bottomLeft(), r.topLeft())]
    return _without_repeats(down + up)


def _without_repeats(points: Sequence[QPointF]) -> list[QPointF]:
    kept: list[QPointF] = []
    for point in points:
        if kept and abs(kept[-1].x() - point.x()) + abs(kept[-1].y() - point.y()) < 0.5:
            continue
        kept.append(point)
    return kept


def rounded(corners: Sequence[QPointF], radius: float, *, closed: bool = True) -> QPainterPath:
    """A path through right-angled corners, each rounded as far as its sides allow."""
    path = QPainterPath()
    count = len(corners)
    for n, corner in enumerate(corners):
        if not closed and n in (0, count - 1):
            path.moveTo(corner) if n == 0 else path.lineTo(corner)
            continue
        before = _towards(corner, corners[n - 1], radius)
        after = _towards(corner, corners[(n + 1) % count], radius)
        if n == 0:
            path.moveTo(before)
        else:
            path.lineTo(before)
        path.quadTo(corner, after)
    if closed:
        path.closeSubpath()
    return path


def _towards(corner: QPointF, other: QPointF, radius: float) -> QPointF:
    way = other - corner
    length = abs(way.x()) + abs(way.y())
    return corner + way * (min(radius, length / 2) / length) if length else corner
