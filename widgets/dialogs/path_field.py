"""A field for a folder or file, with a button that opens the desktop's own file dialog."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget


class PathField(QWidget):
    """Text that can be typed, or chosen by `browse` (given the text now, returns the new one or "")."""

    changed = Signal()

    def __init__(self, name: str, browse: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._browse = browse
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.textChanged.connect(self.changed)
        button = QPushButton(self.tr("Choose…"))
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Choose: {name}").format(name=name))
        button.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(button)
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """The path as it stands."""
        return self.field.text().strip()

    def set_text(self, text: str) -> None:
        """Put another path."""
        self.field.setText(text)

    def _choose(self) -> None:
        if chosen := self._browse(self.text()):
            self.field.setText(chosen)
