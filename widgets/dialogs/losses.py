"""What an export would lose: a sentence, then a line for each kind, what is gone before what is changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.exporters import Loss
from widgets.exporting import Preview
from widgets.texts import tr
from widgets.wrapped_text import WrappedText


class LossesView(QScrollArea):
    """Scrolls where there are many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        self.setAccessibleName(self.tr("Losses"))
        self._lines: list[WrappedText] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(5)
        self._column.addStretch(1)
        self.setWidget(inside)

    def text(self) -> str:
        """Everything said, a line each."""
        return "\n".join(line.text() for line in self._lines)

    def say(self, sentence: str) -> None:
        """Say just this."""
        self._show([WrappedText(sentence)])

    def show_preview(self, found: Preview) -> None:
        """Say how many articles there are and what becomes of what the format cannot hold."""
        count = found.articles
        articles = tr("{count} articles.", "", count)
        ordered = sorted(found.report.losses, key=lambda loss: not loss.fate.lost)
        gone = sum(loss.fate.lost for loss in ordered)
        if not ordered:
            said = self.tr("Nothing is lost.")
        elif gone:
            said = self.tr("Not everything fits into this format:")
        else:
            said = self.tr("Nothing is lost; some things take another shape:")
        lines = [WrappedText(f"{articles} {said}")]
        lines += (_line(loss) for loss in ordered)
        self._show(lines)

    def _show(self, lines: list[WrappedText]) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = lines
        for row, line in enumerate(lines):
            self._column.insertWidget(row, line)


def _line(loss: Loss) -> WrappedText:
    """What is gone, and what is there in another shape, told apart by sign and colour."""
    if loss.fate.lost:
        return WrappedText(f"– {loss}", tone="error")
    return WrappedText(f"≈ {loss}", tone="soft")
