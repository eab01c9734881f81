"""Looks for the places of a phrase, or of suggestions: at once in a short article, else beside the window."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app import lemmas
from app.article import Article
from app.concordance import (
    Occurrence,
    articles_with,
    articles_with_suggestions,
    in_articles,
    suggested_in_articles,
)
from app.errors import UserError
from app.occurrences import Mode, Sought
from app.project import Project
from widgets.tasks import Job, Task, Tasks

# Code points of an article that are searched without a wait being felt: 2 ms at most.
_SHORT = 50_000
# Places are handed over when there are so many, or after so many seconds.
_MOST, _PATIENCE = 200, 0.1


class Searching(QObject):
    """One search at a time; a new one ends the one before."""

    found = Signal(object)
    """A list of Occurrence, in order after those before."""
    progressed = Signal(object)
    """Progress"""
    ended = Signal()
    problem = Signal(str)

    def __init__(
        self,
        project: Project,
        annotator: str,
        open_for_reading: Callable[[Path], Project],
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._annotator = project, annotator
        self._open, self._tasks = open_for_reading, tasks
        self._task: Task | None = None

    def begin(self, sought: Sought | None, label_id: str, article: Article, *, everywhere: bool) -> None:
        """Look in the article and, where asked for, then in all others; None: for open suggestions."""
        self.cancel()
        ready = sought is None or sought.mode is not Mode.LEMMA or lemmas.loaded()
        if article.length < _SHORT and not everywhere and ready:
            self._find_now(sought, label_id, article.id)
            return
        path = self._project.path

        def work(job: Job) -> None:
            project = self._open(path)
            try:
                self._work(job, project, sought, label_id, article.id, everywhere)
            finally:
                project.close()

        self._task = self._tasks.start(self.tr("Searching"), work, self._listen)

    def cancel(self) -> None:
        """End the search under way; what it has found stays."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            self.ended.emit()

    def _find_now(self, sought: Sought | None, label_id: str, article_id: int) -> None:
        try:
            for rows in self._rows(self._project, [article_id], sought, label_id):
                self.found.emit(rows)
        except UserError as error:
            self.problem.emit(str(error))
        self.ended.emit()

    def _listen(self, task: Task) -> None:
        def end() -> None:
            if self._task is task:
                self._task = None
                self.ended.emit()

        task.delivered.connect(self.found)
        task.progressed.connect(self.progressed)
        task.failed.connect(self.problem)
        task.ended.connect(end)

    def _rows(
        self, project: Project, article_ids: Sequence[int], sought: Sought | None, label_id: str
    ) -> Iterator[list[Occurrence]]:
        if sought is None:
            return suggested_in_articles(project, article_ids, label_id, self._annotator)
        return in_articles(project, article_ids, sought, label_id, self._annotator)

    def _work(
        self,
        job: Job,
        project: Project,
        sought: Sought | None,
        label_id: str,
        article_id: int,
        everywhere: bool,
    ) -> None:
        """In the working thread: article by article, the one that is open first."""
        article_ids = [article_id]
        if everywhere:
            others = articles_with_suggestions(project) if sought is None else articles_with(project, sought)
            article_ids += [each for each in others if each != article_id]
        waiting: list[Occurrence] = []
        told = time.monotonic()
        job.report(0, len(article_ids))
        found = self._rows(project, article_ids, sought, label_id)
        for done, rows in enumerate(found, 1):
            waiting += rows
            now = time.monotonic()
            if len(waiting) >= _MOST or now - told > _PATIENCE:
                told = now
                job.report(done, len(article_ids))
                if waiting:
                    job.deliver(waiting)
                    waiting = []
        if waiting:
            job.deliver(waiting)
