"""doccano: JSON lines with entities and relations, as its projects for sequence labelling take them.

The lines follow the format "JSONL(Relation)" of https://doccano.github.io/doccano/: entities with
`start_offset` and `end_offset`, relations with `from_id` and `to_id`. Every other key becomes doccano's
metadata of the document. Entities are numbered through the file, because fragments need numbers, too.

All but ASCII is escaped: doccano guesses the encoding of a file, and takes Russian UTF-8 for Turkish.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from app.dataset import Dataset, Record
from app.exporters.format import (
    BUFFER,
    LEFT_OUT_ASSESSMENTS,
    LEFT_OUT_PASSAGES,
    LEFT_OUT_SUGGESTIONS,
    Fate,
    Format,
    Sink,
    Tally,
    count_left_out,
)
from app.exporters.segments import segment_keys

_DISCONTINUOUS = Fate(
    "discontinuous annotations",
    "an entity for each fragment, and nothing says that they are one; relations meet the first",
    True,
)
_VALUES = Fate("annotations with attributes, a note or a confidence", "marked without them", True)
_ANNOTATORS = Fate("texts with several annotators", "their sets lie together, as if they were of one", True)


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Count what doccano has no place for."""
    return lambda record: _count(record, tally)


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write a line for each record."""
    numbers = count(1)
    with path.open("w", encoding="ascii", newline="\n", buffering=BUFFER) as file:

        def put(record: Record) -> None:
            _count(record, tally)
            file.write(json.dumps(_document(record, numbers), separators=(",", ":")) + "\n")

        yield put


def _count(record: Record, tally: Tally) -> None:
    count_left_out(record, tally)
    tally[LEFT_OUT_SUGGESTIONS.kind] += len(record.suggestions)
    tally[_ANNOTATORS.kind] += len({annotation.annotator for annotation in record.annotations}) > 1
    for annotation in record.annotations:
        tally[_DISCONTINUOUS.kind] += len(annotation.fragments) > 1
        tally[_VALUES.kind] += bool(
            annotation.attributes or annotation.note or annotation.confidence is not None
        )


def _document(record: Record, numbers: Iterator[int]) -> dict[str, Any]:
    """Return the line of `record`; its entities and relations take the next numbers."""
    entities: list[dict[str, Any]] = []
    first: dict[int, int] = {}
    for annotation in record.annotations:
        for fragment in annotation.fragments:
            number = next(numbers)
            first.setdefault(annotation.id, number)
            entities.append(
                {
                    "id": number,
                    "label": annotation.label,
                    "start_offset": fragment.start,
                    "end_offset": fragment.end,
                }
            )
    relations = [
        {
            "id": next(numbers),
            "from_id": first[relation.source],
            "to_id": first[relation.target],
            "type": relation.type,
        }
        for relation in record.relations
    ]
    article = record.article
    return {
        "id": article.id if record.segment is None else record.key,
        "text": record.text,
        "entities": entities,
        "relations": relations,
        "Comments": [],
        "title": article.title,
        "site": article.site,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "text_sha256": article.text_sha256,
        **segment_keys(record),
    }


FORMAT = Format(
    name="doccano",
    extension=".jsonl",
    title="doccano (JSONL with relations)",
    shape="a file, one article or segment a line",
    holds="overlapping and nested annotations, relations; title, site, address, date and language as "
    "metadata",
    loses="attributes, blocks with roles, authors, statuses, ids and dates of annotations and relations",
    units="Unicode code points, end exclusive",
    verified_by="a strict reader of its documented lines in Pressmark's tests",
    tried_with="doccano 1.8.4",
    fates=(
        _DISCONTINUOUS,
        _VALUES,
        _ANNOTATORS,
        LEFT_OUT_SUGGESTIONS,
        LEFT_OUT_PASSAGES,
        LEFT_OUT_ASSESSMENTS,
    ),
    survey=survey,
    write=write,
)
