"""An export in parts: all of an article in one, the same for a split and for what was dealt before."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from app.dataset import Dataset, Segmentation, Selection, Shape, Split, deal, select, shaped
from app.exporters import ExportCancelled, export
from app.project import Project
from tests.app.dataset.stories import dataset_of, story, words

COPY = words(60, "copy")
STORIES = [story(n, COPY, words(3, n), site=f"{n}.kz", labels=("claim",)) for n in range(1, 13)] + [
    story(n, words(20, n), words(20, -n), site="a.kz", labels=("claim",)) for n in range(13, 40)
]


def ids_by_part(folder: Path) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for file in folder.iterdir():
        for line in file.read_bytes().splitlines():  # of text U+2028 is a line break too
            found[file.stem].add(json.loads(line)["article"]["id"])
    return found


def test_copies_are_in_one_file_and_what_was_dealt_is_what_is_written(tmp_path: Path) -> None:
    dataset = dataset_of(STORIES)
    split = Split((1, 1, 1), salt="s")
    dealt = deal(dataset, split)
    by_split = export(dataset, "jsonl", tmp_path / "split", split=split)
    by_dealt = export(dataset, "jsonl", tmp_path / "dealt", split=dealt)
    written = ids_by_part(tmp_path / "split")
    assert written == ids_by_part(tmp_path / "dealt")
    assert {n: part for part, ids in written.items() for n in ids} == dealt.parts
    assert sum(set(range(1, 13)) <= ids for ids in written.values()) == 1
    assert by_split.parts == by_dealt.parts == {part: len(ids) for part, ids in written.items()}


@pytest.mark.parametrize("segmentation", ["block", "sentence"])
def test_all_segments_of_an_article_are_in_its_part(
    project: Project, tmp_path: Path, segmentation: Segmentation
) -> None:
    for dataset in (dataset_of(STORIES), select(project, Selection())):
        cut = shaped(dataset, Shape(segmentation, {}))
        whole = deal(dataset, Split((1, 1, 1), salt="s"))
        out = tmp_path / str(len(dataset))
        report = export(cut, "jsonl", out, split=Split((1, 1, 1), salt="s"))
        assert sum(report.parts.values()) == report.records > len(dataset)
        for part, ids in ids_by_part(out).items():
            assert {whole.parts[n] for n in ids} == {part}


def test_cancelling_while_the_articles_are_dealt_writes_nothing(everything: Dataset, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with pytest.raises(ExportCancelled):
        export(
            everything,
            "jsonl",
            tmp_path / "out",
            split=Split(),
            progress=lambda done, total: told.append((done, total)),
            cancelled=lambda: bool(told),
        )
    assert told == [(1, 3)]
    assert list(tmp_path.iterdir()) == []
