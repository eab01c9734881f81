"""Exports: articles a CPU second and peak memory, with 30 annotations an article.

Twice for each format: from a project file (with reading and checking), in a process of its own, so that its
peak memory is its own, and from records in memory (what the exporter itself costs). Beside them stand orjson
and pyarrow writing the same records, and Label Studio's converter turning the same tasks into its own JSON.
"""

import random
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from app.annotation import Annotation, Relation
from app.dataset import Dataset, Record, Selection, select
from app.exporters import FORMATS, export
from app.exporters.native import native
from storage import open_project
from tests.benchmarks.apart import apart, cpu_seconds, peak_megabytes
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
        yield from _from_project(500 if quick else 30_000, Path(folder))
        yield from _in_memory(200 if quick else 1_000, Path(folder))


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
    seconds, _ = apart(_read, path)
    reading = f"reading alone: {count / seconds:,.0f}"
    for name in FORMATS:
        seconds, megabytes = apart(_export, path, name, folder / name)
        beside = f"{_WRITING[name](folder / name)}; {reading}" if name in _WRITING else reading
        figure = f"export {name}, {count:,} articles of a project"
        yield Figure(figure, count / seconds, "articles/s", TARGETS.get(name, "–"), beside)
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

    return f"the same files, written bare: {len(contents) / 2 / cpu_seconds(write):,.0f}"


def _pyarrow(made: Path) -> str:
    """The rate of pyarrow alone for the rows of a Parquet file, given as dicts."""
    rows, schema = pq.read_table(made).to_pylist(), pq.read_schema(made)

    def write() -> None:
        pq.write_table(pa.Table.from_pylist(rows, schema), made.with_name("peer"), compression="zstd")

    return f"pyarrow, same dicts: {len(rows) / _best(write):,.0f}"


def _converter(made: Path) -> str:
    """The rate of Label Studio's own converter, from the tasks to the least of its JSON formats."""
    from label_studio_sdk.converter import (
        converter as library,
    )  # 160 MB, which processes apart shall not have

    module: Any = library  # it has no types
    converter = module.Converter(str(made / "config.xml"), str(made))
    tasks, out = str(made / "tasks.json"), str(made.with_name("converted"))
    seconds = cpu_seconds(lambda: converter.convert_to_json_min(tasks, out, is_dir=False))
    return (
        f"Label Studio's converter, same tasks: {len(orjson.loads(Path(tasks).read_bytes())) / seconds:,.0f}"
    )


PEERS: Mapping[str, Callable[[Path], str]] = {
    "brat": _bare_files,
    "parquet": _pyarrow,
    "label-studio": _converter,
}
"""What is measured beside a format, on the file or folder it has made; the others stand beside orjson."""


def _best(work: Callable[[], None]) -> float:
    """CPU seconds of the fastest of three runs."""
    return min(cpu_seconds(work) for _ in range(3))


def _seconds_to_export(dataset: Dataset, name: str, out: Path) -> float:
    return cpu_seconds(lambda: export(dataset, name, out))


# -------------------------------------------------------------------------------- from a project file


def _read(path: Path) -> tuple[float, float]:
    """Read and check every record, and do nothing with it."""
    project = open_project(path, read_only=True)
    dataset = select(project, Selection(annotators=(ANNOTATOR,)))
    seconds = cpu_seconds(lambda: sum(len(record.annotations) for record in dataset))
    project.close()
    return seconds, peak_megabytes()


def _orjson_again(made: Path) -> str:
    """The rate of orjson alone for the lines of a file, given as dicts."""
    count = seconds = 0.0
    with made.open("rb") as lines, made.with_name("again").open("wb") as out:
        for line in lines:
            value = orjson.loads(line)
            seconds += cpu_seconds(partial(_put, value, out))
            count += 1
    return f"orjson, same records: {count / seconds:,.0f}"


def _put(value: object, out: BinaryIO) -> None:
    out.write(orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE))


def _pyarrow_again(made: Path) -> str:
    """The rate of pyarrow alone for the row groups of a file, given as tables."""
    file = pq.ParquetFile(made)
    seconds = 0.0
    with pq.ParquetWriter(made.with_name("again"), file.schema_arrow, compression="zstd") as writer:
        for number in range(file.num_row_groups):
            seconds += cpu_seconds(partial(writer.write_table, file.read_row_group(number)))
    return f"pyarrow, same tables: {file.metadata.num_rows / seconds:,.0f}"


_WRITING: Mapping[str, Callable[[Path], str]] = {"jsonl": _orjson_again, "parquet": _pyarrow_again}
"""What does nothing but write a format's records once more."""


def _export(path: Path, name: str, out: Path) -> tuple[float, float]:
    project = open_project(path, read_only=True)
    dataset = select(project, Selection(annotators=(ANNOTATOR,)))
    seconds = _seconds_to_export(dataset, name, out)
    project.close()
    return seconds, peak_megabytes()
