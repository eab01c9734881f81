"""Datasets at the command line: `export` a project in a format, `formats` lists them."""

import argparse
from pathlib import Path
from typing import get_args

from app.annotation import Status
from app.cli.console import message, progress_bar, result
from app.cli.doors import Doors
from app.cli.options import add_command, add_project, comma_separated
from app.dataset import Group, Selection, Split, parse_shares, select
from app.exporters import FORMATS, ExportReport, LossReport, LossyExport, export


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `export` and `formats`."""
    parser = add_command(
        commands,
        "export",
        export_,
        "write a dataset, and say what the format cannot hold",
        "export sergek.pressmark --format jsonl --split 80/10/10 --salt 2023 --out dataset",
    )
    add_project(parser)
    parser.add_argument(
        "--format", required=True, choices=list(FORMATS), metavar="F", help="see `pressmark formats`"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="PATH", help="the file or folder to write")
    parser.add_argument(
        "--annotator",
        action="append",
        default=[],
        metavar="NAME",
        help="only this one's set (repeatable)",
    )
    parser.add_argument(
        "--status", type=_statuses, default=(), metavar="STATUS,...", help=f"only articles {_listed(Status)}"
    )
    parser.add_argument(
        "--labels", type=comma_separated, default=(), metavar="LABEL,...", help="only these labels"
    )
    parser.add_argument(
        "--with-suggestions",
        action="store_true",
        help="suggestions too, each with its decision",
    )
    parser.add_argument("--split", metavar="80/10/10", help="train/dev/test parts, as a folder")
    parser.add_argument(
        "--group", choices=get_args(Group), default="site", help="what stays in one part (default: site)"
    )
    parser.add_argument("--salt", default="", metavar="S", help="another salt deals the groups anew")
    parser.add_argument("--strict", action="store_true", help="refuse an export that would lose something")

    add_command(commands, "formats", formats, "list the formats: what each holds and loses", "formats")


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
        f"{report.records} articles",
        f"{report.annotations} annotations",
        f"{report.relations} relations",
        *([f"{report.suggestions} suggestions"] if report.suggestions else []),
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


def _statuses(text: str) -> tuple[Status, ...]:
    try:
        return tuple(Status(name) for name in comma_separated(text))
    except ValueError:
        raise argparse.ArgumentTypeError(f"a status is one of {_listed(Status)}, not “{text}”") from None


def _listed(statuses: type[Status]) -> str:
    return ", ".join(statuses)
