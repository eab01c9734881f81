"""Work beside the window: a function in a thread of its own, its results handled on the UI thread.

The function is handed a `Job`, through which it reports progress, hands over results and learns that it
was cancelled. Results wait for one another: a job that is quicker than the window pauses, so that
memory stays flat and no burst of results holds up a key press.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, QTimer, Signal

from app.errors import UserError

log = logging.getLogger(__name__)

# Results that may wait for the UI thread. One, so that two never follow without the window having its turn.
_WAITING = 1
# Progress is passed on at most this often (seconds): a status line need not change faster.
_PROGRESS_INTERVAL = 0.1
# Milliseconds after which what waits for another task is looked at again.
_HELD = 50
# Seconds after which a guess at the remaining time is worth showing.
_FIRST_GUESS = 2.0


class Cancelled(Exception):
    """Raised inside a job that was told to stop."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is."""

    done: int = 0
    total: int = 0
    """0 where it is not known."""
    remaining: float | None = None
    """Seconds, or None while there is nothing to go by."""


class Job:
    """What the working thread sees of its task."""

    def __init__(self, task: "Task") -> None:
        self._task = task
        self._free = threading.Semaphore(_WAITING)
        self._stop = threading.Event()

    def cancelled(self) -> bool:
        """Whether the user wants it to stop."""
        return self._stop.is_set()

    def report(self, done: int, total: int = 0) -> None:
        """Say how far the work is. Raise Cancelled if it is not wanted any more."""
        self.check()
        self._task._reported.emit(done, total)

    def deliver(self, result: object) -> None:
        """Hand a result to the UI thread; wait while too many are waiting. Raise Cancelled as `report`."""
        while not self._free.acquire(timeout=0.1):
            self.check()
        self.check()
        self._task._handed.emit(result)

    def handled(self) -> None:
        """One result has been dealt with."""
        self._free.release()

    def stop(self) -> None:
        """Ask the work to stop."""
        self._stop.set()

    def check(self) -> None:
        """Raise Cancelled if it is not wanted any more."""
        if self._stop.is_set():
            raise Cancelled


class Task(QObject):
    """One background job as the window sees it; all signals arrive on the UI thread."""

    progressed = Signal(object)
    """Progress"""
    delivered = Signal(object)
    """Each result, in order."""
    succeeded = Signal(object)
    """What the function returned."""
    failed = Signal(str)
    """A sentence for the user."""
    ended = Signal()
    """Always last, however it ended."""

    _reported = Signal(object, object)
    _handed = Signal(object)
    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        """What the status bar calls it ("Importing")."""
        self.progress = Progress()
        self.job = Job(self)
        self.over = False
        """Whether the function has returned, or was stopped."""
        self._began = time.monotonic()
        self._told = 0.0
        self._put_off: deque[Callable[[], None]] = deque()
        self._reported.connect(self._on_report)
        self._handed.connect(self._on_result)
        self._returned.connect(self._on_return)
        self._raised.connect(self._on_raise)

    def cancel(self) -> None:
        """Ask it to stop; `ended` follows when it has."""
        self.job.stop()

    def work(self, function: Callable[[Job], object]) -> None:
        """Run `function` here and now: called in the working thread."""
        try:
            outcome = function(self.job)
        except Exception as error:  # told on the UI thread
            self._raised.emit(error)
        else:
            self._returned.emit(outcome)

    def _on_report(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told < _PROGRESS_INTERVAL and done < total:
            return
        self._told = now
        self.progress = Progress(done, total, remaining(done, total, now - self._began))
        self.progressed.emit(self.progress)

    def _on_result(self, result: object) -> None:
        self._in_turn(lambda: self._deliver(result))

    def _on_return(self, outcome: object) -> None:
        self._in_turn(lambda: self._succeed(outcome))

    def _on_raise(self, error: Exception) -> None:
        self._in_turn(lambda: self._fail(error))

    def _in_turn(self, tell: Callable[[], None]) -> None:
        """Tell it, after what was put off before it: the end of a task comes after its last result."""
        self._put_off.append(tell)
        self.catch_up()

    def catch_up(self) -> None:
        """Tell what was put off, unless another task has the project file to itself (still)."""
        while self._put_off and not self._must_wait():
            self._put_off.popleft()()
        if self._put_off:
            QTimer.singleShot(_HELD, self, self.catch_up)

    def _must_wait(self) -> bool:
        tasks = self.parent()
        if not isinstance(tasks, Tasks) or self.job.cancelled():
            return False
        return tasks.holder is not None and tasks.holder is not self

    def _deliver(self, result: object) -> None:
        try:
            if not self.job.cancelled():
                self.delivered.emit(result)
        finally:
            self.job.handled()

    def _succeed(self, outcome: object) -> None:
        self.over = True
        if not self.job.cancelled():
            self.succeeded.emit(outcome)
        self.ended.emit()

    def _fail(self, error: Exception) -> None:
        self.over = True
        if isinstance(error, UserError):
            self.failed.emit(str(error))
        elif not isinstance(error, Cancelled):
            log.error("%s failed", self.name, exc_info=error)
            self.failed.emit(self.tr("{name} stopped at an unexpected error.").format(name=self.name))
        self.ended.emit()


def remaining(done: int, total: int, elapsed: float) -> float | None:
    """Seconds left at the pace so far; None while that would be a guess out of thin air."""
    if elapsed < _FIRST_GUESS or done <= 0 or total <= 0:
        return None
    return elapsed / done * max(0, total - done)


class Tasks(QObject):
    """The jobs under way."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.holder: Task | None = None
        """The task that has the project file to itself: what the others have to say waits."""
        self.running: list[Task] = []
        self._pool = QThreadPool(self)

    def start(self, name: str, function: Callable[[Job], object], listen: Callable[[Task], None]) -> Task:
        """Run `function` in a thread; `listen` connects to the task before it begins."""
        task = Task(name, self)
        listen(task)
        # Methods, not lambdas: a lambda would keep `self` alive until the task's own end deletes both.
        task.ended.connect(self._drop_over)
        task.progressed.connect(self._on_progress)
        self.running.append(task)
        self.changed.emit()
        self._pool.start(lambda: task.work(function))
        return task

    def stop(self, milliseconds: int = 5000) -> bool:
        """Cancel everything and wait until it has ended; False if one does not end in time."""
        for task in self.running:
            task.cancel()
        stopped = self._pool.waitForDone(milliseconds)
        for task in tuple(self.running):
            QCoreApplication.sendPostedEvents(task)  # what the threads said last, while the task is there
            if not task.over:
                task.catch_up()
        return stopped

    def _on_progress(self, _: Progress) -> None:
        self.changed.emit()

    def _drop_over(self) -> None:
        over = [task for task in self.running if task.over]
        self.running = [task for task in self.running if not task.over]
        self.changed.emit()
        for task in over:
            task.deleteLater()
