"""A line of a text as the number engine reads it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.suggesters.numbers.grammar import Grammar, Lexeme
from app.suggesters.numbers.tokens import WORD, Token


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
