from collections.abc import Iterator

import pytest

from app.dataset import Dataset, Selection, select
from app.project import Project
from tests.app.exporters.hard_project import make_hard_project


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The hard project; the tests only read it."""
    made = make_hard_project(tmp_path_factory.mktemp("hard") / "hard.pressmark")
    yield made
    made.close()


@pytest.fixture
def everything(project: Project) -> Dataset:
    """All of the hard project, suggestions too."""
    return select(project, Selection(with_suggestions=True))


@pytest.fixture
def annotations_only(project: Project) -> Dataset:
    """All of the hard project but suggestions."""
    return select(project, Selection())
