"""The library list: filters, orders, summaries and totals."""

from typing import Any

import pytest

from app.annotation import ArticleStatus, Assessment, Status
from app.article import Article
from app.changes import Change, Entity
from app.project import ArticleQuery, Summary
from app.replacing import replace
from app.suggestion import Decision
from storage import SqliteProject
from tests.storage.samples import annotation, contents, step, suggestion
from tests.storage.samples import article as make_article


@pytest.fixture
def five(project: SqliteProject) -> dict[str, Article]:
    """Articles a to e."""
    fields: dict[str, dict[str, Any]] = {
        "a": {"title": "Яблоко", "published": "2023-05-01", "site": "b.example", "language": "ru"},
        "b": {"title": "«Арбуз»", "published": None, "site": "a.example", "language": "kk"},
        "c": {"title": "ёлка", "published": "2021-05-01", "site": "c.example", "language": "en"},
        "d": {"title": "ЕЛЬ", "published": "2023-05-01T10:00:00Z", "site": "", "language": ""},
        "e": {"title": "Ежи", "published": "2022", "site": "a.example", "language": "ru"},
    }
    made = {
        name: make_article(imported_at=f"2024-01-0{day}T00:00:00.000Z", **values)
        for day, (name, values) in enumerate(fields.items(), 1)
    }
    project.apply(step(*(Change(None, article) for article in reversed(made.values()))), contents())
    return made


def _names(project: SqliteProject, five: dict[str, Article], query: ArticleQuery) -> str:
    names = {article.id: name for name, article in five.items()}
    return "".join(names[article_id] for article_id in project.find(query))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ArticleQuery(), "abcde"),
        (ArticleQuery(descending=True), "edcba"),
        (ArticleQuery(order="title"), "becda"),
        (ArticleQuery(order="title", descending=True), "adceb"),
        (ArticleQuery(order="published"), "ceadb"),
        (ArticleQuery(order="published", descending=True), "daecb"),
        (ArticleQuery(languages=("ru", "kk")), "abe"),
        (ArticleQuery(languages=("",)), "d"),
        (ArticleQuery(languages=("de",)), ""),
        (ArticleQuery(sites=("a.example",)), "be"),
        (ArticleQuery(sites=("a.example",), languages=("ru",)), "e"),
        (ArticleQuery(words="е", order="title"), "becda"),
        (ArticleQuery(words="ел", sites=("c.example", "")), "cd"),
        (ArticleQuery(published_from="2023"), "ad"),
        (ArticleQuery(published_from="2023-05-01"), "ad"),
        (ArticleQuery(published_from="2023-05-02"), ""),
        (ArticleQuery(published_from="2022-08"), "ade"),  # e is of some day of 2022
        (ArticleQuery(published_from="2022-12-31", published_to="2022-12-31"), "e"),
        (ArticleQuery(published_from="2021-05-02"), "ade"),
        (ArticleQuery(published_to="2021"), "c"),
        (ArticleQuery(published_to="2021-04"), ""),
        (ArticleQuery(published_to="2021-05"), "c"),
        (ArticleQuery(published_to="2022-03"), "ce"),
        (ArticleQuery(published_to="2023-05-01"), "acde"),
        (ArticleQuery(published_to="2023-04-30"), "ce"),
        (ArticleQuery(published_from="2021-05-01", published_to="2023-05", order="title"), "ecda"),
        (ArticleQuery(published_from="2022", published_to="2021"), ""),
        (ArticleQuery(published_from="1900", published_to="2100", languages=("ru",)), "ae"),
    ],
)
def test_filters_and_orders(
    project: SqliteProject, five: dict[str, Article], query: ArticleQuery, expected: str
) -> None:
    assert _names(project, five, query) == expected


def test_just_these_articles(project: SqliteProject, five: dict[str, Article]) -> None:
    some = tuple(five[name].id for name in "eca")
    assert _names(project, five, ArticleQuery(only=some)) == "ace"
    assert _names(project, five, ArticleQuery(only=(*some, 12345), languages=("ru",))) == "ae"
    assert _names(project, five, ArticleQuery(only=())) == ""
    assert _names(project, five, ArticleQuery(only=some, published_to="2022", order="published")) == "ce"


def test_flagged_articles_are_those_of_the_annotator(
    project: SqliteProject, five: dict[str, Article]
) -> None:
    flags = {("a", "А"): True, ("b", "А"): False, ("c", "Б"): True, ("e", "А"): True}
    project.apply(
        step(
            *(
                Change(None, Assessment(five[name].id, annotator, {"topic": "x"}, flagged=flagged))
                for (name, annotator), flagged in flags.items()
            )
        )
    )
    assert _names(project, five, ArticleQuery(flagged=True, annotator="А")) == "ae"
    assert _names(project, five, ArticleQuery(flagged=True, annotator="Б")) == "c"
    assert _names(project, five, ArticleQuery(flagged=True, annotator="nobody")) == ""
    assert _names(project, five, ArticleQuery(flagged=True, annotator="А", languages=("ru",))) == "ae"
    assert _names(project, five, ArticleQuery(flagged=False, annotator="А")) == "abcde"
    rows = project.summaries([article.id for article in five.values()], "А")
    assert [row.flagged for row in rows] == [True, False, False, False, True]
    assert project.assessment(five["a"].id, "А") == Assessment(five["a"].id, "А", {"topic": "x"}, True)


