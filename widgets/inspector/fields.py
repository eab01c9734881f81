"""One field for each type of attribute: it commits on Enter, a click, or when it is left; Esc restores.

Values are those of `app.annotation.Attributes`; None means "not given". What cannot be read as the type
asked for (a number that is none) is handed on as it was typed, so that the scheme's check can say so and
nothing is lost.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QWidget,
)

from app.scheme import Attribute
from app.values import format_number
from widgets.combo import CardCombo
from widgets.flow import FlowLayout
from widgets.inspector.chips import NumberedChip
from widgets.inspector.completing import Searched, completer
from widgets.inspector.facts import shown_value
from widgets.inspector.field import Field, digit, fill, is_entered, is_left, text_value
from widgets.inspector.sentence import SentenceField
from widgets.wrapped_text import WrappedText

# A choice is shown as chips side by side while it has few short values, else as a list to open.
MOST_CHIPS, LONGEST_CHIP = 6, 18
# Attributes of the default scheme that hold whole sentences: their field wraps and grows.
SENTENCES = frozenset({"normalised_text"})

Completions = Callable[[str], Iterable[str] | Searched]
"""What to offer for an attribute id: the values others of the article have, or what a search finds."""


def make_field(attribute: Attribute, completions: Completions) -> Field:
    """The field for the attribute's type."""
    match attribute.type:
        case "choice":
            short = all(len(value) <= LONGEST_CHIP for value in attribute.values)
            few = len(attribute.values) <= MOST_CHIPS
            field: Field = _chips(attribute) if few and short else ListField(attribute)
        case "number":
            field = LineField(_number_text, _number_value, validator=_Digits())
        case "span":
            field = SpanField()
        case "text" if attribute.id in SENTENCES:
            field = SentenceField()
        case "text":
            field = LineField(str, text_value, completions=lambda: completions(attribute.id))
        case _:
            placeholder = "2023-07-04" if attribute.type == "date" else "https://"
            field = LineField(str, text_value, placeholder=placeholder)
    control = field.control()
    if not isinstance(field, ChipsField):  # each chip has a name of its own
        control.setAccessibleName(attribute.name)
    control.setAccessibleDescription(attribute.help)
    control.setToolTip(attribute.help)
    field.setFocusProxy(control)
    return field


