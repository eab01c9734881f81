"""Asks when articles were published: from and to, each a year, a month or a day."""

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from widgets import theme
from widgets.dialogs.frame import Dialog, sentence

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class PeriodFields(QWidget):
    """From and until: two fields, and a sentence on what they take."""

    changed = Signal()

    def __init__(self, first: str = "", last: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._last = QLineEdit(first), QLineEdit(last)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for row, (name, field) in enumerate(((self.tr("From"), self._first), (self.tr("Until"), self._last))):
            label = QLabel(name)
            label.setBuddy(field)
            field.setAccessibleName(name)
            field.setPlaceholderText("2023-07-04")
            field.textChanged.connect(self._check)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(
            sentence(
                self.tr(
                    "A year, a month or a day: 2023, 2023-07 or 2023-07-04. "
                    "Articles without a date are in no such range."
                ),
                "soft",
            )
        )
        self.setFocusProxy(self._first)
        self._check()

    def first(self) -> str:
        """The first day, month or year, ISO 8601."""
        return partial_date(self._first.text()) or ""

    def last(self) -> str:
        """The last day, month or year, ISO 8601."""
        return partial_date(self._last.text()) or ""

    def choose(self, first: str, last: str) -> None:
        """Put other bounds."""
        self._first.setText(first)
        self._last.setText(last)

    def valid(self) -> bool:
        """Whether both are dates or empty, and in their order."""
        return None not in self._read() and self._in_order()

    def _read(self) -> list[str | None]:
        return [partial_date(field.text()) for field in (self._first, self._last)]

    def _in_order(self) -> bool:
        first, last = (value or "" for value in self._read())
        shorter = min(len(first), len(last))  # a year is in order with every day of it
        return first[:shorter] <= last[:shorter]

    def _check(self) -> None:
        """Mark what is no date, and both where they are not in their order."""
        in_order = self._in_order()
        for field, value in zip((self._first, self._last), self._read(), strict=True):
            field.setProperty("invalid", value is None or not in_order)
            field.style().unpolish(field)
            field.style().polish(field)
        self.changed.emit()


class PeriodDialog(Dialog):
    """`first()` and `last()` hold after it was accepted; empty: no bound."""

    def __init__(self, first: str, last: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Published"))
        self._period = PeriodFields(first, last)
        self.column.addWidget(self._period)
        self.setMinimumWidth(theme.enlarged(320))
        self._show = self.add_main(self.tr("Show"))
        self._show.clicked.connect(self.accept)
        self.add_close(self.tr("Cancel"))
        self._period.changed.connect(self._check)
        self._period.setFocus()
        self._check()

    def first(self) -> str:
        """The first day, month or year, ISO 8601."""
        return self._period.first()

    def last(self) -> str:
        """The last day, month or year, ISO 8601."""
        return self._period.last()

    def _check(self) -> None:
        """Only two bounds in their order can be shown."""
        self._show.setEnabled(self._period.valid())


def partial_date(typed: str) -> str | None:
    """What was typed as an ISO 8601 date, month or year; empty for nothing, None where it is no date."""
    if not typed.strip():
        return ""
    match = _DATE.fullmatch(typed.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        whole = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole[:10] if day else whole[:7] if month else whole[:4]
