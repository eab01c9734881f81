"""The attributes of a label, or of articles: the list of them, and a form for the chosen one."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import get_args

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import scheme_edits as edits
from app.scheme import Attribute, AttributeType, Scheme
from app.scheme_edits import Edit
from widgets.combo import CardCombo
from widgets.dialogs.frame import sentence
from widgets.dialogs.named_rows import NamedRows
from widgets.scheme_editor.hands import Hands
from widgets.scheme_editor.naming import ask_name
from widgets.scheme_editor.row_list import RowList
from widgets.scheme_editor.settled import LineField
from widgets.texts import tr


class AttributesField(QWidget):
    """Edits the attributes of one owner of the scheme."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._scheme: Scheme | None = None
        self._owner = ""
        self.rows = RowList(tr("Attributes"), 3)
        self.form = _AttributeForm(self._set, self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.rows)
        column.addWidget(self.form)
        self.setFocusProxy(self.rows)
        self.rows.chosen.connect(lambda _: self._show_chosen())
        self.rows.add_requested.connect(self._add)
        self.rows.delete_requested.connect(self._delete)
        self.rows.move_requested.connect(
            lambda key, step: self._ask(tr("Move attribute"), edits.move_attribute, key, step)
        )

    def show_owner(self, scheme: Scheme, owner: str) -> None:
        """Show the attributes of this owner."""
        anew = owner != self._owner
        self._scheme, self._owner = scheme, owner
        names = type_names()
        attributes = edits.attributes_of(scheme, owner)
        if anew:
            self.rows.show_rows([])
        self.rows.show_rows([(a.id, f"{a.name}  ·  {names[a.type]}") for a in attributes])

    def _show_chosen(self) -> None:
        attributes = edits.attributes_of(self._scheme, self._owner) if self._scheme else ()
        chosen = next((a for a in attributes if a.id == self.rows.current()), None)
        self.form.setVisible(chosen is not None)
        if chosen is not None:
            self.form.show_attribute(chosen, self._owner)

    def _add(self) -> None:
        def take(name: str) -> str:
            trouble = self._ask(tr("Add attribute"), edits.add_attribute, name)
            if not trouble:
                self.rows.choose(self.rows.keys()[-1])
            return trouble

        ask_name(tr("New attribute"), take, self)

    def _delete(self, attribute_id: str) -> None:
        self._ask(tr("Delete attribute"), edits.delete_attribute, attribute_id)

    def _set(self, attribute: Attribute) -> str:
        return self._ask(tr("Change attribute"), edits.set_attribute, attribute)

    def _ask(self, title: str, edit: Callable[..., Scheme | Edit], *arguments: object) -> str:
        """Ask for an edit of `app.scheme_edits` on the attributes of the owner."""
        return self._hands(title, lambda scheme: edit(scheme, self._owner, *arguments))


class _AttributeForm(QWidget):
    """One attribute: name, type, values, what stands for no value, help."""

    def __init__(self, set_attribute: Callable[[Attribute], str], ask: Callable[..., str]) -> None:
        super().__init__()
        self._set, self._ask = set_attribute, ask
        self._attribute: Attribute | None = None
        self._owner = ""
        self.name = LineField(tr("Name of the attribute"))
        self.type = CardCombo(12)
        self.type.setAccessibleName(tr("Type of the attribute"))
        for type_, text in type_names().items():
            self.type.addItem(text, type_)
        self.help = LineField(tr("Help"))
        self.values = RowList(tr("Values"), 3, renames=True)
        self.unset = CardCombo(12)
        self.unset.setAccessibleName(tr("Value that means: not given yet"))
        self._trouble = sentence(kind="error")
        self._rows = NamedRows()
        for name, field in (
            (tr("Name"), self.name),
            (tr("Type"), self.type),
            (tr("Help"), self.help),
            (tr("Values"), self.values),
            (tr("Not given"), self.unset),
            ("", self._trouble),
        ):
            self._rows.add(name, field)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._rows)
        self._connect()

    def _connect(self) -> None:
        self.name.settled.connect(lambda text: self._change(name=text))
        self.help.settled.connect(lambda text: self._change(help=text))
        self.type.activated.connect(lambda _: self._change_type(self.type.currentData()))
        self.unset.activated.connect(lambda _: self._change(unset=self.unset.currentData()))
        self.values.add_requested.connect(self._add_value)
        self.values.rename_requested.connect(self._rename_value)
        self.values.delete_requested.connect(partial(self._ask_value, tr("Delete value"), edits.delete_value))
        self.values.move_requested.connect(
            lambda value, step: self._ask_value(tr("Move value"), edits.move_value, value, step)
        )

    def show_attribute(self, attribute: Attribute, owner: str) -> None:
        """Show it; what is being typed over the same attribute stays."""
        before = (self._attribute.id if self._attribute else "", self._owner)
        anew = (attribute.id, owner) != before
        self._attribute, self._owner = attribute, owner
        self.name.show_text(attribute.name, anew=anew)
        self.help.show_text(attribute.help, anew=anew)
        self.type.setCurrentIndex(self.type.findData(attribute.type))
        self.values.show_rows([(value, value) for value in attribute.values])
        self.unset.clear()
        self.unset.addItem(tr("left empty"), "")
        for value in attribute.values:
            self.unset.addItem(value, value)
        self.unset.setCurrentIndex(max(0, self.unset.findData(attribute.unset)))
        choice = attribute.type == "choice"
        for field in (self.values, self.unset):
            field.setVisible(choice)
            label = self._label_of(field)
            if label is not None:
                label.setVisible(choice)
        if anew:
            self._say("")

    def trouble(self) -> str:
        """What could not be done, as a sentence."""
        return self._trouble.text()

    def _label_of(self, field: QWidget) -> QWidget | None:
        place = self._rows.indexOf(field)
        item = self._rows.itemAt(place - 1) if place > 0 else None
        return item.widget() if item is not None else None

    def _change(self, **fields: str) -> None:
        if self._attribute is not None:
            wanted = replace(self._attribute, **fields)  # type: ignore[arg-type]
            self._say("" if wanted == self._attribute else self._set(wanted))

    def _change_type(self, type_: AttributeType) -> None:
        """Another type; a choice begins with one value, for it cannot be without."""
        if self._attribute is None or type_ == self._attribute.type:
            return
        values = (tr("value"),) if type_ == "choice" else ()
        self._say(self._set(replace(self._attribute, type=type_, values=values, unset="")))

    def _add_value(self) -> None:
        def take(value: str) -> str:
            return self._ask_value(tr("Add value"), edits.add_value, value)

        ask_name(tr("New value"), take, self)

    def _rename_value(self, value: str) -> None:
        def take(new: str) -> str:
            return "" if new == value else self._ask_value(tr("Rename value"), edits.rename_value, value, new)

        ask_name(tr("Rename “{value}”").format(value=value), take, self, value)

    def _ask_value(self, title: str, edit: Callable[..., Scheme | Edit], *arguments: object) -> str:
        trouble = self._ask(title, edit, self._attribute.id, *arguments) if self._attribute else ""
        self._say(trouble)
        return trouble

    def _say(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))


def type_names() -> dict[AttributeType, str]:
    """What each type of value is called."""
    names: dict[AttributeType, str] = {
        "choice": tr("choice"),
        "text": tr("text"),
        "number": tr("number"),
        "date": tr("date"),
        "url": tr("web address"),
        "span": tr("words of the article"),
    }
    assert names.keys() == set(get_args(AttributeType))
    return names
