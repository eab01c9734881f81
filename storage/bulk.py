"""Reading many articles with all that was said of them: a few at a time, one statement for each table."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import attrgetter
from typing import Any

import orjson

from app.project import AnnotatedArticle
from storage import annotations, articles, assessments, records, suggestions
from storage.connection import Connection, unreadable
from storage.rows import (
    ANNOTATIONS,
    ARTICLES,
    ASSESSMENTS,
    EMPTY_PASSAGES,
    RELATIONS,
    STATUSES,
    SUGGESTIONS,
    Table,
)

# Few enough that even articles of 20,000 annotations each do not fill the memory; enough that a statement
# costs little beside the rows it gives.
_BATCH = 10


def annotated(
    connection: Connection, article_ids: Iterable[int], annotator: str | None, with_suggestions: bool
) -> Iterator[AnnotatedArticle]:
    """Give the articles in the order given; see `app.project.Project.annotated`."""
    remaining = iter(article_ids)
    while batch := list(islice(remaining, _BATCH)):
        wanted = orjson.dumps(list(dict.fromkeys(batch))).decode()
        with connection.reading():
            found = {row[0]: row for row in connection.rows(_ARTICLES_WITH_TEXTS, (wanted,))}
            marked = _by_article(connection, ANNOTATIONS, wanted, annotator)
            related = _by_article(connection, RELATIONS, wanted, annotator)
            given = _by_article(connection, STATUSES, wanted, annotator)
            empty = _by_article(connection, EMPTY_PASSAGES, wanted, annotator)
            assessed = _by_article(connection, ASSESSMENTS, wanted, annotator)
            suggested = _by_article(connection, SUGGESTIONS, wanted, None) if with_suggestions else {}
        for article_id in batch:
            if article_id not in found:
                raise articles.not_found(connection, article_id)
            row = found[article_id]
            try:
                article = ARTICLES.entity(row[:-1])
            except (ValueError, TypeError):
                raise unreadable(connection.path) from None
            yield AnnotatedArticle(
                article,
                row[-1],
                annotations.in_order(marked.get(article_id, ())),
                annotations.relations_in_order(related.get(article_id, ())),
                {one.annotator: one.status for one in given.get(article_id, ())},
                suggestions.in_order(suggested.get(article_id, ())),
                assessments.passages_in_order(empty.get(article_id, ())),
                {said.annotator: said for said in assessed.get(article_id, ())},
            )


def _by_article(
    connection: Connection, table: Table, wanted: str, annotator: str | None
) -> dict[int, list[Any]]:
    """The entities of the table by article, of the articles listed (as JSON): of one annotator, or of all."""
    sql, parameters = _reading(table, "article_id"), [wanted]
    if annotator is not None:
        sql += " WHERE annotator = ?"
        parameters.append(annotator)
    entities = records.entities(connection, table, sql, parameters)
    # Article by article: the join goes through the list.
    return {article_id: list(group) for article_id, group in groupby(entities, attrgetter("article_id"))}


def _reading(table: Table, key: str, more: str = "", join: str = "") -> str:
    """The statement that reads whole rows by a list of articles. CROSS JOIN keeps it in that order."""
    return (
        f"SELECT {table.reading}{more} FROM json_each (?) AS wanted"
        f" CROSS JOIN {table.name} ON {table.name}.{key} = wanted.value{join}"
    )


_ARTICLES_WITH_TEXTS = _reading(ARTICLES, "id", ", body", " JOIN texts ON sha256 = text_sha256")
