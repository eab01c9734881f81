"""Row <-> entity, and nowhere else.

A `Table` says how the entities of one kind are kept. Equal entities give equal rows, which is what
compare-and-set compares: JSON columns are written with sorted keys.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice, repeat, starmap
from typing import Any

import msgspec
import orjson

from app.anchor import Fragment, Quote
from app.annotation import Annotation, ArticleStatus, Assessment, EmptyPassage, Relation, Status
from app.article import Article, Block, Role
from app.errors import UserError
from app.scheme import Scheme, scheme_from_dict, scheme_to_dict
from app.speaker import Post, Speaker
from app.suggestion import Decision, Suggestion
from storage.connection import Row
from storage.folding import sort_key


@dataclass(frozen=True)
class Table:
    """How the entities of one kind are kept: the columns, the identity first."""

    name: str
    columns: tuple[str, ...]
    keys: int
    """How many of the columns are the identity; `app.changes.key` gives their values."""
    row: Callable[[Any], Row]
    entity: Callable[[Row], Any]
    entities: Callable[[Sequence[Row]], Iterator[Any]] | None = None
    """Makes many at once where that is faster than one by one; see `all`."""
    packed: tuple[str, ...] = ()
    """Columns of JSON that `entities` takes as bytes: SQLite has them so, and orjson wants them so."""

    def all(self, rows: Sequence[Row]) -> Iterator[Any]:
        """The entities of rows of `reading`, in their order. ValueError: a value cannot be read."""
        return map(self.entity, rows) if self.entities is None else self.entities(rows)

    @cached_property
    def reading(self) -> str:
        """The columns as `all` takes them."""
        return ", ".join(
            f"CAST ({self.name}.{column} AS BLOB)" if column in self.packed else f"{self.name}.{column}"
            for column in self.columns
        )

    @cached_property
    def select(self) -> str:
        """Reads whole rows; a WHERE may follow."""
        return f"SELECT {', '.join(self.columns)} FROM {self.name}"

    @cached_property
    def where_key(self) -> str:
        """Finds one row by its identity."""
        return " WHERE " + " AND ".join(f"{column} = ?" for column in self.columns[: self.keys])

    @cached_property
    def insert(self) -> str:
        """Adds a whole row."""
        places = ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({places})"

    @cached_property
    def update(self) -> str:
        """Sets all that is not identity, of one row: parameters are those values, then the identity."""
        values = ", ".join(f"{column} = ?" for column in self.columns[self.keys :])
        return f"UPDATE {self.name} SET {values}{self.where_key}"

    @cached_property
    def delete(self) -> str:
        """Removes one row by its identity."""
        return f"DELETE FROM {self.name}{self.where_key}"


# -------------------------------------------------------------------------------------------------- JSON


def to_json(value: object) -> bytes:
    """Return compact JSON with sorted keys. UserError: it has a number or character JSON cannot hold."""
    try:
        return orjson.dumps(value, default=plain, option=orjson.OPT_SORT_KEYS)
    except TypeError as error:
        raise UserError(f"A value cannot be kept in the project: {error}.") from None


def plain(value: object) -> object:
    """What a writer of JSON asks for a mapping that is no dict; TypeError for anything else."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is not a JSON value")


def _text(value: object) -> str:
    return to_json(value).decode()


# ---------------------------------------------------------------------------------------------- articles


def _article_row(article: Article) -> Row:
    return (
        article.id,
        article.text_sha256,
        article.title,
        article.site,
        article.url,
        article.published,
        _text(article.authors),
        article.language,
        article.source_path,
        article.media_type,
        article.encoding,
        article.snapshot_sha256,
        article.imported_at,
        article.length,
        article.revision_of,
        sort_key(article.title),
        _text([(block.start, block.end, block.role, block.reason) for block in article.blocks]),
    )


def _article(row: Row) -> Article:
    return Article(
        id=row[0],
        text_sha256=row[1],
        title=row[2],
        site=row[3],
        url=row[4],
        published=row[5],
        authors=tuple(orjson.loads(row[6])),
        language=row[7],
        source_path=row[8],
        media_type=row[9],
        encoding=row[10],
        snapshot_sha256=row[11],
        imported_at=row[12],
        length=row[13],
        revision_of=row[14],
        blocks=tuple(starmap(Block, _BLOCKS.decode(row[16]))),
    )


_BLOCKS = msgspec.json.Decoder(list[tuple[int, int, Role, str]])

ARTICLES = Table(
    "articles",
    (
        "id",
        "text_sha256",
        "title",
        "site",
        "url",
        "published",
        "authors",
        "language",
        "source_path",
        "media_type",
        "encoding",
        "snapshot_sha256",
        "imported_at",
        "length",
        "revision_of",
        "title_key",
        "blocks",
    ),
    1,
    _article_row,
    _article,
)

# ------------------------------------------------------------------------------------------- annotations


# Fragments are JSON in the row, not a table of their own: reading the 30 annotations of an article took
# 0.18 ms against 0.20, writing them as long, the file was a twentieth smaller, and a row is whole in itself.
def _annotation_row(annotation: Annotation) -> Row:
    return (
        annotation.id,
        annotation.article_id,
        annotation.annotator,
        annotation.label,
        _text(list(map(_flat, annotation.fragments))),
        _text(annotation.attributes) if annotation.attributes else "{}",
        annotation.confidence,
        annotation.note,
        annotation.origin,
        annotation.created_at,
    )


