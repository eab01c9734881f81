"""The inspector panel: the card of what is selected above, the article's lists below."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.annotation import Annotation, Relation
from app.article import Article, Block
from app.changes import Step
from app.scheme import Label, Scheme
from app.suggestion import Suggestion
from widgets.inspector.block_card import BlockCard, NothingCard
from widgets.inspector.card import LabelCard
from widgets.inspector.contents import Contents
from widgets.inspector.tabs import InspectorTabs

MIN_WIDTH = 300
# The lists below keep this part of the panel, and at least this many pixels.
_LISTS_SHARE, _LISTS_LEAST = 0.38, 170
# The card keeps at least this many.
_CARD_LEAST = 60


class InspectorPanel(QWidget):
    """Shows what the window hands it; whatever is to change goes out as a signal."""

    annotation_chosen = Signal(object)
    """Annotation id: a line or a relation was clicked; the reader reveals it."""
    suggestion_chosen = Signal(object)
    """Suggestion id: its line was clicked."""
    attributes_edited = Signal(object, object)
    """(annotation id, all its attributes)."""
    note_edited = Signal(object, str)
    relate_requested = Signal(object, str, object)
    """(source id, relation type id, target id)."""
    unrelate_requested = Signal(object)
    remove_requested = Signal(object)
    relabel_requested = Signal(object, str)
    suggestion_decided = Signal(object, bool, object)
    """(suggestion id, accepted, edited attributes or None where they are as proposed)."""
    role_requested = Signal(int, str)
    """(block index, role)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents: Contents | None = None
        self._annotation: int | None = None
        self._suggestion: int | None = None
        self._block: int | None = None
        self._cards: dict[str, LabelCard] = {}
        self.setObjectName("inspector")
        self.setMinimumWidth(MIN_WIDTH)
        self.setAccessibleName(self.tr("Inspector"))
        self._nothing = NothingCard()
        self._block_card = BlockCard()
        self._block_card.role_requested.connect(self.role_requested)
        self._area = _CardArea(self)
        for card in (self._nothing, self._block_card):
            self._area.add(card)
        self._tabs = InspectorTabs(lambda: self._contents)
        self._tabs.annotation_chosen.connect(self.annotation_chosen)
        self._tabs.suggestion_chosen.connect(self.suggestion_chosen)
        rule = QFrame()
        rule.setObjectName("inspectorRule")
        rule.setFixedHeight(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area)
        layout.addWidget(rule)
        layout.addWidget(self._tabs, 1)
        self._show_card()

    # -- for the window -------------------------------------------------------------------------

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
            self._annotation = self._suggestion = self._block = None
        self._contents = Contents(article, text, annotations, relations, suggestions, scheme)
        if before is None or before.scheme != scheme:
            self._drop_cards()
            self._nothing.show_scheme(scheme)
        self._forget_what_is_gone()
        self._refresh()

    def clear(self) -> None:
        """Show no article."""
        self._leave()
        self._contents = None
        self._annotation = self._suggestion = self._block = None
        self._refresh()

    def on_step(self, step: Step) -> None:
        """Follow a step: only what it names is shown anew."""
        if self._contents is None:
            return
        scheme = self._contents.scheme
        touched = self._contents.apply(step)
        if self._contents.scheme != scheme:
            self._drop_cards()
            self._nothing.show_scheme(self._contents.scheme)
        elif self._contents.article.id not in step.articles():
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
        self._tabs.refresh()

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
        self._annotation = self._suggestion = None
        self._block = index
        self._block_card.show_block(index, block, self._contents.text)
        self._area.show_card(self._block_card)
        self._tabs.select(None, None)

    def edited_suggestion(self, suggestion_id: int) -> dict[str, Any] | None:
        """The attributes of the shown suggestion as corrected in its card; None if they are as proposed."""
        card = self._area.current()
        if self._suggestion != suggestion_id or not isinstance(card, LabelCard):
            return None
        return card.edited_suggestion()

    def focus_card(self) -> None:
        """Put the focus into the first field of the card."""
        card = self._area.current()
        if isinstance(card, LabelCard | BlockCard):
            card.focus_first()

    def show_problem(self, attribute_id: str, sentence: str) -> None:
        """Show what is wrong beside the attribute's field; what was typed stays."""
        card = self._area.current()
        if isinstance(card, LabelCard):
            card.show_problem(attribute_id, sentence)

    def retheme(self) -> None:
        """Draw in the colours of the theme of now."""
        for card in self._cards.values():
            card.retheme()
        self.update()

    # -- Qt -------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.retheme()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Settle what was typed: the window may be about to close."""
        card = self._area.current()
        if isinstance(card, LabelCard):
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
        self._tabs.refresh()

    def _select(self, annotation: int | None = None, suggestion: int | None = None) -> None:
        if self._block is None and (annotation, suggestion) == (self._annotation, self._suggestion):
            return
        self._annotation, self._suggestion, self._block = annotation, suggestion, None
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
        contents = self._contents
        if contents is not None and self._annotation is not None:
            annotation = contents.annotations[self._annotation]
            if card := self._card(annotation.label):
                self._leave(but=card)
                card.show_annotation(annotation)
                self._area.show_card(card)
            self._tabs.select(annotation.id, annotation.label)
        elif contents is not None and self._suggestion is not None:
            suggestion = contents.suggestions[self._suggestion]
            if card := self._card(suggestion.label):
                self._leave(but=card)
                card.show_suggestion(suggestion)
                self._area.show_card(card)
            self._tabs.select(suggestion.id, suggestion.label)
        elif contents is not None and self._block is not None and self._block < len(contents.article.blocks):
            self.show_block(self._block, contents.article.blocks[self._block])
        else:
            self._leave()
            self._area.show_card(self._nothing)
            self._tabs.select(None, None)

    def _leave(self, but: LabelCard | None = None) -> None:
        """Have the card in sight settle what was typed, unless it stays."""
        card = self._area.current()
        if isinstance(card, LabelCard) and card is not but:
            card.leave()

    def _card(self, label_id: str) -> LabelCard | None:
        """The card of the label, built when it is first needed; None for a label the scheme lost."""
        assert self._contents is not None
        label: Label | None = self._contents.scheme.label(label_id)
        if label is None:
            return None
        if label_id not in self._cards:
            card = LabelCard(label, self._shown_contents)
            for signal, mine in (
                (card.attributes_edited, self.attributes_edited),
                (card.note_edited, self.note_edited),
                (card.remove_requested, self.remove_requested),
                (card.relabel_requested, self.relabel_requested),
                (card.suggestion_decided, self.suggestion_decided),
                (card.relations.followed, self.annotation_chosen),
                (card.relations.relate_requested, self.relate_requested),
                (card.relations.unrelate_requested, self.unrelate_requested),
            ):
                signal.connect(mine)
            self._cards[label_id] = card
            self._area.add(card)
        return self._cards[label_id]

    def _shown_contents(self) -> Contents:
        assert self._contents is not None
        return self._contents

    def _drop_cards(self) -> None:
        """The scheme changed: cards are built anew when they are needed."""
        self._area.show_card(self._nothing)
        for card in self._cards.values():
            self._area.drop(card)
        self._cards = {}


