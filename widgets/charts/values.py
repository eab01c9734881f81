"""The chart of numbers: how large they are, unit by unit, over orders of magnitude on both sides of zero."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.statistics import NumberValue
from widgets.charts.figure import Edge, Edges, Figure, Mark, Series, Table, first_cells
from widgets.charts.words import grouped, numbers, short
from widgets.texts import tr

# More bins than this and steps of 1, 2, 5 give way to steps of ten, of a hundred, and so on.
_MOST_BINS = 24
# Values of one sign within this factor of one another (years, say) are told apart by equal steps instead.
_NARROW = 10
_EQUAL_STEPS = 10
_GAP = 0.06
# Below this floats lose their digits; no number of a text is there.
_NOTHING = 1e-290
# With fewer powers of ten than this among the edges, any edge will do for a tick.
_LEAST_ROUND = 3


@dataclass(frozen=True, slots=True)
class UnitValues:
    """The numbers of one unit, smallest first, each with its article."""

    values: tuple[float, ...]
    article_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bin:
    """The values from `low` to below `high`; below zero from above `low` to `high`; zero alone has both 0."""

    low: float
    high: float


def by_unit(found: Iterable[NumberValue]) -> dict[str, UnitValues]:
    """The finite values by unit, the most frequent unit first, then by name."""
    groups: dict[str, list[tuple[float, int]]] = {}
    for number in found:
        if math.isfinite(number.value):
            value = number.value if abs(number.value) > _NOTHING else 0.0
            groups.setdefault(number.unit, []).append((value, number.article_id))
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    units = {}
    for unit, pairs in ordered:
        pairs.sort()
        values, article_ids = zip(*pairs, strict=True)
        units[unit] = UnitValues(values, article_ids)
    return units


def unit_name(unit: str) -> str:
    """The unit as it is shown; numbers may have none."""
    return unit.replace("_", " ") or tr("without a unit")


def values_figure(units: Mapping[str, UnitValues], unit: str) -> Figure:
    """How many numbers of `unit` there are of which size."""
    known = units.get(unit, UnitValues((), ()))
    series = Series("label:number", tr("Numbers"))
    found = bins(known.values)
    counted = [members(known.values, each) for each in found]
    marks: dict[int, Mark] = {}
    for column, (each, (first, last)) in enumerate(zip(found, counted, strict=True)):
        if first < last:
            said = _said(each)
            marks[column] = Mark(
                series,
                column,
                column + _GAP,
                column + 1 - _GAP,
                0,
                last - first,
                f"{said}: {numbers(last - first)}",
                f"{unit_name(unit)}: {said}",
                known.article_ids[first:last],
            )
    rows = tuple((b.low, b.high, last - first) for b, (first, last) in _zip(found, counted))
    cells = first_cells([marks[column] for column in sorted(marks)], 3)
    return Figure(
        title=tr("Values of numbers"),
        summary=_summary(known.values, unit),
        base=Edges(len(found), _ticks(found)),
        values=tr("Numbers"),
        marks=tuple(marks.values()),
        table=Table((tr("From"), tr("To"), tr("Numbers")), rows, cells),
        empty=tr("No number has a value yet. Mark one and give its value on its card."),
    )


def bins(values: Sequence[float]) -> list[Bin]:
    """Neighbouring bins, smallest first, that hold all `values` (which are sorted)."""
    before, after = bisect_left(values, 0), bisect_right(values, 0)
    below = [-values[before - 1], -values[0]] if before else []
    above = [values[after], values[-1]] if after < len(values) else []
    sizes = below + above
    edges = _edges(min(sizes), max(sizes), one_sided=not (before and above)) if sizes else []
    left = [Bin(-far, -near) for near, far in pairwise(_within(edges, *below))][::-1] if below else []
    right = [Bin(near, far) for near, far in pairwise(_within(edges, *above))] if above else []
    return [*left, *([Bin(0, 0)] if before < after or (left and right) else []), *right]


def members(values: Sequence[float], which: Bin) -> tuple[int, int]:
    """Where the bin's values begin and end in `values` (which are sorted)."""
    if which.low == which.high:
        return bisect_left(values, which.low), bisect_right(values, which.high)
    find = bisect_right if which.high <= 0 else bisect_left
    return find(values, which.low), find(values, which.high)


