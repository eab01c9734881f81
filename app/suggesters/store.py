"""Proposals into the project: each suggester's answer takes the place of its last one."""

from collections.abc import Collection, Sequence

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

    A suggester that said nothing loses its open suggestions; decided ones always stay.
    """
    suggestions = to_suggestions(article_id, text, proposals)
    for name, suggester in SUGGESTERS.items():
        if labels is None or set(labels) & set(suggester.labels):
            session.put_suggestions(article_id, name, [s for s in suggestions if s.suggester == name])
    return len(suggestions)
