"""Which articles go into a dataset: by list, status, language, source and date."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.annotation import Status
from app.dataset import Selection
from app.project import Counts
from app.wording import most_first
from widgets.combo import CardCombo
from widgets.dialogs.export.checks import Checks
from widgets.dialogs.named_rows import NamedRows
from widgets.library.period import PeriodFields
from widgets.library.words import language_name, status_name
from widgets.texts import tr
from widgets.tick_list import Entry, TickList


@dataclass(frozen=True, slots=True)
class Within:
    """The articles the window shows and holds: a dataset can be made of these alone."""

    listed: tuple[int, ...] = ()
    """What the library lists, where its search or filters restrict it."""
    selected: tuple[int, ...] = ()
    """What is selected in the library, where several are."""


class ArticlesPage(QWidget):
    """Fills the fields of a Selection that say which articles."""

    changed = Signal()

    def __init__(self, counts: Counts, within: Within, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.among = CardCombo(16)
        self.among.setAccessibleName(self.tr("Articles"))
        for name, article_ids in _among(counts.articles, within):
            self.among.addItem(name, article_ids)
        self.among.setCurrentIndex(self.among.count() - 1 if within.selected else 0)
        self.statuses = Checks({status.value: status_name(status) for status in Status})
        languages = {code: language_name(code) for code in most_first(counts.by_language)}
        self.languages = Checks(languages)
        unknown = self.tr("Unknown source")
        sites = [Entry(site, site or unknown, counts.by_site[site]) for site in most_first(counts.by_site)]
        self.sites = TickList(self.tr("Sources"), sites)
        self.period = PeriodFields()
        rows = NamedRows()
        if self.among.count() > 1:
            rows.add(self.tr("Articles"), self.among)
        rows.add(self.tr("Status"), self.statuses)
        if len(languages) > 1:
            rows.add(self.tr("Languages"), self.languages)
        if len(sites) > 1:
            rows.add(self.tr("Sources"), self.sites)
        rows.add(self.tr("Published"), self.period)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 8, 0)
        column.addLayout(rows)
        column.addStretch(1)
        self.among.currentIndexChanged.connect(lambda _: self.changed.emit())
        for part in (self.statuses, self.languages, self.sites, self.period):
            part.changed.connect(self.changed)

    def narrow(self, selection: Selection) -> Selection:
        """The selection with what is chosen here."""
        return replace(
            selection,
            statuses=tuple(Status(value) for value in self.statuses.chosen()),
            languages=self.languages.chosen(),
            sites=self.sites.chosen(),
            published_from=self.period.first(),
            published_to=self.period.last(),
            article_ids=self.among.currentData(),
        )

    def choose(self, selection: Selection) -> None:
        """Show what the selection says, but not which lists: those are of the moment."""
        self.statuses.choose(selection.statuses)
        self.languages.choose(selection.languages)
        self.sites.choose(selection.sites)
        self.period.choose(selection.published_from, selection.published_to)

    def trouble(self) -> str:
        """Why there can be no dataset; empty where there can."""
        if self.statuses.none() or self.languages.none():
            return self.tr("Tick at least one of each kind.")
        return "" if self.period.valid() else self.tr("The dates of publication are no such stretch of time.")


def _among(articles: int, within: Within) -> list[tuple[str, tuple[int, ...] | None]]:
    """The lists there are to choose from, the widest first."""
    among: list[tuple[str, tuple[int, ...] | None]] = [(tr("All {count} articles", "", articles), None)]
    if within.listed:
        count = len(within.listed)
        among.append((tr("The {count} the library lists now", "", count), within.listed))
    if within.selected:
        count = len(within.selected)
        among.append((tr("The {count} selected in the library", "", count), within.selected))
    return among
