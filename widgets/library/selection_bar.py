"""What can be done with several selected articles at once: a slim bar under the list."""

from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from widgets import keys
from widgets.flow import FlowLayout
from widgets.palette.key_button import KeyButton
from widgets.texts import tr

Act = Literal["done", "skip", "todo", "flag", "export", "remove"]

# Keys of the list, by their place on the keyboard. These work also on one article; the others would
# be pressed by mistake too easily, so they need several.
KEYS: dict[str, Act] = {"D": "done", "S": "skip", "T": "todo", "F": "flag", "E": "export", "Del": "remove"}
ALONE: frozenset[Act] = frozenset({"flag", "remove"})


class SelectionBar(QWidget):
    """Hidden while fewer than two articles are selected."""

    wanted = Signal(str)
    """An `Act`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("selection")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Selected articles"))
        self._count = QLabel(self)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are selected; hide below two."""
        if count > 1 and self.layout() is None:
            self._build()
        self._count.setText(tr("{count} selected", "", count))
        self.setVisible(count > 1)

    def _build(self) -> None:
        """Put the buttons in: when they are first wanted, which in many a session is never."""
        self._count.setProperty("kind", "soft")
        self._count.setContentsMargins(4, 0, 6, 0)
        flow = FlowLayout(spacing=2)
        flow.addWidget(self._count)
        for chord, act in KEYS.items():
            flow.addWidget(self._button(act, chord))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 5, 8, 6)
        column.addLayout(flow)

    def _button(self, act: Act, chord: str) -> KeyButton:
        action = QAction(act_name(act), self)
        action.setToolTip(f"{act_name(act)} ({keys.shown(chord)})")
        action.triggered.connect(partial(self.wanted.emit, act))
        button = KeyButton(action, act_name(act), chord, quiet=True)
        button.setObjectName(f"selection.{act}")
        return button


def act_name(act: Act) -> str:
    """The act in the interface's language."""
    names: dict[Act, str] = {
        "done": tr("Done"),
        "skip": tr("Skip"),
        "todo": tr("To do"),
        "flag": tr("Flag"),
        "export": tr("Export…"),
        "remove": tr("Remove"),
    }
    return names[act]
