"""Datasets at the command line: `export` a project in a format, `formats` lists them."""

import argparse

from app.cli.console import counted, message, progress_bar, result
from app.cli.doors import Doors
from app.dataset import Selection, Split, parse_shares, select
from app.exporters import FORMATS, ExportReport, LossReport, LossyExport, export


def export_(arguments: argparse.Namespace, doors: Doors) -> int:
    """Write the dataset; exit 1 where --strict refuses it."""
    split = None
    if arguments.split is not None:
        split = Split(parse_shares(arguments.split), arguments.group, arguments.salt)
    selection = Selection(
        annotators=tuple(arguments.annotator),
        statuses=arguments.status,
        labels=arguments.labels,
        with_suggestions=arguments.with_suggestions,
    )
    project = doors.open_project(arguments.project, read_only=True)
    try:
        report = export(
            select(project, selection),
            arguments.format,
            arguments.out,
            split=split,
            strict=arguments.strict,
            announce=_announce,
            progress=progress_bar("exporting"),
        )
    except LossyExport as refusal:
        message(f"pressmark: {refusal}")
        return 1
    finally:
        project.close()
    result(summary(report))
    return 0


def summary(report: ExportReport) -> str:
    """Say in one line what was written."""
    counts = [
        counted(report.records, "article"),
        counted(report.annotations, "annotation"),
        counted(report.relations, "relation"),
        *([counted(report.suggestions, "suggestion")] if report.suggestions else []),
        *(f"{part} {count}" for part, count in report.parts.items()),
    ]
    return f"{report.out}: {', '.join(counts)}"


def formats(_: argparse.Namespace, __: Doors) -> int:
    """List the formats."""
    for declared in FORMATS.values():
        result(f"{declared.name} ({declared.extension or 'folder'}): {declared.title}")
        result(f"  holds     {declared.holds}")
        result(f"  loses     {declared.loses}")
        result(f"  units     {declared.units}")
        result(f"  verified  {declared.verified_by}")
        if declared.extra:
            result(f'  needs     pip install "pressmark[{declared.extra}]"')
    return 0


def _announce(losses: LossReport) -> None:
    for line in str(losses).splitlines():
        message(f"loss: {line}")
    if not losses.losses:
        message("loss: none")
