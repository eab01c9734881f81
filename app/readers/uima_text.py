"""A text of a CAS and its offsets, which are UTF-16 code units."""

import re
from collections import Counter

from app.anchor import Span
from app.readers.loaded import Piece
from app.readers.reader import EMPTY
from app.readers.xmi import Bad, Structure
from app.utf16 import code_point_counter, utf16_counter


class ViewText:
    """One text; counts in `left` what marks no character of it."""

    def __init__(self, text: str, bad: Bad) -> None:
        self.text = text
        self.bad = bad
        self.left: Counter[str] = Counter()
        self.to_code_points = code_point_counter(text)
        self._to_utf16 = utf16_counter(text)

    def piece(self, structure: Structure) -> Piece | None:
        """The stretch an annotation marks; None, and counted, where it is of no character."""
        start, end = self.offsets(structure)
        if start == end:
            self.left[EMPTY] += 1
            return None
        return Piece(Span(start, end), self.text[start:end])

    def offsets(self, structure: Structure) -> tuple[int, int]:
        """Begin and end in code points. UserError: they are no offsets of the text."""
        told = [value_of(structure, side) for side in ("begin", "end")]
        if all(re.fullmatch(r"\d{1,15}", offset) for offset in told):
            begin, end = map(int, told)
            start, stop = self.to_code_points(begin), self.to_code_points(end)
            between_characters = self._to_utf16(start) == begin and self._to_utf16(stop) == end
            if between_characters and start <= stop <= len(self.text):
                return start, stop
        raise self.bad(structure.where, f"{told[0]} to {told[1]} is no stretch of its text")


def value_of(structure: Structure, feature: str) -> str:
    """The value of a feature as it is written; empty where it is not set."""
    value = structure.features.get(feature, "")
    return value if isinstance(value, str) else " ".join(value)
