"""The list at the left: labels with swatch, key and number of uses, relations, and the article."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.scheme import Scheme
from widgets import theme
from widgets.palette import swatch
from widgets.texts import shown_count, tr

Kind = Literal["label", "relation", "article"]

_ENTRY = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_KEY = Qt.ItemDataRole.UserRole + 2
_MARGIN = 10
# Keys stand one under the other where counts have no more digits than this.
_USUAL_COUNT = "000"


@dataclass(frozen=True, slots=True)
class Place:
    """What an entry stands for."""

    kind: Kind
    id: str = ""


class Entries(QListWidget):
    """`chosen` says that another entry is current; Alt+Up and Alt+Down move one, Del deletes it."""

    chosen = Signal(object)
    """Place"""
    move_requested = Signal(object, int)
    delete_requested = Signal(object)
    entered = Signal()
    """Enter: the form of the current entry is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._scheme: Scheme | None = None
        self.setObjectName("entries")
        self.setAccessibleName(tr("Labels, relations, articles"))
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(lambda *_: self._tell())

    def current(self) -> Place | None:
        """What the current entry stands for."""
        item = self.currentItem()
        place: Place | None = None if item is None else item.data(_ENTRY)
        return place

    def places(self) -> list[Place]:
        """What all entries stand for, in order; headings stand for nothing."""
        found = (self.item(row).data(_ENTRY) for row in range(self.count()))
        return [place for place in found if place is not None]

    def choose(self, wanted: Place) -> None:
        """Make the entry of that place the current one."""
        for row in range(self.count()):
            if self.item(row).data(_ENTRY) == wanted:
                self.setCurrentRow(row)

    def show_scheme(self, scheme: Scheme, uses: Mapping[str, int]) -> None:
        """Show the scheme's parts, with how many annotations each label has; the current entry stays."""
        before, place = self.current(), self.currentRow()
        self._scheme = scheme
        self.blockSignals(True)
        self.clear()
        self._heading(tr("Labels"))
        for label in scheme.labels:
            count = shown_count(uses.get(label.id, 0))
            self._entry(Place("label", label.id), label.name, count, label.key, swatch(label))
        self._heading(tr("Relations"))
        for relation in scheme.relations:
            self._entry(Place("relation", relation.id), relation.name)
        self._heading(tr("Articles"))
        self._entry(Place("article"), tr("What is said of an article"))
        there = self.places()
        if before not in there:
            before = _nearest(self, place) or there[0]
        self.choose(before)
        self.blockSignals(False)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw the swatches of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scheme is not None:
            scheme = self._scheme
            for row in range(self.count()):
                place = self.item(row).data(_ENTRY)
                label = scheme.label(place.id) if place is not None and place.kind == "label" else None
                if label is not None:
                    self.item(row).setIcon(swatch(label))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Move or delete the current entry, or go to another."""
        place, alt = self.current(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and place is not None and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_requested.emit(place, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif place is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit(place)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Wide enough for most names."""
        return QSize(self.fontMetrics().averageCharWidth() * 28, 400)

    def _tell(self) -> None:
        if (place := self.current()) is not None:
            self.chosen.emit(place)

    def _heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _entry(
        self, place: Place, text: str, count: str = "", key: str = "", icon: QIcon | None = None
    ) -> None:
        item = QListWidgetItem(text)
        item.setData(_ENTRY, place)
        item.setData(_COUNT, count)
        item.setData(_KEY, key)
        spoken = (text, tr("key {key}").format(key=key) if key else "", count)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, spoken)))
        if icon is not None:
            item.setIcon(icon)
        self.addItem(item)


def _nearest(entries: Entries, row: int) -> Place | None:
    """The entry at the row, or above it."""
    rows: Iterable[int] = range(min(row, entries.count() - 1), -1, -1)
    found: Iterable[Any] = (entries.item(each).data(_ENTRY) for each in rows)
    return next((place for place in found if place is not None), None)


class _Delegate(QStyledItemDelegate):
    """Rows with air between them, something soft at their right end, and headings."""

    def sizeHint(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Higher than the letters; a heading has room above."""
        heading = index.data(_ENTRY) is None
        return QSize(80, round(option.fontMetrics.height() * (2.1 if heading else 1.75)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        colours = theme.current()
        painter.save()
        rect = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        if index.data(_ENTRY) is None:
            font = painter.font()
            font.setPointSizeF(font.pointSizeF() * 0.9)
            font.setWeight(font.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(colours.soft))
            low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(rect.adjusted(0, 0, 0, -5), low, index.data())
            painter.restore()
            return
        self.initStyleOption(option, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, QColor(colours.selected))
        middle = Qt.AlignmentFlag.AlignVCenter
        icon: QIcon = option.icon
        if not icon.isNull():
            icon.paint(painter, rect.x(), rect.y(), 16, rect.height())
            rect.setLeft(rect.left() + 24)
        count, key = str(index.data(_COUNT) or ""), str(index.data(_KEY) or "")
        painter.setPen(QColor(colours.soft))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, count)
        room = max(option.fontMetrics.horizontalAdvance(text) for text in (count, _USUAL_COUNT))
        rect.setRight(rect.right() - room - 10)
        if key:
            side = option.fontMetrics.height() + 2
            cap = QRect(rect.right() - side, rect.center().y() - side // 2, side, side)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            painter.setPen(QColor(colours.soft if chosen else colours.line))
            painter.drawRoundedRect(cap, 4, 4)
            rect.setRight(cap.left() - 10)
        painter.setPen(QColor(colours.ink))
        text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, text)
        entries = self.parent()
        if chosen and isinstance(entries, Entries) and entries.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()
