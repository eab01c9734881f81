"""Row <-> dataclass, and JSON <-> dataclass for the history; nowhere else.

A `Table` says how the entities of one kind are kept. Equal entities give equal rows, which is what
compare-and-set compares: JSON columns are written with sorted keys.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any

import orjson

from app.anchor import Fragment, Quote
from app.annotation import Annotation, ArticleStatus, Assessment, EmptyPassage, Relation, Status
from app.article import Article, Block, Role
from app.changes import Change, Entity
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
        return orjson.dumps(value, default=_plain, option=orjson.OPT_SORT_KEYS)
    except TypeError as error:
        raise UserError(f"A value cannot be kept in the project: {error}.") from None


def _plain(value: object) -> object:
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
        blocks=tuple(
            Block(start, end, Role(role), reason) for start, end, role, reason in orjson.loads(row[16])
        ),
    )


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
        _text([_flat(fragment) for fragment in annotation.fragments]),
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
        tuple([_fragment(flat) for flat in orjson.loads(fragments)]),
        orjson.loads(attributes) if attributes != "{}" else {},
        *rest,
    )


def _flat(fragment: Fragment) -> tuple[int, int, str, str, str]:
    quote = fragment.quote
    return (fragment.start, fragment.end, quote.exact, quote.prefix, quote.suffix)


def _fragment(flat: list[Any]) -> Fragment:
    start, end, exact, prefix, suffix = flat
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
)

RELATIONS = Table(
    "relations",
    ("id", "article_id", "annotator", "type", "source", "target", "created_at"),
    1,
    lambda r: (r.id, r.article_id, r.annotator, r.type, r.source, r.target, r.created_at),
    lambda row: Relation(*row),
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
    lambda row: EmptyPassage(row[0], row[1], row[2], _fragment(orjson.loads(row[3])), row[4]),
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
        fragment=_fragment(orjson.loads(row[3])),
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

# --------------------------------------------------------------------------------------- scheme, history


def scheme_to_text(scheme: Scheme) -> str:
    """Return the scheme as JSON."""
    return _text(scheme_to_dict(scheme))


@lru_cache(maxsize=8)
def scheme_from_text(text: str) -> Scheme:
    """Return the scheme that `scheme_to_text` wrote. It is asked for at every act, and never changes."""
    return scheme_from_dict(orjson.loads(text), "the scheme of the project")


# Changes written as JSON, or read, at a time: about 2 ms. While orjson works, no other thread runs, and the
# window stands still.
_PORTION = 1_000
# Between two portions: JSON as orjson writes it has a line break nowhere else.
_BETWEEN = b",\n"

_KIND_OF: dict[type[Any], str] = {
    Article: "article",
    Annotation: "annotation",
    Relation: "relation",
    ArticleStatus: "status",
    EmptyPassage: "empty_passage",
    Assessment: "assessment",
    Speaker: "speaker",
    Suggestion: "suggestion",
    Scheme: "scheme",
}


def changes_to_json(changes: Iterable[Change]) -> bytes:
    """Return the changes as a JSON list of {"kind", "before", "after"}, entities by their field names."""
    told = (
        {
            "kind": _KIND_OF[type(change.entity)],
            "before": _entity_to_json(change.before),
            "after": _entity_to_json(change.after),
        }
        for change in changes
    )
    portions = iter(lambda: list(islice(told, _PORTION)), [])
    return b"[" + _BETWEEN.join(to_json(portion)[1:-1] for portion in portions) + b"]"


def changes_from_json(data: bytes) -> tuple[Change, ...]:
    """Return the changes that `changes_to_json` wrote; ValueError: it did not."""
    if not (data.startswith(b"[") and data.endswith(b"]")):
        raise ValueError("changes are a JSON list")
    portions = data[1:-1].split(_BETWEEN)
    return tuple(
        Change(
            None if change["before"] is None else _FROM_JSON[change["kind"]](change["before"]),
            None if change["after"] is None else _FROM_JSON[change["kind"]](change["after"]),
        )
        for portion in portions
        for change in orjson.loads(b"[" + portion + b"]")
    )


def _entity_to_json(entity: Entity | None) -> object:
    # orjson writes dataclasses by their fields; only the scheme has a JSON form of its own.
    return scheme_to_dict(entity) if isinstance(entity, Scheme) else entity


def _article_from_json(data: dict[str, Any]) -> Article:
    blocks = tuple(Block(**{**block, "role": Role(block["role"])}) for block in data["blocks"])
    return Article(**{**data, "blocks": blocks, "authors": tuple(data["authors"])})


def _annotation_from_json(data: dict[str, Any]) -> Annotation:
    return Annotation(**{**data, "fragments": tuple(map(_fragment_from_json, data["fragments"]))})


def _empty_passage_from_json(data: dict[str, Any]) -> EmptyPassage:
    return EmptyPassage(**{**data, "fragment": _fragment_from_json(data["fragment"])})


def _speaker_from_json(data: dict[str, Any]) -> Speaker:
    posts = tuple(Post(**post) for post in data["posts"])
    return Speaker(**{**data, "forms": tuple(data["forms"]), "posts": posts})


def _suggestion_from_json(data: dict[str, Any]) -> Suggestion:
    return Suggestion(
        **{
            **data,
            "fragment": _fragment_from_json(data["fragment"]),
            "relations": tuple(data["relations"]),
            "decision": Decision(data["decision"]),
        }
    )


def _fragment_from_json(data: dict[str, Any]) -> Fragment:
    return Fragment(data["start"], data["end"], Quote(**data["quote"]))


_FROM_JSON: dict[str, Callable[[dict[str, Any]], Entity]] = {
    "article": _article_from_json,
    "annotation": _annotation_from_json,
    "relation": lambda data: Relation(**data),
    "status": lambda data: ArticleStatus(data["article_id"], data["annotator"], Status(data["status"])),
    "empty_passage": _empty_passage_from_json,
    "assessment": lambda data: Assessment(**data),
    "speaker": _speaker_from_json,
    "suggestion": _suggestion_from_json,
    "scheme": scheme_from_dict,
}
