"""The window's commands: the last project, or a named one."""

import argparse

from app.cli.doors import Doors


def open_last(_: argparse.Namespace, doors: Doors) -> int:
    """Open the window on the last project, or on the welcome page."""
    return doors.open_window(None, None)


def open_project(arguments: argparse.Namespace, doors: Doors) -> int:
    """Open the window on the named project; UserError where it cannot be opened."""
    doors.open_project(arguments.project).close()
    return doors.open_window(arguments.project, arguments.article)
