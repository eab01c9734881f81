"""The start of the window: application, theme, settings, one window; and what happens at a bug of ours."""

import gc
import logging
import sys
import traceback
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import settings as setting
from app.errors import UserError
from app.settings import Settings
from widgets import texts, theme
from widgets.project_files import ProjectFiles
from widgets.texts import tr

if TYPE_CHECKING:
    from widgets.shell import Shell

log = logging.getLogger(__name__)

# Background jobs share the interpreter with the window: it is handed over after 0.2 ms instead
# of Python's 5. To draw the window takes dozens of such handovers, each of which may wait this long.
_SWITCH_INTERVAL = 0.0002
ERRORS_FILE = "errors.log"

# What the first act needs and the first paint does not; brought one by one, so many milliseconds apart, while
# whoever opened the project is still reading.
_FOR_ACTS = ("app.commands", "widgets.inspector.card", "widgets.inspector.cards")
_APART = 150


def run(
    files: ProjectFiles,
    project: Path | None = None,
    article_id: int | None = None,
    arguments: Sequence[str] = (),
    settings: Settings | None = None,
) -> int:
    """Open the window on `project` (None: the last one, else the welcome page); return its exit code.

    `arguments` go to Qt (`-platform offscreen`). A project that cannot be opened is told in the window.
    """
    sys.setswitchinterval(_SWITCH_INTERVAL)
    settings = settings or Settings()
    application = make_application(settings, arguments)
    shell = make_window(files, settings)
    previous = sys.excepthook
    sys.excepthook = lambda kind, error, trace: _on_bug(shell, kind, error, trace)
    try:
        start(shell, project, article_id)
        shell.window.show()
        QTimer.singleShot(0, shell, _collect_garbage)
        for number, module in enumerate(_FOR_ACTS, 2):
            QTimer.singleShot(number * _APART, shell, partial(import_module, module))
        return application.exec()
    finally:
        sys.excepthook = previous


def make_application(settings: Settings, arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication, in the theme and the language of the settings."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["pressmark", *arguments])
    application.setApplicationName("Pressmark")
    application.setDesktopFileName("pressmark")
    application.setStyle("Fusion")
    theme.apply(application, theme_choice(settings))
    texts.speak(application, settings.get(setting.LANGUAGE))
    return application


def make_window(files: ProjectFiles, settings: Settings) -> "Shell":
    """The window with its actions bound, empty and not shown yet: see `start`."""
    from widgets import bindings
    from widgets.shell import Shell

    shell = Shell(files, settings)
    bindings.bind(shell)
    return shell


def theme_choice(settings: Settings) -> theme.Choice:
    """The theme of the settings."""
    match settings.get(setting.THEME):
        case "light":
            return "light"
        case "dark":
            return "dark"
        case _:
            return "system"


def start(shell: "Shell", project: Path | None, article_id: int | None) -> None:
    """Open the project named, else the last one; where there is none, or it cannot be, the welcome page."""
    recent = shell.settings.recent_projects()
    wanted = project or (recent[0] if recent else None)
    if wanted is None or not shell.open_project(wanted, article_id):
        shell.show_welcome()


def _collect_garbage() -> None:
    """Look for garbage, which `main.open_window` puts off, but never among what the start has made."""
    gc.freeze()
    gc.enable()


def _on_bug(
    shell: "Shell", kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """What no code of ours expected: kept in a file and told; the window stays up, nothing is lost."""
    if isinstance(error, KeyboardInterrupt):
        QTimer.singleShot(0, shell.window.close)
        return
    if isinstance(error, UserError):
        shell.tell(str(error))
        return
    log.error("unexpected error", exc_info=(kind, error, trace))
    place = shell.settings.path.with_name(ERRORS_FILE)
    try:
        with place.open("a", encoding="utf-8") as errors:
            errors.writelines(traceback.format_exception(kind, error, trace))
    except OSError:
        place = Path("stderr")
    shell.tell(
        tr("Unexpected error: {error}. What you did before is saved; details are in {place}.").format(
            error=kind.__name__, place=place
        )
    )
