"""The Progress window: whose work, which time, a list of charts, the one chosen drawn or as a table."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from widgets import keys, theme
from widgets.charts import counted as made
from widgets.charts.counted import BY_DAY, Chart, Counted
from widgets.charts.figure import Figure
from widgets.charts.pictures import save_picture
from widgets.charts.table import TableView
from widgets.charts.totals import Totals
from widgets.charts.values import unit_name
from widgets.charts.words import grouped
from widgets.combo import CardCombo
from widgets.screens import keep_on_screen, scrolled
from widgets.tab_order import move_focus
from widgets.texts import tr
from widgets.wrapped_text import WrappedText

if TYPE_CHECKING:
    from widgets.charts.panel import ChartPanel

_SPANS = (0, 7, 30, 90, 365)
_EVERYBODY = ""


class ProgressWindow(QDialog):
    """Shows what it is given; whose work is to be counted, and which articles are wanted, it only asks."""

    count_asked = Signal()
    """Count the work of `annotator()` anew."""
    mark_asked = Signal(object)
    """Mark: the library shall show the articles behind it."""

    def __init__(self, annotator: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Progress"))
        self._counted: Counted | None = None
        self._figure: Figure | None = None
        self._as_table = False
        self._panel: ChartPanel | None = None
        self._totals = Totals()
        self._who = _combo(self.tr("Whose work"), 12)
        self._who.addItem(self.tr("Me ({name})").format(name=annotator), annotator)
        self._who.addItem(self.tr("Everybody"), _EVERYBODY)
        self._who.currentIndexChanged.connect(self.count_asked)
        self._span = _combo(self.tr("Time"), 10)
        for days in _SPANS:
            self._span.addItem(self._span_name(days), days)
        self._span.currentIndexChanged.connect(self._draw)
        self._unit = _combo(self.tr("Unit"), 14)
        self._unit.currentIndexChanged.connect(self._draw)
        self._charts = QListWidget()
        self._charts.setAccessibleName(self.tr("Charts"))
        self._charts.setObjectName("charts")
        self._charts.addItems([made.chart_name(chart) for chart in Chart])
        self._charts.setCurrentRow(0)
        self._charts.currentRowChanged.connect(self._draw)
        self._message = WrappedText(tone="soft")
        self._table = TableView()
        self._table.asked.connect(self.mark_asked)
        self._said = WrappedText(tone="soft", max_lines=2)
        self._build()
        self.resize(theme.enlarged(1080), theme.enlarged(720))
        keep_on_screen(self)
        self._charts.setFocus(Qt.FocusReason.OtherFocusReason)

    def annotator(self) -> str | None:
        """Whose work is wanted; None: everybody's."""
        return self._who.currentData() or None

    def chart(self) -> Chart:
        """The chart chosen."""
        return list(Chart)[self._charts.currentRow()]

    def choose(self, chart: Chart) -> None:
        """Choose a chart."""
        self._charts.setCurrentRow(list(Chart).index(chart))

    def figure(self) -> Figure | None:
        """What is shown; None while nothing is counted."""
        return self._figure

    def panel(self) -> "ChartPanel | None":
        """The drawing; None until there was something to draw."""
        return self._panel

    def show_counting(self) -> None:
        """Say that it is being counted."""
        self._refresh.setEnabled(False)
        if self._counted is None or self._counted.annotator != self.annotator():
            self._show_message(self.tr("Counting…"))
        self._at.setText(self.tr("Counting…"))

    def show_counted(self, counted: Counted) -> None:
        """Show what was counted, with the chart and the unit as they were."""
        self._counted = counted
        self._refresh.setEnabled(True)
        self._at.setText(self.tr("As of {time}").format(time=counted.at.strftime("%H:%M:%S")))
        self._totals.show_facts(made.facts(counted))
        self._offer_annotators(counted)
        self._offer_units(counted)
        self._draw()

    def show_problem(self, sentence: str) -> None:
        """Say why there is nothing to show, or why something could not be done."""
        self._refresh.setEnabled(True)
        self._at.setText("")
        if self._counted is None:
            self._show_message(sentence)
        else:
            self._said.set_text(sentence)

    def show_table(self, *, as_table: bool) -> None:
        """Show rows and columns instead of the drawing, or the drawing again."""
        self._as_table = as_table
        self._turn.setText(self.tr("Show as a chart") if as_table else self.tr("Show as a table"))
        self._draw()

    def copy(self) -> None:
        """Put the table of what is shown onto the clipboard, as TSV."""
        if self._figure is not None:
            self._table.copy()
            self._said.set_text(self.tr("Copied: {title}.").format(title=self._figure.title))

    def save_picture(self, path: Path) -> None:
        """Write the drawing to a PNG file, and say where; where it cannot be, say why."""
        if self._panel is None:
            return
        try:
            save_picture(self._panel.picture(), path)
        except UserError as error:
            self._said.set_text(str(error))
        else:
            self._said.set_text(self.tr("Saved {path}.").format(path=path))

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        """Tab goes as one reads."""
        return move_focus(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """F5 counts anew, Ctrl+C copies, Ctrl+S saves, Ctrl+T changes to the table; Esc closes."""
        match keys.chord(event):
            case "F5" if self._refresh.isEnabled():
                self.count_asked.emit()
            case "Ctrl+C":
                self.copy()
            case "Ctrl+S" if self._save.isEnabled():
                self._ask_where()
            case "Ctrl+T":
                self._turn_over()
            case "Return":
                pass  # QDialog would press a button
            case _:
                super().keyPressEvent(event)

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._at = QLabel()
        self._at.setProperty("kind", "soft")
        self._refresh = _button(self.tr("Refresh"), "F5")
        self._refresh.clicked.connect(self.count_asked)
        self._turn = _button(self.tr("Show as a table"), "Ctrl+T")
        self._turn.clicked.connect(self._turn_over)
        self._copy = _button(self.tr("Copy table"), "Ctrl+C")
        self._copy.clicked.connect(self.copy)
        self._save = _button(self.tr("Save picture…"), "Ctrl+S")
        self._save.clicked.connect(self._ask_where)
        close = _button(self.tr("Close"), "Esc")
        close.clicked.connect(self.reject)
        top = QHBoxLayout()
        top.setSpacing(8)
        self._unit_name, self._span_label = _name(self._unit), _name(self._span)
        for widget in (
            _name(self._who),
            self._who,
            self._span_label,
            self._span,
            self._unit_name,
            self._unit,
        ):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self._at)
        top.addWidget(self._refresh)
        self._pages = QStackedWidget()
        self._message_page = _holding(self._message)
        self._pages.addWidget(self._message_page)
        self._pages.addWidget(self._table)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        self._charts.setFixedWidth(self._charts.sizeHintForColumn(0) + 28)
        middle.addWidget(self._charts)
        middle.addWidget(self._pages, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        for button in (self._turn, self._copy, self._save):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(close)
        self._said.setFixedHeight(self._said.height_of(2))
        page = QWidget()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(page))
        whole = QVBoxLayout(page)
        whole.setContentsMargins(18, 16, 18, 14)
        whole.setSpacing(12)
        whole.addLayout(top)
        whole.addWidget(self._totals)
        whole.addLayout(middle, 1)
        whole.addWidget(self._said)
        whole.addLayout(below)

    def _turn_over(self) -> None:
        self.show_table(as_table=not self._as_table)

    def _span_name(self, days: int) -> str:
        if not days:
            return self.tr("All")
        return tr("Last {count} days", "", days) if days < 365 else self.tr("Last year")

    def _offer_annotators(self, counted: Counted) -> None:
        """Offer those too who were not known yet."""
        for name in counted.annotators:
            if self._who.findData(name) < 0:
                self._who.addItem(name, name)

    def _offer_units(self, counted: Counted) -> None:
        chosen = self._unit.currentData()
        self._unit.blockSignals(True)
        self._unit.clear()
        for unit, values in counted.units.items():
            self._unit.addItem(f"{unit_name(unit)} · {grouped(len(values.values))}", unit)
        self._unit.setCurrentIndex(max(0, self._unit.findData(chosen)))
        self._unit.blockSignals(False)

    # -- drawing ----------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Show the chosen chart of what was counted."""
        chart = self.chart()
        for widget in (self._span, self._span_label):
            widget.setVisible(chart in BY_DAY)
        for widget in (self._unit, self._unit_name):
            widget.setVisible(chart is Chart.VALUES and self._unit.count() > 0)
        if self._counted is None:
            return
        unit = self._unit.currentData() or ""
        self._figure = figure = made.figure(chart, self._counted, self._since(), unit)
        self._table.show_table(figure.table, figure.title)
        drawn = bool(figure.marks)
        for button in (self._copy, self._turn):
            button.setEnabled(bool(figure.table.rows))
        self._save.setEnabled(drawn and not self._as_table)
        self._said.set_text("")
        if self._as_table and figure.table.rows:
            self._pages.setCurrentWidget(self._table)
        elif drawn:
            self._say_how()
            self._drawing().show_figure(figure, self._counted.scheme)
            self._pages.setCurrentWidget(self._drawing())
        else:
            self._show_message(figure.empty)

    def _drawing(self) -> "ChartPanel":
        """The place to draw on; pyqtgraph is imported for the first."""
        if self._panel is None:
            from widgets.charts.panel import ChartPanel

            self._panel = ChartPanel()
            self._panel.chart.asked.connect(self.mark_asked)
            self._panel.chart.pointed.connect(self._say)
            self._pages.addWidget(self._panel)
        return self._panel

    def _show_message(self, sentence: str) -> None:
        self._message.set_text(sentence)
        self._pages.setCurrentWidget(self._message_page)

    def _say(self, line: str) -> None:
        """What is under the pointer or the keyboard."""
        if line:
            self._said.set_text(
                self.tr("{line}. Enter or a click shows them in the library.").format(line=line)
            )
        else:
            self._say_how()

    def _say_how(self) -> None:
        self._said.set_text(
            self.tr("Tab to the chart, then arrow keys; Enter shows the articles in the library.")
        )

    def _since(self) -> date | None:
        days = int(self._span.currentData())
        return self._counted.today - timedelta(days - 1) if days and self._counted else None

    def _ask_where(self) -> None:
        if self._figure is None:
            return
        name = str(Path.home() / f"{self._figure.title}.png")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save picture"), name, "PNG (*.png)")
        if chosen:
            path = Path(chosen)
            self.save_picture(path if path.suffix.lower() == ".png" else path.with_name(f"{path.name}.png"))


def _holding(message: WrappedText) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.addWidget(message)
    column.addStretch(1)
    return page


def _combo(name: str, least_characters: int) -> CardCombo:
    combo = CardCombo(least_characters)
    combo.setAccessibleName(name)
    return combo


def _name(combo: CardCombo) -> QLabel:
    """The combo's name beside it."""
    label = QLabel(combo.accessibleName())
    label.setProperty("kind", "soft")
    label.setBuddy(combo)
    return label


def _button(text: str, chord: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setToolTip(f"{text} ({keys.shown(chord)})")
    return button
