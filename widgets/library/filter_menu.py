"""The menu of the library's further filters, filled anew whenever it is opened."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.annotation import Status
from app.saved_filters import Recent
from app.wording import most_first
from widgets.library.chosen import Menu
from widgets.library.words import language_name, recent_name, status_name
from widgets.texts import shown_count


class FilterMenu(QMenu):
    """Says what is wanted; changes nothing by itself."""

    restricted = Signal(object)
    """Fields of an ArticleQuery and what they are to be."""
    recent_wanted = Signal(str)
    """A `Recent` stretch of publication dates; empty: dates are to be asked for."""
    status_toggled = Signal(object, bool)
    """A Status, and whether it is wanted."""
    cleared = Signal()
    saved_chosen = Signal(int)
    """Place of a saved filter in `Menu.saved`."""
    save_requested = Signal()
    manage_requested = Signal()

    def __init__(self, parent: QWidget, contents: Callable[[], Menu]) -> None:
        """`contents` is asked whenever the menu opens."""
        super().__init__(parent)
        self._contents = contents
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer what there is now."""
        self.clear()
        contents = self._contents()
        query = contents.chosen.query
        self._fill_saved(contents)
        self._fill_lists(contents)
        self._fill_dates(contents)
        for text, field in (
            (self.tr("Flagged"), "flagged"),
            (self.tr("Open suggestions"), "open_suggestions"),
            (self.tr("With earlier revisions"), "superseded"),
        ):
            on: bool = getattr(query, field)
            self._entry(self, text, on, partial(self.restricted.emit, {field: not on}))
        skipped = Status.SKIPPED in query.statuses
        toggle = partial(self.status_toggled.emit, Status.SKIPPED, not skipped)
        self._entry(self, status_name(Status.SKIPPED), skipped, toggle)
        self.addSeparator()
        clear = self.addAction(self.tr("Clear all filters"))
        clear.setEnabled(contents.chosen != type(contents.chosen)())
        clear.triggered.connect(self.cleared)

    def _fill_saved(self, contents: Menu) -> None:
        """Saved filters first: they are whole searches."""
        for place, (name, key) in enumerate(contents.saved):
            text = name.replace("&", "&&")
            action = self.addAction(f"{text}\t{key}" if key else text)
            action.triggered.connect(partial(self.saved_chosen.emit, place))
        if contents.saved:
            self.addSeparator()
        self.addAction(self.tr("Save this search…")).triggered.connect(self.save_requested)
        manage = self.addAction(self.tr("Saved filters…"))
        manage.setEnabled(bool(contents.saved))
        manage.triggered.connect(self.manage_requested)
        self.addSeparator()

    def _fill_lists(self, contents: Menu) -> None:
        """Submenus of values, those with the most articles first."""
        offered, query = contents.offered, contents.chosen.query
        languages = {code: language_name(code) for code in most_first(offered.languages)}
        sites = {site: site or self.tr("Unknown source") for site in most_first(offered.sites)}
        self._values(self.tr("Language"), "languages", languages, offered.languages, query.languages)
        self._values(self.tr("Source"), "sites", sites, offered.sites, query.sites)
        labels = {label.id: label.name for label in contents.scheme.labels}
        self._values(self.tr("Has label"), "labels", labels, {}, query.labels)

    def _values(
        self,
        title: str,
        field: str,
        names: Mapping[str, str],
        counts: Mapping[str, int],
        chosen: tuple[str, ...],
    ) -> None:
        menu = self.addMenu(title)
        menu.setEnabled(bool(names))
        for value, name in names.items():
            text = f"{name}  {shown_count(counts[value])}" if value in counts else name
            wanted = partial(self.restricted.emit, {field: _flipped(chosen, value)})
            self._entry(menu, text, value in chosen, wanted)

    def _fill_dates(self, contents: Menu) -> None:
        chosen = contents.chosen
        menu = self.addMenu(self.tr("Published"))
        for recent in get_args(Recent):
            wanted = partial(self.recent_wanted.emit, recent)
            self._entry(menu, recent_name(recent), chosen.recent == recent, wanted)
        menu.addSeparator()
        dated = bool(chosen.query.published_from or chosen.query.published_to) and chosen.recent is None
        self._entry(menu, self.tr("From, until…"), dated, partial(self.recent_wanted.emit, ""))

    def _entry(self, menu: QMenu, text: str, on: bool, then: Callable[[], object]) -> None:
        action = QAction(text.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: then())
        menu.addAction(action)


def _flipped(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    """The values without this one, or with it at the end."""
    return tuple(v for v in values if v != value) if value in values else (*values, value)
