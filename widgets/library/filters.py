"""The library's filters: chips of statuses with counts, chips of what else restricts, and a menu of more."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.annotation import Status
from app.project import ArticleQuery
from app.saved_filters import Recent, span_of
from app.scheme import Scheme
from widgets.asking import open_beside
from widgets.flow import FlowLayout
from widgets.library.chip import Chip
from widgets.library.chosen import Chosen, Menu, Offered
from widgets.library.filter_menu import FilterMenu
from widgets.library.words import language_name, recent_name, span_name, status_name
from widgets.texts import shown_count


class FilterBar(QWidget):
    """Chips over the list. `changed` says that `restrict` would now give another query."""

    changed = Signal()
    saved_chosen = Signal(int)
    """Place of a saved filter among those shown."""
    save_requested = Signal()
    """The search is to be kept under a name."""
    manage_requested = Signal()
    """The saved filters are to be shown."""

    def __init__(self, scheme: Scheme, offered: Callable[[], Offered], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._offered = offered
        self._saved: Sequence[tuple[str, str]] = ()
        self._chosen = Chosen()
        self._flow = FlowLayout(self)
        self._statuses = {status: self._status_chip(status) for status in Status}
        self._extra: list[Chip] = []
        self._more = Chip("+", checkable=False)
        self._more.setAccessibleName(self.tr("More filters"))
        self._more.setToolTip(self.tr("More filters"))
        self._menu = self._build_menu()
        self._more.clicked.connect(self._show_menu)
        self._flow.addWidget(self._more)
        self.show_counts({})

    def chosen(self) -> Chosen:
        """Which filters are on."""
        return self._chosen

    def restrict(self, query: ArticleQuery) -> ArticleQuery:
        """The query with this bar's filters in place of its own."""
        return replace(
            self._chosen.query,
            words=query.words,
            annotator=query.annotator,
            order=query.order,
            descending=query.descending,
        )

    def restricts(self) -> bool:
        """Tell whether any filter is on."""
        return self._chosen != Chosen()

    def clear(self) -> None:
        """Take every filter off; says `changed` if one was on."""
        if self.restricts():
            self.choose(Chosen())

    def restrict_to(self, changed: Mapping[str, object]) -> None:
        """Set these fields of the query; dates set so do not follow the calendar."""
        recent = None if "published_from" in changed else self._chosen.recent
        query: ArticleQuery = replace(self._chosen.query, **changed)  # type: ignore[arg-type]
        self.choose(Chosen(query, recent, self._chosen.only if query.only is not None else ""))

    def choose(self, chosen: Chosen) -> None:
        """Have exactly these filters on; says `changed`."""
        everything = ArticleQuery()
        bare = replace(
            chosen.query, words="", annotator="", order=everything.order, descending=everything.descending
        )
        self._chosen = replace(chosen, query=bare)
        for status, chip in self._statuses.items():
            chip.setChecked(status in bare.statuses)
        self._show_extra()
        self.changed.emit()

    def show_counts(self, by_status: Mapping[str, int]) -> None:
        """Show how many articles have each status; skipped ones only where there are some."""
        for status, chip in self._statuses.items():
            count = by_status.get(status.value, 0)
            chip.setText(f"{status_name(status)} {shown_count(count)}")
            chip.setVisible(status is not Status.SKIPPED or count > 0 or chip.isChecked())
        self._flow.invalidate()

    def show_scheme(self, scheme: Scheme) -> None:
        """Offer the labels of another scheme."""
        self._scheme = scheme
        self._show_extra()

    def show_saved(self, saved: Sequence[tuple[str, str]]) -> None:
        """Offer these saved filters: the name and the key of each."""
        self._saved = saved

    def menu(self) -> FilterMenu:
        """The menu of further filters, filled as it would be shown."""
        self._menu.fill()
        return self._menu

    def toggle_status(self, status: Status, on: bool) -> None:
        """Ask for articles of this status too, or no more."""
        wanted = set(self._chosen.query.statuses)
        wanted = wanted | {status} if on else wanted - {status}
        self.restrict_to({"statuses": tuple(s for s in Status if s in wanted)})

    def restrict_to_recent(self, recent: Recent) -> None:
        """Ask for what was published in this stretch of time, as of today."""
        first, last = span_of(recent, date.today())
        query = replace(self._chosen.query, published_from=first, published_to=last)
        self.choose(replace(self._chosen, query=query, recent=recent))

    def _build_menu(self) -> FilterMenu:
        def contents() -> Menu:
            return Menu(self._chosen, self._offered(), self._scheme, self._saved)

        menu = FilterMenu(self._more, contents)
        menu.restricted.connect(self.restrict_to)
        menu.recent_wanted.connect(self._on_recent)
        menu.status_toggled.connect(self.toggle_status)
        menu.cleared.connect(self.clear)
        menu.saved_chosen.connect(self.saved_chosen)
        menu.save_requested.connect(self.save_requested)
        menu.manage_requested.connect(self.manage_requested)
        return menu

    def _on_recent(self, recent: str) -> None:
        if recent:
            self.restrict_to_recent(cast(Recent, recent))
        else:
            self._ask_period()

    def _ask_period(self) -> None:
        from widgets.library.period import PeriodDialog

        query = self._chosen.query
        dialog = PeriodDialog(query.published_from, query.published_to, self.window())
        dialog.accepted.connect(
            lambda: self.restrict_to({"published_from": dialog.first(), "published_to": dialog.last()})
        )
        open_beside(dialog)

    def _status_chip(self, status: Status) -> Chip:
        chip = Chip(status_name(status))
        chip.clicked.connect(lambda on: self.toggle_status(status, on))
        self._flow.addWidget(chip)
        return chip

    def _show_extra(self) -> None:
        """A chip for each further filter that is on; a click takes it off."""
        for chip in self._extra:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self._more)
        self._extra = [self._extra_chip(text, without) for text, without in self._extras()]
        for chip in (*self._extra, self._more):
            self._flow.addWidget(chip)
            chip.show()
        self.updateGeometry()

    def _extras(self) -> Iterable[tuple[str, Mapping[str, object]]]:
        """Name of each further filter that is on, and the fields that take it off."""
        chosen, query = self._chosen, self._chosen.query
        if query.only is not None:
            yield chosen.only, {"only": None}
        if query.flagged:
            yield self.tr("Flagged"), {"flagged": False}
        if query.published_from or query.published_to:
            name = (
                recent_name(chosen.recent)
                if chosen.recent
                else span_name(query.published_from, query.published_to)
            )
            yield name, {"published_from": "", "published_to": ""}
        for language in query.languages:
            yield language_name(language), {"languages": _without(query.languages, language)}
        for site in query.sites:
            yield site or self.tr("Unknown source"), {"sites": _without(query.sites, site)}
        for label_id in query.labels:
            label = self._scheme.label(label_id)
            name = self.tr("has {label}").format(label=label.name if label else label_id)
            yield name, {"labels": _without(query.labels, label_id)}
        if query.open_suggestions:
            yield self.tr("Open suggestions"), {"open_suggestions": False}
        if query.superseded:
            yield self.tr("With earlier revisions"), {"superseded": False}

    def _extra_chip(self, text: str, without: Mapping[str, object]) -> Chip:
        chip = Chip(f"{text} ×")
        chip.setChecked(True)
        chip.setToolTip(text)
        chip.setAccessibleName(self.tr("Filter {name}, press to take off").format(name=text))
        chip.clicked.connect(lambda: self.restrict_to(without))
        return chip

    def _show_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


def _without(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
