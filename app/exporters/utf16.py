"""Offsets in UTF-16 code units, for readers whose strings are counted so (JavaScript, Java, C#)."""

import re
from bisect import bisect_left
from collections.abc import Callable

# Characters beyond the Basic Multilingual Plane take two code units (a surrogate pair).
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def utf16_counter(text: str) -> Callable[[int], int]:
    """Return the function from an offset of `text` in code points to the offset in UTF-16 code units."""
    astral = [match.start() for match in _ASTRAL.finditer(text)]
    return lambda offset: offset + bisect_left(astral, offset)
