"""What was done, day by day: every figure against what was really done."""

import os
import time
from collections.abc import Iterator
from typing import Any

import pytest

from app.annotation import Annotation, ArticleStatus, Relation, Status
from app.article import Article
from app.changes import Change
from app.errors import UserError
from app.ids import new_id
from app.replacing import replace
from app.scheme import Attribute, RelationType, Scheme
from app.session import Session
from app.statistics import (
    AnnotationDay,
    NumberValue,
    Pace,
    SpeakerCount,
    Statistics,
    StatusDay,
    SuggesterCount,
)
from app.suggestion import Decision
from storage import SqliteProject
from tests.storage.samples import SCHEME, annotation, contents, fragment, relation, step, suggestion
from tests.storage.samples import article as make_article

NONE = Statistics((), (), (), (), (), ())


@pytest.fixture(autouse=True)
def almaty() -> Iterator[None]:
    """Five hours before UTC, as the zone was named before it had a name of its own."""
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone of a process cannot be set on Windows")
    before = os.environ.get("TZ")
    os.environ["TZ"] = "ALMT-5"
    time.tzset()
    yield
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


def at_work(project: SqliteProject, at: str, annotator: str = "Айгуль") -> Session:
    """The annotator at that time."""
    return Session(project, annotator, lambda: at)


def add(project: SqliteProject, at: str) -> Article:
    article = make_article(imported_at=at)
    at_work(project, at).do("add_articles", [Change(None, article)], contents())
    return article


def give(
    project: SqliteProject, at: str, article: Article, status: Status, annotator: str = "Айгуль"
) -> None:
    new = ArticleStatus(article.id, annotator, status)
    at_work(project, at, annotator).do("set_status", [Change(project.status(article.id, annotator), new)])


def undo(project: SqliteProject, at: str) -> None:
    assert at_work(project, at).undo()


def days(statistics: Statistics) -> dict[str, str]:
    """The days as "to do/in progress/done/skipped"."""
    return {
        day.day: "/".join(str(day.counts[status]) for status in Status)
        for day in statistics.articles_by_status
    }


# ---------------------------------------------------------------------------------------------- statuses


def test_an_empty_project_has_nothing(project: SqliteProject) -> None:
    assert project.statistics() == NONE
    assert project.statistics("Айгуль") == NONE


def test_statuses_at_the_end_of_each_day(project: SqliteProject) -> None:
    a = add(project, "2023-07-01T04:00:00.000Z")
    b = add(project, "2023-07-01T05:00:00.000Z")
    give(project, "2023-07-02T05:00:00.000Z", a, Status.IN_PROGRESS)
    give(project, "2023-07-02T06:00:00.000Z", b, Status.SKIPPED)
    give(project, "2023-07-02T07:00:00.000Z", a, Status.DONE)
    undo(project, "2023-07-04T05:00:00.000Z")
    add(project, "2023-07-04T05:30:00.000Z")
    give(project, "2023-07-05T05:00:00.000Z", a, Status.DONE)
    found = project.statistics("Айгуль")
    assert days(found) == {
        "2023-07-01": "2/0/0/0",
        "2023-07-02": "0/0/1/1",
        "2023-07-04": "1/1/0/1",
        "2023-07-05": "1/0/1/1",
    }
    assert found.articles_by_status[0] == StatusDay(
        "2023-07-01", {"todo": 2, "in_progress": 0, "done": 0, "skipped": 0}
    )
    assert {status: n for status, n in found.articles_by_status[-1].counts.items() if n} == project.counts(
        "Айгуль"
    ).by_status
    assert days(project.statistics("nobody")) == {"2023-07-01": "2/0/0/0", "2023-07-04": "3/0/0/0"}


