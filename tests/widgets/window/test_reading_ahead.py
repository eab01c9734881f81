"""The neighbours of the open article are read while the hands rest, and never shown as they were before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.anchor import Span
from app.commands import annotate, remove_articles
from app.project import ArticleQuery
from tests.widgets.window.samples import make, shown
from widgets.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "news.pressmark"
    make(path)
    with shown(tmp_path, path) as shell:
        qtbot.waitExposed(shell.window)
        assert shell.desk is not None
        yield shell.desk


def test_going_to_a_neighbour_reads_nothing(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = desk.project.find(ArticleQuery())
    desk.open_article(ids[1])
    qtbot.waitUntil(lambda: desk.ahead.has(ids[0]) and desk.ahead.has(ids[2]))
    asked: list[int] = []
    text = desk.project.text

    def count(article_id: int) -> str:
        asked.append(article_id)
        return text(article_id)

    monkeypatch.setattr(desk.project, "text", count)
    desk.step_article(1)
    assert desk.article is not None
    assert desk.article.id == ids[2]
    assert desk.text == text(ids[2])
    assert asked == []
    qtbot.waitUntil(lambda: desk.ahead.has(ids[1]) and not desk.ahead.has(ids[0]))


def test_what_changes_is_read_anew(desk: Desk, qtbot: QtBot) -> None:
    ids = desk.project.find(ArticleQuery())
    desk.open_article(ids[0])
    qtbot.waitUntil(lambda: desk.ahead.has(ids[1]))
    session = desk.session
    session.do("annotate", annotate(session.project, ids[1], [Span(0, 7)], "claim", session.stamp()))
    assert not desk.ahead.has(ids[1])
    desk.step_article(1)
    assert [annotation.label for annotation in desk.annotations()] == ["claim"]


def test_a_neighbour_that_goes_is_not_shown(desk: Desk, qtbot: QtBot) -> None:
    ids = desk.project.find(ArticleQuery())
    desk.open_article(ids[0])
    qtbot.waitUntil(lambda: desk.ahead.has(ids[1]))
    desk.session.do("remove_articles", remove_articles(desk.project, [ids[1]]))
    assert not desk.ahead.has(ids[1])
    qtbot.waitUntil(lambda: desk.library.neighbour(ids[0], 1) == ids[2])
    desk.step_article(1)
    assert desk.article is not None
    assert desk.article.id == ids[2]


def test_suggestions_made_meanwhile_are_shown(desk: Desk, qtbot: QtBot) -> None:
    ids = desk.project.find(ArticleQuery())
    desk.open_article(ids[0])
    qtbot.waitUntil(lambda: desk.ahead.has(ids[1]))
    desk.session.put_suggestions(ids[1], {"numbers": []})
    assert not desk.ahead.has(ids[1])
