"""The stage of one picture: a window on a copy of a project, with hands to bring it to a state."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from app import settings as setting
from app.anchor import Span
from app.annotation import Annotation
from app.project import ArticleQuery
from app.settings import Settings
from tests.keyboard import press, write
from tests.screenshots.newsroom import ANNOTATOR
from tests.widgets.window.samples import files
from widgets.application import make_application, make_window
from widgets.desk import Desk
from widgets.main_window import MainWindow
from widgets.shell import Shell

# Pixels, as in the drawings of the design; and those left of a screen of 1920 x 1080 at twice the size.
SIZE, SIZE_LARGE = (1440, 900), (960, 560)
# Seconds in which timers that wait for the hand to rest have run out; and between two acts.
_REST, _BREATH = 0.35, 0.1
# Seconds in which background work may end before a picture is taken.
_PATIENCE = 60.0

Shot = QWidget | tuple[QWidget, QRect]
"""What is to be seen: a widget, or a part of one."""


class Stage:
    """One window, and what is done in it before its picture is taken."""

    def __init__(self, folder: Path, projects: dict[str, Path], settings: Settings) -> None:
        """`projects` are files by name; each is copied into `folder` when it is opened."""
        self.folder = folder
        self.settings = settings
        self._projects = projects
        self.waits_for_jobs = True
        """Whether to settle means that background jobs have ended."""
        self.ticks = threading.Event()
        """Never set: a job that is to last waits for it."""

    @cached_property
    def application(self) -> QApplication:
        """The application, in the language set."""
        return make_application(self.settings)

    @cached_property
    def shell(self) -> Shell:
        """The window's shell; the window is shown when it is first asked for."""
        application = self.application
        shell = make_window(files(), self.settings)
        shell.show_welcome()
        shell.window.resize(*(SIZE if application.devicePixelRatio() == 1 else SIZE_LARGE))
        shell.window.show()
        application.processEvents()
        QCursor.setPos(shell.window.geometry().center())  # over the paper, where it lights nothing up
        return shell

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self.shell.window

    def speak(self, language: str) -> None:
        """Show the interface in this language; before anything is shown."""
        self.settings.set(setting.LANGUAGE, language)

    @property
    def desk(self) -> Desk:
        """The desk of the open project."""
        assert self.shell.desk is not None
        return self.shell.desk

    # -- opening ----------------------------------------------------------------------------------

    def open_project(self, name: str = "newsroom") -> Desk:
        """Open a project of that name."""
        path = self.folder / f"{name}.pressmark"
        shutil.copyfile(self._projects[name], path)
        assert self.shell.open_project(path), self.window.message_bar.text()
        self.rest()
        return self.desk

    def open_article(self, words: str) -> Desk:
        """Open the newsroom's article whose title has these words."""
        desk = self.open_project()
        self.go_to(words)
        return desk

    def go_to(self, words: str) -> None:
        """Open another article of the project."""
        project = self.desk.project
        found = (i for i in project.find(ArticleQuery()) if words in project.article(i).title)
        self.desk.open_article(next(found))
        self.desk.focus_article()
        self.rest()

    # -- doing ------------------------------------------------------------------------------------

    def press(self, *chords: str) -> None:
        """Press keys."""
        press(self.window, *chords)
        self.rest(0.05)

    def write(self, text: str) -> None:
        """Type."""
        write(self.window, text)
        self.rest(0.05)

    def do(self, action: str) -> QWidget:
        """Do what the action does; return the dialog it opened, or the window."""
        self.shell.actions.trigger(action)
        self.rest(2 * _BREATH)
        return QApplication.activeModalWidget() or self.window

    def span(self, quote: str) -> Span:
        """The first place of these words in the open article."""
        start = self.desk.text.index(quote)
        return Span(start, start + len(quote))

    def find(self, quote: str, label: str) -> Annotation:
        """The shortest annotation of the label that has these words."""
        found = [a for a in self.desk.annotations() if a.label == label and quote in a.text]
        assert found, f"no {label} in this article has “{quote}”"
        return min(found, key=lambda annotation: len(annotation.text))

    def select(self, quote: str, label: str) -> Annotation:
        """Select the shortest annotation of the label that has these words."""
        annotation = self.find(quote, label)
        self.desk.show_annotation(annotation.id)
        self.rest()
        return annotation

    def mark(self, quote: str, label: str) -> None:
        """Mark these words."""
        self.desk.annotate([self.span(quote)], label)

    # -- seeing -----------------------------------------------------------------------------------

    def rest(self, seconds: float = _BREATH) -> None:
        """Let the window do what it has to."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.application.processEvents()
            time.sleep(0.005)

    def settle(self) -> None:
        """Wait until everything is painted, timers have run out, and background jobs have ended."""
        self.rest(_REST)
        end = time.monotonic() + _PATIENCE
        while self.waits_for_jobs and self.shell.tasks.running and time.monotonic() < end:
            self.rest(0.02)
        self.rest(0.05)  # what the last job brought is laid out

    def wait_for(self, done: Callable[[], bool]) -> None:
        """Wait for something to become."""
        end = time.monotonic() + _PATIENCE
        while not done() and time.monotonic() < end:
            self.rest(0.02)
        assert done()


@contextmanager
def stage(folder: Path, projects: dict[str, Path]) -> Iterator[Stage]:
    """A stage in English; everything is put away after it."""
    settings = Settings(folder / ".config" / "pressmark")
    settings.set(setting.LANGUAGE, "en")
    settings.set(setting.ANNOTATOR, ANNOTATOR)
    settings.set(setting.BLIND_SHARE, 0)
    made = Stage(folder, projects, settings)
    try:
        yield made
    finally:
        for widget in QApplication.topLevelWidgets():
            widget.close()
        made.rest(_BREATH)
        made.window.deleteLater()
        made.rest(_BREATH)
