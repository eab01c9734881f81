"""A text cut up for the rules: units (sentences that no quotation is cut by) and their words and marks."""

import re
from dataclasses import dataclass
from functools import cached_property

from app.suggesters.speakers.quotes import Quote
from app.tokens import sentences

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[-‑'’]\w+|\.(?=[A-Za-z]{2})\w+)*|[^\w\s]")
_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark; `start` and `end` are code points of the text."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_word(self) -> bool:
        """Told from marks."""
        return self.text[0].isalnum() or self.text[0] == "_"

    @property
    def is_capital(self) -> bool:
        """Begins with a capital."""
        return self.text[0].isupper()


@dataclass(frozen=True)
class Unit:
    """A sentence, or several that one quotation holds together."""

    text: str
    start: int
    end: int
    quotes: tuple[Quote, ...]
    """Those that begin in it, outer before inner."""
    line: tuple[int, int]
    """The paragraph it is in."""
    first_of_line: bool
    speech_dash: bool = False
    """Whether a dash of direct speech stands before it."""

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words and marks."""
        return [
            Token(match.start(), match.end(), match.group(), match.group().lower().replace("ё", "е"))
            for match in _TOKEN.finditer(self.text, self.start, self.end)
        ]

    def quote_over(self, offset: int) -> Quote | None:
        """The outermost quotation that holds the offset."""
        return next((quote for quote in self.quotes if quote.start <= offset < quote.end), None)

    def index_from(self, offset: int) -> int:
        """The first token that begins at the offset or behind it."""
        return next((i for i, token in enumerate(self.tokens) if token.start >= offset), len(self.tokens))


def units(text: str, found: list[Quote]) -> list[Unit]:
    """Cut the text into units, in order."""
    made: list[Unit] = []
    start = 0
    at = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            of_line = []
            while at < len(found) and found[at].start < end:
                of_line.append(found[at])
                at += 1
            made += _units_of_line(text, start, end, of_line)
        start = end + 1
    return made


def _units_of_line(text: str, start: int, end: int, of_line: list[Quote]) -> list[Unit]:
    spans: list[tuple[int, int]] = []
    for sentence in sentences(text, start, end):
        if spans and any(_splits(text, quote, sentence.start) for quote in of_line):
            spans[-1] = (spans[-1][0], sentence.end)
        else:
            spans.append((sentence.start, sentence.end))
    made = []
    for number, (first, last) in enumerate(spans):
        inside = tuple(quote for quote in of_line if first <= quote.start < last)
        lead = text[start:first].strip() if number == 0 else text[spans[number - 1][1] : first].strip()
        made.append(
            Unit(text, first, last, inside, (start, end), number == 0, bool(lead) and lead[-1] in _DASHES)
        )
    return made


def _splits(text: str, quote: Quote, offset: int) -> bool:
    """Tell whether a sentence that begins at the offset begins inside the quotation."""
    return quote.closed and quote.start < offset < quote.end and text[offset : quote.end].strip() != ""
