"""A check box drawn in the theme's colours: Fusion's own frame is hardly seen on dark paper."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from widgets import theme


class TickBox(QCheckBox):
    """A QCheckBox that draws itself."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw the box, the tick in it and the text beside it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        side = min(inside.width(), inside.height()) - 1.0
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(inside).center())
        draw_tick(painter, box, ticked=self.isChecked(), focused=self.hasFocus())
        option.rect = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        self.style().drawControl(QStyle.ControlElement.CE_CheckBoxLabel, option, painter, self)


def draw_tick(painter: QPainter, box: QRectF, *, ticked: bool, focused: bool) -> None:
    """Draw the box, with a tick in it or without."""
    colours = theme.current()
    frame = colours.accent if ticked or focused else colours.soft
    painter.setPen(QPen(QColor(frame), 1.6 if focused else 1.0))
    painter.setBrush(QColor(colours.accent if ticked else colours.field))
    painter.drawRoundedRect(box, 3, 3)
    if ticked:
        pen = QPen(QColor(colours.on_accent), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        left, top, side = box.left(), box.top(), box.width()
        corners = ((0.24, 0.53), (0.43, 0.72), (0.77, 0.31))
        painter.drawPolyline([QPointF(left + x * side, top + y * side) for x, y in corners])