def test_an_undo_on_the_same_day_leaves_the_day_as_it_was(project: SqliteProject) -> None:
    a = add(project, "2023-07-01T05:00:00.000Z")
    give(project, "2023-07-02T05:00:00.000Z", a, Status.DONE)
    undo(project, "2023-07-02T05:00:01.000Z")
    assert days(project.statistics("Айгуль")) == {"2023-07-01": "1/0/0/0", "2023-07-02": "1/0/0/0"}


def test_days_are_those_of_the_user(project: SqliteProject) -> None:
    a = add(project, "2023-07-01T18:59:59.999Z")
    give(project, "2023-07-01T19:00:00.000Z", a, Status.DONE)
    assert days(project.statistics()) == {"2023-07-01": "1/0/0/0", "2023-07-02": "0/0/1/0"}


def test_removed_articles_are_in_no_day_and_come_back_with_their_days(project: SqliteProject) -> None:
    a = add(project, "2023-07-01T05:00:00.000Z")
    add(project, "2023-07-01T05:00:00.000Z")
    give(project, "2023-07-02T05:00:00.000Z", a, Status.DONE)
    status = project.status(a.id, "Айгуль")
    at_work(project, "2023-07-03T05:00:00.000Z").do(
        "remove_articles", [Change(status, None), Change(a, None)]
    )
    assert days(project.statistics("Айгуль")) == {"2023-07-01": "1/0/0/0"}
    undo(project, "2023-07-04T05:00:00.000Z")
    assert days(project.statistics("Айгуль")) == {
        "2023-07-01": "2/0/0/0",
        "2023-07-02": "1/0/1/0",
        "2023-07-03": "2/0/0/0",
        "2023-07-04": "1/0/1/0",
    }


def test_of_several_annotators_the_furthest_counts(project: SqliteProject) -> None:
    a = add(project, "2023-07-01T05:00:00.000Z")
    b = add(project, "2023-07-01T05:00:00.000Z")
    give(project, "2023-07-02T05:00:00.000Z", a, Status.SKIPPED)
    give(project, "2023-07-03T05:00:00.000Z", a, Status.IN_PROGRESS, "Ерлан")
    give(project, "2023-07-04T05:00:00.000Z", a, Status.DONE)
    give(project, "2023-07-05T05:00:00.000Z", a, Status.SKIPPED, "Ерлан")
    give(project, "2023-07-05T05:00:00.000Z", b, Status.TODO, "Ерлан")
    assert days(project.statistics()) == {
        "2023-07-01": "2/0/0/0",
        "2023-07-02": "1/0/0/1",
        "2023-07-03": "1/1/0/0",
        "2023-07-04": "1/0/1/0",
        "2023-07-05": "1/0/1/0",
    }
    assert days(project.statistics("Ерлан")) == {
        "2023-07-01": "2/0/0/0",
        "2023-07-03": "1/1/0/0",
        "2023-07-05": "1/0/0/1",
    }


# ------------------------------------------------------------------------------------------- annotations


def test_annotations_by_the_day_they_were_made(project: SqliteProject, article: Article) -> None:
    made = [
        annotation(article, "Ёлки", created_at="2023-07-04T18:59:00.000Z"),
        annotation(article, "соль", created_at="2023-07-04T19:00:00.000Z"),
        annotation(article, "йод", "claim", created_at="2023-07-04T19:01:00.000Z"),
        annotation(article, "йод", "claim", "Ерлан", created_at="2023-07-06T01:00:00.000Z"),
        annotation(article, "йод", "claim", created_at=""),
    ]
    project.apply(step(*(Change(None, entity) for entity in made)))
    assert project.statistics().annotations_by_day == (
        AnnotationDay("2023-07-04", {"number": 1}),
        AnnotationDay("2023-07-05", {"number": 1, "claim": 1}),
        AnnotationDay("2023-07-06", {"claim": 1}),
    )
    assert project.statistics("Ерлан").annotations_by_day == (AnnotationDay("2023-07-06", {"claim": 1}),)
    project.apply(step(Change(made[1], None), Change(made[2], None)))
    assert [day.day for day in project.statistics().annotations_by_day] == ["2023-07-04", "2023-07-06"]


