"""The main job from end to end on the bundled samples: saved pages -> project -> dataset."""

import argparse
import tempfile
from pathlib import Path

from app.cli.console import message, result
from app.cli.datasets import summary
from app.cli.doors import Doors
from app.dataset import Selection, select
from app.errors import UserError
from app.exporters import export
from app.project import Project
from app.samples import add_samples
from app.session import Session

_ANNOTATOR = "demo"


def demo(arguments: argparse.Namespace, doors: Doors) -> int:
    """Make the sample project and a dataset of it, say what was made, and open the window on it."""
    folder = arguments.out or Path(tempfile.mkdtemp(prefix="pressmark-demo-"))
    _make_folder(folder)
    path = folder / "demo.pressmark"
    project = doors.create_project(path, doors.default_scheme())
    try:
        add_samples(Session(project, _ANNOTATOR), doors.sample_pages(), doors.sample_annotations())
        _say_what_it_holds(project, path)
        report = export(select(project, Selection()), "jsonl", folder / "dataset.jsonl")
    finally:
        project.close()
    result(f"dataset   {summary(report)}")
    if arguments.no_window or not doors.has_display():
        message(f"to look at it: open {path}")
        return 0
    return doors.open_window(path, None)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{folder} cannot be made: {error.strerror}.") from None


def _say_what_it_holds(project: Project, path: Path) -> None:
    counts = project.counts(_ANNOTATOR)
    languages = ", ".join(f"{language} {count}" for language, count in sorted(counts.by_language.items()))
    labels = ", ".join(f"{label} {count}" for label, count in sorted(counts.by_label.items()))
    result(f"project   {path}")
    result(f"articles  {counts.articles} ({languages})")
    result(f"annotated {counts.annotations} ({labels}), {counts.relations} relations")
    result(f"suggested {counts.suggestions}")
