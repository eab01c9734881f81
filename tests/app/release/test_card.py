"""The card by its readers: the hub's for the front matter, `datasets` for the folder, Python for the code."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import datasets
import pytest
from huggingface_hub import DatasetCard

from app.dataset import Selection, Shape
from app.project import Project
from app.release import Plan, release
from tests.app.exporters.hard_project import ASEL, FLAT_TEXT
from tests.app.release.conftest import EACH_IN_ONE_PART

CODE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.fixture
def quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """`datasets` draws bars and keeps files at home."""
    monkeypatch.setattr("datasets.config.HF_DATASETS_CACHE", str(tmp_path / "cache"))
    datasets.disable_progress_bars()
    yield
    datasets.enable_progress_bars()


def card(project: Project, plan: Plan, out: Path) -> str:
    release(project, out, plan)
    return (out / "README.md").read_text(encoding="utf-8")


def front_matter(page: str) -> dict[str, Any]:
    data: Any = DatasetCard(page).data
    read: dict[str, Any] = data.to_dict()
    return read


def section(page: str, title: str) -> str:
    """What stands under a heading, to the next of the same level."""
    _, _, rest = page.partition(f"\n## {title}\n")
    return re.split(r"^## ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def test_the_hub_reads_the_front_matter(project: Project, plan: Plan, tmp_path: Path) -> None:
    read = front_matter(card(project, plan, tmp_path / "out"))
    assert read["pretty_name"] == "hard"
    assert read["language"] == ["en", "kk", "ru"]
    assert read["size_categories"] == ["n<1K"]
    assert read["configs"] == [
        {
            "config_name": "default",
            "data_files": [
                {"split": "train", "path": "parquet/train.parquet"},
                {"split": "validation", "path": "parquet/dev.parquet"},
                {"split": "test", "path": "parquet/test.parquet"},
            ],
        }
    ]


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("formats", [("jsonl", "parquet"), ("hf", "csv")])
def test_the_folder_itself_is_a_dataset(project: Project, tmp_path: Path, formats: tuple[str, ...]) -> None:
    release(project, tmp_path / "out", Plan(formats, split=EACH_IN_ONE_PART))
    loaded = datasets.load_dataset(str(tmp_path / "out"))
    assert {split: len(rows) for split, rows in loaded.items()} == {"train": 1, "validation": 1, "test": 1}
    assert loaded["train"][0]["text"] == FLAT_TEXT


@pytest.mark.usefixtures("quiet")
def test_a_part_with_nothing_in_it_does_not_stand_in_the_way(project: Project, tmp_path: Path) -> None:
    release(project, tmp_path / "out", Plan(split=replace(EACH_IN_ONE_PART, shares=(1, 0, 0))))
    loaded = datasets.load_dataset(str(tmp_path / "out"))
    assert {split: len(rows) for split, rows in loaded.items()} == {"train": 3}


def test_json_lines_alone_are_no_splits_of_the_hub(project: Project, quick: Plan, tmp_path: Path) -> None:
    # `datasets` guesses their types file by file: of these three, one has no date and two have.
    page = card(project, quick, tmp_path / "out")
    assert "configs" not in front_matter(page)
    assert "import datasets" not in page


@pytest.mark.usefixtures("quiet")
def test_the_code_shown_runs(project: Project, tmp_path: Path) -> None:
    page = card(project, Plan(("jsonl", "parquet", "spacy"), split=EACH_IN_ONE_PART), tmp_path / "out")
    blocks = CODE.findall(page)
    assert len(blocks) == 3
    for block in blocks:
        names: dict[str, object] = {}
        exec(block.replace("path/to/this/folder", str(tmp_path / "out")), names)
        assert {"row", "docs"} & names.keys()


def test_it_counts_what_is_there(project: Project, plan: Plan, tmp_path: Path) -> None:
    page = card(project, plan, tmp_path / "out")
    assert "3 news articles published on 2024-05-06 with 12 annotations and 4 relations" in page
    assert "state at step 11 of its history, 2024-05-06" in page
    counts = section(page, "Counts")
    assert "| annotations | 2 | 10 | 0 | 12 |" in counts
    assert "| – `claim` | 0 | 6 | 0 | 6 |" in counts


def test_charts_and_files_it_names_are_there(project: Project, plan: Plan, tmp_path: Path) -> None:
    page = card(project, plan, tmp_path / "out")
    links = LINK.findall(page)
    assert len(links) == 4
    named = [*links, *re.findall(r"`([a-z]+(?:/[a-z]+)?\.[a-z]+)`", section(page, "Files"))]
    assert len(named) == 16
    for path in named:
        assert (tmp_path / "out" / path).is_file(), path


def test_it_tells_where_annotations_come_from(project: Project, plan: Plan, tmp_path: Path) -> None:
    told = section(card(project, plan, tmp_path / "out"), "Where it comes from")
    assert "2 annotators made the annotations" in told
    assert "1 of 12 annotations (8.3%) were accepted from a suggestion" in told
    assert "| `numbers` | 1 | 0 | 0 | 1 |" in told
    assert "| Жергілікті Газет | 1 |" in told
    assert "text/html 3" in told
    assert "done 3, in progress 1" in told


def test_open_suggestions_do_not_change_it(project: Project, quick: Plan, tmp_path: Path) -> None:
    # They are computed, not decided: they have no history, so a release must not depend on them.
    release(project, tmp_path / "one", quick)
    project.put_suggestions(101, {"claims": [], "speakers": []})
    release(project, tmp_path / "two", quick)
    for path in (tmp_path / "one").rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()


def test_agreement_is_told_without_names(project: Project, plan: Plan, tmp_path: Path) -> None:
    page = card(project, plan, tmp_path / "out")
    told = section(page, "Agreement")
    assert "| 1 and 2 | 1 | `claim` | 5 | 1 | 0.000 | 0.000 |" in told
    assert ASEL not in page


def test_one_annotator_agrees_with_nobody(project: Project, tmp_path: Path) -> None:
    plan = Plan(("jsonl",), Selection(annotators=(ASEL,)), split=EACH_IN_ONE_PART)
    assert "No article was done by two annotators" in section(
        card(project, plan, tmp_path / "out"), "Agreement"
    )


def test_losses_are_told_by_format(project: Project, tmp_path: Path) -> None:
    told = section(
        card(project, Plan(("jsonl", "doccano"), split=EACH_IN_ONE_PART), tmp_path / "out"), "Known losses"
    )
    assert "Nothing that was selected is missing" in told.partition("### `doccano`")[0]
    assert "Discontinuous annotations (1)" in told.partition("### `doccano`")[2]


def test_labels_have_the_names_they_have_in_the_files(project: Project, tmp_path: Path) -> None:
    plan = Plan(("jsonl",), shape=Shape(names={"claim": "CLAIM"}), split=EACH_IN_ONE_PART)
    page = card(project, plan, tmp_path / "out")
    assert "| – `CLAIM` | 0 | 6 | 0 | 6 |" in page
    assert "### Claim (`CLAIM`)" in page
    assert "the label `claim` is called `CLAIM`" in section(page, "What was taken")


def test_leakage_is_told(project: Project, plan: Plan, tmp_path: Path) -> None:
    told = section(card(project, plan, tmp_path / "out"), "Splits")
    assert "50/25/25" in told
    assert "equal texts only" in told
    assert "Near-duplicates in different parts: 0 pairs." in told
