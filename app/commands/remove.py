"""Remove annotations or articles, with everything that hangs on them, in one undoable step."""

from collections.abc import Collection

from app.annotation import Annotation, Relation
from app.changes import Change
from app.project import Project


def remove(project: Project, annotation_ids: Collection[int]) -> list[Change]:
    """Return the changes that remove the annotations and every relation from or to them."""
    gone = [project.annotation(annotation_id) for annotation_id in dict.fromkeys(annotation_ids)]
    return [*_relations_of(project, gone), *(Change(annotation, None) for annotation in gone)]


def remove_articles(project: Project, article_ids: Collection[int]) -> list[Change]:
    """Return the changes that remove the articles with all that anybody has made of them."""
    changes: list[Change] = []
    for article_id in dict.fromkeys(article_ids):
        changes += [Change(relation, None) for relation in project.relations(article_id)]
        changes += [Change(annotation, None) for annotation in project.annotations(article_id)]
        changes += [
            Change(suggestion, None) for suggestion in project.suggestions(article_id, only_open=False)
        ]
        for annotator in project.annotators():
            status = project.status(article_id, annotator)
            if status is not None:
                changes.append(Change(status, None))
        changes.append(Change(project.article(article_id), None))
    return changes


def _relations_of(project: Project, annotations: Collection[Annotation]) -> list[Change]:
    ids = {annotation.id for annotation in annotations}
    found: dict[int, Relation] = {}
    for article_id in {annotation.article_id for annotation in annotations}:
        for relation in project.relations(article_id):
            if relation.source in ids or relation.target in ids:
                found[relation.id] = relation
    return [Change(relation, None) for relation in found.values()]
