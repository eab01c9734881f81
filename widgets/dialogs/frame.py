"""What all dialogs share: a title bar's text, comfortable margins, buttons at the lower right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget


class Dialog(QDialog):
    """A dialog with a column of rows and a row of buttons; Esc closes."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self.buttons = QDialogButtonBox()
        self.buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(22, 20, 22, 18)
        whole.setSpacing(18)
        whole.addLayout(self.column)
        whole.addWidget(self.buttons)

    def add_main(self, text: str) -> QPushButton:
        """Add the button that does it; Enter presses it."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ApplyRole)
        button.setDefault(True)
        button.setProperty("primary", True)
        return button

    def add_close(self, text: str) -> QPushButton:
        """Add the button that only closes."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.RejectRole)
        button.setAutoDefault(False)
        return button


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
