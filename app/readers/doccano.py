"""doccano's JSON lines back in: `label` with triples, or entities with relations; offsets in code points.

After the formats JSONL and JSONL(Relation) of https://doccano.github.io/doccano/. A file does not say who has
marked what: doccano exports one for each user.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from app.anchor import Span
from app.readers import bounded
from app.readers.loaded import Link, LoadedArticle, Mark, Piece
from app.readers.reader import EMPTY, Reader

_OF_ARTICLE = "labels of whole articles"


def read(path: Path) -> Iterator[LoadedArticle]:
    """Yield the article of each line. UserError: see `Reader.read`."""
    for where, line in _lines(path):
        yield _article(where, line)


def check(path: Path) -> Iterator[str]:
    """Yield each line that is one, by its number. UserError: as `read`."""
    return (where for where, _ in _lines(path))


def _lines(path: Path) -> Iterator[tuple[str, "_Line"]]:
    for where, line in bounded.lines(path):
        yield where, bounded.decoded(path, where, line, _LINES)


class _Entity(Struct, gc=False):
    id: int
    label: str
    start_offset: int
    end_offset: int


class _Relation(Struct, gc=False):
    from_id: int
    to_id: int
    type: str


class _Line(Struct):
    text: str
    id: int | str | None = None
    label: list[Any] | None = None
    labels: list[Any] | None = None
    entities: list[_Entity] = field(default_factory=list)
    relations: list[_Relation] = field(default_factory=list)
    cats: list[str] = field(default_factory=list)
    # Metadata may be anything.
    title: Any = None
    site: Any = None
    url: Any = None
    published: Any = None
    language: Any = None
    text_sha256: Any = None
    article: Any = None
    segment_start: Any = None


_LINES = msgspec.json.Decoder(_Line)


def _article(where: str, line: _Line) -> LoadedArticle:
    left: Counter[str] = Counter()
    marks = [*_marks(line.entities, left), *_triples([*(line.label or ()), *(line.labels or ())], left)]
    if line.cats:
        left[_OF_ARTICLE] += len(line.cats)
    start, article_id = line.segment_start, line.article or line.id
    sha256 = line.text_sha256 if isinstance(line.text_sha256, str) else ""
    about = {
        "title": line.title,
        "site": line.site,
        "url": line.url,
        "published": line.published,
        "language": line.language,
    }
    return LoadedArticle(
        where=where,
        text=line.text,
        marks=tuple(marks),
        links=tuple(Link(r.type, str(r.from_id), str(r.to_id)) for r in line.relations),
        article_id=article_id if sha256 and isinstance(article_id, int) else None,
        text_sha256=sha256,
        about={name: value for name, value in about.items() if value and isinstance(value, str)},
        segment_start=start if isinstance(start, int) else None,
        left=left,
    )


def _marks(entities: list[_Entity], left: Counter[str]) -> Iterator[Mark]:
    for entity in entities:
        if 0 <= entity.start_offset < entity.end_offset:
            place = Span(entity.start_offset, entity.end_offset)
            yield Mark(str(entity.id), entity.label, (Piece(place),))
        else:
            left[EMPTY] += 1


def _triples(labels: list[Any], left: Counter[str]) -> Iterator[Mark]:
    """The marks of `[start, end, label]`, which have no ids."""
    for number, label in enumerate(labels):
        match label:
            case [int(start), int(end), str(name)] if 0 <= start < end:
                yield Mark(f"label {number}", name, (Piece(Span(start, end)),))
            case [int(), int(), str()]:
                left[EMPTY] += 1
            case _:
                left[_OF_ARTICLE] += 1


READER = Reader(
    name="doccano",
    title="doccano (JSONL)",
    reads="a file with one text a line: `label` or `labels` with [start, end, label], or `entities` and "
    "`relations`",
    takes="labels with their places, relations; of new articles the text, and title, site, address, date and "
    "language where the metadata have them so named",
    leaves="comments and other metadata; labels of whole articles (counted). The lines quote nothing: where "
    "the text is the article's, the offsets are taken as they are",
    read=read,
    check=check,
)
