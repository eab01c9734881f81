"""Which words of a text tell something of a statement (hedges, comparisons); they are data in `words/`."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_TABLES = Path(__file__).parent / "words"
# A Kazakh text quotes Russian, but a Russian word such as "мы" or "ал" can be another one in Kazakh: no
# list stands on another, and each line is read with the list of its own language.
LANGUAGES = ("ru", "kk", "en")
IGNORED = "ignored"

_TOKEN = re.compile(r"\w+(?:[-‐‑’'ʼ]\w+)*")
# What may stand between the words of a phrase.
_GAP = re.compile(r"[ \u00a0\u202f]+|,[ \u00a0]")


class Token(NamedTuple):
    """A word: code points of the text, and its folded letters."""

    start: int
    end: int
    folded: str


class Hit(NamedTuple):
    """A word or phrase of the text that a table has, and the mark it is under."""

    start: int
    end: int
    mark: str


class _Entry(NamedTuple):
    mark: str
    rest: tuple[str, ...]
    """The further words of a phrase, each perhaps with its star."""


class _Pattern(NamedTuple):
    """The entries of one table by their first word: whole, its beginning, or its end."""

    whole: dict[str, list[_Entry]]
    beginnings: dict[str, list[_Entry]]
    ends: dict[str, list[_Entry]]
    beginning_lengths: tuple[int, ...]
    end_lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """All hits of a text, in order."""

    hits: Sequence[Hit]
    starts: Sequence[int]

    def inside(self, start: int, end: int) -> Iterator[Hit]:
        """Yield the hits that lie in `start..end`, code points."""
        for at in range(bisect_left(self.starts, start), len(self.hits)):
            if self.hits[at].start >= end:
                return
            if self.hits[at].end <= end:
                yield self.hits[at]


def folded(word: str) -> str:
    """Return the word as the tables write it: small letters, е for ё, one apostrophe."""
    return word.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the words of `text[start:end]`, in order."""
    return [Token(m.start(), m.end(), folded(m.group())) for m in _TOKEN.finditer(text, start, end)]


def marks(text: str, found: Sequence[Token], language: str) -> Iterator[Hit]:
    """Yield what the marks of `language` have of the tokens `found`: the longest phrase at each place.

    A word alone may be under several marks; the words of a phrase are not read again on their own.
    """
    yield from _match(text, found, language, "marks")


def begins(text: str, found: Sequence[Token], language: str, table: str, row: str) -> int:
    """Return how many tokens the longest phrase in this row has that `found` begins with; 0 for none."""
    return max((length for length, _ in _at(text, found, 0, _rows(language, table, row))), default=0)


def has(text: str, found: Sequence[Token], language: str, table: str, row: str) -> bool:
    """Tell whether a phrase of this row is anywhere in the tokens."""
    pattern = _rows(language, table, row)
    return any(True for at in range(len(found)) for _ in _at(text, found, at, pattern))


def _match(text: str, found: Sequence[Token], language: str, table: str) -> Iterator[Hit]:
    pattern = _rows(language, table, "")
    at = 0
    while at < len(found):
        reach = [] if at and _is_name(text, found[at]) else _at(text, found, at, pattern)
        longest = max((length for length, _ in reach), default=1)
        for mark in dict.fromkeys(mark for length, mark in reach if length == longest):
            if mark != IGNORED:
                yield Hit(found[at].start, found[at + longest - 1].end, mark)
        at += longest


def _is_name(text: str, token: Token) -> bool:
    """Tell whether a word inside a sentence is written like a name (May, Will, Вера): it is no mark then."""
    word = text[token.start : token.end]
    return word[0].isupper() and word[1:2].islower() and text[token.start - 1] == " "


def _at(text: str, found: Sequence[Token], at: int, pattern: _Pattern) -> list[tuple[int, str]]:
    """Every entry that the tokens have at `at`, as its number of words and its mark."""
    if at >= len(found):
        return []
    reach = []
    for entry in _entries(pattern, found[at].folded):
        length = 1 + len(entry.rest)
        if at + length <= len(found) and all(
            _is(found[at + 1 + i].folded, word)
            and _GAP.fullmatch(text, found[at + i].end, found[at + 1 + i].start)
            for i, word in enumerate(entry.rest)
        ):
            reach.append((length, entry.mark))
    return reach


def _entries(pattern: _Pattern, word: str) -> Sequence[_Entry]:
    """The entries whose first word this may be; one to be ignored hides those by beginning and end."""
    whole = pattern.whole.get(word, [])
    if any(entry.mark == IGNORED for entry in whole):
        return whole
    found = list(whole)
    for length in pattern.beginning_lengths:
        found += pattern.beginnings.get(word[:length], ()) if length <= len(word) else ()
    for length in pattern.end_lengths:
        found += pattern.ends.get(word[-length:], ()) if length < len(word) else ()
    return found


def _is(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@lru_cache(maxsize=64)
def _rows(language: str, table: str, row: str) -> _Pattern:
    """The rows of a table (or the one row of it) by first word."""
    rows = _toml(language)[table]
    pattern = _Pattern({}, {}, {}, (), ())
    for mark, listed in rows.items() if not row else ((row, rows[row]),):
        for phrase in listed.split():
            first, *rest = phrase.split("_")
            entry = _Entry(mark, tuple(rest))
            if first.endswith("*"):
                pattern.beginnings.setdefault(first[:-1], []).append(entry)
            elif first.startswith("*"):
                pattern.ends.setdefault(first[1:], []).append(entry)
            else:
                pattern.whole.setdefault(first, []).append(entry)
    return pattern._replace(
        beginning_lengths=tuple(sorted({len(beginning) for beginning in pattern.beginnings})),
        end_lengths=tuple(sorted({len(end) for end in pattern.ends})),
    )


@cache
def _toml(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((_TABLES / f"{language}.toml").read_text(encoding="utf-8"))
