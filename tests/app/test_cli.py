"""The grammar of the command line against what it names, and how little a start of the program imports."""

import argparse
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from app.cli.parser import build_parser
from app.dataset import Group, Segmentation

ROOT = Path(__file__).parents[2]

# Each takes longer to import than everything the command line itself needs.
HEAVY = "PySide6 storage widgets app.importers app.exporters app.suggesters orjson pysqlite3 sqlite3"


def commands() -> dict[str, argparse.ArgumentParser]:
    (subparsers,) = (a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(subparsers.choices)


def loaded_after(statements: str) -> set[str]:
    """Which of the heavy modules a new process has imported after these statements."""
    tell = f"import sys\nprint(*(name for name in {HEAVY!r}.split() if name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", f"{statements}\n{tell}"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("name", ["", *sorted(commands())])
def test_every_command_names_a_function_that_is_there(name: str) -> None:
    parser = commands()[name] if name else build_parser()
    module, _, function = parser.get_default("command").partition(":")
    assert callable(getattr(import_module(module), function))


def test_the_groups_offered_are_the_groups_there_are() -> None:
    (group,) = (action for action in commands()["export"]._actions if action.dest == "group")
    assert tuple(group.choices or ()) == get_args(Group)


def test_the_segmentations_offered_are_those_there_are() -> None:
    (segment,) = (action for action in commands()["export"]._actions if action.dest == "segment")
    assert tuple(segment.choices or ()) == get_args(Segmentation)


def test_the_grammar_waits_for_nothing_heavy() -> None:
    assert loaded_after("import main\nfrom app.cli.parser import build_parser\nbuild_parser()") == set()


def test_the_heavy_modules_would_be_noticed() -> None:
    assert "app.exporters" in loaded_after("import app.cli.datasets")
