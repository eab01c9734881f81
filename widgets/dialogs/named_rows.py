"""Rows of a name and what it names: names at the left, each on the first line of its row."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from widgets.dialogs.path_field import PathField

# Pixels from a field's upper edge to that of its text, as the style sheet sets it: border and padding.
_FIELD_INSET = 6
# Average characters of a name before it is wrapped.
_NAME = 34


class NamedRows(QGridLayout):
    """A grid of two columns; a row that stretches takes the height that is left."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(10)
        self.setColumnStretch(1, 1)

    def add(self, name: str, widget: QWidget, *, stretch: bool = False) -> None:
        """Add a row at the end."""
        row = self.rowCount()
        if name:
            label = QLabel(name)
            label.setBuddy(widget)
            framed = isinstance(widget, QComboBox | PathField | QLineEdit | QAbstractSpinBox)
            inset = _FIELD_INSET if framed else 0
            label.setContentsMargins(0, inset, 0, 0)
            _wrap_long(label)
            self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(widget, row, 1)
        self.setRowStretch(row, int(stretch))


def _wrap_long(label: QLabel) -> None:
    most = _NAME * label.fontMetrics().averageCharWidth()
    if label.sizeHint().width() > most:
        label.setWordWrap(True)
        label.setMinimumWidth(most)
