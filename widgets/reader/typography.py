"""How an article is set: sizes, spacing and colours of every role, as a newspaper would, and the measure.

Sizes are multiples of the body's; lengths ending in `_em` are multiples of the font's pixel size.
"""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from app.article import Role
from widgets import theme

# A line holds 60 to 75 characters (Bringhurst, The Elements of Typographic Style, 2.1.2).
MEASURE = 64
# Letters of Russian text about as often as they occur: what the width of a line is reckoned from.
_SAMPLE = "оеаинтсрвлкмдпуяыьгзбчй хжшюцщэф оеаинтсрвл оеаин тсрв лкмд "
# Room for underlines and a gloss between two lines.
LINE_EM = 1.7
# How far letters reach above (б, Й) and below (р, щ) the baseline; what bands and chips keep clear of.
ASCENT_EM = 0.86
DESCENT_EM = 0.25


@dataclass(frozen=True, slots=True)
class Setting:
    """How one role is set."""

    scale: float = 1.0
    line_em: float = LINE_EM
    before_em: float = 0.0
    after_em: float = 0.62
    indent_em: float = 0.0
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False
    soft: bool = False
    interface: bool = False
    """In the interface's face, not the text's."""


SETTINGS = {
    Role.HEADLINE: Setting(1.52, line_em=1.3, before_em=0.2, after_em=0.3, weight=QFont.Weight.Bold),
    Role.LEAD: Setting(1.1, weight=QFont.Weight.DemiBold, line_em=1.62, after_em=0.75),
    Role.BODY: Setting(),
    Role.SUBHEADING: Setting(1.14, line_em=1.5, before_em=0.8, after_em=0.35, weight=QFont.Weight.Bold),
    Role.QUOTE: Setting(1.0, indent_em=1.6),
    Role.LIST_ITEM: Setting(1.0, indent_em=1.4, after_em=0.2),
    Role.TABLE: Setting(0.8, line_em=1.75, after_em=0.1, interface=True),
    Role.CAPTION: Setting(0.82, line_em=1.55, indent_em=0.9, italic=True, soft=True, after_em=0.8),
    Role.BYLINE: Setting(0.74, line_em=1.6, after_em=0.4, soft=True, interface=True),
    Role.DATELINE: Setting(0.74, line_em=1.6, after_em=0.6, soft=True, interface=True),
    Role.BOILERPLATE: Setting(0.76, line_em=1.6, after_em=0.15, soft=True, interface=True),
}
assert set(SETTINGS) == set(Role)


class Typography:
    """The settings of all roles at one text size, in one theme."""

    def __init__(self, size: float, measure: int, colours: theme.Theme) -> None:
        """`size` in points, `measure` in characters of a body line."""
        self.size = size
        self.measure = measure
        self.colours = colours

    @cached_property
    def body_font(self) -> QFont:
        """The face and size of body text."""
        return theme.text_font(self.size)

    @cached_property
    def column_width(self) -> float:
        """Width of the text column in pixels."""
        metrics = QFontMetricsF(self.body_font)
        return metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * self.measure

    @cached_property
    def em(self) -> float:
        """Pixel size of body text."""
        return _pixels(self.body_font)

    def role_em(self, role: Role) -> float:
        """Pixel size of the role's text."""
        return self.em * SETTINGS[role].scale

    def pitch(self, role: Role) -> float:
        """From baseline to baseline, in pixels."""
        return self.role_em(role) * SETTINGS[role].line_em

    def font(self, role: Role) -> QFont:
        """The role's face, size and weight."""
        setting = SETTINGS[role]
        font = QFont(theme.INTERFACE_FACE) if setting.interface else theme.text_font(self.size)
        font.setPointSizeF(self.size * setting.scale)
        font.setWeight(setting.weight)
        font.setItalic(setting.italic)
        return font

    def small_font(self, scale: float = 0.62, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The interface's face for what is painted around the text: chips, badges, the line of facts."""
        font = QFont(theme.INTERFACE_FACE)
        font.setPointSizeF(self.size * scale)
        font.setWeight(weight)
        return font

    def block_format(self, role: Role, before: float = 0.0, after: float = 0.0) -> QTextBlockFormat:
        """Spacing and indent of the role, with room in pixels for what is painted before and after it."""
        setting, em = SETTINGS[role], self.role_em(role)
        chosen = QTextBlockFormat()
        natural = QFontMetricsF(self.font(role)).height()
        chosen.setLineHeight(
            self.pitch(role) / natural * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        chosen.setTopMargin(round(setting.before_em * em + before))
        chosen.setBottomMargin(round(setting.after_em * em + after))
        chosen.setLeftMargin(round(setting.indent_em * em))
        return chosen

    def char_format(self, role: Role) -> QTextCharFormat:
        """Face, size and colour of the role."""
        chosen = QTextCharFormat()
        chosen.setFont(self.font(role))
        chosen.setForeground(QColor(self.colours.soft if SETTINGS[role].soft else self.colours.ink))
        return chosen


def _pixels(font: QFont) -> float:
    return float(QFontInfo(font).pixelSize())
