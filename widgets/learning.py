"""Learning beside the window from what the annotator marks, accepts and rejects; one switch ends it."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.annotation import Annotation
from app.changes import Step
from app.errors import NotFound
from app.project import Project
from app.session import Session
from app.suggesters.learning.pace import decisions_in, needed
from widgets.suggesting import Suggesting
from widgets.tasks import Job, Task, Tasks

if TYPE_CHECKING:
    from app.suggesters.learning.learned import Learned

# Milliseconds after the last mark until it is looked for elsewhere in the article: the hands have rested.
_AT_ONCE = 700
# Milliseconds after a project was opened until it is learned from: the first article comes before.
_AFTER_OPENING = 4_000
# Marks made since the last learning that are looked for again, the latest: one act may make thousands.
_MOST_FRESH = 500


class Learning(QObject):
    """Of one project and annotator. What was learned goes to `Suggesting`."""

    learned = Signal(object)
    """Learned, or None where nothing is (any more)."""
    problem = Signal(str)
    """A sentence: why nothing could be learned."""

    def __init__(
        self,
        session: Session,
        open_for_reading: Callable[[Path], Project],
        tasks: Tasks,
        suggesting: Suggesting,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._open, self._tasks = session, open_for_reading, tasks
        self._suggesting = suggesting
        self._on = False
        self._known: Learned | None = None
        self._trained: Learned | None = None
        """What is known, without what the marks of `_fresh` add to it."""
        self._fresh: dict[int, Annotation] = {}
        """The marks made since it was begun to learn that."""
        self._read: tuple[int, ...] = ()
        """Those of them that are learned from just now."""
        self._new = 0
        self._task: Task | None = None
        self._open_article: Callable[[], int | None] = lambda: None
        self._begin = self._timer(_AFTER_OPENING, self._learn)
        self._repeat = self._timer(_AT_ONCE, self._repeat_fresh)

    def follow(self, open_article: Callable[[], int | None]) -> None:
        """Look for repeats in the article that this tells to be open."""
        self._open_article = open_article

    def switch(self, on: bool) -> None:
        """Learn from now on, or forget what was learned."""
        if on == self._on:
            return
        self._on = on
        self._suggesting.expect_learned(on)
        if on:
            self._begin.start()
        else:
            self._begin.stop()
            self._repeat.stop()
            self._fresh.clear()
            self._trained = None
            self.take(None)

    def stop(self) -> None:
        """The project is closed: what is still being learned comes too late."""
        self._on = False
        self._begin.stop()
        self._repeat.stop()

    def take(self, learned: "Learned | None") -> None:
        """Suggest by this from now on, in the open article at once."""
        before, self._known = self._known, learned
        self._suggesting.use(learned)
        article_id = self._open_article()
        if article_id is not None and learned is not None:
            self._suggesting.need(article_id)
        elif article_id is not None and before is not None:
            self._suggesting.forget(article_id)
        self.learned.emit(learned)

    def known(self) -> "Learned | None":
        """What was learned; None while nothing was."""
        return self._known

    def under_way(self) -> bool:
        """Whether something is being learned just now."""
        return self._task is not None or self._begin.isActive()

    def on_step(self, step: Step) -> None:
        """Count what there is to learn from the step; learn when it is enough."""
        if not self._on or step.annotator != self._session.annotator:
            return
        self._new += decisions_in(step)
        if self._follow(step):
            self._repeat.start()
        if self._task is None and needed(self._new, self._known.marks() if self._known else 0):
            self._begin.start(_AT_ONCE)

    def _follow(self, step: Step) -> bool:
        """Bring the fresh marks up to date; tell whether they are others now."""
        others = False
        for change in step.of(Annotation):
            before, after = change.before, change.after
            if isinstance(after, Annotation) and (before is None or after.id in self._fresh):
                self._fresh[after.id] = after
                others = True
            elif isinstance(before, Annotation) and after is None:
                others = self._fresh.pop(before.id, None) is not None or others
        return others

    def _learn(self) -> None:
        """Begin anew with all there is."""
        if self._task is not None or not self._on:
            return
        self._new, self._read = 0, tuple(self._fresh)
        path, annotator = self._session.project.path, self._session.annotator

        def work(job: Job) -> "Learned | None":
            from app.suggesters.learning.learned import learn

            project = self._open(path)
            try:
                return learn(project, annotator, job.check)
            except NotFound:  # an article was removed while it was read: next time, then
                return None
            finally:
                project.close()

        self._task = self._tasks.start(self.tr("Learning"), work, self._listen)

    def _listen(self, task: Task) -> None:
        task.succeeded.connect(self._on_learned)
        task.failed.connect(self.problem)
        task.ended.connect(self._end)

    def _on_learned(self, learned: "Learned | None") -> None:
        if not self._on or learned is None:
            return
        for mark_id in self._read:
            self._fresh.pop(mark_id, None)
        self._trained = learned
        self._take_with_fresh()

    def _end(self) -> None:
        self._task = None

    def _repeat_fresh(self) -> None:
        """Look for what was just marked in the rest of the open article."""
        if self._fresh or self._known is not None:
            self._take_with_fresh()

    def _take_with_fresh(self) -> None:
        """Suggest by what was learned, and by what was marked since."""
        from app.suggesters.learning.gathering import examples_of
        from app.suggesters.learning.learned import Learned

        latest = islice(reversed(self._fresh.values()), _MOST_FRESH)
        self.take((self._trained or Learned()).with_examples(examples_of(latest)))

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer
