import errno
import hashlib
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

from app.dataset import Dataset, Record, Selection, Split, select
from app.errors import UserError
from app.exporters import FORMATS, ExportCancelled, LossReport, LossyExport, export, losses
from app.exporters.documentation import formats_page
from app.exporters.format import Tally
from app.project import Project
from storage import open_project

ROOT = Path(__file__).parents[3]
READERS = {
    "jsonschema": "jsonschema",
    "spaCy": "spacy",
    "seqeval": "seqeval",
    "conllu": "conllu",
    "datasets": "datasets",
    "python-calamine": "python-calamine",
    "dkpro-cassis": "dkpro-cassis",
    "label-studio-sdk": "label-studio-sdk",
    "rdflib": "rdflib",
}


def contents(path: Path) -> dict[str, str]:
    """Hash of every file at or under `path`."""
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
    return {str(file.relative_to(path)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def output(name: str, folder: Path) -> Path:
    return folder / f"out{FORMATS[name].extension}"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("split", [None, Split((50, 25, 25), "article", "соль")])
def test_the_same_project_gives_the_same_bytes(
    project: Project, tmp_path: Path, name: str, split: Split | None
) -> None:
    selection = Selection(with_suggestions=True)
    made = []
    for folder in (tmp_path / "first", tmp_path / "second"):
        reopened = open_project(project.path, read_only=True)
        export(select(reopened, selection), name, output(name, folder), split=split)
        reopened.close()
        made.append(contents(output(name, folder)))
    assert made[0] == made[1]
    assert made[0]


def test_the_bytes_do_not_depend_on_the_process(
    project: Project, everything: Dataset, tmp_path: Path
) -> None:
    script = (
        "import sys; from pathlib import Path; from app.dataset import *; from app.exporters import *\n"
        "from storage import open_project\n"
        "project = open_project(Path(sys.argv[1]), read_only=True)\n"
        "dataset = select(project, Selection(with_suggestions=True))\n"
        "for name in FORMATS: export(dataset, name, Path(sys.argv[2]) / name)\n"
    )
    subprocess.run(
        [sys.executable, "-c", script, str(project.path), str(tmp_path / "other")],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "123"},
        check=True,
    )
    for name in FORMATS:
        export(everything, name, tmp_path / "here" / name)
    assert contents(tmp_path / "here") == contents(tmp_path / "other")


@pytest.mark.parametrize("name", FORMATS)
def test_a_split_deals_every_article_to_one_part(
    annotations_only: Dataset, tmp_path: Path, name: str
) -> None:
    split = Split((50, 25, 25), "article", "s")
    report = export(annotations_only, name, tmp_path / "out", split=split)
    extension = FORMATS[name].extension
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        f"{part}{extension}" for part in ("train", "dev", "test")
    }
    assert sum(report.parts.values()) == report.records == 3


@pytest.mark.parametrize("name", FORMATS)
def test_cancelling_leaves_nothing_behind(everything: Dataset, tmp_path: Path, name: str) -> None:
    done: list[tuple[int, int]] = []
    with pytest.raises(ExportCancelled):
        export(
            everything,
            name,
            tmp_path / "new" / "folder" / "out",
            progress=lambda *at: done.append(at),
            cancelled=lambda: len(done) == 2,
        )
    assert done == [(1, 3), (2, 3)]
    assert list(tmp_path.iterdir()) == []


