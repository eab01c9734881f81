"""Where digits and number words are no quantities: addresses, phones, ids, scores, idioms."""

import re
from collections.abc import Iterator

from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.numeral import HYPHENS
from app.suggesters.numbers.quantities import Quantity
from app.suggesters.numbers.tokens import DIGITS, SIGN

# What is stepped over whole. Every alternative begins with something rare and looks at a bounded stretch.
_MASKED = re.compile(
    r"""
      (?:https?://|www\.|t\.me/)[^\s<>"«»]{1,2000}
    | (?<![\w@.-])[a-z0-9](?:[a-z0-9-]{0,62}\.){1,4}
      (?:ru|kz|com|org|net|info|uk|eu|edu|gov|io|su|by|uz|kg|me|tv)\b
      (?:/[^\s<>"«»]{0,2000})?
    | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,4}
    | [@\#]\w{1,64}
    # Phones: +7 701 123-45-67, 8 (701) 123 45 67, 123-45-67.
    | (?<![\w+])\+[0-9]{1,3}[\s\u00a0-]?\(?[0-9]{1,5}\)?(?:[\s\u00a0-]?[0-9]{2,4}){2,4}(?![0-9])
    | (?<![\w+])[78][\s\u00a0-]?\([0-9]{3,5}\)[\s\u00a0-]?[0-9]{1,3}(?:[\s\u00a0-]?[0-9]{2,3}){1,3}(?![0-9])
    | (?<![\w+])[78][\s\u00a0-][0-9]{3}[\s\u00a0-][0-9]{3}[\s\u00a0-][0-9]{2}[\s\u00a0-][0-9]{2}(?![0-9])
    | (?<![\w-])[0-9]{2,3}-[0-9]{2}-[0-9]{2}(?![\w-])
    | (?<![\w.,])[78]7[0-9]{9}(?!\w)
    # Clock times, scores, ratios, and versions and addresses of four parts.
    | (?<![\w:])[0-9]{1,3}:[0-9]{1,3}(?::[0-9]{2})?(?![\w:])
    | (?<![\w.])[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}(?![\w.])
    | (?<![\w.])[0-9]{1,2}\.[0-9]{1,2}\.[0-9](?![\w])
    """,
    re.VERBOSE,
)
_MAY_MASK = re.compile(
    r"[:@#+/]|www\.|[0-9]-[0-9]|[0-9]\)|\.[a-z]{2}|[0-9]\.[0-9]|[78](?:[ \u00a0]|7[0-9])[0-9]{3}"
)


