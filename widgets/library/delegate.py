"""How a row of the library is drawn: status dot, title in up to three lines, source and date, counts.

All rows are equally high, so that the list never measures 30,000 of them. What a row has to say stands in
the middle of it, and where the title is short its counts take a line of their own. Titles are broken into
lines once and kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.annotation import Status
from app.project import Snippet, Summary
from app.scheme import Label, Scheme
from widgets import theme
from widgets.library.model import SnippetRole, SummaryRole
from widgets.library.snippet_line import Piece, fitted
from widgets.library.words import byline, title_of
from widgets.texts import shown_count
from widgets.wrapped_text import wrap

# Lines of a title in a narrow and in a wide list, and the width (in average characters) between them.
NARROW_LINES, WIDE_LINES, WIDE = 3, 2, 48
# Pixels at 100 %: outside and inside a row, and from one count to the next.
_OUTSIDE, _INSIDE_X, _INSIDE_Y, _GAP = 8, 9, 6, 9
# The title and what is under it, as parts of the view's font.
_SMALL = 0.9


@dataclass(frozen=True, slots=True)
class _Faces:
    """The type a row is set in, measured."""

    title: QFont
    small: QFont
    found: QFont
    """The small face of what was searched for."""
    title_metrics: QFontMetricsF
    small_metrics: QFontMetricsF
    found_metrics: QFontMetricsF
    leading: int
    """Pixels from one line of a title to the next."""
    small_leading: int
    dot: float
    """Radius of the status dot."""

    @property
    def indent(self) -> float:
        """Pixels from the inside of a row to its text."""
        return 2 * self.dot + 7


@dataclass(frozen=True, slots=True)
class _Row:
    """What is drawn of a row, in lines from above."""

    title: tuple[str, ...]
    snippet: tuple[Piece, ...]
    byline: str
    counts: tuple[tuple[Label, str], ...]
    ghosts: int
    """Open suggestions."""
    counts_below: bool
    """Whether the counts have a line of their own."""

    def height(self, faces: _Faces) -> int:
        """Pixels of all lines."""
        small = 1 + bool(self.snippet) + self.counts_below
        return len(self.title) * faces.leading + small * faces.small_leading


class ArticleDelegate(QStyledItemDelegate):
    """Draws a Summary; colours of the counts come from the scheme."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self.scheme = scheme
        self.title_lines = NARROW_LINES
        self.searching = False
        """Whether every row has a line for a snippet."""

    def fit(self, width: int, metrics: QFontMetrics) -> bool:
        """Choose the lines of a title for a list of `width` pixels; tell whether the rows' height changed."""
        lines = WIDE_LINES if width > WIDE * metrics.averageCharWidth() else NARROW_LINES
        changed = lines != self.title_lines
        self.title_lines = lines
        return changed

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """The same for every row: the lines of a title, one below, and one for a snippet while searching."""
        faces = _faces(option.font.toString())
        lines = self.title_lines * faces.leading + (1 + self.searching) * faces.small_leading
        return QSize(160, lines + 2 * _INSIDE_Y + 6)

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
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected if selected else colours.hover))
            painter.drawRoundedRect(card, 7, 7)
        if focused:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card, 7, 7)
        if isinstance(summary, Summary):
            snippet = index.data(SnippetRole) if self.searching else None
            self._content(painter, card, _faces(option.font.toString()), summary, snippet)
        painter.restore()

    def _content(
        self, painter: QPainter, card: QRectF, faces: _Faces, summary: Summary, snippet: Snippet | None
    ) -> None:
        colours = theme.current()
        left = card.left() + _INSIDE_X + faces.indent
        width = card.width() - 2 * _INSIDE_X - faces.indent
        row = self._row(summary, snippet, faces, width)
        top = card.top() + max(0.0, round((card.height() - row.height(faces)) / 2))
        baseline = top + faces.title_metrics.ascent()
        middle = QPointF(left - faces.indent + faces.dot, baseline - faces.title_metrics.xHeight() / 2 + 0.5)
        _draw_status(painter, middle, faces.dot, summary.status)
        if summary.flagged:
            _draw_flag(painter, QPointF(middle.x(), middle.y() + faces.leading), faces.dot)
        painter.setFont(faces.title)
        painter.setPen(QColor(colours.soft if summary.status is Status.SKIPPED else colours.ink))
        for number, line in enumerate(row.title):
            painter.drawText(QPointF(left, baseline + number * faces.leading), line)
        baseline = top + len(row.title) * faces.leading + faces.small_metrics.ascent() + 1
        if row.snippet:
            _draw_snippet(painter, QPointF(left, baseline), row.snippet, faces)
            baseline += faces.small_leading
        painter.setFont(faces.small)
        painter.setPen(QColor(colours.soft))
        painter.drawText(QPointF(left, baseline), row.byline)
        if row.counts_below:
            counts_at = QPointF(left, baseline + faces.small_leading)
        else:
            gap = _GAP if row.byline else 0
            counts_at = QPointF(left + faces.small_metrics.horizontalAdvance(row.byline) + gap, baseline)
        _draw_counts(painter, counts_at, row.counts, row.ghosts)

    def _row(self, summary: Summary, snippet: Snippet | None, faces: _Faces, width: float) -> _Row:
        """Set what there is to say into the lines there are."""
        small = faces.small_metrics
        title = _title_lines(title_of(summary), faces.title.toString(), int(width), self.title_lines)
        counts = tuple(
            (label, shown_count(count))
            for label in self.scheme.labels
            if (count := summary.counts.get(label.id))
        )
        told = byline(summary)
        counts_width = _counts_width(counts, summary.open_suggestions, small)
        fits = small.horizontalAdvance(told) + counts_width <= width
        below = not fits and counts_width > 0 and len(title) < self.title_lines
        room = width if below else max(width - counts_width, width * 0.4)
        pieces = fitted(snippet, small, faces.found_metrics, width) if snippet else ()
        return _Row(
            title,
            tuple(pieces),
            small.elidedText(told, Qt.TextElideMode.ElideRight, room),
            counts,
            summary.open_suggestions,
            below,
        )


