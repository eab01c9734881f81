"""What is marked is looked for again, in the article at once and in others next; a switch ends it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app import settings as setting
from app.anchor import Span
from app.article import Role
from app.commands import add_articles
from app.session import Session
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
