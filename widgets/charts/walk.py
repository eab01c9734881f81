"""Walking over the marks of a chart by key: from column to column, or across the marks of one."""

from collections.abc import Sequence

from widgets.charts.figure import Mark

_PAGE = 10


class Walk:
    """Where the keyboard is among the marks of one chart."""

    def __init__(self, marks: Sequence[Mark], *, lying: bool = False) -> None:
        """Order the marks: columns from left to right (of a lying chart rows from top to bottom)."""
        self.current: Mark | None = None
        self._lying = lying
        columns: dict[int, list[Mark]] = {}
        for mark in marks:
            columns.setdefault(mark.column, []).append(mark)
        self._columns = [sorted(columns[number], key=_height) for number in sorted(columns)]
        self._place = {
            id(mark): (number, within)
            for number, column in enumerate(self._columns)
            for within, mark in enumerate(column)
        }
        along, across = (("Up", "Down"), ("Left", "Right")) if lying else (("Left", "Right"), ("Down", "Up"))
        self.keys = {
            along[0]: -1,
            along[1]: 1,
            "PgUp": -_PAGE,
            "PgDown": _PAGE,
            "Home": -len(marks),
            "End": len(marks),
            across[0]: 0,
            across[1]: 0,
        }
        """The keys it answers to, and how many columns each goes on."""
        self._backwards = across[0]

    def begin(self) -> Mark | None:
        """Stay where one was; else go to the last column, the newest, or to the first row, the largest."""
        if self.current is None and self._columns:
            self.current = self._columns[0 if self._lying else -1][0]
        return self.current

    def go(self, mark: Mark) -> Mark:
        """Go to this mark."""
        self.current = mark
        return mark

    def step(self, key: str) -> Mark | None:
        """Go where one of `keys` leads, staying with the series if the column has it; stop at the ends."""
        if self.current is None:
            return self.begin()
        number, within = self._place[id(self.current)]
        columns = self.keys[key]
        if not columns:
            column = self._columns[number]
            step = -1 if key == self._backwards else 1
            self.current = column[min(max(0, within + step), len(column) - 1)]
            return self.current
        column = self._columns[min(max(0, number + columns), len(self._columns) - 1)]
        self.current = next(
            (mark for mark in column if mark.series == self.current.series),
            column[min(within, len(column) - 1)],
        )
        return self.current


def _height(mark: Mark) -> tuple[bool, float, float]:
    """Bars from the axis outward, then points in the order of their values."""
    return mark.is_point, mark.low, mark.start
