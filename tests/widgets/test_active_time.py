"""Active time by a clock of the test's own, written to a real project."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import settings as setting
from app.session import Session
from storage import open_project
from tests.keyboard import press
from tests.widgets.panels import ANNOTATOR, open_session, page
from tests.widgets.window.samples import make, shown
from widgets.active_time import ActiveTime, spent


@dataclass
class Clock:
    now: float = 1000.0
    day: str = "2024-09-03"

    def seconds(self) -> float:
        return self.now

    def today(self) -> str:
        return self.day


@dataclass
class Watch:
    session: Session
    ids: list[int]
    clock: Clock
    active: bool = True
    enabled: bool = True
    free: bool = True

    def make(self) -> ActiveTime:
        return ActiveTime(
            self.session.project,
            ANNOTATOR,
            enabled=lambda: self.enabled,
            active=lambda: self.active,
            free=lambda: self.free,
            clock=self.clock.seconds,
            day=self.clock.today,
        )

    def written(self, article: int) -> float:
        return self.session.project.active_time(self.ids[article], ANNOTATOR)

    def work(self, time: ActiveTime, *pauses: float) -> None:
        """A key, and one more after each pause (seconds)."""
        time.touch()
        for pause in pauses:
            self.clock.now += pause
            time.touch()


@pytest.fixture
def watch(qapp: QApplication, tmp_path: Path) -> Iterator[Watch]:
    session, ids = open_session(tmp_path, [page("Мост", "Текст."), page("Мектеп", "Мәтін.")])
    yield Watch(session, ids, Clock())
    session.project.close()


@pytest.fixture
def time(watch: Watch) -> Iterator[ActiveTime]:
    made = watch.make()
    made.open_article(watch.ids[0])
    yield made
    made.stop()


def test_nothing_is_written_while_another_task_has_the_file_to_itself(watch: Watch, time: ActiveTime) -> None:
    watch.work(time, 10)
    watch.free = False
    time.write()
    time.open_article(watch.ids[1])
    assert (watch.written(0), time.seconds_today()) == (0, 10)
    watch.free = True
    time.write()
    assert (watch.written(0), watch.written(1)) == (10, 0)


@pytest.mark.parametrize(
    ("pauses", "counted"),
    [
        ((), 0),
        ((10,), 10),
        ((10, 20, 5), 35),
        ((59.9,), 59.9),
        ((60,), 60),
        ((61,), 60),
        ((3600,), 60),
        ((10, 3600, 10), 80),
        ((0, 0), 0),
    ],
)
def test_time_between_inputs_counts_up_to_a_minute(
    watch: Watch, time: ActiveTime, pauses: tuple[float, ...], counted: float
) -> None:
    watch.work(time, *pauses)
    time.write()
    assert watch.written(0) == pytest.approx(counted)
    assert time.seconds() == pytest.approx(counted)


def test_the_time_after_the_last_input_counts_up_to_a_minute(watch: Watch, time: ActiveTime) -> None:
    watch.work(time)
    watch.clock.now += 30
    assert time.seconds() == 30
    watch.clock.now += 300
    assert time.seconds() == 60
    watch.work(time, 5)
    assert time.seconds() == 65


def test_writing_often_counts_nothing_twice(watch: Watch, time: ActiveTime) -> None:
    for _ in range(20):
        watch.work(time, 7)
        time.write()
        time.write()
    assert watch.written(0) == pytest.approx(140)


def test_each_article_has_its_own_time(watch: Watch, time: ActiveTime) -> None:
    watch.work(time, 20)
    time.open_article(watch.ids[1])
    assert (watch.written(0), time.seconds()) == (20, 0)
    watch.clock.now += 10
    time.open_article(watch.ids[0])
    assert (watch.written(0), watch.written(1), time.seconds()) == (20, 10, 20)
    time.open_article(None)
    watch.work(time, 30)
    assert not time.counting()
    assert time.seconds_today() == 30


def test_nothing_counts_while_another_window_is_active(watch: Watch, time: ActiveTime) -> None:
    watch.work(time, 10)
    watch.clock.now += 5
    time.pause()
    watch.active = False
    watch.clock.now += 20
    watch.work(time, 20)
    assert time.seconds() == 15
    watch.active = True
    watch.work(time, 5)
    assert time.seconds() == 20


def test_two_windows_never_count_the_same_second(watch: Watch, time: ActiveTime) -> None:
    other = watch.make()
    other.open_article(watch.ids[0])
    began = watch.clock.now
    for mine, theirs in ((time, other), (other, time)) * 3:
        theirs.pause()
        watch.work(mine, 10, 10)
    time.stop()
    other.stop()
    assert watch.written(0) == pytest.approx(watch.clock.now - began)


def test_reopening_goes_on_where_it_was(watch: Watch, time: ActiveTime) -> None:
    watch.work(time, 45)
    time.stop()
    watch.work(time, 45)
    time.write()
    again = watch.make()
    again.open_article(watch.ids[0])
    assert (watch.written(0), again.seconds()) == (45, 45)
    watch.work(again, 15)
    again.stop()
    assert watch.written(0) == 60


def test_days_are_told_apart(watch: Watch, time: ActiveTime) -> None:
    watch.work(time, 40)
    assert time.seconds_today() == 40
    time.write()
    watch.clock.day = "2024-09-04"
    watch.work(time, 20)
    assert (time.seconds_today(), time.seconds()) == (20, 60)


def test_what_is_switched_off_counts_nothing(watch: Watch, time: ActiveTime) -> None:
    watch.enabled = False
    watch.work(time, 30)
    time.write()
    assert watch.written(0) == 0
    assert not time.counting()


def test_a_project_that_cannot_be_written_is_tried_again(
    watch: Watch, time: ActiveTime, tmp_path: Path
) -> None:
    read_only = open_project(watch.session.project.path, read_only=True)
    try:
        reader = ActiveTime(read_only, ANNOTATOR, clock=watch.clock.seconds, day=watch.clock.today)
        reader.open_article(watch.ids[0])
        watch.work(reader, 30)
        reader.write()
        assert reader.seconds() == 30
        reader.stop()
    finally:
        read_only.close()
    assert watch.written(0) == 0


def test_keys_and_clicks_count_and_moves_do_not(watch: Watch, time: ActiveTime, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    time.watch(window)
    handle = window.windowHandle()
    none = Qt.KeyboardModifier.NoModifier
    place = QPointF(5, 5)

    def mouse(kind: QEvent.Type, button: Qt.MouseButton) -> QMouseEvent:
        return QMouseEvent(kind, place, place, button, button, none)

    def gained(event: QEvent) -> float:
        """Seconds counted in the 10 after the event, beginning from rest."""
        time.pause()
        before = time.seconds()
        QApplication.sendEvent(handle, event)
        watch.clock.now += 10
        return time.seconds() - before

    assert gained(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "ф")) == 10
    assert gained(mouse(QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton)) == 10
    assert gained(mouse(QEvent.Type.MouseMove, Qt.MouseButton.NoButton)) == 0
    QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "ф"))
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    before = time.seconds()
    watch.clock.now += 10
    assert time.seconds() == before


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 min"), (59, "0 min"), (60, "1 min"), (720, "12 min"), (3900, "1 h 5 min")]
)
def test_time_in_words(seconds: float, words: str) -> None:
    assert spent(seconds) == words


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_window_counts_shows_and_keeps_it(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "news.pressmark"
    first, second, _ = make(path)
    with shown(tmp_path, path) as shell:
        shell.window.activateWindow()
        qtbot.waitUntil(shell.window.isActiveWindow)
        label, desk = shell.window.status_bar.time, shell.desk
        assert desk is not None and label.isVisible() and label.text() == "0 min"
        desk.project.add_active_time(second, ANNOTATOR, "2020-01-01", 750)
        press(shell.window, "Right", "Ctrl+PgDown")
        assert label.text() == "12 min"
        assert label._time is not None
        assert label.told(label._time).startswith("Today: 0 min\nCounts while you type")
        shell.settings.set(setting.ACTIVE_TIME, False)
        press(shell.window, "Ctrl+PgUp")
        assert not label.isVisible()
    kept = open_project(path)
    try:
        assert kept.active_time(first, ANNOTATOR) > 0
    finally:
        kept.close()
