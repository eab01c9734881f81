"""Which handler each action calls: those of the window, and those of the project open in it."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from app import settings as setting
from app.annotation import Status
from widgets import asking, offers, restoring
from widgets.actions import Handler
from widgets.shell import Shell

if TYPE_CHECKING:
    from widgets.desk import Desk


def bind(shell: Shell) -> None:
    """Bind what works always now, and what works on a project whenever one is opened."""
    shell.actions.bind(window_handlers(shell))
    shell.project_opened.connect(lambda desk: _bind_desk(shell, desk))
    shell.actions.schemed.connect(lambda: _bind_labels(shell))


def window_handlers(shell: Shell) -> dict[str, Handler]:
    """What works whatever is open."""
    window = shell.window
    return {
        "project.new": shell.ask_new_project,
        "project.open": shell.ask_project,
        "project.sample": shell.open_sample,
        "project.restore": partial(restoring.ask_backup, shell),
        "project.close": shell.close_project,
        "import.files": lambda: shell.take_in(asking.files_to_import(window, shell.settings)),
        "import.folder": lambda: shell.take_in(asking.folder_to_import(window, shell.settings)),
        "import.results": shell.show_import_results,
        "export": partial(offers.ask_export, shell),
        "quit": window.close,
        "theme.light": partial(shell.set_theme, "light"),
        "theme.dark": partial(shell.set_theme, "dark"),
        "theme.system": partial(shell.set_theme, "system"),
        "panel.next": partial(window.next_room, 1),
        "panel.previous": partial(window.next_room, -1),
        "palette": partial(offers.search_actions, shell),
        "keys": partial(offers.show_keys, shell),
        "menu": window.palette_bar.open_menu,
        "settings": partial(offers.show_settings, shell),
        "about": partial(offers.show_about, shell),
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
        "learned": partial(offers.show_learned, shell),
        "done": in_article(partial(desk.set_status, Status.DONE, onwards=True)),
        "skip": in_article(partial(desk.set_status, Status.SKIPPED, onwards=True)),
        "todo": in_article(partial(desk.set_status, Status.TODO)),
        "article.next": in_article(desk.step_article, 1),
        "article.previous": in_article(desk.step_article, -1),
        "article.go": partial(offers.ask_article, shell),
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
    return handlers | label_handlers(desk)


def label_handlers(desk: "Desk") -> dict[str, Handler]:
    """What the labels of the scheme of now do: they mark, in the article."""

    def marking(label_id: str) -> Handler:
        def mark() -> None:
            desk.focus_article()
            desk.reader.apply_label(label_id)

        return mark

    return {f"label.{label.id}": marking(label.id) for label in desk.scheme.labels}


def part_handlers(shell: Shell, desk: "Desk") -> dict[str, Handler]:
    """What the parts do that a project brings along; the welcome page waits for none of them."""
    from widgets import carding
    from widgets.annotations_in import AnnotationsIn
    from widgets.registering import Registering
    from widgets.scheming import Scheming
    from widgets.shelving import Shelving
    from widgets.spanning import Spanning

    shelving = Shelving(shell, desk)
    parts = (
        Spanning(desk),
        shelving,
        Scheming(shell, desk, shelving.bulk),
        Registering(desk),
        AnnotationsIn(shell, desk),
    )
    handlers = carding.handlers(shell, desk)
    for part in parts:
        handlers |= part.handlers()
    return (
        handlers
        | _late(("mark_all", "suggestion.review"), lambda: _marking_all(shell, desk))
        | _late(("progress",), lambda: _progress(shell, desk))
    )


def _marking_all(shell: Shell, desk: "Desk") -> dict[str, Handler]:
    from widgets import marking_all

    return marking_all.handlers(shell, desk)


def _progress(shell: Shell, desk: "Desk") -> dict[str, Handler]:
    from widgets import progress

    return progress.handlers(shell, desk)


def _late(action_ids: Iterable[str], make: Callable[[], dict[str, Handler]]) -> dict[str, Handler]:
    """Handlers whose part is made when one of them is first called."""
    made: dict[str, Handler] = {}

    def call(action_id: str) -> None:
        made.update({} if made else make())
        made[action_id]()

    return {action_id: partial(call, action_id) for action_id in action_ids}


def _bind_desk(shell: Shell, desk: "Desk") -> None:
    shell.actions.bind(desk_handlers(shell, desk) | part_handlers(shell, desk))


def _bind_labels(shell: Shell) -> None:
    """The scheme of the open project has other labels now."""
    if shell.desk is not None:
        shell.actions.bind(label_handlers(shell.desk))
