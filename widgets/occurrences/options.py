"""What is looked for and how: the phrase and its label, what counts as the same, where, which values."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.annotation import Attributes
from app.occurrences import Mode
from app.scheme import Label, Scheme
from widgets.combo import CardCombo
from widgets.flow import FlowLayout
from widgets.library.chip import Chip
from widgets.palette.swatch import swatch
from widgets.tick_box import TickBox
from widgets.wrapped_text import WrappedText

# Pixels between what counts as the same and where it is looked for.
_GROUP_GAP = 12
# Pixels by which the title is lower than the upper edge of the label beside it: on one line with its text.
_TITLE_INSET = 5
# The language whose word forms are only guessed.
_GUESSED = "kk"


class Options(QWidget):
    """The head of the panel. Digits choose; V copies the values; L, then a label's own digit, the label."""

    changed = Signal()
    """Another label, mode or scope was chosen."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme: Scheme | None = None
        self._seed_label = ""
        self._label_follows = False
        self._title = WrappedText(bold=True, max_lines=2)
        self._label = CardCombo(10)
        self._label.setAccessibleName(self.tr("Label"))
        self._label.setToolTip(self.tr("L, then the label's digit"))
        self._label.currentIndexChanged.connect(self._on_label)
        close = QToolButton()
        close.setText("✕")
        close.setProperty("quiet", True)
        close.setAccessibleName(self.tr("Close"))
        close.setToolTip(self.tr("Close (Esc)"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(10)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, _TITLE_INSET, 0, 0)
        beside.addWidget(self._title)
        head.addLayout(beside, 1)
        head.addWidget(self._label)
        head.addWidget(close)
        self._modes = {
            Mode.EXACT: Chip(self.tr("1  Exact")),
            Mode.ANY_CASE: Chip(self.tr("2  Any case")),
            Mode.LEMMA: Chip(""),
        }
        self._scopes = {False: Chip(self.tr("4  This article")), True: Chip(self.tr("5  Whole project"))}
        self._gap = _gap()
        line = QWidget()
        flow = FlowLayout(line)
        for choices in (self._modes, self._scopes):
            group = QButtonGroup(self)
            if choices is self._scopes:
                flow.addWidget(self._gap)
            for chip in choices.values():
                group.addButton(chip)
                chip.clicked.connect(self.changed)
                flow.addWidget(chip)
        self._values = TickBox(self.tr("V  with its values"))
        self._shown_values = WrappedText(tone="soft", max_lines=1)
        self._values_row = QWidget()
        values = QHBoxLayout(self._values_row)
        values.setContentsMargins(0, 0, 0, 0)
        values.addWidget(self._values)
        values.addWidget(self._shown_values, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 10, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(line)
        column.addWidget(self._values_row)
        self._modes[Mode.LEMMA].setChecked(True)
        self._scopes[False].setChecked(True)

    def show_seed(
        self, phrase: str, label_id: str, language: str, attributes: Attributes, scheme: Scheme
    ) -> None:
        """Ask about this phrase: in any form of its words, unless its language has them only guessed.

        Without a phrase it is about what is suggested.
        """
        self._scheme, self._seed_label = scheme, label_id
        title = self.tr("Mark all “{phrase}” as") if phrase else self.tr("All that is suggested as")
        self._title.set_text(title.format(phrase=" ".join(phrase.split())))
        for chip in self._modes.values():
            chip.setVisible(bool(phrase))
        self._gap.setVisible(bool(phrase))
        with QSignalBlocker(self._label):
            self._label.clear()
            for label in scheme.labels:
                key = f"   {label.key}" if label.key else ""
                self._label.addItem(swatch(label), f"{label.name}{key}", label.id)
            self._label.setCurrentIndex(self._label.findData(label_id))
        guessed = language == _GUESSED
        forms = self.tr("3  Word forms (roughly)") if guessed else self.tr("3  Word forms")
        self._modes[Mode.LEMMA].setText(forms)
        self._modes[Mode.ANY_CASE if guessed else Mode.LEMMA].setChecked(True)
        self._scopes[False].setChecked(True)
        self._show_values(attributes)

    def mode(self) -> Mode:
        """What counts as the same."""
        return next(mode for mode, chip in self._modes.items() if chip.isChecked())

    def everywhere(self) -> bool:
        """Whether all articles are searched."""
        return self._scopes[True].isChecked()

    def label(self) -> Label | None:
        """The label to mark with."""
        return self._scheme.label(str(self._label.currentData())) if self._scheme else None

    def with_values(self) -> bool:
        """Whether the places are to be given the values of the first one."""
        return self._values.isChecked() and not self._values_row.isHidden()

    def label_follows(self) -> bool:
        """Whether the next key chooses the label."""
        return self._label_follows

    def press(self, chord: str) -> bool:
        """Do what a key chooses here; False if it chooses nothing."""
        if self._label_follows:
            self._label_follows = False
            return self._choose_label(chord)
        chips = dict(zip("12345", (*self._modes.values(), *self._scopes.values()), strict=True))
        if chord in chips and not chips[chord].isHidden():
            chips[chord].click()
        elif chord == "V":
            self._values.toggle()
        elif chord == "L":
            self._label_follows = True
        else:
            return False
        return True

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draw the labels' swatches in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._scheme is not None:
            for row, label in enumerate(self._scheme.labels):
                self._label.setItemIcon(row, swatch(label))

    def _choose_label(self, chord: str) -> bool:
        labels = self._scheme.labels if self._scheme else ()
        label = next((label for label in labels if label.key == chord), None)
        if label is not None:
            self._label.setCurrentIndex(self._label.findData(label.id))
        return label is not None

    def _on_label(self) -> None:
        label = self.label()
        same = label is not None and label.id == self._seed_label
        self._values_row.setVisible(same and bool(self._shown_values.text()))
        self.changed.emit()

    def _show_values(self, attributes: Attributes) -> None:
        """Offer to copy the values: by itself for a name, which is the same everywhere; not for a number."""
        shown = ", ".join(str(value) for value in attributes.values() if not isinstance(value, Mapping))
        self._shown_values.set_text(shown)
        self._values.setAccessibleDescription(shown)
        self._values_row.setVisible(bool(shown))
        self._values.setChecked("canonical_name" in attributes)


def _gap() -> QWidget:
    """Some room between two groups of chips."""
    gap = QWidget()
    gap.setFixedWidth(_GROUP_GAP)
    return gap
