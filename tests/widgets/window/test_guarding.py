"""Articles without suggestions, how long a suggestion is looked at, and a word to who does not look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import settings as setting
from app.anchor import Span, anchor
from app.ids import new_id
from app.suggestion import Decision, Suggestion
from tests.keyboard import press
from tests.widgets.window.samples import make, shown
from widgets.desk import Desk
from widgets.occurrences import OccurrencesPanel
from widgets.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    path = tmp_path / "news.pressmark"
    make(path)
    with shown(tmp_path, path) as shell:
        shell.settings.set(setting.SUGGEST, False)
        desk_of(shell).focus_article()
        qtbot.waitUntil(lambda: not shell.tasks.running, timeout=60_000)
        yield shell


def desk_of(shell: Shell) -> Desk:
    assert shell.desk is not None
    return shell.desk


def suggest(shell: Shell, *words: str, label: str = "number") -> list[Suggestion]:
    """Have these words of the open article suggested."""
    desk = desk_of(shell)
    assert desk.article is not None
    made = []
    at = 0
    for each in words:
        at = desk.text.index(each, at)
        span = Span(at, at + len(each))
        made.append(Suggestion(new_id(), desk.article.id, label, anchor(desk.text, span), 0.9, "numbers"))
        at += len(each)
    desk.session.put_suggestions(desk.article.id, {"numbers": made})
    return made


def decided(shell: Shell, suggestion: Suggestion) -> Suggestion:
    return desk_of(shell).project.suggestion(suggestion.id)


def test_how_long_a_suggestion_was_looked_at_is_kept(shell: Shell, qtbot: QtBot) -> None:
    first, second = suggest(shell, "4,8 млрд", "36")
    press(shell.window, "Tab")
    qtbot.wait(120)
    press(shell.window, "Return")
    press(shell.window, "Backspace")
    accepted, rejected = decided(shell, first), decided(shell, second)
    assert (accepted.decision, rejected.decision) == (Decision.ACCEPTED, Decision.REJECTED)
    assert accepted.seconds is not None and 0.1 < accepted.seconds < 30
    assert rejected.seconds is not None and rejected.seconds < 30
    press(shell.window, "Ctrl+Z")
    assert decided(shell, second).seconds is None


def test_on_some_articles_suggestions_are_hidden_and_it_is_said(shell: Shell) -> None:
    desk = desk_of(shell)
    suggest(shell, "4,8 млрд", "36")
    assert desk.open_suggestions() == 2
    desk.hide_suggestions(1.0)
    assert desk.open_suggestions() == 0
    assert "suggestions are hidden here" in shell.window.status_bar.text()
    press(shell.window, "Tab")
    assert desk.reader.selected_suggestion() is None
    press(shell.window, "Ctrl+PgDown", "Ctrl+PgUp")
    assert desk.open_suggestions() == 0
    assert len(desk.project.suggestions(desk.article.id if desk.article else 0)) == 2, "kept all the same"
    shell.settings.set(setting.BLIND_SHARE, 1)
    shell.settings.set(setting.BLIND_SHARE, 0)
    assert desk.open_suggestions() == 2
    assert "2 suggestions left" in shell.window.status_bar.text()


def test_what_is_hidden_is_not_gone_through_either(shell: Shell, qtbot: QtBot) -> None:
    suggest(shell, "4,8 млрд", "36")
    desk_of(shell).hide_suggestions(1.0)
    press(shell.window, "Shift+M", "L", "3")
    panel = shell.window.findChild(OccurrencesPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel._progress is None, timeout=20_000)
    assert panel.model.keys == []
    desk_of(shell).hide_suggestions(0.0)
    press(shell.window, "5")
    qtbot.waitUntil(lambda: len(panel.model.keys) == 2, timeout=20_000)


def test_undo_brings_nothing_hidden_to_light(shell: Shell) -> None:
    desk = desk_of(shell)
    (number,) = suggest(shell, "4,8 млрд")
    desk.decide(number.id, False)
    desk.hide_suggestions(1.0)
    press(shell.window, "Ctrl+Z")
    assert decided(shell, number).decision is Decision.OPEN
    assert desk.open_suggestions() == 0
    assert desk.inspector._contents is not None
    assert not desk.inspector._contents.suggestions


@pytest.mark.parametrize("label", ["number", "speaker"])
def test_a_mark_where_suggestions_are_hidden_is_ones_own(shell: Shell, label: str) -> None:
    """Neither values nor origin come from what was not seen; nor is it decided by a mark or its copy."""
    desk = desk_of(shell)
    assert desk.article is not None
    (number,) = suggest(shell, "4,8 млрд", label=label)
    desk.hide_suggestions(1.0)
    desk.annotate([number.fragment.span], "number")
    (made,) = desk.annotations()
    if label != "number":
        desk.acts.duplicate(made.id, label)
    assert {annotation.origin for annotation in desk.annotations()} == {""}
    assert decided(shell, number) == number
    desk.hide_suggestions(0)
    (another,) = suggest(shell, "36")
    desk.annotate([another.fragment.span], "number")
    assert decided(shell, another).decision is Decision.ACCEPTED


def test_marking_all_accepts_nothing_hidden(shell: Shell, qtbot: QtBot) -> None:
    desk = desk_of(shell)
    (number,) = suggest(shell, "4,8 млрд")
    desk.hide_suggestions(1.0)
    desk.reader.select_span(number.fragment.span)
    press(shell.window, "M", "L", "3")
    panel = shell.window.findChild(OccurrencesPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel._progress is None and len(panel.model.keys) == 1, timeout=20_000)
    press(shell.window, "Y", "Return")
    assert [(a.label, a.origin) for a in desk.annotations()] == [("number", "")]
    assert decided(shell, number) == number


def test_the_library_counts_nothing_hidden(shell: Shell) -> None:
    desk = desk_of(shell)
    suggest(shell, "4,8 млрд", "36")
    assert desk.article is not None
    row = desk.library._model.row_of(desk.article.id)

    def counted() -> int:
        summary = desk.library._model.summary(row or 0)
        assert summary is not None
        return summary.open_suggestions

    assert counted() == 2
    desk.hide_suggestions(1.0)
    assert counted() == 0
    suggest(shell, "4,8 млрд")
    assert counted() == 0
    desk.hide_suggestions(0.0)
    assert counted() == 1


def test_accepting_quicker_than_one_can_read_is_told(shell: Shell) -> None:
    text = desk_of(shell).text
    words = [word for word in text.split() if word.isalpha()][:12]
    suggest(shell, *words)
    press(shell.window, "Tab")
    said: list[str] = []
    desk_of(shell).noted.connect(said.append)
    press(shell.window, *["Return"] * 9)
    assert said == []
    press(shell.window, "Return", "Return")
    assert len(said) == 1
    assert said[0].startswith("10 suggestions were accepted in 0.") and said[0].endswith(
        "too quick to be read."
    )


def test_a_rejected_one_among_them_was_read(shell: Shell) -> None:
    words = [word for word in desk_of(shell).text.split() if word.isalpha()][:14]
    suggest(shell, *words)
    press(shell.window, "Tab")
    said: list[str] = []
    desk_of(shell).noted.connect(said.append)
    press(shell.window, *["Return"] * 6, "Backspace", *["Return"] * 6)
    assert said == []
