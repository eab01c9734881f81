"""The words of English lines with what rules of names ask about them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s)|\w+(?:[-‐‑'’&.]\w+)*|[^\w\s]")
_ABBREVIATIONS = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "jr",
        "sr",
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "lt",
        "capt",
        "sgt",
    }
    | {"inc", "ltd", "corp", "co", "no", "vs"}
)
_POSSESSIVE = ("'s", "’s")
_QUOTES = frozenset("\"“”'‘’«»(")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign of a text, in code points."""

    text: str
    start: int
    opens: bool
    """Whether it begins a sentence or a quotation, where a capital says nothing."""

    @property
    def end(self) -> int:
        """Code point after it."""
        return self.start + len(self.text)

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper() or self.text in {"iPhone", "eBay", "al-Assad", "el-Sisi"}

    @property
    def is_possessive(self) -> bool:
        """Whether it ends in 's, behind which another name begins."""
        return self.text.endswith(_POSSESSIVE)

    @property
    def bare(self) -> str:
        """The word without 's."""
        return self.text[:-2] if self.is_possessive else self.text

    @property
    def bare_end(self) -> int:
        """Code point after the word without 's."""
        return self.start + len(self.bare)

    @property
    def plain(self) -> str:
        """The word without 's, its final dot and its capitals."""
        return self.bare.rstrip(".").lower()

    @property
    def closes(self) -> bool:
        """Whether nothing after it can belong to the same name."""
        return not self.is_word


def lines(text: str) -> Iterator[list[Token]]:
    """Yield the tokens of each line; a dot that belongs to an abbreviation is no token."""
    for match in re.finditer(r"[^\n]+", text):
        yield list(_tokens(text, match.start(), match.end()))


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    opens = True
    before = ""
    for match in _TOKEN.finditer(text, start, end):
        found = match.group()
        if found == "." and before.lower() in _ABBREVIATIONS:
            before = ""
            continue
        yield Token(found, match.start(), opens)
        opens = (
            found in {".", "!", "?", ":", "•", "…", ";"}
            or found in _QUOTES
            or (opens and not found[0].isalnum())
        )
        before = found
