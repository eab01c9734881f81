"""Two quantities that are one: от 4 до 6 %, 2–3 дня, between 5 and six, 7 feet 10 inches."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.suggesters.numbers import quantities, romans
from app.suggesters.numbers.grammar import Unit
from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.modifiers import changed
from app.suggesters.numbers.numeral import DASHES
from app.suggesters.numbers.quantities import Quantity
from app.suggesters.numbers.tokens import DIGITS

# Two numbers with a spaced dash between are one range only if they are of a size.
_WIDEST = 100


@dataclass(frozen=True, slots=True)
class Joined:
    """A quantity, alone (`low` is None) or with the other end of its range."""

    quantity: Quantity
    low: Decimal | None = None
    high: Decimal | None = None


def join(line: Line, first: Quantity, floor: int) -> Joined:
    """Join `first` with what follows where both say one range or one compound measure."""
    if first.numeral.kind in {"none", "decade", "times"}:
        return Joined(first)
    return _range(line, first, floor) or Joined(compound(line, first))


# --------------------------------------------------------------------------------------------- ranges


def _range(line: Line, first: Quantity, floor: int) -> Joined | None:
    opener = _opener(line, first, floor)
    if line.grammar.language == "kk":
        until = _kazakh_until(line, first)
        if until is not None:
            return until
    for at in dict.fromkeys((first.after, first.beyond)):
        sign = _sign(line, at, opener)
        if not sign:
            continue
        end = at + 3 if line.word(at) == "." else at + 1
        begin = _past_approximator(line, end)
        second = _second(line, begin, end, first.numeral.rule)
        if second is None or second.numeral.kind != first.numeral.kind:
            continue
        if opener is not None and line.has("range_from", opener) and changed(line, opener):
            shared = first.unit is None and not first.unit_text
            return Joined(replace(first, unit=second.unit, unit_text=second.unit_text) if shared else first)
        joined = _joined(line, first, second, sign, opener)
        if joined is not None:
            return joined
    return None


def _second(line: Line, i: int, floor: int, rule: str) -> Quantity | None:
    """Read the other end at token `i`; a currency may stand before its number.

    `rule` is the first end's: two Roman numerals make a range.
    """
    if rule == "roman":
        return romans.at(line, i)
    for at in range(i, min(i + 3, len(line.tokens))):
        second = quantities.read(line, at, floor, modified=False)
        if second is not None:
            return second if second.start <= i or second.start == second.numeral.first == i else None
    return None


def _opener(line: Line, first: Quantity, floor: int) -> int | None:
    """Return the index of "от", "from" or "between" before the first number."""
    for i in (first.start, first.start - 1):
        if floor <= i < first.first and (line.has("range_from", i) or line.has("range_between", i)):
            return i
    return None


def _sign(line: Line, i: int, opener: int | None) -> str:
    """Return what token `i` is between two ends: dash, to, and, or; empty where nothing of it."""
    if i >= len(line.tokens):
        return ""
    if line.word(i) in DASHES or line.word(i) == "…" or _are_points(line, i):
        return "dash"
    if line.has("range_to", i) and (opener is not None or line.has("joins", i)):
        return "to"
    if opener is not None and line.has("range_between", opener) and line.has("range_and", i):
        return "and"
    if line.grammar.language == "kk" and line.has("range_and", i):
        return "pair"
    return "or" if line.has("joins", i) else ""


def _are_points(line: Line, i: int) -> bool:
    """Tell whether three full stops stand close to what is around them: -5...-10."""
    return all(line.word(k) == "." and line.tight(k) for k in range(i, i + 3)) and line.tight(i + 3)


def _past_approximator(line: Line, i: int) -> int:
    signed = line.word(i) == "+" or (line.word(i) in {"-", "−"} and line.tight(i))
    if signed and line.tight(i + 1):
        return i + 1
    for count in (2, 1):
        found = (
            line.grammar.before.ending_at(line.tokens, i + count) if i + count <= len(line.tokens) else None
        )
        if found and found[0] == count and line.tokens[i].kind != DIGITS:
            return i + count
    return i


def _joined(line: Line, first: Quantity, second: Quantity, sign: str, opener: int | None) -> Joined | None:
    low, high = _ends(line, first, second, sign)
    if low >= high or not _same_kind(first, second):
        return None
    if sign == "dash" and not _dash_fits(line, first, second, high / low if low > 0 else Decimal(1)):
        return None
    if sign == "or" and not (high <= 2 * low and _close(first, second)):
        return None
    if sign == "pair" and not _kazakh_pair(line, second):
        return None
    if sign == "to" and opener is None and (first.unit != second.unit and first.unit is not None):
        return None
    beyond = second.beyond
    if sign == "pair" or line.grammar.language == "kk":
        beyond = _past_kazakh_end(line, beyond)
    below = line.grammar.phrases["below_zero"].at(line.text, line.tokens, beyond) if low >= 0 else None
    if below:
        low, high, beyond = -high, -low, beyond + below[0]
    begin = opener if opener is not None and sign in {"to", "and"} else first.first
    unit, text = (
        (second.unit, second.unit_text) if second.unit or second.unit_text else (first.unit, first.unit_text)
    )
    approximator = first.approximator if first.modifier == "APPROX" else None
    whole = replace(
        first,
        first=begin,
        start=min(begin, first.start),
        after=second.after,
        beyond=beyond,
        unit=unit,
        unit_text=text,
        modifier="RANGE",
        approximator=approximator,
    )
    return Joined(whole, low, high)


def _ends(line: Line, first: Quantity, second: Quantity, sign: str) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest, the scale of the second shared (10–15 млн), the sign too."""
    low, high = first.value, second.value
    bare = first.unit is None or first.unit == second.unit or (second.unit is None and not second.unit_text)
    shares = first.numeral.scale == 1 and second.numeral.scale > 1 and bare
    if shares and low * second.numeral.scale < high:
        low *= second.numeral.scale
    if low < 0 and sign == "dash":
        high = _other_side(line, low, second)
    return (high, low) if low < 0 and high < low else (low, high)


