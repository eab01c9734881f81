"""A keyboard for tests: chords become real key events of the window, on a US, Russian or Kazakh layout."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QWidget

Layout = Literal["us", "ru", "kz"]

_US = "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,."
_TYPED: dict[Layout, dict[str, str]] = {
    "us": {},
    "ru": dict(zip(_US, "йцукенгшщзхъфывапролджэячсмитьбю", strict=True)),
    "kz": dict(zip(_US + "1234567890-=", 'йцукенгшщзхъфывапролджэячсмитьбю"әіңғ,.үұқөһ', strict=True)),
}


def press(window: QWidget, *chords: str, layout: Layout = "us") -> None:
    """Press and release each chord (`Alt+Shift+Down`, `R`) in the window, as the layout types it."""
    for chord in chords:
        for event in _events(chord, layout):
            QApplication.sendEvent(_in_focus(window), event)


def write(window: QWidget, text: str) -> None:
    """Type the text, letter by letter, whatever its script."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(_in_focus(window), event)


def _in_focus(window: QWidget) -> QWindow:
    """Where a keyboard's events go: to the dialog over the window, where there is one."""
    dialog = QApplication.activeModalWidget()
    handle = (dialog or window).windowHandle()
    assert handle is not None, "the window is shown"
    return handle


def _events(chord: str, layout: Layout) -> tuple[QKeyEvent, QKeyEvent]:
    combination = QKeySequence(chord)[0]  # type: ignore[index]  # the stubs lack it
    modifiers = combination.keyboardModifiers()
    name = chord.rpartition("+")[2] or "+"
    typed = _TYPED[layout].get(name, "")
    key = ord(typed.upper()) if typed else combination.key().value
    if not typed and len(name) == 1:
        typed = name.lower()
    if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        typed = ""
    press_, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    return QKeyEvent(press_, key, modifiers, typed), QKeyEvent(release, key, modifiers, typed)
