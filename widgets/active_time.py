"""Active time: counts the seconds one works on an article, said openly and kept in the project alone.

It counts while keys, clicks and the wheel reach the project's own window, and stops 60 seconds after the
last of them, and at once when another window becomes active. So no second is counted twice: only one
window is active at a time, whatever projects are open in others.
"""

import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.project import Project
from widgets.texts import _, tr

IDLE = 60.0
"""Seconds without input after which nobody is taken to be at work."""
WRITE_EVERY = 15
"""Seconds between two writes; what a crash may lose."""
HOW_COUNTED = _(
    "Counts while you type, click or scroll; stops after 60 s without input; kept in this project only"
)
_INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


def today() -> str:
    """The day it is here, ISO 8601."""
    return date.today().isoformat()


class ActiveTime(QObject):
    """Counts one annotator's work in one window; `watch` it."""

    changed = Signal()
    """The time of the article grew by what a status line would show, or another article is counted."""

    def __init__(
        self,
        project: Project,
        annotator: str,
        *,
        enabled: Callable[[], bool] = lambda: True,
        active: Callable[[], bool] = lambda: True,
        free: Callable[[], bool] = lambda: True,
        clock: Callable[[], float] = time.monotonic,
        day: Callable[[], str] = today,
        parent: QObject | None = None,
    ) -> None:
        """`active` tells whether the window is the active one, `free` whether the project can be written.

        `clock` gives seconds, `day` an ISO date.
        """
        super().__init__(parent)
        self._project, self._annotator = project, annotator
        self._enabled, self._active, self._free = enabled, active, free
        self._clock, self._day = clock, day
        self._article: int | None = None
        self._before = 0.0
        self._last_input: float | None = None
        self._counted_to = 0.0
        self._pending: defaultdict[tuple[int, str], float] = defaultdict(float)
        self._stopped = False
        self._writing = QTimer(self)
        self._writing.setInterval(WRITE_EVERY * 1000)
        self._writing.timeout.connect(self.write)
        self._writing.start()

    # -- what happens ---------------------------------------------------------------------------

    def open_article(self, article_id: int | None) -> None:
        """Count for this article from now on; None: for none."""
        self.write()
        self._article = article_id
        self._before = 0.0
        if article_id is not None and not self._stopped:
            with suppress(UserError):
                self._before = self._project.active_time(article_id, self._annotator)
        self.changed.emit()

    def touch(self) -> None:
        """A key, a click or the wheel."""
        if self._stopped or not self._enabled() or not self._active():
            return
        self._settle()
        now = self._clock()
        if self._last_input is None:
            self._counted_to = now
        self._last_input = now

    def pause(self) -> None:
        """Another window is active: count up to now and no further."""
        self._settle()
        self._last_input = None

    def write(self) -> None:
        """Write what was counted. A project that cannot be written now is tried again later."""
        self._settle()
        for (article_id, day), seconds in list(self._pending.items()) if self._free() else ():
            try:
                self._project.add_active_time(article_id, self._annotator, day, seconds)
            except UserError:
                break
            del self._pending[article_id, day]
            if article_id == self._article:
                self._before += seconds
        self.changed.emit()

    def stop(self) -> None:
        """The project is about to be closed: write, and count no more."""
        self.write()
        self._stopped = True
        self._last_input = None
        self._writing.stop()

    # -- what is told ---------------------------------------------------------------------------

    def counting(self) -> bool:
        """Whether there is an article and its time is wanted."""
        return self._article is not None and self._enabled()

    def seconds(self) -> float:
        """Seconds of work on the open article, of all days."""
        self._settle()
        waiting = sum(s for (article_id, _), s in self._pending.items() if article_id == self._article)
        return self._before + waiting

    def seconds_today(self) -> float:
        """Seconds of work on all articles today."""
        self._settle()
        here = self._day()
        waiting = sum(seconds for (_, day), seconds in self._pending.items() if day == here)
        return self._project.active_on(here, self._annotator) + waiting

    def watch(self, window: QWidget) -> None:
        """Count the input of this window: of its QWindow, which exists once it was shown."""
        window.installEventFilter(self)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """See the window's input pass by; take nothing of it."""
        if event.type() in _INPUT:
            self.touch()
        elif event.type() == QEvent.Type.WindowDeactivate:
            self.pause()
        return False

    def _settle(self) -> None:
        """Count the time since it was last counted, as far as it was work."""
        if self._last_input is None:
            return
        now = self._clock()
        until = min(now, self._last_input + IDLE)
        if until > self._counted_to:
            if self._article is not None:
                self._pending[self._article, self._day()] += until - self._counted_to
            self._counted_to = until
        if now > until:
            self._last_input = None


def spent(seconds: float) -> str:
    """`12 min`, `1 h 5 min`."""
    minutes = int(seconds // 60)
    if minutes < 60:
        return tr("{minutes} min").format(minutes=minutes)
    return tr("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
