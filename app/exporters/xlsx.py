"""Excel workbooks, one row an annotation: the rows of the CSV table with numbers as numbers.

Texts are written as texts, so none is run as a formula and none needs an apostrophe. The limits are
Excel's: https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from io import BufferedWriter, FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.dataset import Dataset, Record
from app.errors import missing_library
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

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS_A_SHEET = 1_048_576
"""As many rows as a sheet can have, the header among them."""
CELL_LENGTH = 32_767
"""As many UTF-16 code units as a cell can have."""

_SHEETS = Fate(f"rows past the {ROWS_A_SHEET - 1:,} of a sheet", "on further sheets, each with the header")
_CUT = Fate(f"cells of more than {CELL_LENGTH:,} characters", "cut there", True)
_MARKUP = Fate("cells that begin with <r> and end with </r>", "a blank stands before them")

# A workbook says when it was made; the same dataset must give the same bytes, so this is what they all say.
_MADE = datetime(1980, 1, 1, tzinfo=UTC)


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Make the rows and throw them away; only the tally stays."""
    attributes = attribute_columns(dataset.scheme)
    done = 0

    def count(record: Record) -> None:
        nonlocal done
        for _ in _fitted(record, attributes, tally):
            done += 1
            tally[_SHEETS.kind] += done >= ROWS_A_SHEET

    return count


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write the workbook row by row. UserError: XlsxWriter is not installed."""
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import FileCreateError
    except ImportError:
        raise missing_library("The Excel format", "xlsx") from None
    attributes = attribute_columns(dataset.scheme)
    titles = header(dataset.scheme)
    # Rows wait in a file beside the workbook, which goes with it if anything fails.
    file = BufferedWriter(_File(path, "wb"))
    book = Workbook(file, {"constant_memory": True, "tmpdir": str(path.parent)})
    book.use_zip64()
    book.set_properties({"created": _MADE})
    sheet = _sheet(book, titles)
    at = 1
    done = 0

    def put(record: Record) -> None:
        nonlocal sheet, at, done
        for cells in _fitted(record, attributes, tally):
            if at == ROWS_A_SHEET:
                sheet, at = _sheet(book, titles), 1
            done += 1
            tally[_SHEETS.kind] += done >= ROWS_A_SHEET
            _write_row(sheet, at, cells)
            at += 1

    try:
        yield put
        book.close()
        file.flush()
    except FileCreateError as error:
        raise error.args[0] from None
    finally:
        # Not by book.close(), which would put a whole workbook together even of an export that was cancelled.
        for opened in (*(sheet.row_data_fh for sheet in book.worksheets()), file):
            with suppress(OSError):
                opened.close()


class _File(FileIO):
    """A file that takes everything and writes no more once it has failed.

    ZipFile writes its end again when it is collected, and would complain of the full disk a second time.
    """

    _failed = False

    def write(self, data: "ReadableBuffer", /) -> int:
        if self._failed:
            return memoryview(data).nbytes
        try:
            return super().write(data)
        except OSError:
            self._failed = True
            raise


def _sheet(book: "Workbook", titles: list[str]) -> "Worksheet":
    """Add a sheet with its header, which stays in sight."""
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    for column, title in enumerate(titles):
        sheet.write_string(0, column, title)
    return sheet


def _write_row(sheet: "Worksheet", row: int, cells: list[Cell]) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, str):
            if cell:
                sheet.write_string(row, column, cell)
        else:
            sheet.write_number(row, column, cell)


def _fitted(record: Record, attributes: list[str], tally: Tally) -> Iterator[list[Cell]]:
    """Yield the rows as a sheet can have them, and count what is changed."""
    for cells in rows(record, attributes, tally):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                # XlsxWriter takes such a text for its own markup and would write it as such.
                if cell.startswith("<r>") and cell.endswith("</r>"):
                    cell = f" {cell}"
                    tally[_MARKUP.kind] += 1
                if len(cell) > CELL_LENGTH // 2:
                    cell = _cut(cell, tally)
                cells[column] = cell
            elif float(f"{cell:.16G}") != cell:  # more digits than XlsxWriter writes
                cells[column] = str(cell)
        yield cells


def _cut(cell: str, tally: Tally) -> str:
    """Cut a text at the limit, which counts UTF-16 code units, between two characters."""
    units = cell.encode("utf-16-le")
    if len(units) <= 2 * CELL_LENGTH:
        return cell
    tally[_CUT.kind] += 1
    return units[: 2 * CELL_LENGTH].decode("utf-16-le", errors="ignore")


FORMAT = Format(
    name="xlsx",
    extension=".xlsx",
    title="Excel workbook, one row an annotation",
    shape=f"a file; past {ROWS_A_SHEET - 1:,} rows it goes on in further sheets; numbers are numbers, the "
    "rest is text",
    holds="what `csv` holds",
    loses="text outside the annotations, blocks with roles, authors, who made a relation and when",
    units="Unicode code points, end exclusive",
    verified_by="python-calamine 0.9",
    fates=(
        EMPTY,
        DISCONTINUOUS,
        RELATIONS,
        _CUT,
        _MARKUP,
        _SHEETS,
        LEFT_OUT_PASSAGES,
        LEFT_OUT_ASSESSMENTS,
    ),
    survey=survey,
    write=write,
    extra="xlsx",
)
