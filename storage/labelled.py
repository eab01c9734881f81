"""Everything of one kind in the whole project: what an edit of the scheme touches."""

from collections.abc import Iterator

from app.annotation import Annotation, Assessment, Relation
from app.suggestion import Suggestion
from storage.connection import Connection, Row
from storage.rows import ANNOTATIONS, ASSESSMENTS, RELATIONS, SUGGESTIONS, Table


def annotations(connection: Connection, label_id: str) -> Iterator[Annotation]:
    """Give every annotation with the label, article by article."""
    return map(ANNOTATIONS.entity, _rows(connection, ANNOTATIONS, "label", label_id))


def suggestions(connection: Connection, label_id: str) -> Iterator[Suggestion]:
    """Give every suggestion with the label, the decided ones too, article by article."""
    return map(SUGGESTIONS.entity, _rows(connection, SUGGESTIONS, "label", label_id))


def relations(connection: Connection, relation_id: str) -> Iterator[Relation]:
    """Give every relation of the type, article by article."""
    return map(RELATIONS.entity, _rows(connection, RELATIONS, "type", relation_id))


def assessments(connection: Connection) -> Iterator[Assessment]:
    """Give everything said of whole articles, article by article."""
    return map(ASSESSMENTS.entity, connection.stream(f"{ASSESSMENTS.select} ORDER BY article_id, annotator"))


def _rows(connection: Connection, table: Table, column: str, value: str) -> Iterator[Row]:
    return connection.stream(f"{table.select} WHERE {column} = ? ORDER BY article_id, id", (value,))
