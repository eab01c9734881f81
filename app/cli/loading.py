"""Annotations in, at the command line: `load` brings them from a file of another tool or project."""

import argparse
from typing import Any

from app.cli.console import json_line, message, progress_bar, result
from app.cli.doors import Doors
from app.cli.identity import annotator_name
from app.readers import reader_named
from app.readers.loading import LoadReport, Options, load
from app.readers.terms import parse_terms
from app.session import Session
from app.wording import counted


def load_(arguments: argparse.Namespace, doors: Doors) -> int:
    """Load the file; exit 1 where something of it has no place in the project."""
    reader = reader_named(arguments.format)
    options = Options(
        annotator=(arguments.annotator or "").strip(),
        as_suggestions=arguments.as_suggestions,
        names=parse_terms(arguments.map) if arguments.map else {},
        new_articles=arguments.new_articles,
        dry_run=arguments.dry_run,
    )
    project = doors.open_project(arguments.project, read_only=arguments.dry_run)
    try:
        session = Session(project, annotator_name(arguments.annotator))
        report = load(session, arguments.file, reader, options, progress=progress_bar("loading"))
    finally:
        project.close()
    if arguments.json:
        json_line(_values(report, dry_run=options.dry_run))
    else:
        result(summary(report, dry_run=options.dry_run))
    for kind, left in sorted(report.left.items(), key=lambda item: -item[1].count):
        examples = "; ".join(left.examples)
        more = "; …" if left.count > len(left.examples) else ""
        message(f"left out: {kind[:1].upper()}{kind[1:]} ({left.count:,}): {examples}{more}")
    return 1 if report.left else 0


def summary(report: LoadReport, *, dry_run: bool = False) -> str:
    """Say what became of the file, a line each."""
    made = ", ".join(
        f"{count:,} {one if count == 1 else kind}"
        for kind, one in _MADE.items()
        if (count := report.made[kind])
    )
    lines = [
        f"{counted(report.records, 'record')}: {counted(report.matched, 'article')} of the project, "
        f"{report.new:,} new, {report.unmatched:,} without an article",
        f"{'would bring' if dry_run else 'brought'} {made or 'nothing new'}",
    ]
    if report.there:
        lines.append(f"{report.there:,} there already")
    if report.moved:
        lines.append(f"{counted(report.moved, 'annotation')} found by the quote, not at the offsets")
    if report.doubtful:
        lines.append(f"{counted(report.doubtful, 'annotation')} found, but not for certain: now suggestions")
    if report.steps:
        lines.append(f"{counted(report.steps, 'step')}, which undo takes back")
    return "\n".join(lines)


_MADE = {
    "annotations": "annotation",
    "relations": "relation",
    "suggestions": "suggestion",
    "decisions": "decision",
    "passages": "passage",
    "statuses": "status",
    "assessments": "assessment",
}
"""The kinds of things that are made, and what one is called."""


def _values(report: LoadReport, *, dry_run: bool) -> dict[str, Any]:
    return {
        "format": report.format,
        "records": report.records,
        "articles": {"matched": report.matched, "new": report.new, "unmatched": report.unmatched},
        "made": dict(report.made),
        "already_there": report.there,
        "reanchored": report.moved,
        "doubtful": report.doubtful,
        "left_out": {
            kind: {"count": left.count, "examples": left.examples} for kind, left in report.left.items()
        },
        "steps": report.steps,
        "dry_run": dry_run,
    }
