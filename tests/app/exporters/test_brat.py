import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

# brat's own parser, which the package bratiaa carries along.
from bratsubset.annotation import TextAnnotations  # type: ignore[import-untyped]
from bratsubset.projectconfig import ProjectConfiguration  # type: ignore[import-untyped]

from app.anchor import Span, anchor
from app.annotation import Annotation, Relation
from app.dataset import Dataset, Record, Selection, Shape, select, shaped
from app.exporters import export
from app.project import Project
from tests.app.exporters.hard_project import SCHEME, TEXT, place

NAME = r"[^\s,:|]+"


@dataclass
class Standoff:
    """What a strict reader finds in an .ann file."""

    marks: dict[str, tuple[str, list[tuple[int, int]]]] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    details: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass
class Configuration:
    entities: set[str]
    relations: dict[str, tuple[set[str], set[str]]]
    attributes: dict[str, tuple[set[str], set[str]]]


def parse(folder: Path, key: int | str, known: Configuration) -> Standoff:
    """Read as brat's standoff page says, refusing everything it does not say; lines as Python breaks them."""
    text = (folder / f"{key}.txt").read_bytes().decode("utf-8")
    written = (folder / f"{key}.ann").read_bytes().decode("utf-8")
    found = Standoff()
    names: set[str] = set()
    assert not written or written.endswith("\n")
    for line in written.splitlines():
        name, rest = line.split("\t", 1)
        assert name not in names
        names.add(name)
        assert re.fullmatch(r"[TRA#][1-9][0-9]*", name)
        {"T": _mark, "R": _relation, "A": _attribute, "#": _note}[name[0]](name, rest, text, found, known)
    return found


def _mark(name: str, rest: str, text: str, found: Standoff, known: Configuration) -> None:
    head, quote = rest.split("\t")
    label, offsets = head.split(" ", 1)
    assert label in known.entities
    spans: list[tuple[int, int]] = []
    for piece in offsets.split(";"):
        matched = re.fullmatch(r"(\d+) (\d+)", piece)
        assert matched
        start, end = int(matched[1]), int(matched[2])
        assert (spans[-1][1] if spans else 0) <= start < end <= len(text)
        assert "\n" not in text[start:end]
        spans.append((start, end))
    assert quote == " ".join(text[start:end] for start, end in spans)
    found.marks[name] = label, spans


def _relation(name: str, rest: str, text: str, found: Standoff, known: Configuration) -> None:
    matched = re.fullmatch(rf"({NAME}) Arg1:(T\d+) Arg2:(T\d+)", rest)
    assert matched
    kind, source, target = matched.groups()
    sources, targets = known.relations[kind]
    assert found.marks[source][0] in sources
    assert found.marks[target][0] in targets
    found.relations.append((kind, source, target))


def _attribute(name: str, rest: str, text: str, found: Standoff, known: Configuration) -> None:
    matched = re.fullmatch(rf"({NAME}) (T\d+) ({NAME})", rest)
    assert matched
    kind, mark, value = matched.groups()
    labels, values = known.attributes[kind]
    assert found.marks[mark][0] in labels
    assert value in values
    found.attributes.setdefault(mark, {})[kind] = value


def _note(name: str, rest: str, text: str, found: Standoff, known: Configuration) -> None:
    head, note = rest.split("\t")
    kind, mark = head.split(" ")
    assert mark in found.marks
    assert kind in {"AnnotatorNotes", "Details"}
    if kind == "Details":
        found.details[mark] = json.loads(note)
    else:
        found.notes[mark] = note


def configuration(folder: Path) -> Configuration:
    sections: dict[str, list[str]] = {}
    for line in (folder / "annotation.conf").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            sections[line.strip("[]")] = []
        elif line:
            sections[list(sections)[-1]].append(line)
    assert list(sections) == ["entities", "relations", "events", "attributes"], "brat wants all four"
    relations, attributes = {}, {}
    for line in sections["relations"]:
        matched = re.fullmatch(rf"({NAME})\tArg1:(\S+), Arg2:([^\s,]+)(, <REL-TYPE>:symmetric)?", line)
        assert matched
        relations[matched[1]] = set(matched[2].split("|")), set(matched[3].split("|"))
    for line in sections["attributes"]:
        matched = re.fullmatch(rf"({NAME})\tArg:(\S+), Value:(\S+)", line)
        assert matched
        assert matched[1] not in attributes
        attributes[matched[1]] = set(matched[2].split("|")), set(matched[3].split("|"))
    return Configuration(set(sections["entities"]), relations, attributes)


@pytest.fixture
def folder(everything: Dataset, tmp_path: Path) -> Path:
    export(everything, "brat", tmp_path / "brat")
    return tmp_path / "brat"


def test_the_folder_has_what_brat_needs(project: Project, folder: Path) -> None:
    names = {f"{article_id}.{end}" for article_id in (101, 102, 103) for end in ("txt", "ann")}
    assert {path.name for path in folder.iterdir()} == {"annotation.conf", *names}
    assert (folder / "101.txt").read_bytes() == TEXT.encode("utf-8")
    assert (folder / "102.ann").read_bytes() == b"", "read and empty is a file, too"


