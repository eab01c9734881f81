"""A line of text as tokens: runs of digits, words, and single signs, with their offsets."""

import re
import unicodedata
from typing import NamedTuple

DIGITS, WORD, SIGN = 0, 1, 2

# Letters carry their combining marks (NFD й) and soft hyphens along; ² and ½ count as letters here.
_TOKEN = re.compile(r"([0-9]+)|((?:[^\W\d_][\u0300-\u036f\u00ad]*)+)|[^\s\u00ad]")
_MARKS = re.compile(r"[\u0300-\u036f\u00ad]")
# Stress marks and soft hyphens are no part of a word's spelling.
_NO_SPELLING = str.maketrans("", "", "\u0301\u0300\u00ad")


class Token(NamedTuple):
    """One token; `text` is folded for look-up: lower case, NFC, ё as е, no stress marks."""

    start: int
    """Code point in the whole text."""
    end: int
    kind: int
    text: str
    tight: bool
    """Nothing stands between the token before and this one."""


def fold(word: str) -> str:
    """Return a word as grammars spell it."""
    if _MARKS.search(word):
        word = unicodedata.normalize("NFC", word).translate(_NO_SPELLING)
    return word.lower().replace("ё", "е")


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `text[start:end]`."""
    tokens = []
    last = -1
    for match in _TOKEN.finditer(text, start, end):
        first, after = match.span()
        group = match.lastindex
        if group == 1:
            token = Token(first, after, DIGITS, match[0], first == last)
        elif group == 2:
            token = Token(first, after, WORD, fold(match[0]), first == last)
        else:
            token = Token(first, after, SIGN, match[0], first == last)
        tokens.append(token)
        last = after
    return tokens


def split_words(text: str) -> tuple[str, ...]:
    """Return the token texts of a phrase of a grammar, capitals kept."""
    return tuple(match[0] for match in _TOKEN.finditer(text))
