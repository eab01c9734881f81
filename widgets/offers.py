"""The dialogs a window offers, and what comes of them: export, go to, search actions, keys, settings."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app import settings as setting
from app.errors import UserError
from widgets import asking
from widgets.homely import homely
from widgets.shell import Shell
from widgets.tasks import Task
from widgets.texts import tr

if TYPE_CHECKING:
    from widgets.exporting import Order, Written


def ask_export(shell: Shell) -> None:
    """Ask what to export and where to, and write it in the background."""
    from widgets.dialogs.export import ExportDialog, Within, kept

    desk = shell.desk
    if desk is None:
        return
    project, library = desk.project, desk.library
    dialog = ExportDialog(
        project,
        shell.files.open_for_reading,
        shell.tasks,
        asking.export_folder(shell.settings),
        shell.settings.get(setting.EXPORT_FORMAT),
        Within(tuple(library.listed_articles()), tuple(library.several_selected())),
        shell.window,
    )

    def begin() -> None:
        order = dialog.order()
        with suppress(UserError):  # a project that is only read is exported all the same
            project.remember(kept.KEY, kept.to_json(order))
        export(shell, project.path, order)

    dialog.accepted.connect(begin)
    asking.open_beside(dialog)


def export(shell: Shell, project: Path, order: "Order") -> None:
    """Write a dataset in the background, and say what was written."""
    from widgets.exporting import losses_lines, write

    shell.settings.set(setting.EXPORT_FORMAT, order.format)
    shell.settings.set(setting.EXPORT_FOLDER, str(order.out.absolute().parent))
    work = partial(write, open_for_reading=shell.files.open_for_reading, project=project, order=order)

    def tell(written: "Written") -> None:
        report = written.report
        articles, annotations = report.articles, report.annotations
        said = tr("Exported to {path}: {articles}, {annotations}.").format(
            path=homely(report.out),
            articles=tr("{count} articles", "", articles),
            annotations=tr("{count} annotations", "", annotations),
        )
        leaks = str(written.leaks or "")
        shell.tell("\n".join(filter(None, [said, leaks, losses_lines(report.losses)])), "note")

    def listen(task: Task) -> None:
        task.succeeded.connect(tell)
        task.failed.connect(shell.tell)

    shell.tasks.start(tr("Exporting"), work, listen)


def ask_article(shell: Shell) -> None:
    """Ask for an article's number and open it."""
    desk = shell.desk
    if desk is None or desk.article is None:
        return
    number, count = desk.library.position(desk.article.id)
    wanted = asking.article_number(shell.window, number, count)
    target = None if wanted is None else desk.library.neighbour(desk.article.id, wanted - number)
    if target is not None:
        desk.open_article(target)


def search_actions(shell: Shell) -> None:
    """Offer every action by name, and do the one chosen once the dialog is gone."""
    from widgets.dialogs.command_palette import CommandPalette

    dialog = CommandPalette(shell.actions, shell.window)
    dialog.accepted.connect(
        lambda: QTimer.singleShot(0, shell, partial(shell.actions.trigger, dialog.chosen))
    )
    asking.open_beside(dialog)


def show_keys(shell: Shell) -> None:
    """Show all keys."""
    from widgets.dialogs.keys_list import KeysDialog

    asking.open_beside(KeysDialog(shell.actions, shell.window))


def show_settings(shell: Shell) -> None:
    """Offer what can be set, and the keys; each change holds at once."""
    from widgets.dialogs.settings import SettingsDialog

    asking.open_beside(SettingsDialog(shell.settings, shell.actions, shell.window))


def show_about(shell: Shell) -> None:
    """Say what this is."""
    from widgets.dialogs.about import AboutDialog

    asking.open_beside(AboutDialog(shell.window))


def show_learned(shell: Shell) -> None:
    """Show what was learned from the annotator, and the switch."""
    from widgets.dialogs.learned import LearnedDialog

    desk, learning = shell.desk, shell.learning
    if desk is None or learning is None:
        return
    dialog = LearnedDialog(desk.scheme, shell.settings.get(setting.LEARN), shell.window)

    def show(_: object = None) -> None:
        dialog.show_learned(learning.known(), under_way=learning.under_way())

    def switch(on: bool) -> None:
        shell.settings.set(setting.LEARN, on)
        show()

    show()
    dialog.switched.connect(switch)
    learning.learned.connect(show)
    dialog.finished.connect(lambda _: learning.learned.disconnect(show))
    asking.open_beside(dialog)
