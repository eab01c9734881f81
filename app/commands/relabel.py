"""Give an annotation another label."""

from dataclasses import replace

from app.changes import Change
from app.commands.rules import known_label
from app.project import Project
from app.scheme import problems


def relabel(project: Project, annotation_id: int, label_id: str) -> list[Change]:
    """Return the changes: the new label, keeping the attributes it knows, without relations it forbids."""
    scheme = project.scheme()
    label = known_label(scheme, label_id)
    before = project.annotation(annotation_id)
    if before.label == label_id:
        return []
    wrong = problems(label, before.attributes)
    after = replace(
        before,
        label=label_id,
        attributes={name: value for name, value in before.attributes.items() if name not in wrong},
    )
    labels = {a.id: a.label for a in project.annotations(before.article_id, before.annotator)}
    labels[annotation_id] = label_id
    forbidden = [
        relation
        for relation in project.relations(before.article_id, before.annotator)
        if annotation_id in (relation.source, relation.target)
        and relation.type
        not in {r.id for r in scheme.relations_between(labels[relation.source], labels[relation.target])}
    ]
    return [*(Change(relation, None) for relation in forbidden), Change(before, after)]
