"""What of the articles goes into a dataset: whose annotations, of which labels, how sure, and suggestions."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.confidence import LIKELY, SURE, UNSURE
from app.dataset import Selection
from app.scheme import Scheme
from widgets.combo import CardCombo
from widgets.dialogs.export.checks import Checks
from widgets.dialogs.named_rows import NamedRows
from widgets.inspector.confidence import confidence_word
from widgets.texts import tr
from widgets.tick_box import TickBox
from widgets.wrapped_text import WrappedText


class AnnotationsPage(QWidget):
    """Fills the fields of a Selection that say which annotations."""

    changed = Signal()

    def __init__(self, scheme: Scheme, annotators: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotators = Checks({name: name for name in annotators})
        self.labels = Checks({label.id: label.name for label in scheme.labels})
        self.sureness = CardCombo(16)
        self.sureness.setAccessibleName(self.tr("Sureness"))
        self.sureness.addItem(self.tr("However sure"), 0.0)
        for step in (UNSURE, LIKELY):
            self.sureness.addItem(tr("At least {word}").format(word=confidence_word(step)), step)
        self.sureness.addItem(self.tr("Only what is sure"), SURE)
        self.with_suggestions = TickBox(self.tr("with the decisions on them"))
        self.with_suggestions.setAccessibleName(self.tr("Suggestions, with the decisions on them"))
        rows = NamedRows()
        if len(annotators) > 1:
            rows.add(self.tr("Annotators"), self.annotators)
        rows.add(self.tr("Labels"), self.labels)
        rows.add("", _said(self.tr("An article without such annotations stays: nothing there is data too.")))
        rows.add(self.tr("Sureness"), self.sureness)
        rows.add("", _said(self.tr("An annotation that says nothing of it counts as sure.")))
        rows.add(self.tr("Suggestions"), self.with_suggestions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 8, 0)
        column.addLayout(rows)
        column.addStretch(1)
        self.annotators.changed.connect(self.changed)
        self.labels.changed.connect(self.changed)
        self.sureness.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.with_suggestions.toggled.connect(lambda _: self.changed.emit())

    def narrow(self, selection: Selection) -> Selection:
        """The selection with what is chosen here."""
        return replace(
            selection,
            annotators=self.annotators.chosen(),
            labels=self.labels.chosen(),
            least_confidence=self.sureness.currentData(),
            with_suggestions=self.with_suggestions.isChecked(),
        )

    def choose(self, selection: Selection) -> None:
        """Show what the selection says."""
        self.annotators.choose(selection.annotators)
        self.labels.choose(selection.labels)
        self.sureness.setCurrentIndex(max(0, self.sureness.findData(selection.least_confidence)))
        self.with_suggestions.setChecked(selection.with_suggestions)

    def trouble(self) -> str:
        """Why there can be no dataset; empty where there can."""
        empty = self.annotators.none() or self.labels.none()
        return self.tr("Tick at least one of each kind.") if empty else ""


def _said(text: str) -> WrappedText:
    return WrappedText(text, tone="soft")
