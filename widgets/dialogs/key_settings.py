"""The keys of all actions, to look up and to change: Enter on a row, then the keys that shall call it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import settings as setting
from app.settings import Settings
from widgets import keys, theme
from widgets.actions import Actions
from widgets.clearing import add_clear_button
from widgets.dialogs.command_palette import ranked
from widgets.dialogs.frame import sentence
from widgets.keymap import Action, Given, is_label, refusal
from widgets.texts import translated

_ID = Qt.ItemDataRole.UserRole


class KeySettings(QWidget):
    """A list of actions with their keys. What is given is kept, and holds, at once."""

    def __init__(self, settings: Settings, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._actions = settings, actions
        self._waiting: Action | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search actions"))
        self.field.setAccessibleName(self.tr("Search actions"))
        add_clear_button(self.field)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Menu"), self.tr("Keys")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        letter = self.list.fontMetrics().averageCharWidth()
        self.list.setColumnWidth(1, 13 * letter)
        self.list.setColumnWidth(2, 21 * letter)
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda *_: self.change())
        self.list.currentItemChanged.connect(lambda *_: self._stop_waiting())
        self.said = sentence()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        column.addLayout(self._buttons())
        actions.keys_changed.connect(self._fill)
        self._fill()
        self._say()

    # -- changing -------------------------------------------------------------------------------

    def change(self) -> None:
        """Wait for the keys that shall call the current action."""
        action = self._current()
        if action is None:
            return
        if is_label(action):
            self._say(
                self.tr("A label's key belongs to the scheme: change it in the scheme editor."), "error"
            )
            return
        self._waiting = action
        name = self._actions.text_of(action)
        self._say(
            self.tr("Press the keys for “{name}” · Esc keeps what there was").format(name=name), "accent"
        )
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self, chord: str) -> None:
        """Give the waiting action this chord, or say why it cannot have it."""
        action = self._waiting
        if action is None or not chord:
            return
        given = self._actions.given_keys()
        why, there = refusal(chord, action, self._actions.all(), given)
        shown = keys.shown(chord)
        if why == "caret":
            self._say(self.tr("{keys} moves the caret. Press others.").format(keys=shown), "error")
        elif why == "bare":
            asked = self.tr("{keys} would be typed: this action needs Ctrl, Alt or a function key.")
            self._say(asked.format(keys=shown), "error")
        elif there is not None:
            taken = self.tr("{keys} is taken by “{name}”. Press others, or take it from there first.")
            self._say(taken.format(keys=shown, name=self._actions.text_of(there)), "error")
        else:
            self._keep({**given, action.id: (chord,)})
            done = self.tr("{keys} now calls “{name}”.")
            self._say(done.format(keys=shown, name=self._actions.text_of(action)))
            self._waiting = None

    def take_off(self) -> None:
        """Leave the current action without a key."""
        action = self._current()
        if action is not None and not is_label(action):
            self._keep({**self._actions.given_keys(), action.id: ()})

    def reset(self) -> None:
        """Give the current action its own keys back, unless another has them by now."""
        action = self._current()
        if action is None:
            return
        given = {name: chords for name, chords in self._actions.given_keys().items() if name != action.id}
        for chord in action.keys:
            why, there = refusal(chord, action, self._actions.all(), given)
            if why == "taken" and there is not None:
                taken = self.tr("{keys} is taken by “{name}”. Press others, or take it from there first.")
                self._say(taken.format(keys=keys.shown(chord), name=self._actions.text_of(there)), "error")
                return
        self._keep(given)

    def reset_all(self) -> None:
        """Give every action its own keys back."""
        self._keep({})

    def _keep(self, given: Given) -> None:
        kept = {name: list(chords) for name, chords in given.items()}
        self._settings.set(setting.KEYS, kept)
        self._actions.give_keys(kept)
        self._say()

    # -- showing --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Begin in the search field."""
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, act in (
            (self.tr("Change…"), self.change),
            (self.tr("No key"), self.take_off),
            (self.tr("Reset"), self.reset),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        everything = QPushButton(self.tr("Reset all keys"))
        everything.setAutoDefault(False)
        everything.clicked.connect(self.reset_all)
        row.addWidget(everything)
        return row

    def _fill(self) -> None:
        current = self._current()
        entries = [(action, self._actions.text_of(action)) for action in self._actions.all()]
        self.list.clear()
        for action, text in ranked(entries, self.field.text()):
            chords = self._actions.keys_of(action.id)
            item = QTreeWidgetItem([text, translated(action.menu), "   ".join(map(keys.shown, chords))])
            item.setData(0, _ID, action.id)
            if chords != action.keys:
                item.setForeground(2, QColor(theme.current().accent))
                item.setToolTip(
                    2, self.tr("Its own: {keys}").format(keys="  ".join(map(keys.shown, action.keys)))
                )
            self.list.addTopLevelItem(item)
            if current is not None and action.id == current.id:
                self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)

    def _current(self) -> Action | None:
        item = self.list.currentItem()
        wanted = None if item is None else item.data(0, _ID)
        return next((action for action in self._actions.all() if action.id == wanted), None)

    def _say(self, text: str = "", kind: str = "soft") -> None:
        usual = self.tr("Enter changes the keys of the action, Delete leaves it without any.")
        self.said.setText(text or usual)
        self.said.setProperty("kind", kind)
        self.said.style().polish(self.said)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting = None
            self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """In the field: arrows go to the list. In the list: Enter changes, Delete takes the keys off."""
        if self._waiting is not None and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        chord = keys.chord(event)
        if self._waiting is not None:
            self._stop_waiting() if chord == "Esc" else self.give(chord)
            return True
        if chord == "Return":
            self.change()
            return True
        if watched is self.field and chord in ("Up", "Down", "PgUp", "PgDown"):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if watched is self.list and chord in ("Del", "Backspace"):
            self.take_off()
            return True
        return super().eventFilter(watched, event)
