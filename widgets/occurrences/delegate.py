"""A line of the concordance: answer, article, what stands before, the match in its column, what follows."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.scheme import Label
from widgets import theme
from widgets.long_list import Index
from widgets.occurrences.model import Row, RowRole

# The text face is a little larger than the interface's, as in the article (points).
_LARGER = 1.0
# Pixels above and below a line, between its parts, and inside the frame of the match.
_AIR, _GAP, _INSIDE = 5, 10, 4
# Where the match begins, as a part of the room for text; the room for an article's title, as a part of all.
_COLUMN, _TITLE = 0.42, 0.2
# The sign of the answer, as a part of the line's height.
_SIGN = 0.62
# The signs' strokes, as parts of their side.
_TICK = (((0.1, 0.55), (0.4, 0.85), (0.95, 0.15)),)
_CROSS = (((0.2, 0.2), (0.8, 0.8)), ((0.2, 0.8), (0.8, 0.2)))


@dataclass(frozen=True, slots=True)
class _Fonts:
    text: QFont
    match: QFont
    small: QFont
    text_metrics: QFontMetricsF
    match_metrics: QFontMetricsF
    small_metrics: QFontMetricsF


class ConcordanceDelegate(QStyledItemDelegate):
    """Draws rows; `titled` says whether they come from several articles."""

    def __init__(self) -> None:
        super().__init__()
        self.label: Label | None = None
        self.titled = False
        self._fonts_of: tuple[str, _Fonts] | None = None

    def answer_width(self, font: QFont) -> float:
        """Pixels of the column of answers, at the left."""
        return self._fonts(font).text_metrics.height() + 2 * _GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """One line."""
        return QSize(120, round(self._fonts(option.font).text_metrics.height() + 2 * _AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row = index.data(RowRole)
        if not isinstance(row, Row):
            return
        colours, fonts, box = theme.current(), self._fonts(option.font), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.hover))
        if row.heads and self.titled and index.row():
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(box.topLeft(), box.topRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.drawRoundedRect(box.adjusted(2.5, 1.5, -2.5, -1.5), 4, 4)
        left = box.left() + self.answer_width(option.font)
        self._answer(painter, QRectF(box.left(), box.top(), left - box.left(), box.height()), row)
        if self.titled:
            left = self._title(painter, box, left, row, fonts)
        self._line(painter, QRectF(left, box.top(), box.right() - _GAP - left, box.height()), row, fonts)
        painter.restore()

    def _answer(self, painter: QPainter, box: QRectF, row: Row) -> None:
        """A tick, a cross, or the outline of an answer to come."""
        colours = theme.current()
        side = (box.height() - 2 * _AIR) * _SIGN
        frame = QRectF(0, 0, side, side)
        frame.moveCenter(box.center())
        if row.answer is None:
            painter.setPen(QPen(QColor(colours.soft), 1.2))
            painter.drawEllipse(frame.adjusted(2, 2, -2, -2))
            return
        colour = QColor(colours.saved if row.answer else colours.soft)
        pen = QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        strokes = _TICK if row.answer else _CROSS
        for stroke in strokes:
            painter.drawPolyline([frame.topLeft() + QPointF(x * side, y * side) for x, y in stroke])

    def _title(self, painter: QPainter, box: QRectF, left: float, row: Row, fonts: _Fonts) -> float:
        """The article's title in its first row; return where the text begins."""
        width = (box.right() - left) * _TITLE
        if row.heads:
            painter.setFont(fonts.small)
            painter.setPen(QColor(theme.current().soft))
            shown = fonts.small_metrics.elidedText(row.occurrence.title, Qt.TextElideMode.ElideRight, width)
            painter.drawText(
                QRectF(left, box.top(), width, box.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
                shown,
            )
        return left + width + _GAP

    def _line(self, painter: QPainter, box: QRectF, row: Row, fonts: _Fonts) -> None:
        """Before, match and after: the match begins where all matches do."""
        colours, found = theme.current(), row.occurrence
        metrics = fonts.text_metrics
        baseline = box.top() + _AIR + metrics.ascent()
        column = box.left() + box.width() * _COLUMN
        room = box.right() - column - 2 * _INSIDE
        face, wide = (fonts.text, metrics) if row.answer is False else (fonts.match, fonts.match_metrics)
        match = wide.elidedText(found.match, Qt.TextElideMode.ElideMiddle, room)
        width = wide.horizontalAdvance(match)
        self._frame(
            painter, QRectF(column - _INSIDE, box.top() + 2.5, width + 2 * _INSIDE, box.height() - 5), row
        )
        ink = QColor(colours.soft if row.answer is False else colours.ink)
        painter.setPen(ink)
        painter.setFont(face)
        painter.drawText(QPointF(column, baseline), match)
        painter.setFont(fonts.text)
        left = metrics.elidedText(
            found.left.rstrip(), Qt.TextElideMode.ElideLeft, column - 2 * _INSIDE - box.left()
        )
        shift = _space(found.left[-1:], metrics)
        painter.drawText(QPointF(column - _INSIDE - shift - metrics.horizontalAdvance(left), baseline), left)
        after = column + width + _INSIDE + _space(found.right[:1], metrics)
        right = metrics.elidedText(
            found.right.lstrip(), Qt.TextElideMode.ElideRight, max(0.0, box.right() - after)
        )
        painter.drawText(QPointF(after, baseline), right)

    def _frame(self, painter: QPainter, frame: QRectF, row: Row) -> None:
        """The label's fill where it is to be marked, its outline where it may be; dashed: a suggestion."""
        if self.label is None or row.answer is False:
            return
        colours = theme.current().label(self.label)
        shape = QPainterPath()
        shape.addRoundedRect(frame, 3, 3)
        if row.answer:
            painter.fillPath(shape, QColor(colours.fill))
        suggested = row.occurrence.suggestion_id is not None
        style = Qt.PenStyle.DashLine if suggested else Qt.PenStyle.SolidLine
        line = QColor(colours.line)
        if not row.answer and not suggested:
            line.setAlphaF(0.35)
        painter.setPen(QPen(line, 1, style))
        painter.drawPath(shape)

    def _fonts(self, font: QFont) -> _Fonts:
        if self._fonts_of is None or self._fonts_of[0] != font.key():
            text, small = theme.text_font(font.pointSizeF() + _LARGER), QFont(font)
            match = QFont(text)
            match.setWeight(QFont.Weight.DemiBold)
            small.setPointSizeF(font.pointSizeF() * 0.9)
            metrics = (QFontMetricsF(face) for face in (text, match, small))
            self._fonts_of = (font.key(), _Fonts(text, match, small, *metrics))
        return self._fonts_of[1]


def _space(beside: str, metrics: QFontMetricsF) -> float:
    """Pixels between the match and what is beside it: a space, unless it touches."""
    return metrics.horizontalAdvance(" ") if beside.isspace() else 0.0
