"""Move the bounds of an annotation, or add and cut its fragments."""

from collections.abc import Sequence
from dataclasses import replace

from app.anchor import Span
from app.changes import Change
from app.commands.rules import anchored
from app.project import Project


def resize(project: Project, annotation_id: int, spans: Sequence[Span]) -> list[Change]:
    """Return the change that puts the annotation on `spans`; none if it is there already."""
    before = project.annotation(annotation_id)
    fragments = anchored(project.text(before.article_id), spans)
    return [] if fragments == before.fragments else [Change(before, replace(before, fragments=fragments))]
