"""The line above a card that a relation led to: it goes back to where one came from."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget


class _Turn(NamedTuple):
    here: int
    other: int
    name: str


class Back(QWidget):
    """Hidden until a relation was followed; forgotten as soon as something else is selected."""

    wanted = Signal(object, object)
    """(annotation id to go back to, id of the one that was followed)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trail: list[_Turn] = []
        self._button = QPushButton()
        self._button.setObjectName("relate")
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 0)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def leave(self, here: int, other: int, name: str) -> None:
        """A relation leads from `here`, called `name`, to `other`."""
        self._trail.append(_Turn(here, other, name))

    def moved_to(self, annotation_id: int | None) -> None:
        """Another annotation is selected: unless a relation led there, the way back is forgotten."""
        if not self._trail or self._trail[-1].other != annotation_id:
            self._trail.clear()
        self._show()

    def forget(self) -> None:
        """There is no way back."""
        self._trail.clear()
        self._show()

    def focus(self) -> None:
        """Put the focus on it, so that Enter goes back."""
        if self._trail:
            self._button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes back too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as much of the name as there is room for."""
        super().resizeEvent(event)
        self._show()

    def _go(self) -> None:
        turn = self._trail.pop()
        self.wanted.emit(turn.here, turn.other)

    def _show(self) -> None:
        self.setVisible(bool(self._trail))
        if not self._trail:
            return
        whole = self.tr("← Back to “{name}”").format(name=self._trail[-1].name)
        room = self.width() - 34
        text = QFontMetrics(self._button.font()).elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self._button.setText(text)
        self._button.setAccessibleName(whole)
        self._button.setToolTip(whole)
