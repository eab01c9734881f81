"""The load dialog: at the left the file and how it is read, at the right what would become of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.project import Project
from app.readers import READERS
from app.readers.loading import Options
from app.readers.recognising import look_alike
from widgets import screens, theme
from widgets.combo import CardCombo
from widgets.dialogs.frame import Dialog
from widgets.dialogs.load.report import lines_of
from widgets.dialogs.load.words import FileWords
from widgets.dialogs.named_rows import NamedRows
from widgets.dialogs.path_field import PathField
from widgets.dialogs.said_lines import SaidLines
from widgets.exporting import Opener
from widgets.homely import homely
from widgets.loading import Looked, Order, look
from widgets.tasks import Progress, Task, Tasks
from widgets.texts import shown_count
from widgets.tick_box import TickBox
from widgets.wrapped_text import WrappedText

# Milliseconds after the last change before the file is read anew.
_LOOK_AFTER = 300
# Pixels of the two sides, at 100 %; below that width they are one below the other.
_LEFT, _RIGHT, _HIGH, _NARROW = 430, 430, 520, 620


class LoadDialog(Dialog):
    """`order()` holds after it was accepted; the loading is the caller's."""

    def __init__(
        self,
        project: Project,
        open_for_reading: Opener,
        tasks: Tasks,
        annotator: str,
        path: Path | None,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """`path` is what is to be loaded, if that is known; `folder` is where to look for it."""
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Load annotations"))
        self._project, self._open, self._tasks = project, open_for_reading, tasks
        self._own_name, self._folder = annotator, folder
        self._looking: Task | None = None
        self._seen: Order | None = None
        self._path = PathField(self.tr("File or folder"), self._browse_file)
        self._whole_folder = QPushButton(self.tr("Choose a folder…"))
        self._whole_folder.setAutoDefault(False)
        self._whole_folder.clicked.connect(self._browse_folder)
        self._format = CardCombo(16)
        self._format.setAccessibleName(self.tr("Format"))
        for entry in READERS.values():
            self._format.addItem(entry.title, entry.name)
        self._takes = WrappedText(tone="soft")
        self._annotator = QLineEdit()
        self._annotator.setAccessibleName(self.tr("Annotator"))
        self._annotator.setPlaceholderText(self.tr("As the file says, else {name}").format(name=annotator))
        self._as_suggestions = TickBox(self.tr("As suggestions, to be decided on"))
        self._new_articles = TickBox(self.tr("New texts as new articles"))
        self.words = FileWords(project.scheme())
        self.said = SaidLines(self.tr("What would become of it"))
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_AFTER)
        self._timer.timeout.connect(self._look)
        self._watch()
        self.resize(theme.enlarged(_LEFT + _RIGHT), theme.enlarged(_HIGH))
        self.finished.connect(self._stop)
        if path is not None:
            self.set_path(path)
        self._on_change()
        (self._path if path is None else self._format).setFocus()

    def order(self) -> Order:
        """What was asked for."""
        options = Options(
            annotator=self._annotator.text().strip(),
            as_suggestions=self._as_suggestions.isChecked(),
            names=self.words.chosen(),
            new_articles=self._new_articles.isChecked(),
        )
        return Order(Path(self._path.text()), str(self._format.currentData()), options)

    def set_path(self, path: Path) -> None:
        """Load this; the format is guessed."""
        self._path.set_path(path)

    def at_rest(self) -> bool:
        """Whether nothing is being read, and nothing is about to be."""
        return not self._timer.isActive() and not self._halt.isVisible()

    def fit(self) -> None:
        """One side below the other where the screen is too narrow for both."""
        screens.side_by_side(self._sides, self, _NARROW)
        super().fit()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        rows = NamedRows()
        rows.add(self.tr("File or folder"), self._path)
        folder = QHBoxLayout()
        folder.addStretch(1)
        folder.addWidget(self._whole_folder)
        rows.addLayout(folder, rows.rowCount(), 1)
        rows.add(self.tr("Format"), self._format)
        rows.add(self.tr("Takes"), self._takes)
        rows.add(self.tr("Annotator"), self._annotator)
        rows.add("", self._as_suggestions)
        rows.add("", self._new_articles)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addLayout(rows)
        self._words_area = screens.scrolled(self.words)
        self._words_area.hide()
        left.addWidget(self._words_area, 1)
        left.addStretch(0)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the reading"))
        self._halt = QPushButton(self.tr("Stop reading"))
        self._halt.setAutoDefault(False)
        self._halt.clicked.connect(self._stop_by_hand)
        self._again = QPushButton(self.tr("Read"))
        self._again.setAutoDefault(False)
        self._again.clicked.connect(self._look)
        reading = QHBoxLayout()
        for part, stretch in ((self._bar, 1), (self._halt, 0), (self._again, 0)):
            reading.addWidget(part, stretch)
        right = QVBoxLayout()
        right.setSpacing(8)
        heading = QLabel(self.said.accessibleName())
        heading.setProperty("kind", "section")
        right.addWidget(heading)
        right.addWidget(self.said, 1)
        right.addLayout(reading)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(24)
        self._sides.addLayout(left, _LEFT)
        self._sides.addLayout(right, _RIGHT)
        self.column.addLayout(self._sides, 1)
        self._load = self.add_main(self.tr("Load"))
        self._load.clicked.connect(self.accept)
        self.add_close(self.tr("Cancel"))

    def _watch(self) -> None:
        self._path.changed.connect(self._on_path)
        self._format.currentIndexChanged.connect(self._on_change)
        self._annotator.textChanged.connect(self._on_change)
        self._as_suggestions.toggled.connect(self._on_change)
        self._new_articles.toggled.connect(self._on_change)
        self.words.changed.connect(self._on_change)

    # -- what is asked for ------------------------------------------------------------------------

    def _on_path(self) -> None:
        """Guess the format of what is at the path."""
        guess = self._format.findData(look_alike(Path(self._path.text())))
        if guess >= 0:
            self._format.setCurrentIndex(guess)
        self._on_change()

    def _on_change(self) -> None:
        """Say at once what is missing; read the file when the hand rests."""
        chosen = READERS[str(self._format.currentData())]
        self._takes.set_text(f"{chosen.takes[:1].upper()}{chosen.takes[1:].rstrip('.')}.")
        self._stop()
        self._load.setEnabled(False)
        if self._there():
            self._timer.start()
        else:
            self._timer.stop()
            typed = bool(self._path.text())
            missing = self.tr("There is no such file or folder.")
            self._show_idle(missing if typed else self.tr("Choose what to load; nothing is written yet."))

    def _there(self) -> bool:
        try:
            return bool(self._path.text()) and Path(self._path.text()).exists()
        except OSError:  # no name for a file
            return False

    def _browse_file(self, now: str) -> str:
        return QFileDialog.getOpenFileName(self, self.tr("Load annotations"), now or str(self._folder))[0]

    def _browse_folder(self) -> None:
        now = self._path.text() or str(self._folder)
        if chosen := QFileDialog.getExistingDirectory(self, self.tr("Load annotations"), now):
            self.set_path(Path(chosen))

    # -- reading ----------------------------------------------------------------------------------

    def _look(self) -> None:
        self._stop()
        order = self.order()
        self._load.setEnabled(False)
        self.said.say(self.tr("Reading…"))
        self._bar.setRange(0, 0)
        self._bar.show()
        self._halt.show()
        self._again.hide()
        work = partial(
            look,
            open_for_reading=self._open,
            project=self._project.path,
            annotator=self._own_name,
            order=order,
        )
        self._seen = order
        self._looking = self._tasks.start(self.tr("Reading annotations"), work, self._listen)

    def _listen(self, task: Task) -> None:
        # Methods, not lambdas: those would be called after the dialog is gone.
        task.progressed.connect(self._on_progress)
        task.succeeded.connect(self._on_looked)
        task.failed.connect(self._on_failed)

    def _on_progress(self, progress: Progress) -> None:
        if self.sender() is self._looking:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)
            said = self.tr("Reading: {done} of {total} records.")
            self.said.say(said.format(done=shown_count(progress.done), total=shown_count(progress.total)))

    def _on_looked(self, found: Looked) -> None:
        if self.sender() is not self._looking:
            return
        self.words.show_words(found.labels, found.relations)
        self._words_area.setVisible(bool(self.words.choices))
        self._show_idle()
        self.said.show_lines(lines_of(found.report))
        brings = found.report.new or found.report.made.total()
        self._load.setEnabled(bool(brings) and self._seen == self.order())

    def _on_failed(self, trouble: str) -> None:
        if self.sender() is self._looking:
            path = Path(self._path.text())
            self._show_idle()
            self.said.show_lines([WrappedText(trouble.replace(str(path), homely(path)), tone="error")])

    def _show_idle(self, sentence: str = "", *, again: bool = False) -> None:
        """Nothing is being read; `again`: it can be, if it is wanted."""
        focused = self._halt.hasFocus()
        self._bar.hide()
        self._halt.hide()
        self._again.setVisible(again)
        if focused:
            (self._again if again else self.said).setFocus()
        if sentence:
            self.said.say(sentence)

    def _stop_by_hand(self) -> None:
        self._stop()
        self._show_idle(self.tr("Not read to its end."), again=True)

    def _stop(self) -> None:
        if self._looking is not None:
            looking, self._looking = self._looking, None
            looking.cancel()
