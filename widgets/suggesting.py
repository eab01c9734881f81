"""Suggestions computed beside the window: for the open article first, then for the others that need them."""

import gc
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import NotFound, UserError
from app.project import Project
from app.session import Session
from app.suggestion import Decision, Proposal, Suggestion
from widgets.tasks import Job, Task, Tasks

if TYPE_CHECKING:
    from app.suggesters.learning.learned import Learned

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Wish:
    """An article to suggest for."""

    article_id: int
    engines: bool
    """Whether the engines are to read it too, or only what is learned is asked."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found."""

    article_id: int
    text: str
    proposals: list[Proposal]
    engines: bool


class _Waiting:
    """The articles that wait, each once: the window puts them in, the working thread takes them out."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._engines: OrderedDict[int, bool] = OrderedDict()

    def __len__(self) -> int:
        return len(self._engines)

    def add(self, article_ids: Iterable[int], *, engines: bool, first: bool) -> list[int]:
        """Have these wait, behind all others or before them; return their ids."""
        added = list(article_ids)
        with self._lock:
            for article_id in reversed(added) if first else added:
                self._engines[article_id] = engines or self._engines.get(article_id, False)
                if first:
                    self._engines.move_to_end(article_id, last=False)
        return added

    def hasten(self, article_id: int) -> None:
        """Let the article, if it waits, be the next."""
        with self._lock:
            if article_id in self._engines:
                self._engines.move_to_end(article_id, last=False)

    def take(self) -> _Wish | None:
        """Take the next out; None: there is none."""
        with self._lock:
            return _Wish(*self._engines.popitem(last=False)) if self._engines else None

    def clear(self) -> list[int]:
        """Take all out; return their ids."""
        with self._lock:
            left = list(self._engines)
            self._engines.clear()
        return left


class Suggesting(QObject):
    """Works through a queue of articles in one background task, reading by a connection of its own."""

    problem = Signal(str)

    def __init__(
        self,
        session: Session,
        open_for_reading: Callable[[Path], Project],
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._open = open_for_reading
        self._tasks = tasks
        self._waiting = _Waiting()
        self._at: int | None = None
        """The article that is read just now."""
        self._learned: Learned | None = None
        self._learning = False
        self._version = 0
        self._seen: dict[int, int] = {}
        """Article id -> the version of what was learned when it was last looked at."""
        self._done = 0
        self._told = False
        self._loaded = False
        self._task: Task | None = None

    def expect_learned(self, learning: bool) -> None:
        """Say whether anything is learned here: where not, what was suggested by it is to go."""
        self._learning = learning

    def use(self, learned: "Learned | None") -> None:
        """Suggest by this too from now on; None: by the engines alone."""
        self._learned = learned
        self._version += 1

    def need(self, article_id: int) -> None:
        """Compute next what is missing for the article: all, or what was learned since."""
        seen = self._seen.get(article_id)
        if seen == self._version:
            self._waiting.hasten(article_id)  # it may wait behind a whole import
            return
        there = self._session.project.suggestions(article_id, only_open=False)
        if seen is None and not there:
            self.compute([article_id], first=True)
        elif self._learned is not None or seen is not None or self._has_stale(there):
            self._add([article_id], engines=False, first=True)

    def _has_stale(self, suggestions: Iterable[Suggestion]) -> bool:
        """Whether some were learned, and nothing is any more."""
        from app.suggesters import LEARNED

        learned = (s for s in suggestions if s.suggester in LEARNED and s.decision is Decision.OPEN)
        return not self._learning and any(learned)

    def forget(self, article_id: int) -> None:
        """Take back what was suggested for the article by what is not learned any more."""
        self._add([article_id], engines=False, first=True)

    def compute(self, article_ids: Iterable[int], *, first: bool = False) -> None:
        """Compute suggestions for these articles, after the ones that wait or (`first`) before them."""
        self._add(article_ids, engines=True, first=first)

    def _add(self, article_ids: Iterable[int], *, engines: bool, first: bool) -> None:
        added = self._waiting.add(article_ids, engines=engines, first=first)
        self._seen.update((article_id, self._version) for article_id in added)
        self._start()

    def _start(self) -> None:
        if self._task is None and self._waiting:
            self._done, self._told, self._at = 0, False, None
            path = self._session.project.path
            self._task = self._tasks.start(
                self.tr("Suggesting"), lambda job: self._work(job, path), self._listen
            )

    def _listen(self, task: Task) -> None:
        task.delivered.connect(self._store)
        task.failed.connect(self.problem)
        task.ended.connect(self._end)

    def _work(self, job: Job, path: Path) -> None:
        """In the working thread: until the queue is empty."""
        project = self._open(path)
        try:
            while (wish := self._waiting.take()) is not None:
                self._at, learned = wish.article_id, self._learned
                try:
                    answer = self._answer(project, wish, learned)
                except NotFound:  # removed since it was queued
                    continue
                except UserError:
                    raise
                except Exception:  # a fault of an engine with one text: the others are not to suffer
                    log.exception("nothing is suggested for article %s", wish.article_id)
                    continue
                if not self._loaded:
                    self._loaded = True
                    # The suggesters' tables stay. To look through them for garbage would take 50 ms, now
                    # and again, of whichever thread is at it: the window's too.
                    gc.freeze()
                job.deliver(answer)
                self._done += 1
                job.report(self._done, self._done + len(self._waiting))
        finally:
            project.close()

    def _answer(self, project: Project, wish: _Wish, learned: "Learned | None") -> _Answer:
        from app.suggesters import suggest

        article_id = wish.article_id
        text, language = project.text(article_id), project.article(article_id).language
        found = suggest(text, language) if wish.engines else []
        if learned is not None:
            found += learned.proposals(text, language, found)
        return _Answer(article_id, text, found, wish.engines)

    def _store(self, answer: _Answer) -> None:
        from app.suggesters import ENGINES, LEARNED
        from app.suggesters.store import store

        suggesters = [*(ENGINES if answer.engines else ()), *LEARNED]
        try:
            self._session.project.article(answer.article_id)
            store(self._session, answer.article_id, answer.text, answer.proposals, suggesters)
        except NotFound:
            return  # removed while it was computed
        except UserError as error:
            if not self._told:  # the next article may be all right; the same sentence again would help nobody
                self._told = True
                self.problem.emit(str(error))

    def _end(self) -> None:
        cancelled = self._task is not None and self._task.job.cancelled()
        self._task = None
        if cancelled or self._at is None:  # not wanted, or the project could not be read at all
            for article_id in (*self._waiting.clear(), self._at):
                self._seen.pop(article_id or 0, None)  # to be read when it is opened again
        else:  # one may have been asked for just as the work ended
            self._start()
