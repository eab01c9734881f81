"""CSV, one row an annotation: for spreadsheets and quick counts.

UTF-8 with a byte order mark, commas, CRLF: what Excel recognises as UTF-8 and what the csv module reads
with `encoding="utf-8-sig"`.

A spreadsheet runs a cell that begins with = + - @ as a formula, so an apostrophe is put before such
texts (https://owasp.org/www-community/attacks/CSV_Injection). It is put before texts that begin with an
apostrophe too: a reader who takes one leading apostrophe off every cell has exactly what was there.
"""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.dataset import Dataset, Record
from app.exporters.format import LEFT_OUT_ASSESSMENTS, LEFT_OUT_PASSAGES, Fate, Format, Sink, Tally
from app.exporters.table_rows import (
    DISCONTINUOUS,
    EMPTY,
    RELATIONS,
    Cell,
    attribute_columns,
    header,
    rows,
)

_GUARDED = Fate(
    "cells that a spreadsheet could run as formulas",
    "an apostrophe stands before them, as before cells that begin with one",
)

# What a spreadsheet may take for the beginning of a formula; the wide forms count in East Asian settings.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_GUARD = "'"
_NEGATIVE = re.compile(r"-[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Make the rows and throw them away; only the tally stays."""
    attributes = attribute_columns(dataset.scheme)

    def count(record: Record) -> None:
        for _ in _guarded(record, attributes, tally):
            pass

    return count


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write a header and the rows of each record."""
    attributes = attribute_columns(dataset.scheme)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header(dataset.scheme))
        yield lambda record: writer.writerows(_guarded(record, attributes, tally))


def _guarded(record: Record, attributes: list[str], tally: Tally) -> Iterator[list[Cell]]:
    """Yield the rows with an apostrophe before texts that a spreadsheet would run; `-5` stays as it is."""
    for cells in rows(record, attributes, tally):
        for index, cell in enumerate(cells):
            if isinstance(cell, str) and _runs(cell):
                cells[index] = _GUARD + cell
                tally[_GUARDED.kind] += 1
        yield cells


def _runs(cell: str) -> bool:
    """Tell whether the text must be guarded: as a formula, or because it looks guarded."""
    return cell.startswith(_GUARD) or (cell.startswith(_FORMULA) and not _NEGATIVE.fullmatch(cell))


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
    verified_by="the csv module of Python",
    fates=(EMPTY, DISCONTINUOUS, RELATIONS, _GUARDED, LEFT_OUT_PASSAGES, LEFT_OUT_ASSESSMENTS),
    survey=survey,
    write=write,
)
