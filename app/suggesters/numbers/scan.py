"""Reads a text line by line and says which numbers stand in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from app.suggesters.languages import language_of, split
from app.suggesters.numbers import contexts, dates, quantities, ranges, romans
from app.suggesters.numbers.describe import Found, dated, quantified
from app.suggesters.numbers.grammar import Grammar
from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.loading import load
from app.suggesters.numbers.tokens import DIGITS, WORD, Token, tokenise

_WORDS = re.compile(r"[^\W\d_]+")
_LANGUAGES = frozenset({"ru", "kk", "en"})
# Digits, and marks that hide a word from a quick look (see `tokens.fold`).
_SURE = re.compile(r"[0-9\u0300-\u036f\u00ad]|\b[IVXІХ]{1,6}\b")
# Shorter words are no compound such as "двухлетний".
_SHORTEST_COMPOUND = 5


def scan(text: str, language: str) -> Iterator[Found]:
    """Yield the numbers of `text` in order; `language` is "ru", "kk", "en" or empty."""
    main = language if language in _LANGUAGES else language_of(text, "")
    for start, end in split(text):
        content = text[start:end]
        grammar = load(language_of(content, main))
        if _may_hold_number(content, grammar):
            yield from read_line(Line(text, tokenise(text, start, end), grammar), content, start)


def read_line(line: Line, content: str, start: int) -> Iterator[Found]:
    """Yield the numbers of one line, whose `content` begins at code point `start` of the text."""
    return _Scan(line, content, start).run()


def _may_hold_number(content: str, grammar: Grammar) -> bool:
    """Tell quickly that most lines hold no number."""
    if _SURE.search(content):
        return True
    words = _WORDS.findall(content.lower().replace("ё", "е"))
    return not grammar.seeds.isdisjoint(words) or not grammar.heads.isdisjoint([word[:3] for word in words])


class _Scan:
    """Goes through the tokens of one line once."""

    def __init__(self, line: Line, content: str, start: int) -> None:
        self._line = line
        self._masks = list(contexts.masked(content, start))
        self._mask_starts = [mask[0] for mask in self._masks]
        self._romans = romans.starts(line.text, start, start + len(content))
        # Tokens before this one belong to a number already found.
        self._floor = 0

    def run(self) -> Iterator[Found]:
        """Yield the numbers of the line."""
        tokens, i = self._line.tokens, 0
        while i < len(tokens):
            token = tokens[i]
            if token.kind != DIGITS and not (token.kind == WORD and self._begins(token, i)):
                i += 1
            elif self._masked_until(token.start):
                i = self._after_offset(i, self._masked_until(token.start))
            else:
                found, after = self._at(i)
                i = max(after, i + 1)
                if found is not None:
                    yield found

    def _begins(self, token: Token, i: int) -> bool:
        """Tell whether a number may begin with this word."""
        grammar, text = self._line.grammar, token.text
        if text in grammar.seeds:
            return text not in grammar.small_seeds or self._opens(i)
        if len(text) >= _SHORTEST_COMPOUND and text[:3] in grammar.heads:
            return True
        return token.start in self._romans

    def _opens(self, i: int) -> bool:
        """Tell whether an article or "point" at token `i` may begin a number."""
        line = self._line
        if line.has("point", i):
            return i == 0
        return not line.tight(i + 1) and line.grammar.units.at(line.text, line.tokens, i + 1) is not None

    def _masked_until(self, offset: int) -> int:
        k = bisect_right(self._mask_starts, offset) - 1
        return self._masks[k][1] if k >= 0 and offset < self._masks[k][1] else 0

    def _after_offset(self, i: int, offset: int) -> int:
        while i < len(self._line.tokens) and self._line.tokens[i].start < offset:
            i += 1
        return i

    def _at(self, i: int) -> tuple[Found | None, int]:
        """Read at token `i`; return what was found and where to go on."""
        line = self._line
        if line.tokens[i].kind == DIGITS and contexts.attached(line, i):
            return None, contexts.past_name(line, i + 1)
        date = dates.read(line, i, self._floor)
        if date is not None:
            self._floor = date.beyond
            return dated(line, date), date.beyond
        roman = romans.read(line, i) if line.tokens[i].start in self._romans else None
        quantity = roman or quantities.read(line, i, self._floor)
        if quantity is None or quantity.numeral.kind == "none":
            return None, quantity.after if quantity else i + 1
        if contexts.is_identifier(line, quantity):
            self._floor = quantity.beyond
            return quantified(line, ranges.Joined(quantity)), contexts.after_identifier(line, quantity)
        joined = ranges.join(line, quantity, self._floor)
        whole = joined.quantity
        if joined.low is None and contexts.is_score(line, quantity):
            return None, quantity.after + 2
        if contexts.is_clock(line, whole) or contexts.is_list_marker(line, whole):
            return None, whole.beyond
        idiom = contexts.is_idiom(line, whole, contexts.alone(line, whole))
        if quantity.numeral.kind == "code" or idiom or not contexts.holds(line, whole):
            return None, whole.after
        self._floor = whole.beyond
        return quantified(line, joined), whole.beyond
