"""Keys by their place: the same chord on US, Russian and Kazakh layouts, with and without scan codes."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from pytestqt.qtbot import QtBot

from widgets import keys

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
UNKNOWN = Qt.Key.Key_unknown.value


def press(key: int, modifiers: Qt.KeyboardModifier = NONE, text: str = "", scan: int = 0) -> str:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, 0, 0, text)
    return keys.chord(event)


@pytest.mark.parametrize(
    ("russian", "place"),
    list(zip("йцукенгшщзфывапролдячсмить", "QWERTYUIOPASDFGHJKLZXCVBNM", strict=True)),
)
def test_russian_letters_are_the_latin_ones_of_their_place(qtbot: QtBot, russian: str, place: str) -> None:
    by_code = press(ord(russian.upper()), CTRL, russian)
    by_text = press(UNKNOWN, CTRL, russian)
    assert by_code == by_text == f"Ctrl+{place}"


@pytest.mark.parametrize(("kazakh", "place"), list(zip("әіңғүұқөһ", "2345890-=", strict=True)))
def test_kazakh_letters_of_the_digit_row_are_digits(qtbot: QtBot, kazakh: str, place: str) -> None:
    expected = "+" if place == "=" else place
    assert press(ord(kazakh.upper()), NONE, kazakh) == expected
    assert press(UNKNOWN, NONE, kazakh) == expected


def test_the_first_key_of_the_kazakh_digit_row_is_1_and_a_us_quotation_mark_is_not(qtbot: QtBot) -> None:
    assert press(Qt.Key.Key_QuoteDbl, NONE, '"') == "1"
    assert press(Qt.Key.Key_QuoteDbl, SHIFT, '"') != "1"


@pytest.mark.parametrize(
    ("platform", "offset"), [("xcb", 8), ("wayland", 8), ("wayland-egl", 8), ("windows", 0)]
)
def test_scan_codes_tell_the_place_whatever_is_typed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str, offset: int
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: platform))
    # The Kazakh comma and full stop are on the keys 6 and 7; French digits need Shift; all are places.
    assert press(Qt.Key.Key_Comma, NONE, ",", scan=7 + offset) == "6"
    assert press(Qt.Key.Key_Period, NONE, ".", scan=8 + offset) == "7"
    assert press(Qt.Key.Key_Ampersand, NONE, "&", scan=2 + offset) == "1"
    assert press(0x041A, NONE, "к", scan=19 + offset) == "R"
    assert press(UNKNOWN, CTRL, "", scan=44 + offset) == "Ctrl+Z"


def test_a_latin_letter_is_taken_as_typed_on_every_layout(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
    # QWERTZ has its Z where a US keyboard has Y (evdev 21).
    assert press(Qt.Key.Key_Z, CTRL, "\x1a", scan=21 + 8) == "Ctrl+Z"


def test_mac_key_codes_are_places(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "cocoa"))

    def on_mac(code: int, typed: str) -> str:
        return keys.chord(QKeyEvent(QEvent.Type.KeyPress, ord(typed.upper()), NONE, 1, code, 0, typed))

    assert [
        on_mac(code, typed) for code, typed in ((15, "к"), (18, "1"), (19, "ә"), (29, "қ"), (6, "я"))
    ] == [
        "R",
        "1",
        "2",
        "0",
        "Z",
    ]


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Qt.Key.Key_1, NONE, "1"),
        (Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier, "1"),
        (Qt.Key.Key_R, NONE, "R"),
        (Qt.Key.Key_Z, CTRL | SHIFT, "Ctrl+Shift+Z"),
        (Qt.Key.Key_Backtab, SHIFT, "Shift+Tab"),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "Return"),
        (Qt.Key.Key_Return, CTRL, "Ctrl+Return"),
        (Qt.Key.Key_Left, ALT | SHIFT, "Alt+Shift+Left"),
        (Qt.Key.Key_PageDown, CTRL, "Ctrl+PgDown"),
        (Qt.Key.Key_Delete, NONE, "Del"),
        (Qt.Key.Key_Plus, CTRL | SHIFT, "Ctrl++"),
        (Qt.Key.Key_Equal, CTRL, "Ctrl++"),
        (Qt.Key.Key_Minus, CTRL, "Ctrl+-"),
        (Qt.Key.Key_F1, NONE, "F1"),
        (Qt.Key.Key_Shift, SHIFT, ""),
        (Qt.Key.Key_Control, CTRL, ""),
        (Qt.Key.Key_AltGr, NONE, ""),
        (UNKNOWN, NONE, ""),
        (0, NONE, ""),
    ],
)
def test_chords_of_named_keys_and_modifiers(
    qtbot: QtBot, key: int, modifiers: Qt.KeyboardModifier, expected: str
) -> None:
    assert press(key, modifiers) == expected


@pytest.mark.parametrize("typed", ["é", "中", "α", "🚢", "\x00"])
def test_a_letter_of_no_known_layout_is_no_chord(qtbot: QtBot, typed: str) -> None:
    assert press(UNKNOWN, NONE, typed) == ""


def test_keys_are_shown_with_arrows_and_enter(qtbot: QtBot) -> None:
    assert [keys.shown(chord) for chord in ("Ctrl+Shift+Z", "Alt+Left", "Return", "Ctrl++", "1")] == [
        "Ctrl+Shift+Z",
        "Alt+←",
        "Enter",
        "Ctrl++",
        "1",
    ]
