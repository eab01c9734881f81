"""The inspector's cards, built and connected: when the panel needs the first, not before it is painted."""

from collections.abc import Callable

from app.scheme import Label, Scheme
from widgets.inspector.article_card import ArticleCard
from widgets.inspector.block_card import BlockCard
from widgets.inspector.card import LabelCard
from widgets.inspector.contents import Contents
from widgets.inspector.requests import Requests


def label_card(
    label: Label,
    contents: Callable[[], Contents],
    panel: Requests,
    follow: Callable[[int], object],
    leave: Callable[[], object],
) -> LabelCard:
    """The card of annotations of this label. `follow` goes to the other end of a relation."""
    card = LabelCard(label, contents)
    card.relations.followed.connect(follow)
    card.left.connect(leave)
    for signal, request in (
        (card.attributes_edited, panel.attributes_edited),
        (card.note_edited, panel.note_edited),
        (card.remove_requested, panel.remove_requested),
        (card.relabel_requested, panel.relabel_requested),
        (card.suggestion_decided, panel.suggestion_decided),
        (card.confidence_edited, panel.confidence_edited),
        (card.span_wanted, panel.span_wanted),
        (card.relations.relate_requested, panel.relate_requested),
        (card.relations.unrelate_requested, panel.unrelate_requested),
    ):
        signal.connect(request)
    return card


def article_card(scheme: Scheme, panel: Requests, leave: Callable[[], object]) -> ArticleCard:
    """The card of the article as a whole."""
    card = ArticleCard(scheme)
    card.described.connect(panel.described)
    card.assessed.connect(panel.assessed)
    card.note_edited.connect(panel.article_note_edited)
    card.flag_toggled.connect(panel.flag_toggled)
    card.left.connect(leave)
    return card


def block_card(panel: Requests) -> BlockCard:
    """The card of a block and its role."""
    card = BlockCard()
    card.role_requested.connect(panel.role_requested)
    return card
