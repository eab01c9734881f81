"""What an export was asked for, kept for the next time: written and read back, damaged or not."""

import json
from pathlib import Path

import pytest

from app.annotation import Status
from app.dataset import Selection, Shape, Split
from widgets.dialogs.export import kept
from widgets.exporting import Order

EVERYTHING = Order(
    "jsonl",
    Path("/data/Су тасқыны.jsonl"),
    Selection(
        annotators=("Айгүл",),
        statuses=(Status.DONE,),
        labels=("claim",),
        languages=("kk", ""),
        sites=("", "Дала тынысы"),
        published_from="2023",
        published_to="2024-02-29",
        least_confidence=0.75,
        with_suggestions=True,
    ),
    Shape("sentence", {"claim": "CLM"}),
    Split((7, 2, 1), "speaker", "соль", "label"),
)


@pytest.mark.parametrize("order", [EVERYTHING, Order("no-such-format", Path("/x"), Selection())])
def test_what_is_remembered_is_the_order(order: Order) -> None:
    assert kept.from_json(kept.to_json(order)) == order


@pytest.mark.parametrize(
    "text",
    [
        *(None, "", "{", "[]", "{}", '{"format": 7}'),
        *('"csv"', "null", '{"out": "/x"}'),
    ],
)
def test_what_is_no_order_is_none(text: str | None) -> None:
    assert kept.from_json(text) is None


@pytest.mark.parametrize(
    "damage",
    [
        {"statuses": ["gone", 3], "labels": "claim", "sites": {"a": 1}},
        {"least_confidence": "high", "with_suggestions": 1, "published_from": None},
        {"segmentation": "page", "names": {"claim": "два", "cue": 7, "x": None}},
        {"segmentation": ["block"], "names": ["a"]},
    ],
)
def test_damaged_choices_are_as_at_first(damage: dict[str, object]) -> None:
    read = kept.from_json(json.dumps({"format": "csv", "out": "/x", **damage}))
    assert read == Order("csv", Path("/x"), Selection())


@pytest.mark.parametrize(
    "split",
    [
        {"shares": [1, 2], "group": "town", "stratify": 4, "salt": None},
        {"shares": [0, 0, 0]},
        {"shares": [1, -2, 3]},
        {"shares": "80/10/10", "group": ["site"]},
        {},
    ],
)
def test_a_damaged_split_is_as_at_first(split: dict[str, object]) -> None:
    read = kept.from_json(json.dumps({"format": "csv", "split": split}))
    assert read is not None
    assert read.split == Split()
