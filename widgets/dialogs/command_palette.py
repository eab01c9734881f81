"""Every action by name (Ctrl+K): type a few letters of its words, Enter does it."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from widgets import theme
from widgets.actions import Actions
from widgets.keymap import Action
from widgets.screens import room_for
from widgets.texts import translated

_ID = Qt.ItemDataRole.UserRole
_MENU = Qt.ItemDataRole.UserRole + 1
_KEYS = Qt.ItemDataRole.UserRole + 2
_WIDTH, _HEIGHT, _ROW = 560, 420, 34
# Pixels by which a key's frame is higher than its text.
_CAP_INSET = 5
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """`chosen` holds the id of the action after it was accepted."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commands")
        self.setWindowTitle(self.tr("Search actions"))
        self.chosen = ""
        self._actions = actions
        self._entries = [
            (action, actions.text_of(action))
            for action in actions.all()
            if actions.qt(action.id).isEnabled() and action.id != "palette"
        ]
        self.field = QLineEdit()
        self.field.setObjectName("commandField")
        self.field.setPlaceholderText(self.tr("Search actions"))
        self.field.setAccessibleName(self.tr("Search actions"))
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Actions"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Row(self.list))
        self.list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.resize(QSize(theme.enlarged(_WIDTH), theme.enlarged(_HEIGHT)).boundedTo(room_for(parent)))
        centre = parent.mapToGlobal(parent.rect().center())
        self.move(centre.x() - self.width() // 2, parent.mapToGlobal(parent.rect().topLeft()).y() + 64)
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Arrow keys move in the list while the field keeps the focus; Enter chooses."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentItem())
                return True
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self.list.clear()
        for action, text in ranked(self._entries, self.field.text()):
            item = QListWidgetItem(text, self.list)
            item.setData(_ID, action.id)
            item.setData(_MENU, translated(action.menu))
            item.setData(_KEYS, self._actions.shown_key(action.id))
        self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen = str(item.data(_ID))
            self.accept()


def ranked(entries: list[tuple[Action, str]], typed: str) -> list[tuple[Action, str]]:
    """The entries that have every typed word at the start of one of theirs; those that begin so first."""
    wanted = typed.casefold().split()

    def fits(entry: tuple[Action, str]) -> bool:
        words = f"{entry[1]} {entry[0].menu} {translated(entry[0].menu)}".casefold().split()
        return all(any(word.startswith(part) for word in words) for part in wanted)

    fitting = [entry for entry in entries if fits(entry)]
    return sorted(fitting, key=lambda entry: not entry[1].casefold().startswith(typed.casefold().strip()))


class _Row(QStyledItemDelegate):
    """Name at the left; menu and key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """One comfortable line."""
        return QSize(200, max(_ROW, QFontMetrics(option.font).height() + 14))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        colours = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        inner = rect.adjusted(12, 0, -12, 0)
        centred = Qt.AlignmentFlag.AlignVCenter
        if shown := index.data(_KEYS):
            metrics = painter.fontMetrics()
            width, height = metrics.horizontalAdvance(shown) + 12, metrics.height() + _CAP_INSET
            cap = QRect(inner.right() - width + 1, inner.center().y() - height // 2, width, height)
            painter.setPen(QPen(QColor(colours.line)))
            painter.setBrush(QColor(colours.field))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(QColor(colours.soft))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, shown)
            inner.setRight(cap.left() - 10)
        painter.setPen(QColor(colours.soft))
        painter.drawText(inner, centred | Qt.AlignmentFlag.AlignRight, index.data(_MENU))
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(index.data(_MENU)) - 10)
        painter.setPen(QColor(colours.ink))
        name = painter.fontMetrics().elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, centred | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()
