"""Where the inspector shows one card of several."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

# The card keeps at least this many pixels.
_CARD_LEAST = 60
# Pixels free on either side of it; the scroll bar stands in those on the right.
_SIDE = 14


class CardArea(QScrollArea):
    """Shows one card of several; as high as the card, up to a limit, then it scrolls.

    The scroll bar has its place whether it is needed or not. One that comes and goes changes the width, the
    width the lines, and the lines whether a bar is needed: that may have no end.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = QSize(300, 400)
        self._current: QWidget | None = None
        self._inside = QWidget()
        self._inside.setObjectName("cardArea")
        self._layout = QVBoxLayout(self._inside)
        self.setVerticalScrollBar(_QuietBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def add(self, card: QWidget) -> None:
        """Take in a card, hidden."""
        card.hide()
        self._layout.addWidget(card)

    def drop(self, card: QWidget) -> None:
        """Give a card up."""
        self._layout.removeWidget(card)
        card.hide()
        card.deleteLater()

    def current(self) -> QWidget | None:
        """The card in sight."""
        return self._current

    def show_card(self, card: QWidget) -> None:
        """Show this card alone."""
        if card is not self._current:
            if self._current is not None:
                self._current.hide()
            self._current = card
            card.show()
            self.verticalScrollBar().setValue(0)
        self._fit()

    def show_focus(self) -> None:
        """Scroll to what has the focus; Qt does so for Tab alone."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, 0, 24)

    def set_room(self, room: QSize) -> None:
        """Be this wide, and this high at most."""
        self._room = room
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fit again when the card asks for another height."""
        done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        self._layout.setContentsMargins(_SIDE, 0, max(0, _SIDE - bar), 0)
        # By the width given, not the viewport's: that one is still the old one while the panel is resized.
        wanted = self._layout.totalHeightForWidth(self._room.width() - bar)
        height = max(_CARD_LEAST, min(wanted, self._room.height()))
        if height != self.height():
            self.setFixedHeight(height)


class _QuietBar(QScrollBar):
    """Not to be seen where there is nothing to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it if it moves anything."""
        if self.minimum() < self.maximum():
            super().paintEvent(event)
