"""The tab of speakers: those of the article first, then the whole registry; a search as you type."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.names import folded_words
from app.speaker import Speaker
from app.speakers import Registry
from widgets.clearing import add_clear_button
from widgets.inspector.contents import Contents
from widgets.inspector.facts import Person, people, shown_value
from widgets.inspector.rows import Row, RowsModel, RowsView
from widgets.wrapped_text import WrappedText


@dataclass(frozen=True, slots=True)
class Here:
    """A speaker of the article, and the registry's entry where it has one."""

    speaker: int | None
    person: Person


Line = Here | int
"""A line of the list: a speaker of the article, or else the id of an entry. Thousands are compared."""


class SpeakersPage(QWidget):
    """Shows the registry and what the article has of it; what is to be done goes out as signals."""

    speaker_chosen = Signal(object)
    """Id of the entry whose card is to be shown."""
    entered = Signal()
    """Enter: the focus is to go into the card shown."""
    mention_chosen = Signal(object)
    """Annotation id: the first mention of a speaker the registry does not have."""
    new_requested = Signal(str)
    """The name of an entry to be made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._registry = Registry()
        self._contents: Contents | None = None
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search all speakers, in any script"))
        self._search.setAccessibleName(self.tr("Search speakers"))
        add_clear_button(self._search)
        self._search.textChanged.connect(lambda _: self._fill())
        self._search.installEventFilter(self)
        self._new = QPushButton()
        self._new.setProperty("quiet", True)
        self._new.setAutoDefault(False)
        self._new.clicked.connect(self._make)
        self._lines = RowsModel(self._row, self)
        self._view = _SpeakersView(self._lines, self.tr("Speakers"))
        self._view.chosen.connect(self._choose)
        self._view.entered_line.connect(self._enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        top.setSpacing(4)
        top.addWidget(self._search)
        top.addWidget(self._new, 0, Qt.AlignmentFlag.AlignLeft)
        self._empty = WrappedText(tone="soft")
        top.addWidget(self._empty)
        layout.addLayout(top)
        layout.addWidget(self._view, 1)
        self._fill()

    def set_registry(self, registry: Registry) -> None:
        """Show this registry from now on."""
        self._registry = registry

    def show_contents(self, contents: Contents | None) -> None:
        """Show the registry as it is, with the speakers of this article first."""
        self._contents = contents
        self._fill()

    def refresh(self) -> None:
        """The registry has changed."""
        self._fill()

    def clear_search(self) -> None:
        """Show all again."""
        self._search.clear()

    def select(self, speaker_id: int | None) -> None:
        """Make the entry's line the current one."""
        self._view.select(next((line for line in self._lines.keys if _entry_of(line) == speaker_id), None))

    def focus_search(self) -> None:
        """Put the focus into the search, ready to type."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        """Put the focus into the list."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """From the search, Down goes into the list, Enter opens the first line found, Esc clears."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open_first()
                return True
            if key == Qt.Key.Key_Down and self._lines.keys:
                self.focus_list()
                self._take(0)
                return True
            if key == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
        return super().eventFilter(watched, event)

    # -- helpers --------------------------------------------------------------------------------

    def _fill(self) -> None:
        typed = " ".join(self._search.text().split())
        current = self._view.currentIndex()
        before = self._lines.keys[current.row()] if current.isValid() else None
        self._lines.show(_lines(self._registry, self._contents, typed))
        if before is not None:
            self._view.select(before)
        self._new.setText(self.tr("New speaker “{name}”").format(name=typed))
        self._new.setVisible(bool(typed) and self._registry.resolve(typed) is None)
        self._empty.set_text(
            self.tr("Nobody of this name yet. Enter adds it.")
            if typed
            else self.tr("Speakers come here by themselves, once a name is given on a speaker's card.")
        )
        self._empty.setVisible(not self._lines.keys)

    def _row(self, key: object) -> Row:
        person = key.person if isinstance(key, Here) else None
        entry_id = _entry_of(key)
        speaker = None if entry_id is None else self._registry.get(entry_id)
        fact = self.tr("claims {number}").format(number=person.claims) if person else ""
        detail = _detail(person, speaker, self._day())
        if speaker is not None:
            return Row(speaker.name, fact, detail or shown_value(speaker.kind), bold=person is not None)
        return Row(person.name if person else "", fact, detail or self.tr("not in the registry"), bold=True)

    def _day(self) -> str | None:
        return self._contents.article.published if self._contents else None

    def _choose(self, key: object) -> None:
        entry_id = _entry_of(key)
        if entry_id is not None:
            self.speaker_chosen.emit(entry_id)
        elif isinstance(key, Here):
            self.mention_chosen.emit(key.person.mentions[0])

    def _enter(self, key: object) -> None:
        self._choose(key)
        if _entry_of(key) is not None:
            self.entered.emit()

    def _open_first(self) -> None:
        if self._lines.keys:
            self._view.select(self._lines.keys[0])
            self._enter(self._lines.keys[0])
        else:
            self._make()

    def _take(self, row: int) -> None:
        self._view.select(self._lines.keys[row])
        self._choose(self._lines.keys[row])

    def _make(self) -> None:
        if name := self._search.text().strip():
            self.new_requested.emit(name)


