"""brat standoff: a folder with ID.txt and ID.ann for each article, and the annotation.conf for them.

A segment of an article has files of its own, ID-NUMBER.txt and ID-NUMBER.ann.

The files follow https://brat.nlplab.org/standoff.html and https://brat.nlplab.org/configuration.html:
T lines with fragments, R lines, A lines for choices, # lines for notes. Every line of an .ann file is
one statement, so nothing in it may break a line: spans are cut at line breaks, and what else brat has no
place for stands as JSON in a # line of the type `Details`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from app.anchor import Fragment
from app.annotation import Annotation
from app.dataset import Dataset, Record
from app.exporters.format import (
    LEFT_OUT_ASSESSMENTS,
    LEFT_OUT_DECIDED,
    LEFT_OUT_PASSAGES,
    Fate,
    Format,
    Sink,
    Tally,
    count_left_out,
)
from app.exporters.native import json_text
from app.scheme import Scheme
from app.suggestion import Decision, Suggestion

_LINE_BREAKS = Fate(
    "annotations over line breaks or tabs", "each is cut into fragments there, as brat's lines need"
)
_BLANK = Fate("annotations of nothing but line breaks", "left out with their relations", True)
_VALUES = Fate(
    "attribute values that are no choice of the scheme", "JSON in a # line of the type Details beside their T"
)
_DETAILS = Fate("annotations with a confidence or a suggester", "JSON in the same # line")
_ANNOTATORS = Fate(
    "annotations of texts with several annotators",
    "they share one file; the same # line names the annotator",
)

SUGGESTED = "suggested_"
"""Stands before the label of a suggestion, so that no reader takes it for an annotation."""

_PIECE = re.compile(r"[^\t\n]+")
# What an annotation.conf can list as a value of an attribute and an A line can end with.
_VALUE = re.compile(r"\w[\w.+-]*")
# What Python's and brat's readers break lines at, beyond \n; tabs separate the fields of a line.
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")

Choices = Mapping[tuple[str, str], frozenset[str]]
"""The values brat can hold, by label and attribute id."""


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Count what the T lines cannot say."""
    choices = _choices(dataset.scheme)

    def count(record: Record) -> None:
        _statements(record, choices, tally)

    return count


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write the folder: two files for each record."""
    choices = _choices(dataset.scheme)
    path.mkdir()
    (path / "annotation.conf").write_text(
        configuration(dataset.scheme, dataset.selection.with_suggestions), encoding="utf-8", newline="\n"
    )

    def put(record: Record) -> None:
        lines = _statements(record, choices, tally)
        (path / f"{record.key}.txt").write_bytes(record.text.encode("utf-8"))
        (path / f"{record.key}.ann").write_bytes("".join(lines).encode("utf-8"))

    yield put


def configuration(scheme: Scheme, with_suggestions: bool) -> str:
    """Return annotation.conf: labels, relations and choices as brat needs to know them."""
    labels = [label.id for label in scheme.labels]
    entities = [*labels, *(SUGGESTED + label for label in labels if with_suggestions)]
    relations = []
    for relation in scheme.relations:
        ends = [
            "|".join([*side, *(SUGGESTED + label for label in side if with_suggestions)])
            for side in (relation.sources, relation.targets)
        ]
        kind = ", <REL-TYPE>:symmetric" if relation.symmetric else ""
        relations.append(f"{relation.id}\tArg1:{ends[0]}, Arg2:{ends[1]}{kind}")
    sections = {
        "entities": entities,
        "relations": relations,
        "events": [],
        "attributes": _attribute_lines(scheme),
    }
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in body) for name, body in sections.items())


def _attribute_lines(scheme: Scheme) -> list[str]:
    """One line an attribute id, for all labels that have it and all values it has with them."""
    labels: dict[str, list[str]] = {}
    values: dict[str, dict[str, None]] = {}
    for label in scheme.labels:
        for attribute in label.attributes:
            holdable = [value for value in attribute.values if _VALUE.fullmatch(value)]
            if holdable:
                labels.setdefault(attribute.id, []).append(label.id)
                values.setdefault(attribute.id, {}).update(dict.fromkeys(holdable))
    return [f"{name}\tArg:{'|'.join(labels[name])}, Value:{'|'.join(values[name])}" for name in labels]


def _choices(scheme: Scheme) -> Choices:
    return {
        (label.id, attribute.id): frozenset(value for value in attribute.values if _VALUE.fullmatch(value))
        for label in scheme.labels
        for attribute in label.attributes
        if attribute.type == "choice"
    }


# ---------------------------------------------------------------------------------------- the .ann file


class _Statements:
    """The lines of one .ann file, numbered by kind (T1, T2, A1, ...) as they are added."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = []
        self._numbers = dict.fromkeys("TRA#", 0)

    def add(self, kind: str, rest: str) -> str:
        """Add a line and return its name; `rest` is what follows the first tab."""
        self._numbers[kind] += 1
        name = f"{kind}{self._numbers[kind]}"
        self.lines.append(f"{name}\t{rest}\n")
        return name

    def add_text_bound(self, label: str, pieces: list[tuple[int, int]]) -> str:
        """Add the T line of `pieces`, its text joined by single blanks as brat has it."""
        offsets = ";".join([f"{start} {end}" for start, end in pieces])
        quote = " ".join([self.text[start:end] for start, end in pieces])
        return self.add("T", f"{label} {offsets}\t{quote}")

    def add_details(self, mark: str, details: Mapping[str, Any]) -> None:
        """Add the # line that holds `details` as JSON."""
        self.add("#", f"Details {mark}\t{_json(details)}")


