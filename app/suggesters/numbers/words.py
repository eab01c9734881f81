"""Numbers in words: двести тридцать тысяч, two and a half million, алты жүз алпыс төрт."""

from dataclasses import replace
from decimal import Decimal

from app.suggesters.numbers.grammar import Grammar, Kind, Lexeme
from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.numeral import DASHES, HYPHENS, Numeral
from app.suggesters.numbers.scales import LARGEST, scaled
from app.suggesters.numbers.tokens import DIGITS

# The longest number in words has fewer words; the bound keeps a line of nothing but number words linear.
_MOST_WORDS = 40
# "четырнадцати" and "дву" of the tables.
_LONGEST_HEAD, _SHORTEST_HEAD = 14, 3
# "one in five" is a share; "one in 2019" is not.
_MOST_PARTS = 1000


def read(line: Line, i: int) -> Numeral | None:
    """Return the number whose first word is token `i`, or None."""
    lexeme = line.lexeme(i)
    if lexeme is None:
        return None
    if lexeme.kind in {Kind.ATOM, Kind.HUNDRED, Kind.SCALE}:
        return _composed(line, i)
    found = Numeral(i, i + 1, lexeme.value, "words", weak=line.has("weak", i))
    if lexeme.kind is Kind.FRACTION:
        return _of_scale(line, replace(found, kind="fraction", rule="fraction"))
    if lexeme.kind is Kind.TIMES:
        return replace(found, kind="times")
    if lexeme.plural and _is_many(line, i):
        return None
    if lexeme.plural:
        found = replace(found, kind="some", rule="plural")
    return scaled(line, _past_of(line, found))


def _is_many(line: Line, i: int) -> bool:
    """Tell "few" of "a few hundred": it says about a hundred, and "hundred" is the number."""
    following = line.lexeme(i + 1)
    return line.has("several", i) and following is not None and following.kind in {Kind.HUNDRED, Kind.SCALE}


def _of_scale(line: Line, found: Numeral) -> Numeral:
    """Read half a million, quarter of a million, half-dozen."""
    i = found.after
    if line.word(i) in HYPHENS and line.tight(i + 1):
        i += 1
    if line.has("of", i):
        i += 1
    if line.has("article", i):
        i += 1
    lexeme = line.lexeme(i)
    if lexeme is None or lexeme.kind is not Kind.SCALE or lexeme.plural:
        return found
    return scaled(line, replace(found, after=i, kind="cardinal"))


def _past_of(line: Line, found: Numeral) -> Numeral:
    """Step over "of" between a plural and its scale: tens of thousands."""
    lexeme = line.lexeme(found.after + 1)
    if line.has("of", found.after) and lexeme and lexeme.kind is Kind.SCALE:
        return replace(found, after=found.after + 1)
    return found


# ----------------------------------------------------------------------------------------- composition


class _Sum:
    """Adds number words up while they can belong to one number."""

    def __init__(self, grammar: Grammar) -> None:
        self._pairs = grammar.pairs
        self._first_ten = 10 if grammar.ten_joins else 20
        self._total = Decimal(0)
        self._group: Decimal | None = None
        self._room = Decimal("Infinity")
        """Only an atom smaller than this can follow."""
        self._top = Decimal("Infinity")
        """The last scale: the next smaller one multiplies the group alone."""

    @property
    def value(self) -> Decimal:
        return self._total + (self._group or 0)

    @property
    def room(self) -> Decimal:
        return self._room

    def take(self, lexeme: Lexeme) -> bool:
        """Add the word; False, and nothing changed, where it begins another number."""
        if lexeme.kind is Kind.ATOM:
            return self._atom(lexeme)
        if lexeme.kind is Kind.HUNDRED:
            return self._hundred(lexeme)
        return lexeme.kind is Kind.SCALE and self._scale(lexeme)

    def _atom(self, lexeme: Lexeme) -> bool:
        value = lexeme.value
        if self._group is None:
            if value >= self._room:
                return False
            self._group = value
        elif 0 < value < self._room:
            self._group += value
        elif self._pairs and not lexeme.ordinal and self._is_pair(value):
            self._group = self._group * 100 + value
        else:
            return False
        if value >= 100:
            self._room = Decimal(100)
        else:
            self._room = Decimal(10) if value >= self._first_ten and value % 10 == 0 else Decimal(0)
        return True

    def _is_pair(self, value: Decimal) -> bool:
        return self._total == 0 and self._group is not None and 1 <= self._group < 100 and 10 <= value < 100

    def _hundred(self, lexeme: Lexeme) -> bool:
        if self._group is None:
            if self._room <= lexeme.value:
                return False
            self._group = lexeme.value
        elif 0 < self._group < 100:
            self._group *= lexeme.value
        else:
            return False
        self._room = Decimal(100)
        return True

    def _scale(self, lexeme: Lexeme) -> bool:
        scale = lexeme.value
        if self._group == 0:
            return False
        if self._group is None:
            total = self._total * scale if self._total else scale
        elif scale < self._top:
            total = self._total + self._group * scale
        else:
            total = (self._total + self._group) * scale
        if total >= LARGEST:
            return False
        self._total, self._group = total, None
        self._room = self._top = scale
        return True


