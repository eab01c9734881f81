"""Learning from the annotator: training, cross-validation, suggesting, and repeats, on made-up articles."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from app.anchor import Span, anchor
from app.annotation import Annotation, ArticleStatus, Status
from app.changes import Change, Step
from app.ids import new_id
from app.project import ArticleQuery
from app.suggesters.learning import model
from app.suggesters.learning.examples import Mark, TrainingArticle
from app.suggesters.learning.gathering import examples, training_articles
from app.suggesters.learning.repeats import repeats
from app.suggesters.learning.scoring import cross_validate
from storage import SqliteProject
from tests.benchmarks.bench import Figure
from tests.benchmarks.large_project import ANNOTATOR, Page, build_large_project, make_article

ARTICLES = 50
CLAIM = 9
"""Words of a claim."""


def figures(quick: bool) -> Iterator[Figure]:
    """Measure everything; `quick` in a project of 1,000 articles instead of 30,000."""
    chance = random.Random(5)
    pages = [make_article(number, chance) for number in range(ARTICLES + 20)]
    articles = [TrainingArticle(p.text, p.article.language, tuple(_marks(p)), (), _all(p)) for p in pages]
    yield from _learning(articles[:ARTICLES], articles[ARTICLES:])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.pressmark"
        project = build_large_project(path, 1_000 if quick else 30_000, 30)
        _work(project, pages[:ARTICLES])
        yield from _in_a_project(project, articles[ARTICLES:])
        project.close()


def _learning(known: list[TrainingArticle], others: list[TrainingArticle]) -> Iterator[Figure]:
    marks = sum(len(article.marks) for article in known)
    what = f"{len(known)} articles with {marks} marks"
    cold = _seconds(partial(model.train, known))
    warm = min(_seconds(partial(model.train, known)) for _ in range(3))
    yield Figure(f"train on {what}, at first", cold, "s CPU", "", "")
    yield Figure(f"train on {what}, again", warm, "s CPU", "< 1", "")
    yield Figure("cross-validate in 5 folds", _seconds(partial(cross_validate, known)), "s CPU", "", "")
    learned = model.train(known)
    times = [_seconds(partial(learned.suggest, other.text, other.language)) for other in others]
    yield Figure("suggest what was learned, one article", median(times) * 1e3, "ms", "150 for all", "")
    yield Figure("the model", sum(map(len, learned.fields)) / 1e6, "MB", "", "")


def _in_a_project(project: SqliteProject, others: list[TrainingArticle]) -> Iterator[Figure]:
    name = f"project of {len(project.find(ArticleQuery())):,} articles"
    read = _seconds(partial(training_articles, project, ANNOTATOR))
    yield Figure(f"read what to train on, {name}", read * 1e3, "ms", "", "")
    yield Figure(f"gather examples, {name}", _seconds(partial(examples, project, ANNOTATOR)), "s CPU", "", "")
    known = examples(project, ANNOTATOR)
    times = [_seconds(partial(repeats, other.text, other.language, known)) for other in others]
    yield Figure(
        f"repeats of {len(known):,} examples, one article", median(times) * 1e3, "ms", "150 for all", ""
    )


def _work(project: SqliteProject, pages: list[Page]) -> None:
    """Put the pages into the project and mark them, mark by mark, as an annotator would."""
    changes = [Change(None, page.article) for page in pages]
    contents = [content for page in pages for content in page.contents]
    at = pages[0].article.imported_at
    project.apply(Step("add_articles", ANNOTATOR, at, tuple(changes)), contents)
    for page in pages:
        for mark in _marks(page):
            annotation = Annotation(
                new_id(),
                page.article.id,
                ANNOTATOR,
                mark.label,
                (anchor(page.text, mark.span),),
                created_at=at,
            )
            project.apply(Step("annotate", ANNOTATOR, at, (Change(None, annotation),)))
        done = ArticleStatus(page.article.id, ANNOTATOR, Status.DONE)
        project.apply(Step("set_status", ANNOTATOR, at, (Change(None, done),)))


def _marks(page: Page) -> Iterator[Mark]:
    """Every number, with every third one the claim before it, and as its speaker two words before that."""
    numbers = [at for at, word in enumerate(page.words) if page.text[word.start : word.end].isdigit()]
    for count, at in enumerate(numbers):
        yield Mark("number", page.words[at].start, page.words[at].end)
        first = at - CLAIM + 1
        if count % 3 == 0 and first >= 2:
            yield Mark("claim", page.words[first].start, page.words[at].end)
            yield Mark("speaker", page.words[first - 2].start, page.words[first - 1].end)


def _all(page: Page) -> tuple[Span, ...]:
    return (Span(0, len(page.text)),)


def _seconds(function: Callable[[], object]) -> float:
    """Return the CPU seconds it took."""
    start = time.process_time()
    function()
    return time.process_time() - start
