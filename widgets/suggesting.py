"""Suggestions computed beside the window: for the open article first, then for the others that need them."""

import gc
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import NotFound, UserError
from app.project import Project
from app.session import Session
from app.suggestion import Proposal
from widgets.tasks import Job, Task, Tasks


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
        self._queue: deque[int] = deque()
        self._seen: set[int] = set()
        self._done = 0
        self._told = False
        self._loaded = False
        self._task: Task | None = None

    def need(self, article_id: int) -> None:
        """Compute suggestions for the article next, unless it has any or was looked at before."""
        if article_id not in self._seen and not self._session.project.suggestions(
            article_id, only_open=False
        ):
            self.compute([article_id], first=True)

    def compute(self, article_ids: Iterable[int], *, first: bool = False) -> None:
        """Compute suggestions for these articles, after the ones that wait or (`first`) before them."""
        waiting = set(self._queue)
        fresh = [article_id for article_id in article_ids if article_id not in waiting]
        self._seen.update(fresh)
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
        from app.suggesters import suggest

        project = self._open(path)
        try:
            while self._queue:
                article_id = self._queue.popleft()
                try:
                    text, language = project.text(article_id), project.article(article_id).language
                except NotFound:  # removed since it was queued
                    continue
                proposals = suggest(text, language)
                if not self._loaded:
                    self._loaded = True
                    # The suggesters' tables stay. To look through them for garbage would take 50 ms, now
                    # and again, of whichever thread is at it: the window's too.
                    gc.freeze()
                job.deliver((article_id, text, proposals))
                self._done += 1
                job.report(self._done, self._done + len(self._queue))
        finally:
            project.close()

    def _store(self, answer: tuple[int, str, list[Proposal]]) -> None:
        from app.suggesters.store import store_suggestions

        article_id, text, proposals = answer
        try:
            self._session.project.article(article_id)
            store_suggestions(self._session, article_id, text, proposals)
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
            self.compute([])
