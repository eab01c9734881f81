"""croissant.json by the reference reader, mlcroissant, and as the linked data it is."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import mlcroissant
import pytest
import rdflib

from app.dataset import Shape
from app.project import Project
from app.release import Plan, release
from tests.app.exporters.hard_project import EMPTY_TEXT, FLAT_TEXT, TEXT
from tests.app.release.conftest import EACH_IN_ONE_PART

# rdflib's own reader of JSON-LD, and mlcroissant's of Parquet.
pytestmark = [
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The inplace keyword in DataFrame"),
]


def read(out: Path) -> Any:
    """The dataset as mlcroissant reads it; what it warns of goes to the log, which fails the test."""
    dataset = mlcroissant.Dataset(jsonld=str(out / "croissant.json"))
    assert dataset.metadata.ctx.issues.errors == set()
    assert dataset.metadata.ctx.issues.warnings == set()
    return dataset


@pytest.mark.parametrize("formats", [("jsonl",), ("parquet",), ("csv", "parquet", "jsonl")])
def test_the_reference_reader_reads_the_records(
    project: Project, tmp_path: Path, formats: tuple[str, ...]
) -> None:
    release(project, tmp_path / "out", Plan(formats, split=EACH_IN_ONE_PART))
    rows = list(read(tmp_path / "out").records("records"))
    by_part = {row["records/part"].decode("utf-8"): row for row in rows}
    texts = {part: row["records/text"].decode("utf-8") for part, row in by_part.items()}
    assert texts == {"train": FLAT_TEXT, "dev": TEXT, "test": EMPTY_TEXT}
    marked = by_part["train"]["records/annotations"]
    assert [annotation["records/annotations/label"] for annotation in marked] == [b"number", b"speaker"]
    for annotation in by_part["dev"]["records/annotations"]:
        start, end = annotation["records/annotations/start"], annotation["records/annotations/end"]
        assert TEXT[start:end] == annotation["records/annotations/text"].decode("utf-8")
    assert by_part["test"]["records/annotations"] == []
    assert by_part["dev"]["records/article/id"] == 101
    assert by_part["dev"]["records/article/site"].decode("utf-8") == "Жергілікті Газет"


def test_parts_with_nothing_in_them_and_segments(project: Project, tmp_path: Path) -> None:
    plan = Plan(("jsonl",), shape=Shape("sentence"), split=replace(EACH_IN_ONE_PART, shares=(1, 0, 0)))
    made = release(project, tmp_path / "out", plan)
    rows = list(read(tmp_path / "out").records("records"))
    assert len(rows) == made.manifest.counts["train"]["records"] > 3
    assert {row["records/part"] for row in rows} == {b"train"}


def test_every_data_file_has_its_hash(project: Project, tmp_path: Path) -> None:
    plan = Plan(("jsonl", "csv", "parquet", "spacy", "xlsx"), split=EACH_IN_ONE_PART)
    release(project, tmp_path / "out", plan)
    written = json.loads((tmp_path / "out" / "croissant.json").read_bytes())
    files = [each for each in written["distribution"] if each["@type"] == "cr:FileObject"]
    assert len(files) == 15
    for each in files:
        content = (tmp_path / "out" / each["contentUrl"]).read_bytes()
        assert each["sha256"] == hashlib.sha256(content).hexdigest()
        assert each["contentSize"] == f"{len(content)} B"
    assert "application/octet-stream" in {each["encodingFormat"] for each in files}, "DocBin has no type"


def test_a_release_without_readable_records_is_described_all_the_same(
    project: Project, tmp_path: Path
) -> None:
    release(project, tmp_path / "out", Plan(("brat",), split=EACH_IN_ONE_PART))
    assert read(tmp_path / "out").metadata.name == "hard"


def test_it_is_linked_data(project: Project, plan: Plan, tmp_path: Path) -> None:
    release(project, tmp_path / "out", plan)
    graph = rdflib.Graph().parse(tmp_path / "out" / "croissant.json", format="json-ld")
    schema, cr = rdflib.Namespace("https://schema.org/"), rdflib.Namespace("http://mlcommons.org/croissant/")
    (dataset,) = graph.subjects(rdflib.RDF.type, schema.Dataset)
    conforms = rdflib.URIRef("http://purl.org/dc/terms/conformsTo")
    assert str(graph.value(dataset, conforms)) == "http://mlcommons.org/croissant/1.0"
    assert str(graph.value(dataset, schema.version)) == "3.11.0"
    assert str(graph.value(dataset, schema.datePublished)) == "2024-05-06"
    assert {str(each) for each in graph.objects(dataset, schema.inLanguage)} == {"ru", "kk", "en"}
    assert len(set(graph.subjects(rdflib.RDF.type, cr.FileObject))) == 6
    fields = set(graph.subjects(rdflib.RDF.type, cr.Field))
    assert len(fields) == 17
    for field in fields:
        assert graph.value(field, schema.description), f"{field} is not described"
