"""What is written into docs from the program: the list of pictures, and the table of keys in the guide."""

from itertools import groupby
from pathlib import Path

import resources
from app.scheme import parse_scheme
from widgets.actions import ACTIONS, CARET_KEYS, MENUS, label_actions
from widgets.keymap import Action

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "screenshots"
GUIDE = ROOT / "docs" / "guide.md"

_BEGIN = "<!-- keys: written by script/screenshots -->"
_END = "<!-- end of keys -->"
_SIGNS = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓", "Return": "Enter"}


def write_pages(guide: Path, pictures: Path) -> None:
    """Bring the guide's keys and the list of pictures up to date."""
    guide.write_text(with_keys(guide.read_text(encoding="utf-8")), encoding="utf-8")
    (pictures / "README.md").write_text(list_of_pictures(), encoding="utf-8")


def with_keys(guide: str) -> str:
    """The guide with the keys of now between its two marks."""
    before, _, rest = guide.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}\n\n{key_tables()}\n{_END}{after}"


def key_tables() -> str:
    """A table of keys for the caret and for each menu, as declared; labels as the news scheme has them."""
    labels = label_actions(parse_scheme(resources.scheme(), "news"))
    written = [_table("Caret in the article", list(CARET_KEYS))]
    for menu in MENUS:
        actions = [action for action in (*labels, *ACTIONS) if action.menu == menu and action.keys]
        written.append(_table(menu, _rows(actions)))
    return "\n".join(written)


def key(chord: str) -> str:
    """The chord as the guide writes it: `Ctrl+→`, `Enter`."""
    held, plus, name = chord.rpartition("+")
    return f"{held}{plus}{_SIGNS.get(name, name)}"


def list_of_pictures() -> str:
    """The page of all pictures, with what each shows."""
    from tests.screenshots.scenes import SCENES

    lines = [
        "# Pictures",
        "",
        "Made by `script/screenshots` from the program itself, on the sample articles and on made-up notes.",
        "",
        "| picture | shows |",
        "|---|---|",
    ]
    for name, scene in SCENES.items():
        links = f"{name}: [light]({name}-light.png), [dark]({name}-dark.png)"
        lines.append(f"| {links} | {(scene.__doc__ or '').strip().splitlines()[0]} |")
    return "\n".join(lines) + "\n"


def _rows(actions: list[Action]) -> list[tuple[str, str]]:
    """Keys and what they do; neighbours that are called the same (saved filters) share a row."""
    rows = []
    for text, alike in groupby(actions, key=lambda action: action.text):
        chords = [key(chord) for action in alike for chord in action.keys]
        same = text.startswith("Saved filter") and len(chords) > 2
        rows.append((f"{chords[0]} … {chords[-1]}" if same else ", ".join(chords), text))
    return rows


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    lines = [f"| {chords} | {text} |" for chords, text in rows]
    return "\n".join([f"**{title}**\n", "| key | does |", "|---|---|", *lines, ""])
