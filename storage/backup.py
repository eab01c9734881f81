"""Backups: a copy made by SQLite while others write, which counts only once it has been verified."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.errors import UserError
from storage.check import kept_problems
from storage.connection import Connection, Row, create_connection, open_connection, translated, unwritable
from storage.migrations import SCHEMA_VERSION, migrate

KEPT_FOR = timedelta(days=30)
"""How long automatic backups are kept; after `ALL_KEPT_FOR` only the newest of each day."""
ALL_KEPT_FOR = timedelta(days=1)

REST_PER_BYTE = timedelta(hours=1) / 100_000_000
"""How long automatic backups rest for each byte of the project: hourly ones of a large project would fill the
disk (700 MB is 6 GB a working day). At 100 MB there is one an hour, at 700 MB one in seven."""

_STAMP = "%Y%m%dT%H%M%S%fZ"


def backup_project(path: Path, out: Path | None = None) -> Path:
    """Copy the project to `out`, verify the copy, and return where it is. Others may write meanwhile.

    Without `out` it goes into the folder `NAME.backups` beside the project, named by the time in UTC, and
    older backups there are thinned out. UserError: `out` is there already, the disk is full, or the
    project is damaged, so that the copy would be no backup; nothing is left behind then.
    """
    if out is not None:
        _copy(path, out)
        return out
    return _add(path, datetime.now(UTC))


def keep_backup(path: Path, now: datetime) -> Path | None:
    """Add an automatic backup as of `now` (UTC), and return where it is.

    None: nothing was done in the project since the newest one, or ever; or the newest is too young for a
    project of this size; or it may not be written, so that nothing can be done.
    UserError: as `backup_project`.
    """
    last = _last_entry(path)
    if last is None or unwritable(path):
        return None
    rest = path.stat().st_size * REST_PER_BYTE
    for newest in backups(path)[:1]:
        made = _time(newest)
        if made is not None and timedelta() <= now - made < rest:
            return None
        with suppress(UserError):  # one that cannot be read keeps nothing
            if _last_entry(newest) == last:
                return None
    return _add(path, now)


def _add(path: Path, now: datetime) -> Path:
    """Add a backup to the folder beside the project, and thin out the older ones."""
    folder = _folder(path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UserError(f"{folder} cannot be made: {error.strerror}.") from None
    out = _named(path, now)
    _copy(path, out)
    for old in superfluous(backups(path), now):
        with suppress(OSError):  # an old backup too many does no harm
            old.unlink()
    return out


def _last_entry(path: Path) -> Row | None:
    """The number of the newest step and its hash, which stands for the whole history; None without one."""
    connection = open_connection(path, SCHEMA_VERSION, read_only=True)
    try:
        return connection.row("SELECT number, hash FROM history ORDER BY number DESC LIMIT 1")
    finally:
        connection.close()


def clear_unfinished(path: Path, now: datetime) -> None:
    """Remove what a backup as of `now` left that was killed half-way."""
    _clear(_unverified(_named(path, now)))


def restore_project(backup: Path, out: Path) -> None:
    """Make a project of a backup, once it is verified. UserError: as for `backup_project`."""
    _copy(backup, out)


def backups(path: Path) -> list[Path]:
    """Return the automatic backups of the project, newest first."""
    found = [file for file in _folder(path).glob(f"*{path.suffix}") if _time(file) is not None]
    return sorted(found, reverse=True)


def superfluous(newest_first: list[Path], now: datetime) -> list[Path]:
    """Return the backups that need not be kept at the time `now`; never the newest."""
    gone: list[Path] = []
    days = set()
    for place, file in enumerate(newest_first):
        made = _time(file)
        if made is None or place == 0 or now - made < ALL_KEPT_FOR:
            continue
        if now - made >= KEPT_FOR or made.date() in days:
            gone.append(file)
        days.add(made.date())
    return gone


def _named(path: Path, now: datetime) -> Path:
    return _folder(path) / f"{path.stem}-{now.strftime(_STAMP)}{path.suffix}"


def _unverified(out: Path) -> Path:
    return out.with_name(out.name + ".unverified")


def _clear(unverified: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        unverified.with_name(unverified.name + ending).unlink(missing_ok=True)


def _folder(path: Path) -> Path:
    return path.with_name(f"{path.stem}.backups")


def _time(backup: Path) -> datetime | None:
    try:
        return datetime.strptime(backup.stem.rpartition("-")[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _copy(source: Path, out: Path) -> None:
    """Copy a project by way of a file beside `out` that takes its place when it is verified."""
    if out.exists():
        raise UserError(f"There is already a file at {out}.")
    unverified = _unverified(out)
    unverified.unlink(missing_ok=True)  # left by a copy that was killed
    try:
        _copy_pages(source, unverified)
        problems = _verify(unverified)
        if problems:
            raise UserError(f"{source} was not copied, for it is damaged: {problems[0]}")
        unverified.replace(out)
    finally:
        _clear(unverified)


def _copy_pages(source: Path, out: Path) -> None:
    original = open_connection(source, SCHEMA_VERSION, read_only=True)
    try:
        copy = create_connection(out)
        try:
            with translated(out):
                original.db.backup(copy.db)
            # One file that needs no other beside it; opening it for writing brings WAL back.
            copy.run("PRAGMA journal_mode = DELETE")
            migrate(copy)  # what is verified is looked for in today's schema
        finally:
            copy.close()
    finally:
        original.close()


def _verify(path: Path) -> list[str]:
    connection: Connection = open_connection(path, SCHEMA_VERSION, read_only=True)
    try:
        return kept_problems(connection)
    finally:
        connection.close()
