"""Every filter of the library costs in proportion to the articles: SQLite's steps are counted, not time."""

from pathlib import Path

import pytest

from app.annotation import Status
from app.project import ArticleQuery
from storage import open_project
from tests.benchmarks.large_project import ANNOTATOR, build_large_project

QUERIES = {
    "label": ArticleQuery(labels=("claim",)),
    "two labels": ArticleQuery(labels=("claim", "number")),
    "status": ArticleQuery(annotator=ANNOTATOR, statuses=(Status.DONE,)),
    "to do": ArticleQuery(annotator=ANNOTATOR, statuses=(Status.TODO,)),
    "language": ArticleQuery(languages=("ru",)),
    "open suggestions": ArticleQuery(open_suggestions=True),
    "earlier revisions": ArticleQuery(superseded=True),
    "words": ArticleQuery(words="бюд"),
    "title": ArticleQuery(order="title"),
    "date": ArticleQuery(order="published", descending=True),
    "site": ArticleQuery(order="site"),
}
# Virtual machine instructions of SQLite between two calls of the handler.
_GRAIN = 10


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A project, and one of four times as many articles."""
    folder = tmp_path_factory.mktemp("cost")
    small, large = folder / "small.pressmark", folder / "large.pressmark"
    build_large_project(small, 150, 4)
    build_large_project(large, 600, 4)
    return small, large


def steps(path: Path, query: ArticleQuery) -> int:
    """How many steps SQLite takes to answer."""
    project = open_project(path)
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    try:
        project.find(query)  # statements are compiled, pages are read
        project._connection._db.set_progress_handler(count, _GRAIN)
        project.find(query)
        return taken
    finally:
        project.close()


@pytest.mark.parametrize("name", QUERIES)
def test_four_times_the_articles_cost_about_four_times_as_much(
    projects: tuple[Path, Path], name: str
) -> None:
    small, large = (steps(path, QUERIES[name]) for path in projects)
    # Sorting adds a logarithm; a filter that looks at every row for every article would cost 16 times.
    assert large <= 7 * max(small, 10), f"{small} steps for 150 articles, {large} for 600"