def test_a_failed_export_leaves_the_file_that_was_there(everything: Dataset, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("earlier\n")
    with pytest.raises(ExportCancelled):
        export(everything, "jsonl", out, cancelled=lambda: True)
    assert out.read_text() == "earlier\n"
    assert list(tmp_path.iterdir()) == [out]
    export(everything, "jsonl", out)
    assert out.read_text(encoding="utf-8").startswith('{"schema_version":1')
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("name", FORMATS)
def test_a_folder_with_something_in_it_is_never_touched(
    everything: Dataset, tmp_path: Path, name: str
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(UserError, match="already holds something"):
        export(everything, name, tmp_path / "out")
    assert contents(tmp_path) == {"out/mine.txt": hashlib.sha256(b"mine").hexdigest()}


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_folder_gives_way(everything: Dataset, tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    export(everything, name, tmp_path / "out")
    assert contents(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(everything: Dataset, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match=r"“.*out\.jsonl” cannot be written: "):
        export(everything, "jsonl", tmp_path / "file" / "out.jsonl")


def test_a_full_disk_leaves_nothing_and_is_said(
    everything: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(UserError, match="cannot be written: No space left on device"):
        export(everything, "jsonl", tmp_path / "out.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_a_link_leads_to_the_file_that_is_replaced(everything: Dataset, tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_text("earlier")
    (tmp_path / "link.jsonl").symlink_to("real.jsonl")
    export(everything, "jsonl", tmp_path / "link.jsonl")
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_text(encoding="utf-8").startswith("{")


def test_the_folder_one_is_in_can_be_named(
    everything: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    export(everything, "brat", Path())
    assert (tmp_path / "here" / "annotation.conf").exists()


def test_strict_refuses_before_anything_is_written(everything: Dataset, tmp_path: Path) -> None:
    for name in ("csv", "spacy", "brat"):
        with pytest.raises(LossyExport, match="nothing was written"):
            export(everything, name, tmp_path / "new" / name, strict=True)
    assert list(tmp_path.iterdir()) == []


def test_strict_lets_through_what_is_only_held_in_another_shape(
    annotations_only: Dataset, everything: Dataset, tmp_path: Path
) -> None:
    assert export(everything, "jsonl", tmp_path / "out.jsonl", strict=True).losses == LossReport()

    def without_passages(article_ids: Iterable[int]) -> Iterator[Record]:
        for record in annotations_only.read(article_ids):
            yield replace(record, empty_passages=(), assessments={})

    held = replace(annotations_only, read=without_passages)
    report = export(held, "brat", tmp_path / "brat", strict=True)
    assert report.losses.losses
    assert not report.losses.lossy


@pytest.mark.parametrize("name", FORMATS)
def test_losses_are_announced_first_and_are_those_of_the_file(
    everything: Dataset, tmp_path: Path, name: str
) -> None:
    told: list[LossReport] = []

    def announce(report: LossReport) -> None:
        assert list(tmp_path.iterdir()) == []
        told.append(report)

    report = export(everything, name, tmp_path / "out", announce=announce)
    assert told == [report.losses] == [losses(everything, name)]
    assert len(str(report.losses).splitlines()) == len(report.losses.losses)


def test_the_report_counts_what_was_written(everything: Dataset, tmp_path: Path) -> None:
    report = export(everything, "jsonl", tmp_path / "out.jsonl")
    assert (report.records, report.annotations, report.relations, report.suggestions) == (3, 12, 4, 3)
    assert report.parts == {}


def test_an_unknown_format_is_refused_by_name(everything: Dataset, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no format “docx”: there are jsonl, "):
        export(everything, "docx", tmp_path / "out")


def test_the_page_of_formats_is_what_the_exporters_declare() -> None:
    written = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert written == formats_page(), "write app.exporters.documentation.formats_page() to docs/formats.md"


def test_the_versions_said_to_verify_are_the_installed_ones() -> None:
    for declared in FORMATS.values():
        reader, _, said = declared.verified_by.rpartition(" ")
        if reader in READERS:
            assert version(READERS[reader]).startswith(f"{said}."), declared.verified_by


@pytest.mark.parametrize("name", FORMATS)
def test_everything_counted_is_declared_and_so_reported(everything: Dataset, name: str) -> None:
    declared = FORMATS[name]
    tally: Tally = Counter()
    count = declared.survey(everything, tally)
    for record in everything:
        count(record)
    kinds = [fate.kind for fate in declared.fates]
    assert len(set(kinds)) == len(kinds)
    assert tally.keys() <= set(kinds)
