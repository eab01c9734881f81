"""A chart with its title, summary and legend: what is seen of a figure, and what a picture of it holds."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.scheme import Scheme
from widgets import theme
from widgets.charts.chart import ChartView
from widgets.charts.figure import Figure, Series
from widgets.charts.looks import look, swatch
from widgets.flow import FlowLayout
from widgets.texts import tr
from widgets.wrapped_text import WrappedText

# Pixels of a picture for each pixel on the screen: it will be printed.
_FINE = 2


class ChartPanel(QWidget):
    """Shows one figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme: Scheme | None = None
        self._series: tuple[Series, ...] = ()
        self.setObjectName("chart")
        self._title = QLabel()
        self._title.setProperty("kind", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._summary = WrappedText(tone="soft")
        self._values = QLabel()
        self._values.setProperty("kind", "soft")
        self._legend = QWidget()
        self._legend.setAccessibleName(tr("Legend"))
        self._flow = FlowLayout(self._legend, spacing=16)
        self.chart = ChartView()
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(self._values, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self._legend, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._summary)
        column.addSpacing(6)
        column.addLayout(line)
        column.addWidget(self.chart, 1)

    def show_figure(self, figure: Figure, scheme: Scheme) -> None:
        """Show `figure` in place of another, labels as `scheme` draws them."""
        self._series, self._scheme = figure.series, scheme
        self._title.setText(figure.title)
        self._summary.set_text(figure.summary)
        self._values.setText(figure.values)
        self._show_legend()
        self.chart.show_figure(figure, scheme)

    def picture(self) -> QImage:
        """The panel as it is, but finer, and without the keyboard's frame."""
        self.chart.frame_off()
        image = QImage(self.size() * _FINE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_FINE)
        image.fill(QColor(theme.current().paper))
        painter = QPainter(image)
        self.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        painter.end()
        return image

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._show_legend()

    def paintEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        """Paper all over, as in the article."""
        QPainter(self).fillRect(QRect(0, 0, self.width(), self.height()), QColor(theme.current().paper))

    def _show_legend(self) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for series in self._series:
            assert self._scheme is not None
            self._flow.addWidget(_entry(series, self._scheme))
        self._legend.setVisible(bool(self._series))


def _entry(series: Series, scheme: Scheme) -> QWidget:
    """A series' square and name."""
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    square, name = QLabel(), QLabel(series.name)
    square.setPixmap(swatch(series.id, look(series.id, scheme)).pixmap(QSize(14, 14)))
    name.setTextFormat(Qt.TextFormat.PlainText)
    row.addWidget(square)
    row.addWidget(name)
    return entry
