"""The library's order: a quiet button that says it and a menu that changes it."""

from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.project import Order


class OrderButton(QToolButton):
    """Shows `Date ↓`; `changed` after another choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: Order = "added"
        self._descending = False
        self.setProperty("quiet", True)
        self.setAccessibleName(self.tr("Order of the list"))
        self.setToolTip(self.tr("Order of the list"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(self._build_menu())
        self._show()

    def order(self) -> Order:
        """What the articles are ordered by."""
        return self._order

    def descending(self) -> bool:
        """Whether the last comes first."""
        return self._descending

    def set_order(self, order: Order, *, descending: bool) -> None:
        """Order by this; says `changed`."""
        self._order, self._descending = order, descending
        self._show()
        self.changed.emit()

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        orders, ways = QActionGroup(menu), QActionGroup(menu)
        for order in get_args(Order):
            action = menu.addAction(self._name(order))
            action.setCheckable(True)
            action.setChecked(order == self._order)
            orders.addAction(action)
            # Dates are wanted newest first, names from A.
            action.triggered.connect(
                lambda _=False, order=order: self.set_order(order, descending=order == "published")
            )
        menu.addSeparator()
        for name, descending in ((self.tr("Ascending"), False), (self.tr("Descending"), True)):
            action = menu.addAction(name)
            action.setCheckable(True)
            ways.addAction(action)
            action.triggered.connect(
                lambda _=False, descending=descending: self.set_order(self._order, descending=descending)
            )
            menu.aboutToShow.connect(
                lambda action=action, descending=descending: action.setChecked(descending == self._descending)
            )
        return menu

    def _show(self) -> None:
        self.setText(f"{self._name(self._order)} {'↓' if self._descending else '↑'}")

    def _name(self, order: Order) -> str:
        names: dict[Order, str] = {
            "added": self.tr("Added"),
            "title": self.tr("Title"),
            "published": self.tr("Date"),
            "site": self.tr("Source"),
        }
        return names[order]
