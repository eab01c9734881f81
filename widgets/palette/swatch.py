"""A label's little square: its fill, and along the lower edge its underline pattern."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from app.scheme import Label, Pattern
from widgets import theme

_SIZE = 14
_STYLES = {
    "solid": Qt.PenStyle.SolidLine,
    "double": Qt.PenStyle.SolidLine,
    "dotted": Qt.PenStyle.DotLine,
    "dashed": Qt.PenStyle.DashLine,
    "wave": Qt.PenStyle.DashDotLine,
}


def swatch(label: Label) -> QIcon:
    """The label's icon in the theme of now, sharp at 1x to 3x."""
    drawn = QIcon()
    for scale in (1, 2, 3):
        pixmap = QPixmap(_SIZE * scale, _SIZE * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint(painter, label)
        painter.end()
        drawn.addPixmap(pixmap)
    return drawn


def _paint(painter: QPainter, label: Label) -> None:
    colours = theme.current().label(label)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(1, 1, _SIZE - 2, _SIZE - 2), 3, 3)
    painter.fillPath(shape, QColor(colours.fill))
    painter.setClipPath(shape)
    for y, width in _lines(label.pattern):
        painter.setPen(QPen(QColor(colours.line), width, _STYLES[label.pattern], Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(1, y), QPointF(_SIZE - 1, y))


def _lines(pattern: Pattern) -> tuple[tuple[float, float], ...]:
    """Height and width of each line of the pattern, in pixels from the top."""
    return ((7.75, 1.5), (11.25, 1.5)) if pattern == "double" else ((10.5, 3.0),)
