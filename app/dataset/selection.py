"""Which articles and annotations of a project leave, and how they are read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.annotation import Annotation, Status
from app.dataset.record import Record
from app.errors import UserError
from app.project import AnnotatedArticle, ArticleQuery, Project


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles and annotations to take. Empty fields do not restrict."""

    annotators: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    """An annotator's set of an article is taken if that annotator gave the article one of these."""
    labels: tuple[str, ...] = ()
    """Label ids. An article without such annotations stays: that nothing is there is data."""
    languages: tuple[str, ...] = ()
    """ISO 639-1 codes of the articles."""
    sites: tuple[str, ...] = ()
    published_from: str = ""
    published_to: str = ""
    """First and last day of publication, ISO 8601 dates; an article without a date is in no such range."""
    least_confidence: float = 0.0
    """0 to 1: annotations whose annotator was less sure stay behind; one that says nothing of it is sure."""
    with_suggestions: bool = False
    """Whether suggestions go along, each with the decision on it."""
    article_ids: tuple[int, ...] | None = None
    """Just these articles, earlier revisions too, restricted by the rest; None: all but earlier revisions."""


def refuse_unknown(what: str, asked: tuple[str, ...], known: tuple[str, ...]) -> None:
    """UserError: something is asked for that is not known."""
    for name in asked:
        if name not in known:
            raise UserError(f"The project has no {what} “{name}”; it has {', '.join(known) or 'none'}.")


def article_ids(project: Project, selection: Selection, annotators: tuple[str, ...]) -> tuple[int, ...]:
    """Return the articles of the selection, in the order they were added."""
    within = ArticleQuery(only=selection.article_ids, superseded=selection.article_ids is not None)
    everything = project.find(
        replace(
            within,
            languages=selection.languages,
            sites=selection.sites,
            published_from=selection.published_from,
            published_to=selection.published_to,
        )
    )
    if not selection.statuses:
        return tuple(everything)
    reached: set[int] = set()
    for annotator in annotators or ("",):
        reached.update(project.find(replace(within, annotator=annotator, statuses=selection.statuses)))
    return tuple(article_id for article_id in everything if article_id in reached)


def read(
    project: Project, selection: Selection, annotators: tuple[str, ...], article_ids: Iterable[int]
) -> Iterator[Record]:
    """Read articles with what the selection takes of them."""
    only = annotators[0] if len(selection.annotators) == 1 else None
    for whole in project.annotated(article_ids, only, with_suggestions=selection.with_suggestions):
        yield _selected(whole, selection, annotators)


def _selected(whole: AnnotatedArticle, selection: Selection, annotators: tuple[str, ...]) -> Record:
    statuses = {annotator: whole.statuses.get(annotator, Status.TODO) for annotator in annotators}
    if selection.statuses:
        statuses = {name: status for name, status in statuses.items() if status in selection.statuses}
    annotations, relations, suggestions = whole.annotations, whole.relations, whole.suggestions
    passages, assessments = whole.empty_passages, whole.assessments
    if selection.statuses or len(selection.annotators) > 1:  # of one annotator nothing else was read
        annotations = [a for a in annotations if a.annotator in statuses]
        relations = [r for r in relations if r.annotator in statuses]
        passages = [p for p in passages if p.annotator in statuses]
        assessments = {name: said for name, said in assessments.items() if name in statuses}
    if selection.labels:
        annotations = [a for a in annotations if a.label in selection.labels]
        suggestions = [s for s in suggestions if s.label in selection.labels]
    if selection.least_confidence:
        annotations = [a for a in annotations if _sure(a, selection.least_confidence)]
    taken = {annotation.id for annotation in annotations}
    relations = [r for r in relations if r.source in taken and r.target in taken]
    return Record(
        article=whole.article,
        text=whole.text,
        annotations=tuple(annotations),
        relations=tuple(relations),
        suggestions=tuple(suggestions),
        statuses=statuses,
        empty_passages=tuple(passages),
        assessments=assessments,
    )


def _sure(annotation: Annotation, least: float) -> bool:
    return annotation.confidence is None or annotation.confidence >= least
