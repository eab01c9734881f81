"""Searches kept under a name: words, filters and order, as values and as the JSON a project remembers."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, get_args

from app.annotation import Status
from app.errors import UserError
from app.project import ArticleQuery, Order

KEY = "saved filters"
"""What the project remembers them under."""

Recent = Literal["this_year", "last_month", "last_7_days"]
"""A stretch of time that goes along with the calendar."""

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_TEXTS = ("words", "published_from", "published_to")
_FLAGS = ("flagged", "open_suggestions", "superseded", "descending")
_LISTS = ("languages", "sites", "labels")


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A search under a name. Make it with `saved_filter`."""

    name: str
    query: ArticleQuery
    """Without an annotator, and without `only`: the search is anybody's, and of no moment."""
    recent: Recent | None = None
    """When the articles were published, if that is to follow the calendar; the query has no dates then."""

    def query_on(self, today: date) -> ArticleQuery:
        """The search as it is meant on that day."""
        if self.recent is None:
            return self.query
        first, last = span_of(self.recent, today)
        return replace(self.query, published_from=first, published_to=last)


def saved_filter(name: str, query: ArticleQuery, recent: Recent | None = None) -> SavedFilter:
    """Return the search under this name. UserError: the name is empty."""
    if not name.strip():
        raise UserError("A saved filter needs a name.")
    query = replace(query, annotator="", only=None)
    if recent is not None:
        query = replace(query, published_from="", published_to="")
    return SavedFilter(name.strip(), query, recent)


def span_of(recent: Recent, today: date) -> tuple[str, str]:
    """First and last day of the stretch, ISO 8601 dates; "last month" is the calendar's."""
    match recent:
        case "this_year":
            return f"{today.year:04}-01-01", f"{today.year:04}-12-31"
        case "last_month":
            last = today.replace(day=1) - timedelta(days=1)
            return last.replace(day=1).isoformat(), last.isoformat()
        case "last_7_days":
            return (today - timedelta(days=6)).isoformat(), today.isoformat()


def put(filters: Sequence[SavedFilter], new: SavedFilter) -> tuple[SavedFilter, ...]:
    """Return the filters with `new` in the place of the one of its name, or at the end."""
    if any(same_name(kept.name, new.name) for kept in filters):
        return tuple(new if same_name(kept.name, new.name) else kept for kept in filters)
    return (*filters, new)


def renamed(filters: Sequence[SavedFilter], index: int, name: str) -> tuple[SavedFilter, ...]:
    """Return the filters with another name for one. UserError: it is empty or another one's."""
    others = [kept for place, kept in enumerate(filters) if place != index]
    if any(same_name(kept.name, name) for kept in others):
        raise UserError(f"There is already a saved filter “{name.strip()}”.")
    new = saved_filter(name, filters[index].query, filters[index].recent)
    return tuple(new if place == index else kept for place, kept in enumerate(filters))


def same_name(left: str, right: str) -> bool:
    """Tell whether two names are one to a reader."""
    return left.strip().casefold() == right.strip().casefold()


def to_json(filters: Sequence[SavedFilter]) -> str:
    """Return the filters as JSON: a list of objects with what differs from a search for everything."""
    return json.dumps([_written(kept) for kept in filters], ensure_ascii=False)


def from_json(text: str | None) -> tuple[SavedFilter, ...]:
    """Return the filters in `text`; what cannot be read of it is left out."""
    try:
        entries = json.loads(text or "[]")
    except ValueError:
        return ()
    found: tuple[SavedFilter, ...] = ()
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("name"), str) and entry["name"].strip():
            found = put(found, _read(entry))
    return found


def _written(kept: SavedFilter) -> dict[str, Any]:
    everything = ArticleQuery()
    fields = (*_TEXTS, *_FLAGS, *_LISTS, "statuses", "order")
    values = {field: getattr(kept.query, field) for field in fields}
    changed = {field: value for field, value in values.items() if value != getattr(everything, field)}
    return {"name": kept.name} | ({"recent": kept.recent} if kept.recent else {}) | changed


def _read(entry: dict[str, Any]) -> SavedFilter:
    fields: dict[str, Any] = {}
    for field in _TEXTS:
        value = entry.get(field)
        if isinstance(value, str) and (field == "words" or _DATE.fullmatch(value)):
            fields[field] = value
    fields |= {field: entry[field] for field in _FLAGS if isinstance(entry.get(field), bool)}
    fields |= {field: _texts(entry.get(field)) for field in _LISTS}
    statuses = _texts(entry.get("statuses"))
    fields["statuses"] = tuple(status for status in Status if status.value in statuses)
    if entry.get("order") in get_args(Order):
        fields["order"] = entry["order"]
    recent: Recent | None = entry["recent"] if entry.get("recent") in get_args(Recent) else None
    return saved_filter(entry["name"], ArticleQuery(**fields), recent)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(entry for entry in value if isinstance(entry, str)) if isinstance(value, list) else ()
