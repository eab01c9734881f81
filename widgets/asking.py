"""What the window asks its user: files, folders, names. Each question opens where the last one ended."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app import settings as setting
from app.settings import Setting, Settings
from widgets.project_files import BACKUPS, SUFFIX
from widgets.texts import tr


def new_project(parent: QWidget, settings: Settings) -> tuple[Path, str] | None:
    """The file of a project to make, and the name of its scheme; None if it was thought better of.

    Keeps the annotator's name.
    """
    from widgets.dialogs.new_project import NewProjectDialog

    dialog = NewProjectDialog(_folder(settings, setting.PROJECT_FOLDER), settings.annotator(), parent)
    if not dialog.exec():
        return None
    if dialog.annotator() != settings.annotator():
        settings.set(setting.ANNOTATOR, dialog.annotator())
    return dialog.path(), dialog.scheme()


def project_to_open(parent: QWidget, settings: Settings) -> Path | None:
    """An existing project's file."""
    folder = str(_folder(settings, setting.PROJECT_FOLDER))
    kinds = tr("Projects") + f" (*{SUFFIX})"
    chosen, _ = QFileDialog.getOpenFileName(parent, tr("Open project"), folder, kinds)
    return Path(chosen) if chosen else None


def backup_to_restore(parent: QWidget, settings: Settings, project: Path | None) -> Path | None:
    """A backup's file, of the open project or of another one."""
    folder = _folder(settings, setting.PROJECT_FOLDER)
    if project is not None and (kept := project.with_name(project.stem + BACKUPS)).is_dir():
        folder = kept
    kinds = tr("Backups") + f" (*{SUFFIX})"
    chosen, _ = QFileDialog.getOpenFileName(parent, tr("Restore a backup"), str(folder), kinds)
    return Path(chosen) if chosen else None


def files_to_import(parent: QWidget, settings: Settings) -> list[Path]:
    """Saved pages; none if it was thought better of."""
    folder = str(_folder(settings, setting.IMPORT_FOLDER))
    chosen, _ = QFileDialog.getOpenFileNames(parent, tr("Import files"), folder)
    return _kept(settings, [Path(name) for name in chosen])


def folder_to_import(parent: QWidget, settings: Settings) -> list[Path]:
    """A folder of saved pages, alone in a list; none if it was thought better of."""
    folder = str(_folder(settings, setting.IMPORT_FOLDER))
    chosen = QFileDialog.getExistingDirectory(parent, tr("Import a folder"), folder)
    return _kept(settings, [Path(chosen)] if chosen else [])


def article_number(parent: QWidget, number: int, count: int) -> int | None:
    """The number of an article in the list."""
    from widgets.dialogs.go_to import GoToDialog

    dialog = GoToDialog(number, count, parent)
    return dialog.number() if dialog.exec() else None


def import_folder(settings: Settings) -> Path:
    """Where files were last brought in from."""
    return _folder(settings, setting.IMPORT_FOLDER)


def export_folder(settings: Settings) -> Path:
    """Where datasets were last exported to."""
    return _folder(settings, setting.EXPORT_FOLDER)


def open_beside(dialog: QDialog) -> None:
    """Show a dialog over its window without holding up anything else."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _folder(settings: Settings, which: Setting[str]) -> Path:
    """The folder a question was last answered with, or the home folder."""
    kept = Path(settings.get(which) or Path.home())
    return kept if kept.is_dir() else Path.home()


def _kept(settings: Settings, paths: list[Path]) -> list[Path]:
    if paths:
        settings.set(setting.IMPORT_FOLDER, str(paths[0].absolute().parent))
    return paths
