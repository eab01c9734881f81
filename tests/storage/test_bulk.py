"""Reading many articles at once gives just what reading them one by one gives."""

from pathlib import Path

import pytest

from app.annotation import Status
from app.errors import NotFound
from app.project import AnnotatedArticle, ArticleQuery, Project
from storage import create_project
from tests.app.exporters.hard_project import make_hard_project
from tests.benchmarks.large_project import ANNOTATOR, build_large_project
from tests.storage.samples import SCHEME


def one_by_one(project: Project, article_id: int, annotator: str | None) -> AnnotatedArticle:
    given = {name: project.status(article_id, name) for name in project.annotators()}
    assessed = {name: project.assessment(article_id, name) for name in project.annotators()}
    return AnnotatedArticle(
        project.article(article_id),
        project.text(article_id),
        project.annotations(article_id, annotator),
        project.relations(article_id, annotator),
        {name: s.status for name, s in given.items() if s is not None and annotator in (None, name)},
        project.suggestions(article_id, only_open=False),
        project.empty_passages(article_id, annotator),
        {name: a for name, a in assessed.items() if a is not None and annotator in (None, name)},
    )


@pytest.mark.parametrize("annotator", [None, "Асель", "Борис", "nobody"])
def test_a_bulk_read_tells_all_that_single_reads_tell(tmp_path: Path, annotator: str | None) -> None:
    project = make_hard_project(tmp_path / "p.pressmark")
    ids = project.find(ArticleQuery())
    read = list(project.annotated(ids, annotator, with_suggestions=True))
    assert read == [one_by_one(project, article_id, annotator) for article_id in ids]
    assert any(whole.suggestions for whole in read)
    assert any(whole.relations for whole in read) == (annotator != "nobody")
    assert any(whole.empty_passages for whole in read) == (annotator != "nobody")
    assert any(whole.assessments for whole in read) == (annotator != "nobody")
    project.close()


def test_the_order_is_the_one_asked_for_over_several_batches(tmp_path: Path) -> None:
    project = build_large_project(tmp_path / "p.pressmark", 25, 3)
    ids = sorted(project.find(ArticleQuery()), key=lambda article_id: article_id % 7)
    read = list(project.annotated(iter([ids[0], *ids])))
    assert [whole.article.id for whole in read] == [ids[0], *ids]
    assert read[1:] == [
        AnnotatedArticle(
            project.article(article_id),
            project.text(article_id),
            project.annotations(article_id),
            project.relations(article_id),
            {} if (status := project.status(article_id, ANNOTATOR)) is None else {ANNOTATOR: status.status},
            [],
        )
        for article_id in ids
    ]
    assert {Status.DONE} == {status for whole in read for status in whole.statuses.values()}
    project.close()


def test_an_article_that_is_not_there_is_missed_after_those_before_it(tmp_path: Path) -> None:
    project = build_large_project(tmp_path / "p.pressmark", 2, 1)
    ids = project.find(ArticleQuery())
    reading = project.annotated([ids[0], 7, ids[1]])
    assert next(reading).article.id == ids[0]
    with pytest.raises(NotFound, match="no article 7"):
        next(reading)
    project.close()


def test_a_step_written_between_two_articles_is_allowed(tmp_path: Path) -> None:
    project = build_large_project(tmp_path / "p.pressmark", 12, 1)
    for number, _ in enumerate(project.annotated(project.find(ArticleQuery()))):
        project.remember("place", str(number))
    assert project.recall("place") == "11"
    project.close()


def test_nothing_asked_for_is_nothing_read(tmp_path: Path) -> None:
    project = create_project(tmp_path / "p.pressmark", SCHEME)
    assert list(project.annotated([])) == []
    project.close()
