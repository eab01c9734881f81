"""Progress over a real project: counted in the background, asked by click and key, and loaded only then."""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.anchor import Span
from app.annotation import Status
from app.commands import annotate, set_status
from app.session import Session
from storage import open_project
from tests.widgets.window import samples
from widgets.charts.counted import Chart
from widgets.charts.figure import Cell
from widgets.charts.window import ProgressWindow
from widgets.shell import Shell

# The offscreen platform neither raises windows nor passes their sizes on.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROOT = Path(__file__).parents[3]
WAIT = 10_000


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three articles, one of them done, with claims and a number of two annotators."""
    path = tmp_path / "мост.pressmark"
    ids = samples.make(path)
    opened = open_project(path)
    mine, theirs = Session(opened, samples.ANNOTATOR), Session(opened, "Данияр")
    for session, article_id, label, start in (
        (mine, ids[0], "claim", 5),
        (mine, ids[1], "claim", 0),
        (mine, ids[1], "number", 5),
        (theirs, ids[2], "claim", 0),
    ):
        session.do("annotate", annotate(opened, article_id, [Span(start, start + 4)], label, session.stamp()))
    mine.do("set_status", set_status(opened, ids[0], mine.annotator, Status.DONE))
    opened.close()
    return path


@pytest.fixture
def shell(tmp_path: Path, project: Path, qtbot: QtBot) -> Iterator[Shell]:
    """The window on it."""
    with samples.shown(tmp_path, project) as shell:
        yield shell


def progress(shell: Shell, qtbot: QtBot) -> ProgressWindow:
    """Progress, opened by its key and counted."""
    QTest.keyClick(shell.window.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    window = opened(ProgressWindow)
    qtbot.waitUntil(lambda: window.figure() is not None, timeout=WAIT)
    QApplication.processEvents()
    return window


def opened(kind: type[ProgressWindow]) -> ProgressWindow:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def says(window: ProgressWindow, summary: str) -> bool:
    made = window.figure()
    return made is not None and made.summary == summary


def rows(window: ProgressWindow) -> tuple[tuple[Cell, ...], ...]:
    made = window.figure()
    assert made is not None
    return made.table.rows


def named(window: QWidget, name: str) -> QComboBox:
    return next(combo for combo in window.findChildren(QComboBox) if combo.accessibleName() == name)


def button(window: QWidget, text: str) -> QPushButton:
    return next(made for made in window.findChildren(QPushButton) if made.text() == text)


def test_the_key_opens_it_and_it_is_counted_in_the_background(shell: Shell, qtbot: QtBot) -> None:
    window = progress(shell, qtbot)
    made = window.figure()
    assert made is not None and made.summary == "1 of 3 articles done."
    window.choose(Chart.ANNOTATIONS)
    made = window.figure()
    assert made is not None and made.summary == "3 annotations made."


def test_work_of_everybody_and_of_another(shell: Shell, qtbot: QtBot) -> None:
    window = progress(shell, qtbot)
    window.choose(Chart.ANNOTATIONS)
    who = named(window, "Whose work")
    assert [who.itemText(n) for n in range(who.count())] == ["Me (Айгүл)", "Everybody", "Данияр"]
    for index, said in ((1, "4 annotations made."), (2, "1 annotation made.")):
        who.setCurrentIndex(index)
        qtbot.waitUntil(partial(says, window, said), timeout=WAIT)


def test_a_bar_asked_for_by_key_filters_the_library(shell: Shell, qtbot: QtBot) -> None:
    window = progress(shell, qtbot)
    window.choose(Chart.ANNOTATIONS)
    panel = window.panel()
    assert panel is not None and shell.desk is not None
    panel.chart.setFocus(Qt.FocusReason.TabFocusReason)
    mark = panel.chart.current()
    assert mark is not None and mark.series.name == "Claim" and mark.high == 2
    QTest.keyClick(panel.chart, Qt.Key.Key_Return)
    library = shell.desk.library
    first = shell.desk.article
    assert first is not None
    qtbot.waitUntil(lambda: library.position(first.id)[1] == 2, timeout=WAIT)
    assert window.isVisible(), "it stays, for the next bar"


def test_tab_goes_from_the_list_of_charts_to_the_chart_and_to_its_table(shell: Shell, qtbot: QtBot) -> None:
    window = progress(shell, qtbot)
    listed = window.focusWidget()
    assert listed is not None and listed.accessibleName() == "Charts"
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Tab)
    panel = window.panel()
    assert panel is not None and window.focusWidget() is panel.chart
    assert panel.chart.accessibleName() == "Annotations by label"
    QTest.keyClick(panel.chart, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Tab)
    table = window.focusWidget()
    assert table is not None and table.accessibleName() == "Annotations by label"


def test_the_table_asks_too_and_is_copied(shell: Shell, qtbot: QtBot) -> None:
    window = progress(shell, qtbot)
    assert shell.desk is not None and shell.desk.article is not None
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    header, first, *_ = QGuiApplication.clipboard().text().split("\n")
    assert header == "Day\tDone\tIn progress\tSkipped\tTo do"
    assert first.split("\t")[1:] == ["1", "0", "0", "2"]
    made = window.figure()
    assert made is not None
    window.mark_asked.emit(made.table.marks[0, 4])
    library = shell.desk.library
    qtbot.waitUntil(lambda: library.position(library.current_article() or 0)[1] == 2, timeout=WAIT)
    QTest.mouseClick(button(window, "Show as a chart"), Qt.MouseButton.LeftButton)
    panel = window.panel()
    assert panel is not None and panel.isVisible()


def test_refresh_counts_what_was_done_since(shell: Shell, qtbot: QtBot) -> None:
    window = progress(shell, qtbot)
    assert shell.desk is not None and shell.desk.article is not None
    shell.desk.set_status(Status.SKIPPED)
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: rows(window)[-1][3] == 1, timeout=WAIT)


def test_esc_closes_and_the_key_brings_it_back(shell: Shell, qtbot: QtBot) -> None:
    window = progress(shell, qtbot)
    window.choose(Chart.PACE)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert progress(shell, qtbot) is window
    assert window.chart() is Chart.PACE


def test_it_goes_with_its_project(shell: Shell, qtbot: QtBot) -> None:
    window = progress(shell, qtbot)
    with qtbot.waitSignal(window.destroyed, timeout=WAIT):
        shell.close_project()


def test_it_is_closed_with_the_main_window_so_that_the_program_ends(shell: Shell, qtbot: QtBot) -> None:
    window = progress(shell, qtbot)
    with qtbot.waitSignal(window.destroyed, timeout=WAIT):
        shell.window.close()
        assert not any(
            isinstance(w, ProgressWindow) and w.isVisible() for w in QApplication.topLevelWidgets()
        )


def test_pyqtgraph_is_not_loaded_before_it_is_shown(project: Path, tmp_path: Path) -> None:
    program = f"""
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from tests.widgets.window import samples
from widgets.charts.window import ProgressWindow
heavy = lambda: sorted({{"pyqtgraph", "numpy"}} & set(sys.modules))
found = []
with samples.shown(Path({str(tmp_path)!r}), Path({str(project)!r})) as shell:
    application.processEvents()
    found.append(heavy())
    shell.actions.trigger("progress")
    window = next(w for w in application.topLevelWidgets() if isinstance(w, ProgressWindow))
    while window.figure() is None:
        application.processEvents()
    found.append(heavy())
print(json.dumps(found))
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == [[], ["numpy", "pyqtgraph"]]
