"""Make the pictures in docs/screenshots, or in another folder: what script/screenshots calls.

Each is the real window on the bundled sample project, off screen: `window-light.png` shows the Russian
article, `window-light-kk.png` the Kazakh one, and so on.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from widgets.shell import Shell

ROOT = Path(__file__).parents[2]
# Pixels, as in the drawings of the design.
SIZE = (1440, 900)
# Seconds in which background work may end before a picture is taken.
PATIENCE = 60.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Make every picture and say where."""
    parser = argparse.ArgumentParser(prog="script/screenshots", description="Make pictures of Pressmark.")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots", metavar="DIR")
    out: Path = parser.parse_args(arguments).out
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pressmark-screenshots-") as name:
        folder = Path(name)
        project = folder / "sample.pressmark"
        import main as program

        program.make_sample(project)
        for path in make(folder, project, out):
            sys.stdout.write(f"{path}\n")
    return 0


def make(folder: Path, project: Path, out: Path) -> Iterator[Path]:
    """Take the pictures one after the other."""
    from widgets.dialogs.export import ExportDialog

    for mode in ("light", "dark"):
        with _window(folder, mode, project) as (shell, settle):
            for language, ending in (("ru", ""), ("kk", "-kk"), ("en", "-en")):
                _open(shell, language)
                settle()
                yield _take(shell.window, out / f"window-{mode}{ending}.png")
            for action in ("palette", "keys", "export"):
                shell.actions.trigger(action)
                settle()
                dialog = _dialog()
                if isinstance(dialog, ExportDialog):
                    dialog.choose_format("brat")  # one that cannot hold everything
                    settle()
                yield _take(dialog, out / f"{action}-{mode}.png")
                dialog.close()
                settle()
        with _window(folder, mode, None) as (shell, settle):
            settle()
            yield _take(shell.window, out / f"welcome-{mode}.png")


@contextmanager
def _window(folder: Path, mode: str, project: Path | None) -> "Iterator[tuple[Shell, Callable[[], None]]]":
    """A window in the theme, on the project; with what waits until everything is painted."""
    from PySide6.QtGui import QCursor

    from app import settings as setting
    from app.settings import Settings
    from tests.widgets.window.samples import files
    from widgets.application import make_application, make_window

    settings = Settings(folder / "config")
    settings.set(setting.THEME, mode)
    settings.set(setting.RECENT_PROJECTS, [])
    application = make_application(settings)
    shell = make_window(files(), settings)
    if project is not None:
        shell.open_project(project)
    shell.window.resize(*SIZE)
    shell.window.show()
    QCursor.setPos(shell.window.geometry().center())  # over the paper, where it lights nothing up

    def settle() -> None:
        end = time.monotonic() + PATIENCE
        least = time.monotonic() + 0.6  # timers that wait for the hand to rest
        while time.monotonic() < least or (shell.tasks.running and time.monotonic() < end):
            application.processEvents()
            time.sleep(0.01)
        application.processEvents()  # what the last job brought is laid out

    try:
        yield shell, settle
    finally:
        shell.window.close()


def _open(shell: "Shell", language: str) -> None:
    """Open the article of the language with the most annotations, and select a claim said by somebody."""
    from app.article import Role
    from app.project import ArticleQuery

    desk = shell.desk
    assert desk is not None
    count = partial(desk.project.annotations, annotator=desk.annotator)
    article_ids = desk.project.find(ArticleQuery(languages=(language,)))
    desk.open_article(max(article_ids, key=lambda article_id: len(count(article_id))))
    assert desk.article is not None
    body = next(block.start for block in desk.article.blocks if block.role is Role.BODY)
    claims = [a for a in desk.annotations() if a.label == "claim" and a.start >= body]
    said = {r.source for r in desk.project.relations(desk.article.id) if r.type == "said_by"}
    desk.show_annotation(next(claim.id for claim in claims if claim.id in said))


def _dialog() -> "QWidget":
    from PySide6.QtWidgets import QApplication

    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def _take(widget: "QWidget", path: Path) -> Path:
    widget.grab().save(str(path))
    return path


if __name__ == "__main__":
    sys.exit(main())
