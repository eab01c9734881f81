"""Dates and years, told from counts.

A date is its whole expression (day, month, year) with the word "года". Its value is the year, or the day
of the month where no year is named; it has no unit.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.suggesters.numbers import numerals, units
from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.modifiers import modifier_before
from app.suggesters.numbers.numeral import DASHES, HYPHENS, Numeral
from app.suggesters.numbers.tokens import DIGITS

# 04.07.2023, 4/7/23, 2023-07-04 (with a time after it).
_NUMERIC = re.compile(
    r"(?<![0-9])(?:(?:[0-2]?[0-9]|3[01])([./-])(?:[0-2]?[0-9]|3[01])\1(?P<end>[12][0-9]{3}|[0-9]{2})"
    r"|(?P<start>[12][0-9]{3})([./-])[01][0-9]\4[0-3][0-9])(?![0-9]|[.,/-][0-9])"
)
# 80–90-е, 1980-1990-х.
_DECADES = re.compile(
    r"([2-9]0|(?:1[0-9]|20)[0-9]0)(?:-[ех])?[ ]?[-–—][ ]?([2-9]0|(?:1[0-9]|20)[0-9]0)-[ех](?!\w)"
)
# Any year a newspaper speaks of, and the years that need no "год" beside them.
_YEARS = (1000, 2200)
_BARE_YEARS = (1900, 2100)
_MOST_LISTED = 8
_LAST_DAY = 31
# Endings of a Kazakh numeral that belongs to the word before it: бесі, он тоғызында, алтысына.
_OWN = ("ы", "і", "ын", "ін", "ында", "інде", "ына", "іне", "ынан", "інен")
_NOT_OWN = frozenset({"екі", "алты", "жеті"})
# двадцатые годы, тоқсаныншы жылдар
_TENS = frozenset(range(20, 100, 10))


@dataclass(frozen=True, slots=True)
class Date:
    """A date; indices are of tokens, `after` and `beyond` exclusive."""

    first: int
    after: int
    beyond: int
    rule: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit_text: str = ""


def read(line: Line, i: int, floor: int) -> Date | None:
    """Return the date whose first number is token `i`, or None."""
    if line.tokens[i].kind == DIGITS:
        if line.tight(i) and line.is_word(i - 1):
            return None
        found = (
            _numeric(line, i)
            or _decades(line, i)
            or _kazakh_of_month(line, i, floor)
            or _day(line, i)
            or _after_month(line, i, floor)
        )
        return found or _year(line, i, floor)
    return _worded(line, i) or _kazakh_of_month(line, i, floor)


def _numeric(line: Line, i: int) -> Date | None:
    match = _NUMERIC.match(line.text, line.tokens[i].start)
    if match is None:
        return None
    year = int(match["start"] or match["end"])
    after = i
    while after < len(line.tokens) and line.tokens[after].start < match.end():
        after += 1
    return Date(i, after, after, "date", Decimal(year + 2000 if year < 100 else year))


def _decades(line: Line, i: int) -> Date | None:
    match = _DECADES.match(line.text, line.tokens[i].start) if line.grammar.language == "ru" else None
    if match is None or int(match[1]) >= int(match[2]):
        return None
    after = i
    while after < len(line.tokens) and line.tokens[after].start < match.end():
        after += 1
    low, high, named = Decimal(match[1]), Decimal(match[2]), line.has("year_words", after)
    text = line.raw(after) if named else ""
    return Date(i, after, _past_year_word(line, after), "date range", low=low, high=high, unit_text=text)


def _day(line: Line, i: int) -> Date | None:
    """Read 4 июля 2023, 5–10 июля, 4th of July."""
    days = _days(line, i)
    if days is None:
        return None
    low, high, at = days
    if high is None and _listed_day(line, at):
        return Date(i, at, at, "date", low)
    first = (
        i - 1 if high is not None and line.word(i + 1) not in DASHES and line.has("range_from", i - 1) else i
    )
    hyphened = line.grammar.language == "kk" and line.word(at) in HYPHENS and line.tight(at + 1)
    if line.has("of", at) or hyphened:
        at += 1
    if not _is_named_month(line, at):
        return None
    after = at + 1
    comma = after + 1 if line.word(after) == "," and line.grammar.language == "en" else after
    year = _year_at(line, comma)
    if year is not None and not _follows_count(line, comma + 1):
        return Date(first, comma + 1, _past_year_word(line, comma + 1), "date", year)
    if high is not None:
        return Date(first, after, after, "date range", low=low, high=high)
    return Date(first, after, after, "date", low)


def _listed_day(line: Line, i: int) -> bool:
    """Tell whether other days and then the month follow: 18, 23 и 26 января."""
    for _ in range(_MOST_LISTED):
        if not (line.word(i) == "," or line.has("coordination", i)) or _day_at(line, i + 1) is None:
            return False
        i = _past_suffix(line, i + 2)
        if _is_named_month(line, i):
            return True
    return False


def _follows_count(line: Line, i: int) -> bool:
    unit = line.grammar.units.at(line.text, line.tokens, i)
    return unit is not None and not line.has("year_words", i)


def _days(line: Line, i: int) -> tuple[Decimal, Decimal | None, int] | None:
    """Return the day, the last day of a range, and the index after both."""
    low = _day_at(line, i)
    if low is None:
        return None
    at = _past_suffix(line, i + 1)
    dash = line.word(at) in DASHES or line.has("range_to", at)
    if dash and at + 1 < len(line.tokens):
        high = _day_at(line, at + 1)
        if high is not None and high > low:
            return low, high, _past_suffix(line, at + 2)
    return low, None, at


def _day_at(line: Line, i: int) -> Decimal | None:
    word = line.word(i)
    if not (0 < len(word) <= 2 and word.isascii() and word.isdigit()):
        return None
    return Decimal(word) if 1 <= int(word) <= 31 else None


def _past_suffix(line: Line, i: int) -> int:
    if line.tight(i) and line.has("ordinal_suffixes", i):
        return i + 1
    if line.word(i) == "-" and line.tight(i) and line.tight(i + 1) and line.has("ordinal_suffixes", i + 1):
        return i + 2
    return i


def _after_month(line: Line, i: int, floor: int) -> Date | None:
    """Read July 4, 2023 and Jan. 5; the month was passed by already."""
    month = i - 2 if line.word(i - 1) == "." else i - 1
    if line.grammar.language != "en" or month < floor or not line.grammar.months.get(line.word(month)):
        return None
    if not line.raw(month)[0].isupper():
        return None
    days = _days(line, i)
    if days is None:
        return None
    low, high, after = days
    year = _year_at(line, after + 1) if line.word(after) == "," else None
    if year is not None:
        return Date(month, after + 2, after + 2, "date", year)
    if _follows_count(line, after) and line.tight(after):
        return None
    if high is not None:
        return Date(month, after, after, "date range", low=low, high=high)
    return Date(month, after, after, "date", low)


def _year_at(line: Line, i: int) -> Decimal | None:
    word = line.word(i)
    if len(word) != 4 or not (word.isascii() and word.isdigit()) or not _YEARS[0] <= int(word) <= _YEARS[1]:
        return None
    glued = line.tight(i + 1) and (line.is_word(i + 1) or line.word(i + 1) in {"%", "$", "€"})
    # 2020г. is a year, 1500г of flour is none.
    if glued and not (line.has("year_words", i + 1) and _BARE_YEARS[0] <= int(word) < _BARE_YEARS[1]):
        return None
    if (
        line.tight(i + 1)
        and line.tight(i + 2)
        and line.word(i + 1) in ".,:/"
        and line.tokens[i + 2].kind == DIGITS
    ):
        return None
    return Decimal(word)


def _past_year_word(line: Line, i: int) -> int:
    if not line.has("year_words", i):
        return i
    after = i + 1
    while line.word(after) == "." and line.tight(after) and len(line.word(after - 1)) <= 2:
        after += 2 if line.tight(after + 1) and line.word(after + 1) == "г" else 1
    return after


def _year(line: Line, i: int, floor: int) -> Date | None:
    year = _year_at(line, i)
    if year is None:
        return _season(line, i) or _short_year(line, i)
    after = _past_suffix(line, i + 1)
    suffixed = after > i + 1
    if line.word(after) == "-" and line.has("year_words", after + 1) and line.tight(after + 1):
        return Date(i, after, after + 2, "year", year, unit_text=line.raw(after + 1))
    if line.has("year_words", after):
        beyond = _past_year_word(line, after)
        return (
            _kazakh_day(line, i, beyond, year)
            or _until(line, i, beyond, year)
            or Date(i, after, beyond, "year", year, unit_text=line.raw(after))
        )
    last = _year_range(line, i, after)
    if last is not None:
        return last
    if _listed(line, after):
        return Date(i, after, after, "year", year)
    if suffixed:
        return Date(i, after, after, "year", year) if _BARE_YEARS[0] <= year < _BARE_YEARS[1] else None
    return Date(i, after, after, "bare year", year) if _bare(line, i, floor) else None


def _kazakh_of_month(line: Line, i: int, floor: int) -> Date | None:
    """Read тамыздың 19-ы and наурыздың жиырма бесі: the month is in the genitive, the day is its own."""
    month = i - 1
    if line.grammar.language != "kk" or month < floor or not line.grammar.months.get(line.word(month)):
        return None
    found = numerals.read(line, i) if line.word(month).endswith(("ың", "ің")) else None
    if found is None or found.kind != "cardinal" or not 1 <= found.value <= _LAST_DAY:
        return None
    last = line.word(found.after - 1)
    own = found.rule == "digits+suffix" or (last.endswith(_OWN) and last not in _NOT_OWN)
    return Date(month, found.after, found.after, "date", found.value) if own else None


def _season(line: Line, i: int) -> Date | None:
    """Read 2019/2020 and 2019/20: a year and the next."""
    low, high = line.word(i), line.word(i + 2)
    if line.word(i + 1) != "/" or not (line.tight(i + 1) and line.tight(i + 2)) or line.tight(i + 3):
        return None
    if len(low) != 4 or not _BARE_YEARS[0] <= int(low) < _BARE_YEARS[1] or len(high) not in {2, 4}:
        return None
    following = str(int(low) + 1)
    if high not in {following, following[2:]}:
        return None
    return Date(i, i + 3, i + 3, "year range", low=Decimal(low), high=Decimal(following))


def _until(line: Line, i: int, at: int, low: Decimal) -> Date | None:
    """Read 2020 жылдан 2022 жылға дейін and с 2020 года по 2022 год."""
    kazakh = line.grammar.language == "kk" and line.has_ending("denominator_endings", at - 1)
    opened = line.has("range_from", i - 1) and line.has("range_to", at)
    if not (kazakh or opened):
        return None
    second = at + 1 if opened else at
    high = _year_at(line, second) if second < len(line.tokens) else None
    if high is None or high <= low or not line.has("year_words", second + 1):
        return None
    if kazakh and line.word(second + 2) not in {"дейін", "дейінгі"}:
        return None
    first = i - 1 if opened else i
    beyond = _past_year_word(line, second + 1)
    return Date(first, second + 1, beyond, "year range", low=low, high=high, unit_text=line.raw(second + 1))


def _kazakh_decade(line: Line, i: int) -> Date | None:
    """Read 90-жылдары."""
    if not (line.word(i + 1) in HYPHENS and line.tight(i + 1) and line.tight(i + 2)):
        return None
    word = line.word(i)
    if len(word) != 2 or word[1] != "0" or word[0] == "0" or not line.has("year_words", i + 2):
        return None
    return Date(i, i + 1, i + 3, "decade", Decimal(word), unit_text=line.raw(i + 2))


def _short_year(line: Line, i: int) -> Date | None:
    """Read 37 год, в 45-м году, 3797 год: the noun is in a form that no count of years has."""
    if line.grammar.language == "kk":
        return _kazakh_decade(line, i)
    word, after = line.word(i), _past_suffix(line, i + 1)
    if line.grammar.language != "ru" or not 2 <= len(word) <= 4 or word.startswith("0"):
        return None
    counted = line.tokens[i].tight and line.word(i - 1) in {",", "."}
    last = int(word) % 10 if int(word) % 100 not in range(11, 15) else 0
    singular = {"год": last != 1, "году": True, "года": last not in {1, 2, 3, 4}}.get(line.word(after), False)
    if counted or not singular:
        return None
    return Date(i, after, after + 1, "year", Decimal(word), unit_text=line.raw(after))


def _kazakh_day(line: Line, i: int, at: int, year: Decimal) -> Date | None:
    """Read 2023 жылғы 4 шілде."""
    if line.grammar.language != "kk" or at >= len(line.tokens) or _day_at(line, at) is None:
        return None
    if not line.grammar.months.get(line.word(at + 1)):
        return None
    return Date(i, at + 2, at + 2, "date", year)


def _year_range(line: Line, i: int, after: int) -> Date | None:
    """Read 2019–2021 годы, с 2019 по 2021 год, from 2019 to 2021."""
    opened = line.has("range_from", i - 1) or line.has("range_between", i - 1)
    dash = line.word(after) in DASHES
    joined = opened and (line.has("range_to", after) or line.has("range_and", after))
    high = _year_at(line, after + 1) if dash or joined else None
    low = _year_at(line, i)
    if dash and high is None and len(line.word(after + 1)) == 2 and line.word(after + 1).isdigit() and low:
        short = low - low % 100 + Decimal(line.word(after + 1))
        high = short if line.tight(after) and line.tight(after + 1) and short == low + 1 else None
    if high is None or low is None or high <= low:
        return None
    end = _past_suffix(line, after + 2)
    named = line.has("year_words", end)
    counted = _follows_count(line, end) and not line.has("seasons", i - 1)
    bare = _BARE_YEARS[0] <= low and high < _BARE_YEARS[1] and not counted
    if not (named or bare):
        return None
    text = line.raw(end) if named else ""
    first = i - 1 if joined else i
    return Date(first, end, _past_year_word(line, end), "year range", low=low, high=high, unit_text=text)


def _listed(line: Line, i: int) -> bool:
    """Tell whether other years and then "годах" follow: в 2019, 2020 и 2021 годах."""
    for _ in range(_MOST_LISTED):
        if not (line.word(i) == "," or line.has("coordination", i)) or _year_at(line, i + 1) is None:
            return False
        i = _past_suffix(line, i + 2)
        if line.has("year_words", i):
            return True
    return False


def _bare(line: Line, i: int, floor: int) -> bool:
    """Tell whether a four-digit number without "год" is a year."""
    year = int(line.word(i))
    following = i + 1
    if not _BARE_YEARS[0] <= year < _BARE_YEARS[1] or len(line.tokens) == 1:
        return False
    lexeme = line.lexeme(following)
    signed = line.word(i - 1) in {"$", "€", "£", "№", "#", "§"} or line.word(following) in {
        "%",
        "$",
        "€",
        "₸",
        "₽",
        "°",
    }
    if lexeme is not None or signed or (line.word(i - 1) in DASHES and line.tight(i)):
        return False
    if line.grammar.months.get(line.word(i - 1)):
        return True
    numeral = Numeral(i, i + 1, Decimal(year), "digits")
    before = modifier_before(line, i, floor, numeral, "count")
    if before is not None and not line.has("date_prepositions", i - 1):
        return False
    unit = line.grammar.units.at(line.text, line.tokens, following)
    if line.grammar.language == "en":
        return _bare_english(line, i, unit is not None)
    if unit is not None or units.following(line, following, numeral):
        return False
    bracketed = line.word(i - 1) == "(" and line.word(following) in {")", ","}
    return bracketed or line.has("date_prepositions", i - 1) or line.has("seasons", i - 1)


_SURE = frozenset({"in", "since", "during", "early", "late", "mid", "until"})


def _bare_english(line: Line, i: int, counted: bool) -> bool:
    return line.word(i - 1) in _SURE or not counted


def _worded(line: Line, i: int) -> Date | None:
    """Read первое июля, the fourth of July, две тысячи двадцать третий год."""
    found = numerals.read(line, i)
    if found is None or found.kind != "ordinal":
        return None
    at = found.after + 1 if line.has("of", found.after) else found.after
    if found.value <= 31 and _is_named_month(line, at):
        year = _year_at(line, at + 1)
        if year is not None:
            return Date(i, at + 2, _past_year_word(line, at + 2), "date", year)
        later = _worded(line, at + 1) if line.lexeme(at + 1) else None
        if later is not None and later.unit_text:
            return Date(i, later.after, later.beyond, "date", later.value)
        return Date(i, at + 1, at + 1, "date", found.value)
    if found.value in _TENS and line.has("plural_years", found.after):
        return Date(i, found.after, found.after + 1, "decade", found.value, unit_text=line.raw(found.after))
    if _YEARS[0] <= found.value <= _YEARS[1] and line.has("year_words", found.after):
        return Date(i, found.after, found.after + 1, "year", found.value, unit_text=line.raw(found.after))
    return None


def _is_named_month(line: Line, i: int) -> bool:
    """Tell whether token `i` is a month; an English one has its capital (may, march)."""
    if not line.grammar.months.get(line.word(i)):
        return False
    return line.grammar.language != "en" or line.raw(i)[0].isupper()
