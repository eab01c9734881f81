"""A chip: a small round button that is cut with an ellipsis where its line is too narrow for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

# Average characters that stay of the narrowest chip, and pixels of its padding and border on both sides.
_LEAST, _PADDING = 6, 20


class Chip(QPushButton):
    """`text()` is always whole."""

    def __init__(self, text: str, *, checkable: bool = True) -> None:
        super().__init__(text)
        self.setProperty("chip", "filter")
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A few characters, where the text has more."""
        whole = super().sizeHint()
        return QSize(
            min(whole.width(), self.fontMetrics().averageCharWidth() * _LEAST + _PADDING), whole.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw what fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        if self.width() < self.sizeHint().width():
            face = QFont(self.font())
            if self.isChecked():
                face.setWeight(QFont.Weight.DemiBold)  # as the style sheet has it
            room = self.width() - _PADDING
            option.text = QFontMetrics(face).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
