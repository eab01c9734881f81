"""Code points of the canonical text to positions in Qt's document, and back: the only place that converts.

Qt counts UTF-16 code units: every character beyond U+FFFF (emoji, rare ideographs) is two. The canonical
text (`app.article.canonical`) holds nothing that Qt drops or merges, so that this is the whole difference.
"""

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """The two-way table of one text. Without astral characters both ways are the identity."""

    __slots__ = ("_astral", "_ends")

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        # The Qt position behind each astral character: its code point, one for each pair before, and two.
        self._ends = [offset + before + 2 for before, offset in enumerate(self._astral)]

    def to_qt(self, offset: int) -> int:
        """The document position of the code point `offset`."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def to_text(self, position: int) -> int:
        """The code point at the document `position`; inside a surrogate pair, the one the pair stands for."""
        if not self._astral:
            return position
        before = bisect_right(self._ends, position)
        inside = before < len(self._ends) and self._ends[before] == position + 1
        return position - before - inside
