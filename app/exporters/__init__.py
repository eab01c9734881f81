"""Datasets out: the formats there are, and the one way in which a dataset is written in any of them."""

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from app.dataset import PARTS, Dataset, Dealt, Part, Record, Split, deal
from app.errors import Cancelled, UserError
from app.exporters import (
    brat,
    claimreview,
    conll,
    conllu,
    csv_table,
    doccano,
    hf,
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
from app.exporters.whole import free_place, written_whole
from app.progress import Progress

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
            hf.FORMAT,
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


class LossyExport(UserError):
    """A strict export was refused because the format cannot hold everything; nothing was written."""


class ExportCancelled(Cancelled):
    """The export was cancelled; nothing was left behind."""


_CANCELLED = "The export was cancelled; nothing was written."


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, and what of it is not as it was."""

    format: str
    out: Path
    articles: int
    records: int
    """As many as articles, unless these were cut into segments."""
    annotations: int
    relations: int
    suggestions: int
    parts: Mapping[Part, int]
    """Number of records by part; empty where the dataset was not split."""
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
    if chosen.fates or dataset.shape.segmentation != "article":
        count = chosen.survey(dataset, tally)
        _feed(dataset, tally, count, progress, cancelled)
    return chosen.report(tally)


def export(
    dataset: Dataset,
    format_name: str,
    out: Path,
    *,
    split: Split | Dealt | None = None,
    strict: bool = False,
    announce: Callable[[LossReport], None] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportReport:
    """Write the dataset to `out` in one act: whole, or not at all.

    With a split, `out` becomes a folder of `train`, `dev` and `test`, each with the format's extension. The
    dataset is dealt first, and `progress` told of it too, unless that was done before (`Dealt`).
    Losses are counted before anything is written if they are to be announced, or refused by `strict`.

    UserError: there is no such format, its library is not installed, a quote is not what the text has,
    `out` is nothing that may be replaced (`whole.free_place`), the disk refuses. LossyExport: strict, and
    something would be gone. ExportCancelled: `cancelled` said so.
    """
    chosen = format_named(format_name)
    # Said now, rather than after a minute of counting.
    free_place(out, file_name=f"dataset{chosen.extension}" if chosen.extension and split is None else "")
    if strict or announce is not None:
        _say_losses(dataset, chosen, announce, cancelled, strict=strict)
    dealt = _dealt(dataset, split, progress, cancelled)
    tally: Tally = Counter()
    written: Counter[str] = Counter()
    parts: Counter[Part] = Counter(dict.fromkeys(PARTS, 0) if dealt else ())
    with written_whole(out) as place, ExitStack() as files:
        sinks = _sinks(chosen, dataset, place, tally, files, parted=dealt is not None)

        def put(record: Record) -> None:
            part = dealt.parts[record.article.id] if dealt else None
            sinks[part](record)
            if part:
                parts[part] += 1
            written["records"] += 1
            written["annotations"] += len(record.annotations)
            written["relations"] += len(record.relations)
            written["suggestions"] += len(record.suggestions)

        _feed(dataset, tally, put, progress, cancelled)
    return ExportReport(
        chosen.name,
        out,
        len(dataset),
        written["records"],
        written["annotations"],
        written["relations"],
        written["suggestions"],
        MappingProxyType(parts),
        chosen.report(tally),
    )


def _say_losses(
    dataset: Dataset,
    chosen: Format,
    announce: Callable[[LossReport], None] | None,
    cancelled: Callable[[], bool] | None,
    *,
    strict: bool,
) -> None:
    """Count the losses and announce them; raise LossyExport if `strict`, and something would be gone."""
    expected = losses(dataset, chosen.name, cancelled=cancelled)
    if announce is not None:
        announce(expected)
    if strict and expected.lossy:
        refusal = f"{chosen.title} cannot hold everything, so nothing was written"
        # Where they were announced, they need not be said again.
        raise LossyExport(f"{refusal}:\n{expected}" if announce is None else f"{refusal}.")


def _dealt(
    dataset: Dataset,
    split: Split | Dealt | None,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> Dealt | None:
    if not isinstance(split, Split):
        return split
    try:
        return deal(dataset, split, progress, cancelled)
    except Cancelled as stop:
        raise ExportCancelled(_CANCELLED) from stop


def _sinks(
    chosen: Format, dataset: Dataset, place: Path, tally: Tally, files: ExitStack, *, parted: bool
) -> dict[Part | None, Sink]:
    """Open what the records go into: one for each part, or one for all under None."""
    if not parted:
        return {None: files.enter_context(chosen.write(place, dataset, tally))}
    if chosen.write_parts is not None:
        parts = files.enter_context(chosen.write_parts(place, dataset, tally))
        return dict(parts.items())
    place.mkdir()
    return {
        part: files.enter_context(chosen.write(place / f"{part}{chosen.extension}", dataset, tally))
        for part in PARTS
    }


def _feed(
    dataset: Dataset,
    tally: Tally,
    sink: Sink,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    """Hand every record to `sink`; raise ExportCancelled as soon as `cancelled` says so."""
    total, done, last = len(dataset), 0, 0
    for record in dataset.records(tally):
        if cancelled is not None and cancelled():
            raise ExportCancelled(_CANCELLED)
        sink(record)
        if record.article.id != last:  # segments of an article are one step forward
            done, last = done + 1, record.article.id
            if progress is not None:
                progress(done, total)
    if progress is not None and done < total:  # of some articles no segment was left
        progress(total, total)
