"""W3C Web Annotation: a folder with ID.txt and ID.jsonld, an annotation collection, for each article.

The files follow https://www.w3.org/TR/annotation-model/ with the terms of http://www.w3.org/ns/anno.jsonld
alone. Addresses are relative to the folder: a target's source is `ID.txt`, an annotation `#annotation-7`. A
fragment is a target with two selectors, one by position and one by quote; several targets are one annotation.

The label is the body whose purpose is classifying, an attribute one whose purpose is describing, with its
name as the body's `label`; what is no text stands as JSON. A relation is an annotation too, whose motivation
is linking: it goes from its target to the source of its body.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson

from app.anchor import Fragment
from app.annotation import Annotation, Assessment, Attributes, EmptyPassage, Relation, is_span
from app.dataset import Dataset, Record
from app.exporters.format import Fate, Format, Sink, Tally
from app.exporters.native import json_text, plain
from app.exporters.segments import segment_keys
from app.suggestion import Suggestion

_DISCONTINUOUS = Fate("discontinuous annotations", "a target for each fragment")

Node = dict[str, Any]


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Count what is held in another shape."""
    return lambda record: _count(record, tally)


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write the folder: two files for each record, and a third for its suggestions where it has any."""
    path.mkdir()

    def put(record: Record) -> None:
        _count(record, tally)
        name = record.key
        (path / f"{name}.txt").write_bytes(record.text.encode("utf-8"))
        items = _Items(f"{name}.txt", f"{name}.jsonld")
        _dump(path / items.page, items.of_annotators(record), items.page, record)
        if record.suggestions:
            page = f"{name}.suggestions.jsonld"
            _dump(path / page, items.of_suggesters(record.suggestions, page), page, record)

    yield put


def _count(record: Record, tally: Tally) -> None:
    tally[_DISCONTINUOUS.kind] += sum(len(annotation.fragments) > 1 for annotation in record.annotations)


def _dump(path: Path, items: Iterable[Node], name: str, record: Record) -> None:
    """Write a collection with all items on its first page."""
    listed = list(items)
    page = {"id": f"{name}#page", "type": "AnnotationPage", "startIndex": 0, "items": listed}
    collection: Node = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": name,
        "type": "AnnotationCollection",
        "total": len(listed),
        "first": page,
    }
    if record.article.title:
        collection["label"] = record.article.title
    path.write_bytes(orjson.dumps(collection, default=plain, option=orjson.OPT_INDENT_2))


class _Items:
    """Makes the annotations of one article, by the names of its files."""

    def __init__(self, text: str, page: str) -> None:
        self.text = text
        self.page = page

    def of_annotators(self, record: Record) -> Iterator[Node]:
        """What is known of the article, then everything that annotators made."""
        yield self._article(record)
        for annotation in record.annotations:
            yield self._annotation(annotation)
        for relation in record.relations:
            yield self._relation(relation)
        for passage in record.empty_passages:
            yield self._passage(passage)
        for annotator, said in record.assessments.items():
            yield self._assessment(annotator, said, record)

    def of_suggesters(self, suggestions: Iterable[Suggestion], page: str) -> Iterator[Node]:
        """Every suggestion with the decision on it, each followed by its relations."""
        known = {suggestion.id for suggestion in suggestions}

        def name(thing: object) -> str:
            return f"{page}#suggestion-{thing}" if thing in known else f"{self.page}#annotation-{thing}"

        for suggestion in suggestions:
            yield self._suggestion(suggestion, name(suggestion.id))
            for number, link in enumerate(suggestion.relations, 1):
                yield {
                    "id": f"{name(suggestion.id)}-{number}",
                    "type": "Annotation",
                    "motivation": "linking",
                    "creator": {"type": "Software", "name": suggestion.suggester},
                    "body": _link(str(link["type"]), name(link.get("to", suggestion.id))),
                    "target": name(link.get("from", suggestion.id)),
                }

    def _article(self, record: Record) -> Node:
        article = record.article
        known = {
            "title": article.title,
            "site": article.site,
            "published": article.published,
            "language": article.language,
            "text_sha256": article.text_sha256,
        }
        bodies: list[Node] = [
            _said("identifying", name, value) for name, value in known.items() if value is not None
        ]
        bodies += [_said("identifying", "author", author) for author in article.authors]
        if record.segment is not None:
            bodies += [_said("identifying", name, value) for name, value in segment_keys(record).items()]
        if article.url:
            bodies.append(_said("identifying", "url", article.url))
        bodies += [
            {
                "type": "SpecificResource",
                "purpose": "identifying",
                "label": f"block: {block.role}",
                "source": self.text,
                "selector": _position(block.start, block.end),
            }
            for block in article.blocks
        ]
        return {
            "id": f"{self.page}#article",
            "type": "Annotation",
            "motivation": "identifying",
            "body": bodies,
            "target": self.text,
        }

    def _annotation(self, annotation: Annotation) -> Node:
        bodies = [_said("classifying", "", annotation.label), *self._described(annotation.attributes)]
        if annotation.note:
            bodies.append(_said("commenting", "", annotation.note))
        if annotation.confidence is not None:
            bodies.append(_said("assessing", "confidence", annotation.confidence))
        node = self._made(annotation, "annotation", "classifying")
        if annotation.origin:
            node["generator"] = {"type": "Software", "name": annotation.origin}
        targets = [self._target(fragment) for fragment in annotation.fragments]
        return node | {"body": bodies, "target": targets if len(targets) > 1 else targets[0]}

    def _relation(self, relation: Relation) -> Node:
        return self._made(relation, "relation", "linking") | {
            "body": _link(relation.type, f"{self.page}#annotation-{relation.target}"),
            "target": f"{self.page}#annotation-{relation.source}",
        }

    def _passage(self, passage: EmptyPassage) -> Node:
        return self._made(passage, "passage", "assessing") | {
            "body": [_said("assessing", "", "read, and nothing found")],
            "target": self._target(passage.fragment),
        }

    def _assessment(self, annotator: str, said: Assessment, record: Record) -> Node:
        """What an annotator says of the whole text, numbered by the order of annotators."""
        number = list(record.assessments).index(annotator) + 1
        bodies = self._described(said.attributes)
        if said.note:
            bodies.append(_said("commenting", "", said.note))
        if said.flagged:
            bodies.append(_said("bookmarking", "", "flagged"))
        return {
            "id": f"{self.page}#assessment-{number}",
            "type": "Annotation",
            "motivation": "assessing",
            "creator": {"type": "Person", "name": annotator},
            "body": bodies,
            "target": self.text,
        }

    def _suggestion(self, suggestion: Suggestion, name: str) -> Node:
        bodies = [
            _said("classifying", "", suggestion.label),
            *self._described(suggestion.attributes),
            _said("assessing", "score", suggestion.score),
            _said("moderating", "decision", str(suggestion.decision)),
        ]
        if suggestion.rule:
            bodies.append(_said("commenting", "rule", suggestion.rule))
        return {
            "id": name,
            "type": "Annotation",
            "motivation": "classifying",
            "creator": {"type": "Software", "name": suggestion.suggester},
            "body": bodies,
            "target": self._target(suggestion.fragment),
        }

    def _made(self, thing: Annotation | Relation | EmptyPassage, kind: str, motivation: str) -> Node:
        """What all that annotators make begins with."""
        node: Node = {
            "id": f"{self.page}#{kind}-{thing.id}",
            "type": "Annotation",
            "motivation": motivation,
            "creator": {"type": "Person", "name": thing.annotator},
        }
        if thing.created_at:
            node["created"] = thing.created_at
        return node

    def _described(self, attributes: Attributes) -> list[Node]:
        """A body for each attribute; one that is a span of the text points there."""
        bodies: list[Node] = []
        for name, value in attributes.items():
            if is_span(value):
                quote = {"type": "TextQuoteSelector", "exact": value["text"]}
                bodies.append(
                    {
                        "type": "SpecificResource",
                        "purpose": "describing",
                        "label": name,
                        "source": self.text,
                        "selector": [_position(value["start"], value["end"]), quote],
                    }
                )
            else:
                bodies.append(_said("describing", name, value))
        return bodies

    def _target(self, fragment: Fragment) -> Node:
        quote = fragment.quote
        told: Node = {"type": "TextQuoteSelector", "exact": quote.exact}
        told |= {name: value for name, value in (("prefix", quote.prefix), ("suffix", quote.suffix)) if value}
        return {"source": self.text, "selector": [_position(fragment.start, fragment.end), told]}


def _position(start: int, end: int) -> Node:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def _said(purpose: str, label: str, value: object) -> Node:
    """A body that says something: a text as it is, anything else as JSON."""
    body: Node = {"type": "TextualBody", "purpose": purpose}
    if label:
        body["label"] = label
    if isinstance(value, str):
        return body | {"value": value}
    return body | {"format": "application/json", "value": json_text(value)}


def _link(kind: str, to: str) -> list[Node]:
    return [
        _said("classifying", "", kind),
        {"type": "SpecificResource", "purpose": "linking", "source": to},
    ]


FORMAT = Format(
    name="w3c",
    extension="",
    title="W3C Web Annotation (JSON-LD)",
    shape="a folder with ID.txt and ID.jsonld for each article (ID-NUMBER for a segment), and "
    "ID.suggestions.jsonld where it has any",
    holds="overlapping, nested and discontinuous annotations with quotes, attributes, relations, what is "
    "known of the article, blocks with roles, passages read and empty, assessments; suggestions with their "
    "decisions",
    loses="statuses, origin of the article, why a block has its role, who decided on a suggestion and when",
    units="Unicode code points, end exclusive",
    verified_by="rdflib 7.6, PyLD 3.3",
    fates=(_DISCONTINUOUS,),
    survey=survey,
    write=write,
)
