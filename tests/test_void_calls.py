"""PySide6 6.12.0 crashed on Python 3.10 and 3.11: every call that returns nothing dropped a reference to
None, until None itself was freed. The pin (docs/adr/0004-pyside6-essentials-pin.md) holds while this does.
"""

import sys

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 500


def test_void_calls_keep_none_alive(qtbot: QtBot) -> None:
    label, parent, point = QLabel(), QObject(), QPoint()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.update()
        label.setText("")
        parent.setObjectName("")
        point.setX(1)
    after = sys.getrefcount(None)
    # Python 3.12 and later never count references to None; before, a leak would show as -4 * CALLS.
    assert abs(after - before) < CALLS // 10