def test_order_by_site(project: SqliteProject, five: dict[str, Article]) -> None:
    names = _names(project, five, ArticleQuery(order="site"))
    assert names[0] == "d"
    assert set(names[1:3]) == {"b", "e"}
    assert names[3:] == "ac"


def test_statuses(project: SqliteProject, five: dict[str, Article]) -> None:
    given = {"a": Status.DONE, "b": Status.IN_PROGRESS, "c": Status.SKIPPED, "d": Status.TODO}
    project.apply(
        step(*(Change(None, ArticleStatus(five[name].id, "А", status)) for name, status in given.items()))
    )

    def names(*statuses: Status, annotator: str = "А") -> str:
        return _names(project, five, ArticleQuery(annotator=annotator, statuses=statuses))

    assert names(Status.DONE) == "a"
    assert names(Status.IN_PROGRESS, Status.SKIPPED) == "bc"
    assert names(Status.TODO) == "de"
    assert names(Status.TODO, Status.DONE) == "ade"
    assert names(*Status) == names() == "abcde"
    assert names(Status.DONE, annotator="Б") == ""
    assert names(Status.TODO, annotator="Б") == "abcde"
    totals = project.counts("А").by_status
    assert totals == {"done": 1, "in_progress": 1, "skipped": 1, "todo": 2}
    assert project.counts("Б").by_status == {"todo": 5}


def test_labels_and_suggestions(project: SqliteProject, five: dict[str, Article]) -> None:
    number = annotation(five["b"], "30 тыс.")
    claim = annotation(five["d"], "Ёлки", "claim", annotator="Ерлан")
    project.apply(step(Change(None, number), Change(None, claim)))
    decided = suggestion(five["c"], "Ёлки", decision=Decision.REJECTED)
    project.apply(step(Change(None, decided)))
    project.put_suggestions(five["e"].id, {"numbers": [suggestion(five["e"], "Ёлки")]})
    assert _names(project, five, ArticleQuery(labels=("number",))) == "b"
    assert _names(project, five, ArticleQuery(labels=("number", "claim", "speaker"))) == "bd"
    assert _names(project, five, ArticleQuery(labels=("speaker",))) == ""
    assert _names(project, five, ArticleQuery(open_suggestions=True)) == "e"
    assert _names(project, five, ArticleQuery(open_suggestions=True, labels=("claim",))) == ""
    project.apply(step(Change(number, replace(number, label="speaker")), Change(claim, None)))
    assert _names(project, five, ArticleQuery(labels=("number", "claim"))) == ""
    assert _names(project, five, ArticleQuery(labels=("speaker",))) == "b"


def test_summaries_are_the_rows_asked_for(project: SqliteProject, five: dict[str, Article]) -> None:
    b = five["b"]
    things: list[Entity] = [
        annotation(b, "30 тыс."),
        annotation(b, "Ёлки"),
        annotation(b, "соль", "claim"),
        annotation(b, "йод", "claim", annotator="Ерлан"),
        ArticleStatus(b.id, "Айгуль", Status.DONE),
    ]
    project.apply(step(*(Change(None, thing) for thing in things)))
    project.put_suggestions(b.id, {"numbers": [suggestion(b, "Ёлки"), suggestion(b, "5 процентов")]})
    asked = [five["c"].id, 12345, b.id, five["c"].id]
    first, second, third = project.summaries(asked, "Айгуль")
    assert first == third
    assert second == Summary(
        b.id, b.title, b.site, None, "kk", Status.DONE, {"number": 2, "claim": 1}, open_suggestions=2
    )
    assert first.status is Status.TODO
    assert first.counts == {}
    assert project.summaries([b.id], "Ерлан")[0].counts == {"claim": 1}
    assert project.summaries([b.id], "Ерлан")[0].status is Status.TODO
    assert project.summaries([], "Айгуль") == []


def test_totals(project: SqliteProject, five: dict[str, Article]) -> None:
    project.apply(
        step(
            Change(None, annotation(five["a"], "Ёлки")),
            Change(None, annotation(five["b"], "Ёлки", annotator="Ерлан")),
            Change(None, annotation(five["b"], "соль", "claim")),
        )
    )
    project.put_suggestions(five["a"].id, {"numbers": [suggestion(five["a"], "Ёлки")]})
    totals = project.counts("Айгуль")
    assert (totals.articles, totals.annotations, totals.relations) == (5, 3, 0)
    assert (totals.suggestions, totals.steps) == (1, 2)
    assert totals.by_label == {"number": 2, "claim": 1}
    assert totals.by_language == {"": 1, "en": 1, "kk": 1, "ru": 2}
