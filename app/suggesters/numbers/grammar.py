"""What a grammar of one language holds; `loading` reads it from its tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from app.suggesters.numbers.phrases import Backwards, Phrases, Stems


class Kind(Enum):
    """How a number word joins its neighbours."""

    ATOM = auto()
    """two, twenty, двести: added in falling order."""
    HUNDRED = auto()
    """hundred, жүз: multiplies what stands before it."""
    SCALE = auto()
    """thousand, млн, dozen: multiplies the group before it, or all that went before."""
    WHOLE = auto()
    """двое, полтора, сотня: joins nothing but a scale."""
    PLURAL = auto()
    """десятки, tens: "some", alone or before a scale."""
    FRACTION = auto()
    """half, треть."""
    TIMES = auto()
    """дважды, twice."""


class Lexeme(NamedTuple):
    """What a number word says."""

    kind: Kind
    value: Decimal
    ordinal: bool = False
    plural: bool = False
    """A scale in the plural, or "a couple": alone it means "some"."""


class Unit(NamedTuple):
    """A unit of units.toml, or a counted thing (kind "count")."""

    name: str
    kind: str
    """duration, percent, measure, money, or count."""
    family: str = ""
    size: Decimal = Decimal(0)
    """In the base unit of the family; 0 where units of the kind do not add up."""
    calendar: int = 0
    """Months, for units of the calendar."""
    minor: str = ""
    """The coin of a currency: a hundredth of it."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """All tables of a language; every word in them is folded (see `tokens.fold`)."""

    language: str
    comma: bool
    """The decimal sign is a comma."""
    pairs: bool
    """Two numbers side by side make one: twenty twenty-three, one twenty two."""
    ten_joins: bool
    """Ten takes ones as twenty does: он бір is 11."""
    lexemes: Mapping[str, Lexeme]
    units: Phrases[Unit]
    before: Backwards
    after: Phrases[str]
    months: Stems[int]
    compounds: Stems[Unit]
    """Second halves of "24-летний", "five-year"."""
    compound_prefixes: Mapping[str, Decimal]
    """First halves: "двух" of "двухлетний"."""
    half_words: Mapping[str, Unit]
    """Whole words with their half: "полчаса"."""
    seeds: frozenset[str]
    """Words a number can begin with."""
    small_seeds: frozenset[str]
    """Articles and "point": they begin a number only beside a unit, or at the head of a line."""
    heads: frozenset[str]
    """The first three letters of all compound words."""
    tenths: Mapping[str, Decimal]
    """"десятых" after "пять целых три": 0.1."""
    glued: Mapping[str, Decimal]
    """Capital-sensitive signs on digits: 3000K."""
    money_glued: Mapping[str, Decimal]
    """The same where a currency is named: $5m."""
    changes: tuple[str, ...]
    """Beginnings of verbs of growing and falling."""
    person: Unit
    mass_pound: Unit
    phrases: Mapping[str, Phrases[bool]]
    sets: Mapping[str, Stems[bool]]
    """Words and phrases by the part they play: weak, function_words, identifiers, ..."""

    def has(self, name: str, word: str) -> bool:
        """Tell whether the folded `word` is in the set called `name`."""
        return word in self.sets[name]
