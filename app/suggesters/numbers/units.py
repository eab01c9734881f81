"""What a number counts or measures: the unit after it, or the counted noun before it."""

import re
from typing import NamedTuple

from app.suggesters.numbers.grammar import Unit
from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.numeral import HYPHENS, Numeral
from app.suggesters.numbers.tokens import DIGITS, WORD

# Adjectives between a number and what it counts: 30 новых уличных камер.
_MOST_ADJECTIVES = 2
_RUSSIAN_ADJECTIVE = re.compile(
    r".{2,}(?:ых|их|ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ую|юю|ыми|ими|ым|им)"
)
# Verbs and participles after a number are not what it counts.
_NO_NOUN = re.compile(
    r".*(?:ть|ться|л|ла|ло|ли|лся|лась|лось|лись|ет|ют|ит|ят|ется|ются|но|но|но-то|(?:ова|ва|ле|ще|не|ше)ны|ing|ed|ly)"
)
# How far back "число новых фонарей на улицах района – почти 40" may begin.
_HEAD_REACH = 22
# Where looking back for a head ends; another number ends it too.
_STOPS = frozenset(".!?;(")
# How far back an open quotation is looked for.
_QUOTE_REACH = 100


class Named(NamedTuple):
    """A unit as it stands in the text; `unit` is None for a noun that is in no table."""

    unit: Unit | None
    text: str
    first: int
    after: int
    hyphenated: bool = False
    inverted: bool = False


def following(line: Line, i: int, numeral: Numeral) -> Named | None:
    """Return the unit of `numeral` that begins at token `i` or a few words on."""
    collective = line.grammar.has("collective_endings", line.word(numeral.after - 1)[-3:])
    if numeral.kind == "decade" or (collective and line.grammar.language == "kk"):
        return None
    direct = _direct(line, i, numeral)
    if direct:
        return direct
    at = _past_small_words(line, i, numeral)
    if at != i:
        direct = _direct(line, at, numeral)
        if direct:
            return direct
    if line.word(at) in HYPHENS or (at < len(line.tokens) and line.tokens[at].kind != WORD):
        return None
    return _past_adjectives(line, at, numeral) or (_unknown(line, at, numeral) if at == i else None)


def _direct(line: Line, i: int, numeral: Numeral) -> Named | None:
    if line.word(i) in HYPHENS and line.tight(i) and line.tight(i + 1) and not numeral.digits:
        unit = line.grammar.compounds.get(line.word(i + 1))
        if unit is not None:
            after = i + 4 if line.word(i + 2) in HYPHENS and line.has("old", i + 3) else i + 2
            return Named(unit, line.raw(i + 1), i + 1, after, hyphenated=True)
        at = line.grammar.units.at(line.text, line.tokens, i + 1) if numeral.kind == "fraction" else None
        if at:
            return Named(at[1], _text(line, i + 1, i + 1 + at[0]), i + 1, i + 1 + at[0], hyphenated=True)
        return None
    found = line.grammar.units.at(line.text, line.tokens, i)
    if found is None or not _fits(line, i, found[0], numeral):
        return None
    count, unit = found
    count -= _ends_sentence(line, i, count)
    if unit.name == "GBP" and _is_mass(line, i, count, numeral):
        unit = line.grammar.mass_pound
    return Named(unit, _text(line, i, i + count), i, i + count)


def _ends_sentence(line: Line, i: int, count: int) -> bool:
    """Tell whether the full stop after an abbreviation is the sentence's: 3,5 кг. Рыбу отпустили."""
    last = i + count
    if count != 2 or line.word(last - 1) != ".":
        return False
    return last == len(line.tokens) or line.raw(last)[:1].isupper()


def _text(line: Line, first: int, after: int) -> str:
    return line.text[line.tokens[first].start : line.tokens[after - 1].end]


def _fits(line: Line, i: int, count: int, numeral: Numeral) -> bool:
    """Refuse what is spelled like a unit and is none here."""
    last = i + count == len(line.tokens)
    if line.has("at_end", i) and count == 1:
        return last or not (line.is_word(i + 1) or line.tokens[i + 1].kind == 0)
    if count == 1 and len(line.word(i)) == 1 and line.is_word(i):
        if line.tight(i + 1) and not last and line.word(i + 1) in {"-", "'", "’"}:
            return False
        return numeral.kind != "ordinal"
    if line.word(i) in {'"', "”", "'", "''", "″", "′"}:
        return line.tight(i) and numeral.digits and _not_quoted(line, i)
    return True


def _not_quoted(line: Line, i: int) -> bool:
    """Tell whether the inch or foot mark at `i` closes no quotation."""
    opened = sum(line.word(k) in {'"', "“", "'"} for k in range(max(0, i - _QUOTE_REACH), i))
    return opened % 2 == 0


def _is_mass(line: Line, i: int, count: int, numeral: Numeral) -> bool:
    return line.has("of", i + count) or (line.has("article", numeral.first) and line.word(i) == "pound")


