"""The panel by itself: thousands of rows, the column of the match, clicks, names, both themes."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.anchor import Span
from app.concordance import Occurrence
from tests.widgets.panels import news_scheme, stand
from widgets import theme
from widgets.occurrences import OccurrencesPanel, Seed
from widgets.occurrences.model import OccurrencesModel
from widgets.tasks import Progress

LONG = "қанағаттандырылмағандықтарыңыздан"


def occurrence(
    number: int, match: str = "мост", article: int = 1, suggestion: int | None = None
) -> Occurrence:
    left, right = f"{LONG} слева {number} ", f" справа {number} {LONG}"
    return Occurrence(
        article, Span(number * 10, number * 10 + 4), left, match, right, f"Статья {article}", suggestion
    )


class PanelWith(Protocol):
    """Makes a panel of so many rows in a window of its own."""

    def __call__(self, count: int, mode: theme.Mode = "light", width: int = 820) -> OccurrencesPanel: ...


@pytest.fixture
def panel_with(qtbot: QtBot) -> Iterator[PanelWith]:
    windows: list[QWidget] = []  # a window goes with the last name it has

    def make(count: int, mode: theme.Mode = "light", width: int = 820) -> OccurrencesPanel:
        panel = OccurrencesPanel()
        windows.append(stand(qtbot, panel, width, 360, mode))
        panel.begin(Seed("мост", "speaker", "ru", {"canonical_name": LONG}), news_scheme())
        panel.clear()
        panel.append([occurrence(number) for number in range(count)])
        panel.show_progress(None)
        panel.show()
        panel.list.setFocus()
        qtbot.wait(1)
        return panel

    yield make


def test_answers_of_thousands_of_rows_are_counted(panel_with: PanelWith) -> None:
    panel = panel_with(5000)
    model = panel.model
    model.answer(10, True)
    model.answer(11, False)
    model.answer(10, None)
    model.answer_rest(4000, True)
    assert (model.count(True), model.count(False)) == (1000, 1)
    assert panel._mark.text() == "Mark 1000 of 5000"
    assert panel._said.text() == "1000 yes · 1 no · 3999 left of 5000"
    assert [o.span.start for o in model.with_answer(True)][:2] == [40000, 40010]
    model.begin()
    model.append([occurrence(11), occurrence(4000), occurrence(1)])
    assert (model.count(True), model.count(False)) == (1, 1)
    model.forget()
    model.append([occurrence(11)])
    assert model.answer_of(0) is None


def test_rows_are_appended_without_moving_the_current_one(panel_with: PanelWith) -> None:
    panel = panel_with(50)
    panel.list.go_to(7)
    panel.append([occurrence(number, article=2) for number in range(3)])
    assert panel.list.row() == 7
    assert panel.model.rowCount() == len(panel.model.keys) == 53


def test_a_suggestion_answered_no_is_counted_as_rejected(qtbot: QtBot) -> None:
    model = OccurrencesModel()
    model.append([occurrence(1, suggestion=7), occurrence(2)])
    model.answer(0, False)
    model.answer(1, False)
    assert model.rejected() == 1
    model.answer(0, True)
    assert model.rejected() == 0


def test_a_click_on_the_answer_goes_on_to_the_next_one(panel_with: PanelWith) -> None:
    panel = panel_with(3)
    place = panel.list.visualRect(panel.model.index(1)).center()
    answer = QPoint(8, place.y())
    seen = []
    for _ in range(3):
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=answer)
        seen.append(panel.model.answer_of(1))
    assert seen == [True, False, None]
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.model.answer_of(1) is None
    assert panel.list.row() == 1


def left_edges(panel: OccurrencesPanel, rows: int) -> list[int]:
    """Where the frame of the match begins in each row: the first pixel of the label's fill."""
    image: QImage = panel.list.viewport().grab().toImage()
    label = panel.options.label()
    assert label is not None
    fill = QColor(theme.current().label(label).fill).rgb()
    edges = []
    for row in range(rows):
        y = panel.list.visualRect(panel.model.index(row)).center().y()
        edges.append(next(x for x in range(image.width()) if image.pixel(x, y) == fill))
    return edges


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_all_matches_begin_in_one_column_whatever_stands_before_them(
    panel_with: PanelWith, mode: theme.Mode
) -> None:
    panel = panel_with(0, mode)
    contexts = [("", "мост", ""), ("слово ", "Мостам", " дальше"), (LONG * 3, LONG, LONG), ("«", "мост", "»")]
    panel.append(
        [
            Occurrence(1, Span(i * 50, i * 50 + 9), left, match, right)
            for i, (left, match, right) in enumerate(contexts)
        ]
    )
    panel.model.answer_rest(0, True)
    panel.list.clearSelection()
    assert len(set(left_edges(panel, len(contexts)))) == 1


def test_every_control_has_a_name_and_rows_are_told_with_their_answer(panel_with: PanelWith) -> None:
    panel = panel_with(2)
    for button in panel.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text(), button
    for widget in (panel, panel.list, panel.options._label, panel._bar):
        assert widget.accessibleName()
    said = Qt.ItemDataRole.AccessibleTextRole
    panel.model.answer(0, True)
    assert str(panel.model.data(panel.model.index(0), said)).startswith("yes: ")
    assert "мост" in str(panel.model.data(panel.model.index(1), said))
    assert str(panel.model.data(panel.model.index(1), said)).startswith("not answered: ")


def test_nothing_is_cut_where_it_is_narrow(panel_with: PanelWith) -> None:
    panel = panel_with(4, width=380)
    panel.model.answer_rest(0, True)
    for button in panel.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
            right = button.mapTo(panel, QPoint(button.width(), 0)).x()
            assert right <= panel.width(), button.text()
    assert panel._mark.width() >= panel._mark.sizeHint().width()


def test_the_search_is_shown_only_for_the_whole_project(qtbot: QtBot, panel_with: PanelWith) -> None:
    panel = panel_with(0)
    panel.clear()
    assert panel.list.message() == "Searching…"
    assert not panel._search_row.isVisible()
    with qtbot.waitSignal(panel.search_wanted):
        panel.press("5")
    panel.show_progress(Progress(12, 40))
    assert panel._search_row.isVisible()
    assert panel._searched.text() == "Articles searched: 12 of 40"
    stop = next(b for b in panel.findChildren(QAbstractButton) if b.text() == "Stop")
    with qtbot.waitSignal(panel.stop_wanted):
        stop.click()
    panel.show_progress(None)
    assert panel.list.message() == "Nowhere else in the project."


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, panel_with: PanelWith) -> None:
    panel = panel_with(2)
    panel.press("Y")
    close = next(b for b in panel.findChildren(QAbstractButton) if b.text() == "✕")
    close.setFocus()
    with qtbot.waitSignal(panel.closed), qtbot.assertNotEmitted(panel.accepted):
        QTest.keyClick(close, Qt.Key.Key_Return)


def test_keys_without_a_meaning_are_left_to_the_window(panel_with: PanelWith) -> None:
    panel = panel_with(2)
    assert not panel.press("Q")
    assert not panel.press("Ctrl+Z")
    panel.press("L")
    assert not panel.press("9")
    assert isinstance(panel.list.parent(), QWidget)
