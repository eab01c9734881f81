"""What holds for the tests of the window: Qt is there, and speaks English with its plurals."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Texts are made by functions too: a test that calls one needs the language as much as a widget."""
