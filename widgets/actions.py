"""Every action, declared once: what it is called, its keys, its menu. Menus, palette and F1 derive from it.

Keys are chords as `widgets.keys` names them. They are not given to Qt as shortcuts, because Qt goes by
the letter typed and not by the place of the key; `widgets.key_filter` hands them to `Actions`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from app.scheme import Scheme
from widgets import keys

Where = Literal["article", "window"]
Handler = Callable[[], object]


def _(text: str) -> str:
    """Mark a text for translation; `translated` looks it up."""
    return str(QT_TRANSLATE_NOOP("Actions", text))


MENUS = (
    _("File"),
    _("Edit"),
    _("Annotation"),
    _("Suggestions"),
    _("Article"),
    _("View"),
    _("Help"),
)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can do."""

    id: str
    text: str
    """English; translated where it is shown."""
    menu: str
    """One of `MENUS`."""
    keys: tuple[str, ...] = ()
    """The first is shown."""
    where: Where = "window"
    """Whether its keys act only while the article has the focus, or anywhere in the window."""
    group: str = ""
    """Actions of one group exclude each other and show which one holds."""
    separated: bool = False
    """Whether the menu draws a line above it."""


ACTIONS: tuple[Action, ...] = (
    Action("project.new", _("New project…"), "File", ("Ctrl+N",)),
    Action("project.open", _("Open project…"), "File", ("Ctrl+O",)),
    Action("project.sample", _("Open the sample project"), "File"),
    Action("project.close", _("Close project"), "File"),
    Action("import.files", _("Import files…"), "File", ("Ctrl+I",), separated=True),
    Action("import.folder", _("Import a folder…"), "File", ("Ctrl+Shift+I",)),
    Action("import.results", _("Results of the last import"), "File"),
    Action("export", _("Export…"), "File", ("Ctrl+E",)),
    Action("quit", _("Quit"), "File", ("Ctrl+Q",), separated=True),
    Action("undo", _("Undo"), "Edit", ("Ctrl+Z",)),
    Action("redo", _("Redo"), "Edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Action("copy", _("Copy"), "Edit", ("Ctrl+C",), "article", separated=True),
    Action("find", _("Find in article"), "Edit", ("Ctrl+F",), separated=True),
    Action("find.next", _("Find next"), "Edit", ("F3",)),
    Action("find.previous", _("Find previous"), "Edit", ("Shift+F3",)),
    Action("search", _("Search all articles"), "Edit", ("Ctrl+Shift+F",)),
    Action("relate", _("Relate to…"), "Annotation", ("R",), "article", separated=True),
    Action("confirm", _("Accept suggestion, or edit card"), "Annotation", ("Return",), "article"),
    Action("reject", _("Reject suggestion, or remove"), "Annotation", ("Backspace", "Del"), "article"),
    Action("annotation.next", _("Next annotation"), "Annotation", ("Ctrl+Tab",), separated=True),
    Action("annotation.previous", _("Previous annotation"), "Annotation", ("Ctrl+Shift+Tab",)),
    Action("cancel", _("Select nothing"), "Annotation", ("Esc",), "article"),
    Action("end.right", _("End one character right"), "Annotation", ("Alt+Right",), separated=True),
    Action("end.left", _("End one character left"), "Annotation", ("Alt+Left",)),
    Action("start.right", _("Start one character right"), "Annotation", ("Alt+Shift+Right",)),
    Action("start.left", _("Start one character left"), "Annotation", ("Alt+Shift+Left",)),
    Action("end.word_right", _("End one word right"), "Annotation", ("Ctrl+Alt+Right",)),
    Action("end.word_left", _("End one word left"), "Annotation", ("Ctrl+Alt+Left",)),
    Action("start.word_right", _("Start one word right"), "Annotation", ("Ctrl+Alt+Shift+Right",)),
    Action("start.word_left", _("Start one word left"), "Annotation", ("Ctrl+Alt+Shift+Left",)),
    Action("suggestion.next", _("Next suggestion"), "Suggestions", ("Tab",), "article"),
    Action("suggestion.previous", _("Previous suggestion"), "Suggestions", ("Shift+Tab",), "article"),
    Action("suggest", _("Suggest for this article again"), "Suggestions", separated=True),
    Action("done", _("Done, next article"), "Article", ("Ctrl+Return",)),
    Action("skip", _("Skip, next article"), "Article"),
    Action("todo", _("Back to do"), "Article"),
    Action("article.next", _("Next article"), "Article", ("Ctrl+PgDown",), separated=True),
    Action("article.previous", _("Previous article"), "Article", ("Ctrl+PgUp",)),
    Action("article.go", _("Go to article…"), "Article", ("Ctrl+G",)),
    Action("block.furniture", _("Page furniture, or text"), "Article", ("B",), "article", separated=True),
    Action("furniture", _("Show or fold page furniture"), "Article", ("Ctrl+B",)),
    Action("article.remove", _("Remove article from project"), "Article", separated=True),
    Action("text.larger", _("Larger text"), "View", ("Ctrl++",)),
    Action("text.smaller", _("Smaller text"), "View", ("Ctrl+-",)),
    Action("text.reset", _("Normal text size"), "View", ("Ctrl+0",)),
    Action("lines.longer", _("Longer lines"), "View"),
    Action("lines.shorter", _("Shorter lines"), "View"),
    Action("theme.light", _("Light"), "View", group="theme", separated=True),
    Action("theme.dark", _("Dark"), "View", group="theme"),
    Action("theme.system", _("As the desktop"), "View", group="theme"),
    Action("panel.next", _("Next panel"), "View", ("F6",), separated=True),
    Action("panel.previous", _("Previous panel"), "View", ("Shift+F6",)),
    Action("palette", _("Search actions"), "Help", ("Ctrl+K",)),
    Action("keys", _("Keys"), "Help", ("F1",)),
    Action("menu", _("Menu"), "Help", ("F10",)),
    Action("about", _("About Pressmark"), "Help"),
)

# What works without any project.
ALWAYS = frozenset(
    {
        "project.new",
        "project.open",
        "project.sample",
        "quit",
        "theme.light",
        "theme.dark",
        "theme.system",
        "palette",
        "keys",
        "menu",
        "about",
    }
)

# What the reader does with keys by itself: shown in the list of keys.
CARET_KEYS: tuple[tuple[str, str], ...] = (
    ("←  →", _("By character (with Shift: select)")),
    ("Ctrl+←  Ctrl+→", _("By word")),
    ("Alt+↑  Alt+↓", _("By sentence")),
    ("Ctrl+↑  Ctrl+↓", _("By paragraph")),
)


def label_actions(scheme: Scheme) -> tuple[Action, ...]:
    """An action for each label of the scheme, by its own digit key."""
    return tuple(
        Action(f"label.{label.id}", label.name, "Annotation", (label.key,) if label.key else (), "article")
        for label in scheme.labels
    )


def translated(text: str) -> str:
    """The text of an action or a menu in the language of the interface."""
    return QCoreApplication.translate("Actions", text)


class Actions(QObject):
    """The actions as Qt knows them, the handlers bound to them, and the keys they answer to."""

    schemed = Signal()
    """There are other labels now: menus are filled anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[Action, ...] = ()
        self._handlers: dict[str, Handler] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._qt = {action.id: self._make(action) for action in ACTIONS}
        self._index()

    def all(self) -> tuple[Action, ...]:
        """Every action in the order of the menus; the labels come first in theirs."""
        return (*self._labels, *ACTIONS)

    def of_menu(self, menu: str) -> list[Action]:
        """The actions of one menu."""
        return [action for action in self.all() if action.menu == menu]

    def qt(self, action_id: str) -> QAction:
        """The QAction, for menus and buttons."""
        return self._qt[action_id]

    def set_scheme(self, scheme: Scheme | None) -> None:
        """Have an action for each label of `scheme`, and no other label's."""
        for action in self._labels:
            self._qt.pop(action.id).deleteLater()
            self._handlers.pop(action.id, None)
        self._labels = label_actions(scheme) if scheme else ()
        self._qt |= {action.id: self._make(action) for action in self._labels}
        self._index()
        self.schemed.emit()

    def bind(self, handlers: Mapping[str, Handler]) -> None:
        """Let these actions call these handlers from now on."""
        if unknown := handlers.keys() - self._qt.keys():
            raise KeyError(f"no such actions: {sorted(unknown)}")
        self._handlers |= handlers

    def enable(self, project_open: bool) -> None:
        """Enable what can be done with, or without, a project."""
        for action_id, action in self._qt.items():
            action.setEnabled(project_open or action_id in ALWAYS)

    def trigger(self, action_id: str) -> None:
        """Do it, unless it is disabled."""
        self._qt[action_id].trigger()

    def at(self, chord: str, in_article: bool) -> Action | None:
        """The action a chord calls, in the article or elsewhere in the window."""
        action = self._by_chord.get(chord)
        return action if action and (in_article or action.where == "window") else None

    def _index(self) -> None:
        self._by_chord = by_chord(self.all())

    def _make(self, action: Action) -> QAction:
        text = translated(action.text) if action in ACTIONS else action.text
        made = QAction(text, self)
        made.setObjectName(action.id)
        made.setToolTip(f"{text} ({keys.shown(action.keys[0])})" if action.keys else text)
        if action.keys:
            made.setText(f"{text}\t{keys.shown(action.keys[0])}")
        if action.group:
            made.setCheckable(True)
            group = self._groups.setdefault(action.group, QActionGroup(self))
            group.addAction(made)
        made.triggered.connect(lambda: self._run(action.id))
        return made

    def _run(self, action_id: str) -> None:
        handler = self._handlers.get(action_id)
        if handler is not None:
            handler()


def by_chord(actions: Iterable[Action]) -> dict[str, Action]:
    """The action each chord calls; ValueError if two claim one."""
    found: dict[str, Action] = {}
    for action in actions:
        for chord in action.keys:
            if chord in found:
                raise ValueError(f"both {found[chord].id} and {action.id} claim {chord}")
            found[chord] = action
    return found
