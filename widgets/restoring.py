"""A backup made a project again, beside the one it is of: that one stays as it is."""

from itertools import count
from pathlib import Path

from widgets import asking
from widgets.project_files import BACKUPS, SUFFIX
from widgets.shell import Shell
from widgets.tasks import Task
from widgets.texts import tr


def ask_backup(shell: Shell) -> None:
    """Ask for a backup, restore it in the background and open what it became."""
    project = shell.desk.project.path if shell.desk is not None else None
    backup = asking.backup_to_restore(shell.window, shell.settings, project)
    if backup is None:
        return
    out = place_for(backup)

    def listen(task: Task) -> None:
        task.succeeded.connect(lambda _: _open(shell, backup, out))
        task.failed.connect(shell.tell)

    shell.tasks.start(tr("Restoring the backup"), lambda _: shell.files.restore(backup, out), listen)


def place_for(backup: Path) -> Path:
    """Return where the project of a backup goes: a name that is free, beside the project it was made of."""
    folder, stem = backup.parent, backup.stem
    if folder.name.endswith(BACKUPS):
        folder, stem = folder.parent, folder.name.removesuffix(BACKUPS)
    names = (f"{stem} restored{f' {number}' if number > 1 else ''}{SUFFIX}" for number in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


def _open(shell: Shell, backup: Path, out: Path) -> None:
    if shell.open_project(out):
        sentence = tr("{backup} was verified and restored as {project}, which is open now.")
        shell.tell(sentence.format(backup=backup.name, project=out.name), "note")
