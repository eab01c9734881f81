"""What the program remembers about its user between runs: declared once here, kept as JSON.

The file lies in the user's configuration folder (`PRESSMARK_CONFIG` names another one). A missing or
damaged file, an unknown name or a value of the wrong kind is no trouble: the default stands in.
"""

import getpass
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

T = TypeVar("T")

FOLDER_VARIABLE = "PRESSMARK_CONFIG"
FILE_NAME = "settings.json"
MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One thing that can be set."""

    id: str
    default: T
    what: str
    """What it is, for people."""
    valid: Callable[[Any], bool]
    offered: bool = False
    """Whether the settings dialog shows it; the others are what the program remembers by itself."""
    choices: tuple[str, ...] = ()
    """What a text may be, where it is one of few."""
    limits: tuple[int, int] = (0, 0)
    """The least and the most of a number."""


def _text(value: object) -> bool:
    return isinstance(value, str)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _keys(value: object) -> bool:
    return isinstance(value, dict) and all(_texts(chords) for chords in value.values())


def _sizes(value: object) -> bool:
    return isinstance(value, list) and all(type(entry) is int and entry >= 0 for entry in value)


_THEMES = ("system", "light", "dark")
_LANGUAGES = ("system", "en", "ru", "kk")
_SIZES = (8, 48)
_WIDTHS = (40, 120)
_SHARES = (0, 50)

THEME = Setting(
    "theme",
    "system",
    "Light, dark, or as the desktop is",
    lambda value: value in _THEMES,
    offered=True,
    choices=_THEMES,
)
LANGUAGE = Setting(
    "language",
    "system",
    "Language of the interface, from the next start on",
    lambda value: value in _LANGUAGES,
    offered=True,
    choices=_LANGUAGES,
)
TEXT_SIZE = Setting(
    "text_size",
    14.0,
    "Size of the article's text in points",
    lambda value: isinstance(value, int | float) and _SIZES[0] <= value <= _SIZES[1],
    offered=True,
    limits=_SIZES,
)
TEXT_WIDTH = Setting(
    "text_width",
    68,
    "Characters in a line of the article",
    lambda value: type(value) is int and _WIDTHS[0] <= value <= _WIDTHS[1],
    offered=True,
    limits=_WIDTHS,
)
ANNOTATOR = Setting(
    "annotator", "", "The name acts are recorded under; empty: the login name", _text, offered=True
)
SUGGEST = Setting(
    "suggest", True, "Suggest numbers, speakers and claims for the article that is open", _flag, offered=True
)
LEARN = Setting("learn", True, "Learn from what is accepted, rejected and marked", _flag, offered=True)
BLIND_SHARE = Setting(
    "blind_share",
    10,
    "Percent of the articles that show no suggestions, so that the eye stays its own",
    lambda value: type(value) is int and _SHARES[0] <= value <= _SHARES[1],
    offered=True,
    limits=_SHARES,
)
ACTIVE_TIME = Setting(
    "active_time", True, "Count the time worked on each article, in the project", _flag, offered=True
)
KEYS: Setting[dict[str, list[str]]] = Setting(
    "keys", {}, "Keys given to actions in place of their own, by the action's id", _keys
)
RECENT_PROJECTS: Setting[list[str]] = Setting(
    "recent_projects", [], "Projects opened last, newest first", _texts
)
PROJECT_FOLDER = Setting("project_folder", "", "Where projects were last opened or created", _text)
IMPORT_FOLDER = Setting("import_folder", "", "Where files were last imported from", _text)
EXPORT_FOLDER = Setting("export_folder", "", "Where datasets were last exported to", _text)
EXPORT_FORMAT = Setting("export_format", "jsonl", "The format last exported", _text)
WINDOW_GEOMETRY = Setting("window_geometry", "", "Place and size of the window (Qt, base64)", _text)
SPLITTER_SIZES: Setting[list[int]] = Setting(
    "splitter_sizes", [], "Widths of library, article and inspector in pixels", _sizes
)

ALL: tuple[Setting[Any], ...] = (
    THEME,
    LANGUAGE,
    TEXT_SIZE,
    TEXT_WIDTH,
    ANNOTATOR,
    SUGGEST,
    LEARN,
    BLIND_SHARE,
    ACTIVE_TIME,
    KEYS,
    RECENT_PROJECTS,
    PROJECT_FOLDER,
    IMPORT_FOLDER,
    EXPORT_FOLDER,
    EXPORT_FORMAT,
    WINDOW_GEOMETRY,
    SPLITTER_SIZES,
)


class Settings:
    """The values of one user, written to disk as soon as one changes."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the settings in `folder` (the user's configuration folder when None)."""
        self.path = (folder or default_folder()) / FILE_NAME
        self._values = _read(self.path)
        self._listeners: list[tuple[str, Callable[[Any], object]]] = []

    def get(self, setting: Setting[T]) -> T:
        """The value set, or the default."""
        value = self._values.get(setting.id, setting.default)
        return value if setting.valid(value) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep `value`; ValueError if it is no value of this setting. A read-only folder is borne."""
        if not setting.valid(value):
            raise ValueError(f"{value!r} is no value of {setting.id}")
        if self._values.get(setting.id) == value:
            return
        self._values[setting.id] = value
        _write(self.path, self._values)
        for name, listener in tuple(self._listeners):
            if name == setting.id:
                listener(value)

    def listen(self, setting: Setting[T], listener: Callable[[T], object]) -> None:
        """Call `listener` with the value whenever another one is set."""
        self._listeners.append((setting.id, listener))

    def annotator(self) -> str:
        """The name acts are recorded under."""
        return self.get(ANNOTATOR) or _login_name()

    def recent_projects(self) -> list[Path]:
        """The projects opened last that are still there, newest first."""
        return [path for entry in self.get(RECENT_PROJECTS) if (path := Path(entry)).is_file()]

    def add_recent(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        name = str(path.absolute())
        others = [entry for entry in self.get(RECENT_PROJECTS) if entry != name]
        self.set(RECENT_PROJECTS, [name, *others][:MOST_RECENT])


def default_folder() -> Path:
    """The configuration folder: `PRESSMARK_CONFIG`, or the platform's own for this user."""
    if named := os.environ.get(FOLDER_VARIABLE):
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_config_dir("pressmark", appauthor=False))


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user in the system's list, as in some containers
        return "annotator"


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _write(path: Path, values: dict[str, Any]) -> None:
    """Replace the file in one move. Settings are a comfort: where they cannot be kept, work goes on."""
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
