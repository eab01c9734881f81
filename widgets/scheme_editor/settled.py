"""Text fields that say when what was typed in them is settled: on Enter, or when they are left."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget


class LineField(QLineEdit):
    """One line."""

    settled = Signal(str)
    """Another text than was shown, without space at its ends."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.editingFinished.connect(self.settle)

    def show_text(self, text: str, *, anew: bool = False) -> None:
        """Show a stored text; what is being typed over the same one stays unless it is shown `anew`."""
        if anew or text != self._shown:
            self._shown = text
            self.setText(text)
            self.setCursorPosition(0)  # where it is too long, its beginning is seen

    def settle(self) -> None:
        """Take over what was typed, if it is another text."""
        text = self.text().strip()
        if text != self._shown:
            place = self.cursorPosition()
            self._shown = text
            self.setText(text)  # from here on Ctrl+Z is for the step this becomes, not for letters
            self.setCursorPosition(min(place, len(text)))
            self.settled.emit(text)


class TextField(QPlainTextEdit):
    """Many lines; Tab leaves it, and so settles it."""

    settled = Signal(str)

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, *, anew: bool = False) -> None:
        """Show a stored text, as `LineField.show_text`."""
        if anew or text != self._shown:
            self._shown = text
            self.setPlainText(text)

    def settle(self) -> None:
        """Take over what was typed, if it is another text."""
        # Not `toPlainText`, which turns a NO-BREAK SPACE into a space.
        raw = self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
        text = "\n".join(line.rstrip() for line in raw.split("\n")).strip()
        if text != self._shown:
            self._shown = text
            self.document().clearUndoRedoStacks()
            self.settled.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """It is left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Ctrl+Enter settles and stays."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.settle()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As many lines as asked for, also in larger letters."""
        return QSize(200, self.fontMetrics().lineSpacing() * self._lines + 16)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """No less."""
        return self.sizeHint()
