import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import datasets
import pyarrow.parquet as pq
import pytest
from huggingface_hub import DatasetCard

from app.dataset import Dataset, Selection, Shape, Split, select, shaped
from app.dataset.card import HUB_SPLITS
from app.errors import UserError
from app.exporters import export
from app.project import Project
from app.replacing import replace
from app.scheme import parse_scheme
from tests.app.exporters.hard_project import EMPTY_TEXT, FLAT_TEXT, TEXT
from tests.app.exporters.test_parquet import as_native, native_lines

NEWS = Path(__file__).parents[3] / "resources" / "schemes" / "news.toml"
EACH_A_PART = Split((1, 1, 1), "article", "c")
NO_TEST = Split((1, 1, 0), "article", "c")


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[str]:
    """A folder for what `datasets` keeps; it draws bars and would leave files at home."""
    datasets.disable_progress_bars()
    yield str(tmp_path / "cache")
    datasets.enable_progress_bars()


def read_card(folder: Path) -> tuple[dict[str, Any], str]:
    """The front matter and the text, as the hub's own library reads them."""
    card: Any = DatasetCard.load(folder / "README.md")
    return card.data.to_dict(), card.text


def test_the_folder_is_a_dataset_with_one_split(everything: Dataset, tmp_path: Path, cache: str) -> None:
    export(everything, "hf", tmp_path / "hf", strict=True)
    files = {
        str(path.relative_to(tmp_path / "hf")) for path in (tmp_path / "hf").rglob("*") if path.is_file()
    }
    assert files == {"README.md", "data/train-00000-of-00001.parquet"}
    loaded = datasets.load_dataset(str(tmp_path / "hf"), cache_dir=cache)
    assert list(loaded) == ["train"]
    assert loaded["train"]["text"][:] == [TEXT, EMPTY_TEXT, FLAT_TEXT]
    assert [as_native(row) for row in loaded["train"]] == native_lines(everything, tmp_path / "out.jsonl")
    fragments = loaded["train"].features["annotations"].feature["fragments"].feature
    assert fragments["start"] == datasets.Value("int64")
    assert fragments["text"] == datasets.Value("string")


