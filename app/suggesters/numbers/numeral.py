"""What is known of one number while it is being read."""

from dataclasses import dataclass
from decimal import Decimal

from app.suggesters.numbers.grammar import Unit

HYPHENS = frozenset("-\u2010\u2011")
DASHES = HYPHENS | frozenset("–—−\u2012")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the tokens `first` to `after` (exclusive) that say it."""

    first: int
    after: int
    value: Decimal
    rule: str
    kind: str = "cardinal"
    """cardinal, ordinal, fraction, decade, or "some" (hundreds: about)."""
    scale: Decimal = Decimal(1)
    """The multiplier written out ("тыс."); a range shares it."""
    other: Decimal | None = None
    """The other reading of an ambiguous notation (see `digits.read`)."""
    weak: bool = False
    """A number only where nothing else stands beside it, or a unit follows."""
    unit: Unit | None = None
    """The second half of a compound word: year of "24-летний"."""
    unit_text: str = ""
    digits: bool = False
