"""The form of a label: name, key, look, guideline, examples, attributes, and what is done with it whole."""

from dataclasses import replace
from typing import get_args

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app import scheme_edits as edits
from app.scheme import Label, Pattern, Scheme
from app.scheme_edits import free_keys
from widgets.combo import CardCombo
from widgets.dialogs.frame import sentence
from widgets.dialogs.named_rows import NamedRows
from widgets.palette import swatch
from widgets.scheme_editor.attributes import AttributesField
from widgets.scheme_editor.colours import ColourField
from widgets.scheme_editor.hands import Hands
from widgets.scheme_editor.settled import LineField, TextField
from widgets.scheme_editor.span_preview import SpanPreview
from widgets.texts import tr


class LabelForm(QWidget):
    """Shows one label; every field is an edit of its own once it is settled."""

    merge_requested = Signal(str)
    split_requested = Signal(str)
    delete_requested = Signal(str)
    """Id of the label."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._label: Label | None = None
        self.name = LineField(tr("Name of the label"))
        self.key = CardCombo(8)
        self.key.setAccessibleName(tr("Key"))
        self.pattern = CardCombo(12)
        self.pattern.setAccessibleName(tr("Underline"))
        self.colours = ColourField()
        self.preview = SpanPreview()
        self.guideline = TextField(tr("Guideline"), 6)
        self.examples = TextField(tr("Examples, one a line"), 4)
        self.examples.setPlaceholderText(tr("One a line, [square brackets] around what is marked"))
        self.attributes = AttributesField(hands)
        self._trouble = sentence(kind="error")
        self._trouble.hide()
        rows = NamedRows()
        for name, field in (
            (tr("Name"), self.name),
            (tr("Key"), self.key),
            (tr("Underline"), self.pattern),
            (tr("Colours"), self.colours),
            (tr("Looks so"), self.preview),
            (tr("Guideline"), self.guideline),
            (tr("Examples"), self.examples),
            (tr("Attributes"), self.attributes),
        ):
            rows.add(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._trouble)
        column.addLayout(rows)
        column.addLayout(self._whole_buttons())
        column.addStretch(1)
        self.setFocusProxy(self.name)
        self._connect()

    def show_label(self, scheme: Scheme, label: Label) -> None:
        """Show the label; what is being typed over the same one stays."""
        anew = self._label is None or self._label.id != label.id
        self._label = label
        self.name.show_text(label.name, anew=anew)
        self.key.clear()
        self.key.addItem(tr("none"), "")
        for key in sorted({*free_keys(scheme), *filter(None, (label.key,))}):
            self.key.addItem(key, key)
        self.key.setCurrentIndex(max(0, self.key.findData(label.key)))
        self._show_patterns(label)
        self.colours.show_label(label, anew=anew)
        self.preview.show_label(label)
        self.guideline.show_text(label.guideline, anew=anew)
        self.examples.show_text("\n".join(label.examples), anew=anew)
        self.attributes.show_owner(scheme, label.id)
        can_split = any(a.type == "choice" for a in label.attributes)
        self._split.setEnabled(can_split)
        for button in (self._merge, self._delete):
            button.setEnabled(len(scheme.labels) > 1)
        if anew:
            self._say("")

    def trouble(self) -> str:
        """What could not be done, as a sentence; empty where nothing was wrong."""
        return self._trouble.text()

    def settle(self) -> None:
        """Take over what was typed."""
        for field in (self.name, self.guideline, self.examples):
            field.settle()

    def _connect(self) -> None:
        self.name.settled.connect(lambda text: self._change(tr("Rename label"), name=text))
        self.key.activated.connect(lambda _: self._change(tr("Change key"), key=self.key.currentData()))
        self.pattern.activated.connect(
            lambda _: self._change(tr("Change underline"), pattern=self.pattern.currentData())
        )
        self.colours.chosen.connect(
            lambda both: self._change(tr("Change colours"), light=both[0], dark=both[1])
        )
        self.guideline.settled.connect(lambda text: self._change(tr("Change guideline"), guideline=text))
        self.examples.settled.connect(
            lambda text: self._change(
                tr("Change examples"), examples=tuple(filter(None, map(str.strip, text.split("\n"))))
            )
        )
        for button, signal in (
            (self._merge, self.merge_requested),
            (self._split, self.split_requested),
            (self._delete, self.delete_requested),
        ):
            button.clicked.connect(lambda _=False, signal=signal: self._request(signal))

    def _request(self, signal: SignalInstance) -> None:
        if self._label is not None:
            signal.emit(self._label.id)

    def _change(self, title: str, **fields: object) -> None:
        if self._label is not None:
            wanted: Label = replace(self._label, **fields)  # type: ignore[arg-type]
            self._say(self._hands(title, lambda scheme: edits.put_label(scheme, wanted)))

    def _say(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def _show_patterns(self, label: Label) -> None:
        self.pattern.clear()
        for pattern, name in pattern_names().items():
            self.pattern.addItem(swatch(replace(label, pattern=pattern)), name, pattern)
        self.pattern.setCurrentIndex(self.pattern.findData(label.pattern))

    def _whole_buttons(self) -> QHBoxLayout:
        self._merge, self._split = QPushButton(tr("Merge…")), QPushButton(tr("Split…"))
        self._delete = QPushButton(tr("Delete…"))
        self._split.setToolTip(tr("By the values of an attribute that is a choice"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, name in (
            (self._merge, tr("Merge the label into another")),
            (self._split, tr("Split the label")),
            (self._delete, tr("Delete the label")),
        ):
            button.setAutoDefault(False)
            button.setAccessibleName(name)
            row.addWidget(button)
        row.addStretch(1)
        return row


def pattern_names() -> dict[Pattern, str]:
    """What each underline pattern is called."""
    names: dict[Pattern, str] = {
        "solid": tr("solid"),
        "double": tr("double"),
        "dotted": tr("dotted"),
        "dashed": tr("dashed"),
        "wave": tr("wave"),
    }
    assert names.keys() == set(get_args(Pattern))
    return names
