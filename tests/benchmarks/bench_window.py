"""The window: process start to first paint beside a bare QMainWindow, memory, an act, the next article."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.bench import Figure
from tests.benchmarks.large_project import ANNOTATOR, build_large_project

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).parents[2]

_BARE = """
import json, time
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
application.processEvents()
print(json.dumps({"cpu": time.process_time()}))
"""

# The program itself, up to the first paint, and then a second of idleness in place of the event loop.
_OURS = """
import json, sys, time
import main
def measured(path, article_id, open_window=main.open_window):
    from PySide6.QtWidgets import QApplication
    QApplication.exec = paint_and_rest
    return open_window(path, article_id)
def paint_and_rest(*_):
    from PySide6.QtWidgets import QApplication
    QApplication.processEvents()
    painted = time.process_time()
    end = time.monotonic() + 1
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.02)
    import psutil
    print(json.dumps({"cpu": painted, "rss": psutil.Process().memory_info().rss}))
    QApplication.closeAllWindows()
    return 0
main.open_window = measured
sys.exit(main.main(["open", *sys.argv[1:]] if sys.argv[1:] else []))
"""


def figures(quick: bool) -> Iterator[Figure]:
    """Measure the start over several processes, and the next article over many steps."""
    with tempfile.TemporaryDirectory(prefix="pressmark-bench-") as name:
        folder = Path(name)
        yield from _start(folder, runs=3 if quick else 9)
        yield from _acts(folder, rounds=10 if quick else 40)
        yield from _next_article(folder, articles=300 if quick else 30_000)


def _start(folder: Path, runs: int) -> Iterator[Figure]:
    project = folder / "small.pressmark"
    build_large_project(project, 20, 30).close()
    quiet = folder / "quiet"
    quiet.mkdir()
    (quiet / "settings.json").write_text('{"suggest": false}', encoding="utf-8")
    bare, welcome, opened, resident, suggesting = [], [], [], [], []
    _child(_OURS, folder / "config", str(project))  # compiles
    for _ in range(runs):  # in turn, so that a busy machine is busy for all of them
        bare.append(_child(_BARE, folder)["cpu"])
        welcome.append(_child(_OURS, folder / "nothing")["cpu"])
        told = _child(_OURS, folder / "config", str(project))
        opened.append(told["cpu"])
        suggesting.append(told["rss"])
        resident.append(_child(_OURS, quiet, str(project))["rss"])
    base = statistics.median(bare)
    beside = f"bare QMainWindow {base * 1000:.0f} ms CPU"
    for what, times in (("the welcome page", welcome), ("an open project", opened)):
        ratio = statistics.median(times) / base
        yield Figure(f"process start to first paint of {what}", ratio, "× bare", "<= 2.5", beside)
    megabytes = statistics.median(resident) / 2**20
    yield Figure("resident memory, idle, a project open", megabytes, "MB", "<= 120", "Label Studio 280")
    megabytes = statistics.median(suggesting) / 2**20
    yield Figure("the same once an article was suggested for", megabytes, "MB", "<= 350", "Label Studio 280")


def _child(script: str, config: Path, *arguments: str) -> dict[str, float]:
    # Compiled modules, as an installed program has them; kept out of the checkout.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
        "PYTHONPYCACHEPREFIX": str(config.parent / "compiled"),
        "PRESSMARK_CONFIG": str(config),
        "PRESSMARK_ANNOTATOR": ANNOTATOR,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


# What a hand does in an article: each chord by what it is. After them all is undone again.
_CHORDS = (
    ("a word onwards", "Ctrl+Right"),
    ("mark a word", "2"),
    ("grow the mark", "2"),
    ("remove it", "Backspace"),
    ("a sentence down", "Alt+Down"),
    ("mark a word", "1"),
    ("say how sure", "U"),
    ("next annotation", "Ctrl+Tab"),
)
_UNDO = ("undo", "Ctrl+Z")


def _acts(folder: Path, rounds: int) -> Iterator[Figure]:
    """From the key event to the painted window, whole: reader, inspector, library, status; suggestions off.

    Time of the UI thread, as what the hand waits for. Beside it the same key in a bare window of the same
    size with the same text in Qt's own editor.
    """
    from app import settings as setting
    from app.settings import Settings
    from tests.widgets.window.samples import files
    from widgets.application import make_application, make_window

    path = folder / "acts.pressmark"
    build_large_project(path, 20, 30).close()
    settings = Settings(folder / "acts-config")
    settings.set(setting.ANNOTATOR, ANNOTATOR)
    settings.set(setting.SUGGEST, False)
    application = make_application(settings)
    shell = make_window(files(), settings)
    shell.open_project(path)
    shell.window.show()
    application.processEvents()
    assert shell.desk is not None
    times: dict[str, list[float]] = {name: [] for name, _ in (*_CHORDS, _UNDO)}
    project = shell.desk.project
    for number in range(rounds + 1):
        stood = project.counts(ANNOTATOR).steps
        for name, chord in _CHORDS:
            times[name].append(_timed(shell.window, chord))
        for _ in range(project.counts(ANNOTATOR).steps - stood):
            times[_UNDO[0]].append(_timed(shell.window, _UNDO[1]))
        if not number:  # the first round builds what is built on first use
            times = {name: [] for name in times}
    bare = _bare_editor(shell.desk.text)
    shell.window.close()
    base = [_timed(bare, "Ctrl+Right") for _ in range(4 * rounds)]
    bare.close()
    every = [taken for some in times.values() for taken in some]
    beside = f"Qt's bare editor, a word onwards: {statistics.median(base):.1f} ms, p95 {_p95(base):.1f}"
    yield Figure(
        "an act in the whole window, to paint, median", statistics.median(every), "ms CPU", "", beside
    )
    yield Figure("an act in the whole window, to paint, p95", _p95(every), "ms CPU", "< 16", beside)
    for name, some in times.items():
        yield Figure(
            f"{name}, to paint, p95", _p95(some), "ms CPU", "< 16", f"median {statistics.median(some):.1f} ms"
        )


def _timed(window: "QWidget", chord: str) -> float:
    """Milliseconds of the UI thread for the key, and for all it has painted."""
    from PySide6.QtWidgets import QApplication

    from tests.keyboard import press

    began = time.thread_time()
    press(window, chord)
    QApplication.processEvents()
    return (time.thread_time() - began) * 1000


def _bare_editor(text: str) -> "QWidget":
    """A window with nothing but the text, shown."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

    window, editor = QMainWindow(), QTextEdit()
    editor.setPlainText(text)
    window.setCentralWidget(editor)
    window.resize(1440, 900)
    window.show()
    editor.setFocus()
    QApplication.processEvents()
    return window


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _next_article(folder: Path, articles: int) -> Iterator[Figure]:
    """From the key to the painted article, suggestions off: what the hand waits for."""
    from app import settings as setting
    from app.settings import Settings
    from tests.widgets.window.samples import files
    from widgets.application import make_application, make_window

    path = folder / "large.pressmark"
    build_large_project(path, articles, 30).close()
    settings = Settings(folder / "large-config")
    settings.set(setting.ANNOTATOR, ANNOTATOR)
    application = make_application(settings)
    shell = make_window(files(), settings)
    shell.open_project(path)
    shell.window.show()
    application.processEvents()
    assert shell.desk is not None
    shell.suggesting = None
    shell.tasks.stop()
    times = []
    for _ in range(60):
        began = time.process_time()
        shell.actions.trigger("article.next")
        application.processEvents()
        times.append((time.process_time() - began) * 1000)
    shell.window.close()
    beside = "labelbuddy (C++) 110 to 119 ms"
    name = f"next article of {articles:,}, 30 annotations each"
    yield Figure(name, statistics.median(times), "ms CPU", "<= 50", beside)
    yield Figure(f"{name}, p95", _p95(times), "ms CPU", "<= 50", beside)
