"""The bin: articles removed in the last days, which can be put back with everything that was on them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.commands.restore import BIN_DAYS, shown_since
from app.project import Binned
from widgets import theme
from widgets.clearing import add_clear_button
from widgets.dialogs.frame import Dialog, sentence
from widgets.library.words import shown_date
from widgets.long_list import Index, LongListModel
from widgets.texts import tr

_Role = Qt.ItemDataRole
_DetailRole = _Role.UserRole + 1
_LeftRole = _Role.UserRole + 2
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class BinDialog(Dialog):
    """Asks `binned` for what was removed since a moment; puts nothing back by itself."""

    put_back = Signal(object)
    """The `Binned` to put back, as a list."""

    def __init__(
        self,
        binned: Callable[[str], list[Binned]],
        parent: QWidget | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Removed articles"))
        self._binned = binned
        self._now = now
        self._all: list[Binned] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search titles and sources"))
        self.field.setAccessibleName(self.tr("Search titles and sources"))
        add_clear_button(self.field)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self._model = _BinModel(now, self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Removed articles"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.list.doubleClicked.connect(lambda _: self._put_back())
        self._nothing = sentence("", "soft")
        for widget in (self.field, self._nothing, self.list):
            self.column.addWidget(widget)
        self.column.setStretch(2, 1)
        self._button = self.add_main(self.tr("Put back"))
        self._button.clicked.connect(self._put_back)
        self.add_close(self.tr("Close"))
        self.resize(max(620, 80 * self.fontMetrics().averageCharWidth()), 460)
        self.refresh()
        self.field.setFocus()

    def refresh(self) -> None:
        """Read the bin anew."""
        self._all = self._binned(shown_since(self._now().isoformat()))
        self._show()

    def shown(self) -> list[Binned]:
        """What is listed, newest first."""
        return list(self._model.keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The arrow keys move in the list while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        wanted = self.field.text().casefold().split()
        fitting = [entry for entry in self._all if _fits(entry, wanted)]
        row = self.list.currentIndex().row()
        self._model.reset_to(fitting)
        if fitting:
            self.list.setCurrentIndex(self._model.index(min(max(row, 0), len(fitting) - 1)))
        self.list.setVisible(bool(fitting))
        self.field.setVisible(bool(self._all))
        self._nothing.setVisible(not fitting)
        self._nothing.setText(
            self.tr("No removed article is called so.")
            if self._all
            else tr(
                "Nothing was removed in the last {count} days. What is removed can be put back from here.",
                "",
                BIN_DAYS,
            )
        )
        self._enable()

    def _enable(self) -> None:
        count = len(self.list.selectionModel().selectedIndexes())
        self._button.setEnabled(count > 0)
        several = tr("Put back {count} articles", "", count)
        self._button.setText(several if count > 1 else self.tr("Put back"))

    def _put_back(self) -> None:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        if rows:
            self.put_back.emit([self._model.keys[row] for row in rows])


def _fits(entry: Binned, wanted: Sequence[str]) -> bool:
    told = f"{entry.title} {entry.site}".casefold()
    return all(word in told for word in wanted)


class _BinModel(LongListModel):
    """Rows of what was removed."""

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Title, detail, days left, and all of it for a screen reader."""
        if not index.isValid() or index.row() >= len(self.keys):
            return None
        entry: Binned = self.keys[index.row()]
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return entry.title or self.tr("Untitled")
        if role == _DetailRole:
            return self._detail(entry)
        if role == _LeftRole:
            return self._left(entry)
        if role == _Role.AccessibleTextRole:
            return ", ".join([entry.title or self.tr("Untitled"), self._detail(entry), self._left(entry)])
        return None

    def _detail(self, entry: Binned) -> str:
        """Source, when it was removed and by whom, and what went with it."""
        removed = self.tr("removed {date} by {who}")
        count = entry.annotations
        parts = (
            entry.site,
            removed.format(date=shown_date(entry.removed_at), who=entry.removed_by),
            tr("{count} annotations", "", count) if count else "",
        )
        return " · ".join(part for part in parts if part)

    def _left(self, entry: Binned) -> str:
        days = days_left(entry.removed_at, self._now())
        return tr("{count} days left", "", days)


def days_left(removed_at: str, now: datetime) -> int:
    """Days, begun ones counted, until what was removed then leaves the bin; at least 1."""
    try:
        removed = datetime.fromisoformat(removed_at)
    except ValueError:
        return BIN_DAYS
    removed = removed if removed.tzinfo else removed.replace(tzinfo=UTC)
    return max(1, min(BIN_DAYS, BIN_DAYS - (now - removed).days))


class _Row(QStyledItemDelegate):
    """Title over its detail; the days left at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Two lines."""
        return QSize(200, round(2.1 * QFontMetrics(option.font).height()) + 14)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        colours = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = option.rect.adjusted(1, 1, -2, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(card, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card, 6, 6)
        inner = card.adjusted(10, 6, -10, -6)
        title, small = QFont(option.font), QFont(option.font)
        title.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        left = index.data(_LeftRole)
        metrics, small_metrics = QFontMetrics(title), QFontMetrics(small)
        beside = small_metrics.horizontalAdvance(left) + 16
        painter.setFont(title)
        painter.setPen(QColor(colours.ink))
        painter.drawText(
            inner,
            Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, inner.width() - beside),
        )
        painter.setFont(small)
        painter.setPen(QColor(colours.soft))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, left)
        painter.drawText(
            inner,
            Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft,
            small_metrics.elidedText(index.data(_DetailRole), Qt.TextElideMode.ElideRight, inner.width()),
        )
        painter.restore()
