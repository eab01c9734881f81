"""What the commands' parsers have in common: how one is added, and options that recur."""

import argparse
from collections.abc import Callable
from pathlib import Path

from app.cli.doors import Doors

Command = Callable[[argparse.Namespace, Doors], int]


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Keeps the line breaks of examples."""


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Command,
    help_text: str,
    example: str,
) -> argparse.ArgumentParser:
    """Add one command with its one-line help and an example, and return its parser for the options."""
    parser = commands.add_parser(
        name,
        help=help_text,
        description=help_text[0].upper() + help_text[1:] + ".",
        epilog=f"example:\n  pressmark {example}",
        formatter_class=Formatter,
    )
    parser.set_defaults(command=run)
    return parser


def add_project(parser: argparse.ArgumentParser) -> None:
    """Add the PROJECT argument."""
    parser.add_argument("project", type=Path, metavar="PROJECT", help="the project file, NAME.pressmark")


def add_annotator(parser: argparse.ArgumentParser) -> None:
    """Add --annotator: who the history names."""
    parser.add_argument("--annotator", metavar="NAME", help="who acts (default: the name in the settings)")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help="machine-readable lines, nothing else on stdout")


def comma_separated(text: str) -> tuple[str, ...]:
    """Read "claim,number" as ("claim", "number")."""
    return tuple(part.strip() for part in text.split(",") if part.strip())
