"""A backup is a whole project, verified before it counts, and thinned out as it ages."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.article import Article
from app.changes import Change
from app.errors import UserError
from storage import (
    SqliteProject,
    backup,
    backup_project,
    backups,
    check_project,
    keep_backup,
    keep_backup_aside,
    open_project,
    restore_project,
)
from storage.backup import superfluous
from tests.benchmarks.large_project import build_large_project
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


# --------------------------------------------------------------------------------------- automatic ones


def _work(project: SqliteProject, article: Article) -> None:
    project.apply(step(Change(None, annotation(article, "Ёлки"))))


def test_automatic_backups_are_made_when_something_was_done(project: SqliteProject, article: Article) -> None:
    begun = datetime(2023, 7, 4, 5, tzinfo=UTC)
    first = keep_backup(project.path, begun)
    assert first is not None
    assert first.name == "news-20230704T050000000000Z.pressmark"
    assert keep_backup(project.path, begun + timedelta(hours=1)) is None
    project.remember("place", "12")
    assert keep_backup(project.path, begun + timedelta(hours=2)) is None
    _work(project, article)
    second = keep_backup(project.path, begun + timedelta(hours=3))
    assert backups(project.path) == [second, first]
    assert second is not None
    assert check_project(second).ok


def test_a_large_project_is_backed_up_less_often(
    project: SqliteProject, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = datetime(2023, 7, 4, 5, tzinfo=UTC)
    _work(project, article)
    size = project.path.stat().st_size
    monkeypatch.setattr(backup, "REST_PER_BYTE", timedelta(hours=7) / size)
    assert keep_backup(project.path, begun) is not None
    _work(project, article)
    assert keep_backup(project.path, begun + timedelta(hours=5)) is None
    assert keep_backup(project.path, begun + timedelta(hours=24)) is not None


def test_a_month_of_hours(project: SqliteProject, article: Article) -> None:
    now = begun = datetime(2023, 7, 1, 8, tzinfo=UTC)
    while now < begun + timedelta(days=33):
        _work(project, article)
        assert keep_backup(project.path, now) is not None
        now += timedelta(hours=6)
    kept = [file.stem.rpartition("-")[2] for file in backups(project.path)]
    assert [stamp[:11] for stamp in kept[:4]] == ["20230803T02", "20230802T20", "20230802T14", "20230802T08"]
    assert len(kept) == len({*kept[:4], *(stamp[:8] for stamp in kept[4:])})
    assert kept[-1].startswith("20230704")


def test_an_empty_project_has_nothing_to_keep(project: SqliteProject) -> None:
    assert keep_backup(project.path, datetime.now(UTC)) is None
    assert not project.path.with_name("news.backups").exists()


def test_a_newest_backup_that_cannot_be_read_keeps_nothing(project: SqliteProject, article: Article) -> None:
    now = datetime.now(UTC)
    first = keep_backup(project.path, now)
    assert first is not None
    first.write_bytes(b"")
    assert keep_backup(project.path, now + timedelta(hours=1)) is not None


def test_a_backup_made_in_a_process_of_its_own(project: SqliteProject, article: Article) -> None:
    made = keep_backup_aside(project.path, lambda: False)
    assert made is not None
    assert backups(project.path) == [made]
    assert check_project(made).ok
    assert keep_backup_aside(project.path, lambda: False) is None


def test_one_that_is_not_wanted_any_more_leaves_nothing(tmp_path: Path) -> None:
    path, folder = tmp_path / "large.pressmark", tmp_path / "large.backups"
    build_large_project(path, 800, 15).close()  # it takes half a second to verify
    seen: list[str] = []

    def cancelled() -> bool:
        seen.extend(file.name for file in folder.glob("*.unverified"))
        return bool(seen)

    assert keep_backup_aside(path, cancelled) is None
    assert seen
    assert list(folder.iterdir()) == []


def test_its_trouble_is_a_sentence(project: SqliteProject, article: Article) -> None:
    project.path.with_name("news.backups").write_text("in the way")
    with pytest.raises(UserError, match=r"news\.backups cannot be made: File exists"):
        keep_backup_aside(project.path, lambda: False)
    project.close()
    with pytest.raises(UserError, match="no project at"):
        keep_backup_aside(project.path.with_name("gone.pressmark"), lambda: False)
