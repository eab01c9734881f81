import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import datasets
import pyarrow.parquet as pq
import pytest

from app.dataset import Dataset, Selection, Split, select
from app.errors import UserError
from app.exporters import export, parquet
from app.project import Project
from tests.app.exporters.hard_project import EMPTY_TEXT, FLAT_TEXT, TEXT


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[Path]:
    """A folder for what `datasets` keeps; it draws bars and would leave files at home."""
    datasets.disable_progress_bars()
    yield tmp_path / "cache"
    datasets.enable_progress_bars()


def load(files: Any, cache: Path) -> Any:
    return datasets.load_dataset("parquet", data_files=files, cache_dir=str(cache))


def as_native(row: dict[str, Any]) -> dict[str, Any]:
    """A row as the line of the native format, by what docs/formats.md says of the differences."""
    values = dict(row)
    values["statuses"] = {each["annotator"]: each["status"] for each in values["statuses"]}
    values["assessments"] = {each.pop("annotator"): each for each in map(dict, values["assessments"])}
    for each in values["assessments"].values():
        each["attributes"] = json.loads(each["attributes"])
    for thing in [*values["annotations"], *(values["suggestions"] or ())]:
        thing["attributes"] = json.loads(thing["attributes"])
    if values["segment"] is None:
        del values["segment"]
    if values["suggestions"] is None:
        del values["suggestions"]
    else:
        for suggestion in values["suggestions"]:
            links = suggestion["relations"]
            suggestion["relations"] = [{k: v for k, v in link.items() if v is not None} for link in links]
    return values


def native_lines(dataset: Dataset, path: Path) -> list[dict[str, Any]]:
    export(dataset, "jsonl", path)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


@pytest.mark.parametrize("with_suggestions", [False, True])
def test_datasets_reads_what_the_native_format_has(
    project: Project, tmp_path: Path, quiet: Path, with_suggestions: bool
) -> None:
    dataset = select(project, Selection(with_suggestions=with_suggestions))
    export(dataset, "parquet", tmp_path / "out.parquet", strict=True)
    loaded = load(str(tmp_path / "out.parquet"), quiet)["train"]
    assert loaded["text"][:] == [TEXT, EMPTY_TEXT, FLAT_TEXT]
    native = native_lines(dataset, tmp_path / "out.jsonl")
    assert [as_native(row) for row in loaded] == native
    assert ("suggestions" in native[0]) is with_suggestions


def test_datasets_reads_the_lines_of_the_native_format_with_equal_values(
    everything: Dataset, tmp_path: Path, quiet: Path
) -> None:
    export(everything, "parquet", tmp_path / "out.parquet")
    native = native_lines(everything, tmp_path / "out.jsonl")
    of_lines = datasets.load_dataset("json", data_files=str(tmp_path / "out.jsonl"), cache_dir=str(quiet))
    of_columns = load(str(tmp_path / "out.parquet"), quiet)
    rows = list(of_lines["train"])
    for row in rows:
        if day := row["article"]["published"]:  # it takes texts that look like days for dates
            row["article"]["published"] = day.date().isoformat()
    assert rows == native == [as_native(row) for row in of_columns["train"]]


def test_pyarrow_reads_the_same(everything: Dataset, tmp_path: Path) -> None:
    export(everything, "parquet", tmp_path / "out.parquet")
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert [as_native(row) for row in rows] == native_lines(everything, tmp_path / "out.jsonl")


def test_quotes_are_at_their_offsets(everything: Dataset, tmp_path: Path, quiet: Path) -> None:
    export(everything, "parquet", tmp_path / "out.parquet")
    checked = 0
    for row in load(str(tmp_path / "out.parquet"), quiet)["train"]:
        for annotation in row["annotations"]:
            for fragment in annotation["fragments"]:
                assert row["text"][fragment["start"] : fragment["end"]] == fragment["text"]
                checked += 1
    assert checked == 13


def test_a_split_is_a_folder_that_datasets_knows_the_parts_of(
    annotations_only: Dataset, tmp_path: Path, quiet: Path
) -> None:
    report = export(annotations_only, "parquet", tmp_path / "out", split=Split((1, 1, 1), "article", "c"))
    assert set(report.parts.values()) == {1}
    loaded = datasets.load_dataset(str(tmp_path / "out"), cache_dir=str(quiet))
    assert {name: len(loaded[name]) for name in loaded} == {"train": 1, "validation": 1, "test": 1}
    assert loaded["train"].features == loaded["test"].features
    assert {row["text"] for name in loaded for row in loaded[name]} == {TEXT, EMPTY_TEXT, FLAT_TEXT}


def test_a_part_without_articles_is_no_hindrance(
    annotations_only: Dataset, tmp_path: Path, quiet: Path
) -> None:
    report = export(annotations_only, "parquet", tmp_path / "out", split=Split((1, 1, 1), "article", "s"))
    assert report.parts["test"] == 0
    loaded = datasets.load_dataset(str(tmp_path / "out"), split="train", cache_dir=str(quiet))
    assert len(loaded) == report.parts["train"] == 2
    assert pq.read_table(tmp_path / "out" / "test.parquet").schema.equals(
        pq.read_schema(tmp_path / "out" / "train.parquet")
    )


def test_row_groups_are_written_as_they_fill(
    everything: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for size, groups in ((3, [3]), (2, [2, 1])):
        monkeypatch.setattr(parquet, "ROWS_A_GROUP", size)
        export(everything, "parquet", tmp_path / "out.parquet")
        file = pq.ParquetFile(tmp_path / "out.parquet")
        assert [file.metadata.row_group(i).num_rows for i in range(file.num_row_groups)] == groups
    rows = file.read().to_pylist()
    assert [row["article"]["id"] for row in rows] == [101, 102, 103]


def test_only_values_that_come_again_are_kept_as_a_dictionary(everything: Dataset, tmp_path: Path) -> None:
    export(everything, "parquet", tmp_path / "out.parquet")
    group = pq.ParquetFile(tmp_path / "out.parquet").metadata.row_group(0)
    columns = {group.column(i).path_in_schema: group.column(i) for i in range(group.num_columns)}
    assert columns["annotations.list.element.label"].has_dictionary_page
    assert not columns["annotations.list.element.fragments.list.element.start"].has_dictionary_page
    assert not columns["text"].has_dictionary_page


def test_without_pyarrow_the_line_to_install_it_is_given(
    everything: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(UserError, match=r'pip install "pressmark\[parquet\]"'):
        export(everything, "parquet", tmp_path / "out.parquet")
    assert list(tmp_path.iterdir()) == []
