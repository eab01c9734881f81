"""Several of many: a list to tick in, narrowed by typing; nothing ticked restricts nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from widgets import theme
from widgets.clearing import add_clear_button
from widgets.elided import ElidedLabel
from widgets.long_list import Index, LongListModel
from widgets.texts import shown_count, tr
from widgets.tick_box import draw_tick

_Role = Qt.ItemDataRole
# Pixels around the parts of a row.
_AIR, _GAP = 4, 8
# Of a list of fewer rows nothing needs to be looked for.
_SEARCHED = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be ticked."""

    value: str
    text: str
    count: int
    """How often it occurs."""


class TickList(QWidget):
    """A field to search in, the list, and how many are ticked."""

    changed = Signal()

    def __init__(self, name: str, entries: Sequence[Entry], rows: int = 7) -> None:
        """`rows` is how many are seen at once."""
        super().__init__()
        self._entries = entries
        self._model = _Entries(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(tr("Search: {name}").format(name=name))
        add_clear_button(self.field)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.field.setVisible(len(entries) >= _SEARCHED)
        self.list = _List(min(rows, max(1, len(entries))))
        self.list.setAccessibleName(name)
        self.list.setModel(self._model)
        self._delegate = _Rows(self.list)
        self.list.setItemDelegate(self._delegate)
        self._model.ticked.connect(self._on_ticked)
        self._said = ElidedLabel()
        self._said.setProperty("kind", "soft")
        self._all = QPushButton(tr("Untick all"))
        self._all.setProperty("quiet", True)
        self._all.setAutoDefault(False)
        self._all.clicked.connect(lambda: self.choose(()))
        line = QHBoxLayout()
        line.addWidget(self._said)
        line.addStretch(1)
        line.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addLayout(line)
        self.setFocusProxy(self.field if self.field.isVisibleTo(self) else self.list)
        self._narrow("")
        self._show_count()

    def chosen(self) -> tuple[str, ...]:
        """What is ticked, in the order of the list."""
        return tuple(entry.value for entry in self._entries if entry.value in self._model.values)

    def choose(self, values: Collection[str]) -> None:
        """Have exactly these ticked, as far as they are in the list."""
        before = self.chosen()
        self._model.values = {entry.value for entry in self._entries if entry.value in values}
        self.list.viewport().update()
        self._show_count()
        if self.chosen() != before:
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Down in the field goes to the list; Esc empties the field before it closes anything."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self._model.keys:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                if not self.list.currentIndex().isValid():
                    self.list.setCurrentIndex(self._model.index(0, 0))
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        self._model.reset_to([e for e in self._entries if all(word in e.text.casefold() for word in words)])

    def _on_ticked(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        ticked, all_ = len(self._model.values), shown_count(len(self._entries))
        if ticked:
            said = tr("{number} of {all} ticked").format(number=shown_count(ticked), all=all_)
        else:
            said = tr("None ticked: all {all}").format(all=all_)
        self._said.setText(said)
        self._all.setEnabled(bool(ticked))


class _Entries(LongListModel):
    """The rows as narrowed; ticks are kept by value."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.values: set[str] = set()

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Text, tick, and the entry itself for drawing."""
        if not 0 <= index.row() < len(self.keys):
            return None
        entry: Entry = self.keys[index.row()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return entry.text
            case _Role.CheckStateRole:
                return Qt.CheckState.Checked if entry.value in self.values else Qt.CheckState.Unchecked
            case _Role.UserRole:
                return entry
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: N802
        """Tick, or untick."""
        if role != _Role.CheckStateRole:
            return super().setData(index, value, role)
        self.values ^= {self.keys[index.row()].value}
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable


class _List(QListView):
    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows
        self.setObjectName("ticked")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As high as so many rows."""
        return QSize(160, self._rows * (self.fontMetrics().height() + 2 * _AIR) + 10)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Two rows."""
        return QSize(100, min(2, self._rows) * (self.fontMetrics().height() + 2 * _AIR) + 10)


class _Rows(QStyledItemDelegate):
    """A tick, the text, and at the right how often it occurs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        """One line."""
        return QSize(100, QFontMetrics(option.font).height() + 2 * _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        entry = index.data(_Role.UserRole)
        if not isinstance(entry, Entry):
            return
        colours, box, metrics = theme.current(), QRectF(option.rect), QFontMetrics(option.font)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if focused:
            painter.fillRect(box, QColor(colours.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.hover))
        side = metrics.ascent()
        tick = QRectF(box.left() + _GAP, box.center().y() - side / 2, side, side)
        ticked = index.data(_Role.CheckStateRole) == Qt.CheckState.Checked
        draw_tick(painter, tick, ticked=ticked, focused=focused)
        count = shown_count(entry.count)
        width = metrics.horizontalAdvance(count)
        rest = box.adjusted(side + 2 * _GAP, 0, -(width + 2 * _GAP), 0)
        painter.setFont(option.font)
        painter.setPen(QPen(QColor(colours.ink)))
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(
            rest, flags, metrics.elidedText(entry.text, Qt.TextElideMode.ElideMiddle, int(rest.width()))
        )
        painter.setPen(QPen(QColor(colours.soft)))
        painter.drawText(QRectF(box.right() - _GAP - width, box.top(), width, box.height()), flags, count)
        painter.restore()

    def editorEvent(  # noqa: N802 (Qt's name)
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Space and a click anywhere in the row tick it."""
        clicked = (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        )
        space = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
        )
        if not (clicked or space):
            return False
        return model.setData(index, None, _Role.CheckStateRole)