class _SpeakersView(RowsView):
    """Arrow keys and clicks show a card; Enter goes into it."""

    entered_line = Signal(object)

    def __init__(self, model: RowsModel, name: str) -> None:
        super().__init__(model, name, lines=2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes into the card of the current line."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if index.isValid():
                self.entered_line.emit(self._rows.keys[index.row()])
        else:
            super().keyPressEvent(event)


def _lines(registry: Registry, contents: Contents | None, typed: str) -> list[Line]:
    """The article's speakers by first mention, then the entries by name; those that fit what was typed."""
    here = _of_article(registry, contents)
    found = [speaker.id for speaker in registry.search(typed)] if typed else registry.ids()
    fitting = set(found)
    first = [
        line
        for line in here
        if (line.speaker in fitting if line.speaker is not None else _begins(line.person.name, typed))
    ]
    shown = {line.speaker for line in here}
    return [*first, *(speaker_id for speaker_id in found if speaker_id not in shown)]


def _entry_of(line: object) -> int | None:
    """The id of the entry a line is of."""
    return line.speaker if isinstance(line, Here) else line if isinstance(line, int) else None


def _begins(name: str, typed: str) -> bool:
    """Whether words of the name begin with those typed."""
    words = folded_words(name)
    return all(any(word.startswith(part) for word in words) for part in folded_words(typed))


def _of_article(registry: Registry, contents: Contents | None) -> list[Here]:
    """A line for each speaker of the article; mentions by another name of one entry are one."""
    lines: dict[int | str, Here] = {}
    for person in people(contents) if contents else ():
        entry = registry.resolve(person.name)
        key: int | str = person.name if entry is None else entry.id
        known = person if key not in lines else _both(lines[key].person, person)
        lines[key] = Here(None if entry is None else entry.id, known)
    return list(lines.values())


def _both(first: Person, other: Person) -> Person:
    return replace(
        first,
        role=first.role or other.role,
        organisation=first.organisation or other.organisation,
        mentions=(*first.mentions, *other.mentions),
        claims=first.claims + other.claims,
    )


def _detail(person: Person | None, speaker: Speaker | None, day: str | None) -> str:
    """Role and organisation, as the article gives them or as of its day, and the other forms of the name."""
    said: Sequence[str] = (person.role, person.organisation) if person else ()
    post = speaker.post_on(day) if speaker and not any(said) else None
    if post is not None:
        said = (post.role, post.organisation)
    forms = ", ".join(speaker.forms) if speaker else ""
    return " · ".join(filter(None, (*said, forms)))
