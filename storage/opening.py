"""Making and opening a project: a connection, brought to today's schema, behind the project's face."""

from contextlib import suppress
from pathlib import Path

from app.scheme import Scheme
from storage import schemes
from storage.connection import APPLICATION_ID, create_connection, open_connection
from storage.migrations import SCHEMA_VERSION, migrate
from storage.sqlite_project import SqliteProject


def create_project(path: Path, scheme: Scheme) -> SqliteProject:
    """Make a new project file with this scheme and open it.

    UserError: there is already a file at `path`, or none can be made there; nothing is left behind.
    """
    connection = create_connection(path)
    try:
        migrate(connection)
        with connection.writing():
            schemes.keep_first(connection, scheme)
            # Last, so that a file that was not finished is never taken for a project.
            connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.run("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).unlink()
        raise
    return SqliteProject(connection)


def open_project(path: Path, *, read_only: bool = False) -> SqliteProject:
    """Open a project file, for this thread only.

    A file of an older schema is brought to today's first. Where the file or its folder may not be
    written, it opens for reading, and `SqliteProject.read_only` says why; writing then raises UserError.
    UserError: there is no project at `path` that this program can read; the file was not touched.
    """
    connection = open_connection(path, SCHEMA_VERSION, read_only)
    try:
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return SqliteProject(connection)
