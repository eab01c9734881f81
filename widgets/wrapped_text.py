"""Text that wraps at any width, inside a word if it must, so that no Kazakh or Russian word is clipped."""

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets import theme

Tone = Literal["ink", "soft", "error", "accent"]

# Of how many widths the lines are kept: a splitter that is dragged goes through hundreds.
_WIDTHS_KEPT = 8


def wrap(text: str, font: QFont, width: float, max_lines: int = 0) -> list[str]:
    """Break `text` into lines of at most `width` pixels; the last of `max_lines` (0: no limit) is elided."""
    flat = " ".join(text.split("\n")) if max_lines else text.replace("\n", "\u2028")
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        start = line.textStart()
        if max_lines and len(lines) == max_lines - 1:
            rest = _utf16_slice(flat, start, None)
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, int(width)))
            break
        lines.append(_utf16_slice(flat, start, start + line.textLength()).rstrip(" \u2028"))
    layout.endLayout()
    return lines


def _utf16_slice(text: str, start: int, end: int | None) -> str:
    """The part between two of Qt's positions, which count UTF-16 units."""
    data = text.encode("utf-16-le", "surrogatepass")
    return data[2 * start : None if end is None else 2 * end].decode("utf-16-le", "replace")


class WrappedText(QWidget):
    """A paragraph in the interface or text face; as tall as its width makes it."""

    def __init__(
        self,
        text: str = "",
        *,
        tone: Tone = "ink",
        serif: bool = False,
        bold: bool = False,
        scale: float = 1.0,
        max_lines: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._tone: Tone = tone
        self._serif, self._bold, self._scale, self._max_lines = serif, bold, scale, max_lines
        self._made: tuple[QFont, float] | None = None
        self._wrapped: dict[int, list[str]] = {}
        self._hint: QSize | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    def text(self) -> str:
        """What is shown, whole."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self._forget_lines()
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Pixels of all lines at `width`."""
        return self.height_of(max(1, len(self._lines(width))))

    def height_of(self, lines: int) -> int:
        """Pixels of so many lines."""
        return round(self._line_height() * lines)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line of the text, at most 40 characters wide."""
        if self._hint is None:
            metrics = QFontMetrics(self._face())
            width = min(metrics.horizontalAdvance(self._text[:200]) + 1, metrics.averageCharWidth() * 40)
            self._hint = QSize(width, self.heightForWidth(width))
        return self._hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Six characters: below that nothing can be read."""
        metrics = QFontMetrics(self._face())
        return QSize(min(metrics.averageCharWidth() * 6, self.sizeHint().width()), round(self._line_height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the lines."""
        painter = QPainter(self)
        font = self._face()
        painter.setFont(font)
        painter.setPen(QColor(getattr(theme.current(), self._tone)))
        ascent, height = QFontMetrics(font).ascent(), self._line_height()
        extra = (height - QFontMetrics(font).height()) / 2
        for number, line in enumerate(self._lines(self.width())):
            painter.drawText(QPointF(0, number * height + extra + ascent), line)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure again when the font grows; draw again when the colours change."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._made = None
            self._forget_lines()
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def _face(self) -> QFont:
        return self._measured()[0]

    def _line_height(self) -> float:
        return self._measured()[1]

    def _measured(self) -> tuple[QFont, float]:
        """The font, and the height of a line in pixels."""
        if self._made is None:
            face = self._make_face()
            self._made = face, QFontMetrics(face).height() * (1.05 if self._serif else 1.1)
        return self._made

    def _make_face(self) -> QFont:
        size = self.font().pointSizeF() * self._scale
        font = theme.text_font(size) if self._serif else QFont(self.font())
        if not self._serif:
            font.setPointSizeF(size)
        if self._bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _lines(self, width: int) -> list[str]:
        """The lines at this width; layouts ask for the same few widths again and again."""
        if width not in self._wrapped:
            if len(self._wrapped) >= _WIDTHS_KEPT:
                self._wrapped.clear()
            self._wrapped[width] = wrap(self._text, self._face(), width, self._max_lines)
        return self._wrapped[width]

    def _forget_lines(self) -> None:
        self._wrapped.clear()
        self._hint = None
