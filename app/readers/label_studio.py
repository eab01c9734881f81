"""Label Studio's tasks back in: its export as JSON, or a folder with tasks.json as `app.exporters` writes it.

After https://labelstud.io/guide/export and https://labelstud.io/guide/task_format. Regions of the type labels
are marks; results with a region's id are its attributes, named after their control (`claim-verdict` of our
configuration is `verdict`); results without a region are about the article as a whole.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from app.anchor import Span
from app.annotation import Status
from app.readers import bounded
from app.readers.loaded import Link, LoadedArticle, Mark, Piece, Proposed, Said, number_of
from app.readers.reader import EMPTY, Reader

_OWN_ARTICLE = "article."
"""Before the names of our controls for the article as a whole."""

_ABOUT = ("title", "site", "url", "published", "authors", "language")

_TEXT_KEYS = ("text", "content", "body", "article")
"""Of a task's data, where its text is looked for first; else it is the longest string."""


def read(path: Path) -> Iterator[LoadedArticle]:
    """Yield the article of each task. UserError: see `Reader.read`."""
    for where, task in _tasks(path):
        yield _article(where, task, task.data or {})


def check(path: Path) -> Iterator[str]:
    """Yield each task by its name. UserError: as `read`."""
    return (where for where, _ in _tasks(path))


def _tasks(path: Path) -> Iterator[tuple[str, "_Task"]]:
    if path.is_dir():
        path = path / "tasks.json"
        if not path.is_file():
            raise bounded.trouble(path.parent, "", "the folder has no tasks.json")
    for number, data in enumerate(bounded.objects(path), 1):
        task = bounded.decoded(path, f"task {number}", data, _TASKS)
        if task.data is None:
            raise bounded.trouble(
                path,
                f"task {number}",
                "it has no data: JSON-MIN and other short exports lack what is needed, so export as JSON",
            )
        yield f"task {number if task.id is None else task.id}", task


# --------------------------------------------------------------------------------------- what a task holds


class _Result(Struct, gc=False):
    """A region, a value of one, a value of the whole, or a relation."""

    type: str = ""
    id: str = ""
    from_name: str = ""
    value: dict[str, Any] | None = None
    meta: dict[str, Any] | None = None
    parent: str | None = field(default=None, name="parentID")
    score: float | None = None
    from_id: str = ""
    to_id: str = ""
    direction: str | None = None
    labels: list[str] | None = None


class _Annotation(Struct):
    result: list[_Result] = field(default_factory=list)
    completed_by: int | str | dict[str, Any] | None = None
    created_at: str | None = None
    was_cancelled: bool | None = False
    meta: dict[str, Any] | None = None


class _Prediction(Struct):
    result: list[_Result] = field(default_factory=list)
    model_version: str | None = None
    score: float | None = None


class _Task(Struct):
    id: int | str | None = None
    data: dict[str, Any] | None = None
    annotations: list[_Annotation] | None = None
    completions: list[_Annotation] | None = None
    """What annotations were called up to Label Studio 1.0."""
    predictions: list[_Prediction | int] | None = None
    """Numbers alone where the export was asked for without them."""
    drafts: list[Any] | None = None


_TASKS = msgspec.json.Decoder(_Task)


# ---------------------------------------------------------------------------------- what a reader makes of it


def _article(where: str, task: _Task, data: Mapping[str, Any]) -> LoadedArticle:
    left: Counter[str] = Counter()
    if task.drafts:
        left["drafts, which nobody has submitted"] += len(task.drafts)
    text = _text(data)
    sha256 = data.get("text_sha256")
    ours = isinstance(sha256, str)
    works = [
        _work(each, number, ours) for number, each in enumerate(task.annotations or task.completions or ())
    ]
    works += [
        _proposals(each, number, ours)
        for number, each in enumerate(task.predictions or ())
        if isinstance(each, _Prediction)
    ]
    said: dict[str, Said] = {}
    statuses: dict[str, Status] = {}
    for work in works:
        left.update(work.left)
        if work.status is not None:
            statuses[work.annotator] = work.status
        if work.said != Said():
            said[work.annotator] = work.said
    article_id, start = data.get("article", task.id), data.get("segment_start")
    return LoadedArticle(
        where=where,
        text=text,
        marks=tuple(mark for work in works for mark in work.marks),
        links=tuple(link for work in works for link in work.links),
        statuses=statuses,
        said=said,
        article_id=article_id if ours and isinstance(article_id, int) else None,
        text_sha256=sha256 if isinstance(sha256, str) else "",
        about={name: data[name] for name in _ABOUT if name in data},
        segment_start=start if isinstance(start, int) else None,
        left=left,
    )


