"""The export dialog: at the left what is asked for, page by page; at the right what comes of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.dataset import Selection
from app.exporters import FORMATS, Format
from app.exporters.sampling import Sample
from app.project import Project
from widgets import screens, theme
from widgets.combo import CardCombo
from widgets.dialogs.export import kept
from widgets.dialogs.export.annotations import AnnotationsPage
from widgets.dialogs.export.articles import ArticlesPage, Within
from widgets.dialogs.export.parts import PartsPage
from widgets.dialogs.export.preview import PreviewPane
from widgets.dialogs.export.shape import ShapePage
from widgets.dialogs.frame import Dialog
from widgets.dialogs.named_rows import NamedRows
from widgets.dialogs.path_field import PathField
from widgets.exporting import Opener, Order, Preview, preview
from widgets.tasks import Progress, Task, Tasks
from widgets.wrapped_text import WrappedText

# Milliseconds after the last change before the losses are counted anew.
_COUNT_AFTER = 250
# Pixels of the two sides, at 100 %.
_LEFT, _RIGHT, _HIGH = 470, 500, 640
# Below this width they are one below the other.
_NARROW = 660


class ExportDialog(Dialog):
    """`order()` holds after it was accepted; the writing is the caller's."""

    def __init__(
        self,
        project: Project,
        open_for_reading: Opener,
        tasks: Tasks,
        folder: Path,
        format_name: str,
        within: Within,
        parent: QWidget | None = None,
    ) -> None:
        """Format and folder are those last used; what was chosen last for this very project comes first."""
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Export"))
        self._project, self._open, self._tasks = project, open_for_reading, tasks
        self._counting: Task | None = None
        scheme = project.scheme()
        self.articles = ArticlesPage(project.counts(""), within)
        self.annotations = AnnotationsPage(scheme, project.annotators())
        self.shape = ShapePage(scheme)
        self.parts = PartsPage()
        self.preview = PreviewPane()
        self._format = CardCombo(20)
        self._format.setAccessibleName(self.tr("Format"))
        for entry in FORMATS.values():
            self._format.addItem(entry.title, entry.name)
        self._holds, self._loses = WrappedText(tone="soft"), WrappedText(tone="soft")
        self._out = PathField(self.tr("Export to"), self._browse)
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COUNT_AFTER)
        self._timer.timeout.connect(self._count)
        self._take_up(kept.from_json(project.recall(kept.KEY)), folder, format_name)
        self._watch()
        self._show_format()
        self.resize(theme.enlarged(_LEFT + _RIGHT), theme.enlarged(_HIGH))
        self.finished.connect(self._stop_counting)
        self._format.setFocus()

    def order(self) -> Order:
        """What was asked for. Where everything of a kind is ticked, it does not restrict."""
        selection = self.annotations.narrow(self.articles.narrow(Selection()))
        out = Path(self._out.text())
        return Order(self._chosen().name, out, selection, self.shape.shape(), self.parts.split())

    def losses_text(self) -> str:
        """What is said about losses."""
        return self.preview.losses.text()

    def sample_text(self) -> str:
        """What is shown of the first records."""
        return self.preview.text.toPlainText()

    def choose_format(self, name: str) -> None:
        """Choose the format of that name."""
        self._format.setCurrentIndex(self._format.findData(name))

    def set_out(self, path: Path) -> None:
        """Choose where to."""
        self._out.set_path(path)

    def fit(self) -> None:
        """One side below the other where the screen is too narrow for both."""
        screens.side_by_side(self._sides, self, _NARROW)
        super().fit()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        rows = NamedRows()
        rows.add(self.tr("Format"), self._format)
        rows.add(self.tr("Holds"), self._holds)
        rows.add(self.tr("Leaves out"), self._loses)
        rows.add(self.tr("Export to"), self._out)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.tr("What is exported"))
        for page, name in (
            (self.articles, self.tr("Articles")),
            (self.annotations, self.tr("Annotations")),
            (self.shape, self.tr("Shape")),
            (self.parts, self.tr("Parts")),
        ):
            self.tabs.addTab(screens.scrolled(page), name)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addLayout(rows)
        left.addWidget(self.tabs, 1)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(24)
        self._sides.addLayout(left, _LEFT)
        self._sides.addWidget(self.preview, _RIGHT)
        self.column.addLayout(self._sides, 1)
        self._export = self.add_main(self.tr("Export"))
        self._export.clicked.connect(self.accept)
        self.add_close(self.tr("Cancel"))

    def _watch(self) -> None:
        self._format.currentIndexChanged.connect(self._on_format)
        self._out.changed.connect(self._look)
        for page in (self.articles, self.annotations, self.shape):
            page.changed.connect(self._on_change)
        self.parts.changed.connect(self._on_parts)
        self.preview.stop_requested.connect(self._stop_by_hand)
        self.preview.count_requested.connect(self._count)

    def _take_up(self, last: Order | None, folder: Path, format_name: str) -> None:
        """Begin with what was chosen last."""
        self._format.setCurrentIndex(max(0, self._format.findData(last.format if last else format_name)))
        name = self._project.path.stem
        if last is not None:
            self.articles.choose(last.selection)
            self.annotations.choose(last.selection)
            self.shape.choose(last.shape)
            self.parts.choose(last.split)
            if last.out.name and last.out.parent.is_dir():
                folder, name = last.out.parent, _without_ending(last.out.name)
        self._out.set_path(folder / f"{name}{self._ending()}")

    # -- what is asked for ------------------------------------------------------------------------

    def _chosen(self) -> Format:
        return FORMATS[str(self._format.currentData())]

    def _ending(self) -> str:
        """Of what is written: parts go into a folder."""
        return "" if self.parts.split() is not None else self._chosen().extension

    def _on_format(self) -> None:
        self._follow_ending()
        self._show_format()

    def _on_parts(self) -> None:
        self._follow_ending()
        self._look()  # parts neither lose nor change anything: there is nothing to count

    def _follow_ending(self) -> None:
        """Let the target's ending follow the format."""
        out = Path(self._out.text())
        if name := _without_ending(out.name):
            self._out.set_path(out.with_name(f"{name}{self._ending()}"))

    def _show_format(self) -> None:
        chosen = self._chosen()
        self._holds.set_text(_sentence(chosen.holds))
        self._loses.set_text(_sentence(chosen.loses))
        self._on_change()

    def _trouble(self) -> str:
        pages = (self.articles, self.annotations, self.shape, self.parts)
        return next(filter(None, (page.trouble() for page in pages)), "")

    def _look(self) -> None:
        """Check what can be checked at once."""
        out = Path(self._out.text())
        whole = bool(self._out.text()) and out.name not in ("", ".", "..")
        there, full = _what_is_at(out)
        note = ""
        if there:
            note = self.tr("The file is there already and will be replaced.")
        elif full:
            note = self.tr("The folder already holds something: name a new or an empty one.")
        self._out.set_note(note)
        self._export.setEnabled(whole and not full and not self._trouble())

    def _on_change(self) -> None:
        """Look at once; count the losses when the hand rests."""
        self._look()
        self._stop_counting()
        if trouble := self._trouble():
            self._timer.stop()
            self.preview.show_idle(trouble)
        else:
            self._timer.start()

    def _browse(self, now: str) -> str:
        chosen, ending = self._chosen(), self._ending()
        title = self.tr("Export to")
        if ending:
            return QFileDialog.getSaveFileName(self, title, now, f"{chosen.title} (*{ending})")[0]
        return QFileDialog.getExistingDirectory(self, title, str(Path(now).parent))

    # -- counting ---------------------------------------------------------------------------------

    def _count(self) -> None:
        self._stop_counting()
        self.preview.show_counting()
        work = partial(preview, open_for_reading=self._open, project=self._project.path, order=self.order())
        self._counting = self._tasks.start(self.tr("Counting losses"), work, self._listen)

    def _listen(self, task: Task) -> None:
        # Methods, not lambdas: those would be called after the dialog is gone.
        task.progressed.connect(self._on_progress)
        task.delivered.connect(self._on_sample)
        task.succeeded.connect(self._on_counted)
        task.failed.connect(self._on_not_counted)

    def _on_progress(self, progress: Progress) -> None:
        if self.sender() is self._counting:
            self.preview.show_progress(progress)

    def _on_sample(self, found: Sample | str) -> None:
        if self.sender() is self._counting:
            self.preview.show_sample(found)

    def _on_counted(self, found: Preview) -> None:
        if self.sender() is self._counting:
            self.preview.show_losses(found)

    def _on_not_counted(self, trouble: str) -> None:
        if self.sender() is self._counting:
            self.preview.show_idle(trouble)

    def _stop_by_hand(self) -> None:
        self._stop_counting()
        self.preview.show_idle(self.tr("Not counted. It is counted while exporting, too."), again=True)

    def _stop_counting(self) -> None:
        if self._counting is not None:
            counting, self._counting = self._counting, None
            counting.cancel()


def _what_is_at(out: Path) -> tuple[bool, bool]:
    """Whether a file is there, and whether a folder that holds something."""
    try:
        return out.is_file(), out.is_dir() and any(out.iterdir())
    except OSError:  # no name for a file, or not ours to look into: writing says so
        return False, False


def _without_ending(name: str) -> str:
    """The name without a format's ending, as "news" of "news.jsonl"."""
    endings = {entry.extension for entry in FORMATS.values() if entry.extension}
    for ending in sorted(endings, key=len, reverse=True):
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def _sentence(text: str) -> str:
    """What a format says of itself, begun and ended like a sentence."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
