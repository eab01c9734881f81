"""What was done in the project, day by day.

Of one annotator: that annotator's statuses, annotations and time, and the suggestions that annotator
decided beside the open ones, which are nobody's. Of all: everybody's annotations together, the times of
an article added up, and for its status the furthest that anyone has got with it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from statistics import median

from app.annotation import Status
from app.scheme import Scheme
from app.statistics import (
    AnnotationDay,
    NumberValue,
    Pace,
    SpeakerCount,
    Statistics,
    StatusDay,
    SuggesterCount,
)
from storage import schemes
from storage.connection import Connection, Row

# Furthest first: what an article counts as where several annotators have a status for it.
_FURTHEST = (Status.DONE, Status.IN_PROGRESS, Status.SKIPPED, Status.TODO)


def statistics(connection: Connection, annotator: str | None) -> Statistics:
    """Return everything Progress shows, of one annotator or of all (None)."""
    with connection.reading():
        scheme = schemes.scheme(connection)
        return Statistics(
            articles_by_status=tuple(_statuses(connection, annotator)),
            annotations_by_day=tuple(_annotations(connection, annotator)),
            pace=tuple(_pace(connection, annotator)),
            numbers=tuple(_numbers(connection, scheme, annotator)),
            speakers=tuple(_speakers(connection, scheme, annotator)),
            suggesters=tuple(_suggesters(connection, annotator)),
        )


# --------------------------------------------------------------------------------------------- statuses


def standings(
    connection: Connection, annotator: str | None, last_day: str = ""
) -> Iterator[tuple[str, Mapping[int, Status], Mapping[Status, int]]]:
    """Give each day on which something changed (to `last_day`): where each article then stood, and how many.

    The articles that are there now, each from its import on; removed ones are in no day. The mappings are
    the same ones each time, brought up to date.
    """
    mine, whose = _of(annotator)
    events = connection.rows(
        "SELECT at, article_id, who, status FROM ("
        " SELECT imported_at AS at, 0 AS number, id AS article_id, '' AS who, NULL AS status FROM articles"
        " UNION ALL SELECT at, number, article_id, annotator, status FROM status_log"
        f" WHERE article_id IN (SELECT id FROM articles){mine}"
        ") ORDER BY at, number",
        whose,
    )
    given: defaultdict[int, dict[str, str]] = defaultdict(dict)
    standing: dict[int, Status] = {}
    counts: Counter[Status] = Counter()
    for day, of_day in _by_day(events):
        if last_day and day > last_day:
            return
        for _, article_id, who, status in of_day:
            if status is not None:
                given[article_id][who] = status
                if article_id not in standing:
                    continue  # it counts from its import on
                counts[standing[article_id]] -= 1
            standing[article_id] = _furthest(given[article_id].values())
            counts[standing[article_id]] += 1
        if day:
            yield day, standing, counts


def _statuses(connection: Connection, annotator: str | None) -> Iterator[StatusDay]:
    for day, _, counts in standings(connection, annotator):
        yield StatusDay(day, {status.value: counts[status] for status in Status})


def _furthest(statuses: Collection[str]) -> Status:
    return next((status for status in _FURTHEST if status in statuses), Status.TODO)


# ------------------------------------------------------------------------------------------ annotations


def _annotations(connection: Connection, annotator: str | None) -> Iterator[AnnotationDay]:
    labels = [row[0] for row in connection.rows("SELECT DISTINCT label FROM label_counts ORDER BY label")]
    mine, whose = _of(annotator)
    # One group a minute, not a day: which day a minute is of depends on the time zone. A column for each
    # label takes a third of the time of grouping by label too, which would sort all annotations by text.
    counted = "".join(", count(*) FILTER (WHERE label = ?)" for _ in labels)
    rows = connection.rows(
        f"SELECT substr(created_at, 1, 16){counted} FROM annotations WHERE true{mine} GROUP BY 1",
        (*labels, *whose),
    )
    for day, of_day in _by_day(rows):
        if day:
            sums = [sum(column) for column in list(zip(*of_day, strict=True))[1:]]
            yield AnnotationDay(day, {label: n for label, n in zip(labels, sums, strict=True) if n})


def _pace(connection: Connection, annotator: str | None) -> Iterator[Pace]:
    mine, whose = _of(annotator)
    for row in connection.rows(
        "SELECT article_id, max(day) AS last, sum(seconds),"
        " (SELECT coalesce(sum(count), 0) FROM label_counts"
        f" WHERE label_counts.article_id = active_time.article_id{mine})"
        f" FROM active_time WHERE article_id IN (SELECT id FROM articles){mine}"
        " GROUP BY article_id ORDER BY last, article_id",
        (*whose, *whose),
    ):
        yield Pace(*row)


def _numbers(connection: Connection, scheme: Scheme, annotator: str | None) -> Iterator[NumberValue]:
    labels = [label.id for label in scheme.labels if label.attribute("value")]
    mine, whose = _of(annotator)
    for row in connection.stream(
        # A value that is no number (a date as text) makes no sum of its ends either.
        "SELECT article_id, value, coalesce(unit, '') FROM ("
        " SELECT article_id,"
        "  coalesce(json_extract(attributes, '$.value'),"
        "   (json_extract(attributes, '$.min_value') + json_extract(attributes, '$.max_value')) / 2.0,"
        "   json_extract(attributes, '$.min_value'), json_extract(attributes, '$.max_value')) AS value,"
        "  coalesce(nullif(json_extract(attributes, '$.unit'), ''),"
        "   nullif(json_extract(attributes, '$.unit_text'), ''),"
        "   json_extract(attributes, '$.number_type')) AS unit"
        f" FROM annotations WHERE label IN {_places(labels)}{mine}"
        ") WHERE typeof(value) IN ('integer', 'real')",
        (*labels, *whose),
    ):
        yield NumberValue(*row)


# --------------------------------------------------------------------------------------------- speakers


def _speakers(connection: Connection, scheme: Scheme, annotator: str | None) -> Iterator[SpeakerCount]:
    labels = {label.id for label in scheme.labels if label.attribute("canonical_name")}
    names: dict[int, str] = {}
    mentions: Counter[str] = Counter()
    articles: defaultdict[str, set[int]] = defaultdict(set)
    for identifier, article_id, name in _mentions(connection, sorted(labels), annotator):
        names[identifier] = name
        mentions[name] += 1
        articles[name].add(article_id)
    to_speakers = [relation.id for relation in scheme.relations if labels.intersection(relation.targets)]
    # A relation from one speaker to another (`member_of`) is no claim; a claim said by two mentions of one
    # speaker is one.
    said = {
        (names[target], source)
        for source, target in _ends(connection, to_speakers, annotator)
        if target in names and source not in names
    }
    claims = Counter(name for name, _ in said)
    for name in sorted(mentions, key=lambda name: (-claims[name], name)):
        yield SpeakerCount(name, mentions[name], claims[name], tuple(sorted(articles[name])))


def _mentions(connection: Connection, labels: Sequence[str], annotator: str | None) -> Iterator[Row]:
    """Id, article and name of every annotation with one of the labels."""
    mine, whose = _of(annotator)
    return connection.stream(
        "SELECT id, article_id, coalesce(nullif(json_extract(attributes, '$.canonical_name'), ''),"
        " iif(json_array_length(fragments) = 1, json_extract(fragments, '$[0][2]'),"
        "  (SELECT group_concat(json_extract(value, '$[2]'), ' … ') FROM json_each(fragments))))"
        f" FROM annotations WHERE label IN {_places(labels)}{mine}",
        (*labels, *whose),
    )


def _ends(connection: Connection, types: Sequence[str], annotator: str | None) -> Iterator[Row]:
    """Source and target of every relation of one of the types."""
    mine, whose = _of(annotator)
    return connection.stream(
        f"SELECT source, target FROM relations WHERE type IN {_places(types)}{mine}", (*types, *whose)
    )


def _suggesters(connection: Connection, annotator: str | None) -> Iterator[SuggesterCount]:
    mine, whose = (
        ("", ()) if annotator is None else (" AND (decision = 'open' OR decided_by = ?)", (annotator,))
    )
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for suggester, decision, count in connection.rows(
        "SELECT suggester, decision, count(*) FROM suggestions"
        f" WHERE article_id IN (SELECT id FROM articles){mine} GROUP BY 1, 2",
        whose,
    ):
        found[suggester][decision] = count
    looked_at: defaultdict[str, list[float]] = defaultdict(list)
    for suggester, seconds in connection.stream(
        f"SELECT suggester, seconds FROM suggestions WHERE seconds IS NOT NULL"
        f" AND article_id IN (SELECT id FROM articles){mine}",
        whose,
    ):
        looked_at[suggester].append(seconds)
    for suggester in sorted(found):
        seconds = median(looked_at[suggester]) if suggester in looked_at else None
        yield SuggesterCount(suggester, found[suggester], seconds)


# ------------------------------------------------------------------------------------------------ shared


def _of(annotator: str | None) -> tuple[str, tuple[str, ...]]:
    """What restricts a query that has a WHERE to the annotator, and the parameters of it."""
    return ("", ()) if annotator is None else (" AND annotator = ?", (annotator,))


def _places(values: Sequence[str]) -> str:
    return f"({', '.join('?' * len(values))})"


def _by_day(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    """The rows (a time in UTC first, oldest first) by day in the user's time zone; "": they have no time."""
    days: dict[str, str] = {}

    def day(row: Row) -> str:
        minute = row[0][:16]
        if minute not in days:
            days[minute] = _local_day(minute)
        return days[minute]

    for name, group in groupby(rows, day):
        yield name, list(group)


def _local_day(minute: str) -> str:
    try:
        return datetime.fromisoformat(f"{minute}+00:00").astimezone().date().isoformat()
    except ValueError:
        return ""
