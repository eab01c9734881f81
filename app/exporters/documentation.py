"""docs/formats.md, made from what the exporters declare of themselves."""

from collections.abc import Iterable

from app.exporters import FORMATS
from app.exporters.format import Format

_INTRODUCTION = """# Formats

What `pressmark export` writes. This page is made from the exporters' own declarations
(`app.exporters.documentation.formats_page`) and tested against them.

Every export is whole or not there: it is made beside its place and renamed. The same project gives the same
bytes, and so does the same salt with `--split`, which makes a folder of `train`, `dev` and `test`, each in
the format. Every quote is compared with the text on the way out. Articles stand in the order they were
added, annotations by start, then longest first.
"""

_COUNTED = """
## What is counted before writing

The report says how often each of these is met in the dataset. `--strict` refuses where something would be
lost; what is only held in another shape is said, and goes through.
"""


def formats_page() -> str:
    """Return docs/formats.md for the formats there are."""
    formats = tuple(FORMATS.values())
    return "\n".join([_INTRODUCTION, *_table(formats), _COUNTED, *_fates(formats), ""])


def _table(formats: Iterable[Format]) -> list[str]:
    """The overview: a row for each format."""
    rows = [
        "| `--format` | what is at `--out` | holds | loses always | units | verified by | needs |",
        "|---|---|---|---|---|---|---|",
    ]
    for declared in formats:
        needs = f"`pressmark[{declared.extra}]`" if declared.extra else "–"
        name = f"`{declared.name}`: {declared.title}" + (
            f" (`{declared.extension}`)" if declared.extension else ""
        )
        said = (declared.shape, declared.holds, declared.loses, declared.units, declared.verified_by)
        rows.append("| " + " | ".join([name, *said, needs]) + " |")
    return rows


def _fates(formats: Iterable[Format]) -> list[str]:
    """What becomes of everything a format cannot hold as it is."""
    rows = ["| `--format` | what | what becomes of it | lost |", "|---|---|---|---|"]
    for declared in formats:
        if not declared.fates:
            rows.append(f"| `{declared.name}` | nothing | – | – |")
        rows += [
            f"| `{declared.name}` | {fate.kind} | {fate.becomes} | {'yes' if fate.lost else 'no'} |"
            for fate in declared.fates
        ]
    return rows
