"""Roman numerals of centuries and quarters: XXI век, III квартал, XX ғасыр."""

import re
from dataclasses import replace
from decimal import Decimal

from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.loading import units
from app.suggesters.numbers.numeral import DASHES, Numeral
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
    """Read the Roman numeral at token `i`, if what it numbers follows it, or follows the next one."""
    number = Decimal(value(line.raw(i)))
    numeral = Numeral(i, i + 1, number, "roman", kind="ordinal")
    if line.has("era_words", i + 1) or line.has("nouns", i + 1):
        unit = line.grammar.units.at(line.text, line.tokens, i + 1)
        return Quantity(numeral, i, i + 1, i, i + 2, number, unit[1] if unit else None, line.raw(i + 1))
    if line.has("era_short", i + 1) and line.word(i + 2) == "." and line.tight(i + 2):
        return Quantity(numeral, i, i + 1, i, i + 2, number, units()["century"], line.raw(i + 1))
    another = _shared(line, i + 1)
    return (
        replace(
            another, numeral=numeral, first=i, after=i + 1, start=i, beyond=i + 1, value=number, unit_text=""
        )
        if another
        else None
    )


def at(line: Line, i: int) -> Quantity | None:
    """Read token `i` as `read` does, if it is a Roman numeral at all."""
    return read(line, i) if i < len(line.tokens) and _ROMAN.fullmatch(line.raw(i)) else None


def _shared(line: Line, i: int) -> Quantity | None:
    """Return the numeral whose noun is shared: XIX–XX века, в конце XX – начале XXI века."""
    if not (line.word(i) in DASHES or line.has("coordination", i)):
        return None
    return at(line, i + 1) or at(line, i + 2)


def value(written: str) -> int:
    """Return the value of a Roman numeral; what is not seen in it (a soft hyphen) counts nothing."""
    total = last = 0
    for letter in reversed(written.translate(_LATIN)):
        if (amount := _VALUES.get(letter)) is None:
            continue
        total += amount if amount >= last else -amount
        last = max(last, amount)
    return total
