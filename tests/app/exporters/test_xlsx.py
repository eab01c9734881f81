import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from app.annotation import Annotation
from app.dataset import Dataset, Record
from app.errors import UserError
from app.exporters import export, losses, xlsx
from app.exporters.table_rows import COLUMNS
from tests.app.exporters.hard_project import SCHEME

NUMBERS = ("start", "end", "confidence", "score", "attribute.value")


def sheets(path: Path) -> list[list[dict[str, Any]]]:
    """The rows of each sheet by the titles in its first row; empty cells are empty texts."""
    book = CalamineWorkbook.from_path(path)
    found = []
    for name in book.sheet_names:
        titles, *table = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        found.append([dict(zip(map(str, titles), row, strict=True)) for row in table])
    return found


def noted(everything: Dataset, note: str, **values: Any) -> Dataset:
    """A dataset of one annotation, which has the note and the attributes."""

    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        (record,) = everything.read(article_ids)
        first = record.annotations[0]
        annotation = Annotation(1, 101, "A", first.label, first.fragments, values, note=note)
        yield Record(record.article, record.text, (annotation,))

    return Dataset(SCHEME, everything.selection, (101,), read)


def test_the_rows_are_those_of_the_csv_table(everything: Dataset, tmp_path: Path) -> None:
    export(everything, "csv", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        expected = [
            {column: cell.removeprefix("'") for column, cell in row.items()} for row in csv.DictReader(file)
        ]
    export(everything, "xlsx", tmp_path / "out.xlsx")
    (table,) = sheets(tmp_path / "out.xlsx")
    assert list(table[0])[: len(COLUMNS)] == list(COLUMNS)
    assert len(table) == len(expected) == 15
    for row, told in zip(table, expected, strict=True):
        for column, cell in told.items():
            if column in NUMBERS and cell:
                assert isinstance(row[column], float)
                assert row[column] == float(cell)
            else:
                assert row[column] == cell


@pytest.mark.parametrize(
    "note",
    [
        "=1+1",
        "'в кавычке",
        "@SUM(A1)",
        "-5",
        "007",
        "  по краям  ",
        "первая\nвторая\n",
        "_x000D_ и _x0041_",
        "<b>&amp;</b>",
        "https://example.org/" + "a" * 3_000,
        "{=SUM(A1)}",
        "2024-05-06",
        "TRUE",
        "👨‍👩‍👧‍👦 é \u00ad\u00a0",
    ],
)
def test_a_text_comes_back_as_it_is(everything: Dataset, tmp_path: Path, note: str) -> None:
    export(noted(everything, note), "xlsx", tmp_path / "out.xlsx")
    assert sheets(tmp_path / "out.xlsx")[0][0]["note"] == note


def test_what_looks_like_markup_is_kept_apart_and_said(everything: Dataset, tmp_path: Path) -> None:
    report = export(noted(everything, "<r><t>x</t></r>"), "xlsx", tmp_path / "out.xlsx").losses
    assert sheets(tmp_path / "out.xlsx")[0][0]["note"] == " <r><t>x</t></r>"
    assert [loss.fate.kind for loss in report.losses] == ["cells that begin with <r> and end with </r>"]


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("ё" * 32_767, 32_767),
        ("ё" * 32_768, 32_767),
        ("🙂" * 16_383, 16_383),
        ("🙂" * 16_384, 16_383),
    ],
)
def test_a_long_text_is_cut_between_characters(
    everything: Dataset, tmp_path: Path, note: str, kept: int
) -> None:
    dataset = noted(everything, note)
    report = export(dataset, "xlsx", tmp_path / "out.xlsx").losses
    assert sheets(tmp_path / "out.xlsx")[0][0]["note"] == note[:kept]
    assert [(loss.fate.lost, loss.count) for loss in report.losses] == [(True, 1)] * (kept < len(note))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (37, 37.0),
        (-0.33, -0.33),
        (0.1 + 0.2, "0.30000000000000004"),
        (12345678901234567, "12345678901234567"),
    ],
)
def test_numbers_are_numbers_where_no_digit_is_lost(
    everything: Dataset, tmp_path: Path, value: float, cell: object
) -> None:
    export(noted(everything, "", value=value), "xlsx", tmp_path / "out.xlsx")
    assert sheets(tmp_path / "out.xlsx")[0][0]["attribute.value"] == cell


def test_more_rows_than_a_sheet_has_go_on_further_ones(
    everything: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(everything, "xlsx", tmp_path / "whole.xlsx")
    monkeypatch.setattr(xlsx, "ROWS_A_SHEET", 7)
    report = export(everything, "xlsx", tmp_path / "out.xlsx").losses
    parts = sheets(tmp_path / "out.xlsx")
    assert [len(part) for part in parts] == [6, 6, 3]
    assert [row for part in parts for row in part] == sheets(tmp_path / "whole.xlsx")[0]
    counted = {loss.fate.kind: loss.count for loss in report.losses}
    assert counted["rows past the 1,048,575 of a sheet"] == 9
    assert losses(everything, "xlsx") == report


def test_a_dataset_without_rows_has_the_header(everything: Dataset, tmp_path: Path) -> None:
    export(replace(everything, article_ids=(102,)), "xlsx", tmp_path / "out.xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "out.xlsx")
    (only,) = book.get_sheet_by_index(0).to_python()
    assert only[0] == "kind"


def test_without_xlsxwriter_the_line_to_install_it_is_given(
    everything: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UserError, match=r'pip install "pressmark\[xlsx\]"'):
        export(everything, "xlsx", tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []
