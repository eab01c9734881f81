"""Annotations of every shape come back as they were written; what another program spoilt is a sentence."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.article import Article
from app.changes import Change
from app.errors import UserError
from app.replacing import replace
from storage import SqliteProject, open_project
from tests.storage import samples
from tests.storage.samples import annotation, fragment, step


@pytest.fixture
def path(project: SqliteProject, article: Article) -> Path:
    """A project with an annotation of two fragments between two of one, one without values."""
    first, second, third = (annotation(article, words) for words in ("Министр", "Ёлки", "йод"))
    places = sorted((fragment("Министр"), fragment("Ёлки")), key=lambda piece: piece.start)
    changes = (
        Change(None, first),
        Change(
            None, replace(second, fragments=tuple(places), confidence=0.1 + 0.2, note="да", origin="numbers")
        ),
        Change(None, replace(third, attributes={"text": "“}], [{", "within": {"a": [1, 2.5, None, True]}})),
    )
    project.apply(step(*changes))
    project.close()
    return project.path


def spoil(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(sql)
        db.commit()


def test_all_at_once_and_one_by_one_are_the_same(path: Path, article: Article) -> None:
    project = open_project(path)
    together = project.annotations(article.id)
    (whole,) = project.annotated([article.id])
    project.close()
    assert len(together) == 3
    assert whole.annotations == together
    with closing(open_project(path)) as project:
        assert [project.annotation(each.id) for each in together] == together
    assert sorted(len(each.fragments) for each in together) == [1, 1, 2]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE annotations SET fragments = '{'",
        "UPDATE annotations SET fragments = '[]'",
        "UPDATE annotations SET fragments = '[[0,1]]'",
        "UPDATE annotations SET fragments = '[],[]'",
        "UPDATE annotations SET fragments = '7'",
        "UPDATE annotations SET fragments = CAST (x'5bff5d' AS TEXT)",
        "UPDATE annotations SET attributes = '{},{}'",
        "UPDATE annotations SET attributes = ''",
        "UPDATE articles SET blocks = '[1'",
        'UPDATE articles SET blocks = \'[[0,9,"gossip",""]]\'',
    ],
)
def test_what_is_no_value_is_a_sentence(path: Path, article: Article, sql: str) -> None:
    spoil(path, sql)
    with (
        closing(open_project(path)) as project,
        pytest.raises(UserError, match="damaged: a value in it cannot be read"),
    ):
        list(project.annotated([article.id]))


def test_a_text_that_is_no_utf_8_is_a_sentence(path: Path, article: Article) -> None:
    spoil(path, "UPDATE annotations SET note = CAST (x'ff' AS TEXT)")
    with closing(open_project(path)) as project, pytest.raises(UserError, match="damaged"):
        project.annotations(article.id)


def test_a_project_without_annotations_is_read(project: SqliteProject, article: Article) -> None:
    (whole,) = project.annotated([article.id])
    assert (whole.article, whole.annotations, whole.text) == (article, [], samples.TEXT)
