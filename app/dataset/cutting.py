"""Articles cut into segments, blocks or sentences, so that nothing marked is cut.

Pieces that one annotation, one suggestion, or the span in an attribute of either goes over stay together. A
passage read and empty is cut with its text: of each of its parts it holds as much that nothing is there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from app.anchor import Fragment, Span, anchor
from app.annotation import Annotation, Assessment, Attributes, EmptyPassage, Relation, is_span
from app.article import Block, Role
from app.dataset.record import Record, Segment
from app.losses import Fate, Tally
from app.replacing import replace
from app.suggestion import Suggestion
from app.tokens import sentences

Segmentation = Literal["article", "block", "sentence"]

APART = Fate("relations from one segment to another", "left out", True)
FURNITURE = Fate("segments of page furniture in which nothing is marked", "left out", True)
FATES = (APART, FURNITURE)
"""What cutting into segments costs, whatever the format."""

Bounds = tuple[int, int]
"""Start and end in code points; a bare pair, because a sentence-wise export makes very many."""


def cut(record: Record, segmentation: Segmentation, tally: Tally) -> Iterator[Record]:
    """Yield the segments of `record`, a whole article, in the order of the text; count what that costs."""
    cutting = _Cutting(record, _bounds(record, segmentation), tally)
    for number in range(len(cutting.bounds)):
        if cutting.is_mere_furniture(number):
            tally[FURNITURE.kind] += 1
        else:
            yield cutting.segment(number)


# ----------------------------------------------------------------------------------------------- bounds


def _bounds(record: Record, segmentation: Segmentation) -> list[Bounds]:
    """Where the segments are: blocks or sentences, those together that something marked goes over."""
    text = record.text
    blocks = [(block.start, block.end) for block in record.article.blocks]
    if not blocks and text.strip():
        blocks = [(0, len(text))]
    if segmentation == "sentence":
        pieces = [(span.start, span.end) for block in blocks for span in sentences(text, *block)]
    else:
        pieces = blocks
    united: list[Bounds] = []
    for start, end in sorted([*pieces, *_marked(record)]):
        if united and start < united[-1][1]:
            first, last = united[-1]
            united[-1] = first, max(last, end)
        else:
            united.append((start, end))
    return united


def _marked(record: Record) -> Iterator[Bounds]:
    """From the first to the last character of each marked thing, and of what its attributes point at."""
    everything: tuple[Annotation | Suggestion, ...] = (*record.annotations, *record.suggestions)
    for marked in everything:
        start, end = marked.start, marked.end
        for value in marked.attributes.values():
            if is_span(value):
                start, end = min(start, value["start"]), max(end, value["end"])
        yield start, end
    for said in record.assessments.values():
        for value in said.attributes.values():
            if is_span(value):
                yield value["start"], value["end"]


# --------------------------------------------------------------------------------------------- segments


class _Cutting:
    """An article dealt to its segments, by their numbers from 0."""

    def __init__(self, record: Record, bounds: list[Bounds], tally: Tally) -> None:
        self.bounds = bounds
        self._record = record
        self._tally = tally
        self._starts = [start for start, _ in bounds]
        self._ends = [end for _, end in bounds]
        self._home: dict[int, int] = {}
        """The segment of each annotation and suggestion, by its id."""
        self._annotations: list[list[Annotation]] = [[] for _ in bounds]
        self._suggestions: list[list[Suggestion]] = [[] for _ in bounds]
        self._relations: list[list[Relation]] = [[] for _ in bounds]
        self._passages: list[list[EmptyPassage]] = [[] for _ in bounds]
        self._blocks: list[list[Block]] = [[] for _ in bounds]
        self._deal()
        self._pointed_at = {
            self._at(value["start"])
            for said in record.assessments.values()
            for value in said.attributes.values()
            if is_span(value)
        }
        """Segments that an assessment of the article has a span in."""

    def _deal(self) -> None:
        record, home = self._record, self._home
        for annotation in record.annotations:
            home[annotation.id] = number = self._at(annotation.start)
            self._annotations[number].append(annotation)
        for relation in record.relations:
            number = home[relation.source]
            if number == home[relation.target]:
                self._relations[number].append(relation)
            else:
                self._tally[APART.kind] += 1
        for suggestion in record.suggestions:
            home[suggestion.id] = number = self._at(suggestion.start)
            self._suggestions[number].append(suggestion)
        for passage in record.empty_passages:
            for number in self._touched(passage.fragment.start, passage.fragment.end):
                self._passages[number].append(passage)
        for block in record.article.blocks:
            for number in self._touched(block.start, block.end):
                self._blocks[number].append(block)

    def _at(self, offset: int) -> int:
        """The segment that the character at `offset` is in."""
        return bisect_right(self._starts, offset) - 1

    def _touched(self, start: int, end: int) -> range:
        """The segments that have a character of `start`..`end`."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def is_mere_furniture(self, number: int) -> bool:
        """Tell whether all of it is page furniture, and nothing was marked or said of any of it."""
        blocks = self._blocks[number]
        said = self._annotations[number] or self._suggestions[number] or self._passages[number]
        if said or not blocks or number in self._pointed_at:
            return False
        return all(block.role is Role.BOILERPLATE for block in blocks)

    def segment(self, number: int) -> Record:
        """The segment as a record, with all offsets counted from its start."""
        record = self._record
        start, end = self.bounds[number]
        text = record.text[start:end]
        blocks = tuple(
            replace(block, start=max(block.start, start) - start, end=min(block.end, end) - start)
            for block in self._blocks[number]
        )
        return Record(
            article=replace(record.article, blocks=blocks, length=len(text)),
            text=text,
            annotations=tuple(_moved(a, text, start) for a in self._annotations[number]),
            relations=tuple(self._relations[number]),
            suggestions=tuple(self._moved_suggestion(s, text, start) for s in self._suggestions[number]),
            statuses=record.statuses,
            empty_passages=tuple(_part(p, text, start) for p in self._passages[number]),
            assessments=self._assessments(start, end),
            segment=Segment(number + 1, start, end),
        )

    def _moved_suggestion(self, suggestion: Suggestion, text: str, by: int) -> Suggestion:
        """The suggestion in its segment, without relations to what is in another one."""
        here = self._home[suggestion.id]
        relations = tuple(r for r in suggestion.relations if self._home.get(_other_end(r), here) == here)
        self._tally[APART.kind] += len(suggestion.relations) - len(relations)
        return replace(
            suggestion,
            fragment=_anchored(text, suggestion.fragment, by),
            attributes=_moved_spans(suggestion.attributes, by),
            relations=relations,
        )

    def _assessments(self, start: int, end: int) -> Mapping[str, Assessment]:
        """What is said of the whole article, of whose spans those in the segment."""
        if not self._pointed_at:
            return self._record.assessments
        return {
            annotator: replace(said, attributes=_moved_spans(_within(said.attributes, start, end), start))
            for annotator, said in self._record.assessments.items()
        }


