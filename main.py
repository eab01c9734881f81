"""Pressmark's way in: paths and wiring. The only file that knows both wings, storage and widgets.

Each room is imported when its door is first opened, so that `--help` and the window start at once.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

if __package__:  # installed as the package "pressmark": our rooms stand beside this file
    sys.path.insert(0, str(Path(__file__).parent))

import resources
from app.cli import Doors, run
from app.cli.doors import CheckReport
from app.project import Project
from app.scheme import Scheme, parse_scheme


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out the command line (`sys.argv` by default) and return the exit code."""
    doors = Doors(
        create_project=create_project,
        open_project=open_project,
        check_project=check_project,
        backup_project=backup_project,
        restore_project=restore_project,
        open_window=open_window,
        has_display=has_display,
        default_scheme=default_scheme,
        schemes=resources.schemes,
        sample_pages=resources.sample_pages,
        sample_annotations=resources.sample_annotations,
    )
    return run(sys.argv[1:] if arguments is None else arguments, doors)


def create_project(path: Path, scheme: Scheme) -> Project:
    """Make an empty project file; UserError where one is there already."""
    import storage

    return storage.create_project(path, scheme)


def open_project(path: Path, *, read_only: bool = False) -> Project:
    """Open a project file; UserError where it is not one."""
    import storage

    return storage.open_project(path, read_only=read_only)


def check_project(path: Path, *, repair: bool = False) -> CheckReport:
    """Verify a project file, after computing anew what can be where `repair` says so."""
    import storage

    return storage.check_project(path, repair=repair)


def backup_project(path: Path, out: Path | None) -> Path:
    """Copy a project file, verified; return the copy's path."""
    import storage

    return storage.backup_project(path, out)


def keep_backup(path: Path, cancelled: Callable[[], bool]) -> Path | None:
    """Add an automatic backup, in a process of its own; None where nothing was done since the last."""
    import storage

    return storage.keep_backup_aside(path, cancelled)


def restore_project(backup: Path, out: Path) -> None:
    """Make a project file of a backup."""
    import storage

    storage.restore_project(backup, out)


def default_scheme() -> Scheme:
    """The scheme a new project starts with."""
    return parse_scheme(resources.scheme(), "the default scheme")


def has_display() -> bool:
    """Tell whether a window could be seen here."""
    served = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return served or sys.platform in {"win32", "darwin"}


def make_sample(path: Path) -> None:
    """Make the sample project: the bundled pages imported, suggested on and annotated."""
    from app.samples import add_samples
    from app.session import Session

    project = create_project(path, default_scheme())
    try:
        session = Session(project, "demo")
        add_samples(session, resources.sample_pages(), resources.sample_annotations())
    finally:
        project.close()


def open_window(path: Path | None, article_id: int | None) -> int:
    """Open the window on a project (None: the last one) and return its exit code."""
    # Almost nothing made on the way to the first paint is garbage, and looking for it again and again would
    # be a twentieth of that way. `widgets.application` lets it be looked for from then on.
    gc.disable()
    from widgets.application import run as run_window
    from widgets.project_files import ProjectFiles

    files = ProjectFiles(
        create=create_project,
        open=open_project,
        open_for_reading=partial(open_project, read_only=True),
        keep_backup=keep_backup,
        restore=restore_project,
        make_sample=make_sample,
    )
    return run_window(files, path, article_id)


if __name__ == "__main__":
    sys.exit(main())
