from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.anchor import Span
from app.annotation import Status
from app.commands import annotate, remove_articles, set_status
from app.project import ArticleQuery
from app.session import Session
from tests.widgets.library.conftest import PAGES
from tests.widgets.library.shelf import Shelf
from tests.widgets.panels import ANNOTATOR, add, news_scheme, open_session, page, part, stand
from widgets.library import LibraryPanel
from widgets.library.filters import FilterBar
from widgets.library.panel import DEBOUNCE
from widgets.library.words import shown_date


def click_row(qtbot: QtBot, view: QListView, row: int) -> None:
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


# -- finding ------------------------------------------------------------------------------------


def test_all_articles_in_the_order_they_came(shelf: Shelf) -> None:
    assert shelf.titles() == [p.title for p in PAGES]
    assert shelf.search.placeholderText() == "Search 5 articles"
    assert shelf.chip("To do").text() == "To do 5"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("елк", ["Ёлки подорожали"]),
        ("ОҚУШЫ", ["Ауылда жаңа мектеп ашылды"]),
        ("мост", ["Мост через Ишим откроют в мае"]),
        ('"tickets cost"', ["Harbour ferry returns"]),
        ("тенге подорожали", ["Ёлки подорожали"]),
        ("трамвай", []),
        ("   ", [p.title for p in PAGES]),
    ],
)
def test_search_as_one_types(shelf: Shelf, qtbot: QtBot, typed: str, found: list[str]) -> None:
    shelf.panel.focus_search()
    shelf.search.setText("")
    QTest.keyClicks(shelf.search, typed) if typed.isascii() else shelf.search.insert(typed)
    qtbot.waitUntil(lambda: shelf.titles() == found, timeout=20 * DEBOUNCE)


