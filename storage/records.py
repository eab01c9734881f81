"""Entities read, and written by compare-and-set: only where the stored row is what the change says it was."""

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Any

import orjson

from app.annotation import Annotation
from app.article import Article
from app.changes import Change, Entity, key
from app.errors import Conflict
from app.suggestion import Suggestion
from storage.connection import Connection, unreadable
from storage.rows import Table


def write(connection: Connection, table: Table, changes: Sequence[Change]) -> None:
    """Write changes of one kind in their order. Conflict: a row is not what its change's `before` says."""
    for is_new, run in groupby(changes, key=lambda change: change.before is None):
        if is_new:
            connection.run_many(table.insert, (table.row(change.after) for change in run))
        else:
            for change in run:
                _write_over(connection, table, change)


def read(connection: Connection, table: Table, rest: str, parameters: Sequence[Any]) -> list[Any]:
    """Return the entities found by `rest` of a statement (from WHERE or JOIN on). Damaged: one is none."""
    return entities(connection, table, f"SELECT {table.reading} FROM {table.name} {rest}", parameters)


def entities(connection: Connection, table: Table, sql: str, parameters: Sequence[Any]) -> list[Any]:
    """Return the entities of the rows that `sql` gives, `table.reading` of each. Damaged: one is none."""
    rows = connection.rows(sql, parameters)
    try:
        return list(table.all(rows))
    except (ValueError, TypeError):
        raise unreadable(connection.path) from None


def ids_in_use(connection: Connection, table: Table, ids: Collection[int]) -> set[int]:
    """Return those of the ids that a row of the table has."""
    wanted = orjson.dumps(list(ids)).decode()
    sql = f"SELECT id FROM {table.name} WHERE id IN (SELECT value FROM json_each (?))"
    return {row[0] for row in connection.rows(sql, (wanted,))}


def _write_over(connection: Connection, table: Table, change: Change) -> None:
    assert change.before is not None
    identity = key(change.before)
    stored = connection.row(table.select + table.where_key, identity)
    if stored != table.row(change.before):
        raise Conflict(_conflict(change.before, gone=stored is None))
    if change.after is None:
        connection.run(table.delete, identity)
    else:
        connection.run(table.update, table.row(change.after)[table.keys :] + identity)


def _conflict(entity: Entity, gone: bool) -> str:
    match entity:
        case Annotation():
            name = f"The annotation “{entity.text}”"
        case Suggestion():
            name = f"The suggestion “{entity.text}”"
        case Article():
            name = f"The article “{entity.title}”"
        case _:
            name = "What this act would change"
    return f"{name} was {'removed' if gone else 'changed'} meanwhile; nothing was written."
