"""Offsets in UTF-16 code units, as JavaScript, Java and C# count their strings, to code points and back.

Qt counts so too; for the window's own text `widgets.reader.offsets` does the same.
"""

import re
from bisect import bisect_left
from collections.abc import Callable

# Characters beyond the Basic Multilingual Plane take two code units (a surrogate pair).
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def utf16_counter(text: str) -> Callable[[int], int]:
    """Return the function from an offset of `text` in code points to the offset in UTF-16 code units."""
    astral = [match.start() for match in _ASTRAL.finditer(text)]
    return lambda offset: offset + bisect_left(astral, offset)


def code_point_counter(text: str) -> Callable[[int], int]:
    """Return the function from an offset of `text` in UTF-16 code units to the offset in code points.

    An offset between the two halves of a character is that of the character.
    """
    astral = [match.start() + number for number, match in enumerate(_ASTRAL.finditer(text))]
    return lambda offset: offset - bisect_left(astral, offset)
