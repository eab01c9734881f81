"""The window's own parts: palette, message, find and status bars, welcome page, themes, trouble."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QDate, QLocale, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import settings as setting
from app.anchor import Span
from app.changes import Step
from app.errors import UserError
from app.project import ArticleQuery
from storage import open_project
from tests.keyboard import press
from tests.widgets.window.samples import ANNOTATOR, make, shown
from widgets import theme
from widgets.application import ERRORS_FILE, _on_bug, start
from widgets.find_bar import occurrences
from widgets.palette.key_button import KeyButton
from widgets.shell import Shell
from widgets.whereabouts import time_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.pressmark"
    make(path)
    return path


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, path: Path) -> Iterator[Shell]:
    with shown(tmp_path, path) as shell:
        yield shell


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Мост, мост и МОСТ", "мост", [(0, 4), (6, 10), (13, 17)]),
        ("Ещё елка и ёлка", "ёлка", [(4, 8), (11, 15)]),
        ("4,8\u00a0млрд тенге", "4,8 млрд", [(0, 8)]),
        ("a.b axb", "a.b", [(0, 3)]),
        ("🚢 ferry 🚢 ferry", "ferry", [(2, 7), (10, 15)]),
        ("İstanbul istanbul", "istanbul", [(0, 8), (9, 17)]),
        ("text", "", []),
        ("text", "   ", []),
        ("text", "(", []),
        ("", "text", []),
    ],
)
def test_words_are_found_whatever_their_case_at_code_points(
    text: str, words: str, expected: list[tuple[int, int]]
) -> None:
    assert occurrences(text, words) == [Span(*place) for place in expected]


def test_places_in_page_furniture_are_found_last(shell: Shell) -> None:
    bar = shell.window.find_bar
    bar.set_text("мост\nМост и мост", [Span(0, 4)])
    found: list[Span] = []
    bar.found.connect(found.append)
    bar.open_bar()
    bar.field.setText("мост")
    bar._collect()
    for _ in range(3):
        bar.step(1)
    assert found == [Span(5, 9), Span(12, 16), Span(0, 4)]


def test_the_find_bar_counts_and_steps_round(shell: Shell) -> None:
    bar = shell.window.find_bar
    shell.actions.trigger("find")
    bar.field.setText("мост")
    bar._search()
    assert bar._count.text() == "1 of 4"
    bar.step(-1)
    assert bar._count.text() == "4 of 4"
    bar.step(1)
    assert bar._count.text() == "1 of 4"
    bar.field.setText("верблюд")
    bar._search()
    assert bar._count.text() == "not found"


@pytest.mark.parametrize("width", [940, 1100, 1280, 1920])
def test_nothing_in_the_palette_is_cut_at_any_width(shell: Shell, qtbot: QtBot, width: int) -> None:
    shell.window.resize(width, 700)
    qtbot.waitUntil(lambda: shell.window.palette_bar.width() == width)
    for button in shell.window.palette_bar.findChildren(KeyButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.accessibleName()
            assert button.geometry().right() <= width


def test_a_project_made_in_a_narrow_window_gets_whole_label_buttons(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(tmp_path) as shell:
        shell.window.resize(1000, 700)
        assert shell.create_project(tmp_path / "a-rather-long-name-of-a-project.pressmark")
        bar = shell.window.palette_bar
        qtbot.waitUntil(lambda: all(b.isVisible() for b in bar._labels))
        QApplication.processEvents()
        assert [b.accessibleName() for b in bar._labels if b.width() < b.sizeHint().width()] == []


def test_the_status_bar_says_when_the_last_act_was_saved_as_soon_as_it_opens(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    assert shell.desk is not None
    step = shell.desk.project.last_head(ANNOTATOR)
    assert step is not None
    clock = datetime.fromisoformat(step.at).astimezone().strftime("%H:%M:%S")
    assert shell.window.status_bar.text().startswith(f"● Saved {clock} · article 1 of 3")
    assert shell.create_project(tmp_path / "empty.pressmark")
    assert shell.window.status_bar.text() == "● Saved"


def test_a_step_of_another_day_is_told_with_its_day() -> None:
    long_ago = Step("annotate", ANNOTATOR, "2023-07-04T05:11:00.000Z", ())
    assert time_of(long_ago).startswith(QLocale().toString(QDate(2023, 7, 4), "d MMM yyyy"))


def test_nothing_in_the_status_bar_jumps_when_something_is_selected_or_a_job_runs(
    shell: Shell, qtbot: QtBot
) -> None:
    shell.settings.set(setting.SUGGEST, False)
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=60_000)
    bar, desk = shell.window.status_bar, shell.desk
    assert desk is not None
    desk.annotate([Span(0, 4)], "claim")
    qtbot.waitUntil(lambda: bar._annotation.text() != "")
    QApplication.processEvents()
    labels = (bar._saved, bar._article, bar._annotation, bar._suggestions)
    places = [(label.x(), label.y()) for label in labels]
    height = bar.height()
    desk.show_annotation(None)
    done = Event()
    shell.tasks.start("Waiting", lambda job: done.wait(30), lambda task: None)
    QApplication.processEvents()
    assert bar.job_text() == "Waiting"
    assert [(label.x(), label.y()) for label in labels] == places
    assert bar.height() == height
    done.set()
    qtbot.waitUntil(lambda: not shell.tasks.running)


def test_every_button_and_field_of_the_window_has_a_name(shell: Shell) -> None:
    parts: list[QWidget] = [
        *shell.window.palette_bar.findChildren(QAbstractButton),
        *shell.window.status_bar.findChildren(QAbstractButton),
        *shell.window.find_bar.findChildren(QAbstractButton),
        *shell.window.find_bar.findChildren(QLineEdit),
        *shell.window.message_bar.findChildren(QAbstractButton),
        *shell.window.welcome.findChildren(QAbstractButton),
    ]
    unnamed = [
        part
        for part in parts
        if not part.accessibleName()
        and not (isinstance(part, QAbstractButton) and part.text())
        and not isinstance(part.parent(), QLineEdit)  # Qt's own button that clears the field
        and part is not shell.window.message_bar._more  # has a text whenever it is shown
    ]
    assert unnamed == []


def test_the_theme_changes_while_the_window_is_open_and_is_kept(shell: Shell) -> None:
    for choice in ("dark", "light"):
        shell.actions.trigger(f"theme.{choice}")
        assert theme.current().mode == choice
        assert shell.settings.get(setting.THEME) == choice
        assert shell.actions.qt(f"theme.{choice}").isChecked()


def test_f6_goes_round_the_rooms_and_back(shell: Shell) -> None:
    def room() -> str:
        focus = QApplication.focusWidget()
        while focus is not None and focus.objectName() not in ("library", "inspector", "palette"):
            if shell.desk is not None and focus is shell.desk.reader:
                return "reader"
            focus = focus.parentWidget()
        return "" if focus is None else focus.objectName()

    seen = [room()]
    for _ in range(4):
        shell.actions.trigger("panel.next")
        seen.append(room())
    assert seen == ["reader", "inspector", "palette", "library", "reader"]
    shell.actions.trigger("panel.previous")
    assert room() == "library"


def test_files_may_be_dropped_and_other_things_not(shell: Shell) -> None:
    def enter(data: QMimeData) -> bool:
        event = QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.setAccepted(False)
        shell.window.dragEnterEvent(event)
        return event.isAccepted()

    page, link, text = QMimeData(), QMimeData(), QMimeData()
    page.setUrls([QUrl.fromLocalFile("/tmp/page.html")])
    link.setUrls([QUrl("https://news.example/1")])
    text.setText("words")
    assert [enter(data) for data in (page, link, text)] == [True, False, False]


def test_text_size_and_line_length_are_kept(shell: Shell, tmp_path: Path, path: Path) -> None:
    assert shell.desk is not None
    size, measure = shell.desk.reader.text_size(), shell.desk.reader.measure()
    shell.actions.trigger("text.larger")
    shell.actions.trigger("lines.longer")
    shell.close_project()
    assert shell.open_project(path)
    assert shell.desk.reader.text_size() == size + 1
    assert shell.desk.reader.measure() > measure
    shell.actions.trigger("text.reset")
    assert shell.desk.reader.text_size() == setting.TEXT_SIZE.default


def test_the_last_project_opens_by_itself_and_a_lost_one_leaves_the_welcome_page(
    qtbot: QtBot, tmp_path: Path, path: Path
) -> None:
    with shown(tmp_path, path):
        pass
    with shown(tmp_path) as shell:
        start(shell, None, None)
        assert shell.desk is not None
    path.unlink()
    with shown(tmp_path) as shell:
        start(shell, None, None)
        assert shell.desk is None
        start(shell, path, None)
        assert shell.desk is None
        assert path.name in shell.window.message_bar.text()
        assert shell.window.welcome.isVisible()


def test_an_article_can_be_asked_for_and_a_lost_one_gives_the_first(
    qtbot: QtBot, tmp_path: Path, path: Path
) -> None:
    reading = open_project(path, read_only=True)
    ids = reading.find(ArticleQuery())
    reading.close()
    with shown(tmp_path) as shell:
        for asked, expected in ((ids[2], ids[2]), (12345, ids[0])):
            assert shell.open_project(path, asked)
            assert shell.desk is not None
            assert shell.desk.article is not None
            assert shell.desk.article.id == expected


def test_who_names_nobody_goes_on_as_the_only_annotator_there_is(
    qtbot: QtBot, tmp_path: Path, path: Path
) -> None:
    with shown(tmp_path) as shell:
        shell.settings.set(setting.ANNOTATOR, "")
        shell.open_project(path)
        assert shell.desk is not None
        assert shell.desk.annotator == ANNOTATOR
        shell.settings.set(setting.ANNOTATOR, "Ерлан")
        shell.open_project(path)
        assert shell.desk.annotator == "Ерлан"


def test_trouble_is_one_sentence_and_a_bug_is_kept_in_a_file_while_the_window_stays(
    shell: Shell, caplog: pytest.LogCaptureFixture
) -> None:
    _on_bug(shell, UserError, UserError("The disk is full."), None)
    assert shell.window.message_bar.text() == "The disk is full."
    try:
        raise ZeroDivisionError("of ours")
    except ZeroDivisionError as error:
        _on_bug(shell, type(error), error, error.__traceback__)
    assert "Unexpected error: ZeroDivisionError" in shell.window.message_bar.text()
    assert "Traceback" not in shell.window.message_bar.text()
    kept = shell.settings.path.with_name(ERRORS_FILE).read_text(encoding="utf-8")
    assert "of ours" in kept
    assert shell.window.isVisible()
    caplog.clear()


def test_an_act_the_scheme_refuses_is_told_and_nothing_is_written(shell: Shell, path: Path) -> None:
    desk = shell.desk
    assert desk is not None
    span = Span(0, 4)
    desk.annotate([span], "no_such_label")
    assert "no_such_label" in shell.window.message_bar.text()
    assert desk.annotations() == []
    desk.annotate([span], "claim")
    made = desk.annotations()[0]
    desk.acts.set_attributes(made.id, {"claim_type": "no such type"})
    assert "no such type" in shell.window.message_bar.text()
    desk.acts.relate_to(made.id, made.id)
    assert dict(desk.annotations()[0].attributes) == {}


def test_removing_the_open_article_opens_another_and_undo_brings_it_back(shell: Shell) -> None:
    desk = shell.desk
    assert desk is not None

    def opened() -> int | None:
        return desk.article.id if desk.article else None

    gone = opened()
    desk.annotate([Span(0, 4)], "claim")
    shell.actions.trigger("article.remove")
    assert opened() not in (gone, None)
    shell.actions.trigger("undo")
    assert opened() == gone
    assert len(desk.annotations()) == 1
    assert desk.selected() is None, "the article came back, not this mark of it"
    for _ in range(3):
        shell.actions.trigger("article.remove")
    assert opened() is None
    shell.actions.trigger("undo")
    assert opened() is not None


def test_the_place_is_remembered_without_waiting_for_the_end(shell: Shell, qtbot: QtBot) -> None:
    desk = shell.desk
    assert desk is not None
    desk.reader.set_caret(20)
    qtbot.waitUntil(
        lambda: '"caret": 20' in (desk.project.recall(f"place:{ANNOTATOR}") or ""), timeout=10_000
    )


@pytest.mark.parametrize("damage", ["{", "[]", '{"article_id": "x", "caret": "y"}', '{"unknown": 1}', "null"])
def test_a_damaged_place_opens_the_first_article(
    qtbot: QtBot, tmp_path: Path, path: Path, damage: str
) -> None:
    project = open_project(path)
    project.remember(f"place:{ANNOTATOR}", damage)
    project.close()
    with shown(tmp_path, path) as shell:
        assert shell.desk is not None
        assert shell.desk.article is not None


def test_enter_presses_the_button_it_is_on(qtbot: QtBot, tmp_path: Path, path: Path) -> None:
    with shown(tmp_path, path) as shell:
        with qtbot.waitActive(shell.window):
            pass
        shell.close_project()
        recent = QApplication.focusWidget()
        assert isinstance(recent, QAbstractButton) and recent.accessibleName() == path.stem
        press(shell.window, "Return")
        assert shell.desk is not None and shell.desk.project.path == path


def test_a_click_in_the_message_leaves_the_focus_in_the_article(shell: Shell, qtbot: QtBot) -> None:
    assert shell.desk is not None
    with qtbot.waitActive(shell.window):
        pass
    done: list[bool] = []
    shell.tell("3 files were not read.", "problem", ("Show results", lambda: done.append(True)))
    button = next(b for b in shell.window.message_bar.findChildren(QPushButton) if b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert QApplication.focusWidget() is shell.desk.reader


def test_a_refused_act_is_told_until_the_next_one_is_done(shell: Shell) -> None:
    desk = shell.desk
    assert desk is not None
    bar = shell.window.message_bar
    desk.annotate([Span(0, 4)], "claim")
    made = desk.annotations()[0]
    desk.acts.relate_to(made.id, made.id)
    assert bar.text()
    desk.acts.set_confidence(made.id, 1.0)
    assert bar.text() == ""
    shell.tell("The disk is full.")
    desk.acts.set_confidence(made.id, 0.5)
    assert bar.text() == "The disk is full.", "what is no refusal stays until it is closed"
