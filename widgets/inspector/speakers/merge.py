"""Merging two entries of the registry: choose the other by typing; what it touches is said beforehand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.speaker import Speaker
from app.speakers import Registry, likely_same
from widgets import theme
from widgets.dialogs.frame import Dialog, sentence
from widgets.inspector.facts import shown_value
from widgets.inspector.rows import Row, RowsModel
from widgets.inspector.speakers.lists import ChoosingView
from widgets.tick_box import TickBox

_WIDTH, _HEIGHT = 520, 460


class MergeDialog(Dialog):
    """`keep()` and `gone()` hold after it was accepted."""

    def __init__(
        self,
        registry: Registry,
        speaker: Speaker,
        other: int | None,
        count: Callable[[str], int],
        parent: QWidget | None = None,
    ) -> None:
        """`other` is chosen from the start; `count` tells how many own marks bear a name."""
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Merge “{name}” with…").format(name=speaker.name))
        self._registry, self._speaker, self._count = registry, speaker, count
        self._alike = [candidate.speaker.id for candidate in likely_same(registry, speaker)]
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Type a name, in any script"))
        self._search.setAccessibleName(self.tr("The speaker to merge with"))
        self._search.textChanged.connect(lambda _: self._fill())
        self._search.installEventFilter(self)
        self._rows = RowsModel(self._row, self)
        self._view = ChoosingView(self._rows, self.tr("Speakers to merge with"))
        self._view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._view.selectionModel().currentChanged.connect(lambda *_: self._say())
        self._other_name = TickBox()
        self._other_name.toggled.connect(lambda _: self._say())
        self._what = sentence(kind="soft")
        for widget in (self._search, self._view, self._other_name, self._what):
            self.column.addWidget(widget)
        self._do = self.add_main(self.tr("Merge"))
        self._do.clicked.connect(self.accept)
        self.add_close(self.tr("Cancel"))
        self.resize(theme.enlarged(_WIDTH), theme.enlarged(_HEIGHT))
        self._fill()
        if other is not None:
            self._view.select(other)
        self._search.setFocus()

    def keep(self) -> int:
        """Id of the entry that stays."""
        return self._pair()[0].id

    def gone(self) -> int:
        """Id of the entry that goes into it."""
        return self._pair()[1].id

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The arrow keys move in the list while one types; Enter merges."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            if event.key() in moves:
                self._view.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        typed = self._search.text()
        found = [speaker.id for speaker in self._registry.search(typed)]
        first = [speaker_id for speaker_id in self._alike if not typed or speaker_id in set(found)]
        likely = set(first)
        keys: Sequence[int] = [*first, *(i for i in found if i not in likely and i != self._speaker.id)]
        self._rows.show(keys)
        self._view.select(keys[0] if keys else None)
        self._say()

    def _row(self, key: object) -> Row:
        speaker = self._registry.get(key) if isinstance(key, int) else None
        if speaker is None:
            return Row("")
        hint = self.tr("likely the same") if speaker.id in self._alike else ""
        detail = ", ".join(speaker.forms) or shown_value(speaker.kind)
        return Row(speaker.name, hint, detail, bold=bool(hint))

    def _chosen(self) -> Speaker | None:
        index = self._view.currentIndex()
        return self._registry.get(self._rows.keys[index.row()]) if index.isValid() else None

    def _pair(self) -> tuple[Speaker, Speaker]:
        chosen = self._chosen()
        assert chosen is not None
        return (chosen, self._speaker) if self._other_name.isChecked() else (self._speaker, chosen)

    def _say(self) -> None:
        """Say what the merge would touch."""
        chosen = self._chosen()
        self._do.setEnabled(chosen is not None)
        self._other_name.setVisible(chosen is not None)
        if chosen is None:
            self._what.setText(self.tr("There is no other speaker of this name."))
            return
        keep, gone = self._pair()
        self._other_name.setText(self.tr("Keep the name “{name}”").format(name=chosen.name))
        words = self.tr(
            "“{gone}” goes into “{keep}”. Your annotations that get the name: {marks}. Forms that go along: "
            "{forms}. Posts: {posts}. One undo takes it all back."
        )
        self._what.setText(
            words.format(
                gone=gone.name,
                keep=keep.name,
                marks=self._count(gone.name),
                forms=len(gone.forms) + 1,
                posts=len(gone.posts),
            )
        )
