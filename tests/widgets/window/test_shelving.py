"""Flags, many articles at once, the bin and saved filters, in the real window on a real project."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.anchor import Span
from app.annotation import Status
from app.project import ArticleQuery, Binned
from app.saved_filters import KEY
from storage import open_project
from tests.widgets.panels import part
from tests.widgets.window.samples import ANNOTATOR, make, marks, shown
from widgets import bulk, shelving
from widgets.active_time import ActiveTime
from widgets.desk import Desk
from widgets.dialogs.bin import BinDialog, days_left
from widgets.dialogs.saved_filters import NameDialog, SavedFiltersDialog
from widgets.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "news.pressmark"
    make(path)
    return path


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, file: Path) -> Iterator[Shell]:
    with shown(tmp_path, file) as shell:
        qtbot.waitExposed(shell.window)
        shell.window.activateWindow()
        yield shell


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few articles, write beside the window."""
    monkeypatch.setattr(shelving, "_AT_ONCE", dict.fromkeys(shelving._AT_ONCE, 0))
    monkeypatch.setattr(bulk, "_HEAVY", 0)


def desk_of(shell: Shell) -> Desk:
    assert shell.desk is not None
    return shell.desk


def select_all(shell: Shell) -> QListView:
    rows = part(shell.window, QListView, "libraryList")
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    return rows


def flagged(shell: Shell) -> list[int]:
    return desk_of(shell).project.find(ArticleQuery(annotator=ANNOTATOR, flagged=True))


def statuses(shell: Shell) -> set[Status | None]:
    project = desk_of(shell).project
    found = (project.status(article_id, ANNOTATOR) for article_id in project.find(ArticleQuery()))
    return {None if status is None else status.status for status in found}


def dialog(kind: type[QWidget]) -> QWidget:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def articles(shell: Shell) -> int:
    return len(desk_of(shell).project.find(ArticleQuery()))


def test_f_flags_the_open_article_and_takes_the_flag_off(shell: Shell) -> None:
    desk = desk_of(shell)
    assert desk.article is not None
    desk.reader.setFocus()
    assert shell.keys.press("F", desk.reader)
    assert flagged(shell) == [desk.article.id]
    assert shell.keys.press("F", desk.reader)
    assert flagged(shell) == []
    shell.actions.trigger("undo")
    assert flagged(shell) == [desk.article.id]


def test_f_in_the_list_flags_what_is_selected_in_one_step(shell: Shell) -> None:
    rows = select_all(shell)
    QTest.keyClick(rows, Qt.Key.Key_F)
    assert len(flagged(shell)) == 3
    QTest.keyClick(rows, Qt.Key.Key_F)
    assert flagged(shell) == []
    shell.actions.trigger("undo")
    shell.actions.trigger("undo")
    assert flagged(shell) == []
    shell.actions.trigger("redo")
    assert len(flagged(shell)) == 3


def test_a_status_for_several_is_one_step(shell: Shell) -> None:
    rows = select_all(shell)
    QTest.keyClick(rows, Qt.Key.Key_S)
    assert statuses(shell) == {Status.SKIPPED}
    shell.actions.trigger("undo")
    assert statuses(shell) == {None}


def test_several_are_removed_and_the_nearest_that_stays_is_opened(shell: Shell, qtbot: QtBot) -> None:
    desk = desk_of(shell)
    ids = desk.project.find(ArticleQuery())
    rows = part(shell.window, QListView, "libraryList")
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert desk.project.find(ArticleQuery()) == ids[2:]
    assert desk.article is not None
    assert desk.article.id == ids[2]
    assert "Removed 2 articles." in shell.window.message_bar.text()
    shell.actions.trigger("undo")
    assert desk.project.find(ArticleQuery()) == ids


