"""A long day: 5,000 random acts by keys over 200 articles; latency and memory at its end beside its begin."""

import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.bench import Figure
from tests.benchmarks.large_project import make_article

ARTICLES, ACTS = 200, 5_000

# Chords of one act, with how often it is done. What opens a dialog is not among them.
_ACTS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (10, ("Alt+Down",)),
    (8, ("Ctrl+Right", "Ctrl+Right")),
    (5, ("Ctrl+Down",)),
    (4, ("Ctrl+Up",)),
    (12, ("1",)),
    (6, ("1", "1")),
    (8, ("Shift+Ctrl+Right", "Shift+Ctrl+Right", "1")),
    (9, ("2",)),
    (9, ("3",)),
    (4, ("Space", "Space", "1")),
    (8, ("R", "1")),
    (3, ("V", "Return")),
    (3, ("U",)),
    (2, ("0",)),
    (2, ("L", "2")),
    (2, ("D", "1")),
    (2, ("S",)),
    (2, ("J",)),
    (2, ("Ctrl+Right", "+")),
    (1, ("-",)),
    (4, ("Ctrl+Tab",)),
    (3, ("Alt+Right",)),
    (3, ("Ctrl+Alt+Right",)),
    (4, ("Backspace",)),
    (6, ("Ctrl+Z",)),
    (3, ("Ctrl+Shift+Z",)),
    (1, ("B",)),
    (1, ("F",)),
    (6, ("Ctrl+PgDown",)),
    (2, ("Ctrl+PgUp",)),
    (1, ("Ctrl+Return",)),
    (3, ("Esc",)),
)


def figures(quick: bool) -> Iterator[Figure]:
    """Work through a day and compare its last fifth with its second (the first warms caches)."""
    with tempfile.TemporaryDirectory(prefix="pressmark-bench-") as name:
        yield from _day(Path(name), 20 if quick else ARTICLES, 300 if quick else ACTS)


def _day(folder: Path, articles: int, acts: int) -> Iterator[Figure]:
    import psutil

    from app import settings as setting
    from app.settings import Settings
    from tests.keyboard import press
    from tests.widgets.window.samples import ANNOTATOR, files
    from widgets.application import make_application, make_window

    path = folder / "day.pressmark"
    _build(path, articles)
    settings = Settings(folder / "config")
    settings.set(setting.ANNOTATOR, ANNOTATOR)
    settings.set(setting.SUGGEST, False)
    application = make_application(settings)
    shell = make_window(files(), settings)
    shell.open_project(path)
    shell.window.show()
    application.processEvents()
    chance = random.Random(acts)
    weights, chords = zip(*_ACTS, strict=True)
    process = psutil.Process()
    times: list[float] = []
    resident: list[int] = []
    for _ in range(acts):
        act = chance.choices(chords, weights)[0]
        began = time.process_time()
        press(shell.window, *act)
        application.processEvents()
        times.append((time.process_time() - began) * 1000)
        resident.append(process.memory_info().rss)
    assert shell.desk is not None
    done = shell.desk.project.counts(ANNOTATOR)
    shell.window.close()
    yield from _compared(times, resident, f"{acts:,} acts on {articles} articles")
    beside = f"{done.annotations:,} annotations, {done.relations:,} relations stand"
    yield Figure(f"{acts:,} acts: steps in the history", done.steps, "steps", "", beside)


def _compared(times: list[float], resident: list[int], day: str) -> Iterator[Figure]:
    fifth = len(times) // 5
    early, late = times[fifth : 2 * fifth], times[-fifth:]
    for what, of in (
        ("median", statistics.median),
        ("p95", lambda some: statistics.quantiles(some, n=20)[-1]),
    ):
        began, ended = of(early), of(late)
        beside = f"second fifth {began:.1f} ms, last fifth {ended:.1f} ms"
        yield Figure(f"{day}: latency, {what}, end to begin", ended / began, "×", "flat", beside)
    yield Figure(f"{day}: the slowest", max(times), "ms CPU", "", f"median {statistics.median(times):.1f} ms")
    before, after = statistics.median(resident[fifth : 2 * fifth]), statistics.median(resident[-fifth:])
    beside = f"from {before / 2**20:.0f} to {after / 2**20:.0f} MB"
    yield Figure(f"{day}: memory, end less begin", (after - before) / 2**20, "MB", "flat", beside)


def _build(path: Path, articles: int) -> None:
    from app.changes import Change, Content, Step
    from storage import create_project
    from tests.widgets.window.samples import ANNOTATOR, news_scheme

    project = create_project(path, news_scheme())
    chance = random.Random(articles)
    changes: list[Change] = []
    contents: list[Content] = []
    for number in range(articles):
        page = make_article(number, chance)
        changes.append(Change(None, page.article))
        contents += page.contents
    project.apply(Step("add_articles", ANNOTATOR, "2023-07-04T05:11:00.000Z", tuple(changes)), contents)
    project.close()
