"""A field for a folder or file, with a button that opens the desktop's own file dialog."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from widgets.homely import homely
from widgets.wrapped_text import WrappedText


class PathField(QWidget):
    """A path that can be typed, or chosen by `browse` (given the one now, returns the new one or "").

    It is shown with ~ for the home folder.
    """

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
        self._note = WrappedText(tone="soft")
        self._note.hide()
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(row)
        column.addWidget(self._note)
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """The path as it stands, ~ spelled out; empty where there is none."""
        typed = self.field.text().strip()
        try:
            return str(Path(typed).expanduser()) if typed else ""
        except RuntimeError:  # ~ of somebody who is not there
            return typed

    def set_path(self, path: Path) -> None:
        """Put another path."""
        self.field.setText(homely(path))

    def set_note(self, sentence: str) -> None:
        """Say something about the path below it; empty: nothing."""
        self._note.set_text(sentence)
        self._note.setVisible(bool(sentence))

    def _choose(self) -> None:
        if chosen := self._browse(self.text()):
            self.set_path(Path(chosen))
