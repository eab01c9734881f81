"""The registry of speakers."""

from collections.abc import Collection, Sequence

from app.annotation import Annotation
from app.changes import Change
from app.errors import NotFound
from app.speaker import Speaker
from storage import records
from storage.connection import Connection
from storage.folding import sort_key
from storage.rows import ANNOTATIONS, SPEAKERS


def write(connection: Connection, changes: Sequence[Change]) -> None:
    """Write changes of entries. Conflict as `records.write`."""
    records.write(connection, SPEAKERS, changes)


def speakers(connection: Connection) -> list[Speaker]:
    """Return the registry, by name."""
    found: list[Speaker] = list(map(SPEAKERS.entity, connection.rows(SPEAKERS.select)))
    return sorted(found, key=lambda speaker: (sort_key(speaker.name), speaker.id))


def speaker(connection: Connection, speaker_id: int) -> Speaker:
    """Return the entry. NotFound: there is none."""
    row = connection.row(SPEAKERS.select + SPEAKERS.where_key, (speaker_id,))
    if row is None:
        raise NotFound(f"{connection.path.name} has no speaker {speaker_id}.")
    found: Speaker = SPEAKERS.entity(row)
    return found


def mentions(connection: Connection, names: Collection[str], annotator: str | None) -> list[Annotation]:
    """Return the annotations whose speaker has one of these names, article by article, in text order."""
    wanted, marks = (tuple(names), ", ".join("?" * len(names)))
    # Word for word as in the index `annotations_by_speaker`, or it is not used.
    where = f"json_valid (attributes) AND json_extract (attributes, '$.canonical_name') IN ({marks})"
    if annotator is not None:
        wanted, where = (*wanted, annotator), f"{where} AND annotator = ?"
    rows = connection.rows(f"{ANNOTATIONS.select} WHERE {where}", wanted)
    found: list[Annotation] = list(map(ANNOTATIONS.entity, rows))
    return sorted(found, key=lambda annotation: (annotation.article_id, annotation.start, annotation.id))
