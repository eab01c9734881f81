from collections.abc import Iterator
from pathlib import Path

import pytest

from app.dataset import Split
from app.project import Project
from app.release import Plan
from tests.app.exporters.hard_project import make_hard_project

# By text, an article in each part: 103 in train, 101 in dev, 102 in test.
EACH_IN_ONE_PART = Split((50, 25, 25), "article")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The hard project, for tests that change it."""
    made = make_hard_project(tmp_path / "hard.pressmark")
    yield made
    made.close()


@pytest.fixture
def plan() -> Plan:
    return Plan(split=EACH_IN_ONE_PART)


@pytest.fixture
def quick() -> Plan:
    """The smallest release."""
    return Plan(formats=("jsonl",), split=EACH_IN_ONE_PART)
