"""The multipliers after a number, in words: 30 тыс., two and a half million, 1 млн 200 тыс."""

from dataclasses import replace
from decimal import Decimal

from app.suggesters.numbers import digits
from app.suggesters.numbers.grammar import Kind, Lexeme
from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.numeral import Numeral
from app.suggesters.numbers.tokens import DIGITS

# Larger numbers are no quantities, and Decimal keeps 28 digits. A line of "million million ..." stops here.
LARGEST = Decimal(10) ** 27


def scaled(line: Line, found: Numeral) -> Numeral:
    """Multiply by the scales that follow: 30 тыс., two and a half million, 1 млн 200 тыс."""
    while True:
        lexeme = line.lexeme(found.after)
        if lexeme is None or lexeme.ordinal or not (lexeme.kind is Kind.SCALE or _is_heap(lexeme, found)):
            return found
        if not line.tight(found.after) and len(line.word(found.after)) < 2:
            return found
        if max(found.value, found.scale) * lexeme.value >= LARGEST:
            return found
        if lexeme.plural and line.grammar.language == "kk":
            found = replace(found, kind="some")
        found = _lower(line, times(found, _after_stop(line, found.after), lexeme.value))


def _is_heap(lexeme: Lexeme, found: Numeral) -> bool:
    """Tell whether the word counts by tens or dozens: два десятка, три сотни, 2 дюжины."""
    heap = lexeme.kind in {Kind.WHOLE, Kind.PLURAL} and lexeme.value in {10, 12, 100}
    return heap and found.kind in {"cardinal", "some"} and found.scale == 1 and found.value < 100


def times(found: Numeral, after: int, scale: Decimal) -> Numeral:
    """Return the number multiplied by a scale that ends before token `after`."""
    return replace(
        found,
        after=after,
        value=found.value * scale,
        scale=found.scale * scale,
        other=None,
        rule=found.rule.split("+")[0] + "+multiplier",
    )


# An abbreviation of this length always has its full stop (тыс.); longer ones only before more text.
_ALWAYS_STOPPED = frozenset({"тыс", "тыщ"})
_ABBREVIATED = frozenset({"млн", "млрд", "трлн", "mln", "bn", "bln", "mn", "trn"})


def _after_stop(line: Line, i: int) -> int:
    """Return the index after the scale at `i` and the full stop that belongs to it."""
    if line.word(i + 1) == "-" and line.tight(i + 1) and line.tight(i + 2):
        return i + 3 if line.has("cardinal_suffixes", i + 2) else i + 1
    if line.word(i + 1) != "." or not line.tight(i + 1):
        return i + 1
    word = line.word(i)
    if word in _ALWAYS_STOPPED:
        return i + 2
    more = i + 2 < len(line.tokens) and not line.raw(i + 2)[:1].isupper()
    return i + 2 if word in _ABBREVIATED and more else i + 1


def _lower(line: Line, found: Numeral) -> Numeral:
    """Add what stands after a scale and is smaller: 2 тыс. 300, 1 млн 200 тыс."""
    whole, scale = found, found.scale
    while True:
        part = _part(line, whole.after, scale, whole)
        if part is None:
            return whole
        value, scale, after = part
        whole = replace(whole, after=after, value=whole.value + value, scale=Decimal(1))


def _part(line: Line, i: int, above: Decimal, found: Numeral) -> tuple[Decimal, Decimal, int] | None:
    """Return the value, the scale and the end of a part smaller than the scale `above`."""
    if above < 1000 or found.value % above or i >= len(line.tokens):
        return None
    if line.tokens[i].kind != DIGITS or line.tight(i):
        return None
    part = digits.read(line.text, line.tokens[i].start, line.grammar.comma)
    if part is None or part.value >= 1000 or part.value != int(part.value):
        return None
    lexeme = line.lexeme(i + 1)
    scale = lexeme.value if lexeme and lexeme.kind is Kind.SCALE else Decimal(1)
    names_other = (
        line.grammar.months.get(line.word(i + 1)) or line.has("year_words", i + 1) or line.tight(i + 1)
    )
    if scale >= above or (scale == 1 and (above > 1000 or names_other)):
        return None
    return part.value * scale, scale, i + 1 if scale == 1 else _after_stop(line, i + 1)
