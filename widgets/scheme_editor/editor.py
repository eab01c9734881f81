"""The window of the scheme editor: the parts of the scheme at the left, the form of one at the right."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import scheme_edits as edits
from app.scheme import Scheme, SchemeError
from app.scheme_edits import ARTICLE, Edit
from widgets import theme
from widgets.dialogs.frame import sentence
from widgets.flow import FlowLayout
from widgets.keys import chord
from widgets.scheme_editor.attributes import AttributesField
from widgets.scheme_editor.entries import Entries, Place
from widgets.scheme_editor.hands import Make
from widgets.scheme_editor.label_form import LabelForm
from widgets.scheme_editor.naming import ask_name
from widgets.scheme_editor.relation_form import RelationForm
from widgets.screens import keep_on_screen, scrolled
from widgets.tab_order import move_focus
from widgets.texts import tr

_UNDOES = {"Ctrl+Z": "undo", "Ctrl+Shift+Z": "redo", "Ctrl+Y": "redo"}


class SchemeEditor(QDialog):
    """Shows a scheme, and says what is to be changed; beside the window, which stays usable."""

    edited = Signal(str, str, object)
    """(verb, what it is called, Edit)"""
    merge_requested = Signal(str)
    split_requested = Signal(str)
    delete_requested = Signal(str)
    """Label id."""
    import_requested = Signal(str)
    """Name of a bundled scheme; empty: a file is to be asked for."""
    export_requested = Signal()
    history_requested = Signal(str)
    """ "undo" or "redo" """

    def __init__(self, templates: Mapping[str, str], parent: QWidget | None = None) -> None:
        """`templates` are the bundled schemes: name to title."""
        super().__init__(parent)
        self.setObjectName("schemeEditor")
        self.setWindowTitle(tr("Labels and scheme"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._scheme: Scheme | None = None
        self._uses: Mapping[str, int] = {}
        self.entries = Entries()
        self.label_form = LabelForm(self.hands)
        self.relation_form = RelationForm(self.hands)
        self.article_form = AttributesField(self.hands)
        self._message = sentence(kind="error")
        self._message.hide()
        self._forms = QStackedWidget()
        for form in (self.label_form, self.relation_form, _with_words(self.article_form)):
            self._forms.addWidget(_scrolled(form))
        self._lay_out(templates)
        self._connect()
        self.resize(theme.enlarged(960), theme.enlarged(720))
        keep_on_screen(self)

    def show_scheme(self, scheme: Scheme, uses: Mapping[str, int]) -> None:
        """Show the scheme as it is now, with how many annotations each label has."""
        self._scheme, self._uses = scheme, uses
        self.say("")
        self.entries.show_scheme(scheme, uses)

    def scheme(self) -> Scheme:
        """The scheme shown."""
        assert self._scheme is not None
        return self._scheme

    def refill(self) -> None:
        """Show what there is again: what was asked for has not become."""
        if self._scheme is not None:
            self.entries.show_scheme(self._scheme, self._uses)

    def say(self, trouble: str) -> None:
        """Say what could not be done; empty: nothing."""
        self._message.setText(trouble)
        self._message.setVisible(bool(trouble))

    def message(self) -> str:
        """What is said now."""
        return self._message.text()

    def hands(self, title: str, make: Make, verb: str = "edit_scheme") -> str:
        """Ask for an edit of the scheme; return a sentence where there can be no such scheme."""
        try:
            made = make(self.scheme())
        except SchemeError as error:
            self.refill()
            return str(error)
        self.edited.emit(verb, title, made if isinstance(made, Edit) else Edit(made))
        return ""

    def press(self, pressed: str, focus: QWidget | None) -> bool:
        """Undo or redo, unless there is something to undo in the field one is typing in."""
        what = _UNDOES.get(pressed)
        if what is None or _takes(focus, what):
            return False
        self.history_requested.emit(what)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """See keys before the field that has the focus does."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.press(chord(event), QApplication.focusWidget())
        return False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Be asked first for keys."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)
        self.entries.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        """Tab goes as one reads."""
        return move_focus(self, forward)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Take over what was typed."""
        self._settle()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc: take over what was typed, and close."""
        self._settle()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter settles a field and presses no button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    # -- helpers --------------------------------------------------------------------------------------

    def _settle(self) -> None:
        self.label_form.settle()
        self.relation_form.settle()

    def _connect(self) -> None:
        self.entries.chosen.connect(self._show)
        self.entries.move_requested.connect(self._move)
        self.entries.delete_requested.connect(self._delete)
        self.entries.entered.connect(self._focus_form)
        form = self.label_form
        form.merge_requested.connect(self.merge_requested)
        form.split_requested.connect(self.split_requested)
        form.delete_requested.connect(self.delete_requested)

    def _show(self, place: Place) -> None:
        scheme = self.scheme()
        label, relation = scheme.label(place.id), scheme.relation(place.id)
        if place.kind == "label" and label is not None:
            self.label_form.show_label(scheme, label)
            self._forms.setCurrentIndex(0)
        elif place.kind == "relation" and relation is not None:
            self.relation_form.show_relation(scheme, relation)
            self._forms.setCurrentIndex(1)
        elif place.kind == "article":
            self.article_form.show_owner(scheme, ARTICLE)
            self._forms.setCurrentIndex(2)

    def _focus_form(self) -> None:
        area = self._forms.currentWidget()
        if isinstance(area, QScrollArea) and (form := area.widget()) is not None:
            form.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _move(self, place: Place, step: int) -> None:
        if place.kind == "label":
            self.hands(tr("Move label"), lambda scheme: edits.move_label(scheme, place.id, step))
        elif place.kind == "relation":
            self.hands(tr("Move relation"), lambda scheme: edits.move_relation(scheme, place.id, step))

    def _delete(self, place: Place) -> None:
        if place.kind == "label":
            self.delete_requested.emit(place.id)
        elif place.kind == "relation":
            self.relation_form.delete()

    def _add_label(self) -> None:
        def take(name: str) -> str:
            trouble = self.hands(tr("Add label"), lambda scheme: edits.add_label(scheme, name))
            if not trouble:
                self.entries.choose(Place("label", self.scheme().labels[-1].id))
            return trouble

        ask_name(tr("New label"), take, self)

    def _add_relation(self) -> None:
        def make(name: str, scheme: Scheme) -> Scheme:
            first, second = scheme.labels[0].id, scheme.labels[min(1, len(scheme.labels) - 1)].id
            return edits.add_relation(scheme, name, first, second)

        def take(name: str) -> str:
            trouble = self.hands(tr("Add relation"), partial(make, name))
            if not trouble:
                self.entries.choose(Place("relation", self.scheme().relations[-1].id))
            return trouble

        ask_name(tr("New relation"), take, self)

    def _lay_out(self, templates: Mapping[str, str]) -> None:
        left = QWidget()
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=6)
        for text, then in (
            (tr("+ Label"), self._add_label),
            (tr("+ Relation"), self._add_relation),
            (tr("Import…"), None),
            (tr("Export…"), self.export_requested.emit),
        ):
            flow.addWidget(_button(text, then) if then else self._import_button(text, templates))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(8)
        column.addWidget(self.entries, 1)
        inset = QHBoxLayout()
        inset.setContentsMargins(10, 0, 10, 0)
        inset.addWidget(buttons)
        column.addLayout(inset)
        rule = QFrame()
        rule.setObjectName("inspectorRule")
        rule.setFixedWidth(1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 14, 0, 14)
        right.setSpacing(8)
        above = QHBoxLayout()
        above.setContentsMargins(22, 0, 22, 0)
        above.addWidget(self._message)
        right.addLayout(above)
        right.addWidget(self._forms, 1)
        below = QHBoxLayout()
        below.setContentsMargins(22, 0, 22, 0)
        hint = sentence(tr("Everything is kept as soon as it is settled. Ctrl+Z takes it back."), "soft")
        below.addWidget(hint, 1)
        below.addWidget(_button(tr("Close"), self.close))
        right.addLayout(below)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        left.setFixedWidth(max(250, self.entries.sizeHint().width()))
        whole.addWidget(left)
        whole.addWidget(rule)
        whole.addLayout(right, 1)

    def _import_button(self, text: str, templates: Mapping[str, str]) -> QPushButton:
        button = _button(text, lambda: None)
        menu = QMenu(button)
        menu.addAction(tr("From a file…")).triggered.connect(lambda: self.import_requested.emit(""))
        menu.addSeparator()
        for name, title in templates.items():
            menu.addAction(title).triggered.connect(
                lambda _=False, name=name: self.import_requested.emit(name)
            )
        button.setMenu(menu)
        return button


def _takes(focus: QWidget | None, what: str) -> bool:
    """Whether the field has something of its own to undo, or redo."""
    if isinstance(focus, QLineEdit):
        return focus.isUndoAvailable() if what == "undo" else focus.isRedoAvailable()
    if isinstance(focus, QPlainTextEdit):
        document = focus.document()
        return document.isUndoAvailable() if what == "undo" else document.isRedoAvailable()
    return False


def _button(text: str, then: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: then())
    return button


def _with_words(field: AttributesField) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(sentence(tr("What annotators can say of an article as a whole, on its card."), "soft"))
    column.addWidget(field)
    column.addStretch(1)
    whole.setFocusProxy(field)
    return whole


def _scrolled(form: QWidget) -> QScrollArea:
    form.setContentsMargins(22, 4, 22, 4)
    area = scrolled(form)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
