"""What is done with articles as things on a shelf: flags, many at once, the bin, and saved filters."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app import saved_filters
from app.annotation import Status
from app.changes import Change, Step
from app.project import Binned, Project
from app.saved_filters import SavedFilter
from widgets import asking
from widgets.actions import SAVED_FILTERS, Actions, Handler
from widgets.bulk import Bulk, Report
from widgets.late import commands
from widgets.library.selection_bar import Act
from widgets.telling import told
from widgets.texts import tr

if TYPE_CHECKING:
    from widgets.desk import Desk
    from widgets.shell import Shell

# Articles an act is done on at once; more are done beside the window. A removal reads and writes all that
# was made of an article, about 2 ms each; a status or a flag takes a twentieth of that.
_AT_ONCE = {"remove": 20, "status": 1_000, "flag": 1_000}
# Articles read between two reports of a bulk act's progress.
_PORTION = 50

Portioned = Callable[[Project, Collection[int]], list[Change]]
"""Takes some of the articles, and returns the changes of the act to them."""
Then = Callable[[Step], object]

_STATUSES: dict[str, Status] = {"done": Status.DONE, "skip": Status.SKIPPED, "todo": Status.TODO}


class Shelving(QObject):
    """Between the library of a desk and the commands."""

    problem = Signal(str)

    def __init__(self, shell: "Shell", desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = shell.window
        self._actions: Actions = shell.actions
        self.bulk = self._bulk = Bulk(desk.session, shell.files.open, shell.tasks, shell.window, self)
        self._saved = saved_filters.from_json(desk.project.recall(saved_filters.KEY))
        self.problem.connect(desk.problem)
        self._bulk.problem.connect(desk.problem)
        library = desk.library
        library.listed.connect(desk.moved)
        library.act_requested.connect(self.act)
        library.saved_chosen.connect(self.apply_filter)
        library.save_requested.connect(self.ask_name)
        library.manage_requested.connect(self.show_filters)
        self._actions.keys_changed.connect(self._offer)
        self._offer()

    def handlers(self) -> dict[str, Handler]:
        """What the actions of this part call."""
        applying = {f"filter.{n}": partial(self.apply_filter, n - SAVED_FILTERS[0]) for n in SAVED_FILTERS}
        return {
            "flag": partial(self._act_here, "flag"),
            "article.remove": partial(self._act_here, "remove"),
            "bin": self.show_bin,
            "filter.save": self.ask_name,
            "filter.manage": self.show_filters,
            "undo": partial(self._take_back, 0),
            "redo": partial(self._take_back, 1),
            **applying,
        }

    # -- acts on articles -----------------------------------------------------------------------------

    @told
    def act(self, act: Act, article_ids: Sequence[int]) -> None:
        """Do this to these articles, in one step."""
        if act == "remove":
            self._remove(article_ids)
        elif act == "flag":
            self._flag(article_ids)
        elif act == "export":
            self._actions.trigger("export")  # which finds them selected
        else:
            annotator, status = self._desk.annotator, _STATUSES[act]

            def changes(project: Project, portion: Collection[int]) -> list[Change]:
                return commands.set_statuses(project, portion, annotator, status)

            self._do(self.tr("Setting the status"), "status", "set_status", changes, article_ids)

    def _act_here(self, act: Act) -> None:
        """Do it to what is selected in the library while one is there, else to the open article."""
        desk = self._desk
        if desk.library.has_focus():
            self.act(act, desk.library.selected_articles())
            return
        desk.focus_article()
        if desk.article is not None:
            self.act(act, [desk.article.id])

    def _flag(self, article_ids: Sequence[int]) -> None:
        """Flag them; if all of them are flagged, take the flags off."""
        annotator = self._desk.annotator
        wanted: list[bool] = []

        def changes(project: Project, portion: Collection[int]) -> list[Change]:
            if not wanted:  # found where the work is done: to ask about 30,000 takes seconds
                assessments = (project.assessment(article_id, annotator) for article_id in article_ids)
                wanted.append(not all(said is not None and said.flagged for said in assessments))
            return commands.flag(project, portion, annotator, wanted[0])

        self._do(self.tr("Flagging"), "flag", "flag", changes, article_ids)

    def _remove(self, article_ids: Sequence[int]) -> None:
        following = self._survivor(frozenset(article_ids))
        count = len(article_ids)

        def then(_: Step) -> None:
            if following is not None:
                self._desk.open_article(following)
            what = tr("Removed {count} articles.", "", count)
            where = self.tr("For 30 days it can be put back: File, Removed articles.")
            self._desk.noted.emit(f"{what} {where}")

        name = tr("Removing {count} articles", "", count)
        self._do(name, "remove", "remove_articles", commands.remove_articles, article_ids, then)

    def _survivor(self, gone: Collection[int]) -> int | None:
        """The nearest article of the list that stays, below the open one before above, if that one goes."""
        desk = self._desk
        if desk.article is None or desk.article.id not in gone:
            return None
        return desk.library.survivor(desk.article.id, gone)

    def _do(
        self,
        name: str,
        kind: str,
        verb: str,
        changes: Portioned,
        article_ids: Sequence[int],
        then: Then = lambda _: None,
    ) -> None:
        """Do it at once to a few articles; to many beside the window, portion by portion."""
        desk = self._desk
        if len(article_ids) <= _AT_ONCE[kind]:
            step = desk.session.do(verb, changes(desk.project, article_ids))
            if step is not None:
                then(step)
            return

        def all_changes(project: Project, report: Report) -> list[Change]:
            found: list[Change] = []
            for first in range(0, len(article_ids), _PORTION):
                report(first, len(article_ids))
                found += changes(project, article_ids[first : first + _PORTION])
            report(len(article_ids), len(article_ids))
            return found

        desk.remember_place()
        self._bulk.do(name, verb, all_changes, then)

    def _take_back(self, top: int) -> None:
        """Undo (0) or redo (1); beside the window where the act was done there."""
        desk = self._desk
        if isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            desk.focus_article()  # what is being typed is an act, and the last one
        act = (desk.undo, desk.redo)[top]
        if not self._bulk.is_heavy(desk.session.tops()[top]):
            act()
            return
        name = (self.tr("Undoing"), self.tr("Redoing"))[top]
        desk.remember_place()
        self._bulk.write(name, lambda session, _: (session.undo, session.redo)[top](), desk.went_back.emit)

    # -- the bin ----------------------------------------------------------------------------------

    def show_bin(self) -> None:
        """Show what was removed in the last 30 days."""
        from widgets.dialogs.bin import BinDialog

        dialog = BinDialog(self._desk.project.bin, self._window)
        dialog.put_back.connect(self._put_back)
        self._desk.saved.connect(dialog.refresh)
        asking.open_beside(dialog)

    @told
    def _put_back(self, binned: Sequence[Binned]) -> None:
        """Put the articles back with all that was on them, in one step."""
        desk = self._desk
        count = len(binned)

        def then(_: Step) -> None:
            desk.noted.emit(tr("Put back {count} articles.", "", count))

        if len(binned) > _AT_ONCE["remove"]:
            name = tr("Putting back {count} articles", "", count)
            self._bulk.do(name, "restore_articles", lambda p, _: commands.restore_articles(p, binned), then)
            return
        step = desk.session.do("restore_articles", commands.restore_articles(desk.project, binned))
        if step is not None:
            then(step)

    # -- saved filters ------------------------------------------------------------------------------

    def apply_filter(self, place: int) -> None:
        """Search as the saved filter at this place says."""
        if place < len(self._saved):
            self._desk.library.apply(self._saved[place])

    def ask_name(self) -> None:
        """Ask what to call the search, and keep it."""
        from widgets.dialogs.saved_filters import NameDialog

        search = self._desk.library.search_text()
        dialog = NameDialog(search, [kept.name for kept in self._saved], self._window)
        dialog.accepted.connect(lambda: self._save(dialog.name()))
        asking.open_beside(dialog)

    def show_filters(self) -> None:
        """Show the saved filters, to apply and to change."""
        from widgets.dialogs.saved_filters import SavedFiltersDialog

        dialog = SavedFiltersDialog(self._saved, self._key_of, self._window)
        dialog.changed.connect(self._keep)
        dialog.chosen.connect(self.apply_filter)
        asking.open_beside(dialog)

    @told
    def _save(self, name: str) -> None:
        self._keep(saved_filters.put(self._saved, self._desk.library.saved_search(name)))

    @told
    def _keep(self, filters: tuple[SavedFilter, ...]) -> None:
        self._desk.project.remember(saved_filters.KEY, saved_filters.to_json(filters))
        self._saved = filters
        self._offer()

    def _key_of(self, place: int) -> str:
        return self._actions.shown_key(f"filter.{SAVED_FILTERS[place]}") if place < len(SAVED_FILTERS) else ""

    def _offer(self) -> None:
        """Offer the saved filters in the library's menu and among the actions."""
        names = [kept.name for kept in self._saved]
        for number, place in enumerate(SAVED_FILTERS):
            self._actions.offer(f"filter.{place}", names[number] if number < len(names) else None)
        self._desk.library.show_saved([(name, self._key_of(place)) for place, name in enumerate(names)])
