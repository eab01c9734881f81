"""What one annotator has decided, read from a project: examples for repeats, articles for the model.

Only the newest articles they worked on are read. How people mark changes while they learn their scheme, so
that old marks teach what is no longer done; and a project may have 30,000 articles. The model gets as many
as it can learn from in a second. Repeats look further back: a name comes again after weeks.

An article nobody worked on teaches nothing: that nothing is marked in it says that it was not read. One that
is done teaches all through, and where nothing was marked in it most of all. One that is not done teaches
where something was decided in it, or where it was read and found empty; the rest may not have been read yet.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from app import lemmas
from app.anchor import Fragment, Span
from app.annotation import Annotation, ArticleStatus, Attributes, EmptyPassage, Status
from app.project import AnnotatedArticle, ArticleQuery, Project
from app.suggesters.learning.examples import Example, Mark, TrainingArticle
from app.suggesters.learning.places import furniture
from app.suggesters.learning.repeats import MOST_WORDS, agreed, standing
from app.suggestion import Decision, Suggestion
from app.tokens import words

TRAINING_ARTICLES = 50
EXAMPLE_ARTICLES = 100
# In so many of the newest articles that are done it is looked where an example stands unmarked.
_SEARCHED_ARTICLES = 50

# How far the history is followed back for the order in which articles were worked on, in steps (some 0.1 ms
# each), and how large a step may be (bytes): larger ones are imports and other acts of the whole project.
_MOST_STEPS = 3_000
_MOST_BYTES = 20_000
# Articles whose counts are asked for at once.
_BATCH = 500

_Phrase = tuple[str, tuple[str, ...]]
"""A label, and the lemmas of the words."""

_WORK = (Annotation, Suggestion, ArticleStatus, EmptyPassage)
# What stands between the end of a sentence, or of a line, and a word that opens the next one.
_OPENS = re.compile(r"(?:^|[.!?…\n])[\s\"«»“”„(–—-]*$")


def training_articles(
    project: Project, annotator: str, most: int = TRAINING_ARTICLES
) -> list[TrainingArticle]:
    """Return the newest articles the annotator can be learned from, newest first. NotFound: one is gone."""
    return [training_article(read, annotator) for read in _taught(project, annotator, most)]


def training_article(read: AnnotatedArticle, annotator: str) -> TrainingArticle:
    """Return what the article teaches; it must be read with the annotator's annotations and suggestions."""
    marks = tuple(Mark(a.label, span.start, span.end) for a in read.annotations for span in a.spans)
    return TrainingArticle(
        read.text,
        read.article.language,
        marks,
        tuple(mark for s in _refused(read, annotator) if (mark := _mark(s)) not in marks),
        tuple(_read_passages(read, annotator)),
    )


def examples(project: Project, annotator: str, most: int = EXAMPLE_ARTICLES) -> list[Example]:
    """Return the phrases the annotator has decided on in the newest articles, the most often marked first.

    Takes a second where there are many: not for the UI thread. NotFound: an article is gone.
    """
    taught = list(_taught(project, annotator, most))
    groups: dict[_Phrase, _Group] = {}
    for read in taught:
        _collect(read, annotator, groups)
    known = [group.example() for group in groups.values()]
    done = (read for read in taught if _is_done(read, annotator))
    passed_over = _passed_over(islice(done, _SEARCHED_ARTICLES), known)
    told = [replace(example, passed_over=passed_over[id(example)]) for example in known]
    return sorted(told, key=lambda example: (-example.accepts, example.rejects, example.label, example.text))


def examples_of(annotations: Iterable[Annotation]) -> list[Example]:
    """Return the examples that marks just made are by themselves: one for the same words, in the same form.

    A mark in pieces is none, nor one that is too long to be repeated.
    """
    groups: dict[tuple[str, str], _Group] = {}
    for annotation in annotations:
        if _repeatable(annotation.fragments):
            fragment, label = annotation.fragments[0], annotation.label
            words_ = fragment.quote.exact
            group = groups.setdefault((label, words_), _Group(label, words_))
            group.accepts += 1
            group.attributes.append(annotation.attributes)
            group.opening = group.opening and _opens(fragment)
    return [group.example() for group in groups.values()]


# --------------------------------------------------------------------------------------- which articles


def newest(project: Project, annotator: str, most: int) -> Iterator[int]:
    """Give ids of articles the annotator has worked on, or has marks in: the last ones first.

    The order of work is that of the history, as far as it is followed; then that of import.
    """
    recent = list(islice(_worked_on(project, annotator), most))
    there = set(project.find(ArticleQuery(only=tuple(recent))))
    given = set(recent)
    yield from (article_id for article_id in recent if article_id in there)
    begun = ArticleQuery(
        annotator=annotator, statuses=(Status.DONE, Status.IN_PROGRESS), order="added", descending=True
    )
    for article_id in project.find(begun):
        if article_id not in given:
            given.add(article_id)
            yield article_id
    labels = tuple(label.id for label in project.scheme().labels)
    if not labels:
        return
    marked = project.find(ArticleQuery(labels=labels, order="added", descending=True))
    for first in range(0, len(marked), _BATCH):
        for summary in project.summaries(marked[first : first + _BATCH], annotator):
            if summary.counts and summary.id not in given:
                yield summary.id