def test_parts_are_splits_with_equal_values_to_those_of_jsonl(
    everything: Dataset, tmp_path: Path, cache: str
) -> None:
    report = export(everything, "hf", tmp_path / "hf", split=EACH_A_PART)
    assert report.parts == {"train": 1, "dev": 1, "test": 1}
    export(everything, "jsonl", tmp_path / "jsonl", split=EACH_A_PART)
    loaded = datasets.load_dataset(str(tmp_path / "hf"), cache_dir=cache)
    assert list(loaded) == ["train", "validation", "test"]
    for part, split in HUB_SPLITS.items():
        lines = (tmp_path / "jsonl" / f"{part}.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
        assert [as_native(row) for row in loaded[split]] == [json.loads(line) for line in lines]
    files = {split: str(tmp_path / "hf" / "data" / f"{split}-*.parquet") for split in HUB_SPLITS.values()}
    by_hand = datasets.load_dataset("parquet", data_files=files, cache_dir=cache)
    assert {split: by_hand[split][:] for split in by_hand} == {split: loaded[split][:] for split in loaded}


def test_a_part_without_articles_is_no_split(everything: Dataset, tmp_path: Path, cache: str) -> None:
    report = export(everything, "hf", tmp_path / "hf", split=NO_TEST)
    assert report.parts["test"] == 0
    loaded = datasets.load_dataset(str(tmp_path / "hf"), cache_dir=cache)
    parts = {HUB_SPLITS[part]: count for part, count in report.parts.items() if count}
    assert {split: len(loaded[split]) for split in loaded} == parts
    assert sum(parts.values()) == 3
    front, text = read_card(tmp_path / "hf")
    assert [file["split"] for file in front["configs"][0]["data_files"]] == list(parts)
    assert "| test |" not in text


def test_the_front_matter_is_what_the_hub_reads(everything: Dataset, tmp_path: Path) -> None:
    export(everything, "hf", tmp_path / "hf", split=EACH_A_PART)
    front, _ = read_card(tmp_path / "hf")
    assert front == {
        "pretty_name": "Small",
        "language": ["en", "kk", "ru"],
        "task_categories": ["token-classification"],
        "size_categories": ["n<1K"],
        "tags": ["span-annotation", "news"],
        "configs": [
            {
                "config_name": "default",
                "data_files": [
                    {"split": split, "path": f"data/{split}-*.parquet"}
                    for split in ("train", "validation", "test")
                ],
            }
        ],
    }


def test_the_card_counts_and_defines(everything: Dataset, tmp_path: Path) -> None:
    scheme = parse_scheme(NEWS.read_text(encoding="utf-8"))
    dataset = shaped(replace(everything, scheme=scheme), Shape("block", {"claim": "CLAIM"}))
    export(dataset, "hf", tmp_path / "hf")
    _, text = read_card(tmp_path / "hf")
    assert "3 news articles, published from 2024-05-06 to 2024-05-06" in text
    assert "A row is one segment" in text
    for row in ("| articles | 3 |", "| segments | 5 |", "| – `CLAIM` | 6 |", "| relations | 3 |"):
        assert row in text
    assert "### Claim (`CLAIM`)\n\nA claim is a statement about the world" in text
    assert "- the label `claim` is called `CLAIM`" in text
    assert "- Has number (`has_number`): `CLAIM` → `number`" in text
    assert "- Relations from one segment to another (1): left out." in text
    assert "in JavaScript, Java or C#" in text


def test_every_column_is_told_of(everything: Dataset, tmp_path: Path, cache: str) -> None:
    export(everything, "hf", tmp_path / "hf")
    loaded = datasets.load_dataset(str(tmp_path / "hf"), cache_dir=cache)["train"]
    _, text = read_card(tmp_path / "hf")
    told = [
        line.split("`")[1] for line in text.split("## Fields")[1].split("## ")[0].splitlines() if "`" in line
    ]
    assert told[: len(loaded.column_names)] == loaded.column_names


def test_the_example_of_the_card_runs(
    everything: Dataset, tmp_path: Path, cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", Path(cache))
    export(everything, "hf", tmp_path / "path" / "to" / "this" / "folder")
    monkeypatch.chdir(tmp_path)
    _, text = read_card(Path("path/to/this/folder"))
    program = text.split("```python\n")[1].split("```")[0]
    ran: dict[str, Any] = {}
    exec(program, ran)
    assert ran["fragment"]["text"] in TEXT


@pytest.mark.parametrize("split", [None, EACH_A_PART])
def test_a_dataset_of_nothing_has_its_columns(
    everything: Dataset, tmp_path: Path, split: Split | None
) -> None:
    export(replace(everything, article_ids=()), "hf", tmp_path / "hf", split=split)
    assert [file.name for file in (tmp_path / "hf" / "data").iterdir()] == ["train-00000-of-00001.parquet"]
    front, text = read_card(tmp_path / "hf")
    assert "language" not in front
    assert "0 news articles, annotated" in text
    table = pq.read_table(tmp_path / "hf" / "data" / "train-00000-of-00001.parquet")
    assert (table.num_rows, table.column_names[0]) == (0, "schema_version")


def test_a_name_with_signs_breaks_neither_yaml_nor_markdown(everything: Dataset, tmp_path: Path) -> None:
    name = 'Новости: "цитаты" | #1\n---\nи \\ <b>'
    export(replace(everything, scheme=replace(everything.scheme, name=name)), "hf", tmp_path / "hf")
    front, text = read_card(tmp_path / "hf")
    assert front["pretty_name"] == name
    assert text.lstrip().startswith("# Новости")


def test_without_pyarrow_the_line_to_install_it_is_given(
    everything: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(UserError, match=r'pip install "pressmark\[parquet\]"'):
        export(everything, "hf", tmp_path / "hf")
    assert list(tmp_path.iterdir()) == []


def test_a_selection_is_told(project: Project, tmp_path: Path) -> None:
    chosen = Selection(labels=("claim",), languages=("ru",), published_from="2024", least_confidence=0.5)
    export(select(project, chosen), "hf", tmp_path / "hf")
    _, text = read_card(tmp_path / "hf")
    taken = text.split("## What was taken\n\n")[1].split("\n\n")[0]
    assert taken.splitlines() == [
        "- labels: claim",
        "- languages: ru",
        "- published from 2024 to …",
        "- annotations with a confidence of 0.5 or more, or none given",
        "- without suggestions",
        "- whole articles",
    ]
