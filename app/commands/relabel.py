"""Give an annotation another label."""

from app.annotation import Attributes
from app.changes import Change
from app.commands.rules import known_label
from app.errors import UserError
from app.project import Project
from app.replacing import replace
from app.scheme import Label, problems


def relabel(project: Project, annotation_id: int, label_id: str) -> list[Change]:
    """Return the changes: the new label, keeping the attributes it knows, without relations it forbids.

    UserError: the annotator has marked just this with that label already.
    """
    scheme = project.scheme()
    label = known_label(scheme, label_id)
    before = project.annotation(annotation_id)
    if before.label == label_id:
        return []
    mine = project.annotations(before.article_id, before.annotator)
    if any(other.label == label_id and other.fragments == before.fragments for other in mine):
        raise UserError(f"“{before.text}” is marked as {label.name} already.")
    after = replace(before, label=label_id, attributes=fitting(label, before.attributes))
    labels = {annotation.id: annotation.label for annotation in mine} | {annotation_id: label_id}
    forbidden = [
        relation
        for relation in project.relations(before.article_id, before.annotator)
        if annotation_id in (relation.source, relation.target)
        and relation.type
        not in {r.id for r in scheme.relations_between(labels[relation.source], labels[relation.target])}
    ]
    return [*(Change(relation, None) for relation in forbidden), Change(before, after)]


def fitting(label: Label, attributes: Attributes) -> Attributes:
    """Those of the attributes that `label` has too, with values it allows."""
    wrong = problems(label, attributes)
    return {name: value for name, value in attributes.items() if name not in wrong}
