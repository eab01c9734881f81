"""Colours for labels: twelve pairs for light and dark paper, and the contrast by which others are judged."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from app.scheme import Colours, Label, Pattern

LEAST_CONTRAST = 4.5
"""What text must have on its ground: WCAG 2.2, success criterion 1.4.3."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Colours for light and dark paper that belong together."""

    name: str
    light: Colours
    dark: Colours


# The first four are those of the news scheme. The others were chosen one after the other among OKLCH colours
# that reach the contrast, each as far as possible from those before it both for ordinary eyes and in the
# simulations of Machado et al. (2009) of protanopia, deuteranopia and tritanopia. No two of a dozen can be
# far apart for every eye: hence the patterns.
PAIRS = (
    Pair("amber", Colours("#94600F", "#FBEFD3"), Colours("#E0B252", "#3A3220")),
    Pair("blue", Colours("#235FC0", "#DFEAFB"), Colours("#86B4FF", "#22314A")),
    Pair("green", Colours("#0A6F57", "#D8F0E7"), Colours("#5BC8A6", "#1B3A31")),
    Pair("violet", Colours("#6D4C9F", "#EEE6F8"), Colours("#C2A7EE", "#332A47")),
    Pair("red", Colours("#B00921", "#FAE8E6"), Colours("#F28882", "#462826")),
    Pair("petrol", Colours("#06435B", "#E0F0F8"), Colours("#A3DAF7", "#173645")),
    Pair("magenta", Colours("#851B55", "#F8E8EE"), Colours("#FD9AC6", "#432834")),
    Pair("moss", Colours("#2F5A14", "#E2F3DB"), Colours("#9DCE86", "#273720")),
    Pair("wine", Colours("#4B1D22", "#FAE8E8"), Colours("#FED1D3", "#46282A")),
    Pair("olive", Colours("#3E400E", "#EDF0D5"), Colours("#D2D6A1", "#323418")),
    Pair("mauve", Colours("#8B5B70", "#F8E8EE"), Colours("#BE8AA0", "#432834")),
    Pair("slate", Colours("#424E5E", "#E4EEFB"), Colours("#B1BFD1", "#29323F")),
)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `#RRGGBB`, 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def free_pair(labels: Iterable[Label]) -> tuple[Colours, Colours]:
    """Light and dark colours that none of the labels has, as far as there are some."""
    taken = [label.light for label in labels]
    pair = min(PAIRS, key=lambda pair: taken.count(pair.light))
    return pair.light, pair.dark


def free_pattern(labels: Iterable[Label]) -> Pattern:
    """The pattern that the fewest of the labels have."""
    taken = [label.pattern for label in labels]
    patterns: tuple[Pattern, ...] = get_args(Pattern)
    return min(patterns, key=taken.count)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
