"""What annotators make: annotations, relations, passages read and empty, and what they say of an article."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from app.anchor import Fragment, Span

# Attribute values are what JSON holds: str, int, float, bool, or a span inside the article as
# {"start": 12, "end": 17, "text": "около"}. The scheme says which attribute takes which.
Attributes = Mapping[str, Any]

_SPAN_KEYS = frozenset({"start", "end", "text"})


def is_span(value: object) -> bool:
    """Tell whether an attribute's value is a span of the article: `{"start", "end", "text"}`."""
    if isinstance(value, str | int | float):  # most are, and an abstract class is asked slowly
        return False
    return isinstance(value, Mapping) and value.keys() >= _SPAN_KEYS


class Annotation(Struct, frozen=True, gc=False):
    """One marked thing: a label on one or more fragments of an article, by one annotator."""

    id: int
    article_id: int
    annotator: str
    label: str
    """Label id of the scheme (`claim`), which stays when the label is renamed."""
    fragments: tuple[Fragment, ...]
    """In text order, not overlapping; at least one."""
    attributes: Attributes = field(default_factory=dict)
    confidence: float | None = None
    """0 to 1, the annotator's own; None where not given."""
    note: str = ""
    origin: str = ""
    """The suggester it was accepted from ("numbers"); empty where marked by hand."""
    created_at: str = ""
    """ISO 8601 date-time in UTC."""

    @property
    def start(self) -> int:
        """Code point where the first fragment begins."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Code point after the last fragment."""
        return self.fragments[-1].end

    @property
    def spans(self) -> tuple[Span, ...]:
        """The offsets of the fragments."""
        return tuple(fragment.span for fragment in self.fragments)

    @property
    def text(self) -> str:
        """The marked text, fragments joined by " … "."""
        return " … ".join(fragment.quote.exact for fragment in self.fragments)


class Relation(Struct, frozen=True, gc=False):
    """A typed, directed relation from one annotation to another of the same article."""

    id: int
    article_id: int
    annotator: str
    type: str
    """Relation id of the scheme (`said_by`)."""
    source: int
    """Id of the annotation it goes from."""
    target: int
    """Id of the annotation it goes to."""
    created_at: str = ""


class Status(StrEnum):
    """How far an annotator is with an article."""

    TODO = "todo"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    SKIPPED = "skipped"


class ArticleStatus(Struct, frozen=True, gc=False):
    """The status one annotator gives one article. An article without one is to do."""

    article_id: int
    annotator: str
    status: Status


class EmptyPassage(Struct, frozen=True, gc=False):
    """A passage an annotator has read and found nothing in: "nothing here" is data, not absence."""

    id: int
    article_id: int
    annotator: str
    fragment: Fragment
    created_at: str = ""


class Assessment(Struct, frozen=True, gc=False):
    """What one annotator says of an article as a whole. An article without one has nothing said of it."""

    article_id: int
    annotator: str
    attributes: Attributes = field(default_factory=dict)
    """By the attributes the scheme has for articles (`topic`, `genre`, `verdict`)."""
    flagged: bool = False
    """Whether to come back to it."""
    note: str = ""
