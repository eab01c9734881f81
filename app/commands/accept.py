"""Decide on a suggestion: accept it as it is or edited, or reject it. The decision is kept."""

from collections.abc import Sequence
from dataclasses import replace

from app.anchor import Span
from app.annotation import Annotation, Attributes, Relation
from app.changes import Change, Stamp
from app.commands.rules import anchored, known_label, valid_attributes
from app.errors import UserError
from app.ids import new_id
from app.project import Project
from app.suggestion import Decision, Suggestion


def accept(
    project: Project,
    suggestion_id: int,
    stamp: Stamp,
    spans: Sequence[Span] | None = None,
    attributes: Attributes | None = None,
) -> list[Change]:
    """Return the changes: the decision, its annotation, and relations to what was accepted before.

    Other `spans` or `attributes` than the suggestion's make it accepted with edits. Where the annotator
    has marked just this already, only the decision is kept.
    """
    suggestion = _open(project, suggestion_id)
    label = known_label(project.scheme(), suggestion.label)
    text = project.text(suggestion.article_id)
    fragments = anchored(text, spans or [suggestion.fragment.span])
    values = valid_attributes(label, suggestion.attributes if attributes is None else attributes, text)
    edited = fragments != (suggestion.fragment,) or values != suggestion.attributes
    decided = _decided(suggestion, Decision.EDITED if edited else Decision.ACCEPTED, stamp)
    mine = project.annotations(suggestion.article_id, stamp.annotator)
    if any(a.label == suggestion.label and a.fragments == fragments for a in mine):
        return [decided]
    annotation = Annotation(
        id=new_id(),
        article_id=suggestion.article_id,
        annotator=stamp.annotator,
        label=suggestion.label,
        fragments=fragments,
        attributes=values,
        origin=suggestion.suggester,
        created_at=stamp.at,
    )
    return [decided, Change(None, annotation), *_relations(project, suggestion, annotation, mine, stamp)]


def reject(project: Project, suggestion_id: int, stamp: Stamp) -> list[Change]:
    """Return the change that keeps the suggestion as rejected (a hard negative, not proposed again)."""
    return [_decided(_open(project, suggestion_id), Decision.REJECTED, stamp)]


def _open(project: Project, suggestion_id: int) -> Suggestion:
    suggestion = project.suggestion(suggestion_id)
    if suggestion.decision is not Decision.OPEN:
        raise UserError(f"The suggestion “{suggestion.text}” was already {suggestion.decision}.")
    return suggestion


def _decided(suggestion: Suggestion, decision: Decision, stamp: Stamp) -> Change:
    return Change(
        suggestion, replace(suggestion, decision=decision, decided_by=stamp.annotator, decided_at=stamp.at)
    )


def _relations(
    project: Project, suggestion: Suggestion, annotation: Annotation, mine: Sequence[Annotation], stamp: Stamp
) -> list[Change]:
    """The proposed relations whose other end is an annotation by now, whichever end proposes them."""
    suggested = {s.id: s for s in project.suggestions(suggestion.article_id, only_open=False)}
    places = {(a.label, a.start, a.end): a.id for a in mine}
    ids = {a.id for a in mine}

    def annotation_of(end: object) -> int | None:
        """The annotation an id stands for: itself, or what became of a suggestion."""
        if end == suggestion.id:
            return annotation.id
        other = suggested.get(end) if isinstance(end, int) else None
        if other is not None:
            return places.get((other.label, other.start, other.end))
        return end if isinstance(end, int) and end in ids else None

    made: list[Change] = []
    for proposer in suggested.values():
        for proposed in proposer.relations:
            ends = (proposed.get("from", proposer.id), proposed.get("to", proposer.id))
            source, target = map(annotation_of, ends)
            if suggestion.id in ends and source is not None and target is not None:
                relation = Relation(
                    id=new_id(),
                    article_id=suggestion.article_id,
                    annotator=stamp.annotator,
                    type=str(proposed["type"]),
                    source=source,
                    target=target,
                    created_at=stamp.at,
                )
                made.append(Change(None, relation))
    return made
