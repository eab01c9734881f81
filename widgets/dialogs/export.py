"""Export: format, place and selection; what would be lost is said before anything is written."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from app.annotation import Status
from app.dataset import Selection
from app.exporters import FORMATS, Format
from app.project import Project
from widgets import theme
from widgets.combo import CardCombo
from widgets.dialogs.frame import Dialog
from widgets.dialogs.losses import LossesView
from widgets.dialogs.named_rows import NamedRows
from widgets.dialogs.path_field import PathField
from widgets.exporting import Opener, Order, Preview, preview
from widgets.flow import FlowLayout
from widgets.tasks import Task, Tasks
from widgets.tick_box import TickBox
from widgets.wrapped_text import WrappedText

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
        self._format = CardCombo(20)
        self._format.setAccessibleName(self.tr("Format"))
        for entry in FORMATS.values():
            self._format.addItem(entry.title, entry.name)
        self._format.setCurrentIndex(max(0, self._format.findData(format_name)))
        self._holds, self._loses = WrappedText(tone="soft"), WrappedText(tone="soft")
        self._out = PathField(self.tr("Export to"), self._browse)
        self._out.set_path(folder / f"{project.path.stem}{self._chosen().extension}")
        self._annotators = _Checks(project.annotators(), project.annotators())
        self._statuses = _Checks([status.value for status in Status], self._status_names())
        labels = project.scheme().labels
        self._labels = _Checks([label.id for label in labels], [label.name for label in labels])
        self._with_suggestions = TickBox(self.tr("Suggestions too, each with the decision on it"))
        self._losses = LossesView()
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COUNT_AFTER)
        self._timer.timeout.connect(self._count)
        self._watch()
        self._show_format()
        self.resize(theme.enlarged(640), theme.enlarged(520))
        self.finished.connect(self._stop_counting)

    def order(self) -> Order:
        """What was asked for. Where everything of a kind is ticked, it does not restrict."""
        selection = Selection(
            annotators=self._annotators.chosen(),
            statuses=tuple(Status(value) for value in self._statuses.chosen()),
            labels=self._labels.chosen(),
            with_suggestions=self._with_suggestions.isChecked(),
        )
        return Order(self._chosen().name, Path(self._out.text()), selection)

    def losses_text(self) -> str:
        """What is said about losses."""
        return self._losses.text()

    def choose_format(self, name: str) -> None:
        """Choose the format of that name."""
        self._format.setCurrentIndex(self._format.findData(name))

    def set_out(self, path: Path) -> None:
        """Choose where to."""
        self._out.set_path(path)

    def _build(self) -> None:
        rows = NamedRows()
        rows.add(self.tr("Format"), self._format)
        rows.add(self.tr("Holds"), self._holds)
        rows.add(self.tr("Leaves out"), self._loses)
        rows.add(self.tr("Export to"), self._out)
        if self._annotators.count() > 1:
            rows.add(self.tr("Annotators"), self._annotators)
        rows.add(self.tr("Status"), self._statuses)
        rows.add(self.tr("Labels"), self._labels)
        rows.add("", self._with_suggestions)
        rows.add(self.tr("Losses"), self._losses, stretch=True)
        self.column.addLayout(rows)
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
        if name:
            self._out.set_path(out.with_name(f"{name}{self._chosen().extension}"))
        self._show_format()

    def _show_format(self) -> None:
        chosen = self._chosen()
        self._holds.set_text(_sentence(chosen.holds))
        self._loses.set_text(_sentence(chosen.loses))
        self._look()

    def _look(self) -> None:
        """Check what can be checked at once; count the losses when the hand rests."""
        out = self.order().out
        whole = bool(self._out.text()) and out.name not in ("", ".", "..")
        empty = [c for c in (self._annotators, self._statuses, self._labels) if c.count() and c.none()]
        replaced = self.tr("The file is there already and will be replaced.")
        self._out.set_note(replaced if out.is_file() else "")
        self._export.setEnabled(whole and not empty)
        if empty:
            self._timer.stop()
            self._stop_counting()
            self._losses.say(self.tr("Tick at least one of each kind."))
        else:
            self._timer.start()

    def _count(self) -> None:
        self._stop_counting()
        self._losses.say(self.tr("Counting…"))
        work = partial(preview, open_for_reading=self._open, project=self._project.path, order=self.order())
        self._counting = self._tasks.start(self.tr("Counting losses"), work, self._listen)

    def _listen(self, task: Task) -> None:
        # Methods, not lambdas: those would be called after the dialog is gone.
        task.succeeded.connect(self._on_counted)
        task.failed.connect(self._on_not_counted)

    def _on_counted(self, found: Preview) -> None:
        if self.sender() is self._counting:
            self._losses.show_preview(found)

    def _on_not_counted(self, trouble: str) -> None:
        if self.sender() is self._counting:
            self._losses.say(trouble)

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
        self._boxes: dict[str, TickBox] = {}
        for entry, name in zip(ids, names, strict=True):
            box = TickBox(name)
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


def _sentence(text: str) -> str:
    """What a format says of itself, begun and ended like a sentence."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
