"""Whether a project is whole: every kept byte against its hash, every entry against what follows from it.

SQLite's own check sees the structure of the file but not one flipped bit inside a cell. So every text and
saved original is held against its SHA-256, the history against its chain of hashes, every quote against
its text, and every row against what the history says it is.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.annotation import Annotation, ArticleStatus, Assessment, EmptyPassage, Relation
from app.article import Article
from app.changes import Entity
from app.errors import UserError
from app.speaker import Speaker
from app.suggestion import Suggestion
from storage import annotations, contents, history, schemes, search, traces
from storage.connection import Connection, Row, open_connection, schema_version, sqlite_name
from storage.history_json import changes_from_json
from storage.migrations import SCHEMA_VERSION, migrate
from storage.rows import (
    ANNOTATIONS,
    ARTICLES,
    ASSESSMENTS,
    EMPTY_PASSAGES,
    RELATIONS,
    SPEAKERS,
    STATUSES,
    SUGGESTIONS,
    Table,
)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found."""

    path: Path
    lines: tuple[str, ...]
    """What was looked at, a sentence each."""
    problems: tuple[str, ...]
    """What is wrong, a sentence each, naming the article; empty where the project is whole."""

    @property
    def ok(self) -> bool:
        """Whether the project is whole."""
        return not self.problems


def check_project(path: Path, *, repair: bool = False) -> CheckReport:
    """Look at everything the project keeps. UserError: the file cannot be opened at all.

    `repair` first computes anew what follows from the rest: the search index, the label counts, the
    statuses over time, the list of the bin and the indices. What people made is never touched.
    """
    connection = open_connection(path, SCHEMA_VERSION)
    try:
        migrate(connection)
        _read_leniently(connection)
        lines = [f"{sqlite_name()}, file version {schema_version(connection)}."]
        if repair:
            _repair(connection)
            lines.append(
                "The search index, the label counts, the statuses over time, the bin and the indices"
                " were built anew."
            )
        problems = []
        with connection.reading():
            problems += _collect((*KEPT, *_DERIVED), connection, lines)
        if connection.read_only:
            lines.append("The search index was not checked: the file is read-only.")
        else:
            problems += _collect((_SEARCH,), connection, lines)
    finally:
        connection.close()
    return CheckReport(path, tuple(lines), tuple(problems))


def kept_problems(connection: Connection) -> list[str]:
    """Return what is wrong with what the project keeps, leaving aside what can be computed anew."""
    _read_leniently(connection)
    return _collect(KEPT, connection, [])


def _read_leniently(connection: Connection) -> None:
    """Let a text that is no UTF-8 be read as far as it can, so that a check can name the place."""
    connection.db.text_factory = lambda data: str(data, "utf-8", "replace")


Part = tuple[str, Callable[[Connection], Iterator[str]]]
"""What is looked at, and what gives the sentences on what is wrong with it."""


def _collect(parts: Iterable[Part], connection: Connection, lines: list[str]) -> list[str]:
    problems: list[str] = []
    for name, part in parts:
        found: list[str] = []
        try:
            found.extend(part(connection))
        except UserError as error:  # a damaged page ends this part, not the check
            found.append(str(error))
        lines.append(f"{name}: {f'{len(found)} problems' if found else 'whole'}.")
        problems += found
    return problems


def _repair(connection: Connection) -> None:
    with connection.writing():
        search.rebuild(connection)
        annotations.recount(connection)
        traces.rebuild(connection)
        connection.run("REINDEX")


# ------------------------------------------------------------------------------------------------- parts


def _structure(connection: Connection) -> Iterator[str]:
    for (fault,) in connection.rows("PRAGMA integrity_check"):
        if fault != "ok":
            yield f"The structure of the file is damaged: {fault}."
    for table, rowid, parent, _ in connection.rows("PRAGMA foreign_key_check"):
        yield f"An entry of {table} ({rowid}) names something that is not in {parent}."


