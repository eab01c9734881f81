"""What an annotation is most likely to be related to, nearest first: what the digits after R stand for."""

from collections.abc import Iterable

from app.annotation import Annotation, Relation
from app.scheme import RelationType, Scheme

# Digits 1 to 9.
MOST_CANDIDATES = 9

Ends = tuple[str, int, int]
"""Id of a relation type, and the ids of the annotations it goes from and to."""


def candidates(
    scheme: Scheme,
    here: Annotation,
    annotations: Iterable[Annotation],
    relations: Iterable[Relation] = (),
    relation_id: str = "",
) -> list[Annotation]:
    """Return up to nine annotations that `here` may be related to, from it or to it, the likeliest first.

    By any relation of the scheme, or only by `relation_id`.

    First those of another label outside it (a claim's speaker stands before or after it; a speaker's or a
    number's claim, likewise), by distance in code points; then what lies inside it (a claim's numbers), in
    text order. Of several that `here` lies in the innermost comes first. Annotations of the same label
    come only where there is no other. What has its one relation of this kind already (a claim that
    somebody else said) comes after the rest, and what is related to `here` already last.
    """
    known = list(relations)
    related = {r.target for r in known if r.source == here.id} | {
        r.source for r in known if r.target == here.id
    }
    owners = {(relation.type, relation.source) for relation in known}
    kinds = {label.id: _between(scheme, here.label, label.id, relation_id) for label in scheme.labels}
    possible = [other for other in annotations if other.id != here.id and kinds.get(other.label)]
    if any(other.label != here.label for other in possible):
        possible = [other for other in possible if other.label != here.label]

    def likeliness(other: Annotation) -> tuple[bool, bool, bool, int, int, int]:
        kind, outgoing = kinds[other.label] or (None, True)
        taken = kind is not None and kind.single and not outgoing and (kind.id, other.id) in owners
        around = other.end - other.start if _inside(other, here) else 0
        distance = _distance(here, other)
        return other.id in related, taken, _inside(here, other), distance, around, other.start

    return sorted(possible, key=likeliness)[:MOST_CANDIDATES]


def kinds_of(scheme: Scheme, here: Annotation, annotations: Iterable[Annotation]) -> list[RelationType]:
    """The relations there may be between `here` and one of the others, in the scheme's order."""
    labels = {other.label for other in annotations if other.id != here.id}
    return [
        kind
        for kind in scheme.relations
        if any(_between(scheme, here.label, label, kind.id) for label in labels)
    ]


def relation_between(
    scheme: Scheme, here: Annotation, other: Annotation, relation_id: str = ""
) -> Ends | None:
    """The first relation the scheme allows from `here` to `other`, else the other way; None: none.

    Where `relation_id` is given, no other relation will do.
    """
    found = _between(scheme, here.label, other.label, relation_id)
    if found is None:
        return None
    kind, outgoing = found
    return (kind.id, here.id, other.id) if outgoing else (kind.id, other.id, here.id)


def _between(
    scheme: Scheme, here: str, other: str, relation_id: str = ""
) -> tuple[RelationType, bool] | None:
    """The first relation type between two labels, and whether it goes out from `here`; None: none."""
    for source, target, outgoing in ((here, other, True), (other, here, False)):
        for kind in scheme.relations_between(source, target):
            if relation_id in ("", kind.id):
                return kind, outgoing
    return None


def _inside(here: Annotation, other: Annotation) -> bool:
    """Tell whether `other` lies inside `here`."""
    return here.start <= other.start and other.end <= here.end


def _distance(here: Annotation, other: Annotation) -> int:
    """Code points between the two; 0 where they touch or overlap."""
    return max(0, other.start - here.end, here.start - other.end)