def test_many_are_written_beside_the_window_in_one_step(
    shell: Shell, qtbot: QtBot, beside: None, file: Path
) -> None:
    desk = desk_of(shell)
    steps = len(list(desk.project.steps()))
    rows = select_all(shell)
    QTest.keyClick(rows, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: not shell.tasks.running)
    assert statuses(shell) == {Status.DONE}
    assert len(list(desk.project.steps())) == steps + 1
    shell.actions.trigger("undo")  # beside the window too
    qtbot.waitUntil(lambda: not shell.tasks.running)
    assert statuses(shell) == {None}
    shell.actions.trigger("redo")
    qtbot.waitUntil(lambda: not shell.tasks.running)
    assert statuses(shell) == {Status.DONE}
    assert shell.tasks.holder is None
    # The window's own session goes on from there.
    desk.set_status(Status.SKIPPED)
    shell.actions.trigger("undo")
    qtbot.waitUntil(lambda: not shell.tasks.running)
    assert statuses(shell) == {Status.DONE}
    shell.actions.trigger("undo")
    qtbot.waitUntil(lambda: not shell.tasks.running)
    assert statuses(shell) == {None}


def test_a_note_being_typed_is_written_before_an_undo_beside_the_window(
    shell: Shell, qtbot: QtBot, beside: None
) -> None:
    """The dialog takes the focus, and with that a field is settled: its act must not come in between."""
    desk = desk_of(shell)
    QTest.keyClick(select_all(shell), Qt.Key.Key_D)
    qtbot.waitUntil(lambda: not shell.tasks.running)
    shell.window.activateWindow()
    qtbot.waitUntil(shell.window.isActiveWindow)
    desk.annotate([Span(0, 10)], "claim")
    (mark,) = desk.annotations()
    desk.inspector.focus_note()
    note = QApplication.focusWidget()
    assert isinstance(note, QPlainTextEdit)
    note.setPlainText("сверить")
    written: list[tuple[str, str, bool]] = []
    desk.session.listen(lambda step: written.append((step.verb, step.kind, shell.tasks.holder is None)))
    shell.actions.trigger("undo")
    qtbot.waitUntil(lambda: not shell.tasks.running)
    assert [(verb, kind) for verb, kind, _ in written] == [("set_note", "do"), ("set_note", "undo")]
    assert written[0][2]
    assert desk.annotation(mark.id) == mark
    shell.actions.trigger("redo")
    qtbot.waitUntil(lambda: not shell.tasks.running)
    assert desk.project.annotation(mark.id).note == "сверить"


def test_a_heavy_step_of_another_day_is_taken_back_beside_the_window(
    shell: Shell, qtbot: QtBot, tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(shell).set_status(Status.DONE)
    shell.close_project()
    monkeypatch.setattr(bulk, "_HEAVY", 0)
    with shown(tmp_path / "again", file) as again:
        again.actions.trigger("undo")
        assert [task.name for task in again.tasks.running] == ["Undoing"]
        qtbot.waitUntil(lambda: not again.tasks.running)
        assert statuses(again) == {None}


def test_everything_can_be_removed_and_put_back_from_the_bin(
    shell: Shell, qtbot: QtBot, beside: None, file: Path
) -> None:
    desk = desk_of(shell)
    assert desk.article is not None
    desk.annotate([Span(0, 4)], "claim")
    before = marks(file)
    assert before
    rows = select_all(shell)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not shell.tasks.running and articles(shell) == 0)
    assert desk.library.current_article() is None
    assert marks(file) == []
    shell.actions.trigger("bin")
    found = dialog(BinDialog)
    assert isinstance(found, BinDialog)
    assert {entry.annotations for entry in found.shown()} == {0, 1}
    found.field.setText("ferry HARBOUR")
    assert [entry.title for entry in found.shown()] == ["Harbour ferry returns after two years"]
    found.field.setText("")
    found.list.setFocus()
    found.list.selectAll()
    QTest.keyClick(found.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shell.tasks.running and articles(shell) == 3)
    assert marks(file) == before
    assert found.shown() == []
    assert found.list.isHidden()
    found.close()
    shell.actions.trigger("undo")
    qtbot.waitUntil(lambda: not shell.tasks.running and articles(shell) == 0)


def test_the_bin_counts_days(shell: Shell) -> None:
    now = datetime(2026, 3, 31, 12, tzinfo=UTC)
    assert days_left("2026-03-31T11:00:00.000Z", now) == 30
    assert days_left("2026-03-02T13:00:00.000Z", now) == 2
    assert days_left("2026-03-01T13:00:00.000Z", now) == 1
    asked: list[str] = []

    def binned(since: str) -> list[Binned]:
        asked.append(since)
        return [Binned(1, "", "", 1, "2026-03-02T13:00:00.000Z", "Ерлан", 7)]

    found = BinDialog(binned, shell.window, lambda: now)
    assert asked[0].startswith("2026-03-01T12:00:00")
    told = found.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Untitled, removed 2 Mar 2026 by Ерлан · 1 annotation, 2 days left"
    found.deleteLater()


