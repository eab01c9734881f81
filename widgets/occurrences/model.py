"""The rows of a concordance and the answer each has been given."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from app.anchor import Span
from app.concordance import Occurrence
from widgets.long_list import Index, LongListModel

RowRole = Qt.ItemDataRole.UserRole

Place = tuple[int, Span]


@dataclass(frozen=True, slots=True)
class Row:
    """What a line shows."""

    occurrence: Occurrence
    answer: bool | None
    """True: yes, False: no, None: not answered."""
    heads: bool
    """Whether it is the first of its article: then it says which."""


class OccurrencesModel(LongListModel):
    """Occurrences in order. Answers belong to places: they outlive a change of what is listed."""

    answered = Signal()
    """There are other answers, or other rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: dict[Place, bool] = {}
        self._count = {True: 0, False: 0}
        self._rejected = 0

    def forget(self) -> None:
        """Show nothing and drop all answers: another phrase is looked for."""
        self._answers.clear()
        self.begin()

    def begin(self) -> None:
        """Show nothing until more is appended; answers are kept."""
        self._count, self._rejected = {True: 0, False: 0}, 0
        self.reset_to([])
        self.answered.emit()

    def append(self, occurrences: Sequence[Occurrence]) -> None:
        """Show more rows at the end."""
        if not occurrences:
            return
        first = len(self.keys)
        self.keys = [*self.keys, *occurrences]
        for occurrence in occurrences:
            self._add(occurrence, self._answers.get(place(occurrence)), 1)
        self.insertRows(first, len(occurrences))
        self.answered.emit()

    def answer_of(self, row: int) -> bool | None:
        """The answer in that row."""
        return self._answers.get(place(self.keys[row]))

    def answer(self, row: int, answer: bool | None) -> None:
        """Answer the row; None takes its answer back."""
        self._put(row, answer)
        self.dataChanged.emit(self.index(row), self.index(row))
        self.answered.emit()

    def answer_rest(self, row: int, answer: bool) -> None:
        """Answer all rows from this one on that have no answer yet."""
        for later in range(max(row, 0), len(self.keys)):
            if self.answer_of(later) is None:
                self._put(later, answer)
        if self.keys:
            self.dataChanged.emit(self.index(max(row, 0)), self.index(len(self.keys) - 1))
        self.answered.emit()

    def count(self, answer: bool) -> int:
        """How many of the rows have this answer."""
        return self._count[answer]

    def rejected(self) -> int:
        """How many of the rows answered no are suggestions."""
        return self._rejected

    def with_answer(self, answer: bool) -> list[Occurrence]:
        """The rows that have this answer."""
        return [o for o in self.keys if self._answers.get(place(o)) is answer]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The Row, or its words for a tooltip and a screen reader."""
        if not index.isValid() or index.row() >= len(self.keys):
            return None
        row = index.row()
        occurrence: Occurrence = self.keys[row]
        match role:
            case Qt.ItemDataRole.UserRole:
                heads = row == 0 or self.keys[row - 1].article_id != occurrence.article_id
                return Row(occurrence, self.answer_of(row), heads)
            case Qt.ItemDataRole.DisplayRole:
                return occurrence.match
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._said(row)}: {_line(occurrence)}"
            case Qt.ItemDataRole.ToolTipRole:
                return occurrence.title
            case _:
                return None

    def _put(self, row: int, answer: bool | None) -> None:
        occurrence: Occurrence = self.keys[row]
        self._add(occurrence, self._answers.pop(place(occurrence), None), -1)
        if answer is not None:
            self._answers[place(occurrence)] = answer
        self._add(occurrence, answer, 1)

    def _add(self, occurrence: Occurrence, answer: bool | None, one: int) -> None:
        """Count an answer in (1) or out (-1)."""
        if answer is not None:
            self._count[answer] += one
        if answer is False and occurrence.suggestion_id is not None:
            self._rejected += one

    def _said(self, row: int) -> str:
        answer = self.answer_of(row)
        if answer is None:
            return self.tr("suggested") if self.keys[row].suggestion_id else self.tr("not answered")
        return self.tr("yes") if answer else self.tr("no")


def place(occurrence: Occurrence) -> Place:
    """What an answer belongs to."""
    return occurrence.article_id, occurrence.span


def _line(occurrence: Occurrence) -> str:
    return " ".join(part.strip() for part in (occurrence.left, occurrence.match, occurrence.right) if part)
