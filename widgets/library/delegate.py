"""How a row of the library is drawn: status dot, title in up to three lines, source and date, counts.

All rows are equally high, so that the list never measures 30,000 of them; titles are broken into lines
once and kept.
"""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.annotation import Status
from app.project import Summary
from app.scheme import Label, Scheme
from widgets import theme
from widgets.library.model import SummaryRole
from widgets.library.words import byline, shown_count, title_of
from widgets.wrapped_text import wrap

# Lines of a title in a narrow and in a wide list, and the width (in average characters) between them.
NARROW_LINES, WIDE_LINES, WIDE = 3, 2, 48
# Pixels at 100 %: outside and inside a row, and from one count to the next.
_OUTSIDE, _INSIDE_X, _INSIDE_Y, _GAP = 8, 9, 7, 9
# The title and what is under it, as parts of the view's font.
_SMALL = 0.9


class ArticleDelegate(QStyledItemDelegate):
    """Draws a Summary; colours of the counts come from the scheme."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self.scheme = scheme
        self.title_lines = NARROW_LINES

    def fit(self, width: int, metrics: QFontMetrics) -> bool:
        """Choose the lines of a title for a list of `width` pixels; tell whether the rows' height changed."""
        lines = WIDE_LINES if width > WIDE * metrics.averageCharWidth() else NARROW_LINES
        changed = lines != self.title_lines
        self.title_lines = lines
        return changed

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """The same for every row: the lines of a title and one below."""
        title, small = _fonts(option.font)
        lines = self.title_lines * _leading(title) + _leading(small)
        return QSize(160, round(lines + 2 * _INSIDE_Y + 6))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row; a row whose article is gone stays blank."""
        summary = index.data(SummaryRole)
        colours = theme.current()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(option.rect).adjusted(_OUTSIDE + 0.5, 1.5, -_OUTSIDE - 0.5, -1.5)
        lines: tuple[str, ...] = ()
        if isinstance(summary, Summary):
            # All rows are equally high; the card of a shorter title is lower, so that it is evenly filled.
            lines = self._lines(card, option.font, summary)
            title, small = _fonts(option.font)
            card.setHeight(len(lines) * _leading(title) + _leading(small) + 2 * _INSIDE_Y + 3)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected if selected else colours.hover))
            painter.drawRoundedRect(card, 7, 7)
        if focused:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card, 7, 7)
        if isinstance(summary, Summary):
            self._content(painter, card, option.font, summary, lines)
        painter.restore()

    def _lines(self, card: QRectF, font: QFont, summary: Summary) -> tuple[str, ...]:
        title, _ = _fonts(font)
        return _title_lines(
            title_of(summary), title.toString(), int(_text_width(card, title)), self.title_lines
        )

    def _content(
        self, painter: QPainter, card: QRectF, font: QFont, summary: Summary, lines: Sequence[str]
    ) -> None:
        colours = theme.current()
        title_font, small_font = _fonts(font)
        leading, metrics = _leading(title_font), QFontMetricsF(title_font)
        dot = _dot(title_font)
        left, width = card.left() + _INSIDE_X, _text_width(card, title_font)
        small = QFontMetricsF(small_font)
        top = card.top() + _INSIDE_Y
        _draw_status(
            painter,
            QPointF(left + dot, top + metrics.ascent() - metrics.xHeight() / 2 + 0.5),
            dot,
            summary.status,
        )
        left += 2 * dot + 7
        painter.setFont(title_font)
        painter.setPen(QColor(colours.soft if summary.status is Status.SKIPPED else colours.ink))
        for number, line in enumerate(lines):
            painter.drawText(QPointF(left, top + number * leading + metrics.ascent()), line)
        baseline = top + len(lines) * leading + small.ascent() + 2
        painter.setFont(small_font)
        counts = self._counts(summary)
        room = width - self._counts_width(counts, summary.open_suggestions, small)
        painter.setPen(QColor(colours.soft))
        line = small.elidedText(byline(summary), Qt.TextElideMode.ElideRight, max(room, width * 0.4))
        painter.drawText(QPointF(left, baseline), line)
        self._draw_counts(
            painter, QPointF(left + small.horizontalAdvance(line), baseline), counts, summary.open_suggestions
        )

    def _counts(self, summary: Summary) -> list[tuple[Label, str]]:
        return [
            (label, shown_count(count))
            for label in self.scheme.labels
            if (count := summary.counts.get(label.id))
        ]

    def _counts_width(self, counts: list[tuple[Label, str]], ghosts: int, metrics: QFontMetricsF) -> float:
        widths = [metrics.horizontalAdvance(text) + _GAP for _, text in counts]
        return sum(widths) + (metrics.horizontalAdvance(shown_count(ghosts)) + _GAP + 12 if ghosts else 0)

    def _draw_counts(
        self, painter: QPainter, at: QPointF, counts: list[tuple[Label, str]], ghosts: int
    ) -> None:
        """Each count over its underline pattern; open suggestions in a dashed frame, as in the text."""
        metrics = QFontMetricsF(painter.font())
        x = at.x() + _GAP
        for label, text in counts:
            colour = QColor(theme.current().label(label).line)
            width = metrics.horizontalAdvance(text)
            painter.setPen(colour)
            painter.drawText(QPointF(x, at.y()), text)
            draw_pattern(painter, label.pattern, colour, x, x + width, at.y() + 3)
            x += width + _GAP
        if ghosts:
            text = shown_count(ghosts)
            width = metrics.horizontalAdvance(text)
            painter.setPen(QColor(theme.current().soft))
            painter.drawText(QPointF(x + 5, at.y()), text)
            painter.setPen(QPen(QColor(theme.current().soft), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(x, at.y() - metrics.ascent(), width + 10, metrics.ascent() + metrics.descent())
            painter.drawRoundedRect(frame, 4, 4)


def draw_pattern(
    painter: QPainter, pattern: str, colour: QColor, left: float, right: float, y: float
) -> None:
    """Draw a label's underline pattern (`solid`, `double`, `dotted`, `dashed`, `wave`) from left to right."""
    pen = QPen(colour, 1.2)
    if pattern == "dotted":
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1.2, 1.6])
    elif pattern == "dashed":
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.6, 1.6])
    painter.setPen(pen)
    if pattern == "wave":
        points = [
            QPointF(left + step, y + (1 if step % 4 else -1)) for step in range(0, int(right - left) + 2, 2)
        ]
        painter.drawPolyline(points)
        return
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    if pattern == "double":
        painter.drawLine(QPointF(left, y + 2.4), QPointF(right, y + 2.4))


