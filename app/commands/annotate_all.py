"""Mark many places at once with one label, in one or more articles: one step, one undo."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from app.anchor import Span
from app.annotation import Annotation, Attributes
from app.changes import Change, Stamp
from app.commands.accept import Around, accepted_with_partners, annotations_made, around, outdone, rejected
from app.commands.mark_empty import no_longer_empty
from app.commands.rules import anchored, known_label, valid_attributes
from app.ids import new_id
from app.project import Project
from app.scheme import Label
from app.suggestion import Decision, Suggestion

Place = tuple[int, Span, Attributes | None]
"""Article id, span, and the values the annotation is to have (None: those of the suggestion, if any)."""


def annotate_all(
    project: Project,
    places: Iterable[Place],
    label_id: str,
    stamp: Stamp,
    refused: Iterable[tuple[int, Span]] = (),
    unseen: Container[int] = (),
) -> list[Change]:
    """Return the changes that mark every place, as `annotate` would: what is marked already is left out.

    Where an open suggestion of the label stands on just the place, it is accepted; on a place among
    `refused` it is rejected, which keeps it as a hard negative; a refused place without a suggestion leaves
    no trace. In the articles `unseen` no suggestion is shown, so that none is decided on. The lines marked
    are empty passages no longer. NotFound: an article is gone.
    """
    label = known_label(project.scheme(), label_id)
    marked = {(article_id, span): attributes for article_id, span, attributes in places}
    wanted = [(*place, True) for place in marked]
    unwanted = [(*place, False) for place in dict.fromkeys(refused) if place not in marked]
    changes: list[Change] = []
    for article_id, group in groupby(sorted([*wanted, *unwanted]), key=itemgetter(0)):
        here = [(span, yes, marked.get((article_id, span))) for _, span, yes in group]
        changes += _in_article(project, article_id, here, label, stamp, unseen=article_id in unseen)
    return changes


def _in_article(
    project: Project,
    article_id: int,
    here: Sequence[tuple[Span, bool, Attributes | None]],
    label: Label,
    stamp: Stamp,
    *,
    unseen: bool,
) -> list[Change]:
    """The changes of one article: for each span whether it is to be marked, and with which values."""
    read = around(project, article_id, stamp.annotator)
    if unseen:
        read = replace(read, suggested=())
    suggested = _open_places(read, label)
    there = {a.spans for a in read.mine if a.label == label.id}
    changes: list[Change] = []
    by_hand: list[Annotation] = []
    for span, yes, attributes in here:
        suggestion = suggested.get(span)
        if suggestion is not None:
            made = (
                accepted_with_partners(suggestion, read, stamp, attributes=attributes)
                if yes
                else rejected(suggestion, stamp)
            )
            changes += made
            read = read.after(made)
            if suggestion.relations:  # what it leads to may have been accepted with it
                suggested = _open_places(read, label)
        elif yes and (span,) not in there:
            annotation = Annotation(
                id=new_id(),
                article_id=article_id,
                annotator=stamp.annotator,
                label=label.id,
                fragments=anchored(read.text, [span]),
                attributes=valid_attributes(label, attributes or {}, read.text),
                created_at=stamp.at,
            )
            by_hand.append(annotation)
    changes += [*outdone(read.suggested, by_hand, stamp), *(Change(None, made) for made in by_hand)]
    return [*changes, *no_longer_empty(project, *annotations_made(changes))]


def _open_places(read: Around, label: Label) -> dict[Span, Suggestion]:
    """The open suggestions of the label by their place."""
    return {s.fragment.span: s for s in read.suggested if s.label == label.id and s.decision is Decision.OPEN}
