"""Which handler each action calls: those of the window, and those of the project open in it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app import settings as setting
from app.annotation import Status
from widgets import asking
from widgets.actions import Handler
from widgets.shell import Shell

if TYPE_CHECKING:
    from widgets.desk import Desk


def bind(shell: Shell) -> None:
    """Bind what works always now, and what works on a project whenever one is opened."""
    shell.actions.bind(window_handlers(shell))
    shell.project_opened.connect(lambda desk: shell.actions.bind(desk_handlers(shell, desk)))


def window_handlers(shell: Shell) -> dict[str, Handler]:
    """What works whatever is open."""
    window = shell.window
    return {
        "project.new": shell.ask_new_project,
        "project.open": shell.ask_project,
        "project.sample": shell.open_sample,
        "project.close": shell.close_project,
        "import.files": lambda: shell.take_in(asking.files_to_import(window, shell.settings)),
        "import.folder": lambda: shell.take_in(asking.folder_to_import(window, shell.settings)),
        "import.results": shell.show_import_results,
        "export": shell.ask_export,
        "quit": window.close,
        "theme.light": partial(shell.set_theme, "light"),
        "theme.dark": partial(shell.set_theme, "dark"),
        "theme.system": partial(shell.set_theme, "system"),
        "panel.next": partial(window.next_room, 1),
        "panel.previous": partial(window.next_room, -1),
        "palette": shell.search_actions,
        "keys": shell.show_keys,
        "menu": window.palette_bar.open_menu,
        "about": shell.show_about,
        "find": window.find_bar.open_bar,
        "find.next": partial(window.find_bar.step, 1),
        "find.previous": partial(window.find_bar.step, -1),
    }


def desk_handlers(shell: Shell, desk: "Desk") -> dict[str, Handler]:
    """What works on the open project. Where a field is being typed in, that is taken over first."""
    reader = desk.reader

    def in_article(act: Callable[..., object], *arguments: object) -> Handler:
        """Act and leave the focus in the article, whether a key or a button was pressed."""

        def handle() -> None:
            desk.focus_article()
            act(*arguments)

        return handle

    handlers: dict[str, Handler] = {
        "undo": desk.undo,
        "redo": desk.redo,
        "copy": reader.copy,
        "search": desk.library.focus_search,
        "confirm": desk.confirm,
        "reject": desk.refuse,
        "relate": in_article(desk.begin_relating),
        "cancel": desk.cancel,
        "annotation.next": in_article(reader.next_annotation, 1),
        "annotation.previous": in_article(reader.next_annotation, -1),
        "suggestion.next": in_article(reader.next_suggestion, 1),
        "suggestion.previous": in_article(reader.next_suggestion, -1),
        "suggest": shell.suggest_again,
        "done": in_article(partial(desk.set_status, Status.DONE, onwards=True)),
        "skip": in_article(partial(desk.set_status, Status.SKIPPED, onwards=True)),
        "todo": in_article(partial(desk.set_status, Status.TODO)),
        "article.next": in_article(desk.step_article, 1),
        "article.previous": in_article(desk.step_article, -1),
        "article.go": shell.ask_article,
        "article.remove": in_article(desk.remove_article),
        "block.furniture": desk.toggle_role,
        "furniture": reader.toggle_furniture,
        "text.larger": lambda: reader.set_text_size(reader.text_size() + 1),
        "text.smaller": lambda: reader.set_text_size(reader.text_size() - 1),
        "text.reset": lambda: reader.set_text_size(setting.TEXT_SIZE.default),
        "lines.longer": partial(shell.change_measure, 4),
        "lines.shorter": partial(shell.change_measure, -4),
    }
    for edge in ("start", "end"):
        for way, step in (("right", 1), ("left", -1)):
            handlers[f"{edge}.{way}"] = partial(reader.nudge, edge, "character", step)
            handlers[f"{edge}.word_{way}"] = partial(reader.nudge, edge, "word", step)
    for label in desk.scheme.labels:
        handlers[f"label.{label.id}"] = in_article(reader.apply_label, label.id)
    return handlers
