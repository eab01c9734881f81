"""What is marked is looked for again, in the article at once and in others next; a switch ends it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app import settings as setting
from app.anchor import Span
from app.article import Role
from app.commands import add_articles, remove
from app.session import Session
from app.suggesters.learning.examples import Example
from app.suggesters.learning.learned import Learned
from app.suggesters.learning.model import FEWEST_ARTICLES
from app.suggestion import Suggestion
from storage import create_project
from tests.keyboard import press
from tests.widgets.window.samples import ANNOTATOR, news_scheme, page, shown
from widgets.desk import Desk
from widgets.dialogs.learned import LearnedDialog
from widgets.learning import Learning
from widgets.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TITLES = ("Камеры в парке", "Камеры на мосту", "Камеры у школы")
LINES = (
    "Камеры проверит комиссия Дорстрой. Потом у Дорстроя спросят отчёт.",
    "Комиссию Дорстрой позвали жители. Снег растаял.",
    "Без Дорстроя ничего не решат. Снега нет.",
)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    path = tmp_path / "news.pressmark"
    project = create_project(path, news_scheme())
    session = Session(project, ANNOTATOR)
    pages = [
        page(((Role.HEADLINE, title), (Role.BODY, line)), "ru")
        for title, line in zip(TITLES, LINES, strict=True)
    ]
    added = add_articles(project, pages, session.stamp())
    session.do("add_articles", added.changes, added.contents)
    project.close()
    with shown(tmp_path, path) as shell:
        shell.settings.set(setting.ACTIVE_TIME, False)
        open_article(shell, TITLES[0])
        qtbot.waitUntil(lambda: learning_of(shell)._on, timeout=20_000)
        yield shell


def desk_of(shell: Shell) -> Desk:
    assert shell.desk is not None
    return shell.desk


def learning_of(shell: Shell) -> Learning:
    assert shell.learning is not None
    return shell.learning


def open_article(shell: Shell, title: str) -> None:
    desk = desk_of(shell)
    ids = list(desk.library._model.keys)
    desk.open_article(next(s.id for s in desk.project.summaries(ids, ANNOTATOR) if s.title == title))
    desk.focus_article()


def mark(shell: Shell, words: str, label: str = "speaker") -> None:
    desk = desk_of(shell)
    start = desk.text.index(words)
    desk.annotate([Span(start, start + len(words))], label)


def repeated(shell: Shell) -> list[str]:
    """What is suggested again in the open article."""
    desk = desk_of(shell)
    assert desk.article is not None
    return [s.text for s in suggestions(desk, desk.article.id) if s.suggester == "repeats"]


def suggestions(desk: Desk, article_id: int) -> list[Suggestion]:
    return desk.project.suggestions(article_id)


def test_a_mark_is_looked_for_in_the_article_at_once_and_in_the_others_next(
    shell: Shell, qtbot: QtBot
) -> None:
    mark(shell, "Дорстрой")
    qtbot.waitUntil(lambda: repeated(shell) == ["Дорстроя"], timeout=20_000)
    (found,) = (s for s in desk_of(shell).reader._marks.suggestions.values() if s.suggester == "repeats")
    assert found.label == "speaker" and found.rule and 0.5 <= found.score < 1
    open_article(shell, TITLES[2])
    qtbot.waitUntil(lambda: repeated(shell) == ["Дорстроя"], timeout=20_000)


def test_what_is_rejected_is_not_suggested_again(shell: Shell, qtbot: QtBot) -> None:
    mark(shell, "Дорстрой")
    qtbot.waitUntil(lambda: repeated(shell) == ["Дорстроя"], timeout=20_000)
    desk = desk_of(shell)
    (found,) = (s for s in desk.reader._marks.suggestions.values() if s.suggester == "repeats")
    desk.reader.select_suggestion(found.id)
    press(shell.window, "Backspace")
    mark(shell, "комиссия", "claim")
    shell.suggest_again()
    qtbot.waitUntil(
        lambda: not shell.tasks.running and not learning_of(shell)._repeat.isActive(), timeout=20_000
    )
    assert repeated(shell) == []


def test_the_switch_ends_it_and_nothing_is_learned_any_more(shell: Shell, qtbot: QtBot) -> None:
    mark(shell, "Дорстрой")
    qtbot.waitUntil(lambda: repeated(shell) == ["Дорстроя"], timeout=20_000)
    shell.settings.set(setting.LEARN, False)
    assert learning_of(shell).known() is None
    qtbot.waitUntil(lambda: repeated(shell) == [], timeout=20_000)
    mark(shell, "комиссия", "claim")
    assert not learning_of(shell)._repeat.isActive()


def test_the_dialog_says_what_was_learned_and_has_the_switch(shell: Shell, qtbot: QtBot) -> None:
    for title, line in zip(TITLES, LINES, strict=True):
        open_article(shell, title)
        for word in sorted({word.strip(".") for word in line.split()} - {"у", "не", "Потом"}):
            mark(shell, word)
    learning = learning_of(shell)
    qtbot.waitUntil(lambda: learning.known() is not None and learning.known().marks() > 0, timeout=40_000)  # type: ignore[union-attr]
    shell.actions.trigger("learned")
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, LearnedDialog) and w.isVisible())
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(f"{FEWEST_ARTICLES} articles" in text for text in said)
    assert "Speaker" in said
    dialog._on.click()
    assert shell.settings.get(setting.LEARN) is False
    assert any(
        "Nothing is learned while this is off." in label.text() for label in dialog.findChildren(QLabel)
    )
    dialog.close()


def test_the_dialog_says_where_nothing_or_little_was_learned(shell: Shell, qtbot: QtBot) -> None:
    learning = learning_of(shell)
    learning._begin.stop()
    learning._learn()
    qtbot.waitUntil(lambda: learning.known() is not None, timeout=20_000)
    shell.actions.trigger("learned")
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, LearnedDialog) and w.isVisible())
    assert dialog._state.text() == "Nothing was learned yet: mark or accept something first."
    learning.take(Learned((Example("claim", "комиссия", 1),)))
    assert dialog._state.text() == (
        "1 phrase is looked for again. A model follows when enough is marked in several articles."
    )
    dialog.close()


def test_a_mark_taken_back_is_looked_for_no_more(shell: Shell, qtbot: QtBot) -> None:
    mark(shell, "Дорстрой")
    qtbot.waitUntil(lambda: repeated(shell) == ["Дорстроя"], timeout=20_000)
    press(shell.window, "Ctrl+Z")
    qtbot.waitUntil(lambda: repeated(shell) == [], timeout=20_000)
    press(shell.window, "Ctrl+Y")
    qtbot.waitUntil(lambda: repeated(shell) == ["Дорстроя"], timeout=20_000)


def test_what_is_marked_while_it_learns_is_not_forgotten_and_counts_once(shell: Shell, qtbot: QtBot) -> None:
    learning = learning_of(shell)
    mark(shell, "комиссия", "claim")
    learning._begin.stop()
    learning._learn()
    mark(shell, "Дорстрой")  # after the thread has begun to read, or before: the window cannot tell
    task = learning._task
    assert task is not None
    with qtbot.waitSignal(task.ended, timeout=40_000):
        pass
    known = learning.known()
    assert known is not None
    assert {"комиссия", "Дорстрой"} <= {example.text for example in known.examples}
    assert [example.accepts for example in known.examples if example.text == "комиссия"] == [1]


def test_of_many_marks_at_once_the_latest_are_looked_for(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widgets.learning._MOST_FRESH", 2)
    learning, desk = learning_of(shell), desk_of(shell)
    learning._begin.stop()
    for words in ("Камеры", "комиссия", "Дорстрой"):
        mark(shell, words)
    learning._repeat_fresh()
    known = learning.known()
    assert known is not None
    assert {example.text for example in known.examples} == {"комиссия", "Дорстрой"}
    marks = [annotation.id for annotation in desk.annotations()]
    desk.session.do("remove", remove(desk.project, marks))
    learning._repeat_fresh()
    known = learning.known()
    assert known is not None and known.examples == ()


def test_to_switch_suggestions_off_computes_none(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=40_000)
    open_article(shell, TITLES[1])
    shell.settings.set(setting.SUGGEST, False)
    assert not shell.tasks.running
    desk = desk_of(shell)
    assert desk.article is not None
    assert shell.suggesting is not None and desk.article.id not in shell.suggesting._seen


def test_why_nothing_can_be_learned_is_told(shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    learning = learning_of(shell)
    learning._begin.stop()
    learning._open = lambda _: shell.files.open_for_reading(tmp_path / "gone.pressmark")
    with qtbot.waitSignal(learning.problem, timeout=20_000) as told:
        learning._learn()
    assert "gone.pressmark" in told.args[0]
    assert "gone.pressmark" in shell.window.message_bar.text()


def test_what_is_learned_after_the_project_is_closed_comes_too_late(shell: Shell, qtbot: QtBot) -> None:
    mark(shell, "Дорстрой")
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=20_000)
    learning = learning_of(shell)
    told: list[object] = []
    learning.learned.connect(told.append)
    shell.close_project()
    learning._on_learned(Learned())
    assert not told
    assert not learning.under_way()
