"""Annotations from files: what is said beforehand, what is written, what undo takes back, trouble, Cancel."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.anchor import Span
from app.dataset import Selection, select
from app.exporters import FORMATS, export
from app.project import ArticleQuery, Project
from app.readers import READERS, loading
from storage import create_project, open_project
from tests.keyboard import press, write
from tests.widgets.window.samples import fill, make, marks, news_scheme, shown
from widgets.dialogs.load import LoadDialog, LoadResults
from widgets.dialogs.under_way import UnderWay
from widgets.loading import loadable
from widgets.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MARKED = (("claim", "Новый мост обойдётся бюджету в 4,8 млрд тенге"), ("speaker", "Ерлан Касымов"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "news.pressmark"
    make(path)
    return path


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, project: Path) -> Iterator[Shell]:
    with shown(tmp_path, project) as shell:
        yield shell


@pytest.fixture
def annotated(tmp_path: Path) -> Project:
    """Another project of the same articles, with annotations."""
    from app import commands
    from app.session import Session

    made = create_project(tmp_path / "other.pressmark", news_scheme())
    session = Session(made, "Борис")
    article_id = fill(made)[0]
    text = made.text(article_id)
    for label, quote in MARKED:
        start = text.index(quote)
        span = Span(start, start + len(quote))
        session.do("annotate", commands.annotate(made, article_id, [span], label, session.stamp()))
    return made


@pytest.fixture
def native(annotated: Project, tmp_path: Path) -> Path:
    out = tmp_path / "out.jsonl"
    with closing(annotated):
        export(select(annotated, Selection()), "jsonl", out)
    return out


def relabelled(path: Path, names: dict[str, str]) -> Path:
    """The file with other words for labels."""
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for record in records:
        for annotation in record["annotations"]:
            annotation["label"] = names.get(annotation["label"], annotation["label"])
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def top() -> LoadDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LoadDialog)
    return dialog


def opened(shell: Shell, path: Path, qtbot: QtBot) -> LoadDialog:
    """The dialog after the keys for it and for the path, when the file was read."""
    press(shell.window, "Ctrl+Shift+L")
    dialog = top()
    write(shell.window, str(path))
    settled(dialog, qtbot)
    return dialog


def settled(dialog: LoadDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.at_rest, timeout=20_000)


def after(shell: Shell, qtbot: QtBot, beginning: str = "Loaded ") -> str:
    """The message, once there is one."""
    bar = shell.window.message_bar
    qtbot.waitUntil(lambda: bar.isVisible() and bar.text().startswith(beginning), timeout=30_000)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=20_000)
    return bar.text()


def steps(path: Path) -> int:
    with closing(open_project(path, read_only=True)) as reading:
        return sum(1 for _ in reading.steps())


# ------------------------------------------------------------------------------------------- what is loaded


def test_a_file_is_loaded_by_keys_alone_and_one_undo_takes_it_back(
    shell: Shell, qtbot: QtBot, project: Path, native: Path
) -> None:
    before = steps(project)
    dialog = opened(shell, native, qtbot)
    assert dialog._format.currentData() == "jsonl"
    assert dialog.said.text().splitlines()[0] == "3 articles: 2 annotations."
    assert steps(project) == before  # nothing is written yet
    press(shell.window, "Return")
    assert after(shell, qtbot) == "Loaded out.jsonl: 3 articles: 2 annotations."
    assert sorted(marks(project)) == sorted(MARKED)
    assert steps(project) == before + 1
    desk = shell.desk
    assert desk is not None
    assert [a.text for a in desk.project.annotations(desk.project.find(ArticleQuery())[0], "Борис")] == [
        quote for _, quote in MARKED
    ]
    press(shell.window, "Ctrl+Z")
    assert marks(project) == []
    press(shell.window, "Ctrl+Shift+Z")
    assert sorted(marks(project)) == sorted(MARKED)


def test_what_is_there_is_not_loaded_again(shell: Shell, qtbot: QtBot, native: Path) -> None:
    opened(shell, native, qtbot)
    press(shell.window, "Return")
    after(shell, qtbot)
    dialog = opened(shell, native, qtbot)
    assert "2 are there already, just so." in dialog.said.text()
    assert not dialog._load.isEnabled()
    press(shell.window, "Return")
    assert dialog.isVisible()
    press(shell.window, "Esc")
    assert not dialog.isVisible()


def test_marks_become_those_of_the_annotator_named_and_are_shown_at_once(
    shell: Shell, qtbot: QtBot, native: Path
) -> None:
    desk = shell.desk
    assert desk is not None
    dialog = opened(shell, native, qtbot)
    dialog._annotator.setFocus()
    write(shell.window, desk.annotator)
    settled(dialog, qtbot)
    assert dialog.order().options.annotator == desk.annotator
    press(shell.window, "Return")
    after(shell, qtbot)
    assert [(a.label, a.text) for a in desk.annotations()] == list(MARKED)


def test_annotations_can_come_as_suggestions(shell: Shell, qtbot: QtBot, native: Path, project: Path) -> None:
    dialog = opened(shell, native, qtbot)
    dialog._as_suggestions.setFocus()
    press(shell.window, "Space")
    settled(dialog, qtbot)
    assert dialog.said.text().splitlines()[0] == "3 articles: 2 suggestions."
    press(shell.window, "Return")
    after(shell, qtbot)
    assert marks(project) == []
    assert shell.desk is not None
    suggested = shell.desk.project.suggestions(shell.desk.project.find(ArticleQuery())[0])
    assert {s.fragment.quote.exact for s in suggested} >= {quote for _, quote in MARKED}


def test_words_the_scheme_does_not_have_can_be_chosen_for(
    shell: Shell, qtbot: QtBot, native: Path, project: Path
) -> None:
    dialog = opened(shell, relabelled(native, {"claim": "CLM", "speaker": "PER"}), qtbot)
    assert list(dialog.words.choices) == ["CLM", "PER"]
    assert "label “CLM”, which the scheme does not have: 1" in dialog.said.text()
    assert not dialog._load.isEnabled()
    dialog.words.choices["PER"].setFocus()
    press(shell.window, "Down", "Down")
    settled(dialog, qtbot)
    assert dialog.order().options.names == {"PER": "speaker"}
    assert list(dialog.words.choices) == ["CLM", "PER"]  # chosen, and still there to be chosen otherwise
    assert "CLM" in dialog.said.text()
    assert "PER" not in dialog.said.text()
    press(shell.window, "Return")
    assert after(shell, qtbot) == "Loaded out.jsonl: 3 articles: 1 annotation."
    assert marks(project) == [MARKED[1]]


def test_texts_the_project_does_not_have_can_become_articles(
    qtbot: QtBot, tmp_path: Path, native: Path
) -> None:
    path = tmp_path / "empty.pressmark"
    create_project(path, news_scheme()).close()
    with shown(tmp_path, path) as shell:
        dialog = opened(shell, native, qtbot)
        assert not dialog._load.isEnabled()
        assert "Articles that the project does not have: 3" in dialog.said.text()
        dialog._new_articles.setFocus()
        press(shell.window, "Space")
        settled(dialog, qtbot)
        assert dialog.said.text().startswith("3 articles, 3 of them new: 2 annotations")
        press(shell.window, "Return")
        after(shell, qtbot)
        assert shell.desk is not None
        assert len(shell.desk.library._model.keys) == 3
        assert sorted(marks(path)) == sorted(MARKED)


@pytest.mark.parametrize("name", [name for name in READERS if name in FORMATS])
def test_every_format_is_guessed_and_read(
    shell: Shell, qtbot: QtBot, tmp_path: Path, annotated: Project, name: str
) -> None:
    out = tmp_path / f"exported{FORMATS[name].extension}"
    with closing(annotated):
        export(select(annotated, Selection()), name, out)
    dialog = opened(shell, out, qtbot)
    assert dialog._format.currentData() == name
    assert ": 2 annotations" in dialog.said.text()
    press(shell.window, "Esc")


# ------------------------------------------------------------------------------------------------- trouble


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"schema_version":1,"sch', "line 1 cannot be read"),
        (b"\xff\xfe\x00", "cannot be read"),
        (b"<html></html>", "cannot be read"),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    shell: Shell, qtbot: QtBot, tmp_path: Path, project: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_bytes(content)
    before = steps(project)
    dialog = opened(shell, path, qtbot)
    assert said in dialog.said.text()
    assert len(dialog.said.lines) == 1
    assert not dialog._load.isEnabled()
    press(shell.window, "Return")
    assert dialog.isVisible()
    press(shell.window, "Esc")
    assert steps(project) == before


def test_what_is_not_there_is_said(shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    press(shell.window, "Ctrl+Shift+L")
    dialog = top()
    assert dialog.said.text() == "Choose what to load; nothing is written yet."
    write(shell.window, str(tmp_path / "no such file"))
    assert dialog.said.text() == "There is no such file or folder."
    write(shell.window, "x" * 300)
    assert dialog.said.text() == "There is no such file or folder."
    assert not dialog._load.isEnabled()
    press(shell.window, "Esc")


def test_a_file_that_changed_since_it_was_read_is_loaded_as_it_is_now(
    shell: Shell, qtbot: QtBot, native: Path, project: Path
) -> None:
    before = steps(project)
    opened(shell, native, qtbot)
    native.write_text('{"schema', encoding="utf-8")
    press(shell.window, "Return")
    bar = shell.window.message_bar
    qtbot.waitUntil(lambda: "cannot be read" in bar.text(), timeout=20_000)
    assert marks(project) == []
    assert steps(project) == before


# -------------------------------------------------------------------------------------- several steps, Cancel


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "STEP", 1)


def test_a_file_of_several_steps_is_loaded_whole_and_the_project_opened_anew(
    shell: Shell, qtbot: QtBot, native: Path, project: Path, small_steps: None
) -> None:
    desk = shell.desk
    assert desk is not None
    desk.annotate([Span(0, 4)], "cue")
    here = desk.article
    dialog = opened(shell, relabelled(native, {}), qtbot)
    dialog._new_articles.setChecked(True)
    settled(dialog, qtbot)
    with closing(open_project(project)) as other:  # one article goes, so that two steps are written
        from app import commands
        from app.session import Session

        session = Session(other, "Вера")
        gone = other.find(ArticleQuery())[2]
        session.do("remove_articles", commands.remove_articles(other, [gone]))
    dialog._annotator.setText("Борис")
    settled(dialog, qtbot)
    press(shell.window, "Return")
    after(shell, qtbot)
    assert shell.desk is not None
    assert shell.desk is not desk
    assert shell.desk.article is not None and here is not None
    assert shell.desk.article.id == here.id
    assert sorted(marks(project)) == sorted([*MARKED, ("cue", "Мост")])
    shell.actions.trigger("load.results")
    results = next(w for w in QApplication.topLevelWidgets() if isinstance(w, LoadResults) and w.isVisible())
    assert "1 of them new" in results.said.text()
    results.close()


def test_loading_that_is_cancelled_takes_back_what_it_wrote(
    shell: Shell,
    qtbot: QtBot,
    native: Path,
    project: Path,
    small_steps: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened(shell, native, qtbot)
    cancel: list[Callable[[], None]] = []
    commit = loading._Loading.commit

    def commit_slowly(self: loading._Loading) -> None:
        commit(self)
        if self.report.steps and cancel:
            cancel.pop()()

    monkeypatch.setattr(loading._Loading, "commit", commit_slowly)

    def stop() -> None:
        shell.tasks.running[0].cancel()

    cancel.append(stop)
    press(shell.window, "Return")
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=20_000)
    assert not cancel
    assert marks(project) == []
    assert shell.desk is not None
    desk = shell.desk
    assert desk.annotations() == []
    desk.annotate([Span(0, 4)], "claim")  # the window goes on from what is in the file now
    assert marks(project) == [("claim", "Мост")]
    press(shell.window, "Ctrl+Z")
    assert marks(project) == []


def test_reading_can_be_stopped_and_begun_again(
    shell: Shell, qtbot: QtBot, native: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(shell, native, qtbot)
    dialog._look()
    QTest.mouseClick(dialog._halt, Qt.MouseButton.LeftButton)
    assert dialog.said.text() == "Not read to its end."
    assert not dialog._load.isEnabled()
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=20_000)
    QTest.mouseClick(dialog._again, Qt.MouseButton.LeftButton)
    settled(dialog, qtbot)
    assert dialog._load.isEnabled()
    press(shell.window, "Esc")


def test_a_dialog_says_how_far_it_is(shell: Shell, qtbot: QtBot, native: Path) -> None:
    opened(shell, native, qtbot)
    press(shell.window, "Return")
    assert isinstance(QApplication.activeModalWidget(), UnderWay)
    after(shell, qtbot)


# ------------------------------------------------------------------------------------------ drop, and results


def drop(shell: Shell, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    shell.window.dropEvent(QDropEvent(QPoint(9, 9), copy, data, left, Qt.KeyboardModifier.NoModifier))


def test_a_file_of_annotations_that_is_dropped_is_offered_to_be_loaded(
    shell: Shell, qtbot: QtBot, native: Path
) -> None:
    drop(shell, native)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), LoadDialog))
    dialog = top()
    assert dialog.order().path == native
    settled(dialog, qtbot)
    press(shell.window, "Return")
    assert after(shell, qtbot).startswith("Loaded out.jsonl")


def test_what_holds_no_annotations_is_imported(shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><p>Су тасқыны</p></body></html>", encoding="utf-8")
    drop(shell, path)
    importing = shell.importing
    assert importing is not None
    qtbot.waitUntil(lambda: bool(importing.results) and importing.task is None, timeout=60_000)
    assert importing.results[0].path == path
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.jsonl", '{"schema_version":1,"scheme":{}}', "jsonl"),
        ("a.json", '[{"data": {"text": "a"}, "annotations": []}]', "label-studio"),
        ("a.ann", "T1\tclaim 0 4\tМост\n", "brat"),
        ("a.spacy", "", "spacy"),
        ("a.txt", '{"schema_version":1}', ""),
        ("a.html", '{"schema_version":1}', ""),
        ("a.json", '{"name": "package"}', ""),
        ("none.jsonl", None, ""),
    ],
)
def test_annotations_are_told_from_pages_by_what_is_in_the_file(
    tmp_path: Path, name: str, content: str | None, found: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert loadable(path) == found


def test_results_are_there_until_the_next_loading(shell: Shell, qtbot: QtBot, native: Path) -> None:
    shell.actions.trigger("load.results")
    assert "Nothing was loaded" in shell.window.message_bar.text()
    opened(shell, relabelled(native, {"claim": "CLM"}), qtbot)
    press(shell.window, "Return")
    after(shell, qtbot)
    shell.actions.trigger("load.results")
    results = next(w for w in QApplication.topLevelWidgets() if isinstance(w, LoadResults) and w.isVisible())
    assert "CLM" in results.said.text()
    press(shell.window, "Esc")
    assert not results.isVisible()
