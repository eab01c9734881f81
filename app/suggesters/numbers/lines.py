"""The lines of a text, each with the language its letters tell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.suggesters.numbers.grammar import Grammar, Lexeme
from app.suggesters.numbers.tokens import WORD, Token

# Letters of Kazakh that Russian has not; of Kazakh prose they are a quarter, of a Russian line that names
# a Kazakh company a few percent.
_KAZAKH = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
_KAZAKH_SHARE = 0.08
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")
# A line with this many letters tells its language by itself; a shorter one may be all abbreviations.
_TELLING = 30
# UTF-8 bytes a character: Cyrillic letters have two, so such a line is mostly Cyrillic.
_PLAINLY_CYRILLIC = 1.6


@dataclass(frozen=True, slots=True)
class Line:
    """A line being read: the whole text, the line's tokens (offsets in the whole text), its grammar."""

    text: str
    tokens: Sequence[Token]
    grammar: Grammar

    def raw(self, i: int) -> str:
        """Return token `i` as it is written."""
        token = self.tokens[i]
        return self.text[token.start : token.end]

    def word(self, i: int) -> str:
        """Return the folded text of token `i`; empty outside the line."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def is_word(self, i: int) -> bool:
        """Tell whether token `i` exists and is a word."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == WORD

    def tight(self, i: int) -> bool:
        """Tell whether token `i` exists and stands close to the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i].tight

    def has(self, name: str, i: int) -> bool:
        """Tell whether token `i` is in the grammar's set `name`."""
        return 0 <= i < len(self.tokens) and self.grammar.has(name, self.tokens[i].text)

    def has_ending(self, name: str, i: int) -> bool:
        """Tell whether the last three letters of token `i` are in the grammar's set `name`."""
        return self.grammar.has(name, self.word(i)[-3:])

    def lexeme(self, i: int) -> Lexeme | None:
        """Return what token `i` says as a number word."""
        return self.grammar.lexemes.get(self.word(i))


def language_of(line: str, language: str) -> str:
    """Return the language to read `line` in: `language`, unless its letters plainly tell another.

    `language` is "ru", "kk", "en" or empty.
    """
    if len(line.encode("utf-8", "replace")) > _PLAINLY_CYRILLIC * len(line):
        cyrillic, latin = len(line), 0
    else:
        cyrillic, latin = len(_CYRILLIC.findall(line)), len(_LATIN.findall(line))
    if latin > cyrillic:
        foreign = language != "en" and (not language or (latin >= _TELLING and not cyrillic))
        return "en" if foreign else language
    if not cyrillic:
        return language or "en"
    kazakh = sum(map(line.count, _KAZAKH))
    if kazakh >= _KAZAKH_SHARE * cyrillic:
        return "kk"
    return "kk" if language == "kk" and (kazakh or cyrillic < _TELLING) else "ru"


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every line that is not empty."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            yield start, end
        start = end + 1
