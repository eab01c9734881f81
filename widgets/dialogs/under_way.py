"""A task one has to wait for: how far it is, and Cancel. It closes by itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from widgets import theme
from widgets.dialogs.frame import Dialog, sentence
from widgets.tasks import Progress, Task


class UnderWay(Dialog):
    """Over its window until the task ends; Esc cancels it as long as that can be."""

    def __init__(self, task: Task, parent: QWidget) -> None:
        super().__init__(task.name, parent)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setMinimumWidth(theme.enlarged(380))
        self._task = task
        self._said = sentence(task.name)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(task.name)
        self.column.addWidget(self._said)
        self.column.addWidget(self._bar)
        self._cancel = self.add_close(self.tr("Cancel"))
        task.progressed.connect(self._show)
        task.ended.connect(self._end)

    def reject(self) -> None:
        """Ask the task to stop, and wait until it has."""
        if self._cancel.isEnabled():
            self._cancel.setEnabled(False)
            self._task.cancel()

    def _show(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total if progress.done < progress.total else 0)
        self._bar.setValue(progress.done)
        if progress.done >= progress.total:  # all is read; what is being written cannot be cut short
            self._cancel.setEnabled(False)
            self._said.setText(self.tr("{name}: writing").format(name=self._task.name))

    def _end(self) -> None:
        self.done(0)
        self.deleteLater()
