"""Decide on a suggestion: accept it as it is or edited, or reject it. The decision is kept."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.anchor import Span
from app.annotation import Annotation, Attributes, Relation
from app.changes import Change, Stamp
from app.commands.mark_empty import no_longer_empty
from app.commands.revise import SUGGESTER as REVISION
from app.commands.rules import anchored, known_label, superfluous, valid_attributes
from app.errors import UserError
from app.ids import new_id
from app.project import Project
from app.reanchoring import LOADED
from app.replacing import replace
from app.scheme import Scheme
from app.suggestion import Decision, Suggestion


@dataclass(frozen=True, slots=True)
class Around:
    """What is looked at to accept a suggestion; of one article, and read once for many."""

    scheme: Scheme
    text: str
    mine: Sequence[Annotation]
    """The annotator's annotations of the article."""
    related: Sequence[Relation]
    """The annotator's relations of the article."""
    suggested: Sequence[Suggestion]
    """The article's suggestions, the decided ones too."""

    def after(self, changes: Iterable[Change]) -> "Around":
        """What is around once these changes of suggestions, annotations and relations are made."""
        new = [change.after for change in changes]
        decided = {entity.id: entity for entity in new if isinstance(entity, Suggestion)}
        return replace(
            self,
            mine=[*self.mine, *(entity for entity in new if isinstance(entity, Annotation))],
            related=[*self.related, *(entity for entity in new if isinstance(entity, Relation))],
            suggested=[decided.get(suggestion.id, suggestion) for suggestion in self.suggested],
        )


def around(project: Project, article_id: int, annotator: str) -> Around:
    """Read it."""
    return Around(
        project.scheme(),
        project.text(article_id),
        project.annotations(article_id, annotator),
        project.relations(article_id, annotator),
        project.suggestions(article_id, only_open=False),
    )


def accept(
    project: Project,
    suggestion_id: int,
    stamp: Stamp,
    spans: Sequence[Span] | None = None,
    attributes: Attributes | None = None,
    seconds: float | None = None,
    *,
    alone: bool = False,
) -> list[Change]:
    """Return the changes: the decision, its annotation, and relations to what was accepted before.

    What it leads to is accepted with it, as it is proposed: a claim brings its speaker and its numbers. Not
    so `alone`, where somebody has marked the place without a look at what is proposed.
    Other `spans` or `attributes` than the suggestion's make it accepted with edits. Where the annotator
    has marked just this already, only the decision is kept. `seconds`: how long it was looked at.
    """
    suggestion = _open(project, suggestion_id)
    read = around(project, suggestion.article_id, stamp.annotator)
    accepted = _accepted if alone else accepted_with_partners
    changes = accepted(suggestion, read, stamp, spans, attributes, seconds)
    return [*changes, *no_longer_empty(project, *annotations_made(changes))]


def annotations_made(changes: Iterable[Change]) -> list[Annotation]:
    """The new annotations among the changes."""
    return [c.after for c in changes if c.before is None and isinstance(c.after, Annotation)]


def accepted_with_partners(
    suggestion: Suggestion,
    read: Around,
    stamp: Stamp,
    spans: Sequence[Span] | None = None,
    attributes: Attributes | None = None,
    seconds: float | None = None,
) -> list[Change]:
    """Return what `accept` does but for empty passages, which are looked at once for all that is accepted."""
    changes: list[Change] = []
    for partner in _partners(suggestion, read):
        made = _accepted(partner, read, stamp)
        changes += made
        read = read.after(made)
    return [*changes, *_accepted(suggestion, read, stamp, spans, attributes, seconds)]


def _partners(suggestion: Suggestion, read: Around) -> list[Suggestion]:
    """The open suggestions that its relations lead to, where the scheme has both label and relation.

    What was carried over from an earlier revision, or loaded, is not sure of its place: each is looked at by
    itself.
    """
    if suggestion.suggester in (REVISION, LOADED):
        return []
    wanted = {
        relation.get("to"): kind
        for relation in suggestion.relations
        if (kind := read.scheme.relation(str(relation["type"]))) is not None
    }
    return [
        other
        for other in read.suggested
        if other.decision is Decision.OPEN
        and (kind := wanted.get(other.id)) is not None
        and kind in read.scheme.relations_between(suggestion.label, other.label)
    ]