def test_pace_adds_up_the_days_of_an_article(project: SqliteProject, article: Article) -> None:
    other = make_article(imported_at="2023-07-01T05:00:00.000Z")
    project.apply(step(Change(None, other), Change(None, annotation(article, "Ёлки"))), contents())
    project.apply(step(Change(None, annotation(article, "соль", annotator="Ерлан"))))
    project.add_active_time(article.id, "Айгуль", "2023-07-02", 60.5)
    project.add_active_time(article.id, "Айгуль", "2023-07-04", 30)
    project.add_active_time(article.id, "Айгуль", "2023-07-04", 9.5)
    project.add_active_time(article.id, "Ерлан", "2023-07-03", 7)
    project.add_active_time(other.id, "Айгуль", "2023-07-03", 1)
    project.add_active_time(new_id(), "Айгуль", "2023-07-03", 1)  # of an article removed since
    assert project.statistics("Айгуль").pace == (
        Pace(other.id, "2023-07-03", 1, 0),
        Pace(article.id, "2023-07-04", 100, 1),
    )
    assert project.statistics("Ерлан").pace == (Pace(article.id, "2023-07-03", 7, 1),)
    assert project.statistics().pace[-1] == Pace(article.id, "2023-07-04", 107, 2)


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"value": 30_000, "unit": "camera", "unit_text": "камер"}, (30_000, "camera")),
        ({"value": 2.5, "unit_text": "млн"}, (2.5, "млн")),
        ({"value": 0, "unit": "", "number_type": "cardinal"}, (0, "cardinal")),
        ({"value": -5}, (-5, "")),
        ({"min_value": 5, "max_value": 8, "unit": "percent"}, (6.5, "percent")),
        ({"min_value": 5, "unit": "percent"}, (5, "percent")),
        ({"max_value": 8.5}, (8.5, "")),
        ({"value": 7, "min_value": 5, "max_value": 100}, (7, "")),
        ({"unit": "percent"}, None),
        ({}, None),
        ({"value": "2023-07-04", "number_type": "date"}, None),
        ({"value": None, "unit": "day"}, None),
    ],
)
def test_the_value_of_a_number(
    project: SqliteProject,
    article: Article,
    attributes: dict[str, Any],
    expected: tuple[float, str] | None,
) -> None:
    made = annotation(article, "30 тыс.", attributes=attributes)
    other = annotation(article, "Ёлки", "claim", attributes={"value": 1})  # a label without values
    project.apply(step(Change(None, made), Change(None, other)))
    values = () if expected is None else (NumberValue(article.id, *expected),)
    assert project.statistics().numbers == values
    assert project.statistics("Ерлан").numbers == ()


# ---------------------------------------------------------------------------------------------- speakers


@pytest.fixture
def named(project: SqliteProject) -> SqliteProject:
    """The project with a scheme in which speakers have names and may be members of each other."""
    before = project.scheme()
    name = Attribute("canonical_name", "Name", "text")
    labels = tuple(replace(la, attributes=(name,)) if la.id == "speaker" else la for la in before.labels)
    member_of = RelationType("member_of", "member of", ("speaker",), ("speaker",))
    same = RelationType("same_claim", "same claim", ("claim",), ("claim",))
    after = Scheme(before.id, before.name, 2, labels, (*SCHEME.relations, member_of, same))
    project.apply(step(Change(before, after)))
    return project


