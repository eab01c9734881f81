"""A text of another tool as Pressmark keeps it, and where its offsets are then."""

import re
from bisect import bisect_left
from collections.abc import Callable

from app.article import canonical

# What `canonical` changes: two characters into one, or one into none or another. Most texts have none of it.
_CHANGED = re.compile(
    "\r\n|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffc\ufdd0-\ufdef\ufeff\ufffe\uffff\ud800-\udfff]"
)

Move = Callable[[int], int]
"""From an offset of a text to that of the same place in another."""


def canonical_text(text: str) -> tuple[str, Move | None]:
    """Return the canonical text, and what moves offsets of `text` to it; None where they stay."""
    if not _CHANGED.search(text):
        return text, None
    kept = canonical(text)
    gone = [match.end() - 1 for match in _CHANGED.finditer(text) if _leaves(match[0])]
    return kept, (lambda offset: offset - bisect_left(gone, offset)) if gone else None


def _leaves(found: str) -> bool:
    """Tell whether a character fewer is left of it."""
    return len(canonical(found)) < len(found)
