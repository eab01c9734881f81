"""How the offsets of a file count its text, where tools differ and only the file's own quotes can tell."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from app.utf16 import code_point_counter


class Quoted(NamedTuple):
    """Something a file says stands in the text: one or more pieces, joined by single blanks."""

    offsets: tuple[tuple[int, int], ...]
    quote: str


class Counting(NamedTuple):
    """A text as a file may count it, and from the file's offsets to code points of it."""

    text: str
    count: Callable[[int], int]

    def holds(self, quoted: Quoted) -> bool:
        """Tell whether the quote stands at its offsets, blanks and line breaks taken for one another."""
        text, count = self
        there = " ".join([text[count(start) : count(end)] for start, end in quoted.offsets])
        return there == quoted.quote or there.split() == quoted.quote.split()


def best_counting(text: str, quoted: Sequence[Quoted]) -> Counting:
    """Return the counting in which most quotes stand where the file says, the first of equals.

    `text` is as the file has it, without its byte order mark. The ways to count are: as it is; with LF for
    CRLF; each of them in UTF-16 code units; and all of that with the mark as first character, which brat
    counts.
    """
    best, most = Counting(text, _same), -1
    for counting in _countings(text):
        held = sum(counting.holds(each) for each in quoted)
        if held > most:
            best, most = counting, held
        if held == len(quoted):
            break
    return best


def _countings(text: str) -> Iterator[Counting]:
    texts = [text, text.replace("\r\n", "\n")] if "\r\n" in text else [text]
    for mark in ("", "\ufeff"):
        for each in texts:
            yield Counting(mark + each, _same)
        for each in texts:
            yield Counting(mark + each, code_point_counter(mark + each))


def _same(offset: int) -> int:
    return offset
