"""The list of articles: native keys, one choice at a time, and a word when the arrow keys come to rest."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from widgets.library.delegate import ArticleDelegate
from widgets.library.model import ArticleModel, IdRole
from widgets.long_list import Index

# Milliseconds without an arrow key before the article under it is opened: a held key passes by.
SETTLE = 150


class ArticleList(QListView):
    """Rows of equal height over an ArticleModel."""

    chosen = Signal(object)
    """Article id."""
    left = Signal(Qt.Key)
    """Esc, or Up in the first row: the key that wants out of the list."""

    def __init__(self, model: ArticleModel, delegate: ArticleDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = delegate
        self._quiet = False
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
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.clicked.connect(lambda index: self._choose(index))

    def show_row(self, row: int | None) -> None:
        """Make `row` the current one (None: none), in sight, without saying it was chosen."""

        def show() -> None:
            if row is None:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
            else:
                self.setCurrentIndex(self.model().index(row, 0))
                self.scrollTo(self.currentIndex())

        self.quietly(show)

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

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Wait until the arrow keys come to rest."""
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self._settle.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses at once; Esc and Up from the first row leave the list."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentIndex().row() <= 0):
            self.left.emit(key)
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

    def _choose(self, index: Index) -> None:
        self._settle.stop()
        if index.isValid():
            self.chosen.emit(index.data(IdRole))
