"""Learning beside the window from what the annotator marks, accepts and rejects; one switch ends it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.annotation import Annotation
from app.changes import Step
from app.project import Project
from app.session import Session
from widgets.suggesting import Suggesting
from widgets.tasks import Task, Tasks

if TYPE_CHECKING:
    from app.suggesters.learning.learned import Learned

# Milliseconds after the last mark until it is looked for elsewhere in the article: the hands have rested.
_AT_ONCE = 700
# Milliseconds after a project was opened until it is learned from: the first article comes before.
_AFTER_OPENING = 4_000


class Learning(QObject):
    """Of one project and annotator. What was learned goes to `Suggesting`."""

    learned = Signal(object)
    """Learned, or None where nothing is (any more)."""

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
        self._fresh: list[Annotation] = []
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
        if on:
            self._begin.start()
        else:
            self._begin.stop()
            self._repeat.stop()
            self._fresh.clear()
            self.take(None)

    def take(self, learned: "Learned | None") -> None:
        """Suggest by this from now on, in the open article at once."""
        self._known = learned
        self._suggesting.use(learned)
        article_id = self._open_article()
        if article_id is not None:
            self._suggesting.need(article_id)
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
        from app.suggesters.learning.gathering import decisions_in
        from app.suggesters.learning.model import needed

        self._new += decisions_in(step)
        made = [c.after for c in step.of(Annotation) if c.before is None and isinstance(c.after, Annotation)]
        if step.kind == "do" and made:
            self._fresh += made
            self._repeat.start()
        if self._task is None and needed(self._new, self._known.marks() if self._known else 0):
            self._begin.start(_AT_ONCE)

    def _learn(self) -> None:
        """Begin anew with all there is."""
        if self._task is not None or not self._on:
            return
        self._new = 0
        path, annotator = self._session.project.path, self._session.annotator

        def work(_: object) -> "Learned":
            from app.suggesters.learning.learned import learn

            project = self._open(path)
            try:
                return learn(project, annotator)
            finally:
                project.close()

        self._task = self._tasks.start(self.tr("Learning"), work, self._listen)

    def _listen(self, task: Task) -> None:
        task.succeeded.connect(self._on_learned)
        task.ended.connect(self._end)

    def _on_learned(self, learned: "Learned") -> None:
        if self._on:
            self._fresh.clear()
            self.take(learned)

    def _end(self) -> None:
        self._task = None

    def _repeat_fresh(self) -> None:
        """Look for what was just marked in the rest of the open article."""
        from app.suggesters.learning.gathering import example_of
        from app.suggesters.learning.learned import Learned

        examples = [example for made in self._fresh if (example := example_of(made)) is not None]
        self._fresh.clear()
        if examples:
            self.take((self._known or Learned()).with_examples(examples))

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer
