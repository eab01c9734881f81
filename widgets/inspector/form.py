"""Attributes of a label, or of an article, as a form: a row for each, its problem beside it, one answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.annotation import Attributes
from app.scheme import Attribute
from widgets.inspector.field import Field
from widgets.inspector.fields import SENTENCES, Completions, SpanField, make_field
from widgets.inspector.labelled_row import LabelledRow
from widgets.inspector.sentence import SentenceField


class AttributeForm(QWidget):
    """Fields for attributes. `settled` says that a field was; ask `values` and `check` then."""

    settled = Signal()
    edited = Signal()
    entered = Signal()
    picked = Signal()
    span_wanted = Signal(str)
    """Attribute id: its words are to be chosen in the article."""

    def __init__(
        self,
        attributes: Sequence[Attribute],
        problems: Callable[[Attributes], dict[str, str]],
        completions: Completions,
        parent: QWidget | None = None,
    ) -> None:
        """`problems` finds what is wrong with values: a sentence by attribute id."""
        super().__init__(parent)
        self._problems = problems
        self._choices = [attribute.id for attribute in attributes if attribute.type == "choice"]
        self._fields: dict[str, Field] = {}
        self._rows: dict[str, LabelledRow] = {}
        self._strange: dict[str, Any] = {}
        self._strange_rows: dict[str, LabelledRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(5)
        for attribute in _sentences_first(attributes):
            self._add(attribute, completions)

    def insert_relations(self, widget: QWidget) -> None:
        """Put the relations after what is written in sentences; where nothing is, at the end."""
        sentences = sum(isinstance(field, SentenceField) for field in self._fields.values())
        self._layout.insertWidget(sentences or len(self._fields), widget)

    def values(self) -> dict[str, Any]:
        """All attributes as they stand, those not given left out."""
        given = {name: field.value() for name, field in self._fields.items()}
        return {name: value for name, value in {**given, **self._strange}.items() if value is not None}

    def check(self) -> bool:
        """Show what the scheme finds wrong with the values, beside the fields; tell whether it is nothing."""
        found = self._problems(self.values())
        for name, row in {**self._rows, **self._strange_rows}.items():
            self._show(name, row, found.get(name, ""))
        return not found

    def show_problem(self, attribute_id: str, sentence: str) -> bool:
        """Show a problem somebody else found; False where the form has no such attribute."""
        row = self._rows.get(attribute_id) or self._strange_rows.get(attribute_id)
        if row is not None:
            self._show(attribute_id, row, sentence)
        return row is not None

    def dirty(self) -> bool:
        """Tell whether a field differs from what is stored."""
        return any(field.dirty() for field in self._fields.values())

    def reset(self, attributes: Attributes) -> None:
        """Show the attributes of another thing."""
        self._fill(attributes, lambda field, value: field.reset(value))

    def show_values(self, attributes: Attributes) -> None:
        """Show what is stored now; a value being typed in the meantime stays."""
        self._fill(attributes, lambda field, value: field.show_value(value))

    def put(self, drafts: Mapping[str, Any]) -> None:
        """Show values that were typed before and could not be kept."""
        for name, value in drafts.items():
            if name in self._fields:
                self._fields[name].put(value)

    def drafts(self) -> dict[str, Any]:
        """The values that differ from what is stored."""
        return {name: field.value() for name, field in self._fields.items() if field.dirty()}

    def first_control(self) -> QWidget | None:
        """Where the focus goes first."""
        return next((field.control() for field in self._fields.values()), None)

    def choice_control(self, number: int) -> QWidget | None:
        """What takes the focus of the choice of that place, counted from 1; None where there is none."""
        if not 1 <= number <= len(self._choices):
            return None
        return self._fields[self._choices[number - 1]].control()

    def _add(self, attribute: Attribute, completions: Completions) -> None:
        field = make_field(attribute, completions)
        field.committed.connect(self.settled)
        field.edited.connect(self.edited)
        field.entered.connect(self.entered)
        field.picked.connect(self.picked)
        if isinstance(field, SpanField):
            field.wanted.connect(partial(self.span_wanted.emit, attribute.id))
        row = LabelledRow(attribute.name, field)
        row.setToolTip(attribute.help)
        self._fields[attribute.id] = field
        self._rows[attribute.id] = row
        self._layout.addWidget(row)

    def _fill(self, attributes: Attributes, show: Callable[[Field, Any], None]) -> None:
        for name, field in self._fields.items():
            show(field, attributes.get(name))
        self._show_strange({name: value for name, value in attributes.items() if name not in self._fields})
        self.check()

    def _show_strange(self, strange: dict[str, Any]) -> None:
        """Attributes the scheme does not know (any more): shown with their problem, to be taken off."""
        if strange == self._strange:
            return
        self._strange = strange
        for row in self._strange_rows.values():
            self._layout.removeWidget(row)
            row.deleteLater()
        self._strange_rows = {name: LabelledRow(name, self._strange_field(name)) for name in strange}
        for row in self._strange_rows.values():
            self._layout.addWidget(row)

    def _strange_field(self, name: str) -> QWidget:
        button = QToolButton()
        button.setText(f"{self._strange[name]}  ×")
        button.setAccessibleName(self.tr("Take off {name}").format(name=name))
        button.clicked.connect(lambda: self._take_off(name))
        return button

    def _take_off(self, name: str) -> None:
        self._show_strange({other: value for other, value in self._strange.items() if other != name})
        self.settled.emit()

    def _show(self, name: str, row: LabelledRow, sentence: str) -> None:
        row.show_problem(sentence)
        if name in self._fields:
            self._fields[name].set_invalid(bool(sentence))


def _sentences_first(attributes: Iterable[Attribute]) -> list[Attribute]:
    """What is written in whole sentences comes first: it is the card's main thing."""
    return sorted(attributes, key=lambda attribute: attribute.id not in SENTENCES)
