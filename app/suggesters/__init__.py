"""Suggesters: what the program proposes, for an annotator to accept, edit or reject. Never more than that.

Everything runs offline. A suggester is a function of a text and its language; heavy ones are imported on
their first call.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.anchor import Span, anchor
from app.ids import new_id
from app.suggestion import Proposal, Suggestion


@dataclass(frozen=True, slots=True)
class Suggester:
    """One source of proposals."""

    name: str
    """Kept in `Proposal.suggester`, and in `Annotation.origin` of what was accepted."""
    labels: frozenset[str]
    """Label ids it can propose."""
    suggest: Callable[[str, str], list[Proposal]]
    """Takes the canonical text and the language code; returns proposals sorted by start."""


def _numbers(text: str, language: str) -> list[Proposal]:
    from app.suggesters import numbers

    return numbers.suggest(text, language)


SUGGESTERS: Mapping[str, Suggester] = MappingProxyType(
    {suggester.name: suggester for suggester in (Suggester("numbers", frozenset({"number"}), _numbers),)}
)


def suggest(text: str, language: str, labels: Collection[str] | None = None) -> list[Proposal]:
    """Return what all suggesters propose for a text, sorted by start.

    `text` is canonical, offsets are code points. `language` is "ru", "kk", "en", or empty for what is
    unknown or mixed: then the letters of each line tell. With `labels`, only suggesters of those labels
    run, and only proposals with them are returned, as far as no relation leads out of them.
    """
    found: list[Proposal] = []
    for suggester in SUGGESTERS.values():
        if labels is None or not suggester.labels.isdisjoint(labels):
            found.extend(suggester.suggest(text, language))
    if labels is not None:
        found = [proposal for proposal in found if proposal.label in labels]
    return sorted(found, key=lambda proposal: (proposal.start, proposal.end))


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
