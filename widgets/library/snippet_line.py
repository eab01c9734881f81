"""One line of a text around the words searched for: cut to a width so that the words are in sight."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from app.project import Snippet

Piece = tuple[str, bool]
"""A stretch of the line, and whether it was searched for."""

# Parts of the line: where a word that was searched for must end for the line to be shown from its
# beginning, and what may stand before the word where it is cut.
_FROM_START, _BEFORE = 0.8, 0.35


def fitted(snippet: Snippet, plain: QFontMetricsF, bold: QFontMetricsF, width: float) -> list[Piece]:
    """Return the pieces to set side by side in `width` pixels, the found ones in `bold`'s face."""
    whole = list(_pieces(snippet))
    first = next((place for place, (_, found) in enumerate(whole) if found), None)
    if first is not None:
        before = "".join(text for text, _ in whole[:first])
        needed = plain.horizontalAdvance(before) + bold.horizontalAdvance(whole[first][0])
        if needed > width * _FROM_START:
            whole[:first] = [(_end_of(before, plain, width * _BEFORE), False)]
    return _cut(whole, plain, bold, width)


def _pieces(snippet: Snippet) -> Iterator[Piece]:
    text = snippet.text
    bounds = sorted({0, len(text), *(edge for span in snippet.found for edge in (span.start, span.end))})
    for start, end in pairwise(bounds):
        yield text[start:end], any(span.start <= start < span.end for span in snippet.found)


def _end_of(text: str, metrics: QFontMetricsF, width: float) -> str:
    """The last whole words of the text that fit, after an ellipsis."""
    shown = "…"
    for place in range(len(text) - 1, 0, -1):
        if text[place - 1].isspace() and not text[place].isspace():
            longer = "…" + text[place:]
            if metrics.horizontalAdvance(longer) > width:
                break
            shown = longer
    return shown


def _cut(pieces: Sequence[Piece], plain: QFontMetricsF, bold: QFontMetricsF, width: float) -> list[Piece]:
    """The pieces up to where the width ends, the last of them elided."""
    fitting: list[Piece] = []
    for text, found in pieces:
        metrics = bold if found else plain
        advance = metrics.horizontalAdvance(text)
        if advance > width:
            fitting.append((metrics.elidedText(text, Qt.TextElideMode.ElideRight, width), found))
            break
        fitting.append((text, found))
        width -= advance
    return fitting
