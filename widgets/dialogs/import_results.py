"""What became of each file of an import: while it runs, with Cancel, and afterwards."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QProgressBar, QTableView, QWidget

from widgets import theme
from widgets.dialogs.frame import Dialog, sentence
from widgets.importing import Importing, Result
from widgets.tick_box import TickBox

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
# Pixels above and below the text of a row, together.
_ROW_INSET = 10


class ImportResults(Dialog):
    """Stays beside the window: not modal."""

    def __init__(self, importing: Importing, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Import"))
        self._importing = importing
        self._summary = sentence()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        self._only_failed = TickBox(self.tr("Only what could not be read"))
        self._model = _Results(self)
        table = QTableView()
        table.setAccessibleName(self.tr("Results by file"))
        table.setModel(self._model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + _ROW_INSET)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        letter = table.fontMetrics().averageCharWidth()
        table.setColumnWidth(0, 32 * letter)
        table.setColumnWidth(1, 15 * letter)
        for widget in (self._summary, self._bar, self._only_failed, table):
            self.column.addWidget(widget)
        self.column.setStretch(3, 1)
        self._cancel = self.add_close(self.tr("Cancel the import"))
        self._cancel.clicked.disconnect()
        self.buttons.rejected.disconnect()
        self._cancel.clicked.connect(importing.cancel)
        self._close = self.add_close(self.tr("Close"))
        self._close.clicked.connect(self.close)
        self._only_failed.toggled.connect(self._show)
        importing.grown.connect(self._show)
        importing.finished.connect(self._show)
        self.resize(theme.enlarged(820), theme.enlarged(480))
        self._show()

    def rows(self) -> int:
        """How many results are shown."""
        return self._model.rowCount()

    def show_only_failed(self, only: bool) -> None:
        """Show the failures alone, or everything."""
        self._only_failed.setChecked(only)

    def _show(self) -> None:
        task = self._importing.task
        self._summary.setText(self._importing.summary())
        self._bar.setVisible(task is not None)
        self._cancel.setVisible(task is not None)
        if task is not None:
            self._bar.setRange(0, task.progress.total)
            self._bar.setValue(task.progress.done)
        results = self._importing.results
        if self._only_failed.isChecked():
            results = [result for result in results if result.fate == "failed"]
        self._model.show_results(results)


class _Results(QAbstractTableModel):
    """File, fate, title or reason."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._results: list[Result] = []
        self._titles = (self.tr("File"), self.tr("Result"), self.tr("Article, or why there is none"))
        self._fates = {
            "added": self.tr("added"),
            "duplicate": self.tr("there already"),
            "revision": self.tr("new revision"),
            "failed": self.tr("not read"),
        }

    def show_results(self, results: list[Result]) -> None:
        """Show these; those already shown stay where they are."""
        shown = len(self._results)
        if shown and len(results) >= shown and results[shown - 1] is self._results[-1]:
            if len(results) > shown:
                self.beginInsertRows(QModelIndex(), shown, len(results) - 1)
                self._results += results[shown:]
                self.endInsertRows()
            return
        self.beginResetModel()
        self._results = list(results)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 (Qt's name)
        """One row a result."""
        return 0 if parent is not None and parent.isValid() else len(self._results)

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802 (Qt's name)
        """Three."""
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: N802
        """The column's name."""
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self._titles[section]
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """The cell."""
        result = self._results[index.row()]
        if role == _Role.DisplayRole:
            return (result.path.name, self._fates[result.fate], result.said)[index.column()]
        if role == _Role.ToolTipRole:
            return str(result.path) if index.column() == 0 else result.said
        if role == _Role.ForegroundRole and index.column() == 1:
            colours = theme.current()
            by_fate = {
                "added": colours.saved,
                "duplicate": colours.soft,
                "revision": colours.accent,
                "failed": colours.error,
            }
            return QColor(by_fate[result.fate])
        return None
