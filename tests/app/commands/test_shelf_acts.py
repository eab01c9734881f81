"""Flags, and statuses of many: one step each, undone as one."""

import pytest

from app.annotation import Assessment, Status
from app.article import Role
from app.changes import Change
from app.commands import add_articles, flag, set_statuses
from app.replacing import replace
from app.session import Session
from tests.app.commands.conftest import page

ANNOTATOR = "Асель"


@pytest.fixture
def shelf(session: Session) -> tuple[Session, list[int]]:
    pages = [page(((Role.BODY, f"Новость {n}."),)) for n in range(4)]
    added = add_articles(session.project, pages, session.stamp())
    session.do("add_articles", added.changes, added.contents)
    return session, added.article_ids


def flags(session: Session, ids: list[int]) -> list[bool]:
    said = [session.project.assessment(article_id, ANNOTATOR) for article_id in ids]
    return [one is not None and one.flagged for one in said]


def test_flags_come_and_go_in_one_step(shelf: tuple[Session, list[int]]) -> None:
    session, ids = shelf
    session.do("flag", flag(session.project, [ids[0], ids[2], ids[0]], ANNOTATOR, True))
    assert flags(session, ids) == [True, False, True, False]
    session.do("flag", flag(session.project, ids, ANNOTATOR, True))
    assert flags(session, ids) == [True] * 4
    session.undo()
    assert flags(session, ids) == [True, False, True, False]
    session.do("flag", flag(session.project, ids, ANNOTATOR, False))
    assert session.project.assessment(ids[0], ANNOTATOR) is None
    assert flag(session.project, ids, ANNOTATOR, False) == []


def test_a_flag_leaves_what_else_is_said_of_the_article(shelf: tuple[Session, list[int]]) -> None:
    session, ids = shelf
    said = Assessment(ids[1], ANNOTATOR, {"topic": "мост"}, note="Перечитать.")
    session.do("assess", [Change(None, said)])
    session.do("flag", flag(session.project, ids[:2], ANNOTATOR, True))
    assert session.project.assessment(ids[1], ANNOTATOR) == replace(said, flagged=True)
    session.do("flag", flag(session.project, ids[:2], ANNOTATOR, False))
    assert session.project.assessment(ids[1], ANNOTATOR) == said


def test_another_annotators_flag_stays(shelf: tuple[Session, list[int]]) -> None:
    session, ids = shelf
    session.do("flag", flag(session.project, ids[:1], "Ерлан", True))
    assert flags(session, ids) == [False] * 4
    assert flag(session.project, ids[:1], ANNOTATOR, False) == []


def test_statuses_of_many_in_one_step(shelf: tuple[Session, list[int]]) -> None:
    session, ids = shelf
    session.do("set_status", set_statuses(session.project, ids[:1], ANNOTATOR, Status.DONE))
    changes = set_statuses(session.project, [*ids, ids[1]], ANNOTATOR, Status.DONE)
    assert len(changes) == 3
    session.do("set_status", changes)
    session.undo()
    assert session.project.status(ids[3], ANNOTATOR) is None
    assert set_statuses(session.project, ids[1:], ANNOTATOR, Status.TODO) == []
