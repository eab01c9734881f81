"""What all dialogs share: a title bar's text, comfortable margins, buttons at the lower right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from widgets.screens import room_for, scrolled
from widgets.tab_order import move_focus


class Dialog(QDialog):
    """A dialog with a column of rows, scrolled where the screen is too small, and of buttons; Esc closes."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self.buttons = QDialogButtonBox()
        self.buttons.rejected.connect(self.reject)
        self._scrolled = False
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(22, 20, 22, 18)
        self._whole.setSpacing(18)
        self._whole.addLayout(self.column)
        self._whole.addWidget(self.buttons)

    def add_main(self, text: str) -> QPushButton:
        """Add the button that does it; Enter presses it."""
        button = QPushButton(text)
        button.setProperty("primary", True)  # before the row of buttons asks the style for its size
        button.setDefault(True)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ApplyRole)
        return button

    def add_close(self, text: str) -> QPushButton:
        """Add the button that only closes."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.RejectRole)
        button.setAutoDefault(False)
        return button

    def fit(self) -> None:
        """Be high enough for what is said at this width: a dialog does not ask wrapped text by itself."""
        self._whole.activate()
        room = room_for(self)
        least = self._least()
        if not self._scrolled and least.boundedTo(room) != least:
            self._scroll()
            self._whole.activate()
        width = min(self.width(), room.width())
        height = max(self.height(), self._whole.totalHeightForWidth(width))
        self.resize(width, min(height, room.height()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Fit before anything is seen."""
        super().showEvent(event)
        if not event.spontaneous():
            self.fit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        """Tab goes as one reads."""
        return move_focus(self, forward)

    def _least(self) -> QSize:
        """What everything takes at least, wrapped text at the width there is."""
        least = self._whole.totalMinimumSize()
        wrapped = self._whole.totalMinimumHeightForWidth(max(self.width(), least.width()))
        return least.expandedTo(QSize(0, wrapped))

    def _scroll(self) -> None:
        """Put the rows, but not the buttons, into what scrolls."""
        self._scrolled = True
        focus = self.focusWidget()
        self._whole.removeItem(self.column)
        self.column.setParent(None)
        rows = QWidget()
        rows.setLayout(self.column)
        self._whole.insertWidget(0, scrolled(rows), 1)
        if focus is not None:
            focus.setFocus()


def sentence(text: str = "", kind: str = "") -> QLabel:
    """A wrapped label; `kind` is "soft" or "error"."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if kind:
        label.setProperty("kind", kind)
    return label
