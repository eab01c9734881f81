"""Proposals into the project, as its scheme takes them: each suggester's answer replaces its last one."""

from collections.abc import Collection, Sequence

from app.commands.rules import fitted
from app.session import Session
from app.suggesters import SUGGESTERS, to_suggestions
from app.suggestion import Proposal


def store_suggestions(
    session: Session,
    article_id: int,
    text: str,
    proposals: Sequence[Proposal],
    labels: Collection[str] | None = None,
) -> int:
    """Keep what the suggesters for `labels` (None: all) said of the article; return how many.

    A suggester that said nothing loses its open suggestions; decided ones always stay. What the scheme has
    no label, attribute or relation for is left out, and a suggester without any label in it keeps quiet:
    what it proposed before may have been given other labels since.
    """
    scheme = session.project.scheme()
    suggestions = [
        fitted(suggestion, label, scheme)
        for suggestion in to_suggestions(article_id, text, proposals)
        if (label := scheme.label(suggestion.label)) is not None
    ]
    for name, suggester in SUGGESTERS.items():
        asked = suggester.labels if labels is None else suggester.labels & set(labels)
        if any(scheme.label(label_id) for label_id in asked):
            session.put_suggestions(article_id, name, [s for s in suggestions if s.suggester == name])
    return len(suggestions)
