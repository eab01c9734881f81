"""The library's filters: chips of statuses with counts, chips of what else restricts, and the menu for it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.annotation import Status
from app.project import ArticleQuery
from app.scheme import Scheme
from widgets.flow import FlowLayout
from widgets.library.words import language_name, shown_count, status_name


@dataclass(frozen=True, slots=True)
class Offered:
    """What the menu offers to restrict by, with how many articles each has."""

    languages: Mapping[str, int]
    sites: Mapping[str, int]


class FilterBar(QWidget):
    """Chips over the list. `changed` says that `restrict` would now give another query."""

    changed = Signal()

    def __init__(self, scheme: Scheme, offered: Callable[[], Offered], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._offered = offered
        self._chosen = ArticleQuery()
        self._flow = FlowLayout(self)
        self._statuses = {status: self._status_chip(status) for status in Status}
        self._extra: list[QPushButton] = []
        self._more = _chip("+", checkable=False)
        self._more.setAccessibleName(self.tr("More filters"))
        self._more.setToolTip(self.tr("More filters"))
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.clicked.connect(self._show_menu)
        self._flow.addWidget(self._more)
        self.show_counts({})

    def restrict(self, query: ArticleQuery) -> ArticleQuery:
        """The query with this bar's filters in place of its own."""
        return replace(
            query,
            statuses=self._chosen.statuses,
            languages=self._chosen.languages,
            sites=self._chosen.sites,
            labels=self._chosen.labels,
            open_suggestions=self._chosen.open_suggestions,
            superseded=self._chosen.superseded,
        )

    def restricts(self) -> bool:
        """Tell whether any filter is on."""
        return self._chosen != ArticleQuery()

    def clear(self) -> None:
        """Take every filter off; says `changed` if one was on."""
        if self.restricts():
            self._choose(ArticleQuery())

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

    def menu(self) -> QMenu:
        """The menu of further filters, filled as it would be shown."""
        self._fill_menu()
        return self._menu

    def _status_chip(self, status: Status) -> QPushButton:
        chip = _chip(status_name(status))
        chip.clicked.connect(
            lambda on: self._choose(replace(self._chosen, statuses=self._toggled(status, on)))
        )
        self._flow.addWidget(chip)
        return chip

    def _toggled(self, status: Status, on: bool) -> tuple[Status, ...]:
        """The chosen statuses with this one on or off, in the order of `Status`."""
        chosen = {*self._chosen.statuses, status} if on else set(self._chosen.statuses) - {status}
        return tuple(s for s in Status if s in chosen)

    def _choose(self, chosen: ArticleQuery) -> None:
        self._chosen = chosen
        for status, chip in self._statuses.items():
            chip.setChecked(status in chosen.statuses)
        self._show_extra()
        self.changed.emit()

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

    def _extras(self) -> Iterable[tuple[str, ArticleQuery]]:
        """Name of each further filter that is on, and the choice without it."""
        chosen = self._chosen
        for language in chosen.languages:
            rest = tuple(other for other in chosen.languages if other != language)
            yield language_name(language), replace(chosen, languages=rest)
        for site in chosen.sites:
            rest = tuple(other for other in chosen.sites if other != site)
            yield site or self.tr("Unknown source"), replace(chosen, sites=rest)
        for label_id in chosen.labels:
            rest = tuple(other for other in chosen.labels if other != label_id)
            label = self._scheme.label(label_id)
            yield (
                self.tr("has {label}").format(label=label.name if label else label_id),
                replace(chosen, labels=rest),
            )
        if chosen.open_suggestions:
            yield self.tr("Open suggestions"), replace(chosen, open_suggestions=False)
        if chosen.superseded:
            yield self.tr("With earlier revisions"), replace(chosen, superseded=False)

    def _extra_chip(self, text: str, without: ArticleQuery) -> QPushButton:
        chip = _chip(f"{text} ×")
        chip.setChecked(True)
        chip.setAccessibleName(self.tr("Filter {name}, press to take off").format(name=text))
        chip.clicked.connect(lambda: self._choose(without))
        return chip

    def _show_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _fill_menu(self) -> None:
        self._menu.clear()
        chosen, offered = self._chosen, self._offered()
        languages = self._menu.addMenu(self.tr("Language"))
        for code, count in sorted(offered.languages.items(), key=lambda entry: -entry[1]):
            self._entry(
                languages,
                f"{language_name(code)}  {shown_count(count)}",
                code in chosen.languages,
                replace(chosen, languages=_flipped(chosen.languages, code)),
            )
        sites = self._menu.addMenu(self.tr("Source"))
        for site, count in sorted(offered.sites.items(), key=lambda entry: (-entry[1], entry[0])):
            self._entry(
                sites,
                f"{site or self.tr('Unknown source')}  {shown_count(count)}",
                site in chosen.sites,
                replace(chosen, sites=_flipped(chosen.sites, site)),
            )
        labels = self._menu.addMenu(self.tr("Has label"))
        for label in self._scheme.labels:
            chosen_labels = _flipped(chosen.labels, label.id)
            self._entry(labels, label.name, label.id in chosen.labels, replace(chosen, labels=chosen_labels))
        for menu in (languages, sites):
            menu.setEnabled(not menu.isEmpty())
        self._entry(
            self._menu,
            self.tr("Open suggestions"),
            chosen.open_suggestions,
            replace(chosen, open_suggestions=not chosen.open_suggestions),
        )
        self._entry(
            self._menu,
            self.tr("With earlier revisions"),
            chosen.superseded,
            replace(chosen, superseded=not chosen.superseded),
        )
        skipped = Status.SKIPPED in chosen.statuses
        self._entry(
            self._menu,
            status_name(Status.SKIPPED),
            skipped,
            replace(chosen, statuses=self._toggled(Status.SKIPPED, not skipped)),
        )
        self._menu.addSeparator()
        clear = self._menu.addAction(self.tr("Clear all filters"))
        clear.setEnabled(self.restricts())
        clear.triggered.connect(self.clear)

    def _entry(self, menu: QMenu, text: str, on: bool, then: ArticleQuery) -> None:
        action = QAction(text.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: self._choose(then))
        menu.addAction(action)


def _flipped(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    """The values without this one, or with it at the end."""
    return tuple(v for v in values if v != value) if value in values else (*values, value)


def _chip(text: str, *, checkable: bool = True) -> QPushButton:
    chip = QPushButton(text)
    chip.setProperty("chip", "filter")
    chip.setCheckable(checkable)
    chip.setAutoDefault(False)
    return chip
