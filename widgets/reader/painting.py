"""Drawing: bands and underlines behind the letters; ghosts, outlines, chips and badges over them.

Every function is handed a painter that stands at the paragraph's own layout (see `pictures`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.scheme import Pattern, Scheme
from widgets.reader.geometry import Box, band, outline, rounded
from widgets.reader.pictures import LANE_EM, LANES, Chip, Mark, Picture
from widgets.reader.typography import ASCENT_EM, DESCENT_EM, Typography
from widgets.theme import Theme


@dataclass(frozen=True, slots=True)
class Ink:
    """A label's colours and pattern, ready to paint with."""

    line: QColor
    fill: QColor
    pattern: Pattern


class Inks:
    """The inks of a scheme in one theme, and the fonts of what is painted around the text."""

    def __init__(self, scheme: Scheme, colours: Theme, typography: Typography) -> None:
        self.colours = colours
        self.paper, self.ink = QColor(colours.paper), QColor(colours.ink)
        self.soft, self.rule = QColor(colours.soft), QColor(colours.line)
        self.accent, self.on_accent = QColor(colours.accent), QColor(colours.on_accent)
        self._labels = {}
        for label in scheme.labels:
            chosen = colours.label(label)
            self._labels[label.id] = Ink(QColor(chosen.line), QColor(chosen.fill), label.pattern)
        self._unknown = Ink(self.soft, QColor(colours.hover), "dashed")
        self.pill_font = typography.small_font(0.6, QFont.Weight.DemiBold)
        self.gloss_font = typography.small_font(0.51, QFont.Weight.Medium)
        self.facts_font = typography.small_font(0.68)
        self.badge_font = typography.small_font(0.6, QFont.Weight.Bold)

    def label(self, label_id: str) -> Ink:
        """The label's ink; a neutral one for a label the scheme no longer has."""
        return self._labels.get(label_id, self._unknown)


# ------------------------------------------------------------------------------- behind the letters


def paint_bands(painter: QPainter, picture: Picture, inks: Inks) -> None:
    """Fill what is innermost and underline everything in its lane."""
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in picture.marks:
        if mark.lane == 0:
            fill = inks.label(mark.label).fill
            for box in mark.boxes:
                painter.fillRect(band(box, picture.em), fill)
    for mark in picture.marks:
        if mark.lane < LANES:
            ink = inks.label(mark.label)
            for box in mark.boxes:
                paint_underline(painter, box, lane_top(box, mark.lane, picture.em), ink, picture.em)


def lane_top(box: Box, lane: int, em: float) -> float:
    """Where the lane's underline begins, under the box: on a whole pixel, so that it is sharp."""
    return float(round(box.line.baseline + (DESCENT_EM + lane * LANE_EM) * em))


def paint_underline(painter: QPainter, box: Box, top: float, ink: Ink, em: float) -> None:
    """One underline in the label's pattern."""
    thin, thick = max(1.0, round(em * 0.055)), max(1.0, round(em * 0.085))
    left, right, width = box.left, box.right, box.right - box.left
    match ink.pattern:
        case "solid":
            painter.fillRect(QRectF(left, top, width, thick), ink.line)
        case "double":
            painter.fillRect(QRectF(left, top, width, thin), ink.line)
            painter.fillRect(QRectF(left, top + 2 * thin, width, thin), ink.line)
        case "dotted" | "dashed":
            # Flat caps: round dots take the painter eight times as long, and at this size look the same.
            pen = QPen(ink.line, thick, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1.0, 1.0] if ink.pattern == "dotted" else [3.2, 2.0])
            painter.setPen(pen)
            painter.drawLine(QLineF(left, top + thick / 2, right, top + thick / 2))
        case "wave":
            painter.strokePath(_wave(left, right, top + thick, em * 0.1), QPen(ink.line, thin))


def _wave(left: float, right: float, middle: float, height: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, middle))
    step, x, up = height * 2.4, left, True
    while x < right:
        path.quadTo(x + step / 2, middle + (-height if up else height), x + step, middle)
        x, up = x + step, not up
    return path


# ---------------------------------------------------------------------------------- over the letters


def paint_ghosts(
    painter: QPainter, picture: Picture, inks: Inks, selected: int | None, along: Collection[int] = ()
) -> None:
    """Suggestions: dashed outlines in the label's colour; the selected one is whole and stronger.

    Those `along`, which are accepted with it, are whole too.
    """
    for mark in sorted(picture.ghosts, key=lambda m: m.lane):
        chosen = mark.key == selected
        pen = QPen(inks.label(mark.label).line, 2.0 if chosen else 1.1)
        if not chosen and mark.key not in along:
            pen.setDashPattern([3.0, 2.6])
        grow = 1.5 + min(mark.lane, 2) * 1.5
        painter.strokePath(outline(mark.boxes, picture.em, min(mark.lane, 2) * 1.0, grow), pen)