def _text(data: Mapping[str, Any]) -> str | None:
    """The text of the task: what its configuration calls $text, or as most do; None if it has none."""
    for name in _TEXT_KEYS:
        value = data.get(name)
        if isinstance(value, str):
            return value
    return max((value for value in data.values() if isinstance(value, str)), key=len, default=None)


class _Work:
    """The results of one annotator, or one model: regions with values, relations, what is said of all."""

    def __init__(self, prefix: str, results: Sequence[_Result], ours: bool) -> None:
        """Take the results; `prefix` parts the ids of regions from those of other annotators' work."""
        self.left: Counter[str] = Counter()
        self.annotator = ""
        self.status: Status | None = None
        self.said = Said()
        self.marks: list[Mark] = []
        self.links: list[Link] = []
        self.whole: dict[str, Any] = {}
        """Values of the whole, by the name of their control."""
        self._prefix = prefix
        self._ours = ours
        self._regions: dict[str, _Result] = {}
        self._values: dict[str, dict[str, Any]] = {}
        self._names: dict[str, list[str]] = {}
        """What marks a region becomes: one for each of its labels."""
        self._parts: dict[str, list[_Result]] = {}
        self._relations: list[_Result] = []
        for result in results:
            self._sort(result)

    def read(self, annotator: str, created_at: str, proposal: Proposed | None = None) -> None:
        """Make the marks and links."""
        self.annotator = annotator
        for region in self._regions.values():
            self._mark(region, created_at, proposal)
        for relation in self._relations:
            self._link(relation)

    def _sort(self, result: _Result) -> None:
        """Put the result where it belongs: regions come before their values, or after."""
        if result.type == "relation":
            self._relations.append(result)
        elif result.type == "labels":
            if _is_part(result):
                self._parts.setdefault(str(result.parent), []).append(result)
            else:
                self._regions[result.id] = result
        elif result.value is None or (value := _value(result.type, result.value)) is None:
            self.left[f"results of the type {result.type or 'unknown'}, which mark no text"] += 1
        elif result.id and ("start" in result.value or result.id in self._regions):
            self._values.setdefault(result.id, {})[result.from_name] = value
        else:
            self.whole[result.from_name] = value

    def _mark(self, region: _Result, created_at: str, proposal: Proposed | None) -> None:
        regions = [region, *self._parts.get(region.id, ())]
        pieces = [piece for each in regions if (piece := _piece(each)) is not None]
        labels = (region.value or {}).get("labels")
        if len(pieces) < len(regions):
            self.left[EMPTY] += 1
            return
        if not isinstance(labels, list) or not labels:
            self.left["regions without a label"] += 1
            return
        meta = region.meta or {}
        note = meta.get("text")
        for label in map(str, labels):
            name = self._prefix + region.id + (f" {label}" if len(labels) > 1 else "")
            self._names.setdefault(region.id, []).append(name)
            self.marks.append(
                Mark(
                    id=name,
                    label=label,
                    pieces=tuple(sorted(pieces, key=_start)),
                    attributes=self._attributes(region.id, label, meta),
                    annotator=self.annotator,
                    confidence=number_of(meta.get("confidence")),
                    note="\n".join(map(str, note)) if isinstance(note, list) else str(note or ""),
                    origin=str(meta.get("origin") or ""),
                    created_at=created_at,
                    proposal=None if proposal is None else _proposed(proposal, region, meta),
                    native_id=self._native_id(region.id),
                )
            )

    def _attributes(self, region_id: str, label: str, meta: Mapping[str, Any]) -> dict[str, Any]:
        given = self._values.get(region_id, {})
        attributes = {name.removeprefix(f"{label}-"): value for name, value in given.items()}
        more = meta.get("attributes")
        return {**attributes, **more} if isinstance(more, dict) else attributes

    def _native_id(self, region_id: str) -> int | None:
        """The id in Pressmark that our exporter has put into the region's."""
        kind, _, number = region_id.partition("-")
        named = kind in ("annotation", "suggestion") and number.isascii() and number.isdigit()
        return int(number) if self._ours and named else None

    def _link(self, relation: _Result) -> None:
        ends = relation.from_id, relation.to_id
        if relation.direction == "left":
            ends = ends[1], ends[0]
        if not relation.labels:
            self.left["relations without a label"] += 1
        for kind in relation.labels or ():
            for source in self._names.get(ends[0], [self._prefix + ends[0]]):
                for target in self._names.get(ends[1], [self._prefix + ends[1]]):
                    self.links.append(Link(kind, source, target))


