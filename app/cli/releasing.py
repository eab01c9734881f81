"""Releases at the command line: `release` makes one, verifies it, and says what changed since another."""

import argparse

from app.cli.console import message, progress_bar, result
from app.cli.datasets import asked_selection, asked_shape, asked_split, tell_leakage, tell_losses
from app.cli.doors import Doors
from app.dataset import Split
from app.errors import UserError
from app.project import Project
from app.release import Plan, Released, changes_since, release
from app.wording import counted


def release_(arguments: argparse.Namespace, doors: Doors) -> int:
    """Make or verify a release; exit 1 where a file of it is not as it was."""
    if arguments.out is None and arguments.diff is None:
        raise UserError("Name the folder of the release with --out, or an older release with --diff.")
    plan = Plan(
        tuple(dict.fromkeys(arguments.formats)),
        asked_selection(arguments),
        asked_shape(arguments),
        asked_split(arguments) or Split(),
    )
    project = doors.open_project(arguments.project, read_only=True)
    try:
        if arguments.out is None:
            result(changes_since(project, arguments.diff, plan).rstrip("\n"))
            return 0
        return _release(arguments, project, plan)
    finally:
        project.close()


def _release(arguments: argparse.Namespace, project: Project, plan: Plan) -> int:
    released = release(project, arguments.out, plan, since=arguments.diff, progress=progress_bar("releasing"))
    files = len(released.manifest.files)
    if released.problems:
        for problem in released.problems:
            message(f"pressmark: {arguments.out}: {problem}")
        result(
            f"{arguments.out}: not as it was released: {counted(len(released.problems), 'file')} of {files}"
        )
        return 1
    if released.made:
        _announce(released)
        counts = released.manifest.counts
        parts = ", ".join(f"{part} {counted(count['articles'], 'article')}" for part, count in counts.items())
        step = f"step {released.manifest.history.number}"
        result(f"{arguments.out}: released {step} of the project: {parts}, {counted(files, 'file')}")
    else:
        result(f"{arguments.out}: verified: {counted(files, 'file')} as in the manifest")
    if released.page:
        result("\n" + released.page.rstrip("\n"))
    return 0


def _announce(released: Released) -> None:
    """Say what is in several parts all the same, and what the formats could not hold."""
    if released.leakage is not None:
        tell_leakage(released.leakage)
    for name, report in released.exports.items():
        tell_losses(report.losses, name)
