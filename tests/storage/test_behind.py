"""The articles behind a bar are those its height counts: of anybody, on any day, whatever was undone."""

import random

import pytest

from app.annotation import ArticleStatus, Status
from app.article import Article
from app.changes import Change
from app.session import Session
from app.statistics import DecidedOn, MarkedIn, StandingOn
from app.suggestion import Decision
from storage import SqliteProject
from tests.storage.samples import annotation, article, contents, step, suggestion

WHO = ("Айгуль", "Ерлан")
DAYS = range(2, 12)
LABELS = ("claim", "speaker", "number")
MARKED = ("Ёлки подорожали", "30 тыс. тенге", "Министр", "йод и соль")

Marks = set[tuple[str, str, str, int]]
"""Day, annotator, label and article of each annotation made."""


def day_of(number: int) -> str:
    return f"2023-07-{number:02}"


def at_noon(project: SqliteProject, day: int, annotator: str) -> Session:
    """The annotator at an hour that is on the same day wherever these tests are run, from -11 to +11."""
    return Session(project, annotator, lambda: f"{day_of(day)}T12:00:00.000Z")


@pytest.fixture
def articles(project: SqliteProject) -> list[Article]:
    made = [article(imported_at=f"{day_of(1 + n % 3)}T12:00:00.000Z") for n in range(8)]
    project.apply(step(*(Change(None, each) for each in made)), contents())
    return made


@pytest.mark.parametrize("annotator", [None, *WHO])
def test_statuses(project: SqliteProject, articles: list[Article], annotator: str | None) -> None:
    chance = random.Random(7)
    for day in DAYS:
        for who in WHO:
            session = at_noon(project, day, who)
            for each in chance.sample(articles, 4):
                before = project.status(each.id, who)
                session.do(
                    "set_status",
                    [Change(before, ArticleStatus(each.id, who, chance.choice(list(Status))))],
                )
            if chance.random() < 0.5:
                session.undo()
    gone = articles.pop()
    changes = [Change(s, None) for who in WHO if (s := project.status(gone.id, who))]
    at_noon(project, 12, WHO[0]).do("remove_articles", [*changes, Change(gone, None)])
    days = project.statistics(annotator).articles_by_status
    assert len(days) >= len(DAYS)
    for known in days:
        found = {status: project.behind(StandingOn(status, known.day), annotator) for status in Status}
        assert {status: len(ids) for status, ids in found.items()} == dict(known.counts)
        assert all(ids == sorted(set(ids)) for ids in found.values())
    now = {status: project.behind(StandingOn(status, day_of(31)), annotator) for status in Status}
    assert sorted(article_id for ids in now.values() for article_id in ids) == sorted(
        each.id for each in articles
    )
    if annotator is not None:
        for status, ids in now.items():
            for article_id in ids:
                given = project.status(article_id, annotator)
                assert (given.status if given else Status.TODO) is status
    assert project.behind(StandingOn("todo", "2023-06-30"), annotator) == []


@pytest.mark.parametrize("annotator", [None, *WHO])
def test_labels(project: SqliteProject, articles: list[Article], annotator: str | None) -> None:
    chance = random.Random(11)
    made: Marks = set()
    for day in DAYS:
        for who in WHO:
            for each in chance.sample(articles, 3):
                label = chance.choice(LABELS)
                mark = annotation(
                    each, chance.choice(MARKED), label, who, created_at=f"{day_of(day)}T12:00:00.000Z"
                )
                project.apply(step(Change(None, mark)))
                made.add((day_of(day), who, label, each.id))
    for first, last in ((2, 2), (4, 7), (2, 11), (11, 28), (1, 1)):
        for label in LABELS:
            expected = {
                article_id
                for day, who, marked, article_id in made
                if day_of(first) <= day <= day_of(last) and marked == label and annotator in (None, who)
            }
            found = project.behind(MarkedIn(label, day_of(first), day_of(last)), annotator)
            assert found == sorted(expected)
    whole = project.statistics(annotator).annotations_by_day
    assert [day.day for day in whole] == sorted({day for day, who, *_ in made if annotator in (None, who)})
    assert project.behind(MarkedIn("no such label", day_of(1), day_of(31)), annotator) == []


def test_decisions(project: SqliteProject, articles: list[Article]) -> None:
    for number, each in enumerate(articles[:6]):
        decided = suggestion(
            each, "30 тыс.", decision=list(Decision)[1 + number % 3], decided_by=WHO[number // 3]
        )
        project.apply(step(Change(None, decided)))
    project.put_suggestions(articles[7].id, {"numbers": [suggestion(articles[7], "5 процентов")]})
    ids = [each.id for each in articles]

    def behind(decision: Decision, annotator: str | None = None, suggester: str = "numbers") -> list[int]:
        return project.behind(DecidedOn(suggester, decision), annotator)

    assert behind(Decision.ACCEPTED) == sorted([ids[0], ids[3]])
    assert behind(Decision.EDITED, WHO[0]) == [ids[1]]
    assert behind(Decision.REJECTED, WHO[1]) == [ids[5]]
    assert behind(Decision.OPEN) == behind(Decision.OPEN, WHO[1]) == [ids[7]]
    assert behind(Decision.ACCEPTED, suggester="claims") == []
    project.apply(step(Change(articles[0], None)))
    assert behind(Decision.ACCEPTED) == [ids[3]], "a removed article cannot be shown"