def _statements(record: Record, choices: Choices, tally: Tally) -> list[str]:
    """Return the lines of the .ann file, each ended, and count what they hold otherwise or not at all."""
    count_left_out(record, tally)
    statements = _Statements(record.text)
    several = len({annotation.annotator for annotation in record.annotations}) > 1
    marks: dict[int, str] = {}
    for annotation in record.annotations:
        pieces = _pieces(record.text, annotation.fragments, tally)
        if pieces:
            marks[annotation.id] = mark = statements.add_text_bound(annotation.label, pieces)
            _add_values(statements, mark, annotation, choices, tally, several)
    for relation in record.relations:
        _add_relation(statements, relation.type, marks.get(relation.source), marks.get(relation.target))
    if record.suggestions:
        _add_suggestions(statements, record.suggestions, marks, tally)
    return statements.lines


def _pieces(text: str, fragments: Sequence[Fragment], tally: Tally) -> list[tuple[int, int]]:
    """The fragments as (start, end), cut at line breaks and tabs; none where nothing else is in them."""
    pieces = [(fragment.start, fragment.end) for fragment in fragments]
    for start, end in pieces:
        if text.find("\n", start, end) >= 0 or text.find("\t", start, end) >= 0:
            break
    else:
        return pieces
    found = [match.span() for start, end in pieces for match in _PIECE.finditer(text, start, end)]
    pieces = [(start, end) for start, end in found if not text[start:end].isspace()]
    tally[(_LINE_BREAKS if pieces else _BLANK).kind] += 1
    return pieces


def _add_values(
    statements: _Statements, mark: str, annotation: Annotation, choices: Choices, tally: Tally, several: bool
) -> None:
    """Add attributes and note of an annotation: A lines for choices, # lines for the rest."""
    details: dict[str, Any] = {}
    other = {}
    for name, value in annotation.attributes.items():
        if isinstance(value, str) and value in choices.get((annotation.label, name), ()):
            statements.add("A", f"{name} {mark} {value}")
        else:
            other[name] = value
    if other:
        details["attributes"] = other
        tally[_VALUES.kind] += len(other)
    if annotation.confidence is not None or annotation.origin:
        given = {"confidence": annotation.confidence, "origin": annotation.origin or None}
        details |= {name: value for name, value in given.items() if value is not None}
        tally[_DETAILS.kind] += 1
    if several:
        details["annotator"] = annotation.annotator
        tally[_ANNOTATORS.kind] += 1
    if _BREAKS.search(annotation.note):
        details["note"] = annotation.note
    elif annotation.note:
        statements.add("#", f"AnnotatorNotes {mark}\t{annotation.note}")
    if details:
        statements.add_details(mark, details)


def _add_relation(statements: _Statements, kind: str, source: str | None, target: str | None) -> None:
    """Add the R line, unless an end is not in the file."""
    if source and target:
        statements.add("R", f"{kind} Arg1:{source} Arg2:{target}")


def _add_suggestions(
    statements: _Statements, suggestions: Sequence[Suggestion], annotated: Mapping[int, str], tally: Tally
) -> None:
    """Add the open suggestions under labels of their own; `annotated` has the marks of annotations."""
    marks = dict(annotated)
    for suggestion in suggestions:
        if suggestion.decision is not Decision.OPEN:
            tally[LEFT_OUT_DECIDED.kind] += 1
        elif pieces := _pieces(statements.text, (suggestion.fragment,), tally):
            mark = statements.add_text_bound(SUGGESTED + suggestion.label, pieces)
            marks[suggestion.id] = mark
            details = {
                "score": suggestion.score,
                "suggester": suggestion.suggester,
                "rule": suggestion.rule,
                "attributes": suggestion.attributes,
            }
            statements.add_details(mark, details)
    for suggestion in suggestions:
        for link in suggestion.relations:
            source, target = link.get("from", suggestion.id), link.get("to", suggestion.id)
            _add_relation(
                statements, str(link["type"]), marks.get(cast(int, source)), marks.get(cast(int, target))
            )


def _json(values: Mapping[str, Any]) -> str:
    """JSON on one line for every reader: what some break lines at is escaped."""
    return _BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text(values))


FORMAT = Format(
    name="brat",
    extension="",
    title="brat standoff",
    shape="a folder with annotation.conf, and ID.txt and ID.ann for each article (ID-NUMBER for a segment)",
    holds="overlapping, nested and discontinuous annotations, relations, choices as attributes, other values "
    "and notes in # lines; open suggestions under labels of their own (suggested_LABEL)",
    loses="blocks with roles, what is known of the article, where a segment stands in it, statuses, ids, "
    "dates, who made a relation",
    units="Unicode code points, end exclusive",
    verified_by="bratiaa 0.1, a strict parser in Pressmark's tests",
    fates=(
        _LINE_BREAKS,
        _BLANK,
        _VALUES,
        _DETAILS,
        _ANNOTATORS,
        LEFT_OUT_DECIDED,
        LEFT_OUT_PASSAGES,
        LEFT_OUT_ASSESSMENTS,
    ),
    survey=survey,
    write=write,
)
