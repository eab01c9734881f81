"""Pictures for the card: drawn by matplotlib's Agg renderer, without a display, the same bytes each time.

The fonts are those in matplotlib's own package (DejaVu Sans: Latin, and Cyrillic with the Kazakh letters),
whatever fonts or settings the machine has.
"""

import logging
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.dataset import PARTS
from app.dataset.counts import total
from app.errors import missing_library
from app.release.survey import Survey
from app.scheme import Label
from app.wording import on_one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FOLDER = "charts"

# Ink on paper, as in the window's light theme; white, because the card stands on any page.
_PAPER, _INK, _SOFT, _RULE, _BAR = "#FFFFFF", "#22211E", "#6E6A62", "#E2DED5", "#2B5C8A"

_WIDTH = 8.0
"""Inches; with `_DPI` 1,200 pixels, sharp at the width a web page gives it."""
_DPI = 150
_ROW = 0.42
"""Inches for a horizontal bar with the space around it."""

_MOST_MONTHS = 48
"""More bars than this are drawn by year."""
_BINS = 30
_LONGEST_NAME = 28


def draw(survey: Survey, folder: Path) -> dict[str, str]:
    """Draw what there is something to draw of into `folder`; return the captions by file name.

    UserError: matplotlib is not installed.
    """
    charts: dict[str, tuple[str, float, Callable[[Axes], None]]] = {}
    labels = [label for label in survey.scheme.labels if _by_part(survey, label)]
    if labels:
        charts["labels.png"] = (
            "Annotations by label and part",
            len(labels),
            partial(_labels, survey, labels),
        )
    if survey.months:
        unit = "year" if len(_span(survey.months)) > _MOST_MONTHS else "month"
        charts["months.png"] = (f"Articles by {unit} of publication", 6, partial(_months, survey.months))
    languages = total(survey.counts.values()).languages
    if languages:
        charts["languages.png"] = ("Articles by language", len(languages), partial(_languages, languages))
    if survey.lengths:
        charts["lengths.png"] = ("Articles by length of their text", 6, partial(_lengths, survey.lengths))
    if charts:
        folder.mkdir()
    for name, (caption, rows, paint) in charts.items():
        with _drawn(folder / name, caption, rows) as axes:
            paint(axes)
    return {name: caption for name, (caption, _, _) in charts.items()}


def library_version() -> str:
    """The version of what draws. UserError: it is not installed."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it would tell of its caches
    try:
        import matplotlib
    except ImportError:
        raise missing_library("A release", "release") from None
    return str(matplotlib.__version__)


@contextmanager
def _drawn(path: Path, caption: str, rows: float) -> "Iterator[Axes]":
    """Give axes in the house's style to paint on, and write them as PNG."""
    library_version()
    import matplotlib
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.layout_engine import ConstrainedLayoutEngine
    from matplotlib.text import Text

    fonts = Path(matplotlib.get_data_path(), "fonts", "ttf")
    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a letter no font has, which is drawn as a box
        matplotlib.rcdefaults()
        matplotlib.rcParams.update({"text.parse_math": False, "font.size": 9.5, "text.color": _INK})
        figure = Figure(
            figsize=(_WIDTH, 1.0 + _ROW * rows),
            dpi=_DPI,
            facecolor=_PAPER,
            layout=ConstrainedLayoutEngine(w_pad=0.15, h_pad=0.12),
        )
        axes = figure.add_subplot()
        axes.set_title(caption, loc="left", fontsize=11.5, fontweight="bold", pad=14, color=_INK)
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0, colors=_SOFT)
        axes.set_axisbelow(True)
        yield axes
        figure.draw_without_rendering()  # makes the last of the texts
        for text in figure.findobj(Text):
            assert isinstance(text, Text)
            name = f"DejaVuSans{'-Bold' if text.get_fontweight() == 'bold' else ''}.ttf"
            text.set_fontproperties(FontProperties(fname=fonts / name, size=text.get_fontsize()))
        figure.savefig(path, metadata={"Software": None})  # the version would be the only other content


# ------------------------------------------------------------------------------------------------ charts


