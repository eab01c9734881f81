"""Which files are opened, and how the others are refused: by a sentence, and untouched."""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.changes import Change
from app.errors import UserError
from app.project import ArticleQuery
from storage import SqliteProject, backup_project, check_project, create_project, open_project
from storage.connection import APPLICATION_ID
from storage.migrations import SCHEMA_VERSION
from tests.storage.samples import SCHEME, annotation, article, contents, step


@pytest.fixture
def closed(project: SqliteProject) -> Path:
    """The path of a project with an article, closed."""
    project.apply(step(Change(None, article())), contents())
    project.close()
    return project.path


def _set_version(path: Path, version: int, application: int = APPLICATION_ID) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute(f"PRAGMA user_version = {version}")
        db.execute(f"PRAGMA application_id = {application}")


def _newer(path: Path) -> None:
    _set_version(path, 99)


def _newer_in_wal_mode(path: Path) -> None:
    _set_version(path, 99)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE articles (id)")


def _cut(size: Callable[[int], int]) -> Callable[[Path], None]:
    return lambda path: os.truncate(path, size(path.stat().st_size))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "newer": (_newer, "made by a newer Pressmark"),
    "newer in WAL mode": (_newer_in_wal_mode, "made by a newer Pressmark"),
    "another program's": (lambda path: _set_version(path, 1, 0x1234), "another program"),
    "foreign": (_foreign, "another program"),
    "text": (lambda path: path.write_text("Ёлки " * 1_000), "not a Pressmark project"),
    "html": (lambda path: path.write_bytes(b"<html>"), "not a Pressmark project"),
    "empty": (lambda path: path.write_bytes(b""), "empty file"),
    "cut inside the header": (_cut(lambda size: 50), "cut short"),
    "cut in half": (_cut(lambda size: size // 2), "cut short"),
    "one byte short": (_cut(lambda size: size - 1), "cut short"),
    "missing": (lambda path: path.unlink(), "no project at"),
    "a folder": (_folder, "is a folder"),
    "in no folder": (lambda path: shutil.rmtree(path.parent), "no project at"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize(
    "opener",
    [
        open_project,
        lambda path: open_project(path, read_only=True),
        check_project,
        lambda path: backup_project(path, path.with_name("copy.pressmark")),
    ],
)
def test_what_is_refused_is_left_untouched(closed: Path, name: str, opener: Callable[[Path], object]) -> None:
    spoil, sentence = REFUSED[name]
    spoil(closed)
    before = _folder_contents(closed.parent)
    with pytest.raises(UserError, match=sentence) as refusal:
        opener(closed)
    assert str(closed) in str(refusal.value)
    assert str(refusal.value).endswith(".")
    assert _folder_contents(closed.parent) == before


def _folder_contents(folder: Path) -> dict[str, bytes | None]:
    if not folder.exists():
        return {}
    return {file.name: file.read_bytes() if file.is_file() else None for file in folder.iterdir()}


@pytest.mark.parametrize("content", [b"", b"notes", None])
def test_creating_refuses_an_existing_file(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "news.pressmark"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    with pytest.raises(UserError, match="already a file"):
        create_project(path, SCHEME)
    assert _folder_contents(tmp_path) == {path.name: content}


def test_creating_in_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not exist"):
        create_project(tmp_path / "no" / "news.pressmark", SCHEME)


def test_a_project_that_cannot_be_finished_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise UserError("no")

    monkeypatch.setattr("storage.schemes.keep_first", fails)
    with pytest.raises(UserError):
        create_project(tmp_path / "news.pressmark", SCHEME)
    assert list(tmp_path.iterdir()) == []


def test_the_file_says_what_it_is(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as db:
        (application,) = db.execute("PRAGMA application_id").fetchone()
        (mode,) = db.execute("PRAGMA journal_mode").fetchone()
        tables = dict(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"))
    assert application.to_bytes(4, "big") == b"PRMK"
    assert mode == "wal"
    ours = {name for name in tables if not name.startswith(("search", "sqlite_", "_sqlite"))}
    assert ours
    assert all("STRICT" in tables[name] for name in ours)


def test_commits_are_made_durable(project: SqliteProject) -> None:
    connection = project._connection
    assert connection.row("PRAGMA synchronous") == (2,)  # FULL
    assert connection.row("PRAGMA foreign_keys") == (1,)
    assert connection.row("PRAGMA journal_mode") == ("wal",)


def test_sqlite_utils_is_not_needed_to_open(closed: Path) -> None:
    import subprocess

    code = (
        "import sys; from pathlib import Path; from storage import open_project\n"
        "open_project(Path(sys.argv[1])).close(); assert 'sqlite_utils' not in sys.modules"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code, str(closed)], cwd=root, check=True)


def test_opening_for_reading_only(closed: Path) -> None:
    project = open_project(closed, read_only=True)
    assert "reading only" in project.read_only
    (identifier,) = project.find(ArticleQuery(words="елки"))
    with pytest.raises(UserError, match="reading only"):
        project.apply(step(Change(None, annotation(project.article(identifier), "Ёлки"))))
    with pytest.raises(UserError, match="reading only"):
        project.put_suggestions(identifier, {"numbers": []})
    with pytest.raises(UserError, match="reading only"):
        project.remember("a", "b")
    project.close()


def test_an_older_schema_needs_writing_once(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.migrations.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr("storage.opening.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with pytest.raises(UserError, match="older Pressmark"):
        open_project(closed, read_only=True)
    open_project(closed).close()
    open_project(closed, read_only=True).close()


# ------------------------------------------------------------------------------------------- permissions


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder anybody may enter, with a project; and no more rights than others have."""
    if sys.platform == "win32":
        pytest.skip("permissions are other things on Windows")
    folder = Path(tempfile.mkdtemp())
    path = folder / "news.pressmark"
    project = create_project(path, SCHEME)
    project.apply(step(Change(None, article())), contents())
    project.close()
    root = os.geteuid() == 0
    if root:
        for file in (folder, path):
            os.chown(file, 65534, 65534)
        os.setresuid(65534, 65534, 0)
    try:
        yield path
    finally:
        if root:
            os.setresuid(0, 0, 0)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_file_that_may_not_be_read(unprivileged: Path) -> None:
    unprivileged.chmod(0)
    with pytest.raises(UserError, match="may not be read"):
        open_project(unprivileged)


def test_creating_where_one_may_not(unprivileged: Path) -> None:
    unprivileged.parent.chmod(0o555)
    with pytest.raises(UserError, match="cannot be made: Permission denied"):
        create_project(unprivileged.with_name("other.pressmark"), SCHEME)


@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "reason"),
    [
        (0o444, 0o755, "the file is read-only"),
        (0o644, 0o555, "folder is read-only"),
        (0o444, 0o555, "read-only"),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_may_not_be_written_opens_for_reading(
    unprivileged: Path, file_mode: int, folder_mode: int, reason: str, read_only: bool
) -> None:
    before = unprivileged.read_bytes()
    unprivileged.chmod(file_mode)
    unprivileged.parent.chmod(folder_mode)
    project = open_project(unprivileged, read_only=read_only)
    (identifier,) = project.find(ArticleQuery(words="елки"))
    assert project.text(identifier)
    if not read_only:
        assert reason in project.read_only
    with pytest.raises(UserError):
        project.apply(step(Change(project.article(identifier), None)))
    project.close()
    assert check_project(unprivileged).ok
    unprivileged.parent.chmod(0o755)
    assert unprivileged.read_bytes() == before


def test_an_unfinished_journal_in_a_folder_that_may_not_be_written(unprivileged: Path) -> None:
    project = open_project(unprivileged)
    project.remember("a", "b")
    other = unprivileged.with_name("copy.pressmark")
    shutil.copy(unprivileged, other)
    shutil.copy(f"{unprivileged}-wal", f"{other}-wal")
    project.close()
    unprivileged.parent.chmod(0o555)
    with pytest.raises(UserError, match=r"copy\.pressmark"):
        open_project(other)
