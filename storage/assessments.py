"""What annotators say of whole articles and of passages without anything, and the time they took."""

from collections.abc import Iterable, Sequence

from app.annotation import Assessment, EmptyPassage
from app.changes import Change
from storage import articles, records
from storage.annotations import trouble_with
from storage.connection import Connection
from storage.rows import ASSESSMENTS, EMPTY_PASSAGES


def write(connection: Connection, changes: Sequence[Change]) -> None:
    """Write changes of assessments. Conflict as `records.write`."""
    records.write(connection, ASSESSMENTS, changes)


def write_empty_passages(connection: Connection, changes: Sequence[Change]) -> None:
    """Write changes of passages. Conflict as `records.write`; ValueError: a quote is not in the text."""
    for change in changes:
        if isinstance(passage := change.after, EmptyPassage):
            text = articles.marked_text(connection, passage.article_id)
            if trouble := trouble_with((passage.fragment,), text):
                raise ValueError(f"passage {passage.id}: {trouble}")
    records.write(connection, EMPTY_PASSAGES, changes)


def assessment(connection: Connection, article_id: int, annotator: str) -> Assessment | None:
    """Return what the annotator says of the article, or None."""
    row = connection.row(ASSESSMENTS.select + ASSESSMENTS.where_key, (article_id, annotator))
    return None if row is None else ASSESSMENTS.entity(row)


def empty_passages(connection: Connection, article_id: int, annotator: str | None) -> list[EmptyPassage]:
    """Return the article's passages (of one annotator, or of all) by start, then id."""
    where, parameters = "WHERE article_id = ?", [article_id, annotator]
    if annotator is None:
        return passages_in_order(records.read(connection, EMPTY_PASSAGES, where, parameters[:1]))
    where += " AND annotator = ?"
    return passages_in_order(records.read(connection, EMPTY_PASSAGES, where, parameters))


def passages_in_order(passages: Iterable[EmptyPassage]) -> list[EmptyPassage]:
    """Return the passages of an article by start, then id."""
    return sorted(passages, key=lambda passage: (passage.fragment.start, passage.id))


def add_active_time(
    connection: Connection, article_id: int, annotator: str, day: str, seconds: float
) -> None:
    """Count seconds of work on an article on a day."""
    connection.run(
        "INSERT INTO active_time VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET seconds = seconds + excluded.seconds",
        (article_id, annotator, day, seconds),
    )


def active_time(connection: Connection, article_id: int, annotator: str) -> float:
    """Return the seconds the annotator has worked on the article."""
    row = connection.row(
        "SELECT total(seconds) FROM active_time WHERE article_id = ? AND annotator = ?",
        (article_id, annotator),
    )
    return float(row[0]) if row else 0.0


def active_on(connection: Connection, day: str, annotator: str) -> float:
    """Return the seconds the annotator has worked on a day."""
    row = connection.row(
        "SELECT total(seconds) FROM active_time WHERE day = ? AND annotator = ?", (day, annotator)
    )
    return float(row[0]) if row else 0.0
