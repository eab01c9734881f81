"""A process in which an article is annotated by keys alone; it says "done" and then waits to be killed.

python -m tests.journeys.a_day PROJECT FOLDER
"""

import sys
import time
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import settings as setting
from app.settings import Settings
from tests.keyboard import press, write
from tests.widgets.window.samples import ANNOTATOR, files
from widgets.application import make_application, make_window
from widgets.shell import Shell

# The chords, one act after the other, from the headline of the first article on. Text in «» is typed. What is
# marked where is asserted by the test that reads the file.
DAY: tuple[str, ...] = (
    # The claim of the first paragraph, its number and its speaker.
    *("Ctrl+Down", "Ctrl+Down", "1", "1"),
    *("Ctrl+Right",) * 5,
    *("3", "3"),
    *("Ctrl+Right",) * 4,
    *("2", "2"),
    # The speaker's card: name, role, organisation. Tab goes from field to field.
    *("Return", "«Ерлан Касымов»", "Tab", "«подрядчик»", "Tab", "«ТОО «Мостострой»»", "Ctrl+Return"),
    # From the claim to both by R; how sure; a note; the claim in its own words.
    *("Ctrl+Shift+Tab", "Ctrl+Shift+Tab", "R", "1", "R", "1", "U", "U"),
    *("N", "«проверить смету»", "Ctrl+Return"),
    *("Return", "«Мост стоит 4,8 млрд тенге»", "Ctrl+Return"),
    # The number's value is confirmed, then corrected.
    *("Ctrl+Tab", "V", "Return", "V", "Ctrl+A", "«от 4 до 6 млрд тенге»", "Return"),
    # A cue, and from the claim to it.
    *("Ctrl+Right", "Ctrl+Right", "4", "Ctrl+Shift+Tab", "Ctrl+Shift+Tab", "R", "1"),
    # The second sentence: a claim made by hand and eye, nudged, split, joined, made of two fragments.
    *("Alt+Down",) * 1,
    *("Ctrl+Right",) * 3,
    *("Alt+Shift+Down", "1", "Alt+Left", "Esc"),
    *("Ctrl+Tab", "Ctrl+Alt+Left", "Ctrl+Alt+Right"),
    *("Ctrl+Right", "Ctrl+Right", "S", "J"),
    *("Ctrl+Right", "-", "+"),
    # Its date: marked as a claim by mistake, relabelled; the same words marked twice.
    *("Ctrl+Right", "Space", "Space", "1", "L", "3", "D", "2", "Backspace"),
    # The quoted claim of the next paragraph, its speaker, the relation; the two claims contradict.
    *("Ctrl+Down", "1", "1", "1"),
    *("Alt+Down", "Alt+Up"),
    *("Ctrl+Right",) * 14,
    *("2", "2", "Ctrl+Shift+Tab", "R", "1"),
    *("R", "R", "R", "R", "R", "1"),
    *("R", "R", "R", "R", "R", "R", "1"),
    # Everything of one label is gone through and one suggestion-free number is marked everywhere.
    *("Ctrl+Down", "Ctrl+Right", "Ctrl+Right", "Ctrl+Right", "Ctrl+Right", "3", "3"),
    # The title is read and empty, the caption is furniture; the article as a whole.
    *("Ctrl+Home", "0", "Ctrl+Down", "B", "F"),
    *("N", "«вернуться к смете»", "Ctrl+Return"),
    # Done; the next one is skipped, which is an action without a key: by its name.
    *("Ctrl+Return", "Ctrl+K", "«skip»", "Return"),
)


def main(project: Path, folder: Path) -> None:
    """Do the day's work."""
    settings = Settings(folder)
    settings.set(setting.ANNOTATOR, ANNOTATOR)
    settings.set(setting.SUGGEST, False)
    make_application(settings)
    shell = make_window(files(), settings)
    assert shell.open_project(project), shell.window.message_bar.text()
    shell.window.show()
    QTest.qWaitForWindowExposed(shell.window)
    strike(shell, DAY)
    sys.stdout.write("done\n")
    sys.stdout.flush()
    while True:
        QApplication.processEvents()
        time.sleep(0.05)


def strike(shell: Shell, chords: tuple[str, ...]) -> None:
    """Press the chords, and type what stands in «»."""
    for chord in chords:
        if chord.startswith("«"):
            write(shell.window, chord[1:-1])
        else:
            press(shell.window, chord)
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
