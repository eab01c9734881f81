"""What a release is: whole, the same bytes each time, verified when asked for again, never overwritten."""

import csv
import hashlib
import json
import sys
import time
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest

from app import replacing
from app.anchor import Fragment, Quote
from app.changes import Change
from app.dataset import Selection, Shape, Split
from app.errors import UserError
from app.project import Project
from app.release import Plan, changes_since, release, verify
from app.session import Session
from tests.app.exporters.hard_project import ASEL, BORIS
from tests.app.release.conftest import EACH_IN_ONE_PART


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def annotate_otherwise(project: Project, value: int = 1) -> None:
    """One more step: another value of the number 31 of article 103."""
    annotation = project.annotation(31)
    changed = replacing.replace(annotation, attributes={"value": value, "kind": "cardinal"})
    Session(project, ASEL, clock=lambda: "2024-06-01T00:00:00.000Z").do(
        "set_attributes", [Change(annotation, changed)]
    )


# ------------------------------------------------------------------------------------------------ making


def test_everything_is_there_and_in_the_manifest(project: Project, plan: Plan, tmp_path: Path) -> None:
    made = release(project, tmp_path / "out", plan)
    found = files(tmp_path / "out")
    assert made.made
    assert found.keys() == {
        "README.md",
        "articles.jsonl",
        "charts/labels.png",
        "charts/languages.png",
        "charts/lengths.png",
        "charts/months.png",
        "croissant.json",
        "jsonl/dev.jsonl",
        "jsonl/test.jsonl",
        "jsonl/train.jsonl",
        "leakage.json",
        "manifest.json",
        "parquet/dev.parquet",
        "parquet/test.parquet",
        "parquet/train.parquet",
        "scheme.toml",
        "splits.csv",
    }
    written = json.loads(found.pop("manifest.json"))
    assert [entry["path"] for entry in written["files"]] == sorted(found)
    for entry in written["files"]:
        assert entry["bytes"] == len(found[entry["path"]])
        assert entry["sha256"] == hashlib.sha256(found[entry["path"]]).hexdigest()
    rows = {entry["path"]: entry["rows"] for entry in written["files"] if entry["rows"] is not None}
    assert rows == {
        "articles.jsonl": 3,
        "splits.csv": 3,
        **{f"jsonl/{part}.jsonl": 1 for part in ("train", "dev", "test")},
        **{f"parquet/{part}.parquet": 1 for part in ("train", "dev", "test")},
    }


def test_the_manifest_says_what_it_was_made_of(project: Project, tmp_path: Path) -> None:
    plan = Plan(("jsonl",), Selection(labels=("claim",)), Shape("block", {"claim": "CLAIM"}), Split(salt="s"))
    release(project, tmp_path / "out", plan)
    written = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    head = project.history_head()
    assert written["history"] == {"number": head.number, "at": head.at, "sha256": head.sha256}
    assert (head.number, head.at) == (11, "2024-05-06T07:08:09.000Z")
    assert (written["scheme"]["id"], written["scheme"]["version"]) == ("small", 3)
    scheme = (tmp_path / "out" / "scheme.toml").read_bytes()
    assert written["scheme"]["sha256"] == hashlib.sha256(scheme).hexdigest()
    assert written["plan"]["selection"]["labels"] == ["claim"]
    assert written["plan"]["shape"] == {"segmentation": "block", "names": {"claim": "CLAIM"}}
    assert written["plan"]["split"]["salt"] == "s"
    assert written["made_with"].keys() == {"Pressmark", "matplotlib"}
    assert sum(part["articles"] for part in written["counts"].values()) == 3
    assert sum(part["records"] for part in written["counts"].values()) > 3
    assert [loss["kind"] for loss in written["losses"]["jsonl"]] == ["relations from one segment to another"]


