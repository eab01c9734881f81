"""Mark something: a label on one or more spans of an article."""

from collections.abc import Sequence

from app.anchor import Span
from app.annotation import Annotation, Attributes
from app.changes import Change, Stamp
from app.commands.accept import accept, outdone
from app.commands.mark_empty import no_longer_empty
from app.commands.rules import anchored, known_label, valid_attributes
from app.ids import new_id
from app.project import Project


def annotate(
    project: Project,
    article_id: int,
    spans: Sequence[Span],
    label_id: str,
    stamp: Stamp,
    attributes: Attributes | None = None,
    *,
    unseen: bool = False,
) -> list[Change]:
    """Return the changes that add the annotation; none if the annotator has just this one already.

    Marking by hand what is suggested there accepts the suggestion, with its attributes unless others are
    given: otherwise it would go on being proposed beside its own annotation. So would one of the label that
    is overlapped: it counts as edited, and the mark is the annotator's own. `unseen`: what is suggested in
    the article is not shown, so that the mark owes it nothing, and nothing is decided on it. The lines
    marked are empty passages no longer.
    """
    label = known_label(project.scheme(), label_id)
    text = project.text(article_id)
    fragments = anchored(text, spans)
    suggestions = [] if unseen else project.suggestions(article_id)
    for suggestion in suggestions:
        if suggestion.label == label_id and fragments == (suggestion.fragment,):
            return accept(project, suggestion.id, stamp, attributes=attributes, alone=True)
    if any(
        existing.label == label_id and existing.fragments == fragments
        for existing in project.annotations(article_id, stamp.annotator)
    ):
        return []
    annotation = Annotation(
        id=new_id(),
        article_id=article_id,
        annotator=stamp.annotator,
        label=label_id,
        fragments=fragments,
        attributes=valid_attributes(label, attributes or {}, text),
        created_at=stamp.at,
    )
    edited = outdone(suggestions, [annotation], stamp)
    return [*edited, Change(None, annotation), *no_longer_empty(project, annotation)]
