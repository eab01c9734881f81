"""Loading JSON lines into an empty project: CPU seconds and peak memory, with 30 annotations an article.

Beside them stand the same rows, written by nothing but SQLite: without checks, history, search or reading.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from app.dataset import Selection, select
from app.exporters import export
from app.readers import reader_named
from app.readers.loading import Options, load
from app.session import Session
from storage import create_project, open_project
from storage.connection import sqlite
from tests.benchmarks.apart import apart, cpu_seconds, peak_megabytes
from tests.benchmarks.bench import Figure
from tests.benchmarks.large_project import ANNOTATOR, build_large_project

ANNOTATIONS_EACH = 30
_TABLES = ("texts", "articles", "annotations", "relations", "statuses", "label_counts")
"""What loading writes, but for the history and what searching reads."""
_SCHEMA = f"""
    SELECT sql FROM sqlite_schema WHERE tbl_name IN ({", ".join("?" * len(_TABLES))}) AND sql IS NOT NULL
    ORDER BY type DESC
"""


def figures(quick: bool) -> Iterator[Figure]:
    """Measure with 30,000 articles, or 500 where it is to be `quick`."""
    count = 500 if quick else 30_000
    with tempfile.TemporaryDirectory() as folder:
        made, lines, loaded = (
            Path(folder) / name for name in ("made.pressmark", "a.jsonl", "loaded.pressmark")
        )
        with closing(build_large_project(made, count, ANNOTATIONS_EACH)) as project:
            export(select(project, Selection()), "jsonl", lines)
        seconds, megabytes, annotations, steps = apart(_load, made, lines, loaded)
        rows = _copy(loaded, Path(folder) / "copy.sqlite", steps)
        name = f"load {count:,} articles with {annotations:,} annotations"
        yield Figure(
            name,
            seconds,
            "s CPU",
            "≤ 20 at 30,000",
            f"SQLite alone, same rows: {rows:,.1f}; labelbuddy (C++, no history): 38.7 at 30,000",
        )
        yield Figure(f"{name}, peak memory", megabytes, "MB", "≤ 300", "")


def _load(made: Path, lines: Path, loaded: Path) -> tuple[float, float, int, int]:
    """Load the lines; return CPU seconds, peak memory in MB, annotations and steps."""
    with closing(open_project(made, read_only=True)) as project:
        scheme = project.scheme()
    with closing(create_project(loaded, scheme)) as project:
        session, reader = Session(project, ANNOTATOR), reader_named("jsonl")
        seconds = cpu_seconds(lambda: load(session, lines, reader, Options(new_articles=True)))
        counts = project.counts(ANNOTATOR)
        return seconds, peak_megabytes(), counts.annotations, counts.steps


def _copy(loaded: Path, copy: Path, transactions: int) -> float:
    """Write the rows once more, with their indexes, in so many transactions; return CPU seconds."""
    seconds = 0.0
    with (
        closing(sqlite.connect(loaded)) as source,
        closing(sqlite.connect(copy, isolation_level=None)) as target,
    ):
        target.execute("PRAGMA journal_mode = WAL")
        target.execute("PRAGMA synchronous = FULL")
        for (sql,) in source.execute(_SCHEMA, _TABLES).fetchall():
            target.execute(sql)
        reading = {table: source.execute(f"SELECT * FROM {table}") for table in _TABLES}
        shares = {table: _share(source, table, transactions) for table in _TABLES}
        for _ in range(transactions):
            rows = {table: reading[table].fetchmany(shares[table]) for table in _TABLES}
            seconds += cpu_seconds(partial(_write, target, rows))
    return seconds


def _share(source: sqlite.Connection, table: str, transactions: int) -> int:
    count: int = source.execute(f"SELECT count (*) FROM {table}").fetchone()[0]
    return -(-count // transactions)


def _write(target: sqlite.Connection, tables: Mapping[str, Sequence[Sequence[object]]]) -> None:
    target.execute("BEGIN IMMEDIATE")
    for table, rows in tables.items():
        if rows:
            target.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    target.execute("COMMIT")
