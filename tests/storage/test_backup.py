"""A backup is a whole project, verified before it counts, and thinned out as it ages."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.article import Article
from app.changes import Change
from app.errors import UserError
from storage import SqliteProject, backup_project, backups, check_project, open_project, restore_project
from storage.backup import superfluous
from tests.storage.samples import annotation, step


def test_a_backup_is_taken_while_the_project_is_open(
    project: SqliteProject, article: Article, tmp_path: Path
) -> None:
    kept = annotation(article, "Ёлки")
    project.apply(step(Change(None, kept)))
    backup = backup_project(project.path)
    assert backup.parent == tmp_path / "news.backups"
    assert [file.name for file in backup.parent.iterdir()] == [backup.name]
    project.apply(step(Change(kept, None)))
    restored = tmp_path / "restored.pressmark"
    restore_project(backup, restored)
    again = open_project(restored)
    assert again.annotations(article.id) == [kept]
    again.apply(step(Change(kept, None)))
    assert again._connection.row("PRAGMA journal_mode") == ("wal",)
    again.close()
    assert check_project(restored).ok
    assert project.annotations(article.id) == []


def test_the_newest_comes_first(project: SqliteProject, article: Article) -> None:
    made = [backup_project(project.path) for _ in range(3)]
    (made[0].parent / "notes.txt").write_text("mine")
    (made[0].parent / "my-copy.pressmark").write_text("mine")
    assert backups(project.path) == made[::-1]
    assert backups(project.path.with_name("other.pressmark")) == []


def test_a_backup_to_a_named_file(project: SqliteProject, article: Article, tmp_path: Path) -> None:
    out = tmp_path / "copy.pressmark"
    assert backup_project(project.path, out) == out
    assert check_project(out).ok
    before = out.read_bytes()
    with pytest.raises(UserError, match="already a file"):
        backup_project(project.path, out)
    with pytest.raises(UserError, match="already a file"):
        restore_project(out, project.path)
    with pytest.raises(UserError, match="does not exist"):
        backup_project(project.path, tmp_path / "no" / "copy.pressmark")
    assert out.read_bytes() == before


def test_a_damaged_project_gives_no_backup(project: SqliteProject, article: Article, tmp_path: Path) -> None:
    project.close()
    path = project.path
    spoilt = path.read_bytes().replace("По её словам".encode(), "По ее словам".encode())
    assert spoilt != path.read_bytes()
    path.write_bytes(spoilt)
    with pytest.raises(UserError, match=r"damaged: Article \d+"):
        backup_project(path)
    assert backups(path) == []
    assert list((tmp_path / "news.backups").iterdir()) == []


def test_a_damaged_backup_is_not_restored(project: SqliteProject, article: Article, tmp_path: Path) -> None:
    backup = backup_project(project.path)
    backup.write_bytes(backup.read_bytes().replace("По её словам".encode(), "По ее словам".encode()))
    out = tmp_path / "restored.pressmark"
    with pytest.raises(UserError, match="damaged"):
        restore_project(backup, out)
    assert not out.exists()


def test_a_copy_that_was_killed_is_in_nobodys_way(project: SqliteProject, tmp_path: Path) -> None:
    out = tmp_path / "copy.pressmark"
    out.with_name(out.name + ".unverified").write_text("half")
    backup_project(project.path, out)
    assert sorted(file.name for file in tmp_path.iterdir() if "copy" in file.name) == ["copy.pressmark"]


def _backup(age: timedelta, now: datetime) -> Path:
    return Path(f"news-{(now - age).strftime('%Y%m%dT%H%M%S%fZ')}.pressmark")


def test_backups_are_thinned_out() -> None:
    now = datetime(2023, 7, 31, 12, tzinfo=UTC)
    hourly = [_backup(timedelta(hours=hour), now) for hour in range(24 * 40)]
    gone = superfluous(hourly, now)
    kept = [file for file in hourly if file not in gone]
    assert kept[:24] == hourly[:24]
    days = [file.stem[5:13] for file in kept[24:]]
    # One of each day: the newest. The day before is begun in the 24 hours in which all are kept.
    assert days == sorted(set(days), reverse=True)
    assert len(days) == 30
    assert superfluous(kept, now) == []


def test_the_newest_backup_is_kept_however_old() -> None:
    now = datetime(2023, 7, 31, 12, tzinfo=UTC)
    old = [_backup(timedelta(days=days), now) for days in (100, 200)]
    assert superfluous(old, now) == old[1:]