def _labels(survey: Survey, labels: Sequence[Label], axes: "Axes") -> None:
    """A bar a label in its own colour, from the darkest for train to the lightest for test."""
    widest = max(sum(_by_part(survey, label)) for label in labels)
    for place, label in enumerate(labels):
        left = 0
        counts = _by_part(survey, label)
        for count, colour in zip(counts, _shades(label.light.line), strict=True):
            axes.barh(place, count, left=left, height=0.62, color=colour, edgecolor=_PAPER, linewidth=0.8)
            left += count
        parts = " + ".join(f"{count:,}" for count in counts if count)
        told = f"{left:,}" if parts == f"{left:,}" else f"{left:,}  =  {parts}"
        axes.annotate(told, (left, place), (6, 0), textcoords="offset points", va="center", color=_SOFT)
    _name_rows(axes, [label.name for label in labels])
    axes.set_xlim(0, widest * 1.28)
    axes.set_xlabel(f"from dark to light: {', '.join(PARTS)}", loc="left", color=_SOFT)


def _months(months: Mapping[str, int], axes: "Axes") -> None:
    """A bar a month or, where these are too many, a year."""
    span = _span(months)
    if len(span) > _MOST_MONTHS:
        years: dict[str, int] = {}
        for month, count in months.items():
            years[month[:4]] = years.get(month[:4], 0) + count
        span = [str(year) for year in range(int(min(years)), int(max(years)) + 1)]
        months = years
    axes.bar(range(len(span)), [months.get(month, 0) for month in span], width=0.78, color=_BAR)
    step = -(-len(span) // 8)  # names that have room beside each other
    axes.set_xticks(range(0, len(span), step), span[::step])
    _count_upwards(axes)


def _languages(languages: Mapping[str, int], axes: "Axes") -> None:
    rows = sorted(languages.items(), key=lambda row: (-row[1], row[0]))
    for place, (_, count) in enumerate(rows):
        axes.barh(place, count, height=0.62, color=_BAR)
        axes.annotate(
            f"{count:,}", (count, place), (6, 0), textcoords="offset points", va="center", color=_SOFT
        )
    _name_rows(axes, [language or "unknown" for language, _ in rows])
    axes.set_xlim(0, rows[0][1] * 1.12)


def _lengths(lengths: Sequence[int], axes: "Axes") -> None:
    """A histogram; the longest hundredth of the texts share the last bar, or it would be all one sees."""
    cut = sorted(lengths)[-(-99 * len(lengths) // 100) - 1]
    width = max(1, -(-(cut + 1) // _BINS))
    bins = [0] * _BINS
    for length in lengths:
        bins[min(length // width, _BINS - 1)] += 1
    axes.bar([(place + 0.5) * width for place in range(_BINS)], bins, width=0.9 * width, color=_BAR)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    longer = any(length // width >= _BINS for length in lengths)
    axes.set_xlabel(
        "characters" + ("; the last bar has all longer ones" if longer else ""), loc="left", color=_SOFT
    )
    _count_upwards(axes)


# ------------------------------------------------------------------------------------------------ pieces


def _by_part(survey: Survey, label: Label) -> list[int]:
    """How many annotations of the label each part has; empty where none has any."""
    counts = [survey.counts[part].labels[label.id] for part in PARTS]
    return counts if any(counts) else []


def _span(months: Mapping[str, int]) -> list[str]:
    """Every month from the first to the last; a date that gives a year alone counts as its January."""
    numbers = [int(month[:4]) * 12 + int(month[5:7] or 1) - 1 for month in months]
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(min(numbers), max(numbers) + 1)]


def _shades(colour: str) -> list[str]:
    """The colour itself, and two towards paper."""
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return [
        "#" + "".join(f"{round(255 - (255 - c) * strength):02X}" for c in channels)
        for strength in (1, 0.6, 0.3)
    ]


def _name_rows(axes: "Axes", names: Sequence[str]) -> None:
    """Write the names of horizontal bars, the first one on top."""
    axes.set_yticks(range(len(names)), [on_one_line(name, _LONGEST_NAME) for name in names], color=_INK)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xticks([])


def _count_upwards(axes: "Axes") -> None:
    from matplotlib.ticker import MaxNLocator

    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axes.grid(axis="y", color=_RULE, linewidth=0.8)
