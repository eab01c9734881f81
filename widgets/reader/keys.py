"""Which key moves the caret how. Only keys that every layout has: nothing here depends on Latin letters."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from widgets.reader.reach import MoveUnit


@dataclass(frozen=True, slots=True)
class Move:
    """A caret movement by a unit of the text."""

    unit: MoveUnit
    step: int


_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_MOVES = {
    (_Key.Key_Left, _Modifier.NoModifier): Move("character", -1),
    (_Key.Key_Right, _Modifier.NoModifier): Move("character", 1),
    (_Key.Key_Left, _Modifier.ControlModifier): Move("word", -1),
    (_Key.Key_Right, _Modifier.ControlModifier): Move("word", 1),
    (_Key.Key_Up, _Modifier.AltModifier): Move("sentence", -1),
    (_Key.Key_Down, _Modifier.AltModifier): Move("sentence", 1),
    (_Key.Key_Up, _Modifier.ControlModifier): Move("paragraph", -1),
    (_Key.Key_Down, _Modifier.ControlModifier): Move("paragraph", 1),
}
_Operation = QTextCursor.MoveOperation
# Movements over the page, which only the layout knows.
_PAGE_MOVES = {
    (_Key.Key_Up, _Modifier.NoModifier): _Operation.Up,
    (_Key.Key_Down, _Modifier.NoModifier): _Operation.Down,
    (_Key.Key_Home, _Modifier.NoModifier): _Operation.StartOfLine,
    (_Key.Key_End, _Modifier.NoModifier): _Operation.EndOfLine,
    (_Key.Key_Home, _Modifier.ControlModifier): _Operation.Start,
    (_Key.Key_End, _Modifier.ControlModifier): _Operation.End,
}
_SCREENS = {_Key.Key_PageUp: -1, _Key.Key_PageDown: 1}
# The letters on the key of Latin C and A in the Russian and Kazakh layouts.
_COPY = frozenset({_Key.Key_C, 0x0421})
_SELECT_ALL = frozenset({_Key.Key_A, 0x0424})


def move_of(event: QKeyEvent) -> Move | None:
    """The movement by a unit of the text that the key asks for."""
    return _MOVES.get((Qt.Key(event.key()), _without_shift(event))) if _is_known(event) else None


def page_move_of(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    """The movement over the page that the key asks for."""
    return _PAGE_MOVES.get((Qt.Key(event.key()), _without_shift(event))) if _is_known(event) else None


def screens_of(event: QKeyEvent) -> int:
    """By how many screens the key asks to move; 0 if it asks no such thing."""
    plain = _without_shift(event) == _Modifier.NoModifier
    return _SCREENS.get(Qt.Key(event.key()), 0) if plain and _is_known(event) else 0


def is_copy(event: QKeyEvent) -> bool:
    """Tell whether the key copies, also on a Cyrillic layout."""
    return event.matches(QKeySequence.StandardKey.Copy) or _is_control(event, _COPY)


def is_select_all(event: QKeyEvent) -> bool:
    """Tell whether the key selects all, also on a Cyrillic layout."""
    return event.matches(QKeySequence.StandardKey.SelectAll) or _is_control(event, _SELECT_ALL)


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether the key is Enter, without modifiers."""
    return event.key() in (_Key.Key_Return, _Key.Key_Enter) and _plain(event)


def number_of(event: QKeyEvent) -> int:
    """The digit 1 to 9 that the key is, without modifiers; else 0."""
    return event.key() - _Key.Key_0 if _Key.Key_1 <= event.key() <= _Key.Key_9 and _plain(event) else 0


def has_shift(event: QKeyEvent) -> bool:
    """Tell whether the movement selects."""
    return bool(event.modifiers() & _Modifier.ShiftModifier)


def _is_control(event: QKeyEvent, keys: frozenset[int]) -> bool:
    return event.key() in keys and event.modifiers() == _Modifier.ControlModifier


def _plain(event: QKeyEvent) -> bool:
    return event.modifiers() & ~_Modifier.KeypadModifier == _Modifier.NoModifier


def _without_shift(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~(_Modifier.ShiftModifier | _Modifier.KeypadModifier)


def _is_known(event: QKeyEvent) -> bool:
    """Cyrillic and other letters have key codes that are no member of Qt.Key."""
    return event.key() >= _Key.Key_Escape
