"""Prodigy: JSON lines of tasks with tokens, spans and relations, as its recipes write them to a dataset.

The lines follow https://prodi.gy/docs/api-interfaces (spans_manual, relations): a span has offsets of
characters and the numbers of its first and last token (`token_end` is inclusive), a relation the last tokens
and the spans of its ends. A task holds one answer of one annotator, so an article has a task for each. What
Prodigy has no property for stands in properties of our own on the span.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson

from app.annotation import Annotation, Relation, Status
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
from app.exporters.native import plain
from app.exporters.segments import segment_keys
from app.exporters.token_aligned import tokenize

_MISALIGNED = Fate("annotations whose bounds meet no token boundary", "left out with their relations", True)
_DISCONTINUOUS = Fate("discontinuous annotations", "a span for each fragment, with one id")
_VALUES = Fate(
    "annotations with attributes, a note or a confidence",
    "in properties of their span that are not Prodigy's",
)
_APART = Fate("relations between annotations of different annotators", "left out", True)


Values = dict[str, Any]


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Make the tasks and throw them away; only the tally stays."""

    def count(record: Record) -> None:
        for _ in _tasks(record, tally):
            pass

    return count


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write a line for each annotator of each record."""
    with path.open("wb", buffering=BUFFER) as file:

        def put(record: Record) -> None:
            for task in _tasks(record, tally):
                file.write(orjson.dumps(task, default=plain, option=orjson.OPT_APPEND_NEWLINE))

        yield put


def _tasks(record: Record, tally: Tally) -> Iterator[Values]:
    """Yield the task of each annotator who has begun, by name; one without an answer if nobody has."""
    count_left_out(record, tally)
    tally[LEFT_OUT_SUGGESTIONS.kind] += len(record.suggestions)
    work: dict[str, list[Annotation]] = {
        annotator: [] for annotator, status in record.statuses.items() if status is not Status.TODO
    }
    for annotation in record.annotations:
        work.setdefault(annotation.annotator, []).append(annotation)
    tokens = _tokens(record.text)
    article = record.article
    known = {
        "article": article.id,
        "title": article.title,
        "site": article.site,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        **segment_keys(record),
    }
    task: Values = {"text": record.text, "meta": known, "tokens": tokens, "_view_id": "relations"}
    if not work:
        yield task
    owners = {annotation.id: annotation.annotator for annotation in record.annotations}
    tally[_APART.kind] += sum(owners[r.source] != owners[r.target] for r in record.relations)
    for annotator in sorted(work):
        spans = _spans(work[annotator], tokens, tally)
        skipped = record.statuses.get(annotator) is Status.SKIPPED
        yield task | {
            "spans": [span for pieces in spans.values() for span in pieces],
            "relations": _relations(record.relations, spans),
            "answer": "ignore" if skipped else "accept",
            "_annotator_id": annotator,
            "_session_id": annotator,
        }


def _tokens(text: str) -> list[Values]:
    """The tokens as Prodigy has them; `ws` says whether a blank follows."""
    found = tokenize(text)
    return [
        {
            "text": text[start:end],
            "start": start,
            "end": end,
            "id": number,
            "ws": end < len(text) and text[end].isspace(),
        }
        for number, (start, end) in enumerate(zip(found.starts, found.ends, strict=True))
    ]


def _spans(
    annotations: Sequence[Annotation], tokens: Sequence[Values], tally: Tally
) -> dict[int, list[Values]]:
    """The spans by annotation; none of one that is not made of whole tokens."""
    first = {token["start"]: token["id"] for token in tokens}
    last = {token["end"]: token["id"] for token in tokens}
    spans: dict[int, list[Values]] = {}
    for annotation in annotations:
        if not all(f.start in first and f.end in last for f in annotation.fragments):
            tally[_MISALIGNED.kind] += 1
            continue
        own = _own(annotation)
        tally[_VALUES.kind] += len(own) > 1
        tally[_DISCONTINUOUS.kind] += len(annotation.fragments) > 1
        spans[annotation.id] = [
            {
                "start": fragment.start,
                "end": fragment.end,
                "token_start": first[fragment.start],
                "token_end": last[fragment.end],
                "label": annotation.label,
                **own,
            }
            for fragment in annotation.fragments
        ]
    return spans


def _own(annotation: Annotation) -> Values:
    """The properties that Prodigy has not: id, and what is given of the rest."""
    given = {
        "id": annotation.id,
        "attributes": annotation.attributes or None,
        "note": annotation.note or None,
        "confidence": annotation.confidence,
    }
    return {name: value for name, value in given.items() if value is not None}


def _relations(relations: Sequence[Relation], spans: Mapping[int, list[Values]]) -> list[Values]:
    """The relations both of whose ends are among the spans; from the head to the child."""
    names = ("start", "end", "token_start", "token_end", "label")
    made: list[Values] = []
    for relation in relations:
        if relation.source in spans and relation.target in spans:
            head, child = spans[relation.source][0], spans[relation.target][0]
            made.append(
                {
                    "head": head["token_end"],
                    "child": child["token_end"],
                    "head_span": {name: head[name] for name in names},
                    "child_span": {name: child[name] for name in names},
                    "label": relation.type,
                }
            )
    return made


FORMAT = Format(
    name="prodigy",
    extension=".jsonl",
    title="Prodigy (JSONL)",
    shape="a file, one line for each annotator of an article or segment",
    holds="annotations made of whole tokens, overlapping and nested ones too, relations; attributes, notes "
    "and confidence in properties of the spans",
    loses="blocks with roles, authors, ids and dates of relations, dates and suggesters of annotations",
    units="Unicode code points, end exclusive; tokens",
    verified_by="spaCy 3.8, a strict reader of its documented lines in Pressmark's tests",
    fates=(
        _MISALIGNED,
        _DISCONTINUOUS,
        _VALUES,
        _APART,
        LEFT_OUT_SUGGESTIONS,
        LEFT_OUT_PASSAGES,
        LEFT_OUT_ASSESSMENTS,
    ),
    survey=survey,
    write=write,
)
