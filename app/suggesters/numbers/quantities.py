"""A number with its sign, currency, unit and modifier."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.suggesters.numbers import numerals
from app.suggesters.numbers.grammar import Unit
from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.loading import units
from app.suggesters.numbers.modifiers import modifier_after, modifier_before
from app.suggesters.numbers.numeral import HYPHENS, Numeral
from app.suggesters.numbers.scales import scaled
from app.suggesters.numbers.units import Named, behind, following

_MINUS = HYPHENS | {"−", "–"}
# How many tokens of a currency before its number are looked at: "malaysian ringgit 42".
_LONGEST_CURRENCY = 3
# Two to four centuries are counted in the same form: 3 века.
_FIRST_NUMBERED, _LAST_NUMBERED = 5, 30


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it will be suggested. The indices are of tokens; `after` and `beyond` are exclusive."""

    numeral: Numeral
    first: int
    """Where the span begins, sign and glued currency included."""
    after: int
    """Where the span ends, a glued unit included."""
    start: int
    """Where all that was read begins: approximator, currency."""
    beyond: int
    """Where all that was read ends: unit, approximator."""
    value: Decimal
    unit: Unit | None = None
    unit_text: str = ""
    modifier: str = "EXACT"
    approximator: tuple[int, int] | None = None
    """Code points."""
    negative: bool = False

    @property
    def kind(self) -> str:
        """The kind of its unit; empty without one."""
        return self.unit.kind if self.unit else ""


def read(line: Line, i: int, floor: int, modified: bool = True) -> Quantity | None:
    """Read the quantity whose number begins at token `i`; tokens before `floor` belong to others.

    Without `modified` no modifiers are looked for (the second number of a range has none of its own).
    None where there is no number; a quantity whose numeral has kind "none" is to be stepped over.
    """
    numeral = numerals.read(line, i)
    if numeral is None:
        return None
    first = numeral.first
    found = Quantity(numeral, first, numeral.after, first, numeral.after, numeral.value)
    if numeral.kind == "none":
        return found
    found = _prefixed(line, _signed(line, found, floor), floor)
    found = _of_era(line, _united(line, found, modified, floor))
    return _modified(line, found, floor) if modified else found


def _of_era(line: Line, found: Quantity) -> Quantity:
    """Tell 19 век and в 5 веке, which number a century, from a count of centuries."""
    numeral = found.numeral
    numbered = numeral.rule == "digits" and _FIRST_NUMBERED <= found.value <= _LAST_NUMBERED
    if not numbered or found.value % 1 or not line.has("era_singular", numeral.after):
        return found
    return replace(found, numeral=replace(numeral, kind="ordinal"))


def _signed(line: Line, found: Quantity, floor: int) -> Quantity:
    i = found.first - 1
    if i < floor:
        return found
    word = line.word(i)
    close = word in _MINUS and line.tight(found.first) and not line.tight(i)
    apart = word in _MINUS and i == 0 and not line.tight(found.first) and _nothing_else(line, found.after)
    if close or apart or (line.has("minus", i) and not line.grammar.before.ending_at(line.tokens, i + 1)):
        return replace(found, first=i, start=i, value=-found.value, negative=True)
    return found


def _nothing_else(line: Line, i: int) -> bool:
    """Tell whether at most a unit follows: a dash before more is a bullet."""
    return len(line.tokens) - i <= 1


def _prefixed(line: Line, found: Quantity, floor: int) -> Quantity:
    """Take the currency before the number: $5, US$ 3.14, EUR 20."""
    for count in range(_LONGEST_CURRENCY, 0, -1):
        i = found.first - count
        if i < floor:
            continue
        unit = line.grammar.units.at(line.text, line.tokens, i)
        if unit is None or unit[0] != count or unit[1].kind != "money" or not _can_precede(line, i, count):
            continue
        if line.has("inverted", i) or (line.tight(i) and line.is_word(i - 1) and line.is_word(i)):
            continue
        text = line.text[line.tokens[i].start : line.tokens[i + count - 1].end]
        glued = all(line.tight(k) for k in range(i + 1, found.first + 1))
        found = replace(found, unit=unit[1], unit_text=text, start=i, first=i if glued else found.first)
        scale = line.grammar.money_glued.get(line.raw(found.after)) if line.tight(found.after) else None
        if scale:
            after = found.after + 1
            found = replace(found, value=found.value * scale, after=after, beyond=after)
        minus = found.start - 1
        if (
            minus >= floor
            and line.word(minus) in _MINUS
            and line.tight(found.start)
            and not line.tight(minus)
        ):
            found = replace(found, value=-found.value, first=minus, start=minus, negative=True)
        return found
    return found


