"""Automatic backups: soon after a project is opened for work, then every hour in which something was done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from widgets.tasks import Job, Task, Tasks

# Milliseconds after opening: not while the rooms are laid out and the first article is read.
FIRST_AFTER = 10_000
EVERY = 3_600_000


class Keeping(QObject):
    """Keeps backups of one open project, unseen: only that one could not be made is told, and once."""

    problem = Signal(str)
    """A sentence for the user."""

    def __init__(
        self,
        path: Path,
        keep: Callable[[Path, Callable[[], bool]], object],
        parent: QObject | None = None,
        *,
        first_after: int = FIRST_AFTER,
        every: int = EVERY,
    ) -> None:
        """`keep` is `ProjectFiles.keep_backup`; the times are milliseconds."""
        super().__init__(parent)
        self._path, self._keep_backup = path, keep
        self._told = False
        # Tasks of its own, which the status bar does not show: nobody waits for a backup.
        self._tasks = Tasks(self)
        self._hourly = QTimer(self)
        self._hourly.setInterval(every)
        self._hourly.timeout.connect(self.keep)
        self._hourly.start()
        QTimer.singleShot(first_after, self, self.keep)

    def keep(self) -> None:
        """Have a backup made now, unless one is being made."""
        if self._hourly.isActive() and not self._tasks.running:
            self._tasks.start(self.tr("Backup"), self._work, self._listen)

    def stop(self) -> None:
        """Make no more; one that is being made is given up."""
        self._hourly.stop()
        self._tasks.stop()

    def _work(self, job: Job) -> object:
        return self._keep_backup(self._path, job.cancelled)

    def _listen(self, task: Task) -> None:
        task.failed.connect(self._on_failed)
        task.succeeded.connect(self._on_succeeded)

    def _on_failed(self, sentence: str) -> None:
        if not self._told:
            self._told = True
            self.problem.emit(self.tr("The automatic backup was not made. {reason}").format(reason=sentence))

    def _on_succeeded(self, _: object) -> None:
        self._told = False