def _work(annotation: _Annotation, number: int, ours: bool) -> _Work:
    """The work of an annotator."""
    work = _Work(f"{number}:", annotation.result, ours)
    whole = work.whole
    if "annotator" in whole:  # the configuration is ours
        work.read(str(whole.pop("annotator")), annotation.created_at or "")
        status = whole.pop("status", None)
        work.status = next((each for each in Status if each == status), None)
        flagged, note = whole.pop("flagged", None) is not None, str(whole.pop("note", ""))
    else:
        work.read(_user(annotation.completed_by), annotation.created_at or "")
        work.status = Status.SKIPPED if annotation.was_cancelled else Status.DONE
        flagged, note = False, ""
    attributes = {name.removeprefix(_OWN_ARTICLE): value for name, value in whole.items()}
    more = (annotation.meta or {}).get("attributes")
    work.said = Said({**attributes, **more} if isinstance(more, dict) else attributes, flagged, note)
    return work


def _proposals(prediction: _Prediction, number: int, ours: bool) -> _Work:
    """What a model predicts."""
    work = _Work(f"prediction {number}:", prediction.result, ours)
    work.read("", "", Proposed(suggester=prediction.model_version or "", score=prediction.score))
    if work.whole:
        work.left["predictions of values for a whole article"] += len(work.whole)
    return work


def _proposed(prediction: Proposed, region: _Result, meta: Mapping[str, Any]) -> Proposed:
    return Proposed(
        suggester=str(meta.get("suggester") or prediction.suggester),
        score=prediction.score if region.score is None else region.score,
        rule=str(meta.get("rule") or ""),
    )


def _is_part(region: _Result) -> bool:
    """Tell a further fragment, as our exporter writes it (`annotation-5.2` under `annotation-5`)."""
    return region.parent is not None and region.id.startswith(f"{region.parent}.")


def _piece(region: _Result) -> Piece | None:
    """Where the region is; None where it is nowhere."""
    value = region.value or {}
    start, end, text = value.get("start"), value.get("end"), value.get("text")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        return None
    return Piece(Span(start, end), text if isinstance(text, str) else None)


def _start(piece: Piece) -> int:
    return piece.span.start if piece.span is not None else 0


def _value(kind: str, value: Mapping[str, Any]) -> Any:
    """What a control says, by the type of its result; None for one that says nothing of a text."""
    match kind:
        case "choices":
            return _one(value.get("choices"))
        case "textarea":
            return _one(value.get("text"), "\n")
        case "taxonomy":
            return _one([" / ".join(map(str, path)) for path in value.get("taxonomy") or ()])
        case "number" | "rating" | "datetime":
            return value.get(kind)
    return None


def _one(values: Any, between: str = ", ") -> Any:
    """The one value of a list; several as one text."""
    if not isinstance(values, list):
        return values
    return values[0] if len(values) == 1 else between.join(map(str, values)) or None


def _user(user: int | str | Mapping[str, Any] | None) -> str:
    """The name of a Label Studio user; a number is all that most exports have."""
    if isinstance(user, Mapping):
        user = user.get("email") or user.get("username") or user.get("id")
    return f"user {user}" if isinstance(user, int) else str(user or "")


READER = Reader(
    name="label-studio",
    title="Label Studio",
    reads="an export as JSON (a list of tasks, or one), or a folder with tasks.json as Pressmark writes it",
    takes="regions of text with their labels, per-region values, notes and relations; the annotator (the "
    "text field of Pressmark's configuration, else the user), who is done with the article, or has skipped "
    "it; values of the whole article; predictions as suggestions, with model and score; of new articles the "
    "text and what the task's data say of it",
    leaves="regions of pictures, sound and HTML, and drafts (counted); times of work; JSON-MIN, which does "
    "not say enough, is refused",
    read=read,
    check=check,
)
