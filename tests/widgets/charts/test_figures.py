"""What the charts are made of: bars that add up, bins that hold every value, words that say what is meant."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.statistics import AnnotationDay, DecidedOn, MarkedIn, NumberValue, Pace, StandingOn
from tests.widgets.charts.numbers import EMPTY, FEW, LONG_NAME, TODAY, counted, with_speakers
from widgets.charts import words
from widgets.charts.counted import Chart, facts, figure
from widgets.charts.figure import Days, Edges, Figure, Names
from widgets.charts.ticks import day_ticks, edge_ticks, round_step, value_ticks
from widgets.charts.values import Bin, bins, by_unit, members


def drawn(chart: Chart, since: date | None = None, unit: str = "") -> Figure:
    return figure(chart, counted(), since, unit)


# ------------------------------------------------------------------------------------------ along days


def test_statuses_are_stacked_and_last_until_the_next_day_that_is_known() -> None:
    chart = drawn(Chart.STATUS)
    last = [mark for mark in chart.marks if mark.column == 2]
    assert [(mark.series.name, mark.low, mark.high) for mark in last] == [
        ("Done", 0, 4),
        ("Skipped", 4, 5),
        ("To do", 5, 6),
    ]
    first, second = (next(m for m in chart.marks if m.column == n) for n in (0, 1))
    assert first.end == second.start == date(2026, 11, 18).toordinal()
    assert all(mark.end == date(2026, 11, 21).toordinal() for mark in last)
    assert last[0].articles == StandingOn("done", "2026-11-20")
    assert last[0].line == "Done, 20 Nov 2026: 4 articles"
    assert chart.table.rows[-1] == ("2026-11-20", 4, 0, 1, 1)
    assert chart.table.marks[2, 1] is last[0]
    assert (2, 2) not in chart.table.marks, "nothing was in progress"


def test_a_time_span_begins_with_what_stood_before_it() -> None:
    chart = drawn(Chart.STATUS, since=date(2026, 11, 19))
    assert chart.table.rows == (("2026-11-19", 2, 1, 0, 3), ("2026-11-20", 4, 0, 1, 1))
    assert chart.marks[0].articles == StandingOn("done", "2026-11-19")
    assert chart.marks[-1].end == TODAY.toordinal() + 1, "as it stands today"
    assert drawn(Chart.ANNOTATIONS, since=date(2026, 11, 19)).table.rows == (("2026-11-20", 1, 2, 3, 6),)
    assert [row[0] for row in drawn(Chart.PACE, since=date(2026, 11, 19)).table.rows] == ["2026-11-20"]


def test_one_day_is_not_one_bar_as_broad_as_the_window() -> None:
    chart = drawn(Chart.PACE)
    assert isinstance(chart.base, Days)
    assert (chart.base.last - chart.base.first).days + 1 >= 10


def test_annotations_are_stacked_in_the_order_of_the_scheme_and_removed_labels_are_shown() -> None:
    chart = drawn(Chart.ANNOTATIONS)
    assert [series.name for series in chart.series] == ["Claim", "Speaker", "Number", "gone"]
    day = [mark for mark in chart.marks if mark.column == 0]
    assert [(mark.series.name, mark.low, mark.high) for mark in day] == [
        ("Claim", 0, 4),
        ("Number", 4, 13),
    ]
    assert day[1].articles == MarkedIn("number", "2026-11-18", "2026-11-18")
    assert chart.table.rows[1] == ("2026-11-20", 1, 2, 0, 3, 6)


@pytest.mark.parametrize(("days", "bars", "said"), [(40, 40, ""), (300, 43, " – "), (1500, 50, " – ")])
def test_many_days_share_bars_and_nothing_is_lost(days: int, bars: int, said: str) -> None:
    known = tuple(
        AnnotationDay((TODAY - timedelta(days - 1 - n)).isoformat(), {"claim": n % 5 + 1})
        for n in range(days)
    )
    chart = figure(Chart.ANNOTATIONS, counted(replace(EMPTY, annotations_by_day=known)), None, "")
    assert abs(len(chart.marks) - bars) <= 1
    assert sum(m.high - m.low for m in chart.marks) == sum(day.counts["claim"] for day in known)
    parts = [mark.articles for mark in chart.marks]
    assert all(isinstance(part, MarkedIn) for part in parts)
    for one, two in pairwise(part for part in parts if isinstance(part, MarkedIn)):
        assert date.fromisoformat(two.first_day) == date.fromisoformat(one.last_day) + timedelta(1)
    assert parts[0] == MarkedIn("claim", known[0].day, getattr(parts[0], "last_day", ""))
    assert said in str(chart.table.rows[1][0])


def test_pace_is_the_median_of_a_day_with_a_point_for_each_article() -> None:
    chart = drawn(Chart.PACE)
    bars = [mark for mark in chart.marks if not mark.is_point]
    points = [mark for mark in chart.marks if mark.is_point]
    assert [bar.high for bar in bars] == [3.0, 10.0], "an article without active time has no pace"
    assert [point.high for point in points] == [2.0, 4.0, 10.0]
    assert bars[0].articles == (11, 12) and points[1].articles == (12,)
    assert bars[0].start < points[0].start < points[1].start < bars[0].end
    assert chart.table.rows[0] == ("2026-11-18", 2, 3.0, 2.5, 3.5)


def test_a_cloud_of_points_becomes_the_stretch_half_of_them_lie_in() -> None:
    many = tuple(Pace(n, "2026-11-18", 60.0 * (n % 101), 3) for n in range(1, 2_000))
    chart = figure(Chart.PACE, counted(replace(EMPTY, pace=many)), None, "")
    assert len(chart.marks) == 1 and not chart.marks[0].is_point
    (_, low, high), *others = chart.whiskers
    assert not others and low < chart.marks[0].high < high


# ------------------------------------------------------------------------------------- values of numbers


def test_numbers_are_counted_by_size_on_both_sides_of_zero() -> None:
    chart = drawn(Chart.VALUES, unit="KZT")
    assert [(mark.line.replace("\xa0", " "), mark.articles) for mark in chart.marks] == [
        ("−2 000 000 to above −5 000 000: 1 number", (12,)),
        ("0: 1 number", (11,)),
        ("1 000 000 000 to below 2 000 000 000: 1 number", (12,)),
        ("2 000 000 000 to below 5 000 000 000: 1 number", (11,)),
    ]
    assert chart.table.rows[0] == (-5e6, -2e6, 1)
    assert drawn(Chart.VALUES, unit="percent").summary.startswith("1 number (percent)"), "no infinite ones"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((), []),
        ((0.0,), [Bin(0, 0)]),
        ((5.0,), [Bin(5, 6)]),
        ((2019.0, 2021.0), [Bin(2019, 2020), Bin(2020, 2021), Bin(2021, 2022)]),
        ((-2021.0, -2020.5), [Bin(n, n + 0.05) for n in (-2021.05,)]),
        ((1.0, 10.0), [Bin(1, 2), Bin(2, 5), Bin(5, 10), Bin(10, 20)]),
        ((-5.0, 1.0), [Bin(-10, -5), Bin(0, 0), Bin(1, 2)]),
    ],
)
def test_bins_are_round(values: Sequence[float], expected: list[Bin]) -> None:
    found = bins(values)
    assert found[: len(expected)] == expected
    if values != (-2021.0, -2020.5):
        assert len(found) == len(expected)


sizes = st.one_of(
    st.integers(-(10**13), 10**13).map(float),
    st.floats(-1e15, 1e15, allow_nan=False),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0.0, 1.0, -1.0, 0.1, 1000.0, -1e-9]),
)


@given(st.lists(sizes, min_size=1, max_size=30))
def test_every_value_is_in_one_bin_and_bins_are_few(given_values: list[float]) -> None:
    values = by_unit(NumberValue(1, value, "KZT") for value in given_values)["KZT"].values
    assert len(values) == len(given_values)
    found = bins(values)
    places = [members(values, each) for each in found]
    assert sum(last - first for first, last in places) == len(values)
    assert all(one[1] == two[0] for one, two in pairwise(places))
    for each, (first, last) in zip(found, places, strict=True):
        assert all(each.low <= value <= each.high for value in values[first:last])
    assert len(found) <= 2 * 28 + 1


# ---------------------------------------------------------------------------------------------- names


def test_speakers_with_most_claims_have_bars_and_the_table_has_everybody() -> None:
    chart = drawn(Chart.SPEAKERS)
    assert chart.base == Names(("Ерлан Касымов", LONG_NAME))
    assert chart.marks[0].line == "Ерлан Касымов: 3 claims, 5 mentions in 2 articles"
    assert chart.marks[0].articles == (11, 12)
    assert [row[0] for row in chart.table.rows] == ["Ерлан Касымов", LONG_NAME, "Анна Ли"]
    many = figure(Chart.SPEAKERS, counted(with_speakers(40)), None, "")
    assert len(many.marks) == 15 and len(many.table.rows) == 40


def test_suggesters_are_compared_by_the_part_that_was_accepted() -> None:
    chart = drawn(Chart.SUGGESTERS)
    assert chart.base == Names(("numbers · 10",)), "the one with nothing decided has no bar"
    assert [(mark.low, mark.high) for mark in chart.marks] == [(0, 60), (60, 70), (70, 100)]
    assert chart.marks[2].line == "numbers: 3 of 10 rejected, 30\xa0%"
    assert chart.marks[2].articles == DecidedOn("numbers", "rejected")
    assert chart.table.rows == (("numbers", 6, 1, 3, 2, 70.0, 2.4), ("claims", 0, 0, 0, 7, "", ""))


@pytest.mark.parametrize("chart", Chart)
def test_an_empty_project_says_what_to_do(chart: Chart) -> None:
    empty = figure(chart, counted(EMPTY), None, "")
    assert not empty.marks and empty.empty.endswith(".")
    assert facts(counted(EMPTY))[0] == ("0", "of 0 articles done")


def test_the_totals() -> None:
    assert facts(counted(FEW)) == [
        ("4", "of 6 articles done"),
        ("19", "annotations"),
        ("16 min", "active time"),
        ("4.0 min", "an article, at the median"),
        ("70\xa0%", "of suggestions accepted"),
    ]


# ---------------------------------------------------------------------------------------------- ticks


def width(text: str) -> float:
    """A face of which every letter is seven pixels wide."""
    return 7.0 * len(text)


@given(st.integers(1, 10**7), st.integers(2, 12))
def test_counts_have_whole_ticks_that_are_few(top: int, most: int) -> None:
    ticks = value_ticks(float(top), most, whole=True)
    assert ticks[0][1] == "0"
    assert all(value == int(value) <= top for value, _ in ticks)
    assert 2 <= len(ticks) <= max(most, 5) + 1
    assert len({text for _, text in ticks}) == len(ticks)


def test_minutes_have_ticks_between_whole_ones() -> None:
    assert [text for _, text in value_ticks(0.8, 4, whole=False)] == ["0", "0.2", "0.4", "0.6", "0.8"]
    assert round_step(0.0, whole=False) == 1.0


@given(
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    st.integers(1, 6_000),
    st.integers(150, 2_500),
    st.integers(10, 80),
)
def test_days_are_written_without_touching(first: date, days: int, pixels: int, before: int) -> None:
    base = Days(first, first + timedelta(days - 1))
    ticks = day_ticks(base, pixels, before, width)
    scale = pixels / days
    for (one, one_text), (two, two_text) in pairwise(ticks):
        assert (width(one_text) + width(two_text)) / 2 <= (two - one) * scale
    assert all(first.toordinal() <= place <= first.toordinal() + days for place, _ in ticks)
    if ticks:
        assert "".join(filter(str.isdigit, ticks[0][1]))[-4:] >= "1990", "the first says the year"


def test_edges_that_do_not_fit_give_way_to_the_roundest() -> None:
    chart = drawn(Chart.VALUES, unit="KZT")
    base = chart.base
    assert isinstance(base, Edges)
    all_of_them = edge_ticks(base.ticks, base.count, 2_000, width)
    assert any(text == "0" for _, text in all_of_them)
    few = edge_ticks(base.ticks, base.count, 60, width)
    assert len(few) < len(all_of_them)


# ---------------------------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (2024, "2024"),
        (30_000, "30\xa0000"),
        (-12_345.5, "−12\xa0345.5"),
        (0.1, "0.1"),
        (1e-9, "1e−09"),
        (123_456_789, "123\xa0456\xa0789"),
        (1e18, "1e+18"),
    ],
)
def test_numbers_are_written_for_people(number: float, written: str) -> None:
    assert words.grouped(number) == written


def test_large_ticks_are_written_with_words() -> None:
    assert [words.short(n) for n in (10_000, 5e6, -2e9, 1e13)] == [
        "10\xa0000",
        "5\xa0M",
        "−2\xa0bn",
        "10\xa0tn",
    ]


def test_stretches_of_days() -> None:
    assert words.shown_days(date(2023, 7, 3), date(2023, 7, 9)) == "3 – 9 Jul 2023"
    assert words.shown_days(date(2023, 7, 31), date(2023, 8, 6)) == "31 Jul – 6 Aug 2023"
    assert words.shown_days(date(2023, 12, 31), date(2024, 1, 6)) == "31 Dec 2023 – 6 Jan 2024"


def test_a_part_is_never_said_to_be_nothing_or_all() -> None:
    assert [words.percent(n, 1000) for n in (0, 1, 500, 999, 1000)] == [
        "0\xa0%",
        "<\xa01\xa0%",
        "50\xa0%",
        ">\xa099\xa0%",
        "100\xa0%",
    ]