def test_annotations_come_back(project: Project, folder: Path) -> None:
    for article_id in (101, 102, 103):
        found = parse(folder, article_id, configuration(folder))
        annotations = project.annotations(article_id)
        assert len(annotations) == sum(
            not label.startswith("suggested_") for label, _ in found.marks.values()
        )
        # Annotations are numbered in the order of the dataset.
        marks = {a.id: f"T{number}" for number, a in enumerate(annotations, 1)}
        for annotation in annotations:
            _compare(annotation, marks[annotation.id], found, project.text(article_id))
        relations = [(r.type, marks[r.source], marks[r.target]) for r in project.relations(article_id)]
        assert set(relations) <= set(found.relations)


def _compare(annotation: Annotation, mark: str, found: Standoff, text: str) -> None:
    label, spans = found.marks[mark]
    assert label == annotation.label
    told = {i for start, end in spans for i in range(start, end)}
    kept = {i for f in annotation.fragments for i in range(f.start, f.end)}
    assert all(text[i] in "\n\t" for i in kept - told)
    assert told <= kept
    details = found.details.get(mark, {})
    attributes = found.attributes.get(mark, {}) | details.get("attributes", {})
    assert attributes == annotation.attributes
    assert found.notes.get(mark, details.get("note", "")) == annotation.note
    assert details.get("confidence") == annotation.confidence
    assert details.get("origin", "") == annotation.origin


def test_brats_own_parser_finds_the_same(folder: Path, everything: Dataset, tmp_path: Path) -> None:
    export(shaped(everything, Shape("sentence", {"claim": "CLAIM"})), "brat", tmp_path / "cut")
    for read in (folder, tmp_path / "cut"):
        known, ours = ProjectConfiguration(str(read)), configuration(read)
        assert set(known.get_entity_types()) == ours.entities
        assert set(known.get_relation_types()) == ours.relations.keys()
        assert set(known.get_attribute_types()) == ours.attributes.keys()
        for path in read.glob("*.ann"):
            told, found = TextAnnotations(str(path.with_suffix(""))), parse(read, path.stem, ours)
            assert told.failed_lines == []
            assert {t.id: (t.type, t.spans) for t in told.get_textbounds()} == found.marks
            assert [(r.type, r.arg1, r.arg2) for r in told.get_relations()] == found.relations
            attributes: dict[str, dict[str, str]] = {}
            for attribute in told.get_attributes():
                attributes.setdefault(attribute.target, {})[attribute.type] = attribute.value
            assert attributes == found.attributes
            assert {
                comment.target for comment in told.get_oneline_comments()
            } == found.notes.keys() | found.details.keys()


def test_discontinuous_annotations_and_spans_over_lines_become_fragments(folder: Path) -> None:
    found = parse(folder, 101, configuration(folder))
    spans = [spans for _, spans in found.marks.values()]
    gap = place("Пред\u00adприятие уволит треть")
    people, year = place("людей"), place("в 2026 году")
    assert [(gap.start, gap.end), (people.start, people.end), (year.start, year.end)] in spans
    over = place("у входа\nМо")
    assert [(over.start, over.start + 7), (over.end - 2, over.end)] in spans
    last = place("деді әкім.\n")
    assert [(last.start, last.end - 1)] in spans


def test_suggestions_cannot_be_taken_for_annotations(project: Project, folder: Path, tmp_path: Path) -> None:
    found = parse(folder, 101, configuration(folder))
    suggested = {mark: label for mark, (label, _) in found.marks.items() if label.startswith("suggested_")}
    assert set(suggested.values()) == {"suggested_claim", "suggested_speaker"}, "the rejected one stays"
    by_label = {label: mark for mark, label in suggested.items()}
    assert ("said_by", by_label["suggested_claim"], by_label["suggested_speaker"]) in found.relations
    assert found.details[by_label["suggested_claim"]]["score"] == 0.5

    export(select(project, Selection()), "brat", tmp_path / "plain")
    assert configuration(tmp_path / "plain").entities == {"claim", "speaker", "number"}
    for article_id in (101, 102, 103):
        parse(tmp_path / "plain", article_id, configuration(tmp_path / "plain"))


def test_an_annotation_of_a_line_break_is_left_out_with_its_relations(
    everything: Dataset, tmp_path: Path
) -> None:
    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        (record,) = everything.read(article_ids)
        line_break = place("\nПред\u00ad")
        blank = Annotation(
            1, 101, "A", "claim", (anchor(TEXT, Span(line_break.start, line_break.start + 1)),)
        )
        number = Annotation(2, 101, "A", "number", (anchor(TEXT, place("37 үй")),))
        yield Record(record.article, TEXT, (blank, number), (Relation(3, 101, "A", "has_number", 1, 2),))

    report = export(Dataset(SCHEME, Selection(), (101,), read), "brat", tmp_path / "out").losses
    assert report.lossy
    assert {loss.fate.kind: loss.count for loss in report.losses} == {
        "annotations of nothing but line breaks": 1
    }
    found = parse(tmp_path / "out", 101, configuration(tmp_path / "out"))
    assert list(found.marks) == ["T1"]
    assert found.relations == []


def test_what_brat_holds_otherwise_is_counted(everything: Dataset, tmp_path: Path) -> None:
    report = export(everything, "brat", tmp_path / "out").losses
    assert {loss.fate.kind: (loss.count, loss.fate.lost) for loss in report.losses} == {
        "annotations over line breaks or tabs": (3, False),
        # Four values of numbers, a text, a span, a choice with a blank in it.
        "attribute values that are no choice of the scheme": (7, False),
        "annotations with a confidence or a suggester": (5, False),
        "annotations of texts with several annotators": (10, False),
        "suggestions already decided": (1, True),
        "passages read and empty": (2, True),
        "assessments of articles as a whole": (3, True),
    }
