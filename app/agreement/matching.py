"""Which annotation of one annotator is which of another's, and where each has marked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from app.anchor import Span
from app.annotation import Annotation


def matched(
    first: Sequence[Annotation], second: Sequence[Annotation]
) -> tuple[list[tuple[Annotation, Annotation]], int]:
    """Pair the annotations of two sets of one label one to one, and say how many pairs are exact.

    Exact ones, with the same fragments, go first and stand first in the answer; then those that share
    most of their characters (in proportion to what either covers), the earlier first. An annotation that
    shares no character with a free one of the other set stays alone.
    """
    shares = [
        (_share(one, other), one, other)
        for one in first
        for other in second
        if one.start < other.end and other.start < one.end
    ]
    shares.sort(key=lambda found: (-found[0], found[1].start, found[1].id, found[2].start, found[2].id))
    pairs: list[tuple[Annotation, Annotation]] = []
    taken: set[int] = set()
    exact = 0
    for share, one, other in shares:
        if share and one.id not in taken and other.id not in taken:
            taken |= {one.id, other.id}
            pairs.append((one, other))
            exact += share == 1.0
    return pairs, exact


def stretches(sets: Sequence[Sequence[Span]], length: int) -> Counter[tuple[int, int]]:
    """Count the characters of a text by how many annotators marked them: `(marked, annotators)`.

    `sets` are the spans each annotator marked, an empty one for who found nothing.
    """
    steps: Counter[int] = Counter()
    for spans in sets:
        for span in _united(spans):
            steps[span.start] += 1
            steps[span.end] -= 1
    found: Counter[tuple[int, int]] = Counter()
    marked = last = 0
    for place in sorted(steps):
        found[marked, len(sets)] += place - last
        marked, last = marked + steps[place], place
    found[marked, len(sets)] += length - last
    return found


def by_label(annotations: Iterable[Annotation]) -> Mapping[str, list[Annotation]]:
    """Return the annotations by their labels."""
    found: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        found.setdefault(annotation.label, []).append(annotation)
    return found


def _share(one: Annotation, other: Annotation) -> float:
    """How much of what either covers both cover, 0 to 1; 1 only for the very same fragments."""
    if one.spans == other.spans:
        return 1.0
    common = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.fragments for b in other.fragments
    )
    covered = _size(one) + _size(other) - common
    # Touching fragments may cover the same characters cut otherwise, which is not exact.
    return min(common / covered, 1 - 2**-52)


def _size(annotation: Annotation) -> int:
    return sum(fragment.end - fragment.start for fragment in annotation.fragments)


def _united(spans: Iterable[Span]) -> list[Span]:
    """The stretches the spans cover, in order, none touching another's characters."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united
