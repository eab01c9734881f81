"""A chart's numbers in rows and columns: read by screen readers, copied into spreadsheets."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from widgets import keys
from widgets.charts.figure import Cell, Table
from widgets.charts.words import grouped

Index = QModelIndex | QPersistentModelIndex

# Rows looked at for the width of a column: to look at all of 30,000 takes seconds.
_MEASURED = 100
_ROOT = QModelIndex()


class TableModel(QAbstractTableModel):
    """A figure's table as Qt asks for it."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 (Qt's name)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 (Qt's name)
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.table.header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, and on which side it stands."""
        cell = self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell if isinstance(cell, str) else grouped(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if isinstance(cell, str) else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            mark = self.table.marks.get((index.row(), index.column()))
            return mark.line if mark else None
        return None

    def headerData(  # noqa: N802 (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names, over the side their cells stand on."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.header[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            words = not self.table.rows or isinstance(self.table.rows[0][section], str)
            return Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignRight
        return None


class TableView(QTableView):
    """The table; Enter on a cell asks for the articles behind it, Ctrl+C copies."""

    asked = Signal(object)
    """Mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setObjectName("counts")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(self._ask)

    def show_table(self, table: Table, name: str) -> None:
        """Show this table; `name` is what the chart is called."""
        old = self.model()
        self.setModel(TableModel(table, self))
        if old is not None:
            old.deleteLater()
        self.setAccessibleName(name)
        self.resizeColumnsToContents()
        self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter asks; Ctrl+C copies what is selected, or everything if that is one cell."""
        match keys.chord(event):
            case "Return":
                self._ask(self.currentIndex())
            case "Ctrl+C":
                self.copy()
            case _:
                super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected cells, or all with their header if that is one, onto the clipboard as TSV."""
        model = self.model()
        if not isinstance(model, TableModel):
            return
        chosen = self.selectionModel().selectedIndexes()
        table = model.table
        if len(chosen) > 1:
            rows = sorted({index.row() for index in chosen})
            columns = sorted({index.column() for index in chosen})
            QGuiApplication.clipboard().setText(
                tsv([[table.rows[row][column] for column in columns] for row in rows])
            )
        else:
            QGuiApplication.clipboard().setText(tsv([table.header, *table.rows]))

    def _ask(self, index: Index) -> None:
        model = self.model()
        if isinstance(model, TableModel):
            mark = model.table.marks.get((index.row(), index.column()))
            if mark is not None:
                self.asked.emit(mark)


def tsv(rows: Sequence[Sequence[Cell]]) -> str:
    """Rows of cells parted by tabs, as spreadsheets take them: numbers plain, no tab inside a cell."""
    return "\n".join("\t".join(" ".join(str(cell).split()) for cell in row) for row in rows) + "\n"
