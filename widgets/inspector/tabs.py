"""Under the card: all annotations of the article, its speakers, the guidelines, the notes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from app.values import display_value
from widgets.inspector.contents import Contents, Entry
from widgets.inspector.facts import Person, count_people, one_line, people, short_fact
from widgets.inspector.guidelines import Guidelines
from widgets.inspector.rows import Row, RowsModel, RowsView

# The tabs' names as a part of the interface's size.
_TAB_FONT = 0.92


class InspectorTabs(QTabWidget):
    """Lists that follow the article's contents. Only the tab in sight is brought up to date."""

    annotation_chosen = Signal(object)
    suggestion_chosen = Signal(object)

    def __init__(self, contents: Callable[[], Contents | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents = contents
        self._selected: int | None = None
        self._label: str | None = None
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Lists of the article"))
        self.tabBar().setAccessibleName(self.tr("Lists of the article"))
        self.tabBar().setObjectName("inspectorTabs")
        self.tabBar().setDrawBase(False)
        self._fit_tabs()
        self.tabBar().setExpanding(False)
        self._build_annotations()
        self._people = RowsModel(self._person_row, self)
        self._people_view = RowsView(self._people, self.tr("Speakers of the article"), lines=2)
        self._people_view.chosen.connect(self._choose_person)
        self.guidelines = Guidelines()
        self._notes = RowsModel(self._note_row, self)
        self._notes_view = RowsView(self._notes, self.tr("Annotations with notes"), lines=2)
        self._notes_view.chosen.connect(self.annotation_chosen)
        self.addTab(self._annotations_page, self.tr("Annotations"))
        self.addTab(self._people_view, self.tr("Speakers"))
        self.addTab(self.guidelines, self.tr("Guidelines"))
        self.addTab(self._notes_view, self.tr("Notes"))
        self.currentChanged.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Bring the counts and the tab in sight up to date."""
        contents = self._contents()
        annotations = contents.annotations if contents else {}
        self._count(0, self.tr("Annotations"), len(annotations))
        self._count(1, self.tr("Speakers"), count_people(contents) if contents else 0)
        self._count(3, self.tr("Notes"), sum(bool(a.note) for a in annotations.values()))
        self._show_suggestion_count(len(contents.suggestions) if contents else 0)
        match self.currentIndex():
            case 0:
                wanted = self._with_suggestions.isChecked()
                self._entries.show(contents.entries(with_suggestions=wanted) if contents else [])
                self._select_entry()
            case 1:
                self._people.show(people(contents) if contents else [])
            case 2:
                self._show_guidelines()
            case _:
                self._notes.show([a.id for a in contents.in_order() if a.note] if contents else [])

    def select(self, identifier: int | None, label: str | None) -> None:
        """Follow the selection: its line, and its label's guidelines."""
        self._selected, self._label = identifier, label
        if self.currentIndex() == 0:
            self._select_entry()
        elif self.currentIndex() == 2:
            self._show_guidelines()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """The tabs' font follows the interface's."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_tabs()

    def _fit_tabs(self) -> None:
        """A little smaller than the interface, so that four tabs stand side by side in a narrow panel."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _TAB_FONT)
        self.tabBar().setFont(font)

    def _build_annotations(self) -> None:
        self._entries = RowsModel(self._entry_row, self)
        self._entries_view = RowsView(self._entries, self.tr("Annotations in text order"))
        self._entries_view.chosen.connect(self._choose_entry)
        self._with_suggestions = QPushButton()
        self._with_suggestions.setProperty("chip", "filter")
        self._with_suggestions.setCheckable(True)
        self._with_suggestions.setAutoDefault(False)
        self._with_suggestions.toggled.connect(lambda _: self.refresh())
        line = QHBoxLayout()
        line.setContentsMargins(14, 6, 14, 2)
        line.addWidget(self._with_suggestions, 0, Qt.AlignmentFlag.AlignLeft)
        self._annotations_page = QWidget()
        layout = QVBoxLayout(self._annotations_page)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self._entries_view, 1)

    def _show_suggestion_count(self, count: int) -> None:
        self._with_suggestions.setText(self.tr("Suggestions {count}").format(count=count))
        self._with_suggestions.setAccessibleName(self.tr("List open suggestions too"))
        self._with_suggestions.setVisible(count > 0)

    def _count(self, tab: int, name: str, count: int) -> None:
        text = f"{name} {count}" if count else name
        if self.tabText(tab) != text:
            self.setTabText(tab, text)

    def _show_guidelines(self) -> None:
        contents = self._contents()
        if contents is None:
            self.guidelines.show_labels(())
            return
        label = contents.scheme.label(self._label) if self._label else None
        self.guidelines.show_labels((label,) if label else contents.scheme.labels)

    # -- rows -----------------------------------------------------------------------------------

    def _entry_row(self, key: object) -> Row:
        contents = self._contents()
        assert isinstance(key, Entry) and contents is not None
        if key.suggested:
            suggestion = contents.suggestions[key.id]
            label = contents.scheme.label(suggestion.label)
            fact = display_value(suggestion.attributes) or suggestion.suggester
            return Row(one_line(suggestion.text), fact, label=label, depth=key.depth, dim=True)
        annotation = contents.annotations[key.id]
        label = contents.scheme.label(annotation.label)
        return Row(one_line(annotation.text), short_fact(annotation, contents), label=label, depth=key.depth)

    def _person_row(self, key: object) -> Row:
        assert isinstance(key, Person)
        detail = " · ".join(part for part in (key.role, key.organisation) if part)
        return Row(key.name, self.tr("claims {count}").format(count=key.claims), detail, bold=True)

    def _note_row(self, key: object) -> Row:
        contents = self._contents()
        assert isinstance(key, int) and contents is not None
        annotation = contents.annotations[key]
        label = contents.scheme.label(annotation.label)
        return Row(one_line(annotation.note), "", one_line(annotation.text), label=label)

    def _choose_entry(self, key: object) -> None:
        assert isinstance(key, Entry)
        (self.suggestion_chosen if key.suggested else self.annotation_chosen).emit(key.id)

    def _choose_person(self, key: object) -> None:
        assert isinstance(key, Person)
        self.annotation_chosen.emit(key.mentions[0])

    def _select_entry(self) -> None:
        keys = self._entries.keys
        self._entries_view.select(
            next((key for key in keys if isinstance(key, Entry) and key.id == self._selected), None)
        )
