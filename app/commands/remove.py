"""Remove annotations or articles, with everything that hangs on them, in one undoable step."""

from collections.abc import Collection, Iterable
from itertools import chain

from app.annotation import Annotation, ArticleStatus, Relation
from app.changes import Change, Entity
from app.project import Project


def remove(project: Project, annotation_ids: Collection[int]) -> list[Change]:
    """Return the changes that remove the annotations and every relation from or to them."""
    gone = [project.annotation(annotation_id) for annotation_id in dict.fromkeys(annotation_ids)]
    return [*_relations_of(project, gone), *(Change(annotation, None) for annotation in gone)]


def remove_articles(project: Project, article_ids: Collection[int]) -> list[Change]:
    """Return the changes that remove the articles with all that anybody has made of them."""
    changes: list[Change] = []
    for whole in project.annotated(dict.fromkeys(article_ids), with_suggestions=True):
        article = whole.article
        statuses = (ArticleStatus(article.id, name, status) for name, status in whole.statuses.items())
        gone: Iterable[Entity] = chain(
            whole.relations,
            whole.annotations,
            whole.suggestions,
            whole.empty_passages,
            whole.assessments.values(),
            statuses,
            [article],
        )
        changes += [Change(entity, None) for entity in gone]
    return changes


def _relations_of(project: Project, annotations: Collection[Annotation]) -> list[Change]:
    ids = {annotation.id for annotation in annotations}
    found: dict[int, Relation] = {}
    for article_id in {annotation.article_id for annotation in annotations}:
        for relation in project.relations(article_id):
            if relation.source in ids or relation.target in ids:
                found[relation.id] = relation
    return [Change(relation, None) for relation in found.values()]
