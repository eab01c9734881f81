"""A row of a card: a name, what it names, and what is wrong with it; and a key as it is drawn in one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from widgets.wrapped_text import WrappedText

# Below this width, in average characters, a row's name stands over its field instead of beside it.
_SIDE_BY_SIDE = 30
# Qt's own "no limit" (QWIDGETSIZE_MAX of qwidget.h).
QWIDGETSIZE_MAX = (1 << 24) - 1
# The part of a row its name takes beside the field.
_NAME_SHARE = 0.31


class LabelledRow(QWidget):
    """A name, what it names, and a problem under it; one above the other where it is narrow."""

    def __init__(self, name: str, content: QWidget, key: str = "", parent: QWidget | None = None) -> None:
        """`key` is shown beside it: what leads here from the article."""
        super().__init__(parent)
        self._name = WrappedText(name, tone="soft")
        self._problem = WrappedText(tone="error", scale=0.92)
        self._problem.hide()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(content, 1)
        if key:
            line.addWidget(key_hint(key), 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        column.addWidget(self._problem)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._name, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addLayout(column, 1)

    def problem(self) -> str:
        """The sentence shown, or ""."""
        return "" if self._problem.isHidden() else self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Show the sentence ("" hides it)."""
        self._problem.set_text(sentence)
        self._problem.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stack where there is no room side by side."""
        self.fit(self.width())
        super().resizeEvent(event)

    def fit(self, width: int) -> None:
        """Arrange for `width` pixels."""
        narrow = width < _SIDE_BY_SIDE * QFontMetrics(self.font()).averageCharWidth()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(way)
        self._layout.setSpacing(3 if narrow else 8)
        share = QWIDGETSIZE_MAX if narrow else round(width * _NAME_SHARE)
        if self._name.maximumWidth() != share:
            # Above its field a name is as wide as the row: a least width would keep the row from shrinking.
            self._name.setMinimumWidth(0 if narrow else share)
            self._name.setMaximumWidth(share)


def key_hint(key: str) -> QLabel:
    """A key as it is drawn beside what it does."""
    hint = QLabel(key)
    hint.setProperty("kind", "key")
    hint.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return hint
