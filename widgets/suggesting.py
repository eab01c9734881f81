"""Suggestions computed beside the window: for the open article first, then for the others that need them."""

import gc
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import NotFound, UserError
from app.project import Project
from app.session import Session
from app.suggestion import Proposal
from widgets.tasks import Job, Task, Tasks

if TYPE_CHECKING:
    from app.suggesters.learning.learned import Learned


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
    learned: bool


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
        self._queue: deque[_Wish] = deque()
        self._learned: Learned | None = None
        self._version = 0
        self._seen: dict[int, int] = {}
        """Article id -> the version of what was learned when it was last looked at."""
        self._done = 0
        self._told = False
        self._loaded = False
        self._task: Task | None = None

    def use(self, learned: "Learned | None") -> None:
        """Suggest by this too from now on; None: by the engines alone."""
        self._learned = learned
        self._version += 1

    def need(self, article_id: int) -> None:
        """Compute next what is missing for the article: all, or what was learned since."""
        seen = self._seen.get(article_id)
        if seen == self._version:
            return
        known = seen is not None or self._session.project.suggestions(article_id, only_open=False)
        if not known:
            self.compute([article_id], first=True)
        elif self._learned is not None or seen is not None:
            self._add([_Wish(article_id, engines=False)], first=True)

    def compute(self, article_ids: Iterable[int], *, first: bool = False) -> None:
        """Compute suggestions for these articles, after the ones that wait or (`first`) before them."""
        self._add([_Wish(article_id, engines=True) for article_id in article_ids], first=first)

    def _add(self, wishes: Iterable[_Wish], *, first: bool) -> None:
        waiting = set(self._queue)
        fresh = [wish for wish in wishes if wish not in waiting]
        self._seen.update((wish.article_id, self._version) for wish in fresh)
        if first:
            self._queue.extendleft(reversed(fresh))
        else:
            self._queue.extend(fresh)
        if self._task is None and self._queue:
            self._done, self._told = 0, False
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
            while self._queue:
                wish, learned = self._queue.popleft(), self._learned
                try:
                    answer = self._answer(project, wish, learned)
                except NotFound:  # removed since it was queued
                    continue
                if not self._loaded:
                    self._loaded = True
                    # The suggesters' tables stay. To look through them for garbage would take 50 ms, now
                    # and again, of whichever thread is at it: the window's too.
                    gc.freeze()
                job.deliver(answer)
                self._done += 1
                job.report(self._done, self._done + len(self._queue))
        finally:
            project.close()

    def _answer(self, project: Project, wish: _Wish, learned: "Learned | None") -> _Answer:
        from app.suggesters import suggest

        article_id = wish.article_id
        text, language = project.text(article_id), project.article(article_id).language
        found = suggest(text, language) if wish.engines else []
        if learned is not None:
            from app.suggesters.learning.places import free

            (read,) = project.annotated([article_id], self._session.annotator, with_suggestions=True)
            found += free(learned.proposals(text, language, found), read)
        return _Answer(article_id, text, found, wish.engines, learned is not None)

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
        if cancelled:
            self._queue.clear()
        elif self._queue:  # one was asked for just as the work ended
            self._add([], first=False)