def paint_selected(painter: QPainter, picture: Picture, annotation_id: int, inks: Inks) -> None:
    """The selected annotation: an outline that follows its lines."""
    pen = QPen(inks.accent, 2.0)
    for mark in picture.marks:
        if mark.key == annotation_id:
            below = (min(mark.lane, LANES - 1) + 1) * LANE_EM * picture.em
            painter.strokePath(outline(mark.boxes, picture.em, below, 3.0), pen)


def paint_hovered(painter: QPainter, picture: Picture, annotation_id: int, inks: Inks) -> None:
    """The annotation under the mouse: a thin outline in its own colour."""
    for mark in picture.marks:
        if mark.key == annotation_id:
            below = (min(mark.lane, LANES - 1) + 1) * LANE_EM * picture.em
            pen = QPen(inks.label(mark.label).line, 1.0)
            painter.strokePath(outline(mark.boxes, picture.em, below, 2.0), pen)


def paint_chips(painter: QPainter, picture: Picture, inks: Inks) -> None:
    """Values and relations: glosses under the line, pills behind it; "+2" where lanes run out."""
    for chip in picture.chips:
        if chip.gloss:
            _paint_gloss(painter, chip, inks)
        else:
            _paint_pill(painter, chip, inks)
    painter.setFont(inks.gloss_font)
    painter.setPen(inks.soft)
    for box, count in picture.deeper:
        painter.drawText(QPointF(box.right + 1, lane_top(box, LANES - 1, picture.em) + 3), f"+{count}")


def _paint_gloss(painter: QPainter, chip: Chip, inks: Inks) -> None:
    painter.fillRect(chip.rect, inks.paper)
    painter.setFont(inks.gloss_font)
    painter.setPen(inks.label(chip.label).line)
    painter.drawText(chip.rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, chip.text)


def _paint_pill(painter: QPainter, chip: Chip, inks: Inks) -> None:
    ink = inks.label(chip.label)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.fill)
    painter.drawRoundedRect(chip.rect, chip.rect.height() / 2, chip.rect.height() / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(inks.pill_font)
    painter.setPen(ink.line)
    painter.drawText(chip.rect, Qt.AlignmentFlag.AlignCenter, chip.text)


def paint_badge(painter: QPainter, mark: Mark, number: int, picture: Picture, inks: Inks) -> None:
    """The number by which a relation's target is chosen, at the upper left of its first letter."""
    if not mark.boxes:
        return
    metrics = QFontMetricsF(inks.badge_font)
    size = metrics.height()
    box = mark.boxes[0]
    rect = QRectF(
        box.left - size * 0.55, box.line.baseline - ASCENT_EM * picture.em - size * 0.62, size, size
    )
    painter.setPen(QPen(inks.paper, 1.5))
    painter.setBrush(inks.accent)
    painter.drawRoundedRect(rect, size / 3, size / 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(inks.badge_font)
    painter.setPen(inks.on_accent)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))


# ------------------------------------------------------------------------------------- on the page


def paint_joins(painter: QPainter, points: Sequence[tuple[QPointF, QPointF]], colour: QColor) -> None:
    """The thin dotted lines between the fragments of one annotation."""
    pen = QPen(colour, 1.4)
    pen.setDashPattern([1.0, 2.2])
    painter.setPen(pen)
    for one, other in points:
        painter.drawLine(one, other)


@dataclass(frozen=True, slots=True)
class Connection:
    """A relation in the viewport: from above the first line of its source to above that of its target."""

    start: QPointF
    end: QPointF
    name: str


def paint_relation(painter: QPainter, connection: Connection, column: float, inks: Inks) -> None:
    """A relation as a line with an arrow head: between the lines of text, and beside the column.

    `column` is where the column begins.
    """
    path = _route(connection.start, connection.end, column - 12.0)
    painter.strokePath(path, QPen(inks.paper, 4.0))
    painter.strokePath(path, QPen(inks.accent, 1.4))
    _paint_arrow(painter, connection.end + QPointF(0, 3), inks.accent)


