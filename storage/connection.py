"""Opening a project file: which files are taken, how they are locked, and every error as a sentence.

Durability: WAL with `synchronous=FULL`, which lost nothing in a simulated power loss where NORMAL lost
acknowledged commits. Every write begins IMMEDIATE: a second writer waits its turn (`BUSY_SECONDS`)
instead of failing half-way, so two windows can work on one file.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from app.errors import Conflict, UserError
from storage.folding import fold

if TYPE_CHECKING:
    import sqlite3 as sqlite
else:
    try:  # the newer SQLite: versions from 3.7.0 to 3.51.2 can corrupt a WAL file in a rare race
        from pysqlite3 import dbapi2 as sqlite
    except ImportError:
        import sqlite3 as sqlite

APPLICATION_ID = int.from_bytes(b"PRMK", "big")
"""Kept in the header of every project file; `file` and SQLite call it application_id."""

PAGE_SIZE = 4096
BUSY_SECONDS = 10.0
"""How long a writer waits for another; an act takes a millisecond, an import step up to a few seconds."""

# STRICT tables came with 3.37.
_OLDEST_SQLITE = (3, 37, 0)

__all__ = [
    "Connection",
    "Damaged",
    "Row",
    "create_connection",
    "open_connection",
    "schema_version",
    "sqlite",
    "sqlite_name",
    "translated",
    "unwritable",
]

Row = tuple[Any, ...]


class Damaged(UserError):
    """The file is not what SQLite wrote."""


class Connection:
    """A project file, opened by one thread. Errors of SQLite leave it as `UserError` sentences."""

    __slots__ = ("_closed", "_db", "_file", "path", "read_only")

    def __init__(self, db: sqlite.Connection, path: Path, read_only: str = "") -> None:
        """Take a connection in autocommit mode; `read_only` is the reason why it is not written."""
        self._db = db
        self._file = _identity(path)
        self._closed = False
        self.path = path
        self.read_only = read_only

    @property
    def db(self) -> sqlite.Connection:
        """The connection itself, for sqlite-utils and the backup API."""
        return self._db

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Run a statement and return all it gives."""
        with translated(self.path):
            return self._db.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """Run a statement and return the first row it gives, or None."""
        with translated(self.path):
            return cast("Row | None", self._db.execute(sql, parameters).fetchone())

    def stream(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        """Run a statement and give its rows one by one, for reading more than memory should hold."""
        with translated(self.path):
            yield from self._db.execute(sql, parameters)

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Run a statement that gives nothing."""
        with translated(self.path):
            self._db.execute(sql, parameters)

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of parameters."""
        with translated(self.path):
            self._db.executemany(sql, rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make everything inside one durable transaction; nothing of it stays after an exception."""
        if self.read_only:
            raise UserError(self.read_only)
        self._require_file()
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._db.in_transaction:  # SQLite has rolled back by itself after some errors
                self._db.rollback()
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let every read inside see the same state, whatever is written meanwhile."""
        self.run("BEGIN")
        try:
            yield
        finally:
            # Ctrl+C can come between BEGIN and here; then this is only run when all is closed.
            if not self._closed and self._db.in_transaction:
                self._db.rollback()

    def _require_file(self) -> None:
        """See that the file is where it was: one that was deleted still takes all writing, and is lost."""
        if _identity(self.path) != self._file:
            raise UserError(
                f"{self.path} was moved, replaced or deleted while it was open: nothing can be kept in it."
                " Put it back, or close the project and open it where it is now."
            )

    def close(self) -> None:
        """Close the file."""
        with translated(self.path):
            self._db.close()
        self._closed = True


def sqlite_name() -> str:
    """Return which SQLite is at work ("SQLite 3.53.4 (pysqlite3)")."""
    return f"SQLite {sqlite.sqlite_version} ({sqlite.__name__.partition('.')[0]})"


def create_connection(path: Path) -> Connection:
    """Open a new, empty file for writing; it is not yet in WAL mode. UserError: it exists, or cannot be."""
    _require_sqlite()
    try:
        path.open("xb").close()
    except FileExistsError:
        raise UserError(f"There is already a file at {path}.") from None
    except FileNotFoundError:
        raise UserError(f"{path} cannot be made: the folder {path.parent} does not exist.") from None
    except OSError as error:
        raise UserError(f"{path} cannot be made: {error.strerror}.") from None
    connection = Connection(_connect(path, "mode=rw"), path)
    connection.run(f"PRAGMA page_size = {PAGE_SIZE}")
    return connection


def open_connection(path: Path, newest_schema: int, read_only: bool = False) -> Connection:
    """Open a project file, of schema `newest_schema` or older.

    With `read_only`, or where the file or its folder may not be written, writing raises UserError with
    the reason. UserError: the file is not one that can be opened; then it has not been touched.
    """
    _require_sqlite()
    _inspect(path, newest_schema)
    reason = f"{path.name} was opened for reading only." if read_only else unwritable(path)
    connection = Connection(_connect(path, _mode(path, reason)), path, reason)
    try:
        if connection.row("PRAGMA application_id") != (APPLICATION_ID,):
            raise UserError(f"{path} is not a Pressmark project.")
        _refuse_newer(path, schema_version(connection), newest_schema)
        if not reason:  # a restored backup is not in WAL mode; for others this does nothing
            connection.run("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def schema_version(connection: Connection) -> int:
    """Return the schema of the file: 1, 2, 3 ...; 0 before the first migration."""
    row = connection.row("PRAGMA user_version")
    return int(row[0]) if row else 0


# ------------------------------------------------------------------------------------------------ errors


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite that a user can mend into UserError with a sentence; the only place."""
    try:
        yield
    except sqlite.Error as error:
        trouble = _sentence(error, path)
        if trouble is None:
            raise
        raise trouble from error


def unreadable(path: Path) -> Damaged:
    """The error for a value in the file that is not what is written there."""
    return Damaged(f"{path} is damaged: a value in it cannot be read; restore it from a backup.")


class _Code(IntEnum):
    """Result codes of SQLite (https://www.sqlite.org/rescode.html), which pysqlite3 does not name."""

    PERM = 3
    BUSY = 5
    LOCKED = 6
    READONLY = 8
    IOERR = 10
    CORRUPT = 11
    FULL = 13
    CANTOPEN = 14
    TOOBIG = 18
    CONSTRAINT = 19
    NOTADB = 26


# Errors of the backup API come without a code.
_CODE_OF = {
    "database or disk is full": _Code.FULL,
    "disk I/O error": _Code.IOERR,
    "database is locked": _Code.BUSY,
    "database disk image is malformed": _Code.CORRUPT,
    "attempt to write a readonly database": _Code.READONLY,
}


def _sentence(error: sqlite.Error, path: Path) -> UserError | None:
    """What to tell the user, or None where the error is a bug of ours."""
    code: int = getattr(error, "sqlite_errorcode", 0) or _CODE_OF.get(str(error), 0)
    match code & 0xFF:  # the low byte is the primary code; pysqlite3 gives no other
        case _Code.CONSTRAINT if "FOREIGN KEY" in str(error):
            return Conflict(
                "Something was marked or removed in another window meanwhile; nothing was changed."
            )
        case _Code.CONSTRAINT if "UNIQUE" in str(error):
            return Conflict("What was to be added is in the project already; nothing was changed.")
        case _Code.FULL:
            return UserError(f"The disk is full: nothing was written to {path}.")
        case _Code.BUSY | _Code.LOCKED:
            return UserError(f"{path} is being written by another program; nothing was changed, try again.")
        case _Code.READONLY | _Code.PERM:
            return UserError(f"{path} may not be written: nothing was changed.")
        case _Code.CORRUPT | _Code.NOTADB:
            return Damaged(f"{path} is damaged ({error}); restore it from a backup.")
        case _Code.CANTOPEN:
            return UserError(f"{path} cannot be opened; the file or its folder may not be read or written.")
        case _Code.IOERR:
            return UserError(f"{path} could not be read or written: the disk is full or reports an error.")
        case _Code.TOOBIG:
            return UserError(f"Something is too large to be kept in {path}; nothing was changed.")
        case _ if "malformed JSON" in str(error):
            return unreadable(path)
        case _ if "UTF-8" in str(error):  # said by Python's module, which has no code for it
            return Damaged(f"{path} is damaged: a text in it cannot be read; restore it from a backup.")
        case _:
            return None


# ----------------------------------------------------------------------------------------------- opening


def _require_sqlite() -> None:
    if sqlite.sqlite_version_info < _OLDEST_SQLITE:
        oldest = ".".join(map(str, _OLDEST_SQLITE))
        raise UserError(f"Pressmark needs SQLite {oldest} or newer, and this is {sqlite_name()}.")


def _connect(path: Path, mode: str) -> sqlite.Connection:
    with translated(path):
        db = sqlite.connect(
            f"{path.absolute().as_uri()}?{mode}",
            uri=True,
            isolation_level=None,
            timeout=BUSY_SECONDS,
            cached_statements=256,
        )
        try:
            _set_up(db)
        except BaseException:
            db.close()
            raise
        return db


def _set_up(db: sqlite.Connection) -> None:
    db.create_function("fold", 1, _fold_utf8, deterministic=True)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = FULL")
    if sys.platform == "darwin":  # there, fsync leaves the data in the cache of the disk
        db.execute("PRAGMA fullfsync = ON")
        db.execute("PRAGMA checkpoint_fullfsync = ON")
    db.execute("PRAGMA cache_size = -16384")  # KiB
    db.execute(f"PRAGMA journal_size_limit = {64 * 2**20}")


def _fold_utf8(text: bytes) -> str:
    """What the search index reads the texts through (`migrations`)."""
    return fold(text.decode(errors="replace"))


def _mode(path: Path, read_only: str) -> str:
    """The open mode of SQLite's URI. It never creates a file."""
    if not read_only:
        return "mode=rw"
    # A WAL file is read through an index beside it. Where the folder forbids making one, a file without
    # unfinished WAL can only be read as unchanging.
    if not os.access(path.parent, os.W_OK) and not _has_content(_beside(path, "-wal")):
        return "mode=ro&immutable=1"
    return "mode=ro"


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells the file from any other that may stand in its place; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def unwritable(path: Path) -> str:
    """Return why the project cannot be written, as a sentence; empty where it can."""
    if not os.access(path, os.W_OK):
        return f"{path} may not be written (the file is read-only)."
    if not os.access(path.parent, os.W_OK):
        return f"{path} may not be written (its folder is read-only)."
    return ""


def _inspect(path: Path, newest_schema: int) -> None:
    """Raise UserError unless the file begins like a whole project.

    It is read without SQLite and so stays untouched: SQLite would recover, or lock, what it opens.
    The fields of the header: https://www.sqlite.org/fileformat.html, section 1.3.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
            size = file.seek(0, os.SEEK_END)
    except FileNotFoundError:
        raise UserError(f"There is no project at {path}.") from None
    except IsADirectoryError:
        raise UserError(f"{path} is a folder, not a project file.") from None
    except PermissionError:
        what = "is a folder, not a project file" if path.is_dir() else "may not be read: no permission"
        raise UserError(f"{path} {what}.") from None
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}.") from None
    if not header:
        raise UserError(f"{path} is an empty file, not a Pressmark project.")
    if not header.startswith(b"SQLite format 3\x00"):
        raise UserError(f"{path} is not a Pressmark project.")
    if len(header) < 100:
        raise UserError(f"{path} is cut short ({size} bytes); restore it from a backup.")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise UserError(f"{path} is a database of another program, not a Pressmark project.")
    _refuse_newer(path, int.from_bytes(header[60:64], "big"), newest_schema)
    page_size = int.from_bytes(header[16:18], "big")
    expected = (65536 if page_size == 1 else page_size) * int.from_bytes(header[28:32], "big")
    unfinished = any(_has_content(_beside(path, end)) for end in ("-wal", "-journal"))
    if size < expected and not unfinished:  # a journal beside it may still make the file whole
        raise UserError(
            f"{path} is cut short ({size} of {expected} bytes are there); restore it from a backup."
        )


def _refuse_newer(path: Path, version: int, newest: int) -> None:
    if version > newest:
        raise UserError(
            f"{path} was made by a newer Pressmark (file version {version}; this one reads up to {newest})."
        )


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False
