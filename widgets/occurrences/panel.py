"""The panel under the article that goes through all places of a phrase, a key each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.annotation import Attributes
from app.concordance import Occurrence
from app.occurrences import Mode
from app.scheme import Scheme
from widgets import keys
from widgets.occurrences.list_view import ConcordanceList
from widgets.occurrences.model import OccurrencesModel
from widgets.occurrences.options import Options
from widgets.tasks import Progress
from widgets.wrapped_text import WrappedText


@dataclass(frozen=True, slots=True)
class Seed:
    """What is to be marked everywhere."""

    phrase: str
    """Empty: whatever is suggested."""
    label_id: str
    language: str = ""
    """ISO 639-1 code of the article it was taken from."""
    attributes: Attributes = field(default_factory=dict)
    """Values that the other places may be given too."""


class OccurrencesPanel(QWidget):
    """Shows places and collects answers; what is looked for, and what becomes of them, is said elsewhere."""

    search_wanted = Signal()
    """Another mode, scope or label was chosen: other places are to be shown."""
    stop_wanted = Signal()
    """The search under way is to end."""
    current_changed = Signal(object)
    """The Occurrence that is current now, or None."""
    accepted = Signal()
    """The places answered yes are to be marked."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marking")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Mark all occurrences"))
        self.seed = Seed("", "")
        self.model = OccurrencesModel(self)
        self.list = ConcordanceList(self.model)
        self.options = Options()
        self._progress: Progress | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(8)
        column.addWidget(self.options)
        column.addWidget(self.list, 1)
        column.addWidget(self._make_search_row())
        column.addLayout(self._make_foot())
        self.options.changed.connect(self._on_options)
        self.options.closed.connect(self.closed)
        self.list.current_changed.connect(self.current_changed)
        self.model.answered.connect(self._tell)
        self.hide()

    def begin(self, seed: Seed, scheme: Scheme) -> None:
        """Go over to another phrase; answers given to this one before are there again."""
        if (seed.phrase, seed.label_id) != (self.seed.phrase, self.seed.label_id):
            self.model.forget()
        self.seed = seed
        self.options.show_seed(seed.phrase, seed.label_id, seed.language, seed.attributes, scheme)
        self._on_label()

    def clear(self) -> None:
        """Show no places: a search begins."""
        self.model.begin()
        self.list.drawing().titled = self.options.everywhere()
        self.show_progress(Progress())

    def append(self, occurrences: Sequence[Occurrence]) -> None:
        """Show more places; the first of all is current."""
        first = not self.model.keys
        self.model.append(occurrences)
        if first and occurrences:
            self.list.go_to(0)

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far the search is; None: it is over."""
        self._progress = progress
        self._search_row.setVisible(progress is not None and self.options.everywhere())
        if progress is not None:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)
            searched = self.tr("Articles searched: {done} of {total}")
            self._searched.setText(searched.format(done=progress.done, total=progress.total))
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Answer, choose, mark or close; keys go by their place."""
        if self.press(keys.chord(event)):
            event.accept()
        else:
            super().keyPressEvent(event)

    def press(self, chord: str) -> bool:
        """Do what a key means here; False if it means nothing."""
        focus = self.focusWidget()
        if self.options.label_follows() and self.options.press(chord):
            return True
        match chord:
            case "Y" | "N" | "Space":
                self._answer({"Y": True, "N": False, "Space": None}[chord])
            case "Shift+Y" | "Shift+N":
                self.model.answer_rest(self.list.row(), chord == "Shift+Y")
            case "Return" if isinstance(focus, QAbstractButton):
                focus.click()
            case "Return":
                self._accept()
            case "Esc":
                self.closed.emit()
            case _:
                return self._choose(chord)
        return True

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draw the rows in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.list.viewport().update()

    def _choose(self, chord: str) -> bool:
        chosen = self.options.press(chord)
        if self.options.label_follows():
            self._said.set_text(self.tr("A label's digit chooses the label."))
        return chosen

    def _answer(self, answer: bool | None) -> None:
        row = self.list.row()
        if row >= 0:
            self.model.answer(row, answer)
            self.list.go_to(row + 1)

    def _accept(self) -> None:
        if self.model.count(True) or self.model.rejected():
            self.accepted.emit()
        else:
            self._said.set_text(self.tr("Answer Y where it is to be marked, then Enter marks."))

    def _on_options(self) -> None:
        self._on_label()
        self.search_wanted.emit()

    def _on_label(self) -> None:
        self.list.drawing().label = self.options.label()

    def _tell(self) -> None:
        """Say how many there are, and what Enter would do."""
        count, yes, no = len(self.model.keys), self.model.count(True), self.model.count(False)
        said = self.tr("{yes} yes · {no} no · {left} left of {total}")
        self._said.set_text(said.format(total=count, yes=yes, no=no, left=count - yes - no))
        rejected = self.model.rejected()
        accepting = not self.seed.phrase
        text = self.tr("Accept {yes} of {total}") if accepting else self.tr("Mark {yes} of {total}")
        text = text.format(yes=yes, total=count)
        if rejected:
            text += self.tr(", reject {number}").format(number=rejected)
        self._mark.setText(text)
        self._mark.setEnabled(bool(yes or rejected))
        self.list.set_message("" if count else self._why_empty())

    def _why_empty(self) -> str:
        if self._progress is not None:
            return self.tr("Searching…")
        if not self.seed.phrase:
            here = self.tr("Nothing is suggested for this label here.")
            elsewhere = self.tr("5 looks in the whole project, L and a digit at another label.")
            nowhere = self.tr("Nothing is suggested for this label in the project.")
            return nowhere if self.options.everywhere() else f"{here}\n{elsewhere}"
        if self.options.everywhere():
            return self.tr("Nowhere else in the project.")
        more = {
            Mode.EXACT: self.tr("2 looks in any case, 5 in the whole project."),
            Mode.ANY_CASE: self.tr("3 looks for word forms, 5 in the whole project."),
            Mode.LEMMA: self.tr("5 looks in the whole project."),
        }
        return self.tr("Nowhere else in this article.") + "\n" + more[self.options.mode()]

    def _make_search_row(self) -> QWidget:
        self._search_row = QWidget()
        self._searched = QLabel()
        self._searched.setProperty("kind", "soft")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the search"))
        stop = QToolButton()
        stop.setText(self.tr("Stop"))
        stop.setAccessibleName(self.tr("Stop the search"))
        stop.clicked.connect(self.stop_wanted)
        row = QHBoxLayout(self._search_row)
        row.setContentsMargins(16, 0, 14, 0)
        row.addWidget(self._searched)
        row.addWidget(self._bar, 1)
        row.addWidget(stop)
        return self._search_row

    def _make_foot(self) -> QHBoxLayout:
        self._said = WrappedText(max_lines=1)
        self._said.setObjectName("said")
        hint = WrappedText(
            self.tr("Y yes · N no · Space later · Shift+Y, Shift+N all the rest · Enter marks · Esc closes"),
            tone="soft",
            scale=0.9,
            max_lines=2,
        )
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self._said)
        told.addWidget(hint)
        self._mark = QPushButton()
        self._mark.setObjectName("mark")
        self._mark.setProperty("primary", True)
        self._mark.clicked.connect(self._accept)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(12)
        row.addLayout(told, 1)
        row.addWidget(self._mark)
        return row
