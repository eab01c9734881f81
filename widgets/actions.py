"""Every action, declared once: what it is called, its keys, its menu. Menus, palette and F1 derive from it.

Keys are chords as `widgets.keys` names them. They are not given to Qt as shortcuts, because Qt goes by
the letter typed and not by the place of the key; `widgets.key_filter` hands them to `Actions`.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from app.scheme import Scheme
from widgets import keys
from widgets.keymap import Action, Given, by_chord, is_label, keys_of
from widgets.texts import _, translated

Handler = Callable[[], object]


MENUS = (
    _("File"),
    _("Edit"),
    _("Annotation"),
    _("Suggestions"),
    _("Article"),
    _("View"),
    _("Help"),
)


# The first saved filters of a project have actions; their names and keys are shown where there are some.
SAVED_FILTERS = range(1, 10)

# The card's choices that a key leads to: a digit picks then.
CHOICES = (
    (1, _("First choice of the card, then a digit")),
    (2, _("Second choice of the card, then a digit")),
    (3, _("Third choice of the card, then a digit")),
    (4, _("Fourth choice of the card, then a digit")),
    (5, _("Fifth choice of the card, then a digit")),
)

# The inspector's tabs, as they stand side by side.
TABS = (
    (1, _("List of annotations")),
    (2, _("List of speakers")),
    (3, _("Guidelines")),
    (4, _("Notes")),
)

ACTIONS: tuple[Action, ...] = (
    Action("project.new", _("New project…"), "File", ("Ctrl+N",)),
    Action("project.open", _("Open project…"), "File", ("Ctrl+O",)),
    Action("project.sample", _("Open the sample project"), "File"),
    Action("project.restore", _("Restore a backup…"), "File"),
    Action("project.close", _("Close project"), "File"),
    Action("import.files", _("Import files…"), "File", ("Ctrl+I",), separated=True),
    Action("import.folder", _("Import a folder…"), "File", ("Ctrl+Shift+I",)),
    Action("import.results", _("Results of the last import"), "File"),
    Action("load", _("Load annotations…"), "File", ("Ctrl+Shift+L",)),
    Action("load.results", _("Results of the last loading"), "File"),
    Action("bin", _("Removed articles…"), "File"),
    Action("export", _("Export…"), "File", ("Ctrl+E",)),
    Action("quit", _("Quit"), "File", ("Ctrl+Q",), separated=True),
    Action("undo", _("Undo"), "Edit", ("Ctrl+Z",)),
    Action("redo", _("Redo"), "Edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Action("copy", _("Copy"), "Edit", ("Ctrl+C",), "article", separated=True),
    Action("find", _("Find in article"), "Edit", ("Ctrl+F",), separated=True),
    Action("find.next", _("Find next"), "Edit", ("F3",)),
    Action("find.previous", _("Find previous"), "Edit", ("Shift+F3",)),
    Action("search", _("Search all articles"), "Edit", ("Ctrl+Shift+F",)),
    Action("scheme", _("Labels and scheme…"), "Edit", ("Ctrl+L",), separated=True),
    Action("speakers", _("Speakers of the project"), "Edit", ("Ctrl+Shift+R",)),
    Action("mark_all", _("Mark all occurrences…"), "Annotation", ("M",), "article"),
    Action("relate", _("Relate to…"), "Annotation", ("R",), "article", separated=True),
    Action("relabel", _("Change label…"), "Annotation", ("L",), "article"),
    Action("duplicate", _("Mark with another label too…"), "Annotation", ("D",), "article"),
    Action("copy_attributes", _("Copy from the last one like it"), "Annotation", ("C",), "article"),
    Action("split", _("Split at the caret"), "Annotation", ("S",), "article"),
    Action("join", _("Join with the next of its label"), "Annotation", ("J",), "article"),
    Action("grow", _("Grow the selection"), "Annotation", ("Space",), "article"),
    Action("fragment.add", _("Add a fragment"), "Annotation", ("+",), "article"),
    Action("fragment.cut", _("Cut a fragment out"), "Annotation", ("-",), "article"),
    Action("passage.empty", _("Nothing here: read and empty"), "Annotation", ("0",), "article"),
    Action("confirm", _("Accept suggestion, or edit card"), "Annotation", ("Return",), "article"),
    Action("values", _("Type the number's value"), "Annotation", ("V",), "article"),
    Action("confidence", _("How sure: sure, likely, unsure"), "Annotation", ("U",), "article"),
    Action("note", _("Note on the annotation, or the article"), "Annotation", ("N",), "article"),
    *(Action(f"choice.{n}", text, "Annotation", (f"Shift+{n}",), "article") for n, text in CHOICES),
    Action("reject", _("Reject suggestion, or remove"), "Annotation", ("Backspace", "Del"), "article"),
    Action("annotation.next", _("Next annotation"), "Annotation", ("Ctrl+Tab",), separated=True),
    Action("annotation.previous", _("Previous annotation"), "Annotation", ("Ctrl+Shift+Tab",)),
    Action("annotation.outward", _("Next annotation outward"), "Annotation", ("O",), "article"),
    Action("back", _("Back where I was"), "Annotation", ("Alt+Backspace",)),
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
    Action("suggestion.review", _("Go through all suggestions…"), "Suggestions", ("Shift+M",), "article"),
    Action("suggest", _("Suggest for this article again"), "Suggestions", separated=True),
    Action("learned", _("What was learned…"), "Suggestions"),
    Action("done", _("Done, next article"), "Article", ("Ctrl+Return",)),
    Action("skip", _("Skip, next article"), "Article"),
    Action("todo", _("Back to do"), "Article"),
    Action("flag", _("Flag, or take the flag off"), "Article", ("F",), "article"),
    Action("article.card", _("About the article"), "Article", ("A",), "article"),
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
    Action("settings", _("Settings and keys…"), "View", ("Ctrl+,",), separated=True),
    Action("progress", _("Progress…"), "View", ("Ctrl+P",), separated=True),
    Action("filter.save", _("Save this search…"), "View", separated=True),
    Action("filter.manage", _("Saved filters…"), "View"),
    *(Action(f"filter.{n}", _("Saved filter"), "View", (f"Ctrl+{n}",)) for n in SAVED_FILTERS),
    *(Action(f"tab.{n}", text, "View", (f"Alt+{n}",)) for n, text in TABS),
    Action("card", _("The card of what is selected"), "View", ("Alt+5",)),
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
        "project.restore",
        "quit",
        "theme.light",
        "theme.dark",
        "theme.system",
        "settings",
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


class Actions(QObject):
    """The actions as Qt knows them, the handlers bound to them, and the keys they answer to."""

    schemed = Signal()
    """There are other labels now: menus are filled anew."""
    keys_changed = Signal()
    """Other keys call the actions now: what shows them shows them anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given: Given = {}
        self._names: dict[str, str] = {}
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

    def text_of(self, action: Action) -> str:
        """What the action is called in the language of the interface; a label's name is the scheme's."""
        if action.id in self._names:
            return self._names[action.id]
        return action.text if is_label(action) else translated(action.text)

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

    def offer(self, action_id: str, name: str | None) -> None:
        """Offer the action under this name of the user's; None: do not, and give it its own name again."""
        action = next(action for action in ACTIONS if action.id == action_id)
        self._names.pop(action_id, None)
        if name is not None:
            self._names[action_id] = name
        self._qt[action_id].setVisible(name is not None)
        self._qt[action_id].setEnabled(name is not None)
        self._show_key(action)

    def keys_of(self, action_id: str) -> tuple[str, ...]:
        """The chords that call the action; the first is shown."""
        return self._keys(next(action for action in self.all() if action.id == action_id))

    def shown_key(self, action_id: str) -> str:
        """The key that calls the action as the desktop writes it; empty where it has none."""
        chords = self.keys_of(action_id)
        return keys.shown(chords[0]) if chords else ""

    def given_keys(self) -> Given:
        """The keys the user has given actions in place of the declared ones."""
        return self._given

    def give_keys(self, given: Given) -> None:
        """Let these keys call these actions in place of the declared ones, from now on."""
        self._given = {name: tuple(chords) for name, chords in given.items()}
        self._index()
        self.keys_changed.emit()

    def enable(self, project_open: bool) -> None:
        """Enable what can be done with, or without, a project."""
        for action_id, action in self._qt.items():
            action.setEnabled(project_open or action_id in ALWAYS)
        for number in SAVED_FILTERS:  # until a project says that it has some
            self.offer(f"filter.{number}", None)

    def trigger(self, action_id: str) -> None:
        """Do it, unless it is disabled."""
        self._qt[action_id].trigger()

    def at(self, chord: str, in_article: bool) -> Action | None:
        """The action a chord calls, in the article or elsewhere in the window."""
        action = self._by_chord.get(chord)
        return action if action and (in_article or action.where == "window") else None

    def _index(self) -> None:
        self._by_chord = by_chord(self.all(), self._given)
        for action in self.all():
            self._show_key(action)

    def _keys(self, action: Action) -> tuple[str, ...]:
        return tuple(chord for chord in keys_of(action, self._given) if self._by_chord[chord] is action)

    def _show_key(self, action: Action) -> None:
        """Write the action's key behind its name, in menus and tips."""
        chords, text, made = self._keys(action), self.text_of(action), self._qt[action.id]
        shown = keys.shown(chords[0]) if chords else ""
        made.setToolTip(f"{text} ({shown})" if shown else text)
        made.setText(f"{text}\t{shown}" if shown else text)

    def _make(self, action: Action) -> QAction:
        made = QAction(self.text_of(action), self)
        made.setObjectName(action.id)
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
