"""Ticks side by side, for few things: all of them at first."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from widgets.flow import FlowLayout
from widgets.tick_box import TickBox


class Checks(QWidget):
    """Where everything is ticked, nothing is restricted; nothing ticked would be an empty dataset."""

    changed = Signal()

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names` by what they stand for."""
        super().__init__()
        flow = FlowLayout(self, spacing=14)
        flow.setContentsMargins(0, 0, 0, 0)
        self.boxes: dict[str, TickBox] = {}
        for value, name in names.items():
            box = TickBox(name.replace("&", "&&"))
            box.setChecked(True)
            box.toggled.connect(self.changed)
            self.boxes[value] = box
            flow.addWidget(box)

    def none(self) -> bool:
        """Whether there is something to tick, and nothing is."""
        return bool(self.boxes) and not any(box.isChecked() for box in self.boxes.values())

    def chosen(self) -> tuple[str, ...]:
        """What is ticked; nothing where all is, which restricts nothing."""
        ticked = tuple(value for value, box in self.boxes.items() if box.isChecked())
        return () if len(ticked) == len(self.boxes) else ticked

    def choose(self, values: Collection[str]) -> None:
        """Tick these, as far as they are there; all where none of them is."""
        there = self.boxes.keys() & set(values)
        for value, box in self.boxes.items():
            box.setChecked(not there or value in there)
