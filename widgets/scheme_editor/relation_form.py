"""The form of a type of relation: its name, between which labels, and its rules."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app import scheme_edits as edits
from app.scheme import RelationType, Scheme
from widgets.dialogs.frame import sentence
from widgets.dialogs.named_rows import NamedRows
from widgets.flow import FlowLayout
from widgets.scheme_editor.hands import Hands
from widgets.scheme_editor.settled import LineField
from widgets.texts import tr
from widgets.tick_box import TickBox


class RelationForm(QWidget):
    """Shows one type of relation."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._relation: RelationType | None = None
        self.name = LineField(tr("Name of the relation"))
        self.sources, self.targets = _Ticks(), _Ticks()
        self.symmetric = TickBox(tr("goes both ways"))
        self.single = TickBox(tr("only one from each annotation"))
        self._trouble = sentence(kind="error")
        self._trouble.hide()
        delete = QPushButton(tr("Delete…"))
        delete.setAccessibleName(tr("Delete the relation"))
        delete.setAutoDefault(False)
        rows = NamedRows()
        for name, field in (
            (tr("Name"), self.name),
            (tr("From", "annotations of this label"), self.sources),
            (tr("To", "annotations of this label"), self.targets),
            ("", self.symmetric),
            ("", self.single),
        ):
            rows.add(name, field)
        buttons = QHBoxLayout()
        buttons.addWidget(delete)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._trouble)
        column.addLayout(rows)
        column.addLayout(buttons)
        column.addStretch(1)
        self.setFocusProxy(self.name)
        self.name.settled.connect(lambda text: self._change(name=text))
        for box in (self.symmetric, self.single):
            box.clicked.connect(self._change)
        delete.clicked.connect(self.delete)

    def show_relation(self, scheme: Scheme, relation: RelationType) -> None:
        """Show it; what is being typed over the same one stays."""
        anew = self._relation is None or self._relation.id != relation.id
        self._relation = relation
        self.name.show_text(relation.name, anew=anew)
        names = {label.id: label.name for label in scheme.labels}
        self.sources.show_labels(names, relation.sources, tr("From {label}"), self._change)
        self.targets.show_labels(names, relation.targets, tr("To {label}"), self._change)
        self.symmetric.setChecked(relation.symmetric)
        self.single.setChecked(relation.single)
        if anew:
            self._say("")

    def trouble(self) -> str:
        """What could not be done, as a sentence."""
        return self._trouble.text()

    def settle(self) -> None:
        """Take over what was typed."""
        self.name.settle()

    def delete(self) -> None:
        """Ask to delete the relation."""
        if (relation := self._relation) is not None:
            self._hands(
                tr("Delete “{name}”").format(name=relation.name),
                lambda scheme: edits.delete_relation(scheme, relation.id),
                "delete_relation",
            )

    def _change(self, *_: object, name: str = "") -> None:
        if self._relation is None:
            return
        wanted = replace(
            self._relation,
            name=name or self.name.text().strip(),
            sources=self.sources.chosen(),
            targets=self.targets.chosen(),
            symmetric=self.symmetric.isChecked(),
            single=self.single.isChecked(),
        )
        if wanted != self._relation:
            self._say(self._hands(tr("Change relation"), lambda scheme: edits.set_relation(scheme, wanted)))

    def _say(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))


class _Ticks(QWidget):
    """A tick for each label."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, spacing=14)
        self._boxes: dict[str, TickBox] = {}

    def show_labels(
        self, names: dict[str, str], chosen: tuple[str, ...], spoken: str, changed: object
    ) -> None:
        """Show these labels (id to name), those `chosen` ticked."""
        if {key: box.text() for key, box in self._boxes.items()} != names:
            for box in self._boxes.values():
                self._flow.removeWidget(box)
                box.hide()
                box.deleteLater()
            self._boxes = {key: TickBox(name) for key, name in names.items()}
            for key, box in self._boxes.items():
                box.setAccessibleName(spoken.format(label=names[key]))
                box.clicked.connect(changed)
                self._flow.addWidget(box)
        for key, box in self._boxes.items():
            box.setChecked(key in chosen)

    def chosen(self) -> tuple[str, ...]:
        """The ids ticked, in the order of the labels."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())