def test_speakers_by_what_they_say(named: SqliteProject, article: Article) -> None:
    other = make_article()
    named.apply(step(Change(None, other)), contents())
    kasymova = {"canonical_name": "Айгүл Қасымова"}
    minister = annotation(article, "Министр", "speaker", attributes=kasymova)
    she = annotation(article, "её", "speaker", attributes=kasymova)
    elsewhere = annotation(other, "Министр", "speaker", attributes={"canonical_name": ""})
    parts = (fragment("По её"), fragment("словам"))
    apart = annotation(other, "её", "speaker", fragments=parts, attributes={})
    claim = annotation(article, "Ёлки стоят", "claim")
    second = annotation(article, "йод и соль", "claim")
    third = annotation(other, "йод и соль", "claim")
    relations = [
        relation(claim, minister),
        relation(claim, she),  # the same claim of the same speaker
        relation(second, she),
        relation(third, elsewhere),
        replace(relation(she, minister), type="member_of"),
        replace(relation(claim, second), type="same_claim"),
    ]
    _add(named, minister, she, elsewhere, apart, claim, second, third, *relations)
    expected = (
        SpeakerCount("Айгүл Қасымова", 2, 2, (article.id,)),
        SpeakerCount("Министр", 1, 1, (other.id,)),
        SpeakerCount("По её … словам", 1, 0, (other.id,)),
    )
    assert named.statistics().speakers == named.statistics("Айгуль").speakers == expected
    assert named.statistics("Ерлан").speakers == ()


def test_speakers_in_several_articles_and_of_several_annotators(
    named: SqliteProject, article: Article
) -> None:
    other = make_article()
    named.apply(step(Change(None, other)), contents())
    a = annotation(article, "Министр", "speaker", attributes={})
    b = annotation(other, "Министр", "speaker", "Ерлан", attributes={})
    claim = annotation(other, "йод", "claim", "Ерлан")
    _add(named, a, b, claim, relation(claim, b))
    both = tuple(sorted((article.id, other.id)))
    assert named.statistics().speakers == (SpeakerCount("Министр", 2, 1, both),)
    assert named.statistics("Ерлан").speakers == (SpeakerCount("Министр", 1, 1, (other.id,)),)


def test_a_scheme_without_names_has_no_speakers(project: SqliteProject, article: Article) -> None:
    _add(project, annotation(article, "Министр", "speaker"))
    assert project.statistics().speakers == ()


def _add(project: SqliteProject, *entities: Annotation | Relation) -> None:
    project.apply(step(*(Change(None, entity) for entity in entities)))


# -------------------------------------------------------------------------------------------- suggesters


def test_suggesters_by_what_became_of_their_suggestions(project: SqliteProject, article: Article) -> None:
    decisions = {
        "Ёлки": (Decision.ACCEPTED, "Айгуль", 0.5),
        "Министр": (Decision.EDITED, "Айгуль", 9.0),
        "соль": (Decision.REJECTED, "Ерлан", 2.0),
        "йод": (Decision.REJECTED, "Ерлан", None),
    }
    project.apply(
        step(
            *(
                Change(None, suggestion(article, words, decision=decision, decided_by=who, seconds=seconds))
                for words, (decision, who, seconds) in decisions.items()
            )
        )
    )
    project.put_suggestions(article.id, {"numbers": [suggestion(article, "5 процентов")]})
    project.put_suggestions(
        article.id, {"claims": [suggestion(article, "30 тыс.", "claim", suggester="claims")]}
    )
    assert project.statistics().suggesters == (
        SuggesterCount("claims", {"open": 1}),
        SuggesterCount("numbers", {"open": 1, "accepted": 1, "edited": 1, "rejected": 2}, 2.0),
    )
    assert project.statistics("Ерлан").suggesters == (
        SuggesterCount("claims", {"open": 1}),
        SuggesterCount("numbers", {"open": 1, "rejected": 2}, 2.0),
    )


def test_a_damaged_value_is_a_sentence(project: SqliteProject, article: Article) -> None:
    _add(project, annotation(article, "30 тыс."))
    project._connection.run("UPDATE annotations SET attributes = '{\"value\"'")
    with pytest.raises(UserError, match="damaged: a value in it cannot be read"):
        project.statistics()
