"""Full-text search over titles and texts: keeping the index, and reading what a user types as a query."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a query, or words in quotes, which must stand side by side."""

    words: tuple[str, ...]
    """Folded."""
    open_ended: bool = False
    """Whether the last word may go on."""

    def stands_at(self, words: Sequence[str], place: int) -> bool:
        """Tell whether the folded words of a text have the term from `place` on."""
        there = tuple(words[place : place + len(self.words)])
        if not self.open_ended:
            return there == self.words
        return (
            len(there) == len(self.words)
            and there[:-1] == self.words[:-1]
            and there[-1].startswith(self.words[-1])
        )


def terms(words: str) -> list[Term]:
    """Return the terms of what a user typed, the last one open-ended unless its quotes are closed."""
    found: list[Term] = []
    for phrase, closed, word in _TERM.findall(words):
        folded = tuple(split(phrase or word))
        if folded:
            found.append(Term(folded, open_ended=not closed))
    found = found[:_MAX_TERMS]
    return [*(replace(term, open_ended=False) for term in found[:-1]), *found[-1:]]


def split(text: str) -> list[str]:
    """Return the words of `text` as the index has them, which takes "_" for a gap too."""
    return fold(text).replace("_", " ").split()


def expression(words: str) -> str:
    """Return the FTS5 expression for what a user typed; empty where there is nothing to search for.

    All terms must occur. Every one is handed over as an FTS5 string, so nothing that can be typed is a
    syntax error.
    """
    return " ".join(f'"{" ".join(term.words)}"' + "*" * term.open_ended for term in terms(words))
