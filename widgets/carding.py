"""What keys and cards do beyond the acts on marks: values, sureness, notes, the article's card, its time."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app import settings as setting
from app.annotation import Attributes, Status
from app.article import Article
from app.confidence import next_confidence
from app.errors import NotFound
from app.tokens import word_at
from widgets import keys
from widgets.actions import CHOICES, TABS, Handler
from widgets.active_time import ActiveTime
from widgets.late import commands
from widgets.reader import phrases
from widgets.telling import told

if TYPE_CHECKING:
    from app.commands.describe_article import Description
    from widgets.desk import Desk
    from widgets.shell import Shell

# Milliseconds on the first article before the number engine reads its other languages: after the article's
# own, and not while one pages.
_PREPARE_AFTER = 2_500
_LANGUAGES = ("ru", "kk", "en")


def handlers(shell: "Shell", desk: "Desk") -> dict[str, Handler]:
    """What the actions of cards call, on this desk."""
    return Carding(shell, desk).handlers()


class Carding(QObject):
    """The cards of one desk at work; made before its first article is shown."""

    problem = Signal(str)
    """A sentence: what could not be done, and why."""

    def __init__(self, shell: "Shell", desk: "Desk") -> None:
        super().__init__(desk)
        self._shell, self._desk = shell, desk
        self._taking: tuple[int, str] | None = None
        window = shell.window
        self.time = ActiveTime(
            desk.project,
            desk.annotator,
            enabled=partial(shell.settings.get, setting.ACTIVE_TIME),
            active=window.isActiveWindow,
            free=lambda: shell.tasks.holder is None,  # or the window would wait for the file
            parent=self,
        )
        self.time.watch(window)
        window.shown_first.connect(partial(self.time.watch, window))
        window.status_bar.time.show_of(self.time)
        self.time.changed.connect(self._show_time)
        desk.closing.connect(self._on_closing)
        desk.opened.connect(self._on_opened)
        desk.waiting.append(self.press)
        self.problem.connect(desk.problem)
        self._preparing = QTimer(self)
        self._preparing.setSingleShot(True)
        self._preparing.setInterval(_PREPARE_AFTER)
        self._preparing.timeout.connect(_prepare)
        self._preparing.start()
        self._connect()

    def _connect(self) -> None:
        inspector, acts = self._desk.inspector, self._desk.acts
        inspector.confidence_edited.connect(acts.set_confidence)
        inspector.span_wanted.connect(self.begin_taking)
        inspector.described.connect(self.describe)
        inspector.assessed.connect(self.assess)
        inspector.article_note_edited.connect(self.set_article_note)
        inspector.flag_toggled.connect(self.set_flag)
        inspector.left.connect(self._desk.focus_article)

    def handlers(self) -> dict[str, Handler]:
        """The actions this does, by id."""
        desk = self._desk
        handlers: dict[str, Handler] = {
            "values": self.open_value,
            "confidence": self.step_confidence,
            "note": lambda: desk.inspector.focus_note(),
            "article.card": lambda: desk.inspector.show_about(),
            "card": self.open_card,
            "done": self.done,
        }
        for number, _ in CHOICES:
            handlers[f"choice.{number}"] = partial(self.open_choice, number)
        for number, _ in TABS:
            handlers[f"tab.{number}"] = partial(self._open_tab, number)
        return handlers

    # -- keys -------------------------------------------------------------------------------------

    def open_card(self) -> None:
        """Put the focus into the card of what is selected, or of the article."""
        inspector = self._desk.inspector
        if self._desk.reader.selected_annotation() or self._desk.reader.selected_suggestion():
            inspector.focus_card()
        else:
            inspector.show_about()

    def _open_tab(self, number: int) -> None:
        self._desk.inspector.open_tab(number)

    def open_value(self) -> None:
        """Open the value of the selected number."""
        if not self._desk.inspector.open_value():
            self._desk.noted.emit(self.tr("Select a number first: then V opens its value."))

    def open_choice(self, number: int) -> None:
        """Put the focus on one of the card's choices: a digit picks, and goes back to the article."""
        if not self._desk.inspector.focus_choice(number):
            self._desk.noted.emit(self.tr("The card has no choice of that number."))

    def step_confidence(self) -> None:
        """Go on to the next step of sureness: sure, likely, unsure, not said."""
        annotation = self._desk.selected()
        if annotation is None:
            self._desk.noted.emit(self.tr("Select an annotation first: then U says how sure you are."))
        else:
            self._desk.acts.set_confidence(annotation.id, next_confidence(annotation.confidence))

    def done(self) -> None:
        """Done, next article; from a card the key goes back to the article first."""
        by_key = self._shell.keys.last_chord in self._shell.actions.keys_of("done")
        focus = QApplication.focusWidget()
        in_card = focus is not None and self._desk.inspector.isAncestorOf(focus)
        self._desk.focus_article()
        if not (by_key and in_card):
            self._desk.set_status(Status.DONE, onwards=True)

    # -- words of the article for an attribute ------------------------------------------------------

    def begin_taking(self, annotation_id: int, attribute_id: str) -> None:
        """Let the words for the attribute be selected in the article; Enter takes them, Esc leaves it."""
        self._taking = annotation_id, attribute_id
        self._desk.focus_article()
        self._desk.hinted.emit(
            self.tr("Select the words, then {enter} takes them; {escape}: leave it as it is").format(
                enter=keys.shown("Return"), escape=keys.shown("Esc")
            )
        )

    def press(self, chord: str) -> bool:
        """Take a key while words are being selected; True where it is used up."""
        if self._taking is None:
            return False
        if chord == "Return":
            self._take(*self._taking)
        if chord in ("Return", "Esc"):
            annotation_id, _ = self._taking
            self._stop_taking()
            self._desk.select(annotation_id)
        return chord in ("Return", "Esc") or len(chord) == 1

    @told
    def _take(self, annotation_id: int, attribute_id: str) -> None:
        """Give the attribute the selected words, or the word at the caret."""
        desk = self._desk
        annotation = desk.annotation(annotation_id)
        span = desk.reader.selected_span() or word_at(desk.text, desk.reader.caret())
        if annotation is None or span is None:
            return
        words = {"start": span.start, "end": span.end, "text": desk.text[span.start : span.end]}
        desk.acts.set_attributes(annotation_id, {**annotation.attributes, attribute_id: words})

    def _stop_taking(self) -> None:
        if self._taking is not None:
            self._taking = None
            self._desk.hinted.emit("")

    # -- the article as a whole ---------------------------------------------------------------------

    @told
    def describe(self, described: "Description") -> None:
        """Correct what is known about the open article."""
        if (article := self._desk.article) is not None:
            changes = commands.describe_article(self._desk.project, article.id, described)
            self._desk.session.do("describe_article", changes)

    @told
    def assess(self, attributes: Attributes) -> None:
        """Give the open article these attributes."""
        if (article := self._desk.article) is not None:
            desk = self._desk
            changes = commands.assess(desk.project, article.id, desk.annotator, attributes=attributes)
            desk.session.do("assess", changes)

    @told
    def set_article_note(self, note: str) -> None:
        """Give the open article a note."""
        if (article := self._desk.article) is not None:
            desk = self._desk
            changes = commands.assess(desk.project, article.id, desk.annotator, note=note)
            desk.session.do("set_article_note", changes)

    @told
    def set_flag(self, flagged: bool) -> None:
        """Flag the open article, or take the flag off."""
        if (article := self._desk.article) is not None:
            desk = self._desk
            desk.session.do("flag", commands.flag(desk.project, [article.id], desk.annotator, flagged))

    # -- following ----------------------------------------------------------------------------------

    def _on_opened(self, article_id: int | None) -> None:
        self._stop_taking()
        self.time.open_article(article_id)
        article = self._desk.article
        if article is not None:
            said = self._desk.project.assessment(article.id, self._desk.annotator)
            earlier = self._earlier(article)
            self._desk.inspector.show_assessment(said, earlier)

    def _show_time(self) -> None:
        self._desk.inspector.show_time(self.time.seconds())

    def _earlier(self, article: Article) -> str:
        """The title of the article this one is a later text of."""
        if article.revision_of is None:
            return ""
        try:
            return self._desk.project.article(article.revision_of).title
        except NotFound:
            return ""

    def _on_closing(self) -> None:
        self.time.stop()
        self._shell.window.status_bar.time.show_of(None)


def _prepare() -> None:
    """Load the number engine for all languages: a value is typed in any of them."""
    for language in _LANGUAGES:
        phrases.prepare(language)
