"""Words that make a number approximate or a bound: около, не менее, at least, шамамен, астам."""

from typing import NamedTuple

from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.numeral import Numeral

# A growth verb this many tokens before "до 5 %" says that 5 % was reached.
_CHANGE_REACH = 12
# "несколько десятков" is about ten, "несколько пар" is none.
_LEAST_HEAP = 10
# "от 5 млн тенге" is a bound; "от двух партий" is no bound.
_BOUND_FROM = frozenset({"percent", "money", "measure", "duration"})


class Modifier(NamedTuple):
    """A modifier with the tokens and the code points of its words."""

    name: str
    first: int
    after: int
    span: tuple[int, int] | None


def modifier_before(line: Line, end: int, floor: int, numeral: Numeral, kind: str) -> Modifier | None:
    """Return the modifier whose words end before token `end`, a preposition or an article allowed between.

    `kind` is the kind of the number's unit.
    """
    if numeral.kind == "ordinal":
        return None
    between = line.has("prepositions", end - 1) or line.has("article", end - 1)
    for at in (end, end - 1) if between else (end,):
        several = line.has("several", at - 1) and at - 1 >= floor and numeral.kind in {"cardinal", "some"}
        if (
            several
            and numeral.value >= _LEAST_HEAP
            and numeral.after == numeral.first + 1
            and not numeral.digits
        ):
            return _modifier(line, "APPROX", at - 1, at)
        found = line.grammar.before.ending_at(line.tokens, at)
        if found is None or at - found[0] < floor:
            continue
        if _allowed(line, at - found[0], at, kind):
            return _modifier(line, found[1], at - found[0], at)
    return None


def _modifier(line: Line, name: str, first: int, after: int) -> Modifier:
    span = (line.tokens[first].start, line.tokens[after - 1].end)
    return Modifier(name, first, after, None if name == "EXACT" else span)


def _allowed(line: Line, first: int, after: int, kind: str) -> bool:
    """Refuse "до" after a growth verb and "от" before counted things."""
    if after - first > 1:
        return True
    if line.has("range_to", first):
        return not changed(line, first)
    if line.has("range_from", first):
        return kind in _BOUND_FROM and not changed(line, first)
    return True


def changed(line: Line, i: int) -> bool:
    """Tell whether a verb of change stands shortly before token `i`: вырос с 5 до 6."""
    stems = line.grammar.changes
    return bool(stems) and any(line.word(k).startswith(stems) for k in range(max(0, i - _CHANGE_REACH), i))


def modifier_after(line: Line, i: int) -> Modifier | None:
    """Return the modifier whose words begin at token `i`."""
    found = line.grammar.after.at(line.text, line.tokens, i)
    if found is None or (line.word(i) == "+" and not line.tight(i)):
        return None
    if found[0] == 1 and line.has("compared", i) and not line.has_ending("denominator_endings", i - 1):
        return None
    after = i + found[0]
    stems = line.grammar.changes
    if (
        found[1] == "EQUAL_OR_LESS"
        and stems
        and any(line.word(k).startswith(stems) for k in (after, after + 1))
    ):
        # "4,8 пайызға дейін төмендеді": it fell to just that.
        return None
    return Modifier(found[1], i, after, (line.tokens[i].start, line.tokens[after - 1].end))