class LineField(Field):
    """A line of text, a number, a date or an address."""

    def __init__(
        self,
        shown: Callable[[Any], str],
        read: Callable[[str], Any],
        *,
        validator: QValidator | None = None,
        placeholder: str = "",
        completions: Callable[[], Iterable[str] | Searched] | None = None,
    ) -> None:
        super().__init__()
        self._shown, self._read = shown, read
        self._completions = completions
        self._line = QLineEdit()
        self._line.setPlaceholderText(placeholder)
        if validator is not None:
            validator.setParent(self._line)
            self._line.setValidator(validator)
        self._line.textEdited.connect(lambda _: self.edited.emit())
        self._line.installEventFilter(self)
        fill(self, self._line)

    def value(self) -> Any:
        """The value typed; the stored one while its text is untouched."""
        text = self._line.text()
        return self._stored if text == self._stored_text() else self._read(text)

    def control(self) -> QLineEdit:
        """The line."""
        return self._line

    def put(self, value: Any) -> None:
        """Show the value from its beginning."""
        text = "" if value is None else self._shown(value)
        if text != self._line.text():
            self._line.setText(text)
            self._line.setCursorPosition(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter and Esc; leaving commits; coming offers what others of the article have."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.key(event)
        if is_left(event):
            self.committed.emit()
        elif self._completions is not None and is_entered(event):
            self._line.setCompleter(completer(self._completions(), self._line))
        return super().eventFilter(watched, event)

    def _stored_text(self) -> str:
        return "" if self._stored is None else self._shown(self._stored)


class ChipsField(Field):
    """A few values side by side; one at most is on, and a click on it takes it off."""

    def __init__(
        self, name: str, choices: Sequence[tuple[Any, str]], tip: str = "", unset: Any = None
    ) -> None:
        """`choices` are values with their words; `unset` is the value that stands for none."""
        super().__init__()
        self._unset = unset
        self._current: Any = None
        self._row = FlowLayout(self, spacing=4)
        self._chips: dict[Any, NumberedChip] = {}
        for number, (value, words) in enumerate(choices, start=1):
            chip = NumberedChip(words, number)
            chip.setAccessibleName(f"{name}: {words}")
            chip.setAccessibleDescription(tip)
            chip.setToolTip(tip)
            chip.clicked.connect(lambda on, value=value: self._click(value, on))
            chip.installEventFilter(self)
            self._chips[value] = chip
            self._row.addWidget(chip)
        self.put(None)

    def value(self) -> Any:
        """The value that is on; None for the one that means "not given"."""
        return self._current

    def control(self) -> QWidget:
        """The chip that is on, or the first."""
        on = (chip for chip in self._chips.values() if chip.isChecked())
        return next(on, next(iter(self._chips.values())))

    def put(self, value: Any) -> None:
        """Have just this one on."""
        self._current = value
        for other, chip in self._chips.items():
            chip.setChecked(other == (self._unset if value is None else value))
        self._rove()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Left and Right go from chip to chip; Enter presses; a digit picks; the row shows its digits."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            for chip in self._chips.values():
                chip.show_number(event.type() == QEvent.Type.FocusIn)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            chips = list(self._chips.values())
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                step = 1 if key == Qt.Key.Key_Right else -1
                here = next(i for i, chip in enumerate(chips) if chip is watched)
                chips[(here + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                next(chip for chip in chips if chip is watched).click()
                return True
            if (number := digit(event)) is not None and number <= len(chips):
                self._pick(None if number == 0 else list(self._chips)[number - 1])
                return True
        return super().eventFilter(watched, event)

    def _pick(self, value: Any) -> None:
        """Have the value on, whatever was; None: none."""
        self._click(value, True)
        self.control().setFocus(Qt.FocusReason.TabFocusReason)
        self.picked.emit()

    def _click(self, value: Any, on: bool) -> None:
        self.put(value if on and value != self._unset else None)
        self.edited.emit()
        self.committed.emit()

    def _rove(self) -> None:
        """One stop for Tab: the chip that is on, or the first."""
        stop = self.control()
        for chip in self._chips.values():
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)


def _chips(attribute: Attribute) -> ChipsField:
    choices = [(value, shown_value(value)) for value in attribute.values]
    return ChipsField(attribute.name, choices, attribute.help, attribute.unset or None)


class ListField(Field):
    """Many values in a list to open; its first line takes the value off."""

    def __init__(self, attribute: Attribute) -> None:
        super().__init__()
        self._list = CardCombo(8)
        self._list.addItem(shown_value(attribute.unset) if attribute.unset else "–", None)
        for value in attribute.values:
            if value != attribute.unset:
                self._list.addItem(shown_value(value), value)
        self._list.activated.connect(lambda _: self._settle())
        self._list.installEventFilter(self)
        fill(self, self._list)

    def value(self) -> Any:
        """The chosen value."""
        return self._list.currentData()

    def control(self) -> QComboBox:
        """The combo box."""
        return self._list

    def put(self, value: Any) -> None:
        """Show the value; one the scheme does not have is shown too, so that it can be corrected."""
        index = max(0, self._list.findData(value))
        if value is not None and index == 0 and str(value) != self._list.itemText(0).replace(" ", "_"):
            self._list.addItem(shown_value(value), value)
            index = self._list.count() - 1
        self._list.setCurrentIndex(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A digit picks the value of that place, 0 none."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            number = digit(event)
            if number is not None and number < self._list.count():
                self._list.setCurrentIndex(number)
                self._settle()
                self.picked.emit()
                return True
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        self.edited.emit()
        self.committed.emit()


class SpanField(Field):
    """A span of the article, shown as its text; it is taken from the article, and can be taken off."""

    wanted = Signal()
    """The words for it are to be chosen in the article."""

    def __init__(self) -> None:
        super().__init__()
        self._text = WrappedText(serif=True)
        self._take = QToolButton()
        self._take.setText(self.tr("Take…"))
        self._take.setProperty("quiet", True)
        self._take.setToolTip(self.tr("Choose the words in the article: select them, then Enter"))
        self._take.clicked.connect(self.wanted)
        self._off = QToolButton()
        self._off.setText("×")
        self._off.setProperty("quiet", True)
        self._off.setAccessibleName(self.tr("Take off"))
        self._off.clicked.connect(self._take_off)
        for button in (self._take, self._off):
            button.installEventFilter(self)
        self._current: Any = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._take)
        row.addWidget(self._off)

    def value(self) -> Any:
        """The span as stored, or None."""
        return self._current

    def control(self) -> QWidget:
        """The button that takes it from the article."""
        return self._take

    def put(self, value: Any) -> None:
        """Show the span's text."""
        self._current = value
        shown = str(value.get("text", "")) if isinstance(value, Mapping) else str(value or "")
        self._text.set_text(f"“{shown}”" if shown else "–")
        self._off.setVisible(value is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter presses; Del and Backspace take off."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QToolButton):
                watched.click()
                return True
            if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._current is not None:
                self._take_off()
                return True
        return super().eventFilter(watched, event)

    def _take_off(self) -> None:
        self.put(None)
        self._take.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        self.committed.emit()


class _Digits(QValidator):
    """Lets in what a number can be typed with: digits, spaces between them, one comma or point, a sign."""

    _TYPED = re.compile(r"[-+−]?[\d \u00a0\u202f]*([.,]\d*)?")

    def validate(self, text: str, position: int) -> object:
        state = QValidator.State.Acceptable if self._TYPED.fullmatch(text) else QValidator.State.Invalid
        return state, text, position


def _number_text(value: Any) -> str:
    return (
        format_number(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
    )


def _number_value(text: str) -> Any:
    """The number typed, an int where it is whole; the text itself if it is none."""
    plain = re.sub(r"[ \u00a0\u202f]", "", text).replace(",", ".").replace("−", "-")
    if not plain:
        return None
    try:
        return int(plain)
    except ValueError:
        pass
    try:
        return float(plain)
    except ValueError:
        return text
