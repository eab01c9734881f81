"""Projects that a file is loaded into: with the articles of the hard project, or with none."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.changes import Change, Content
from app.dataset import Selection, Shape, select, shaped
from app.exporters import export
from app.project import ArticleQuery, Project
from app.readers import reader_named
from app.readers.loading import LoadReport, Options, load
from app.scheme import Attribute
from app.session import Session
from storage import create_project
from tests.app.exporters.hard_project import ASEL, SCHEME

# The hard project says of its articles what its scheme has no attribute for.
TOPICAL = replace(SCHEME, article=(Attribute("topic", "Topic", "text"),))


def empty(path: Path) -> Project:
    return create_project(path, TOPICAL)


def bare(project: Project, path: Path) -> Project:
    """A project with the articles of another, and nothing said of them."""
    made = empty(path)
    session = Session(made, ASEL)
    for article_id in project.find(ArticleQuery()):
        article, data = project.article(article_id), project.text(article_id).encode()
        contents = [
            Content(article.text_sha256, "text", data),
            Content(article.snapshot_sha256, "snapshot", project.original(article_id)),
        ]
        session.do("add_articles", [Change(None, article)], contents)
    return made


def loaded(
    project: Project, path: Path, name: str = "jsonl", annotator: str = ASEL, **options: object
) -> LoadReport:
    """Load the file as the annotator."""
    return load(Session(project, annotator), path, reader_named(name), Options(**options))  # type: ignore[arg-type]


def exported(project: Project, out: Path, name: str = "jsonl", segment: str = "article") -> Path:
    """Export everything."""
    dataset = select(project, Selection(with_suggestions=True))
    export(shaped(dataset, Shape(segmentation=segment)), name, out)  # type: ignore[arg-type]
    return out


def content(path: Path) -> dict[str, bytes]:
    """The bytes of a file, or of the files of a folder by their names."""
    if path.is_file():
        return {"": path.read_bytes()}
    return {
        file.relative_to(path).as_posix(): file.read_bytes() for file in path.rglob("*") if file.is_file()
    }


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