def test_a_search_without_match_says_so_and_clears(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.search.setText("zzz")
    qtbot.waitUntil(lambda: not shelf.rows.isVisible(), timeout=20 * DEBOUNCE)
    assert "Nothing matches “zzz”" in shown_texts(shelf.panel)
    button = next(b for b in shelf.panel.findChildren(QPushButton) if b.text() == "Clear" and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(shelf.titles()) == 5
    assert shelf.search.text() == ""


def test_down_goes_to_the_list_and_escape_clears(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.panel.focus_search()
    QTest.keyClicks(shelf.search, "ferry")
    QTest.keyClick(shelf.search, Qt.Key.Key_Down)  # before the debounce has run out
    assert shelf.titles() == ["Harbour ferry returns"]
    assert shelf.rows.hasFocus()
    QTest.keyClick(shelf.rows, Qt.Key.Key_Return)
    assert shelf.chosen == [shelf.ids[2]]
    QTest.keyClick(shelf.rows, Qt.Key.Key_Escape)
    assert len(shelf.titles()) == 5
    QTest.keyClick(shelf.rows, Qt.Key.Key_Home)
    QTest.keyClick(shelf.rows, Qt.Key.Key_Up)
    assert shelf.search.hasFocus()
    QTest.keyClicks(shelf.search, "x")
    QTest.keyClick(shelf.search, Qt.Key.Key_Escape)
    assert shelf.search.text() == ""
    assert len(shelf.titles()) == 5


def test_enter_in_the_search_box_chooses_the_first(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.panel.focus_search()
    QTest.keyClicks(shelf.search, "ferry")
    QTest.keyClick(shelf.search, Qt.Key.Key_Return)
    assert shelf.chosen == [shelf.ids[2]]


# -- choosing -----------------------------------------------------------------------------------


def test_a_click_chooses_at_once_and_once(shelf: Shelf, qtbot: QtBot) -> None:
    click_row(qtbot, shelf.rows, 3)
    qtbot.wait(250)
    assert shelf.chosen == [shelf.ids[3]]
    assert shelf.panel.current_article() == shelf.ids[3]


def test_arrow_keys_choose_where_they_come_to_rest(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.panel.select_article(shelf.ids[0])
    shelf.rows.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(shelf.rows, key)
    assert shelf.chosen == []
    qtbot.waitUntil(lambda: shelf.chosen == [shelf.ids[2]], timeout=2000)
    QTest.keyClick(shelf.rows, Qt.Key.Key_End)
    QTest.keyClick(shelf.rows, Qt.Key.Key_Return)
    assert shelf.chosen == [shelf.ids[2], shelf.ids[4]]


def test_letters_and_digits_do_nothing_in_the_list(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.panel.select_article(shelf.ids[4])
    shelf.rows.setFocus()
    QTest.keyClicks(shelf.rows, "Harbour12")
    assert shelf.panel.current_article() == shelf.ids[4]


def test_selecting_says_nothing(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.panel.select_article(shelf.ids[4])
    assert shelf.panel.current_article() == shelf.ids[4]
    shelf.panel.select_article(None)
    assert shelf.panel.current_article() is None
    shelf.panel.select_article(999)
    assert shelf.panel.current_article() is None
    qtbot.wait(250)
    assert shelf.chosen == []


def test_neighbours_and_position_are_those_of_the_list(shelf: Shelf) -> None:
    first, second, *_, last = shelf.ids
    assert shelf.panel.neighbour(first, 1) == second
    assert shelf.panel.neighbour(first, -1) is None
    assert shelf.panel.neighbour(last, 1) is None
    assert shelf.panel.neighbour(999, 1) is None
    assert shelf.panel.position(second) == (2, 5)
    assert shelf.panel.position(999) == (0, 5)
    shelf.order.set_order("title", descending=False)
    assert shelf.titles()[0] == "Harbour ferry returns"
    assert shelf.panel.position(shelf.ids[2]) == (1, 5)


# -- filters and order --------------------------------------------------------------------------


def test_status_chips_count_and_filter(shelf: Shelf, qtbot: QtBot) -> None:
    session = shelf.session
    session.do("set_status", set_status(session.project, shelf.ids[1], ANNOTATOR, Status.DONE))
    assert shelf.chip("Done").text() == "Done 1"
    assert shelf.chip("To do").text() == "To do 4"
    QTest.mouseClick(shelf.chip("Done"), Qt.MouseButton.LeftButton)
    assert shelf.titles() == ["Ауылда жаңа мектеп ашылды"]
    QTest.mouseClick(shelf.chip("To do"), Qt.MouseButton.LeftButton)
    assert len(shelf.titles()) == 5
    QTest.mouseClick(shelf.chip("Done"), Qt.MouseButton.LeftButton)
    assert len(shelf.titles()) == 4
    session.undo()
    assert shelf.chip("Done").text() == "Done 0"
    qtbot.waitUntil(lambda: len(shelf.titles()) == 5, timeout=2000)


def test_the_current_article_stays_though_it_no_longer_matches(shelf: Shelf, qtbot: QtBot) -> None:
    QTest.mouseClick(shelf.chip("To do"), Qt.MouseButton.LeftButton)
    shelf.panel.select_article(shelf.ids[1])
    session = shelf.session
    qtbot.wait(300)
    session.do("set_status", set_status(session.project, shelf.ids[1], ANNOTATOR, Status.DONE))
    assert shelf.panel.position(shelf.ids[1]) == (2, 5)
    assert shelf.summary(1).status is Status.DONE
    assert shelf.panel.neighbour(shelf.ids[1], 1) == shelf.ids[2]
    shelf.panel.select_article(shelf.ids[2])
    assert shelf.panel.position(shelf.ids[1]) == (0, 4)
    assert shelf.panel.current_article() == shelf.ids[2]
    assert shelf.chosen == []


def test_skipped_is_offered_once_something_is(shelf: Shelf) -> None:
    with pytest.raises(StopIteration):
        shelf.chip("Skipped")
    session = shelf.session
    session.do("set_status", set_status(session.project, shelf.ids[0], ANNOTATOR, Status.SKIPPED))
    assert shelf.chip("Skipped").text() == "Skipped 1"


def test_another_annotators_status_is_not_counted(shelf: Shelf) -> None:
    other = Session(shelf.session.project, "Ерлан")
    other.listen(shelf.panel.on_step)
    other.do("set_status", set_status(other.project, shelf.ids[0], "Ерлан", Status.DONE))
    assert shelf.chip("Done").text() == "Done 0"
    assert shelf.summary(0).status is Status.TODO


def test_the_menu_filters_by_language_and_label(shelf: Shelf, qtbot: QtBot) -> None:
    session = shelf.session
    text = session.project.text(shelf.ids[3])
    start = text.index("30 тыс.")
    changes = annotate(session.project, shelf.ids[3], [Span(start, start + 7)], "number", session.stamp())
    session.do("annotate", changes)
    languages = shelf.filters("Language")
    next(a for a in languages.actions() if a.text().startswith("English")).trigger()
    assert shelf.titles() == ["Harbour ferry returns"]
    QTest.mouseClick(shelf.chip("English"), Qt.MouseButton.LeftButton)
    assert len(shelf.titles()) == 5
    labels = shelf.filters("Has label")
    next(a for a in labels.actions() if a.text() == "Number").trigger()
    assert shelf.titles() == ["Ёлки подорожали"]
    assert shelf.chip("has Number").isChecked()


def test_the_menu_offers_sources(shelf: Shelf) -> None:
    sources = shelf.filters("Source")
    next(a for a in sources.actions() if a.text().startswith("qala.example")).trigger()
    assert shelf.titles() == ["Ауылда жаңа мектеп ашылды", "Автобусы пересчитали"]


def test_a_revision_takes_the_place_of_the_earlier_text(shelf: Shelf, qtbot: QtBot) -> None:
    session, before = shelf.session, shelf.titles()
    for title in ("Камеры пересчитали", "Камеры пересчитали заново"):
        changed = page(title, "По словам Асета, общее число камер в городе – около 30 тыс.")
        add(session, [replace(changed, url="https://a.example/1")])
    qtbot.waitUntil(lambda: shelf.titles() == [*before, "Камеры пересчитали заново"], timeout=2000)
    menu = part(shelf.panel, FilterBar).menu()
    next(a for a in menu.actions() if a.text() == "With earlier revisions").trigger()
    assert shelf.titles() == [*before, "Камеры пересчитали", "Камеры пересчитали заново"]
    QTest.mouseClick(shelf.chip("With earlier revisions"), Qt.MouseButton.LeftButton)
    assert len(shelf.titles()) == len(before) + 1


def test_orders(shelf: Shelf) -> None:
    button = shelf.order
    button.set_order("published", descending=True)
    assert shelf.titles()[0] == "Ауылда жаңа мектеп ашылды"
    assert shelf.titles()[-1] == "Ёлки подорожали"  # an unknown date comes last
    next(a for a in button.menu().actions() if a.text() == "Added").trigger()
    assert shelf.titles() == [p.title for p in PAGES]
    assert button.text() == "Added ↑"


# -- following steps ----------------------------------------------------------------------------


def test_an_import_inserts_rows_and_keeps_the_place(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.panel.select_article(shelf.ids[1])
    more = [page(f"Новость {n}", f"Текст {n}.") for n in range(30)]
    add(shelf.session, more[:10])
    add(shelf.session, more[10:])
    qtbot.waitUntil(lambda: len(shelf.titles()) == 35, timeout=2000)
    assert shelf.titles()[-1] == "Новость 29"
    assert shelf.panel.current_article() == shelf.ids[1]
    assert shelf.search.placeholderText() == "Search 35 articles"
    assert shelf.chip("To do").text() == "To do 35"
    shelf.session.undo()
    qtbot.waitUntil(lambda: len(shelf.titles()) == 15, timeout=2000)
    assert shelf.chosen == []


def test_an_import_is_put_at_the_end_without_asking_for_all_ids_anew(
    shelf: Shelf, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ArticleQuery] = []
    find = shelf.session.project.find

    def count(query: ArticleQuery) -> list[int]:
        asked.append(query)
        return find(query)

    monkeypatch.setattr(shelf.session.project, "find", count)
    new = add(shelf.session, [page(f"Новость {number}", "Ночью выпал снег.") for number in range(3)])
    qtbot.waitUntil(lambda: len(shelf.titles()) == len(PAGES) + 3)
    assert asked == []
    assert shelf.panel.position(new[-1]) == (len(PAGES) + 3, len(PAGES) + 3)
    shelf.session.undo()
    qtbot.waitUntil(lambda: len(shelf.titles()) == len(PAGES))
    shelf.session.redo()
    qtbot.waitUntil(lambda: len(shelf.titles()) == len(PAGES) + 3)
    assert asked != []
    monkeypatch.undo()
    before = shelf.titles()
    shelf.panel.refresh()
    assert shelf.titles() == before


def test_an_import_into_another_order_is_put_where_it_belongs(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.order.set_order("title", descending=False)
    add(shelf.session, [page("Арбузы подешевели", "На треть.")])
    qtbot.waitUntil(lambda: "Арбузы подешевели" in shelf.titles())
    assert shelf.titles().index("Арбузы подешевели") < shelf.titles().index("Мост через Ишим откроют в мае")


def test_what_a_row_says_stands_in_its_middle(shelf: Shelf, qtbot: QtBot) -> None:
    long = "Очень длинный заголовок, которому в узком списке нужно никак не меньше трёх строк"
    add(shelf.session, [page(long, "Так.")])
    qtbot.waitUntil(lambda: long in shelf.titles())
    image = shelf.rows.viewport().grab().toImage()
    for row in (1, 3, len(shelf.titles()) - 1):
        rect = shelf.rows.visualRect(shelf.rows.model().index(row, 0))
        paper = image.pixelColor(rect.right() - 2, rect.top() + 1)
        used = [
            y
            for y in range(rect.top(), rect.bottom())
            if any(image.pixelColor(x, y) != paper for x in range(rect.left() + 40, rect.right() - 20))
        ]
        above, below = used[0] - rect.top(), rect.bottom() - used[-1]
        assert abs(above - below) <= 6, shelf.titles()[row]


def test_an_annotation_is_counted_in_its_row(shelf: Shelf) -> None:
    session = shelf.session
    assert not shelf.summary(2).counts.get("claim")
    changes = annotate(session.project, shelf.ids[2], [Span(0, 7)], "claim", session.stamp())
    session.do("annotate", changes)
    assert shelf.summary(2).counts["claim"] == 1
    session.undo()
    assert not shelf.summary(2).counts.get("claim")


def test_a_removed_article_leaves_and_its_neighbours_are_known(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.panel.select_article(shelf.ids[2])
    qtbot.wait(300)
    session = shelf.session
    session.do("remove_articles", remove_articles(session.project, [shelf.ids[2]]))
    qtbot.waitUntil(lambda: len(shelf.titles()) == 4, timeout=2000)
    assert shelf.panel.neighbour(shelf.ids[2], 1) == shelf.ids[3]
    assert shelf.panel.neighbour(shelf.ids[2], -1) == shelf.ids[1]
    assert shelf.chosen == []


def test_an_empty_project_asks_for_pages(qtbot: QtBot, tmp_path: Path) -> None:
    session, _ = open_session(tmp_path)
    panel = LibraryPanel(session.project, ANNOTATOR, news_scheme())
    session.listen(panel.on_step)
    window = stand(qtbot, panel, 262, 500)
    button = next(b for b in panel.findChildren(QPushButton) if b.text() == "Import…")
    with qtbot.waitSignal(panel.import_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel.position(1) == (0, 0)
    qtbot.wait(300)
    add(session, PAGES[:1])
    assert part(panel, QListView, "libraryList").isVisible()
    window.close()
    session.project.close()


# -- drawing ------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [240, 262, 480])
def test_rows_are_drawn_inside_their_width(shelf: Shelf, qtbot: QtBot, width: int) -> None:
    add(
        shelf.session,
        [page("Электроэнергетикалықжабдықтаушыларыңыздардыңөкілдерімен кездесу өтті", "Бір сөз.")],
    )
    shelf.panel.resize(width, 700)
    shelf.panel.refresh()
    view = shelf.rows
    qtbot.wait(50)
    drawn = view.viewport().grab().toImage()
    ground = drawn.pixelColor(drawn.width() - 1, 3)
    assert inked(drawn, QPoint(0, 0), QPoint(drawn.width(), 200)) > 50
    assert all(drawn.pixelColor(drawn.width() - 1, y) == ground for y in range(drawn.height()))


def test_statuses_differ_in_shape(shelf: Shelf, qtbot: QtBot) -> None:
    session = shelf.session
    for identifier, status in zip(shelf.ids, Status, strict=False):
        session.do("set_status", set_status(session.project, identifier, ANNOTATOR, status))
    qtbot.wait(20)
    drawn = shelf.rows.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    marks = []
    for row in range(4):
        box = shelf.rows.visualRect(shelf.rows.model().index(row, 0))
        mark = drawn.copy(box.left() + 16, box.top(), 13, box.height())
        marks.append(inked(mark, QPoint(0, 0), QPoint(13, box.height())))
    todo, progress, done, skipped = marks
    assert skipped < todo < progress < done


def test_every_control_has_a_name(shelf: Shelf) -> None:
    controls = [w for w in shelf.panel.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(controls) > 5
    for control in controls:
        if control.isVisible():
            assert control.accessibleName() or getattr(control, "text", str)(), control


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2023-07-04", "4 Jul 2023"),
        ("2023-07-04T23:59:00+06:00", "4 Jul 2023"),
        ("2023-07", "Jul 2023"),
        ("2023", "2023"),
        ("2023-02-31", "2023-02-31"),
        ("вчера", "вчера"),
        ("", ""),
        (None, ""),
    ],
)
def test_dates_as_the_language_writes_them(published: str | None, shown: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    try:
        assert shown_date(published) == shown
        QLocale.setDefault(QLocale("kk_KZ"))
        assert shown_date("2023-05-12").startswith("12 ")
        assert shown_date("2023-05-12") != "12 May 2023"
    finally:
        QLocale.setDefault(before)


def inked(image: QImage, start: QPoint, end: QPoint) -> int:
    """How many pixels differ clearly from the corner's."""
    ground = image.pixelColor(start)
    return sum(
        abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 40
        for x in range(start.x(), end.x())
        for y in range(start.y(), end.y())
    )


def shown_texts(panel: QWidget) -> list[str]:
    return [w.accessibleName() for w in panel.findChildren(QWidget) if w.isVisible()]