def _annotation(row: Row) -> Annotation:
    id_, article_id, annotator, label, fragments, attributes, *rest = row
    return Annotation(
        id_,
        article_id,
        annotator,
        label,
        tuple(starmap(_fragment, orjson.loads(fragments))),
        orjson.loads(attributes) if attributes != "{}" else {},
        *rest,
    )


def _annotations(rows: Sequence[Row]) -> Iterator[Annotation]:
    """Column by column, so that every loop is one of C: half the time of row by row."""
    if not rows:
        return iter(())
    ids, articles, annotators, labels, fragments, attributes, *rest = zip(*rows, strict=True)
    flat = _all_of(fragments)
    if not all(flat):
        raise ValueError("an annotation marks nothing")
    made = starmap(_fragment, chain.from_iterable(flat))
    return map(
        Annotation,
        ids,
        articles,
        annotators,
        labels,
        map(tuple, map(islice, repeat(made), map(len, flat))),
        _all_of(attributes),
        *rest,
    )


def _all_of(texts: Sequence[bytes]) -> list[Any]:
    """Read many JSON texts at once."""
    values: list[Any] = orjson.loads(b"[" + b",".join(texts) + b"]")
    if len(values) != len(texts):
        raise ValueError("not each of the texts is one JSON value")
    return values


def _flat(fragment: Fragment) -> tuple[int, int, str, str, str]:
    quote = fragment.quote
    return (fragment.start, fragment.end, quote.exact, quote.prefix, quote.suffix)


def _fragment(start: int, end: int, exact: str, prefix: str, suffix: str) -> Fragment:
    return Fragment(start, end, Quote(exact, prefix, suffix))


ANNOTATIONS = Table(
    "annotations",
    (
        "id",
        "article_id",
        "annotator",
        "label",
        "fragments",
        "attributes",
        "confidence",
        "note",
        "origin",
        "created_at",
    ),
    1,
    _annotation_row,
    _annotation,
    _annotations,
    packed=("fragments", "attributes"),
)

RELATIONS = Table(
    "relations",
    ("id", "article_id", "annotator", "type", "source", "target", "created_at"),
    1,
    lambda r: (r.id, r.article_id, r.annotator, r.type, r.source, r.target, r.created_at),
    lambda row: Relation(*row),
    lambda rows: starmap(Relation, rows),
)

STATUSES = Table(
    "statuses",
    ("article_id", "annotator", "status"),
    2,
    lambda s: (s.article_id, s.annotator, s.status.value),
    lambda row: ArticleStatus(row[0], row[1], Status(row[2])),
)

EMPTY_PASSAGES = Table(
    "empty_passages",
    ("id", "article_id", "annotator", "fragment", "created_at"),
    1,
    lambda p: (p.id, p.article_id, p.annotator, _text(_flat(p.fragment)), p.created_at),
    lambda row: EmptyPassage(row[0], row[1], row[2], _fragment(*orjson.loads(row[3])), row[4]),
)

ASSESSMENTS = Table(
    "assessments",
    ("article_id", "annotator", "attributes", "flagged", "note"),
    2,
    lambda a: (a.article_id, a.annotator, _text(a.attributes), int(a.flagged), a.note),
    lambda row: Assessment(row[0], row[1], orjson.loads(row[2]), bool(row[3]), row[4]),
)

SPEAKERS = Table(
    "speakers",
    ("id", "name", "kind", "forms", "posts", "note"),
    1,
    lambda s: (
        s.id,
        s.name,
        s.kind,
        _text(s.forms),
        _text([(post.role, post.organisation, post.since) for post in s.posts]),
        s.note,
    ),
    lambda row: Speaker(
        id=row[0],
        name=row[1],
        kind=row[2],
        forms=tuple(orjson.loads(row[3])),
        posts=tuple(Post(*post) for post in orjson.loads(row[4])),
        note=row[5],
    ),
)


# ------------------------------------------------------------------------------------------- suggestions


def _suggestion_row(suggestion: Suggestion) -> Row:
    return (
        suggestion.id,
        suggestion.article_id,
        suggestion.label,
        _text(_flat(suggestion.fragment)),
        suggestion.score,
        suggestion.suggester,
        suggestion.rule,
        _text(suggestion.attributes),
        _text(suggestion.relations),
        suggestion.decision.value,
        suggestion.decided_by,
        suggestion.decided_at,
        suggestion.seconds,
    )


def _suggestion(row: Row) -> Suggestion:
    return Suggestion(
        id=row[0],
        article_id=row[1],
        label=row[2],
        fragment=_fragment(*orjson.loads(row[3])),
        score=row[4],
        suggester=row[5],
        rule=row[6],
        attributes=orjson.loads(row[7]),
        relations=tuple(orjson.loads(row[8])),
        decision=Decision(row[9]),
        decided_by=row[10],
        decided_at=row[11],
        seconds=row[12],
    )


SUGGESTIONS = Table(
    "suggestions",
    (
        "id",
        "article_id",
        "label",
        "fragment",
        "score",
        "suggester",
        "rule",
        "attributes",
        "relations",
        "decision",
        "decided_by",
        "decided_at",
        "seconds",
    ),
    1,
    _suggestion_row,
    _suggestion,
)

# ---------------------------------------------------------------------------------------------- scheme


def scheme_to_text(scheme: Scheme) -> str:
    """Return the scheme as JSON."""
    return _text(scheme_to_dict(scheme))


@lru_cache(maxsize=8)
def scheme_from_text(text: str) -> Scheme:
    """Return the scheme that `scheme_to_text` wrote. It is asked for at every act, and never changes."""
    return scheme_from_dict(orjson.loads(text), "the scheme of the project")
