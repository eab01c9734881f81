"""What this is, its version, and whose work it stands on."""

import platform
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QLabel, QWidget

from widgets import theme
from widgets.dialogs.frame import Dialog, sentence


class AboutDialog(Dialog):
    """Name, version, promise, thanks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("About Pressmark"))
        name = QLabel("Pressmark")
        name.setProperty("kind", "masthead")
        self.column.addWidget(name)
        self.column.addWidget(
            sentence(self.tr("Annotates saved news articles: claims, speakers and numbers, in one file."))
        )
        self.column.addWidget(
            sentence(
                self.tr("Nothing is fetched from the network, nothing is sent: what you open stays here.")
            )
        )
        self.column.addWidget(sentence(versions(), "soft"))
        self.column.addWidget(
            sentence(self.tr("Typefaces: Inter and Literata, under the SIL Open Font License."), "soft")
        )
        self.add_close(self.tr("Close")).setDefault(True)
        self.setMinimumWidth(theme.enlarged(420))


def versions() -> str:
    """One line for bug reports."""
    try:
        own = metadata.version("pressmark")
    except metadata.PackageNotFoundError:  # a checkout that was never installed
        own = "development"
    return f"Pressmark {own} · Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}"
