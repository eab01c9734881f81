"""Suggesters: what the program proposes, for an annotator to accept, edit or reject. Never more than that.

Everything runs offline. The engines read a text; what is learned from an annotator comes beside them
(`app.suggesters.learning`). All are imported on their first call: they hold dictionaries and models.
"""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from app.anchor import Span, anchor
from app.ids import new_id
from app.suggestion import Proposal, Suggestion

ENGINES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "numbers": frozenset({"number"}),
        "speakers": frozenset({"speaker", "cue"}),
        "claims": frozenset({"claim"}),
    }
)
"""Each engine with the label ids it can propose. The name is kept in `Proposal.suggester`, and in
`Annotation.origin` of what was accepted."""

LEARNED = ("repeats", "learned")
"""The suggesters that learn from the annotator: any label."""


def suggest(text: str, language: str, labels: Collection[str] | None = None) -> list[Proposal]:
    """Return what the engines propose for a text, sorted by start.

    `text` is canonical, offsets are code points. `language` is "ru", "kk", "en", or empty for what is
    unknown or mixed: then the letters of each line tell. With `labels`, only proposals with them are
    returned, as far as no relation leads out of them.
    """
    if labels is not None and ENGINES["numbers"].issuperset(labels):
        from app.suggesters import numbers

        return numbers.suggest(text, language) if labels else []
    from app.suggesters import pipeline

    found = pipeline.suggest_all(text, language)
    return found if labels is None else pipeline.only(found, lambda proposal: proposal.label in labels)


def to_suggestions(article_id: int, text: str, proposals: Sequence[Proposal]) -> list[Suggestion]:
    """Make the proposals suggestions of an article: with ids, anchored, relations from index to id.

    Raises ValueError where a proposal does not lie in `text`, IndexError where a relation leads nowhere.
    """
    ids = [new_id() for _ in proposals]
    return [
        Suggestion(
            id=ids[index],
            article_id=article_id,
            label=proposal.label,
            fragment=anchor(text, Span(proposal.start, proposal.end)),
            score=proposal.score,
            suggester=proposal.suggester,
            rule=proposal.rule,
            attributes=proposal.attributes,
            relations=tuple({**relation, "to": ids[_index(relation)]} for relation in proposal.relations),
        )
        for index, proposal in enumerate(proposals)
    ]


def _index(relation: Mapping[str, object]) -> int:
    to = relation["to"]
    if not isinstance(to, int) or to < 0:
        raise IndexError(f"a relation leads to {to!r}, which is no proposal")
    return to
