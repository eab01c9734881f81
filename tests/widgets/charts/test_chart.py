"""A chart under the hand: keys, pointer, words said, table, picture, theme. Real events on real widgets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.errors import UserError
from tests.widgets.charts.numbers import FEW, LONG_NAME, counted, with_speakers
from tests.widgets.panels import news_scheme, stand
from widgets import theme
from widgets.charts.chart import ChartView
from widgets.charts.counted import Chart, figure
from widgets.charts.figure import Figure, Mark
from widgets.charts.looks import look
from widgets.charts.panel import ChartPanel
from widgets.charts.pictures import save_picture
from widgets.charts.table import TableView, tsv

KEY = Qt.Key
LABELS = [label.id for label in news_scheme().labels]


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ChartPanel]:
    """A chart in a window, with nothing in it yet."""
    made = ChartPanel()
    window = stand(qtbot, made, 860, 480)
    QApplication.processEvents()
    made.chart.clearFocus()
    yield made
    window.close()


def show(panel: ChartPanel, chart: Chart, unit: str = "KZT", figures: Figure | None = None) -> Figure:
    made = figures or figure(chart, counted(), None, unit)
    panel.show_figure(made, news_scheme())
    for _ in range(3):
        QApplication.processEvents()
    return made


def asked(view: ChartView) -> list[Mark]:
    found: list[Mark] = []
    view.asked.connect(found.append)
    return found


def press(view: ChartView, *pressed: Qt.Key) -> Mark | None:
    for key in pressed:
        QTest.keyClick(view, key)
    return view.current()


# ----------------------------------------------------------------------------------------------- keys


def test_arrows_walk_over_the_bars_and_enter_asks(panel: ChartPanel) -> None:
    chart = show(panel, Chart.STATUS)
    view, wanted = panel.chart, asked(panel.chart)
    said: list[str] = []
    view.pointed.connect(said.append)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert said[-1] == "Done, 20 Nov 2026: 4 articles", "one begins at the newest"
    assert press(view, KEY.Key_Up) == next(
        m for m in chart.marks if m.column == 2 and m.series.name == "Skipped"
    )
    after = press(view, KEY.Key_Up, KEY.Key_Left)
    assert after is not None and (after.series.name, after.column) == ("To do", 1), (
        "one stays with the series"
    )
    first = press(view, KEY.Key_Home)
    assert first is not None and first.column == 0
    assert press(view, KEY.Key_Left, KEY.Key_PageUp, KEY.Key_Down) == first, "one stops at the ends"
    assert view.accessibleDescription().startswith("To do, 16 Nov 2026: 6 articles")
    press(view, KEY.Key_Return)
    press(view, KEY.Key_Space)
    assert wanted == [first, first]
    last = press(view, KEY.Key_End)
    assert last is not None and last.column == 2


def test_in_a_lying_chart_up_and_down_go_from_row_to_row(panel: ChartPanel) -> None:
    chart = show(panel, Chart.SUGGESTERS)
    view = panel.chart
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.current() is chart.marks[0]
    assert press(view, KEY.Key_Right, KEY.Key_Right, KEY.Key_Right) is chart.marks[2]
    assert press(view, KEY.Key_Left) is chart.marks[1]
    show(panel, Chart.SPEAKERS)
    moved = press(view, KEY.Key_Down)
    assert moved is not None and moved.title == LONG_NAME
    still = press(view, KEY.Key_Down)
    assert still is moved


def test_the_frame_is_seen_only_while_the_chart_has_the_focus(panel: ChartPanel) -> None:
    show(panel, Chart.STATUS)
    before = panel.chart.grab().toImage()
    panel.chart.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    framed = panel.chart.grab().toImage()
    panel.chart.clearFocus()
    QApplication.processEvents()
    after = panel.chart.grab().toImage()
    assert framed != before and after == before


# -------------------------------------------------------------------------------------------- pointer


@pytest.mark.parametrize("chart", Chart)
def test_a_click_on_a_bar_asks_for_that_bar(panel: ChartPanel, chart: Chart) -> None:
    made = show(panel, chart)
    view, wanted = panel.chart, asked(panel.chart)
    for mark in made.marks:
        place = view.place_of(mark).toPoint()
        target = view.childAt(place)
        assert target is not None
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(view, place))
    bars = [mark for mark in wanted if not mark.is_point]
    assert bars and set(map(id, wanted)) >= {id(mark) for mark in made.marks if mark.is_point}
    if not any(mark.is_point for mark in made.marks):
        assert [mark.line for mark in wanted] == [mark.line for mark in made.marks]


def test_a_click_beside_the_bars_asks_for_nothing(panel: ChartPanel) -> None:
    show(panel, Chart.ANNOTATIONS)
    wanted = asked(panel.chart)
    target = panel.chart.childAt(200, 100)
    assert target is not None
    QTest.mouseClick(
        target, Qt.MouseButton.LeftButton, pos=target.mapFrom(panel.chart, QPointF(200, 100).toPoint())
    )
    assert wanted == []


def test_what_is_under_the_pointer_is_said(panel: ChartPanel) -> None:
    made = show(panel, Chart.SPEAKERS)
    said: list[str] = []
    panel.chart.pointed.connect(said.append)
    place = panel.chart.place_of(made.marks[1]).toPoint()
    target = panel.chart.childAt(place)
    assert target is not None
    QTest.mouseMove(target, target.mapFrom(panel.chart, place))
    QApplication.processEvents()
    assert said[-1].startswith(LONG_NAME)


# ---------------------------------------------------------------------------------------------- looks


def test_counts_have_whole_ticks_and_long_names_are_cut(panel: ChartPanel) -> None:
    show(panel, Chart.STATUS)
    lower, left = panel.chart.ticks()
    assert all(text.isdigit() for text in left)
    assert "2026" in lower[0]
    show(panel, Chart.SPEAKERS)
    lower, left = panel.chart.ticks()
    assert left[0] == "Ерлан Касымов"
    assert left[1].endswith("…") and LONG_NAME.startswith(left[1][:-1])
    assert lower == ["0", "1", "2", "3"]


def test_fifteen_rows_are_all_named(panel: ChartPanel) -> None:
    show(panel, Chart.SPEAKERS, figures=figure(Chart.SPEAKERS, counted(with_speakers(40)), None, ""))
    assert panel.chart.ticks()[1] == [f"Эксперт {n}" for n in range(15)]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_series_differ_in_more_than_colour(mode: theme.Mode) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, mode)
    for kind, names in {
        "label": LABELS,
        "status": ["done", "in_progress", "skipped", "todo"],
        "decision": ["accepted", "edited", "rejected"],
    }.items():
        looks = [look(f"{kind}:{name}", news_scheme()) for name in names]
        assert len({one.tile for one in looks}) == len(names)
        assert len({one.line for one in looks}) >= len(names) - (kind == "status")
    theme.apply(application, "light")


def test_a_change_of_theme_is_followed_at_once(panel: ChartPanel) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    show(panel, Chart.ANNOTATIONS)
    corner = (5, panel.height() - 5)
    assert panel.grab().toImage().pixelColor(*corner).name() == theme.theme("light").paper.lower()
    theme.apply(application, "dark")
    try:
        for _ in range(3):
            QApplication.processEvents()
        picture = panel.grab().toImage()
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(0, picture.width(), 2)
            for y in range(0, picture.height(), 2)
        }
        dark, light = theme.theme("dark"), theme.theme("light")
        claim = news_scheme().label("claim")
        assert claim is not None
        assert {dark.paper.lower(), claim.dark.line.lower()} <= colours
        assert not {light.paper.lower(), claim.light.line.lower()} & colours
    finally:
        theme.apply(application, "light")


def test_the_legend_names_the_series_of_the_chart_shown(panel: ChartPanel) -> None:
    show(panel, Chart.STATUS)
    show(panel, Chart.ANNOTATIONS)
    QApplication.sendPostedEvents(None, 52)  # deferred deletion
    words = [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]
    assert "Number" in words and "Skipped" not in words


# ------------------------------------------------------------------------------------ table and picture


def test_the_table_is_copied_whole_or_in_part_and_asks(qtbot: QtBot) -> None:
    view = TableView()
    window = stand(qtbot, view, 600, 300)
    made = figure(Chart.SUGGESTERS, counted(), None, "")
    view.show_table(made.table, made.title)
    view.setFocus()
    QTest.keyClick(view, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:3] == ["Suggester", "Accepted", "Edited"]
    assert lines[1] == "numbers\t6\t1\t3\t2\t70.0\t2.4"
    QTest.keyClick(view, KEY.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "numbers\t6\n"
    wanted: list[Mark] = []
    view.asked.connect(wanted.append)
    QTest.keyClick(view, KEY.Key_Right)
    QTest.keyClick(view, KEY.Key_Return)
    assert [mark.series.name for mark in wanted] == ["Edited"]
    assert view.accessibleName() == "Suggestions decided"
    window.close()


def test_large_numbers_are_copied_plain_and_names_stay_in_their_cell() -> None:
    assert tsv([("А\tБ\nВ", 30_000, 2.5)]) == "А Б В\t30000\t2.5\n"


def test_a_picture_is_saved_with_title_and_legend(panel: ChartPanel, tmp_path: Path) -> None:
    show(panel, Chart.ANNOTATIONS)
    panel.chart.setFocus(Qt.FocusReason.TabFocusReason)
    out = tmp_path / "өнім.png"
    save_picture(panel.picture(), out)
    saved = QImage(str(out))
    assert saved.width() == 2 * panel.width() and saved.height() == 2 * panel.height()
    claim = news_scheme().label("claim")
    assert claim is not None
    ink = theme.current().ink.lower()
    upper = {saved.pixelColor(x, y).name() for x in range(saved.width()) for y in range(200)}
    assert claim.light.line.lower() in upper and ink in upper, "legend and title"


def test_a_picture_that_cannot_be_saved_is_told(panel: ChartPanel, tmp_path: Path) -> None:
    show(panel, Chart.STATUS)
    with pytest.raises(UserError, match=r"nowhere.*could not be written"):
        save_picture(panel.picture(), tmp_path / "nowhere" / "a.png")


def test_these_statistics_have_something_in_every_chart() -> None:
    assert all(figure(chart, counted(FEW), None, "KZT").marks for chart in Chart)
