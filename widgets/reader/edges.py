"""Signs at the edges of the viewport for what a relation leads to beyond them: an arrow and a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from widgets.reader.painting import Inks

# At most so many at one edge; the last one says how many more there are.
MOST = 3
_GAP, _PAD = 4.0, 8.0
# Between a sign in the margin and the column: the line of the relation passes there.
_CLEAR = 20.0


@dataclass(frozen=True, slots=True)
class Far:
    """The other end of a relation, out of sight."""

    key: int
    """Annotation id."""
    label: str
    name: str
    above: bool


@dataclass(frozen=True, slots=True)
class EdgeSign:
    """What is painted for it, in the viewport; a click follows it."""

    key: int
    label: str
    text: str
    rect: QRectF


def edge_signs(
    far: Sequence[Far], metrics: QFontMetricsF, column: tuple[float, float], height: float
) -> list[EdgeSign]:
    """Place the signs: beside the column where the margin has room, else over its first or last lines.

    `column` is its left and right in the viewport, `height` the viewport's, in pixels.
    """
    found: list[EdgeSign] = []
    for above in (True, False):
        here = [one for one in far if one.above == above]
        shown, more = here[:MOST], len(here) - MOST
        high = metrics.height() + 4
        for number, one in enumerate(shown):
            text = f"{'↑' if above else '↓'} {one.name}"
            if more > 0 and one is shown[-1]:
                text += f" +{more}"
            width = min(metrics.horizontalAdvance(text) + 2 * _PAD, column[1] - column[0])
            left = column[0] - _CLEAR - width
            if left < _GAP:
                left = column[0]
            down = _GAP + number * (high + _GAP)
            top = down if above else height - down - high
            found.append(EdgeSign(one.key, one.label, text, QRectF(left, top, width, high)))
    return found


def paint_edge_signs(painter: QPainter, signs: Sequence[EdgeSign], inks: Inks) -> None:
    """A pill in the label's colours, with a line round it that keeps it apart from the text below."""
    metrics = QFontMetricsF(inks.pill_font)
    for sign in signs:
        ink = inks.label(sign.label)
        painter.setPen(QPen(ink.line, 1.0))
        painter.setBrush(ink.fill)
        painter.drawRoundedRect(sign.rect, sign.rect.height() / 2, sign.rect.height() / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(inks.pill_font)
        room = sign.rect.width() - 2 * _PAD + 1
        shown = metrics.elidedText(sign.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(sign.rect, Qt.AlignmentFlag.AlignCenter, shown)
