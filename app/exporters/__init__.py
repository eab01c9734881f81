"""Datasets out: the formats there are, and the one way in which a dataset is written in any of them."""

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from app.dataset import PARTS, Dataset, Part, Record, Split
from app.errors import UserError
from app.exporters import (
    brat,
    claimreview,
    conll,
    conllu,
    csv_table,
    doccano,
    jsonl,
    label_studio,
    parquet,
    prodigy,
    spacy_docbin,
    uima,
    w3c,
    xlsx,
)
from app.exporters.format import Fate, Format, Loss, LossReport, Sink, Tally
from app.exporters.placing import placed

__all__ = [
    "FORMATS",
    "ExportCancelled",
    "ExportReport",
    "Fate",
    "Format",
    "Loss",
    "LossReport",
    "LossyExport",
    "export",
    "format_named",
    "losses",
]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        declared.name: declared
        for declared in (
            jsonl.FORMAT,
            jsonl.FORMAT_UTF16,
            csv_table.FORMAT,
            xlsx.FORMAT,
            spacy_docbin.FORMAT,
            brat.FORMAT,
            conll.FORMAT,
            conll.FORMAT_BILOU,
            conllu.FORMAT,
            parquet.FORMAT,
            uima.FORMAT,
            label_studio.FORMAT,
            w3c.FORMAT,
            doccano.FORMAT,
            prodigy.FORMAT,
            claimreview.FORMAT,
        )
    }
)
"""By the name that `--format` takes."""

Progress = Callable[[int, int], None]
"""Is told how many articles are done, and of how many."""


class LossyExport(UserError):
    """A strict export was refused because the format cannot hold everything; nothing was written."""


class ExportCancelled(UserError):
    """The export was cancelled; nothing was left behind."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, and what of it is not as it was."""

    format: str
    out: Path
    records: int
    """Number of articles."""
    annotations: int
    relations: int
    suggestions: int
    parts: Mapping[Part, int]
    """Number of articles by part; empty where the dataset was not split."""
    losses: LossReport
    """Counted on the very records that were written."""


def format_named(name: str) -> Format:
    """Return the format of that name. UserError: there is none."""
    if name not in FORMATS:
        raise UserError(f"There is no format “{name}”: there are {', '.join(FORMATS)}.")
    return FORMATS[name]


def losses(
    dataset: Dataset,
    format_name: str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LossReport:
    """Count what the format cannot hold of the dataset as it is; reads every record, writes nothing.

    UserError: as `export`.
    """
    chosen = format_named(format_name)
    tally: Tally = Counter()
    if chosen.fates:
        count = chosen.survey(dataset, tally)
        _feed(dataset, count, progress, cancelled)
    return chosen.report(tally)


def export(
    dataset: Dataset,
    format_name: str,
    out: Path,
    *,
    split: Split | None = None,
    strict: bool = False,
    announce: Callable[[LossReport], None] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportReport:
    """Write the dataset to `out` in one act: whole, or not at all.

    With a split, `out` becomes a folder of `train`, `dev` and `test`, each with the format's extension.
    Losses are counted before anything is written if they are to be announced, or refused by `strict`.

    UserError: there is no such format, its library is not installed, a quote is not what the text has,
    `out` is a folder with something in it, the disk refuses. LossyExport: strict, and something would be
    gone. ExportCancelled: `cancelled` said so.
    """
    chosen = format_named(format_name)
    if strict or announce is not None:
        expected = losses(dataset, format_name, cancelled=cancelled)
        if announce is not None:
            announce(expected)
        if strict and expected.lossy:
            raise LossyExport(f"{chosen.title} cannot hold everything, so nothing was written:\n{expected}")
    tally: Tally = Counter()
    written: Counter[str] = Counter()
    parts: Counter[Part] = Counter(dict.fromkeys(PARTS, 0) if split else ())
    with placed(out) as place, ExitStack() as files:
        sinks = _sinks(chosen, dataset, place, tally, files, split)

        def put(record: Record) -> None:
            part = split.part(record.article) if split else None
            sinks[part](record)
            if part:
                parts[part] += 1
            written["annotations"] += len(record.annotations)
            written["relations"] += len(record.relations)
            written["suggestions"] += len(record.suggestions)

        _feed(dataset, put, progress, cancelled)
    return ExportReport(
        chosen.name,
        out,
        len(dataset),
        written["annotations"],
        written["relations"],
        written["suggestions"],
        MappingProxyType(parts),
        chosen.report(tally),
    )


def _sinks(
    chosen: Format, dataset: Dataset, place: Path, tally: Tally, files: ExitStack, split: Split | None
) -> dict[Part | None, Sink]:
    """Open what the records go into: one for each part, or one for all under None."""
    if split is None:
        return {None: files.enter_context(chosen.write(place, dataset, tally))}
    place.mkdir()
    return {
        part: files.enter_context(chosen.write(place / f"{part}{chosen.extension}", dataset, tally))
        for part in PARTS
    }


def _feed(
    dataset: Dataset, sink: Sink, progress: Progress | None, cancelled: Callable[[], bool] | None
) -> None:
    """Hand every record to `sink`; raise ExportCancelled as soon as `cancelled` says so."""
    total = len(dataset)
    for done, record in enumerate(dataset, 1):
        if cancelled is not None and cancelled():
            raise ExportCancelled("The export was cancelled; nothing was written.")
        sink(record)
        if progress is not None:
            progress(done, total)
