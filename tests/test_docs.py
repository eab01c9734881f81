"""The documentation against the program: every command and option, every link, every decision."""

import argparse
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.parser import build_parser
from app.value_input import read_value
from tests.screenshots.pages import GUIDE, PICTURES, key, list_of_pictures, with_keys
from tests.screenshots.scenes import SCENES
from widgets.actions import ACTIONS, MENUS
from widgets.keymap import CARET_CHORDS
from widgets.library.selection_bar import KEYS as KEYS_OF_THE_LIST

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])

CODE_BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND_HEADING = re.compile(r"^### `pressmark ?([a-z-]*)[^`\n]*`\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
IN_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
# Keys that a list, a dialog or a panel takes by itself, and those held with others.
KEYS_OF_PARTS = {
    *"123456789YN",
    "Shift+Y",
    "Shift+N",
    "Space",
    "Esc",
    "Enter",
    "Down",
    "Ctrl",
    "Alt",
    "Shift",
}
NAMES_OF_FILES = {"NAME.pressmark", "NAME.backups", "-wal", "-shm"}
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def commands() -> dict[str, argparse.ArgumentParser]:
    """The parser of every command by its name; the program without one is ""."""
    parser = build_parser()
    (subparsers,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return {"": parser, **subparsers.choices}


def options(parser: argparse.ArgumentParser) -> set[str]:
    return {text for action in parser._actions for text in action.option_strings} - {"-h", "--help"}


def documented() -> dict[str, str]:
    """The section of each command in docs/cli.md by its name."""
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    return {match[1]: match[2] for match in COMMAND_HEADING.finditer(text)}


def shell_lines(page: Path) -> Iterator[str]:
    """The command lines in the page's code blocks, without comments and redirections."""
    for block in CODE_BLOCK.finditer(page.read_text(encoding="utf-8")):
        for line in block[1].replace("\\\n", " ").splitlines():
            bare = re.split(r"\s#|[<>|]", line)[0].strip()
            if re.match(r"(script/|\.ci/|pressmark\b|python main\.py)", bare):
                yield bare


def test_exactly_the_commands_there_are_are_documented() -> None:
    assert documented().keys() == commands().keys()


@pytest.mark.parametrize("name", sorted(documented()))
def test_exactly_the_options_of_a_command_are_documented(name: str) -> None:
    assert set(re.findall(r"^\| `(--[a-z-]+)", documented()[name], re.MULTILINE)) == options(commands()[name])


@pytest.mark.parametrize("name", sorted(documented()))
def test_the_arguments_of_a_command_are_in_its_heading(name: str) -> None:
    arguments = [
        str(action.metavar) + ("..." if action.nargs == "+" else "")
        for action in commands()[name]._actions
        if not action.option_strings and not isinstance(action, argparse._SubParsersAction)
    ]
    heading = " ".join(filter(None, ["pressmark", name, *arguments]))
    assert f"### `{heading}`\n" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(documented()))
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    if name:
        help_text = commands()[name].format_help()
        assert f"pressmark {name}" in help_text.partition("example:")[2]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_commands_shown_exist(page: Path) -> None:
    for line in shell_lines(page):
        program, *arguments = shlex.split(line)
        if program.startswith(("script/", ".ci/")):
            assert os.access(ROOT / program, os.X_OK), line
        if program in {"pressmark", "script/run"} and arguments:
            build_parser().parse_args(arguments)  # leaves by SystemExit, a failure, where it is wrong


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, heading = target.partition("#")
        linked = page.parent / path if path else page
        assert linked.exists(), f"{page.name} links to {target}"
        if heading:
            assert heading in headings(linked), f"{page.name} links to {target}"


def test_every_decision_is_listed_and_complete() -> None:
    folder = ROOT / "docs" / "adr"
    decisions = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("[0-9]*.md")}
    assert set(LINK.findall((folder / "README.md").read_text(encoding="utf-8"))) == decisions.keys()
    assert [name[:4] for name in sorted(decisions)] == [f"{n:04}" for n in range(1, len(decisions) + 1)]
    for name, text in decisions.items():
        assert text.startswith(f"# {name[:4]} "), name
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Decision", "Why", "Rejected"], name


def test_readme_begins_with_the_two_commands() -> None:
    lines = list(shell_lines(ROOT / "README.md"))
    assert lines[:2] == ["script/run", "script/test"]


def test_the_pictures_are_those_of_the_scenes() -> None:
    taken = {f"{name}-{mode}.png" for name in SCENES for mode in ("light", "dark")}
    assert {path.name for path in PICTURES.glob("*.png")} == taken


def test_the_pictures_are_listed_and_small() -> None:
    assert (PICTURES / "README.md").read_text(encoding="utf-8") == list_of_pictures()
    assert sum(path.stat().st_size for path in PICTURES.glob("*.png")) < 12_000_000


def test_every_scene_says_what_it_shows() -> None:
    assert all((scene.__doc__ or "").strip() for scene in SCENES.values())


def test_the_guide_has_the_keys_of_now() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert text == with_keys(text), "script/screenshots writes them"
    assert "| Ctrl+Shift+Z, Ctrl+Y | Redo |" in text


def test_the_actions_and_keys_named_in_the_guide_exist() -> None:
    """What stands in backticks is a menu with its action, a key, a file, a command, or a value as typed."""
    actions = {f"{action.menu} > {action.text}" for action in ACTIONS}
    chords = {key(chord) for action in ACTIONS for chord in action.keys} | {key(c) for c in CARET_CHORDS}
    chords |= KEYS_OF_PARTS | set(KEYS_OF_THE_LIST)
    for said in IN_CODE.findall(GUIDE.read_text(encoding="utf-8")):
        if said.split(" > ")[0] in MENUS:
            assert said in actions
        elif said.startswith("pressmark "):
            build_parser().parse_args(shlex.split(said)[1:])
        elif said not in chords and not _is_file(said):
            assert read_value(said, "ru"), said  # raises UserError where it is no value


def test_an_action_that_is_gone_would_be_noticed() -> None:
    assert "File > Import files…" in {f"{action.menu} > {action.text}" for action in ACTIONS}
    assert "File > Save" not in {f"{action.menu} > {action.text}" for action in ACTIONS}


def _is_file(said: str) -> bool:
    return said in NAMES_OF_FILES or (ROOT / said).exists()


def headings(page: Path) -> set[str]:
    """The anchors of the page's headings, as the usual renderers make them."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in found}
