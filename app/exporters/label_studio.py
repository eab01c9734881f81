"""Label Studio: a folder with tasks.json and the labelling configuration config.xml for it.

The tasks follow https://labelstud.io/guide/task_format and https://labelstud.io/guide/export: an article is a
task, the work of an annotator an annotation, the open suggestions a prediction. A marked piece of text is a
region; its attributes are results with the region's id, made by controls that the configuration has for its
label. Names of controls join ids by a hyphen (`claim-verdict`), which no id has in it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from itertools import count
from pathlib import Path
from typing import Any

import orjson

from app.anchor import Fragment
from app.annotation import Annotation, Assessment, Attributes, Status
from app.dataset import Dataset, Record
from app.exporters.format import BUFFER, LEFT_OUT_DECIDED, LEFT_OUT_PASSAGES, Fate, Format, Sink, Tally
from app.exporters.native import plain
from app.exporters.segments import segment_keys
from app.scheme import Attribute, Scheme
from app.suggestion import Decision, Suggestion

_DISCONTINUOUS = Fate(
    "discontinuous annotations",
    "a region for each fragment; the first has the values and relations and is the parentID of the others",
)
_VALUES = Fate(
    "attribute values that no control of the configuration takes", "in the meta of their region or annotation"
)
_DETAILS = Fate("annotations with a confidence or a suggester", "in the meta of their region")
_APART = Fate(
    "relations between the work of different annotators or of suggesters and them", "left out", True
)

MODEL = "pressmark"
"""The `model_version` of predictions; each region's meta names its suggester."""


Controls = Mapping[str, Mapping[str, Attribute]]
"""The attributes by label id and attribute id; those of articles under `_ARTICLE`."""
_ARTICLE = "article."
"""Stands before the names of controls for the article as a whole; a label may have the id "article"."""


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Make the tasks and throw them away; only the tally stays."""
    tasks = _Tasks(dataset.scheme, tally)

    def count(record: Record) -> None:
        tasks.task(record)

    return count


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write the folder: a list of tasks, one a line, and the configuration at the end."""
    tasks = _Tasks(dataset.scheme, tally)
    path.mkdir()
    with (path / "tasks.json").open("wb", buffering=BUFFER) as file:
        separator = b"[\n"

        def put(record: Record) -> None:
            nonlocal separator
            file.write(separator + orjson.dumps(tasks.task(record), default=plain))
            separator = b",\n"

        yield put
        file.write(b"[]\n" if separator == b"[\n" else b"\n]\n")
    (path / "config.xml").write_text(
        configuration(dataset.scheme, tasks.labels, tasks.relations), encoding="utf-8", newline="\n"
    )


# ------------------------------------------------------------------------------------ the configuration


def configuration(scheme: Scheme, labels: Iterable[str] = (), relations: Iterable[str] = ()) -> str:
    """Return config.xml: the controls of the scheme, with labels and relations met though it lacks them."""
    lines = ["<View>", '  <Labels name="label" toName="text">']
    for label in scheme.labels:
        hotkey = f" hotkey={_quoted(label.key)}" if label.key else ""
        lines.append(f'    <Label value="{label.id}" background="{label.light.line}"{hotkey}/>')
    lines += [f"    <Label value={_quoted(name)}/>" for name in sorted(set(labels) - _ids(scheme.labels))]
    lines += ["  </Labels>", "  <Relations>"]
    known = [relation.id for relation in scheme.relations]
    lines += [
        f"    <Relation value={_quoted(name)}/>" for name in [*known, *sorted(set(relations) - {*known})]
    ]
    lines += ["  </Relations>", '  <Text name="text" value="$text"/>']
    for label in scheme.labels:
        region = f' perRegion="true" whenTagName="label" whenLabelValue="{label.id}"'
        for attribute in label.attributes:
            lines += _control(f"{label.id}-{attribute.id}", attribute, region)
    for attribute in scheme.article:
        lines += _control(_ARTICLE + attribute.id, attribute, "")
    for name in ("annotator", "note"):
        lines.append(f'  <TextArea name="{name}" toName="text" maxSubmissions="1"/>')
    lines += _choices("status", [status.value for status in Status], "")
    lines += _choices("flagged", ["flagged"], "")
    return "\n".join([*lines, "</View>", ""])


def _quoted(value: str) -> str:
    """The value of an XML attribute; the standard library's own `quoteattr` brings urllib.request along."""
    return '"' + escape(value).replace("\n", "&#10;").replace("\t", "&#9;") + '"'


