"""Searches kept under a name: the same after JSON, and whatever else the JSON may hold."""

import json
from datetime import date

import pytest

from app.annotation import Status
from app.errors import UserError
from app.project import ArticleQuery
from app.saved_filters import Recent, SavedFilter, from_json, put, renamed, saved_filter, span_of, to_json

RICH = saved_filter(
    "  Тексерілмеген сандар ",
    ArticleQuery(
        words='"в день" елк',
        annotator="Айгүл",
        statuses=(Status.TODO, Status.SKIPPED),
        languages=("kk", ""),
        sites=("qala.example",),
        labels=("number", "claim"),
        flagged=True,
        published_from="2023",
        published_to="2023-07-04",
        only=(1, 2, 3),
        open_suggestions=True,
        superseded=True,
        order="published",
        descending=True,
    ),
)


def test_a_saved_filter_is_nobodys_and_of_no_moment() -> None:
    assert RICH.name == "Тексерілмеген сандар"
    assert RICH.query.annotator == ""
    assert RICH.query.only is None


@pytest.mark.parametrize("filters", [(), (RICH,), (saved_filter("all", ArticleQuery()), RICH)])
def test_filters_are_the_same_after_json(filters: tuple[SavedFilter, ...]) -> None:
    assert from_json(to_json(filters)) == filters


def test_json_holds_only_what_restricts() -> None:
    assert json.loads(to_json([saved_filter("all", ArticleQuery())])) == [{"name": "all"}]


def test_recent_dates_follow_the_calendar() -> None:
    query = ArticleQuery(published_from="2023-01-01", published_to="2023-12-31")
    kept = from_json(to_json([saved_filter("lately", query, "last_7_days")]))[0]
    assert kept.query.published_from == ""
    shown = kept.query_on(date(2026, 3, 2))
    assert (shown.published_from, shown.published_to) == ("2026-02-24", "2026-03-02")
    assert RICH.query_on(date(2026, 3, 2)) == RICH.query


@pytest.mark.parametrize(
    ("recent", "today", "span"),
    [
        ("this_year", date(2026, 1, 1), ("2026-01-01", "2026-12-31")),
        ("last_month", date(2026, 1, 31), ("2025-12-01", "2025-12-31")),
        ("last_month", date(2024, 3, 31), ("2024-02-01", "2024-02-29")),
        ("last_7_days", date(2026, 1, 3), ("2025-12-28", "2026-01-03")),
    ],
)
def test_stretches_of_the_calendar(recent: Recent, today: date, span: tuple[str, str]) -> None:
    assert span_of(recent, today) == span


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "{",
        "null",
        "3",
        '"x"',
        "{}",
        "[3, null, [], {}]",
        '[{"name": ""}]',
        '[{"name": 7}]',
        "[[{}]]",
    ],
)
def test_what_is_no_list_of_filters_gives_none(text: str | None) -> None:
    assert from_json(text) == ()


@pytest.mark.parametrize(
    "entry",
    [
        {"words": 3},
        {"statuses": "todo"},
        {"statuses": ["finished", 3]},
        {"languages": [1, None]},
        {"published_from": "soon"},
        {"published_to": "2023-7"},
        {"order": "size"},
        {"order": ["title"]},
        {"descending": 1},
        {"recent": "tomorrow"},
        {"no such field": True},
    ],
)
def test_a_bad_field_is_left_out(entry: dict[str, object]) -> None:
    text = json.dumps([{"name": "kept", "flagged": True} | entry])
    assert from_json(text) == (saved_filter("kept", ArticleQuery(flagged=True)),)


def test_one_name_is_one_filter() -> None:
    first, other = saved_filter("Numbers", ArticleQuery(words="a")), saved_filter("x", ArticleQuery())
    again = saved_filter("numbers ", ArticleQuery(words="b"))
    assert put((first, other), again) == (again, other)
    assert put((other,), first) == (other, first)


def test_renaming() -> None:
    filters = (saved_filter("a", ArticleQuery(words="a")), saved_filter("b", ArticleQuery(), "this_year"))
    assert [kept.name for kept in renamed(filters, 1, " c ")] == ["a", "c"]
    assert renamed(filters, 1, "B")[1].recent == "this_year"
    with pytest.raises(UserError, match="already"):
        renamed(filters, 1, "A ")
    with pytest.raises(UserError, match="name"):
        renamed(filters, 1, "  ")
    with pytest.raises(UserError, match="name"):
        saved_filter("\t", ArticleQuery())
