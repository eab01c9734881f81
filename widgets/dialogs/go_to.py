"""Go to an article by its number in the list."""

from PySide6.QtWidgets import QFormLayout, QSpinBox, QWidget

from widgets.dialogs.frame import Dialog
from widgets.dialogs.spin import inset


class GoToDialog(Dialog):
    """`number()` holds after it was accepted."""

    def __init__(self, number: int, count: int, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Go to article"))
        self._number = QSpinBox()
        inset(self._number)
        self._number.setRange(1, max(1, count))
        self._number.setValue(number)
        self._number.setAccessibleName(self.tr("Number of the article in the list"))
        self._number.selectAll()
        form = QFormLayout()
        form.addRow(self.tr("Article, of {total}").format(total=count), self._number)
        self.column.addLayout(form)
        go = self.add_main(self.tr("Go"))
        go.clicked.connect(self.accept)
        self.add_close(self.tr("Cancel"))
        self._number.setFocus()

    def number(self) -> int:
        """The number chosen, from 1."""
        return self._number.value()
