"""What is said of a number that was found: its span and its attributes."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.suggesters.numbers import contexts, dates, ranges
from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Found:
    """A number of the text: span in code points, and what is said of it."""

    start: int
    end: int
    rule: str
    attributes: dict[str, Any]
    certain: float
    """What the context takes from the score of the rule, as a factor."""
    reads: tuple[int, int]
    """Code points of all that was read, from the approximator to the unit: the span and what is around it."""


def dated(line: Line, date: dates.Date) -> Found:
    """Describe a date."""
    attributes: dict[str, Any] = {}
    if date.value is not None:
        attributes["value"] = _json(date.value)
        attributes["modifier"] = "EXACT"
    elif date.low is not None and date.high is not None:
        attributes |= {"min_value": _json(date.low), "max_value": _json(date.high), "modifier": "RANGE"}
    if date.unit_text:
        attributes["unit_text"] = date.unit_text
    attributes["number_type"] = "date"
    start, end = line.tokens[date.first].start, line.tokens[date.beyond - 1].end
    return Found(start, end, date.rule, attributes, 1, (start, end))


def quantified(line: Line, joined: ranges.Joined) -> Found:
    """Describe a quantity or a range."""
    whole = joined.quantity
    attributes: dict[str, Any] = {}
    if joined.low is not None and joined.high is not None:
        attributes |= {"min_value": _json(joined.low), "max_value": _json(joined.high)}
    else:
        attributes["value"] = _json(whole.value)
    attributes["modifier"] = whole.modifier
    kind = _number_type(line, whole)
    if kind != "identifier":
        attributes |= _unit_of(whole)
    attributes["number_type"] = kind
    if whole.approximator is not None:
        start, end = whole.approximator
        attributes["approximator"] = {"start": start, "end": end, "text": line.text[start:end]}
    rule = "range" if joined.low is not None else whole.numeral.rule
    start, end = _span(line, whole, kind)
    reads = (min(start, line.tokens[whole.start].start), max(end, line.tokens[whole.beyond - 1].end))
    return Found(start, end, rule, attributes, 0.9 if whole.numeral.weak else 1, reads)


# A quantity of these types is not said without its unit, so the unit's words belong to it.
_MEASURED = frozenset({"money", "percent", "duration", "age", "measure"})


def _span(line: Line, found: Quantity, kind: str) -> tuple[int, int]:
    """Code points of the number, with the words of a standard unit that stand right beside it."""
    start, end = line.tokens[found.first].start, line.tokens[found.after - 1].end
    if kind not in _MEASURED or not found.unit_text:
        return start, end
    after = line.text[end : line.tokens[found.beyond - 1].end]
    if after.lstrip().startswith(found.unit_text):
        end += len(after) - len(after.lstrip()) + len(found.unit_text)
    before = line.text[line.tokens[found.start].start : start]
    if before.rstrip().endswith(found.unit_text):
        start -= len(before) - len(before.rstrip()) + len(found.unit_text)
    return start, end


# "aged 24" is an age, "возраст 300" of a tree is not looked at.
_OLDEST = 125
# A "место" that is numbered is no seat.
_NUMBERED = {"seat": "place"}


def _unit_of(found: Quantity) -> dict[str, str]:
    name = found.unit.name if found.unit else "time" if found.numeral.kind == "times" else ""
    if found.numeral.kind == "ordinal":
        name = _NUMBERED.get(name, name)
    unit = {"unit": name} if name else {}
    return unit | ({"unit_text": found.unit_text} if found.unit_text else {})


def _number_type(line: Line, found: Quantity) -> str:
    numeral = found.numeral
    if numeral.kind == "decade":
        return "date"
    if contexts.is_identifier(line, found):
        return "identifier"
    if numeral.kind == "ordinal":
        return "ordinal"
    aged = found.unit is None and not found.unit_text and line.has("aged_before", found.start - 1)
    if aged and numeral.value <= _OLDEST:
        return "age"
    if found.unit is None or found.kind == "count":
        return "cardinal"
    if found.unit.name == "year" and _is_age(line, found):
        return "age"
    return found.kind


def _is_age(line: Line, found: Quantity) -> bool:
    """Tell an age from a duration: 24-летний, 24 years old, в возрасте 24 лет, 24 жаста."""
    text = found.unit_text.lower()
    if line.grammar.has("aged", text):
        return not line.has("not_aged", found.after)
    after = found.beyond
    if line.has("old", after) or line.has("age_after", after - 1) or line.has("old", after - 1):
        return True
    named = any(line.has("age_before", k) for k in range(max(0, found.start - 1), found.first))
    return named or _is_of_somebody(line, found.start - 1)


def _is_of_somebody(line: Line, i: int) -> bool:
    """Tell "водителю 34 года": somebody or something in the dative has that many years."""
    if line.grammar.language != "ru" or not line.word(i).endswith(("у", "ю")):
        return False
    unit = line.grammar.units.at(line.text, line.tokens, i)
    return unit is not None and unit[1].kind == "count"


# The largest integer that orjson and SQLite hold; sextillions become floats.
_LARGEST_INTEGER = 2**63 - 1


def _json(value: Decimal) -> int | float:
    whole = value == value.to_integral_value() and abs(value) <= _LARGEST_INTEGER
    return int(value) if whole else float(value)
