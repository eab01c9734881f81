"""The window as a whole: opens and closes projects, and starts what runs beside the work."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

import resources
from app import settings as setting
from app.anchor import Span
from app.article import Role
from app.changes import Step, StepHead
from app.errors import UserError
from app.project import Project
from app.scheme import parse_scheme
from app.session import Session
from app.settings import Settings
from widgets import asking, theme
from widgets.actions import Actions
from widgets.importing import Importing
from widgets.key_filter import KeyFilter
from widgets.learning import Learning
from widgets.main_window import MainWindow
from widgets.menus import RECENT, fill_recent
from widgets.project_files import SUFFIX, ProjectFiles
from widgets.suggesting import Suggesting
from widgets.tasks import Task, Tasks

if TYPE_CHECKING:
    from app.readers.loading import LoadReport
    from widgets.desk import Desk
    from widgets.dialogs.import_results import ImportResults

# Milliseconds on an article before suggestions are computed for it: not while paging, nor before the
# first paint.
_SUGGEST_AFTER = 300

# Milliseconds after which the library's list has caught up with the last steps of an import.
_LIST_RESTS = 500

SAMPLE_NAME = f"sample{SUFFIX}"

# Keys that pass by articles in the library: the focus stays there.
_BROWSING = frozenset({"Up", "Down", "PgUp", "PgDown", "Home", "End", "Ctrl+Home", "Ctrl+End"})


class Shell(QObject):
    """One window, at most one project in it. What its actions call is bound by `widgets.bindings`."""

    project_opened = Signal(object)
    """The Desk, before it shows its first article."""
    load_wanted = Signal(object)
    """A path that annotations may be loaded from was dropped or chosen."""

    def __init__(self, files: ProjectFiles, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files = files
        self.settings = settings
        self.actions = Actions(self)
        given_keys = settings.get(setting.KEYS)
        self.actions.give_keys(given_keys)
        self.tasks = Tasks(self)
        self.window = MainWindow(self.actions, self.tasks)
        self.desk: Desk | None = None
        self.importing: Importing | None = None
        self.suggesting: Suggesting | None = None
        self.learning: Learning | None = None
        self._results: ImportResults | None = None
        self.last_load: dict[Path, tuple[Path, LoadReport]] = {}
        """By project: the file loaded last, and what became of it. A project may be opened anew after it."""
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_SUGGEST_AFTER)
        self._resting.timeout.connect(self._suggest)
        self.keys = KeyFilter(self.actions, lambda: self.desk.reader if self.desk else None, self)
        self.keys.intercept = self._take_key
        self.window.restore(settings.get(setting.WINDOW_GEOMETRY))
        self.actions.qt(f"theme.{settings.get(setting.THEME)}").setChecked(True)
        self._connect()

    # -- projects ---------------------------------------------------------------------------------

    def open_project(self, path: Path, article_id: int | None = None) -> bool:
        """Open the project in place of the one that is open; False (and a message) where it cannot be."""
        try:
            project = self.files.open(path)
        except UserError as error:
            self.tell(str(error))
            return False
        self._take(project, article_id)
        return True

    def create_project(self, path: Path, scheme: str = "news") -> bool:
        """Make a project with a bundled scheme and open it; False (and a message) where it cannot be."""
        try:
            project = self.files.create(path, parse_scheme(resources.scheme(scheme), scheme))
        except UserError as error:
            self.tell(str(error))
            return False
        self._take(project, None)
        return True

    def open_sample(self) -> None:
        """Open the sample project; it is made the first time, in the background."""
        path = self.settings.path.parent / SAMPLE_NAME
        if path.is_file():
            self.open_project(path)
            return

        def listen(task: Task) -> None:
            task.succeeded.connect(lambda _: self.open_project(path))
            task.failed.connect(self.tell)

        making = path.with_name(f"new-{SAMPLE_NAME}")

        def make(_: object) -> None:
            path.parent.mkdir(parents=True, exist_ok=True)
            making.unlink(missing_ok=True)
            self.files.make_sample(making)
            making.replace(path)

        self.actions.qt("project.sample").setEnabled(False)
        task = self.tasks.start(self.tr("Preparing the sample project"), make, listen)
        task.ended.connect(lambda: self.actions.qt("project.sample").setEnabled(True))

    def close_project(self) -> None:
        """Put the project away and show the welcome page."""
        self._put_away()
        self.show_welcome()

    def show_welcome(self) -> None:
        """Show the first page."""
        self.window.show_welcome()
        self.window.welcome.show_recent(self.settings.recent_projects())
        self.window.palette_bar.set_project("", None)
        self.window.status_bar.clear()
        self.window.setWindowTitle("Pressmark")
        self.actions.set_scheme(None)
        self.actions.enable(project_open=False)
        self.window.welcome.focus_first()

    def _take(self, project: Project, article_id: int | None) -> None:
        """Lay the rooms out for this project."""
        from widgets.desk import Desk
        from widgets.following import Following
        from widgets.inspector import InspectorPanel
        from widgets.keeping import Keeping
        from widgets.library import LibraryPanel
        from widgets.reader import ReaderView

        self._put_away()
        session = Session(project, self._annotator(project))
        scheme = project.scheme()
        self.actions.set_scheme(scheme)
        self.actions.enable(project_open=True)
        reader, inspector = ReaderView(), InspectorPanel()
        reader.set_text_size(self.settings.get(setting.TEXT_SIZE))
        reader.set_measure(self.settings.get(setting.TEXT_WIDTH))
        reader.set_furniture_key(self.actions.shown_key("furniture"))
        invitation = self.tr("Drop saved pages anywhere in this window, or import them with {key}.")
        reader.set_invitation(invitation.format(key=self.actions.shown_key("import.files")))
        library = LibraryPanel(project, session.annotator, scheme)
        self.desk = desk = Desk(session, reader, inspector, library, self)
        self.importing = Importing(session, self.tasks, desk)
        self.suggesting = Suggesting(session, self.files.open_for_reading, self.tasks, desk)
        self.learning = Learning(session, self.files.open_for_reading, self.tasks, self.suggesting, desk)
        self.learning.problem.connect(self.tell)
        desk.signals.stepped.connect(self.learning.on_step)
        desk.closing.connect(self.learning.stop)
        self.learning.follow(lambda: desk.article.id if desk.article is not None else None)
        Following(desk)
        keeping = Keeping(project.path, self.files.keep_backup, desk)
        keeping.problem.connect(self.tell)
        desk.closing.connect(keeping.stop)
        desk.guard.set_share(self.settings.get(setting.BLIND_SHARE) / 100)
        desk.relating.is_again = lambda chord: chord in self.actions.keys_of("relate")
        self.project_opened.emit(desk)
        self._connect_desk(desk, self.importing, self.suggesting)
        self.window.palette_bar.set_project(project.path.stem, scheme)
        self.window.setWindowTitle(f"{project.path.stem} – Pressmark")
        widths = self.settings.get(setting.SPLITTER_SIZES)
        self.window.show_rooms(library, reader, inspector, widths)
        self.settings.add_recent(project.path)
        self.settings.set(setting.PROJECT_FOLDER, str(project.path.absolute().parent))
        self.window.message_bar.hide()
        reader.setFocus(Qt.FocusReason.OtherFocusReason)
        desk.open_place(article_id)
        self._show_saved(project.last_head(session.annotator))

    def _put_away(self) -> None:
        """Stop the background work, remember the place, close the file."""
        desk, self.desk = self.desk, None
        importing, self.importing, self.suggesting, self.learning = self.importing, None, None, None
        if desk is None or importing is None:
            return
        desk.focus_article()
        importing.cancel()
        self.tasks.stop()
        desk.remember_place()
        desk.closing.emit()
        if widths := self.window.widths():
            self.settings.set(setting.SPLITTER_SIZES, widths)
        if self._results is not None:
            self._results.deleteLater()
            self._results = None
        self.window.take_down()
        self.window.status_bar.clear()
        desk.project.close()
        desk.deleteLater()

    def _annotator(self, project: Project) -> str:
        """Who works here: the name set, or, where none is, the only one who has worked here before."""
        before = project.annotators()
        if not self.settings.get(setting.ANNOTATOR) and len(before) == 1:
            return before[0]
        return self.settings.annotator()

    # -- articles in -------------------------------------------------------------------------------

    def take_in(self, paths: Sequence[Path]) -> None:
        """Import what was dropped or chosen; a project is opened instead, annotations are loaded."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.open_project(projects[0])
            return
        if self.desk is not None and len(paths) == 1 and _has_annotations(paths[0]):
            self.load_wanted.emit(paths[0])
            return
        if not paths or (self.importing is None and not self.ask_new_project()):
            return
        if self.importing is not None:
            self.importing.start(paths)

    def show_import_results(self) -> None:
        """Open the list of what became of each file."""
        from widgets.dialogs.import_results import ImportResults

        if self.importing is None:
            return
        if self._results is None:
            self._results = ImportResults(self.importing, self.window)
        self._results.show()
        self._results.raise_()

    def _on_imported(self, article_ids: Sequence[int]) -> None:
        if self.importing is None or self.suggesting is None:
            return
        failed = self.importing.count("failed")
        more = (self.tr("Show results"), self.show_import_results)
        if self.importing.results:
            self.tell(self.importing.summary(), "problem" if failed else "note", more)
        # Not while the message is laid out and drawn: both at once would be felt.
        QTimer.singleShot(_SUGGEST_AFTER, self.suggesting, partial(self._suggest_on, article_ids))
        QTimer.singleShot(_LIST_RESTS, self, self._show_place)

    def _suggest_on(self, article_ids: Sequence[int]) -> None:
        """Have suggestions computed for the open article, then for these."""
        self._suggest()
        if self.suggesting is not None:
            self.suggesting.compute(article_ids)

    # -- telling ----------------------------------------------------------------------------------

    def tell(
        self, sentence: str, kind: str = "problem", more: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show a sentence in the message bar."""
        self.window.message_bar.show_message(sentence, "note" if kind == "note" else "problem", more)

    def _show_saved(self, step: Step | StepHead | None) -> None:
        from widgets import whereabouts

        self.window.status_bar.show_saved(whereabouts.time_of(step) if step is not None else "")

    def _show_place(self) -> None:
        from widgets import whereabouts

        if self.desk is None:
            return
        waiting = self.desk.open_suggestions()
        self.window.palette_bar.set_suggestions(waiting)
        self.window.status_bar.show_place(
            whereabouts.article_place(self.desk),
            whereabouts.annotation_place(self.desk),
            whereabouts.suggestions_left(self.desk),
        )

    # -- wiring -----------------------------------------------------------------------------------

    def _connect(self) -> None:
        window = self.window
        window.dropped.connect(self.take_in)
        window.palette_bar.menu_opened.connect(self._fill_recent)
        window.recent_chosen.connect(self.open_project)
        window.shown_first.connect(self._on_shown)
        window.closing.connect(self.shut)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        self.actions.keys_changed.connect(self._show_furniture_key)
        listen = self.settings.listen
        listen(setting.THEME, lambda choice: self._apply_theme(cast("theme.Choice", choice)))
        listen(setting.TEXT_SIZE, lambda _: self._set_type())
        listen(setting.TEXT_WIDTH, lambda _: self._set_type())
        listen(setting.ANNOTATOR, lambda _: QTimer.singleShot(0, self, self._work_as_set))
        for switch in (setting.SUGGEST, setting.LEARN):
            listen(switch, lambda _: self._suggest())
        listen(setting.BLIND_SHARE, lambda _: self._set_guard())

    def _set_guard(self) -> None:
        """Hide suggestions on the share of articles chosen; the open one may be another case now."""
        if self.desk is not None:
            self.desk.hide_suggestions(self.settings.get(setting.BLIND_SHARE) / 100)

    def _set_type(self) -> None:
        """Set the article in the size and line length chosen."""
        if self.desk is not None:
            self.desk.reader.set_text_size(self.settings.get(setting.TEXT_SIZE))
            self.desk.reader.set_measure(self.settings.get(setting.TEXT_WIDTH))

    def _work_as_set(self) -> None:
        """Another name was set: the open project is opened anew, with that annotator's set."""
        desk = self.desk
        if desk is not None and desk.annotator != self.settings.annotator():
            self.open_project(desk.project.path, desk.article.id if desk.article else None)

    def _show_furniture_key(self) -> None:
        if self.desk is not None:
            self.desk.reader.set_furniture_key(self.actions.shown_key("furniture"))

    def _connect_desk(self, desk: "Desk", importing: Importing, suggesting: Suggesting) -> None:
        window = self.window
        for source in (importing.problem, suggesting.problem):
            source.connect(self.tell)
        desk.problem.connect(window.message_bar.show_refusal)
        desk.saved.connect(lambda _: window.message_bar.drop_refusal())
        desk.noted.connect(lambda sentence: self.tell(sentence, "note"))
        desk.saved.connect(self._show_saved)
        desk.moved.connect(self._show_place)
        desk.hinted.connect(window.status_bar.show_hint)
        desk.opened.connect(self._on_opened)
        desk.library.article_chosen.connect(self._on_chosen)
        desk.library.import_requested.connect(partial(self.actions.trigger, "import.files"))
        desk.reader.text_size_changed.connect(partial(self.settings.set, setting.TEXT_SIZE))
        window.find_bar.found.connect(desk.reader.select_span)
        window.find_bar.closed.connect(desk.reader.setFocus)
        importing.finished.connect(self._on_imported)

    def _take_key(self, chord: str) -> bool:
        """Hand a key in the article to what waits for one; True where it is used up."""
        return self.desk is not None and any(press(chord) for press in self.desk.waiting)

    def _on_opened(self) -> None:
        if self.desk is None:
            return
        blocks = self.desk.article.blocks if self.desk.article is not None else ()
        furniture = [Span(block.start, block.end) for block in blocks if block.role is Role.BOILERPLATE]
        self.window.find_bar.set_text(self.desk.text, furniture)
        self._resting.start()

    def _suggest(self) -> None:
        """Have suggestions computed for the article one has stopped at, if it has none."""
        wanted = self.settings.get(setting.SUGGEST)
        if self.learning is not None:
            self.learning.switch(wanted and self.settings.get(setting.LEARN))
        if wanted and self.desk is not None and self.desk.article is not None and self.suggesting is not None:
            self.suggesting.need(self.desk.article.id)

    def _on_chosen(self, article_id: int) -> None:
        """Open what was chosen in the library; the focus goes along unless the arrow keys pass by."""
        if self.desk is not None:
            self.desk.open_article(article_id)
            if self.keys.last_chord not in _BROWSING:
                self.desk.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_shown(self) -> None:
        handle = self.window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self.keys)
        # After the first paint: drawing an icon loads Qt's SVG library.
        QTimer.singleShot(0, self, lambda: self.window.setWindowIcon(theme.icon("pressmark")))

    def _follow_desktop(self) -> None:
        """Take the desktop's new colour scheme, if the theme is to be as the desktop is."""
        if self.settings.get(setting.THEME) == "system":
            self._apply_theme("system")

    def _fill_recent(self) -> None:
        submenu = self.window.palette_bar.findChild(QMenu, RECENT)
        if submenu is not None:
            fill_recent(submenu, self.settings.recent_projects(), self.open_project)

    # -- asking -----------------------------------------------------------------------------------

    def ask_new_project(self) -> bool:
        """Ask for a name and make the project; False where there is none after it."""
        wanted = asking.new_project(self.window, self.settings)
        return wanted is not None and self.create_project(*wanted)

    def ask_project(self) -> None:
        """Ask for a project file and open it."""
        path = asking.project_to_open(self.window, self.settings)
        if path is not None:
            self.open_project(path)

    def suggest_again(self) -> None:
        """Compute the open article's suggestions anew."""
        if self.desk is not None and self.desk.article is not None and self.suggesting is not None:
            self.suggesting.compute([self.desk.article.id], first=True)

    def set_theme(self, choice: theme.Choice) -> None:
        """Draw everything in the theme chosen, now and at the next start."""
        self.settings.set(setting.THEME, choice)

    def _apply_theme(self, choice: theme.Choice) -> None:
        self.actions.qt(f"theme.{choice}").setChecked(True)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, choice)

    def change_measure(self, characters: int) -> None:
        """Set the article in longer or shorter lines, now and at the next start."""
        least, most = setting.TEXT_WIDTH.limits
        wanted = self.settings.get(setting.TEXT_WIDTH) + characters
        self.settings.set(setting.TEXT_WIDTH, min(max(least, wanted), most))

    def shut(self) -> None:
        """Put everything away: the window is closing."""
        self.settings.set(setting.WINDOW_GEOMETRY, self.window.geometry_text())
        self._put_away()
        self.tasks.stop()


def _has_annotations(path: Path) -> bool:
    from widgets.loading import loadable

    return bool(loadable(path))
