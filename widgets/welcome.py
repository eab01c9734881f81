"""The first page: the sample project in one click, a new project, or one that was open before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.actions import Actions
from widgets.elided import ElidedLabel
from widgets.homely import homely
from widgets.palette.key_button import KeyButton
from widgets.screens import scrolled

# Average characters of the column.
_WIDTH = 68


class WelcomePage(QWidget):
    """Shown while no project is open."""

    chosen = Signal(object)
    """Path of a recent project."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Welcome"))
        title = QLabel("Pressmark")
        title.setProperty("kind", "masthead")
        lead = QLabel(
            self.tr(
                "Annotate saved news articles: claims, the people who make them, and the numbers they give."
            )
        )
        lead.setWordWrap(True)
        lead.setProperty("kind", "lead")
        self._sample = KeyButton(actions.qt("project.sample"), self.tr("Open the sample project"))
        self._sample.setProperty("primary", True)
        new = KeyButton(actions.qt("project.new"), self.tr("New project"), "Ctrl+N")
        other = KeyButton(actions.qt("project.open"), self.tr("Open project"), "Ctrl+O")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._sample, new, other):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._heading = QLabel(self.tr("Recent projects"))
        self._heading.setProperty("kind", "section")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        hint = QLabel(
            self.tr(
                "Or drop saved pages, a folder or a project in this window. Nothing leaves this computer."
            )
        )
        hint.setWordWrap(True)
        hint.setProperty("kind", "soft")

        column = QVBoxLayout()
        column.addStretch(2)
        for widget in (title, lead):
            column.addWidget(widget)
        column.addSpacing(18)
        column.addLayout(buttons)
        column.addSpacing(26)
        column.addWidget(self._heading)
        column.addLayout(self._recent)
        column.addSpacing(20)
        column.addWidget(hint)
        column.addStretch(3)
        held = QWidget()
        held.setLayout(column)
        held.setMaximumWidth(_WIDTH * self.fontMetrics().averageCharWidth())
        page = QWidget()
        row = QHBoxLayout(page)
        row.addStretch(1)
        row.addWidget(held, 100)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page))

    def show_recent(self, projects: Sequence[Path]) -> None:
        """List these projects, each a button."""
        while (item := self._recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._heading.setVisible(bool(projects))
        for path in projects:
            button = self._recent_button(path)
            self._recent.addWidget(button)
            button.show()  # the layout would do so later, and what is hidden takes no focus

    def focus_first(self) -> None:
        """Put the focus where Enter does the most likely thing."""
        first = self._recent.itemAt(0)
        button = first.widget() if first is not None else None
        (button or self._sample).setFocus(Qt.FocusReason.OtherFocusReason)

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton()
        button.setProperty("row", True)
        button.setAccessibleName(path.stem)
        button.setToolTip(str(path))
        name = QLabel(path.stem)
        name.setProperty("kind", "button")
        folder = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        folder.setText(homely(path.parent))
        folder.setProperty("kind", "soft")
        row = QHBoxLayout(button)
        row.setContentsMargins(10, 7, 10, 7)
        row.addWidget(name)
        row.addStretch(1)
        row.addWidget(folder)
        for label in (name, folder):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.setFixedHeight(row.sizeHint().height())
        button.clicked.connect(lambda: self.chosen.emit(path))
        return button
