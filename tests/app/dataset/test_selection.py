from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.annotation import Annotation, ArticleStatus, Status
from app.article import Role
from app.changes import Change
from app.commands import add_articles
from app.dataset import Record, Selection, select
from app.errors import UserError
from app.project import ArticleQuery, Project
from app.replacing import replace
from app.session import Session
from storage import create_project
from tests.app.exporters.hard_project import ASEL, BORIS, make_hard_project
from tests.widgets.window.samples import news_scheme, page


def ids(project: Project, selection: Selection) -> dict[int, set[int]]:
    """Ids of the annotations taken, by article."""
    return {r.article.id: {a.id for a in r.annotations} for r in select(project, selection)}


OF_ASEL = {1, 2, 3, 4, 5, 6, 7, 8}
OF_BORIS = {41, 42}
FLAT = {31, 32}


@pytest.mark.parametrize(
    ("selection", "taken"),
    [
        (Selection(), {101: OF_ASEL | OF_BORIS, 102: set(), 103: FLAT}),
        (Selection(annotators=(ASEL,)), {101: OF_ASEL, 102: set(), 103: FLAT}),
        (Selection(annotators=(BORIS,)), {101: OF_BORIS, 102: set(), 103: set()}),
        (Selection(annotators=(ASEL, BORIS)), {101: OF_ASEL | OF_BORIS, 102: set(), 103: FLAT}),
        (Selection(labels=("speaker",)), {101: {3}, 102: set(), 103: {32}}),
        (Selection(languages=("kk", "en")), {102: set(), 103: FLAT}),
        (Selection(languages=("uz",)), {}),
        (Selection(sites=("Жергілікті Газет",)), {101: OF_ASEL | OF_BORIS}),
        # A status is an annotator's: what Борис has not done yet stays, in the article that Асель has done.
        (Selection(statuses=(Status.DONE,)), {101: OF_ASEL, 102: set(), 103: FLAT}),
        (Selection(statuses=(Status.IN_PROGRESS,)), {101: OF_BORIS}),
        (Selection(annotators=(BORIS,), statuses=(Status.TODO,)), {102: set(), 103: set()}),
        (Selection(annotators=(BORIS,), statuses=(Status.DONE,)), {}),
        (Selection(statuses=(Status.SKIPPED,)), {}),
        (Selection(article_ids=(103, 102)), {102: set(), 103: FLAT}),
        (Selection(article_ids=(103, 999), labels=("speaker",)), {103: {32}}),
        (Selection(article_ids=(101, 102), languages=("kk", "en")), {102: set()}),
        (Selection(article_ids=(102, 103), statuses=(Status.DONE,)), {102: set(), 103: FLAT}),
        (Selection(article_ids=()), {}),
    ],
)
def test_a_selection_takes_what_it_says(
    project: Project, selection: Selection, taken: dict[int, set[int]]
) -> None:
    assert ids(project, selection) == taken


def passages_and_assessments(project: Project, selection: Selection) -> dict[int, tuple[set[int], set[str]]]:
    """Ids of the empty passages taken, and whose assessments, by article."""
    return {
        record.article.id: ({passage.id for passage in record.empty_passages}, set(record.assessments))
        for record in select(project, selection)
    }


@pytest.mark.parametrize(
    ("selection", "taken"),
    [
        (Selection(), {101: ({901, 902}, {ASEL, BORIS}), 102: (set(), {ASEL}), 103: (set(), set())}),
        (Selection(annotators=(BORIS,)), {101: ({902}, {BORIS}), 102: (set(), set()), 103: (set(), set())}),
        (Selection(annotators=(ASEL,), languages=("ru",)), {101: ({901}, {ASEL})}),
        (Selection(annotators=(ASEL, BORIS), languages=("ru",)), {101: ({901, 902}, {ASEL, BORIS})}),
        (Selection(statuses=(Status.IN_PROGRESS,)), {101: ({902}, {BORIS})}),
        (
            Selection(statuses=(Status.DONE,), languages=("ru", "kk")),
            {101: ({901}, {ASEL}), 102: (set(), {ASEL})},
        ),
        # Nothing of any label is there: that holds whichever labels are taken.
        (Selection(labels=("speaker",), sites=("Жергілікті Газет",)), {101: ({901, 902}, {ASEL, BORIS})}),
    ],
)
def test_passages_and_assessments_go_with_the_annotations_of_their_annotator(
    project: Project, selection: Selection, taken: dict[int, tuple[set[int], set[str]]]
) -> None:
    assert passages_and_assessments(project, selection) == taken
    for record in select(project, selection):
        for annotator, assessment in record.assessments.items():
            assert assessment == project.assessment(record.article.id, annotator)


