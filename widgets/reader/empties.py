"""Passages read and empty: a sign and a bar in the margin, and a hatch behind the letters."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from widgets.reader.geometry import Box, band
from widgets.reader.painting import Inks
from widgets.reader.pictures import Mark, Picture
from widgets.reader.typography import ASCENT_EM, DESCENT_EM

# How far from the column sign and bar stay, in pixels: the lines of relations pass between.
_OFF = 14.5
# The sign's size: as the text's, but no wider than the margin.
_SIGN_EM = 0.58
# How much of the hatch is seen, 0 to 255: it must stay behind what is marked in its neighbourhood.
_HATCH_ALPHA = {"light": 62, "dark": 62}


def paint_hatch(painter: QPainter, picture: Picture, inks: Inks) -> None:
    """Hatch the passages' letters faintly, before anything else is painted."""
    colour = QColor(inks.soft)
    colour.setAlpha(_HATCH_ALPHA[inks.colours.mode])
    brush = QBrush(colour, Qt.BrushStyle.BDiagPattern)
    for mark in picture.empties:
        for box in mark.boxes:
            painter.fillRect(band(box, picture.em), brush)


def paint_signs(painter: QPainter, picture: Picture, margin: float, inks: Inks) -> None:
    """A bar beside the lines of each passage, under the sign of an empty set where it begins.

    `margin` is how much paper there is beside the column, in pixels.
    """
    for mark in picture.empties:
        if mark.boxes:
            _paint_sign(painter, mark, picture.em, margin, inks)


def _paint_sign(painter: QPainter, mark: Mark, em: float, margin: float, inks: Inks) -> None:
    size = min(em * _SIGN_EM, margin - _OFF - 2)
    middle = -_OFF - size / 2
    top, bottom = _top(mark.boxes[0], em), _bottom(mark.boxes[-1], em)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(inks.soft, max(1.2, size * 0.11)))
    if mark.begins:
        centre = QPointF(middle, top + em * 0.16 + size / 2)
        painter.drawEllipse(QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size))
        arm = QPointF(size * 0.52, -size * 0.52)
        painter.drawLine(QLineF(centre - arm, centre + arm))
        top = centre.y() + size / 2 + 3
    if bottom - top > size:
        painter.fillRect(QRectF(middle - 0.75, top, 1.5, bottom - top), inks.soft)


def _top(box: Box, em: float) -> float:
    return box.line.baseline - ASCENT_EM * em


def _bottom(box: Box, em: float) -> float:
    return box.line.baseline + DESCENT_EM * em