class _CardArea(QScrollArea):
    """Shows one card of several; as high as the card, up to a limit, then it scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = QSize(MIN_WIDTH, 400)
        self._current: QWidget | None = None
        self._inside = QWidget()
        self._inside.setObjectName("cardArea")
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def add(self, card: QWidget) -> None:
        """Take in a card, hidden."""
        card.hide()
        self._layout.addWidget(card)

    def drop(self, card: QWidget) -> None:
        """Give a card up."""
        self._layout.removeWidget(card)
        card.hide()
        card.deleteLater()

    def current(self) -> QWidget | None:
        """The card in sight."""
        return self._current

    def show_card(self, card: QWidget) -> None:
        """Show this card alone."""
        if card is not self._current:
            if self._current is not None:
                self._current.hide()
            self._current = card
            card.show()
            self.verticalScrollBar().setValue(0)
        self._fit()

    def set_room(self, room: QSize) -> None:
        """Be this wide, and this high at most."""
        self._room = room
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fit again when the card asks for another height."""
        done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        # By the width given, not the viewport's: that one is still the old one while the panel is resized.
        wanted = self._layout.totalHeightForWidth(self._room.width())
        height = max(_CARD_LEAST, min(wanted, self._room.height()))
        if height != self.height():
            self.setFixedHeight(height)
