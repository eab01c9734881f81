"""One number as written, in digits or words or both, without sign, unit or modifier."""

from dataclasses import replace
from decimal import Decimal

from app.suggesters.numbers import digits, words
from app.suggesters.numbers.grammar import Kind
from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.numeral import DASHES, HYPHENS, Numeral
from app.suggesters.numbers.scales import scaled, times
from app.suggesters.numbers.tokens import DIGITS, SIGN, WORD

_POINTS = frozenset(".,")
# 150/230 is a house, 2019/2020 a season; 1/250 and 37/100 are fractions.
_MOST_PARTS, _MOST_OF_MANY = 100, 10


def read(line: Line, i: int) -> Numeral | None:
    """Return the longest number that begins at token `i`, or None."""
    token = line.tokens[i]
    if token.kind == DIGITS:
        found = _digits(line, i)
    elif token.kind == WORD:
        found = _word(line, i)
    else:
        found = None
    return found and _repeated(line, found)


# ------------------------------------------------------------------------------------------ in digits


def _digits(line: Line, i: int) -> Numeral | None:
    written = digits.read(line.text, line.tokens[i].start, line.grammar.comma)
    if written is None:
        return None
    first, value = i, written.value
    if line.word(i - 1) in _POINTS and line.tight(i) and value == int(value) and _opens(line, i - 1):
        first = i - 1
        value = Decimal("0." + line.word(i))
    after = i + 1
    while after < len(line.tokens) and line.tokens[after].start < written.end:
        after += 1
    found = Numeral(first, after, value, "digits", other=written.other, digits=True)
    fraction = _slashed(line, found)
    if fraction is not None:
        return fraction
    return _glued(line, found) if line.tight(after) else scaled(line, words.extended(line, found))


def _opens(line: Line, point: int) -> bool:
    """Tell whether a point begins the number (.77), and ends no word before it."""
    return not line.tight(point) or line.word(point - 1) in DASHES


def _slashed(line: Line, found: Numeral) -> Numeral | None:
    """Read 1/2; a numerator that is no smaller, or two large numbers, say something else (24/7, 150/230)."""
    i = found.after
    if not (
        line.word(i) in {"/", "⁄"}
        and line.tight(i)
        and line.tight(i + 1)
        and line.tokens[i + 1].kind == DIGITS
    ):
        return None
    under = Decimal(line.word(i + 1)) if len(line.word(i + 1)) <= 4 else Decimal(0)
    address = under > _MOST_PARTS and found.value > _MOST_OF_MANY
    if found.value >= under or address or (line.word(i + 2) == "/" and line.tight(i + 2)):
        return replace(found, after=i + 2, kind="none")
    return replace(
        found, after=i + 2, value=found.value / under, rule="fraction", kind="fraction", other=None
    )


def _glued(line: Line, found: Numeral) -> Numeral | None:
    """Read what stands close to the digits: 25-й, 24-летний, 100К, 5bn, 1990s, 2½, 3km."""
    i = found.after
    if line.word(i) in HYPHENS and line.tight(i + 1) and line.is_word(i + 1):
        return _hyphened(line, found)
    if line.word(i) in DASHES or not line.is_word(i):
        return scaled(line, words.extended(line, found))
    grammar, word = line.grammar, line.word(i)
    glued = grammar.glued.get(line.raw(i))
    if glued and not (line.tight(i + 1) and line.is_word(i + 1)) and not _is_generation(found, glued):
        return times(found, i + 1, glued)
    if grammar.language == "en" and grammar.has("decade_suffixes", word) and _is_decade(found):
        return replace(found, after=i + 1, kind="decade", rule="decade")
    lexeme = line.lexeme(i)
    if lexeme and lexeme.kind is Kind.SCALE:
        return scaled(line, found)
    if lexeme and lexeme.kind is Kind.WHOLE and lexeme.value < 1:
        return replace(found, after=i + 1, value=found.value + lexeme.value, rule="digits+fraction")
    millions = grammar.money_glued.get(line.raw(i))
    counted = grammar.units.at(line.text, line.tokens, i + 1) if millions else None
    if millions and counted and counted[1].kind == "count":
        return times(found, i + 1, millions)
    if not glued and grammar.units.at(line.text, line.tokens, i):
        return found
    if grammar.has("ordinal_suffixes", word):
        return replace(found, after=i + 1, kind="ordinal", rule="digits+suffix")
    return replace(found, kind="none")