def _counts_width(counts: Sequence[tuple[Label, str]], ghosts: int, metrics: QFontMetricsF) -> float:
    widths = [metrics.horizontalAdvance(text) + _GAP for _, text in counts]
    return sum(widths) + (metrics.horizontalAdvance(shown_count(ghosts)) + _GAP + 12 if ghosts else 0)


def _draw_counts(painter: QPainter, at: QPointF, counts: Sequence[tuple[Label, str]], ghosts: int) -> None:
    """Each count over its underline pattern; open suggestions in a dashed frame, as in the text."""
    metrics = QFontMetricsF(painter.font())
    x = at.x()
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


def _draw_snippet(painter: QPainter, at: QPointF, pieces: Sequence[Piece], faces: _Faces) -> None:
    """The line from the text, with what was searched for bold."""
    x = at.x()
    for text, found in pieces:
        painter.setFont(faces.found if found else faces.small)
        painter.setPen(QColor(theme.current().ink if found else theme.current().soft))
        painter.drawText(QPointF(x, at.y()), text)
        x += (faces.found_metrics if found else faces.small_metrics).horizontalAdvance(text)


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


def _draw_flag(painter: QPainter, centre: QPointF, size: float) -> None:
    """A pennant on its pole."""
    colour = QColor(theme.current().warning)
    pole, top = centre.x() - size * 0.8, centre.y() - size * 1.2
    painter.setPen(QPen(colour, 1.4))
    painter.drawLine(QPointF(pole, top), QPointF(pole, centre.y() + size * 1.3))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    tip = QPointF(centre.x() + size * 1.1, top + size * 0.75)
    painter.drawPolygon(QPolygonF([QPointF(pole, top), tip, QPointF(pole, top + size * 1.5)]))


@lru_cache(maxsize=8)
def _faces(font_key: str) -> _Faces:
    """The faces for the view's font, by its description."""
    title, small = QFont(), QFont()
    for face in (title, small):
        face.fromString(font_key)
    small.setPointSizeF(title.pointSizeF() * _SMALL)
    title.setWeight(QFont.Weight.DemiBold)
    found = QFont(small)
    found.setWeight(QFont.Weight.Bold)
    metrics = QFontMetricsF(title)
    return _Faces(
        title,
        small,
        found,
        metrics,
        QFontMetricsF(small),
        QFontMetricsF(found),
        leading=round(metrics.height() * 1.06),
        small_leading=round(QFontMetricsF(small).height() * 1.06) + 1,
        dot=max(4.0, metrics.xHeight() * 0.62),
    )


@lru_cache(maxsize=2048)
def _title_lines(title: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    return tuple(wrap(title, font, width, most))
