"""Several rows at once: how they are selected, what may be done with them, and that they stay selected."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.annotation import Status
from app.commands import flag, remove_articles, set_statuses
from tests.widgets.library.shelf import Shelf
from tests.widgets.panels import ANNOTATOR, add, page, part
from widgets.library.list_view import SETTLE
from widgets.library.selection_bar import SelectionBar

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def asked(shelf: Shelf) -> list[tuple[str, list[int]]]:
    acts: list[tuple[str, list[int]]] = []
    shelf.panel.act_requested.connect(lambda act, ids: acts.append((act, ids)))
    return acts


def begin(shelf: Shelf, row: int = 0) -> None:
    shelf.panel.select_article(shelf.ids[row])
    shelf.rows.setFocus()


def test_shift_selects_on_and_opens_nothing(shelf: Shelf, qtbot: QtBot) -> None:
    begin(shelf)
    bar = part(shelf.panel, SelectionBar)
    assert not bar.isVisible()
    QTest.keyClick(shelf.rows, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(shelf.rows, Qt.Key.Key_Down, SHIFT)
    assert bar.isVisible()
    assert shelf.panel.selected_articles() == shelf.ids[:3]
    qtbot.wait(2 * SETTLE)
    assert shelf.chosen == []
    QTest.keyClick(shelf.rows, Qt.Key.Key_Escape)
    assert shelf.panel.selected_articles() == [shelf.ids[2]]
    assert not bar.isVisible()
    QTest.keyClick(shelf.rows, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shelf.chosen == [shelf.ids[3]])


def test_the_survivor_of_a_removal_is_the_next_below_else_above(shelf: Shelf) -> None:
    ids = shelf.ids
    nearest = shelf.panel.survivor
    assert nearest(ids[1], {ids[1]}) == ids[2]
    assert nearest(ids[1], {ids[1], ids[2]}) == ids[3]
    assert nearest(ids[2], set(ids[1:])) == ids[0]
    assert nearest(ids[-1], {ids[-1]}) == ids[-2]
    assert nearest(ids[0], set(ids)) is None
    assert nearest(12345, {ids[0]}) is None, "not in the list"


def test_ctrl_click_and_ctrl_a(shelf: Shelf, qtbot: QtBot) -> None:
    begin(shelf)
    for row in (4, 2):
        place = shelf.rows.visualRect(shelf.rows.model().index(row, 0)).center()
        QTest.mouseClick(shelf.rows.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert shelf.panel.selected_articles() == [shelf.ids[0], shelf.ids[2], shelf.ids[4]]
    QTest.keyClick(shelf.rows, Qt.Key.Key_A, CTRL)
    assert shelf.panel.selected_articles() == shelf.ids
    assert shelf.chosen == []


def test_ctrl_home_and_end_go_and_choose(shelf: Shelf, qtbot: QtBot) -> None:
    begin(shelf, 2)
    QTest.keyClick(shelf.rows, Qt.Key.Key_End, CTRL)
    qtbot.waitUntil(lambda: shelf.chosen == [shelf.ids[4]])
    QTest.keyClick(shelf.rows, Qt.Key.Key_Home, CTRL)
    qtbot.waitUntil(lambda: shelf.chosen == [shelf.ids[4], shelf.ids[0]])
    assert shelf.panel.selected_articles() == [shelf.ids[0]]


@pytest.mark.parametrize(
    ("key", "act"),
    [
        (Qt.Key.Key_D, "done"),
        (Qt.Key.Key_S, "skip"),
        (Qt.Key.Key_T, "todo"),
        (Qt.Key.Key_F, "flag"),
        (Qt.Key.Key_Delete, "remove"),
    ],
)
def test_keys_act_on_several(shelf: Shelf, qtbot: QtBot, key: Qt.Key, act: str) -> None:
    acts = asked(shelf)
    begin(shelf)
    QTest.keyClick(shelf.rows, key)
    alone = [(act, shelf.ids[:1])] if act in ("flag", "remove") else []
    assert acts == alone
    QTest.keyClick(shelf.rows, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(shelf.rows, key)
    assert acts == [*alone, (act, shelf.ids[:2])]


def test_every_button_of_the_bar_acts(shelf: Shelf, qtbot: QtBot) -> None:
    acts = asked(shelf)
    begin(shelf)
    QTest.keyClick(shelf.rows, Qt.Key.Key_A, CTRL)
    for button in part(shelf.panel, SelectionBar).findChildren(QPushButton):
        assert button.accessibleName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert acts == [(act, shelf.ids) for act in ("done", "skip", "todo", "flag", "export", "remove")]


def test_a_selection_survives_what_happens_to_the_list(shelf: Shelf, qtbot: QtBot) -> None:
    begin(shelf, 1)
    QTest.keyClick(shelf.rows, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(shelf.rows, Qt.Key.Key_Down, SHIFT)
    selected = shelf.ids[1:4]
    add(shelf.session, [page("Новость", "Снег.")])
    qtbot.waitUntil(lambda: len(shelf.titles()) == 6)
    assert shelf.panel.selected_articles() == selected
    shelf.order.set_order("title", descending=True)
    assert set(shelf.panel.selected_articles()) == set(selected)
    shelf.panel.refresh()
    assert set(shelf.panel.selected_articles()) == set(selected)
    session = shelf.session
    session.do("remove", remove_articles(session.project, [shelf.ids[2]]))
    qtbot.waitUntil(lambda: len(shelf.titles()) == 5)
    assert set(shelf.panel.selected_articles()) == {shelf.ids[1], shelf.ids[3]}
    shelf.panel.select_article(shelf.ids[3])  # one of them: they stay
    assert len(shelf.panel.selected_articles()) == 2
    shelf.panel.select_article(shelf.ids[0])
    assert shelf.panel.selected_articles() == [shelf.ids[0]]


def test_what_a_bulk_act_takes_out_of_the_list_is_not_selected_any_more(shelf: Shelf, qtbot: QtBot) -> None:
    QTest.mouseClick(shelf.chip("To do"), Qt.MouseButton.LeftButton)
    begin(shelf)
    QTest.keyClick(shelf.rows, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(shelf.rows, Qt.Key.Key_Down, SHIFT)
    session = shelf.session
    qtbot.wait(300)
    session.do("set_status", set_statuses(session.project, shelf.ids[:3], ANNOTATOR, Status.DONE))
    qtbot.waitUntil(lambda: len(shelf.titles()) == 3)  # the current one stays until one leaves it
    assert len(shelf.panel.selected_articles()) == 1
    assert not part(shelf.panel, SelectionBar).isVisible()


def test_a_flag_is_drawn_and_said(shelf: Shelf, qtbot: QtBot) -> None:
    index = shelf.rows.model().index(0, 0)

    def strip() -> bytes:
        box = shelf.rows.visualRect(index)
        image = shelf.rows.viewport().grab(box.adjusted(0, 0, 30 - box.width(), 0)).toImage()
        return bytes(image.constBits())

    before = strip()
    session = shelf.session
    session.do("flag", flag(session.project, shelf.ids[:1], ANNOTATOR, True))
    assert strip() != before
    assert "Flagged" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    session.undo()
    assert strip() == before
    assert "Flagged" not in index.data(Qt.ItemDataRole.AccessibleTextRole)