def masked(line: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `line`, which begins at `start` of the text, that hold no quantities."""
    if _MAY_MASK.search(line):
        for match in _MASKED.finditer(line):
            yield start + match.start(), start + match.end()


# "ул. Абая, 15": how many tokens after its street a house number stands.
_STREET_REACH = 5
# 18.30 after a preposition, no unit following.
_POINTED_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]")
_HOURS = 24
# 050000 and 0000123 are codes; 007 and 0033 may be counts.
_PLAIN_NOUGHTS = 4
# Longer lists are not numbered by hand.
_MOST_ITEMS = 100
# A number in words with all its units has fewer tokens; longer lines are not looked through.
_MOST_ALONE = 60


def attached(line: Line, i: int) -> bool:
    """Tell whether the digits at token `i` belong to a name: A320, COVID-19, Ту-154."""
    if not line.tight(i):
        return False
    before = i - 1
    if line.is_word(before):
        return not _is_currency(line, before)
    hyphened = line.word(before) in HYPHENS and line.tight(before) and line.is_word(before - 1)
    return (hyphened and line.lexeme(before - 1) is None) or line.word(before) == "_"


def _is_currency(line: Line, i: int) -> bool:
    unit = line.grammar.units.at(line.text, line.tokens, i)
    return unit is not None and unit[0] == 1 and unit[1].kind == "money"


def is_identifier(line: Line, found: Quantity) -> bool:
    """Tell whether the number names one thing: № 5, статья 12, Article 5, 123-ФЗ, 12-бап."""
    if found.numeral.kind == "numbered":
        return True
    i = found.first - 1
    if line.word(i) == ":" and line.has("identifiers", i - 1):
        i -= 1
    if line.word(i) == "." and line.tight(i):
        i -= 1
        if line.grammar.has("identifiers", line.word(i) + "."):
            return True
    written = line.text[line.tokens[found.first].start : line.tokens[found.after - 1].end]
    if written.isdigit() and written.startswith("0") and len(written) > _PLAIN_NOUGHTS:
        return True
    if len(line.word(i)) == 1 and i > 0 and line.tokens[i - 1].kind == DIGITS:
        # "5 ч. 30" is a time, "ч. 2 ст. 105" a part.
        return False
    product = line.grammar.language != "en" and line.is_word(i) and line.raw(i).isascii()
    if not (product or line.has("identifiers", i) or _is_address(line, found)) or found.numeral.kind not in {
        "cardinal",
        "code",
    }:
        return False
    strong = line.has("identifier_strong", i) and line.word(i + 1) != ":"
    bare = not found.unit_text or line.grammar.has("identifiers", found.unit_text.lower())
    return strong or (found.unit is None and bare and found.modifier == "EXACT")


def _is_address(line: Line, found: Quantity) -> bool:
    """Tell whether the digits are a house of a street: ул. Абая, 15; Абай көшесі, 15."""
    if not found.numeral.digits:
        return False
    comma = found.first - 1
    return line.word(comma) == "," and any(
        line.has("streets", k) for k in range(max(0, comma - _STREET_REACH), comma)
    )


def after_identifier(line: Line, found: Quantity) -> int:
    """Return the token after an identifier and what hangs on it: 737-800, 12/3."""
    return past_name(line, found.after)


def past_name(line: Line, i: int) -> int:
    """Return the token after what hangs on a name that ends before token `i`."""
    while line.word(i) in {"-", "/"} and line.tight(i) and line.tight(i + 1):
        i += 2
    return i


def is_list_marker(line: Line, found: Quantity) -> bool:
    """Tell whether the number begins a line as "6. Наконец" or "2) Also" does."""
    i = found.after
    if found.first != 0 or line.word(i) not in {".", ")"} or not line.tight(i) or not line.is_word(i + 1):
        return False
    return found.value < _MOST_ITEMS and not line.tight(i + 1) and found.numeral.rule == "digits"


def is_score(line: Line, found: Quantity) -> bool:
    """Tell whether "2-1" is a score: what follows is no larger, or the words say so."""
    i = found.after
    if line.word(i) not in {"-", "–", ":", "—"} or not (line.tight(i) and line.tight(i + 1)):
        return False
    if not found.numeral.digits or line.tokens[i + 1].kind != DIGITS or len(line.word(i + 1)) > 3:
        return False
    falling = found.value >= int(line.word(i + 1)) and found.value < 200
    return falling or any(line.has("scores", k) for k in range(max(0, found.first - 4), found.first))


def is_clock(line: Line, found: Quantity) -> bool:
    """Tell whether "5 часов утра", "в 18.30" or "сағат 15-те" is a time of day."""
    if found.unit is None and not found.unit_text and (_is_pointed(line, found) or _is_headed(line, found)):
        return True
    clock = line.grammar.phrases["clock_words"]
    if (
        found.unit is not None
        and found.unit.name == "hour"
        and clock.at(line.text, line.tokens, found.beyond)
    ):
        return True
    return line.grammar.language == "en" and clock.at(line.text, line.tokens, found.numeral.after) is not None


def _is_pointed(line: Line, found: Quantity) -> bool:
    numeral = found.numeral
    written = line.text[line.tokens[numeral.first].start : line.tokens[numeral.after - 1].end]
    return line.has("clock_before", numeral.first - 1) and _POINTED_CLOCK.fullmatch(written) is not None


def _is_headed(line: Line, found: Quantity) -> bool:
    return line.has("clock_heads", found.first - 1) and 0 <= found.value <= _HOURS


def is_idiom(line: Line, found: Quantity, alone: bool) -> bool:
    """Tell whether "один из", "третьим лицам" or a bare "first" says no number.

    `alone` tells that the line holds nothing else: then a bare ordinal is one.
    """
    numeral = found.numeral
    if numeral.kind == "ordinal" and not numeral.digits:
        at = found.after
        if line.word(at) in HYPHENS and line.tight(at):
            at += 1
        return line.has("idioms", at) or (not alone and _is_idle_ordinal(line, found, at))
    if numeral.kind == "fraction" and line.has("rounds", numeral.after):
        return True
    if numeral.kind == "fraction" and numeral.rule == "fraction" and not numeral.digits:
        before = line.lexeme(numeral.first - 1)
        hour = line.lexeme(found.after)
        return (before is not None and before.ordinal) or (hour is not None and hour.ordinal)
    if numeral.value != 1 or numeral.digits:
        return False
    return line.has("one_of", found.after) or (numeral.weak and line.has("denied", numeral.first - 1))


def _is_idle_ordinal(line: Line, found: Quantity, at: int) -> bool:
    if found.after - found.numeral.first > 1 or found.numeral.value > 20:
        return False
    if found.numeral.rule == "roman" or line.has("determined", found.first - 1) or line.has("ranked", at + 1):
        return False
    if line.has("nouns", at) or (line.has("nouns", at + 1) and line.is_word(at)):
        return False
    if found.numeral.value <= 2:
        determined = (
            line.has("determiners", found.first - 1)
            and line.is_word(at)
            and not line.has("function_words", at)
        )
        return not determined
    return not line.is_word(at) or line.has("function_words", at) or not line.raw(at)[0].islower()


def holds(line: Line, found: Quantity) -> bool:
    """Tell whether a weak number word has what makes it a number: a unit, or nothing else in the line."""
    numeral = found.numeral
    if not numeral.weak:
        return True
    if alone(line, found):
        return True
    if line.has("article", numeral.first):
        return found.after > numeral.after
    if line.has("isolated_only", numeral.first):
        return False
    if line.grammar.language == "kk":
        return found.unit is not None and not line.has("vague", found.numeral.after)
    return found.unit is not None


def alone(line: Line, found: Quantity) -> bool:
    """Tell whether the line holds nothing but this number, its unit and its modifiers."""
    tokens = line.tokens
    if len(tokens) > _MOST_ALONE:
        return False
    outside = (*range(found.start), *range(found.beyond, len(tokens)))
    return all(tokens[k].kind == SIGN or line.has("article", k) or line.has("of", k) for k in outside)
