"""Roman numerals of centuries and quarters: XXI век, III квартал, XX ғасыр."""

import re
from decimal import Decimal

from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.numeral import Numeral
from app.suggesters.numbers.quantities import Quantity

# Cyrillic and Kazakh letters stand in for the Latin ones in real texts: ХХI, ІІ.
_LATIN = str.maketrans("ІХСМ", "IXCM")
_VALUES = {"I": 1, "V": 5, "X": 10}
# Roman numerals of a line, found at once; most lines have none.
_ROMAN = re.compile(r"(?<![^\W_])[IVXІХ]{1,6}(?![^\W_])")


def starts(text: str, start: int, end: int) -> frozenset[int]:
    """Return where in `text[start:end]` words begin that may be Roman numerals."""
    return frozenset(match.start() for match in _ROMAN.finditer(text, start, end))


def read(line: Line, i: int) -> Quantity | None:
    """Read the Roman numeral at token `i`, if what it numbers follows."""
    if not (line.has("era_words", i + 1) or line.has("nouns", i + 1)):
        return None
    number = Decimal(value(line.raw(i)))
    unit = line.grammar.units.at(line.text, line.tokens, i + 1)
    numeral = Numeral(i, i + 1, number, "roman", kind="ordinal")
    return Quantity(numeral, i, i + 1, i, i + 2, number, unit[1] if unit else None, line.raw(i + 1))


def value(written: str) -> int:
    """Return the value of a Roman numeral."""
    total = last = 0
    for letter in reversed(written.translate(_LATIN)):
        amount = _VALUES[letter]
        total += amount if amount >= last else -amount
        last = max(last, amount)
    return total
