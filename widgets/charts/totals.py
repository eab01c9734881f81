"""The totals above the charts: a large figure each, and under it what it counts."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from widgets.flow import FlowLayout
from widgets.texts import tr


class Totals(QWidget):
    """Side by side while there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Totals"))
        self._flow = FlowLayout(self, spacing=36)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show these: each a figure and what it counts."""
        while self._flow.count():
            item = self._flow.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        said = []
        for value, words in facts:
            self._flow.addWidget(_fact(value, words))
            said.append(f"{value} {words}")
        self.setAccessibleDescription(", ".join(said))
        self.updateGeometry()


def _fact(value: str, words: str) -> QWidget:
    fact = QWidget()
    column = QVBoxLayout(fact)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for text, kind in ((value, "title"), (words, "soft")):
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("kind", kind)
        column.addWidget(label)
    return fact
