"""A dataset out of the open project, beside the window: counted or written by a connection of its own."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.dataset import Selection, select
from app.exporters import ExportCancelled, ExportReport, LossReport, export, losses
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


@dataclass(frozen=True, slots=True)
class Preview:
    """What an export would hold and lose."""

    articles: int
    report: LossReport


def preview(job: Job, open_for_reading: Opener, project: Path, order: Order) -> Preview:
    """In a working thread: count what the format cannot hold; writes nothing."""
    with closing(open_for_reading(project)) as reading:
        dataset = select(reading, order.selection)
        try:
            report = losses(dataset, order.format, progress=job.report, cancelled=job.cancelled)
        except ExportCancelled:
            raise Cancelled from None
        return Preview(len(dataset), report)


def write(job: Job, open_for_reading: Opener, project: Path, order: Order) -> ExportReport:
    """In a working thread: write the dataset, whole or not at all. Raises what `export` raises."""
    with closing(open_for_reading(project)) as reading:
        try:
            return export(
                select(reading, order.selection),
                order.format,
                order.out,
                progress=job.report,
                cancelled=job.cancelled,
            )
        except ExportCancelled:
            raise Cancelled from None


def losses_lines(report: LossReport) -> str:
    """The first losses, a line each; empty where there are none."""
    lines = [str(loss) for loss in report.losses]
    return "\n".join([*lines[:_MOST_LOSSES], *(["…"] if len(lines) > _MOST_LOSSES else [])])
