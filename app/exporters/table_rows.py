"""Annotations as rows of a table: what the formats for spreadsheets share.

Ids carry a word (`annotation-123`), because spreadsheets round whole numbers of more than 15 digits. Offsets
count from the start of the segment, where articles were cut into segments.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.annotation import Annotation
from app.dataset import Record
from app.exporters.format import Fate, Tally, count_left_out
from app.exporters.native import json_text
from app.scheme import Scheme
from app.suggestion import Suggestion

EMPTY = Fate("texts without annotations", "they have no row, so that the file does not show them", True)
DISCONTINUOUS = Fate(
    "discontinuous annotations",
    "start and end enclose all of it, the column fragments has its pieces, text joins them with “ … ”",
)
RELATIONS = Fate("relations", "the column relations of their source has them as TYPE annotation-ID")

Cell = str | int | float

COLUMNS = (
    "kind",
    "article_id",
    "segment",
    "segment_start",
    "text_sha256",
    "title",
    "site",
    "url",
    "published",
    "language",
    "annotator",
    "status",
    "id",
    "label",
    "start",
    "end",
    "text",
    "fragments",
    "relations",
    "confidence",
    "note",
    "origin",
    "created_at",
    "score",
    "decision",
)
"""The columns before those of the attributes; `kind` is "annotation" or "suggestion"."""


def header(scheme: Scheme) -> list[str]:
    """The names of all columns."""
    return [*COLUMNS, *attribute_columns(scheme), "attributes.other"]


def attribute_columns(scheme: Scheme) -> list[str]:
    """A column for every attribute of the scheme, in its order, shared by labels that have it both."""
    ids = dict.fromkeys(attribute.id for label in scheme.labels for attribute in label.attributes)
    return [f"attribute.{attribute_id}" for attribute_id in ids]


def rows(record: Record, attributes: Sequence[str], tally: Tally) -> Iterator[list[Cell]]:
    """Yield the cells of every annotation and suggestion of `record`, counting what is changed."""
    count_left_out(record, tally)
    if not record.annotations and not record.suggestions:
        tally[EMPTY.kind] += 1
    tally[RELATIONS.kind] += len(record.relations)
    relations = _relations(record)
    article = _article_cells(record)
    for annotation in record.annotations:
        tally[DISCONTINUOUS.kind] += len(annotation.fragments) > 1
        status = record.statuses.get(annotation.annotator, "")
        cells: list[Cell] = ["annotation", *article, annotation.annotator, status]
        cells += _annotation_cells(annotation, relations.get(annotation.id, ""))
        yield cells + _attribute_cells(annotation.attributes, attributes)
    for suggestion in record.suggestions:
        cells = ["suggestion", *article, "", "", *_suggestion_cells(suggestion)]
        yield cells + _attribute_cells(suggestion.attributes, attributes)


def _relations(record: Record) -> dict[int, str]:
    """The cell of each annotation that relations go from, by its id."""
    cells: dict[int, str] = {}
    for relation in record.relations:
        cell = f"{relation.type} annotation-{relation.target}"
        cells[relation.source] = f"{cells[relation.source]}; {cell}" if relation.source in cells else cell
    return cells


def _article_cells(record: Record) -> list[Cell]:
    """From `article_id` to `language`."""
    article, segment = record.article, record.segment
    return [
        f"article-{article.id}",
        "" if segment is None else segment.number,
        "" if segment is None else segment.start,
        article.text_sha256,
        article.title,
        article.site,
        article.url,
        article.published or "",
        article.language,
    ]


def _annotation_cells(annotation: Annotation, relations: str) -> list[Cell]:
    """From `id` to `decision`."""
    several = len(annotation.fragments) > 1
    return [
        f"annotation-{annotation.id}",
        annotation.label,
        annotation.start,
        annotation.end,
        annotation.text,
        "; ".join(f"{piece.start}..{piece.end}" for piece in annotation.fragments) if several else "",
        relations,
        "" if annotation.confidence is None else annotation.confidence,
        annotation.note,
        annotation.origin,
        annotation.created_at,
        "",
        "",
    ]


def _suggestion_cells(suggestion: Suggestion) -> list[Cell]:
    """From `id` to `decision`."""
    relations = "; ".join(f"{link['type']} suggestion-{link['to']}" for link in suggestion.relations)
    return [
        f"suggestion-{suggestion.id}",
        suggestion.label,
        suggestion.start,
        suggestion.end,
        suggestion.text,
        "",
        relations,
        "",
        "",
        suggestion.suggester,
        "",
        suggestion.score,
        suggestion.decision,
    ]


def _attribute_cells(values: Mapping[str, Any], columns: Sequence[str]) -> list[Cell]:
    """The values under their columns, then those the scheme no longer knows, as JSON."""
    rest = {f"attribute.{name}": value for name, value in values.items()}
    cells: list[Cell] = [_cell(rest.pop(column)) if column in rest else "" for column in columns]
    cells.append(json_text({name.removeprefix("attribute."): v for name, v in rest.items()}) if rest else "")
    return cells


def _cell(value: object) -> Cell:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return value
    return json_text(value)
