"""Suggestions computed beside the window: in which order, and what becomes of those that cannot be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings as setting
from app import suggesters
from app.anchor import Span, anchor
from app.ids import new_id
from app.project import ArticleQuery
from app.suggestion import Proposal, Suggestion
from tests.keyboard import press
from tests.widgets.window.samples import make, shown
from widgets.shell import Shell
from widgets.suggesting import Suggesting, _Waiting, _Wish

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    path = tmp_path / "news.pressmark"
    make(path)
    with shown(tmp_path, path) as shell:
        shell.settings.set(setting.SUGGEST, False)
        qtbot.waitUntil(lambda: not shell.tasks.running, timeout=60_000)
        yield shell


def suggesting_of(shell: Shell) -> Suggesting:
    assert shell.suggesting is not None
    return shell.suggesting


def taken(waiting: _Waiting) -> list[tuple[int, bool]]:
    left: list[_Wish] = []
    while (wish := waiting.take()) is not None:
        left.append(wish)
    return [(wish.article_id, wish.engines) for wish in left]


def test_the_open_article_comes_before_all_that_wait_and_each_once() -> None:
    waiting = _Waiting()
    waiting.add(range(1, 6), engines=True, first=False)
    waiting.add([7, 4], engines=False, first=True)
    waiting.add([2], engines=True, first=False)
    waiting.hasten(5)
    waiting.hasten(9)
    assert len(waiting) == 6
    assert taken(waiting) == [(5, True), (7, False), (4, True), (1, True), (2, True), (3, True)]
    assert taken(waiting) == []
    waiting.add([1, 2], engines=True, first=True)
    assert waiting.clear() == [1, 2]
    assert len(waiting) == 0


def test_an_article_opened_while_it_waits_is_the_next(shell: Shell, qtbot: QtBot) -> None:
    suggesting = suggesting_of(shell)
    assert shell.desk is not None
    ids = list(shell.desk.library._model.keys)
    stored: list[int] = []
    shell.desk.signals.suggestions_changed.connect(stored.append)
    suggesting.compute(ids)
    suggesting.need(ids[-1])
    qtbot.waitUntil(lambda: len(stored) == len(ids), timeout=60_000)
    assert stored.index(ids[-1]) < 2  # the first may be under way


def test_a_project_that_cannot_be_read_is_told_once_and_not_tried_for_ever(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    suggesting = suggesting_of(shell)
    assert shell.desk is not None
    ids = list(shell.desk.library._model.keys)
    there, suggesting._open = suggesting._open, lambda _: there(tmp_path / "gone.pressmark")
    told: list[str] = []
    suggesting.problem.connect(told.append)
    suggesting.compute(ids)
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=20_000)
    qtbot.wait(200)
    assert len(told) == 1 and "gone.pressmark" in told[0]
    suggesting._open = there
    suggesting.need(ids[0])
    qtbot.waitUntil(lambda: bool(shell.desk and shell.desk.project.suggestions(ids[0])), timeout=60_000)


def test_what_was_stopped_is_computed_when_it_is_opened(shell: Shell, qtbot: QtBot) -> None:
    suggesting = suggesting_of(shell)
    assert shell.desk is not None
    ids = list(shell.desk.library._model.keys)
    suggesting.compute(ids)
    shell.tasks.running[-1].cancel()
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=60_000)
    assert not any(shell.desk.project.suggestions(article_id) for article_id in ids)
    suggesting.need(ids[1])
    qtbot.waitUntil(lambda: bool(shell.desk and shell.desk.project.suggestions(ids[1])), timeout=60_000)


@pytest.mark.parametrize("learning", [True, False])
def test_what_was_learned_once_goes_where_nothing_is_any_more(
    shell: Shell, qtbot: QtBot, learning: bool
) -> None:
    desk = shell.desk
    assert desk is not None and desk.article is not None
    here, start = desk.article.id, desk.text.index("Анна Ли")
    fragment = anchor(desk.text, Span(start, start + 7))
    repeat = Suggestion(new_id(), here, "speaker", fragment, 0.7, "repeats")
    desk.session.put_suggestions(here, {"repeats": [repeat]})
    suggesting = suggesting_of(shell)
    suggesting.expect_learned(learning)
    suggesting.need(here)
    assert bool(shell.tasks.running) is not learning
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=60_000)
    assert desk.project.suggestions(here) == ([repeat] if learning else [])


@pytest.mark.parametrize("chord", ["A", "N"])
def test_suggestions_that_arrive_leave_the_card_that_is_written_in(shell: Shell, chord: str) -> None:
    """Learning brings some a moment after each mark: just when a note or a fact is typed."""
    desk = shell.desk
    assert desk is not None and desk.article is not None
    start = desk.text.index("36")
    desk.annotate([Span(start, start + 2)], "number")
    desk.focus_article()
    if chord == "A":
        desk.cancel()
    press(shell.window, chord)
    before = QApplication.focusWidget()
    assert before is not None and desk.inspector.isAncestorOf(before)
    place = Span(desk.text.index("15 октября"), desk.text.index("15 октября") + 2)
    number = Suggestion(new_id(), desk.article.id, "number", anchor(desk.text, place), 0.9, "numbers")
    desk.session.put_suggestions(desk.article.id, {"numbers": [number]})
    assert desk.open_suggestions() == 1
    assert QApplication.focusWidget() is before and before.isVisible()
    assert "1 suggestion left" in shell.window.status_bar.text()


def test_a_text_that_an_engine_fails_on_does_not_keep_the_others_waiting(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    desk = shell.desk
    assert desk is not None and desk.article is not None
    ids = desk.project.find(ArticleQuery())
    fails = desk.project.text(ids[0])
    real = suggesters.suggest

    def suggest(text: str, language: str) -> list[Proposal]:
        if text == fails:
            raise IndexError("string index out of range")
        return real(text, language)

    monkeypatch.setattr(suggesters, "suggest", suggest)
    suggesting_of(shell).compute(ids)
    qtbot.waitUntil(lambda: bool(desk.project.suggestions(ids[1])), timeout=60_000)
    assert desk.project.suggestions(ids[0]) == []
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == [
        f"nothing is suggested for article {ids[0]}"
    ]
    caplog.clear()
