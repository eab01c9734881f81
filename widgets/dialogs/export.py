"""Export: format, place and selection; what would be lost is said before anything is written."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QFormLayout, QWidget

from app.annotation import Status
from app.dataset import Selection
from app.exporters import FORMATS, Format
from app.project import Project
from widgets.dialogs.frame import Dialog, sentence
from widgets.dialogs.path_field import PathField
from widgets.exporting import Opener, Order, Preview, losses_lines, preview
from widgets.flow import FlowLayout
from widgets.tasks import Task, Tasks

# Milliseconds after the last change before the losses are counted anew.
_COUNT_AFTER = 250


class ExportDialog(Dialog):
    """`order()` holds after it was accepted; the writing is the caller's."""

    def __init__(
        self,
        project: Project,
        open_for_reading: Opener,
        tasks: Tasks,
        folder: Path,
        format_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Export"))
        self._project, self._open, self._tasks = project, open_for_reading, tasks
        self._counting: Task | None = None
        self._format = QComboBox()
        self._format.setAccessibleName(self.tr("Format"))
        for entry in FORMATS.values():
            self._format.addItem(entry.title, entry.name)
        self._format.setCurrentIndex(max(0, self._format.findData(format_name)))
        self._about = sentence(kind="soft")
        self._out = PathField(self.tr("Export to"), self._browse)
        self._out.set_text(str(folder / f"{project.path.stem}{self._chosen().extension}"))
        self._replaces = sentence(kind="soft")
        self._annotators = _Checks(project.annotators(), project.annotators())
        self._statuses = _Checks([status.value for status in Status], self._status_names())
        labels = project.scheme().labels
        self._labels = _Checks([label.id for label in labels], [label.name for label in labels])
        self._with_suggestions = QCheckBox(self.tr("Suggestions too, each with the decision on it"))
        self._losses = sentence()
        self._losses.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COUNT_AFTER)
        self._timer.timeout.connect(self._count)
        self._watch()
        self._show_format()
        self.setMinimumWidth(620)
        self.finished.connect(self._stop_counting)

    def order(self) -> Order:
        """What was asked for. Where everything of a kind is ticked, it does not restrict."""
        selection = Selection(
            annotators=self._annotators.chosen(),
            statuses=tuple(Status(value) for value in self._statuses.chosen()),
            labels=self._labels.chosen(),
            with_suggestions=self._with_suggestions.isChecked(),
        )
        return Order(self._chosen().name, Path(self._out.text()).expanduser(), selection)

    def losses_text(self) -> str:
        """What is said about losses."""
        return self._losses.text()

    def choose_format(self, name: str) -> None:
        """Choose the format of that name."""
        self._format.setCurrentIndex(self._format.findData(name))

    def set_out(self, path: Path) -> None:
        """Choose where to."""
        self._out.set_text(str(path))

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Format"), self._format)
        form.addRow("", self._about)
        form.addRow(self.tr("Export to"), self._out)
        form.addRow("", self._replaces)
        if self._annotators.count() > 1:
            form.addRow(self.tr("Annotators"), self._annotators)
        form.addRow(self.tr("Status"), self._statuses)
        form.addRow(self.tr("Labels"), self._labels)
        form.addRow("", self._with_suggestions)
        form.addRow(self.tr("Losses"), self._losses)
        self.column.addLayout(form)
        self.column.addStretch(1)
        self._export = self.add_main(self.tr("Export"))
        self._export.clicked.connect(self.accept)
        self.add_close(self.tr("Cancel"))

    def _watch(self) -> None:
        self._format.currentIndexChanged.connect(self._on_format)
        self._out.changed.connect(self._look)
        for checks in (self._annotators, self._statuses, self._labels):
            checks.on_change(self._look)
        self._with_suggestions.toggled.connect(self._look)

    def _status_names(self) -> list[str]:
        names = {
            Status.TODO: self.tr("to do"),
            Status.IN_PROGRESS: self.tr("in progress"),
            Status.DONE: self.tr("done"),
            Status.SKIPPED: self.tr("skipped"),
        }
        return [names[status] for status in Status]

    def _chosen(self) -> Format:
        return FORMATS[str(self._format.currentData())]

    def _on_format(self) -> None:
        """Let the target's ending follow the format."""
        out = Path(self._out.text())
        known = {entry.extension for entry in FORMATS.values() if entry.extension}
        name = out.name
        for ending in sorted(known, key=len, reverse=True):
            name = name.removesuffix(ending)
        self._out.set_text(str(out.with_name(f"{name}{self._chosen().extension}")) if name else "")
        self._show_format()

    def _show_format(self) -> None:
        chosen = self._chosen()
        self._about.setText(
            self.tr("Holds: {holds}. Never holds: {loses}.").format(
                holds=chosen.holds.rstrip("."), loses=chosen.loses.rstrip(".")
            )
        )
        self._look()

    def _look(self) -> None:
        """Check what can be checked at once; count the losses when the hand rests."""
        out = self.order().out
        whole = bool(self._out.text()) and out.name not in ("", ".", "..")
        empty = [c for c in (self._annotators, self._statuses, self._labels) if c.count() and c.none()]
        if out.is_file():
            self._replaces.setText(self.tr("The file is there already and will be replaced."))
        elif empty:
            self._replaces.setText(self.tr("Tick at least one of each kind."))
        else:
            self._replaces.clear()
        self._replaces.setVisible(bool(self._replaces.text()))
        self._export.setEnabled(whole and not empty)
        self._timer.start()

    def _count(self) -> None:
        self._stop_counting()
        self._losses.setText(self.tr("Counting…"))
        work = partial(preview, open_for_reading=self._open, project=self._project.path, order=self.order())
        self._counting = self._tasks.start(self.tr("Counting losses"), work, self._listen)

    def _listen(self, task: Task) -> None:
        def current() -> bool:
            return self._counting is task

        task.succeeded.connect(lambda found: self._show_losses(found) if current() else None)
        task.failed.connect(lambda trouble: self._losses.setText(trouble) if current() else None)

    def _show_losses(self, found: Preview) -> None:
        count = self.tr("{count} articles.").format(count=found.articles)
        self._losses.setText(f"{count} {losses_lines(found.report) or self.tr('Nothing is lost.')}")

    def _stop_counting(self) -> None:
        if self._counting is not None:
            counting, self._counting = self._counting, None
            counting.cancel()

    def _browse(self, now: str) -> str:
        chosen = self._chosen()
        title = self.tr("Export to")
        if chosen.extension:
            return QFileDialog.getSaveFileName(self, title, now, f"{chosen.title} (*{chosen.extension})")[0]
        return QFileDialog.getExistingDirectory(self, title, str(Path(now).parent))


class _Checks(QWidget):
    """Ticks side by side, all set at first."""

    def __init__(self, ids: Iterable[str], names: Iterable[str]) -> None:
        super().__init__()
        flow = FlowLayout(self, spacing=14)
        flow.setContentsMargins(0, 0, 0, 0)
        self._boxes: dict[str, QCheckBox] = {}
        for entry, name in zip(ids, names, strict=True):
            box = QCheckBox(name)
            box.setChecked(True)
            self._boxes[entry] = box
            flow.addWidget(box)

    def count(self) -> int:
        return len(self._boxes)

    def none(self) -> bool:
        return not any(box.isChecked() for box in self._boxes.values())

    def chosen(self) -> tuple[str, ...]:
        """What is ticked; nothing where all is, which restricts nothing."""
        ticked = tuple(entry for entry, box in self._boxes.items() if box.isChecked())
        return () if len(ticked) == len(self._boxes) else ticked

    def on_change(self, then: object) -> None:
        for box in self._boxes.values():
            box.toggled.connect(then)
