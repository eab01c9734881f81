"""The library list: which articles match a query, the rows shown of them, and totals of the project."""

from collections.abc import Iterator, Mapping, Sequence

import orjson

from app.annotation import Status
from app.project import ArticleQuery, Counts, Order, Summary
from storage import search
from storage.connection import Connection, Row

# Each order ends with the id, so that it is the same every time. An unknown date comes last either way.
_ORDERS: dict[Order, tuple[str, ...]] = {
    "added": ("imported_at", "id"),
    "title": ("title_key", "id"),
    "published": ("published", "id"),
    "site": ("site", "id"),
}

# Sorts after everything a date can go on with: "2023-07-04T10:00" comes before "2023-07~".
_AFTER_ANY_DATE = "~"


def find(connection: Connection, query: ArticleQuery) -> list[int]:
    """Return the ids of the matching articles in the asked order."""
    restrictions = [*_of_itself(query), *_of_what_was_said(query)]
    where = f"WHERE {' AND '.join(condition for condition, _ in restrictions)} " if restrictions else ""
    parameters = [value for _, values in restrictions for value in values]
    return [
        row[0] for row in connection.rows(f"SELECT id FROM articles {where}{_order_by(query)}", parameters)
    ]


_Restriction = tuple[str, tuple[str, ...]]
"""A condition in SQL, and the values of its places."""


def _of_itself(query: ArticleQuery) -> Iterator[_Restriction]:
    """What the query asks of the article: its text, what is known of it, and which one it is."""
    if not query.superseded:
        yield "id NOT IN (SELECT revision_of FROM articles WHERE revision_of IS NOT NULL)", ()
    words = search.expression(query.words)
    if words:
        # The plus has SQLite walk the order's index and look each id up among those found. The beginning of a
        # word is in half of all articles, and to read and sort so many rows would take twice as long.
        yield "+id IN (SELECT rowid FROM search WHERE search MATCH ?)", (words,)
    if query.languages:
        yield f"+language IN {_places(query.languages)}", query.languages
    if query.sites:
        yield f"+site IN {_places(query.sites)}", query.sites
    if query.published_from:
        # A date less exact than the bound is in every range it may lie in: `2023` is not before `2023-07`.
        bound = query.published_from
        yield "(published >= ? OR published = substr(?, 1, length(published)))", (bound, bound)
    if query.published_to:
        yield "published < ?", (query.published_to + _AFTER_ANY_DATE,)
    if query.only is not None:
        yield "id IN (SELECT value FROM json_each (?))", (orjson.dumps(query.only).decode(),)


def _of_what_was_said(query: ArticleQuery) -> Iterator[_Restriction]:
    """What the query asks of the article's statuses, flags, annotations and suggestions."""
    if query.statuses:
        # An article without a status is to do: it is found by not having one of the others.
        others = tuple(status for status in Status if status not in query.statuses)
        has = "NOT IN" if Status.TODO in query.statuses else "IN"
        listed = others if Status.TODO in query.statuses else query.statuses
        yield (
            f"id {has} (SELECT article_id FROM statuses WHERE annotator = ? AND status IN {_places(listed)})",
            (query.annotator, *listed),
        )
    if query.flagged:
        yield "id IN (SELECT article_id FROM assessments WHERE flagged AND annotator = ?)", (query.annotator,)
    if query.labels:
        yield (
            # The plus keeps SQLite off the index by label, which it would walk anew for every article.
            "EXISTS (SELECT 1 FROM label_counts WHERE article_id = articles.id"
            f" AND +label IN {_places(query.labels)})",
            query.labels,
        )
    if query.open_suggestions:
        yield "EXISTS (SELECT 1 FROM suggestions WHERE article_id = articles.id AND decision = 'open')", ()