def test_an_empty_bin_says_so(shell: Shell) -> None:
    found = BinDialog(lambda _: [], shell.window)
    found.show()
    assert not found.list.isVisible()
    assert not found._button.isEnabled()
    found.close()
    found.deleteLater()


def test_a_search_is_saved_applied_by_key_and_kept(shell: Shell, qtbot: QtBot, file: Path) -> None:
    desk = desk_of(shell)
    assert not shell.actions.qt("filter.1").isVisible()
    search = part(shell.window, QLineEdit, "librarySearch")
    search.setText("мектеп")
    desk.library.search()
    shell.actions.trigger("filter.save")
    asked = dialog(NameDialog)
    assert isinstance(asked, NameDialog)
    assert asked.name() == "мектеп"
    asked.field.setText("Мектептер")
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    search.setText("")
    desk.library.search()
    assert shell.actions.qt("filter.1").text() == "Мектептер\tCtrl+1"
    assert shell.keys.press("Ctrl+1", desk.reader)
    assert search.text() == "мектеп"
    assert desk.library.position(desk.project.find(ArticleQuery())[1]) == (1, 1)
    assert not shell.keys.press("Ctrl+2", desk.reader)
    shell.close_project()
    assert not shell.actions.qt("filter.1").isEnabled()
    assert shell.open_project(file)
    assert shell.actions.qt("filter.1").isEnabled()
    assert shell.actions.qt("filter.1").text().startswith("Мектептер")


def test_saved_filters_are_renamed_moved_and_deleted(shell: Shell, qtbot: QtBot) -> None:
    desk = desk_of(shell)
    for name in ("a", "b"):
        search = part(shell.window, QLineEdit, "librarySearch")
        search.setText(name)
        desk.library.search()
        shell.actions.trigger("filter.save")
        QTest.keyClick(dialog(NameDialog), Qt.Key.Key_Return)
    shell.actions.trigger("filter.manage")
    managing = dialog(SavedFiltersDialog)
    assert isinstance(managing, SavedFiltersDialog)
    rows: QListWidget = managing.list
    rows.item(0).setText("B ")  # taken
    assert [rows.item(i).text() for i in range(2)] == ["a", "b"]
    managing.activateWindow()
    qtbot.waitUntil(managing.isActiveWindow)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_F2)
    editor = part(rows, QLineEdit)
    editor.setText("first")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows.item(0).text() == "first" and managing.focusWidget() is rows)
    assert managing.isVisible()
    rows.setCurrentRow(1)
    QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [rows.item(i).text() for i in range(2)] == ["b", "first"]
    assert shell.actions.qt("filter.2").text().startswith("first")
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert shell.actions.qt("filter.1").text().startswith("first")
    assert not shell.actions.qt("filter.2").isVisible()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert part(shell.window, QLineEdit, "librarySearch").text() == "a"


@pytest.mark.parametrize("kept", ["{", "[3]", '[{"name": "x", "statuses": 5}]'])
def test_damaged_saved_filters_are_borne(qtbot: QtBot, tmp_path: Path, file: Path, kept: str) -> None:
    project = open_project(file)
    project.remember(KEY, kept)
    project.close()
    with shown(tmp_path, file) as shell:
        assert desk_of(shell).article is not None


def test_time_is_not_written_while_the_file_is_written_beside_the_window(
    shell: Shell, qtbot: QtBot, beside: None
) -> None:
    desk = desk_of(shell)
    assert desk.article is not None
    here = desk.article.id
    (time,) = shell.findChildren(ActiveTime)
    time._pending[here, "2024-09-03"] = 5.0
    QTest.keyClick(select_all(shell), Qt.Key.Key_D)
    assert shell.tasks.holder is not None
    time.write()
    assert desk.project.active_time(here, ANNOTATOR) == 0
    qtbot.waitUntil(lambda: not shell.tasks.running)
    time.write()
    assert desk.project.active_time(here, ANNOTATOR) >= 5
