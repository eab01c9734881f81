"""Commands on a whole project file: new, check, stats, backup, restore."""

import argparse
from dataclasses import asdict
from pathlib import Path

from app.cli import figures
from app.cli.console import json_line, message, result
from app.cli.doors import Doors
from app.cli.identity import annotator_name
from app.errors import UserError
from app.scheme import Scheme, parse_scheme


def make(arguments: argparse.Namespace, doors: Doors) -> int:
    """Make an empty project."""
    scheme = doors.default_scheme()
    if arguments.scheme is not None:
        scheme = _named_scheme(arguments.scheme, doors)
    doors.create_project(arguments.project, scheme).close()
    result(f"{arguments.project}: empty project with the scheme “{scheme.name}”")
    return 0


def check(arguments: argparse.Namespace, doors: Doors) -> int:
    """Verify a project; exit 1 where something is wrong."""
    report = doors.check_project(arguments.project, repair=arguments.repair)
    if arguments.json:
        json_line(
            {"path": str(arguments.project), "ok": not report.problems, "problems": list(report.problems)}
        )
    else:
        for line in report.lines:
            result(line)
        for problem in report.problems:
            message(f"pressmark: {problem}")
        result(f"{arguments.project}: {_verdict(len(report.problems))}")
    return 1 if report.problems else 0


def stats(arguments: argparse.Namespace, doors: Doors) -> int:
    """Count what the project holds and what was done in it, by the annotator named or by all."""
    project = doors.open_project(arguments.project, read_only=True)
    try:
        counts = asdict(project.counts(annotator_name(arguments.annotator)))
        statistics = project.statistics(arguments.annotator)
    finally:
        project.close()
    if arguments.json:
        json_line(counts | figures.as_json(statistics))
        return 0
    for name, value in counts.items():
        if isinstance(value, dict):
            value = ", ".join(f"{part} {count}" for part, count in value.items()) or "none"
        result(f"{name.replace('_', ' ')}: {value}")
    for line in figures.as_lines(statistics):
        result(line)
    return 0


def backup(arguments: argparse.Namespace, doors: Doors) -> int:
    """Copy the project; the copy is verified before it counts."""
    result(str(doors.backup_project(arguments.project, arguments.out)))
    return 0


def restore(arguments: argparse.Namespace, doors: Doors) -> int:
    """Make a project of a backup."""
    doors.restore_project(arguments.backup, arguments.out)
    result(str(arguments.out))
    return 0


def _named_scheme(wanted: Path, doors: Doors) -> Scheme:
    """The scheme in the file, or the bundled one of that name where there is no such file."""
    bundled = doors.schemes()
    if str(wanted) in bundled and not wanted.is_file():
        return parse_scheme(bundled[str(wanted)], f"the scheme {wanted}")
    if not wanted.suffix and not wanted.exists():
        raise UserError(f"{wanted} is neither a file nor one of the schemes {', '.join(bundled)}.")
    return parse_scheme(_read_text(wanted), str(wanted))


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UserError(f"{path} is not a text in UTF-8.") from None


def _verdict(problems: int) -> str:
    return "all is well" if not problems else f"{problems} problem{'s' if problems > 1 else ''}"
