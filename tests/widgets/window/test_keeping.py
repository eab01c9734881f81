"""Automatic backups: after opening, every hour with changes, unseen; trouble is told once."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.annotation import Status
from app.commands import set_status
from app.errors import UserError
from app.project import ArticleQuery
from app.session import Session
from storage import backups, check_project, keep_backup_aside, open_project
from tests.widgets.window.samples import ANNOTATOR, make, shown
from widgets import keeping
from widgets.keeping import EVERY, FIRST_AFTER, Keeping

# Milliseconds: an hour of the tests. A backup is made in a process of its own, which takes half a second.
HOUR = 60
PATIENCE = 20_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    make(tmp_path / "p.pressmark")
    return tmp_path / "p.pressmark"


def work(path: Path, status: Status) -> None:
    """Give the first article a status, as another window would."""
    project = open_project(path)
    session = Session(project, ANNOTATOR)
    (article, *_) = project.find(ArticleQuery())
    assert session.do("set_status", set_status(project, article, ANNOTATOR, status))
    project.close()


def steps(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        (number,) = db.execute("SELECT max(number) FROM history").fetchone()
        return int(number)


def test_it_is_an_hour_and_begins_soon_after_opening() -> None:
    assert (FIRST_AFTER, EVERY) == (10_000, 60 * 60 * 1_000)


def test_one_after_opening_and_one_every_hour_with_changes(qtbot: QtBot, path: Path) -> None:
    looked: list[object] = []

    def keep(project: Path, cancelled: Callable[[], bool]) -> object:
        looked.append(keep_backup_aside(project, cancelled))
        return looked[-1]

    keeping = Keeping(path, keep, first_after=0, every=HOUR)
    qtbot.waitUntil(lambda: len(backups(path)) == 1, timeout=PATIENCE)
    before = len(looked)
    qtbot.waitUntil(lambda: len(looked) >= before + 2, timeout=PATIENCE)  # hours without changes
    assert len(backups(path)) == 1
    work(path, Status.DONE)
    qtbot.waitUntil(lambda: len(backups(path)) == 2, timeout=PATIENCE)
    keeping.stop()
    newest, first = backups(path)
    assert steps(newest) == steps(first) + 1 == steps(path)
    assert check_project(newest).ok


def test_nothing_is_begun_after_it_was_stopped(qtbot: QtBot, path: Path) -> None:
    begun: list[Path] = []
    keeping = Keeping(path, lambda project, _: begun.append(project), first_after=0, every=HOUR)
    keeping.stop()
    qtbot.wait(3 * HOUR)
    assert begun == []


def test_one_at_a_time(qtbot: QtBot, path: Path) -> None:
    begun: list[Path] = []

    def slow(project: Path, cancelled: Callable[[], bool]) -> None:
        begun.append(project)
        while not cancelled():
            time.sleep(0.01)

    keeping = Keeping(path, slow, first_after=0, every=HOUR)
    qtbot.waitUntil(lambda: bool(begun))
    qtbot.wait(3 * HOUR)
    keeping.stop()
    assert begun == [path]


def test_trouble_is_told_once_until_a_backup_is_made_again(qtbot: QtBot, path: Path) -> None:
    outcomes = iter([UserError("A."), UserError("B."), None, UserError("C."), UserError("D.")])
    done: list[object] = []

    def keep(_: Path, __: Callable[[], bool]) -> None:
        outcome = next(outcomes, None) if len(done) < 5 else None
        done.append(outcome)
        if isinstance(outcome, UserError):
            raise outcome

    keeping = Keeping(path, keep, first_after=0, every=HOUR)
    told: list[str] = []
    keeping.problem.connect(told.append)
    qtbot.waitUntil(lambda: len(done) > 5, timeout=PATIENCE)
    keeping.stop()
    assert told == ["The automatic backup was not made. A.", "The automatic backup was not made. C."]


def test_a_damaged_project_is_told(qtbot: QtBot, path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE articles SET language = 'xx'")
        db.commit()
    keeping = Keeping(path, keep_backup_aside, first_after=0)
    with qtbot.waitSignal(keeping.problem, timeout=PATIENCE) as told:
        pass
    keeping.stop()
    assert told.args is not None
    assert "it is damaged: Article" in told.args[0]
    assert backups(path) == []
    assert list(path.with_name("p.backups").iterdir()) == []


def test_the_window_keeps_backups_of_the_project_open_in_it(
    qtbot: QtBot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping.Keeping.__init__, "__kwdefaults__", {"first_after": 0, "every": EVERY})
    with shown(tmp_path, path) as shell:
        assert shell.desk is not None
        qtbot.waitUntil(lambda: len(backups(path)) == 1, timeout=PATIENCE)
        assert shell.tasks.running == []
        assert not shell.window.message_bar.isVisible()
        (kept,) = shell.desk.findChildren(Keeping)
        (timer,) = kept.findChildren(QTimer)
        assert timer.isActive()
        shell.close_project()
        assert not timer.isActive()
    assert check_project(backups(path)[0]).ok
