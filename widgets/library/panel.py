"""The library panel: search as you type, filters, order, and the list of articles, by keyboard alone."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.annotation import Annotation, ArticleStatus, Status
from app.article import Article
from app.changes import Change, Step
from app.project import ArticleQuery, Project
from app.scheme import Scheme
from app.suggestion import Suggestion
from widgets.library.delegate import ArticleDelegate
from widgets.library.empty import EmptyState
from widgets.library.filters import FilterBar, Offered
from widgets.library.list_view import ArticleList
from widgets.library.model import ArticleModel
from widgets.library.order import OrderButton
from widgets.library.words import shown_count

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

    def __init__(
        self, project: Project, annotator: str, scheme: Scheme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._annotator = annotator
        self._query = ArticleQuery(annotator=annotator)
        self._by_status: dict[str, int] = {}
        self._articles = 0
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
        counts = self._project.counts(self._annotator)
        self._articles = counts.articles
        self._by_status = dict(counts.by_status)
        # An article without a status is to do, whether or not the project counts it as such.
        others = sum(n for status, n in self._by_status.items() if status != Status.TODO)
        self._by_status[Status.TODO] = counts.articles - others
        self._model.forget_all()
        self._find()
        self._show_counts()

    def on_step(self, step: Step) -> None:
        """Bring up to date what the step names: its rows, the counts, and which articles are listed."""
        for change in step.changes:
            self._count(change)
            if isinstance(change.after, Scheme):
                self._show_scheme(change.after)
        self._model.forget(step.articles())
        self._show_counts()
        if self._moves_rows(step.changes):
            new = self._at_the_end(step)
            self._appended += new
            self._outdated = self._outdated or not new
            if self._since_query.hasExpired(REQUERY_EVERY):
                self._requery()
            elif not self._later.isActive():
                self._later.start()

    def on_suggestions(self, article_id: int) -> None:
        """Bring the article's row up to date after its suggestions were computed anew."""
        self._model.forget((article_id,))

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

    def focus_search(self) -> None:
        """Put the caret into the search box, its text selected."""
        self._search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search_box.selectAll()

    def focus_list(self) -> None:
        """Go to the list, to its current row or its first."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._list.currentIndex().isValid() and self._model.keys:
            self._list.setCurrentIndex(self._model.index(0))

    # -- building -------------------------------------------------------------------------------

    def _build(self, scheme: Scheme) -> None:
        self.setObjectName("library")
        self.setMinimumWidth(MIN_WIDTH)
        self.setAccessibleName(self.tr("Library"))
        self._search_box = QLineEdit()
        self._search_box.setObjectName("librarySearch")
        self._search_box.setAccessibleName(self.tr("Search articles"))
        self._search_box.setClearButtonEnabled(True)
        self._search_box.textChanged.connect(lambda: self._debounce.start())
        self._search_box.installEventFilter(self)
        self._filters = FilterBar(scheme, self._offered)
        self._filters.changed.connect(self.search)
        self._found = QLabel()
        self._found.setProperty("kind", "soft")
        self._order = OrderButton()
        self._order.changed.connect(self.search)
        self._model = ArticleModel(self._project, self._annotator, self)
        self._delegate = ArticleDelegate(scheme)
        self._list = ArticleList(self._model, self._delegate)
        self._list.chosen.connect(self.article_chosen)
        self._list.left.connect(self._leave_list)
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
        line.addWidget(self._found, 1)
        line.addWidget(self._order)
        top.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

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
        self._model.reset_to(self._project.find(self._query))
        self._found_again()
        self._list.show_row(None if current is None else self._model.row_of(current))

    def _requery(self) -> None:
        """Follow what changed; the current article stays in the list though it no longer matches.

        What an import brought is put at the end: to ask for 30,000 ids anew takes too long while it runs.
        """
        ids = self._project.find(self._query) if self._outdated else [*self._model.keys, *self._appended]
        current, row = self.current_article(), self._list.currentIndex().row()
        self._kept = None
        if current is not None and current not in ids:
            if self._model.summary(row) is not None:
                ids.insert(min(row, len(ids)), current)
                self._kept = current
            else:
                self._gone = (current, row)
        self._list.quietly(lambda: self._model.change_to(ids))
        self._found_again()

    def _found_again(self) -> None:
        self._later.stop()
        self._appended, self._outdated = [], False
        self._since_query.start()
        found = len(self._model.keys)
        whole = found == self._articles
        self._found.setText(
            shown_count(found)
            if whole
            else self.tr("{found} of {all}").format(found=shown_count(found), all=shown_count(self._articles))
        )
        self._empty.show_reason(empty_project=not self._articles, words=self._query.words)
        self._stack.setCurrentWidget(self._list if found else self._empty)

    def _clear(self) -> None:
        """Show all articles again."""
        self._search_box.clear()
        self._filters.clear()
        self.search()
        self._search_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_list(self, key: Qt.Key) -> None:
        """Esc in the list clears the search; Up from its first row goes to the search box."""
        if key == Qt.Key.Key_Escape and self._search_box.text():
            self._search_box.clear()
            self.search()
        elif key == Qt.Key.Key_Up:
            self.focus_search()

    # -- counting -------------------------------------------------------------------------------

    def _count(self, change: Change) -> None:
        """Keep the chips' counts by what the step says, without asking the project."""
        entity = change.entity
        if isinstance(entity, Article):
            added = (change.before is None) - (change.after is None)
            self._articles += added
            self._by_status[Status.TODO] = self._by_status.get(Status.TODO, 0) + added
        elif isinstance(entity, ArticleStatus) and entity.annotator == self._annotator:
            for side, by in ((change.before, -1), (change.after, 1)):
                status = side.status if isinstance(side, ArticleStatus) else Status.TODO
                self._by_status[status] = self._by_status.get(status, 0) + by

    def _show_counts(self) -> None:
        self._filters.show_counts(self._by_status)
        one = self._articles == 1
        asked = self.tr("Search 1 article") if one else self.tr("Search {count} articles")
        self._search_box.setPlaceholderText(asked.format(count=shown_count(self._articles)))

    def _show_scheme(self, scheme: Scheme) -> None:
        self._delegate.scheme = scheme
        self._filters.show_scheme(scheme)
        self._list.viewport().update()

    def _moves_rows(self, changes: Iterable[Change]) -> bool:
        """Tell whether the changes may add articles to the list, take some out or reorder it."""
        query = self._query
        for change in changes:
            match change.entity:
                case Article():
                    if change.before is None or change.after is None:
                        return True
                    if query.words or query.languages or query.sites or query.order != "added":
                        return True
                case ArticleStatus() if query.statuses:
                    return True
                case Annotation() if query.labels:
                    return True
                case Suggestion() if query.open_suggestions:
                    return True
        return False

    def _at_the_end(self, step: Step) -> list[int]:
        """Ids of the articles a step adds, if it is an import and they come last in the list as asked for.

        A revision also takes the earlier text out of the list, so it is no mere addition.
        """
        query = self._query
        restricts = (
            query.words,
            query.statuses,
            query.languages,
            query.sites,
            query.labels,
            query.open_suggestions,
        )
        if step.kind != "do" or any(restricts) or query.order != "added" or query.descending:
            return []
        new = [
            change.after.id
            for change in step.changes
            if isinstance(change.after, Article) and change.before is None and not change.after.revision_of
        ]
        return new if len(new) == len(step.changes) else []

    def _offered(self) -> Offered:
        counts = self._project.counts(self._annotator)
        return Offered(languages=counts.by_language, sites=counts.by_site)


def _timer(parent: QObject, milliseconds: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
