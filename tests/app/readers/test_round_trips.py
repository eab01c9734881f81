"""Out and back in, into a copy without annotations and an empty project; then out again, and compared."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.annotation import Status
from app.dataset import Selection, select
from app.project import ArticleQuery, Project
from app.session import Session
from app.suggestion import Decision
from tests.app.exporters.hard_project import ASEL, BORIS, make_hard_project
from tests.app.readers.copies import TOPICAL, bare, content, empty, exported, lines, loaded


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The hard project with a scheme that has all it says; the tests only read it."""
    made = make_hard_project(Path(tmp_path_factory.mktemp("hard")) / "hard.pressmark", TOPICAL)
    yield made
    made.close()


@pytest.fixture(params=["copy", "empty"])
def target(request: pytest.FixtureRequest, project: Project, tmp_path: Path) -> Any:
    path = tmp_path / "target.pressmark"
    made = bare(project, path) if request.param == "copy" else empty(path)
    yield made
    made.close()


# ------------------------------------------------------------------------------------------------- native


@pytest.mark.parametrize("name", ["jsonl", "jsonl-utf16"])
def test_native_comes_back_byte_for_byte(
    project: Project, target: Project, tmp_path: Path, name: str
) -> None:
    out = exported(project, tmp_path / "out", name)
    report = loaded(target, out, name, new_articles=True)
    assert report.left == {}
    assert report.steps == 1
    assert report.made["annotations"] == 12
    assert report.made["decisions"] == 0
    assert content(exported(target, tmp_path / "again", name)) == content(out)


def test_loading_twice_adds_nothing(project: Project, target: Project, tmp_path: Path) -> None:
    out = exported(project, tmp_path / "out")
    first = loaded(target, out, new_articles=True)
    second = loaded(target, out, new_articles=True)
    assert (second.steps, second.new, second.matched, second.left) == (0, 0, 3, {})
    assert not +second.made
    assert second.there == first.made["annotations"] + first.made["relations"] + first.made["suggestions"] + 1
    assert content(exported(target, tmp_path / "again")) == content(out)


def test_one_undo_takes_all_of_it_back(project: Project, tmp_path: Path) -> None:
    out = exported(project, tmp_path / "out")
    made = empty(tmp_path / "target.pressmark")
    loaded(made, out, new_articles=True)
    assert Session(made, ASEL).undo() is not None
    assert made.find(ArticleQuery()) == []
    made.close()


@pytest.mark.parametrize("segment", ["block", "sentence"])
def test_segments_come_back_to_their_articles(project: Project, tmp_path: Path, segment: str) -> None:
    out = exported(project, tmp_path / "out", segment=segment)
    made = bare(project, tmp_path / "target.pressmark")
    report = loaded(made, out)
    assert report.left == {}
    assert report.matched == 3 < report.records
    # Cutting keeps what is marked whole: what the report of the export counts is all that is missing.
    assert content(exported(made, tmp_path / "again", segment=segment)) == content(out)
    whole, before = exported(made, tmp_path / "whole"), exported(project, tmp_path / "before")
    for record, was in zip(lines(whole), lines(before), strict=True):
        assert record["annotations"] == was["annotations"]
        assert record["empty_passages"] == was["empty_passages"]
        assert record["statuses"] == was["statuses"]
    made.close()


def test_segments_make_no_articles(project: Project, tmp_path: Path) -> None:
    out = exported(project, tmp_path / "out", segment="block")
    made = empty(tmp_path / "target.pressmark")
    report = loaded(made, out, new_articles=True)
    assert (report.new, report.unmatched) == (0, report.records)
    assert list(report.left) == ["segments of articles that the project does not have"]
    made.close()


# ------------------------------------------------------------------------------------ Label Studio, doccano


def test_label_studio_comes_back(project: Project, target: Project, tmp_path: Path) -> None:
    """All it holds: not dates, passages, decided suggestions, blocks or what kind of file an article was."""
    out = exported(project, tmp_path / "out", "label-studio")
    report = loaded(target, out, "label-studio", new_articles=True)
    assert report.left == {}
    assert content(exported(target, tmp_path / "again", "label-studio")) == content(out)
    (first, *_) = select(target, Selection())
    assert {a.id: a.attributes for a in first.annotations} == {
        a.id: a.attributes for a in project.annotations(101)
    }
    assert [len(a.fragments) for a in first.annotations if a.id == 5] == [2]
    assert first.statuses == {ASEL: Status.DONE, BORIS: Status.IN_PROGRESS}
    assert first.assessments[ASEL].flagged


def test_doccano_comes_back(project: Project, target: Project, tmp_path: Path) -> None:
    """Labels, places and relations; the fragments of one annotation come back each by itself."""
    out = exported(project, tmp_path / "out", "doccano")
    report = loaded(target, out, "doccano", new_articles=True)
    assert report.left == {}
    assert doccano(exported(target, tmp_path / "again", "doccano")) == doccano(out)
    assert target.annotators() == [ASEL]


def doccano(path: Path) -> list[dict[str, Any]]:
    """The lines with entities told by their places, not by the numbers they have in the file."""
    told = lines(path)
    for line in told:
        places = {e["id"]: [e["label"], e["start_offset"], e["end_offset"]] for e in line["entities"]}
        line["entities"] = sorted(places.values())
        line["relations"] = sorted(
            [r["type"], places[r["from_id"]], places[r["to_id"]]] for r in line["relations"]
        )
    return told


def label_studio(path: Path) -> list[dict[str, Any]]:
    """The tasks; that nothing is proposed is said by an empty list or by none."""
    tasks: list[dict[str, Any]] = json.loads((path / "tasks.json").read_text(encoding="utf-8"))
    return [{**task, "predictions": task.get("predictions") or []} for task in tasks]


@pytest.mark.parametrize("segment", ["block", "sentence"])
def test_their_segments_come_back_too(project: Project, tmp_path: Path, segment: str) -> None:
    for name, compared in (("label-studio", label_studio), ("doccano", doccano)):
        out = exported(project, tmp_path / f"{name}-out", name, segment=segment)
        made = bare(project, tmp_path / f"{name}.pressmark")
        report = loaded(made, out, name)
        assert (report.left, report.matched) == ({}, 3)
        assert compared(exported(made, tmp_path / f"{name}-again", name, segment=segment)) == compared(out)
        made.close()


# ------------------------------------------------------------------------------------------- every format


@pytest.mark.parametrize("name", ["jsonl", "label-studio", "doccano", "brat", "w3c", "uima", "spacy"])
def test_every_format_brings_marks_and_relations_where_they_were(
    project: Project, target: Project, tmp_path: Path, name: str
) -> None:
    out = exported(project, tmp_path / "out", name)
    loaded(target, out, name, new_articles=True)
    by_text = {target.article(i).text_sha256: i for i in target.find(ArticleQuery())}
    assert by_text.keys() == {project.article(i).text_sha256 for i in (101, 102, 103)}
    for article_id in (101, 102, 103):
        now = by_text[project.article(article_id).text_sha256]
        assert target.text(now) == project.text(article_id)
        places = {(a.label, a.start) for a in target.annotations(now)}
        assert {(a.label, a.start) for a in project.annotations(article_id)} <= places
        kinds = {r.type for r in target.relations(now)}
        assert kinds == {r.type for r in project.relations(article_id)}
    open_ones = [s for s in project.suggestions(101) if s.decision is Decision.OPEN]
    if name != "doccano":
        now = by_text[project.article(101).text_sha256]
        assert {s.place for s in open_ones} <= {s.place for s in target.suggestions(now)}