def _accepted(
    suggestion: Suggestion,
    read: Around,
    stamp: Stamp,
    spans: Sequence[Span] | None = None,
    attributes: Attributes | None = None,
    seconds: float | None = None,
) -> list[Change]:
    """The decision on this suggestion alone, its annotation, and what ties it to what is there."""
    label = known_label(read.scheme, suggestion.label)
    fragments = anchored(read.text, spans or [suggestion.fragment.span])
    given = suggestion.attributes if attributes is None else attributes
    values = valid_attributes(label, given, read.text)
    edited = fragments != (suggestion.fragment,) or values != suggestion.attributes
    decided = _decided(suggestion, Decision.EDITED if edited else Decision.ACCEPTED, stamp, seconds)
    if any(a.label == suggestion.label and a.fragments == fragments for a in read.mine):
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
    return [decided, Change(None, annotation), *_relations(suggestion, annotation, read, stamp)]


def _instead_of(suggestion: Suggestion, mine: Iterable[Annotation]) -> int | None:
    """What was marked in place of a suggestion that was edited: the first of its label that overlaps it."""
    if suggestion.decision is not Decision.EDITED:
        return None
    place = suggestion.fragment.span
    there = (a.id for a in mine if a.label == suggestion.label and any(place.overlaps(s) for s in a.spans))
    return next(there, None)


def outdone(suggestions: Iterable[Suggestion], marks: Iterable[Annotation], stamp: Stamp) -> list[Change]:
    """Return the decisions on open suggestions that new marks of their label overlap: accepted, but edited.

    Somebody has marked the same thing with another extent; it would go on being proposed beside it.
    """
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for mark in marks:
        spans[mark.label] += mark.spans
    return [
        _decided(suggestion, Decision.EDITED, stamp, None)
        for suggestion in suggestions
        if suggestion.decision is Decision.OPEN
        and any(suggestion.fragment.span.overlaps(span) for span in spans[suggestion.label])
    ]


def reject(project: Project, suggestion_id: int, stamp: Stamp, seconds: float | None = None) -> list[Change]:
    """Return the change that keeps the suggestion as rejected (a hard negative, not proposed again)."""
    return rejected(_open(project, suggestion_id), stamp, seconds)


def rejected(suggestion: Suggestion, stamp: Stamp, seconds: float | None = None) -> list[Change]:
    """Return what `reject` does, of an open suggestion."""
    return [_decided(suggestion, Decision.REJECTED, stamp, seconds)]


def _open(project: Project, suggestion_id: int) -> Suggestion:
    suggestion = project.suggestion(suggestion_id)
    if suggestion.decision is not Decision.OPEN:
        raise UserError(f"The suggestion “{suggestion.text}” was already {suggestion.decision}.")
    return suggestion


def _decided(suggestion: Suggestion, decision: Decision, stamp: Stamp, seconds: float | None) -> Change:
    looked_at = None if seconds is None else round(seconds, 2)
    decided = replace(
        suggestion,
        decision=decision,
        decided_by=stamp.annotator,
        decided_at=stamp.at,
        seconds=looked_at,
    )
    return Change(suggestion, decided)


def _relations(suggestion: Suggestion, annotation: Annotation, read: Around, stamp: Stamp) -> list[Change]:
    """The proposed relations whose other end is an annotation by now, whichever end proposes them.

    Not those the scheme does not have (any more), nor what the annotator has said already, or otherwise.
    """
    proposals = [
        (proposed, proposed.get("from", proposer.id), proposed.get("to", proposer.id))
        for proposer in read.suggested
        for proposed in proposer.relations
    ]
    concerned = [each for each in proposals if suggestion.id in each[1:]]
    if not concerned:
        return []
    suggested = {s.id: s for s in read.suggested}
    places = {(a.label, a.start, a.end): a.id for a in read.mine}
    labels = {a.id: a.label for a in (*read.mine, annotation)}
    there: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for related in read.related:
        there[related.type].add((related.source, related.target))

    def annotation_of(end: object) -> int | None:
        """The annotation an id stands for: itself, or what became of a suggestion."""
        if end == suggestion.id:
            return annotation.id
        other = suggested.get(end) if isinstance(end, int) else None
        if other is not None:
            return places.get(other.place) or _instead_of(other, read.mine)
        return end if isinstance(end, int) and end in labels else None

    made: list[Change] = []
    for proposed, *ends in concerned:
        source, target = map(annotation_of, ends)
        if source is None or target is None:
            continue
        kind = read.scheme.relation(str(proposed["type"]))
        if kind not in read.scheme.relations_between(labels[source], labels[target]):
            continue
        if kind is None or superfluous(kind, (source, target), there[kind.id]):
            continue
        there[kind.id].add((source, target))
        relation = Relation(
            id=new_id(),
            article_id=suggestion.article_id,
            annotator=stamp.annotator,
            type=kind.id,
            source=source,
            target=target,
            created_at=stamp.at,
        )
        made.append(Change(None, relation))
    return made
