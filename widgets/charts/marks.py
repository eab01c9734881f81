"""The bars and points of a chart as one graphics item: painted in whole pixels, found by pixel."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.scheme import Scheme
from widgets import theme
from widgets.charts.figure import Figure, Mark
from widgets.charts.looks import POINT_RADIUS, Look, draw_point, draw_whisker, fill_bar, look

# Pixels: how near the pointer has to come to a point, the least height of a bar to be hit.
_NEAR, _LEAST_HIT = 7.0, 5.0
# A bar narrower than this has no outline, which would be all of it.
_LEAST_OUTLINED = 4.0


class MarksItem(QGraphicsItem):
    """Draws a figure inside a view whose coordinates are the figure's own."""

    def __init__(self) -> None:
        super().__init__()
        self._scheme: Scheme | None = None
        self._figure: Figure | None = None
        self._room = QRectF()
        self._grid: tuple[float, ...] = ()
        self.current: Mark | None = None
        """What the keyboard is on; outlined."""

    def show_figure(self, figure: Figure, scheme: Scheme, room: QRectF) -> None:
        """Draw `figure`; `room` is all that the axes span, in the figure's coordinates."""
        self.prepareGeometryChange()
        self._figure, self._scheme, self._room, self.current = figure, scheme, room, None
        self.update()

    def set_grid(self, values: tuple[float, ...]) -> None:
        """Draw a thin line at each of these values."""
        self._grid = values
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt's name)
        """All that the axes span."""
        return self._room

    def mark_at(self, place: QPointF, to_pixels: QTransform) -> Mark | None:
        """The mark at a pixel: the nearest point, else the bar; points lie over bars."""
        if self._figure is None:
            return None
        near, least = None, _NEAR
        for mark in self._figure.marks:
            if mark.is_point:
                away = place - to_pixels.map(self._point(mark))
                distance = (away.x() ** 2 + away.y() ** 2) ** 0.5
                if distance < least:
                    near, least = mark, distance
        return near or next(
            (
                mark
                for mark in self._figure.marks
                if not mark.is_point and self._grown(to_pixels.mapRect(self._rect(mark))).contains(place)
            ),
            None,
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the grid, the bars, the points, and around the current one a frame."""
        if self._figure is None or self._scheme is None:
            return
        to_pixels = QTransform(painter.worldTransform())
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_grid(painter, to_pixels)
        looks = {mark.series.id: look(mark.series.id, self._scheme) for mark in self._figure.marks}
        for mark in self._figure.marks:
            if not mark.is_point:
                self._paint_bar(painter, _whole(to_pixels.mapRect(self._rect(mark))), looks[mark.series.id])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_whiskers(painter, to_pixels)
        for mark in self._figure.marks:
            if mark.is_point:
                draw_point(painter, to_pixels.map(self._point(mark)), looks[mark.series.id])
        if self.current is not None:
            self._paint_frame(painter, to_pixels, self.current)
        painter.restore()

    def frame_of(self, mark: Mark, to_pixels: QTransform) -> QRectF:
        """Where the mark is, in pixels."""
        if mark.is_point:
            middle, reach = to_pixels.map(self._point(mark)), QPointF(POINT_RADIUS, POINT_RADIUS)
            return QRectF(middle - reach, middle + reach)
        return _whole(to_pixels.mapRect(self._rect(mark)))

    # -- geometry ---------------------------------------------------------------------------------

    def _rect(self, mark: Mark) -> QRectF:
        width, height = mark.end - mark.start, mark.high - mark.low
        if self._lying():
            return QRectF(mark.low, mark.start, height, width)
        return QRectF(mark.start, mark.low, width, height)

    def _point(self, mark: Mark) -> QPointF:
        return QPointF(mark.high, mark.start) if self._lying() else QPointF(mark.start, mark.high)

    def _lying(self) -> bool:
        return self._figure is not None and self._figure.lying

    def _grown(self, rect: QRectF) -> QRectF:
        """The bar, but high and wide enough to be hit."""
        more_x = max(0.0, _LEAST_HIT - rect.width()) / 2
        more_y = max(0.0, _LEAST_HIT - rect.height()) / 2
        return rect.adjusted(-more_x, -more_y, more_x, more_y)

    # -- painting ---------------------------------------------------------------------------------

    def _paint_grid(self, painter: QPainter, to_pixels: QTransform) -> None:
        room = _whole(to_pixels.mapRect(self._room))
        painter.setPen(QPen(QColor(theme.current().line), 1))
        for value in self._grid:
            if self._lying():
                x = round(to_pixels.map(QPointF(value, 0)).x()) + 0.5
                painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            else:
                y = round(to_pixels.map(QPointF(self._room.left(), value)).y()) - 0.5
                painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))

    def _paint_bar(self, painter: QPainter, rect: QRectF, of: Look) -> None:
        assert self._figure is not None
        outlined = not self._figure.touching and min(rect.width(), rect.height()) >= _LEAST_OUTLINED
        fill_bar(painter, rect, of, outlined=outlined)
        if self._figure.touching:  # an area has an edge only at its upper end
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), QColor(of.line))

    def _paint_whiskers(self, painter: QPainter, to_pixels: QTransform) -> None:
        assert self._figure is not None and self._scheme is not None
        of = look("whisker", self._scheme)
        for place, low, high in self._figure.whiskers:
            draw_whisker(painter, to_pixels.map(QPointF(place, high)), to_pixels.map(QPointF(place, low)), of)

    def _paint_frame(self, painter: QPainter, to_pixels: QTransform, mark: Mark) -> None:
        colours = theme.current()
        frame = self.frame_of(mark, to_pixels).adjusted(-2, -2, 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((colours.paper, 5.0), (colours.ink, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRoundedRect(frame, 3, 3)


def _whole(rect: QRectF) -> QRectF:
    """The rectangle in whole pixels, at least one high and wide: neighbours touch and nothing is blurred."""
    left, top = _nearest(rect.left()), _nearest(rect.top())
    width, height = _nearest(rect.right()) - left, _nearest(rect.bottom()) - top
    return QRectF(left, top if height else top - 1, max(1, width), max(1, height))


def _nearest(place: float) -> int:
    """The nearest pixel; what is a half but for an error of arithmetic goes the same way as its neighbour."""
    return math.floor(place + 0.5 + 1e-6)
