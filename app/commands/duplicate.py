"""Mark with another label what is marked already: the same words may mean two things."""

from app.changes import Change, Stamp
from app.commands.annotate import annotate
from app.commands.relabel import fitting
from app.commands.rules import known_label
from app.project import Project


def duplicate(
    project: Project, annotation_id: int, label_id: str, stamp: Stamp, *, unseen: bool = False
) -> list[Change]:
    """Return the changes that mark the annotation's fragments with another label too.

    The new one gets the attributes the label has as well. Nothing changes where the annotator has marked
    just this already. The first one's relations, note and confidence stay its own. `unseen` as in `annotate`.
    """
    original = project.annotation(annotation_id)
    label = known_label(project.scheme(), label_id)
    # None where nothing fits: a suggestion that waits there then keeps its own.
    attributes = fitting(label, original.attributes) or None
    return annotate(project, original.article_id, original.spans, label_id, stamp, attributes, unseen=unseen)
