"""What storage costs: commits, the next article, the library list, search, a large project, and kills."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from app.annotation import Status
from app.changes import Change
from app.commands import remove_articles, restore_articles
from app.project import ArticleQuery
from app.session import Session
from storage import SqliteProject, open_project
from storage.connection import sqlite
from tests.benchmarks.bench import Figure
from tests.benchmarks.large_project import ANNOTATOR, annotate, build_large_project, make_article
from tests.storage.killing import kill_writers

PAGE = 50
"""Rows of the library list shown at once."""


def figures(quick: bool) -> Iterator[Figure]:
    """Measure everything; `quick` on a project of 2,000 articles instead of 30,000, with 20 kills of 200."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.pressmark"
        articles = 2_000 if quick else 30_000
        yield from building(path, articles, 30)
        project = open_project(path)
        yield from next_article(project)
        yield from library(project)
        yield from searching(project, path)
        yield from progress(project)
        yield from bin_and_back(project)
        project.close()
        yield from commits(Path(folder))
        yield from kills(Path(folder), 20 if quick else 200)


def building(path: Path, articles: int, annotations_each: int) -> Iterator[Figure]:
    """How long `apply` takes to write a large project, the making up of its articles left out."""
    begun = time.process_time()
    build_large_project(path, articles, annotations_each).close()
    whole = time.process_time() - begun
    begun = time.process_time()
    _make_up(articles, annotations_each)
    seconds = whole - (time.process_time() - begun)
    rows = articles * annotations_each
    yield Figure(
        f"write {articles} articles with {rows} annotations",
        seconds,
        "s CPU",
        "20 at 30,000 with 900,000, reading JSONL included",
        "38.7 for labelbuddy (C++, no history)",
    )
    size = path.stat().st_size / 1e6
    yield Figure(f"size of {articles} articles with {rows} annotations", size, "MB", "", "")


def _make_up(articles: int, annotations_each: int) -> None:
    chance = random.Random(articles * 1_000 + annotations_each)
    for number in range(articles):
        page = make_article(number, chance)
        for _ in annotate(page, annotations_each, chance):
            pass


def next_article(project: SqliteProject) -> Iterator[Figure]:
    """Article, text, annotations, relations, status and suggestions of articles in random order."""
    ids = project.find(ArticleQuery())
    random.Random(1).shuffle(ids)

    def read(article_id: int) -> None:
        project.article(article_id)
        project.text(article_id)
        project.annotations(article_id, ANNOTATOR)
        project.relations(article_id, ANNOTATOR)
        project.status(article_id, ANNOTATOR)
        project.suggestions(article_id)

    times = sorted(_milliseconds(partial(read, article_id)) for article_id in ids[:300])
    baseline = "110 for labelbuddy, window included"
    yield Figure("next article read, p50", times[150], "ms", "50, window included", baseline)
    yield Figure("next article read, p95", times[285], "ms", "50, window included", baseline)


def library(project: SqliteProject) -> Iterator[Figure]:
    """Ids in every order and under every filter, and a page of summaries."""
    queries: dict[str, ArticleQuery] = {
        "sort by title": ArticleQuery(order="title"),
        "sort by date, newest first": ArticleQuery(order="published", descending=True),
        "sort by site": ArticleQuery(order="site"),
        "in the order added": ArticleQuery(),
        "filter by language": ArticleQuery(languages=("kk", "en")),
        "filter by status": ArticleQuery(annotator=ANNOTATOR, statuses=(Status.TODO,)),
        "filter by label": ArticleQuery(labels=("claim",)),
        "filter by open suggestions": ArticleQuery(open_suggestions=True),
    }
    for name, query in queries.items():
        yield Figure(
            f"library: {name}",
            _median(partial(project.find, query)),
            "ms",
            "100",
            "60 a keystroke",
        )
    ids = project.find(ArticleQuery(order="title"))
    starts = random.Random(1).sample(range(len(ids) - PAGE), 21)
    pages = (ids[start : start + PAGE] for start in starts)
    times = [_milliseconds(partial(project.summaries, page, ANNOTATOR)) for page in pages]
    yield Figure(f"library: page of {PAGE} summaries", statistics.median(times), "ms", "16", "")
    yield Figure("totals of the project", _median(lambda: project.counts(ANNOTATOR)), "ms", "", "")


