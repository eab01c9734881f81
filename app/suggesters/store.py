"""Proposals into the project, as its scheme takes them: each suggester's answer replaces its last one."""

from collections.abc import Callable, Collection, Sequence

from app.article import Article, Role
from app.commands.rules import fitted
from app.project import AnnotatedArticle
from app.replacing import replace
from app.session import Session
from app.suggesters import ENGINES, LEARNED, to_suggestions
from app.suggesters.learning.places import free
from app.suggesters.pipeline import only
from app.suggestion import Decision, Proposal, Suggestion

# A headline repeats what the article says, a caption and a byline name who took the picture or wrote.
_AROUND_PROSE = (Role.HEADLINE, Role.CAPTION, Role.BYLINE, Role.DATELINE)
_OF_PROSE = frozenset({"speakers", "claims"})


def store_suggestions(
    session: Session,
    article_id: int,
    text: str,
    proposals: Sequence[Proposal],
    labels: Collection[str] | None = None,
) -> int:
    """Keep what the engines for `labels` (None: all) said of the article; return how many.

    An engine that said nothing loses its open suggestions; decided ones always stay. What the scheme has
    no label, attribute or relation for is left out, and an engine without any label in it keeps quiet:
    what it proposed before may have been given other labels since.
    """
    scheme = session.project.scheme()
    asked = [
        name
        for name, can in ENGINES.items()
        if any(scheme.label(label_id) for label_id in (can if labels is None else can & set(labels)))
    ]
    return store(session, article_id, text, proposals, asked)


def store(
    session: Session,
    article_id: int,
    text: str,
    proposals: Sequence[Proposal],
    suggesters: Collection[str],
) -> int:
    """Keep what these suggesters said of the article, in place of what they said before; return how many.

    Nothing is suggested in page furniture, of the engines only numbers in what stands around the article's
    prose, nothing the scheme has no label for, and nothing that is no news to the session's annotator (as
    `learning.places.free` has it), who may have gone on while it was computed. NotFound: the article is gone.
    """
    scheme = session.project.scheme()
    (read,) = session.project.annotated([article_id], session.annotator, with_suggestions=True)
    placed = only(proposals, _in_place(read.article))
    suggestions = [
        fitted(suggestion, label, scheme)
        for suggestion in _news(to_suggestions(article_id, text, placed), read, {*suggesters, *LEARNED})
        if (label := scheme.label(suggestion.label)) is not None
    ]
    by_suggester = {name: [s for s in suggestions if s.suggester == name] for name in suggesters}
    session.put_suggestions(article_id, by_suggester)
    return sum(map(len, by_suggester.values()))


def _news(
    suggestions: Sequence[Suggestion], read: AnnotatedArticle, replaced: Collection[str]
) -> list[Suggestion]:
    """Those that are news to the annotator; relations to what they have marked go to the annotation.

    What was decided on at just its place is left to the project, which knows it by its place.
    """
    decided = {s.place for s in read.suggestions if s.decision is not Decision.OPEN}
    fresh = {suggestion.id for suggestion in free(suggestions, read, replaced)}
    news = [s for s in suggestions if s.id in fresh or s.place in decided]
    ends = {s.id: s.id for s in news} | {
        s.id: annotation.id
        for s in suggestions
        if s.id not in fresh and s.place not in decided
        for annotation in reversed(read.annotations)
        if annotation.label == s.label and any(span.overlaps(s.fragment.span) for span in annotation.spans)
    }
    return [
        replace(
            suggestion,
            relations=tuple(
                {**relation, "to": ends[to]}
                for relation in suggestion.relations
                if isinstance(to := relation["to"], int) and to in ends
            ),
        )
        for suggestion in news
    ]


def _in_place(article: Article) -> Callable[[Proposal], bool]:
    """Tell whether a proposal stands where it may: by the roles of the blocks it touches."""

    def holds(proposal: Proposal) -> bool:
        roles = {
            block.role
            for block in article.blocks
            if block.start < proposal.end and proposal.start < block.end
        }
        around = () if proposal.suggester not in _OF_PROSE else _AROUND_PROSE
        return roles.isdisjoint((Role.BOILERPLATE, *around))

    return holds
