"""The base of our list models: rows known by keys, tens of thousands of them, described when drawn.

A list view asks for every row's index whenever it lays itself out, and Qt answers each by asking
`rowCount`: in Python that is 30 ms at 30,000 rows, twice a change. So the count is kept in C++, by a
QStringListModel of empty strings, and only `data` is Python.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

Index = QModelIndex | QPersistentModelIndex


class LongListModel(QStringListModel):
    """A list of keys; subclasses give `data` for them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.keys: Sequence[Any] = ()

    def reset_to(self, keys: Sequence[Any]) -> None:
        """Show other keys; a view begins anew."""
        self.keys = keys
        self.setStringList([""] * len(keys))

    def change_to(self, keys: Sequence[Any]) -> None:
        """Go over to `keys` by removing and inserting the stretch that differs; a view keeps its place."""
        first, removed, inserted = changed_range(self.keys, keys)
        if removed:
            rest = [*self.keys[:first], *self.keys[first + removed :]]
            self.removeRows(first, removed)
            self.keys = rest
        self.keys = keys
        if inserted:
            self.insertRows(first, inserted)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are chosen, not edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def changed_range(old: Sequence[Any], new: Sequence[Any]) -> tuple[int, int, int]:
    """Return (first, removed, inserted): the one stretch to replace so that `old` becomes `new`."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return head, len(old) - head - tail, len(new) - head - tail


def _common(left: Sequence[Any], right: Sequence[Any]) -> int:
    """How many leading elements the two share."""
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count
