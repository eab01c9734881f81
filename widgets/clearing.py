"""A button in a field that empties it. Qt's own has no name, so that nobody hears what it is."""

from PySide6.QtWidgets import QLineEdit, QToolButton

from widgets.texts import tr


def add_clear_button(field: QLineEdit) -> None:
    """Show the button at the field's end while there is something in it."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(tr("Clear"))
        button.setToolTip(tr("Clear"))