def _ids(things: Iterable[Any]) -> set[str]:
    return {thing.id for thing in things}


def _control(name: str, attribute: Attribute, region: str) -> list[str]:
    if attribute.type == "choice":
        return _choices(name, attribute.values, region)
    if attribute.type == "number":
        return [f'  <Number name="{name}" toName="text"{region}/>']
    return [f'  <TextArea name="{name}" toName="text" maxSubmissions="1"{region}/>']


def _choices(name: str, values: Iterable[str], region: str) -> list[str]:
    choices = [f"    <Choice value={_quoted(value)}/>" for value in values]
    return [f'  <Choices name="{name}" toName="text"{region}>', *choices, "  </Choices>"]


# -------------------------------------------------------------------------------------------- the tasks


class _Tasks:
    """Makes tasks of records, and remembers the labels and relations it has met."""

    def __init__(self, scheme: Scheme, tally: Tally) -> None:
        self.labels: set[str] = set()
        self.relations: set[str] = set()
        self._tally = tally
        self._numbers = count(1)
        self._symmetric = {relation.id for relation in scheme.relations if relation.symmetric}
        self._controls: Controls = {
            **{label.id: {a.id: a for a in label.attributes} for label in scheme.labels},
            _ARTICLE: {a.id: a for a in scheme.article},
        }

    def task(self, record: Record) -> dict[str, Any]:
        """Return the task of `record`, and count what it holds otherwise or not at all."""
        self._tally[LEFT_OUT_PASSAGES.kind] += len(record.empty_passages)
        article = record.article
        task: dict[str, Any] = {
            # Label Studio knows a task by a number, so segments are numbered through the file.
            "id": article.id if record.segment is None else next(self._numbers),
            "data": {
                "text": record.text,
                "title": article.title,
                "site": article.site,
                "url": article.url,
                "published": article.published,
                "authors": article.authors,
                "language": article.language,
                "text_sha256": article.text_sha256,
                **segment_keys(record),
            },
            "annotations": self._annotations(record),
        }
        if record.suggestions:
            task["predictions"] = self._predictions(record.suggestions)
        return task

    def _annotations(self, record: Record) -> list[dict[str, Any]]:
        """One for each annotator who has begun, in the order of their names."""
        work: dict[str, list[dict[str, Any]]] = {}
        for annotator, status in record.statuses.items():
            if status is not Status.TODO:
                work[annotator] = []
        owners: dict[int, str] = {}
        for annotation in record.annotations:
            owners[annotation.id] = annotation.annotator
            work.setdefault(annotation.annotator, []).extend(self._regions(annotation))
        for relation in record.relations:
            owner = owners[relation.source]
            if owner == owners[relation.target]:
                ends = f"annotation-{relation.source}", f"annotation-{relation.target}"
                work[owner].append(self._relation(relation.type, *ends))
            else:
                self._tally[_APART.kind] += 1
        for annotator in record.assessments:
            work.setdefault(annotator, [])
        return [
            self._annotation(name, work[name], record.statuses.get(name), record.assessments.get(name))
            for name in sorted(work)
        ]

    def _annotation(
        self, annotator: str, regions: list[dict[str, Any]], status: Status | None, said: Assessment | None
    ) -> dict[str, Any]:
        """The work of one annotator: what is said of the whole article, then the regions."""
        whole = [_result("annotator", "textarea", {"text": [annotator]})]
        if status:
            whole.append(_result("status", "choices", {"choices": [status]}))
        annotation: dict[str, Any] = {"was_cancelled": status is Status.SKIPPED}
        if said:
            if said.flagged:
                whole.append(_result("flagged", "choices", {"choices": ["flagged"]}))
            if said.note:
                whole.append(_result("note", "textarea", {"text": [said.note]}))
            results, other = self._values(_ARTICLE, said.attributes)
            whole += [_result(_ARTICLE + name, kind, value) for name, kind, value in results]
            if other:
                annotation["meta"] = {"attributes": other}
        annotation["result"] = whole + regions
        return annotation

    def _regions(self, annotation: Annotation) -> list[dict[str, Any]]:
        """The region of an annotation, results for its attributes, and regions for further fragments."""
        name = f"annotation-{annotation.id}"
        pieces = annotation.fragments
        meta: dict[str, Any] = {"text": [annotation.note]} if annotation.note else {}
        if annotation.confidence is not None:
            meta["confidence"] = annotation.confidence
        if annotation.origin:
            meta["origin"] = annotation.origin
        self._tally[_DETAILS.kind] += annotation.confidence is not None or bool(annotation.origin)
        made = self._region(name, annotation.label, pieces[0], annotation.attributes, meta)
        self._tally[_DISCONTINUOUS.kind] += len(pieces) > 1
        for number, piece in enumerate(pieces[1:], 2):
            (further,) = self._region(f"{name}.{number}", annotation.label, piece, {}, {})
            made.append(further | {"parentID": name})
        return made

    def _region(
        self, name: str, label: str, piece: Fragment, attributes: Attributes, meta: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """The result that marks a piece of the text, and those with its attributes."""
        self.labels.add(label)
        place = {"start": piece.start, "end": piece.end}
        value = {**place, "text": piece.quote.exact, "labels": [label]}
        region = _result("label", "labels", value) | {"id": name}
        made = [region]
        if attributes:
            results, other = self._values(label, attributes)
            made += [
                _result(f"{label}-{control}", kind, {**place, "text": piece.quote.exact, **given})
                | {"id": name}
                for control, kind, given in results
            ]
            if other:
                meta["attributes"] = other
        if meta:
            region["meta"] = meta
        return made

    def _values(
        self, owner: str, attributes: Attributes
    ) -> tuple[list[tuple[str, str, dict[str, Any]]], dict[str, Any]]:
        """What the controls of `owner` take as (attribute, type, value), and the rest as it is."""
        controls = self._controls.get(owner, {})
        results: list[tuple[str, str, dict[str, Any]]] = []
        other: dict[str, Any] = {}
        for name, value in attributes.items():
            control = controls.get(name)
            if control is None:
                other[name] = value
            elif control.type == "choice" and value in control.values:
                results.append((name, "choices", {"choices": [value]}))
            elif control.type == "number" and isinstance(value, int | float):
                results.append((name, "number", {"number": value}))
            elif control.type not in ("choice", "number") and isinstance(value, str):
                results.append((name, "textarea", {"text": [value]}))
            else:
                other[name] = value
        self._tally[_VALUES.kind] += len(other)
        return results, other

    def _relation(self, kind: str, source: str, target: str) -> dict[str, Any]:
        self.relations.add(kind)
        return {
            "type": "relation",
            "from_id": source,
            "to_id": target,
            "direction": "bi" if kind in self._symmetric else "right",
            "labels": [kind],
        }

    def _predictions(self, suggestions: Sequence[Suggestion]) -> list[dict[str, Any]]:
        """The open suggestions as one prediction, so that relations between suggesters hold."""
        marked = {s.id: s for s in suggestions if s.decision is Decision.OPEN}
        self._tally[LEFT_OUT_DECIDED.kind] += sum(s.decision is not Decision.OPEN for s in suggestions)
        result: list[dict[str, Any]] = []
        for suggestion in marked.values():
            meta = {"suggester": suggestion.suggester, "rule": suggestion.rule}
            name = f"suggestion-{suggestion.id}"
            region, *values = self._region(
                name, suggestion.label, suggestion.fragment, suggestion.attributes, meta
            )
            result += [region | {"score": suggestion.score}, *values]
        for suggestion in marked.values():
            for link in suggestion.relations:
                ends = link.get("from", suggestion.id), link.get("to", suggestion.id)
                if ends[0] in marked and ends[1] in marked:
                    names = f"suggestion-{ends[0]}", f"suggestion-{ends[1]}"
                    result.append(self._relation(str(link["type"]), *names))
                else:
                    self._tally[_APART.kind] += 1
        return [{"model_version": MODEL, "result": result}] if result else []


def _result(control: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"from_name": control, "to_name": "text", "type": kind, "value": value}


FORMAT = Format(
    name="label-studio",
    extension="",
    title="Label Studio",
    shape="a folder with tasks.json, one task an article or segment (with its article and place in "
    "the data), and config.xml, the labelling configuration",
    holds="overlapping and nested annotations, relations, attributes, notes, statuses and assessments, an "
    "annotation of Label Studio for each annotator (named in a text field, because Label Studio refuses "
    "users it does not know); open suggestions as a prediction with scores",
    loses="blocks with roles, origin of the article, ids and dates of relations, dates of annotations",
    units="Unicode code points, end exclusive",
    verified_by="label-studio-sdk 2.1",
    tried_with="Label Studio 1.23.2",
    fates=(_DISCONTINUOUS, _VALUES, _DETAILS, _APART, LEFT_OUT_DECIDED, LEFT_OUT_PASSAGES),
    survey=survey,
    write=write,
)
