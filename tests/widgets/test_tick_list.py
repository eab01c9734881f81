"""A list to tick in by keys and mouse, narrowed by typing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.keyboard import press, write
from widgets import theme
from widgets.dialogs.frame import Dialog
from widgets.tick_list import Entry, TickList

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def sites(qtbot: QtBot, qapp: QApplication) -> TickList:
    theme.apply(qapp, "light")
    entries = [Entry(f"site-{n}.example", f"site-{n}.example", 400 - n) for n in range(400)]
    choice = TickList("Sources", [*entries, Entry("", "Unknown source", 1)])
    qtbot.addWidget(choice)
    choice.show()
    choice.activateWindow()
    qtbot.waitUntil(choice.isActiveWindow)
    return choice


def test_sources_are_found_by_typing_and_ticked_by_space(sites: TickList) -> None:
    changes: list[tuple[str, ...]] = []
    sites.changed.connect(lambda: changes.append(sites.chosen()))
    sites.field.setFocus()
    write(sites, "EXAMPLE 39")
    press(sites, "Down", "Down", "Space")
    assert sites.chosen() == ("site-139.example",)
    press(sites, "Space")
    assert sites.chosen() == ()
    press(sites, "Space")
    sites.field.setFocus()
    press(sites, "Esc")
    assert sites.field.text() == ""
    sites.field.setText("unknown")
    press(sites, "Down", "Space")
    assert sites.chosen() == ("site-139.example", "")
    assert changes == [("site-139.example",), (), ("site-139.example",), ("site-139.example", "")]
    assert sites._said.text() == "2 of 401 ticked"
    QTest.mouseClick(sites._all, Qt.MouseButton.LeftButton)
    assert sites.chosen() == ()
    assert sites._said.text() == "None ticked: all 401"


def test_a_click_anywhere_in_a_row_ticks_it(sites: TickList) -> None:
    for x in (14, 120):
        row = sites.list.visualRect(sites.list.model().index(1, 0))
        QTest.mouseClick(
            sites.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.left() + x, row.center().y())
        )
        assert sites.chosen() == (("site-1.example",) if x == 14 else ())
    QTest.mouseClick(sites.list.viewport(), Qt.MouseButton.RightButton, pos=row.center())
    assert sites.chosen() == ()


def test_ticks_are_told_to_screen_readers(sites: TickList) -> None:
    sites.choose(("site-0.example", "no such site"))
    index = sites.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert index.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert sites.chosen() == ("site-0.example",)


def test_few_things_are_not_looked_for(qtbot: QtBot) -> None:
    choice = TickList("Sources", [Entry("a", "a", 1)])
    qtbot.addWidget(choice)
    choice.show()
    assert not choice.field.isVisible()
    assert choice.focusProxy() is choice.list


def test_enter_in_the_list_does_what_the_dialog_is_for(qtbot: QtBot) -> None:
    dialog = Dialog("Export", None)
    choice = TickList("Sources", [Entry(f"{n}", f"{n}", 1) for n in range(9)])
    dialog.column.addWidget(choice)
    dialog.add_main("Export").clicked.connect(dialog.accept)
    qtbot.addWidget(dialog)
    for widget in (choice.field, choice.list):
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        widget.setFocus()
        press(dialog, "Down", "Return")
        assert dialog.result() == Dialog.DialogCode.Accepted
        assert not dialog.isVisible()
        dialog.setResult(0)
    assert choice.chosen() == ()
