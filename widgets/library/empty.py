"""What the library shows instead of an empty list: how to begin, or how to see the articles again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from widgets.wrapped_text import WrappedText


class EmptyState(QWidget):
    """A sentence and one button."""

    import_requested = Signal()
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = WrappedText(bold=True)
        self._text = WrappedText(tone="soft")
        self._import = _button(self.tr("Import…"), primary=True)
        self._import.clicked.connect(self.import_requested)
        self._clear = _button(self.tr("Clear"))
        self._clear.setAccessibleName(self.tr("Clear search and filters"))
        self._clear.clicked.connect(self.clear_requested)
        buttons = QHBoxLayout()
        buttons.addWidget(self._import)
        buttons.addWidget(self._clear)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 24, 18, 18)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addLayout(buttons)
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_reason(self, *, empty_project: bool, words: str) -> None:
        """Say why there is nothing to list."""
        if empty_project:
            self._title.set_text(self.tr("No articles yet"))
            self._text.set_text(self.tr("Drop saved pages or folders here, or import them."))
        elif words:
            self._title.set_text(self.tr("Nothing matches “{words}”").format(words=words))
            self._text.set_text(self.tr("Try fewer words, or clear the search and the filters."))
        else:
            self._title.set_text(self.tr("Nothing matches these filters"))
            self._text.set_text(self.tr("Clear them to see all articles."))
        self._import.setVisible(empty_project)
        self._clear.setVisible(not empty_project)


def _button(text: str, *, primary: bool = False) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setProperty("primary", primary)
    return button
