"""A release from the command line: made, verified, tampered with, and compared with the next one."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def pressmark(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as on a server: no display, and hashes of strings that differ each time."""
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=kept | {"PYTHONIOENCODING": "utf-8", "PRESSMARK_ANNOTATOR": "Асель", **environment},
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, which nobody changes."""
    folder = tmp_path_factory.mktemp("samples")
    assert pressmark("demo", "--out", folder, "--no-window").returncode == 0
    return folder / "demo.pressmark"


@pytest.fixture
def project(samples: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(samples, tmp_path / "demo.pressmark"))


def test_a_release_is_made_verified_tampered_with_and_compared(project: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"

    made = pressmark("release", project, "--out", first, "--salt", "1", PYTHONHASHSEED="1")
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith(f"{first}: released step ")
    assert "split: Near-duplicates in different parts: 0 pairs." in made.stderr
    assert "loss: jsonl: none" in made.stderr
    manifest = json.loads((first / "manifest.json").read_bytes())
    files = len(manifest["files"])

    again = pressmark("release", project, "--out", first, "--salt", "1")
    assert (again.returncode, again.stdout) == (0, f"{first}: verified: {files} files as in the manifest\n")

    elsewhere = pressmark(
        "release", project, "--out", second, "--salt", "1", PYTHONHASHSEED="2", TZ="Asia/Tokyo"
    )
    assert elsewhere.returncode == 0
    assert contents(first) == contents(second)

    data = first / "jsonl" / "train.jsonl"
    content = data.read_bytes()
    data.write_bytes(content[:100] + bytes([content[100] ^ 1]) + content[101:])
    tampered = pressmark("release", project, "--out", first, "--salt", "1")
    assert tampered.returncode == 1
    assert tampered.stdout == f"{first}: not as it was released: 1 file of {files}\n"
    assert "jsonl/train.jsonl was changed: its hash is not the one in the manifest." in tampered.stderr
    data.write_bytes(content)

    other = pressmark("release", project, "--out", first, "--salt", "2")
    assert (other.returncode, other.stdout) == (2, "")
    assert "other options (split)" in other.stderr


def test_the_next_release_says_what_changed(project: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    options = ("--formats", "jsonl", "--group", "article")
    assert pressmark("release", project, "--out", old, *options).returncode == 0
    page = tmp_path / "page.txt"
    page.write_text("Новый завод\n\nЗавод примет 250 человек, сообщили в акимате.\n", encoding="utf-8")
    assert pressmark("import", project, page).returncode == 0

    refused = pressmark("release", project, "--out", old, *options)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "is a release of an earlier state" in refused.stderr

    told = pressmark("release", project, "--diff", old, *options)
    assert told.returncode == 0
    assert "- **1 added**" in told.stdout
    assert told.stdout.count("  - ") == 1

    made = pressmark("release", project, "--out", new, "--diff", old, *options)
    assert made.returncode == 0
    assert (new / "diff.md").read_text(encoding="utf-8") == told.stdout
    assert made.stdout.endswith("\n\n" + told.stdout)


def test_one_sentence_for_each_misuse(project: Path, tmp_path: Path) -> None:
    for arguments, said in [
        ((), "Name the folder of the release with --out"),
        (("--out", tmp_path / "out", "--formats", "docx"), "no format “docx”"),
        (("--out", tmp_path / "out", "--split", "80/20"), "A split is three whole numbers"),
        (("--out", project), "is a file"),
        (("--diff", tmp_path), "is no release"),
    ]:
        done = pressmark("release", project, *arguments)
        assert (done.returncode, done.stdout) == (2, ""), arguments
        assert said in done.stderr
        assert len(done.stderr.splitlines()) == 1, done.stderr
    assert not (tmp_path / "out").exists()
    assert pressmark("check", project).returncode == 0


def test_a_dataset_does_not_take_the_place_of_its_project(project: Path) -> None:
    done = pressmark("export", project, "--format", "jsonl", "--out", project)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is a project or another database" in done.stderr
    assert pressmark("check", project).returncode == 0


def test_agreement_is_printed(project: Path, tmp_path: Path) -> None:
    alone = pressmark("agreement", project)
    assert alone.returncode == 0
    assert alone.stdout.startswith("No article was done")

    copy = tmp_path / "two.pressmark"
    shutil.copy(project, copy)
    with sqlite3.connect(copy) as connection:
        (name,) = connection.execute("SELECT annotator FROM annotations LIMIT 1").fetchone()
        connection.execute("UPDATE annotations SET annotator = 'Борис' WHERE label = 'number' AND id % 2 = 0")
    connection.close()
    told = pressmark("agreement", copy, "--json")
    assert told.returncode == 0, told.stderr
    (pair,) = json.loads(told.stdout)["pairs"]
    assert sorted(pair["annotators"]) == sorted([name, "Борис"])


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
