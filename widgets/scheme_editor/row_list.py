"""A list worked by keys: Ins adds, F2 renames, Del deletes, Alt+Up and Alt+Down move."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.texts import tr

_KEY = Qt.ItemDataRole.UserRole


class RowList(QWidget):
    """Rows of a key and a text; what is to be done with them goes out as a signal."""

    chosen = Signal(str)
    """Key of the current row; empty where there is none."""
    add_requested = Signal()
    rename_requested = Signal(str)
    delete_requested = Signal(str)
    move_requested = Signal(str, int)

    def __init__(self, name: str, rows: int, *, renames: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_rows = rows
        self.list = _Rows(self)
        self.list.setAccessibleName(name)
        self.list.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self._buttons = {
            "add": _button(tr("Add…"), tr("Add (Ins)"), self.add_requested.emit),
            "delete": _button(tr("Delete"), tr("Delete (Del)"), self.ask_delete),
            "up": _button("↑", tr("Move up (Alt+Up)"), lambda: self.shift(-1)),
            "down": _button("↓", tr("Move down (Alt+Down)"), lambda: self.shift(1)),
        }
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in self._buttons.values():
            buttons.addWidget(button)
        if renames:
            self._buttons["rename"] = _button(tr("Rename…"), tr("Rename (F2)"), self.ask_rename)
            buttons.insertWidget(1, self._buttons["rename"])
            self.list.itemDoubleClicked.connect(lambda _: self.ask_rename())
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.list)
        column.addLayout(buttons)
        self.setFocusProxy(self.list)
        self._enable()

    def current(self) -> str:
        """Key of the current row; empty where there is none."""
        item = self.list.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def keys(self) -> list[str]:
        """The keys of all rows."""
        return [str(self.list.item(row).data(_KEY)) for row in range(self.list.count())]

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these (key, text); the current row stays, or where it is gone the one in its place."""
        wanted, place = self.current(), self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for key, text in rows:
            item = QListWidgetItem(text)
            item.setData(_KEY, key)
            self.list.addItem(item)
        keys = [key for key, _ in rows]
        row = keys.index(wanted) if wanted in keys else min(max(0, place), len(keys) - 1)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self.list.updateGeometry()
        self._enable()
        self.chosen.emit(self.current())

    def choose(self, key: str) -> None:
        """Make the row of this key the current one."""
        self.list.setCurrentRow(self.keys().index(key))

    def shift(self, step: int) -> None:
        """Ask to move the current row."""
        if key := self.current():
            self.move_requested.emit(key, step)

    def ask_delete(self) -> None:
        """Ask to delete the current row."""
        if key := self.current():
            self.delete_requested.emit(key)

    def ask_rename(self) -> None:
        """Ask to rename the current row."""
        if (key := self.current()) and "rename" in self._buttons:
            self.rename_requested.emit(key)

    def least_rows(self) -> int:
        """How many rows there is always room for."""
        return self._least_rows

    def _enable(self) -> None:
        for name, button in self._buttons.items():
            button.setEnabled(name == "add" or bool(self.list.count()))


class _Rows(QListWidget):
    def __init__(self, owner: RowList) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setObjectName("rows")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As high as its rows, up to a dozen."""
        row = self.sizeHintForRow(0) if self.count() else self.fontMetrics().lineSpacing() + 8
        return QSize(180, row * min(12, max(self._owner.least_rows(), self.count())) + 10)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """No less high: the form scrolls."""
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """The keys of the list."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._owner.shift(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Insert:
            self._owner.add_requested.emit()
        elif key == Qt.Key.Key_Delete:
            self._owner.ask_delete()
        elif key == Qt.Key.Key_F2:
            self._owner.ask_rename()
        else:
            super().keyPressEvent(event)


def _button(text: str, tip: str, then: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setAccessibleName(tip)
    button.setToolTip(tip)
    button.clicked.connect(lambda: then())
    return button
