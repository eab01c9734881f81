"""JSON lines back in, the native format: what `app.exporters.native` writes, one article a line."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct, field

from app.anchor import Span
from app.annotation import Status
from app.errors import UserError
from app.exporters.native import SCHEMA_VERSION
from app.readers import bounded
from app.readers.loaded import (
    Link,
    LoadedArticle,
    LoadedBlock,
    Mark,
    Nothing,
    Piece,
    Proposed,
    Said,
)
from app.readers.reader import EMPTY, Reader
from app.suggestion import Decision

_ABOUT = (
    *("title", "site", "url", "published", "authors", "language", "source_path", "media_type", "encoding"),
    *("snapshot_sha256", "imported_at"),
)


def read(path: Path) -> Iterator[LoadedArticle]:
    """Yield the article, or the segment of one, of each line. UserError: see `Reader.read`."""
    for where, record in _records(path):
        yield _article(where, record)


def check(path: Path) -> Iterator[str]:
    """Yield each line that is a record, by its number. UserError: as `read`."""
    return (where for where, _ in _records(path))


def article_of(path: Path, where: str, record: Mapping[str, Any]) -> LoadedArticle:
    """Return the article of a record that stands in a file of another format. UserError: it is none."""
    try:
        return _article(where, _of_now(path, where, msgspec.convert(record, _Record)))
    except msgspec.ValidationError as error:
        cause = f"its native record is damaged ({bounded.in_words(error)})"
        raise bounded.trouble(path, where, cause) from None


def _records(path: Path) -> Iterator[tuple[str, "_Record"]]:
    for where, line in bounded.lines(path):
        yield where, _of_now(path, where, bounded.decoded(path, where, line, _RECORDS))


def _of_now(path: Path, where: str, record: "_Record") -> "_Record":
    """The record. UserError: it is of a later version of the format."""
    if record.schema_version != SCHEMA_VERSION:
        raise UserError(
            f"“{path}”, {where} was written by a newer Pressmark (format {record.schema_version}, "
            f"this one reads {SCHEMA_VERSION})."
        )
    return record


# --------------------------------------------------------------------------------------- what a line holds

_Attributes: TypeAlias = dict[str, Any]


class _Fragment(Struct, gc=False):
    start: int
    end: int
    text: str
    prefix: str = ""
    suffix: str = ""


class _Annotation(Struct, gc=False):
    id: int
    annotator: str
    label: str
    fragments: list[_Fragment]
    attributes: _Attributes = field(default_factory=dict)
    confidence: float | None = None
    note: str = ""
    origin: str = ""
    created_at: str = ""


class _Relation(Struct, gc=False):
    id: int
    annotator: str
    type: str
    source: int
    target: int
    created_at: str = ""


class _EmptyPassage(Struct, gc=False):
    id: int
    annotator: str
    start: int
    end: int
    text: str
    prefix: str = ""
    suffix: str = ""
    created_at: str = ""


class _Suggestion(Struct, gc=False):
    id: int
    label: str
    start: int
    end: int
    text: str
    score: float
    suggester: str
    prefix: str = ""
    suffix: str = ""
    rule: str = ""
    attributes: _Attributes = field(default_factory=dict)
    relations: list[dict[str, Any]] = field(default_factory=list)
    decision: Decision = Decision.OPEN
    decided_by: str = ""
    decided_at: str = ""
    seconds: float | None = None


class _Assessment(Struct, gc=False):
    attributes: _Attributes = field(default_factory=dict)
    flagged: bool = False
    note: str = ""


class _Block(Struct, gc=False):
    start: int
    end: int
    role: str
    reason: str = ""


class _Article(Struct, gc=False):
    id: int
    text_sha256: str
    title: str = ""
    site: str = ""
    url: str = ""
    published: str | None = None
    authors: list[str] = field(default_factory=list)
    language: str = ""
    source_path: str = ""
    media_type: str = ""
    encoding: str = ""
    snapshot_sha256: str = ""
    imported_at: str = ""
    blocks: list[_Block] = field(default_factory=list)


class _Segment(Struct, gc=False):
    start: int


class _Record(Struct):
    schema_version: int
    article: _Article
    text: str
    statuses: dict[str, Status]
    annotations: list[_Annotation]
    relations: list[_Relation]
    empty_passages: list[_EmptyPassage] = field(default_factory=list)
    assessments: dict[str, _Assessment] = field(default_factory=dict)
    suggestions: list[_Suggestion] = field(default_factory=list)
    segment: _Segment | None = None


_RECORDS = msgspec.json.Decoder(_Record)


# --------------------------------------------------------------------------------- what a reader makes of it


def _article(where: str, record: _Record) -> LoadedArticle:
    left: Counter[str] = Counter()
    marks = [_mark(annotation, left) for annotation in record.annotations]
    marks += [_proposed(suggestion, left) for suggestion in record.suggestions]
    article = record.article
    return LoadedArticle(
        where=where,
        text=record.text,
        marks=tuple(mark for mark in marks if mark is not None),
        links=(*_links(record.relations), *_proposed_links(record.suggestions)),
        statuses=record.statuses,
        nothing=tuple(_nothing(record.empty_passages, left)),
        said={
            name: Said(said.attributes, said.flagged, said.note) for name, said in record.assessments.items()
        },
        article_id=article.id,
        text_sha256=article.text_sha256,
        about={name: getattr(article, name) for name in _ABOUT},
        blocks=tuple(LoadedBlock(b.start, b.end, b.role, b.reason) for b in article.blocks),
        segment_start=None if record.segment is None else record.segment.start,
        left=left,
    )


def _mark(annotation: _Annotation, left: Counter[str]) -> Mark | None:
    try:
        pieces = tuple(
            [Piece(Span(f.start, f.end), f.text, f.prefix, f.suffix) for f in annotation.fragments]
        )
    except ValueError:
        pieces = ()
    if not pieces:
        left[EMPTY] += 1
        return None
    return Mark(
        str(annotation.id),
        annotation.label,
        pieces,
        annotation.attributes,
        annotation.annotator,
        annotation.confidence,
        annotation.note,
        annotation.origin,
        annotation.created_at,
        None,
        annotation.id,
    )


def _proposed(suggestion: _Suggestion, left: Counter[str]) -> Mark | None:
    if not 0 <= suggestion.start < suggestion.end:
        left[EMPTY] += 1
        return None
    return Mark(
        id=_suggestion_name(suggestion.id),
        label=suggestion.label,
        pieces=(_piece(suggestion),),
        attributes=suggestion.attributes,
        proposal=Proposed(
            suggester=suggestion.suggester,
            score=suggestion.score,
            rule=suggestion.rule,
            decision=suggestion.decision,
            decided_by=suggestion.decided_by,
            decided_at=suggestion.decided_at,
            seconds=suggestion.seconds,
        ),
        native_id=suggestion.id,
    )


def _piece(thing: _Suggestion | _EmptyPassage) -> Piece:
    return Piece(Span(thing.start, thing.end), thing.text, thing.prefix, thing.suffix)


def _suggestion_name(suggestion_id: int) -> str:
    """What links call it: annotations have numbers of their own."""
    return f"suggestion-{suggestion_id}"


def _links(relations: Sequence[_Relation]) -> list[Link]:
    return [Link(r.type, str(r.source), str(r.target), r.annotator, r.created_at, r.id) for r in relations]


def _proposed_links(suggestions: Sequence[_Suggestion]) -> Iterator[Link]:
    """The relations that suggestions propose, to one another or to annotations."""
    known = {suggestion.id for suggestion in suggestions}
    for suggestion in suggestions:
        for proposed in suggestion.relations:
            ends = (
                _end(proposed, "from", suggestion.id, known),
                _end(proposed, "to", suggestion.id, known),
            )
            yield Link(str(proposed.get("type", "")), *ends)


def _end(proposed: Mapping[str, Any], side: str, own: int, suggestions: set[int]) -> str:
    """What is at one side of a proposed relation; the suggestion itself where it does not say."""
    end = proposed.get(side, own)
    return _suggestion_name(end) if end in suggestions else str(end)


def _nothing(passages: Sequence[_EmptyPassage], left: Counter[str]) -> Iterator[Nothing]:
    for passage in passages:
        if 0 <= passage.start < passage.end:
            yield Nothing(_piece(passage), passage.annotator, passage.created_at, passage.id)
        else:
            left[EMPTY] += 1


READER = Reader(
    name="jsonl",
    title="JSON lines, native",
    reads="a file, as `jsonl` and `jsonl-utf16` write it: whole articles or segments of them",
    takes="everything: annotations with fragments, attributes, confidence, notes, origin and dates, "
    "relations, statuses, passages read and empty, what was said of the article as a whole, suggestions with "
    "their decisions; ids where they are free; of new articles the text, its blocks with roles and what is "
    "known of them",
    leaves="UTF-16 offsets (those in code points count); the saved original of a new article, which is not "
    "in the file: its text takes that place",
    read=read,
    check=check,
)
