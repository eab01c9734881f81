"""All keys on one page (F1), made from the declared actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets import theme
from widgets.actions import CARET_KEYS, MENUS, Actions
from widgets.dialogs.frame import Dialog, sentence
from widgets.screens import room_for
from widgets.texts import translated

_COLUMNS = 3
# Pixels at 100 %: the longest keys, so that what they do begins at one edge in every group.
_KEYS_WIDTH = 106
# Pixels: what the dialog is opened with; it is wider where the words are longer.
_WIDTH, _HEIGHT = 1080, 640


class KeysDialog(Dialog):
    """A group for each menu, in columns of about the same height."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Keys"))
        self.column.addWidget(
            sentence(
                self.tr(
                    "Keys go by their place on the keyboard: they work on Russian and Kazakh layouts "
                    "without switching."
                ),
                "soft",
            )
        )
        held = self._held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(34)
        for groups in _balanced(self._groups(actions)):
            column = QVBoxLayout()
            column.setSpacing(16)
            for title, entries in groups:
                column.addLayout(_group(title, entries))
            column.addStretch(1)
            row.addLayout(column)
        area = QScrollArea()
        area.setWidget(held)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setObjectName("reading")
        area.setAccessibleName(self.tr("Keys"))
        self.column.addWidget(area, 1)
        self.add_close(self.tr("Close")).setDefault(True)
        area.horizontalScrollBar().rangeChanged.connect(lambda _, missing: self._widen(missing))
        self.resize(theme.enlarged(_WIDTH), theme.enlarged(_HEIGHT))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Lay the columns out anew: only what is shown has the size that the style sheet gives it."""
        super().showEvent(event)
        columns = self._held.layout()
        assert columns is not None
        columns.invalidate()
        columns.activate()

    def _widen(self, missing: int) -> None:
        """Be wider by so many pixels, as far as the window below is."""
        below = self.parentWidget()
        most = max(theme.enlarged(_WIDTH), below.width() if below is not None else 0)
        self.resize(min(self.width() + missing, most, room_for(self).width()), self.height())

    def _groups(self, actions: Actions) -> list[tuple[str, list[tuple[str, str]]]]:
        caret = [(shown, translated(text)) for shown, text in CARET_KEYS]
        groups = [(self.tr("Caret in the article"), caret)]
        for menu in MENUS:
            entries = [
                (shown, actions.text_of(action))
                for action in actions.of_menu(menu)
                if (shown := actions.shown_key(action.id)) and actions.qt(action.id).isVisible()
            ]
            groups.append((translated(menu), entries))
        return groups


def _balanced(
    groups: list[tuple[str, list[tuple[str, str]]]],
) -> list[list[tuple[str, list[tuple[str, str]]]]]:
    """Deal the groups, in order, to columns of about the same number of lines."""
    total = sum(len(entries) + 2 for _, entries in groups)
    columns: list[list[tuple[str, list[tuple[str, str]]]]] = [[]]
    lines = 0
    for group in groups:
        height = len(group[1]) + 2
        if columns[-1] and lines + height / 2 > total / _COLUMNS * len(columns) and len(columns) < _COLUMNS:
            columns.append([])
        columns[-1].append(group)
        lines += height
    return columns


def _group(title: str, entries: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    heading = QLabel(title)
    heading.setProperty("kind", "section")
    grid.addWidget(heading, 0, 0, 1, 2)
    for line, (shown, text) in enumerate(entries, 1):
        cap = QLabel(shown)
        cap.setProperty("kind", "key")
        grid.addWidget(cap, line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(QLabel(text), line, 1)
    grid.setColumnMinimumWidth(0, theme.enlarged(_KEYS_WIDTH))
    grid.setColumnStretch(1, 1)
    return grid