def _zip(found: Sequence[Bin], counted: Sequence[tuple[int, int]]) -> Iterable[tuple[Bin, tuple[int, int]]]:
    """The bins that hold anything."""
    return ((b, span) for b, span in zip(found, counted, strict=True) if span[0] < span[1])


def _edges(smallest: float, largest: float, *, one_sided: bool) -> list[float]:
    """Round numbers around sizes from `smallest` to `largest`, few enough: by 1, 2, 5, by tens, or equal."""
    if one_sided and largest < _NARROW * smallest:
        return _equal_edges(smallest, largest)
    first = math.floor(math.log10(smallest))
    last = math.floor(math.log10(largest)) + 1
    fine = [float(f"{digit}e{power}") for power in range(first, last + 1) for digit in (1, 2, 5)]
    fine = _within(fine, smallest, largest)
    if len(fine) - 1 <= _MOST_BINS:
        return fine
    step = math.ceil((last - first) / _MOST_BINS)
    count = math.ceil((last - first + 1) / step) + 1
    return [float(f"1e{first + step * number}") for number in range(count)]


def _within(edges: Sequence[float], smallest: float, largest: float) -> list[float]:
    """The edges that are needed: from the last not above `smallest` to the first above `largest`."""
    first = max(0, bisect_right(edges, smallest) - 1)
    last = bisect_right(edges, largest)
    return list(edges[first : last + 1])


def _equal_edges(smallest: float, largest: float) -> list[float]:
    """Edges a round step apart; whole numbers are not cut."""
    rough = (largest - smallest) / _EQUAL_STEPS or smallest / _EQUAL_STEPS
    power = math.floor(math.log10(rough))
    if smallest.is_integer() and largest.is_integer() and rough < 1:
        rough, power = 1.0, 0
    step = next(s for s in (float(f"{digit}e{power}") for digit in (1, 2, 5, 10)) if s >= rough)
    first, last = math.floor(smallest / step) - 1, math.floor(largest / step) + 2
    return [round(number * step, 1 - power) for number in range(first, last + 1)]


def _ticks(found: Sequence[Bin]) -> tuple[Edge, ...]:
    """What is written along the bins: their edges, and zero under its own."""
    ticks: list[Edge] = []
    for place, each in enumerate(found):
        if each.low == each.high:
            ticks.append(Edge(place + 0.5, "0", is_round=True))
            continue
        if not ticks or ticks[-1].place < place:
            ticks.append(_edge(place, each.low))
        ticks.append(_edge(place + 1, each.high))
    if sum(tick.is_round for tick in ticks) < _LEAST_ROUND:
        ticks = [replace(tick, is_round=True) for tick in ticks]
    return tuple(ticks)


def _edge(place: float, value: float) -> Edge:
    """A power of ten is round."""
    size = math.log10(abs(value)) if value else 0.0
    return Edge(place, short(value), is_round=abs(size - round(size)) < 1e-9)


def _said(which: Bin) -> str:
    if which.low == which.high:
        return grouped(which.low)
    near, far = sorted((which.low, which.high), key=abs)
    said = tr("{near} to above {far}") if far < 0 else tr("{near} to below {far}")
    return said.format(near=grouped(near), far=grouped(far))


def _summary(values: Sequence[float], unit: str) -> str:
    if not values:
        return ""
    middle = values[len(values) // 2]
    said = tr("{numbers} ({unit}) from {low} to {high}; the one in the middle is {middle}.")
    return said.format(
        numbers=numbers(len(values)),
        unit=unit_name(unit),
        low=grouped(values[0]),
        high=grouped(values[-1]),
        middle=grouped(middle),
    )
