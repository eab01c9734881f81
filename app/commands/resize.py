"""Move the bounds of an annotation, or add and cut its fragments."""

from collections.abc import Sequence

from app.anchor import Span
from app.changes import Change
from app.commands.mark_empty import no_longer_empty
from app.commands.rules import anchored
from app.project import Project
from app.replacing import replace


def resize(project: Project, annotation_id: int, spans: Sequence[Span]) -> list[Change]:
    """Return the changes that put the annotation on `spans`; none if it is there already.

    The lines it then lies in are empty passages no longer.
    """
    before = project.annotation(annotation_id)
    fragments = anchored(project.text(before.article_id), spans)
    if fragments == before.fragments:
        return []
    after = replace(before, fragments=fragments)
    return [Change(before, after), *no_longer_empty(project, after)]
