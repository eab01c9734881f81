"""The grammar of the command line: every command with its arguments, and where its function is.

Nothing is imported here that only a command needs. A command names its function as entry points do
("app.cli.articles:import_"), and `carry_out` imports it once the command is known: the window does not wait
for importers and exporters, nor `--help` for anything.
"""

import argparse
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

from app.annotation import Status
from app.cli.doors import Doors

Command = Callable[[argparse.Namespace, Doors], int]
"""Carries a command out and returns the exit code."""


def carry_out(namespace: argparse.Namespace, doors: Doors) -> int:
    """Import the function of the command and call it; return the exit code."""
    module, _, function = namespace.command.partition(":")
    command: Command = getattr(import_module(module), function)
    return command(namespace, doors)


def build_parser(command: str = "") -> argparse.ArgumentParser:
    """Return the parser of all commands; `namespace.command` names the function, "MODULE:FUNCTION".

    Where `command` opens the window, of that alone: who opens a project does not wait for the rest.
    """
    parser = argparse.ArgumentParser(
        prog="pressmark",
        description="Annotate saved news articles: claims, speakers, numbers. Without a command: the window.",
        epilog="Exit codes: 0 all well, 1 some input failed, 2 wrong usage or an unreadable project.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(command="app.cli.window:open_last")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    others = (_add_demo, _add_projects, _add_articles, _add_suggestions, _add_datasets)
    for add in (_add_window, *(others if command != _OPEN else ())):
        add(commands)
    return parser


_OPEN = "open"

# Quoted, because argparse can be subscripted for type checkers only.
_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add_command(
    commands: _Commands, name: str, function: str, help_text: str, example: str
) -> argparse.ArgumentParser:
    """Add one command with its one-line help and an example, and return its parser for the options."""
    parser = commands.add_parser(
        name,
        help=help_text,
        description=help_text[0].upper() + help_text[1:] + ".",
        epilog=f"example:\n  pressmark {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,  # keeps the line breaks of examples
    )
    parser.set_defaults(command=function)
    return parser


# -------------------------------------------------------------------------------------- command by command


def _add_window(commands: _Commands) -> None:
    opened = _add_command(
        commands,
        _OPEN,
        "app.cli.window:open_project",
        "open the window on a project",
        "open sergek.pressmark --article 41",
    )
    _add_project(opened)
    opened.add_argument("--article", type=int, metavar="ID", help="the article to show first")


def _add_demo(commands: _Commands) -> None:
    demo = _add_command(
        commands,
        "demo",
        "app.cli.demo:demo",
        "do the main job from end to end on the bundled sample articles, and show it",
        "demo --out /tmp/demo --no-window",
    )
    demo.add_argument("--out", type=Path, metavar="DIR", help="where to write (default: a temporary folder)")
    demo.add_argument("--no-window", action="store_true", help="do not open the window afterwards")


def _add_projects(commands: _Commands) -> None:
    new = _add_command(
        commands, "new", "app.cli.projects:make", "make an empty project", "new sergek.pressmark"
    )
    _add_project(new)
    new.add_argument(
        "--scheme",
        type=Path,
        metavar="NAME",
        help="a bundled scheme (news, quotes, numbers, fact_check, empty) or a TOML file (default: news)",
    )

    checked = _add_command(
        commands,
        "check",
        "app.cli.projects:check",
        "verify a project: the file, every hash, the history and every quote",
        "check sergek.pressmark",
    )
    _add_project(checked)
    checked.add_argument(
        "--repair", action="store_true", help="first compute anew what follows from the rest (search index)"
    )
    _add_json(checked)

    counted = _add_command(
        commands,
        "stats",
        "app.cli.projects:stats",
        "count what a project holds",
        "stats sergek.pressmark --json",
    )
    _add_project(counted)
    _add_annotator(counted)
    _add_json(counted)

    saved = _add_command(
        commands, "backup", "app.cli.projects:backup", "copy a project, verified", "backup sergek.pressmark"
    )
    _add_project(saved)
    saved.add_argument(
        "--out", type=Path, metavar="FILE", help="the copy (default: beside the project, dated)"
    )

    restored = _add_command(
        commands,
        "restore",
        "app.cli.projects:restore",
        "make a project of a backup",
        "restore copy.pressmark --out new.pressmark",
    )
    restored.add_argument("backup", type=Path, metavar="BACKUP", help="the backup file")
    restored.add_argument("--out", type=Path, required=True, metavar="PROJECT", help="the project to make")


def _add_articles(commands: _Commands) -> None:
    imported = _add_command(
        commands,
        "import",
        "app.cli.articles:import_",
        "bring saved pages into a project: files or whole folders",
        "import sergek.pressmark ~/saved-pages --jobs 2",
    )
    _add_project(imported)
    _add_pages(imported)
    _add_annotator(imported)
    _add_json(imported)

    extracted = _add_command(
        commands,
        "extract",
        "app.cli.articles:extract",
        "print what saved pages hold, one JSON object a line",
        "extract page.html",
    )
    _add_pages(extracted)


def _add_suggestions(commands: _Commands) -> None:
    stored = _add_command(
        commands,
        "suggest",
        "app.cli.suggestions:suggest_project",
        "compute and store suggestions for every article of a project",
        "suggest sergek.pressmark --labels number",
    )
    _add_project(stored)
    _add_suggested_labels(stored)
    _add_annotator(stored)
    _add_json(stored)

    streamed = _add_command(
        commands,
        "suggest-text",
        "app.cli.suggestions:suggest_lines",
        'answer JSON lines {"id","lang","text"} on stdin with {"id","suggestions"} on stdout, in order',
        "suggest-text --labels number < texts.jsonl",
    )
    _add_suggested_labels(streamed)


def _add_datasets(commands: _Commands) -> None:
    exported = _add_command(
        commands,
        "export",
        "app.cli.datasets:export_",
        "write a dataset, and say what the format cannot hold",
        "export sergek.pressmark --format jsonl --split 80/10/10 --salt 2023 --out dataset",
    )
    _add_project(exported)
    exported.add_argument("--format", required=True, metavar="F", help="see `pressmark formats`")
    exported.add_argument(
        "--out", type=Path, required=True, metavar="PATH", help="the file or folder to write"
    )
    _add_selection(exported)
    _add_split(exported)
    exported.add_argument("--strict", action="store_true", help="refuse an export that would lose something")

    _add_load(commands)
    _add_release(commands)

    agreed = _add_command(
        commands,
        "agreement",
        "app.cli.agreeing:agreement_",
        "say how far annotators agree in the articles that two or more of them did",
        "agreement sergek.pressmark --json",
    )
    _add_project(agreed)
    _add_json(agreed)

    _add_command(
        commands,
        "formats",
        "app.cli.datasets:formats",
        "list the formats: what each holds and loses",
        "formats",
    )


def _add_load(commands: _Commands) -> None:
    loaded = _add_command(
        commands,
        "load",
        "app.cli.loading:load_",
        "bring in annotations, or predictions, from a file of another tool or project",
        "load sergek.pressmark predictions.jsonl --format doccano --map PER=speaker --as-suggestions",
    )
    _add_project(loaded)
    loaded.add_argument(
        "file", type=Path, metavar="FILE", help="the file, or the folder where the format is one"
    )
    loaded.add_argument("--format", required=True, metavar="F", help="see `pressmark formats`")
    loaded.add_argument(
        "--annotator", metavar="NAME", help="who acts, and has marked it all (default: as the file says)"
    )
    loaded.add_argument(
        "--as-suggestions", action="store_true", help="annotations become suggestions, to be decided on"
    )
    loaded.add_argument(
        "--map", metavar="THEIRS=OURS,...", help="labels and relations of the file by those of the scheme"
    )
    loaded.add_argument(
        "--new-articles", action="store_true", help="texts the project does not have become articles of it"
    )
    loaded.add_argument("--dry-run", action="store_true", help="only say what would be")
    _add_json(loaded)


def _add_release(commands: _Commands) -> None:
    released = _add_command(
        commands,
        "release",
        "app.cli.releasing:release_",
        "freeze a dataset with its manifest, card and splits, or verify the release that is there",
        "release sergek.pressmark --out release-2 --diff release-1 --salt 2023",
    )
    _add_project(released)
    released.add_argument("--out", type=Path, metavar="DIR", help="the folder to make, or to verify")
    released.add_argument(
        "--formats",
        type=_comma_separated,
        default=("jsonl", "parquet"),
        metavar="F,...",
        help="see `pressmark formats` (default: jsonl,parquet)",
    )
    released.add_argument(
        "--diff", type=Path, metavar="OLD", help="an older release: say what changed since (alone: no --out)"
    )
    _add_selection(released)
    _add_split(released)
    released.set_defaults(split="80/10/10")


# --------------------------------------------------------------------------- arguments several commands have


def _add_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT", help="the project file, NAME.pressmark")


def _add_pages(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", type=Path, nargs="+", metavar="PATH", help="a saved page or a folder of them"
    )
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="worker processes (default: 1)")


