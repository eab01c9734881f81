"""A project in a folder of its own, with one article."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.article import Article
from app.changes import Change
from storage import SqliteProject, create_project
from tests.storage import samples


@pytest.fixture
def project(tmp_path: Path) -> Iterator[SqliteProject]:
    project = create_project(tmp_path / "news.pressmark", samples.SCHEME)
    yield project
    project.close()


@pytest.fixture
def article(project: SqliteProject) -> Article:
    article = samples.article()
    project.apply(samples.step(Change(None, article)), samples.contents())
    return article
