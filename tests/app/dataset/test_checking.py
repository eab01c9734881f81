import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.dataset import Record, Selection, select
from app.errors import UserError
from app.exporters import FORMATS, export
from app.project import Project
from app.replacing import replace
from tests.app.exporters.hard_project import TEXT, make_hard_project


def _spoil(path: Path, old: str, new: str, table: str, column: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        spoilt = connection.execute(
            f"UPDATE {table} SET {column} = replace({column}, ?, ?) WHERE instr({column}, ?)", (old, new, old)
        )
        assert spoilt.rowcount >= 1
        connection.commit()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("old", "new", "table", "column"),
    [
        ("Әлия Қасымова", "Алия Касымова", "annotations", "fragments"),
        ("зардап шекті", "зардап шеккен", "suggestions", "fragment"),
        ("у входа", "у выхода", "empty_passages", "fragment"),
        ('"text":"около"', '"text":"почти"', "annotations", "attributes"),
    ],
)
def test_a_quote_that_the_text_does_not_have_stops_the_export(
    tmp_path: Path, name: str, old: str, new: str, table: str, column: str
) -> None:
    project = make_hard_project(tmp_path / "p.pressmark")
    _spoil(project.path, old, new, table, column)
    with pytest.raises(UserError, match=r"Article 101 “.*” does not read at "):
        export(select(project, Selection(with_suggestions=True)), name, tmp_path / "new" / "out")
    assert not (tmp_path / "new").exists()
    project.close()


def test_an_offset_past_the_end_stops_the_export(project: Project) -> None:
    dataset = select(project, Selection())

    def shortened(article_ids: Iterable[int]) -> Iterator[Record]:
        for record in dataset.read(article_ids):
            yield replace(record, text=TEXT[:200])

    with pytest.raises(UserError, match="annotation "):
        list(replace(dataset, read=shortened))