def _add_suggested_labels(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--labels", type=_comma_separated, metavar="LABEL,...", help="only these labels (default: all)"
    )


def _add_annotator(parser: argparse.ArgumentParser) -> None:
    """Who the history names."""
    parser.add_argument("--annotator", metavar="NAME", help="who acts (default: the name in the settings)")


def _add_selection(parser: argparse.ArgumentParser) -> None:
    """What leaves, and in what shape; `app.cli.datasets.dataset_of` reads it."""
    selection = parser.add_argument_group("what leaves")
    selection.add_argument(
        "--annotator", action="append", default=[], metavar="NAME", help="only this one's set (repeatable)"
    )
    statuses = ", ".join(Status)
    selection.add_argument(
        "--status", type=_statuses, default=(), metavar="STATUS,...", help=f"only articles {statuses}"
    )
    selection.add_argument(
        "--labels", type=_comma_separated, default=(), metavar="LABEL,...", help="only these labels"
    )
    selection.add_argument(
        "--language",
        type=_comma_separated,
        default=(),
        metavar="CODE,...",
        help="only articles in ru, kk, ...",
    )
    selection.add_argument(
        "--site", action="append", default=[], metavar="SITE", help="only articles of this site (repeatable)"
    )
    selection.add_argument(
        "--from",
        dest="published_from",
        type=_day,
        metavar="DATE",
        help="published on this day (2024-05-06) or later",
    )
    selection.add_argument(
        "--to",
        dest="published_to",
        type=_day,
        metavar="DATE",
        help="published on this day or earlier",
    )
    selection.add_argument(
        "--least-confidence",
        type=_share,
        default=0.0,
        metavar="0..1",
        help="without annotations whose annotator was less sure",
    )
    selection.add_argument(
        "--with-suggestions", action="store_true", help="suggestions too, each with its decision"
    )
    _add_shape(parser)


