"""Splits: shingles and sketches of texts in memory; dealing the articles of a project, and looking for leaks.

A tenth of the project's articles read like the one before them but for a word. All times are CPU times. The
project is dealt in a process of its own, so that the peak memory is its own.
"""

import hashlib
import random
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from app.dataset import Dataset, Dealt, Record, Selection, Split, deal, leakage, select
from app.dataset.duplicates import shingles, sketch
from app.replacing import replace
from storage import open_project
from tests.benchmarks.apart import apart, cpu_seconds, peak_megabytes
from tests.benchmarks.bench import Figure
from tests.benchmarks.large_project import build_large_project, make_article

MEMORY_TARGET = "≤ 300"


class Measured(NamedTuple):
    """CPU seconds, and what was found."""

    reading: float
    dealing: float
    looking: float
    copies: int
    """Articles that were found to be like another."""
    leaks: int
    megabytes: float


def figures(quick: bool) -> Iterator[Figure]:
    """Measure 1,000 texts in memory and a project of 30,000 articles; `quick` takes one of 1,000."""
    yield from _in_memory(1_000)
    count = 1_000 if quick else 30_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.pressmark"
        build_large_project(path, count, 1).close()
        found = apart(_measured, path)
    what = f"{count:,} articles"
    reading = f"reading alone: {count / found.reading:,.0f}"
    yield Figure(f"deal {what} of a project", count / found.dealing, "articles/s", "–", reading)
    alone = found.dealing - found.reading
    yield Figure(f"deal {what}, without reading", count / alone, "articles/s", "–", "")
    yield Figure(f"deal {what}, peak memory", found.megabytes, "MB", MEMORY_TARGET, "")
    yield Figure(f"copies found in {what}", found.copies, "articles", f"{count // 5:,}", "")
    yield Figure(f"look for leaks in {what}", found.looking, "s CPU", "–", "")
    yield Figure("near-duplicates in different parts", found.leaks, "pairs", "0", "")


def _in_memory(count: int) -> Iterator[Figure]:
    chance = random.Random(count)
    pages = [make_article(number, chance) for number in range(count)]
    made = [shingles(page.article, page.text) for page in pages]
    hashing = _best(lambda: [hashlib.sha256(page.text.encode()).digest() for page in pages])
    baseline = f"sha256 of the texts: {count / hashing:,.0f}"
    shingling = _best(lambda: [shingles(page.article, page.text) for page in pages])
    yield Figure("shingles of an article", count / shingling, "articles/s", "–", baseline)
    sketching = _best(lambda: [sketch(found) for found in made])
    yield Figure("sketch of the shingles", count / sketching, "articles/s", "≥ 9,640", baseline)


def _best(work: Callable[[], object]) -> float:
    """CPU seconds of the fastest of three runs."""
    return min(cpu_seconds(work) for _ in range(3))


def _measured(path: Path) -> Measured:
    project = open_project(path, read_only=True)
    dataset = _with_copies(select(project, Selection()))
    reading = cpu_seconds(lambda: sum(1 for _ in dataset.read(dataset.article_ids)))
    dealt: list[Dealt] = []
    dealing = cpu_seconds(lambda: dealt.append(deal(dataset, Split())))
    leaks: list[int] = []
    looking = cpu_seconds(lambda: leaks.append(len(leakage(dataset, dealt[0]).pairs)))
    copies = len(dataset) - len(set(dealt[0].groups.values()))
    project.close()
    return Measured(reading, dealing, looking, 2 * copies, leaks[0], peak_megabytes())


def _with_copies(dataset: Dataset) -> Dataset:
    """The dataset with every tenth article reading like the one before it, and then a word of its own."""
    before = dict(zip(dataset.article_ids[9::10], dataset.article_ids[8::10], strict=True))

    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        wanted = list(article_ids)
        for article_id, record in zip(wanted, dataset.read(before.get(n, n) for n in wanted), strict=True):
            if article_id in before:
                text = f"{record.text} {article_id}"
                sha256 = hashlib.sha256(text.encode()).hexdigest()
                article = replace(record.article, id=article_id, text_sha256=sha256)
                yield replace(record, article=article, text=text)
            else:
                yield record

    return replace(dataset, read=read)
