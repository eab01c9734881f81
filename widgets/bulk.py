"""Acts on so many articles that the window would stand still: written beside it, in one step.

A thread with a connection and a session of its own reads, writes and hands the step back; the window's
session goes on from there. Meanwhile a dialog keeps hands off: an act made in between would lie on the
same stack of undo, and would wait for the file.
"""

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.changes import Change, Step
from app.project import Project
from app.session import Session
from widgets.dialogs.under_way import UnderWay
from widgets.tasks import Job, Task, Tasks

# Bytes of a step in the history from which on the window would be felt to stop while it is taken back: about
# 100 imported articles take as much, or 2,000 annotations that were loaded.
_HEAVY = 150_000

# Changes let go at once, and milliseconds between: 200,000 at a time would hold the window up for 0.2 s.
_LET_GO, _BETWEEN = 1_000, 5
# Milliseconds after the last is gone, and every view has followed the step: what is left is soon looked
# through for garbage.
_GONE_AFTER = 500

Report = Callable[[int, int], None]
"""Takes how many articles of how many are done; raises when the act is not wanted any more."""
Writing = Callable[[Session, Report], Step | None]


@dataclass(slots=True)
class _Outcome:
    """What the thread has written; kept also when it was cancelled too late."""

    steps: list[Step] = field(default_factory=list)


class Bulk(QObject):
    """One act at a time on one project."""

    problem = Signal(str)

    def __init__(
        self,
        session: Session,
        open_project: Callable[[Path], Project],
        tasks: Tasks,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._open = open_project
        self._tasks = tasks
        self._window = window

    def do(
        self,
        name: str,
        verb: str,
        changes: Callable[[Project, Report], list[Change]],
        then: Callable[[Step], object],
    ) -> None:
        """Write what `changes` returns as one step, then call `then` with it. `name` says it to people."""
        self.write(name, lambda session, report: session.do(verb, changes(session.project, report)), then)

    def is_heavy(self, number: int) -> bool:
        """Tell whether to take the step back takes so long that it is to be done here, too."""
        return self._session.project.step_size(number) > _HEAVY

    def write(self, name: str, writing: Writing, then: Callable[[Step], object]) -> None:
        """Have a session beside the window write a step, then call `then` with it, if there was one."""
        path, annotator, outcome = self._session.project.path, self._session.annotator, _Outcome()

        def work(job: Job) -> None:
            project = self._open(path)
            try:
                step = writing(Session(project, annotator, self._session.clock), job.report)
                if step is not None:
                    step.articles()  # sorts the changes while nobody waits for it
                    outcome.steps.append(step)
            finally:
                project.close()

        def end() -> None:
            self._tasks.holder = None
            followed: list[Change] = []
            while outcome.steps:
                step = outcome.steps.pop()
                self._session.take_over(step)
                then(step)
                followed += step.changes
            self._let_go(followed)

        def listen(task: Task) -> None:
            self._tasks.holder = task
            task.failed.connect(self.problem)
            task.ended.connect(end)

        # A hundred thousand changes are no garbage; to look through them again and again would hold up both
        # threads for a second at a time.
        gc.disable()
        UnderWay(self._tasks.start(name, work, listen), self._window).open()

    def _let_go(self, followed: list[Change]) -> None:
        """Let the changes go a few at a time, then have garbage looked for again."""
        del followed[-_LET_GO:]
        if followed:
            QTimer.singleShot(_BETWEEN, self._tasks, partial(self._let_go, followed))
        else:
            QTimer.singleShot(_GONE_AFTER, self._tasks, gc.enable)