def _worked_on(project: Project, annotator: str) -> Iterator[int]:
    """The articles of the annotator's last steps, each once."""
    head = project.last_head(annotator)
    last = head.number if head else 0
    given: set[int] = set()
    for number in range(last, max(0, last - _MOST_STEPS), -1):
        if project.step_size(number) > _MOST_BYTES:
            continue
        step = project.step(number)
        if step.annotator == annotator and any(step.of(kind) for kind in _WORK):
            yield from (article_id for article_id in step.articles() if article_id not in given)
            given |= step.articles()


def _taught(project: Project, annotator: str, most: int) -> Iterator[AnnotatedArticle]:
    """The newest articles from which something is to be learned."""
    read = project.annotated(newest(project, annotator, most), annotator, with_suggestions=True)
    teaching = (
        each
        for each in read
        if each.annotations or _is_done(each, annotator) or any(_refused(each, annotator))
    )
    return islice(teaching, most)


def _is_done(read: AnnotatedArticle, annotator: str) -> bool:
    return read.statuses.get(annotator) is Status.DONE


# ------------------------------------------------------------------------------------------ what of them


def _refused(read: AnnotatedArticle, annotator: str) -> Iterator[Suggestion]:
    return (s for s in read.suggestions if s.decision is Decision.REJECTED and s.decided_by == annotator)


def _mark(suggestion: Suggestion) -> Mark:
    return Mark(suggestion.label, suggestion.start, suggestion.end)


def _read_passages(read: AnnotatedArticle, annotator: str) -> Iterator[Span]:
    if _is_done(read, annotator):
        left_out = set(furniture(read))
        spans = (Span(block.start, block.end) for block in read.article.blocks if block.start < block.end)
        yield from (span for span in spans if span not in left_out)
    else:
        yield from (passage.fragment.span for passage in read.empty_passages)


@dataclass(slots=True)
class _Group:
    """What was decided on one phrase, in whatever form."""

    label: str
    text: str = ""
    accepts: int = 0
    rejects: int = 0
    attributes: list[Attributes] = field(default_factory=list)
    opening: bool = True

    def example(self) -> Example:
        return Example(
            self.label,
            self.text,
            self.accepts,
            self.rejects,
            attributes=agreed(self.attributes),
            opening=self.opening,
        )


def _collect(read: AnnotatedArticle, annotator: str, groups: dict[_Phrase, _Group]) -> None:
    language = read.article.language
    for annotation in read.annotations:
        if _repeatable(annotation.fragments):
            group = _group(groups, annotation.label, annotation.fragments[0], language)
            group.accepts += 1
            group.attributes.append(annotation.attributes)
    marked = {(a.label, a.start, a.end) for a in read.annotations}
    for suggestion in _refused(read, annotator):
        if suggestion.place not in marked and _repeatable([suggestion.fragment]):
            _group(groups, suggestion.label, suggestion.fragment, language).rejects += 1


def _group(groups: dict[_Phrase, _Group], label: str, fragment: Fragment, language: str) -> _Group:
    text = fragment.quote.exact
    said = tuple(lemmas.lemma(text[span.start : span.end], language) for span in words(text))
    group = groups.setdefault((label, said), _Group(label, text))
    group.opening = group.opening and _opens(fragment)
    return group


def _repeatable(fragments: Sequence[Fragment]) -> bool:
    return len(fragments) == 1 and 0 < len(words(fragments[0].quote.exact)) <= MOST_WORDS


def _opens(fragment: Fragment) -> bool:
    """Whether it opens a sentence, as far as the words before it tell."""
    return _OPENS.search(fragment.quote.prefix) is not None


def _passed_over(done: Iterable[AnnotatedArticle], known: Sequence[Example]) -> Counter[int]:
    """How often each example (by `id`) stands where it was read, and neither marked nor refused."""
    counts: Counter[int] = Counter()
    for read in done:
        free = _Free(read)
        for (label, place), there in standing(read.text, read.article.language, known).items():
            if free.has(label, place):
                counts.update(map(id, there))
    return counts


class _Free:
    """Where in an article nothing was decided."""

    def __init__(self, read: AnnotatedArticle) -> None:
        self._furniture = furniture(read)
        self._decided: defaultdict[str, list[Span]] = defaultdict(list)
        for annotation in read.annotations:
            self._decided[annotation.label] += annotation.spans
        for suggestion in read.suggestions:
            if suggestion.decision is not Decision.OPEN:
                self._decided[suggestion.label].append(suggestion.fragment.span)

    def has(self, label: str, place: Span) -> bool:
        """Whether the place is free of the label, and part of the news."""
        return not any(place.overlaps(other) for other in (*self._decided[label], *self._furniture))