def _add_shape(parser: argparse.ArgumentParser) -> None:
    shape = parser.add_argument_group("in what shape")
    shape.add_argument(
        "--segment",
        choices=("article", "block", "sentence"),  # `app.dataset.Segmentation`
        default="article",
        help="what a record is (default: article); nothing marked is cut",
    )
    shape.add_argument(
        "--names",
        default="",
        metavar="LABEL=NAME,...",
        help="call labels otherwise; several may get one name",
    )


def _add_split(parser: argparse.ArgumentParser) -> None:
    """How articles are dealt; `app.cli.datasets.asked_split` reads it."""
    dealt = parser.add_argument_group("in which parts")
    dealt.add_argument("--split", metavar="80/10/10", help="shares of train/dev/test, each a file of its own")
    dealt.add_argument(
        "--group",
        choices=("duplicates", "site", "speaker", "article"),  # `app.dataset.Group`
        default="duplicates",
        help="what stays in one part (default: near-duplicates, which also stay together by site or speaker)",
    )
    dealt.add_argument(
        "--stratify",
        choices=("label", "language", "site"),  # `app.dataset.Stratum`
        help="what every part is to have its share of, the rarest first",
    )
    dealt.add_argument("--salt", default="", metavar="S", help="another salt deals the groups anew")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="machine-readable lines, nothing else on stdout")


def _comma_separated(text: str) -> tuple[str, ...]:
    """Read "claim,number" as ("claim", "number")."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _day(text: str) -> str:
    """Read a day, a month or a year: "2024-05-06", "2024-05", "2024"."""
    try:
        # As a whole day, because "20240506" and "2024-W19" would be days to Python, too.
        whole = text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text
        if date.fromisoformat(whole).isoformat() != whole:
            raise ValueError
        return text
    except ValueError:
        raise argparse.ArgumentTypeError(f"a day is written as 2024-05-06, not “{text}”") from None


def _share(text: str) -> float:
    """Read a number from 0 to 1."""
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"a number from 0 to 1, not “{text}”")
    return share


def _statuses(text: str) -> tuple[Status, ...]:
    try:
        return tuple(Status(name) for name in _comma_separated(text))
    except ValueError:
        listed = ", ".join(Status)
        raise argparse.ArgumentTypeError(f"a status is one of {listed}, not “{text}”") from None
