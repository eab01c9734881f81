"""Projects of earlier schemas: one of each lies in tests/projects, as the program of its time left it."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from app.annotation import Status
from app.changes import Change
from app.errors import UserError
from app.project import ArticleQuery
from app.session import Session
from storage import (
    SqliteProject,
    backup_project,
    check_project,
    create_project,
    open_project,
    restore_project,
)
from storage.migrations import SCHEMA_VERSION
from tests.storage.samples import SCHEME, empty_passage, step
from tests.storage.samples import article as make_article
from tests.storage.samples import contents as contents_of

PROJECTS = Path(__file__).parents[1] / "projects"
ANNOTATOR = "demo"
_OF_BOTH = (
    "texts",
    "snapshots",
    "articles",
    "annotations",
    "relations",
    "statuses",
    "suggestions",
    "history",
    "schemes",
    "label_counts",
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the project of schema 1: 6 articles, 218 annotations, 168 relations, 123 suggestions."""
    return Path(shutil.copy(PROJECTS / "schema-1.pressmark", tmp_path / "old.pressmark"))


def _tables(path: Path) -> dict[str, Any]:
    """Every row of the tables that both schemas have, as far as the first one knew them."""
    first = (PROJECTS / "schema-1.pressmark").as_uri()
    with closing(sqlite3.connect(f"{first}?mode=ro&immutable=1", uri=True)) as db:
        columns = {
            name: ", ".join(row[1] for row in db.execute(f"PRAGMA table_info({name})")) for name in _OF_BOTH
        }
    with closing(sqlite3.connect(path)) as db:
        return {name: sorted(db.execute(f"SELECT {columns[name]} FROM {name}")) for name in _OF_BOTH}


def test_every_earlier_schema_has_a_file() -> None:
    versions = []
    for path in sorted(PROJECTS.glob("*.pressmark")):
        with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as db:
            versions.append(db.execute("PRAGMA user_version").fetchone()[0])
    assert versions == list(range(1, SCHEMA_VERSION))


def test_it_opens_with_all_that_was_in_it(old: Path) -> None:
    before = _tables(old)
    assert (len(before["annotations"]), len(before["relations"])) == (218, 168)
    project = open_project(old)
    assert not project.read_only
    ids = project.find(ArticleQuery())
    assert len(ids) == 6
    assert all(project.annotations(article_id) for article_id in ids)
    assert project.scheme().article == ()
    project.close()
    assert _tables(old) == before
    assert check_project(old).problems == ()


def test_the_schema_is_that_of_a_new_project(old: Path, tmp_path: Path) -> None:
    open_project(old).close()
    create_project(tmp_path / "new.pressmark", SCHEME).close()

    def schema(path: Path) -> list[Any]:
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
            return sorted(db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"), key=repr)

    assert schema(old) == schema(tmp_path / "new.pressmark")


def test_statuses_over_time_come_from_the_history(old: Path) -> None:
    project = open_project(old)
    days = project.statistics(ANNOTATOR).articles_by_status
    assert days[-1].counts == {"todo": 0, "in_progress": 0, "done": 6, "skipped": 0}
    assert days[-1].counts[Status.DONE] == project.counts(ANNOTATOR).by_status["done"]
    project.close()


def test_undo_goes_back_to_the_empty_project_and_redo_to_the_end(old: Path) -> None:
    project = open_project(old)
    ids = project.find(ArticleQuery())
    before = {article_id: asdict(whole) for article_id, whole in _everything(project, ids)}
    session = Session(project, ANNOTATOR)
    undone = 0
    while session.undo():
        undone += 1
    assert undone == 398
    assert project.find(ArticleQuery()) == []
    assert len(project.bin()) == 6
    while session.redo():
        pass
    assert project.bin() == []
    assert {article_id: asdict(whole) for article_id, whole in _everything(project, ids)} == before
    project.close()
    assert check_project(old).problems == ()


def _everything(project: SqliteProject, ids: list[int]) -> Iterator[tuple[int, Any]]:
    return zip(ids, project.annotated(ids, with_suggestions=True), strict=True)


def test_what_came_with_the_new_schema_can_be_done_at_once(old: Path) -> None:
    project = open_project(old)
    one = make_article()
    passage = empty_passage(one, "Ёлки")
    project.apply(step(Change(None, one), Change(None, passage)), contents_of())
    assert project.empty_passages(one.id) == [passage]
    project.close()
    assert check_project(old).problems == ()


def test_articles_removed_before_are_in_the_bin(old: Path) -> None:
    """Removed and brought back by the program of today, as that of schema 1 wrote it too."""
    project = open_project(old)
    session = Session(project, ANNOTATOR)
    while (undone := session.undo()) is not None and undone.verb != "add_articles":
        pass
    (gone,) = project.bin()
    project.close()
    _forget_schema_2(old)
    project = open_project(old)
    assert project.bin() == [gone]
    project.close()
    assert check_project(old).problems == ()


def _forget_schema_2(path: Path) -> None:
    """Make the file one of schema 1 again."""
    of_schema_1 = _objects(PROJECTS / "schema-1.pressmark")
    with closing(sqlite3.connect(path)) as db:
        for kind, name in _objects(path) - of_schema_1:
            db.execute(f"DROP {kind} IF EXISTS {name}")
        db.execute("ALTER TABLE suggestions DROP COLUMN seconds")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm002_reading_room'")
        db.execute("PRAGMA user_version = 1")
        db.commit()


def _objects(path: Path) -> set[tuple[str, str]]:
    """Kind and name of every table and index that was made by a statement."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        return set(db.execute("SELECT type, name FROM sqlite_schema WHERE sql IS NOT NULL"))


def test_for_reading_only_it_says_what_to_do(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(UserError, match=r"old\.pressmark is of an older Pressmark and must be opened for wr"):
        open_project(old, read_only=True)
    assert old.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are other things on Windows")
def test_without_the_right_to_write_it_says_what_to_do() -> None:
    folder = Path(tempfile.mkdtemp())
    path = Path(shutil.copy(PROJECTS / "schema-1.pressmark", folder / "old.pressmark"))
    before = path.read_bytes()
    path.chmod(0o444)
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.chown(folder, 65534, 65534)
        os.setresuid(65534, 65534, 0)
    try:
        with pytest.raises(UserError, match=r"old\.pressmark is of an older Pressmark and must be opened"):
            open_project(path)
        assert path.read_bytes() == before
    finally:
        if root:
            os.setresuid(0, 0, 0)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_backup_of_it_is_verified_and_comes_back(old: Path, tmp_path: Path) -> None:
    before = _tables(old)
    backup = backup_project(old, tmp_path / "backup.pressmark")
    with closing(sqlite3.connect(old)) as db:  # the project itself stays as it is
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
    restore_project(backup, tmp_path / "again.pressmark")
    restore_project(old, tmp_path / "also.pressmark")
    assert _tables(tmp_path / "again.pressmark") == _tables(tmp_path / "also.pressmark") == before
    assert check_project(tmp_path / "again.pressmark").ok
