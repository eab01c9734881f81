"""The export dialog by its keys: what is asked for, what is said beforehand, what is written, Cancel."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.anchor import Span
from app.annotation import Status
from app.commands import add_articles
from app.dataset import Selection, Shape, Split
from app.project import ArticleQuery
from app.session import Session
from storage import create_project
from tests.keyboard import press, write
from tests.widgets.window.samples import FERRY, files, make, news_scheme, page, shown
from widgets.dialogs.export import ExportDialog, Within, kept
from widgets.exporting import Order
from widgets.shell import Shell
from widgets.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    path = tmp_path / "news.pressmark"
    make(path)
    with shown(tmp_path, path) as shell:
        yield shell


def dialog_of(
    shell: Shell,
    tmp_path: Path,
    name: str = "jsonl",
    tasks: Tasks | None = None,
) -> ExportDialog:
    assert shell.desk is not None
    return ExportDialog(
        shell.desk.project,
        files().open_for_reading,
        tasks or shell.tasks,
        tmp_path,
        name,
        Within(),
        shell.window,
    )


def opened(shell: Shell) -> ExportDialog:
    """The dialog that Ctrl+E opens."""
    press(shell.window, "Ctrl+E")
    return top()


def top() -> ExportDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    return dialog


def mark(shell: Shell, label: str = "claim", article: int = 0) -> None:
    desk = shell.desk
    assert desk is not None
    desk.open_article(desk.project.find(ArticleQuery())[article])
    desk.annotate([Span(0, 4)], label)


# --------------------------------------------------------------------------------- what is said beforehand


def test_losses_are_counted_before_anything_is_written(shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    tasks = Tasks()
    dialog = dialog_of(shell, tmp_path, tasks=tasks)
    qtbot.waitUntil(lambda: "Nothing is lost" in dialog.losses_text(), timeout=20_000)
    assert dialog.losses_text().startswith("3 articles.")
    assert dialog.order().out == tmp_path / "news.jsonl"
    dialog.choose_format("csv")
    assert dialog.order().out == tmp_path / "news.csv"
    dialog.choose_format("brat")
    assert dialog.order().out == tmp_path / "news"
    assert dialog.order().selection == Selection()
    boxes = dialog.articles.statuses.boxes
    boxes["todo"].setChecked(False)
    assert dialog.order().selection.statuses == (Status.IN_PROGRESS, Status.DONE, Status.SKIPPED)
    qtbot.waitUntil(lambda: dialog.losses_text().startswith("0 articles."), timeout=20_000)
    assert dialog.sample_text() == "There is nothing to write."
    for box in boxes.values():
        box.setChecked(False)
    assert dialog.losses_text() == "Tick at least one of each kind."
    assert not dialog._export.isEnabled()
    dialog.reject()
    assert tasks.stop()
    assert list(tmp_path.glob("news.[jc]*")) == []


def test_what_is_gone_is_said_before_what_is_changed(shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    mark(shell)
    dialog = dialog_of(shell, tmp_path, "csv")
    dialog.show()
    qtbot.waitUntil(lambda: "Texts without annotations (2)" in dialog.losses_text(), timeout=20_000)
    first, *lines = dialog.losses_text().splitlines()
    assert first == "3 articles. Not everything fits into this format:"
    signs = [line[0] for line in lines]
    assert signs == sorted(signs)  # – before ≈
    assert signs[0] == "–"
    for line in dialog.preview.losses.lines:
        assert line.height() >= line.heightForWidth(line.width())
    (tmp_path / "there.csv").write_text("")
    dialog.set_out(tmp_path / "there.csv")
    assert "will be replaced" in dialog._out._note.text()
    assert dialog._export.isEnabled()
    dialog.choose_format("brat")
    dialog.set_out(tmp_path)
    assert "already holds something" in dialog._out._note.text()
    assert not dialog._export.isEnabled()
    dialog.set_out(tmp_path / ("x" * 300))  # longer than a name may be: writing it would say so
    assert dialog._export.isEnabled()
    dialog.reject()
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=20_000)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("jsonl", '"label":"claim"'),
        ("brat", "claim 0 4\tМост"),
        ("conll", "B-claim"),
        ("label-studio", "── tasks.json ──"),
        ("parquet", "bytes that are not text"),
        ("spacy", '"label": "claim"'),
        ("xlsx", '"label": "claim"'),
    ],
)
def test_records_are_shown_as_they_would_be_written(
    shell: Shell, qtbot: QtBot, tmp_path: Path, name: str, said: str
) -> None:
    mark(shell)
    dialog = dialog_of(shell, tmp_path, name)
    qtbot.waitUntil(lambda: said in dialog.sample_text(), timeout=60_000)
    assert not [path for path in tmp_path.glob("news*") if ".pressmark" not in path.name]
    dialog.reject()
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=20_000)


def test_what_is_counted_for_a_dialog_that_is_gone_is_dropped(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    tasks = Tasks()
    dialog = dialog_of(shell, tmp_path, tasks=tasks)
    dialog._count()
    shiboken6.delete(dialog)
    qtbot.waitUntil(lambda: not tasks.running, timeout=20_000)  # what is raised meanwhile fails the test


@pytest.fixture
def many(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    """A project that takes a while to be counted and written."""
    path = tmp_path / "many.pressmark"
    with closing(create_project(path, news_scheme())) as project:
        session = Session(project, "Айгүл")
        for first in range(0, 1500, 500):
            parts = [((*FERRY, (FERRY[-1][0], f"No. {n}")), f"{n}.html") for n in range(first, first + 500)]
            pages = [page(blocks, "en", name) for blocks, name in parts]
            added = add_articles(project, pages, session.stamp())
            session.do("add_articles", added.changes, added.contents)
    with shown(tmp_path, path) as shell:
        yield shell


def test_counting_can_be_stopped_and_begun_again(many: Shell, qtbot: QtBot) -> None:
    dialog = opened(many)
    dialog.choose_format("conllu")
    qtbot.waitUntil(lambda: "Counting: " in dialog.losses_text(), timeout=20_000)
    task = dialog._counting
    assert task is not None
    QTest.mouseClick(dialog.preview._stop, Qt.MouseButton.LeftButton)
    assert dialog.losses_text().startswith("Not counted.")
    qtbot.waitUntil(lambda: task not in many.tasks.running, timeout=20_000)
    assert dialog.losses_text().startswith("Not counted.")
    assert dialog._export.isEnabled()
    QTest.mouseClick(dialog.preview._again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.losses_text().startswith("1\N{NO-BREAK SPACE}500 art"), timeout=60_000)
    assert not dialog.preview._stop.isVisible()
    assert not dialog.preview._again.isVisible()
    press(many.window, "Esc")


def test_an_export_that_is_cancelled_leaves_nothing_behind(many: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "made" / "many.conllu"
    dialog = opened(many)
    dialog.choose_format("conllu")
    dialog.set_out(out)
    before = sorted(tmp_path.iterdir())
    press(many.window, "Return")
    status = many.window.status_bar
    qtbot.waitUntil(lambda: status.job_text().startswith("Exporting 1"), timeout=20_000)
    QTest.mouseClick(status._cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not many.tasks.running, timeout=20_000)
    assert not status._cancel.isVisible()
    assert sorted(tmp_path.iterdir()) == before
    assert "Exported" not in many.window.message_bar.text()


# ------------------------------------------------------------------------------------- what is asked for


def test_a_dataset_is_ordered_by_keys_alone(shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    mark(shell)
    mark(shell, "number", article=2)
    dialog = opened(shell)
    assert dialog.focusWidget() is dialog._format
    dialog.set_out(tmp_path / "out.jsonl")
    dialog.tabs.tabBar().setFocus()
    press(shell.window, "Right", "Right", "Tab")
    assert dialog.focusWidget() is dialog.shape.segmentation
    press(shell.window, "Down", "Tab")
    write(shell.window, "CLM")
    press(shell.window, "Tab", "Tab")
    write(shell.window, "CLM")
    dialog.tabs.tabBar().setFocus()
    press(shell.window, "Left", "Tab", "Space")  # the first label
    assert dialog.focusWidget() is dialog.annotations.labels.boxes["claim"]
    press(shell.window, "Space", "Return")
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: "Exported to" in shell.window.message_bar.text(), timeout=20_000)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    labels = [annotation["label"] for line in lines for annotation in line["annotations"]]
    assert labels == ["CLM", "CLM"]
    assert len(lines) > 3  # paragraphs


def test_parts_go_into_a_folder_and_the_way_they_were_dealt_is_told(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(shell)
    dialog.set_out(tmp_path / "out.jsonl")
    dialog.tabs.setCurrentIndex(3)
    dialog.parts.wanted.setFocus()
    press(shell.window, "Space")
    assert dialog.order().out == tmp_path / "out"
    dialog.choose_format("csv")
    assert dialog.order().out == tmp_path / "out"
    for spin in dialog.parts.shares:
        spin.setValue(0)
    assert not dialog._export.isEnabled()
    dialog.parts.shares[1].setValue(1)
    dialog.parts.group.setCurrentIndex(dialog.parts.group.findData("article"))
    dialog.parts.strata.setCurrentIndex(dialog.parts.strata.findData("language"))
    dialog.parts.salt.setText("2026")
    assert dialog.order().split == Split((0, 1, 0), "article", "2026", "language")
    press(shell.window, "Return")
    qtbot.waitUntil(lambda: "Exported to" in shell.window.message_bar.text(), timeout=60_000)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["dev.csv", "test.csv", "train.csv"]
    assert "Near-duplicates in different parts" in shell.window.message_bar.text()


@pytest.mark.parametrize("name", ["Заявление", "1st", "two words", "a=b", "a,b", "é"])
def test_names_no_format_can_write_are_refused(shell: Shell, tmp_path: Path, name: str) -> None:
    dialog = dialog_of(shell, tmp_path)
    field = dialog.shape.names["claim"]
    field.setText(name)
    assert field.property("invalid")
    assert name in dialog.losses_text()
    assert not dialog._export.isEnabled()
    assert dialog.order().shape == Shape()
    field.setText(" CLAIM_1 ")
    assert not field.property("invalid")
    assert dialog._export.isEnabled()
    assert dialog.order().shape == Shape(names={"claim": "CLAIM_1"})
    field.setText("claim")
    assert dialog.order().shape == Shape()
    dialog.deleteLater()


def test_dates_and_sureness_restrict(shell: Shell, tmp_path: Path) -> None:
    dialog = dialog_of(shell, tmp_path)
    first, last = dialog.articles.period.findChildren(QLineEdit)
    first.setText("2024-13")
    assert not dialog._export.isEnabled()
    first.setText("2024-9")
    last.setText("2024")
    assert dialog._export.isEnabled()
    sureness = dialog.annotations.sureness
    sureness.setCurrentIndex(sureness.findText("At least likely"))
    selection = dialog.order().selection
    assert (selection.published_from, selection.published_to) == ("2024-09", "2024")
    assert selection.least_confidence == 0.75
    dialog.deleteLater()


def test_several_articles_selected_in_the_library_are_offered_first(shell: Shell, qtbot: QtBot) -> None:
    desk = shell.desk
    assert desk is not None
    dialog = opened(shell)
    assert not dialog.articles.among.isVisible()
    press(shell.window, "Esc")
    desk.library.focus_list()
    press(shell.window, "Home", "Shift+Down", "E")
    dialog = top()
    assert dialog.articles.among.currentText() == "The 2 articles selected in the library"
    ids = tuple(desk.library.selected_articles())
    assert dialog.order().selection.article_ids == ids
    qtbot.waitUntil(lambda: dialog.losses_text().startswith("2 articles."), timeout=20_000)
    dialog.articles.among.setCurrentIndex(0)
    assert dialog.order().selection.article_ids is None
    press(shell.window, "Esc")


def test_what_the_library_lists_can_be_exported_alone(shell: Shell, qtbot: QtBot) -> None:
    desk = shell.desk
    assert desk is not None
    desk.library.focus_search()
    write(shell.window, "мост")
    desk.reader.setFocus()
    dialog = opened(shell)
    among = dialog.articles.among
    assert [among.itemText(row) for row in range(among.count())] == [
        "All 3 articles",
        "The 1 article the library lists now",
    ]
    assert dialog.order().selection.article_ids is None
    among.setCurrentIndex(1)
    assert dialog.order().selection.article_ids == tuple(desk.library.listed_articles())
    press(shell.window, "Esc")


# ------------------------------------------------------------------------------------- what is remembered


def test_the_last_choices_come_back_in_this_project_only(shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(shell)
    dialog.choose_format("csv")
    (tmp_path / "data").mkdir()
    dialog.set_out(tmp_path / "data" / "mine.csv")
    dialog.annotations.labels.boxes["cue"].setChecked(False)
    dialog.annotations.with_suggestions.setChecked(True)
    dialog.shape.names["claim"].setText("CLM")
    press(shell.window, "Return")
    qtbot.waitUntil(lambda: "Exported to" in shell.window.message_bar.text(), timeout=20_000)
    again = opened(shell)
    assert again is not dialog
    order = again.order()
    assert (order.format, order.out) == ("csv", tmp_path / "data" / "mine.csv")
    assert order.selection == Selection(labels=("claim", "speaker", "number"), with_suggestions=True)
    assert order.shape == Shape(names={"claim": "CLM"})
    press(shell.window, "Esc")
    assert shell.create_project(tmp_path / "other.pressmark")
    other = opened(shell).order()
    assert other.selection == Selection()
    assert other.out == tmp_path / "data" / "other.csv"
    press(shell.window, "Esc")


def test_what_the_project_has_no_more_is_not_chosen(shell: Shell, tmp_path: Path) -> None:
    assert shell.desk is not None
    gone = Order(
        "no-such-format",
        tmp_path / "no such folder" / "x.csv",
        Selection(annotators=("Nobody",), labels=("gone",), languages=("uz",), sites=("gone.example",)),
        Shape(names={"gone": "GONE"}),
    )
    shell.desk.project.remember(kept.KEY, kept.to_json(gone))
    order = dialog_of(shell, tmp_path).order()
    assert order == Order("jsonl", tmp_path / "news.jsonl", Selection())
