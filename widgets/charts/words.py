"""The words of Progress: counts, days, durations and numbers as the interface's language writes them."""

import math
from datetime import date

from PySide6.QtCore import QDate, QLocale

from widgets.texts import pointed, tr

# Four digits are read at a glance, and are often a year.
_GROUPED_FROM = 10_000
# From here on a tick's number is written with a word; the table and what is said have it in full.
_WORDS_FROM = 1_000_000
# Beyond these, digits can no longer be counted by eye.
_LARGEST_PLAIN, _SMALLEST_PLAIN = 1e15, 1e-4


def shown_day(day: date) -> str:
    """`4 Jul 2023`."""
    return _written(day, "d MMM yyyy")


def shown_days(first: date, last: date) -> str:
    """`4 Jul 2023`, `3 – 9 Jul 2023` or `31 Jul – 6 Aug 2023`: a day or a stretch of days."""
    if first == last:
        return shown_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {shown_day(last)}"
    pattern = "d MMM" if first.year == last.year else "d MMM yyyy"
    return f"{_written(first, pattern)} – {shown_day(last)}"


def day_tick(day: date, pattern: str) -> str:
    """A day as an axis writes it."""
    return _written(day, pattern)


def grouped(number: float) -> str:
    """A number in full, its thousands apart from five digits on: `30 000`, `2024`, `−2.5`, `1e+18`."""
    if number == 0:
        return "0"
    size = abs(number)
    if not _SMALLEST_PLAIN <= size < _LARGEST_PLAIN:
        return pointed(f"{number:.4g}".replace("-", "−"))
    digits = max(0, 6 - math.floor(math.log10(size)) - 1)
    text = f"{size:,.{digits}f}" if size >= _GROUPED_FROM else f"{size:.{digits}f}"
    text = text.replace(",", "\N{NO-BREAK SPACE}")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return pointed(f"−{text}" if number < 0 else text)


def short(number: float) -> str:
    """A round number as a tick of an axis has it: `5 000`, `2 M`, `10 bn`."""
    size = abs(number)
    if _WORDS_FROM <= size < _LARGEST_PLAIN:
        for unit, word in ((1e12, tr("tn")), (1e9, tr("bn")), (1e6, tr("M"))):
            if size >= unit:
                return f"{grouped(number / unit)}\N{NO-BREAK SPACE}{word}"
    return grouped(number)


def articles(count: int) -> str:
    """`1 article`, `30 000 articles`."""
    return tr("{count} articles", "", count)


def annotations(count: int) -> str:
    """`1 annotation`, `30 000 annotations`."""
    return tr("{count} annotations", "", count)


def numbers(count: int) -> str:
    """`1 number`, `30 000 numbers`."""
    return tr("{count} numbers", "", count)


def claims(count: int) -> str:
    """`1 claim`, `30 000 claims`."""
    return tr("{count} claims", "", count)


def mentions(count: int) -> str:
    """`1 mention`, `30 000 mentions`."""
    return tr("{count} mentions", "", count)


def minutes(seconds: float) -> str:
    """`0.4 min`, `4.5 min`, `38 min`."""
    amount = seconds / 60
    text = f"{amount:.1f}" if amount < 10 else f"{amount:.0f}"
    return tr("{minutes} min").format(minutes=pointed(text))


def hours(seconds: float) -> str:
    """A long time: `40 min`, `3 h 5 min`, `120 h`."""
    whole = round(seconds / 60)
    if whole < 60:
        return tr("{minutes} min").format(minutes=whole)
    if whole >= 100 * 60:
        return tr("{hours} h").format(hours=grouped(round(whole / 60)))
    return tr("{hours} h {minutes} min").format(hours=whole // 60, minutes=whole % 60)


def percent(part: float, whole: float) -> str:
    """`75 %`; less than one is not nothing, and almost all is not all."""
    share = 100 * part / whole if whole else 0.0
    if 0 < share < 1:
        return "<\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}%"
    if 99 < share < 100:
        return ">\N{NO-BREAK SPACE}99\N{NO-BREAK SPACE}%"
    return f"{share:.0f}\N{NO-BREAK SPACE}%"


def _written(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
