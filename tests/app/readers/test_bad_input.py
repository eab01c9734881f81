"""Files that are not what they should be: one sentence with file, place and cause, and nothing changed."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.project import Project
from app.readers import READERS, bounded, reader_named
from tests.app.exporters.hard_project import make_hard_project
from tests.app.readers.copies import empty, exported, loaded

ROOT = Path(__file__).parents[3]

_GIGABYTE = 1 << 30
# A line that is too long is read up to the limit, and bytes are joined once; the program itself takes 60 MB.
_MOST_MEGABYTES = 350


@pytest.fixture
def project(tmp_path: Path) -> Any:
    """An own hard project: each test looks whether it has changed."""
    made = make_hard_project(tmp_path / "hard.pressmark")
    yield made
    made.close()


def refused(project: Project, path: Path, name: str = "jsonl") -> str:
    """Load a file that cannot be read; return the sentence, after a look that nothing has changed."""
    before = project.history_head(), project.counts("")
    with pytest.raises(UserError) as caught:
        loaded(project, path, name, new_articles=True)
    assert (project.history_head(), project.counts("")) == before
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert path.name in sentence
    return sentence


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_truncated_lines(project: Project, tmp_path: Path) -> None:
    whole = exported(project, tmp_path / "whole").read_bytes()
    for length in (1, 100, len(whole) // 2, len(whole) - 2):
        sentence = refused(project, written(tmp_path / "half.jsonl", whole[:length]))
        assert "line " in sentence
        assert "cannot be read: it is not JSON" in sentence


def test_a_last_line_that_is_broken_keeps_the_others_out(project: Project, tmp_path: Path) -> None:
    whole = exported(project, tmp_path / "whole").read_bytes()
    made = empty(tmp_path / "empty.pressmark")
    sentence = refused(made, written(tmp_path / "bad.jsonl", whole + b'{"schema_version": 1}\n'))
    assert "line 4" in sentence
    made.close()


def test_truncated_tasks(project: Project, tmp_path: Path) -> None:
    whole = (exported(project, tmp_path / "whole", "label-studio") / "tasks.json").read_bytes()
    for length in (1, 2, 100, len(whole) // 2, len(whole) - 3):
        sentence = refused(project, written(tmp_path / "half.json", whole[:length]), "label-studio")
        assert "the file ends" in sentence


@pytest.mark.parametrize("name", ["jsonl", "doccano", "label-studio"])
@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "it is empty"),
        (b"\xff\xfe{\x00", "not UTF-8 (it looks like UTF-16)"),
        (b'{"text": "\xe9\xea", "data": {"text": "\xe9"}}', "it is not UTF-8"),
        (b'{"text": ' + b"[" * 100_000, "cannot be read"),
        (b'{"text": ' + b'{"a":[' * 50_000, "cannot be read"),
        (b"text, and no JSON", "cannot be read"),
        ("просто текст".encode(), "it is not JSON"),
        (b"\0\1\2", "it is not JSON"),
        (gzip.compress(b"{}"), "it is packed (gzip or zip), so unpack it first"),
    ],
    ids=["empty", "UTF-16", "Latin-1", "brackets", "nested", "text", "Cyrillic", "binary", "gzip"],
)
def test_no_such_file_at_all(project: Project, tmp_path: Path, name: str, data: bytes, cause: str) -> None:
    sentence = refused(project, written(tmp_path / "bad", data), name)
    assert cause in sentence
    assert sentence.isprintable()  # a terminal would take others for commands
    assert "�" not in sentence
    assert "jSON" not in sentence


@pytest.mark.parametrize("name", sorted(READERS))
def test_a_file_that_is_not_there(project: Project, tmp_path: Path, name: str) -> None:
    refused(project, tmp_path / "missing", name)


def test_a_folder_for_a_file(project: Project, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert "it is a folder" in refused(project, tmp_path / "folder")
    assert "has no tasks.json" in refused(project, tmp_path / "folder", "label-studio")


@pytest.mark.parametrize(
    ("named", "is_one"),
    [
        ("jsonl", "label-studio"),
        ("jsonl", "doccano"),
        ("jsonl", "brat"),
        ("jsonl", "uima"),
        ("doccano", "label-studio"),
        ("label-studio", "doccano"),
        ("label-studio", "w3c"),
        ("label-studio", "brat"),
        ("doccano", "brat"),
    ],
)
def test_another_format_is_named(project: Project, tmp_path: Path, named: str, is_one: str) -> None:
    out = exported(project, tmp_path / "out", is_one)
    path = next(out.glob("*101*.jsonld")) if is_one == "w3c" else out
    assert refused(project, path, named).endswith(f"It looks like the format {is_one}.")


def test_another_format_is_named_after_a_byte_order_mark(project: Project, tmp_path: Path) -> None:
    marked = b"\xef\xbb\xbf" + exported(project, tmp_path / "out").read_bytes()
    sentence = refused(project, written(tmp_path / "marked", marked), "doccano")
    assert sentence.endswith("It looks like the format jsonl.")


def test_a_newer_format_is_refused(project: Project, tmp_path: Path) -> None:
    record = json.loads(exported(project, tmp_path / "out").read_text(encoding="utf-8").split("\n")[0])
    later = json.dumps({**record, "schema_version": 2}).encode()
    assert "newer Pressmark" in refused(project, written(tmp_path / "later.jsonl", later))


def test_short_exports_of_label_studio_are_refused(project: Project, tmp_path: Path) -> None:
    short = [{"text": "Текст", "id": 1, "label": [{"start": 0, "end": 2, "text": "Те", "labels": ["claim"]}]}]
    path = written(tmp_path / "min.json", json.dumps(short).encode())
    assert "JSON-MIN" in refused(project, path, "label-studio")


def test_no_reader_has_that_name() -> None:
    with pytest.raises(UserError, match="jsonl, label-studio, doccano"):
        reader_named("conll")
    assert reader_named("jsonl-utf16") is READERS["jsonl"]


# -------------------------------------------------------------------------------------------------- memory


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("jsonl", b'{"schema_version": 1, "text": "'),
        ("doccano", b'{"text": "'),
        ("label-studio", b'[{"data": {"text": "'),
    ],
)
def test_a_line_of_a_gigabyte_does_not_fill_the_memory(tmp_path: Path, name: str, beginning: bytes) -> None:
    path = tmp_path / "long.json"
    with path.open("wb") as file:
        file.write(beginning)
        os.truncate(path, _GIGABYTE)
    script = (
        "import sys; from pathlib import Path; from app.errors import UserError\n"
        "from app.readers import reader_named\n"
        "from tests.benchmarks.apart import peak_megabytes\n"  # its own: ru_maxrss begins with the parent's
        "try: list(reader_named(sys.argv[1]).read(Path(sys.argv[2])))\n"
        "except UserError as error: print(error)\n"
        "print(peak_megabytes())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, name, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    sentence, peak = done.stdout.splitlines()
    assert "is longer than 64 MB" in sentence
    assert float(peak) < _MOST_MEGABYTES


# ------------------------------------------------------------------------------------- objects, one by one


def objects(path: Path, data: bytes) -> list[Any]:
    return [json.loads(each) for each in bounded.objects(written(path, data))]


@pytest.mark.parametrize(
    "data",
    [
        b'[{"a": 1}, {"b": "]}{[\\""}]',
        b'\xef\xbb\xbf [\n{"a": 1}\n,\n{"b": "]}{[\\""}\n]\n ',
        b'{"a": 1}\n{"b": "]}{[\\""}\n',
        b'{"a": 1}{"b": "]}{[\\""}',
    ],
    ids=["list", "list of lines", "lines", "side by side"],
)
def test_objects_are_found_however_they_are_strung(tmp_path: Path, data: bytes) -> None:
    assert objects(tmp_path / "x", data) == [{"a": 1}, {"b": ']}{["'}]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_objects_are_found_across_the_pieces_a_file_is_read_in(
    tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "_CHUNK", size)
    wanted = [{"a": [{"b": {"c": [[1, "\\"], []]}}]}, {}, {"text": 'Я “цитирую”: "{[\\"'}]
    assert objects(tmp_path / "x", json.dumps(wanted, ensure_ascii=False).encode()) == wanted


def test_an_object_may_be_nested_but_not_without_end(tmp_path: Path) -> None:
    nest: Callable[[int], bytes] = lambda depth: b'{"a":' * depth + b"1" + b"}" * depth  # noqa: E731
    assert len(objects(tmp_path / "x", nest(150))) == 1
    with pytest.raises(UserError, match="too deep"):
        objects(tmp_path / "x", nest(10_000))
