"""By way of a file of another tool's format into a project that has the articles, and nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.annotation import Annotation
from app.project import Project
from tests.app.exporters.hard_project import TEXT, place
from tests.app.readers.copies import bare, exported, loaded

FOREIGN = ("brat", "w3c", "uima", "spacy")
ANNOTATOR = "Гүл"


@pytest.fixture
def target(project: Project, tmp_path: Path) -> Iterator[Project]:
    made = bare(project, tmp_path / "bare.pressmark")
    yield made
    made.close()


def values(annotation: Annotation, name: str) -> dict[str, Any]:
    """What a format holds of an annotation; in brat there is no line break at an end."""
    lacks = {"id", "created_at", "annotator"} if name == "brat" else set()
    told = {
        name: getattr(annotation, name)
        for name in ("id", "label", "annotator", "confidence", "note", "origin", "created_at")
        if name not in lacks
    }
    *spans, last = [(span.start, span.end) for span in annotation.spans]
    if lacks and annotation.text.endswith("\n"):
        last = last[0], last[1] - 1
    return told | {"attributes": dict(annotation.attributes), "spans": [*spans, last]}


def marked(project: Project, article_id: int, name: str) -> list[dict[str, Any]]:
    told = [values(annotation, name) for annotation in project.annotations(article_id)]
    return sorted(told, key=lambda annotation: (annotation["spans"], annotation["label"]))


@pytest.mark.parametrize("name", FOREIGN)
def test_annotations_and_relations_arrive_and_once_only(
    name: str, project: Project, target: Project, tmp_path: Path
) -> None:
    out = exported(project, tmp_path / "out", name)
    report = loaded(target, out, name, ANNOTATOR)
    assert (report.matched, report.new, report.unmatched, report.doubtful) == (3, 0, 0, 0)
    assert report.left == {}
    for article_id in (101, 102, 103):
        assert marked(target, article_id, name) == marked(project, article_id, name)
        types = [sorted(r.type for r in each.relations(article_id)) for each in (target, project)]
        assert types[0] == types[1]
    again = loaded(target, out, name, ANNOTATOR)
    assert again.steps == 0
    assert not +again.made


@pytest.mark.parametrize("name", FOREIGN)
def test_segments_come_home(name: str, project: Project, target: Project, tmp_path: Path) -> None:
    report = loaded(target, exported(project, tmp_path / "out", name, "block"), name, ANNOTATOR)
    assert report.unmatched == 0
    for article_id in (101, 103):
        assert marked(target, article_id, name) == marked(project, article_id, name)


def test_quotes_alone_find_the_page_by_its_address(target: Project, tmp_path: Path) -> None:
    """As Hypothesis has them: of the page as its browser saw it, offsets being those of another text."""
    selectors: list[dict[str, Any]] = [
        {"type": "TextPositionSelector", "start": 4000, "end": 4013},
        {"type": "TextQuoteSelector", "exact": "Әлия Қасымова", "prefix": "заявила ", "suffix": "."},
    ]
    page = "https://www.gazet.example/1"
    rows = [
        {"id": "1", "user": "acct:aliya@hypothes.is", "text": "", "tags": ["speaker"],
         "target": [{"source": page, "selector": selectors}]},
        {"id": "2", "user": "acct:aliya@hypothes.is", "text": "", "tags": ["speaker"],
         "target": [{"source": page, "selector": selectors[1:]}]},
        {"id": "3", "user": "acct:aliya@hypothes.is", "text": "", "tags": ["speaker"],
         "target": [{"source": page, "selector": {**selectors[1], "exact": "Не сказано нигде"}}]},
    ]  # fmt: skip
    (tmp_path / "answer.json").write_text(json.dumps({"rows": rows}), encoding="utf-8")
    report = loaded(target, tmp_path / "answer.json", "w3c", ANNOTATOR)
    assert report.matched == 1
    assert [(a.label, a.annotator, a.spans) for a in target.annotations(101)] == [
        ("speaker", "aliya", (place("Әлия Қасымова", TEXT),))
    ]
    assert list(report.left) == ["annotations with a quote that the article does not have"]


def test_names_of_another_tool_are_mapped(target: Project, tmp_path: Path) -> None:
    start, end = TEXT.index("Әлия"), TEXT.index("Әлия") + len("Әлия Қасымова")
    (tmp_path / "gazet.txt").write_bytes(TEXT.encode())
    (tmp_path / "gazet.ann").write_text(f"T1\tPER {start} {end}\tӘлия Қасымова\n", encoding="utf-8")
    report = loaded(target, tmp_path, "brat", ANNOTATOR, names={"PER": "speaker"})
    assert report.matched == 1
    assert [(a.label, a.annotator) for a in target.annotations(101)] == [("speaker", ANNOTATOR)]
