"""What would be written, and what would be lost: the first records as the format has them, and a count."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.exporters.sampling import Sample, SampleFile
from widgets.dialogs.losses import LossesView
from widgets.exporting import Preview
from widgets.tasks import Progress
from widgets.texts import shown_count, tr

# Characters to the next column, where a format has tabs.
_TAB = 4
# Between two files of a folder.
_RULE = "─"


class PreviewPane(QWidget):
    """Shows what it is handed; counting is the dialog's affair."""

    stop_requested = Signal()
    count_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.losses = LossesView()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the counting"))
        self._stop = QPushButton(self.tr("Stop counting"))
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.stop_requested)
        self._again = QPushButton(self.tr("Count"))
        self._again.setAutoDefault(False)
        self._again.clicked.connect(self.count_requested)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTabStopDistance(_TAB * self.text.fontMetrics().averageCharWidth())
        self.text.setAccessibleName(self.tr("Preview"))
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * 6)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        counting = QHBoxLayout()
        counting.addWidget(self._bar, 1)
        counting.addWidget(self._stop)
        counting.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(_heading(self.tr("What would be lost")))
        column.addWidget(self.losses, 3)
        column.addLayout(counting)
        column.addSpacing(6)
        column.addWidget(_heading(self.tr("A few records as they would be written")))
        column.addWidget(self.text, 5)
        self.show_idle()

    def show_counting(self) -> None:
        """Say that counting began."""
        self.losses.say(self.tr("Counting…"))
        self._bar.setRange(0, 0)
        self._bar.show()
        self._again.hide()
        self._stop.show()

    def show_progress(self, progress: Progress) -> None:
        """Say how far it is."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        if progress.total:
            said = self.tr("Counting: {done} of {total} articles.")
            self.losses.say(said.format(done=shown_count(progress.done), total=shown_count(progress.total)))

    def show_idle(self, sentence: str = "", *, again: bool = False) -> None:
        """Nothing is counted; `again`: it can be, if it is wanted."""
        focused = self._stop.hasFocus()
        self._bar.hide()
        self._stop.hide()
        self._again.setVisible(again)
        if focused:
            (self._again if again else self.losses).setFocus()
        if sentence:
            self.losses.say(sentence)

    def show_losses(self, found: Preview) -> None:
        """Say what was counted."""
        self.show_idle()
        self.losses.show_preview(found)

    def show_sample(self, found: Sample | str) -> None:
        """Show the records as they would be written, or the sentence why they cannot be."""
        self.text.setPlainText(found if isinstance(found, str) else shown_sample(found))


def shown_sample(found: Sample) -> str:
    """All files of the sample one below the other; what is not text is named, and told in readable form."""
    if not found.records:
        return tr("There is nothing to write.")
    parts = []
    for file in found.files:
        text = _binary(file) if file.text is None else file.text
        head = f"{_RULE * 2} {file.name} {_RULE * 8}\n" if file.name else ""
        parts.append(f"{head}{text}" + ("" if file.whole else " …"))
    if found.readable:
        parts.append(found.readable)
    return "\n".join(part.rstrip("\n") for part in parts)


def _binary(file: SampleFile) -> str:
    size = shown_count(file.size)
    return tr("{size} bytes that are not text; what is in them, in readable form:").format(size=size)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", "section")
    label.setWordWrap(True)
    return label
