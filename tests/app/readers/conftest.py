from collections.abc import Iterator
from pathlib import Path

import pytest

from app.project import Project
from tests.app.exporters.hard_project import TEXT
from tests.app.readers.copies import empty
from tests.app.readers.one_article import ARTICLE, URL, add


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Project]:
    """A project of one article, with nothing said of it."""
    made = empty(tmp_path / "one.pressmark")
    add(made, ARTICLE, TEXT, URL)
    yield made
    made.close()
