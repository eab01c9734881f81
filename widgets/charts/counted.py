"""What Progress knows of a project as of one moment, and the figure each chart makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from statistics import median

from app.annotation import Status
from app.project import Project
from app.scheme import Scheme
from app.statistics import Statistics
from widgets.charts import words
from widgets.charts.by_day import annotations_figure, pace_figure, status_figure
from widgets.charts.figure import Figure
from widgets.charts.people import speakers_figure, suggesters_figure, taken
from widgets.charts.values import UnitValues, by_unit, values_figure
from widgets.texts import tr


class Chart(StrEnum):
    """The charts, in the order of their list."""

    STATUS = "status"
    ANNOTATIONS = "annotations"
    PACE = "pace"
    VALUES = "values"
    SPEAKERS = "speakers"
    SUGGESTERS = "suggesters"


BY_DAY = frozenset({Chart.STATUS, Chart.ANNOTATIONS, Chart.PACE})
"""The charts along days, of which a time span can be chosen."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The statistics with what is drawn of them."""

    statistics: Statistics
    """Without the numbers, which are in `units`."""
    units: Mapping[str, UnitValues]
    """The values of numbers by unit, the most frequent first."""
    scheme: Scheme
    annotator: str | None
    """Whose work; None: everybody's."""
    annotators: tuple[str, ...]
    """Everybody who has worked on the project."""
    at: datetime
    """When, on this computer's clock."""

    @property
    def today(self) -> date:
        """The day it was counted on."""
        return self.at.date()


def count(project: Project, annotator: str | None, at: datetime) -> Counted:
    """Read and prepare everything; takes seconds in a large project, so not on the UI thread."""
    statistics = project.statistics(annotator)
    units = by_unit(statistics.numbers)
    # A tuple of floats costs the garbage collector nothing, each value by itself costs the window its share.
    kept = replace(statistics, numbers=())
    return Counted(kept, units, project.scheme(), annotator, tuple(project.annotators()), at)


def figure(chart: Chart, counted: Counted, since: date | None, unit: str) -> Figure:
    """The chart's figure; `since` restricts those by day, `unit` is that of the values."""
    known = counted.statistics
    match chart:
        case Chart.STATUS:
            return status_figure(known.articles_by_status, since, counted.today)
        case Chart.ANNOTATIONS:
            return annotations_figure(known.annotations_by_day, counted.scheme, since, counted.today)
        case Chart.PACE:
            return pace_figure(known.pace, since, counted.today)
        case Chart.VALUES:
            return values_figure(counted.units, unit)
        case Chart.SPEAKERS:
            return speakers_figure(known.speakers)
        case Chart.SUGGESTERS:
            return suggesters_figure(known.suggesters)


def chart_name(chart: Chart) -> str:
    """What the list calls the chart."""
    names = {
        Chart.STATUS: tr("Articles by status"),
        Chart.ANNOTATIONS: tr("Annotations by label"),
        Chart.PACE: tr("Pace"),
        Chart.VALUES: tr("Values of numbers"),
        Chart.SPEAKERS: tr("Speakers by claims"),
        Chart.SUGGESTERS: tr("Suggestions decided"),
    }
    return names[chart]


def facts(counted: Counted) -> list[tuple[str, str]]:
    """The totals: each a figure and what it counts."""
    known = counted.statistics
    last = known.articles_by_status[-1].counts if known.articles_by_status else {}
    made = sum(sum(day.counts.values()) for day in known.annotations_by_day)
    times = [pace.seconds for pace in known.pace if pace.seconds > 0]
    all_articles = words.grouped(sum(last.values()))
    found = [
        (words.grouped(last.get(Status.DONE, 0)), tr("of {all} articles done").format(all=all_articles)),
        (words.grouped(made), tr("annotations")),
    ]
    if times:
        found.append((words.hours(sum(times)), tr("active time")))
        found.append((words.minutes(median(times)), tr("an article, at the median")))
    decided, kept = taken(known.suggesters)
    if decided:
        found.append((words.percent(kept, decided), tr("of suggestions accepted")))
    return found
