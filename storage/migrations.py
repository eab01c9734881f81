"""The schema, one small function a step; a released step is never edited, only followed by another.

sqlite-utils keeps which steps were applied, but silently ignores the names of a newer build: the number
in `user_version` rules, and `connection` refuses a file whose number is higher than `SCHEMA_VERSION`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.errors import UserError
from storage import traces
from storage.connection import Connection, schema_version, sqlite

if TYPE_CHECKING:
    from sqlite_utils import Database

SCHEMA_VERSION = 2

# Ids and hashes: ids come from `app.ids`; hashes are SHA-256 in lower-case hexadecimal. Times are ISO 8601
# in UTC. Columns holding JSON are texts, so that any SQLite browser can read them.
_CONTENTS = """
CREATE TABLE texts (
    sha256 TEXT NOT NULL UNIQUE,
    body   TEXT NOT NULL
) STRICT;
CREATE TABLE snapshots (
    sha256 TEXT NOT NULL UNIQUE,
    packing TEXT NOT NULL CHECK (packing IN ('raw', 'zlib')),
    data   BLOB NOT NULL
) STRICT;
"""

# `blocks` is last: a row is read up to the columns asked for, and the blocks are most of it.
_ARTICLES = """
CREATE TABLE articles (
    id              INTEGER PRIMARY KEY,
    text_sha256     TEXT NOT NULL REFERENCES texts (sha256),
    title           TEXT NOT NULL,
    site            TEXT NOT NULL,
    url             TEXT NOT NULL,
    published       TEXT,
    authors         TEXT NOT NULL,
    language        TEXT NOT NULL,
    source_path     TEXT NOT NULL,
    media_type      TEXT NOT NULL,
    encoding        TEXT NOT NULL,
    snapshot_sha256 TEXT NOT NULL,
    imported_at     TEXT NOT NULL,
    length          INTEGER NOT NULL,
    revision_of     INTEGER,
    title_key       TEXT NOT NULL,
    blocks          TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_text ON articles (text_sha256);
CREATE INDEX articles_by_url ON articles (url) WHERE url <> '';
CREATE INDEX articles_by_added ON articles (imported_at);
CREATE INDEX articles_by_title ON articles (title_key);
CREATE INDEX articles_by_published ON articles (published);
CREATE INDEX articles_by_site ON articles (site, imported_at);
CREATE INDEX articles_by_language ON articles (language);
CREATE INDEX articles_revised ON articles (revision_of) WHERE revision_of IS NOT NULL;
"""

# References are checked at COMMIT, so that a step may list its changes in any order. Statuses and
# suggestions have none: those of a removed article wait for its return by undo.
_ANNOTATIONS = """
CREATE TABLE annotations (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    annotator  TEXT NOT NULL,
    label      TEXT NOT NULL,
    fragments  TEXT NOT NULL,
    attributes TEXT NOT NULL,
    confidence REAL,
    note       TEXT NOT NULL,
    origin     TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX annotations_by_article ON annotations (article_id);
CREATE TABLE relations (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    annotator  TEXT NOT NULL,
    type       TEXT NOT NULL,
    source     INTEGER NOT NULL REFERENCES annotations (id) DEFERRABLE INITIALLY DEFERRED,
    target     INTEGER NOT NULL REFERENCES annotations (id) DEFERRABLE INITIALLY DEFERRED,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX relations_by_article ON relations (article_id);
CREATE INDEX relations_by_source ON relations (source);
CREATE INDEX relations_by_target ON relations (target);
CREATE TABLE statuses (
    article_id INTEGER NOT NULL,
    annotator  TEXT NOT NULL,
    status     TEXT NOT NULL,
    PRIMARY KEY (article_id, annotator)
) STRICT, WITHOUT ROWID;
CREATE INDEX statuses_by_annotator ON statuses (annotator, status);
CREATE TABLE label_counts (
    article_id INTEGER NOT NULL,
    annotator  TEXT NOT NULL,
    label      TEXT NOT NULL,
    count      INTEGER NOT NULL,
    PRIMARY KEY (article_id, annotator, label)
) STRICT, WITHOUT ROWID;
CREATE INDEX label_counts_by_label ON label_counts (label, count);
"""

_SUGGESTIONS = """
CREATE TABLE suggestions (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL,
    label      TEXT NOT NULL,
    fragment   TEXT NOT NULL,
    score      REAL NOT NULL,
    suggester  TEXT NOT NULL,
    rule       TEXT NOT NULL,
    attributes TEXT NOT NULL,
    relations  TEXT NOT NULL,
    decision   TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL
) STRICT;
CREATE INDEX suggestions_by_article ON suggestions (article_id);
CREATE INDEX suggestions_open ON suggestions (article_id) WHERE decision = 'open';
"""

_HISTORY = """
CREATE TABLE history (
    number    INTEGER PRIMARY KEY CHECK (number > 0),
    at        TEXT NOT NULL,
    annotator TEXT NOT NULL,
    verb      TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    below     INTEGER NOT NULL,
    other_top INTEGER NOT NULL,
    changes   BLOB NOT NULL,
    prev_hash TEXT NOT NULL,
    hash      TEXT NOT NULL
) STRICT;
CREATE INDEX history_by_annotator ON history (annotator, number);
CREATE TRIGGER history_is_not_edited BEFORE UPDATE ON history
    BEGIN SELECT RAISE (ABORT, 'the history is only added to'); END;
CREATE TRIGGER history_is_not_shortened BEFORE DELETE ON history
    BEGIN SELECT RAISE (ABORT, 'the history is only added to'); END;
CREATE TABLE schemes (
    number INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    body   TEXT NOT NULL
) STRICT;
CREATE TABLE remembered (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

# The index keeps no copy of the texts: it reads them through the view, folded by our own function
# (`folding.fold`), which every connection registers. After it only blanks part words, and the simplest
# tokenizer will do, in half the time of unicode61: it takes every character beyond ASCII for a letter.
# The function is given bytes, so that a text that is no UTF-8 any more can still be indexed and checked.
# A prefix of two letters has an index of its own; longer ones are as fast without. Pieces of the index are
# merged by 16 rather than by 4: a large import writes each word twice instead of four times.
_SEARCH = """
CREATE VIEW search_content AS
    SELECT articles.id AS rowid,
        fold (CAST (articles.title AS BLOB)) AS title, fold (CAST (texts.body AS BLOB)) AS body
    FROM articles JOIN texts ON texts.sha256 = articles.text_sha256;
CREATE VIRTUAL TABLE search USING fts5 (
    title, body,
    content = 'search_content', columnsize = 0, prefix = '2',
    tokenize = 'ascii'
);
INSERT INTO search (search, rank) VALUES ('automerge', 16);
"""

# Statuses over time and the bin follow from the history; they are kept because to find them there would
# mean to unpack all of it. Active time is measured, not done: it has no step.
_READING_ROOM = """
CREATE TABLE empty_passages (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    annotator  TEXT NOT NULL,
    fragment   TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX empty_passages_by_article ON empty_passages (article_id);
CREATE TABLE assessments (
    article_id INTEGER NOT NULL,
    annotator  TEXT NOT NULL,
    attributes TEXT NOT NULL,
    flagged    INTEGER NOT NULL,
    note       TEXT NOT NULL,
    PRIMARY KEY (article_id, annotator)
) STRICT, WITHOUT ROWID;
CREATE INDEX assessments_flagged ON assessments (annotator) WHERE flagged;
CREATE TABLE speakers (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL,
    kind  TEXT NOT NULL,
    forms TEXT NOT NULL,
    posts TEXT NOT NULL,
    note  TEXT NOT NULL
) STRICT;
CREATE INDEX annotations_by_speaker ON annotations (json_extract (attributes, '$.canonical_name'))
    WHERE json_valid (attributes) AND json_extract (attributes, '$.canonical_name') IS NOT NULL;
ALTER TABLE suggestions ADD COLUMN seconds REAL;
CREATE TABLE active_time (
    article_id INTEGER NOT NULL,
    annotator  TEXT NOT NULL,
    day        TEXT NOT NULL,
    seconds    REAL NOT NULL,
    PRIMARY KEY (article_id, annotator, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE status_log (
    number     INTEGER PRIMARY KEY,
    at         TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    annotator  TEXT NOT NULL,
    status     TEXT NOT NULL
) STRICT;
CREATE TABLE bin (
    article_id  INTEGER PRIMARY KEY,
    title       TEXT NOT NULL,
    site        TEXT NOT NULL,
    annotations INTEGER NOT NULL,
    removed_at  TEXT NOT NULL,
    removed_by  TEXT NOT NULL,
    step        INTEGER NOT NULL
) STRICT;
"""


def migrate(connection: Connection) -> None:
    """Bring the schema to `SCHEMA_VERSION` in one transaction. UserError: the file is not writable."""
    if schema_version(connection) == SCHEMA_VERSION:
        return
    if connection.read_only:
        raise UserError(f"{connection.path} is of an older Pressmark and must be opened for writing once.")
    # sqlite-utils takes a quarter of a second to import; a file of today's schema opens without it.
    from sqlite_utils import Database, Migrations

    steps = Migrations("pressmark")
    for step in (m001_project, m002_reading_room):
        steps()(step)
    # With foreign keys on, rebuilding a table would cascade; they cannot be switched inside a transaction.
    connection.run("PRAGMA foreign_keys = OFF")
    try:
        with connection.writing():
            steps.apply(Database(connection.db, execute_plugins=False))
            if connection.rows("PRAGMA foreign_key_check"):
                raise UserError(f"{connection.path} is damaged: it names things that are not there.")
            connection.run(f"PRAGMA user_version = {SCHEMA_VERSION}")
    finally:
        connection.run("PRAGMA foreign_keys = ON")


def m001_project(db: "Database") -> None:
    """The first schema."""
    for script in (_CONTENTS, _ARTICLES, _ANNOTATIONS, _SUGGESTIONS, _HISTORY, _SEARCH):
        for statement in _statements(script):
            db.execute(statement)


def m002_reading_room(db: "Database") -> None:
    """Passages read and empty, assessments, speakers, active time; statuses over time and the bin.

    And how long a suggestion was looked at.
    """
    for statement in _statements(_READING_ROOM):
        db.execute(statement)
    left = traces.of_history(db.execute(traces.OF_HISTORY))
    db.conn.executemany(traces.LOG, left.log)
    db.conn.executemany(traces.BIN, left.in_bin.values())


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: `executescript` would commit the transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite.complete_statement(pending):
            yield pending
            pending = ""
