"""A dataset out of the open project, beside the window: seen, counted or written on its own connection."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app import errors
from app.dataset import (
    WHOLE,
    Dataset,
    LeakageReport,
    Selection,
    Shape,
    Split,
    deal,
    leakage,
    select,
    shaped,
)
from app.exporters import ExportReport, LossReport, export, format_named, losses
from app.exporters.sampling import sample
from app.project import Project
from widgets.tasks import Cancelled, Job

Opener = Callable[[Path], Project]

_MOST_LOSSES = 6


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported, and where to."""

    format: str
    out: Path
    selection: Selection
    shape: Shape = WHOLE
    split: Split | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What an export would hold and lose."""

    articles: int
    report: LossReport


@dataclass(frozen=True, slots=True)
class Written:
    """What was exported."""

    report: ExportReport
    leaks: LeakageReport | None
    """None where the dataset was not split."""


def preview(job: Job, open_for_reading: Opener, project: Path, order: Order) -> Preview:
    """In a working thread: deliver a `Sample`, or the sentence why there is none; then count all losses.

    Writes nothing but the sample, into a temporary folder.
    """
    with closing(open_for_reading(project)) as reading:
        dataset = _dataset(reading, order)
        try:
            found = sample(dataset, format_named(order.format), job.cancelled)
        except errors.UserError as trouble:
            job.deliver(str(trouble))
        else:
            job.deliver(found)
        try:
            report = losses(dataset, order.format, progress=job.report, cancelled=job.cancelled)
        except errors.Cancelled:
            raise Cancelled from None
        return Preview(len(dataset), report)


def write(job: Job, open_for_reading: Opener, project: Path, order: Order) -> Written:
    """In a working thread: write the dataset, whole or not at all. Raises what `export` raises."""
    with closing(open_for_reading(project)) as reading:
        dataset = _dataset(reading, order)
        try:
            dealt = leaks = None
            if order.split is not None:
                dealt = deal(dataset, order.split, job.report, job.cancelled)
                leaks = leakage(dataset, dealt, job.cancelled)
            report = export(
                dataset,
                order.format,
                order.out,
                split=dealt,
                progress=job.report,
                cancelled=job.cancelled,
            )
        except errors.Cancelled:
            raise Cancelled from None
        return Written(report, leaks)


def losses_lines(report: LossReport) -> str:
    """The first losses, a line each; empty where there are none."""
    lines = [str(loss) for loss in report.losses]
    return "\n".join([*lines[:_MOST_LOSSES], *(["…"] if len(lines) > _MOST_LOSSES else [])])


def _dataset(project: Project, order: Order) -> Dataset:
    return shaped(select(project, order.selection), order.shape)
