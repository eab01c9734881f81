"""A library at work on a real project, as tests look at it."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QListView, QMenu, QPushButton

from app.project import Summary
from app.session import Session
from tests.widgets.panels import part
from widgets.library import LibraryPanel
from widgets.library.filters import FilterBar
from widgets.library.model import SummaryRole
from widgets.library.order import OrderButton


@dataclass(frozen=True, slots=True)
class Shelf:
    """A library at work on a real project."""

    session: Session
    ids: list[int]
    panel: LibraryPanel
    chosen: list[int]

    @property
    def rows(self) -> QListView:
        return part(self.panel, QListView, "libraryList")

    @property
    def search(self) -> QLineEdit:
        return part(self.panel, QLineEdit, "librarySearch")

    def titles(self) -> list[str]:
        model = self.rows.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def chip(self, begin: str) -> QPushButton:
        return next(
            b for b in self.panel.findChildren(QPushButton) if b.text().startswith(begin) and b.isVisible()
        )

    def summary(self, row: int) -> Summary:
        summary: Summary = self.rows.model().index(row, 0).data(SummaryRole)
        return summary

    @property
    def order(self) -> OrderButton:
        return part(self.panel, OrderButton)

    def filters(self, name: str) -> QMenu:
        """A submenu of the menu of further filters."""
        action = next(a for a in part(self.panel, FilterBar).menu().actions() if a.text() == name)
        menu = action.menu()
        assert isinstance(menu, QMenu)
        return menu
