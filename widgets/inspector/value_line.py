"""A number's value above its card: shown as a chip, and typed in one line that says what it understood."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.annotation import Attributes
from app.errors import UserError
from app.number_values import corrected
from app.scheme import Label
from app.values import display_value
from widgets.inspector.chips import LabelChip
from widgets.inspector.field import is_left
from widgets.inspector.labelled_row import key_hint
from widgets.wrapped_text import WrappedText


class ValueLine(QWidget):
    """Closed it shows the value; open it takes another one. Enter keeps, Esc leaves it as it was."""

    typed = Signal(object)
    """The attributes as corrected by what was typed."""
    left = Signal()
    """The work on the value is over: the focus may go back to the article."""

    def __init__(self, label: Label, language: Callable[[], str], parent: QWidget | None = None) -> None:
        """`language` gives the article's."""
        super().__init__(parent)
        self._label, self._language = label, language
        self._attributes: Attributes = {}
        self._opened_with = ""
        self._chip = LabelChip()
        self._line = QLineEdit()
        self._line.setAccessibleName(self.tr("Value, as one would write it"))
        self._line.setPlaceholderText(self.tr("4,8 млрд тенге · 4–6 % · > 500"))
        self._line.textEdited.connect(lambda _: self._echo())
        self._line.installEventFilter(self)
        self._key = key_hint("V")
        self._key.setToolTip(self.tr("V in the article: type the value"))
        self._problem = WrappedText(tone="error", scale=0.92)
        self._how = WrappedText(self.tr("Enter: keep · Esc: leave as it was"), tone="soft", scale=0.86)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._line, 1)
        row.addWidget(self._chip)
        row.addWidget(self._key)
        row.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        self._understood = LabelChip()
        layout.addWidget(self._understood, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._problem)
        layout.addWidget(self._how)
        self.close_line()

    def show_value(self, attributes: Attributes) -> None:
        """Show what these attributes say; a line being typed in stays."""
        self._attributes = attributes
        value = display_value(attributes)
        self._chip.show_text(value, self._label)
        self._chip.setVisible(bool(value) and not self.is_open())

    def open_line(self, draft: str = "") -> None:
        """Open the line with the value in it, or with what was typed before and could not be read."""
        self._opened_with = display_value(self._attributes)
        self._line.setText(draft or self._opened_with)
        for widget in (self._line, self._how):
            widget.show()
        self._chip.hide()
        self._echo()
        self._line.selectAll()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_line(self) -> None:
        """Show the value alone."""
        for widget in (self._line, self._understood, self._problem, self._how):
            widget.hide()
        self._chip.setVisible(bool(self._chip.text()))

    def is_open(self) -> bool:
        """Whether the line is open."""
        return not self._line.isHidden()

    def draft(self) -> str:
        """What was typed and cannot be read; empty where nothing is left to lose."""
        return self._line.text() if self.is_open() and self._changed() and self._read() is None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter keeps, Esc leaves it as it was; going elsewhere keeps what can be read."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._keep():
                    self.left.emit()
                return True
            if key == Qt.Key.Key_Escape:
                self.close_line()
                self.left.emit()
                return True
        if is_left(event) and self.is_open():
            self._keep()
        return super().eventFilter(watched, event)

    def _keep(self) -> bool:
        """Take over what was typed and close; False where it cannot be read."""
        if not self._changed():
            self.close_line()
            return True
        read = self._read()
        if read is None:
            return False
        self.close_line()
        self.typed.emit(read)
        return True

    def _changed(self) -> bool:
        return self._line.text() != self._opened_with

    def _read(self) -> Attributes | None:
        """The attributes as corrected, or None; the problem says why."""
        from app.value_input import read_value  # the number engine: 50 ms that no start should wait for

        try:
            read = corrected(self._attributes, read_value(self._line.text(), self._language()))
        except UserError as error:
            self._problem.set_text(str(error))
            return None
        self._problem.set_text("")
        return read

    def _echo(self) -> None:
        """Say what the line is understood as."""
        read = self._read() if self._changed() else self._attributes
        value = "" if read is None else display_value(read)
        self._understood.show_text(f"= {value}", self._label)
        self._understood.setVisible(bool(value))
        self._problem.setVisible(read is None)
        invalid = read is None
        if bool(self._line.property("invalid")) != invalid:
            self._line.setProperty("invalid", invalid)
            self._line.style().unpolish(self._line)
            self._line.style().polish(self._line)
