"""Saved filters: the list of them, to apply, rename, move and delete; and the name of a new one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.errors import UserError
from app.saved_filters import SavedFilter, renamed, same_name
from widgets import theme
from widgets.dialogs.frame import Dialog, sentence


class NameDialog(Dialog):
    """`name()` holds after it was accepted."""

    def __init__(self, suggested: str, taken: Sequence[str], parent: QWidget | None = None) -> None:
        """`suggested` is what is in the field at first; a name of `taken` is replaced, which is said."""
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Save this search"))
        self._taken = taken
        self.field = QLineEdit(suggested)
        self.field.setAccessibleName(self.tr("Name of the saved filter"))
        self.field.setPlaceholderText(self.tr("Name"))
        self.field.setMinimumWidth(theme.enlarged(300))
        self.field.selectAll()
        self.field.textChanged.connect(self._check)
        self._said = sentence(self.tr("Words, filters and order are kept."), "soft")
        self.column.addWidget(self.field)
        self.column.addWidget(self._said)
        self._save = self.add_main(self.tr("Save"))
        self._save.clicked.connect(self.accept)
        self.add_close(self.tr("Cancel"))
        self._check()
        self.field.setFocus()

    def name(self) -> str:
        """The name given."""
        return self.field.text().strip()

    def _check(self) -> None:
        self._save.setEnabled(bool(self.name()))
        there = any(same_name(self.name(), name) for name in self._taken)
        kept = self.tr("Words, filters and order are kept.")
        self._said.setText(self.tr("Replaces the saved filter of this name.") if there else kept)


class SavedFiltersDialog(Dialog):
    """Every change is told by `changed` at once; `chosen` also closes."""

    changed = Signal(object)
    """The saved filters as they are now, a tuple."""
    chosen = Signal(int)
    """Place of the one to apply."""

    def __init__(
        self, filters: Sequence[SavedFilter], key_of: Callable[[int], str], parent: QWidget | None = None
    ) -> None:
        """`key_of` tells the key of the filter at a place, as the desktop writes it; empty: none."""
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Saved filters"))
        self._filters = tuple(filters)
        self._key_of = key_of
        self._filling = False
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Saved filters"))
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._on_edited)
        self.list.itemDoubleClicked.connect(lambda _: self._apply())
        self.list.installEventFilter(self)
        self._said = sentence("", "soft")
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._said)
        self._use = self.add_main(self.tr("Apply"))
        self._use.clicked.connect(self._apply)
        self.add_close(self.tr("Close"))
        self.resize(theme.enlarged(440), theme.enlarged(360))
        self._fill(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Del deletes, Alt+Up and Alt+Down move, Enter applies; F2 is Qt's own."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        row, key = self.list.currentRow(), event.key()
        if self.focusWidget() is not self.list:  # a name is being typed: Enter ends that, and nothing else
            return key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key == Qt.Key.Key_Delete and row >= 0:
            self._take(self._filters[:row] + self._filters[row + 1 :], row)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        ):
            self._move(row, -1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._apply()
        else:
            return False
        return True

    def _fill(self, row: int) -> None:
        self._filling = True
        self.list.clear()
        for place, kept in enumerate(self._filters):
            item = QListWidgetItem(kept.name, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(self._key_of(place))
        self.list.setCurrentRow(min(row, len(self._filters) - 1))
        self._filling = False
        self._use.setEnabled(bool(self._filters))
        self._show_hint("")

    def _show_hint(self, trouble: str) -> None:
        self._said.setProperty("kind", "error" if trouble else "soft")
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        first, count = self._key_of(0), len(self._filters)
        hint = self.tr("F2 renames, Del deletes, Alt+↑ and Alt+↓ move.")
        if first and count:
            hint = self.tr("The first answers to {key}. ").format(key=first) + hint
        self._said.setText(trouble or (hint if count else self.tr("There are no saved filters.")))

    def _take(self, filters: tuple[SavedFilter, ...], row: int) -> None:
        self._filters = filters
        self._fill(row)
        self.changed.emit(filters)

    def _move(self, row: int, step: int) -> None:
        target = row + step
        if row < 0 or not 0 <= target < len(self._filters):
            return
        moved = list(self._filters)
        moved[row], moved[target] = moved[target], moved[row]
        self._take(tuple(moved), target)

    def _on_edited(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        row, trouble = self.list.row(item), ""
        try:
            self._filters = renamed(self._filters, row, item.text())
        except UserError as error:
            trouble = str(error)
        self._filling = True
        item.setText(self._filters[row].name)  # the list itself stays: its editor is about to close
        self._filling = False
        self._show_hint(trouble)
        if not trouble:
            self.changed.emit(self._filters)

    def _apply(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.chosen.emit(row)
            self.accept()
