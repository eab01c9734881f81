"""What a chart shows, apart from how it is drawn: bars and points, words for each, the same as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.statistics import Part

Cell = str | int | float

Articles = Part | tuple[int, ...]
"""What a bar stands for: ids, or the part of the statistics whose ids a project still has to be asked for."""


@dataclass(frozen=True, slots=True)
class Series:
    """Bars of one colour and pattern. The id says which: `label:claim`, `status:done`, `decision:edited`."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar, or a point where it begins and ends at one place."""

    series: Series
    column: int
    """Which day, name or bin it belongs to: marks of one column lie over one another."""
    start: float
    end: float
    """Along the base axis: days as proleptic ordinals, names and bins by their number from 0."""
    low: float
    high: float
    """Along the axis of values."""
    line: str
    """What is said of it: "4 Jul 2023, Claim: 12 annotations"."""
    title: str
    """What the library calls the articles behind it: "Claim, 4 Jul 2023"."""
    articles: Articles

    @property
    def is_point(self) -> bool:
        """Whether it is drawn as a point."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Days:
    """A base axis of days, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Names:
    """A base axis of names from top to bottom: the bars lie."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """Words at a place along the bins."""

    place: float
    text: str
    is_round: bool
    """Whether it stays where not all fit."""


@dataclass(frozen=True, slots=True)
class Edges:
    """A base axis of bins, each one wide."""

    count: int
    ticks: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The same in rows and columns; the first column names the row."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    marks: Mapping[tuple[int, int], Mark] = field(default_factory=dict)
    """What can be asked for from a cell, by row and column from 0."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One chart."""

    title: str
    summary: str
    """What it says, in a sentence."""
    base: Days | Names | Edges
    values: str
    """What the other axis counts: "Articles", "Minutes an article"."""
    marks: tuple[Mark, ...]
    table: Table
    series: tuple[Series, ...] = ()
    """The legend; none where there is nothing to tell apart."""
    whiskers: tuple[tuple[float, float, float], ...] = ()
    """Where points would be too many: a place on the base axis and the values half of them lie between."""
    top: float | None = None
    """Where the axis of values ends; None: where the marks do."""
    whole: bool = True
    """Whether values are counts, between which nothing lies."""
    touching: bool = False
    """Whether the bars follow one another without a gap, as one area."""
    empty: str = ""
    """What to do so that there will be something, where there are no marks."""

    @property
    def lying(self) -> bool:
        """Whether the bars go from left to right."""
        return isinstance(self.base, Names)


def first_cells(marks: Sequence[Mark], width: int) -> dict[tuple[int, int], Mark]:
    """Let every cell of a row ask for the row's one mark: marks in the order of the rows, `width` columns."""
    return {(row, column): mark for row, mark in enumerate(marks) for column in range(width)}
