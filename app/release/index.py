"""articles.jsonl: what a release says of each article, so that another release can be compared with it.

One line an article, whole, whatever the shape of the release: what stands in the line is compared by value
(annotations, relations, part), what would be too long by its hash. The texts themselves are not in it.
"""

import hashlib
from typing import Any

import orjson

from app.annotation import Annotation, Status
from app.dataset import Record
from app.exporters.native import plain
from app.wording import on_one_line

INDEX = "articles.jsonl"

# Of a quote as much as a reader needs to recognise it.
_QUOTE = 80


def line(record: Record, part: str) -> bytes:
    """Return the line of an article, ended by a line feed."""
    article = record.article
    values = {
        "id": article.id,
        "text_sha256": article.text_sha256,
        "part": part,
        "title": article.title,
        "revision_of": article.revision_of,
        "known": _digest(
            article.title,
            article.site,
            article.url,
            article.published,
            article.authors,
            article.language,
            [(block.start, block.end, block.role) for block in article.blocks],
        ),
        "said": _digest(
            # To do is what everybody begins with: a new annotator changes no article.
            sorted((name, status) for name, status in record.statuses.items() if status is not Status.TODO),
            [(p.annotator, p.fragment.start, p.fragment.end) for p in record.empty_passages],
            [
                (name, sorted(said.attributes.items()), said.flagged, said.note)
                for name, said in sorted(record.assessments.items())
            ],
        ),
        "annotations": [_annotation(annotation) for annotation in record.annotations],
        "relations": [
            {"id": relation.id, "type": relation.type, "source": relation.source, "target": relation.target}
            for relation in record.relations
        ],
    }
    return orjson.dumps(values, default=plain, option=orjson.OPT_APPEND_NEWLINE)


def read_line(written: bytes) -> dict[str, Any]:
    """Return the values of a line. orjson.JSONDecodeError: it is none."""
    values: dict[str, Any] = orjson.loads(written)
    return values


def _annotation(annotation: Annotation) -> dict[str, Any]:
    return {
        "id": annotation.id,
        "label": annotation.label,
        "annotator": annotation.annotator,
        "spans": [(fragment.start, fragment.end) for fragment in annotation.fragments],
        "text": on_one_line(annotation.text, _QUOTE),
        "attributes": annotation.attributes,
        "rest": _digest(annotation.confidence, annotation.note, annotation.origin),
    }


def _digest(*values: object) -> str:
    """Return a hash of values that JSON holds; 64 bits tell two states of one article apart."""
    return hashlib.sha256(orjson.dumps(values, default=plain)).hexdigest()[:16]