def searching(project: SqliteProject, path: Path) -> Iterator[Figure]:
    """All ids for a prefix, beside a LIKE scan of the same texts."""
    scan = _scan_time(path)
    words = {"rare prefix": "сверхкомпанирова", "word and prefix": "мост бюдж", "two letters": "ба"}
    for name, typed in words.items():
        found = len(project.find(ArticleQuery(words=typed)))
        milliseconds = _median(partial(project.find, ArticleQuery(words=typed)))
        yield Figure(
            f"search: {name} ({found} found)", milliseconds, "ms", "20", f"{scan:.0f} for a LIKE scan"
        )

    for typed in ("бюдж", "мост бюдж", "город министр школа закон бюд"):
        ids = project.find(ArticleQuery(words=typed))[:PAGE]
        milliseconds = _median(partial(project.snippets, ids, typed))
        yield Figure(f"snippets of {len(ids)} articles: {typed}", milliseconds, "ms", "120 for 50", "")


def progress(project: SqliteProject) -> Iterator[Figure]:
    """Everything Progress shows."""
    marked = project.counts(ANNOTATOR).annotations
    for name, annotator in (("all annotators", None), ("one annotator", ANNOTATOR)):
        seconds = _median(partial(project.statistics, annotator), 3) / 1_000
        yield Figure(f"statistics of {marked} annotations, {name}", seconds, "s CPU", "", "")


def bin_and_back(project: SqliteProject) -> Iterator[Figure]:
    """A hundred articles removed with all that is in them, and brought back, history and index included."""
    session = Session(project, ANNOTATOR)
    some = project.find(ArticleQuery())[:100]
    yield Figure(
        f"remove {len(some)} articles",
        _milliseconds(lambda: session.do("remove_articles", remove_articles(project, some))),
        "ms",
        "",
        "",
    )
    yield Figure(
        f"bring back {len(some)} articles from the bin",
        _milliseconds(lambda: session.do("restore_articles", restore_articles(project, project.bin()))),
        "ms",
        "",
        "",
    )


def _scan_time(path: Path) -> float:
    db = sqlite.connect(path)
    try:
        scan = "SELECT id FROM articles JOIN texts ON sha256 = text_sha256 WHERE body LIKE '%бюдж%'"
        return _median(lambda: db.execute(scan).fetchall(), 3)
    finally:
        db.close()


def commits(folder: Path) -> Iterator[Figure]:
    """One annotation with its history entry, beside a bare INSERT with the same durability; wall time."""
    project = build_large_project(folder / "commits.pressmark", 200, 30)
    session = Session(project, ANNOTATOR)
    chance = random.Random(1)
    page = make_article(10**6, chance)
    session.do("add_articles", [Change(None, page.article)], page.contents)
    raw = sqlite.connect(folder / "raw.db", isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE annotations (id INTEGER PRIMARY KEY, body TEXT)")
    ours: list[float] = []
    theirs: list[float] = []
    cpu: list[float] = []
    for annotation in annotate(page, 600, chance):  # turn about, so that both meet the same machine
        change = [Change(None, annotation)]
        begun = time.thread_time()
        ours.append(_wall(partial(session.do, "annotate", change)))
        cpu.append((time.thread_time() - begun) * 1_000)
        theirs.append(_wall(partial(_insert, raw)))
    raw.close()
    project.close()
    for percent in (50, 95):
        mine, bare = _percentile(ours, percent), _percentile(theirs, percent)
        target = {50: "1", 95: "50 on a laptop disk"}[percent]
        yield Figure(
            f"annotation committed, p{percent}",
            mine,
            "ms",
            target,
            f"{bare:.2f} for a bare INSERT and COMMIT",
        )
    yield Figure("annotation committed, CPU p50", _percentile(cpu, 50), "ms", "1", "")


def _insert(raw: sqlite.Connection) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO annotations (body) VALUES (?)", ("x" * 400,))
    raw.execute("COMMIT")


def kills(folder: Path, times: int) -> Iterator[Figure]:
    """How many acknowledged acts `kill -9` loses."""
    acknowledged, lost = kill_writers(folder, times)
    yield Figure(
        f"acknowledged acts lost in {times} x kill -9", lost, "acts", "0", f"{acknowledged} acknowledged"
    )


def _median(run: Callable[[], object], times: int = 9) -> float:
    run()
    return statistics.median(_milliseconds(run) for _ in range(times))


def _milliseconds(run: Callable[[], object]) -> float:
    """CPU time of this thread: what else the machine does is not counted."""
    begun = time.thread_time()
    run()
    return (time.thread_time() - begun) * 1_000


def _wall(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return (time.perf_counter() - begun) * 1_000


def _percentile(values: list[float], percent: int) -> float:
    return sorted(values)[len(values) * percent // 100]