def _draw_status(painter: QPainter, centre: QPointF, radius: float, status: Status) -> None:
    """A ring to do, half a disc in progress, a disc done, a dash skipped: told by shape, not only colour."""
    colours = theme.current()
    colour = QColor(
        {
            Status.TODO: colours.soft,
            Status.IN_PROGRESS: colours.accent,
            Status.DONE: colours.saved,
            Status.SKIPPED: colours.soft,
        }[status]
    )
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status is Status.SKIPPED:
        painter.drawLine(QPointF(box.left(), centre.y()), QPointF(box.right(), centre.y()))
        return
    if status is Status.DONE:
        painter.setBrush(colour)
    painter.drawEllipse(box)
    if status is Status.IN_PROGRESS:
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(box, 90 * 16, 180 * 16)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    """The title's and the small face for the view's font."""
    title, small = QFont(font), QFont(font)
    title.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return title, small


def _dot(title: QFont) -> float:
    """Radius of the status dot."""
    return max(4.0, QFontMetricsF(title).xHeight() * 0.62)


def _text_width(card: QRectF, title: QFont) -> float:
    """What the dot and the margins leave of a card."""
    return card.width() - 2 * _INSIDE_X - 2 * _dot(title) - 7


def _leading(font: QFont) -> float:
    return round(QFontMetricsF(font).height() * 1.06)


@lru_cache(maxsize=2048)
def _title_lines(title: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    return tuple(wrap(title, font, width, most))
