"""A label that gives way where there is no room: it is cut with an ellipsis, and whole in its tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

# Average characters that stay of it.
_LEAST = 4


class ElidedLabel(QLabel):
    """`text()` is always whole."""

    def __init__(
        self, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A few characters."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), _LEAST * self.fontMetrics().averageCharWidth()), whole.height())

    def setText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        """Show another text; its tip too, where the width stays as it was."""
        super().setText(text)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Have a tip only where something is cut."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw what fits."""
        if not self._cut():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        fitting = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        painter.drawText(self.rect(), self.alignment(), fitting)
        painter.end()

    def _tell(self) -> None:
        self.setToolTip(self.text() if self._cut() else "")

    def _cut(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) > self.width()
