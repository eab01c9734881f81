"""What is learned from, as values: phrases an annotator has decided on, and articles they have read."""

from dataclasses import dataclass, field

from app.anchor import Span
from app.annotation import Attributes


@dataclass(frozen=True, slots=True)
class Example:
    """A phrase the annotator has marked with a label, or has refused to."""

    label: str
    text: str
    """As it stood in an article."""
    accepts: int
    """How often it was marked: by hand, or by accepting a suggestion."""
    rejects: int = 0
    """How often a suggestion of it was rejected."""
    passed_over: int = 0
    """How often it stands unmarked in articles the annotator is done with."""
    attributes: Attributes = field(default_factory=dict)
    """On which all the marks agree. No places of an article are among them."""
    opening: bool = False
    """Whether it only ever began sentences, so that its capital need not be that of a name."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of text with a label: code points of its article, end exclusive."""

    label: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The offsets alone."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class TrainingArticle:
    """An article as one annotator has left it."""

    text: str
    """Canonical."""
    language: str
    """ISO 639-1 code; may be empty."""
    marks: tuple[Mark, ...]
    """Every fragment of every annotation: of one in pieces, each piece is learned as a mark of its own."""
    rejects: tuple[Mark, ...] = ()
    """What was suggested and rejected."""
    read: tuple[Span, ...] = ()
    """Passages in which what is not marked was read and left unmarked. Of an article that is not done these
    are few: what lies behind the last mark may just not have been reached. A sentence with a mark or a
    reject in it counts as read in any case."""
