"""Saved pages into the open project, beside the window: read in worker processes, added in small batches."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.session import Session
from widgets.late import commands
from widgets.tasks import Job, Task, Tasks
from widgets.texts import tr

if TYPE_CHECKING:
    from app.commands import Carried
    from app.importers.pool import Outcome

Fate = Literal["added", "duplicate", "revision", "failed"]

# A batch is added in one transaction on the UI thread: as many pages as, at the pace of the last batch,
# take this long (seconds). Few at most, because the next pages may be longer than the last ones.
_TURN = 0.015
_LARGEST_BATCH = 4
# Seconds a batch waits for more pages before it is added as it is.
_PATIENCE = 0.3
# Known files told at a time: their titles are read on the UI thread.
_KNOWN_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Known:
    """A file whose very bytes the project has; it is not read again."""

    path: Path
    article_id: int


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one page of one file."""

    path: Path
    fate: Fate
    said: str
    """The article's title; or the sentence why there is none."""


class Importing(QObject):
    """One import at a time into one session; its results stay readable until the next one."""

    grown = Signal()
    """There are more results."""
    finished = Signal(object)
    """Ids of the articles that were added."""
    problem = Signal(str)

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self.results: list[Result] = []
        self.added: list[int] = []
        self.task: Task | None = None
        self._waiting: list[tuple[Path, ...]] = []
        self._batch = 1

    def start(self, paths: Sequence[Path]) -> None:
        """Import these files and folders; after the import under way, where there is one."""
        if self.task is not None:
            self._waiting.append(tuple(paths))
            return
        self.results, self.added, self._batch = [], [], 1
        self.grown.emit()
        known = self._session.project.articles_by_snapshot()
        self.task = self._tasks.start(
            self.tr("Importing"), lambda job: self._read(job, paths, known), self._listen
        )

    def cancel(self) -> None:
        """Stop; what was added stays."""
        self._waiting = []
        if self.task is not None:
            self.task.cancel()

    def count(self, fate: Fate) -> int:
        """How many pages met this fate."""
        return sum(result.fate == fate for result in self.results)

    def summary(self) -> str:
        """One sentence: what the import brought."""
        added = self.count("added")
        said = tr("Import: {count} added", "", added)
        if revisions := self.count("revision"):
            said += tr(", {count} new revisions", "", revisions)
        if duplicates := self.count("duplicate"):
            said += tr(", {count} were there already", "", duplicates)
        if failed := self.count("failed"):
            said += tr(", {count} could not be read", "", failed)
        return said + "."

    def _listen(self, task: Task) -> None:
        task.delivered.connect(self._take)
        task.failed.connect(self.problem)
        task.ended.connect(self._end)

    def _read(self, job: Job, paths: Sequence[Path], known: Mapping[str, int]) -> None:
        """In the working thread: read files and hand their outcomes over in batches."""
        from app.importers import import_paths
        from app.importers.files import find_files
        from app.importers.known import known_article

        files: list[Path] = []
        there: list[Known] = []
        for path in find_files(paths):
            article_id = known_article(path, known)
            if article_id is None:
                files.append(path)
            else:
                there.append(Known(path, article_id))
            if job.cancelled():
                return
        for first in range(0, len(there), _KNOWN_AT_ONCE):
            job.deliver(there[first : first + _KNOWN_AT_ONCE])
        outcomes = import_paths(files, jobs=max(1, (os.cpu_count() or 2) - 1), cancelled=job.cancelled)
        done = 0
        job.report(0, len(files))
        for batch in self._batches(outcomes):
            job.deliver(batch)
            done += sum(outcome.last for outcome in batch)
            job.report(done, len(files))

    def _batches(self, outcomes: "Iterator[Outcome]") -> "Iterator[list[Outcome]]":
        batch: list[Outcome] = []
        began = time.monotonic()
        for outcome in outcomes:
            batch.append(outcome)
            if len(batch) >= self._batch or time.monotonic() - began > _PATIENCE:
                yield batch
                batch, began = [], time.monotonic()
        if batch:
            yield batch

    def _take(self, delivered: "list[Outcome] | list[Known]") -> None:
        """On the UI thread: what the working thread hands over."""
        known = [item for item in delivered if isinstance(item, Known)]
        if known:
            ids = [item.article_id for item in known]
            rows = self._session.project.summaries(ids, self._session.annotator)
            titles = {row.id: row.title for row in rows}
            self.results += [
                Result(item.path, "duplicate", titles.get(item.article_id) or item.path.name)
                for item in known
            ]
            self.grown.emit()
        else:
            self._add([item for item in delivered if not isinstance(item, Known)])

    def _add(self, outcomes: "list[Outcome]") -> None:
        """One step for the batch."""
        began = time.perf_counter()
        pages = [(outcome.path, page) for outcome in outcomes for page in outcome.imported]
        self.results += [
            Result(o.path, "failed", o.error.removeprefix(f"{o.path}: ")) for o in outcomes if o.error
        ]
        try:
            read = [page for _, page in pages]
            added = commands.add_articles(self._session.project, read, self._session.stamp())
            self._session.do("add_articles", added.changes, added.contents)
        except UserError as error:  # the disk is full, the file is read-only: more of it would be the same
            self.problem.emit(str(error))
            self.cancel()
            return
        for (path, page), became in zip(pages, added.pages, strict=True):
            said = " – ".join([page.title or path.name, *page.warnings])
            if became.carried is not None:
                said = self._with_carried(said, became.carried)
            self.results.append(Result(path, became.fate, said))
            if became.fate != "duplicate":
                self.added.append(became.article_id)
        self.grown.emit()
        self._batch = _next_batch(len(outcomes), time.perf_counter() - began)

    def _with_carried(self, title: str, carried: "Carried") -> str:
        """The title, and what became of the annotations of the earlier text."""
        certain = carried.certain
        said = tr(
            "{count} annotations carried over, {doubtful} to decide on, {missing} left behind", "", certain
        )
        return f"{title}: {said.format(doubtful=carried.doubtful, missing=carried.missing)}"

    def _end(self) -> None:
        self.task = None
        self.finished.emit(tuple(self.added))
        if self._waiting:
            self.start(self._waiting.pop(0))


def _next_batch(pages: int, seconds: float) -> int:
    """How many pages to add next, when so many took so long."""
    return max(1, min(_LARGEST_BATCH, int(_TURN * pages / max(seconds, 1e-6))))
