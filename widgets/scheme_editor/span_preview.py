"""How a label looks on paper: an example sentence with its marked words, in the light and the dark theme."""

import re

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.scheme import Label
from widgets import theme
from widgets.reader.geometry import Box, Line
from widgets.reader.offsets import Offsets
from widgets.reader.painting import Ink, paint_underline

_MARKED = re.compile(r"\[([^\[\]]+)\]")
# The sentence of a label that has no example of its own.
_PLACE = "…"
_SIZE = 12.5
_MARGIN = 14
# Line height in heights of the letters: room for the underline, as in the article.
_PITCH = 1.5


class SpanPreview(QWidget):
    """Two papers side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self.setAccessibleName(self.tr("How it looks on light and dark paper"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_label(self, label: Label) -> None:
        """Show this label's look."""
        self._label = label
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Three lines of the example."""
        return QSize(420, self.heightForWidth(420))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """As high as the example in half of the width."""
        layout, height = self._laid_out(width / 2 - 2 * _MARGIN)
        return round(layout.lineCount() * height + 2 * _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw both."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self.width() / 2
        for number, mode in enumerate(("light", "dark")):
            colours = theme.theme("dark" if mode == "dark" else "light")
            paper = QRectF(number * half, 0, half, self.height())
            painter.fillRect(paper, QColor(colours.paper))
            self._paint(painter, paper, colours)
        painter.setPen(QColor(theme.current().line))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint(self, painter: QPainter, paper: QRectF, colours: theme.Theme) -> None:
        if self._label is None:
            return
        sentence, start, end = self._example()
        layout, _ = self._laid_out(paper.width() - 2 * _MARGIN)
        chosen = colours.label(self._label)
        ink = Ink(QColor(chosen.line), QColor(chosen.fill), self._label.pattern)
        positions = Offsets(sentence)
        first, last = positions.to_qt(start), positions.to_qt(end)
        em = QFontMetricsF(layout.font()).height() / 1.36
        corner = QPointF(paper.x() + _MARGIN, _MARGIN)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            begin = max(first, line.textStart())
            stop = min(last, line.textStart() + line.textLength())
            if begin >= stop:
                continue
            left = corner.x() + _x(line, begin)
            right = corner.x() + min(_x(line, stop), line.naturalTextWidth())
            baseline = corner.y() + line.y() + line.ascent()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(
                QRectF(left, corner.y() + line.y(), right - left, line.height() + 0.1 * em), ink.fill
            )
            box = Box(Line(begin, stop, left, right, baseline, baseline), left, right)
            paint_underline(painter, box, round(baseline + 0.22 * em), ink, em)
        painter.setPen(QColor(colours.ink))
        layout.draw(painter, corner)

    def _example(self) -> tuple[str, int, int]:
        """A sentence, and where in it (code points) the marked words begin and end."""
        assert self._label is not None
        for example in self._label.examples:
            if match := _MARKED.search(example):
                plain = _MARKED.sub(r"\1", example[: match.start()])
                rest = _MARKED.sub(r"\1", example[match.end() :])
                return plain + match[1] + rest, len(plain), len(plain) + len(match[1])
        name = self._label.name
        return f"{_PLACE} {name} {_PLACE}", 2, 2 + len(name)

    def _laid_out(self, width: float) -> tuple[QTextLayout, float]:
        """The example in lines of `width` pixels, and the distance from line to line."""
        sentence = self._example()[0] if self._label else ""
        scale = self.font().pointSizeF() / theme.INTERFACE_SIZE
        layout = QTextLayout(sentence, theme.text_font(_SIZE * scale))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        pitch = QFontMetricsF(layout.font()).height() * _PITCH
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40.0, width))
            line.setPosition(QPointF(0, y))
            y += pitch
        layout.endLayout()
        return layout, pitch


def _x(line: QTextLine, position: int) -> float:
    """Pixels from the left end of the layout to a position in the line."""
    place: tuple[float, int] = line.cursorToX(position)  # type: ignore[assignment]
    return place[0]