def test_a_project_nobody_has_worked_on_is_to_do(tmp_path: Path) -> None:
    project = make_hard_project(tmp_path / "p.pressmark")
    session = Session(project, ASEL)
    for article_id in (101, 102, 103):
        done = ArticleStatus(article_id, ASEL, Status.DONE)
        session.do("set_status", [Change(done, None)])
    assert set(ids(project, Selection(annotators=(ASEL,), statuses=(Status.TODO,)))) == {101, 102, 103}
    project.close()


def test_relations_leave_with_both_their_ends(project: Project) -> None:
    def relations(selection: Selection) -> set[int]:
        return {relation.id for record in select(project, selection) for relation in record.relations}

    assert relations(Selection()) == {21, 22, 23, 43}
    assert relations(Selection(labels=("claim", "number"))) == {22, 23, 43}
    assert relations(Selection(annotators=(BORIS,))) == {43}
    assert relations(Selection(statuses=(Status.DONE,))) == {21, 22, 23}
    assert relations(Selection(labels=("speaker",))) == set()
    assert relations(Selection(least_confidence=0.8)) == {43}, "those of unsure ends stay behind too"


def test_suggestions_stay_unless_asked_for(project: Project) -> None:
    assert not any(record.suggestions for record in select(project, Selection()))
    asked = select(project, Selection(with_suggestions=True, labels=("claim", "number")))
    assert [s.id for record in asked for s in record.suggestions] == [53, 52], "by place in the text"


def test_articles_come_as_added_and_annotations_by_place(project: Project) -> None:
    first, second, third = select(project, Selection())
    assert [r.article.id for r in (first, second, third)] == [101, 102, 103]
    places = [(a.start, -a.end, a.id) for a in first.annotations]
    assert places == sorted(places)
    assert first.statuses == {ASEL: Status.DONE, BORIS: Status.IN_PROGRESS}
    assert third.statuses == {ASEL: Status.DONE, BORIS: Status.TODO}


@pytest.mark.parametrize(
    ("selection", "sentence"),
    [
        (Selection(annotators=("Борисс",)), "no annotator “Борисс”"),
        (Selection(labels=("claims",)), "no label “claims”; it has claim, speaker, number"),
    ],
)
def test_a_misspelt_name_is_refused_not_taken_for_nothing(
    project: Project, selection: Selection, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        select(project, selection)


def test_a_dataset_is_read_article_by_article(project: Project) -> None:
    dataset = select(project, Selection())
    read: list[int] = []

    def noting(article_ids: Iterable[int]) -> Iterator[Record]:
        for record in dataset.read(article_ids):
            read.append(record.article.id)
            yield record

    records = iter(replace(dataset, read=noting))
    assert next(records).article.id == 101
    assert read == [101]
    assert len(dataset) == len(list(dataset)) == len(list(dataset)) == 3


def test_the_annotations_of_a_record_are_the_projects(project: Project) -> None:
    taken: list[Annotation] = [a for record in select(project, Selection()) for a in record.annotations]
    assert taken == [a for article_id in (101, 102, 103) for a in project.annotations(article_id)]


def test_earlier_revisions_leave_only_where_they_are_named(tmp_path: Path) -> None:
    parts = ((Role.HEADLINE, "Мост закрыли"), (Role.BODY, "Мост через Сарысай закрыли на ремонт до осени."))
    first = page(parts, "ru")
    later = page((*parts, (Role.BODY, "Объезд займёт 12 километров.")), "ru")
    with closing(create_project(tmp_path / "revised.pressmark", news_scheme())) as project:
        session = Session(project, ASEL)
        for each in (first, replace(later, url=first.url)):
            added = add_articles(project, [each], session.stamp())
            session.do("add_articles", added.changes, added.contents)
        earlier, newer = project.find(ArticleQuery(superseded=True))
        assert list(ids(project, Selection())) == [newer]
        assert list(ids(project, Selection(article_ids=(earlier, newer)))) == [earlier, newer]
        assert list(ids(project, Selection(article_ids=(earlier,), statuses=(Status.TODO,)))) == [earlier]
