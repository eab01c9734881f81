"""What became of the file loaded last."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.readers.loading import LoadReport
from widgets import theme
from widgets.dialogs.frame import Dialog
from widgets.dialogs.load.report import lines_of
from widgets.dialogs.said_lines import SaidLines
from widgets.homely import homely
from widgets.wrapped_text import WrappedText


class LoadResults(Dialog):
    """Stays beside the window: not modal."""

    def __init__(self, path: Path, report: LoadReport, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Load annotations"))
        self.said = SaidLines(self.tr("Results"))
        self.said.show_lines(lines_of(report))
        self.column.addWidget(WrappedText(homely(path), tone="soft"))
        self.column.addWidget(self.said, 1)
        self.add_close(self.tr("Close"))
        self.resize(theme.enlarged(620), theme.enlarged(420))
