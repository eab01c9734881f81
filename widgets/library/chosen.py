"""Which filters are on, and what there is to filter by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.project import ArticleQuery
from app.saved_filters import Recent
from app.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which filters are on."""

    query: ArticleQuery = field(default_factory=ArticleQuery)
    """Only what restricts: no words and no order."""
    recent: Recent | None = None
    """What the dates of the query stand for, where they follow the calendar."""
    only: str = ""
    """What the articles of `query.only` have in common."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to filter by, with how many articles each has."""

    languages: Mapping[str, int]
    sites: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Menu:
    """What the menu of filters is made of."""

    chosen: Chosen
    offered: Offered
    scheme: Scheme
    saved: Sequence[tuple[str, str]]
    """Name of each saved filter, and its key as the desktop writes it."""
