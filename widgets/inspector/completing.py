"""What a line offers while one types in it: the values that have what was typed, or those a search finds."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

_MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Searched:
    """Values that are not known beforehand: each time something is typed they are searched for."""

    search: Callable[[str], Sequence[str]]
    """The values for what was typed, the likeliest first."""


def completer(offered: Iterable[str] | Searched, line: QLineEdit) -> QCompleter:
    """A completer for the line, which owns it."""
    if isinstance(offered, Searched):
        return _SearchCompleter(offered, line)
    made = QCompleter(sorted(set(offered)), line)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    return made


class _SearchCompleter(QCompleter):
    """Shows what the search finds, unfiltered: `Akhm` is no part of `Ахметов`."""

    def __init__(self, offered: Searched, line: QLineEdit) -> None:
        self._found = QStringListModel()
        super().__init__(self._found, line)
        self._offered = offered
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_MOST_SHOWN)
        line.textEdited.connect(self._fill)

    def _fill(self, typed: str) -> None:
        """Search, before the line opens its list; nothing is offered for a value typed in full."""
        found = list(self._offered.search(typed))[:_MOST_SHOWN] if typed.strip() else []
        self._found.setStringList([] if found == [typed] else found)