def _past_small_words(line: Line, i: int, numeral: Numeral) -> int:
    """Step over "of", an article after a fraction, and "more", "full"."""
    at = i
    partial = numeral.kind in {"some", "fraction", "ordinal"} or numeral.weak or numeral.scale == 12
    if partial and line.has("of", at):
        at += 1
    if (partial or numeral.kind == "fraction") and (line.has("article", at) or line.word(at) == "the"):
        at += 1
    while line.has("skipped", at) and at - i < _MOST_ADJECTIVES + 1:
        at += 1
    return at


def _past_adjectives(line: Line, i: int, numeral: Numeral) -> Named | None:
    at = i
    while at - i < _MOST_ADJECTIVES and line.is_word(at) and _may_stand_between(line, at):
        at += 1
        found = line.grammar.units.at(line.text, line.tokens, at)
        if found and _fits(line, at, found[0], numeral) and len(line.word(at)) > 1:
            unit = found[1]
            if unit.kind == "count" or line.grammar.language == "ru":
                return Named(unit, _text(line, at, at + found[0]), at, at + found[0])
    return None


def _may_stand_between(line: Line, i: int) -> bool:
    word = line.word(i)
    if line.has("function_words", i) or line.lexeme(i) or line.grammar.months.get(word):
        return False
    if "а" <= word[:1] <= "я" and line.grammar.language == "ru":
        return _RUSSIAN_ADJECTIVE.fullmatch(word) is not None
    return line.raw(i)[:1].islower() or line.grammar.language == "en"


def _unknown(line: Line, i: int, numeral: Numeral) -> Named | None:
    """Take a noun that is in no table as it stands."""
    if numeral.kind not in {"cardinal", "some"} or numeral.weak or line.tight(i):
        return None
    at = i
    while at - i < _MOST_ADJECTIVES and _is_adjective(line, at) and _is_noun(line, at + 1):
        at += 1
    if not _is_noun(line, at):
        return None
    return Named(None, line.raw(at), at, at + 1)


def _is_adjective(line: Line, i: int) -> bool:
    return line.grammar.language == "ru" and _RUSSIAN_ADJECTIVE.fullmatch(line.word(i)) is not None


def _is_noun(line: Line, i: int) -> bool:
    """Tell whether the word may be a counted noun: lower case, no function word, no verb."""
    word = line.word(i)
    if not line.is_word(i) or len(word) < 3 or not line.raw(i).islower() or line.has("function_words", i):
        return False
    grammar = line.grammar
    if word in grammar.lexemes or grammar.months.get(word) or grammar.language == "kk":
        return False
    if grammar.language == "en":
        return word.endswith("s") and not word.endswith("ss")
    return _NO_NOUN.fullmatch(word) is None and _RUSSIAN_ADJECTIVE.fullmatch(word) is None


def behind(line: Line, end: int, floor: int, numeral: Numeral) -> Named | None:
    """Return the counted noun before token `end`: "человек тридцать", "число камер ... – около 30"."""
    at = end - 2 if line.has("inverted_by", end - 1) else end - 1
    few = line.has("few", numeral.first) and not line.has("period_parts", at - 1)
    inverted = line.has("inverted", at) or (few and line.has("inverted_few", at))
    if at >= floor and inverted and not (at > 0 and line.tokens[at - 1].kind == DIGITS):
        unit = line.grammar.units.at(line.text, line.tokens, at)
        if unit and unit[0] == 1 and not line.lexeme(at - 1):
            return Named(unit[1], line.raw(at), at, at + 1, inverted=True)
    return _after_head(line, end)


def _after_head(line: Line, end: int) -> Named | None:
    for i in range(end - 1, max(-1, end - _HEAD_REACH), -1):
        if line.word(i) in _STOPS and not line.tight(i + 1):
            return None
        if line.tokens[i].kind == DIGITS or line.lexeme(i):
            return None
        if line.has("amount_tails", i):
            return _before_tail(line, i)
        if line.has("people_heads", i):
            return Named(line.grammar.person, "", i, i)
        if line.has("amount_heads", i):
            return _first_counted(line, i + 1, end)
    return None


def _first_counted(line: Line, first: int, end: int) -> Named | None:
    for i in range(first, min(end, first + 5)):
        unit = line.grammar.units.at(line.text, line.tokens, i)
        if unit and unit[1].kind == "count" and len(line.word(i)) > 2:
            return Named(unit[1], _text(line, i, i + unit[0]), i, i + unit[0])
    for i in range(first, min(end, first + 3)):
        if _is_noun(line, i):
            return Named(None, line.raw(i), i, i + 1)
    return None


def _before_tail(line: Line, i: int) -> Named | None:
    unit = line.grammar.units.at(line.text, line.tokens, i - 1) if i else None
    if unit and unit[1].kind == "count" and unit[0] == 1:
        return Named(unit[1], line.raw(i - 1), i - 1, i)
    return None
