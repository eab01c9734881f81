"""A list for a card or a dialog: the arrow keys only move in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from widgets.inspector.rows import RowsModel, RowsView


class ChoosingView(RowsView):
    """Rows of two lines; Enter or a click chooses."""

    def __init__(self, model: RowsModel, name: str) -> None:
        super().__init__(model, name, lines=2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses; moving chooses nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            QListView.keyPressEvent(self, event)

    def fit(self, most: int) -> None:
        """Be as high as the rows, of which at most so many are seen at once."""
        rows = min(len(self._rows.keys), most)
        self.setFixedHeight(max(1, rows) * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth())
