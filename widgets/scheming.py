"""The scheme of the open project under the hands: the editor, its sheets, and a window that follows."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog

import resources
from app import settings as setting
from app.changes import Change, Step
from app.errors import UserError
from app.project import Project
from app.scheme import Label, Scheme, parse_scheme
from widgets.actions import Handler
from widgets.bulk import Bulk, Report
from widgets.tasks import Job, Task
from widgets.telling import told

if TYPE_CHECKING:
    from app.commands.edit_scheme import Impact
    from app.scheme_edits import Edit
    from widgets.desk import Desk
    from widgets.scheme_editor import SchemeEditor
    from widgets.scheme_editor.sheet import ImpactSheet
    from widgets.shell import Shell

# Annotations touched at once; an edit of more is carried out beside the window. Each takes about 0.1 ms.
_AT_ONCE = 1_000


class Scheming(QObject):
    """Between the scheme editor and the commands, and from a step of the scheme to the window."""

    problem = Signal(str)

    def __init__(self, shell: "Shell", desk: "Desk", bulk: Bulk) -> None:
        super().__init__(desk)
        self._shell, self._desk, self._bulk = shell, desk, bulk
        self._editor: SchemeEditor | None = None
        self._shown: Scheme = desk.scheme
        self.problem.connect(self._tell)
        desk.signals.stepped.connect(self._on_step)
        desk.closing.connect(self._close)

    def handlers(self) -> dict[str, Handler]:
        """The actions of the scheme."""
        return {"scheme": self.open_editor}

    # -- the editor -------------------------------------------------------------------------------------

    def open_editor(self) -> None:
        """Show the editor, or bring it to the front."""
        if self._editor is None:
            self._editor = self._new_editor()
            self._refresh()
        self._editor.show()
        self._editor.raise_()
        self._editor.activateWindow()

    @property
    def editor(self) -> "SchemeEditor | None":
        """The editor, if it was opened."""
        return self._editor

    def _new_editor(self) -> "SchemeEditor":
        from widgets.scheme_editor import SchemeEditor

        titles = {name: parse_scheme(toml).name for name, toml in resources.schemes().items()}
        editor = SchemeEditor(titles, self._shell.window)
        self._desk.destroyed.connect(editor.deleteLater)
        editor.edited.connect(self.edit)
        editor.merge_requested.connect(partial(self._ask_about, "merge_labels"))
        editor.split_requested.connect(partial(self._ask_about, "split_label"))
        editor.delete_requested.connect(partial(self._ask_about, "delete_label"))
        editor.import_requested.connect(self._import)
        editor.export_requested.connect(self._ask_export)
        editor.history_requested.connect(self._shell.actions.trigger)
        return editor

    def _refresh(self) -> None:
        if self._editor is not None:
            uses = self._desk.project.counts(self._desk.annotator).by_label
            self._editor.show_scheme(self._desk.scheme, uses)

    def _close(self) -> None:
        """The project is put away: so are the editor and what it asks."""
        if self._editor is not None:
            for dialog in self._editor.findChildren(QDialog):
                dialog.reject()
            self._editor.close()

    # -- edits --------------------------------------------------------------------------------------------

    @told
    def edit(self, verb: str, title: str, edit: "Edit") -> None:
        """Carry the edit out; if it touches marks, say first what it touches."""
        from app.commands.edit_scheme import is_harmless, preview

        project = self._desk.project
        counts = project.counts(self._desk.annotator)
        few = counts.annotations + counts.relations + counts.suggestions <= _AT_ONCE
        if is_harmless(self._desk.scheme, edit) or (few and not preview(project, edit)):
            self._do(verb, title, edit, None)
            return
        from widgets.scheme_editor.sheets import plain_sheet

        self._open(verb, title, plain_sheet(title, edit, self._count, self._parent()))

    def import_toml(self, toml: str, name: str) -> "ImpactSheet | None":
        """Ask about the scheme of this text in place of the one there is; `name` is what errors call it."""
        from widgets.scheme_editor.sheets import import_sheet

        try:
            other = parse_scheme(toml, name)
        except UserError as error:
            self.problem.emit(str(error))
            return None
        uses = self._desk.project.counts(self._desk.annotator).by_label
        sheet = import_sheet(self._desk.scheme, other, uses, self._count, self._parent())
        self._open("import_scheme", self.tr("Importing the scheme"), sheet)
        return sheet

    def export_to(self, path: Path) -> None:
        """Write the scheme as TOML."""
        from app.scheme_toml import write_scheme

        making = path.with_name(f".{path.name}.new")
        try:
            making.write_text(write_scheme(self._desk.scheme), encoding="utf-8", newline="\n")
            making.replace(path)
        except OSError as error:
            self.problem.emit(
                self.tr("{path} cannot be written: {cause}.").format(path=path, cause=error.strerror)
            )

    def _ask_about(self, verb: str, label_id: str) -> None:
        from widgets.scheme_editor import sheets

        scheme = self._desk.scheme
        label = scheme.label(label_id)
        if label is None:
            return
        make: dict[str, Callable[..., ImpactSheet]] = {
            "merge_labels": sheets.merge_sheet,
            "split_label": sheets.split_sheet,
            "delete_label": sheets.delete_sheet,
        }
        titles = {
            "merge_labels": self.tr("Merging labels"),
            "split_label": self.tr("Splitting the label"),
            "delete_label": self.tr("Deleting the label"),
        }
        self._open(verb, titles[verb], make[verb](scheme, label, self._count, self._parent()))

    def _open(self, verb: str, title: str, sheet: "ImpactSheet") -> None:
        def accepted() -> None:
            if sheet.edit is not None:
                self._do(verb, title, sheet.edit, sheet.impact)

        sheet.accepted.connect(accepted)
        sheet.rejected.connect(self._refill)
        sheet.finished.connect(sheet.deleteLater)
        sheet.recount()
        sheet.open()

    @told
    def _do(self, verb: str, title: str, edit: "Edit", impact: "Impact | None") -> None:
        from app.commands.edit_scheme import edit_scheme

        session, edited = self._desk.session, self._desk.scheme
        if impact is not None and impact.annotations + impact.suggestions > _AT_ONCE:

            def changes(project: Project, report: Report) -> list[Change]:
                return edit_scheme(
                    project, edit, lambda done: report(done, impact.annotations), edited=edited
                )

            self._bulk.do(title, verb, changes, lambda step: None)
            return
        session.do(verb, edit_scheme(session.project, edit, edited=edited))

    def _count(self, edit: "Edit", listen: Callable[[Task], None]) -> Task:
        """Count beside the window what the edit touches, by a connection of its own."""
        from app.commands.edit_scheme import preview

        path, opener = self._desk.project.path, self._shell.files.open_for_reading

        def work(job: Job) -> "Impact":
            project = opener(path)
            try:
                return preview(project, edit, job.report)
            finally:
                project.close()

        return self._shell.tasks.start(self.tr("Counting what is touched"), work, listen)

    # -- import and export ----------------------------------------------------------------------------------

    def _import(self, template: str) -> None:
        if template:
            self.import_toml(resources.scheme(template), template)
            return
        folder = self._shell.settings.get(setting.EXPORT_FOLDER) or str(Path.home())
        kinds = self.tr("Schemes") + " (*.toml)"
        chosen, _ = QFileDialog.getOpenFileName(self._parent(), self.tr("Import a scheme"), folder, kinds)
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> "ImpactSheet | None":
        """Ask about the scheme in the file in place of the one there is."""
        try:
            toml = path.read_text(encoding="utf-8")
        except OSError as error:
            cause = str(error.strerror)
            self.problem.emit(self.tr("{path} cannot be read: {cause}.").format(path=path, cause=cause))
        except UnicodeDecodeError:
            self.problem.emit(self.tr("{path} is not a text in UTF-8.").format(path=path))
        else:
            return self.import_toml(toml, path.name)
        return None

    def _ask_export(self) -> None:
        folder = Path(self._shell.settings.get(setting.EXPORT_FOLDER) or Path.home())
        wanted = str(folder / f"{self._desk.scheme.id}.toml")
        kinds = self.tr("Schemes") + " (*.toml)"
        chosen, _ = QFileDialog.getSaveFileName(self._parent(), self.tr("Export the scheme"), wanted, kinds)
        if chosen:
            path = Path(chosen)
            self.export_to(path if path.suffix else path.with_suffix(".toml"))

    # -- following --------------------------------------------------------------------------------------

    def _on_step(self, step: Step) -> None:
        """Bring palette, keys and editor into line with the scheme of now, after the desk has it."""
        schemed = bool(step.of(Scheme))
        if schemed:
            scheme, before = self._desk.scheme, self._shown
            self._shown = scheme
            if _on_keys(scheme) != _on_keys(before):
                self._shell.actions.set_scheme(scheme)
            if _in_palette(scheme) != _in_palette(before):
                self._shell.window.palette_bar.set_project(self._desk.project.path.stem, scheme)
        if self._editor is not None and (schemed or self._editor.isVisible()):
            self._refresh()

    def _refill(self) -> None:
        if self._editor is not None:
            self._editor.refill()

    def _parent(self) -> "SchemeEditor":
        if self._editor is None:
            self._editor = self._new_editor()
            self._refresh()
        return self._editor

    def _tell(self, sentence: str) -> None:
        """Say it where one looks: in the editor while it is open."""
        if self._editor is not None and self._editor.isVisible():
            self._editor.say(sentence)
        else:
            self._desk.problem.emit(sentence)


def _on_keys(scheme: Scheme) -> list[tuple[str, str, str]]:
    """What actions are made of."""
    return [(label.id, label.name, label.key) for label in scheme.labels]


def _in_palette(scheme: Scheme) -> list[tuple[object, ...]]:
    """What the palette shows of labels."""

    def shown(label: Label) -> tuple[object, ...]:
        return label.id, label.name, label.key, label.pattern, label.light, label.dark

    return [shown(label) for label in scheme.labels]
