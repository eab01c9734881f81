"""What was done in a project, day by day: what Progress draws and `stats` prints."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatusDay:
    """How many articles stood where at the end of a day."""

    day: str
    """ISO 8601 date, in the user's time zone as all days here."""
    counts: Mapping[str, int]
    """By status id (`todo`, `in_progress`, `done`, `skipped`)."""


@dataclass(frozen=True, slots=True)
class AnnotationDay:
    """How many annotations that are there now were made on a day."""

    day: str
    counts: Mapping[str, int]
    """By label id."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long an article took."""

    article_id: int
    day: str
    """The last day it was worked on."""
    seconds: float
    """Active time on all days."""
    annotations: int


@dataclass(frozen=True, slots=True)
class NumberValue:
    """The value of one number annotation (of a range its middle)."""

    article_id: int
    value: float
    unit: str
    """`unit` of the annotation, else its `unit_text`, else its `number_type`; may be empty."""


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """How much a speaker says."""

    name: str
    """`canonical_name`, else the marked text."""
    mentions: int
    claims: int
    """Annotations related to one of the mentions by a relation that goes to speakers."""
    article_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SuggesterCount:
    """What became of a suggester's suggestions."""

    suggester: str
    decisions: Mapping[str, int]
    """By decision id (`open`, `accepted`, `edited`, `rejected`)."""
    seconds: float | None = None
    """Median of how long one was looked at before it was decided; None where that was never measured."""


@dataclass(frozen=True, slots=True)
class StandingOn:
    """The articles that had a status at the end of a day: what a `StatusDay` counts."""

    status: str
    day: str


@dataclass(frozen=True, slots=True)
class MarkedIn:
    """The articles with annotations of a label made in a stretch of days: what `AnnotationDay`s count."""

    label: str
    first_day: str
    last_day: str


@dataclass(frozen=True, slots=True)
class DecidedOn:
    """The articles with suggestions of a suggester that were so decided: what a `SuggesterCount` counts."""

    suggester: str
    decision: str


Part = StandingOn | MarkedIn | DecidedOn
"""What a bar stands for where `Statistics` gives its height but not its articles (`Project.behind`)."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything Progress shows, as of one moment."""

    articles_by_status: tuple[StatusDay, ...]
    """Oldest first, each day on which something changed."""
    annotations_by_day: tuple[AnnotationDay, ...]
    """Oldest first, each day on which some were made."""
    pace: tuple[Pace, ...]
    """By day, then article."""
    numbers: tuple[NumberValue, ...]
    speakers: tuple[SpeakerCount, ...]
    """Those with most claims first, then by name."""
    suggesters: tuple[SuggesterCount, ...]
    """By name."""
