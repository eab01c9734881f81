"""What `stats` tells of the work: the figures, for machines and for people."""

import json
from typing import Any

import pytest

from app.cli.figures import as_json, as_lines, duration
from app.statistics import (
    AnnotationDay,
    NumberValue,
    Pace,
    SpeakerCount,
    Statistics,
    StatusDay,
    SuggesterCount,
)

NOTHING = Statistics((), (), (), (), (), ())
MUCH = Statistics(
    articles_by_status=(
        StatusDay("2023-07-01", {"todo": 3, "in_progress": 0, "done": 0, "skipped": 0}),
        StatusDay("2023-07-04", {"todo": 1, "in_progress": 0, "done": 1, "skipped": 1}),
    ),
    annotations_by_day=(
        AnnotationDay("2023-07-01", {"claim": 4}),
        AnnotationDay("2023-07-02", {"claim": 1, "number": 2}),
    ),
    pace=(Pace(7, "2023-07-01", 90.5, 4), Pace(8, "2023-07-02", 3_600, 3), Pace(9, "2023-07-02", 30, 0)),
    numbers=(
        NumberValue(7, 30_000, "camera"),
        NumberValue(7, 10, "camera"),
        NumberValue(8, 2.5, ""),
    ),
    speakers=(SpeakerCount("Айгүл Қасымова", 2, 1, (7, 8)), SpeakerCount("акимат", 1, 0, (9,))),
    suggesters=(
        SuggesterCount("numbers", {"open": 5, "accepted": 3, "edited": 1}, 2.25),
        SuggesterCount("speakers", {"open": 2}),
    ),
)


def test_everything_for_machines() -> None:
    found: dict[str, Any] = json.loads(json.dumps(as_json(MUCH)))
    assert list(found["days"]) == ["2023-07-01", "2023-07-02", "2023-07-04"]
    assert found["days"]["2023-07-02"] == {
        "articles_by_status": {"todo": 3, "in_progress": 0, "done": 0, "skipped": 0},
        "annotations": {"claim": 1, "number": 2},
    }
    assert found["days"]["2023-07-04"]["annotations"] == {}
    assert found["days"]["2023-07-04"]["articles_by_status"]["done"] == 1
    assert found["active_time"] == {
        "seconds": 3_720.5,
        "articles": 3,
        "median_seconds": 90.5,
        "annotations_an_hour": pytest.approx(7 / 3_720.5 * 3_600),
    }
    assert found["pace"][0] == {"article_id": 7, "day": "2023-07-01", "seconds": 90.5, "annotations": 4}
    assert found["numbers"] == {
        "camera": {"count": 2, "least": 10, "median": 15_005, "most": 30_000},
        "": {"count": 1, "least": 2.5, "median": 2.5, "most": 2.5},
    }
    assert found["speakers"][0] == {"name": "Айгүл Қасымова", "mentions": 2, "claims": 1, "articles": 2}
    assert found["suggesters"] == {
        "numbers": {"open": 5, "accepted": 3, "edited": 1, "median_seconds": 2.25},
        "speakers": {"open": 2, "median_seconds": None},
    }


def test_everything_for_people() -> None:
    assert list(as_lines(MUCH)) == [
        "days: 2 days with annotations, 2023-07-01 to 2023-07-02",
        "  2023-07-01: 4 claim; 0 of 3 articles done",
        "  2023-07-02: 1 claim, 2 number; 0 of 3 articles done",
        "  2023-07-04: no annotations; 1 of 3 articles done",
        "active time: 1 h 2 min on 3 articles, 2 min an article (median), 7 annotations an hour",
        "numbers with a value: 3",
        "  camera: 2, 10 to 30\u00a0000, median 15\u00a0005",
        "  no unit: 1, 2.5 to 2.5, median 2.5",
        "speakers: 2",
        "  Айгүл Қасымова: 1 claim, 2 mentions",
        "  акимат: 0 claims, 1 mention",
        "suggestions of numbers: 3 accepted, 1 edited, 0 rejected, 5 open"
        " (75% of the decided taken as they were, after 2.2 s)",
        "suggestions of speakers: 0 accepted, 0 edited, 0 rejected, 2 open",
    ]


def test_nothing_done_is_nothing_said() -> None:
    assert list(as_lines(NOTHING)) == []
    assert as_json(NOTHING)["active_time"] == {
        "seconds": 0,
        "articles": 0,
        "median_seconds": 0,
        "annotations_an_hour": 0,
    }


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (59.4, "59 s"),
        (60, "1 min"),
        (90, "2 min"),
        (3_570, "1 h 0 min"),
        (3_600, "1 h 0 min"),
        (36_061, "10 h 1 min"),
    ],
)
def test_lengths_of_time(seconds: float, said: str) -> None:
    assert duration(seconds) == said
