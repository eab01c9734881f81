"""Lines said one below the other, each wrapped; they scroll where there are many."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from widgets.wrapped_text import WrappedText

# Lines there is always room for.
_LEAST = 5


class SaidLines(QScrollArea):
    """Empty at first."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__(parent)
        self.setObjectName("reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST)
        self.setAccessibleName(name)
        self.lines: Sequence[WrappedText] = ()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(5)
        self._column.addStretch(1)
        self.setWidget(inside)

    def text(self) -> str:
        """Everything said, a line each."""
        return "\n".join(line.text() for line in self.lines)

    def say(self, sentence: str) -> None:
        """Say just this."""
        self.show_lines([WrappedText(sentence)])

    def show_lines(self, lines: Sequence[WrappedText]) -> None:
        """Say these in place of those before."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()  # what takes its place is painted before it is gone
            line.deleteLater()
        self.lines = lines
        for row, line in enumerate(lines):
            self._column.insertWidget(row, line)
