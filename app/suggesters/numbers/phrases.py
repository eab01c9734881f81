"""Tables of words and phrases, looked up at a token of a line."""

import re
from bisect import insort
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from app.suggesters.numbers.forms import stem_variants
from app.suggesters.numbers.tokens import Token, fold

V = TypeVar("V")
Endings = re.Pattern[str] | None

# No Kazakh stem of the tables is shorter.
_SHORTEST_STEM = 2


class Stems(Generic[V]):
    """Words with a value; a word may be a stem that any chain of endings follows."""

    def __init__(self, endings: Endings = None) -> None:
        self._endings = endings
        self._words: dict[str, V] = {}
        self._stems: dict[str, V] = {}

    def add(self, word: str, value: V, stem: bool = False) -> None:
        """Add a word, or a stem; a later one takes the place of an earlier."""
        self._words[word] = value
        if stem:
            self._stems.update(dict.fromkeys(stem_variants(word), value))

    def get(self, word: str) -> V | None:
        """Return the value of a folded word, or None."""
        value = self._words.get(word)
        if value is None and self._endings and self._stems:
            for cut in range(len(word) - 1, _SHORTEST_STEM - 1, -1):
                value = self._stems.get(word[:cut])
                if value is not None and self._endings.fullmatch(word, cut):
                    return value
            return None
        return value

    def __contains__(self, word: str) -> bool:
        """Tell whether the folded word has a value."""
        return self.get(word) is not None


class Phrases(Generic[V]):
    """Phrases of one or more tokens with a value; the longest that fits is found."""

    def __init__(self, endings: Endings = None) -> None:
        self._endings = endings
        self._single: Stems[V] = Stems(endings)
        self._longer: dict[str, list[tuple[tuple[str, ...], V, bool]]] = {}
        # Forms with capitals ("RM", "KZT") are matched as they are written.
        self._cased: dict[str, dict[str, V]] = {}

    def add(self, tokens: tuple[str, ...], stem: bool, value: V) -> None:
        """Add a phrase; `stem` tells that its last token takes endings."""
        folded = tuple(map(fold, tokens))
        if len(folded) == 1:
            if folded == tokens:
                self._single.add(folded[0], value, stem)
            else:
                self._cased.setdefault(folded[0], {})[tokens[0]] = value
            return
        rows = self._longer.setdefault(folded[0], [])
        insort(rows, (folded[1:], value, stem), key=lambda row: -len(row[0]))

    def at(self, text: str, tokens: Sequence[Token], i: int) -> tuple[int, V] | None:
        """Return how many tokens from `i` on make a phrase, and its value; None where none does."""
        if i >= len(tokens):
            return None
        token = tokens[i]
        for rest, value, stem in self._longer.get(token.text, ()):
            if self._follows(tokens, i + 1, rest, stem):
                return 1 + len(rest), value
        cased = self._cased.get(token.text)
        if cased:
            exact = cased.get(text[token.start : token.end])
            if exact is not None:
                return 1, exact
        single = self._single.get(token.text)
        return None if single is None else (1, single)

    def _follows(self, tokens: Sequence[Token], i: int, rest: tuple[str, ...], stem: bool) -> bool:
        last = i + len(rest) - 1
        if last >= len(tokens):
            return False
        for k, word in enumerate(rest, i):
            text = tokens[k].text
            if text != word:
                inflected = stem and k == last and self._endings and self._with_ending(text, word)
                if not inflected:
                    return False
        return True

    def _with_ending(self, text: str, stem: str) -> bool:
        return any(
            text.startswith(variant)
            and self._endings is not None
            and self._endings.fullmatch(text, len(variant))
            for variant in stem_variants(stem)
        )


class Backwards:
    """Phrases found by their end: what stands before a number."""

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], str]]) -> None:
        self._by_last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for tokens, value in phrases:
            folded = tuple(map(fold, tokens))
            self._by_last.setdefault(folded[-1], []).append((folded, value))
        for rows in self._by_last.values():
            rows.sort(key=lambda row: len(row[0]), reverse=True)

    def ending_at(self, tokens: Sequence[Token], end: int) -> tuple[int, str] | None:
        """Return how many tokens before `end` make the longest phrase, and its value."""
        if end <= 0:
            return None
        for phrase, value in self._by_last.get(tokens[end - 1].text, ()):
            start = end - len(phrase)
            if start >= 0 and all(t.text == w for t, w in zip(tokens[start:end], phrase, strict=True)):
                return len(phrase), value
        return None