def _other_end(relation: Mapping[str, Any]) -> int:
    """The id that a suggestion's relation goes to or comes from."""
    return int(relation["to"] if "to" in relation else relation["from"])


def _moved(annotation: Annotation, text: str, by: int) -> Annotation:
    fragments = tuple([_anchored(text, fragment, by) for fragment in annotation.fragments])
    return replace(annotation, fragments=fragments, attributes=_moved_spans(annotation.attributes, by))


def _moved_spans(attributes: Attributes, by: int) -> Attributes:
    if not any(is_span(value) for value in attributes.values()):
        return attributes
    return {
        name: {**value, "start": value["start"] - by, "end": value["end"] - by} if is_span(value) else value
        for name, value in attributes.items()
    }


def _within(attributes: Attributes, start: int, end: int) -> Attributes:
    """The attributes without spans that lie outside `start`..`end`."""
    return {
        name: value
        for name, value in attributes.items()
        if not is_span(value) or start <= value["start"] < end
    }


def _anchored(text: str, fragment: Fragment, by: int) -> Fragment:
    return anchor(text, Span(fragment.start - by, fragment.end - by))


def _part(passage: EmptyPassage, text: str, by: int) -> EmptyPassage:
    """As much of the passage as is in the segment."""
    start, end = max(passage.fragment.start - by, 0), min(passage.fragment.end - by, len(text))
    return replace(passage, fragment=anchor(text, Span(start, end)))
