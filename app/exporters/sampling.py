"""A few records of a dataset as a format really writes them: to be looked at before an export."""

import codecs
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import orjson

from app.dataset import Dataset, Record
from app.exporters.format import Format, Tally
from app.exporters.native import native, plain

# Records that are written, the shortest of so many that are looked at for something marked in them.
_MOST, _LOOKED_AT = 2, 40
# Code points shown of a file, and files shown of a folder.
_SHOWN, _FILES = 20_000, 8
# Files that describe the others come after them.
_DESCRIBING = frozenset({".xml", ".conf", ".md"})


@dataclass(frozen=True, slots=True)
class SampleFile:
    """One of the files the format writes for the records, or its beginning."""

    name: str
    """As in the folder; empty where the format is a single file."""
    text: str | None
    """None where it is not made to be read as text."""
    size: int
    """Bytes of the whole file."""
    whole: bool = True
    """False where `text` is only the beginning."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A few records of a dataset, as they would leave."""

    records: int
    files: tuple[SampleFile, ...] = ()
    readable: str = ""
    """The native records as indented JSON, where a file is not made to be read; else empty."""


def sample(dataset: Dataset, chosen: Format, cancelled: Callable[[], bool] = lambda: False) -> Sample:
    """Write short records in which something is marked (where there are none, the first) and read that.

    They are looked for among the first of the dataset. All happens in a temporary folder, which is gone
    afterwards. Takes no further record once `cancelled`.

    UserError: a library is not installed, or a quote is not what the text has.
    """
    records = _few(dataset, cancelled)
    if not records:
        return Sample(0)
    with tempfile.TemporaryDirectory(prefix="pressmark-") as folder:
        place = Path(folder) / f"sample{chosen.extension}"
        with chosen.write(place, dataset, Tally()) as put:
            for record in records:
                put(record)
        files = _files(place)
    readable = "" if all(file.text is not None for file in files) else _readable(records, dataset)
    return Sample(len(records), files, readable)


def _few(dataset: Dataset, cancelled: Callable[[], bool]) -> list[Record]:
    """The shortest records with something marked, of the first ones, in their order; else the first."""
    first: list[Record] = []
    for record in islice(dataset, _LOOKED_AT):
        if cancelled():
            break
        first.append(record)
    marked = [record for record in first if record.annotations or record.suggestions]
    shortest = sorted(marked, key=lambda record: len(record.text))[:_MOST]
    return [record for record in marked if any(record is kept for kept in shortest)] or first[:_MOST]


def _files(place: Path) -> tuple[SampleFile, ...]:
    if place.is_file():
        return (_file(place, ""),)
    paths = [path for path in sorted(place.rglob("*")) if path.is_file()]
    paths.sort(key=lambda path: path.suffix in _DESCRIBING)
    return tuple(_file(path, path.relative_to(place).as_posix()) for path in paths[:_FILES])


def _file(path: Path, name: str) -> SampleFile:
    size = path.stat().st_size
    with path.open("rb") as file:
        begun = file.read(4 * _SHOWN)
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(begun, final=size <= len(begun))
    except UnicodeDecodeError:
        return SampleFile(name, None, size)
    if "\0" in text:
        return SampleFile(name, None, size)
    return SampleFile(name, text[:_SHOWN], size, size <= len(begun) and len(text) <= _SHOWN)


def _readable(records: Sequence[Record], dataset: Dataset) -> str:
    asked = dataset.selection.with_suggestions
    return "\n".join(
        orjson.dumps(
            native(record, dataset.scheme, with_suggestions=asked), default=plain, option=orjson.OPT_INDENT_2
        ).decode("utf-8")
        for record in records
    )[:_SHOWN]
