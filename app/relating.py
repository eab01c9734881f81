"""What an annotation is most likely to be related to, nearest first: what the digits after R stand for."""

from collections.abc import Iterable, Sequence

from app.annotation import Annotation, Relation
from app.scheme import Scheme

# Digits 1 to 9.
MOST_CANDIDATES = 9


def candidates(
    scheme: Scheme, source: Annotation, annotations: Iterable[Annotation], relations: Iterable[Relation] = ()
) -> list[Annotation]:
    """Return up to nine annotations `source` may be related to, the likeliest first.

    First those of another label outside it (a claim's speaker stands before or after it), by distance
    in code points; then what lies inside it (a claim's numbers), in text order. Annotations of the same
    label come only where there is no other, and what is related to already comes last.
    """
    related = {relation.target for relation in relations if relation.source == source.id}
    possible = [
        other
        for other in annotations
        if other.id != source.id and scheme.relations_between(source.label, other.label)
    ]
    if any(other.label != source.label for other in possible):
        possible = [other for other in possible if other.label != source.label]
    ordered = sorted(
        possible,
        key=lambda other: (
            other.id in related,
            _inside(source, other),
            _distance(source, other),
            other.start,
        ),
    )
    return ordered[:MOST_CANDIDATES]


def relation_for(scheme: Scheme, source: Annotation, target: Annotation) -> str | None:
    """Id of the first relation the scheme allows from `source` to `target`; None if it allows none."""
    allowed: Sequence[str] = [r.id for r in scheme.relations_between(source.label, target.label)]
    return allowed[0] if allowed else None


def _inside(source: Annotation, other: Annotation) -> bool:
    return source.start <= other.start and other.end <= source.end


def _distance(source: Annotation, other: Annotation) -> int:
    """Code points between the two; 0 where they touch or overlap."""
    return max(0, other.start - source.end, source.start - other.end)
