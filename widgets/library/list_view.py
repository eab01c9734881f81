"""The list of articles: native keys, one choice at a time, and a word when the arrow keys come to rest.

Several rows are selected as everywhere (Shift, Ctrl, Ctrl+A); then nothing is opened by passing by.
"""

from collections.abc import Callable, Collection, Iterator

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from widgets.keys import chord
from widgets.library.delegate import ArticleDelegate
from widgets.library.model import ArticleModel, IdRole
from widgets.long_list import Index

# Milliseconds without an arrow key before the article under it is opened: a held key passes by.
SETTLE = 150

_Flag = QItemSelectionModel.SelectionFlag
_EXTENDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class ArticleList(QListView):
    """Rows of equal height over an ArticleModel."""

    chosen = Signal(object)
    """Article id."""
    left = Signal(Qt.Key)
    """Esc, or Up in the first row: the key that wants out of the list."""
    selection_changed = Signal()
    """Other rows are selected."""
    pressed_key = Signal(str)
    """The chord of a key that is not the list's own."""

    def __init__(self, model: ArticleModel, delegate: ArticleDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles = model
        self._delegate = delegate
        self._quiet = False
        self._extending = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self.choose_current)
        self.setObjectName("libraryList")
        self.setAccessibleName(self.tr("Articles"))
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())

    # -- one row -----------------------------------------------------------------------------------

    def show_row(self, row: int | None) -> None:
        """Make `row` the current one (None: none), in sight, without saying it was chosen.

        If it is one of several that are selected, they stay so.
        """

        def show() -> None:
            if row is None:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
                return
            index = self.model().index(row, 0)
            several = self.selected_count() > 1 and self.selectionModel().isSelected(index)
            self._make_current(index, _Flag.NoUpdate if several else _Flag.ClearAndSelect)
            self.scrollTo(index)

        self.quietly(show)

    def go_to(self, row: int) -> None:
        """Make `row` the current one and the only one selected, as the arrow keys do."""
        self._extending = False
        self._make_current(self.model().index(row, 0), _Flag.ClearAndSelect)

    def quietly(self, change: Callable[[], None]) -> None:
        """Run `change`; rows that become current by it are not chosen."""
        self._quiet = True
        try:
            change()
        finally:
            self._quiet = False
            self._settle.stop()

    def choose_current(self) -> None:
        """Say that the current row is chosen."""
        self._choose(self.currentIndex())

    # -- several rows ------------------------------------------------------------------------------

    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(len(rows) for rows in self._selected_rows())

    def selected_ids(self) -> list[int]:
        """The articles of the selected rows, from above."""
        keys = self._articles.keys
        return [int(keys[row]) for row in sorted(row for rows in self._selected_rows() for row in rows)]

    def select_ids(self, article_ids: Collection[int]) -> None:
        """Select the rows of these articles, as far as they are listed, and no others."""
        rows = sorted(row for i in article_ids if (row := self._articles.row_of(i)) is not None)
        selection = QItemSelection()
        for first, last in _stretches(rows):
            selection.select(self.model().index(first, 0), self.model().index(last, 0))
        self.quietly(lambda: self.selectionModel().select(selection, _Flag.ClearAndSelect))

    def select_only_current(self) -> None:
        """Let go of all selected rows but the current one."""
        self.quietly(lambda: self.selectionModel().select(self.currentIndex(), _Flag.ClearAndSelect))

    def _selected_rows(self) -> Iterator[range]:
        selection = self.selectionModel().selection()
        for place in range(selection.count()):
            stretch = selection.at(place)
            yield range(stretch.top(), stretch.bottom() + 1)

    # -- events ------------------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Wait until the arrow keys come to rest."""
        super().currentChanged(current, previous)
        if self._extending:
            self._settle.stop()
        elif not self._quiet and current.isValid():
            self._settle.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """With Shift or Ctrl a click selects and opens nothing."""
        self._extending = bool(event.modifiers() & _EXTENDING)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses at once; Esc and Up from the first row leave the list."""
        key, pressed = Qt.Key(event.key()), chord(event)
        self._extending = bool(event.modifiers() & _EXTENDING)
        if pressed in ("Ctrl+Home", "Ctrl+End"):
            self.go_to(0 if key == Qt.Key.Key_Home else len(self._articles.keys) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        elif key == Qt.Key.Key_Escape or (pressed == "Up" and self.currentIndex().row() <= 0):
            self.left.emit(key)
        elif pressed == "Del" or (len(pressed) == 1 and pressed != " "):
            self.pressed_key.emit(pressed)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Nothing: Qt's search by first letter would read all 30,000 rows; the search box is there for it."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Rows of a wide list are lower: a title needs fewer lines."""
        if self._delegate.fit(self.viewport().width(), self.fontMetrics()):
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure the rows again when the font changes."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.fit(self.viewport().width(), self.fontMetrics())
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def _make_current(self, index: QModelIndex, flag: QItemSelectionModel.SelectionFlag) -> None:
        """Not by `setCurrentIndex`, which goes by the keys that are held (Ctrl+PgDown) as a click does."""
        self.selectionModel().setCurrentIndex(index, flag)

    def _on_clicked(self, index: Index) -> None:
        if not self._extending:
            self._choose(index)

    def _choose(self, index: Index) -> None:
        self._settle.stop()
        if index.isValid():
            self.chosen.emit(index.data(IdRole))


def _stretches(rows: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each unbroken stretch of sorted rows."""
    first = last = None
    for row in rows:
        if first is None or last is None:
            first = last = row
        elif row == last + 1:
            last = row
        else:
            yield first, last
            first = last = row
    if first is not None and last is not None:
        yield first, last
