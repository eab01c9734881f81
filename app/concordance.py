"""Every place of a phrase with its context, in one article or all: what an annotator goes through."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.anchor import Span
from app.article import Role
from app.occurrences import Sought, beginnings, context, find
from app.project import AnnotatedArticle, ArticleQuery, Project
from app.suggestion import Decision

# Code points of context on each side: more than the widest window shows.
WIDTH = 160
# Words of a phrase by which articles are told apart: more than the rarest few cost more than they save.
_TELLING_WORDS = 3


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place that may be marked, on one line."""

    article_id: int
    span: Span
    left: str
    match: str
    right: str
    title: str = ""
    """The article's."""
    suggestion_id: int | None = None
    """The open suggestion of the label that stands on just this span."""


def in_article(read: AnnotatedArticle, sought: Sought, label_id: str) -> list[Occurrence]:
    """Return where the phrase stands in the article, in order.

    Left out are places that overlap what `read` has marked with the label, and those in page furniture.
    """
    spans = find(read.text, replace(sought, language=read.article.language))
    marked = [span for a in read.annotations if a.label == label_id for span in a.spans]
    furniture = [
        Span(b.start, b.end) for b in read.article.blocks if b.role is Role.BOILERPLATE and b.start < b.end
    ]
    suggested = {
        s.fragment.span: s.id for s in read.suggestions if s.label == label_id and s.decision is Decision.OPEN
    }
    return [
        Occurrence(
            read.article.id,
            span,
            *context(read.text, span, WIDTH),
            title=read.article.title,
            suggestion_id=suggested.get(span),
        )
        for span in clear_of(clear_of(spans, marked), furniture)
    ]


def in_articles(
    project: Project, article_ids: Iterable[int], sought: Sought, label_id: str, annotator: str
) -> Iterator[list[Occurrence]]:
    """Give the places of each article in turn, as `in_article`; NotFound: an article is gone."""
    for read in project.annotated(article_ids, annotator, with_suggestions=True):
        yield in_article(read, sought, label_id)


def suggested_in_article(read: AnnotatedArticle, label_id: str) -> list[Occurrence]:
    """Return where the article has open suggestions of the label, in order."""
    return [
        Occurrence(
            read.article.id,
            suggestion.fragment.span,
            *context(read.text, suggestion.fragment.span, WIDTH),
            title=read.article.title,
            suggestion_id=suggestion.id,
        )
        for suggestion in read.suggestions
        if suggestion.label == label_id and suggestion.decision is Decision.OPEN
    ]


def suggested_in_articles(
    project: Project, article_ids: Iterable[int], label_id: str, annotator: str
) -> Iterator[list[Occurrence]]:
    """Give the suggested places of each article in turn; NotFound: an article is gone."""
    for read in project.annotated(article_ids, annotator, with_suggestions=True):
        yield suggested_in_article(read, label_id)


def articles_with_suggestions(project: Project) -> list[int]:
    """Return the articles in which a suggestion of any label is open."""
    return list(project.find(ArticleQuery(open_suggestions=True)))


def articles_with(project: Project, sought: Sought) -> list[int]:
    """Return the articles that may have the phrase, by what the search index knows; no other has it."""
    languages = dict.fromkeys((sought.language, "ru", "kk"))  # an English word is known by its letters
    by_language = [beginnings(replace(sought, language=language)) for language in languages]
    telling = [frozenset().union(*word) for word in zip(*by_language, strict=True)]
    telling.sort(key=lambda starts: -min(map(len, starts)))
    found: list[int] | None = None
    for starts in telling[:_TELLING_WORDS]:
        having = {
            article_id for start in starts for article_id in project.find(ArticleQuery(words=_indexed(start)))
        }
        found = sorted(having) if found is None else [each for each in found if each in having]
    return found or []


def clear_of(spans: Sequence[Span], others: Iterable[Span]) -> list[Span]:
    """Return those of `spans` (in order, none overlapping another) that overlap none of the others."""
    ends = [span.end for span in spans]
    taken: set[int] = set()
    for other in others:
        at = bisect_left(ends, other.start + 1)
        while at < len(spans) and spans[at].start < other.end:
            taken.add(at)
            at += 1
    return [span for number, span in enumerate(spans) if number not in taken]


def _indexed(start: str) -> str:
    """The beginning as the search index has it: of a number just the digits before a thousands' space."""
    digits = len(start) - len(start.lstrip("0123456789"))
    return start[: (digits - 1) % 3 + 1] if digits else start
