"""What `stats` says of the work itself: days, pace, numbers, speakers and suggesters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from app.statistics import NumberValue, Pace, Statistics, SuggesterCount
from app.values import format_number
from app.wording import counted

# As many rows of units and speakers as a terminal shows without scrolling.
_MOST_LISTED = 10


def as_json(statistics: Statistics) -> dict[str, Any]:
    """Return everything of the statistics that is told, as values for JSON."""
    return {
        "days": _days(statistics),
        "active_time": _active_time(statistics.pace),
        "pace": [
            {"article_id": p.article_id, "day": p.day, "seconds": p.seconds, "annotations": p.annotations}
            for p in statistics.pace
        ],
        "numbers": _numbers(statistics.numbers),
        "speakers": [
            {"name": s.name, "mentions": s.mentions, "claims": s.claims, "articles": len(s.article_ids)}
            for s in statistics.speakers
        ],
        "suggesters": {
            s.suggester: {**s.decisions, "median_seconds": s.seconds} for s in statistics.suggesters
        },
    }


def as_lines(statistics: Statistics) -> Iterator[str]:
    """Give the same for people, a line a subject; a subject without anything has none."""
    days = _days(statistics)
    if days:
        worked = [day for day, made in days.items() if made["annotations"]]
        yield f"days: {days_of(worked)}" if worked else "days: none with annotations"
        for day in list(days)[-_MOST_LISTED:]:
            yield f"  {day}: {_day(days[day])}"
    if statistics.pace:
        time = _active_time(statistics.pace)
        yield (
            f"active time: {duration(time['seconds'])} on {counted(len(statistics.pace), 'article')},"
            f" {duration(time['median_seconds'])} an article (median),"
            f" {time['annotations_an_hour']:.0f} annotations an hour"
        )
    if statistics.numbers:
        yield f"numbers with a value: {len(statistics.numbers)}"
        for unit, found in list(_numbers(statistics.numbers).items())[:_MOST_LISTED]:
            yield (
                f"  {unit or 'no unit'}: {found['count']}, {format_number(found['least'])} to"
                f" {format_number(found['most'])}, median {format_number(found['median'])}"
            )
    if statistics.speakers:
        yield f"speakers: {len(statistics.speakers)}"
        for speaker in statistics.speakers[:_MOST_LISTED]:
            claims, mentions = counted(speaker.claims, "claim"), counted(speaker.mentions, "mention")
            yield f"  {speaker.name}: {claims}, {mentions}"
    for suggester in statistics.suggesters:
        yield f"suggestions of {suggester.suggester}: {_decided(suggester)}"


def duration(seconds: float) -> str:
    """Return a length of time as people say it: `2 h 5 min`, `4 min`, `50 s`."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def days_of(days: Sequence[str]) -> str:
    """Return how many days there are, and from when to when."""
    if len(days) == 1:
        return f"1 day with annotations, {days[0]}"
    return f"{len(days)} days with annotations, {days[0]} to {days[-1]}"


def _days(statistics: Statistics) -> dict[str, dict[str, Mapping[str, int]]]:
    """Where the articles stood and what was annotated, by each day on which either changed."""
    found: dict[str, dict[str, Mapping[str, int]]] = {}
    for status_day in statistics.articles_by_status:
        found[status_day.day] = {"articles_by_status": status_day.counts, "annotations": {}}
    standing: Mapping[str, int] = {}
    for made in statistics.annotations_by_day:
        found.setdefault(made.day, {"articles_by_status": {}, "annotations": {}})["annotations"] = made.counts
    for day in sorted(found):
        standing = found[day]["articles_by_status"] or standing
        found[day]["articles_by_status"] = standing  # on a day without a change as on the day before
    return {day: found[day] for day in sorted(found)}


def _day(day: Mapping[str, Mapping[str, int]]) -> str:
    made = ", ".join(f"{count} {label}" for label, count in day["annotations"].items()) or "no annotations"
    articles = day["articles_by_status"]
    return f"{made}; {articles.get('done', 0)} of {counted(sum(articles.values()), 'article')} done"


def _active_time(pace: Sequence[Pace]) -> dict[str, float]:
    seconds = sum(article.seconds for article in pace)
    annotations = sum(article.annotations for article in pace)
    return {
        "seconds": seconds,
        "articles": len(pace),
        "median_seconds": median(article.seconds for article in pace) if pace else 0.0,
        "annotations_an_hour": annotations / seconds * 3600 if seconds else 0.0,
    }


def _numbers(values: Iterable[NumberValue]) -> dict[str, dict[str, float]]:
    """How many numbers of each unit there are, and how large; those with most first, then by name."""
    by_unit: defaultdict[str, list[float]] = defaultdict(list)
    for value in values:
        by_unit[value.unit].append(value.value)
    return {
        unit: {
            "count": len(found),
            "least": min(found),
            "median": median(found),
            "most": max(found),
        }
        for unit, found in sorted(by_unit.items(), key=lambda item: (-len(item[1]), item[0]))
    }


def _decided(suggester: SuggesterCount) -> str:
    decisions = suggester.decisions
    told = ", ".join(
        f"{decisions.get(kind, 0)} {kind}" for kind in ("accepted", "edited", "rejected", "open")
    )
    decided = sum(count for kind, count in decisions.items() if kind != "open")
    if not decided:
        return told
    told += f" ({decisions.get('accepted', 0) / decided:.0%} of the decided taken as they were"
    return f"{told})" if suggester.seconds is None else f"{told}, after {suggester.seconds:.1f} s)"
