"""The scheme of the project with all its versions; the newest row is the one in force."""

from collections.abc import Sequence

from app.article import text_hash
from app.changes import Change
from app.errors import Conflict
from app.scheme import Scheme
from storage.connection import Connection
from storage.rows import scheme_from_text, scheme_to_text


def scheme(connection: Connection) -> Scheme:
    """Return the scheme in force."""
    return scheme_from_text(_body(connection))


def keep_first(connection: Connection, first: Scheme) -> None:
    """Give a new project its scheme."""
    _keep(connection, first)


def write(connection: Connection, changes: Sequence[Change]) -> None:
    """Put other versions in force. Conflict: the one in force is not `before`; ValueError: no `after`."""
    for change in changes:
        if not isinstance(change.after, Scheme):
            raise ValueError("a project cannot be without a scheme")
        if change.before != scheme(connection):
            raise Conflict("The scheme was changed meanwhile; nothing was written.")
        _keep(connection, change.after)


def damaged_versions(connection: Connection) -> list[int]:
    """Return the numbers of the versions that are not what their hash says."""
    rows = connection.rows("SELECT number, sha256, body FROM schemes")
    return [number for number, sha256, body in rows if text_hash(body) != sha256]


def _keep(connection: Connection, version: Scheme) -> None:
    body = scheme_to_text(version)
    connection.run("INSERT INTO schemes (sha256, body) VALUES (?, ?)", (text_hash(body), body))


def _body(connection: Connection) -> str:
    row = connection.row("SELECT body FROM schemes ORDER BY number DESC LIMIT 1")
    assert row is not None  # every project is made with one
    return str(row[0])
