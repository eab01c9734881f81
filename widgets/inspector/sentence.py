"""The field for what is written in whole sentences: it wraps and grows with its text."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from widgets.inspector.field import Field, fill, is_left, text_value


class SentenceField(Field):
    """Text that wraps and grows with what is written; Shift+Enter starts a new line."""

    def __init__(self) -> None:
        super().__init__()
        self._edit = GrowingEdit()
        self._edit.textChanged.connect(self.edited)
        self._edit.installEventFilter(self)
        fill(self, self._edit)

    def value(self) -> Any:
        """The text; None when it is empty."""
        text = self._edit.text()
        return self._stored if text == (self._stored or "") else text_value(text)

    def control(self) -> QPlainTextEdit:
        """The text edit."""
        return self._edit

    def put(self, value: Any) -> None:
        """Show the text."""
        text = "" if value is None else str(value)
        if text != self._edit.text():
            self._edit.setPlainText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter and Esc; leaving commits."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.key(event)
        if is_left(event):
            self.committed.emit()
        return super().eventFilter(watched, event)


class GrowingEdit(QPlainTextEdit):
    """A plain text edit as high as its text, between one line and eight."""

    _MOST_LINES = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """The text as typed. `toPlainText` would turn NO-BREAK SPACE into a space."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the text."""
        return QSize(80, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Measure again at another width."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure again when the font changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def _grow(self) -> None:
        lines, block = 0, self.document().firstBlock()
        while block.isValid() and lines <= self._MOST_LINES:
            self.blockBoundingRect(block)  # lays the block out at the width of now
            lines += max(1, block.layout().lineCount())
            block = block.next()
        more = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if lines > self._MOST_LINES
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if self.verticalScrollBarPolicy() != more:
            self.setVerticalScrollBarPolicy(more)
        text = round(min(lines, self._MOST_LINES) * self.fontMetrics().lineSpacing()) + 1
        # Before it is laid out for the first time, the viewport has a size of its own.
        frame = max(0, self.height() - self.viewport().height())
        if self.height() != text + frame:
            self.setFixedHeight(text + frame)
