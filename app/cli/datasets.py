"""Datasets at the command line: `export` a project in a format, `formats` lists them."""

import argparse

from app.cli.console import message, progress_bar, result
from app.cli.doors import Doors
from app.dataset import (
    Dataset,
    Dealt,
    LeakageReport,
    Selection,
    Shape,
    Split,
    deal,
    leakage,
    parse_names,
    parse_shares,
    select,
    shaped,
)
from app.errors import UserError
from app.exporters import FORMATS, ExportReport, LossReport, LossyExport, export
from app.project import Project
from app.readers import READERS
from app.wording import counted


def export_(arguments: argparse.Namespace, doors: Doors) -> int:
    """Write the dataset; exit 1 where --strict refuses it."""
    project = doors.open_project(arguments.project, read_only=True)
    try:
        dataset, split = dataset_of(arguments, project), asked_split(arguments)
        report = export(
            dataset,
            arguments.format,
            arguments.out,
            split=dealt(dataset, split) if split else None,
            strict=arguments.strict,
            announce=tell_losses,
            progress=progress_bar("exporting"),
        )
    except LossyExport as refusal:
        message(f"pressmark: {refusal}")
        return 1
    finally:
        project.close()
    result(summary(report))
    return 0


def dataset_of(arguments: argparse.Namespace, project: Project) -> Dataset:
    """Describe the dataset that the arguments of `_add_selection` ask for. UserError: as `select`."""
    return shaped(select(project, asked_selection(arguments)), asked_shape(arguments))


def asked_selection(arguments: argparse.Namespace) -> Selection:
    """Return what of a project the arguments of `_add_selection` ask for."""
    return Selection(
        annotators=tuple(arguments.annotator),
        statuses=arguments.status,
        labels=arguments.labels,
        languages=arguments.language,
        sites=tuple(arguments.site),
        published_from=arguments.published_from or "",
        published_to=arguments.published_to or "",
        least_confidence=arguments.least_confidence,
        with_suggestions=arguments.with_suggestions,
    )


def asked_shape(arguments: argparse.Namespace) -> Shape:
    """Return the shape that the arguments of `_add_selection` ask for. UserError: as `parse_names`."""
    return Shape(arguments.segment, parse_names(arguments.names) if arguments.names else {})


def asked_split(arguments: argparse.Namespace) -> Split | None:
    """Return the split that the arguments of `_add_split` ask for.

    UserError: the shares are none, or how to deal is said without them.
    """
    if arguments.split is None:
        if arguments.stratify or arguments.salt:
            raise UserError(
                "--stratify and --salt say how to split: give the shares too, as --split 80/10/10."
            )
        return None
    return Split(parse_shares(arguments.split), arguments.group, arguments.salt, arguments.stratify)


def dealt(dataset: Dataset, split: Split) -> Dealt:
    """Deal the dataset, and tell what is in several parts all the same."""
    made = deal(dataset, split, progress_bar("dealing"))
    tell_leakage(leakage(dataset, made))
    return made


def tell_leakage(report: LeakageReport) -> None:
    """Say on stderr how the parts came out, and what is in several of them."""
    for line in str(report).splitlines():
        message(f"split: {line}")


def tell_losses(losses: LossReport, format_name: str = "") -> None:
    """Say on stderr what a format cannot hold as it is; of which format, where there are several."""
    of = f"{format_name}: " if format_name else ""
    for line in str(losses).splitlines() or ["none"]:
        message(f"loss: {of}{line}")


def summary(report: ExportReport) -> str:
    """Say in one line what was written."""
    counts = [
        counted(report.articles, "article"),
        *([counted(report.records, "segment")] if report.records != report.articles else []),
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
        reader = READERS.get(declared.name)
        if reader is not None:
            result(f"  read back {reader.takes}")
    return 0
