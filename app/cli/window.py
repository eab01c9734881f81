"""The window's commands: the last project, or a named one."""

import argparse

from app.cli.doors import Doors
from app.cli.options import add_command, add_project


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `open`."""
    parser = add_command(
        commands, "open", open_project, "open the window on a project", "open sergek.pressmark --article 41"
    )
    add_project(parser)
    parser.add_argument("--article", type=int, metavar="ID", help="the article to show first")


def open_last(_: argparse.Namespace, doors: Doors) -> int:
    """Open the window on the last project, or on the welcome page."""
    return doors.open_window(None, None)


def open_project(arguments: argparse.Namespace, doors: Doors) -> int:
    """Open the window on the named project; UserError where it cannot be opened."""
    doors.open_project(arguments.project).close()
    return doors.open_window(arguments.project, arguments.article)
