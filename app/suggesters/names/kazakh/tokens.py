"""The words and signs of a sentence, as the recogniser sees them in training and in use."""

import re

from app import tokens
from app.anchor import Span

# Signs between words: one by one, but dots and dashes that repeat are one sign.
_SIGN = re.compile(r"([.…!?—–-])\1*|\S")


def sentences(text: str) -> list[list[Span]]:
    """Return the tokens of each sentence of `text`, in order: words (see `app.tokens`) and signs."""
    return [_tokens(text, sentence) for sentence in tokens.sentences(text)]


def _tokens(text: str, sentence: Span) -> list[Span]:
    found: list[Span] = []
    at = sentence.start
    for word in tokens.words(text, sentence.start, sentence.end):
        found += _signs(text, at, word.start)
        found.append(word)
        at = word.end
    return found + _signs(text, at, sentence.end)


def _signs(text: str, start: int, end: int) -> list[Span]:
    return [Span(sign.start(), sign.end()) for sign in _SIGN.finditer(text, start, end)]
