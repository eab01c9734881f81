"""The hand: the standard task on the seed article by real key events, its actions and seconds counted.

Keystroke-level model (Card, Moran and Newell 1980), with the times of TARGETS: a key 0.2 s (a modifier held
through several chords counts once), 1.35 s to think before each span, field and link. No mouse is used.
"""

import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.anchor import Span
from app.annotation import Annotation
from app.article import Article, Role
from app.relating import candidates
from tests.benchmarks.bench import Figure
from tests.benchmarks.hand_plan import Page, plan, presses
from tests.benchmarks.hand_task import SEED_TASK, Mark, span_of

if TYPE_CHECKING:
    from app.session import Session
    from widgets.desk import Desk
    from widgets.shell import Shell

SEED = Path(__file__).parents[3] / "shared" / "data" / "articles" / "seed"

_QUOTES = '"«»“”„'
KEY_SECONDS, THOUGHT_SECONDS = 0.2, 1.35


@dataclass(slots=True)
class Hand:
    """What the hand has done."""

    chords: list[str] = field(default_factory=list)
    thoughts: int = 0
    milliseconds: list[float] = field(default_factory=list)
    """CPU time of the program for each chord."""
    accepted: int = 0
    refused: int = 0
    """Suggestions decided by a key of their own."""
    more: int = 0
    """Annotations that were accepted with others and are not of the task."""

    def seconds(self) -> float:
        """The time the model gives it."""
        return KEY_SECONDS * presses(self.chords) + THOUGHT_SECONDS * self.thoughts


def figures(quick: bool) -> Iterator[Figure]:
    """Do the task once: it is the same every time."""
    if not SEED.is_dir():
        return
    with tempfile.TemporaryDirectory(prefix="pressmark-bench-") as name:
        hand = do_task(Path(name), next(SEED.iterdir()), SEED_TASK)
    beside = "labelbuddy 147.6, Label Studio 154.7, QualCoder 168.9"
    yield Figure("standard task by hand alone, no mouse", hand.seconds(), "s (KLM)", "<= 90", beside)
    beside = "INCEpTION 96, Label Studio 136, labelbuddy 161"
    yield Figure("standard task by hand alone: actions", len(hand.chords), "chords", "said", beside)
    beside = f"slowest {max(hand.milliseconds):.0f} ms"
    name = "standard task: one chord, handled and painted, p95"
    yield Figure(name, statistics.quantiles(hand.milliseconds, n=20)[-1], "ms CPU", "", beside)
    with tempfile.TemporaryDirectory(prefix="pressmark-bench-") as name:
        hand = do_task(Path(name), next(SEED.iterdir()), SEED_TASK, suggested=True)
    beside = f"{hand.accepted} accepted, {hand.refused} refused, {hand.more} more marks than asked for"
    yield Figure("standard task with suggestions", hand.seconds(), "s (KLM)", "<= 47", beside)
    yield Figure("standard task with suggestions: actions", len(hand.chords), "chords", "<= 60", beside)


def do_task(folder: Path, source: Path, task: tuple[Mark, ...], *, suggested: bool = False) -> Hand:
    """Import the article, do the task by keys, and hold what is there against the task. Returns the hand.

    `suggested`: what the engines propose is there, and each proposal is decided before the rest is marked by
    hand. Speakers the task does not ask for come with claims: they are counted. A claim that the task
    relates to a speaker must have one, be it another mention of it, nearer to the claim.
    """
    from app import settings as setting
    from app.commands import add_articles
    from app.importers import import_paths
    from app.session import Session
    from app.settings import Settings
    from storage import create_project
    from tests.widgets.window.samples import ANNOTATOR, files, news_scheme
    from widgets.application import make_application, make_window

    folder.mkdir(exist_ok=True)
    path = folder / "task.pressmark"
    project = create_project(path, news_scheme())
    session = Session(project, ANNOTATOR)
    (outcome,) = import_paths([source])
    assert outcome.error is None, outcome.error
    added = add_articles(project, outcome.imported, session.stamp())
    session.do("add_articles", added.changes, added.contents)
    if suggested:
        _suggest(session, *added.article_ids)
    project.close()
    settings = Settings(folder / "config")
    settings.set(setting.ANNOTATOR, ANNOTATOR)
    settings.set(setting.SUGGEST, False)
    settings.set(setting.BLIND_SHARE, 0)
    make_application(settings)
    shell = make_window(files(), settings)
    assert shell.open_project(path), shell.window.message_bar.text()
    shell.window.show()
    try:
        annotator = _Annotator(shell, task)
        return annotator.work_with_suggestions() if suggested else annotator.work()
    finally:
        shell.window.close()


def _suggest(session: "Session", article_id: int) -> None:
    from app.suggesters import suggest
    from app.suggesters.store import store_suggestions

    text = session.project.text(article_id)
    language = session.project.article(article_id).language
    store_suggestions(session, article_id, text, suggest(text, language))


