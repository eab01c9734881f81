"""A quiet strip with one sentence: what went wrong, or what happened. It never asks and never blocks."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

Kind = Literal["problem", "note"]

# Notes go by themselves (milliseconds); problems stay until they are closed or replaced.
_NOTE_STAYS = 8000


class MessageBar(QWidget):
    """Hidden until `show_message`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QPushButton()
        self._more.clicked.connect(self._show_more)
        self._do_more: Callable[[], object] | None = None
        self._refusal = ""
        close = QToolButton()
        close.setText("✕")
        close.setProperty("quiet", True)
        close.setAccessibleName(self.tr("Close the message"))
        close.clicked.connect(self.hide)
        for button in (self._more, close):  # a click leaves the focus where one works
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._more)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_message(
        self, sentence: str, kind: Kind = "problem", more: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show the sentence in place of the one before; `more` is a button's text and what it does."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("kind", kind)
        for styled in (self, self._text):
            self.style().unpolish(styled)
            self.style().polish(styled)
        self._more.setVisible(more is not None)
        if more is not None:
            self._more.setText(more[0])
            self._do_more = more[1]
        self._timer.stop()
        if kind == "note" and more is None:
            self._timer.start(_NOTE_STAYS)
        self.show()

    def show_refusal(self, sentence: str) -> None:
        """Show why an act could not be done; the next one that can be takes it away."""
        self.show_message(sentence)
        self._refusal = sentence

    def drop_refusal(self) -> None:
        """Hide the sentence if it is a refusal."""
        if self._refusal and self.text() == self._refusal:
            self.hide()
        self._refusal = ""

    def text(self) -> str:
        """The sentence shown; empty when there is none."""
        return "" if self.isHidden() else self._text.text()

    def _show_more(self) -> None:
        self.hide()
        if self._do_more is not None:
            self._do_more()
