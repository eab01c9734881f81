"""Menus made from the declared actions, with the recent projects among them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from widgets.actions import MENUS, Actions
from widgets.texts import tr, translated

RECENT = "recent"


def menu_of_all(actions: Actions, parent: QWidget) -> QMenu:
    """One menu with a submenu for each of `MENUS`: filled when it is opened, anew when the actions changed.

    Not before: a hundred actions in eight menus take longer to lay out than the window takes to paint.
    """
    menu = QMenu(parent)

    def fill() -> None:
        for name in MENUS if menu.isEmpty() else ():
            submenu = menu.addMenu(translated(name))
            submenu.setObjectName(name)
            fill_menu(submenu, actions, name)

    def clear() -> None:
        menu.clear()
        for submenu in menu.findChildren(QMenu):  # Qt leaves them
            submenu.deleteLater()

    menu.aboutToShow.connect(fill)
    actions.schemed.connect(clear)
    return menu


def fill_menu(menu: QMenu, actions: Actions, name: str) -> None:
    """Put the actions of one menu into `menu`, in order, with lines where they are declared."""
    for action in actions.of_menu(name):
        if action.separated:
            menu.addSeparator()
        menu.addAction(actions.qt(action.id))
        if action.id == "project.open":
            recent = menu.addMenu(tr("Recent projects"))
            recent.setObjectName(RECENT)


def fill_recent(menu: QMenu, projects: Sequence[Path], chosen: Callable[[Path], object]) -> None:
    """List the recent projects in the submenu made for them."""
    menu.clear()
    menu.setEnabled(bool(projects))
    for path in projects:
        menu.addAction(path.stem).triggered.connect(lambda _=False, path=path: chosen(path))
