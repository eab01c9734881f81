"""What leaves of one article, or of a segment of one: a record."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.annotation import Annotation, Assessment, EmptyPassage, Relation, Status
from app.article import Article
from app.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class Segment:
    """Which piece of its article a record is."""

    number: int
    """1, 2, 3 ... in the article, those counted that were left out."""
    start: int
    """Code point of the canonical text where it begins."""
    end: int
    """Code point after it."""


@dataclass(frozen=True, slots=True)
class Record:
    """One article as it leaves, or one segment of it, with everything selected of it."""

    article: Article
    """Of a segment: the whole article's, but with `length` and `blocks` of the segment."""
    text: str
    """Canonical text, or the segment's piece of it; every offset counts code points of this text."""
    annotations: tuple[Annotation, ...]
    """By start, then longest first, then id."""
    relations: tuple[Relation, ...] = ()
    """Oldest first, then by id; only those with both ends among `annotations`."""
    suggestions: tuple[Suggestion, ...] = ()
    """By start, then longest first, then id."""
    statuses: Mapping[str, Status] = field(default_factory=dict)
    """By annotator, of those whose sets were taken (an empty set too: read, and nothing found)."""
    empty_passages: tuple[EmptyPassage, ...] = ()
    """By start, then id, of those whose sets were taken; whatever labels were selected."""
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    """By annotator, of those whose sets were taken."""
    segment: Segment | None = None
    """None where the record is the whole article."""

    @property
    def key(self) -> str:
        """What no other record of the dataset is called: "41", or "41-3" for its third segment."""
        return str(self.article.id) if self.segment is None else f"{self.article.id}-{self.segment.number}"