def _texts(connection: Connection) -> Iterator[str]:
    # Read as bytes: a flipped bit can make a text that is no UTF-8.
    for hash_, body in connection.stream("SELECT sha256, CAST(body AS BLOB) FROM texts"):
        if sha256(body).hexdigest() != hash_:
            yield f"{_of_content(connection, 'text_sha256', hash_)}: its text is not what its hash says."


def _snapshots(connection: Connection) -> Iterator[str]:
    for hash_, *packed in connection.stream("SELECT sha256, packing, data FROM snapshots"):
        try:
            whole = sha256(contents.unpacked(tuple(packed))).hexdigest() == hash_
        except zlib.error:
            whole = False
        if not whole:
            article = _of_content(connection, "snapshot_sha256", hash_)
            yield f"{article}: its saved page is not what its hash says."


def _of_content(connection: Connection, column: str, hash_: str) -> str:
    row = connection.row(f"SELECT id, title FROM articles WHERE {column} = ?", (hash_,))
    return f"Article {row[0]} (“{row[1]}”)" if row else f"A removed article (hash {hash_})"


def _history(connection: Connection) -> Iterator[str]:
    """The chain of hashes, and the rows against what the history makes of them, article by article."""
    # For each article the exclusive or of the hashes of its rows: a row that comes and goes leaves nothing,
    # and what remains is what the article must have now, in a few bytes however long the history.
    marks: Marks = {}
    number, prev_hash = 0, history.FIRST_HASH
    for row in connection.stream("SELECT * FROM history ORDER BY number"):
        *entry, prev, hash_ = row
        if entry[0] != number + 1:
            yield f"The history lacks the steps between {number} and {entry[0]}."
        if prev != prev_hash or hash_ != history.entry_hash(tuple(entry), prev):
            yield f"Step {entry[0]} of the history ({entry[3]}, {entry[2]}) is not what its hash says."
        number, prev_hash = entry[0], hash_
        try:
            for change in changes_from_json(history.unpacked(entry[7])):
                _mark(marks, change.before)
                _mark(marks, change.after)
        except (zlib.error, ValueError, KeyError, TypeError):
            yield f"Step {entry[0]} of the history ({entry[3]}, {entry[2]}) cannot be read."
    for table in _TABLE_OF.values():
        for row in connection.stream(table.select):
            _mark_row(marks, table, row)
    for article_id, mark in marks.items():
        if mark:
            what = "The registry of speakers" if article_id is None else _named(connection, article_id)
            yield f"{what} is not what the history made of it."


Marks = dict[int | None, int]
"""By article; under None that of the registry, which belongs to no article."""


def _mark(marks: Marks, entity: Entity | None) -> None:
    table = _TABLE_OF.get(type(entity))
    if table is not None:
        _mark_row(marks, table, table.row(entity))


def _mark_row(marks: Marks, table: Table, row: Row) -> None:
    if table is SPEAKERS:
        article_id = None
    else:
        article_id = row[0 if table is ARTICLES else table.columns.index("article_id")]
    marks[article_id] = marks.get(article_id, 0) ^ hash((table.name, row))


# Suggestions are not among them: machines replace them without a step.
_TABLE_OF: dict[type[Any], Table] = {
    Article: ARTICLES,
    Annotation: ANNOTATIONS,
    Relation: RELATIONS,
    ArticleStatus: STATUSES,
    EmptyPassage: EMPTY_PASSAGES,
    Assessment: ASSESSMENTS,
    Speaker: SPEAKERS,
}


def _schemes(connection: Connection) -> Iterator[str]:
    for number in schemes.damaged_versions(connection):
        yield f"Version {number} of the scheme is not what its hash says."


def _articles(connection: Connection) -> Iterator[str]:
    for row in connection.stream(f"{ARTICLES.select} ORDER BY id"):
        try:
            article: Article = ARTICLES.entity(row)
            text = _text(connection, article.id)
        except (ValueError, TypeError):
            yield f"{_named(connection, row[0])} cannot be read."
            continue
        place = 0
        for block in article.blocks:
            if not place <= block.start < block.end <= len(text):
                yield f"{_named(connection, row[0])}: block {block.start}..{block.end} is out of place."
            place = block.end


