"""Statistics written for these tests, and the scheme they speak of."""

from dataclasses import replace
from datetime import date, datetime

from app.statistics import (
    AnnotationDay,
    NumberValue,
    Pace,
    SpeakerCount,
    Statistics,
    StatusDay,
    SuggesterCount,
)
from tests.widgets.panels import news_scheme
from widgets.charts.counted import Counted
from widgets.charts.values import by_unit

TODAY = date(2026, 11, 22)
LONG_NAME = "Қазақстан Республикасы Қаржы министрлігінің Мемлекеттік кірістер комитетінің баспасөз қызметі"

EMPTY = Statistics((), (), (), (), (), ())

FEW = Statistics(
    articles_by_status=(
        StatusDay("2026-11-16", {"todo": 6, "in_progress": 0, "done": 0, "skipped": 0}),
        StatusDay("2026-11-18", {"todo": 3, "in_progress": 1, "done": 2, "skipped": 0}),
        StatusDay("2026-11-20", {"todo": 1, "in_progress": 0, "done": 4, "skipped": 1}),
    ),
    annotations_by_day=(
        AnnotationDay("2026-11-18", {"claim": 4, "number": 9}),
        AnnotationDay("2026-11-20", {"claim": 1, "speaker": 2, "gone": 3}),
    ),
    pace=(
        Pace(11, "2026-11-18", 120.0, 7),
        Pace(12, "2026-11-18", 240.0, 5),
        Pace(13, "2026-11-20", 600.0, 0),
        Pace(14, "2026-11-20", 0.0, 1),
    ),
    numbers=(
        NumberValue(11, 4.8e9, "KZT"),
        NumberValue(12, 1.2e9, "KZT"),
        NumberValue(11, 0.0, "KZT"),
        NumberValue(12, -3.5e6, "KZT"),
        NumberValue(11, 20.0, "percent"),
        NumberValue(13, float("inf"), "percent"),
    ),
    speakers=(
        SpeakerCount("Ерлан Касымов", 5, 3, (11, 12)),
        SpeakerCount(LONG_NAME, 2, 1, (12,)),
        SpeakerCount("Анна Ли", 1, 0, (13,)),
    ),
    suggesters=(
        SuggesterCount("claims", {"open": 7}),
        SuggesterCount("numbers", {"open": 2, "accepted": 6, "edited": 1, "rejected": 3}, 2.38),
    ),
)


def counted(statistics: Statistics = FEW) -> Counted:
    """The statistics as a count on `TODAY` leaves them."""
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 14, 3, 9)
    return Counted(statistics, by_unit(statistics.numbers), news_scheme(), "Айгүл", ("Айгүл", "Данияр"), at)


def with_speakers(count: int) -> Statistics:
    """So many speakers with a claim each more than the next."""
    speakers = tuple(SpeakerCount(f"Эксперт {n}", count, count - n, (n,)) for n in range(count))
    return replace(FEW, speakers=speakers)
