"""A few records as each format writes them: the very text of the file, and nothing left behind."""

import json
import sys
import tempfile
from pathlib import Path

import pytest

from app.dataset import Selection, Shape, select, shaped
from app.errors import UserError
from app.exporters import FORMATS, export
from app.exporters.sampling import sample
from app.project import Project


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_shows_what_it_would_write(
    name: str, project: Project, temporary: Path, tmp_path: Path
) -> None:
    marked = select(project, Selection(article_ids=(101, 103)))
    found = sample(select(project, Selection()), FORMATS[name])
    assert found.records == 2
    out = tmp_path / "out"
    export(marked, name, out)
    written = {
        "" if out.is_file() else path.relative_to(out).as_posix(): path
        for path in (out, *out.rglob("*"))
        if path.is_file()
    }
    for file in found.files:
        assert file.name in written
        if file.text is None:
            assert '"annotations"' in found.readable
        else:
            with written[file.name].open(encoding="utf-8-sig", newline="") as whole:
                text = whole.read()
            assert file.whole == (file.text == text)
            assert text.startswith(file.text)
    assert bool(found.readable) == any(file.text is None for file in found.files)
    assert not list(temporary.iterdir())


def test_short_records_in_which_something_is_marked_come_first(project: Project) -> None:
    found = sample(shaped(select(project, Selection()), Shape("sentence")), FORMATS["jsonl"])
    assert found.files[0].text is not None
    lines = [json.loads(line) for line in found.files[0].text.splitlines()]
    assert len(lines) == 2
    assert all(line["annotations"] for line in lines)
    bare = sample(select(project, Selection(article_ids=(102,))), FORMATS["jsonl"])
    assert bare.records == 1


def test_labels_have_the_names_asked_for(project: Project) -> None:
    dataset = shaped(select(project, Selection()), Shape(names={"claim": "CLM", "number": "NUM"}))
    found = sample(dataset, FORMATS["conll"])
    assert "B-CLM" in str(found.files[0].text)
    assert "claim" not in str(found.files[0].text)


def test_long_files_are_shown_from_their_beginning(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.exporters.sampling._SHOWN", 31)
    (file,) = sample(select(project, Selection()), FORMATS["jsonl"]).files
    assert file.text == '{"schema_version":1,"scheme":{"'
    assert not file.whole
    assert file.size > 31


def test_of_an_empty_dataset_there_is_nothing_to_show(project: Project) -> None:
    assert sample(select(project, Selection(article_ids=())), FORMATS["brat"]).files == ()
    assert sample(select(project, Selection()), FORMATS["brat"], lambda: True).records == 0


def test_a_library_that_is_missing_is_a_sentence(
    project: Project, monkeypatch: pytest.MonkeyPatch, temporary: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(UserError, match=r"pip install"):
        sample(select(project, Selection()), FORMATS["parquet"])
    assert not list(temporary.iterdir())