class _Annotator:
    """Plans each mark from where the caret is, and presses the keys."""

    def __init__(self, shell: "Shell", task: tuple[Mark, ...]) -> None:
        from PySide6.QtWidgets import QApplication

        assert shell.desk is not None
        self._window, self._desk, self._task = shell.window, shell.desk, task
        self._open = partial(_open_article, shell.desk)
        self._paint = QApplication.processEvents
        self._paint()
        article = self._open()
        self._spans = [span_of(mark, self._desk.text, article.blocks) for mark in task]
        folded = (Span(b.start, b.end) for b in article.blocks if b.role is Role.BOILERPLATE)
        self._page = Page(self._desk.text, tuple(folded))
        self._keys = {label.id: label.key for label in self._desk.scheme.labels}
        self._made: list[int] = []
        self._hand = Hand()

    def work(self) -> Hand:
        """Do everything, in text order but for speakers, who come before what they say."""
        for mark, span in zip(self._task, self._spans, strict=True):
            self._mark(mark, span)
            if mark.speaker is not None:
                self._relate(mark)
            if mark.label == "number":
                self._check_value()
        self._verify()
        return self._hand

    def work_with_suggestions(self) -> Hand:
        """Decide each suggestion that Tab leads to; then mark and relate by hand what is missing."""
        self._press("Tab")
        while (chosen := self._desk.reader.selected_suggestion()) is not None:
            suggestion = self._desk.project.suggestion(chosen)
            right = self._mark_of(suggestion.label, suggestion.fragment.span) is not None
            self._hand.thoughts += 1
            self._press("Return" if right else "Backspace")
            self._hand.accepted += right
            self._hand.refused += not right
        there = self._there()
        for at, (mark, span) in enumerate(zip(self._task, self._spans, strict=True)):
            if at in there:
                self._made.append(there[at])
            else:
                self._mark(mark, span)
        for at, mark in enumerate(self._task):
            if mark.speaker is not None and not any(claim == self._made[at] for claim, _ in self._said()):
                self._desk.show_annotation(self._made[at])
                self._relate(mark)
        self._hand.more = len(self._desk.annotations()) - len(self._made)
        self._verify_numbers()
        related = {claim for claim, _ in self._said()}
        assert all(self._made[at] in related for at, m in enumerate(self._task) if m.speaker is not None)
        return self._hand

    def _there(self) -> dict[int, int]:
        """Which annotation each mark of the task has, by the number of the mark."""
        found = {
            self._mark_of(annotation.label, annotation.spans[0]): annotation.id
            for annotation in self._desk.annotations()
        }
        return {at: made for at, made in found.items() if at is not None}

    def _mark_of(self, label: str, span: Span) -> int | None:
        """The mark of the task that this is, but for a quotation mark; a speaker also without the post."""
        text = self._desk.text
        for at, (mark, asked) in enumerate(zip(self._task, self._spans, strict=True)):
            same = _bare(text, span) == _bare(text, asked)
            named = label == "speaker" and asked.start <= span.start and span.end == asked.end
            if mark.label == label and (same or named):
                return at
        return None

    def _press(self, chord: str) -> None:
        from tests.keyboard import press

        began = time.process_time()
        press(self._window, chord)
        self._paint()
        self._hand.milliseconds.append((time.process_time() - began) * 1000)
        self._hand.chords.append(chord)

    def _mark(self, mark: Mark, span: Span) -> None:
        reader = self._desk.reader
        rested = not reader.textCursor().hasSelection()
        extents = _number_extents if mark.label == "number" else _extents
        self._hand.thoughts += 1
        for chord in plan(self._page, reader.caret(), span, self._keys[mark.label], extents, rested=rested):
            self._press(chord)
        made: Annotation | None = self._desk.selected()
        assert made is not None, f"nothing is marked at {span}"
        assert (made.label, made.spans) == (mark.label, (span,)), f"{made.text!r} is marked, not {mark}"
        self._made.append(made.id)

    def _relate(self, mark: Mark) -> None:
        desk = self._desk
        assert mark.speaker is not None
        source, speaker = desk.selected(), self._made[mark.speaker]
        assert source is not None
        relations = desk.project.relations(self._open().id)
        found = candidates(desk.scheme, source, desk.annotations(), relations)
        number = [annotation.id for annotation in found].index(speaker) + 1
        self._hand.thoughts += 1
        for chord in ("R", str(number)):
            self._press(chord)

    def _check_value(self) -> None:
        """Look at what was parsed, and confirm it."""
        self._hand.thoughts += 1
        for chord in ("V", "Return"):
            self._press(chord)

    def _verify(self) -> None:
        assert {a.id for a in self._desk.annotations()} == set(self._made), "nothing else is marked"
        self._verify_numbers()
        wanted = {
            (self._made[at], self._made[mark.speaker])
            for at, mark in enumerate(self._task)
            if mark.speaker is not None
        }
        assert self._said() == wanted, "the relations are those of the task"

    def _verify_numbers(self) -> None:
        there = {a.id: a for a in self._desk.annotations()}
        for number in (there[made] for made in self._made if there[made].label == "number"):
            assert number.attributes.get("value") is not None, f"{number.text!r} has a value"
            assert number.attributes.get("unit") or number.attributes["number_type"] == "date"

    def _said(self) -> set[tuple[int, int]]:
        """Claim and speaker of every relation."""
        relations = self._desk.project.relations(self._open().id)
        return {(r.source, r.target) for r in relations if r.type == "said_by"}


def _bare(text: str, span: Span) -> tuple[int, int]:
    """Where it begins and ends without quotation marks."""
    quoted = text[span.start : span.end]
    return (
        span.start + len(quoted) - len(quoted.lstrip(_QUOTES)),
        span.end - len(quoted) + len(quoted.rstrip(_QUOTES)),
    )


def _open_article(desk: "Desk") -> Article:
    assert desk.article is not None, "an article is open"
    return desk.article


def _extents(text: str, offset: int) -> list[Span]:
    from widgets.reader.extents import extents

    return extents(text, offset)


def _number_extents(text: str, offset: int) -> list[Span]:
    from widgets.reader import phrases
    from widgets.reader.extents import extents_of
    from widgets.reader.reach import word_near

    word = word_near(text, offset)
    return [] if word is None else extents_of(text, word, phrases.number_phrase(text, word, "ru"))
