"""The charts along days: where the articles stood, what was annotated, how long an article took."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from statistics import median, quantiles

from app.annotation import Status
from app.scheme import Scheme
from app.statistics import AnnotationDay, MarkedIn, Pace, StandingOn, StatusDay
from widgets.charts.figure import Cell, Days, Figure, Mark, Series, Table, first_cells
from widgets.charts.words import annotations, articles, minutes, shown_day, shown_days
from widgets.texts import tr

# A chart of days is at least this wide, so that the first day is not one bar as broad as the window.
_LEAST_DAYS = 10
# So many bars can still be told apart and stepped over by key.
_MOST_BARS = 62
# More points than this are a cloud: half of them are then shown as a stretch.
_MOST_POINTS = 1_500
# Room left between the bars, as a part of a day on either side.
_GAP = 0.1

_STACK = (Status.DONE, Status.IN_PROGRESS, Status.SKIPPED, Status.TODO)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that share a bar: a day, a week from Monday or a month; never beyond what the chart shows."""

    first: date
    last: date

    @property
    def start(self) -> float:
        """Where its bar begins."""
        return self.first.toordinal() + _GAP * self._days()

    @property
    def end(self) -> float:
        """Where its bar ends."""
        return self.last.toordinal() + 1 - _GAP * self._days()

    def _days(self) -> int:
        return (self.last - self.first).days + 1


def status_figure(days: Sequence[StatusDay], since: date | None, today: date) -> Figure:
    """How many articles stood where, from `since` to today, or on all days that are known."""
    known = _from(days, since)
    shown = _shown(known, since, today)
    series = {status: Series(f"status:{status}", status_name(status)) for status in _STACK}
    begins = [date.fromisoformat(day.day) for day in known]
    ends = [*begins[1:], shown.last + timedelta(1)]
    marks: list[Mark] = []
    cells: dict[tuple[int, int], Mark] = {}
    for column, (day, begin, end) in enumerate(zip(known, begins, ends, strict=False)):
        height = 0
        for place, status in enumerate(_STACK, 1):
            count = day.counts.get(status, 0)
            if not count:
                continue
            said = f"{status_name(status)}, {shown_day(begin)}"
            where = (begin.toordinal(), end.toordinal(), height, height + count)
            mark = Mark(
                series[status],
                column,
                *where,
                f"{said}: {articles(count)}",
                said,
                StandingOn(status, day.day),
            )
            marks.append(mark)
            cells[column, place] = mark
            height += count
    last = known[-1].counts if known else {}
    return Figure(
        title=tr("Articles by status"),
        summary=tr("{done} of {all} done.").format(
            done=last.get(Status.DONE, 0), all=articles(sum(last.values()))
        ),
        base=shown,
        values=tr("Articles"),
        marks=tuple(marks),
        table=Table(
            (tr("Day"), *(status_name(status) for status in _STACK)),
            tuple((day.day, *(day.counts.get(status, 0) for status in _STACK)) for day in known),
            cells,
        ),
        series=tuple(series.values()),
        touching=True,
        empty=tr("There are no articles yet. Import some by the File menu, or drop them on the window."),
    )


def annotations_figure(
    days: Sequence[AnnotationDay], scheme: Scheme, since: date | None, today: date
) -> Figure:
    """How many annotations of each label were made, by day, week or month."""
    known = [day for day in days if since is None or day.day >= since.isoformat()]
    shown = _shown(known, since, today)
    used = {label_id for day in known for label_id in day.counts}
    names = {label.id: label.name for label in scheme.labels if label.id in used}
    names |= {label_id: label_id for label_id in sorted(used - names.keys())}
    series = {label_id: Series(f"label:{label_id}", name) for label_id, name in names.items()}
    marks: list[Mark] = []
    cells: dict[tuple[int, int], Mark] = {}
    rows: list[tuple[Cell, ...]] = []
    for column, (stretch, counts) in enumerate(_totals(known, shown)):
        height, when = 0, shown_days(stretch.first, stretch.last)
        for place, (label_id, name) in enumerate(names.items(), 1):
            count = counts[label_id]
            if not count:
                continue
            mark = Mark(
                series[label_id],
                column,
                stretch.start,
                stretch.end,
                height,
                height + count,
                f"{name}, {when}: {annotations(count)}",
                f"{name}, {when}",
                MarkedIn(label_id, stretch.first.isoformat(), stretch.last.isoformat()),
            )
            marks.append(mark)
            cells[column, place] = mark
            height += count
        rows.append((_days_cell(stretch), *(counts[label_id] for label_id in names), height))
    return Figure(
        title=tr("Annotations by label"),
        summary=tr("{annotations} made.").format(
            annotations=annotations(sum(sum(day.counts.values()) for day in known))
        ),
        base=shown,
        values=tr("Annotations"),
        marks=tuple(marks),
        table=Table((tr("Day"), *names.values(), tr("All")), tuple(rows), cells),
        series=tuple(series.values()),
        empty=tr("No annotation was made in this time. Select some words of an article and choose a label."),
    )


