"""A combo box for cards and dialogs: the wheel passes by, and its arrow is drawn in the theme's colours."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QToolTip, QWidget

from widgets import theme

# Pixels from the right edge to the arrow's middle, and half its width.
_FROM_RIGHT, _HALF = 12, 3.5
# Pixels between an icon and the text, as Qt has them.
_ICON_GAP = 4


class CardCombo(QComboBox):
    """Chosen by click or key only: a value must not change because what it stands in was scrolled."""

    def __init__(self, least_characters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(least_characters)
        self.setMaxVisibleItems(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # nor does the wheel bring the focus along

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The arrow and a few letters: where it is narrow, the text is elided."""
        return QSize(
            4 * self.fontMetrics().averageCharWidth() + 2 * _FROM_RIGHT, super().minimumSizeHint().height()
        )

    def event(self, event: QEvent) -> bool:
        """Say in the tip what is chosen, where it is cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._cut():
            said = "\n".join(filter(None, (self.currentText(), self.toolTip())))
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to what scrolls."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the arrow too; a style sheet takes Qt's own away."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().soft), 1.4))
        tip = QPointF(self.width() - _FROM_RIGHT, self.height() / 2 + _HALF / 2)
        painter.drawPolyline([tip - QPointF(_HALF, _HALF), tip, tip + QPointF(_HALF, -_HALF)])

    def _cut(self) -> bool:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, part, self).width()
        room -= 0 if option.currentIcon.isNull() else option.iconSize.width() + _ICON_GAP
        return self.fontMetrics().horizontalAdvance(self.currentText()) > room
