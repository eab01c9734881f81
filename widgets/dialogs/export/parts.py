"""Whether a dataset is split into train, dev and test, and how."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.dataset import GROUPS, STRATA, Group, Split, Stratum
from widgets.combo import CardCombo
from widgets.dialogs.named_rows import NamedRows
from widgets.dialogs.spin import inset
from widgets.flow import FlowLayout
from widgets.texts import tr
from widgets.tick_box import TickBox
from widgets.wrapped_text import WrappedText

_LARGEST = 999


class PartsPage(QWidget):
    """Gives a Split, or None."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = TickBox(self.tr("Split into train, dev and test"))
        self.shares = [_share(name, share) for name, share in zip(_part_names(), Split().shares, strict=True)]
        self.group = CardCombo(16)
        self.group.setAccessibleName(self.tr("What stays together"))
        for group in GROUPS:
            self.group.addItem(_group_name(group), group)
        self.strata = CardCombo(16)
        self.strata.setAccessibleName(self.tr("In every part alike"))
        self.strata.addItem(self.tr("nothing in particular"), None)
        for stratum in STRATA:
            self.strata.addItem(_stratum_name(stratum), stratum)
        self.salt = QLineEdit()
        self.salt.setAccessibleName(self.tr("Salt"))
        self._rows = QWidget()
        rows = NamedRows()
        rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setLayout(rows)
        rows.add(self.tr("Shares"), self._share_row())
        rows.add(self.tr("What stays together"), self.group)
        rows.add(self.tr("In every part alike"), self.strata)
        rows.add(self.tr("Salt"), self.salt)
        how = self.tr("Dealt by hash: the same salt deals the same way again, another one anew.")
        rows.add("", WrappedText(how, tone="soft"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 8, 0)
        column.setSpacing(14)
        column.addWidget(self.wanted)
        column.addWidget(self._rows)
        column.addStretch(1)
        self._rows.setEnabled(False)
        self.wanted.toggled.connect(self._rows.setEnabled)
        self.wanted.toggled.connect(lambda _: self.changed.emit())
        for spin in self.shares:
            spin.valueChanged.connect(lambda _: self.changed.emit())
        for choice in (self.group, self.strata):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.salt.textChanged.connect(lambda _: self.changed.emit())

    def split(self) -> Split | None:
        """What is chosen; None: one whole."""
        if not self.wanted.isChecked():
            return None
        train, dev, test = (spin.value() for spin in self.shares)
        salt = self.salt.text()
        return Split((train, dev, test), self.group.currentData(), salt, self.strata.currentData())

    def choose(self, split: Split | None) -> None:
        """Show this split."""
        self.wanted.setChecked(split is not None)
        if split is not None:
            for spin, share in zip(self.shares, split.shares, strict=True):
                spin.setValue(share)
            self.group.setCurrentIndex(max(0, self.group.findData(split.group)))
            self.strata.setCurrentIndex(max(0, self.strata.findData(split.stratify)))
            self.salt.setText(split.salt)

    def trouble(self) -> str:
        """Why it cannot be split so; empty where it can."""
        nothing = self.wanted.isChecked() and not any(spin.value() for spin in self.shares)
        return self.tr("One share at least is more than nothing.") if nothing else ""

    def _share_row(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, spacing=12)
        labels = [QLabel(name) for name in _part_names()]
        for label in labels:
            label.ensurePolished()
        widest = max(label.sizeHint().width() for label in labels)
        for label, spin in zip(labels, self.shares, strict=True):
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            label.setBuddy(spin)
            label.setMinimumWidth(widest)  # the fields stand below each other where the row is narrow
            line.addWidget(label)
            line.addWidget(spin)
            flow.addWidget(pair)
        return row


def _part_names() -> tuple[str, str, str]:
    return tr("train"), tr("dev"), tr("test")


def _group_name(group: Group) -> str:
    names: dict[Group, str] = {
        "duplicates": tr("near-duplicates"),
        "site": tr("all articles of a source, and near-duplicates"),
        "speaker": tr("all articles of a speaker, and near-duplicates"),
        "article": tr("equal texts only"),
    }
    return names[group]


def _stratum_name(stratum: Stratum) -> str:
    names: dict[Stratum, str] = {
        "label": tr("labels"),
        "language": tr("languages"),
        "site": tr("sources"),
    }
    return names[stratum]


def _share(name: str, share: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(0, _LARGEST)
    spin.setValue(share)
    spin.setAccessibleName(tr("Share of {part}").format(part=name))
    inset(spin)
    return spin
