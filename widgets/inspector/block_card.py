"""The card of a block of the text with its role."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.article import Block, Role
from widgets.combo import CardCombo
from widgets.inspector.facts import one_line
from widgets.inspector.labelled_row import LabelledRow
from widgets.inspector.roles import role_name
from widgets.wrapped_text import WrappedText

_QUOTE_LINES = 4


class BlockCard(QWidget):
    """A block: its text, its role, and why it has that role."""

    role_requested = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = -1
        self._title = WrappedText(bold=True)
        self._quote = WrappedText(serif=True, scale=1.1, max_lines=_QUOTE_LINES)
        self._role = CardCombo(10)
        self._role.setAccessibleName(self.tr("Role of the paragraph"))
        for role in Role:
            self._role.addItem(role_name(role), role.value)
        self._role.activated.connect(self._choose)
        self._why = WrappedText(tone="soft", scale=0.92)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 12)
        layout.setSpacing(8)
        for widget in (self._title, self._quote, LabelledRow(self.tr("Role"), self._role), self._why):
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_block(self, index: int, block: Block, text: str) -> None:
        """Show the block of this index; `text` is the article's."""
        self._index = index
        self._title.set_text(self.tr("Paragraph {number}").format(number=index + 1))
        self._quote.set_text(one_line(text[block.start : block.end]))
        self._role.setCurrentIndex(self._role.findData(block.role.value))
        self._why.set_text(self.tr("Why: {reason}").format(reason=block.reason) if block.reason else "")
        self._why.setVisible(bool(block.reason))

    def focus_first(self) -> None:
        """Put the focus into the list of roles."""
        self._role.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, row: int) -> None:
        self.role_requested.emit(self._index, self._role.itemData(row))
