"""Bring articles back from the bin, with everything that was removed with them, in one undoable step.

The bin is a view of the history: nothing is purged from the file by time. After `BIN_DAYS` an article is
no longer shown, and can still be brought back by undo, or by the step that removed it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from app.annotation import Annotation, ArticleStatus, Assessment, Relation
from app.article import Article
from app.changes import Change, Entity, Step
from app.commands.rules import fitted
from app.errors import NotFound, UserError
from app.project import Binned, Project
from app.scheme import Scheme
from app.speaker import Speaker
from app.suggestion import Decision, Suggestion

BIN_DAYS = 30
"""How long a removed article is shown in the bin; TARGETS, "Reliability"."""


def shown_since(at: str) -> str:
    """Return the time (ISO 8601 in UTC, as `at`) after which what was removed is in the bin at `at`."""
    since = datetime.fromisoformat(at) - timedelta(days=BIN_DAYS)
    return since.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def restore_articles(project: Project, binned: Sequence[Binned]) -> list[Change]:
    """Return the changes that bring the articles back as they were when they were removed.

    A status, an assessment or a suggestion that the project has all the same stays as it is now.
    UserError: one is in the project already, itself or its text; it is not in the bin any more; or the
    scheme no longer has a label or a relation that it was annotated with. Then none is brought back.
    """
    scheme = project.scheme()
    by_step: dict[int, Mapping[int, Sequence[Entity]]] = {}
    texts: set[str] = set()
    changes: list[Change] = []
    for one in binned:
        if one.step not in by_step:
            by_step[one.step] = _removed_by(project.step(one.step))
        removed = by_step[one.step].get(one.article_id, ())
        article = next((entity for entity in removed if isinstance(entity, Article)), None)
        if article is None:
            raise UserError(f"“{one.title}” is not in the bin any more.")
        _refuse_what_is_there(project, article, texts)
        _refuse_what_the_scheme_lacks(scheme, article, removed)
        changes += [Change(None, entity) for entity in _missing(project, scheme, article.id, removed)]
    return changes


def _removed_by(step: Step) -> Mapping[int, Sequence[Entity]]:
    """What the step removed, by article."""
    removed: defaultdict[int, list[Entity]] = defaultdict(list)
    for change in step.changes:
        entity = change.before
        if change.after is None and entity is not None and not isinstance(entity, Scheme | Speaker):
            removed[entity.id if isinstance(entity, Article) else entity.article_id].append(entity)
    return removed


def _refuse_what_is_there(project: Project, article: Article, texts: set[str]) -> None:
    """Raise UserError if the article or its text is in the project, or among `texts`; add it to them."""
    try:
        project.article(article.id)
    except NotFound:
        pass
    else:
        raise UserError(f"“{article.title}” is in the project already.")
    if article.text_sha256 in texts or project.article_by_text(article.text_sha256) is not None:
        raise UserError(f"“{article.title}” cannot be put back: another article has its text.")
    texts.add(article.text_sha256)


def _refuse_what_the_scheme_lacks(scheme: Scheme, article: Article, removed: Sequence[Entity]) -> None:
    for entity in removed:
        if isinstance(entity, Annotation) and scheme.label(entity.label) is None:
            what = f"label “{entity.label}”"
        elif isinstance(entity, Relation) and scheme.relation(entity.type) is None:
            what = f"relation “{entity.type}”"
        else:
            continue
        raise UserError(f"“{article.title}” cannot be put back: the scheme has no {what} any more.")


def _missing(
    project: Project, scheme: Scheme, article_id: int, removed: Sequence[Entity]
) -> Iterator[Entity]:
    """Those of the removed things that the project does not have; proposals as the scheme takes them now."""
    suggestions = {suggestion.id for suggestion in project.suggestions(article_id, only_open=False)}
    for entity in removed:
        match entity:
            case Suggestion():
                there = entity.id in suggestions or scheme.label(entity.label) is None
            case ArticleStatus():
                there = project.status(article_id, entity.annotator) is not None
            case Assessment():
                there = project.assessment(article_id, entity.annotator) is not None
            case _:
                there = False
        if not there:
            yield _as_taken(entity, scheme)


def _as_taken(entity: Entity, scheme: Scheme) -> Entity:
    """An open suggestion as the scheme takes it; anything else as it is."""
    label = scheme.label(entity.label) if isinstance(entity, Suggestion) else None
    if not isinstance(entity, Suggestion) or label is None or entity.decision is not Decision.OPEN:
        return entity
    return fitted(entity, label, scheme)