def _composed(line: Line, i: int) -> Numeral | None:
    lexeme = line.lexeme(i)
    assert lexeme is not None
    total = _Sum(line.grammar)
    total.take(lexeme)
    after, last, scales = i + 1, lexeme, _scale_of(lexeme)
    inverted = _inverted(line, i, lexeme)
    if inverted is not None:
        return inverted
    while not (last.ordinal or _is_denominator(line, after - 1)) and after - i < _MOST_WORDS:
        step = _joined(line, after, last, total)
        following = line.lexeme(step)
        if following is None or not total.take(following):
            break
        scales = scales * _scale_of(following) if following.kind is Kind.SCALE else Decimal(1)
        after, last = step + 1, following
    single = after == i + 1
    if single and line.has("bare_never", i):
        return None
    found = Numeral(i, after, total.value, "words", weak=single and line.has("weak", i), scale=scales)
    if last.ordinal:
        if line.grammar.pairs and single and total.value >= 3 and _is_part(line, i):
            return _fraction(found, after, 1 / total.value)
        return replace(found, kind="ordinal", scale=Decimal(1))
    if single and lexeme.plural:
        return scaled(line, _past_of(line, replace(found, kind="some", rule="plural")))
    return _fractioned(line, found) or scaled(line, extended(line, found))


def _inverted(line: Line, i: int, lexeme: Lexeme) -> Numeral | None:
    """Read "тысяч пять" and "миллиона три": about so many."""
    few = line.has("inverted_few", i)
    if lexeme.kind is not Kind.SCALE or not (few or line.has("inverted_scales", i)):
        return None
    if few and not line.has("few", i + 1):
        return None
    part = _plain(line, i + 1)
    if part is None or not 2 <= part[0] < lexeme.value or part[0] >= 1000:
        return None
    return Numeral(i, part[1], lexeme.value * part[0], "words", kind="some", scale=lexeme.value)


def _is_denominator(line: Line, i: int) -> bool:
    """Tell whether the Kazakh numeral has the ablative, which ends a number: жүзден бір is no 101."""
    return line.grammar.language == "kk" and line.has_ending("denominator_endings", i)


def _is_part(line: Line, i: int) -> bool:
    """Tell "a third of the voters", "nearly a third" and "tenth of a gallon" from an ordinal."""
    if not line.has("of", i + 1):
        noun = line.is_word(i + 1) and not line.has("function_words", i + 1)
        measured = line.grammar.before.ending_at(line.tokens, i - 1) or line.has("prepositions", i - 2)
        return not noun and line.has("article", i - 1) and bool(measured)
    at = i + 3 if line.has("article", i + 2) else i + 2
    unit = line.grammar.units.at(line.text, line.tokens, at)
    return line.has("article", i - 1) or (unit is not None and unit[1].kind == "measure")


def _scale_of(lexeme: Lexeme) -> Decimal:
    return lexeme.value if lexeme.kind is Kind.SCALE else Decimal(1)


def _joined(line: Line, i: int, last: Lexeme, total: _Sum) -> int:
    """Return where the next word of the number stands: past "and", or the hyphen of twenty-five."""
    word = line.word(i)
    following = line.lexeme(i + 1)
    if following is None:
        return i
    if word in DASHES and line.tight(i) and line.tight(i + 1):
        joins = total.room == 10 and following.value < 10 and line.grammar.pairs
        return i + 1 if joins or (following.kind is Kind.HUNDRED or following.kind is Kind.SCALE) else i
    if line.grammar.pairs and line.has("and", i) and last.kind in {Kind.HUNDRED, Kind.SCALE}:
        after = line.lexeme(i + 2)
        another = after and (after.kind is Kind.HUNDRED or (after.kind is Kind.SCALE is last.kind))
        if following.kind is Kind.ATOM and following.value < 100 and not another:
            return i + 1
    return i


# ------------------------------------------------------------------------------------------- fractions


def extended(line: Line, found: Numeral) -> Numeral:
    """Add a half or decimals said in words: две с половиной, three point five, пять целых три десятых."""
    i = found.after
    half = line.grammar.phrases["and_half"].at(line.text, line.tokens, i)
    if half:
        return replace(
            found,
            after=i + half[0],
            value=found.value + Decimal("0.5") * found.scale,
            rule="words+half",
            other=None,
        )
    if line.has("point", i):
        return _pointed(line, found)
    if line.has("whole_part", i):
        return _whole_part(line, found)
    if line.grammar.pairs and line.has("and", i):
        return _and_fraction(line, found)
    return found


def _pointed(line: Line, found: Numeral) -> Numeral:
    after, figures = found.after + 1, ""
    while after < len(line.tokens) and len(figures) < _MOST_WORDS:
        token = line.tokens[after]
        lexeme = line.lexeme(after)
        if token.kind == DIGITS:
            figures += token.text
        elif lexeme and lexeme.kind is Kind.ATOM and not lexeme.ordinal:
            figures += str(lexeme.value)
        else:
            break
        after += 1
    if not figures:
        return found
    return replace(
        found, after=after, value=found.value + Decimal("0." + figures), rule="words+point", other=None
    )


