"""The native record: one article, or one segment of it, with everything selected, as plain values for JSON.

`docs/annotations.schema.json` describes it. A dict is built by hand for each thing rather than handing
the values to msgspec, which would write the fragments in another shape.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import orjson

from app.anchor import Fragment
from app.annotation import Annotation, Assessment, EmptyPassage, Relation
from app.article import Article, Block
from app.dataset import Record
from app.exporters.segments import segment_values
from app.scheme import Scheme
from app.suggestion import Suggestion
from app.utf16 import utf16_counter

# Raised when a reader of older records would misread a newer one.
SCHEMA_VERSION = 1

ToUtf16 = Callable[[int], int]


def native(
    record: Record, scheme: Scheme, *, with_suggestions: bool = False, utf16: bool = False
) -> dict[str, Any]:
    """Return the record as JSON-able values; offsets are code points, with UTF-16 units beside on request."""
    to_utf16 = utf16_counter(record.text) if utf16 else None
    values: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "scheme": {"id": scheme.id, "version": scheme.version},
        "article": _article(record.article, to_utf16),
        "text": record.text,
        "statuses": dict(record.statuses),
        "annotations": [_annotation(annotation, to_utf16) for annotation in record.annotations],
        "relations": [_relation(relation) for relation in record.relations],
        "empty_passages": [_empty_passage(passage, to_utf16) for passage in record.empty_passages],
        "assessments": {name: _assessment(said) for name, said in record.assessments.items()},
    }
    if record.segment is not None:
        values["segment"] = segment_values(record.segment)
    if with_suggestions:
        values["suggestions"] = [_suggestion(suggestion, to_utf16) for suggestion in record.suggestions]
    return values


def _article(article: Article, to_utf16: ToUtf16 | None) -> dict[str, Any]:
    return {
        "id": article.id,
        "text_sha256": article.text_sha256,
        "length": article.length,
        "title": article.title,
        "site": article.site,
        "url": article.url,
        "published": article.published,
        "authors": article.authors,
        "language": article.language,
        "source_path": article.source_path,
        "media_type": article.media_type,
        "encoding": article.encoding,
        "snapshot_sha256": article.snapshot_sha256,
        "imported_at": article.imported_at,
        "blocks": [_block(block, to_utf16) for block in article.blocks],
    }


def _block(block: Block, to_utf16: ToUtf16 | None) -> dict[str, Any]:
    values: dict[str, Any] = {
        "start": block.start,
        "end": block.end,
        "role": block.role,
        "reason": block.reason,
    }
    return values if to_utf16 is None else values | _in_utf16(block, to_utf16)


def _annotation(annotation: Annotation, to_utf16: ToUtf16 | None) -> dict[str, Any]:
    return {
        "id": annotation.id,
        "annotator": annotation.annotator,
        "label": annotation.label,
        "fragments": _fragments(annotation.fragments, to_utf16),
        "attributes": annotation.attributes,
        "confidence": annotation.confidence,
        "note": annotation.note,
        "origin": annotation.origin,
        "created_at": annotation.created_at,
    }


def _fragment(fragment: Fragment, to_utf16: ToUtf16 | None) -> dict[str, Any]:
    return _fragments((fragment,), to_utf16)[0]


def _fragments(fragments: Sequence[Fragment], to_utf16: ToUtf16 | None) -> list[dict[str, Any]]:
    # All of an annotation in one go: a call for each of a million fragments takes a second.
    values: list[dict[str, Any]] = [
        {
            "start": fragment.start,
            "end": fragment.end,
            "text": quote.exact,
            "prefix": quote.prefix,
            "suffix": quote.suffix,
        }
        for fragment in fragments
        for quote in (fragment.quote,)
    ]
    if to_utf16 is not None:
        for fragment, value in zip(fragments, values, strict=True):
            value |= _in_utf16(fragment, to_utf16)
    return values


def _in_utf16(place: Block | Fragment, to_utf16: ToUtf16) -> dict[str, int]:
    return {"utf16_start": to_utf16(place.start), "utf16_end": to_utf16(place.end)}


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "id": relation.id,
        "annotator": relation.annotator,
        "type": relation.type,
        "source": relation.source,
        "target": relation.target,
        "created_at": relation.created_at,
    }


def _empty_passage(passage: EmptyPassage, to_utf16: ToUtf16 | None) -> dict[str, Any]:
    return {
        "id": passage.id,
        "annotator": passage.annotator,
        **_fragment(passage.fragment, to_utf16),
        "created_at": passage.created_at,
    }


def _assessment(assessment: Assessment) -> dict[str, Any]:
    return {
        "attributes": assessment.attributes,
        "flagged": assessment.flagged,
        "note": assessment.note,
    }


def _suggestion(suggestion: Suggestion, to_utf16: ToUtf16 | None) -> dict[str, Any]:
    return {
        "id": suggestion.id,
        "label": suggestion.label,
        **_fragment(suggestion.fragment, to_utf16),
        "score": suggestion.score,
        "suggester": suggestion.suggester,
        "rule": suggestion.rule,
        "attributes": suggestion.attributes,
        "relations": suggestion.relations,
        "decision": suggestion.decision,
        "decided_by": suggestion.decided_by,
        "decided_at": suggestion.decided_at,
        "seconds": suggestion.seconds,
    }


def plain(value: object) -> object:
    """What orjson asks for a mapping that is no dict; TypeError for anything else."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON value")


def json_text(value: object) -> str:
    """Return a value of an annotation as JSON, for formats that have a place for texts only."""
    return orjson.dumps(value, default=plain).decode("utf-8")
