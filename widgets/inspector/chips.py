"""Painted chips in a label's colours: a value, and a relation that can be followed or taken off."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from app.scheme import Label
from widgets import theme

_PAD_X, _PAD_Y = 8, 3


class LabelChip(QAbstractButton):
    """A rounded chip with a short text in the label's colours; elided where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_text(self, text: str, label: Label | None) -> None:
        """Show the text in the label's colours (the theme's where there is no such label)."""
        self._label = label
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The whole text."""
        metrics = QFontMetricsF(self._face())
        width = metrics.horizontalAdvance(self.text()) + 2 * _PAD_X + self._tail()
        return QSize(round(width + 1), round(metrics.height() + 2 * _PAD_Y))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A few letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 56 + self._tail()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the chip."""
        colours = theme.current()
        line, fill = (colours.accent, colours.selected)
        if self._label is not None:
            of_label = colours.label(self._label)
            line, fill = of_label.line, of_label.fill
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(fill))
        painter.setPen(QPen(QColor(line), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(self._face())
        painter.setPen(QColor(line))
        room = box.adjusted(_PAD_X - 1, 0, -_PAD_X + 1 - self._tail(), 0)
        metrics = QFontMetricsF(self._face())
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(
            room.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text
        )
        self._draw_tail(painter, box, QColor(line))

    def _face(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.95)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _tail(self) -> int:
        """Pixels kept free at the right."""
        return 0

    def _draw_tail(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        """Draw what stands there."""


class NumberedChip(QPushButton):
    """A value to switch on; while its row has the focus it shows the digit that picks it."""

    def __init__(self, text: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._number = str(number) if number < 10 else ""
        self._shown = False
        self.setProperty("chip", "value")
        self.setCheckable(True)
        self.setAutoDefault(False)

    def show_number(self, shown: bool) -> None:
        """Show the digit, or hide it."""
        if shown != self._shown:
            self._shown = shown
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the digit in the corner, where it takes no room from the words."""
        super().paintEvent(event)
        if not self._shown:
            return
        colours = theme.current()
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.62)
        painter.setFont(font)
        painter.setPen(QColor(colours.on_accent if self.isChecked() else colours.soft))
        painter.drawText(QRectF(2.5, 0.5, 12, self.height()), Qt.AlignmentFlag.AlignTop, self._number)


class RelationChip(LabelChip):
    """The other end of a relation: a click or Enter follows it, its cross or Delete takes it off."""

    followed = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The cross takes off, the rest follows."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            crossed = event.position().x() > self.width() - self._tail() - _PAD_X / 2
            (self.removed if crossed else self.followed).emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter or Space follows, Delete or Backspace takes off."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.followed.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _tail(self) -> int:
        return round(self._cross() + 7)

    def _cross(self) -> float:
        """Side of the cross in pixels."""
        return QFontMetricsF(self._face()).xHeight()

    def _draw_tail(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        painter.setPen(QPen(colour, 1.3))
        half = self._cross() / 2 - 0.5
        centre = QPointF(box.right() - _PAD_X - half + 1, box.center().y())
        for slope in (1, -1):
            arm = QPointF(half, half * slope)
            painter.drawLine(centre - arm, centre + arm)
