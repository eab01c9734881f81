"""The inspector's lists: a label's swatch, a text, a short fact; only what is seen is described."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.scheme import Label
from widgets import theme
from widgets.inspector.confidence import confidence_word
from widgets.long_list import Index, LongListModel
from widgets.palette.swatch import swatch

_RowRole = Qt.ItemDataRole.UserRole
# Pixels at 100 %: from the edge, per level of nesting, between parts. A swatch's side as drawn.
_EDGE, _INDENT, _GAP, _SWATCH = 14, 16, 8, 14
# A swatch beside a text, as a part of the line's height.
_SWATCH_SHARE = 0.85
# Nesting past this is not indented further: the text must keep its room.
_DEEPEST = 5
# The most of a line the short fact may take.
_FACT_SHARE = 0.5
_SMALL = 0.9
# Diameter of the disc of sureness, in pixels.
_DISC = 7.0


@dataclass(frozen=True, slots=True)
class Row:
    """What a line shows."""

    title: str
    fact: str = ""
    detail: str = ""
    """A second line, in lists of two lines."""
    label: Label | None = None
    depth: int = 0
    dim: bool = False
    bold: bool = False
    sure: float | None = None
    """How sure the annotator is: drawn as a small disc, the fuller the surer."""


class RowsModel(LongListModel):
    """Keys in order; `describe` says what a key's line shows, when it is drawn."""

    def __init__(self, describe: Callable[[Any], Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe

    def show(self, keys: Sequence[Any]) -> None:
        """Go over to `keys`; lines that stay are drawn anew."""
        self.change_to(keys)
        if keys:
            self.dataChanged.emit(self.index(0), self.index(len(keys) - 1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The Row, or the words for a tooltip or a screen reader."""
        if not index.isValid() or index.row() >= len(self.keys):
            return None
        if role == _RowRole:
            return self._describe(self.keys[index.row()])
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            row = self._describe(self.keys[index.row()])
            if role == Qt.ItemDataRole.DisplayRole:
                return row.title
            kind = row.label.name if row.label else ""
            parts = (kind, row.title, row.fact, row.detail, confidence_word(row.sure))
            return ", ".join(part for part in parts if part)
        return None


class RowsView(QListView):
    """A list of Rows. Click, Enter and the arrow keys choose."""

    chosen = Signal(object)
    """The key of the line."""

    def __init__(self, model: RowsModel, name: str, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setAccessibleName(name)
        self.setModel(model)
        self._painter = _RowsDelegate(lines)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    def select(self, key: object | None) -> None:
        """Make the key's line the current one, in sight, without saying it was chosen."""
        row = next((i for i, other in enumerate(self._rows.keys) if other == key), None)
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._rows.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses the current line; arrow keys choose as they go: the article follows the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if self.currentIndex().row() != before:
            self._choose(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the current line in sight: a card above takes the room it needs after its line was chosen."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Nothing: letters and digits are not for lists here."""

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self._rows.keys[index.row()])


class _RowsDelegate(QStyledItemDelegate):
    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        metrics, small = QFontMetricsF(option.font), QFontMetricsF(_small(option.font))
        height = metrics.height() + (small.height() + 3 if self._lines > 1 else 0)
        return QSize(120, round(height + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_RowRole)
        colours = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.hover))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.drawRoundedRect(box.adjusted(2.5, 1.5, -2.5, -1.5), 4, 4)
        if isinstance(row, Row):
            self._content(painter, box, option, row)
        painter.restore()

    def _content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, row: Row) -> None:
        colours = theme.current()
        font, small_font = QFont(option.font), _small(option.font)
        if row.bold:
            font.setWeight(QFont.Weight.DemiBold)
        font.setItalic(row.dim)
        metrics, small = QFontMetricsF(font), QFontMetricsF(small_font)
        left = box.left() + _EDGE + _INDENT * min(row.depth, _DEEPEST)
        baseline = box.top() + 6 + metrics.ascent()
        if row.label is not None:
            if row.dim:
                painter.setOpacity(0.6)
            side = round(metrics.height() * _SWATCH_SHARE)
            top = round(box.top() + 6 + (metrics.height() - side) / 2)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRect(round(left), top, side, side), label_pixmap(row.label, colours.mode))
            painter.setOpacity(1)
            left += side + _GAP
        right = box.right() - _EDGE
        if row.fact:
            room = (right - left) * _FACT_SHARE
            fact = small.elidedText(row.fact, Qt.TextElideMode.ElideRight, room)
            right -= small.horizontalAdvance(fact)
            painter.setFont(small_font)
            painter.setPen(QColor(colours.soft))
            painter.drawText(
                QRectF(right, box.top() + 6, small.horizontalAdvance(fact) + 1, metrics.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
                fact,
            )
            right -= _GAP
        if row.sure is not None:
            right = _draw_sureness(painter, QPointF(right, box.top() + 6 + metrics.height() / 2), row.sure)
        painter.setFont(font)
        painter.setPen(QColor(colours.soft if row.dim else colours.ink))
        painter.drawText(
            round(left),
            round(baseline),
            metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, right - left),
        )
        if self._lines > 1 and row.detail:
            painter.setFont(small_font)
            painter.setPen(QColor(colours.soft))
            width = box.right() - _EDGE - left
            detail = small.elidedText(row.detail, Qt.TextElideMode.ElideRight, width)
            painter.drawText(round(left), round(box.top() + 8 + metrics.height() + small.ascent()), detail)


def _draw_sureness(painter: QPainter, right: QPointF, sure: float) -> float:
    """Draw a disc filled by so much, left of this point; return where what stands left of it ends."""
    colour = QColor(theme.current().soft)
    disc = QRectF(right.x() - _DISC, right.y() - _DISC / 2, _DISC, _DISC)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    painter.setBrush(colour)
    painter.drawPie(disc, 90 * 16, -round(360 * 16 * sure))  # Qt counts sixteenths of a degree
    return disc.left() - _GAP


@lru_cache(maxsize=64)
def label_pixmap(label: Label, mode: str) -> QPixmap:
    """The label's swatch, drawn once for each mode of the theme, sharp to three times its size."""
    return swatch(label).pixmap(QSize(_SWATCH, _SWATCH), 3.0)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small
