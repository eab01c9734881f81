"""Under the card: all annotations of the article, its speakers, the guidelines, the notes."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from app.values import display_value
from widgets.inspector.contents import Contents, Entry
from widgets.inspector.facts import count_people, one_line, short_fact
from widgets.inspector.rows import Row, RowsModel, RowsView
from widgets.inspector.speakers.page import SpeakersPage
from widgets.reasons import suggester_name

if TYPE_CHECKING:
    from widgets.inspector.guidelines import Guidelines

_Part = TypeVar("_Part", bound=QWidget)

# The key of the article's note among those of annotations, which are their ids.
_ARTICLE = 0
# The tabs' names as a part of the interface's size.
_TAB_FONT = 0.92


class InspectorTabs(QTabWidget):
    """Lists that follow the article's contents. Only the tab in sight is brought up to date."""

    annotation_chosen = Signal(object)
    suggestion_chosen = Signal(object)
    article_chosen = Signal()
    """The line of the article's own note."""

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
        self.speakers = SpeakersPage()
        self.speakers.mention_chosen.connect(self.annotation_chosen)
        self._notes = RowsModel(self._note_row, self)
        self.addTab(self._annotations_page, self.tr("Annotations"))
        self.addTab(self.speakers, self.tr("Speakers"))
        self._guidelines_page, self._notes_page = _empty_page(), _empty_page()
        self.addTab(self._guidelines_page, self.tr("Guidelines"))
        self.addTab(self._notes_page, self.tr("Notes"))
        self.currentChanged.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Bring the counts and the tab in sight up to date."""
        contents = self._contents()
        annotations = contents.annotations if contents else {}
        self._count(0, self.tr("Annotations"), len(annotations))
        self._count(1, self.tr("Speakers"), count_people(contents) if contents else 0)
        self._count(3, self.tr("Notes"), len(_notes(contents)) if contents else 0)
        self._show_suggestion_count(len(contents.suggestions) if contents else 0)
        match self.currentIndex():
            case 0:
                wanted = self._with_suggestions.isChecked()
                self._entries.show(contents.entries(with_suggestions=wanted) if contents else [])
                self._select_entry()
            case 1:
                self.speakers.show_contents(contents)
            case 2:
                self._show_guidelines()
            case _:
                self._notes.show(_notes(contents) if contents else [])
                self._notes_view.show()

    def show_top(self) -> None:
        """Show the lists from their first line: another article is shown."""
        self._entries_view.scrollToTop()
        if self._notes.keys:
            self._notes_view.scrollToTop()

    def select(self, identifier: int | None, label: str | None) -> None:
        """Follow the selection: its line, and its label's guidelines."""
        self._selected, self._label = identifier, label
        if self.currentIndex() == 0:
            self._select_entry()
        elif self.currentIndex() == 2:
            self._show_guidelines()

    def open_tab(self, number: int) -> None:
        """Show the tab of that place (from 1) and put the focus into it."""
        if 1 <= number <= self.count():
            self.setCurrentIndex(number - 1)
            page = self.currentWidget()
            inside = [page, *page.findChildren(QWidget)]
            views = [widget for widget in inside if isinstance(widget, QAbstractItemView)]
            reached = (w for w in (*views, *inside) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
            next((w for w in reached if w.isVisible()), self.tabBar()).setFocus(
                Qt.FocusReason.ShortcutFocusReason
            )

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

    # Two pages are made when they are first in sight: they take a fortieth of the way to the first paint.

    @cached_property
    def guidelines(self) -> "Guidelines":
        """What the scheme says of its labels."""
        from widgets.inspector.guidelines import Guidelines

        return _put(Guidelines(), self._guidelines_page)

    @cached_property
    def _notes_view(self) -> RowsView:
        view = RowsView(self._notes, self.tr("Notes on the article and its annotations"), lines=2)
        view.chosen.connect(self._choose_note)
        return _put(view, self._notes_page)

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
        self._with_suggestions.setText(self.tr("Suggestions {number}").format(number=count))
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
            fact = display_value(suggestion.attributes) or suggester_name(suggestion.suggester)
            return Row(one_line(suggestion.text), fact, label=label, depth=key.depth, dim=True)
        annotation = contents.annotations[key.id]
        label = contents.scheme.label(annotation.label)
        return Row(
            one_line(annotation.text),
            short_fact(annotation, contents),
            label=label,
            depth=key.depth,
            sure=annotation.confidence,
        )

    def _note_row(self, key: object) -> Row:
        contents = self._contents()
        assert isinstance(key, int) and contents is not None
        if key == _ARTICLE:
            note = contents.assessment.note if contents.assessment else ""
            return Row(one_line(note), "", self.tr("On the article"))
        annotation = contents.annotations[key]
        label = contents.scheme.label(annotation.label)
        return Row(one_line(annotation.note), "", one_line(annotation.text), label=label)

    def _choose_entry(self, key: object) -> None:
        assert isinstance(key, Entry)
        (self.suggestion_chosen if key.suggested else self.annotation_chosen).emit(key.id)

    def _choose_note(self, key: object) -> None:
        if key == _ARTICLE:
            self.article_chosen.emit()
        else:
            self.annotation_chosen.emit(key)

    def _select_entry(self) -> None:
        keys = self._entries.keys
        self._entries_view.select(
            next((key for key in keys if isinstance(key, Entry) and key.id == self._selected), None)
        )


def _empty_page() -> QWidget:
    page = QWidget()
    QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
    return page


def _put(part: _Part, page: QWidget) -> _Part:
    """Put the part into the page, in sight if that is: the layout would show it only later."""
    inside = page.layout()
    assert inside is not None
    inside.addWidget(part)
    part.show()
    return part


def _notes(contents: Contents) -> list[int]:
    """Ids of what has a note: first the article, then annotations in text order."""
    on_article = [_ARTICLE] if contents.assessment and contents.assessment.note else []
    return [*on_article, *(a.id for a in contents.in_order() if a.note)]
