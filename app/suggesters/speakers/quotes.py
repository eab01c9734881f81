"""Quotations in news text: every kind of mark, nested, run on over paragraphs, and with a mark forgotten."""

import re
from dataclasses import dataclass

_OPENING, _CLOSING = "«“„‹", "»”"
_STRAIGHT = '"'
# “ closes what „ opened (German and older Russian setting) and opens otherwise.
_EITHER = "“"
_WORD = re.compile(r"\w+")
# What follows a quotation that somebody is said to have said.
_SAID_AFTER = re.compile(r"[,.!?…]*\s*[-–—]\s|,\s")
_BEFORE_OPENING = re.compile(r"[\s(\[{«“„\"'—–-]")


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between two marks: `start` and `end` are code points with the marks, end exclusive."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    """0 for one that is in no other."""
    closed: bool
    """False where the closing mark was forgotten, or stands in a later paragraph."""

    @property
    def inner(self) -> tuple[int, int]:
        """What is said, without the marks."""
        return self.inner_start, self.inner_end


def quotes(text: str) -> list[Quote]:
    """Return the quotations of the text by their start, outer before inner; none crosses a line break.

    A quotation over several paragraphs is one for each of them.
    """
    found: list[Quote] = []
    running = False
    start = 0
    for line in text.split("\n"):
        if line.strip():
            of_line = _quotes_of_line(text, start, start + len(line), running)
            running = any(not quote.closed and quote.depth == 0 for quote in of_line)
            found += of_line
        start += len(line) + 1
    return found


def word_count(text: str, start: int, end: int) -> int:
    """How many words the stretch has."""
    return sum(1 for _ in _WORD.finditer(text, start, end))


def _quotes_of_line(text: str, start: int, end: int, running: bool) -> list[Quote]:
    """`running`: the line before ended inside a quotation."""
    open_: list[int] = []
    found: list[Quote] = []
    last_close = -1
    for at in range(start, end):
        char = text[at]
        if char in _CLOSING or (char == _EITHER and open_ and text[open_[-1]] == "„"):
            closes = True
        elif char in _OPENING:
            closes = False
        elif char == _STRAIGHT:
            closes = _closes(text, start, end, at, bool(open_))
        else:
            continue
        if not closes:
            open_.append(at)
            continue
        if not open_ and running and not found:
            first = start + len(text[start:at]) - len(text[start:at].lstrip())
            found.append(Quote(first, at + 1, first, at, 0, True))
            continue
        partner = _partner(text, open_, char)
        if partner is None:
            continue
        del open_[open_.index(partner) :]
        last_close = at
        found.append(Quote(partner, at + 1, partner + 1, at, len(open_), True))
    found += [_unclosed(text, opening, end, last_close, depth) for depth, opening in enumerate(open_)]
    return sorted(found, key=lambda quote: (quote.start, -quote.end))


def _closes(text: str, start: int, end: int, at: int, inside: bool) -> bool:
    """Tell whether a straight mark closes."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    opens = bool(_BEFORE_OPENING.match(before)) and not after.isspace()
    if opens and after.isalnum():
        return False
    if not before.isspace() and not after.isalnum():
        return True
    return inside and not opens


def _partner(text: str, open_: list[int], char: str) -> int | None:
    """The mark that `char` closes: the innermost of its kind, or else the innermost."""
    if not open_:
        return None
    kinds = {"»": "«‹", "”": "“„", "“": "„", _STRAIGHT: _STRAIGHT}[char]
    same = [opening for opening in open_ if text[opening] in kinds]
    return same[-1] if same else open_[-1]


def _unclosed(text: str, opening: int, end: int, last_close: int, depth: int) -> Quote:
    """A quotation without its closing mark: up to that of a name before `– сказал`, or to the line's end."""
    if last_close > opening and _SAID_AFTER.match(text, last_close + 1, end):
        return Quote(opening, last_close + 1, opening + 1, last_close + 1, depth, True)
    stop = end
    while stop > opening + 1 and text[stop - 1].isspace():
        stop -= 1
    if last_close == stop - 1 and last_close > opening:
        return Quote(opening, stop, opening + 1, stop, depth, True)
    return Quote(opening, stop, opening + 1, stop, depth, False)
