"""CSV, one row an annotation: for spreadsheets and quick counts.

UTF-8 with a byte order mark, commas, CRLF: what Excel recognises as UTF-8 and what the csv module reads
with `encoding="utf-8-sig"`. Ids carry a word (`annotation-123`), because Excel rounds whole numbers of
more than 15 digits.

A spreadsheet runs a cell that begins with = + - @ as a formula, so an apostrophe is put before such
texts (https://owasp.org/www-community/attacks/CSV_Injection). It is put before texts that begin with an
apostrophe too: a reader who takes one leading apostrophe off every cell has exactly what was there.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson

from app.annotation import Annotation
from app.dataset import Dataset, Record
from app.exporters.format import (
    LEFT_OUT_ASSESSMENTS,
    LEFT_OUT_PASSAGES,
    Fate,
    Format,
    Sink,
    Tally,
    count_left_out,
)
from app.exporters.native import plain
from app.scheme import Scheme
from app.suggestion import Suggestion

_EMPTY = Fate("articles without annotations", "they have no row, so that the file does not show them", True)
_DISCONTINUOUS = Fate(
    "discontinuous annotations",
    "start and end enclose all of it, the column fragments has its pieces, text joins them with “ … ”",
)
_RELATIONS = Fate("relations", "the column relations of their source has them as TYPE annotation-ID")
_GUARDED = Fate(
    "cells that a spreadsheet could run as formulas",
    "an apostrophe stands before them, as before cells that begin with one",
)

COLUMNS = (
    "kind",
    "article_id",
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

# What a spreadsheet may take for the beginning of a formula; the wide forms count in East Asian settings.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_GUARD = "'"
_NEGATIVE = re.compile(r"-[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")


def attribute_columns(scheme: Scheme) -> list[str]:
    """A column for every attribute of the scheme, in its order, shared by labels that have it both."""
    ids = dict.fromkeys(attribute.id for label in scheme.labels for attribute in label.attributes)
    return [f"attribute.{attribute_id}" for attribute_id in ids]


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Make the rows and throw them away; only the tally stays."""
    attributes = attribute_columns(dataset.scheme)

    def count(record: Record) -> None:
        for _ in _rows(record, attributes, tally):
            pass

    return count


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write a header and the rows of each record."""
    attributes = attribute_columns(dataset.scheme)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*COLUMNS, *attributes, "attributes.other"])
        yield lambda record: writer.writerows(_rows(record, attributes, tally))


def _rows(record: Record, attributes: list[str], tally: Tally) -> Iterator[list[str]]:
    """Yield the cells of every annotation and suggestion of `record`, counting what is changed."""
    count_left_out(record, tally)
    if not record.annotations and not record.suggestions:
        tally[_EMPTY.kind] += 1
    tally[_RELATIONS.kind] += len(record.relations)
    relations = _relations(record)
    article = _article_cells(record)
    for annotation in record.annotations:
        tally[_DISCONTINUOUS.kind] += len(annotation.fragments) > 1
        status = record.statuses.get(annotation.annotator, "")
        cells = ["annotation", *article, annotation.annotator, status]
        cells += _annotation_cells(annotation, relations.get(annotation.id, ""))
        yield _guarded(cells + _attribute_cells(annotation.attributes, attributes), tally)
    for suggestion in record.suggestions:
        cells = ["suggestion", *article, "", "", *_suggestion_cells(suggestion)]
        yield _guarded(cells + _attribute_cells(suggestion.attributes, attributes), tally)


def _relations(record: Record) -> dict[int, str]:
    """The cell of each annotation that relations go from, by its id."""
    cells: dict[int, str] = {}
    for relation in record.relations:
        cell = f"{relation.type} annotation-{relation.target}"
        cells[relation.source] = f"{cells[relation.source]}; {cell}" if relation.source in cells else cell
    return cells


def _article_cells(record: Record) -> list[str]:
    article = record.article
    return [
        f"article-{article.id}",
        article.text_sha256,
        article.title,
        article.site,
        article.url,
        article.published or "",
        article.language,
    ]


def _annotation_cells(annotation: Annotation, relations: str) -> list[str]:
    """From `id` to `decision`."""
    several = len(annotation.fragments) > 1
    return [
        f"annotation-{annotation.id}",
        annotation.label,
        str(annotation.start),
        str(annotation.end),
        annotation.text,
        "; ".join(f"{piece.start}..{piece.end}" for piece in annotation.fragments) if several else "",
        relations,
        "" if annotation.confidence is None else str(annotation.confidence),
        annotation.note,
        annotation.origin,
        annotation.created_at,
        "",
        "",
    ]


def _suggestion_cells(suggestion: Suggestion) -> list[str]:
    """From `id` to `decision`."""
    relations = "; ".join(f"{link['type']} suggestion-{link['to']}" for link in suggestion.relations)
    return [
        f"suggestion-{suggestion.id}",
        suggestion.label,
        str(suggestion.start),
        str(suggestion.end),
        suggestion.text,
        "",
        relations,
        "",
        "",
        suggestion.suggester,
        "",
        str(suggestion.score),
        suggestion.decision,
    ]


def _attribute_cells(values: Mapping[str, Any], columns: list[str]) -> list[str]:
    """The values under their columns, then those the scheme no longer knows, as JSON."""
    rest = {f"attribute.{name}": value for name, value in values.items()}
    cells = [_cell(rest.pop(column)) if column in rest else "" for column in columns]
    cells.append(_json({name.removeprefix("attribute."): v for name, v in rest.items()}) if rest else "")
    return cells


def _cell(value: object) -> str:
    return value if isinstance(value, str) else _json(value)


def _json(value: object) -> str:
    return orjson.dumps(value, default=plain).decode("utf-8")


def _guarded(cells: list[str], tally: Tally) -> list[str]:
    """Put an apostrophe before texts that a spreadsheet would run; negative numbers stay as they are."""
    for index, cell in enumerate(cells):
        if cell.startswith(_GUARD) or (cell.startswith(_FORMULA) and not _NEGATIVE.fullmatch(cell)):
            cells[index] = _GUARD + cell
            tally[_GUARDED.kind] += 1
    return cells


FORMAT = Format(
    name="csv",
    extension=".csv",
    title="CSV table, one row an annotation",
    shape="a file in UTF-8 with a byte order mark, commas between the cells; take one leading apostrophe off "
    "every cell",
    holds="label, offsets, text, every attribute of the scheme in a column of its own, note, confidence, "
    "annotator and status, relations by id; suggestions as rows of their own kind",
    loses="text outside the annotations, blocks with roles, authors, who made a relation and when",
    units="Unicode code points, end exclusive",
    verified_by="Python csv 3.11",
    fates=(_EMPTY, _DISCONTINUOUS, _RELATIONS, _GUARDED, LEFT_OUT_PASSAGES, LEFT_OUT_ASSESSMENTS),
    survey=survey,
    write=write,
)
