"""The bar itself: menu, name of the project, labels, relate; suggestions, export, search for actions."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.scheme import Scheme
from widgets.actions import Actions
from widgets.elided import ElidedLabel
from widgets.menus import menu_of_all
from widgets.palette.key_button import KeyButton
from widgets.palette.swatch import swatch
from widgets.texts import translated


class PaletteBar(QWidget):
    """Buttons for what is done most; everything else is in the menu at its left end."""

    menu_opened = Signal()
    """The menu is about to be shown."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Palette"))
        self._actions = actions
        self._scheme: Scheme | None = None
        self._labels: list[KeyButton] = []
        self._menu = self._menu_button()
        self._wordmark = QLabel("Pressmark")
        self._wordmark.setProperty("kind", "wordmark")
        self._project = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self._project.setProperty("kind", "soft")
        self._label_row = QHBoxLayout()
        self._label_row.setSpacing(8)
        self._relate = self._button("relate", self.tr("Relate"), "R")
        self._suggestions = self._button("suggestion.next", "", "Tab")
        self._export = self._button("export", self.tr("Export"))
        self._search = self._button("palette", translated("Search actions"), "Ctrl+K", quiet=False)

        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._menu)
        row.addWidget(self._wordmark)
        row.addWidget(self._project)
        row.addSpacing(12)
        row.addLayout(self._label_row)
        row.addWidget(self._relate)
        row.addStretch(1)
        for button in (self._suggestions, self._export, self._search):
            row.addWidget(button)
        self.set_suggestions(0)
        self.set_project("", None)

    def set_project(self, name: str, scheme: Scheme | None) -> None:
        """Show the project's name and its labels; nothing of both without a project."""
        self._project.setText(name)
        self._scheme = scheme
        for button in self._labels:
            button.setParent(None)
            button.deleteLater()
        self._labels = []
        for label in scheme.labels if scheme else ():
            button = KeyButton(self._actions.qt(f"label.{label.id}"), label.name, label.key)
            button.setObjectName(f"label.{label.id}")
            self._label_row.addWidget(button)
            button.show()  # now, and not when Qt comes to it: what is hidden is not measured
            self._labels.append(button)
        self._colour()
        for widget in (self._project, self._relate, self._suggestions, self._export):
            widget.setVisible(scheme is not None)
        self._fit()

    def set_suggestions(self, count: int) -> None:
        """Show how many suggestions wait in the article."""
        text = self.tr("Suggestions {number}").format(number=count or "").strip()
        if text != self._suggestions.accessibleName():
            self._suggestions.set_text(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Leave out what can be spared where the bar is narrow."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Measure now."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """First the wordmark goes, then Export (the menu has it), the labels' words, two buttons more."""
        if not self.isVisible():  # measured again when it is shown
            return
        inside = self.layout()
        assert inside is not None
        self._wordmark.show()
        self._search.show()
        for button in (self._export, self._relate):
            button.setVisible(self._scheme is not None)
        self._short(False)
        words = partial(self._short, True)
        for spare in (self._wordmark.hide, self._export.hide, words, self._search.hide, self._relate.hide):
            inside.activate()
            if inside.sizeHint().width() <= self.width():
                return
            spare()

    def _short(self, short: bool) -> None:
        for button in self._labels:
            button.set_short(short)

    def open_menu(self) -> None:
        """Open the menu, as its key does."""
        self._menu.showMenu()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._colour()

    def _colour(self) -> None:
        for label, button in zip(self._scheme.labels if self._scheme else (), self._labels, strict=True):
            button.set_icon(swatch(label))

    def _menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("menu")
        button.setText("☰")
        button.setAccessibleName(translated("Menu"))
        button.setToolTip(self._actions.qt("menu").toolTip())
        button.setProperty("quiet", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = menu_of_all(self._actions, button)
        menu.aboutToShow.connect(self.menu_opened)  # after it was filled
        button.setMenu(menu)
        return button

    def _button(self, action_id: str, text: str, chord: str = "", *, quiet: bool = True) -> KeyButton:
        button = KeyButton(self._actions.qt(action_id), text, chord, quiet=quiet)
        button.setObjectName(action_id)
        return button
