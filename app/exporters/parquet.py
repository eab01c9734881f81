"""Parquet, a row an article: the native record in columns, for Hugging Face datasets, pandas and the like.

The columns are those of docs/annotations.schema.json with lists in lists, but for what has keys of its
own in every row: `attributes` are JSON objects in text, `statuses` and `assessments` lists with the
annotator in each element. `segment` is null for a whole article, `suggestions` where they were not asked for.

The columns are built as such, rather than from a dict for each article, which takes several times as long.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Sized
from contextlib import contextmanager
from itertools import accumulate, chain
from operator import attrgetter, itemgetter, methodcaller
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from app.annotation import Annotation
from app.article import Article
from app.dataset import Dataset, Record, Segment
from app.errors import missing_library
from app.exporters.format import Format, Sink, Tally
from app.exporters.native import SCHEMA_VERSION, plain
from app.scheme import Scheme
from app.suggestion import Suggestion

if TYPE_CHECKING:
    import pyarrow as pa

# What is in memory at a time; readers take a row group at a time too. An article is some 20 kB with its
# annotations, a segment a tenth of that: more of them go together, or the groups would be mostly headers.
ROWS_A_GROUP = 500
_SEGMENTS_AN_ARTICLE = 10
# A group ends early where articles are very long.
_CHARACTERS_A_GROUP = 5_000_000

# Fields whose values come again and again are kept as a dictionary; for others one is made in vain, which
# takes as long as the rest of the writing.
_REPEATED = {
    "annotator",
    "created_at",
    "decided_by",
    "decision",
    "encoding",
    "label",
    "language",
    "media_type",
    "note",
    "origin",
    "reason",
    "role",
    "rule",
    "site",
    "status",
    "suggester",
    "type",
}

_NO_SEGMENT = Segment(0, 0, 0)
"""Stands where a record is a whole article, under a null."""

Fields = Mapping[str, tuple[str, Callable[[Any], object]]]
"""The Arrow type of each field of a struct, and what its value is of the thing the struct stands for."""


def _json(name: str) -> Callable[[Any], str]:
    """What gives the mapping of that name as JSON."""
    mapping = attrgetter(name)

    def dumped(thing: Any) -> str:
        values = mapping(thing)
        return orjson.dumps(values, default=plain).decode("utf-8") if values else "{}"

    return dumped


def _same(kind: str, *names: str) -> Fields:
    """Fields named as the attributes they are made from."""
    return {name: (kind, attrgetter(name)) for name in names}


def _quoted(prefix: str = "") -> Fields:
    """The fields of a fragment; `prefix` leads to it."""
    return {
        "start": ("int64", attrgetter(f"{prefix}start")),
        "end": ("int64", attrgetter(f"{prefix}end")),
        "text": ("string", attrgetter(f"{prefix}quote.exact")),
        "prefix": ("string", attrgetter(f"{prefix}quote.prefix")),
        "suffix": ("string", attrgetter(f"{prefix}quote.suffix")),
    }


_SCHEME = {**_same("string", "id"), **_same("int64", "version")}
_BLOCK = {**_same("int64", "start", "end"), **_same("string", "role", "reason")}
_ARTICLE = {
    **_same("int64", "id"),
    **_same("string", "text_sha256"),
    **_same("int64", "length"),
    **_same("string", "title", "site", "url", "published", "language", "source_path", "media_type"),
    **_same("string", "encoding", "snapshot_sha256", "imported_at"),
}
_SEGMENT = _same("int64", "number", "start", "end")
_STATUS: Fields = {"annotator": ("string", itemgetter(0)), "status": ("string", itemgetter(1))}
_ANNOTATION = {
    **_same("int64", "id"),
    **_same("string", "annotator", "label"),
    "attributes": ("string", _json("attributes")),
    **_same("double", "confidence"),
    **_same("string", "note", "origin", "created_at"),
}
_RELATION = {
    **_same("int64", "id"),
    **_same("string", "annotator", "type"),
    **_same("int64", "source", "target"),
    **_same("string", "created_at"),
}
_PASSAGE = {
    **_same("int64", "id"),
    **_same("string", "annotator"),
    **_quoted("fragment."),
    **_same("string", "created_at"),
}
_ASSESSMENT = {
    **_same("string", "annotator"),
    "attributes": ("string", _json("attributes")),
    **_same("bool", "flagged"),
    **_same("string", "note"),
}
_SUGGESTION = {
    **_same("int64", "id"),
    **_same("string", "label"),
    **_quoted("fragment."),
    **_same("double", "score"),
    **_same("string", "suggester", "rule"),
    "attributes": ("string", _json("attributes")),
    **_same("string", "decision", "decided_by", "decided_at"),
    **_same("double", "seconds"),
}
_LINK: Fields = {
    "type": ("string", itemgetter("type")),
    "to": ("int64", methodcaller("get", "to")),
    "from": ("int64", methodcaller("get", "from")),
}


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Count nothing: nothing is lost."""
    return lambda record: None


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write a file of row groups. UserError: pyarrow is not installed."""
    try:
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        raise missing_library("The Parquet format", "parquet") from None
    scheme, with_suggestions = dataset.scheme, dataset.selection.with_suggestions
    most = ROWS_A_GROUP * (1 if dataset.shape.segmentation == "article" else _SEGMENTS_AN_ARTICLE)
    waiting: list[Record] = []
    characters = 0
    empty = _table([], scheme, with_suggestions)
    repeated = [name for name in _leaves(empty.schema) if name.rpartition(".")[2] in _REPEATED]
    with ParquetWriter(path, empty.schema, compression="zstd", use_dictionary=repeated) as writer:

        def flush() -> None:
            nonlocal characters
            writer.write_table(_table(waiting, scheme, with_suggestions))
            waiting.clear()
            characters = 0

        def put(record: Record) -> None:
            nonlocal characters
            waiting.append(record)
            characters += len(record.text)
            if len(waiting) == most or characters >= _CHARACTERS_A_GROUP:
                flush()

        yield put
        if waiting:  # `datasets` refuses a row group without rows, but takes a file without row groups
            flush()


def _table(records: Sequence[Record], scheme: Scheme, with_suggestions: bool) -> "pa.Table":
    """The records as a table, a row each."""
    import pyarrow as pa

    columns = {
        "schema_version": pa.array([SCHEMA_VERSION] * len(records), "int64"),
        "scheme": _structs(_SCHEME, [scheme] * len(records)),
        "article": _articles([record.article for record in records]),
        "segment": _segments(records),
        "text": pa.array([record.text for record in records], "string"),
        "statuses": _lists(_STATUS, [record.statuses.items() for record in records]),
        "annotations": _annotations([record.annotations for record in records]),
        "relations": _lists(_RELATION, [record.relations for record in records]),
        "empty_passages": _lists(_PASSAGE, [record.empty_passages for record in records]),
        "assessments": _lists(_ASSESSMENT, [record.assessments.values() for record in records]),
        "suggestions": _suggestions([record.suggestions for record in records], with_suggestions),
    }
    return pa.table(columns)


def _articles(articles: Sequence[Article]) -> "pa.StructArray":
    import pyarrow as pa

    authors = pa.array([article.authors for article in articles], pa.list_(pa.string()))
    blocks = _lists(_BLOCK, [article.blocks for article in articles])
    return _structs(_ARTICLE, articles, authors=authors, blocks=blocks)


def _segments(records: Sequence[Record]) -> "pa.StructArray":
    """The segments, null for whole articles."""
    import pyarrow as pa

    segments = [record.segment or _NO_SEGMENT for record in records]
    return _structs(_SEGMENT, segments, mask=pa.array([record.segment is None for record in records], "bool"))


def _annotations(lists: Sequence[Sequence[Annotation]]) -> "pa.ListArray":
    flat = list(chain.from_iterable(lists))
    fragments = _lists(_quoted(), [annotation.fragments for annotation in flat])
    return _listed(_structs(_ANNOTATION, flat, fragments=fragments), lists)


def _suggestions(lists: Sequence[Sequence[Suggestion]], asked_for: bool) -> "pa.ListArray":
    flat = list(chain.from_iterable(lists))
    relations = _lists(_LINK, [suggestion.relations for suggestion in flat])
    return _listed(_structs(_SUGGESTION, flat, relations=relations), lists, null=not asked_for)


def _lists(fields: Fields, lists: Sequence[Collection[object]]) -> "pa.ListArray":
    """A list for each of `lists`, with a struct for each thing in it."""
    return _listed(_structs(fields, list(chain.from_iterable(lists))), lists)


def _listed(elements: "pa.Array", lists: Sequence[Sized], *, null: bool = False) -> "pa.ListArray":
    """Cut the elements into lists as long as `lists`; with `null` each list is null."""
    import pyarrow as pa

    offsets = pa.array(accumulate(map(len, lists), initial=0), "int32")
    mask = pa.array([True] * len(lists), "bool") if null else None
    return pa.ListArray.from_arrays(offsets, elements, mask=mask)


def _structs(
    fields: Fields, things: Sequence[object], mask: "pa.Array | None" = None, **nested: "pa.Array"
) -> "pa.StructArray":
    """A struct for each thing, null where `mask` says so; `nested` are fields that are arrays already."""
    import pyarrow as pa

    arrays = [pa.array(list(map(value, things)), kind) for kind, value in fields.values()]
    return pa.StructArray.from_arrays([*arrays, *nested.values()], names=[*fields, *nested], mask=mask)


def _leaves(fields: "Iterable[pa.Field]", path: str = "") -> Iterator[str]:
    """The columns of a file by the paths Parquet has for them (`annotations.list.element.label`)."""
    for field in fields:
        name, kind = f"{path}{field.name}", field.type
        while hasattr(kind, "value_type"):
            name, kind = f"{name}.list.element", kind.value_type
        if kind.num_fields:
            yield from _leaves(kind.fields, f"{name}.")
        else:
            yield name


FORMAT = Format(
    name="parquet",
    extension=".parquet",
    title="Parquet",
    shape="a file, a row an article or segment, with the columns of docs/annotations.schema.json; "
    "attributes are JSON in text, statuses and assessments lists with the annotator in each element",
    holds="what native JSON lines hold",
    loses="nothing of the articles; the history and the saved originals stay in the project",
    units="Unicode code points, end exclusive",
    verified_by="datasets 5.2, pyarrow 26.0",
    fates=(),
    survey=survey,
    write=write,
    extra="parquet",
)
