"""The step log: every act, in order, only ever added to, each entry sealed to the one before by its hash."""

import hashlib
import zlib
from collections.abc import Iterator

from app.changes import HistoryHead, Step, StepHead
from app.errors import NotFound, UserError
from storage.connection import Connection, Row
from storage.history_json import changes_from_json, changes_to_json
from storage.rows import to_json

FIRST_HASH = "0" * 64
"""The `prev_hash` of the first entry."""

_COLUMNS = "number, at, annotator, verb, kind, below, other_top, changes"
_BATCH = 100

# At level 6 the history of a large import is a quarter smaller, but packing takes more than twice as long.
_ZLIB_LEVEL = 1


def append(connection: Connection, step: Step) -> Step:
    """Add the step to the log and return it with its number."""
    last = connection.row("SELECT number, hash FROM history ORDER BY number DESC LIMIT 1")
    number, prev_hash = last or (0, FIRST_HASH)
    numbered = step.numbered(number + 1)
    entry = (
        numbered.number,
        step.at,
        step.annotator,
        step.verb,
        step.kind,
        step.below,
        step.other_top,
        _packed(changes_to_json(step.changes)),
    )
    connection.run(
        f"INSERT INTO history ({_COLUMNS}, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*entry, prev_hash, entry_hash(entry, prev_hash)),
    )
    return numbered


def step(connection: Connection, number: int) -> Step:
    """Return the step of that number. NotFound: there is none."""
    row = connection.row(f"SELECT {_COLUMNS} FROM history WHERE number = ?", (number,))
    if row is None:
        raise NotFound(f"The history of {connection.path.name} has no step {number}.")
    return _step(connection, row)


def step_size(connection: Connection, number: int) -> int:
    """Return how many bytes the step takes in the log; 0: there is none."""
    row = connection.row("SELECT length (changes) FROM history WHERE number = ?", (number,))
    return 0 if row is None else int(row[0])


def last_head(connection: Connection, annotator: str) -> StepHead | None:
    """Return the annotator's newest step without its changes, or None."""
    row = connection.row(
        "SELECT verb, annotator, at, kind, below, other_top, number FROM history"
        " WHERE annotator = ? ORDER BY number DESC LIMIT 1",
        (annotator,),
    )
    return None if row is None else StepHead(*row)


def head(connection: Connection) -> HistoryHead:
    """Return where the log ends; before its first entry that is number 0 and `FIRST_HASH`."""
    row = connection.row("SELECT number, at, hash FROM history ORDER BY number DESC LIMIT 1")
    return HistoryHead(0, "", FIRST_HASH) if row is None else HistoryHead(*row)


def steps(connection: Connection, after: int = 0) -> Iterator[Step]:
    """Give the steps with a number greater than `after`; writing meanwhile is allowed."""
    while rows := connection.rows(
        f"SELECT {_COLUMNS} FROM history WHERE number > ? ORDER BY number LIMIT {_BATCH}", (after,)
    ):
        for row in rows:
            yield _step(connection, row)
        after = rows[-1][0]


def entry_hash(entry: Row, prev_hash: str) -> str:
    """Return the seal of an entry (the columns from number to changes, as kept) after `prev_hash`."""
    *fields, changes = entry
    return hashlib.sha256(prev_hash.encode() + to_json(fields) + b"\n" + changes).hexdigest()


def _step(connection: Connection, row: Row) -> Step:
    number, at, annotator, verb, kind, below, other_top, packed = row
    try:
        changes = changes_from_json(unpacked(packed))
    except (zlib.error, ValueError, KeyError, TypeError):
        raise UserError(
            f"{connection.path} is damaged: step {number} of its history cannot be read."
        ) from None
    return Step(verb, annotator, at, changes, kind, below, other_top, number)


def _packed(changes: bytes) -> bytes:
    """The JSON, compressed where that is smaller; JSON begins with "[", zlib data never does."""
    smaller = zlib.compress(changes, _ZLIB_LEVEL)
    return smaller if len(smaller) < len(changes) else changes


def unpacked(packed: bytes) -> bytes:
    """Return the JSON of an entry's changes. zlib.error: it is damaged."""
    return packed if packed.startswith(b"[") else zlib.decompress(packed)