def summaries(connection: Connection, article_ids: Sequence[int], annotator: str) -> list[Summary]:
    """Return a row for each id, in the order given; ids that are gone are left out."""
    wanted = orjson.dumps(list(article_ids)).decode()
    counts: dict[int, dict[str, int]] = {}
    for article_id, label, count in connection.rows(
        "SELECT article_id, label, count FROM json_each (?) JOIN label_counts ON article_id = value"
        " WHERE annotator = ?",
        (wanted, annotator),
    ):
        counts.setdefault(article_id, {})[label] = count
    return [
        _summary(row, counts.get(row[0], {}))
        for row in connection.rows(
            "SELECT articles.id, title, site, published, language, status,"
            " (SELECT count(*) FROM suggestions WHERE article_id = articles.id AND decision = 'open'),"
            " flagged FROM json_each (?) AS wanted JOIN articles ON articles.id = wanted.value"
            " LEFT JOIN statuses ON statuses.article_id = articles.id AND statuses.annotator = ?"
            " LEFT JOIN assessments ON assessments.article_id = articles.id AND assessments.annotator = ?"
            " ORDER BY wanted.key",
            (wanted, annotator, annotator),
        )
    ]


def _summary(row: Row, counts: Mapping[str, int]) -> Summary:
    article_id, title, site, published, language, status, open_suggestions, flagged = row
    return Summary(
        article_id,
        title,
        site,
        published,
        language,
        Status(status or Status.TODO),
        counts,
        open_suggestions,
        bool(flagged),
    )


def counts(connection: Connection, annotator: str) -> Counts:
    """Return the totals of the project; `by_status` is the annotator's."""
    by_language: dict[str, int] = dict(
        connection.rows("SELECT language, count(*) FROM articles GROUP BY language")
    )
    by_label: dict[str, int] = dict(
        connection.rows("SELECT label, sum(count) FROM label_counts GROUP BY label")
    )
    by_status: dict[str, int] = dict(
        connection.rows(
            "SELECT status, count(*) FROM statuses JOIN articles ON id = article_id"
            " WHERE annotator = ? GROUP BY status",
            (annotator,),
        )
    )
    articles = sum(by_language.values())
    without = articles - sum(by_status.values())
    by_status[Status.TODO.value] = by_status.get(Status.TODO.value, 0) + without
    return Counts(
        articles=articles,
        annotations=sum(by_label.values()),
        relations=_count(connection, "SELECT count(*) FROM relations"),
        suggestions=_count(connection, "SELECT count(*) FROM suggestions"),
        steps=_count(connection, "SELECT coalesce(max(number), 0) FROM history"),
        by_status=by_status,
        by_label=by_label,
        by_language=by_language,
        by_site=dict(connection.rows("SELECT site, count(*) FROM articles GROUP BY site")),
    )


def annotators(connection: Connection) -> list[str]:
    """Return everybody who has acted on the project or whose annotations were brought in, by name."""
    # Each step of the recursion jumps to the next name in the index, over all its entries.
    names = connection.rows(
        "WITH RECURSIVE actor (name) AS ("
        " SELECT min(annotator) FROM history"
        " UNION ALL SELECT (SELECT min(annotator) FROM history WHERE annotator > name)"
        " FROM actor WHERE name IS NOT NULL)"
        " SELECT name FROM actor WHERE name IS NOT NULL"
        " UNION SELECT annotator FROM label_counts UNION SELECT annotator FROM statuses"
        " ORDER BY 1"
    )
    return [name for (name,) in names]


def _order_by(query: ArticleQuery) -> str:
    direction = " DESC" if query.descending else ""
    columns = ", ".join(column + direction for column in _ORDERS[query.order])
    return f"ORDER BY published IS NULL, {columns}" if query.order == "published" else f"ORDER BY {columns}"


def _places(values: Sequence[str]) -> str:
    return f"({', '.join('?' * len(values))})"


def _count(connection: Connection, sql: str) -> int:
    row = connection.row(sql)
    return int(row[0]) if row else 0
