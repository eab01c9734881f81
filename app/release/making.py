"""A release is made: every file in its place in a folder, the manifest last."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

import orjson

from app.changes import HistoryHead
from app.dataset import PARTS, Dataset, Dealt, LeakageReport, deal, leakage, select, shaped
from app.dataset.counts import total
from app.errors import UserError, missing_library
from app.exporters import ExportReport, Format, export, format_named
from app.progress import Progress
from app.project import Project
from app.release import charts
from app.release import manifest as manifests
from app.release.card import CARD, LEAKAGE, Facts, card, description
from app.release.comparing import SCHEME, Side, compare
from app.release.croissant import CROISSANT, croissant
from app.release.diff_page import diff_page
from app.release.manifest import MANIFEST, FileEntry, Manifest, file_sha256
from app.release.plan import Plan, as_values
from app.release.survey import Survey, survey
from app.scheme import Scheme
from app.scheme_toml import write_scheme
from app.version import program_version

DIFF = "diff.md"

_READABLE = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE

# What writes the files of an optional format, by the extra that brings it.
_LIBRARIES = {"parquet": "pyarrow", "spacy": "spacy", "xlsx": "xlsxwriter"}


@dataclass(frozen=True, slots=True)
class Made:
    """What was made."""

    manifest: Manifest
    leakage: LeakageReport
    exports: Mapping[str, ExportReport]
    """By format."""
    page: str
    """What changed since the older release; empty where none was named."""


def make(project: Project, place: Path, plan: Plan, old: Side | None, progress: Progress | None) -> Made:
    """Make the release at `place`, a folder that is not there yet.

    UserError: as `app.release.release`; what was written by then is left to the caller to remove.
    """
    if not plan.formats:
        raise UserError("A release has one format at least; none is named.")
    libraries = _libraries(plan)
    head, scheme = project.history_head(), project.scheme()
    dataset = shaped(select(project, plan.selection), plan.shape)
    if not len(dataset):
        raise UserError("No article is selected, so there is nothing to release.")
    place.mkdir()
    steps = Steps(progress, len(dataset), 2 + len(plan.formats))
    dealt, found = surveyed(project, dataset, plan, scheme, place, steps)
    exports = {
        name: export(dataset, name, place / name, split=dealt, progress=steps.next()) for name in plan.formats
    }
    manifest = Manifest(
        name=project.path.stem,
        made_with=libraries,
        history=head,
        scheme={
            "id": scheme.id,
            "name": scheme.name,
            "version": scheme.version,
            "sha256": file_sha256(place / SCHEME),
        },
        plan=as_values(plan),
        counts=_counts(found, exports),
        losses={name: _losses(report) for name, report in exports.items()},
        files=(),
    )
    leaks = leakage(dataset, dealt)
    (place / LEAKAGE).write_bytes(orjson.dumps(leaks.as_json(), option=_READABLE))
    _describe(place, Facts(manifest, dataset, found, leaks, exports, _data(place, exports), captions={}))
    page = ""
    if old is not None:
        page = diff_page(compare(old, Side(manifest, scheme, place)))
        (place / DIFF).write_text(page, encoding="utf-8", newline="\n")
    _refuse_if_changed(project, head)
    manifest = replace(manifest, files=tuple(_entries(place, exports)))
    manifests.write(manifest, place)
    return Made(manifest, leaks, exports, page)


def surveyed(
    project: Project, dataset: Dataset, plan: Plan, scheme: Scheme, place: Path, steps: "Steps"
) -> tuple[Dealt, Survey]:
    """Deal the dataset, and write what another release is compared with: articles, parts and scheme."""
    dealt = deal(dataset, plan.split, steps.next())
    found = survey(project, plan, dealt, place, steps.next())
    (place / SCHEME).write_text(write_scheme(scheme), encoding="utf-8", newline="\n")
    return dealt, found


def _describe(place: Path, facts: Facts) -> None:
    """Draw the charts, and write the card and the Croissant metadata."""
    captions = charts.draw(facts.survey, place / charts.FOLDER)
    (place / CARD).write_text(card(replace(facts, captions=captions)), encoding="utf-8", newline="\n")
    manifest, counts = facts.manifest, total(facts.survey.counts.values())
    (place / CROISSANT).write_bytes(
        croissant(
            name=manifest.name,
            description=description(manifest, counts),
            # The scheme says what the data mean, the step which of its states they are.
            version=f"{manifest.scheme['version']}.{manifest.history.number}.0",
            published=manifest.history.at[:10],
            languages=sorted(filter(None, counts.languages)),
            data=facts.data,
        )
    )


class Steps:
    """One count of progress over several readings of the same articles."""

    def __init__(self, progress: Progress | None, articles: int, readings: int) -> None:
        self._progress = progress
        self._articles = articles
        self._readings = readings
        self._begun = 0

    def next(self) -> Progress:
        """Return what the next reading tells its progress."""
        before = self._begun * self._articles
        self._begun += 1

        def told(done: int, _: int) -> None:
            if self._progress is not None:
                self._progress(before + done, self._readings * self._articles)

        return told


# ------------------------------------------------------------------------------------------------- files


def _data(place: Path, exports: Mapping[str, ExportReport]) -> dict[str, Sequence[FileEntry]]:
    """The files of each format that is a file a part."""
    return {name: tuple(_parts(place, name, report)) for name, report in exports.items()}


def _parts(place: Path, name: str, report: ExportReport) -> Iterator[FileEntry]:
    for part in PARTS:
        path = place / name / f"{part}{format_named(name).extension}"
        if path.is_file():
            rows = _rows(path, report.parts[part])
            yield FileEntry(f"{name}/{path.name}", path.stat().st_size, file_sha256(path), rows)


def _rows(path: Path, records: int) -> int:
    """Lines where a line is a record of its own, else the records the part was given."""
    if path.suffix == ".jsonl":
        with path.open("rb") as file:
            return sum(1 for _ in file)
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as table:
            return sum(1 for _ in csv.reader(table)) - 1
    return records


def _entries(place: Path, exports: Mapping[str, ExportReport]) -> Iterator[FileEntry]:
    """Every file but the manifest, by path."""
    known = {entry.path: entry for entries in _data(place, exports).values() for entry in entries}
    for path in sorted(place.rglob("*"), key=lambda path: path.relative_to(place).as_posix()):
        name = path.relative_to(place).as_posix()
        if path.is_dir() or name == MANIFEST:
            continue
        if name in known:
            yield known[name]
        else:
            rows = _rows(path, 0) if path.suffix in {".jsonl", ".csv"} and path.parent == place else None
            yield FileEntry(name, path.stat().st_size, file_sha256(path), rows)


# ---------------------------------------------------------------------------------------------- the rest


def _libraries(plan: Plan) -> dict[str, str]:
    """Versions of everything that writes. UserError: no such format, or its library is not installed."""
    versions = {"Pressmark": program_version(), "matplotlib": charts.library_version()}
    for name in plan.formats:
        chosen: Format = format_named(name)
        if chosen.extra:
            library = _LIBRARIES[chosen.extra]
            try:
                versions[library] = metadata.version(library)
            except metadata.PackageNotFoundError:
                raise missing_library(f"The format {name}", chosen.extra) from None
    return versions


def _counts(found: Survey, exports: Mapping[str, ExportReport]) -> dict[str, dict[str, int]]:
    records = next(iter(exports.values())).parts
    return {
        part: {
            "articles": counts.articles,
            "records": records[part],
            "annotations": counts.annotations,
            "relations": counts.relations,
        }
        for part, counts in found.counts.items()
    }


def _losses(report: ExportReport) -> list[dict[str, object]]:
    return [
        {
            "kind": loss.fate.kind,
            "becomes": loss.fate.becomes,
            "lost": loss.fate.lost,
            "count": loss.count,
        }
        for loss in report.losses.losses
    ]


def _refuse_if_changed(project: Project, head: HistoryHead) -> None:
    if project.history_head() != head:
        raise UserError(
            "The project was changed while the release was being made, so nothing was written: make it again."
        )
