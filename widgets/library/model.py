"""The library's list as Qt sees it: ids only, with rows fetched a page at a time when they are drawn.

A proxy model costs 190 to 310 ms a keystroke at 30,000 rows and row objects cost memory; here the
project finds the ids and only what is seen is read.
"""

from collections import OrderedDict
from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from app.project import Project, Summary
from widgets.library.words import accessible_line
from widgets.long_list import Index, LongListModel

# Rows read at once: two screens of the tallest window, so that a page down reads at most once.
PAGE = 48
# Summaries kept: enough to scroll back and forth without reading, small enough not to be noticed.
KEPT = 4 * 1024

SummaryRole = Qt.ItemDataRole.UserRole
IdRole = Qt.ItemDataRole.UserRole + 1


class ArticleModel(LongListModel):
    """Ids of articles in order; `SummaryRole` reads the row's Summary (None: the article is gone)."""

    def __init__(self, project: Project, annotator: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._annotator = annotator
        self._rows: dict[int, int] = {}
        self._rows_of: Sequence[Any] | None = None
        self._summaries: OrderedDict[int, Summary | None] = OrderedDict()

    def row_of(self, article_id: int) -> int | None:
        """The row of the article, or None where the list does not have it."""
        if self._rows_of is not self.keys:
            self._rows = {identifier: row for row, identifier in enumerate(self.keys)}
            self._rows_of = self.keys
        return self._rows.get(article_id)

    def id_at(self, row: int) -> int | None:
        """The article in that row, or None where there is no such row."""
        return int(self.keys[row]) if 0 <= row < len(self.keys) else None

    def summary(self, row: int) -> Summary | None:
        """The row's summary, read with its page; None where the article is gone."""
        identifier = self.keys[row]
        if identifier not in self._summaries:
            self._read_page(row)
        self._summaries.move_to_end(identifier)
        return self._summaries[identifier]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The summary, the id, or the words a screen reader says."""
        if not index.isValid() or index.row() >= len(self.keys):
            return None
        if role == IdRole:
            return self.keys[index.row()]
        if role == SummaryRole:
            return self.summary(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            summary = self.summary(index.row())
            return summary.title if summary else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            summary = self.summary(index.row())
            return accessible_line(summary) if summary else ""
        return None

    def forget(self, article_ids: Collection[int]) -> None:
        """Read these articles again when they are next drawn, and have them drawn."""
        for identifier in article_ids:
            if self._summaries.pop(identifier, None) is None:
                continue
            if (row := self.row_of(identifier)) is not None:
                self.dataChanged.emit(self.index(row), self.index(row))

    def forget_all(self) -> None:
        """Read everything again when it is next drawn."""
        self._summaries.clear()
        if self.keys:
            self.dataChanged.emit(self.index(0), self.index(len(self.keys) - 1))

    def _read_page(self, row: int) -> None:
        first = row - row % PAGE
        wanted = [i for i in self.keys[first : first + PAGE] if i not in self._summaries]
        found = {summary.id: summary for summary in self._project.summaries(wanted, self._annotator)}
        for identifier in wanted:
            self._summaries[identifier] = found.get(identifier)
        while len(self._summaries) > KEPT:
            self._summaries.popitem(last=False)
