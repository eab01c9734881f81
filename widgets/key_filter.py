"""Hands key presses in the window to the actions, before the widget that has the focus sees them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)

from widgets.actions import Actions
from widgets.keys import chord

# Editing keys that belong to a text field while one types in it.
_EDITING = frozenset({"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A"})


class KeyFilter(QObject):
    """An event filter for the window's QWindow: sees each key once, whatever has the focus."""

    def __init__(
        self, actions: Actions, article: Callable[[], QWidget | None], parent: QObject | None = None
    ) -> None:
        """`article` tells which widget shows the article: bare keys act only there."""
        super().__init__(parent)
        self._actions = actions
        self._article = article
        self.intercept: Callable[[str], bool] | None = None
        """Asked first for keys in the article; True: the key is used up (a numbered candidate)."""
        self.last_chord = ""
        """What was pressed last; empty after the mouse was used."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take the key press if an action answers to it here."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.last_chord = ""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        self.last_chord = chord(event)
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return False
        return self.press(self.last_chord, QApplication.focusWidget())

    def press(self, pressed: str, focus: QWidget | None) -> bool:
        """Do what the chord means where `focus` is; False if it means nothing there."""
        in_article = focus is None or focus is self._article()
        if in_article and self.intercept is not None and self.intercept(pressed):
            return True
        if not pressed or (pressed in _EDITING and is_typing(focus)):
            return False
        action = self._actions.at(pressed, in_article)
        if action is None or not self._actions.qt(action.id).isEnabled():
            return pressed == "Return" and self._push(focus)
        self._actions.trigger(action.id)
        return True

    def _push(self, focus: QWidget | None) -> bool:
        """Have Enter press the button it is on: by itself Qt does so in dialogs and on some desktops only."""
        if not isinstance(focus, QPushButton | QToolButton):
            return False
        focus.click()
        return True


def is_typing(focus: QWidget | None) -> bool:
    """Tell whether the widget takes text."""
    if isinstance(focus, QTextEdit | QPlainTextEdit | QLineEdit):
        return not focus.isReadOnly()
    return isinstance(focus, QAbstractSpinBox) or (isinstance(focus, QComboBox) and focus.isEditable())
