"""How records are cut, and what their labels are called."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.dataset import Segmentation, Shape, parse_names
from app.errors import UserError
from app.scheme import Scheme
from widgets.combo import CardCombo
from widgets.dialogs.named_rows import NamedRows
from widgets.texts import tr
from widgets.wrapped_text import WrappedText


class ShapePage(QWidget):
    """Gives a Shape."""

    changed = Signal()

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segmentation = CardCombo(16)
        self.segmentation.setAccessibleName(self.tr("A record is"))
        records: dict[Segmentation, str] = {
            "article": self.tr("a whole article"),
            "block": self.tr("a paragraph"),
            "sentence": self.tr("a sentence"),
        }
        for segmentation, name in records.items():
            self.segmentation.addItem(name, segmentation)
        self._cut = WrappedText(
            self.tr("Paragraphs or sentences that one annotation goes over stay together."), tone="soft"
        )
        self.names: dict[str, QLineEdit] = {}
        self._trouble = WrappedText(tone="error")
        self._trouble.hide()
        rows = NamedRows()
        rows.add(self.tr("A record is"), self.segmentation)
        rows.add("", self._cut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 8, 0)
        column.setSpacing(14)
        column.addLayout(rows)
        column.addWidget(
            WrappedText(
                self.tr("Labels get these names in the dataset; several may get the same. Empty: as shown."),
                tone="soft",
            )
        )
        column.addLayout(self._name_rows(scheme))
        column.addWidget(self._trouble)
        column.addStretch(1)
        self.segmentation.currentIndexChanged.connect(lambda _: self.changed.emit())

    def shape(self) -> Shape:
        """What is chosen; names that are none are left out."""
        typed = {label: field.text().strip() for label, field in self.names.items()}
        names = {label: name for label, name in typed.items() if name != label and _is_name(name)}
        return Shape(self.segmentation.currentData(), names)

    def choose(self, shape: Shape) -> None:
        """Show this shape, as far as the labels are there."""
        self.segmentation.setCurrentIndex(self.segmentation.findData(shape.segmentation))
        for label, field in self.names.items():
            field.setText(shape.names.get(label, ""))

    def trouble(self) -> str:
        """Why there can be no dataset; empty where there can."""
        wrong = next((field.text().strip() for field in self.names.values() if _is_wrong(field)), "")
        said = self.tr(
            "Not every format can write “{name}”: a name is a Latin letter, then Latin letters, digits and _."
        )
        return said.format(name=wrong) if wrong else ""

    def _name_rows(self, scheme: Scheme) -> NamedRows:
        rows = NamedRows()
        for label in scheme.labels:
            field = QLineEdit()
            field.setPlaceholderText(label.id)
            field.setAccessibleName(tr("Name of {label} in the dataset").format(label=label.name))
            field.textChanged.connect(self._check)
            self.names[label.id] = field
            rows.add(label.name, field)
        return rows

    def _check(self) -> None:
        for field in self.names.values():
            field.setProperty("invalid", _is_wrong(field))
            field.style().unpolish(field)
            field.style().polish(field)
        self._trouble.set_text(self.trouble())
        self._trouble.setVisible(bool(self._trouble.text()))
        self.changed.emit()


def _is_wrong(field: QLineEdit) -> bool:
    name = field.text().strip()
    return bool(name) and not _is_name(name)


def _is_name(name: str) -> bool:
    """Whether every format can write it as a label."""
    try:
        parse_names(f"label={name}")
    except UserError:
        return False
    return True
