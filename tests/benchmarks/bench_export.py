"""Exports: articles a CPU second and peak memory, with 30 annotations an article.

Twice for each format: from records in memory (what the exporter itself costs) and from a project file
(with reading and checking), the latter in a process of its own, so that its peak memory is its own.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from app.annotation import Annotation, Relation
from app.dataset import Dataset, Record, Selection, select
from app.exporters import FORMATS, export
from app.exporters.native import native
from storage import open_project
from tests.benchmarks.bench import Figure
from tests.benchmarks.large_project import ANNOTATOR, annotate, build_large_project, make_article

ANNOTATIONS_EACH = 30
# Articles a second (TARGETS.md), of the formats that have a number there.
TARGETS = {
    "jsonl": "≥ 6,000",
    "parquet": "≥ 5,000",
    "brat": "≥ 4,000",
    "conll": "≥ 2,000",
    "conll-bilou": "≥ 2,000",
    "uima": "≥ 500",
    "spacy": "≥ 120",
}
MEMORY_TARGET = "≤ 300"


def figures(quick: bool) -> Iterator[Figure]:
    """Measure every format; `quick` takes hundreds of articles instead of 1,000 in memory and 30,000 kept."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _in_memory(200 if quick else 1_000, Path(folder))
        yield from _from_project(500 if quick else 30_000, Path(folder))


def _in_memory(count: int, folder: Path) -> Iterator[Figure]:
    dataset = _made_up(count)
    values = [native(record, dataset.scheme) for record in dataset]
    baseline = f"orjson, same dicts: {count / _best(lambda: _dump(values, folder / 'baseline')):,.0f}"
    for name in FORMATS:
        seconds = min(_seconds_to_export(dataset, name, folder / f"{name}-{turn}") for turn in range(3))
        figure = f"export {name}, records in memory"
        beside = PEERS[name](folder / f"{name}-0") if name in PEERS else baseline
        yield Figure(figure, count / seconds, "articles/s", TARGETS.get(name, "–"), beside)


def _from_project(count: int, folder: Path) -> Iterator[Figure]:
    path = folder / "large.pressmark"
    build_large_project(path, count, ANNOTATIONS_EACH).close()
    seconds, _ = _apart(_read, path)
    reading = f"reading alone: {count / seconds:,.0f}"
    for name in FORMATS:
        seconds, megabytes = _apart(_export, path, name, folder / name)
        figure = f"export {name}, {count:,} articles of a project"
        yield Figure(figure, count / seconds, "articles/s", TARGETS.get(name, "–"), reading)
        yield Figure(f"{figure}, peak memory", megabytes, "MB", MEMORY_TARGET, "")


# ------------------------------------------------------------------------------------------ in memory


def _made_up(count: int) -> Dataset:
    """A dataset of records that are in memory already."""
    chance = random.Random(count)
    records: dict[int, Record] = {}
    for number in range(count):
        page = make_article(number, chance)
        things = list(annotate(page, ANNOTATIONS_EACH, chance))
        annotations = [thing for thing in things if isinstance(thing, Annotation)]
        annotations.sort(key=lambda annotation: (annotation.start, -annotation.end, annotation.id))
        relations = tuple(thing for thing in things if isinstance(thing, Relation))
        records[page.article.id] = Record(page.article, page.text, tuple(annotations), relations)
    with tempfile.TemporaryDirectory() as folder:
        project = build_large_project(Path(folder) / "scheme.pressmark", 1, 1)
        scheme = project.scheme()
        project.close()
    return Dataset(scheme, Selection(), tuple(records), partial(map, records.__getitem__))


def _dump(values: list[dict[str, object]], path: Path) -> None:
    with path.open("wb") as file:
        for value in values:
            file.write(orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE))


def _bare_files(made: Path) -> str:
    """The rate at which the files of a brat folder can be made at all, two for each article."""
    contents = [(path.name, path.read_bytes()) for path in made.iterdir()]
    bare = made.with_name("bare")
    bare.mkdir()

    def write() -> None:
        for name, content in contents:
            (bare / name).write_bytes(content)

    return f"the same files, written bare: {len(contents) / 2 / _seconds(write):,.0f}"


def _pyarrow(made: Path) -> str:
    """The rate of pyarrow alone for the rows of a Parquet file, given as dicts."""
    rows, schema = pq.read_table(made).to_pylist(), pq.read_schema(made)

    def write() -> None:
        pq.write_table(pa.Table.from_pylist(rows, schema), made.with_name("peer"), compression="zstd")

    return f"pyarrow, same dicts: {len(rows) / _best(write):,.0f}"


PEERS: Mapping[str, Callable[[Path], str]] = {"brat": _bare_files, "parquet": _pyarrow}
"""What is measured beside a format, on the file or folder it has made; the others stand beside orjson."""


def _best(work: Callable[[], None]) -> float:
    """CPU seconds of the fastest of three runs."""
    return min(_seconds(work) for _ in range(3))


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _seconds_to_export(dataset: Dataset, name: str, out: Path) -> float:
    return _seconds(lambda: export(dataset, name, out))


# -------------------------------------------------------------------------------- from a project file


def _apart(work: Callable[..., tuple[float, float]], *arguments: object) -> tuple[float, float]:
    """Do the work in a new process; return its CPU seconds and its peak memory in MB."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def _read(path: Path) -> tuple[float, float]:
    """Read and check every record, and do nothing with it."""
    project = open_project(path, read_only=True)
    dataset = select(project, Selection(annotators=(ANNOTATOR,)))
    seconds = _seconds(lambda: sum(len(record.annotations) for record in dataset))
    project.close()
    return seconds, _peak_megabytes()


def _export(path: Path, name: str, out: Path) -> tuple[float, float]:
    project = open_project(path, read_only=True)
    dataset = select(project, Selection(annotators=(ANNOTATOR,)))
    seconds = _seconds_to_export(dataset, name, out)
    project.close()
    return seconds, _peak_megabytes()


def _peak_megabytes() -> float:
    """The most memory this process has held; Linux tells it apart from what it was before exec."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource  # Windows has none

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1024**2
