"""Numbers written in digits: which notation it is, and the value it stands for."""

import re
from decimal import Decimal
from typing import NamedTuple

# Longer runs of digits are no quantity: card numbers, hashes, barcodes.
_MOST_DIGITS = 15
# Space, NBSP, thin, narrow and figure spaces, and the apostrophe of the Swiss notation.
_SPACES = " \u00a0\u2009\u202f\u2007'’"

# Groups of three joined by one and the same sign, else a plain number; then decimals. At most eight
# groups: the pattern looks at a bounded stretch from any start.
_DIGITS = re.compile(
    rf"(?P<spaced>[1-9][0-9]{{0,2}}(?:(?P<s>[{_SPACES}])[0-9]{{3}}(?:(?P=s)[0-9]{{3}}){{0,6}})(?![0-9])"
    rf"(?:[.,][0-9]+)?)"
    r"|(?P<signed>[0-9]{1,3}(?:,[0-9]{3}){1,7}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){1,7}(?![0-9])(?:,[0-9]+)?)"
    r"|(?P<plain>[0-9]+(?:[.,][0-9]+)?)"
)


class Digits(NamedTuple):
    """A number in digits."""

    end: int
    value: Decimal
    other: Decimal | None = None
    """The other reading of one point or comma and three digits: 2.500 is 2500 of countable things."""


def read(text: str, start: int, comma: bool) -> Digits | None:
    """Read the number at `start`, which is a digit; None where the digits are no quantity.

    `comma` tells that the language writes decimals with a comma. One separator followed by exactly three
    digits is ambiguous: the language's own decimal sign makes decimals unless all three are noughts
    (`30,000` is thirty thousand in a Russian text too); the other sign makes thousands.
    """
    match = _DIGITS.match(text, start)
    if match is None:
        return None
    written = match[0]
    if sum(map(str.isdigit, written)) > _MOST_DIGITS:
        return None
    if match["spaced"]:
        whole = written
        for sign in _SPACES:
            whole = whole.replace(sign, "")
        return Digits(match.end(), Decimal(whole.replace(",", ".")))
    if match["signed"]:
        return _signed(match.end(), written, "," if comma else ".")
    return Digits(match.end(), Decimal(written.replace(",", ".")))


def _signed(end: int, written: str, decimal_sign: str) -> Digits:
    signs = [c for c in written if c in ",."]
    if len(signs) > 1:
        grouping = signs[0]
        whole = written.replace(grouping, "")
        return Digits(end, Decimal(whole.replace(",", ".")))
    thousands = Decimal(written.replace(",", "").replace(".", ""))
    decimals = Decimal(written.replace(",", "."))
    if written.startswith("0"):
        return Digits(end, decimals)
    if signs[0] == decimal_sign and not written.endswith("000"):
        return Digits(end, decimals, thousands)
    if signs[0] == decimal_sign == ".":
        # "3.000" in English is more often a decimal than a foreign thousand.
        return Digits(end, decimals, thousands)
    return Digits(end, thousands, decimals if signs[0] == "." else None)
