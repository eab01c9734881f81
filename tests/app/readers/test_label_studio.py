"""Label Studio's exports, in the shapes its documentation gives: users, values of regions, predictions."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.annotation import Status
from app.readers.label_studio import READER
from app.readers.loaded import LoadedArticle, Mark, Said

TEXT = "🙂 Мэр Ибраев: 37 үй зардап шекті."


def region(name: str, start: int, end: int, *labels: str, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": list(labels)}
    return {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": value, **more}


def control(kind: str, name: str, given: Any, of: str = "") -> dict[str, Any]:
    """What a control says: of the region, whose place it repeats, or of the whole."""
    place = {"start": 2, "end": 5, "text": "Мэр"} if of else {}
    value = {**place, ("text" if kind == "textarea" else kind): given}
    result = {"from_name": name, "to_name": "text", "type": kind, "value": value}
    return {**result, "id": of} if of else result


def relation(source: str, target: str, **more: Any) -> dict[str, Any]:
    return {"type": "relation", "from_id": source, "to_id": target, "direction": "right", **more}


def read(folder: Path, *tasks: dict[str, Any]) -> list[LoadedArticle]:
    path = folder / "export.json"
    path.write_text(json.dumps(tasks, indent=1), encoding="utf-8")
    return list(READER.read(path))


def task(*results: dict[str, Any], data: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {
        "id": 12,
        "data": data or {"text": TEXT},
        "annotations": [{"id": 5, "completed_by": 3, "result": list(results), **more}],
        "predictions": [],
    }


def one(folder: Path, *results: dict[str, Any], **more: Any) -> LoadedArticle:
    (article,) = read(folder, task(*results, **more))
    return article


def by_label(article: LoadedArticle) -> dict[str, Mark]:
    return {mark.label: mark for mark in article.marks}


def test_regions_with_their_values(tmp_path: Path) -> None:
    article = one(
        tmp_path,
        control("choices", "kind", ["person"], of="a"),
        region("a", 6, 12, "speaker", meta={"text": ["первая", "вторая"]}),
        control("number", "number-value", 37, of="b"),
        region("b", 14, 16, "number"),
        control("textarea", "words", ["раз", "два"], of="b"),
        control("rating", "stars", 4, of="b"),
        control("datetime", "when", "2024-05-06", of="b"),
        control("taxonomy", "kinds", [["a", "b"], ["c"]], of="b"),
        control("choices", "several", ["x", "y"], of="b"),
        created_at="2024-05-06T07:08:09.123456Z",
    )
    assert article.where == "task 12"
    speaker, number = by_label(article)["speaker"], by_label(article)["number"]
    assert (speaker.attributes, speaker.note) == ({"kind": "person"}, "первая\nвторая")
    assert number.attributes == {
        "value": 37,
        "words": "раз\nдва",
        "stars": 4,
        "when": "2024-05-06",
        "kinds": "a / b, c",
        "several": "x, y",
    }
    assert [piece.exact for piece in speaker.pieces] == ["Ибраев"]
    assert (speaker.annotator, speaker.created_at) == ("user 3", "2024-05-06T07:08:09.123456Z")
    assert speaker.native_id is None
    assert article.left == {}


def test_relations_in_every_direction(tmp_path: Path) -> None:
    article = one(
        tmp_path,
        region("a", 2, 5, "claim"),
        region("b", 6, 12, "speaker"),
        relation("a", "b", labels=["said_by"]),
        relation("a", "b", labels=["x", "y"], direction="left"),
        relation("a", "b"),
        relation("a", "b", labels=[], direction="bi"),
        relation("a", "gone", labels=["said_by"]),
    )
    names = {mark.id: mark.label for mark in article.marks}
    told = [(link.type, names.get(link.source), names.get(link.target)) for link in article.links]
    assert told == [
        ("said_by", "claim", "speaker"),
        ("x", "speaker", "claim"),
        ("y", "speaker", "claim"),
        ("said_by", "claim", None),
    ]
    assert article.left == {"relations without a label": 2}


def test_a_region_of_two_labels_is_two_marks(tmp_path: Path) -> None:
    article = one(
        tmp_path,
        region("a", 2, 5, "claim", "number"),
        region("b", 6, 12, "speaker"),
        relation("a", "b", labels=["said_by"]),
    )
    assert sorted(mark.label for mark in article.marks) == ["claim", "number", "speaker"]
    assert len({mark.id for mark in article.marks}) == 3
    assert len(article.links) == 2


def test_who_did_it_and_how_far(tmp_path: Path) -> None:
    (article,) = read(
        tmp_path,
        {
            "id": 1,
            "data": {"text": TEXT},
            "annotations": [
                {
                    "completed_by": {"id": 1, "email": "a@news.example"},
                    "result": [region("x", 2, 5, "claim")],
                },
                {"completed_by": "Борис", "was_cancelled": True, "result": []},
                {
                    "completed_by": 7,
                    "result": [region("x", 2, 5, "claim"), control("choices", "mood", ["bad"])],
                },
                {"result": []},
            ],
            "drafts": [{"result": []}],
        },
    )
    assert article.statuses == {
        "a@news.example": Status.DONE,
        "Борис": Status.SKIPPED,
        "user 7": Status.DONE,
        "": Status.DONE,
    }
    assert [mark.annotator for mark in article.marks] == ["a@news.example", "user 7"]
    assert len({mark.id for mark in article.marks}) == 2, "ids of regions are those of one annotation"
    assert article.said == {"user 7": Said({"mood": "bad"})}
    assert article.left == {"drafts, which nobody has submitted": 1}


@pytest.mark.parametrize("status", ["finished", {"a": 1}, ["x", "y"], 5])
def test_a_status_that_is_none_is_passed_over(tmp_path: Path, status: Any) -> None:
    named = control("textarea", "annotator", ["Борис"])
    article = one(tmp_path, named, control("choices", "status", status))
    assert article.statuses == {}


def test_completions_are_annotations_of_old(tmp_path: Path) -> None:
    old = {"id": 1, "data": {"text": TEXT}, "completions": [{"result": [region("x", 2, 5, "claim")]}]}
    (article,) = read(tmp_path, old)
    assert [mark.label for mark in article.marks] == ["claim"]


def test_predictions(tmp_path: Path) -> None:
    predicted = {
        "model_version": "ner-2",
        "score": 0.7,
        "result": [
            region("a", 2, 5, "claim"),
            region("b", 6, 12, "speaker", score=0.9),
            control("choices", "kind", ["person"], of="b"),
            relation("a", "b", labels=["said_by"]),
            control("choices", "mood", ["bad"]),
        ],
    }
    (article,) = read(tmp_path, {"id": 1, "data": {"text": TEXT}, "predictions": [predicted, 41]})
    proposals = {mark.label: mark.proposal for mark in article.marks}
    assert all(proposals.values())
    told = {label: (p.suggester, p.score) for label, p in proposals.items() if p}
    assert told == {"claim": ("ner-2", 0.7), "speaker": ("ner-2", 0.9)}
    assert by_label(article)["speaker"].attributes == {"kind": "person"}
    assert len(article.links) == 1
    assert article.left == {"predictions of values for a whole article": 1}
    assert article.statuses == {}


def test_what_marks_no_text_is_counted(tmp_path: Path) -> None:
    box = {"id": "p", "type": "rectanglelabels", "value": {"x": 1, "y": 2, "rectanglelabels": ["claim"]}}
    article = one(
        tmp_path,
        box,
        {"id": "q", "type": "labels", "value": {"start": 5, "end": 5, "labels": ["claim"]}},
        {"id": "r", "type": "labels", "value": {"start": "1", "end": 5, "labels": ["claim"]}},
        {"id": "s", "type": "labels", "value": {"start": 1, "end": 5}},
    )
    assert article.marks == ()
    assert article.left == {
        "results of the type rectanglelabels, which mark no text": 1,
        "annotations of no character": 2,
        "regions without a label": 1,
    }


@pytest.mark.parametrize(
    "data", [{"text": TEXT}, {"body": TEXT, "id": 5}, {"my_text": TEXT, "source": "https://news.example"}]
)
def test_the_text_of_a_task(tmp_path: Path, data: dict[str, Any]) -> None:
    assert one(tmp_path, data=data).text == TEXT


def test_a_task_without_a_text_has_none(tmp_path: Path) -> None:
    assert one(tmp_path, data={"number": 5}).text is None


def test_a_region_under_another_is_no_fragment_of_it(tmp_path: Path) -> None:
    article = one(
        tmp_path,
        region("a", 2, 5, "claim"),
        region("b", 6, 12, "speaker", parentID="a"),
        parent_annotation=None,
    )
    assert [len(mark.pieces) for mark in article.marks] == [1, 1]


@pytest.mark.parametrize("form", ["{}", "{}\n{}", "[{},{}]"])
def test_one_task_or_several_in_any_form(tmp_path: Path, form: str) -> None:
    path = tmp_path / "tasks.json"
    path.write_text(form.replace("{}", json.dumps(task(region("a", 2, 5, "claim")))), encoding="utf-8")
    assert [len(article.marks) for article in READER.read(path)] == [1] * form.count("{}")
