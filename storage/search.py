"""Full-text search over titles and texts: keeping the index, and reading what a user types as a query."""

import re
from collections.abc import Iterable

from storage.connection import Connection, Damaged
from storage.folding import fold

# More words than this narrow nothing down, and FTS5 refuses very deep expressions.
_MAX_TERMS = 50

_TERM = re.compile(r'"([^"]*)("?)|([^"\s]+)')


def add(connection: Connection, article_ids: Iterable[int]) -> None:
    """Index articles whose rows have been written."""
    connection.run_many(
        "INSERT INTO search (rowid, title, body)"
        " SELECT rowid, title, body FROM search_content WHERE rowid = ?",
        [(article_id,) for article_id in article_ids],
    )


def drop(connection: Connection, article_id: int) -> None:
    """Take an article out of the index, before its row changes: FTS5 must be shown what it indexed."""
    connection.run(
        "INSERT INTO search (search, rowid, title, body)"
        " SELECT 'delete', rowid, title, body FROM search_content WHERE rowid = ?",
        (article_id,),
    )


def rebuild(connection: Connection) -> None:
    """Build the index anew from the articles."""
    connection.run("INSERT INTO search (search) VALUES ('rebuild')")


def is_in_step(connection: Connection) -> bool:
    """Tell whether the index holds just the words of the articles. UserError: the file is read-only."""
    try:
        with connection.writing():  # as SQLite sees it: nothing is changed
            connection.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except Damaged:
        return False
    return True


def expression(words: str) -> str:
    """Return the FTS5 expression for what a user typed; empty where there is nothing to search for.

    All words must occur, the last as a prefix; words in quotes are a phrase. Every term is handed over
    as an FTS5 string, so nothing that can be typed is a syntax error.
    """
    terms: list[str] = []
    open_ended = False
    for phrase, closed, word in _TERM.findall(words):
        term = " ".join(fold(phrase or word).split())
        if term:
            terms.append(f'"{term}"')
            open_ended = not closed
    terms = terms[:_MAX_TERMS]
    return " ".join(terms) + ("*" if terms and open_ended else "")
