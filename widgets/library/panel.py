"""The library panel: search as you type, filters, order, and the list of articles, by keyboard alone."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.changes import Step
from app.project import ArticleQuery, Project
from app.saved_filters import SavedFilter, saved_filter
from app.scheme import Scheme
from widgets.clearing import add_clear_button
from widgets.elided import ElidedLabel
from widgets.library.chosen import Chosen, Offered
from widgets.library.delegate import ArticleDelegate
from widgets.library.empty import EmptyState
from widgets.library.filters import FilterBar
from widgets.library.following import Tally, at_the_end, moves_rows
from widgets.library.list_view import ArticleList
from widgets.library.model import ArticleModel
from widgets.library.order import OrderButton
from widgets.library.selection_bar import ALONE, KEYS, SelectionBar
from widgets.texts import shown_count, tr

# Milliseconds without a key before the search runs: below the pause between words, above that inside one.
DEBOUNCE = 120
# Steps of an import arrive many a second; the list asks the project again at most this often.
REQUERY_EVERY = 250
MIN_WIDTH = 240


class LibraryPanel(QWidget):
    """All articles of a project. Chooses; changes nothing."""

    article_chosen = Signal(object)
    """Article id: a row was clicked, Enter pressed, or the arrow keys came to rest on it."""
    import_requested = Signal()
    """The empty state's button."""
    listed = Signal()
    """Other articles are listed, or in another order."""
    act_requested = Signal(str, object)
    """An `Act` of the selection bar, and the ids of the articles it is about, in the list's order."""
    saved_chosen = Signal(int)
    """Place of a saved filter among those of `show_saved`."""
    save_requested = Signal()
    """The search is to be kept under a name."""
    manage_requested = Signal()
    """The saved filters are to be shown."""

    def __init__(
        self, project: Project, annotator: str, scheme: Scheme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._annotator = annotator
        self._query = ArticleQuery(annotator=annotator)
        self._tally = Tally(annotator)
        self._kept: int | None = None
        self._gone: tuple[int, int] | None = None
        self._stale = False
        self._appended: list[int] = []
        self._outdated = False
        self._build(scheme)
        self._debounce = _timer(self, DEBOUNCE, self.search)
        self._later = _timer(self, REQUERY_EVERY, self._requery)
        self._since_query = QElapsedTimer()
        self.refresh()

    # -- for the window -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read everything anew: counts, ids and rows."""
        self._tally.begin(self._project.counts(self._annotator))
        self._model.forget_all()
        self._find()
        self._show_counts()

    def on_step(self, step: Step) -> None:
        """Bring up to date what the step names: its rows, the counts, and which articles are listed."""
        self._tally.follow(step)
        for change in step.of(Scheme):
            if isinstance(change.after, Scheme):
                self._show_scheme(change.after)
        self._model.forget(step.articles())
        self._show_counts()
        if moves_rows(self._query, step):
            new = at_the_end(self._query, step)
            self._appended += new
            self._outdated = self._outdated or not new
            if self._since_query.hasExpired(REQUERY_EVERY):
                self._requery()
            elif not self._later.isActive():
                self._later.start()

    def on_suggestions(self, article_id: int) -> None:
        """Bring the article's row up to date after its suggestions were computed anew."""
        self._model.forget((article_id,))

    def hide_suggestions(self, hides: Callable[[int], bool]) -> None:
        """Do not tell of open suggestions in the articles of which this is true."""
        self._model.hide_suggestions(hides)

    def select_article(self, article_id: int | None) -> None:
        """Show the article as the current one, without saying it was chosen."""
        row = None if article_id is None else self._model.row_of(article_id)
        self._list.show_row(row)
        if self._kept is not None and self._kept != article_id:
            self._outdated = True
            self._requery()

    def current_article(self) -> int | None:
        """Id of the current row's article, or None."""
        row = self._list.currentIndex().row()
        return self._model.id_at(row)

    def neighbour(self, article_id: int, step: int) -> int | None:
        """The article `step` rows below (negative: above) in the list as shown; None past an end.

        From the current article that was just removed, they are counted from the place it had.
        """
        row = self._model.row_of(article_id)
        if row is None and self._gone is not None and self._gone[0] == article_id:
            row = self._gone[1] - (step > 0)
        return None if row is None else self._model.id_at(row + step)

    def survivor(self, article_id: int, gone: Collection[int]) -> int | None:
        """The nearest article of the list that is not in `gone`: below this one before above."""
        row = self._model.row_of(article_id)
        if row is None:
            return None
        around = chain(self._model.keys[row + 1 :], reversed(self._model.keys[:row]))
        return next((key for key in around if key not in gone), None)

    def position(self, article_id: int) -> tuple[int, int]:
        """(14, 300): its place, counted from 1 (0: it is not listed), and the list's length."""
        row = self._model.row_of(article_id)
        return (0 if row is None else row + 1, len(self._model.keys))

    def search(self) -> None:
        """Show what the search box, the filters and the order ask for, at once."""
        self._debounce.stop()
        self._query = replace(
            self._filters.restrict(self._query),
            words=self._search_box.text().strip(),
            order=self._order.order(),
            descending=self._order.descending(),
        )
        self._find()

    def show_only(self, title: str, article_ids: Sequence[int]) -> None:
        """Show just these articles, under a chip that says what they have in common."""
        self._set_search("", Chosen(ArticleQuery(only=tuple(article_ids)), only=title))

    def selected_articles(self) -> list[int]:
        """The articles selected in the list, in its order; at least the current one, where there is one."""
        selected = self._list.selected_ids()
        current = self.current_article()
        return selected or ([] if current is None else [current])

    def listed_articles(self) -> list[int]:
        """What the search and the filters leave, in the list's order; none where nothing restricts."""
        self._search_now()
        restricted = bool(self._query.words) or self._filters.restricts()
        return list(self._model.keys) if restricted else []

    def several_selected(self) -> list[int]:
        """The selected articles, in the list's order, if they are more than one; else none."""
        return self._several()

    def search_text(self) -> str:
        """What stands in the search box."""
        return self._search_box.text().strip()

    def has_focus(self) -> bool:
        """Whether keys go to the list."""
        return self._list.hasFocus()

    def saved_search(self, name: str) -> SavedFilter:
        """What is searched now: words, filters and order. UserError: the name is empty."""
        self._search_now()
        return saved_filter(name, self._query, self._filters.chosen().recent)

    def apply(self, saved: SavedFilter) -> None:
        """Search as saved, as of today."""
        query = saved.query_on(date.today())
        with QSignalBlocker(self._order):
            self._order.set_order(query.order, descending=query.descending)
        self._set_search(query.words, Chosen(query, saved.recent))

    def show_saved(self, saved: Sequence[tuple[str, str]]) -> None:
        """Offer these saved filters: the name and the key of each."""
        self._filters.show_saved(saved)

    def focus_search(self) -> None:
        """Put the caret into the search box, its text selected."""
        self._search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search_box.selectAll()

    def focus_list(self) -> None:
        """Go to the list, to its current row or its first."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._list.currentIndex().isValid() and self._model.keys:
            self._list.go_to(0)

    # -- building -------------------------------------------------------------------------------

    def _build(self, scheme: Scheme) -> None:
        self.setObjectName("library")
        self.setMinimumWidth(MIN_WIDTH)
        self.setAccessibleName(self.tr("Library"))
        self._search_box = QLineEdit()
        self._search_box.setObjectName("librarySearch")
        self._search_box.setAccessibleName(self.tr("Search articles"))
        add_clear_button(self._search_box)
        self._search_box.textChanged.connect(lambda: self._debounce.start())
        self._search_box.installEventFilter(self)
        self._filters = FilterBar(scheme, self._offered)
        self._filters.changed.connect(self.search)
        self._filters.saved_chosen.connect(self.saved_chosen)
        self._filters.save_requested.connect(self.save_requested)
        self._filters.manage_requested.connect(self.manage_requested)
        self._found = ElidedLabel()
        self._found.setProperty("kind", "soft")
        self._order = OrderButton()
        self._order.changed.connect(self.search)
        self._model = ArticleModel(self._project, self._annotator, self)
        self._delegate = ArticleDelegate(scheme)
        self._list = ArticleList(self._model, self._delegate)
        self._list.chosen.connect(self.article_chosen)
        self._list.left.connect(self._leave_list)
        self._list.selection_changed.connect(self._show_selection)
        self._list.pressed_key.connect(self._on_key)
        self._bar = SelectionBar()
        self._bar.wanted.connect(self._request)
        self._empty = EmptyState()
        self._empty.import_requested.connect(self.import_requested)
        self._empty.clear_requested.connect(self._clear)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        top = QVBoxLayout()
        top.setContentsMargins(10, 10, 10, 4)
        top.setSpacing(8)
        top.addWidget(self._search_box)
        top.addWidget(self._filters)
        line = QHBoxLayout()
        line.addWidget(self._found)
        line.addStretch(1)
        line.addWidget(self._order)
        top.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._bar)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Ask nothing while out of sight: the project may be closed before the panel is gone."""
        self._stale = self._debounce.isActive() or self._later.isActive()
        self._debounce.stop()
        self._later.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Make up for what was not asked meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """In the search box: Down goes to the list, Enter chooses the first, Esc clears."""
        if watched is self._search_box and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._search_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _search_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self._search_now()
            self.focus_list()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._search_now()
            self.focus_list()
            self._list.choose_current()
            return True
        if key == Qt.Key.Key_Escape and self._search_box.text():
            self._search_box.clear()
            self.search()
            return True
        return False

    # -- finding --------------------------------------------------------------------------------

    def _search_now(self) -> None:
        """Run a search that still waits for the next key."""
        if self._debounce.isActive():
            self.search()

    def _find(self) -> None:
        current = self.current_article()
        self._kept = None
        self._show_words(self._query.words)
        ids = self._project.find(self._query)
        selected = self._several()
        self._model.reset_to(ids)
        self._found_again()
        self._list.show_row(None if current is None else self._model.row_of(current))
        self._select_again(selected)

    def _set_search(self, words: str, chosen: Chosen) -> None:
        """Search for these words with these filters, at once."""
        self._search_box.setText(words)
        with QSignalBlocker(self._filters):
            self._filters.choose(chosen)
        self.search()

    def _show_words(self, words: str) -> None:
        """Rows have a line for a snippet while words are searched."""
        self._model.search_for(words)
        if self._delegate.searching != bool(words):
            self._delegate.searching = bool(words)
            self._list.scheduleDelayedItemsLayout()

    def _requery(self) -> None:
        """Follow what changed; the current article stays in the list though it no longer matches.

        What an import brought is put at the end: to ask for 30,000 ids anew takes too long while it runs.
        """
        ids = self._project.find(self._query) if self._outdated else [*self._model.keys, *self._appended]
        current, row = self.current_article(), self._list.currentIndex().row()
        self._kept = None
        if current is not None and current not in ids:
            if self._model.summary(row) is not None:
                # After those that were above it and still are: bulk acts take out more than this one.
                listed = set(ids)
                ids.insert(sum(key in listed for key in self._model.keys[:row]), current)
                self._kept = current
            else:
                self._gone = (current, row)
        selected = self._several()
        self._list.quietly(lambda: self._model.change_to(ids))
        self._found_again()
        self._select_again(selected)

    def _found_again(self) -> None:
        self._later.stop()
        self._appended, self._outdated = [], False
        self._since_query.start()
        found, articles = len(self._model.keys), self._tally.articles
        told = shown_count(found) if found == articles else self.tr("{found} of {all}")
        self._found.setText(told.format(found=shown_count(found), all=shown_count(articles)))
        self._empty.show_reason(empty_project=not articles, words=self._query.words)
        self._stack.setCurrentWidget(self._list if found else self._empty)
        self.listed.emit()

    def _clear(self) -> None:
        """Show all articles again."""
        self._search_box.clear()
        self._filters.clear()
        self.search()
        self._search_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_list(self, key: Qt.Key) -> None:
        """Esc lets go of several rows, else clears the search; Up from the first row leads to the search."""
        if key == Qt.Key.Key_Escape and self._list.selected_count() > 1:
            self._list.select_only_current()
        elif key == Qt.Key.Key_Escape and self._search_box.text():
            self._search_box.clear()
            self.search()
        elif key == Qt.Key.Key_Up:
            self.focus_search()

    # -- several articles -----------------------------------------------------------------------

    def _several(self) -> list[int]:
        """The selected articles, if they are more than one."""
        return self._list.selected_ids() if self._list.selected_count() > 1 else []

    def _select_again(self, article_ids: list[int]) -> None:
        """Select what is still listed of these; a single one is the current row's own affair."""
        listed = [article_id for article_id in article_ids if self._model.row_of(article_id) is not None]
        if len(listed) > 1:
            self._list.select_ids(listed)

    def _show_selection(self) -> None:
        before = self._bar.isVisible()
        self._bar.show_count(self._list.selected_count())
        if self._bar.isVisible() and not before:
            QTimer.singleShot(0, self._list, lambda: self._list.scrollTo(self._list.currentIndex()))

    def _on_key(self, pressed: str) -> None:
        act = KEYS.get(pressed)
        if act is not None and (act in ALONE or self._list.selected_count() > 1):
            self._request(act)

    def _request(self, act: str) -> None:
        if article_ids := self.selected_articles():
            self.act_requested.emit(act, article_ids)

    # -- what is shown beside the list ------------------------------------------------------------

    def _show_counts(self) -> None:
        self._filters.show_counts(self._tally.by_status)
        count = self._tally.articles
        self._search_box.setPlaceholderText(tr("Search {count} articles", "", count))

    def _show_scheme(self, scheme: Scheme) -> None:
        self._delegate.scheme = scheme
        self._filters.show_scheme(scheme)
        self._list.viewport().update()

    def _offered(self) -> Offered:
        counts = self._project.counts(self._annotator)
        return Offered(languages=counts.by_language, sites=counts.by_site)


def _timer(parent: QObject, milliseconds: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
