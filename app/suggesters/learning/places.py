"""Where a suggestion would be out of place: what is marked, was refused or read as empty, and furniture."""

from collections import defaultdict
from collections.abc import Container, Iterable
from typing import TypeVar

from app.anchor import Span
from app.article import Role
from app.project import AnnotatedArticle
from app.suggestion import Decision, Proposal, Suggestion

_Proposed = TypeVar("_Proposed", Proposal, Suggestion)


def free(
    proposals: Iterable[_Proposed], read: AnnotatedArticle, replaced: Container[str] = ()
) -> list[_Proposed]:
    """Return the proposals that are news to the annotator whose annotations `read` has, in the order given.

    Left out is what overlaps an annotation or a decided suggestion of the same label, an open one of another
    suggester (it would stand there twice), unless that is `replaced` together with this one's, a passage
    read and empty, or page furniture. Accepted suggestions count like rejected ones: where the annotation
    was removed since, it is not wanted either. `read` must be read with its suggestions.
    """
    never: list[Span] = [passage.fragment.span for passage in read.empty_passages] + furniture(read)
    taken: defaultdict[str, list[Span]] = defaultdict(list)
    for annotation in read.annotations:
        taken[annotation.label] += annotation.spans
    waiting: defaultdict[str, list[tuple[str, Span]]] = defaultdict(list)
    for suggestion in read.suggestions:
        if suggestion.decision is Decision.OPEN:
            waiting[suggestion.label].append((suggestion.suggester, suggestion.fragment.span))
        else:
            taken[suggestion.label].append(suggestion.fragment.span)

    def is_free(proposal: _Proposed) -> bool:
        span = Span(proposal.start, proposal.end)
        others: list[Span] = [
            at
            for suggester, at in waiting[proposal.label]
            if suggester != proposal.suggester and suggester not in replaced
        ]
        return not any(span.overlaps(other) for other in (*never, *taken[proposal.label], *others))

    return [proposal for proposal in proposals if is_free(proposal)]


def furniture(read: AnnotatedArticle) -> list[Span]:
    """Return the blocks of the article that are no part of its news."""
    return [
        Span(block.start, block.end)
        for block in read.article.blocks
        if block.role is Role.BOILERPLATE and block.start < block.end
    ]
