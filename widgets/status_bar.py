"""The line at the bottom: when the last act was saved, where one is, and what runs in the background."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from widgets.elided import ElidedLabel
from widgets.tasks import Progress, Task, Tasks
from widgets.time_label import TimeLabel


class StatusBar(QWidget):
    """Left: saved, article, annotation, suggestions. Right: the job under way, with Cancel."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Status"))
        self._tasks = tasks
        self._saved = _label("saved")
        self._article = _label("soft")
        self._annotation = _label("soft")
        self._suggestions = _label("soft")
        self.time = TimeLabel()
        self._hint = _said_whole("accent")
        self._job = _said_whole("soft")
        self._job.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Progress of the background job"))
        self._cancel = QToolButton()
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setProperty("quiet", True)
        self._cancel.clicked.connect(self._cancel_job)

        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 12, 2)
        row.setSpacing(18)
        for label in (self._saved, self._article, self._annotation, self._suggestions, self._hint):
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self.time)
        for widget in (self._job, self._bar, self._cancel):
            row.addWidget(widget)
        self.setMinimumHeight(30)
        tasks.changed.connect(self._show_job)
        self.clear()
        self._show_job()

    def show_saved(self, clock_time: str) -> None:
        """Say that everything up to this time (`12:03:11`; empty: nothing was done yet) is on disk."""
        said = self.tr("Saved {time}").format(time=clock_time) if clock_time else self.tr("Saved")
        _put(self._saved, f"● {said}")

    def show_place(self, article: str, annotation: str, suggestions: str) -> None:
        """Say where one is: `article 14 of 300`, `claim 3 of 9`, `5 suggestions left`."""
        _put(self._article, article)
        _put(self._annotation, annotation)
        _put(self._suggestions, suggestions)
        self._fit()

    def show_hint(self, sentence: str) -> None:
        """Say which keys act now (while relating); empty: nothing special."""
        self._hint.setText(sentence)
        self._hint.setVisible(bool(sentence))
        self._fit()

    def clear(self) -> None:
        """Show nothing but jobs: there is no project."""
        for label in (self._saved, self._article, self._annotation, self._suggestions):
            label.clear()
            label.setMinimumWidth(0)
        self.show_hint("")

    def text(self) -> str:
        """Everything said at the left, for tests and screen readers."""
        parts = (self._saved, self._article, self._annotation, self._suggestions, self._hint)
        return " · ".join(label.text() for label in parts if label.text())

    def job_text(self) -> str:
        """What is said about the job under way."""
        return self._job.text()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Leave out what can be spared where the bar is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What is said of now, the hint and the job, is said whole: where one is makes room, part by part."""
        inside = self.layout()
        assert inside is not None
        spare = (self._suggestions, self._article, self._annotation)
        for label in spare:
            label.show()
        for label in spare:
            if inside.totalSizeHint().width() <= self.width():
                return
            label.hide()

    def _show_job(self) -> None:
        task = self._task()
        for widget in (self._job, self._bar, self._cancel):
            widget.setVisible(task is not None)
        if task is None:
            self._job.clear()
            self._fit()
            return
        progress = task.progress
        self._job.setText(self._sentence(task.name, progress))
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._cancel.setAccessibleName(self.tr("Cancel: {name}").format(name=task.name))
        self._fit()

    def _sentence(self, name: str, progress: Progress) -> str:
        parts = [name]
        if progress.total:
            count = self.tr("{done} of {total}")
            parts[0] += " " + count.format(done=grouped(progress.done), total=grouped(progress.total))
        elif progress.done:
            parts[0] += " " + grouped(progress.done)
        if progress.remaining is not None:
            parts.append(self._left(progress.remaining))
        return " · ".join(parts)

    def _left(self, seconds: float) -> str:
        if seconds < 60:
            return self.tr("{seconds} s left").format(seconds=max(1, round(seconds)))
        return self.tr("{minutes} min left").format(minutes=round(seconds / 60))

    def _task(self) -> Task | None:
        return self._tasks.running[0] if self._tasks.running else None

    def _cancel_job(self) -> None:
        if (task := self._task()) is not None:
            task.cancel()


def _put(label: QLabel, text: str) -> None:
    """Show the text; the label keeps the room of the longest one so far, so that its neighbours stay put."""
    if text == label.text():
        return
    label.setText(text)
    label.setMinimumWidth(max(label.minimumWidth(), label.sizeHint().width()))


def grouped(number: int) -> str:
    """The number with its thousands apart (narrow no-break space): 30 000."""
    return f"{number:,}".replace(",", "\u202f")


def _said_whole(kind: str) -> ElidedLabel:
    """A label that is cut only where there is no room even for it alone."""
    label = ElidedLabel()
    label.setProperty("kind", kind)
    return label


def _label(kind: str) -> QLabel:
    label = QLabel()
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
