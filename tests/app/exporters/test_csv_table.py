import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from app.annotation import Annotation
from app.dataset import Dataset, Record
from app.exporters import export
from app.exporters.table_rows import COLUMNS
from app.project import Project
from tests.app.exporters.hard_project import SCHEME, TEXT, place

ATTRIBUTES = ["check_worthiness", "normalised_text", "kind", "value", "approximator"]


def rows(path: Path) -> list[dict[str, str]]:
    """The table as docs/formats.md tells its readers to read it: one leading apostrophe off every cell."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            {column: cell.removeprefix("'") for column, cell in row.items()}
            for row in csv.DictReader(file, strict=True)
        ]


@pytest.fixture
def table(everything: Dataset, tmp_path: Path) -> list[dict[str, str]]:
    export(everything, "csv", tmp_path / "out.csv")
    return rows(tmp_path / "out.csv")


def test_excel_finds_the_mark_of_utf8_and_ends_of_lines(everything: Dataset, tmp_path: Path) -> None:
    export(everything, "csv", tmp_path / "out.csv")
    written = (tmp_path / "out.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfkind,article_id,")
    assert written.endswith(b"\r\n")


def test_a_row_for_every_annotation_and_suggestion(project: Project, table: list[dict[str, str]]) -> None:
    assert list(table[0]) == [*COLUMNS, *(f"attribute.{name}" for name in ATTRIBUTES), "attributes.other"]
    assert [row["kind"] for row in table].count("suggestion") == 3
    kept = {
        f"annotation-{a.id}": a for article_id in (101, 102, 103) for a in project.annotations(article_id)
    }
    told = {row["id"]: row for row in table if row["kind"] == "annotation"}
    assert told.keys() == kept.keys()
    for name, annotation in kept.items():
        _compare(told[name], annotation, project)


def _compare(row: dict[str, str], annotation: Annotation, project: Project) -> None:
    article = project.article(annotation.article_id)
    text = project.text(annotation.article_id)
    assert row["article_id"] == f"article-{article.id}"
    assert (row["title"], row["site"], row["url"]) == (article.title, article.site, article.url)
    assert (row["label"], row["annotator"], row["note"]) == (
        annotation.label,
        annotation.annotator,
        annotation.note,
    )
    assert row["confidence"] == ("" if annotation.confidence is None else str(annotation.confidence))
    assert (int(row["start"]), int(row["end"])) == (annotation.start, annotation.end)
    if len(annotation.fragments) == 1:
        assert text[int(row["start"]) : int(row["end"])] == row["text"]
        assert row["fragments"] == ""
    else:
        pieces = [tuple(map(int, piece.split(".."))) for piece in row["fragments"].split("; ")]
        assert [text[start:end] for start, end in pieces] == row["text"].split(" … ")
    for name in ATTRIBUTES:
        value = annotation.attributes.get(name)
        cell = row[f"attribute.{name}"]
        assert cell == (value if isinstance(value, str) else "" if value is None else cell)
        if value is not None and not isinstance(value, str):
            assert json.loads(cell) == value


def test_relations_stand_with_their_source(table: list[dict[str, str]]) -> None:
    relations = {row["id"]: row["relations"] for row in table if row["relations"]}
    assert relations == {
        "annotation-1": "said_by annotation-3; has_number annotation-2",
        "annotation-5": "same_claim annotation-1",
        "annotation-42": "has_number annotation-41",
        "suggestion-52": "said_by suggestion-51",
    }


@pytest.mark.parametrize(
    ("note", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+7 727 000", "'+7 727 000"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("'в кавычке", "''в кавычке"),
        ("-5", "-5"),
        ("-5.5e-3", "-5.5e-3"),
        ("-5 %", "'-5 %"),
        ("– сказал он", "– сказал он"),
        ("1=1", "1=1"),
        ("", ""),
    ],
)
def test_no_cell_is_run_as_a_formula(everything: Dataset, tmp_path: Path, note: str, cell: str) -> None:
    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        (record,) = everything.read(article_ids)
        first = record.annotations[0]
        noted = Annotation(1, 101, "A", first.label, first.fragments, note=note)
        yield Record(record.article, record.text, (noted,))

    export(Dataset(SCHEME, everything.selection, (101,), read), "csv", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["note"] == cell
    assert rows(tmp_path / "out.csv")[0]["note"] == note


def test_what_the_table_changes_is_counted(everything: Dataset, tmp_path: Path) -> None:
    report = export(everything, "csv", tmp_path / "out.csv").losses
    counted = {loss.fate.kind: loss.count for loss in report.losses}
    assert counted["texts without annotations"] == 1
    assert counted["discontinuous annotations"] == 1
    assert counted["relations"] == 4
    assert counted["passages read and empty"] == 2
    assert counted["assessments of articles as a whole"] == 3
    assert report.lossy
    assert place("зардап шекті").start in {int(row["start"]) for row in rows(tmp_path / "out.csv")}
    assert TEXT[0] == "🙂"


def test_attributes_the_scheme_has_no_more_are_kept_as_json(everything: Dataset, tmp_path: Path) -> None:
    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        (record,) = everything.read(article_ids)
        first = record.annotations[0]
        old = Annotation(1, 101, "A", first.label, first.fragments, {"kind": "money", "old": [1, "ё"]})
        yield Record(record.article, record.text, (old,))

    export(Dataset(SCHEME, everything.selection, (101,), read), "csv", tmp_path / "out.csv")
    (row,) = rows(tmp_path / "out.csv")
    assert row["attribute.kind"] == "money"
    assert json.loads(row["attributes.other"]) == {"old": [1, "ё"]}
