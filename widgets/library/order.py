"""The library's order: a quiet button that says it and a menu that changes it."""

from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QPaintEvent
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from app.project import Order

# Pixels of the button's padding and border on both sides.
_PADDING = 22


class OrderButton(QToolButton):
    """Shows `Date ↓`; `changed` after another choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: Order = "added"
        self._descending = False
        self.setProperty("quiet", True)
        self.setAccessibleName(self.tr("Order of the list"))
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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw what fits, the arrow in any case."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        metrics, room = self.fontMetrics(), self.width() - _PADDING
        if metrics.horizontalAdvance(self.text()) > room:
            name, arrow = self._name(self._order), self._arrow()
            room -= metrics.horizontalAdvance(arrow)
            option.text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) + arrow
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.end()

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
        self.setText(f"{self._name(self._order)}{self._arrow()}")
        self.setToolTip(self.tr("Order of the list") + f": {self.text()}")

    def _arrow(self) -> str:
        return " ↓" if self._descending else " ↑"

    def _name(self, order: Order) -> str:
        names: dict[Order, str] = {
            "added": self.tr("Added"),
            "title": self.tr("Title"),
            "published": self.tr("Date"),
            "site": self.tr("Source"),
        }
        return names[order]
