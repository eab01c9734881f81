"""The list of a concordance: arrow keys move in it, every other key is for the panel around it."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.concordance import Occurrence
from widgets import theme
from widgets.long_list import Index
from widgets.occurrences.delegate import ConcordanceDelegate
from widgets.occurrences.model import OccurrencesModel

_MOVES = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class ConcordanceList(QListView):
    """Rows of equal height; the current one is the one that Y and N answer."""

    current_changed = Signal(object)
    """The Occurrence that is current now, or None."""

    def __init__(self, model: OccurrencesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._drawing = ConcordanceDelegate()
        self._message = ""
        self.setObjectName("occurrences")
        self.setAccessibleName(self.tr("Places in context"))
        self.setModel(model)
        self.setItemDelegate(self._drawing)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def drawing(self) -> ConcordanceDelegate:
        """How rows are drawn: with which label, with titles or without."""
        return self._drawing

    def set_message(self, message: str) -> None:
        """Say in place of rows why there are none. The list stays where it is: it has the focus."""
        self._message = message
        self.setAccessibleDescription(message)
        self.viewport().update()

    def message(self) -> str:
        """What is said in place of rows; empty where there are some."""
        return self._message

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the rows, or the message."""
        super().paintEvent(event)
        if self._message:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.current().soft))
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(16, 0, -16, 0), int(centred), self._message)

    def row(self) -> int:
        """The current row; -1 while there is none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make a row the current one, in sight with the one after it; the last where there are fewer."""
        count = len(self._rows.keys)
        if not count:
            self.setCurrentIndex(QModelIndex())
            return
        row = min(max(row, 0), count - 1)
        self.setCurrentIndex(self._rows.index(row))
        self.scrollTo(self._rows.index(min(row + 1, count - 1)))
        self.scrollTo(self._rows.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell."""
        super().currentChanged(current, previous)
        row = current.row()
        here: Occurrence | None = self._rows.keys[row] if 0 <= row < len(self._rows.keys) else None
        self.current_changed.emit(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move; leave the rest to the panel."""
        if Qt.Key(event.key()) in _MOVES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Nothing: letters answer."""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click in the column of answers goes on to the next answer: yes, no, none."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < self._drawing.answer_width(self.font()):
            following = {None: True, True: False, False: None}
            self._rows.answer(index.row(), following[self._rows.answer_of(index.row())])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure the rows again when the font changes."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)
