"""Flags, dates, what a chart's bar stands for, and saved filters, as chips over the list."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.commands import flag
from app.saved_filters import from_json, to_json
from tests.widgets.library.shelf import Shelf
from tests.widgets.panels import ANNOTATOR, add, page, part
from widgets.library.filters import FilterBar
from widgets.library.period import PeriodDialog, partial_date
from widgets.library.words import span_name
from widgets.wrapped_text import WrappedText


def entry(shelf: Shelf, name: str) -> QAction:
    return next(a for a in part(shelf.panel, FilterBar).menu().actions() if a.text().startswith(name))


def dates(shelf: Shelf, first: str, last: str) -> None:
    part(shelf.panel, FilterBar).restrict_to({"published_from": first, "published_to": last})


def test_flagged_articles(shelf: Shelf, qtbot: QtBot) -> None:
    session = shelf.session
    session.do("flag", flag(session.project, [shelf.ids[3]], ANNOTATOR, True))
    entry(shelf, "Flagged").trigger()
    assert shelf.titles() == ["Ёлки подорожали"]
    qtbot.wait(300)
    session.do("flag", flag(session.project, [shelf.ids[0]], ANNOTATOR, True))
    qtbot.waitUntil(lambda: len(shelf.titles()) == 2)
    QTest.mouseClick(shelf.chip("Flagged"), Qt.MouseButton.LeftButton)
    assert len(shelf.titles()) == 5


@pytest.mark.parametrize(
    ("first", "last", "chip", "found"),
    [
        ("2024", "2024", "2024 ×", 3),
        ("2024-03", "", "from Mar 2024 ×", 2),
        ("", "2024-01-09", "until 9 Jan 2024 ×", 2),
        ("2023-07-04", "2024-03-01", "4 Jul 2023 – 1 Mar 2024 ×", 3),
        ("2020", "2021", "2020 – 2021 ×", 0),
    ],
)
def test_published_from_and_until(shelf: Shelf, first: str, last: str, chip: str, found: int) -> None:
    dates(shelf, first, last)
    assert shelf.chip(chip).isChecked()
    assert len(shelf.titles()) == found
    QTest.mouseClick(shelf.chip(chip), Qt.MouseButton.LeftButton)
    assert len(shelf.titles()) == 5


def test_dates_that_follow_the_calendar(shelf: Shelf, qtbot: QtBot) -> None:
    add(shelf.session, [page("Сегодня", "Снег.", published=date.today().isoformat())])
    published = shelf.filters("Published")
    next(a for a in published.actions() if a.text() == "Last 7 days").trigger()
    assert shelf.titles() == ["Сегодня"]
    assert shelf.chip("Last 7 days ×").isChecked()
    saved = shelf.panel.saved_search("Жаңа")
    assert saved.recent == "last_7_days"
    QTest.mouseClick(shelf.chip("Last 7 days ×"), Qt.MouseButton.LeftButton)
    assert len(shelf.titles()) == 6
    shelf.panel.apply(saved)
    assert shelf.titles() == ["Сегодня"]
    dates(shelf, "2024", "2024")
    assert shelf.panel.saved_search("x").recent is None


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none
def test_dates_are_asked_for(shelf: Shelf, qtbot: QtBot) -> None:
    published = shelf.filters("Published")
    next(a for a in published.actions() if a.text().startswith("From")).trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PeriodDialog)
    first, last = dialog.findChildren(QLineEdit)
    first.setText("2024-13")
    assert not dialog._show.isEnabled()
    first.setText("2024-05")
    last.setText("2024-03-31")
    assert not dialog._show.isEnabled()
    last.setText("2024")
    assert dialog._show.isEnabled()
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert shelf.titles() == ["Ауылда жаңа мектеп ашылды"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", ""),
        ("  ", ""),
        ("2023", "2023"),
        ("2023-7", "2023-07"),
        (" 2023-07-4 ", "2023-07-04"),
        ("2023-02-29", None),
        ("2023-13", None),
        ("23", None),
        ("04.07.2023", None),
        ("soon", None),
        ("0000", None),
    ],
)
def test_a_year_a_month_or_a_day(typed: str, read: str | None) -> None:
    assert partial_date(typed) == read


def test_names_of_stretches() -> None:
    assert span_name("2023", "2023") == "2023"
    assert span_name("2023-07", "") == "from Jul 2023"


def test_only_what_a_bar_stands_for(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.search.setText("мост")
    shelf.panel.search()
    title = "Done in the week of 4 March 2024 by Айгүл"
    shelf.panel.show_only(title, [shelf.ids[4], shelf.ids[1]])
    assert shelf.search.text() == ""
    assert shelf.titles() == ["Ауылда жаңа мектеп ашылды", "Автобусы пересчитали"]
    chip = shelf.chip(title)
    bar = part(shelf.panel, FilterBar)
    assert chip.geometry().right() <= bar.rect().right()  # cut, not over the edge
    assert chip.accessibleName()
    QTest.mouseClick(shelf.chip("To do"), Qt.MouseButton.LeftButton)
    assert len(shelf.titles()) == 2
    QTest.mouseClick(shelf.chip(title), Qt.MouseButton.LeftButton)
    assert len(shelf.titles()) == 5
    shelf.panel.show_only("Nothing", [])
    assert shelf.titles() == []
    assert "Nothing matches these filters" in [text.text() for text in shelf.panel.findChildren(WrappedText)]


def test_a_saved_search_is_applied_whole(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.search.setText("ашылды")
    QTest.mouseClick(shelf.chip("To do"), Qt.MouseButton.LeftButton)
    next(a for a in shelf.filters("Language").actions()).trigger()
    shelf.order.set_order("published", descending=True)
    (saved,) = from_json(to_json([shelf.panel.saved_search("Ауыл")]))
    query = shelf.panel._query
    shelf.panel._clear()
    shelf.order.set_order("added", descending=False)
    assert len(shelf.titles()) == 5
    shelf.panel.apply(saved)
    assert shelf.panel._query == query
    assert shelf.search.text() == "ашылды"
    assert shelf.order.text() == "Date ↓"
    assert shelf.chip("To do").isChecked()


def test_saved_filters_are_in_the_menu_with_their_keys(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.panel.show_saved([("Тексеру", "Ctrl+1"), ("A & B", "")])
    chosen: list[int] = []
    shelf.panel.saved_chosen.connect(chosen.append)
    assert entry(shelf, "Тексеру").text() == "Тексеру\tCtrl+1"
    entry(shelf, "A && B").trigger()
    assert chosen == [1]
    with qtbot.waitSignal(shelf.panel.save_requested):
        entry(shelf, "Save").trigger()
    with qtbot.waitSignal(shelf.panel.manage_requested):
        entry(shelf, "Saved filters").trigger()
