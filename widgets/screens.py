"""How large a window may be: as large as its screen, which has few pixels where everything is enlarged."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from widgets import theme

# Pixels of a title bar, which a window that is not shown yet does not know.
_TITLE_BAR = 32


def room_for(window: QWidget) -> QSize:
    """Pixels the window can have on its screen, without its title bar."""
    available = window.screen().availableGeometry().size()
    return QSize(available.width(), available.height() - _TITLE_BAR)


def side_by_side(sides: QBoxLayout, window: QWidget, least: int) -> None:
    """Lay two sides of a window below each other where it has less than `least` pixels (at 100 %)."""
    narrow = min(window.width(), room_for(window).width()) < theme.enlarged(least)
    down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
    sides.setDirection(down if narrow else right)


def scrolled(inside: QWidget) -> QScrollArea:
    """A frameless area in which the widget scrolls where it finds too little room."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def keep_on_screen(window: QWidget) -> None:
    """Make the window as small as its screen asks for."""
    window.resize(window.size().boundedTo(room_for(window)))
