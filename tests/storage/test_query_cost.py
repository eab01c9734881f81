"""Every filter of the library costs in proportion to the articles: SQLite's steps are counted, not time."""

from pathlib import Path

import pytest

from app.annotation import Assessment, Status
from app.changes import Change, Step
from app.project import ArticleQuery
from storage import open_project
from tests.benchmarks.large_project import ANNOTATOR, build_large_project
from tests.storage.samples import AT

QUERIES = {
    "label": ArticleQuery(labels=("claim",)),
    "two labels": ArticleQuery(labels=("claim", "number")),
    "status": ArticleQuery(annotator=ANNOTATOR, statuses=(Status.DONE,)),
    "to do": ArticleQuery(annotator=ANNOTATOR, statuses=(Status.TODO,)),
    "language": ArticleQuery(languages=("ru",)),
    "open suggestions": ArticleQuery(open_suggestions=True),
    "earlier revisions": ArticleQuery(superseded=True),
    "flagged": ArticleQuery(annotator=ANNOTATOR, flagged=True),
    "from a date": ArticleQuery(published_from="2015-03"),
    "to a date": ArticleQuery(published_to="2015-03"),
    "between dates": ArticleQuery(published_from="2012", published_to="2020-03"),
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
    for path, articles in ((small, 150), (large, 600)):
        project = build_large_project(path, articles, 4)
        flags = [
            Assessment(article_id, ANNOTATOR, flagged=True) for article_id in project.find(ArticleQuery())
        ]
        project.apply(Step("flag", ANNOTATOR, AT, tuple(Change(None, flag) for flag in flags[::2])))
        project.close()
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
    assert_in_proportion(*(steps(path, QUERIES[name]) for path in projects))


def test_so_does_a_list_of_articles(projects: tuple[Path, Path]) -> None:
    costs = []
    for path in projects:
        project = open_project(path)
        ids = project.find(ArticleQuery())
        project.close()
        costs.append(steps(path, ArticleQuery(only=tuple(ids[::2]))))
    assert_in_proportion(*costs)


def assert_in_proportion(small: int, large: int) -> None:
    # Sorting adds a logarithm; a filter that looks at every row for every article would cost 16 times.
    assert large <= 7 * max(small, 10), f"{small} steps for 150 articles, {large} for 600"
