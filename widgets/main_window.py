"""The window: it only lays the rooms out. Top: palette; left, centre, right: rooms; bottom: status."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from widgets.actions import Actions
from widgets.find_bar import FindBar
from widgets.message_bar import MessageBar
from widgets.palette import PaletteBar
from widgets.screens import keep_on_screen
from widgets.status_bar import StatusBar
from widgets.tab_order import first_stop, move_focus
from widgets.tasks import Tasks

if TYPE_CHECKING:
    from widgets.welcome import WelcomePage

# Widths of library, article and inspector in the drawing (pixels of 1440); the article takes what is left.
_WIDTHS = (272, 832, 336)
# They can be as narrow as a screen of 1440 x 900 asks for on which all is twice as large.
_LEAST = (196, 300, 222)
_LEAST_WINDOW = (720, 410)


class MainWindow(QMainWindow):
    """Rooms, and where they are. What they do is said elsewhere."""

    dropped = Signal(object)
    """Tuple of paths of files and folders."""
    recent_chosen = Signal(object)
    """Path of a project, on the first page."""
    shown_first = Signal()
    closing = Signal()

    def __init__(self, actions: Actions, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Pressmark")
        self.setAcceptDrops(True)
        self.palette_bar = PaletteBar(actions)
        self._actions = actions
        self.message_bar = MessageBar()
        self.status_bar = StatusBar(tasks)
        self.find_bar = FindBar()
        self._rooms: tuple[QWidget, ...] = ()
        self._under: tuple[QWidget, ...] = ()
        self._centre = QWidget()
        column = QVBoxLayout(self._centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._centre)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._splitter)

        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.palette_bar, self._pages, self.message_bar, self.status_bar):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        self.setCentralWidget(whole)
        # The window's least size is ours, not the sum of its parts, which changes while one works.
        for part in (self, whole):
            inside = part.layout()
            assert inside is not None
            inside.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(*_LEAST_WINDOW)
        self.resize(1440, 900)
        keep_on_screen(self)

    def show_rooms(
        self, library: QWidget, reader: QWidget, inspector: QWidget, widths: Sequence[int]
    ) -> None:
        """Put the three rooms of a project side by side, in place of others."""
        self.take_down()
        self._rooms = (library, reader, inspector)
        self._splitter.insertWidget(0, library)
        self._splitter.addWidget(inspector)
        column = self._centre.layout()
        assert column is not None
        column.addWidget(reader)
        for index, least in enumerate(_LEAST):
            room = self._splitter.widget(index)
            assert room is not None
            room.setMinimumWidth(least)
            self._splitter.setStretchFactor(index, int(index == 1))
        self._splitter.setSizes(list(widths) if len(widths) == len(_WIDTHS) else list(_WIDTHS))
        self._pages.setCurrentWidget(self._splitter)

    def show_under_article(self, panel: QWidget) -> None:
        """Put a panel under the article; it goes with the rooms. While it is shown it has 9 parts of 20."""
        column = self._centre.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(panel, 9)
        column.setStretchFactor(self._rooms[1], 11)
        self._under = (*self._under, panel)

    @cached_property
    def welcome(self) -> "WelcomePage":
        """The first page, made when it is first shown: who opens a project need not wait for it."""
        from widgets.welcome import WelcomePage

        page = WelcomePage(self._actions)
        page.chosen.connect(self.recent_chosen)
        self._pages.addWidget(page)
        return page

    def show_welcome(self) -> None:
        """Show the first page; the rooms are taken down."""
        self.take_down()
        self._pages.setCurrentWidget(self.welcome)

    def widths(self) -> list[int]:
        """Widths of the three rooms in pixels; empty while there are none."""
        return self._splitter.sizes() if self._rooms else []

    def next_room(self, step: int) -> None:
        """Move the focus to the next (1) or previous (-1) room, round and round."""
        library_and_article, inspector = self._rooms[:2], self._rooms[2:]
        stops = [*library_and_article, *self._under, *inspector, self.palette_bar]
        focus = QApplication.focusWidget()
        here = next(
            (i for i, room in enumerate(stops) if focus and (room is focus or room.isAncestorOf(focus))), 0
        )
        for distance in range(1, len(stops) + 1):
            if _focus_in(stops[(here + step * distance) % len(stops)]):
                return

    def geometry_text(self) -> str:
        """Place and size, as `restore` takes them."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore(self, geometry: str) -> None:
        """Take the place and size of last time."""
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "ignore")))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Tell when the window is there, once."""
        super().showEvent(event)
        if not event.spontaneous():
            self.shown_first.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Let the work at hand be put away."""
        self.closing.emit()
        super().closeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        """Tab goes as one reads."""
        return move_focus(self, forward)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        """Tell what was dropped, after the drag is over: what follows may take a while."""
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.dropped.emit(paths))

    def take_down(self) -> None:
        """Take the rooms down; nothing of theirs runs any more."""
        for room in (*self._rooms, *self._under):
            for timer in room.findChildren(QTimer):
                timer.stop()
            room.hide()
            room.setParent(None)
            room.deleteLater()
        self._rooms = self._under = ()
        self.find_bar.hide()


def _focus_in(room: QWidget) -> bool:
    """Give the focus to the room, or to the first widget in it that takes it by keyboard."""
    first = first_stop(room)
    if first is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return first is not None
