"""A chart one can point at and walk over by arrow keys: axes by pyqtgraph, bars and points by `marks`."""

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QTransform,
)
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from app.scheme import Scheme
from widgets import keys, theme
from widgets.charts.figure import Days, Edges, Figure, Mark, Names
from widgets.charts.marks import MarksItem
from widgets.charts.ticks import WIDEST_DAY, Tick, day_ticks, edge_ticks, value_ticks
from widgets.charts.walk import Walk

# Room above the highest bar, as a part of it.
_ABOVE = 1.06
# A tick of the axis of values every so many lines of text; of a lying one every so many characters.
_LINES_A_TICK, _CHARACTERS_A_TICK = 3.2, 9
# Names of a lying chart may take this part of its width.
_NAMES_PART = 0.38
# pyqtgraph hides words that stand so many pixels beyond the end of an axis: ours may, there is room.
_NEVER = 1_000
# Between the words of the left axis and the axis.
_BESIDE = 12
_LEAST = QSize(360, 220)


class ChartView(QWidget):
    """Shows one figure."""

    asked = Signal(object)
    """Mark: it was clicked, or Enter was pressed on it."""
    pointed = Signal(str)
    """What is said of the mark under the pointer or the keyboard; empty where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._figure: Figure | None = None
        self._walk = Walk(())
        self._marks = MarksItem()
        self._plot = pg.PlotWidget()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.viewport().installEventFilter(self)
        self._plot.viewport().setMouseTracking(True)
        self._box = self._plot.getViewBox()
        self._box.setMouseEnabled(False, False)
        self._box.disableAutoRange()
        self._box.addItem(self._marks, ignoreBounds=True)
        self._box.sigResized.connect(self._set_ticks)
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(
                tickLength=0, tickTextOffset=6, autoReduceTextSpace=False, hideOverlappingLabels=_NEVER
            )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self._restyle()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Less than this and nothing can be read."""
        return _LEAST

    def show_figure(self, figure: Figure, scheme: Scheme) -> None:
        """Show `figure` in place of another, labels as `scheme` draws them."""
        self._figure = figure
        self._walk = Walk(figure.marks, lying=figure.lying)
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription(figure.summary)
        room = _room(figure)
        self._marks.show_figure(figure, scheme, room)
        self._box.invertY(figure.lying)
        self._box.setRange(room, padding=0)
        self._set_ticks()
        if self.hasFocus():
            self._point_at(self._walk.begin())

    def current(self) -> Mark | None:
        """The mark the keyboard is on."""
        return self._walk.current

    def frame_off(self) -> None:
        """Take the keyboard's frame away until the next key."""
        self._marks.current = None
        self._marks.update()

    def place_of(self, mark: Mark) -> QPointF:
        """The middle of the mark, in pixels of this widget."""
        middle = self._marks.frame_of(mark, self._to_pixels()).center()
        return QPointF(self._plot.viewport().mapTo(self, middle.toPoint()))

    def ticks(self) -> tuple[list[str], list[str]]:
        """The words along the lower and the left axis."""
        lower, left = self._base_ticks(), self._value_ticks()
        if self._figure is not None and self._figure.lying:
            lower, left = left, lower
        return [text for _, text in lower], [text for _, text in left]

    # -- keys and pointer -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Walk by arrows, Home, End and the page keys; Enter and Space ask."""
        chord = keys.chord(event)
        if chord in ("Return", "Space") and self._walk.current is not None:
            self.asked.emit(self._walk.current)
        elif chord in self._walk.keys:
            self._point_at(self._walk.step(chord))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Begin where one was, or at the last day."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._point_at(self._walk.begin())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Take the frame away."""
        super().focusOutEvent(event)
        self.frame_off()
        self.pointed.emit("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The pointer over the plot, which itself does nothing with it."""
        match event.type():
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                mark = self._mark_at(event.position())
                if mark is not None and event.button() == Qt.MouseButton.LeftButton:
                    self._point_at(self._walk.go(mark))
                    self.asked.emit(mark)
                return True
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                mark = self._mark_at(event.position())
                hand = Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor
                self._plot.viewport().setCursor(hand)
                self.pointed.emit(mark.line if mark else "")
                return True
            case QEvent.Type.Leave:
                self.pointed.emit(self._marks.current.line if self._marks.current else "")
            case QEvent.Type.ToolTip if isinstance(event, QHelpEvent):
                QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
                return True
            case QEvent.Type.MouseButtonRelease | QEvent.Type.MouseButtonDblClick | QEvent.Type.Wheel:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follow the theme and the size of the interface's text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._restyle()

    def _point_at(self, mark: Mark | None) -> None:
        """Frame the mark, show what is said of it and have it spoken."""
        self._marks.current = mark
        self._marks.update()
        if mark is None or self._figure is None:
            return
        self.pointed.emit(mark.line)
        self.setAccessibleDescription(f"{mark.line}. {self._figure.summary}")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, mark.line))

    def _mark_at(self, place: QPointF) -> Mark | None:
        return self._marks.mark_at(place, self._to_pixels())

    def _tip(self, place: QPointF) -> str:
        """What is said of the mark; beside a bar, the name of its row, which may be cut short."""
        mark = self._mark_at(place)
        if mark is not None:
            return mark.line
        if self._figure is None or not isinstance(self._figure.base, Names):
            return ""
        inverse, _ = self._to_pixels().inverted()
        row = round(inverse.map(place).y())
        names = self._figure.base.names
        return names[row] if 0 <= row < len(names) else ""

    def _to_pixels(self) -> QTransform:
        """From the figure's coordinates to pixels of the plot's viewport."""
        return QTransform(self._marks.sceneTransform() * self._plot.viewportTransform())

    # -- axes -------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        colours = theme.current()
        self._plot.setBackground(colours.paper)
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setPen(colours.line)
            axis.setTextPen(colours.soft)
            axis.setStyle(tickFont=self.font())
        # Half of the last tick's words stand beyond the end of the axis.
        self._plot.getPlotItem().layout.setContentsMargins(0, 4, self._width(WIDEST_DAY) / 2, 0)
        if self._figure is not None:
            self._set_ticks()
        self._marks.update()

    def _set_ticks(self) -> None:
        """Mark both axes as the size now allows."""
        if self._figure is None:
            return
        base, values = self._base_ticks(), self._value_ticks()
        lying = self._figure.lying
        self._plot.getAxis("left").setTicks([base if lying else values])
        self._plot.getAxis("bottom").setTicks([values if lying else base])
        self._plot.getAxis("left").setPen(theme.current().line if lying else theme.current().paper)
        self._plot.getAxis("bottom").setPen(theme.current().paper if lying else theme.current().line)
        self._plot.getAxis("left").setWidth(self._left_width())
        self._plot.getAxis("bottom").setHeight(round(self._metrics().height()) + 10)
        self._marks.set_grid(tuple(value for value, _ in values))

    def _value_ticks(self) -> list[Tick]:
        assert self._figure is not None
        top = _top(self._figure)
        if self._figure.lying:
            most = self._box.width() / (self._metrics().averageCharWidth() * _CHARACTERS_A_TICK)
        else:
            most = self._box.height() / (self._metrics().height() * _LINES_A_TICK)
        return value_ticks(top, max(2, int(most)), whole=self._figure.whole)

    def _base_ticks(self) -> list[Tick]:
        assert self._figure is not None
        match self._figure.base:
            case Days() as days:
                return day_ticks(days, self._box.width(), self._left_width(), self._width)
            case Edges(count, ticks):
                return edge_ticks(ticks, count, self._box.width(), self._width)
            case Names(names):
                room = self.width() * _NAMES_PART
                elide = self._metrics().elidedText
                return [
                    (row, elide(name, Qt.TextElideMode.ElideRight, room)) for row, name in enumerate(names)
                ]

    def _left_width(self) -> int:
        """Pixels that the words of the left axis take."""
        assert self._figure is not None
        ticks = self._base_ticks() if self._figure.lying else self._value_ticks()
        return round(max((self._width(text) for _, text in ticks), default=0.0)) + _BESIDE

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.font())

    def _width(self, text: str) -> float:
        return self._metrics().horizontalAdvance(text)


def _top(figure: Figure) -> float:
    """Where the axis of values ends."""
    highest = max((mark.high for mark in figure.marks), default=0.0)
    highest = max(highest, *(high for _, _, high in figure.whiskers), 0.0)
    return figure.top or highest * _ABOVE or 1.0


def _room(figure: Figure) -> QRectF:
    """All that the axes span, in the figure's coordinates."""
    top = _top(figure)
    match figure.base:
        case Days(first, last):
            return QRectF(first.toordinal(), 0, (last - first).days + 1, top)
        case Edges(count, _):
            return QRectF(0, 0, max(1, count), top)
        case Names(names):
            return QRectF(0, -0.6, top, max(1, len(names)) + 0.2)
