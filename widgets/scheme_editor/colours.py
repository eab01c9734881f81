"""The colours of a label: twelve pairs to choose from, or colours of one's own with their contrast beside."""

import re
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.scheme import Colours, Label
from app.scheme_colours import LEAST_CONTRAST, PAIRS, Pair, contrast
from widgets import theme
from widgets.flow import FlowLayout
from widgets.scheme_editor.settled import LineField
from widgets.texts import pointed, tr
from widgets.wrapped_text import WrappedText

_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_SIDE = 26

Both = tuple[Colours, Colours]
"""Colours for light and for dark paper."""


class ColourField(QWidget):
    """`chosen` says that other colours are wanted: (light, dark)."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._both: Both | None = None
        self._buttons = QButtonGroup(self)
        self._pairs: dict[Pair, _PairButton] = {}
        flow_host = QWidget()
        flow = FlowLayout(flow_host, spacing=4)
        for pair in PAIRS:
            button = _PairButton(pair)
            button.clicked.connect(lambda _=False, pair=pair: self.chosen.emit((pair.light, pair.dark)))
            self._buttons.addButton(button)
            self._pairs[pair] = button
            flow.addWidget(button)
        self._own = {
            (mode, part): self._own_field(mode, part)
            for mode in ("light", "dark")
            for part in ("line", "fill")
        }
        self._hint = WrappedText(tone="soft")
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for column, text in ((1, tr("Line")), (2, tr("Fill"))):
            grid.addWidget(_soft(text), 0, column)
        for row, (mode, text) in enumerate((("light", tr("Light")), ("dark", tr("Dark"))), start=1):
            grid.addWidget(_soft(text), row, 0)
            for column, part in enumerate(("line", "fill"), start=1):
                grid.addWidget(self._own[mode, part], row, column)
        grid.setColumnStretch(3, 1)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(8)
        column_layout.addWidget(flow_host)
        column_layout.addLayout(grid)
        column_layout.addWidget(self._hint)
        self.setFocusProxy(self._pairs[PAIRS[0]])

    def show_label(self, label: Label, *, anew: bool = False) -> None:
        """Show the label's colours."""
        self._both = (label.light, label.dark)
        self._buttons.setExclusive(False)
        for pair, button in self._pairs.items():
            button.setChecked((pair.light, pair.dark) == self._both)
        self._buttons.setExclusive(any(button.isChecked() for button in self._pairs.values()))
        for (mode, part), field in self._own.items():
            field.show_text(getattr(label.dark if mode == "dark" else label.light, part), anew=anew)
        self._judge()

    def hint(self) -> str:
        """What is said of the contrast."""
        return self._hint.text()

    def _own_field(self, mode: str, part: str) -> LineField:
        names = {
            ("light", "line"): tr("Line on light paper"),
            ("light", "fill"): tr("Fill on light paper"),
            ("dark", "line"): tr("Line on dark paper"),
            ("dark", "fill"): tr("Fill on dark paper"),
        }
        field = LineField(names[mode, part])
        field.setMaxLength(9)
        field.setMinimumWidth(field.fontMetrics().horizontalAdvance("#DDDDDD") + 26)
        field.textChanged.connect(self._judge)
        field.settled.connect(lambda _: self._settle())
        return field

    def _settle(self) -> None:
        """Hand on the colours typed, if all four are colours and one of them is another."""
        both = self._typed()
        if both is not None and both != self._both:
            self.chosen.emit(both)

    def _typed(self) -> Both | None:
        found: dict[tuple[str, str], str] = {}
        for place, field in self._own.items():
            match = _COLOUR.fullmatch(field.text().strip())
            if match is None:
                return None
            found[place] = f"#{match[1].upper()}"
        light = Colours(found["light", "line"], found["light", "fill"])
        return light, replace(light, line=found["dark", "line"], fill=found["dark", "fill"])

    def _judge(self) -> None:
        """Say at once whether the colours as typed can be read."""
        if len(getattr(self, "_own", {})) < 4:
            return
        typed = self._typed()
        for field in self._own.values():
            bad = not _COLOUR.fullmatch(field.text().strip())
            if bool(field.property("invalid")) != bad:
                field.setProperty("invalid", bad)
                field.style().unpolish(field)
                field.style().polish(field)
        self._hint.set_text(tr("A colour is written #RRGGBB.") if typed is None else judgement(*typed))


def judgement(light: Colours, dark: Colours) -> str:
    """What is to be said of the contrast of these colours on the two papers."""
    least = {
        mode: min(
            contrast(colours.line, theme.theme(mode).paper),
            contrast(colours.line, colours.fill),
            contrast(theme.theme(mode).ink, colours.fill),
        )
        for mode, colours in (("light", light), ("dark", dark))
    }
    said = tr("Least contrast: {light} on light paper, {dark} on dark.").format(
        light=_shown(least["light"]), dark=_shown(least["dark"])
    )
    if min(least.values()) < LEAST_CONTRAST:
        return said + " " + tr("Below 4.5 it is hard to read.")
    return said


def _shown(ratio: float) -> str:
    # Rounded down: 4.49 must not look like enough.
    return pointed(f"{int(ratio * 10) / 10:.1f}")


class _PairButton(QAbstractButton):
    """One pair of colours, drawn in the theme of now; arrow keys go from one to the next."""

    def __init__(self, pair: Pair) -> None:
        super().__init__()
        self._pair = pair
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = _names()[pair.name]
        self.setAccessibleName(tr("Colour: {name}").format(name=name))
        self.setToolTip(name)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, now = (
            (self._pair.dark if theme.current().mode == "dark" else self._pair.light),
            theme.current(),
        )
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.fill))
        painter.drawRoundedRect(box, 4, 4)
        painter.fillRect(QRectF(box.x() + 3, box.bottom() - 7, box.width() - 6, 4), QColor(colours.line))
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(
                QPen(QColor(now.accent if self.hasFocus() else now.ink), 2 if self.isChecked() else 1)
            )
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


def _names() -> dict[str, str]:
    return {
        "amber": tr("amber"),
        "blue": tr("blue"),
        "green": tr("green"),
        "violet": tr("violet"),
        "red": tr("red"),
        "petrol": tr("petrol"),
        "magenta": tr("magenta"),
        "moss": tr("moss"),
        "wine": tr("wine"),
        "olive": tr("olive"),
        "mauve": tr("mauve"),
        "slate": tr("slate"),
    }


def _soft(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", "soft")
    return label