def _can_precede(line: Line, i: int, count: int) -> bool:
    """Tell whether the currency at `i` is a sign, a code, or stands at the head of the line."""
    raw = line.text[line.tokens[i].start : line.tokens[i + count - 1].end]
    return i == 0 or raw.isupper() or not raw[-1].isalpha() or raw in {"Rs", "Rp", "Dhs", "KSh"}


def _united(line: Line, found: Quantity, modified: bool, floor: int) -> Quantity:
    numeral = found.numeral
    if numeral.unit is not None:
        return replace(found, unit=numeral.unit, unit_text=numeral.unit_text)
    if found.unit is not None:
        named = following(line, found.after, numeral)
        same = named and named.unit and (named.unit == found.unit or named.unit.name in found.unit_text)
        return replace(found, beyond=named.after) if named and same else found
    between = modifier_after(line, found.after) if modified else None
    if between:
        found = replace(found, modifier=between.name, approximator=between.span, beyond=between.after)
        more = scaled(line, replace(numeral, after=between.after))
        if more.after > between.after:
            found = replace(found, value=found.value * more.scale, after=more.after, beyond=more.after)
    named = following(line, found.beyond, numeral)
    if named is None:
        return _behind(line, found, floor) if modified else found
    return _with_unit(line, found, named)


def _with_unit(line: Line, found: Quantity, named: Named) -> Quantity:
    numeral = found.numeral
    value = found.value
    counted = named.unit is None or named.unit.kind == "count"
    if counted and numeral.other is not None and value % 1:
        value = -numeral.other if found.negative else numeral.other
    half = line.grammar.phrases["and_half"].at(line.text, line.tokens, named.after)
    if half and numeral.value % 1 == 0 and named.unit is not None and named.unit.kind != "count":
        end = named.after + half[0]
        value += Decimal("0.5") * numeral.scale
        return replace(found, value=value, unit=named.unit, unit_text=named.text, after=end, beyond=end)
    glued = named.first == found.after and all(line.tight(k) for k in range(named.first, named.after))
    hyphenated = named.hyphenated and named.first == found.after + 1
    beyond = _past_ending(line, named.after)
    inside = glued or hyphenated or (beyond > named.after and not counted)
    return replace(
        found,
        value=value,
        unit=named.unit,
        unit_text=named.text,
        after=beyond if inside else found.after,
        beyond=beyond,
    )


def _past_ending(line: Line, i: int) -> int:
    """Step over the case ending of a sign or an abbreviation: 30%-дан, 5 км-ге."""
    ends = line.word(i) in HYPHENS and line.tight(i) and line.tight(i + 1)
    return i + 2 if ends and line.grammar.language == "kk" and line.has("cardinal_suffixes", i + 1) else i


def _behind(line: Line, found: Quantity, floor: int) -> Quantity:
    """Look back for the unit: "человек тридцать", "общее число камер – около 30 тыс."."""
    if found.numeral.kind in {"ordinal", "decade", "times"}:
        return found
    named = behind(line, found.start, floor, found.numeral)
    if named is None:
        return found
    if not named.inverted:
        return replace(found, unit=named.unit, unit_text=named.text)
    return replace(found, unit=named.unit, unit_text=named.text, start=named.first, modifier="APPROX")


def _modified(line: Line, found: Quantity, floor: int) -> Quantity:
    below = line.grammar.phrases["below_zero"].at(line.text, line.tokens, found.beyond)
    if below and not found.negative:
        unit = found.unit or units()["degree"]
        found = replace(found, value=-found.value, unit=unit, beyond=found.beyond + below[0], negative=True)
    before = modifier_before(line, found.start, floor, found.numeral, found.kind)
    if before is not None:
        return replace(found, modifier=before.name, approximator=before.span, start=before.first)
    if found.modifier == "EXACT":
        later = modifier_after(line, found.beyond)
        if later is not None:
            return replace(found, modifier=later.name, approximator=later.span, beyond=later.after)
        if found.numeral.kind == "some":
            return replace(found, modifier="APPROX")
    return found
