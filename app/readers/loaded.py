"""What a reader gives: what another tool says of one text, before it is known which article that is.

A reader turns a file into these values and nothing else: it knows neither project nor scheme. `placing`
finds the article and checks every quote; `app.commands.load` turns what was placed into changes.
"""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from app.anchor import Span
from app.annotation import Attributes, Status


class Piece(Struct, frozen=True, gc=False):
    """A stretch of the text as the file gives it."""

    span: Span | None
    """Code points of `LoadedArticle.text`; readers convert from other units. May end after it, where the file
    was made from another text; where the file holds no text it counts that of the article, as far as is
    known. None where the file has the quote alone (W3C): it is found by `exact`, `prefix` and `suffix`."""
    exact: str | None = None
    """What the file says is there; None where it does not say, which never is so where `span` is None."""
    prefix: str = ""
    suffix: str = ""
    """What it says stands before and after; empty where it does not say."""


def number_of(value: object) -> float | None:
    """Return what a file gives as a score or a confidence; None where it is no number.

    One that is not from 0 to 1 goes along: `app.commands.load` lists it.
    """
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


class Mark(Struct, frozen=True, gc=False):
    """One marked thing, by a person, or proposed by a machine."""

    id: str
    """As the file calls it; what `Link` refers to. No two of an article are equal."""
    label: str
    pieces: tuple[Piece, ...]
    """In text order; at least one."""
    attributes: Attributes = field(default_factory=dict)
    """Those with a span as value count code points of the text too. Formats that know strings only (brat's A
    lines, UIMA's features) give strings: "37" where the scheme has a number."""
    annotator: str = ""
    """Empty where the file does not say."""
    confidence: float | None = None
    note: str = ""
    origin: str = ""
    """The suggester it was accepted from; empty where marked by hand or unknown."""
    created_at: str = ""
    """ISO 8601; empty where the file does not say."""
    proposal: "Proposed | None" = None
    """Set where it is a prediction: it becomes a suggestion."""
    native_id: int | None = None
    """Its id in the project it was exported from, kept where that is free; None: not from Pressmark."""


class Proposed(Struct, frozen=True, gc=False):
    """What a file says of a prediction."""

    suggester: str = ""
    """The model, as the file names it."""
    score: float | None = None
    """0 to 1; None where the file does not say."""
    rule: str = ""
    decision: str = "open"
    """A value of `app.suggestion.Decision`."""
    decided_by: str = ""
    decided_at: str = ""
    seconds: float | None = None


class Link(Struct, frozen=True, gc=False):
    """A relation from one mark to another of the same article."""

    type: str
    source: str
    target: str
    """Ids of marks."""
    annotator: str = ""
    """Empty: that of its source."""
    created_at: str = ""
    native_id: int | None = None
    """As that of `Mark`."""


class Nothing(Struct, frozen=True, gc=False):
    """A passage read and empty."""

    piece: Piece
    annotator: str = ""
    created_at: str = ""
    native_id: int | None = None
    """As that of `Mark`. Passages of one id that only white space parts are one: exports cut them."""


class Said(Struct, frozen=True, gc=False):
    """What an annotator says of the article as a whole."""

    attributes: Attributes = field(default_factory=dict)
    flagged: bool = False
    note: str = ""


class LoadedBlock(Struct, frozen=True, gc=False):
    """A block with its role, in code points of the text."""

    start: int
    end: int
    role: str
    reason: str = ""


class LoadedArticle(Struct, frozen=True):
    """What a file holds of one text."""

    where: str
    """Where in the file it is, to be named in a sentence: "line 12", "task 41", "41.ann"."""
    text: str | None
    """As the other tool has it, character by character; None where the file holds no text."""
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    statuses: Mapping[str, Status] = field(default_factory=dict)
    """By annotator; "" is the one who loads."""
    nothing: tuple[Nothing, ...] = ()
    said: Mapping[str, Said] = field(default_factory=dict)
    """By annotator; "" is the one who loads."""
    article_id: int | None = None
    text_sha256: str = ""
    """What the file says of the Pressmark article it was made from: both help to find it, none is trusted."""
    about: Mapping[str, Any] = field(default_factory=dict)
    """What else is known of the article, by the field names of `app.article.Article` (`title`, `site`, `url`,
    `published`, `authors`, `language`, ...): for a text the project does not have yet."""
    blocks: tuple[LoadedBlock, ...] = ()
    segment_start: int | None = None
    """Where `text` begins in the canonical text, if the record is a segment of it; None: it is the whole."""
    left: Mapping[str, int] = field(default_factory=dict)
    """What the reader itself could not take, counted by a sentence part that says what and why:
    {"relations between relations, which Pressmark does not have": 2}."""
