"""What is to be drawn for one paragraph: where each mark lies, in which lane, and where its chip has room.

A picture is made when its paragraph is first seen, kept until something in it changes, and measured from
the paragraph's own layout (see `geometry`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from widgets.reader.chips import relation_text, value_text
from widgets.reader.document import ArticleDocument
from widgets.reader.geometry import Box, Line, boxes_of, lines_of
from widgets.reader.marks import Marks
from widgets.reader.span_index import Piece, lanes
from widgets.reader.typography import ASCENT_EM, DESCENT_EM

# Underlines are drawn in this many lanes; what is nested deeper is counted ("+2").
LANES = 3
# From lane to lane, in em: a double line and the air under it.
LANE_EM = 0.2


@dataclass(frozen=True, slots=True)
class Mark:
    """One fragment, or the part of it that is in the paragraph."""

    key: int
    label: str
    boxes: list[Box]
    lane: int
    begins: bool
    """Whether the annotation begins here (else in an earlier fragment or paragraph)."""
    ends: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A small text beside or under the line its annotation ends on."""

    key: int
    label: str
    text: str
    rect: QRectF
    gloss: bool
    """Under the line in small letters; else a pill behind the line's end."""


@dataclass(slots=True)
class Picture:
    """A paragraph's lines, marks and chips."""

    em: float
    start: int
    end: int
    """The stretch of the text (code points) that is drawn: of a very long paragraph, what is near."""
    lines: list[Line]
    marks: list[Mark] = field(default_factory=list)
    ghosts: list[Mark] = field(default_factory=list)
    empties: list[Mark] = field(default_factory=list)
    """Passages read and empty."""
    chips: list[Chip] = field(default_factory=list)
    deeper: list[tuple[Box, int]] = field(default_factory=list)
    """Boxes where more is nested than there are lanes, and how much."""


@dataclass(frozen=True, slots=True)
class Setter:
    """What chips are measured with."""

    pill: QFontMetricsF
    gloss: QFontMetricsF
    room_right: float
    """Where the page ends, from the left of the text column."""


def draw_up(
    document: ArticleDocument, marks: Marks, paragraph: int, stretch: tuple[int, int], setter: Setter
) -> Picture:
    """The picture of what touches the stretch (code points) of a paragraph that is laid out."""
    block = document.block(paragraph)
    role = document.roles[paragraph]
    layout, offsets = block.layout(), document.offsets
    start, end = document.bounds(paragraph)
    picture = Picture(
        document.typography.role_em(role), *stretch, lines_of(layout, document.typography.pitch(role))
    )
    annotated = _near(lanes(marks.annotated.pieces(paragraph)), stretch)
    suggested = _near(lanes(marks.suggested.pieces(paragraph)), stretch)

    def boxes(piece: Piece) -> list[Box]:
        first = offsets.to_qt(max(piece[0], start)) - block.position()
        last = offsets.to_qt(min(piece[1], end)) - block.position()
        return boxes_of(layout, picture.lines, first, last)

    picture.marks = _marks(annotated, boxes, marks, start, end)
    picture.ghosts = [
        Mark(p[2], marks.suggestions[p[2]].label, boxes(p), lane, p[0] >= start, p[1] <= end)
        for p, lane in suggested.items()
    ]
    picture.empties = [
        Mark(p[2], "", boxes(p), 0, p[0] >= start, p[1] <= end)
        for p in marks.emptied.pieces(paragraph)
        if p[0] < stretch[1] and stretch[0] < p[1]
    ]
    picture.deeper = [
        (mark.boxes[-1], mark.lane + 1 - LANES) for mark in picture.marks if mark.lane >= LANES and mark.boxes
    ]
    picture.chips = _chips(picture, marks, setter)
    return picture


def _near(pieces: Mapping[Piece, int], stretch: tuple[int, int]) -> dict[Piece, int]:
    """Those of the pieces (with their lanes) that touch the stretch."""
    return {p: lane for p, lane in pieces.items() if p[0] < stretch[1] and stretch[0] < p[1]}


def _marks(
    given: Mapping[Piece, int], boxes: Callable[[Piece], list[Box]], marks: Marks, start: int, end: int
) -> list[Mark]:
    found = []
    for piece in sorted(given, key=lambda p: (p[0], -p[1])):
        annotation = marks.annotations[piece[2]]
        found.append(
            Mark(
                piece[2],
                annotation.label,
                boxes(piece),
                given[piece],
                begins=start <= annotation.start == piece[0],
                ends=piece[1] == annotation.end <= end,
            )
        )
    return found


def _chips(picture: Picture, marks: Marks, setter: Setter) -> list[Chip]:
    """Chips where they cover neither text nor each other: behind the line, under the span, else left out."""
    placed: dict[int, list[Chip]] = {}
    filled: dict[int, float] = {}
    for mark in sorted((m for m in picture.marks if m.ends and m.boxes), key=lambda m: m.boxes[-1].right):
        line = mark.boxes[-1].line
        for label, text in _texts(mark, marks):
            behind = line.right - mark.boxes[-1].right < picture.em
            chip = (
                (_pill(picture, mark, label, text, setter, filled) if behind else None)
                or _gloss(picture, mark, label, text, setter, placed.get(line.start, ()))
                or _pill(picture, mark, label, text, setter, filled)
            )
            if chip:
                placed.setdefault(line.start, []).append(chip)
    return [chip for chips in placed.values() for chip in chips]


def _texts(mark: Mark, marks: Marks) -> list[tuple[str, str]]:
    """What is to be said of the annotation, and in which label's colours."""
    annotation = marks.annotations[mark.key]
    found = []
    value = value_text(annotation)
    if value:
        found.append((mark.label, value))
    relations = [r for r in marks.relations_from(mark.key) if not marks.is_inside(r)]
    if relations:
        found.append((marks.annotations[relations[0].target].label, relation_text(relations, marks)))
    return found


def _pill(
    picture: Picture, mark: Mark, label: str, text: str, setter: Setter, filled: dict[int, float]
) -> Chip | None:
    """Behind the end of the line, after what stands there already."""
    line = mark.boxes[-1].line
    left = filled.get(line.start, line.right + 0.45 * picture.em)
    height = setter.pill.height() + 2
    width = setter.pill.horizontalAdvance(text) + height * 0.9
    if left + width > setter.room_right:
        return None
    filled[line.start] = left + width + 0.3 * picture.em
    middle = line.baseline - 0.3 * picture.em
    return Chip(mark.key, label, text, QRectF(left, middle - height / 2, width, height), gloss=False)


def _gloss(
    picture: Picture, mark: Mark, label: str, text: str, setter: Setter, placed: Sequence[Chip]
) -> Chip | None:
    """Under the span and its own underline, where the letters of the next line leave room.

    Like the figure on a contour line, it interrupts the underlines of the outer spans that pass there.
    """
    box, em = mark.boxes[-1], picture.em
    line = box.line
    width = setter.gloss.horizontalAdvance(text) + 6
    left = max(min((box.left + box.right - width) / 2, setter.room_right - width), 0.0)
    top = line.baseline + (DESCENT_EM + (mark.lane + 0.6) * LANE_EM) * em
    bottom = line.next_baseline - ASCENT_EM * em
    if bottom - top < setter.gloss.capHeight() * 1.1:
        return None
    rect = QRectF(left, top, width, bottom - top)
    return None if any(rect.intersects(c.rect) for c in placed) else Chip(mark.key, label, text, rect, True)
