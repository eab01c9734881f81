"""The sheets of merging, splitting, deleting and importing: each lets choose what is wanted."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app import scheme_edits as edits
from app.scheme import Label, Scheme, SchemeError
from app.scheme_edits import Edit
from widgets.combo import CardCombo
from widgets.dialogs.named_rows import NamedRows
from widgets.palette import swatch
from widgets.scheme_editor.sheet import Count, ImpactSheet
from widgets.texts import tr
from widgets.tick_box import TickBox
from widgets.wrapped_text import WrappedText


def plain_sheet(title: str, edit: Edit, count: Count, parent: QWidget) -> ImpactSheet:
    """Of an edit about which there is nothing to choose."""
    return ImpactSheet(title, tr("Do it"), lambda: edit, count, parent)


def merge_sheet(scheme: Scheme, label: Label, count: Count, parent: QWidget) -> ImpactSheet:
    """Which label to merge into."""
    into = _labels(scheme, label, tr("Merge into"))
    rows = NamedRows()
    rows.add(tr("Merge into"), into)
    title = tr("Merge “{name}” into another label").format(name=label.name)
    sheet = ImpactSheet(
        title,
        tr("Merge"),
        lambda: edits.merge_labels(scheme, label.id, str(into.currentData())),
        count,
        parent,
        _holding(rows),
    )
    into.currentIndexChanged.connect(sheet.recount)
    return sheet


def delete_sheet(scheme: Scheme, label: Label, count: Count, parent: QWidget) -> ImpactSheet:
    """Whether the annotations go with the label, or to another one."""
    alone = QRadioButton(tr("with its annotations"))
    moving = QRadioButton(tr("and move its annotations to"))
    alone.setChecked(True)
    choice = QButtonGroup()
    into = _labels(scheme, label, tr("Move the annotations to"))
    into.setEnabled(False)
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.addWidget(alone, 0, 0)
    grid.addWidget(moving, 1, 0)
    grid.addWidget(into, 1, 1)
    grid.setColumnStretch(1, 1)
    inputs = QWidget()
    inputs.setLayout(grid)
    choice.setParent(inputs)
    for button in (alone, moving):
        choice.addButton(button)

    def make() -> Edit:
        return edits.delete_label(scheme, label.id, str(into.currentData()) if moving.isChecked() else None)

    title = tr("Delete “{name}”").format(name=label.name)
    sheet = ImpactSheet(title, tr("Delete"), make, count, parent, inputs)
    moving.toggled.connect(into.setEnabled)
    moving.toggled.connect(lambda _: sheet.recount())
    into.currentIndexChanged.connect(sheet.recount)
    return sheet


def split_sheet(scheme: Scheme, label: Label, count: Count, parent: QWidget) -> ImpactSheet:
    """Which values of which attribute become labels, and what these are called."""
    inputs = _SplitInputs(label)
    title = tr("Split “{name}”").format(name=label.name)
    sheet = ImpactSheet(
        title,
        tr("Split"),
        lambda: edits.split_label(scheme, label.id, inputs.attribute(), inputs.parts()),
        count,
        parent,
        inputs,
    )
    inputs.changed, inputs.renamed = sheet.recount, sheet.remake
    return sheet


def import_sheet(
    scheme: Scheme, other: Scheme, uses: Mapping[str, int], count: Count, parent: QWidget
) -> ImpactSheet:
    """What comes and goes with another scheme, and what becomes of the annotations of labels it has not."""
    difference = edits.difference(scheme, other)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for text, names in (
        (tr("New: {names}"), difference.added),
        (tr("Gone: {names}"), difference.lost),
        (tr("Changed: {names}"), difference.changed),
    ):
        if names:
            column.addWidget(WrappedText(text.format(names=", ".join(names))))
    if not any((difference.added, difference.lost, difference.changed)):
        column.addWidget(WrappedText(tr("It is the scheme the project has.")))
    rows = NamedRows()
    fates: dict[str, CardCombo] = {}
    for label in scheme.labels:
        if other.label(label.id) is None and uses.get(label.id, 0):
            fates[label.id] = fate = _fate(other, label, uses[label.id])
            rows.add(label.name, fate)
    column.addLayout(rows)

    def make() -> Edit:
        chosen = {label_id: fate.currentData() for label_id, fate in fates.items()}
        if undecided := next((key for key, into in chosen.items() if into == ""), None):
            label = scheme.label(undecided)
            name = label.name if label else undecided
            raise SchemeError(tr("Say what becomes of the annotations of “{name}”.").format(name=name))
        moved = {key: None if into == _REMOVED else str(into) for key, into in chosen.items()}
        return edits.replace_scheme(scheme, other, moved)

    title = tr("Put “{name}” in place of this scheme").format(name=other.name)
    sheet = ImpactSheet(title, tr("Import"), make, count, parent, _holding(column))
    for fate in fates.values():
        fate.currentIndexChanged.connect(sheet.recount)
    return sheet


# What the data of a choice holds where annotations are to be removed: no label id.
_REMOVED = "-"


def _fate(other: Scheme, label: Label, count: int) -> CardCombo:
    """What may become of the annotations of a label that is gone; nothing is chosen at first."""
    fate = CardCombo(20)
    fate.setAccessibleName(tr("What becomes of the annotations of {name}").format(name=label.name))
    fate.addItem(tr("choose…"), "")
    for target in other.labels:
        fate.addItem(swatch(target), tr("move to {name}").format(name=target.name), target.id)
    fate.addItem(tr("remove {count} annotations", "", count), _REMOVED)
    return fate


class _SplitInputs(QWidget):
    """An attribute to split by, and for each of its values a tick and the name of the new label."""

    def __init__(self, label: Label) -> None:
        super().__init__()
        self._label = label
        self.changed: Callable[[], object] = lambda: None
        self.renamed: Callable[[], object] = lambda: None
        self._choice = CardCombo(20)
        self._choice.setAccessibleName(tr("Split by"))
        for attribute in label.attributes:
            if attribute.type == "choice":
                self._choice.addItem(attribute.name, attribute.id)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._parts: dict[str, tuple[TickBox, QLineEdit]] = {}
        rows = NamedRows()
        rows.add(tr("Split by"), self._choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(rows)
        column.addWidget(
            WrappedText(tr("Values that become labels of their own, with their names:"), tone="soft")
        )
        column.addLayout(self._grid)
        self._fill()
        self._choice.currentIndexChanged.connect(self._refill)

    def attribute(self) -> str:
        """Id of the attribute chosen."""
        return str(self._choice.currentData() or "")

    def parts(self) -> dict[str, str]:
        """The values ticked, with the names typed."""
        return {value: name.text().strip() for value, (tick, name) in self._parts.items() if tick.isChecked()}

    def _refill(self) -> None:
        self._fill()
        self.changed()

    def _fill(self) -> None:
        for tick, name in self._parts.values():
            for part in (tick, name):
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        attribute = self._label.attribute(self.attribute())
        self._parts = {
            value: (TickBox(value), QLineEdit(value)) for value in (attribute.values if attribute else ())
        }
        for row, (value, (tick, name)) in enumerate(self._parts.items()):
            name.setAccessibleName(tr("Name of the label for {value}").format(value=value))
            name.setEnabled(False)
            self._grid.addWidget(tick, row, 0)
            self._grid.addWidget(name, row, 1)
            tick.toggled.connect(partial(self._tick, name))
            name.textEdited.connect(lambda _: self.renamed())

    def _tick(self, name: QLineEdit, ticked: bool) -> None:
        name.setEnabled(ticked)
        self.changed()


def _labels(scheme: Scheme, but: Label, spoken: str) -> CardCombo:
    """The other labels to choose from."""
    choice = CardCombo(20)
    choice.setAccessibleName(spoken)
    for label in scheme.labels:
        if label.id != but.id:
            choice.addItem(swatch(label), label.name, label.id)
    return choice


def _holding(layout: NamedRows | QVBoxLayout) -> QWidget:
    holder = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    return holder
