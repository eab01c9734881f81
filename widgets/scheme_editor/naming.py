"""A question for a name: of a new label, attribute, value or relation. Ids are made of it once."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from widgets import theme
from widgets.dialogs.frame import Dialog, sentence
from widgets.texts import tr


class NameDialog(Dialog):
    """Hands the name typed to `take`, which returns a sentence where it cannot be; then one types on."""

    def __init__(self, title: str, name: str, take: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(title, parent)
        self._take = take
        self.field = QLineEdit(name)
        self.field.setAccessibleName(tr("Name"))
        self.field.selectAll()
        label = QLabel(tr("Name"))
        label.setBuddy(self.field)
        self._trouble = sentence(kind="error")
        self._trouble.hide()
        for part in (label, self.field, self._trouble):
            self.column.addWidget(part)
        self.add_main(tr("Add") if not name else tr("Rename")).clicked.connect(self._try)
        self.add_close(tr("Cancel"))
        self.field.textChanged.connect(self._trouble.hide)
        self.setMinimumWidth(theme.enlarged(380))
        self.field.setFocus()

    def trouble(self) -> str:
        """What is wrong with the name; empty while nothing is."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def _try(self) -> None:
        trouble = self._take(self.field.text().strip())
        if trouble:
            self._trouble.setText(trouble)
            self._trouble.show()
            self.field.setFocus()
        else:
            self.accept()


def ask_name(title: str, take: Callable[[str], str], parent: QWidget, name: str = "") -> NameDialog:
    """Ask over the window of `parent`; `name` is the one there is to be changed."""
    dialog = NameDialog(title, name, take, parent.window())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
