"""Give an annotation its values, or a note."""

from app.annotation import Attributes
from app.changes import Change
from app.commands.rules import known_label, valid_attributes
from app.project import Project
from app.replacing import replace


def set_attributes(project: Project, annotation_id: int, attributes: Attributes) -> list[Change]:
    """Return the change to just these attributes (None and "" are left out); none if nothing changes.

    UserError: a value the scheme does not allow.
    """
    before = project.annotation(annotation_id)
    label, text = known_label(project.scheme(), before.label), project.text(before.article_id)
    kept = valid_attributes(label, attributes, text)
    return [] if kept == before.attributes else [Change(before, replace(before, attributes=kept))]


def set_note(project: Project, annotation_id: int, note: str) -> list[Change]:
    """Return the change to this note; none if it is the same."""
    before = project.annotation(annotation_id)
    return [] if note == before.note else [Change(before, replace(before, note=note))]
