"""Where an axis is marked, and with which words: as many ticks as fit, at round places."""

import math
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from widgets.charts.figure import Days, Edge
from widgets.charts.words import day_tick, short

Tick = tuple[float, str]
Measure = Callable[[str], float]
"""The width of a text in pixels."""

_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10)
WIDEST_DAY = "30 May 2026"
"""As wide as a day gets."""
# What stands between two ticks at least.
_BETWEEN = "  "


def value_ticks(top: float, most: int, *, whole: bool) -> list[Tick]:
    """Round values from 0 to at most `top`, about `most` of them; whole numbers where values are counts.

    There are two at least, unless `top` is less than one and values are counts.
    """
    step = round_step(top / max(1, most), whole=whole)
    if step > top:
        step = round_step(top / 2.5, whole=whole)  # the round step below `top`, whichever digit it has
    digits = max(0, -math.floor(math.log10(step)))
    values = [round(number * step, digits) for number in range(math.floor(top / step + 1e-9) + 1)]
    return [(value, short(value)) for value in values]


def round_step(rough: float, *, whole: bool) -> float:
    """The smallest 1, 2 or 5 times a power of ten that is not below `rough`."""
    if rough <= 0:
        return 1.0
    power = math.floor(math.log10(rough))
    step = next(s for s in (float(f"{digit}e{power}") for digit in (1, 2, 5, 10)) if s >= rough * (1 - 1e-9))
    return max(1.0, step) if whole else step


def day_ticks(days: Days, width: float, before: float, measure: Measure) -> list[Tick]:
    """Days, Mondays, months or years, whichever fit into `width` pixels and `before` left of them."""
    count = (days.last - days.first).days + 1
    most = max(1, width / measure(WIDEST_DAY + _BETWEEN))
    step = next((step for step in _DAY_STEPS if count / step <= most), None)
    if step is not None:
        ticks = _days(days, step)
        pattern = "d MMM yyyy"
    else:
        months = next((step for step in _MONTH_STEPS if count / 30.4 / step <= most), None)
        years = next((step for step in _YEAR_STEPS if count / 365.25 / step <= most), _YEAR_STEPS[-1])
        ticks = _months(days, months or 12 * years)
        pattern = "MMM yyyy" if months else "yyyy"
    room = measure(day_tick(days.last, pattern)) / 2 - before
    at = width / count
    ticks = [(place, day) for place, day in ticks if (place - days.first.toordinal()) * at >= room]
    same_year = {later for (_, day), (_, later) in pairwise(ticks) if day.year == later.year}
    return [(place, day_tick(day, "d MMM" if step and day in same_year else pattern)) for place, day in ticks]


def edge_ticks(ticks: Sequence[Edge], bins: int, width: float, measure: Measure) -> list[Tick]:
    """All the ticks of the bins if they fit into `width` pixels, else the roundest, else some of those."""
    scale = width / max(1, bins)
    for chosen in (list(ticks), round_ones := [tick for tick in ticks if tick.is_round]):
        if _fit(chosen, scale, measure):
            return [(tick.place, tick.text) for tick in chosen]
    return next(
        (
            [(tick.place, tick.text) for tick in some]
            for step in range(2, len(round_ones))
            if _fit(some := round_ones[::step], scale, measure)
        ),
        [],
    )


def _fit(ticks: Sequence[Edge], scale: float, measure: Measure) -> bool:
    """Whether no tick's words touch the next one's."""
    return all(
        (measure(one.text) + measure(two.text)) / 2 + measure(_BETWEEN) <= (two.place - one.place) * scale
        for one, two in pairwise(ticks)
    )


def _days(days: Days, step: int) -> list[tuple[float, date]]:
    """Every day, or every so many back from the last, in the middle of its bar; or Mondays."""
    count = (days.last - days.first).days + 1
    if step < 7:
        places = [days.last - timedelta(number) for number in range(0, count, step)][::-1]
    else:
        monday = days.first + timedelta(-days.first.weekday() % 7)
        places = [monday + timedelta(number) for number in range(0, (days.last - monday).days + 1, step)]
    return [(place.toordinal() + 0.5, place) for place in places]


def _months(days: Days, step: int) -> list[tuple[float, date]]:
    """The first of every month, or of every so many from January."""
    first, last = (day.year * 12 + day.month - 1 for day in (days.first, days.last))
    starts = [
        date(number // 12, number % 12 + 1, 1) for number in range(first, last + 1) if number % step == 0
    ]
    return [(float(day.toordinal()), day) for day in starts if day >= days.first]
