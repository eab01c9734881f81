"""What was learned from the annotator, how well it does on articles it has not seen, and the switch."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLayoutItem, QWidget

from app.scheme import Scheme
from widgets import theme
from widgets.dialogs.frame import Dialog, sentence
from widgets.texts import tr
from widgets.tick_box import TickBox

if TYPE_CHECKING:
    from app.suggesters.learning.learned import Learned

_WIDTH = 560


class LearnedDialog(Dialog):
    """Shows a `Learned` and asks for the switch to be turned; changes nothing by itself."""

    switched = Signal(bool)

    def __init__(self, scheme: Scheme, on: bool, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("What was learned"))
        self._scheme = scheme
        self._on = TickBox(self.tr("Learn from what I mark, accept and reject"))
        self._on.setChecked(on)
        self._on.toggled.connect(self.switched)
        explained = self.tr(
            "Words you have marked are looked for again, and a model learns how you mark. Nothing leaves this"
            " computer, and nothing is accepted by itself."
        )
        self._state = sentence()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._note = sentence("", "soft")
        for widget in (self._on, sentence(explained, "soft"), self._state):
            self.column.addWidget(widget)
        self.column.addLayout(self._grid)
        self.column.addWidget(self._note)
        self.column.addStretch(1)
        self.add_close(self.tr("Close"))
        self.resize(theme.enlarged(_WIDTH), 0)

    def show_learned(self, learned: "Learned | None", *, under_way: bool) -> None:
        """Show what there is; None: nothing."""
        self._clear()
        self._state.setText(self._said(learned, under_way=under_way))
        rows = self._rows(learned) if learned is not None else []
        if rows:
            heads = (tr("Label"), tr("Marks"), tr("Right, %"), tr("Found, %"), "F1", "")
            for number, row in enumerate([heads, *rows]):
                self._add(number, row, head=number == 0)
        said = self.tr(
            "Right: of what it proposed, so much was marked just so. Found: of what was marked, so much was"
            " proposed. Each article was held out once (cross-validation)."
        )
        self._note.setText(said)
        self._note.setVisible(bool(rows))
        self.fit()

    def _said(self, learned: "Learned | None", *, under_way: bool) -> str:
        if not self._on.isChecked():
            return self.tr("Nothing is learned while this is off.")
        if learned is None or not (learned.examples or learned.scores.articles):
            waiting = self.tr("Nothing was learned yet: mark or accept something first.")
            return self.tr("Learning…") if under_way else waiting
        phrases, count, marked = len(learned.examples), learned.scores.articles, learned.marks()
        said = [tr("{count} phrases are looked for again.", "", phrases)]
        if count:
            trained = self.tr("The model has learned from {articles} and {marks}.")
            articles, marks = tr("{count} articles", "", count), tr("{count} marks", "", marked)
            said.append(trained.format(articles=articles, marks=marks))
        else:
            said.append(self.tr("A model follows when enough is marked in several articles."))
        return " ".join(said)

    def _rows(self, learned: "Learned") -> list[tuple[str, ...]]:
        locale, rows = QLocale(), []
        for label in self._scheme.labels:
            score = learned.scores.labels.get(label.id)
            if score is None:
                continue
            quiet = self.tr("not proposed yet") if label.id in learned.model.quiet else ""
            figures = (f"{100 * part:.0f}" for part in (score.precision, score.recall))
            rows.append(
                (
                    label.name,
                    locale.toString(learned.model.marks.get(label.id, 0)),
                    *figures,
                    locale.toString(score.f1, "f", 2),
                    quiet,
                )
            )
        return rows

    def _add(self, number: int, row: tuple[str, ...], *, head: bool) -> None:
        for column, text in enumerate(row):
            cell = QLabel(text)
            cell.setTextFormat(Qt.TextFormat.PlainText)
            if head or column == len(row) - 1:
                cell.setProperty("kind", "soft")
            side = Qt.AlignmentFlag.AlignRight if 0 < column < len(row) - 1 else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(cell, number, column, side)

    def _clear(self) -> None:
        item: QLayoutItem | None
        while (item := self._grid.takeAt(0)) is not None:
            if (cell := item.widget()) is not None:
                cell.hide()
                cell.deleteLater()
