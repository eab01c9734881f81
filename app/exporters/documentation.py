"""docs/formats.md, made from what the exporters and readers declare of themselves."""

from collections.abc import Iterable

from app.dataset import shaping
from app.exporters import FORMATS
from app.exporters.format import Format
from app.readers import READERS, Reader

_INTRODUCTION = """# Formats

What `pressmark export` writes and `pressmark load` reads. This page is made from what exporters and readers
declare of themselves (`app.exporters.documentation.formats_page`) and tested against that.

Every export is whole or not there: it is made beside its place and renamed. The same project gives the same
bytes, and so does the same salt with `--split`, which makes a folder of `train`, `dev` and `test`, each in
the format. Every quote is compared with the text on the way out. Articles stand in the order they were
added, annotations by start, then longest first.

With `--segment block` or `sentence` a record is a segment of an article, and offsets count from its start.
Segments are numbered through their article: `41-3` is the third of article 41. Nothing marked is cut: what an
annotation, a suggestion, or the span in a value of either goes over stays together. Passages read and empty
are cut with the text; what was said of the article as a whole goes with each of its segments, and so does the
hash of its whole text. With `--names` labels have other names, several perhaps the same one.
"""

_COUNTED = """
## What is counted before writing

The report says how often each of these is met in the dataset. `--strict` refuses where something would be
lost; what is only held in another shape is said, and goes through. A text is an article, or a segment of one.
"""

_BACK = """
## What is read back

`pressmark load` brings annotations, and predictions as suggestions, from these into a project. The file is
read to its end first: one that is truncated, of another format, or no text changes nothing. An article is
found by its text (line ends and controls may differ), by what the file says of the article it was made from,
or by its address where the text is alike. Each quote is compared with the text at its offsets. One that is
not there is looked for: as counted in UTF-16, in bytes or with CRLF, then anywhere. What is found for certain
is placed; what is not becomes a suggestion by `load` with a score; what is not found is listed with why.
"""


def formats_page() -> str:
    """Return docs/formats.md for the formats there are."""
    formats = tuple(FORMATS.values())
    back = _readers(READERS.values())
    return "\n".join([_INTRODUCTION, *_table(formats), _COUNTED, *_fates(formats), _BACK, *back, ""])


def _readers(readers: Iterable[Reader]) -> list[str]:
    """A row for each format that is read."""
    rows = ["| `--format` | what may be at FILE | takes | leaves | needs |", "|---|---|---|---|---|"]
    for reader in readers:
        needs = f"`pressmark[{reader.extra}]`" if reader.extra else "–"
        said = (f"`{reader.name}`: {reader.title}", reader.reads, reader.takes, reader.leaves, needs)
        rows.append("| " + " | ".join(said) + " |")
    return rows


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
        verified = declared.verified_by + (
            f"; by hand in {declared.tried_with}" if declared.tried_with else ""
        )
        said = (declared.shape, declared.holds, declared.loses, declared.units, verified)
        rows.append("| " + " | ".join([name, *said, needs]) + " |")
    return rows


def _fates(formats: Iterable[Format]) -> list[str]:
    """What becomes of everything a format cannot hold as it is."""
    rows = ["| `--format` | what | what becomes of it | lost |", "|---|---|---|---|"]
    rows += [
        f"| any, with `--segment` | {fate.kind} | {fate.becomes} | {'yes' if fate.lost else 'no'} |"
        for fate in shaping.FATES
    ]
    for declared in formats:
        if not declared.fates:
            rows.append(f"| `{declared.name}` | nothing | – | – |")
        rows += [
            f"| `{declared.name}` | {fate.kind} | {fate.becomes} | {'yes' if fate.lost else 'no'} |"
            for fate in declared.fates
        ]
    return rows
