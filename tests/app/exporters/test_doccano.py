import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from app.dataset import Dataset
from app.exporters import export
from app.project import Project


def read(path: Path) -> list[dict[str, Any]]:
    """Read as doccano's page on its formats says, refusing everything it does not say."""
    assert path.read_bytes().isascii()  # it guesses the encoding, and may guess wrong
    documents = [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]
    numbers: Counter[int] = Counter()
    for document in documents:
        known = {entity["id"] for entity in document["entities"]}
        for entity in document["entities"]:
            assert entity.keys() == {"id", "label", "start_offset", "end_offset"}
            assert 0 <= entity["start_offset"] < entity["end_offset"] <= len(document["text"])
        for relation in document["relations"]:
            assert relation.keys() == {"id", "from_id", "to_id", "type"}
            assert {relation["from_id"], relation["to_id"]} <= known
        assert document["Comments"] == []
        numbers.update(thing["id"] for thing in (*document["entities"], *document["relations"]))
    assert max(numbers.values()) == 1
    return documents


@pytest.fixture
def documents(everything: Dataset, tmp_path: Path) -> dict[int, dict[str, Any]]:
    export(everything, "doccano", tmp_path / "out.jsonl")
    return {document["id"]: document for document in read(tmp_path / "out.jsonl")}


def test_texts_entities_and_relations_come_back(
    project: Project, documents: dict[int, dict[str, Any]]
) -> None:
    assert list(documents) == [101, 102, 103]
    for article_id, document in documents.items():
        assert document["text"] == project.text(article_id)
        found = {
            entity["id"]: (entity["label"], document["text"][entity["start_offset"] : entity["end_offset"]])
            for entity in document["entities"]
        }
        kept = {a.id: a for a in project.annotations(article_id)}
        assert list(found.values()) == [(a.label, f.quote.exact) for a in kept.values() for f in a.fragments]
        relations = [(r["type"], found[r["from_id"]], found[r["to_id"]]) for r in document["relations"]]
        ends = {a.id: (a.label, a.fragments[0].quote.exact) for a in kept.values()}
        assert relations == [(r.type, ends[r.source], ends[r.target]) for r in project.relations(article_id)]


def test_what_doccano_does_not_hold_is_counted(everything: Dataset, tmp_path: Path) -> None:
    report = export(everything, "doccano", tmp_path / "out").losses
    assert {loss.fate.kind: (loss.count, loss.fate.lost) for loss in report.losses} == {
        "discontinuous annotations": (1, True),
        "annotations with attributes, a note or a confidence": (9, True),
        "texts with several annotators": (1, True),
        "suggestions": (3, True),
        "passages read and empty": (2, True),
        "assessments of articles as a whole": (3, True),
    }
