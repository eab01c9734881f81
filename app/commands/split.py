"""Split an annotation in two or more: one claim that turns out to be several."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from app.anchor import Fragment, Span, anchor
from app.annotation import Annotation, Relation
from app.changes import Change, Stamp
from app.commands.rules import trimmed
from app.errors import UserError
from app.ids import new_id
from app.project import Project
from app.replacing import replace
from app.scheme import Scheme


def split(project: Project, annotation_id: int, offsets: Collection[int], stamp: Stamp) -> list[Change]:
    """Return the changes that cut the annotation at these code points into parts, each an annotation.

    The first part keeps id, note and relations; every part has the attributes and the confidence. What the
    whole went out to is also every part's (both claims have its speaker), but what lies inside a part
    (a claim's number) belongs to that part alone.

    UserError: no offset is inside the annotation, or nothing but white space lies on one side of it.
    """
    before = project.annotation(annotation_id)
    text = project.text(before.article_id)
    parts = _parts(text, before.spans, sorted(offsets))
    if len(parts) < 2:
        raise UserError("An annotation is split at the caret: put it inside, between two words.")
    first = replace(before, fragments=parts[0])
    others = [
        replace(before, id=new_id(), fragments=part, note="", created_at=stamp.at) for part in parts[1:]
    ]
    relations = _relations(project, before, [first, *others], stamp)
    return [Change(before, first), *(Change(None, other) for other in others), *relations]


def _parts(text: str, spans: Sequence[Span], offsets: Sequence[int]) -> list[tuple[Fragment, ...]]:
    """The fragments of each part that is not empty, in text order."""
    bounds = [0, *offsets, len(text)]
    parts: list[tuple[Fragment, ...]] = []
    for low, high in pairwise(bounds):
        cut = [trimmed(text, max(span.start, low), min(span.end, high)) for span in spans]
        part = tuple(anchor(text, span) for span in cut if span is not None)
        if part:
            parts.append(part)
    return parts


def _relations(
    project: Project, before: Annotation, parts: Sequence[Annotation], stamp: Stamp
) -> list[Change]:
    """The changes that give each part the relations it is to have; those of the first stay as they are."""
    scheme = project.scheme()
    mine = project.annotations(before.article_id, before.annotator)
    there = {annotation.id: annotation for annotation in mine}
    changes: list[Change] = []
    for relation in project.relations(before.article_id, before.annotator):
        if before.id not in (relation.source, relation.target):
            continue
        other = there.get(relation.target if relation.source == before.id else relation.source)
        home = next((n for n, part in enumerate(parts) if other and _holds(part, other)), None)
        if home is not None and home > 0:
            changes += [Change(relation, None), _for_part(relation, before.id, parts[home], stamp)]
        elif home is None and _goes_out(scheme, relation, before.id):
            changes += [_for_part(relation, before.id, part, stamp) for part in parts[1:]]
    return changes


def _holds(part: Annotation, other: Annotation) -> bool:
    """Tell whether `other` lies wholly in the fragments of the part."""
    return all(any(own.contains(span) for own in part.spans) for span in other.spans)


def _goes_out(scheme: Scheme, relation: Relation, annotation_id: int) -> bool:
    kind = scheme.relation(relation.type)
    return relation.source == annotation_id and kind is not None and not kind.symmetric


def _for_part(relation: Relation, annotation_id: int, part: Annotation, stamp: Stamp) -> Change:
    """The change that makes the same relation for a part."""
    source, target = (part.id if end == annotation_id else end for end in (relation.source, relation.target))
    return Change(None, replace(relation, id=new_id(), source=source, target=target, created_at=stamp.at))
