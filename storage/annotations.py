"""What annotators make: annotations, relations and statuses, and the label counts kept beside them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from app.anchor import Fragment, holds
from app.annotation import Annotation, ArticleStatus, Relation
from app.changes import Change
from app.errors import NotFound
from storage import articles, records
from storage.connection import Connection
from storage.rows import ANNOTATIONS, RELATIONS, STATUSES, Table


def write(connection: Connection, changes: Sequence[Change]) -> None:
    """Write changes of annotations. Conflict as `records.write`; ValueError: a quote is not in the text."""
    validate(connection, [c.after for c in changes if isinstance(c.after, Annotation)])
    records.write(connection, ANNOTATIONS, changes)
    _count(connection, changes)


def write_relations(connection: Connection, changes: Sequence[Change]) -> None:
    """Write changes of relations. Conflict as `records.write`."""
    records.write(connection, RELATIONS, changes)


def write_statuses(connection: Connection, changes: Sequence[Change]) -> None:
    """Write changes of statuses. Conflict as `records.write`."""
    records.write(connection, STATUSES, changes)


def validate(connection: Connection, annotations: Iterable[Annotation]) -> None:
    """Raise ValueError unless every fragment stands in the text of its article, in order.

    Conflict: there is no such article any more.
    """
    article_id, text = None, ""
    for annotation in annotations:
        if annotation.article_id != article_id:
            article_id, text = annotation.article_id, articles.marked_text(connection, annotation.article_id)
        trouble = trouble_with(annotation.fragments, text)
        if trouble:
            raise ValueError(f"annotation {annotation.id}: {trouble}")


def trouble_with(fragments: Sequence[Fragment], text: str) -> str:
    """Return what is wrong with an annotation's fragments in `text`; empty where nothing is."""
    if not fragments:
        return "it marks nothing"
    place = 0
    for fragment in fragments:
        if not place <= fragment.start < fragment.end <= len(text):
            return f"{fragment.start}..{fragment.end} is out of place"
        if not holds(text, fragment):
            there = text[fragment.start : fragment.end]
            return f"the text has “{there}” at {fragment.start}..{fragment.end}, not “{fragment.quote.exact}”"
        place = fragment.end
    return ""


_PLACE_OF_COUNT = attrgetter("article_id", "annotator", "label")


# The counts are kept, not computed: the library filters 30,000 articles by label while the user types, and
# shows totals after every act. Counting by step costs a row per label, not per annotation.
def _count(connection: Connection, changes: Sequence[Change]) -> None:
    deltas = Counter(map(_PLACE_OF_COUNT, filter(None, (change.after for change in changes))))
    deltas.subtract(map(_PLACE_OF_COUNT, filter(None, (change.before for change in changes))))
    changed = [(*place, delta) for place, delta in deltas.items() if delta]
    connection.run_many(
        "INSERT INTO label_counts (article_id, annotator, label, count) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET count = count + excluded.count",
        changed,
    )
    connection.run_many(
        "DELETE FROM label_counts WHERE article_id = ? AND annotator = ? AND label = ? AND count = 0",
        [row[:3] for row in changed if row[3] < 0],
    )


def recount(connection: Connection) -> None:
    """Compute the label counts anew from the annotations."""
    connection.run("DELETE FROM label_counts")
    connection.run(
        "INSERT INTO label_counts"
        " SELECT article_id, annotator, label, count(*) FROM annotations GROUP BY 1, 2, 3"
    )


def of_article(connection: Connection, article_id: int, annotator: str | None) -> list[Annotation]:
    """Return the article's annotations (of one annotator, or of all) by start, then longest first."""
    return in_order(_read(connection, ANNOTATIONS, article_id, annotator))


def in_order(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Return the annotations of an article by start, then longest first, then id."""
    return sorted(annotations, key=_place)


def _place(annotation: Annotation) -> tuple[int, int, int]:
    fragments = annotation.fragments
    return fragments[0].start, -fragments[-1].end, annotation.id


def annotation(connection: Connection, annotation_id: int) -> Annotation:
    """Return the annotation. NotFound: there is none."""
    row = connection.row(ANNOTATIONS.select + ANNOTATIONS.where_key, (annotation_id,))
    if row is None:
        raise NotFound(f"{connection.path.name} has no annotation {annotation_id}.")
    found: Annotation = ANNOTATIONS.entity(row)
    return found


def relations(connection: Connection, article_id: int, annotator: str | None) -> list[Relation]:
    """Return the article's relations, oldest first."""
    return relations_in_order(_read(connection, RELATIONS, article_id, annotator))


def relations_in_order(relations: Iterable[Relation]) -> list[Relation]:
    """Return the relations of an article, oldest first, then by id."""
    return sorted(relations, key=attrgetter("created_at", "id"))


def status(connection: Connection, article_id: int, annotator: str) -> ArticleStatus | None:
    """Return the annotator's status of the article, or None."""
    row = connection.row(STATUSES.select + STATUSES.where_key, (article_id, annotator))
    return None if row is None else STATUSES.entity(row)


def _read(connection: Connection, table: Table, article_id: int, annotator: str | None) -> list[Any]:
    if annotator is None:
        return records.read(connection, table, "WHERE article_id = ?", (article_id,))
    return records.read(connection, table, "WHERE article_id = ? AND annotator = ?", (article_id, annotator))
