"""What a step leaves beside the rows it writes: statuses over time, and what lies in the bin."""

import zlib
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import orjson

from app.annotation import Annotation, ArticleStatus, Status
from app.article import Article
from app.changes import Step
from app.project import Binned
from storage.connection import Connection, Row
from storage.history import unpacked

LOG = "INSERT INTO status_log (at, article_id, annotator, status) VALUES (?, ?, ?, ?)"
BIN = "INSERT OR REPLACE INTO bin VALUES (?, ?, ?, ?, ?, ?, ?)"
_UNBIN = "DELETE FROM bin WHERE article_id = ?"
# How a step that leaves a trace looks in the history. A quote inside a text is escaped there.
_TELLING = (b'"kind":"article"', b'"kind":"status"')

OF_HISTORY = "SELECT number, at, annotator, changes FROM history ORDER BY number"


@dataclass(frozen=True, slots=True)
class Traces:
    """Rows of the two tables."""

    log: list[Row]
    """Time, article, annotator, status; oldest first."""
    in_bin: dict[int, Row]
    """By article."""


def follow(connection: Connection, step: Step) -> None:
    """Note the statuses a step gives, and the articles it removes or brings back."""
    statuses, removed, back = [], [], []
    for change in step.of(ArticleStatus):
        given = change.entity
        assert isinstance(given, ArticleStatus)
        status = given.status if change.after is not None else Status.TODO
        statuses.append((step.at, given.article_id, given.annotator, status.value))
    for change in step.of(Article):
        article = change.entity
        assert isinstance(article, Article)
        if change.after is None:
            removed.append(article)
        elif change.before is None:
            back.append((article.id,))
    connection.run_many(LOG, statuses)
    connection.run_many(
        BIN,
        [(a.id, a.title, a.site, _marked(step, a), step.at, step.annotator, step.number) for a in removed],
    )
    connection.run_many(_UNBIN, back)


def _marked(step: Step, article: Article) -> int:
    """How many annotations the step removes with the article."""
    return sum(
        isinstance(change.before, Annotation) and change.after is None for change in step.about(article.id)
    )


def binned(connection: Connection, since: str) -> list[Binned]:
    """Return the articles removed at or after `since` and not put back, newest first."""
    return [
        Binned(*row)
        for row in connection.rows(
            "SELECT article_id, title, site, annotations, removed_at, removed_by, step FROM bin"
            " WHERE removed_at >= ? ORDER BY removed_at DESC, title, article_id",
            (since,),
        )
    ]


def of_history(entries: Iterable[Row]) -> Traces:
    """Return what the whole history leaves: `entries` are number, time, annotator and changes as kept.

    It reads the JSON of any schema. An entry that cannot be read leaves nothing.
    """
    log: list[Row] = []
    in_bin: dict[int, Row] = {}
    for number, at, annotator, packed in entries:
        with suppress(zlib.error, ValueError, KeyError, TypeError):
            data = unpacked(packed)
            if any(kind in data for kind in _TELLING):  # most steps only annotate
                _replay(log, in_bin, (number, at, annotator), orjson.loads(data))
    return Traces(log, in_bin)


def _replay(
    log: list[Row], in_bin: dict[int, Row], step: tuple[int, str, str], changes: list[dict[str, Any]]
) -> None:
    number, at, annotator = step
    gone = Counter(
        change["before"]["article_id"]
        for change in changes
        if change["kind"] == "annotation" and change["after"] is None
    )
    for change in changes:
        kind, after = change["kind"], change["after"]
        entity = after or change["before"]
        if kind == "status":
            status = after["status"] if after else Status.TODO.value
            log.append((at, entity["article_id"], entity["annotator"], status))
        elif kind == "article" and after is None:
            known = (entity["id"], entity["title"], entity["site"])
            in_bin[entity["id"]] = (*known, gone[entity["id"]], at, annotator, number)
        elif kind == "article" and change["before"] is None:
            in_bin.pop(entity["id"], None)


def kept(connection: Connection) -> Traces:
    """Return what is kept."""
    log = connection.rows("SELECT at, article_id, annotator, status FROM status_log ORDER BY number")
    return Traces(log, {row[0]: row for row in connection.rows("SELECT * FROM bin")})


def expected(connection: Connection) -> Traces:
    """Return what should be kept."""
    return of_history(connection.stream(OF_HISTORY))


def rebuild(connection: Connection) -> None:
    """Find both anew in the history."""
    found = expected(connection)
    connection.run("DELETE FROM status_log")
    connection.run("DELETE FROM bin")
    connection.run_many(LOG, found.log)
    connection.run_many(BIN, found.in_bin.values())
