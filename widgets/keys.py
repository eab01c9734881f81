"""Keys by their place on the keyboard, so that they work on Russian and Kazakh layouts without switching.

A key press becomes a chord: `"1"`, `"R"`, `"Ctrl+Shift+Z"`, `"Alt+Left"`. Letters and digits are named
after what a US keyboard has at that place: Russian `к` is `R`, and Kazakh `ә` is `2`, because on the
Kazakh layout the digit row types letters. A Latin letter is taken as typed, so that Ctrl+Z stays Ctrl+Z
on QWERTZ and Dvorak.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

# The first code of each row: PC scan codes (set 1), which Windows reports and Linux evdev took over.
_ROWS = ((2, "1234567890-="), (16, "QWERTYUIOP[]"), (30, "ASDFGHJKL;'"), (44, "ZXCVBNM,./"))
_BY_SCAN_CODE = {first + i: character for first, row in _ROWS for i, character in enumerate(row)}

# X11 and Wayland key codes are evdev's plus 8.
_EVDEV_OFFSET = {"xcb": 8, "wayland": 8, "windows": 0}

# macOS reports no scan codes; its virtual key codes are places (kVK_ANSI_* in HIToolbox/Events.h).
_BY_MAC_KEY = dict(enumerate("ASDFHGZXCV")) | {
    0x0B + i: character for i, character in enumerate("BQWERYT123465=97-80]OU[IP")
}
_BY_MAC_KEY |= {0x25: "L", 0x26: "J", 0x27: "'", 0x28: "K", 0x29: ";"}
_BY_MAC_KEY |= {0x2B: ",", 0x2C: "/", 0x2D: "N", 0x2E: "M", 0x2F: "."}

# What the layouts type at those places, for events that carry no code of the place.
_RUSSIAN = dict(zip("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ", "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.", strict=True))
_KAZAKH = dict(zip("ӘІҢҒҮҰҚӨҺ", "2345890-=", strict=True))
_BY_CYRILLIC = _RUSSIAN | _KAZAKH

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_SAME = {_Key.Key_Enter.value: _Key.Key_Return.value, _Key.Key_Backtab.value: _Key.Key_Tab.value}
_ALONE = {
    key.value
    for key in (
        _Key.Key_Shift,
        _Key.Key_Control,
        _Key.Key_Alt,
        _Key.Key_AltGr,
        _Key.Key_Meta,
        _Key.Key_CapsLock,
        _Key.Key_NumLock,
    )
}
# Keys from here on type nothing (arrows, function keys, Tab): they have names.
_FIRST_NAMED_KEY = 0x01000000
_UNKNOWN = _Key.Key_unknown.value

_HELD = (
    ("Ctrl", _Modifier.ControlModifier),
    ("Alt", _Modifier.AltModifier),
    ("Shift", _Modifier.ShiftModifier),
    ("Meta", _Modifier.MetaModifier),
)

_SIGNS = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓", "Return": "Enter"}


def chord(event: QKeyEvent) -> str:
    """The chord of a key press, in Qt's portable spelling; empty for a modifier alone or a key unknown."""
    key = _SAME.get(event.key(), event.key())
    if key in _ALONE:
        return ""
    modifiers = event.modifiers()
    if key >= _FIRST_NAMED_KEY and key != _UNKNOWN:
        name = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    else:
        name = _character(event)
    if name == " ":
        name = "Space"
    if name in ("+", "="):  # Ctrl and the plus key is "larger", with Shift or without
        name, modifiers = "+", modifiers & ~_Modifier.ShiftModifier
    if not name:
        return ""
    return "+".join([*(word for word, modifier in _HELD if modifier in modifiers), name])


def shown(keys: str) -> str:
    """The chord as the desktop writes it (`Ctrl+K`, `⌘K`), with arrows for the arrow keys."""
    written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    head, plus, key = written.rpartition("+")
    return f"{head}{plus}{_SIGNS.get(key, key)}"


def _character(event: QKeyEvent) -> str:
    """What a US keyboard types at this key, in upper case."""
    key = event.key()
    if _Key.Key_A.value <= key <= _Key.Key_Z.value:
        return chr(key)
    if place := _place(event):
        return place
    typed = event.text().upper() if key in (0, _UNKNOWN) else chr(key).upper()
    if typed in _BY_CYRILLIC:
        return _BY_CYRILLIC[typed]
    if typed == '"' and _Modifier.ShiftModifier not in event.modifiers():
        return "1"  # only the Kazakh layout has the quotation mark there without Shift
    return typed if typed.isascii() and typed.isprintable() else ""


def _place(event: QKeyEvent) -> str:
    platform = QGuiApplication.platformName()
    if platform == "cocoa":
        return _BY_MAC_KEY.get(event.nativeVirtualKey(), "")
    offset = _EVDEV_OFFSET.get(platform.partition("-")[0])
    return "" if offset is None else _BY_SCAN_CODE.get(event.nativeScanCode() - offset, "")