def paint_names(
    painter: QPainter,
    connections: Sequence[Connection],
    taken: Sequence[QRectF],
    column: tuple[float, float],
    inks: Inks,
) -> None:
    """The names of relations on their lines; one that would cover text or a chip is left out."""
    painter.setFont(inks.gloss_font)
    painter.setPen(inks.accent)
    metrics = QFontMetricsF(inks.gloss_font)
    covered = list(taken)
    for connection in connections:
        rect = name_place(connection, metrics, covered, column)
        if rect is not None:
            covered.append(rect)
            painter.fillRect(rect, inks.paper)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, connection.name)


def name_place(
    connection: Connection,
    metrics: QFontMetricsF,
    taken: Sequence[QRectF],
    column: tuple[float, float],
) -> QRectF | None:
    """Where the name stands free of what is `taken`: before the arrow, behind it, or on along the line."""
    width, height = metrics.horizontalAdvance(connection.name) + 8, metrics.capHeight() + 2
    end, before = connection.end, connection.end.x() - width - 10
    if connection.start.y() == end.y() and connection.start.x() > end.x():
        lefts = [end.x() + 10, before]
    else:
        lefts = [before, end.x() + 10]
    lefts += [before - step for step in range(8, max(round(before - column[0]), 8), 8)]
    for left in lefts:
        rect = QRectF(left, end.y() - height / 2, width, height)
        inside = left >= 2.0 and rect.right() <= column[1]
        if inside and not any(rect.intersects(other) for other in taken):
            return rect
    return None


def _route(start: QPointF, end: QPointF, margin: float) -> QPainterPath:
    """Straight on one line; else out to the margin, along it, and back between the lines."""
    if start.y() == end.y():
        corners = [start + QPointF(0, 4), start, end, end + QPointF(0, 4)]
    else:
        out, back = QPointF(margin, start.y()), QPointF(margin, end.y())
        corners = [start + QPointF(0, 4), start, out, back, end, end + QPointF(0, 4)]
    return rounded(corners, 5.0, closed=False)


def _paint_arrow(painter: QPainter, tip: QPointF, colour: QColor) -> None:
    """A head that points down onto `tip`: every relation arrives from above."""
    head = QPainterPath(tip)
    head.lineTo(tip + QPointF(-4.0, -7.0))
    head.lineTo(tip + QPointF(4.0, -7.0))
    head.closeSubpath()
    painter.fillPath(head, colour)


def paint_box(painter: QPainter, rect: QRectF, text: str, key: str, opened: bool, inks: Inks) -> None:
    """The box of a run of page furniture: what it holds, and the key that opens it."""
    pen = QPen(inks.rule, 1.2)
    pen.setDashPattern([3.0, 2.5])
    painter.setPen(pen)
    painter.drawRoundedRect(rect, 7, 7)
    painter.setFont(inks.facts_font)
    painter.setPen(inks.soft)
    inner = rect.adjusted(11, 0, -11, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, f"{'▾' if opened else '▸'}  {text}")
    if key:
        _paint_key(painter, inner, key, inks)


def _paint_key(painter: QPainter, inner: QRectF, key: str, inks: Inks) -> None:
    metrics = QFontMetricsF(inks.badge_font)
    width = metrics.horizontalAdvance(key) + 10
    rect = QRectF(
        inner.right() - width, inner.center().y() - metrics.height() / 2 - 1, width, metrics.height() + 2
    )
    painter.setPen(QPen(inks.rule, 1.0))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setFont(inks.badge_font)
    painter.setPen(inks.soft)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


def paint_rule(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """The upright rule beside a quotation or caption."""
    painter.fillRect(rect, colour)


def paint_bullet(painter: QPainter, centre: QPointF, radius: float, colour: QColor) -> None:
    """The dot before a list item."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_facts(
    painter: QPainter,
    rect: QRectF,
    facts: Sequence[tuple[str, Literal["soft", "accent"]]],
    inks: Inks,
) -> None:
    """The line of facts under the headline; what has no room any more is cut off with an ellipsis."""
    painter.setFont(inks.facts_font)
    metrics = QFontMetricsF(inks.facts_font)
    x = rect.left()
    for text, colour in facts:
        room = rect.right() - x
        if room < metrics.averageCharWidth() * 4:
            return
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setPen(inks.accent if colour == "accent" else inks.soft)
        painter.drawText(QRectF(x, rect.top(), room, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        x += metrics.horizontalAdvance(shown) + metrics.averageCharWidth() * 2.2


def wanted(ids: Collection[int], picture: Picture) -> list[Mark]:
    """The marks of the picture that begin one of these annotations."""
    return [mark for mark in picture.marks if mark.begins and mark.key in ids]
