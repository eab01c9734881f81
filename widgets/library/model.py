"""The library's list as Qt sees it: ids only, with rows fetched a page at a time when they are drawn.

A proxy model costs 190 to 310 ms a keystroke at 30,000 rows and row objects cost memory; here the
project finds the ids and only what is seen is read.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt

from app.project import Project, Snippet, Summary
from widgets.library.words import accessible_line
from widgets.long_list import Index, LongListModel

# Rows read at once: two screens of the tallest window, so that a page down reads at most once.
PAGE = 48
# Snippets read at once: the rows of one screen. To find one means to read a text.
SNIPPETS = 16
# Summaries kept: enough to scroll back and forth without reading, small enough not to be noticed.
KEPT = 4 * 1024

T = TypeVar("T")

SummaryRole = Qt.ItemDataRole.UserRole
IdRole = Qt.ItemDataRole.UserRole + 1
SnippetRole = Qt.ItemDataRole.UserRole + 2


class ArticleModel(LongListModel):
    """Ids of articles in order; `SummaryRole` reads the row's Summary (None: the article is gone).

    While words are searched, `SnippetRole` reads where the row's article has them (None: not in its text).
    """

    def __init__(self, project: Project, annotator: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._annotator = annotator
        self._rows: dict[int, int] = {}
        self._rows_of: Sequence[Any] | None = None
        self._summaries: OrderedDict[int, Summary | None] = OrderedDict()
        self._snippets: OrderedDict[int, Snippet | None] = OrderedDict()
        self._words = ""
        self._hides: Callable[[int], bool] = lambda _: False

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

    def hide_suggestions(self, hides: Callable[[int], bool]) -> None:
        """Count no open suggestions in the articles of which this is true."""
        self._hides = hides
        self.forget_all()

    def search_for(self, words: str) -> None:
        """Have snippets of these words from now on; empty: none."""
        if words != self._words:
            self._words = words
            self._snippets.clear()

    def snippet(self, row: int) -> Snippet | None:
        """Where the row's article has the words searched for, read with its neighbours."""
        if not self._words:
            return None
        identifier = self.keys[row]
        if identifier not in self._snippets:
            wanted = self._around(row, SNIPPETS, self._snippets)
            found = self._project.snippets(wanted, self._words)
            _keep(self._snippets, {i: found.get(i) for i in wanted})
        return self._snippets[identifier]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The summary, the id, or the words a screen reader says."""
        if not index.isValid() or index.row() >= len(self.keys):
            return None
        if role == IdRole:
            return self.keys[index.row()]
        if role == SummaryRole:
            return self.summary(index.row())
        if role == SnippetRole:
            return self.snippet(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            summary = self.summary(index.row())
            return summary.title if summary else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            summary = self.summary(index.row())
            return accessible_line(summary, self.snippet(index.row())) if summary else ""
        return None

    def forget(self, article_ids: Collection[int]) -> None:
        """Read these articles again when they are next drawn, and have them drawn."""
        known = [i for i in article_ids if self._summaries.pop(i, None) is not None]
        rows = [row for i in known if (row := self.row_of(i)) is not None]
        if len(rows) > PAGE:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))
            return
        for row in rows:
            self.dataChanged.emit(self.index(row), self.index(row))

    def forget_all(self) -> None:
        """Read everything again when it is next drawn."""
        self._summaries.clear()
        if self.keys:
            self.dataChanged.emit(self.index(0), self.index(len(self.keys) - 1))

    def _read_page(self, row: int) -> None:
        wanted = self._around(row, PAGE, self._summaries)
        found = {summary.id: summary for summary in self._project.summaries(wanted, self._annotator)}
        _keep(self._summaries, {i: self._in_sight(found.get(i)) for i in wanted})

    def _in_sight(self, summary: Summary | None) -> Summary | None:
        """The summary without suggestions that are hidden."""
        hidden = summary is not None and summary.open_suggestions and self._hides(summary.id)
        return replace(summary, open_suggestions=0) if summary is not None and hidden else summary

    def _around(self, row: int, size: int, known: Mapping[int, object]) -> list[int]:
        """The ids on the row's page, of so many rows, that are not known yet."""
        first = row - row % size
        return [i for i in self.keys[first : first + size] if i not in known]


def _keep(kept: OrderedDict[int, T], read: Mapping[int, T]) -> None:
    kept.update(read)
    while len(kept) > KEPT:
        kept.popitem(last=False)