def test_the_parts_are_the_same_everywhere(project: Project, plan: Plan, tmp_path: Path) -> None:
    release(project, tmp_path / "out", plan)
    with (tmp_path / "out" / "splits.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    parts = {int(row["article_id"]): row["part"] for row in rows}
    assert parts == {101: "dev", 102: "test", 103: "train"}
    assert {int(row["article_id"]): row["text_sha256"] for row in rows} == {
        article_id: project.article(article_id).text_sha256 for article_id in parts
    }
    for part in ("train", "dev", "test"):
        lines = (tmp_path / "out" / "jsonl" / f"{part}.jsonl").read_bytes().splitlines()
        assert {parts[json.loads(line)["article"]["id"]] for line in lines} == {part}
    index = [json.loads(line) for line in (tmp_path / "out" / "articles.jsonl").read_bytes().splitlines()]
    assert {line["id"]: line["part"] for line in index} == parts


def test_the_same_project_and_plan_give_the_same_bytes(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = Plan(("jsonl", "csv", "brat", "parquet"), Selection(with_suggestions=True), split=EACH_IN_ONE_PART)
    release(project, tmp_path / "one", plan)
    monkeypatch.setenv("TZ", "Asia/Almaty")
    monkeypatch.setenv("MPLBACKEND", "svg")
    time.tzset()
    try:
        release(project, tmp_path / "deep" / "er" / "two", plan)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert files(tmp_path / "one") == files(tmp_path / "deep" / "er" / "two")


def test_the_leakage_report_is_kept(project: Project, plan: Plan, tmp_path: Path) -> None:
    made = release(project, tmp_path / "out", plan)
    kept = json.loads((tmp_path / "out" / "leakage.json").read_bytes())
    assert made.leakage is not None
    assert kept == made.leakage.as_json()
    assert kept["near_duplicate_pairs"] == []


def test_a_format_of_many_files_is_in_the_manifest_file_by_file(project: Project, tmp_path: Path) -> None:
    made = release(project, tmp_path / "out", Plan(("brat",), split=EACH_IN_ONE_PART))
    listed = {entry.path for entry in made.manifest.files}
    assert {"brat/train/103.txt", "brat/train/103.ann"} <= listed
    assert verify(tmp_path / "out") == []


def test_progress_ends_when_all_is_read(project: Project, plan: Plan, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    release(project, tmp_path / "out", plan, progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (12, 12)  # three articles: dealt, surveyed, and written in two formats


# ------------------------------------------------------------------------------------ all or nothing


def test_what_fails_leaves_nothing(project: Project, quick: Plan, tmp_path: Path) -> None:
    annotation = project.annotation(31)
    wrong = replacing.replace(annotation, fragments=(Fragment(22, 27, Quote("9,999")),))
    with pytest.MonkeyPatch.context() as patch:
        read = type(project).annotated

        def misquoting(*arguments: object, **more: object) -> object:
            for whole in read(*arguments, **more):  # type: ignore[arg-type]
                yield replace(whole, annotations=[wrong if a.id == 31 else a for a in whole.annotations])

        patch.setattr(type(project), "annotated", misquoting)
        with pytest.raises(UserError, match="does not read at"):
            release(project, tmp_path / "new" / "out", quick)
    assert not (tmp_path / "new").exists()


def test_a_project_changed_meanwhile_is_not_released(project: Project, quick: Plan, tmp_path: Path) -> None:
    def change(done: int, total: int) -> None:
        if done == total:
            annotate_otherwise(project)

    with pytest.raises(UserError, match="was changed while the release was being made"):
        release(project, tmp_path / "out", quick, progress=change)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Plan(()), "one format at least"),
        (Plan(("jsonl", "docx")), "no format “docx”"),
        (Plan(selection=Selection(languages=("de",))), "No article is selected"),
        (Plan(selection=Selection(labels=("person",))), "no label “person”"),
        (Plan(shape=Shape(names={"person": "PER"})), "no label “person”"),
    ],
)
def test_what_cannot_be_released_is_said(project: Project, tmp_path: Path, asked: Plan, said: str) -> None:
    with pytest.raises(UserError, match=said):
        release(project, tmp_path / "out", asked)
    assert not (tmp_path / "out").exists()


def test_a_library_that_is_not_there_is_said(
    project: Project, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = metadata.version

    def without_arrow(name: str) -> str:
        if name == "pyarrow":
            raise metadata.PackageNotFoundError(name)
        return known(name)

    monkeypatch.setattr(metadata, "version", without_arrow)
    with pytest.raises(UserError, match=r'pip install "pressmark\[parquet\]"'):
        release(project, tmp_path / "out", plan)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UserError, match=r'pip install "pressmark\[release\]"'):
        release(project, tmp_path / "out", plan)
    assert not (tmp_path / "out").exists()


def test_a_file_is_left_alone(project: Project, quick: Plan) -> None:
    with pytest.raises(UserError, match="is a file"):
        release(project, project.path, quick)
    assert project.path.is_file()


def test_a_folder_with_something_else_is_left_alone(project: Project, quick: Plan, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(UserError, match="already holds something"):
        release(project, tmp_path / "out", quick)
    assert files(tmp_path / "out") == {"thesis.txt": b"years of work"}


# --------------------------------------------------------------------------------------------- verifying


def test_asked_for_again_it_is_verified(project: Project, plan: Plan, tmp_path: Path) -> None:
    release(project, tmp_path / "out", plan)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
    again = release(project, tmp_path / "out", plan)
    assert (again.made, again.problems) == (False, ())
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")} == before


def test_one_byte_in_any_file_is_found(project: Project, plan: Plan, tmp_path: Path) -> None:
    release(project, tmp_path / "out", plan)
    entire = files(tmp_path / "out")
    assert len(entire) == 17
    for name, content in entire.items():
        middle = len(content) // 2
        tampered = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        (tmp_path / "out" / name).write_bytes(tampered)
        if name == "manifest.json":
            with pytest.raises(UserError, match=r"manifest\.json” (was changed|is not the manifest)"):
                release(project, tmp_path / "out", plan)
        else:
            assert release(project, tmp_path / "out", plan).problems == (
                f"{name} was changed: its hash is not the one in the manifest.",
            )
        (tmp_path / "out" / name).write_bytes(content)
    assert release(project, tmp_path / "out", plan).problems == ()


@pytest.mark.parametrize("place", [0.0, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.999])
def test_the_manifest_seals_itself(project: Project, quick: Plan, tmp_path: Path, place: float) -> None:
    release(project, tmp_path / "out", quick)
    path = tmp_path / "out" / "manifest.json"
    content = bytearray(path.read_bytes())
    content[int(place * len(content))] ^= 0x01
    path.write_bytes(content)
    with pytest.raises(UserError, match="manifest"):
        verify(tmp_path / "out")


def test_a_space_more_in_the_manifest_is_a_change(project: Project, quick: Plan, tmp_path: Path) -> None:
    release(project, tmp_path / "out", quick)
    path = tmp_path / "out" / "manifest.json"
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(UserError, match="was changed after it was written"):
        verify(tmp_path / "out")


def test_missing_longer_and_added_files_are_found(project: Project, quick: Plan, tmp_path: Path) -> None:
    out = tmp_path / "out"
    release(project, out, quick)
    (out / "splits.csv").unlink()
    with (out / "scheme.toml").open("ab") as file:
        file.write(b"#")
    (out / "jsonl" / "train-2.jsonl").write_text("{}\n", encoding="utf-8")
    problems = verify(out)
    assert [problem.split()[0] for problem in problems] == [
        "scheme.toml",
        "splits.csv",
        "jsonl/train-2.jsonl",
    ]
    assert problems[1] == "splits.csv is missing."
    assert problems[2] == "jsonl/train-2.jsonl is not in the manifest."


def test_hidden_files_are_nobodys_business(project: Project, quick: Plan, tmp_path: Path) -> None:
    release(project, tmp_path / "out", quick)
    (tmp_path / "out" / ".git").mkdir()
    (tmp_path / "out" / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (tmp_path / "out" / "jsonl" / ".DS_Store").write_bytes(b"\0")
    assert verify(tmp_path / "out") == []


def test_a_release_of_an_earlier_state_stays(project: Project, quick: Plan, tmp_path: Path) -> None:
    release(project, tmp_path / "out", quick)
    before = files(tmp_path / "out")
    annotate_otherwise(project)
    with pytest.raises(UserError, match=r"an earlier state \(step 11; the project is at step 12\).*--diff"):
        release(project, tmp_path / "out", quick)
    assert files(tmp_path / "out") == before
    (tmp_path / "out" / "README.md").write_text("# Mine\n", encoding="utf-8")
    assert len(release(project, tmp_path / "out", quick).problems) == 1, "what was changed in it comes first"


def test_a_release_with_other_options_stays(project: Project, quick: Plan, tmp_path: Path) -> None:
    release(project, tmp_path / "out", quick)
    with pytest.raises(UserError, match=r"other options \(formats, selection\)"):
        release(project, tmp_path / "out", Plan(("csv",), Selection(annotators=(BORIS,)), split=quick.split))


def test_what_is_no_release_cannot_be_verified_or_compared(
    project: Project, quick: Plan, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="is no release"):
        verify(tmp_path)
    with pytest.raises(UserError, match="is no release"):
        changes_since(project, tmp_path / "nowhere", quick)
    (tmp_path / "odd").mkdir()
    for content in (b"", b"[]", b"{}", b'{"sha256": 1}', b"\xff"):
        (tmp_path / "odd" / "manifest.json").write_bytes(content)
        with pytest.raises(UserError, match="manifest"):
            verify(tmp_path / "odd")
