"""The argparse tree of every command, put together from the modules that carry the commands out."""

import argparse

from app.cli import articles, datasets, demo, projects, suggestions, window
from app.cli.options import Formatter


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; each command's function is `namespace.command` (`app.cli.options.Command`)."""
    parser = argparse.ArgumentParser(
        prog="pressmark",
        description="Annotate saved news articles: claims, speakers, numbers. Without a command: the window.",
        epilog="Exit codes: 0 all well, 1 some input failed, 2 wrong usage or an unreadable project.",
        formatter_class=Formatter,
    )
    parser.set_defaults(command=window.open_last)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for module in (window, demo, projects, articles, suggestions, datasets):
        module.add_commands(commands)
    return parser
