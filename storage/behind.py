"""Which articles a part of the statistics counts: asked for when its bar is chosen, not for every bar."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from app.annotation import Status
from app.statistics import DecidedOn, MarkedIn, Part, StandingOn
from storage.connection import Connection
from storage.statistics import standings


def behind(connection: Connection, part: Part, annotator: str | None) -> list[int]:
    """Return the ids of the articles that `statistics` of the same annotator (None: all) counts in `part`."""
    with connection.reading():
        match part:
            case StandingOn(status, day):
                return _standing(connection, status, day, annotator)
            case MarkedIn(label, first_day, last_day):
                return _marked(connection, label, first_day, last_day, annotator)
            case DecidedOn(suggester, decision):
                return _decided(connection, suggester, decision, annotator)


def _standing(connection: Connection, status: str, day: str, annotator: str | None) -> list[int]:
    then: Mapping[int, Status] = {}
    for _, standing, _ in standings(connection, annotator, day):
        then = standing
    return sorted(article_id for article_id, stood in then.items() if stood == status)


def _marked(
    connection: Connection, label: str, first_day: str, last_day: str, annotator: str | None
) -> list[int]:
    mine, whose = ("", ()) if annotator is None else (" AND annotator = ?", (annotator,))
    return _ids(
        connection,
        "SELECT DISTINCT article_id FROM annotations"
        f" WHERE label = ? AND created_at >= ? AND created_at < ?{mine}",
        (label, _begins(first_day, 0), _begins(last_day, 1), *whose),
    )


def _decided(connection: Connection, suggester: str, decision: str, annotator: str | None) -> list[int]:
    mine, whose = (
        ("", ()) if annotator is None else (" AND (decision = 'open' OR decided_by = ?)", (annotator,))
    )
    return _ids(
        connection,
        "SELECT DISTINCT article_id FROM suggestions"
        f" WHERE suggester = ? AND decision = ? AND article_id IN (SELECT id FROM articles){mine}",
        (suggester, decision, *whose),
    )


def _ids(connection: Connection, sql: str, parameters: Sequence[Any]) -> list[int]:
    return sorted(row[0] for row in connection.stream(sql, parameters))


def _begins(day: str, later: int) -> str:
    """When the day so many days after `day` begins in the user's time zone, as times are stored: in UTC."""
    midnight = datetime.fromisoformat(day) + timedelta(days=later)
    return midnight.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
