"""One annotator at work on one project: connects the session with reader, inspector and library.

Every act goes one way: a widget asks, the desk has a command say what changes, the session writes it, and
the step comes back to every view. Trouble the user can mend becomes one sentence in `problem`.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.anchor import Span
from app.annotation import Annotation, Relation, Status
from app.article import Article, Block, Role
from app.errors import NotFound, UserError
from app.project import ArticleQuery, Project
from app.relating import candidates, kinds_of
from app.scheme import Scheme
from app.session import Session
from app.suggestion import Suggestion
from widgets import place
from widgets.acts import Acts
from widgets.guarding import Guard
from widgets.inspector import InspectorPanel
from widgets.late import commands
from widgets.library import LibraryPanel
from widgets.looking import Looking
from widgets.place import Place
from widgets.reader import ReaderView
from widgets.reading_ahead import Read, ReadingAhead, read
from widgets.relating import Relating
from widgets.session_signals import SessionSignals
from widgets.telling import told

Contents = tuple[Article, str, Sequence[Annotation], Sequence[Relation], Sequence[Suggestion], Scheme]

# How many jumps can be gone back.
_MOST_JUMPS = 50

# Milliseconds of rest after which the place in the article is remembered.
_PLACE_AFTER = 800


class Desk(QObject):
    """The one way in to the annotator's work; a new one for every project opened."""

    problem = Signal(str)
    """A sentence: what could not be done, and why."""
    noted = Signal(str)
    """A sentence: what happened."""
    saved = Signal(object)
    """The Step that is on disk."""
    moved = Signal()
    """Another article or annotation, or other numbers: the status bar looks again."""
    went_back = Signal(object)
    """The Step of an undo or redo: where the view is to go."""
    hinted = Signal(str)
    """What the keys do now, while something waits for one; empty when it is over."""
    opened = Signal(object)
    """Id of the article now shown, or None."""
    closing = Signal()
    """The project is about to be closed: what is not written yet is to be written."""

    def __init__(
        self,
        session: Session,
        reader: ReaderView,
        inspector: InspectorPanel,
        library: LibraryPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.reader, self.inspector, self.library = session, reader, inspector, library
        self.project: Project = session.project
        self.annotator = session.annotator
        self.scheme: Scheme = self.project.scheme()
        self.article: Article | None = None
        self.text = ""
        self.acts = Acts(session, self)
        self.signals = SessionSignals(session, self)
        self.ahead = ReadingAhead(self.project, self.annotator, self._neighbours, self)
        self.signals.stepped.connect(self.ahead.on_step)
        self.signals.suggestions_changed.connect(self.ahead.forget)
        self.opened.connect(self.ahead.start)
        self.closing.connect(self.ahead.stop)
        self.looking = Looking()
        self.guard = Guard(self.annotator, self)
        self.acts.hides = self.guard.hides
        library.hide_suggestions(self.guard.hides)
        self.guard.noted.connect(self.noted)
        self.signals.stepped.connect(self.guard.on_step)
        self.relating = Relating(reader, self)
        self.waiting: list[Callable[[str], bool]] = [self.relating.press]
        """Asked first for each key in the article; True: it is used up."""
        self._left: deque[Place] = deque(maxlen=_MOST_JUMPS)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_PLACE_AFTER)
        self._resting.timeout.connect(self.remember_place)
        self._connect()

    def _connect(self) -> None:
        acts, reader, inspector = self.acts, self.reader, self.inspector
        acts.problem.connect(self.problem)
        acts.made.connect(self.select)
        acts.decided.connect(lambda _: reader.next_suggestion(1))
        self.relating.chosen.connect(acts.relate_to)
        self.relating.again.connect(self._relate_otherwise)
        self.relating.changed.connect(self.hinted)
        reader.annotate_requested.connect(self.annotate)
        reader.annotation_selected.connect(self.show_selection)
        reader.annotation_activated.connect(self._on_activated)
        reader.suggestion_selected.connect(self.show_selection)
        reader.suggestion_selected.connect(self.looking.begin)
        reader.resize_requested.connect(acts.resize)
        reader.caret_moved.connect(lambda _: self._resting.start())
        reader.annotation_followed.connect(self.jump_to)
        inspector.annotation_chosen.connect(self.jump_to)
        inspector.suggestion_chosen.connect(reader.select_suggestion)
        inspector.attributes_edited.connect(acts.set_attributes)
        inspector.note_edited.connect(acts.set_note)
        inspector.relate_requested.connect(acts.relate)
        inspector.unrelate_requested.connect(self.unrelate)
        inspector.remove_requested.connect(acts.remove)
        inspector.relabel_requested.connect(acts.relabel)
        inspector.suggestion_decided.connect(self.decide)
        inspector.role_requested.connect(self.set_role)

    # -- where one is -----------------------------------------------------------------------------

    def open_place(self, article_id: int | None = None) -> None:
        """Open the article given, else the one left last, else the first in the list."""
        left = place.recall(self.project, self.annotator)
        wanted = left.article_id if article_id is None else article_id
        if wanted is None or not self.has_article(wanted):
            wanted = next(iter(self.project.find(ArticleQuery())), None)
        if wanted is None:
            self.close_article()
            return
        self.open_article(wanted)
        if wanted == left.article_id:
            self._return_to(left)

    @told
    def open_article(self, article_id: int) -> None:
        """Show this article with everything the annotator has made of it."""
        if self.article is not None and self.article.id == article_id:
            return
        self.remember_place()
        opened = self.ahead.take(article_id)
        self.article, self.text = opened.article, opened.text
        self.relating.cancel()
        contents = self._shown(opened)
        self.reader.show_article(*contents)
        self.reader.set_empty_passages(self.project.empty_passages(article_id, self.annotator))
        self.inspector.show_article(*contents)
        self.library.select_article(article_id)
        self._resting.start()
        self.opened.emit(article_id)
        self.moved.emit()

    def contents(self) -> Contents:
        """The open article with everything shown of it, as reader and inspector take it."""
        assert self.article is not None
        return self._shown(read(self.project, self.article.id, self.annotator))

    def hide_suggestions(self, share: float) -> None:
        """Hide suggestions on this share of the articles (0 to 1), on the open one at once."""
        self.guard.set_share(share)
        self.library.hide_suggestions(self.guard.hides)
        if self.article is not None:
            self.signals.suggestions_changed.emit(self.article.id)
            self.moved.emit()

    def _shown(self, of: Read) -> Contents:
        suggestions = self.guard.shown(of.article.id, of.suggestions)
        return of.article, of.text, of.annotations, of.relations, suggestions, self.scheme

    def _neighbours(self) -> list[int]:
        """The articles of the list that are likely to be opened next."""
        if self.article is None:
            return []
        near = (self.library.neighbour(self.article.id, step) for step in (1, -1))
        return [article_id for article_id in near if article_id is not None]

    def close_article(self) -> None:
        """Show no article."""
        self.article, self.text = None, ""
        self.relating.cancel()
        self.reader.clear()
        self.inspector.clear()
        self.library.select_article(None)
        self.opened.emit(None)
        self.moved.emit()

    def step_article(self, step: int) -> None:
        """Open the next (1) or previous (-1) article of the list."""
        if self.article is None:
            return
        neighbour = self.library.neighbour(self.article.id, step)
        if neighbour is None:
            self.noted.emit(self.tr("No more articles this way."))
        else:
            self.open_article(neighbour)

    def remember_place(self) -> None:
        """Keep where one is, for the next start. A project that cannot be written opens at its start."""
        self._resting.stop()
        if self.article is None:
            return
        try:
            place.remember(self.project, self.annotator, self._here())
        except UserError as error:
            self.problem.emit(str(error))

    def jump_to(self, annotation_id: int) -> None:
        """Go to an annotation, also of another article; `go_back` comes back here."""
        annotation = self.annotation(annotation_id)
        if annotation is None:
            return
        here = self._here()
        if here.article_id is not None and here.annotation_id != annotation_id:
            self._left.append(here)
        self.open_article(annotation.article_id)
        self.show_annotation(annotation_id)

    def go_back(self) -> None:
        """Go back to where the last jump came from."""
        while self._left:
            left = self._left.pop()
            if left.article_id is not None and self.has_article(left.article_id):
                self.open_article(left.article_id)
                self._return_to(left)
                return
        self.noted.emit(self.tr("There is nowhere to go back to."))

    def _here(self) -> Place:
        return Place(
            None if self.article is None else self.article.id,
            self.reader.caret(),
            self.reader.verticalScrollBar().value(),
            self.reader.selected_annotation(),
        )

    def _return_to(self, left: Place) -> None:
        self.reader.set_caret(min(max(0, left.caret), len(self.text)))
        self.reader.verticalScrollBar().setValue(left.scroll)
        if left.annotation_id is not None and self.annotation(left.annotation_id) is not None:
            self.select(left.annotation_id)

    def has_article(self, article_id: int) -> bool:
        """Whether the project has this article (still)."""
        try:
            self.project.article(article_id)
        except NotFound:
            return False
        return True

    # -- acts -------------------------------------------------------------------------------------

    def annotate(self, spans: Sequence[Span], label_id: str) -> None:
        """Mark the spans of the open article."""
        if self.article is not None:
            self.acts.annotate(self.article.id, spans, label_id)

    def unrelate(self, relation_id: int) -> None:
        """Remove a relation of the open article."""
        if self.article is not None:
            self.acts.unrelate(self.article.id, relation_id)

    def set_role(self, block_index: int, role: str) -> None:
        """Say what a block of the open article is."""
        if self.article is not None:
            self.acts.set_role(self.article.id, block_index, Role(role))

    @told
    def set_status(self, status: Status, *, onwards: bool = False) -> None:
        """Give the open article a status, and go on to the next one where asked for."""
        if self.article is None:
            return
        here = self.article.id
        following = self.library.neighbour(here, 1) if onwards else None
        changes = commands.set_status(self.project, here, self.annotator, status)
        self.session.do("set_status", changes)
        if onwards and following is not None:
            self.open_article(following)
        elif onwards:
            self.noted.emit(self.tr("That was the last article of the list."))

    @told
    def remove_article(self) -> None:
        """Take the open article out of the project (undo brings it back)."""
        if self.article is not None:
            changes = commands.remove_articles(self.project, [self.article.id])
            self.session.do("remove_articles", changes)

    @told
    def undo(self) -> None:
        """Take back the last act and go where it was."""
        if (step := self.session.undo()) is not None:
            self.went_back.emit(step)
        else:
            self.noted.emit(self.tr("There is nothing to undo."))

    @told
    def redo(self) -> None:
        """Do again what was undone and go where it is."""
        if (step := self.session.redo()) is not None:
            self.went_back.emit(step)
        else:
            self.noted.emit(self.tr("There is nothing to redo."))

    # -- keys that mean what the selection makes of them ----------------------------------------------

    def confirm(self) -> None:
        """Accept the selected suggestion, or open the card of the selected annotation."""
        if (suggestion := self.reader.selected_suggestion()) is not None:
            self.decide(suggestion, True, self.inspector.edited_suggestion(suggestion))
        elif self.reader.selected_annotation() is not None:
            self.inspector.focus_card()

    def decide(self, suggestion: int, accepted: bool, attributes: Mapping[str, object] | None = None) -> None:
        """Accept the suggestion, with other attributes where given, or reject it."""
        self.acts.decide(suggestion, accepted, attributes, self.looking.seconds(suggestion))

    def refuse(self) -> None:
        """Reject the selected suggestion, or remove the selected annotation."""
        if (suggestion := self.reader.selected_suggestion()) is not None:
            self.decide(suggestion, False)
        elif (annotation := self.reader.selected_annotation()) is not None:
            self.acts.remove(annotation)

    def begin_relating(self) -> None:
        """Number what the selected annotation is likely to be related to."""
        selected = self.reader.selected_annotation()
        source = None if selected is None else self.annotation(selected)
        if source is None:
            self.noted.emit(self.tr("Select an annotation first, then R relates it to another."))
            return
        self._offer(source)

    def _relate_otherwise(self) -> None:
        """Number what is related by the next relation there may be here; after the last by any."""
        source = self.selected()
        if source is not None:
            kinds = kinds_of(self.scheme, source, self.annotations())
            ids = ["", *(kind.id for kind in kinds)]
            self._offer(source, ids[(ids.index(self.relating.relation()) + 1) % len(ids)])

    def _offer(self, source: Annotation, relation_id: str = "") -> None:
        relations = self.project.relations(source.article_id, self.annotator)
        found = candidates(self.scheme, source, self.annotations(), relations, relation_id)
        kind = self.scheme.relation(relation_id)
        if found:
            ids = [annotation.id for annotation in found]
            self.relating.begin(source.id, ids, relation_id, kind.name if kind else "")
        else:
            self.noted.emit(self.tr("There is nothing here this could be related to."))

    def focus_article(self) -> None:
        """Put the focus in the article; what was being typed in a field is taken over by that."""
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        """Stop relating, else select nothing."""
        if self.relating.active():
            self.relating.cancel()
        else:
            self.show_annotation(None)

    def toggle_role(self) -> None:
        """Make the block at the caret page furniture, or text where it is that already."""
        found = self._block_at(self.reader.caret())
        if found is not None:
            index, block = found
            role = Role.BODY if block.role is Role.BOILERPLATE else Role.BOILERPLATE
            self.set_role(index, role)

    def show_annotation(self, annotation_id: int | None) -> None:
        """Select the annotation everywhere and bring it into sight."""
        self.select(annotation_id)
        annotation = None if annotation_id is None else self.annotation(annotation_id)
        if annotation is not None:
            self.reader.reveal(annotation.fragments[0].span)

    def selected(self) -> Annotation | None:
        """The selected annotation."""
        selected = self.reader.selected_annotation()
        return None if selected is None else self.annotation(selected)

    def annotations(self) -> list[Annotation]:
        """The annotator's annotations of the open article, in text order."""
        return [] if self.article is None else self.project.annotations(self.article.id, self.annotator)

    def open_suggestions(self) -> int:
        """How many suggestions of the open article wait."""
        return self.reader.suggestion_count()

    # -- selection --------------------------------------------------------------------------------

    def show_selection(self) -> None:
        """Show the card of what is selected; a suggestion comes before the annotation it lies in."""
        self._show_selected()
        self._resting.start()
        self.moved.emit()

    def _show_selected(self) -> None:
        suggestion = self.reader.selected_suggestion()
        if suggestion is not None:
            self.inspector.select_suggestion(suggestion)
        else:
            self.inspector.select_annotation(self.reader.selected_annotation())

    def _on_activated(self, annotation_id: int) -> None:
        self.select(annotation_id)
        self.inspector.focus_card()

    def select(self, annotation_id: int | None) -> None:
        """Select the annotation in the article and show its card; None: select none."""
        self.reader.select_annotation(annotation_id)
        self.show_selection()

    def annotation(self, annotation_id: int) -> Annotation | None:
        """The annotation, or None where it is gone."""
        try:
            return self.project.annotation(annotation_id)
        except NotFound:
            return None

    def _block_at(self, offset: int) -> tuple[int, Block] | None:
        blocks: Iterable[Block] = self.article.blocks if self.article is not None else ()
        return next(((i, b) for i, b in enumerate(blocks) if b.start <= offset <= b.end), None)
