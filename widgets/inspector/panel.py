"""The inspector panel: the card of what is selected above, the article's lists below."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.annotation import Annotation, Assessment, Relation
from app.article import Article, Block
from app.changes import Step
from app.scheme import Label, Scheme
from app.speakers import Registry
from app.suggestion import Suggestion
from widgets.inspector.back import Back
from widgets.inspector.brief_card import BriefCard
from widgets.inspector.card_area import CardArea
from widgets.inspector.contents import Contents
from widgets.inspector.facts import name_of
from widgets.inspector.requests import Requests
from widgets.inspector.tabs import InspectorTabs

if TYPE_CHECKING:
    from widgets.inspector.article_card import ArticleCard
    from widgets.inspector.block_card import BlockCard
    from widgets.inspector.card import LabelCard

MIN_WIDTH = 300
# The lists below keep this part of the panel, and at least this many pixels.
_LISTS_SHARE, _LISTS_LEAST = 0.38, 170


class InspectorPanel(Requests):
    """Shows what the window hands it; whatever is to change goes out as a signal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents: Contents | None = None
        self._annotation: int | None = None
        self._suggestion: int | None = None
        self._block: int | None = None
        self._cards: dict[str, LabelCard] = {}
        self._about = False
        self._held = self._card_due = self._lists_due = False
        self._other: QWidget | None = None
        self._registry = Registry()
        self._article_card: ArticleCard | None = None
        self._block_card: BlockCard | None = None
        self.setObjectName("inspector")
        self.setMinimumWidth(MIN_WIDTH)
        self.setAccessibleName(self.tr("Inspector"))
        self._brief = BriefCard()
        self._brief.about_requested.connect(self.show_about)
        self._back = Back()
        self._back.wanted.connect(self._go_back)
        self._area = CardArea(self)
        self._area.add(self._brief)
        self._tabs = InspectorTabs(lambda: self._contents)
        self.speakers = self._tabs.speakers
        self._tabs.annotation_chosen.connect(self.annotation_chosen)
        self._tabs.suggestion_chosen.connect(self.suggestion_chosen)
        self._tabs.article_chosen.connect(self.show_about)
        rule = QFrame()
        rule.setObjectName("inspectorRule")
        rule.setFixedHeight(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._back)
        layout.addWidget(self._area)
        layout.addWidget(rule)
        layout.addWidget(self._tabs, 1)
        self._show_card()

    # -- for the window -------------------------------------------------------------------------

    @contextmanager
    def together(self) -> Iterator[None]:
        """Show what comes of several changes once, when all are known."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
            if self._card_due:
                self._show_card()
            if self._lists_due:
                self._show_lists()

    def show_article(
        self,
        article: Article,
        text: str,
        annotations: Sequence[Annotation],
        relations: Sequence[Relation],
        suggestions: Sequence[Suggestion],
        scheme: Scheme,
    ) -> None:
        """Show another article; or the same one anew, keeping the selection and what is being typed."""
        before = self._contents
        anew = before is not None and before.article.id == article.id
        if not anew:
            self._leave()
            self._annotation = self._suggestion = self._block = self._other = None
            self._about = False
            self._back.forget()
        self._contents = Contents(article, text, annotations, relations, suggestions, scheme)
        self._contents.registry = self._registry
        if anew and before is not None:
            self._contents.take_over(before)
        if before is None or before.scheme != scheme:
            self._drop_cards()
            self._brief.show_scheme(scheme)
        self._forget_what_is_gone()
        self._refresh()
        if not anew:
            self._tabs.show_top()

    def clear(self) -> None:
        """Show no article."""
        self._leave()
        self._contents = None
        self._annotation = self._suggestion = self._block = self._other = None
        self._about = False
        self._back.forget()
        self._refresh()

    def show_assessment(self, assessment: Assessment | None, earlier: str = "") -> None:
        """Say what the annotator says of the article, and whose later text it is (a title)."""
        if self._contents is not None:
            self._contents.assessment, self._contents.earlier = assessment, earlier
            self._refresh()

    def show_time(self, seconds: float) -> None:
        """Say how long the annotator has worked on the article."""
        if self._contents is None:
            return
        self._contents.seconds = seconds
        if self._article_card is not None:
            self._article_card.show_time(seconds)
        self._brief.show_article(self._contents)

    def on_step(self, step: Step) -> None:
        """Follow a step: only what it names is shown anew."""
        if self._contents is None:
            return
        scheme = self._contents.scheme
        touched = self._contents.apply(step)
        if self._contents.scheme != scheme:
            self._drop_cards()
            self._brief.show_scheme(self._contents.scheme)
        elif not step.about(self._contents.article.id):
            return
        self._forget_what_is_gone()
        shown = self._annotation
        if (
            shown is None
            or shown in touched
            or self._contents.scheme != scheme
            or self._related(shown, touched)
        ):
            self._show_card()
        self._show_lists()

    def select_annotation(self, annotation_id: int | None) -> None:
        """Show the annotation's card; None, or one that is not the article's: no card."""
        known = self._contents is not None and annotation_id in self._contents.annotations
        self._select(annotation=annotation_id if known else None)

    def select_suggestion(self, suggestion_id: int | None) -> None:
        """Show the suggestion's card; None, or one that is decided: no card."""
        known = self._contents is not None and suggestion_id in self._contents.suggestions
        self._select(suggestion=suggestion_id if known else None)

    def show_block(self, index: int, block: Block) -> None:
        """Show the card of the article's block of this index."""
        if self._contents is None:
            return
        self._leave()
        self._annotation = self._suggestion = self._other = None
        self._about = False
        self._block = index
        card = self._role_card()
        card.show_block(index, block, self._contents.text)
        self._area.show_card(card)
        self._tabs.select(None, None)

    def edited_suggestion(self, suggestion_id: int) -> dict[str, Any] | None:
        """The attributes of the shown suggestion as corrected in its card; None if they are as proposed."""
        card = self._label_card()
        if self._suggestion != suggestion_id or card is None:
            return None
        return card.edited_suggestion()

    def focus_card(self) -> None:
        """Put the focus into the first field of the card of what is selected."""
        if self._other is not None:
            self.show_other(None)
        role_card = self._block_card if self._area.current() is self._block_card else None
        if card := self._form() or role_card:
            card.focus_first()
            self._area.show_focus()

    def show_about(self) -> None:
        """Show the article's whole card and put the focus into it."""
        if self._contents is not None:
            self._about, self._other = True, None
            self._back.forget()
            self._show_card()
            self.focus_card()

    def focus_note(self) -> None:
        """Put the focus into the note of what is selected, or of the article."""
        if self._annotation is None:
            self.show_about()
        if card := self._form():
            card.focus_note()
            self._area.show_focus()

    def focus_choice(self, number: int) -> bool:
        """Put the focus on the card's choice of that place (from 1), to be picked by a digit; False: none."""
        card = self._label_card()
        found = card is not None and card.focus_choice(number)
        self._area.show_focus()
        return found

    def open_value(self) -> bool:
        """Open the line for a number's value; False where what is selected is no number."""
        card = self._label_card()
        found = card is not None and card.open_value()
        self._area.show_focus()
        return found

    def leave(self) -> None:
        """The work here is over: the article's card makes room for what is selected."""
        if self._about or self._other is not None:
            self._about, self._other = False, None
            self._show_card()
        self.left.emit()

    def open_tab(self, number: int) -> None:
        """Show the tab of that place (from 1) and put the focus into its list."""
        self._tabs.open_tab(number)

    def open_speakers(self) -> None:
        """Show the tab of speakers."""
        self._tabs.setCurrentWidget(self.speakers)

    def set_registry(self, registry: Registry) -> None:
        """Know these speakers from now on."""
        self._registry = registry
        self.speakers.set_registry(registry)

    def show_other(self, card: QWidget | None) -> None:
        """Show a card that is of nothing in the article, until something is selected; None: no longer."""
        if card is not None and card.parentWidget() is None:
            self._area.add(card)
        self._other, self._about = card, False
        self._show_card()

    def show_problem(self, attribute_id: str, sentence: str) -> None:
        """Show what is wrong beside the attribute's field; what was typed stays."""
        if card := self._label_card():
            card.show_problem(attribute_id, sentence)

    def retheme(self) -> None:
        """Draw in the colours of the theme of now."""
        for card in self._cards.values():
            card.retheme()
        self.update()

    # -- Qt -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc, where no field needs it, goes back to the article."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.retheme()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Settle what was typed: the window may be about to close."""
        if card := self._form():
            card.settle()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the height between card and lists."""
        super().resizeEvent(event)
        lists = max(round(self.height() * _LISTS_SHARE), _LISTS_LEAST)
        self._area.set_room(QSize(self.width(), self.height() - lists))

    # -- helpers --------------------------------------------------------------------------------

    def _refresh(self) -> None:
        self._show_card()
        self._show_lists()

    def _show_lists(self) -> None:
        self._lists_due = self._held
        if not self._held:
            self._tabs.refresh()

    def _select(self, annotation: int | None = None, suggestion: int | None = None) -> None:
        here = (self._annotation, self._suggestion, self._block, self._about)
        if here == (annotation, suggestion, None, False):
            return
        if annotation != self._annotation:
            self._back.moved_to(annotation)
        self._annotation, self._suggestion, self._block, self._about = annotation, suggestion, None, False
        self._other = None
        self._show_card()

    def _forget_what_is_gone(self) -> None:
        assert self._contents is not None
        if self._annotation not in self._contents.annotations:
            self._annotation = None
        if self._suggestion not in self._contents.suggestions:
            self._suggestion = None

    def _related(self, annotation_id: int, touched: frozenset[int]) -> bool:
        """Tell whether an annotation the card names as the other end of a relation has changed."""
        assert self._contents is not None
        return any(link.other in touched for link in self._contents.links(annotation_id))

    def _show_card(self) -> None:
        self._card_due = self._held
        if self._held:
            return
        contents = self._contents
        if self._other is not None:
            self._leave(but=self._other)
            self._area.show_card(self._other)
        elif contents is not None and self._about:
            card = self._about_card()
            self._leave(but=card)
            card.show_article(contents)
            self._area.show_card(card)
            self._tabs.select(self._annotation, None)
        elif contents is not None and self._annotation is not None:
            annotation = contents.annotations[self._annotation]
            if shown := self._card(annotation.label):
                self._leave(but=shown)
                shown.show_annotation(annotation)
                self._area.show_card(shown)
            self._tabs.select(annotation.id, annotation.label)
        elif contents is not None and self._suggestion is not None:
            suggestion = contents.suggestions[self._suggestion]
            if shown := self._card(suggestion.label):
                self._leave(but=shown)
                shown.show_suggestion(suggestion)
                self._area.show_card(shown)
            self._tabs.select(suggestion.id, suggestion.label)
        elif contents is not None and self._block is not None and self._block < len(contents.article.blocks):
            self.show_block(self._block, contents.article.blocks[self._block])
        else:
            self._leave()
            self._brief.show_article(contents)
            self._area.show_card(self._brief)
            self._tabs.select(None, None)

    def _leave(self, but: QWidget | None = None) -> None:
        """Have the card in sight settle what was typed, unless it stays."""
        card = self._form()
        if card is not None and card is not but:
            card.leave()

    def _label_card(self) -> "LabelCard | None":
        """The card in sight, if it is a label's."""
        return next((card for card in self._cards.values() if card is self._area.current()), None)

    def _form(self) -> "LabelCard | ArticleCard | None":
        """The card in sight, if something can be typed in it that is to be settled."""
        about = self._article_card
        return about if about is not None and about is self._area.current() else self._label_card()

    # -- cards, built when they are first asked for ------------------------------------------------

    def _role_card(self) -> "BlockCard":
        """The card of a block."""
        if self._block_card is None:
            from widgets.inspector.cards import block_card

            self._block_card = block_card(self)
            self._area.add(self._block_card)
        return self._block_card

    def _about_card(self) -> "ArticleCard":
        """The article's card."""
        if self._article_card is None:
            from widgets.inspector.cards import article_card

            self._article_card = article_card(self._shown_contents().scheme, self, self.leave)
            self._area.add(self._article_card)
        return self._article_card

    def _follow(self, annotation_id: int) -> None:
        """Go to the other end of a relation; a line above the card goes back."""
        contents, here = self._shown_contents(), self._annotation
        by_key = self.isAncestorOf(QApplication.focusWidget() or self)
        if here is not None:
            self._back.leave(here, annotation_id, name_of(contents.annotations[here]))
        self.annotation_chosen.emit(annotation_id)
        if by_key:
            self._back.focus()

    def _go_back(self, annotation_id: int, other: int) -> None:
        """Go back to the annotation a relation led away from, and to that relation."""
        by_key = self._back.hasFocus() or self._back.isAncestorOf(QApplication.focusWidget() or self)
        self.annotation_chosen.emit(annotation_id)
        card = self._label_card()
        if by_key and card is not None:
            card.relations.focus_end(other)

    def _card(self, label_id: str) -> "LabelCard | None":
        """The card of the label; None for a label the scheme lost."""
        assert self._contents is not None
        label: Label | None = self._contents.scheme.label(label_id)
        if label is None:
            return None
        if label_id not in self._cards:
            from widgets.inspector.cards import label_card

            card = label_card(label, self._shown_contents, self, self._follow, self.leave)
            self._cards[label_id] = card
            self._area.add(card)
        return self._cards[label_id]

    def _shown_contents(self) -> Contents:
        assert self._contents is not None
        return self._contents

    def _drop_cards(self) -> None:
        """The scheme changed: cards are built anew when they are needed."""
        self._area.show_card(self._brief)
        for card in filter(None, (*self._cards.values(), self._article_card)):
            self._area.drop(card)
        self._cards = {}
        self._article_card = None
