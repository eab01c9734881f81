"""Progress over the open project: counted in the background; bars filter the library."""

import gc
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.project import Project
from widgets.actions import Handler
from widgets.tasks import Task, Tasks

if TYPE_CHECKING:
    from app.statistics import Part
    from widgets.charts.counted import Counted
    from widgets.charts.figure import Mark
    from widgets.charts.window import ProgressWindow
    from widgets.desk import Desk
    from widgets.shell import Shell

Opener = Callable[[Path], Project]


def handlers(shell: "Shell", desk: "Desk") -> dict[str, Handler]:
    """What the actions of this part call on the open project."""
    progress = Progress(desk.project, desk.annotator, shell.files.open_for_reading, shell.tasks, desk)

    def show_articles(title: str, article_ids: tuple[int, ...]) -> None:
        desk.library.show_only(title, article_ids)
        shell.window.raise_()
        shell.window.activateWindow()
        desk.library.focus_list()

    progress.articles_asked.connect(show_articles)
    desk.destroyed.connect(progress.close)
    shell.window.closing.connect(progress.close)
    return {"progress": progress.show}


class Progress(QObject):
    """One window for one open project. Reads; changes nothing."""

    articles_asked = Signal(str, object)
    """Title and article ids (a tuple): what a bar stands for is to be shown in the library."""

    def __init__(
        self,
        project: Project,
        annotator: str,
        open_for_reading: Opener,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._annotator = annotator
        self._open = open_for_reading
        self._tasks = tasks
        self._counting: Task | None = None
        self._asking: Task | None = None
        self.window: ProgressWindow | None = None

    def show(self) -> None:
        """Bring the window up, empty the first time, and have everything counted anew."""
        from widgets.charts.window import ProgressWindow

        if self.window is None:
            self.window = ProgressWindow(self._annotator)
            self.window.count_asked.connect(self.count)
            self.window.mark_asked.connect(self.ask)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.count()

    def close(self) -> None:
        """Put the window away for good: the project is being closed."""
        for task in (self._counting, self._asking):
            if task is not None:
                task.cancel()
        self._counting = self._asking = None
        if self.window is not None:
            window, self.window = self.window, None
            window.close()
            window.deleteLater()

    def count(self) -> None:
        """Count the work of whom the window shows, in place of a count under way."""
        if self.window is None:
            return
        if self._counting is not None:
            self._counting.cancel()
        self.window.show_counting()
        path, annotator = self._project.path, self.window.annotator()
        self._counting = self._tasks.start(
            self.tr("Counting"), lambda _: _count(self._open, path, annotator), self._listen_to_count
        )

    def ask(self, mark: "Mark") -> None:
        """Find the articles behind a bar, and pass them on."""
        if isinstance(mark.articles, tuple):
            self.articles_asked.emit(mark.title, tuple(sorted(set(mark.articles))))
            return
        if self.window is None:
            return
        if self._asking is not None:
            self._asking.cancel()
        path, annotator, part = self._project.path, self.window.annotator(), mark.articles

        def listen(task: Task) -> None:
            task.succeeded.connect(lambda found: self._pass_on(task, mark.title, found))
            task.failed.connect(lambda trouble: self._tell(task, trouble))

        self._asking = self._tasks.start(
            self.tr("Finding articles"), lambda _: _behind(self._open, path, part, annotator), listen
        )

    def _listen_to_count(self, task: Task) -> None:
        task.succeeded.connect(lambda counted: self._show(task, counted))
        task.failed.connect(lambda trouble: self._tell(task, trouble))
        task.ended.connect(lambda: self._end(task))

    def _show(self, task: Task, counted: "Counted") -> None:
        if task is self._counting and self.window is not None:
            self.window.show_counted(counted)

    def _pass_on(self, task: Task, title: str, article_ids: tuple[int, ...]) -> None:
        if task is self._asking:
            self.articles_asked.emit(title, article_ids)

    def _tell(self, task: Task, trouble: str) -> None:
        if task in (self._counting, self._asking) and self.window is not None:
            self.window.show_problem(trouble)

    def _end(self, task: Task) -> None:
        if task is self._counting:
            self._counting = None
            if task.job.cancelled() and self.window is not None:
                self.window.show_problem(self.tr("Counting was cancelled. Refresh counts anew."))


def _count(open_for_reading: Opener, path: Path, annotator: str | None) -> "Counted":
    """In a working thread: read everything, and import what will draw it, which takes a while too."""
    import widgets.charts.panel  # noqa: F401
    from widgets.charts.counted import count

    # To look for garbage among hundreds of thousands of fresh values, none of which is any, would hold up
    # the window again and again.
    gc.disable()
    try:
        with closing(open_for_reading(path)) as project:
            return count(project, annotator, datetime.now())
    finally:
        gc.enable()


def _behind(open_for_reading: Opener, path: Path, part: "Part", annotator: str | None) -> tuple[int, ...]:
    """In a working thread: the articles a part of the statistics counts."""
    with closing(open_for_reading(path)) as project:
        return tuple(project.behind(part, annotator))
