"""The library list: which articles match a query, the rows shown of them, and totals of the project."""

from collections.abc import Sequence

import orjson

from app.annotation import Status
from app.project import ArticleQuery, Counts, Order, Summary
from storage import search
from storage.connection import Connection

# Each order ends with the id, so that it is the same every time. An unknown date comes last either way.
_ORDERS: dict[Order, tuple[str, ...]] = {
    "added": ("imported_at", "id"),
    "title": ("title_key", "id"),
    "published": ("published", "id"),
    "site": ("site", "id"),
}


def find(connection: Connection, query: ArticleQuery) -> list[int]:
    """Return the ids of the matching articles in the asked order."""
    conditions: list[str] = []
    parameters: list[str] = []

    def restrict(condition: str, *values: str) -> None:
        conditions.append(condition)
        parameters.extend(values)

    if not query.superseded:
        restrict("id NOT IN (SELECT revision_of FROM articles WHERE revision_of IS NOT NULL)")
    words = search.expression(query.words)
    if words:
        restrict("id IN (SELECT rowid FROM search WHERE search MATCH ?)", words)
    if query.languages:
        restrict(f"+language IN {_places(query.languages)}", *query.languages)
    if query.sites:
        restrict(f"+site IN {_places(query.sites)}", *query.sites)
    if query.statuses:
        # An article without a status is to do: it is found by not having one of the others.
        others = tuple(status for status in Status if status not in query.statuses)
        has = "NOT IN" if Status.TODO in query.statuses else "IN"
        listed = others if Status.TODO in query.statuses else query.statuses
        restrict(
            f"id {has} (SELECT article_id FROM statuses WHERE annotator = ? AND status IN {_places(listed)})",
            query.annotator,
            *listed,
        )
    if query.labels:
        restrict(
            # The plus keeps SQLite off the index by label, which it would walk anew for every article.
            "EXISTS (SELECT 1 FROM label_counts WHERE article_id = articles.id"
            f" AND +label IN {_places(query.labels)})",
            *query.labels,
        )
    if query.open_suggestions:
        restrict("EXISTS (SELECT 1 FROM suggestions WHERE article_id = articles.id AND decision = 'open')")
    where = f"WHERE {' AND '.join(conditions)} " if conditions else ""
    return [
        row[0] for row in connection.rows(f"SELECT id FROM articles {where}{_order_by(query)}", parameters)
    ]


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
        Summary(
            id=article_id,
            title=title,
            site=site,
            published=published,
            language=language,
            status=Status(status or Status.TODO),
            counts=counts.get(article_id, {}),
            open_suggestions=open_suggestions,
        )
        for article_id, title, site, published, language, status, open_suggestions in connection.rows(
            "SELECT articles.id, title, site, published, language, status,"
            " (SELECT count(*) FROM suggestions WHERE article_id = articles.id AND decision = 'open')"
            " FROM json_each (?) AS wanted JOIN articles ON articles.id = wanted.value"
            " LEFT JOIN statuses ON statuses.article_id = articles.id AND annotator = ?"
            " ORDER BY wanted.key",
            (wanted, annotator),
        )
    ]


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