def _other_side(line: Line, low: Decimal, second: Quantity) -> Decimal:
    """Return the signed second end after a negative first: -15…-20, минус 15–20, -5…+3, -5…3."""
    high = second.value
    plain = second.negative or line.word(second.first - 1) == "+" or high <= -low
    if line.word(second.first - 1) in {"-", "−"} and not second.negative and line.tight(second.first - 1):
        plain = False
    return high if plain else -high


def _same_kind(first: Quantity, second: Quantity) -> bool:
    """Refuse two different units: 5 км – 6 человек."""
    if first.unit is None or first.unit == second.unit:
        return True
    return (
        second.unit is None
        and not second.unit_text
        and first.kind in {"money"}
        and first.start < first.numeral.first
    )


def _dash_fits(line: Line, first: Quantity, second: Quantity, growth: Decimal) -> bool:
    """Tell a range from a dash between clauses and from a score."""
    dash = first.after if line.word(first.after) in DASHES or line.word(first.after) == "…" else first.beyond
    tight = line.tight(dash) or line.tight(dash + 1)
    if tight:
        return True
    same = first.unit == second.unit or first.unit is None
    return same and first.unit_text in {"", second.unit_text} and growth <= _WIDEST


def _close(first: Quantity, second: Quantity) -> bool:
    return first.after == second.numeral.first - 1 or first.beyond == second.numeral.first - 1


_KAZAKH_ENDS = frozenset(
    {"дейін", "дейінгі", "арасында", "аралығында", "аралығындағы", "арасындағы", "арасы", "аралығы"}
)


def _kazakh_pair(line: Line, second: Quantity) -> bool:
    return line.word(second.beyond) in _KAZAKH_ENDS


def _kazakh_until(line: Line, first: Quantity) -> Joined | None:
    """Read 5-тен 10-ға дейін: the first end has an ablative, "дейін" follows the second."""
    i = first.beyond
    if i >= len(line.tokens) or not line.grammar.has("denominator_endings", line.word(i - 1)[-3:]):
        return None
    second = quantities.read(line, i, i, modified=False)
    if second is None or line.word(second.beyond) not in _KAZAKH_ENDS:
        return None
    return _joined(line, first, second, "to", None)


def _past_kazakh_end(line: Line, i: int) -> int:
    return i + 1 if line.word(i) in _KAZAKH_ENDS else i


# ------------------------------------------------------------------------------------------- compounds


def compound(line: Line, first: Quantity) -> Quantity:
    """Add smaller units that follow: 2 часа 10 минут, $20 and 43 cents; the value is in the smallest."""
    whole = first
    while whole.unit is not None and whole.modifier not in {"RANGE"}:
        part = _smaller(line, whole)
        if part is None:
            return whole
        whole = part
    return whole


def _smaller(line: Line, whole: Quantity) -> Quantity | None:
    i = whole.beyond
    if line.word(i) == ",":
        i += 1
    if line.has("and", i):
        i += 1
    if i >= len(line.tokens) or whole.unit is None:
        return None
    second = quantities.read(line, i, i, modified=False)
    if second is None or second.first != i or second.numeral.kind == "none" or second.value < 0:
        return None
    if second.unit is None:
        return _bare_part(line, whole, second)
    value = _sum(whole.value, whole.unit, second.value, second.unit)
    if value is None:
        return None
    unit = whole.unit if whole.unit.minor else second.unit
    text = whole.unit_text if whole.unit.minor else second.unit_text
    return replace(
        whole,
        value=value,
        unit=unit,
        unit_text=text,
        after=max(second.after, whole.after),
        beyond=second.beyond,
    )


def _sum(large: Decimal, unit: Unit, small: Decimal, part: Unit) -> Decimal | None:
    """Return both in the smaller unit (money: in the larger); None where they do not add up."""
    if unit.minor:
        fits = part.name in {unit.minor, "cent"} and small < 100
        return large + small / 100 if fits else None
    if unit.calendar and part.calendar and unit.calendar > part.calendar:
        return large * (unit.calendar // part.calendar) + small
    if unit.family and unit.family == part.family and unit.size > part.size:
        return large * unit.size / part.size + small
    return None


def _bare_part(line: Line, whole: Quantity, second: Quantity) -> Quantity | None:
    """Read "20 dollars 43", "1 hour thirty": only where nothing else follows."""
    if second.after != len(line.tokens) or second.value >= 100 or whole.unit is None or whole.value % 1:
        return None
    if whole.kind == "money":
        value = whole.value + second.value / 100
    elif whole.unit.name in {"hour", "minute"} and second.value < 60:
        value = whole.value + second.value / 60
    else:
        return None
    return replace(whole, value=value, after=second.after, beyond=second.beyond)
