"""A new project: its name, its folder, and the name acts are recorded under."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFormLayout, QLineEdit, QWidget

import resources
from app.scheme import parse_scheme
from widgets import theme
from widgets.combo import CardCombo
from widgets.dialogs.frame import Dialog, sentence
from widgets.dialogs.path_field import PathField
from widgets.project_files import SUFFIX

# What file systems of the three desktops refuse in names.
_REFUSED = '<>:"/\\|?*'


class NewProjectDialog(Dialog):
    """`path()`, `scheme()` and `annotator()` hold after it was accepted."""

    def __init__(self, folder: Path, annotator: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("New project"))
        self._name = QLineEdit()
        self._name.setPlaceholderText(self.tr("for example: floods-2024"))
        self._folder = PathField(
            self.tr("Folder"),
            lambda now: QFileDialog.getExistingDirectory(self, self.tr("Folder for the project"), now),
        )
        self._folder.set_path(folder)
        self._annotator = QLineEdit(annotator)
        self._scheme = CardCombo(24)
        self._scheme.setAccessibleName(self.tr("Labels"))
        for name, toml in resources.schemes().items():
            self._scheme.addItem(parse_scheme(toml, name).name, name)
        self._trouble = sentence(kind="error")
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Name"), self._name)
        form.addRow(self.tr("Folder"), self._folder)
        form.addRow(self.tr("Labels"), self._scheme)
        form.addRow(self.tr("Your name"), self._annotator)
        self.column.addWidget(
            sentence(
                self.tr(
                    "A project is one file. Your name is recorded with what you mark, and stays in the file."
                ),
                "soft",
            )
        )
        self.column.addLayout(form)
        self.column.addWidget(self._trouble)
        self._create = self.add_main(self.tr("Create"))
        self.add_close(self.tr("Cancel"))
        self._create.clicked.connect(self._check_and_accept)
        for field in (self._name, self._annotator):
            field.textChanged.connect(self._look)
        self._folder.changed.connect(self._look)
        self._look()
        self.setMinimumWidth(theme.enlarged(480))
        self._name.setFocus()

    def path(self) -> Path:
        """The file to make."""
        return Path(self._folder.text()) / f"{self._name.text().strip()}{SUFFIX}"

    def scheme(self) -> str:
        """The name of the bundled scheme chosen."""
        return str(self._scheme.currentData())

    def annotator(self) -> str:
        """The name to record."""
        return self._annotator.text().strip()

    def _look(self) -> None:
        self._trouble.setText(self._problem())
        self._trouble.setVisible(bool(self._trouble.text()))
        whole = all((self._name.text().strip(), self._folder.text(), self.annotator()))
        self._create.setEnabled(whole and not self._trouble.text())

    def _problem(self) -> str:
        name = self._name.text().strip()
        if any(character in _REFUSED for character in name):
            return self.tr("A name cannot hold any of {characters}").format(characters=" ".join(_REFUSED))
        if name and self.path().exists():
            return self.tr("There is a project of this name in the folder already.")
        return ""

    def _check_and_accept(self) -> None:
        self._look()
        if self._create.isEnabled():
            self.accept()