def _whole_part(line: Line, found: Numeral) -> Numeral:
    i = found.after + 1
    if line.has("and", i):
        i += 1
    tenth = _denominator(line, i)
    if tenth is not None:
        i += 1
    part = _plain(line, i)
    if part is None:
        return found
    value, after = part
    if tenth is None:
        tenth = line.grammar.tenths.get(line.word(after))
        after += 1
    if tenth is None:
        return found
    return replace(found, after=after, value=found.value + value * tenth, rule="words+point", other=None)


def _plain(line: Line, i: int) -> tuple[Decimal, int] | None:
    """Read a whole number at `i`, in words or digits; return it and the index after it."""
    if i < len(line.tokens) and line.tokens[i].kind == DIGITS:
        return (Decimal(line.word(i)), i + 1) if len(line.word(i)) < 7 else None
    total, after = _Sum(line.grammar), i
    while after - i < _MOST_WORDS:
        lexeme = line.lexeme(after)
        if lexeme is None or lexeme.ordinal or not total.take(lexeme):
            break
        after += 1
    return (total.value, after) if after > i else None


def _fractioned(line: Line, found: Numeral) -> Numeral | None:
    """Read a numerator's denominator: две трети, two-thirds, три десятых, үштен бір."""
    i = found.after
    if line.word(i) in HYPHENS and line.tight(i + 1):
        i += 1
    lexeme = line.lexeme(i)
    if lexeme and lexeme.kind is Kind.FRACTION and found.value < 100:
        return _fraction(found, i + 1, found.value * lexeme.value)
    if lexeme and lexeme.ordinal and lexeme.value >= 3 and found.value < lexeme.value:
        if line.grammar.pairs and found.value == 1:
            return _fraction(found, i + 1, found.value / lexeme.value)
        if line.grammar.has("fraction_endings", line.word(i)[-2:]):
            return _fraction(found, i + 1, found.value / lexeme.value)
    if found.value == 1 and line.has("ratio", i):
        parts = _plain(line, i + 1)
        if parts and 2 <= parts[0] <= _MOST_PARTS:
            return _fraction(found, parts[1], found.value / parts[0])
    under = _denominator(line, found.first) if found.after == found.first + 1 else None
    if under is None:
        return None
    if line.has("ones_of", found.after):
        return _fraction(found, found.after + 1, under)
    over = _plain(line, found.after)
    if over and 0 < over[0] < found.value:
        return _fraction(found, over[1], over[0] / found.value)
    return None


def _fraction(found: Numeral, after: int, value: Decimal) -> Numeral:
    return replace(
        found, after=after, value=value, kind="fraction", rule="fraction", weak=False, scale=Decimal(1)
    )


def _denominator(line: Line, i: int) -> Decimal | None:
    """Return 1/n for a numeral with the ending of a denominator (үштен, оннан)."""
    lexeme = line.lexeme(i)
    if lexeme is None or lexeme.ordinal or not (2 <= lexeme.value <= 10 or lexeme.value in {100, 1000}):
        return None
    return 1 / lexeme.value if line.has_ending("denominator_endings", i) else None


def _and_fraction(line: Line, found: Numeral) -> Numeral:
    """Read one and a quarter, one and two quarters."""
    i = found.after + 1
    over = Decimal(1)
    lexeme = line.lexeme(i)
    if line.has("article", i):
        i += 1
    elif lexeme and lexeme.kind is Kind.ATOM and lexeme.value < 10 and not lexeme.ordinal:
        over, i = lexeme.value, i + 1
    part = line.lexeme(i)
    if part is None or part.kind is not Kind.FRACTION:
        return found
    return replace(found, after=i + 1, value=found.value + over * part.value, rule="words+half", other=None)


# ------------------------------------------------------------------------------------------- compounds


def compound(line: Line, i: int) -> Numeral | None:
    """Read a number and its unit in one word: двухлетний, пятиэтажный."""
    word = line.word(i)
    value, at = Decimal(0), 0
    room = Decimal("Infinity")
    while at < len(word):
        head = _head(line.grammar, word, at, room)
        if head is None:
            break
        value, room = (
            value + head[1],
            head[1] if head[1] < 10 else Decimal(10) if head[1] < 100 else Decimal(100),
        )
        at += len(head[0])
    unit = line.grammar.compounds.get(word[at:]) if at else None
    if unit is None:
        return None
    return Numeral(i, i + 1, value, "compound", unit=unit, unit_text=word[at:])


def _head(grammar: Grammar, word: str, at: int, room: Decimal) -> tuple[str, Decimal] | None:
    for length in range(_LONGEST_HEAD, _SHORTEST_HEAD - 1, -1):
        head = word[at : at + length]
        value = grammar.compound_prefixes.get(head)
        if value is not None and value < room:
            return head, value
    return None
