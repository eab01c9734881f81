"""How bars look: colour and pattern of each series, so that colour is never the only cue."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QImage, QPainter, QPen, QPixmap, QTransform

from app.scheme import Pattern, Scheme
from widgets import theme

Tile = Literal["full", "pale", "rising", "falling", "level", "dots", "crossed"]

_OF_LABEL: dict[Pattern, Tile] = {
    "solid": "full",
    "double": "level",
    "dotted": "dots",
    "dashed": "rising",
    "wave": "crossed",
}
# Pixels of a tile, and how much finer it is drawn, for screens of up to three pixels a pixel.
_SIZE, _FINE = 8, 3
_SWATCH = 14
POINT_RADIUS = 3.5
"""Pixels."""
# How much of its colour a bar's ground has.
_TINT = 0.16


@dataclass(frozen=True, slots=True)
class Look:
    """Colours `#RRGGBB` of a bar's lines and ground, and its pattern."""

    line: str
    ground: str
    tile: Tile

    def brush(self) -> QBrush:
        """What the bar is filled with; the pattern does not depend on where the bar stands."""
        return QBrush(_brush(self.line, self.ground, self.tile))


def look(series: str, scheme: Scheme) -> Look:
    """The look of a series (`label:claim`, `status:done`) in the theme of now."""
    now = theme.current()
    kind, _, name = series.partition(":")
    if kind == "label" and (label := scheme.label(name)) is not None:
        colours = now.label(label)
        return Look(colours.line, colours.fill, _OF_LABEL[label.pattern])
    known: dict[str, tuple[str, Tile]] = {
        "status:done": (now.saved, "full"),
        "status:in_progress": (now.accent, "rising"),
        "status:skipped": (now.soft, "crossed"),
        "status:todo": (now.soft, "pale"),
        "decision:accepted": (now.saved, "full"),
        "decision:edited": (now.accent, "rising"),
        "decision:rejected": (now.error, "falling"),
        "plain": (now.accent, "pale"),
        "whisker": (now.ink, "full"),
    }
    line, tile = known.get(series, (now.accent, "full"))
    return Look(line, _mixed(line, now.paper), tile)


def swatch(series: str, of: Look) -> QIcon:
    """The legend's little square, point or whisker, sharp at 1x to 3x."""
    drawn = QIcon()
    for scale in (1, 2, 3):
        pixmap = QPixmap(_SWATCH * scale, _SWATCH * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if series == "point":
            draw_point(painter, QPointF(_SWATCH / 2, _SWATCH / 2), of)
        elif series == "whisker":
            draw_whisker(painter, QPointF(_SWATCH / 2, 1), QPointF(_SWATCH / 2, _SWATCH - 1), of)
        else:
            fill_bar(painter, QRectF(1, 1, _SWATCH - 2, _SWATCH - 2), of)
        painter.end()
        drawn.addPixmap(pixmap)
    return drawn


def fill_bar(painter: QPainter, rect: QRectF, of: Look, *, outlined: bool = True) -> None:
    """Paint a bar; `rect` is in pixels."""
    painter.fillRect(rect, of.brush())
    if outlined:
        painter.setPen(QPen(QColor(of.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def draw_point(painter: QPainter, place: QPointF, of: Look) -> None:
    """Paint a point at a pixel; where several lie on one another it is seen that they do."""
    inside = QColor(of.line)
    inside.setAlpha(190)
    painter.setPen(QPen(QColor(of.ground), 0.8))
    painter.setBrush(inside)
    painter.drawEllipse(place, POINT_RADIUS, POINT_RADIUS)


def draw_whisker(painter: QPainter, upper: QPointF, lower: QPointF, of: Look) -> None:
    """Paint a stretch between two pixels, with a cross line at either end."""
    painter.setPen(QPen(QColor(of.line), 1.5))
    painter.drawLine(upper, lower)
    for end in (upper, lower):
        painter.drawLine(end - QPointF(3, 0), end + QPointF(3, 0))


@cache
def _brush(line: str, ground: str, tile: Tile) -> QBrush:
    if tile in ("full", "pale"):
        return QBrush(QColor(line if tile == "full" else ground))
    image = QImage(_SIZE * _FINE, _SIZE * _FINE, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_FINE, _FINE)
    _draw(painter, QColor(line), tile)
    painter.end()
    brush = QBrush(image)
    brush.setTransform(QTransform.fromScale(1 / _FINE, 1 / _FINE))
    return brush


def _draw(painter: QPainter, colour: QColor, tile: Tile) -> None:
    """One tile of the pattern; lines that leave it at one side come in at the other."""
    side = float(_SIZE)
    painter.setPen(QPen(colour, 1.5))
    if tile in ("rising", "crossed"):
        for shift in (-side, 0.0, side):
            painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0))
    if tile in ("falling", "crossed"):
        for shift in (-side, 0.0, side):
            painter.drawLine(QPointF(shift, 0), QPointF(shift + side, side))
    if tile == "level":
        for y in (2.0, 6.0):
            painter.drawLine(QPointF(0, y), QPointF(side, y))
    if tile == "dots":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for place in (QPointF(2, 2), QPointF(6, 6)):
            painter.drawEllipse(place, 1.4, 1.4)


def _mixed(colour: str, ground: str) -> str:
    """A little of `colour` on `ground`."""
    one, other = QColor(colour), QColor(ground)
    parts = [
        round(_TINT * a + (1 - _TINT) * b)
        for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor(*parts).name()
