"""UIMA CAS XMI: a folder with TypeSystem.xml and ID.xmi for each article, for INCEpTION and UIMA readers.

The files follow https://docs.oasis-open.org/uima/v1.0/uima-v1.0.html (XMI of a CAS) and the UIMA type system
descriptor. A label is a span layer, a relation a layer with `Governor` (where it goes from) and `Dependent`,
as INCEpTION has them. Offsets are UTF-16 code units, because UIMA's strings are Java's.

All features are strings, so that no number is rounded: numbers stand as JSON has them. What is Pressmark's
own begins with `pm_`, which leaves the ids of the scheme's attributes to be names of features themselves.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from app.annotation import Annotation, Attributes, is_span
from app.dataset import Dataset, Record
from app.exporters.format import LEFT_OUT_ASSESSMENTS, LEFT_OUT_DECIDED, Fate, Format, Sink, Tally
from app.exporters.native import json_text
from app.scheme import Scheme
from app.suggestion import Decision, Suggestion
from app.utf16 import utf16_counter

_DISCONTINUOUS = Fate(
    "discontinuous annotations",
    "one UIMA annotation for each fragment, with one pm_id; the first has the values and the relations",
)
_PLACES = Fate("attribute values that are spans", "JSON with begin and end in UTF-16 code units")
_OTHER = Fate("attribute values under names that the layer lacks", "JSON in the feature pm_attributes")
_ANNOTATORS = Fate(
    "annotations of texts with several annotators", "they share one file; pm_annotator tells them apart"
)
_FORBIDDEN = Fate("characters of values that XML does not have", "U+FFFD stands for each", True)

_LABEL, _RELATION, _SUGGESTED = "pressmark.label.", "pressmark.relation.", "pressmark.suggested."
_BLOCK, _PASSAGE = "pressmark.Block", "pressmark.EmptyPassage"
_SEGMENT = "pressmark.Segment"
# DKPro Core's; INCEpTION reads the title of a document from it.
_METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"

_OWN = ("pm_id", "pm_annotator", "pm_fragment", "pm_attributes")
_ANNOTATED = (*_OWN, "pm_confidence", "pm_note", "pm_origin", "pm_created_at")
_PROPOSED = ("pm_id", "pm_attributes", "pm_score", "pm_suggester", "pm_rule")
# Names that every annotation has in UIMA, so that no attribute can be a feature of that name.
_TAKEN = frozenset({"sofa", "begin", "end"})

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
    ' xmlns:metadata="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"'
    ' xmlns:pressmark="http:///pressmark.ecore" xmlns:label="http:///pressmark/label.ecore"'
    ' xmlns:relation="http:///pressmark/relation.ecore" xmlns:suggested="http:///pressmark/suggested.ecore"'
    ' xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n'
)
_SOFA = 1

# An attribute of XML has its line breaks and tabs turned to blanks by the parser unless they are references.
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
_ESCAPED = re.compile(f"[{''.join(_ESCAPES)}]")
# What XML 1.0 has no way to write at all: https://www.w3.org/TR/xml/#charsets
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Layers = Mapping[str, frozenset[str]]
"""The attributes that are features, by label id."""


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Make the files and throw them away; only the tally stays."""
    layers = _layers(dataset.scheme)

    def count(record: Record) -> None:
        _Cas(record, layers, tally).xmi()

    return count


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write the folder: a file for each record, and the type system at the end."""
    layers = _layers(dataset.scheme)
    met: set[str] = set()
    path.mkdir()

    def put(record: Record) -> None:
        cas = _Cas(record, layers, tally)
        (path / f"{record.key}.xmi").write_bytes(cas.xmi().encode("utf-8"))
        met.update(cas.types)

    yield put
    described = type_system(dataset.scheme, dataset.selection.with_suggestions, met)
    (path / "TypeSystem.xml").write_bytes(described.encode("utf-8"))


# ------------------------------------------------------------------------------------- the type system


def type_system(scheme: Scheme, with_suggestions: bool, met: Iterable[str] = ()) -> str:
    """Return TypeSystem.xml: the layers of the scheme, and types that were met though it lacks them."""
    described = {
        _METADATA: _type(
            _METADATA,
            "uima.tcas.DocumentAnnotation",
            ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"),
            {"isLastSegment": "uima.cas.Boolean"},
        ),
        _SEGMENT: _annotation_type(_SEGMENT, ("pm_article", "pm_number", "pm_start", "pm_end")),
        _BLOCK: _annotation_type(_BLOCK, ("role", "reason")),
        _PASSAGE: _annotation_type(_PASSAGE, ("pm_id", "pm_annotator", "pm_created_at")),
    }
    layers = _layers(scheme)
    for label in scheme.labels:
        features = [attribute.id for attribute in label.attributes if attribute.id in layers[label.id]]
        described[_LABEL + label.id] = _annotation_type(_LABEL + label.id, (*_ANNOTATED, *features))
        if with_suggestions:
            name = _SUGGESTED + label.id
            described[name] = _annotation_type(name, (*_PROPOSED, *features))
    for relation in scheme.relations:
        described[_RELATION + relation.id] = _relation_type(_RELATION + relation.id)
    for name in sorted(set(met) - described.keys()):
        if name.startswith(_RELATION):
            described[name] = _relation_type(name)
        else:
            described[name] = _annotation_type(name, _ANNOTATED if name.startswith(_LABEL) else _PROPOSED)
    types = "".join(described.values())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n'
        f"<types>\n{types}</types>\n</typeSystemDescription>\n"
    )


def _layers(scheme: Scheme) -> Layers:
    return {
        label.id: frozenset(
            attribute.id
            for attribute in label.attributes
            if attribute.id not in _TAKEN and not attribute.id.startswith("pm_")
        )
        for label in scheme.labels
    }


def _annotation_type(name: str, strings: Iterable[str]) -> str:
    return _type(name, "uima.tcas.Annotation", strings)


def _relation_type(name: str) -> str:
    """A relation may go from one label to another, so its ends are any annotations."""
    ends = dict.fromkeys(("Governor", "Dependent"), "uima.tcas.Annotation")
    return _type(name, "uima.tcas.Annotation", ("pm_id", "pm_annotator", "pm_created_at"), ends)


def _type(name: str, above: str, strings: Iterable[str], others: Mapping[str, str] | None = None) -> str:
    """Describe a type by the names of its features that are strings, and the ranges of its others."""
    ranges = {**dict.fromkeys(strings, "uima.cas.String"), **(others or {})}
    features = "".join(
        f"<featureDescription><name>{feature}</name><description/>"
        f"<rangeTypeName>{range_name}</rangeTypeName></featureDescription>\n"
        for feature, range_name in ranges.items()
    )
    return (
        f"<typeDescription><name>{name}</name><description/><supertypeName>{above}</supertypeName>\n"
        f"<features>\n{features}</features></typeDescription>\n"
    )


# ------------------------------------------------------------------------------------------ an article


class _Cas:
    """The feature structures of one article, numbered as they are added."""

    def __init__(self, record: Record, layers: Layers, tally: Tally) -> None:
        self.types: set[str] = set()
        """Of labels and relations, by their full names."""
        self._record = record
        self._layers = layers
        self._tally = tally
        self._utf16: Callable[[int], int] = utf16_counter(record.text)
        self._structures: list[str] = []
        self._next = _SOFA + 1
        self._ends: dict[int, tuple[int, str]] = {}
        """The xmi:id and the offsets of what relations may go to, by the id in the project."""

    def xmi(self) -> str:
        """Return the whole file, and count what it holds otherwise or not at all."""
        record, tally = self._record, self._tally
        tally[LEFT_OUT_ASSESSMENTS.kind] += len(record.assessments)
        if len({annotation.annotator for annotation in record.annotations}) > 1:
            tally[_ANNOTATORS.kind] += len(record.annotations)
        self._add_article()
        for annotation in record.annotations:
            self._add_annotation(annotation)
        for relation in record.relations:
            values: dict[str, str | None] = {
                "pm_id": str(relation.id),
                "pm_annotator": relation.annotator,
                "pm_created_at": relation.created_at or None,
            }
            self._add_relation(relation.type, relation.source, relation.target, values)
        self._add_suggestions(record.suggestions)
        members = " ".join(map(str, range(_SOFA + 1, self._next)))
        return (
            f"{_HEAD}{''.join(self._structures)}"
            f'<cas:Sofa xmi:id="{_SOFA}" sofaNum="1" sofaID="_InitialView" mimeType="text/plain"'
            f' sofaString="{self._escaped(record.text)}"/>\n'
            f'<cas:View sofa="{_SOFA}" members="{members}"/>\n</xmi:XMI>\n'
        )

    def _add_article(self) -> None:
        """Add what is known of the article, its segment, its blocks and the passages read and empty."""
        article = self._record.article
        known: dict[str, str | None] = {
            "language": article.language or "x-unspecified",
            "documentTitle": article.title or None,
            "documentId": self._record.key,
            "documentUri": article.url or None,
        }
        everything = self._offsets(0, len(self._record.text))
        self._add("metadata:DocumentMetaData", everything, known)
        if segment := self._record.segment:
            self._add(
                "pressmark:Segment",
                everything,
                {
                    "pm_article": str(article.id),
                    "pm_number": str(segment.number),
                    "pm_start": str(segment.start),
                    "pm_end": str(segment.end),
                },
            )
        for block in article.blocks:
            values: dict[str, str | None] = {"role": str(block.role), "reason": block.reason or None}
            self._add("pressmark:Block", self._offsets(block.start, block.end), values)
        for passage in self._record.empty_passages:
            offsets = self._offsets(passage.fragment.start, passage.fragment.end)
            values = {
                "pm_id": str(passage.id),
                "pm_annotator": passage.annotator,
                "pm_created_at": passage.created_at or None,
            }
            self._add("pressmark:EmptyPassage", offsets, values)

    def _add_annotation(self, annotation: Annotation) -> None:
        """Add a structure for each fragment; the first is what relations meet."""
        element = f"label:{annotation.label}"
        self.types.add(_LABEL + annotation.label)
        pieces = annotation.fragments
        named: dict[str, str | None] = {"pm_id": str(annotation.id), "pm_annotator": annotation.annotator}
        values = named | {
            "pm_fragment": f"1/{len(pieces)}" if len(pieces) > 1 else None,
            "pm_confidence": None if annotation.confidence is None else str(annotation.confidence),
            "pm_note": annotation.note or None,
            "pm_origin": annotation.origin or None,
            "pm_created_at": annotation.created_at or None,
        }
        if annotation.attributes:
            values.update(self._features(annotation.label, annotation.attributes))
        offsets = self._offsets(pieces[0].start, pieces[0].end)
        self._ends[annotation.id] = self._add(element, offsets, values), offsets
        self._tally[_DISCONTINUOUS.kind] += len(pieces) > 1
        for number, piece in enumerate(pieces[1:], 2):
            values = named | {"pm_fragment": f"{number}/{len(pieces)}"}
            self._add(element, self._offsets(piece.start, piece.end), values)

    def _add_suggestions(self, suggestions: Iterable[Suggestion]) -> None:
        """Add the open suggestions in layers of their own, then their relations."""
        still_open = [suggestion for suggestion in suggestions if suggestion.decision is Decision.OPEN]
        self._tally[LEFT_OUT_DECIDED.kind] += len(self._record.suggestions) - len(still_open)
        for suggestion in still_open:
            self.types.add(_SUGGESTED + suggestion.label)
            values: dict[str, str | None] = {
                "pm_id": str(suggestion.id),
                "pm_score": str(suggestion.score),
                "pm_suggester": suggestion.suggester,
                "pm_rule": suggestion.rule or None,
            }
            values.update(self._features(suggestion.label, suggestion.attributes))
            offsets = self._offsets(suggestion.start, suggestion.end)
            self._ends[suggestion.id] = self._add(f"suggested:{suggestion.label}", offsets, values), offsets
        for suggestion in still_open:
            for link in suggestion.relations:
                source = cast(int, link.get("from", suggestion.id))
                self._add_relation(str(link["type"]), source, cast(int, link.get("to", suggestion.id)), {})

    def _add_relation(self, kind: str, source: int, target: int, values: Mapping[str, str | None]) -> None:
        """Add a relation, which lies where its target does, as INCEpTION's do; none without both ends."""
        if source in self._ends and target in self._ends:
            self.types.add(_RELATION + kind)
            target_id, offsets = self._ends[target]
            ends = f'{offsets} Governor="{self._ends[source][0]}" Dependent="{target_id}"'
            self._add(f"relation:{kind}", ends, values)

    def _add(self, element: str, offsets: str, values: Mapping[str, str | None]) -> int:
        """Add a structure and return its xmi:id; a feature without a value is left unset."""
        number = self._next
        self._next += 1
        features = "".join(
            [f' {name}="{self._escaped(value)}"' for name, value in values.items() if value is not None]
        )
        self._structures.append(f'<{element} xmi:id="{number}" sofa="{_SOFA}" {offsets}{features}/>\n')
        return number

    def _offsets(self, start: int, end: int) -> str:
        return f'begin="{self._utf16(start)}" end="{self._utf16(end)}"'

    def _features(self, label: str, attributes: Attributes) -> dict[str, str]:
        """The attributes as strings under their names, the others as JSON in one."""
        known = self._layers.get(label, frozenset())
        features: dict[str, str] = {}
        other: dict[str, Any] = {}
        for name, value in attributes.items():
            told = self._place(value) if is_span(value) else value
            if name not in known:
                other[name] = told
                self._tally[_OTHER.kind] += 1
            else:
                features[name] = told if isinstance(told, str) else json_text(told)
        if other:
            features["pm_attributes"] = json_text(other)
        return features

    def _place(self, value: Mapping[str, Any]) -> Mapping[str, Any]:
        """A span of the text with the offsets of this file."""
        self._tally[_PLACES.kind] += 1
        return {
            "begin": self._utf16(value["start"]),
            "end": self._utf16(value["end"]),
            "text": value["text"],
        }

    def _escaped(self, value: str) -> str:
        if _IMPOSSIBLE.search(value):
            value, count = _IMPOSSIBLE.subn("\ufffd", value)
            self._tally[_FORBIDDEN.kind] += count
        return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], value)


FORMAT = Format(
    name="uima",
    extension="",
    title="UIMA CAS XMI, for INCEpTION",
    shape="a folder with TypeSystem.xml, and ID.xmi for each article (ID-NUMBER.xmi for a segment, with its "
    "place in the article, in code points, in pressmark.Segment)",
    holds="overlapping, nested and discontinuous annotations in a layer for each label, attributes as "
    "features (strings), relations between any layers, blocks with roles, passages read and empty, title, "
    "address and language; open suggestions in layers of their own (pressmark.suggested.LABEL)",
    loses="site, date, authors and origin of the article, statuses",
    units="UTF-16 code units, end exclusive",
    verified_by="dkpro-cassis 0.12",
    fates=(_DISCONTINUOUS, _PLACES, _OTHER, _ANNOTATORS, _FORBIDDEN, LEFT_OUT_DECIDED, LEFT_OUT_ASSESSMENTS),
    survey=survey,
    write=write,
)
