"""Marks as tags of tokens (B: begins, I: goes on, O: outside) and back; one tag a token and layer.

BIO as in Ramshaw and Marcus, "Text Chunking using Transformation-Based Learning" (1995). Of marks of one
layer that lie on each other the longest is learned. Labels that often lie on each other (a claim and the
numbers in it) are learned apart, each in a layer of its own, so that neither hides the other. A mark across
sentences is learned sentence by sentence.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from app.suggesters.learning.examples import Mark, TrainingArticle
from app.suggesters.learning.features import Bounds

OUTSIDE = "O"
_BEGIN, _INSIDE = "B-", "I-"
# Two labels share a layer while at most this share of the rarer one's marks lies on marks of the other.
_RARELY = 0.05


def layers(articles: Iterable[TrainingArticle]) -> tuple[tuple[str, ...], ...]:
    """Return the labels that marks have, those together that hardly ever lie on each other.

    The commonest come first. A label that was only ever rejected is in none.
    """
    counts: Counter[str] = Counter()
    shared: Counter[frozenset[str]] = Counter()
    for article in articles:
        counts.update(mark.label for mark in article.marks)
        shared.update(_lying_on_each_other(article.marks))
    found: list[list[str]] = []
    for label in sorted(counts, key=lambda label: (-counts[label], label)):
        # Labels come commonest first: this one is the rarer of each pair.
        most = _RARELY * counts[label]
        home = next((known for known in found if all(shared[_pair(label, o)] <= most for o in known)), None)
        if home is None:
            found.append([label])
        else:
            home.append(label)
    return tuple(map(tuple, found))


def longest(marks: Iterable[Mark], labels: Collection[str]) -> list[Mark]:
    """Return the marks with these labels in order; of those that lie on each other only the longest."""
    kept: list[Mark] = []
    for mark in sorted(
        {mark for mark in marks if mark.label in labels}, key=lambda m: (m.start - m.end, m.start, m.label)
    ):
        if not any(_overlap(mark, other) for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


def tagged(bounds: Bounds, marks: Sequence[Mark]) -> list[str]:
    """Return the tag of each token; `marks` as `longest` gives them. A token partly marked is marked."""
    tags = [OUTSIDE] * len(bounds)
    for mark in marks:
        if mark.end <= bounds[0][0] or bounds[-1][1] <= mark.start:
            continue
        begun = False
        for at, (start, end) in enumerate(bounds):
            if start < mark.end and mark.start < end and tags[at] == OUTSIDE:
                tags[at] = (_INSIDE if begun else _BEGIN) + mark.label
                begun = True
    return tags


def read_off(bounds: Bounds, tags: Sequence[str]) -> Iterator[tuple[Mark, range]]:
    """Give what the tags mark, with the numbers of its tokens; what goes on without a beginning begins."""
    begin: int | None = None
    for at, tag in enumerate([*tags, OUTSIDE]):
        if begin is not None and tag != _INSIDE + tags[begin][2:]:
            mark = Mark(tags[begin][2:], bounds[begin][0], bounds[at - 1][1])
            yield mark, range(begin, at)
            begin = None
        if begin is None and tag != OUTSIDE:
            begin = at


def _lying_on_each_other(marks: Sequence[Mark]) -> Iterator[frozenset[str]]:
    """For each mark, the pairs of its label with rarer or commoner ones it shares a character with."""
    ordered = sorted(marks, key=lambda mark: mark.start)
    for at, mark in enumerate(ordered):
        pairs = set()
        for other in ordered[at + 1 :]:
            if other.start >= mark.end:
                break
            if other.label != mark.label:
                pairs.add(_pair(mark.label, other.label))
        yield from pairs


def _pair(label: str, other: str) -> frozenset[str]:
    return frozenset((label, other))


def _overlap(mark: Mark, other: Mark) -> bool:
    return mark.start < other.end and other.start < mark.end