def pace_figure(paces: Sequence[Pace], since: date | None, today: date) -> Figure:
    """How many minutes of active time an article took: the median of each day, and each article."""
    known = [pace for pace in paces if pace.seconds > 0 and (since is None or pace.day >= since.isoformat())]
    shown = _shown(known, since, today)
    bars, points = Series("plain", tr("Median")), Series("point", tr("An article"))
    crowded = len(known) > _MOST_POINTS
    marks: list[Mark] = []
    medians: list[Mark] = []
    whiskers: list[tuple[float, float, float]] = []
    rows: list[tuple[Cell, ...]] = []
    for column, (stretch, group) in enumerate(_stretches(known, shown)):
        times = sorted(pace.seconds for pace in group)
        middle, (low, high) = median(times), _quarters(times)
        when = shown_days(stretch.first, stretch.last)
        said = tr("{when}: {articles}, half of them within {minutes}").format(
            when=when, articles=articles(len(times)), minutes=minutes(middle)
        )
        if len(times) == 1:
            said = f"{when}: {articles(1)}, {minutes(middle)}"
        ids = tuple(pace.article_id for pace in group)
        title = tr("Worked on, {when}").format(when=when)
        medians.append(Mark(bars, column, stretch.start, stretch.end, 0, middle / 60, said, title, ids))
        marks.append(medians[-1])
        rows.append((_days_cell(stretch), len(times), *(_cell_minutes(t) for t in (middle, low, high))))
        if crowded:
            whiskers.append(((stretch.start + stretch.end) / 2, low / 60, high / 60))
        else:
            marks += _points(points, column, stretch, group, when)
    return Figure(
        title=tr("Pace"),
        summary=_pace_summary([pace.seconds for pace in known]),
        base=shown,
        values=tr("Active minutes an article"),
        marks=tuple(marks),
        table=Table(
            (
                tr("Day"),
                tr("Articles"),
                tr("Median minutes"),
                tr("A quarter took less than"),
                tr("A quarter took more than"),
            ),
            tuple(rows),
            first_cells(medians, 5),
        ),
        series=(bars, Series("whisker", tr("Half of the articles")) if crowded else points),
        whiskers=tuple(whiskers),
        whole=False,
        empty=tr("No active time was measured in this time. It is counted while you work on an article."),
    )


def status_name(status: Status) -> str:
    """The status in the interface's language."""
    names = {
        Status.TODO: tr("To do"),
        Status.IN_PROGRESS: tr("In progress"),
        Status.DONE: tr("Done"),
        Status.SKIPPED: tr("Skipped"),
    }
    return names[status]


def _from(days: Sequence[StatusDay], since: date | None) -> list[StatusDay]:
    """The days from `since` on; where the articles stood before, they still stood on its first day."""
    if since is None:
        return list(days)
    first = since.isoformat()
    place = bisect_right(days, first, key=lambda day: day.day)
    carried = [StatusDay(first, days[place - 1].counts)] if place else []
    return carried + list(days[place:])


def _shown(known: Sequence[StatusDay | AnnotationDay | Pace], since: date | None, today: date) -> Days:
    """The days of the axis: from `since` to today, or all that are known; and not too few."""
    last = date.fromisoformat(known[-1].day) if known else today
    if since is not None:
        last = max(last, today)
    first = since or (date.fromisoformat(known[0].day) if known else last)
    return Days(min(first, last - timedelta(_LEAST_DAYS - 1)), last)


def _stretch(day: date, shown: Days) -> Stretch:
    """The bar the day falls into: the more days are shown, the more share one."""
    days = (shown.last - shown.first).days + 1
    if days <= _MOST_BARS:
        return Stretch(day, day)
    if days <= _MOST_BARS * 7:
        first = day - timedelta(day.weekday())
        last = first + timedelta(6)
    else:
        first = day.replace(day=1)
        last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    return Stretch(max(first, shown.first), min(last, shown.last))


def _totals(days: Iterable[AnnotationDay], shown: Days) -> list[tuple[Stretch, Counter[str]]]:
    found: dict[Stretch, Counter[str]] = {}
    for day in days:
        found.setdefault(_stretch(date.fromisoformat(day.day), shown), Counter()).update(day.counts)
    return list(found.items())


def _stretches(paces: Iterable[Pace], shown: Days) -> list[tuple[Stretch, list[Pace]]]:
    return [
        (stretch, [pace for _, group in days for pace in group])
        for stretch, days in groupby(
            ((_stretch(date.fromisoformat(day), shown), list(group)) for day, group in _by_day(paces)),
            key=lambda pair: pair[0],
        )
    ]


def _by_day(paces: Iterable[Pace]) -> Iterable[tuple[str, Iterable[Pace]]]:
    return groupby(paces, key=lambda pace: pace.day)


def _points(
    series: Series, column: int, stretch: Stretch, group: Sequence[Pace], when: str
) -> Iterable[Mark]:
    """A point for each article, side by side over the bar so that equal ones can be told apart."""
    for number, pace in enumerate(group, 1):
        place = stretch.start + (stretch.end - stretch.start) * number / (len(group) + 1)
        height = pace.seconds / 60
        said = tr("{when}, an article: {minutes}, {annotations}").format(
            when=when, minutes=minutes(pace.seconds), annotations=annotations(pace.annotations)
        )
        title = tr("An article of {minutes}, {when}").format(minutes=minutes(pace.seconds), when=when)
        yield Mark(series, column, place, place, height, height, said, title, (pace.article_id,))


def _pace_summary(times: Sequence[float]) -> str:
    if len(times) < 4:
        return tr("{articles} measured.").format(articles=articles(len(times)))
    low, high = _quarters(times)
    return tr("Half of the articles took between {low} and {high}, the one in the middle {middle}.").format(
        low=minutes(low), high=minutes(high), middle=minutes(median(times))
    )


def _quarters(times: Sequence[float]) -> tuple[float, float]:
    """The values a quarter lies below and a quarter above."""
    if len(times) == 1:
        return times[0], times[0]
    low, _, high = quantiles(times, n=4, method="inclusive")
    return low, high


def _days_cell(stretch: Stretch) -> str:
    if stretch.first == stretch.last:
        return stretch.first.isoformat()
    return f"{stretch.first.isoformat()} – {stretch.last.isoformat()}"


def _cell_minutes(seconds: float) -> float:
    return round(seconds / 60, 2)