def _annotations(connection: Connection) -> Iterator[str]:
    yield from _quotes(connection, ANNOTATIONS, lambda annotation: annotation.fragments)


def _empty_passages(connection: Connection) -> Iterator[str]:
    yield from _quotes(connection, EMPTY_PASSAGES, lambda passage: (passage.fragment,))


def _suggestions(connection: Connection) -> Iterator[str]:
    yield from _quotes(connection, SUGGESTIONS, lambda suggestion: (suggestion.fragment,))


def _quotes(connection: Connection, table: Table, fragments: Callable[[Any], Any]) -> Iterator[str]:
    """Hold every fragment against the text; articles are read once each."""
    article_id, text = None, ""
    # Suggestions of a removed article wait for its return, and have no text to be held against.
    present = "WHERE article_id IN (SELECT id FROM articles) ORDER BY article_id"
    for row in connection.stream(f"{table.select} {present}"):
        what = f"{table.name[:-1].replace('_', ' ')} {row[0]}"
        if row[1] != article_id:
            article_id, text = row[1], _text(connection, row[1])
        try:
            entity: Annotation | EmptyPassage | Suggestion = table.entity(row)
        except (ValueError, TypeError):
            yield f"{_named(connection, row[1])}: {what} cannot be read."
            continue
        trouble = annotations.trouble_with(fragments(entity), text)
        if trouble:
            yield f"{_named(connection, row[1])}: {what}: {trouble}."


def _relations(connection: Connection) -> Iterator[str]:
    for identifier, article_id in connection.stream(
        "SELECT relations.id, relations.article_id FROM relations"
        " JOIN annotations AS a ON a.id = source JOIN annotations AS b ON b.id = target"
        " WHERE a.article_id <> relations.article_id OR b.article_id <> relations.article_id"
    ):
        yield f"{_named(connection, article_id)}: relation {identifier} leads into another article."


def _counts(connection: Connection) -> Iterator[str]:
    counted = "SELECT article_id, annotator, label, count(*) FROM annotations GROUP BY 1, 2, 3"
    kept = "SELECT article_id, annotator, label, count FROM label_counts"
    wrong: set[Row] = {
        row[:1]
        for sql in (f"{counted} EXCEPT {kept}", f"{kept} EXCEPT {counted}")
        for row in connection.rows(sql)
    }
    for (article_id,) in sorted(wrong):
        yield f"{_named(connection, article_id)}: its label counts are wrong; a repair counts them anew."


def _traces(connection: Connection) -> Iterator[str]:
    kept, expected = traces.kept(connection), traces.expected(connection)
    if kept.log != expected.log:
        yield "The statuses over time are not what the history says; a repair finds them anew."
    if kept.in_bin != expected.in_bin:
        yield "The list of the bin is not what the history says; a repair finds it anew."


def _search(connection: Connection) -> Iterator[str]:
    if not search.is_in_step(connection):
        yield "The search index is not in step with the articles; a repair builds it anew."


def _text(connection: Connection, article_id: int) -> str:
    row = connection.row(
        "SELECT body FROM articles JOIN texts ON sha256 = text_sha256 WHERE id = ?", (article_id,)
    )
    return row[0] if row else ""


def _named(connection: Connection, article_id: int) -> str:
    row = connection.row("SELECT title FROM articles WHERE id = ?", (article_id,))
    return f"Article {article_id} (“{row[0]}”)" if row else f"Article {article_id}"


KEPT: tuple[Part, ...] = (
    ("Structure", _structure),
    ("Texts against their hashes", _texts),
    ("Saved pages against their hashes", _snapshots),
    ("History against its hashes, and articles against the history", _history),
    ("Schemes against their hashes", _schemes),
    ("Blocks", _articles),
    ("Quotes of annotations against the texts", _annotations),
    ("Quotes of passages read and empty against the texts", _empty_passages),
    ("Quotes of suggestions against the texts", _suggestions),
    ("Relations", _relations),
)
"""What people made and what it came from."""

_DERIVED: tuple[Part, ...] = (
    ("Label counts", _counts),
    ("Statuses over time and the bin against the history", _traces),
)
_SEARCH: Part = ("Search index", _search)
