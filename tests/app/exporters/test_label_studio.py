import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from label_studio_sdk.converter.converter import Converter
from label_studio_sdk.label_interface.interface import LabelInterface

from app.anchor import anchor
from app.annotation import Annotation, Assessment, Relation, Status
from app.dataset import Dataset, Record, Selection, select
from app.exporters import export
from app.exporters.label_studio import configuration
from app.project import Project
from app.scheme import parse_scheme
from app.suggestion import Suggestion
from tests.app.exporters.hard_project import (
    ASEL,
    BORIS,
    EMPTY_TEXT,
    FLAT_TEXT,
    SCHEME,
    TEXT,
    place,
)

SCHEMES = Path(__file__).parents[3] / "resources" / "schemes"
_CONVERTER: Any = Converter  # it has no types


@pytest.fixture
def folder(everything: Dataset, tmp_path: Path) -> Path:
    export(everything, "label-studio", tmp_path / "ls")
    return tmp_path / "ls"


def tasks(folder: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    return read


def labelling(folder: Path) -> Any:
    """The configuration as Label Studio's own validator has it."""
    return LabelInterface((folder / "config.xml").read_text(encoding="utf-8"))


def by_annotator(task: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The results of each annotation, by the annotator it names."""
    found = {}
    for annotation in task["annotations"]:
        (name,) = [r["value"]["text"][0] for r in annotation["result"] if r.get("from_name") == "annotator"]
        found[name] = annotation["result"]
    assert len(found) == len(task["annotations"])
    return found


def values(results: list[dict[str, Any]], region: str) -> dict[str, Any]:
    """What the per-region controls say of a region, by attribute, and what its meta holds."""
    found: dict[str, Any] = {}
    for result in results:
        if result.get("id") != region or result["from_name"] == "label":
            continue
        value = result["value"][{"textarea": "text"}.get(result["type"], result["type"])]
        found[result["from_name"].split("-")[1]] = value[0] if isinstance(value, list) else value
    (marked,) = [r for r in results if r.get("id") == region and r["from_name"] == "label"]
    return {**found, **marked.get("meta", {}).get("attributes", {})}


def test_label_studios_own_validator_takes_the_configuration_and_every_task(folder: Path) -> None:
    interface = labelling(folder)
    interface.validate()
    for task in tasks(folder):
        assert refused(interface, task) == []


def refused(interface: Any, task: dict[str, Any]) -> list[str]:
    """What the validator has against the annotations and predictions of a task; both have one form."""
    works = [*task["annotations"], *task.get("predictions", ())]
    return [error for work in works for error in interface.validate_prediction(work, return_errors=True)]


def test_the_validator_takes_the_configuration_of_the_default_scheme() -> None:
    scheme = parse_scheme((SCHEMES / "news.toml").read_text(encoding="utf-8"))
    interface: Any = LabelInterface(configuration(scheme))
    interface.validate()
    assert interface.get_control("article.topic").tag == "TextArea"
    assert interface.get_control("number-value").tag == "Number"
    assert interface.get_control("claim-verdict").labels == list(scheme.labels[0].attributes[5].values)


def test_the_validator_refuses_what_is_wrong(folder: Path) -> None:
    interface = labelling(folder)
    (task, *_) = tasks(folder)
    for result in task["annotations"][0]["result"]:
        if result.get("from_name") == "claim-check_worthiness":
            result["from_name"] = "claim-gone"
        elif result["type"] == "relation":
            result["to_id"] = "annotation-0"
    assert len(refused(interface, task)) == 6


def test_the_converter_reads_the_same_labels_and_quotes(
    project: Project, folder: Path, tmp_path: Path
) -> None:
    converter: Any = _CONVERTER(str(folder / "config.xml"), str(folder))
    converter.convert_to_json_min(str(folder / "tasks.json"), str(tmp_path / "min"), is_dir=False)
    found: set[tuple[int, str, int, int, str]] = set()
    for item in json.loads((tmp_path / "min" / "result.json").read_text(encoding="utf-8")):
        assert item["text"] == project.text(item["id"])
        for region in item.get("label", ()):
            assert item["text"][region["start"] : region["end"]] == region["text"]
            found.add((item["id"], region["labels"][0], region["start"], region["end"], region["text"]))
    assert found == {
        (article_id, annotation.label, f.start, f.end, f.quote.exact)
        for article_id in (101, 102, 103)
        for annotation in project.annotations(article_id)
        for f in annotation.fragments
    }


def test_the_converter_makes_columns_and_tables_of_the_tasks(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "ls"
    export(select(project, Selection(annotators=(ASEL,))), "label-studio", folder)
    converter: Any = _CONVERTER(str(folder / "config.xml"), str(folder))
    converter.convert(str(folder / "tasks.json"), str(tmp_path / "conll"), "CONLL2003", is_dir=False)
    lines = (tmp_path / "conll" / "result.conll").read_text(encoding="utf-8").splitlines()
    tags = {token: tag for token, *_, tag in map(str.split, filter(None, lines))}
    assert (tags["1,200"], tags["Smith"], tags["Әлия"]) == ("B-number", "B-speaker", "B-speaker")
    assert tags["получит"] == tags["уволит"] == "I-claim"
    assert tags["people"] == tags["Almaty"] == tags["цены"] == "O"
    converter.convert(str(folder / "tasks.json"), str(tmp_path / "csv"), "CSV", is_dir=False)
    with (tmp_path / "csv" / "result.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert [rows[str(number)]["text"] for number in (101, 102, 103)] == [TEXT, EMPTY_TEXT, FLAT_TEXT]
    assert json.loads(rows["103"]["label"]) == [
        {"start": 22, "end": 27, "text": "1,200", "labels": ["number"]},
        {"start": 44, "end": 49, "text": "Smith", "labels": ["speaker"]},
    ]
    assert (rows["103"]["speaker-kind"], rows["103"]["status"]) == ("person", "done")


def test_attributes_notes_and_fragments_come_back(project: Project, folder: Path) -> None:
    for task in tasks(folder):
        work = by_annotator(task)
        for annotation in project.annotations(task["id"]):
            results = work[annotation.annotator]
            name = f"annotation-{annotation.id}"
            pieces = [
                r for r in results if r.get("from_name") == "label" and name in (r["id"], r.get("parentID"))
            ]
            spans = [(r["value"]["start"], r["value"]["end"]) for r in pieces]
            assert spans == [(f.start, f.end) for f in annotation.fragments]
            assert values(results, name) == annotation.attributes
            meta = pieces[0].get("meta", {})
            assert meta.get("text", [""]) == [annotation.note]
            assert (meta.get("confidence"), meta.get("origin", "")) == (
                annotation.confidence,
                annotation.origin,
            )


def test_relations_come_back(project: Project, folder: Path) -> None:
    (task, *_) = tasks(folder)
    found = {
        (result["labels"][0], result["from_id"], result["to_id"], result["direction"])
        for results in by_annotator(task).values()
        for result in results
        if result["type"] == "relation"
    }
    assert found == {
        (
            r.type,
            f"annotation-{r.source}",
            f"annotation-{r.target}",
            "bi" if r.type == "same_claim" else "right",
        )
        for r in project.relations(101)
    }


def test_each_annotator_has_an_annotation_with_status_and_assessment(folder: Path) -> None:
    hard, empty, _ = tasks(folder)
    work = by_annotator(hard)
    assert work.keys() == {ASEL, BORIS}
    whole = {r["from_name"]: r["value"] for r in work[ASEL] if "id" not in r and r["type"] != "relation"}
    assert whole == {
        "annotator": {"text": [ASEL]},
        "status": {"choices": ["done"]},
        "flagged": {"choices": ["flagged"]},
        "note": {"text": ["Первая строка\nвторая"]},
    }
    # The scheme has no attributes for articles, so the topic has no control.
    assert hard["annotations"][0]["meta"] == {"attributes": {"topic": "=цены"}}
    assert by_annotator(empty).keys() == {ASEL}, "read, and nothing found; Борис has not begun"


def test_suggestions_are_a_prediction(project: Project, folder: Path, tmp_path: Path) -> None:
    hard, empty, _ = tasks(folder)
    assert "predictions" not in empty
    (prediction,) = hard["predictions"]
    regions = {r["id"]: r for r in prediction["result"] if r.get("from_name") == "label"}
    assert {name: r["value"]["text"] for name, r in regions.items()} == {
        "suggestion-51": "әкім",
        "suggestion-52": "зардап шекті",
    }, "the rejected one stays"
    assert regions["suggestion-52"]["score"] == 0.5
    assert regions["suggestion-52"]["meta"] == {"suggester": "claims", "rule": "rule"}
    (relation,) = [r for r in prediction["result"] if r["type"] == "relation"]
    assert (relation["from_id"], relation["to_id"]) == ("suggestion-52", "suggestion-51")
    export(select(project, Selection()), "label-studio", tmp_path / "plain")
    assert all("predictions" not in task for task in tasks(tmp_path / "plain"))


def test_what_the_scheme_does_not_know_is_kept_and_relations_apart_are_counted(
    everything: Dataset, tmp_path: Path
) -> None:
    where = anchor(TEXT, place("37 үй"))
    annotations = (
        Annotation(1, 101, "A", "removed", (where,), {"x": {"a": [1]}}),
        Annotation(2, 101, "B", "number", (where,), {"kind": "gone", "value": "five"}),
    )
    suggestion = Suggestion(9, 101, "number", where, 0.5, "s", relations=({"type": "t", "to": 1},))

    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        (record,) = everything.read(article_ids)
        yield replace(
            record,
            annotations=annotations,
            relations=(Relation(3, 101, "A", "said_by", 1, 2),),
            suggestions=(suggestion,),
            statuses={"A": Status.SKIPPED},
            assessments={"C": Assessment(101, "C", {}, flagged=True)},
            empty_passages=(),
        )

    report = export(Dataset(SCHEME, Selection(), (101,), read), "label-studio", tmp_path / "out").losses
    assert {loss.fate.kind: (loss.count, loss.fate.lost) for loss in report.losses} == {
        "attribute values that no control of the configuration takes": (3, False),
        "relations between the work of different annotators or of suggesters and them": (2, True),
    }
    (task,) = tasks(tmp_path / "out")
    assert [a["was_cancelled"] for a in task["annotations"]] == [True, False, False]
    work = by_annotator(task)
    assert values(work["A"], "annotation-1") == {"x": {"a": [1]}}
    assert values(work["B"], "annotation-2") == {"kind": "gone", "value": "five"}
    assert refused(labelling(tmp_path / "out"), task) == []


def test_no_articles_make_an_empty_list(tmp_path: Path) -> None:
    export(Dataset(SCHEME, Selection(), (), lambda _: iter(())), "label-studio", tmp_path / "out")
    assert tasks(tmp_path / "out") == []


def test_what_label_studio_holds_otherwise_is_counted(everything: Dataset, tmp_path: Path) -> None:
    report = export(everything, "label-studio", tmp_path / "out").losses
    assert {loss.fate.kind: (loss.count, loss.fate.lost) for loss in report.losses} == {
        "discontinuous annotations": (1, False),
        # A span, and two topics that the scheme has no attribute for.
        "attribute values that no control of the configuration takes": (3, False),
        "annotations with a confidence or a suggester": (5, False),
        "suggestions already decided": (1, True),
        "passages read and empty": (2, True),
    }
