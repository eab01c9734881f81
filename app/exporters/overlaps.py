"""Which annotations share text with others, for formats in which a character has one label at most."""

from collections.abc import Iterable

from app.annotation import Annotation


def overlapping(annotations: Iterable[Annotation]) -> tuple[set[int], set[int]]:
    """Return the ids of annotations that cross another, and of those that hold another or lie in it.

    Fragments are compared, so that a number in the gap of a discontinuous claim is in neither set. An
    annotation that crosses one and nests with another is in both.
    """
    pieces = sorted(
        (fragment.start, -fragment.end, annotation.id)
        for annotation in annotations
        for fragment in annotation.fragments
    )
    crossing: set[int] = set()
    nested: set[int] = set()
    running: list[tuple[int, int]] = []
    for start, negative_end, owner in pieces:
        end = -negative_end
        running = [(e, o) for e, o in running if e > start]
        for other_end, other in running:
            if other != owner:
                # The other began at or before this one, so it holds this one if it ends no sooner.
                (nested if other_end >= end else crossing).update((owner, other))
        running.append((end, owner))
    return crossing, nested
