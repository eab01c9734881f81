"""Fields for numbers that look like the other fields."""

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

# Pixels, as the style sheet pads a QLineEdit.
_INSET = 8


def inset(spin: QAbstractSpinBox) -> None:
    """Keep the number off the frame: the style sheet's padding does not reach the field inside."""
    field = spin.findChild(QLineEdit)
    assert field is not None
    field.setTextMargins(_INSET, 0, 0, 0)
