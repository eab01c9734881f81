"""The real process on a real X server, driven by real key presses; what it wrote is read by `storage`."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app import settings as setting
from app.settings import Settings
from tests.widgets.window.samples import ANNOTATOR, make, marks

ROOT = Path(__file__).parents[2]
NEEDED = ("Xvfb", "xdotool")
# A small machine under load; nothing waits this long when all is well.
PATIENCE = 60.0

pytestmark = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in NEEDED),
    reason=f"needs {' and '.join(NEEDED)}, which are not installed",
)


# Numbers of displays that only this process asks for: a server that ends removes the socket of its number,
# be it the next one's by then.
_NUMBERS = range(1_000 + os.getpid() % 2_000 * 20, 1_020 + os.getpid() % 2_000 * 20)


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of our own."""
    server = next(filter(None, map(_server, _NUMBERS)), None)
    assert server is not None, "Xvfb did not start"
    process, number = server
    try:
        yield f":{number}"
    finally:
        process.terminate()
        process.wait(10)


def _server(number: int) -> tuple[subprocess.Popen[bytes], int] | None:
    """Start a server on this display; None: another one has it."""
    read, write = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", f":{number}", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        ready = told.readline().strip()
    if ready != str(number):
        process.kill()
        process.wait(10)
        return None
    return process, number


class Screen:
    """The window on its display, as a user's hands reach it."""

    def __init__(self, display: str, environment: dict[str, str], process: subprocess.Popen[bytes]) -> None:
        self._environment = environment | {"DISPLAY": display}
        self.process = process

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        return done.stdout.strip()

    def key(self, *chords: str) -> None:
        for chord in chords:
            self.xdotool("key", "--clearmodifiers", chord)

    def close(self) -> int:
        """Close it by its own key; return the exit code."""
        self.key("ctrl+q")
        return self.process.wait(PATIENCE)


def until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.1)


@contextmanager
def running(display: str, project: Path, config: Path) -> Iterator[Screen]:
    """`python main.py open PROJECT` on the display, with its window in front."""
    environment = {key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"}
    environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", setting.FOLDER_VARIABLE: str(config)}
    process = subprocess.Popen(
        [sys.executable, "main.py", "open", str(project)], cwd=ROOT, env=environment, start_new_session=True
    )
    screen = Screen(display, environment, process)
    try:
        title = f"{project.stem} – Pressmark"

        def there() -> bool:
            assert process.poll() is None, "the program ended"
            return bool(screen.xdotool("search", "--onlyvisible", "--name", title))

        until(there, "the window")
        window = screen.xdotool("search", "--onlyvisible", "--name", title).split()[0]
        screen.xdotool("windowfocus", "--sync", window)
        yield screen
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    settings = Settings(tmp_path / "config")
    settings.set(setting.ANNOTATOR, ANNOTATOR)
    settings.set(setting.THEME, "light")
    return settings.path.parent


def test_words_are_marked_by_keyboard_undone_and_there_when_it_is_opened_again(
    display: str, tmp_path: Path, config: Path
) -> None:
    project = tmp_path / "bridge.pressmark"
    make(project)
    with running(display, project, config) as screen:
        screen.key("ctrl+Home", "ctrl+shift+Right", "1")
        until(lambda: marks(project) == [("claim", "Мост")], "a claim on the first word")
        screen.key("Right", "ctrl+Right", "ctrl+shift+Right", "2")
        until(lambda: len(marks(project)) == 2, "a speaker")
        screen.key("Right", "ctrl+Right", "ctrl+shift+Right", "3")
        until(lambda: len(marks(project)) == 3, "a number")
        assert [label for label, _ in marks(project)] == ["claim", "speaker", "number"]
        kept = marks(project)[:2]
        screen.key("ctrl+z")
        until(lambda: marks(project) == kept, "undo")
        assert screen.close() == 0
    assert marks(project) == kept
    with running(display, project, config) as screen:
        screen.key("ctrl+shift+z")
        until(lambda: len(marks(project)) == 3, "redo after a restart")
        screen.key("ctrl+z", "ctrl+z", "ctrl+z")
        until(lambda: marks(project) == [], "undo across a restart")
        assert screen.close() == 0


def test_the_keys_work_on_a_kazakh_layout(display: str, tmp_path: Path, config: Path) -> None:
    if not (shutil.which("setxkbmap") and shutil.which("xkbcomp")):
        pytest.skip("needs setxkbmap and xkbcomp, which are not installed")
    subprocess.run(["setxkbmap", "-display", display, "kz"], check=True, timeout=30)
    project = tmp_path / "bridge.pressmark"
    make(project)
    with running(display, project, config) as screen:
        # By key code, as a hand presses it: 11 is the key 2 (ә), 52 the key Z (я).
        screen.key("ctrl+Home", "ctrl+shift+Right")
        screen.key("11")
        until(lambda: marks(project) == [("speaker", "Мост")], "a speaker by the key of ә")
        screen.key("ctrl+52")
        until(lambda: marks(project) == [], "undo by the key of я")
        assert screen.close() == 0


def test_killed_in_the_middle_it_keeps_what_was_marked_and_opens_there(
    display: str, tmp_path: Path, config: Path
) -> None:
    project = tmp_path / "bridge.pressmark"
    make(project)
    with running(display, project, config) as screen:
        screen.key("ctrl+Home", "ctrl+shift+Right", "1")
        until(lambda: bool(marks(project)), "a claim")
        os.killpg(screen.process.pid, signal.SIGKILL)
        screen.process.wait(10)
    assert marks(project) == [("claim", "Мост")]
    with running(display, project, config) as screen:
        screen.key("ctrl+z")
        until(lambda: marks(project) == [], "undo after a crash")
        assert screen.close() == 0
