"""Light and dark: colours from `resources/themes`, the palette, the style sheet and the two typefaces.

Fusion with our own QPalette, because the platform's colour scheme cannot be asked for under every
platform plugin. Widgets take their colours from `current()`; nothing else names a colour.
"""

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

import resources
from app.scheme import Colours, Label

Mode = Literal["light", "dark"]
Choice = Literal["light", "dark", "system"]

TEXT_FACE = "Literata"
INTERFACE_FACE = "Inter"
# Points of the interface's text at 100 %; the article's own size is a setting of the reader.
INTERFACE_SIZE = 10.0
# Dots an inch of a screen on which text is as large as it was drawn.
_DOTS = 96.0


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one mode, `#RRGGBB`, as `resources/themes/*.toml` names them."""

    mode: Mode
    paper: str
    panel: str
    field: str
    ink: str
    soft: str
    line: str
    accent: str
    on_accent: str
    selected: str
    hover: str
    saved: str
    warning: str
    error: str

    def label(self, label: Label) -> Colours:
        """The label's line and fill in this mode."""
        return label.dark if self.mode == "dark" else label.light


@cache
def theme(mode: Mode) -> Theme:
    """The theme of that mode."""
    values = tomllib.loads(resources.theme(mode))
    return Theme(mode=mode, **{f.name: values[f.name] for f in fields(Theme) if f.name != "mode"})


_current: list[Theme] = []


def current() -> Theme:
    """The theme the window is drawn in now (light until `apply` was called)."""
    return _current[0] if _current else theme("light")


def apply(application: QApplication, choice: Choice) -> Theme:
    """Draw the whole application in the chosen theme; "system" follows the desktop. Return the theme."""
    chosen = theme(_system_mode() if choice == "system" else choice)
    _current[:] = [chosen]
    application.setStyle("Fusion")
    application.setPalette(_palette(chosen))
    _load_fonts()
    font = QFont(INTERFACE_FACE)
    size = interface_size()
    font.setPointSizeF(size)
    application.setFont(font)
    application.setStyleSheet(_style_sheet(chosen, size))
    return chosen


def interface_size() -> float:
    """Points of the interface's text: as large as the desktop's own, where that is larger than ours."""
    desktop = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(INTERFACE_SIZE, desktop.pointSizeF())


def enlarged(pixels: int) -> int:
    """Pixels of what was drawn for text of 100 %, as large as the interface's text is now.

    Desktops enlarge text by its points, or by the dots an inch that points are reckoned by.
    """
    dots = QGuiApplication.primaryScreen().logicalDotsPerInchY()
    return round(pixels * interface_size() / INTERFACE_SIZE * dots / _DOTS)


def text_font(size: float) -> QFont:
    """The article's serif face at `size` points."""
    font = QFont(TEXT_FACE)
    font.setPointSizeF(size)
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon of that name tinted in `colour` (the theme's ink when None), sharp at 1x to 3x."""
    return _icon(name, colour or current().ink)


@cache
def _icon(name: str, colour: str) -> QIcon:
    from PySide6.QtSvg import QSvgRenderer  # 60 ms of the way to the first paint, which needs no icon

    svg = resources.icon_svg(name).replace(b"currentColor", colour.encode())
    renderer = QSvgRenderer(svg)
    drawn = QIcon()
    for size in (20, 40, 60):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        drawn.addPixmap(pixmap)
    return drawn


def _system_mode() -> Mode:
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


@cache
def _load_fonts() -> None:
    for data in resources.font_data():
        QFontDatabase.addApplicationFontFromData(data)


def _palette(t: Theme) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: t.panel,
        roles.WindowText: t.ink,
        roles.Base: t.field,
        roles.AlternateBase: t.panel,
        roles.Text: t.ink,
        roles.PlaceholderText: t.soft,
        roles.Button: t.panel,
        roles.ButtonText: t.ink,
        roles.BrightText: t.error,
        roles.Highlight: t.selected,
        roles.HighlightedText: t.ink,
        roles.ToolTipBase: t.field,
        roles.ToolTipText: t.ink,
        roles.Link: t.accent,
        roles.LinkVisited: t.accent,
        roles.Light: t.field,
        roles.Midlight: t.hover,
        roles.Mid: t.line,
        roles.Dark: t.line,
        roles.Shadow: t.line,
        roles.Accent: t.accent,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.soft))
    return palette


def _style_sheet(t: Theme, size: float) -> str:
    """The sheet in the theme's colours; `@1.5em@` is 1.5 times `size` in points."""
    sheet = resources.style_sheet()
    for f in fields(Theme):
        sheet = sheet.replace(f"@{f.name}@", str(getattr(t, f.name)))
    return re.sub(r"@([\d.]+)em@", lambda match: f"{float(match[1]) * size:g}pt", sheet)
