"""Relate two annotations: a claim said by a speaker, a claim with its number."""

from collections.abc import Collection

from app.annotation import Relation
from app.changes import Change, Stamp
from app.commands.rules import known_label, known_relation
from app.errors import NotFound, UserError
from app.ids import new_id
from app.project import Project


def relate(project: Project, relation_id: str, source_id: int, target_id: int, stamp: Stamp) -> list[Change]:
    """Return the changes that relate the two; a `single` relation takes the place of the one there was.

    UserError: the scheme does not allow this relation here, or an annotation would relate to itself.
    """
    scheme = project.scheme()
    kind = known_relation(scheme, relation_id)
    source, target = project.annotation(source_id), project.annotation(target_id)
    if source_id == target_id or source.article_id != target.article_id:
        raise UserError("A relation goes between two different annotations of one article.")
    if source.label not in kind.sources or target.label not in kind.targets:
        names = known_label(scheme, source.label).name, known_label(scheme, target.label).name
        raise UserError(f"“{kind.name}” cannot go from {names[0]} to {names[1]}.")
    there = [
        relation
        for relation in project.relations(source.article_id, stamp.annotator)
        if relation.type == relation_id and source_id in (relation.source, relation.target)
    ]
    ends = {source_id, target_id}
    if any(
        relation.target == target_id or (kind.symmetric and {relation.source, relation.target} == ends)
        for relation in there
        if relation.source == source_id or kind.symmetric
    ):
        return []
    replaced = [Change(r, None) for r in there if kind.single and r.source == source_id]
    relation = Relation(
        id=new_id(),
        article_id=source.article_id,
        annotator=stamp.annotator,
        type=relation_id,
        source=source_id,
        target=target_id,
        created_at=stamp.at,
    )
    return [*replaced, Change(None, relation)]


def unrelate(project: Project, article_id: int, relation_ids: Collection[int]) -> list[Change]:
    """Return the changes that remove these relations of the article; NotFound if one is not there."""
    there = {relation.id: relation for relation in project.relations(article_id)}
    if missing := [relation_id for relation_id in relation_ids if relation_id not in there]:
        raise NotFound(f"The article has no relation {missing[0]}.")
    return [Change(there[relation_id], None) for relation_id in dict.fromkeys(relation_ids)]
