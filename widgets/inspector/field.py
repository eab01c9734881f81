"""What every field of a card does: show a stored value, keep what is being typed, say when it is settled.

Values are those of `app.annotation.Attributes`; None means "not given".
"""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.keys import chord


class Field(QWidget):
    """Base of the fields: shows a value, gives the value as it stands, tells when it is settled."""

    committed = Signal()
    """The value is settled: Enter, a click, or the field was left."""
    edited = Signal()
    """The value changes under the hand; not settled yet."""
    entered = Signal()
    """Enter was pressed (after `committed`)."""
    picked = Signal()
    """A digit chose the value (after `committed`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored: Any = None

    def value(self) -> Any:
        """The value as it stands; None if there is none."""
        raise NotImplementedError

    def control(self) -> QWidget:
        """What takes the focus."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Show `value` in the control."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a stored value; another one that is being typed in the meantime stays."""
        typed = self.value()
        dirty = typed != self._stored
        self._stored = value
        if not dirty or typed == value:
            self.put(value)

    def reset(self, value: Any) -> None:
        """Show the stored value of another thing, whatever was typed."""
        self._stored = value
        self.put(value)

    def restore(self) -> None:
        """Go back to the stored value."""
        self.put(self._stored)
        self.edited.emit()

    def dirty(self) -> bool:
        """Tell whether the value differs from what is stored."""
        return bool(self.value() != self._stored)

    def set_invalid(self, invalid: bool) -> None:
        """Mark the control as holding a value that cannot be kept."""
        control = self.control()
        if bool(control.property("invalid")) != invalid:
            control.setProperty("invalid", invalid)
            control.style().unpolish(control)
            control.style().polish(control)

    def key(self, event: QKeyEvent) -> bool:
        """Handle Enter and Esc for the control; True if the key is used up."""
        key = Qt.Key(event.key())
        if (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.committed.emit()
            self.entered.emit()
            return True
        if key == Qt.Key.Key_Escape and self.dirty():
            self.restore()
            return True
        return False


def is_left(event: QEvent) -> bool:
    """Tell whether a field is left; for its own menu or completions it is not."""
    return (
        isinstance(event, QFocusEvent)
        and event.lostFocus()
        and event.reason() != Qt.FocusReason.PopupFocusReason
    )


def is_entered(event: QEvent) -> bool:
    """Tell whether a field is come to; from its own menu or completions one does not come to it."""
    return (
        isinstance(event, QFocusEvent)
        and event.gotFocus()
        and event.reason() != Qt.FocusReason.PopupFocusReason
    )


def digit(event: QKeyEvent) -> int | None:
    """The digit at the key's place on the keyboard, on every layout; None for another key."""
    pressed = chord(event)
    return int(pressed) if len(pressed) == 1 and pressed.isdigit() else None


def text_value(text: str) -> str | None:
    """The text without blanks around it; None if nothing is left."""
    return text.strip() or None


def fill(field: QWidget, control: QWidget) -> None:
    """Make the control all there is of the field."""
    layout = QVBoxLayout(field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(control)
