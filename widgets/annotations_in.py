"""Annotations from a file: what to load is asked, what became of it is told and can be looked at again."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app import settings as setting
from widgets import asking
from widgets.actions import Handler

if TYPE_CHECKING:
    from app.readers.loading import LoadReport
    from widgets.desk import Desk
    from widgets.loading import Order
    from widgets.shell import Shell


class AnnotationsIn(QObject):
    """Between the dialogs and the loading."""

    def __init__(self, shell: "Shell", desk: "Desk") -> None:
        super().__init__(desk)
        self._shell = shell
        self._desk = desk
        shell.load_wanted.connect(self.ask)
        desk.closing.connect(partial(shell.load_wanted.disconnect, self.ask))

    def handlers(self) -> dict[str, Handler]:
        """What the actions of this part call."""
        return {"load": self.ask_for_file, "load.results": self.show_results}

    def ask_for_file(self) -> None:
        """Ask which file, and how; then load it."""
        self.ask(None)

    def ask(self, path: Path | None) -> None:
        """Ask how to load what is at the path (None: that is asked, too); then load it."""
        from widgets.dialogs.load import LoadDialog

        shell, desk = self._shell, self._desk
        desk.remember_place()
        dialog = LoadDialog(
            desk.project,
            shell.files.open_for_reading,
            shell.tasks,
            desk.annotator,
            path,
            asking.import_folder(shell.settings),
            shell.window,
        )
        dialog.accepted.connect(lambda: self._load(dialog.order()))
        asking.open_beside(dialog)

    def show_results(self) -> None:
        """Show what became of the file loaded last."""
        from widgets.dialogs.load import LoadResults

        last = self._shell.last_load.get(self._desk.project.path)
        if last is None:
            self._shell.tell(self.tr("Nothing was loaded into this project yet."), "note")
            return
        asking.open_beside(LoadResults(*last, self._shell.window))

    def _load(self, order: "Order") -> None:
        from widgets.loading import Loading

        shell, desk = self._shell, self._desk
        shell.settings.set(setting.IMPORT_FOLDER, str(order.path.absolute().parent))
        desk.focus_article()
        desk.remember_place()
        loading = Loading(desk.session, shell.files.open, shell.tasks, shell.window, self)
        loading.problem.connect(shell.tell)
        loading.outgrown.connect(self._open_anew)
        loading.loaded.connect(lambda report: self._tell(order.path, report))
        loading.start(order)

    def _open_anew(self) -> None:
        desk = self._desk
        self._shell.open_project(desk.project.path, desk.article.id if desk.article else None)

    def _tell(self, path: Path, report: "LoadReport") -> None:
        from widgets.dialogs.load.report import summary

        shell = self._shell
        if shell.desk is None:
            return
        shell.last_load[shell.desk.project.path] = (path, report)
        said = self.tr("Loaded {file}: {result}").format(file=path.name, result=summary(report))
        more = (self.tr("Show results"), lambda: shell.actions.trigger("load.results"))
        shell.tell(said, "problem" if report.left else "note", more)
