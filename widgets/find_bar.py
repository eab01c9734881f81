"""A small bar over the article: finds words in it, case and ё/е folded, and steps through the places."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from app.anchor import Span
from widgets.clearing import add_clear_button


class FindBar(QWidget):
    """Hidden until it is opened; Enter and Shift+Enter step, Esc closes."""

    found = Signal(object)
    """The Span to show."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = ""
        self._furniture: Sequence[Span] = ()
        self._places: list[Span] = []
        self._at = -1
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.tr("Find in this article"))
        add_clear_button(self.field)
        self.field.textEdited.connect(self._search)
        self.field.installEventFilter(self)
        self._count = QLabel()
        self._count.setProperty("kind", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        for sign, name, slot in (
            ("↑", self.tr("Previous place"), lambda: self.step(-1)),
            ("↓", self.tr("Next place"), lambda: self.step(1)),
            ("✕", self.tr("Close"), self.close_bar),
        ):
            button = QToolButton()
            button.setText(sign)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setProperty("quiet", True)
            button.clicked.connect(slot)
            row.addWidget(button)
        self.hide()

    def set_text(self, text: str, furniture: Sequence[Span] = ()) -> None:
        """Search in this canonical text from now on; places in page furniture come after all others."""
        self._text, self._furniture = text, furniture
        if not self.isHidden():
            self._collect()

    def open_bar(self) -> None:
        """Show the bar with its words selected."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._collect()

    def close_bar(self) -> None:
        """Hide the bar; the place found stays selected in the article."""
        self.hide()
        self.closed.emit()

    def step(self, step: int) -> None:
        """Show the next (1) or previous (-1) place, round and round."""
        if self._places:
            self._at = (self._at + step) % len(self._places)
            self.found.emit(self._places[self._at])
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Enter steps and Esc closes while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match Qt.Key(event.key()) if event.key() >= Qt.Key.Key_Escape else None:
                case Qt.Key.Key_Escape:
                    self.close_bar()
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                    return True
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        self._collect()
        self.step(1)

    def _collect(self) -> None:
        places = occurrences(self._text, self.field.text())
        self._places = sorted(places, key=lambda place: any(place.overlaps(f) for f in self._furniture))
        self._at = -1
        self._tell()

    def _tell(self) -> None:
        if not self.field.text():
            self._count.clear()
        elif not self._places:
            self._count.setText(self.tr("not found"))
        else:
            shown = self.tr("{place} of {total}").format(place=self._at + 1, total=len(self._places))
            self._count.setText(shown)


def occurrences(text: str, words: str) -> list[Span]:
    """Where `words` stand in `text`, case and ё/е folded, any white space for a space."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if not pattern:
        return []
    folded = re.sub("[её]", "[её]", pattern, flags=re.IGNORECASE)
    return [Span(*match.span()) for match in re.finditer(folded, text, re.IGNORECASE)]
