"""A number's values from what an annotator types or marks: the number engine, asked about one number.

Values are those of the scheme's numbers: `value` or `min_value` and `max_value`, `unit`, `unit_text`,
`number_type`, `modifier`, `approximator`. What `app.values.display_value` writes can be read back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.anchor import Span
from app.annotation import Attributes
from app.errors import UserError
from app.suggesters.languages import language_of
from app.suggesters.numbers.describe import Found
from app.suggesters.numbers.grammar import Grammar
from app.suggesters.numbers.loading import load, units
from app.suggesters.numbers.scan import scan
from app.suggesters.numbers.tokens import fold

_LANGUAGES = ("ru", "kk", "en")
# A word, a run of digits, or a sign.
_PIECES = re.compile(r"[^\W\d_]+|\d+|[^\s\w]")
# What may stand beside a number without saying anything of it: "in 2019", "of the 500".
_SMALL_WORDS = ("prepositions", "date_prepositions", "article", "of")
# The longest name of a unit, in words: "microgram per cubic metre".
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class _Reading:
    """One number as one of the grammars reads it, and what it passed over."""

    attributes: dict[str, Any]
    unread: tuple[str, ...] = ()
    """Words and digits outside all that was read."""
    skipped: int = 0
    """Words passed over between the number and its unit, and signs outside: another grammar may read them."""

    def worth(self) -> tuple[int, int, bool]:
        """The less the better: what was not read, what was passed over, then a unit that is in no table."""
        unknown = "unit_text" in self.attributes and "unit" not in self.attributes
        return len(self.unread), self.skipped, unknown


# The worth of a reading that leaves nothing over.
_ALL_READ = (0, 0, False)

# ------------------------------------------------------------------------------------------ what is typed


def read_value(typed: str, language: str) -> Attributes:
    """Return the values of the one number in `typed`, which may be Russian, Kazakh or English.

    `language` ("ru", "kk", "en" or empty) decides what can be read in several ways (`1,200`). There is no
    `approximator` among the values: that is a place in an article. UserError: it is no number, more than
    one, or holds words that say nothing of a number.
    """
    wanted = " ".join(typed.replace("_", " ").split("\n")).strip()
    if not wanted:
        raise UserError("Type a number, such as “4,8 млрд тенге” or “4–6 %”.")
    readings, several = _readings(wanted, language)
    if not readings or any(character.isdigit() for word in readings[0].unread for character in word):
        if several or readings:
            raise UserError(f"“{wanted}” is more than one number; a range is typed as “4–6 %”.")
        raise UserError(f"“{wanted}” is no number; type one such as “30 000” or “4,8 млрд тенге”.")
    best = readings[0]
    if best.worth() != _ALL_READ:
        best = _with_named_unit(wanted, language) or best
    if best.unread:
        raise UserError(f"“{' '.join(best.unread)}” in “{wanted}” cannot be read as part of a number.")
    return {name: value for name, value in best.attributes.items() if name != "approximator"}


# ----------------------------------------------------------------------------------------- what is marked


def values_of(text: str, span: Span, language: str) -> Attributes:
    """Return what the marked number says, read in its line: its unit and approximator may stand outside.

    `text` is the article's, `span` in code points. Empty where the span holds no number, or several.
    """
    language = language or language_of(text, "")
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    line = text[start : len(text) if end < 0 else end]
    here = Span(span.start - start, span.end - start)
    near = [found for found in scan(line, language) if found.start < here.end and here.start < found.end]
    if len(near) == 1 and here.start <= near[0].start and near[0].end <= here.end:
        return _moved(near[0].attributes, start)
    alone, _ = _readings(text[span.start : span.end], language)
    if not alone:
        return {}
    if len(near) == 1 and _amount(near[0].attributes) == _amount(alone[0].attributes):
        return _moved(near[0].attributes, start)
    return _moved(alone[0].attributes, span.start)


def _amount(attributes: Attributes) -> tuple[object, ...]:
    return tuple(attributes.get(name) for name in ("value", "min_value", "max_value"))


def _moved(attributes: dict[str, Any], offset: int) -> Attributes:
    """Return the attributes with the approximator `offset` code points further on."""
    found = attributes.get("approximator")
    if found is None:
        return attributes
    placed = {**found, "start": found["start"] + offset, "end": found["end"] + offset}
    return {**attributes, "approximator": placed}


# ------------------------------------------------------------------------------------------------ reading


def _readings(line: str, language: str) -> tuple[list[_Reading], bool]:
    """Return the ways to read `line` as one number, the best first, and whether one of them found several."""
    first = (language,) if language in _LANGUAGES else ()
    readings, several = [], False
    for tried in dict.fromkeys((*first, *_LANGUAGES)):
        found = list(scan(line, tried))
        several = several or len(found) > 1
        if len(found) == 1:
            readings.append(_reading(line, found[0], load(language_of(line, tried))))
            if readings[-1].worth() == _ALL_READ:
                break
    return sorted(readings, key=_Reading.worth), several


def _reading(line: str, found: Found, grammar: Grammar) -> _Reading:
    """Tell what of `line` the number leaves over."""
    parts = list(_parts(line, found))
    start, end = found.reads
    unread, skipped = [], 0
    for match in _PIECES.finditer(line):
        piece = match[0]
        said = any(first < match.end() and match.start() < after for first, after in parts)
        if said or any(grammar.has(name, fold(piece)) for name in _SMALL_WORDS):
            continue
        if start <= match.start() < end or not piece.isalnum():
            skipped += 1
        else:
            unread.append(piece)
    return _Reading(found.attributes, tuple(unread), skipped)


def _parts(line: str, found: Found) -> Iterator[tuple[int, int]]:
    """Yield where the number stands, its approximator, and the word of its unit."""
    yield found.start, found.end
    approximator = found.attributes.get("approximator")
    if approximator is not None:
        yield approximator["start"], approximator["end"]
    word = found.attributes.get("unit_text")
    if word:
        for at in (line.find(word, found.end), line.rfind(word, 0, found.start)):
            if at >= 0:
                yield at, at + len(word)


def _with_named_unit(line: str, language: str) -> _Reading | None:
    """Read a number and a unit no grammar has as a word, but the table of units: "5 school year", "5 kzt"."""
    words = line.split()
    for count in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        name = "_".join(words[-count:])
        unit = units().get(name.lower()) or units().get(name.upper())
        readings, _ = _readings(" ".join(words[:-count]), language) if unit else ([], False)
        if unit and readings and readings[0].worth() == _ALL_READ:
            told = {"unit": unit.name, "unit_text": " ".join(words[-count:]), "number_type": unit.kind}
            return _Reading({**readings[0].attributes, **told})
    return None