def _is_generation(found: Numeral, scale: Decimal) -> bool:
    """Tell 5G and 4G from .0012G."""
    return scale >= 10**9 and found.value == int(found.value)


def _is_decade(found: Numeral) -> bool:
    return found.value % 10 == 0 and found.value >= 20 and found.value != 100


def _hyphened(line: Line, found: Numeral) -> Numeral:
    i = found.after + 1
    grammar, word = line.grammar, line.word(i)
    unit = grammar.compounds.get(word)
    if unit is not None:
        after = i + 1
        if line.word(after) in HYPHENS and line.has("old", after + 1):
            after += 2
        return replace(found, after=after, rule="compound", unit=unit, unit_text=line.raw(i))
    if grammar.has("decade_suffixes", word) and _is_decade(found):
        return replace(found, after=i + 1, kind="decade", rule="decade")
    if grammar.has("ordinal_suffixes", word):
        return replace(found, after=i + 1, kind="ordinal", rule="digits+suffix")
    if grammar.has("cardinal_suffixes", word):
        return scaled(line, replace(found, after=i + 1, rule="digits+suffix"))
    if grammar.has("approximate_suffixes", word):
        return replace(found, after=i + 1, kind="some", rule="digits+suffix")
    if line.lexeme(i):
        return found
    if grammar.has("identifiers_after", word):
        return replace(found, kind="numbered")
    if grammar.language == "kk" and grammar.has("nouns", word):
        return _numbering(line, found, i)
    named = grammar.units.at(line.text, line.tokens, i)
    if named is not None:
        end = line.tokens[i + named[0] - 1].end
        text = line.text[line.tokens[i].start : end]
        return replace(found, after=i + named[0], rule="compound", unit=named[1], unit_text=text)
    return replace(found, after=i + 1, kind="code") if line.raw(i)[:1].isupper() else found


def _numbering(line: Line, found: Numeral, i: int) -> Numeral:
    """Read the ordinal of "2-орын", whose noun is token `i`."""
    unit = line.grammar.units.at(line.text, line.tokens, i)
    return replace(
        found, kind="ordinal", unit=unit[1] if unit else None, unit_text=line.raw(i) if unit else ""
    )


# ------------------------------------------------------------------------------------------- in words


def _word(line: Line, i: int) -> Numeral | None:
    half = line.grammar.half_words.get(line.word(i))
    if half is not None:
        return Numeral(i, i + 1, Decimal("0.5"), "compound", unit=half, unit_text=line.raw(i))
    if line.has("article", i):
        return _article(line, i)
    if line.has("point", i):
        nought = words.extended(line, Numeral(i, i, Decimal(0), "words", weak=True))
        return nought if nought.after > i else None
    return words.read(line, i) or words.compound(line, i)


def _article(line: Line, i: int) -> Numeral | None:
    """Read "an" of "an hour and a half" as one; whether it counts is for the context to say."""
    unit = None if line.lexeme(i + 1) else line.grammar.units.at(line.text, line.tokens, i + 1)
    if unit is None or unit[1].kind == "count":
        return None
    return Numeral(i, i + 1, Decimal(1), "words", weak=True)


def _repeated(line: Line, found: Numeral) -> Numeral:
    """Take in the same number in brackets: forty-five (45)."""
    i = found.after
    if line.word(i) != "(" or i + 2 >= len(line.tokens):
        return found
    inner = i + 1
    if line.tokens[inner].kind == SIGN:
        return found
    again = _digits(line, inner) if line.tokens[inner].kind == DIGITS else _word(line, inner)
    if (
        again
        and again.value == found.value
        and again.digits != found.digits
        and line.word(again.after) == ")"
    ):
        return replace(found, after=again.after + 1)
    return found
