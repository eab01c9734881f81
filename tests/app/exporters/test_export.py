import errno
import gc
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest

from app.dataset import Dataset, Record, Selection, Shape, Split, select, shaped
from app.errors import UserError
from app.exporters import FORMATS, ExportCancelled, LossReport, LossyExport, export, losses
from app.exporters.documentation import formats_page
from app.exporters.format import Tally
from app.project import Project
from storage import open_project

ROOT = Path(__file__).parents[3]
OWN_READERS = {
    "the csv module of Python",
    "a strict parser in Pressmark's tests",
    "a strict reader of its documented lines in Pressmark's tests",
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


PROGRAM = """
import sys
from pathlib import Path
from app.dataset import Selection, select
from storage import open_project
from tests.app.exporters.test_export import export_every_way

project = open_project(Path(sys.argv[1]), read_only=True)
export_every_way(select(project, Selection(with_suggestions=True)), Path(sys.argv[2]))
"""


def export_every_way(dataset: Dataset, folder: Path) -> None:
    """Write the dataset in every format: whole, dealt to parts, and cut and renamed."""
    cut = shaped(dataset, Shape("sentence", {"number": "NUM", "claim": "NUM"}))
    for name in FORMATS:
        export(dataset, name, folder / "whole" / name)
        export(dataset, name, folder / "dealt" / name, split=Split((50, 25, 25), "article", "соль"))
        export(cut, name, folder / "cut" / name)


def test_the_bytes_depend_on_neither_process_nor_hash_seed_nor_time_zone(
    project: Project, everything: Dataset, tmp_path: Path
) -> None:
    export_every_way(everything, tmp_path / "here")
    here = contents(tmp_path / "here")
    assert {name.split("/")[1] for name in here} == FORMATS.keys()
    surroundings = (("1", "Asia/Almaty", "C.UTF-8"), ("123", "America/St_Johns", "C"))
    for number, (seed, zone, language) in enumerate(surroundings):
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(project.path), str(tmp_path / f"there{number}")],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language},
            check=True,
        )
        assert contents(tmp_path / f"there{number}") == here


@pytest.mark.parametrize("name", FORMATS)
def test_a_split_deals_every_article_to_one_part(
    annotations_only: Dataset, tmp_path: Path, name: str
) -> None:
    split = Split((50, 25, 25), "article", "s")
    report = export(annotations_only, name, tmp_path / "out", split=split)
    extension = FORMATS[name].extension
    parts = {f"{part}{extension}" for part in ("train", "dev", "test")}
    expected = parts if FORMATS[name].write_parts is None else {"README.md", "data"}
    assert {path.name for path in (tmp_path / "out").iterdir()} == expected
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
    with pytest.raises(UserError, match=r"already holds something|“.*out/dataset\."):
        export(everything, name, tmp_path / "out")
    with pytest.raises(UserError, match="already holds something"):
        export(everything, name, tmp_path / "out", split=Split())
    assert contents(tmp_path) == {"out/mine.txt": hashlib.sha256(b"mine").hexdigest()}


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_folder_gives_way_to_a_folder(everything: Dataset, tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    export(everything, name, tmp_path / "out", split=Split())
    assert contents(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", [name for name, declared in FORMATS.items() if declared.extension])
def test_a_file_never_takes_the_place_of_a_folder(everything: Dataset, tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    announced: list[LossReport] = []
    with pytest.raises(UserError, match="is a folder, and this is written as a file"):
        export(everything, name, tmp_path / "out", announce=announced.append)
    assert (tmp_path / "out").is_dir()
    assert not announced  # it was said before anything was read


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("name", ["jsonl", "brat"])
def test_what_is_neither_file_nor_folder_is_not_replaced(
    everything: Dataset, tmp_path: Path, name: str
) -> None:
    os.mkfifo(tmp_path / "pipe")  # to /dev/null it would happen too, where one is root
    with pytest.raises(UserError, match="neither a file nor a folder"):
        export(everything, name, tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()
    assert len(list(tmp_path.iterdir())) == 1


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


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("full_after", [0, 1_000, 3_000])
def test_a_disk_that_is_full_midway_is_said_once(
    everything: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, full_after: int
) -> None:
    resource = pytest.importorskip("resource", reason="nothing limits the length of files here")
    complaints: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", complaints.append)
    whole = tmp_path / "whole"
    export(everything, name, whole)
    longest = max(file.stat().st_size for file in (whole.rglob("*") if whole.is_dir() else [whole]))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (min(full_after, longest - 1), hard))
    try:
        with pytest.raises(UserError, match=rf"“.*out” cannot be written: {os.strerror(errno.EFBIG)}\.$"):
            export(everything, name, tmp_path / "out")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    gc.collect()
    assert not complaints
    assert list(tmp_path.iterdir()) == [whole]


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


def test_the_readers_said_to_verify_are_installed_and_read_here() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    imported = set(re.findall(r"^(?:from|import) (\w+)", tests, re.MULTILINE))
    modules: dict[str, set[str]] = {}
    for module, names in packages_distributions().items():
        for distribution in names:
            modules.setdefault(distribution.lower().replace("_", "-"), set()).add(module)
    for declared in FORMATS.values():
        for verified in declared.verified_by.split(", "):
            if verified in OWN_READERS:
                continue
            reader, _, said = verified.rpartition(" ")
            assert version(reader).startswith(f"{said}."), declared.verified_by
            assert modules[reader.lower().replace("_", "-")] & imported, f"no test reads with {reader}"


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


def test_no_export_takes_the_place_of_a_project(
    project: Project, everything: Dataset, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.pressmark"
    shutil.copy(project.path, kept)
    before = kept.read_bytes()
    with pytest.raises(UserError, match="is a project or another database"):
        export(everything, "jsonl", kept)
    with pytest.raises(UserError, match="is a project or another database"):
        export(everything, "brat", kept)
    assert kept.read_bytes() == before
    assert list(tmp_path.iterdir()) == [kept]
