"""Background work: results on the UI thread in order, progress, cancelling, trouble told."""

import logging
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from app.errors import UserError
from widgets.importing import _next_batch
from widgets.status_bar import StatusBar, grouped
from widgets.tasks import Job, Progress, Task, Tasks, remaining


class Seen:
    """Everything a task said."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.threads: set[QThread] = set()
        self.outcome: list[object] = []
        self.failed: list[str] = []
        self.progress: list[Progress] = []
        self.ended = 0

    def listen(self, task: Task) -> None:
        task.delivered.connect(self._result)
        task.succeeded.connect(self.outcome.append)
        task.failed.connect(self.failed.append)
        task.progressed.connect(self.progress.append)
        task.ended.connect(self._end)

    def _result(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(QThread.currentThread())

    def _end(self) -> None:
        self.ended += 1


def run(qtbot: QtBot, tasks: Tasks, work: Callable[[Job], object]) -> Seen:
    seen = Seen()
    tasks.start("Working", work, seen.listen)
    qtbot.waitUntil(lambda: seen.ended == 1, timeout=20_000)
    return seen


def test_results_arrive_in_order_on_the_ui_thread(qtbot: QtBot) -> None:
    tasks, worker = Tasks(), []

    def work(job: Job) -> str:
        worker.append(threading.get_ident())
        for number in range(200):
            job.deliver(number)
            job.report(number + 1, 200)
        return "done"

    seen = run(qtbot, tasks, work)
    assert seen.results == list(range(200))
    assert seen.threads == {QThread.currentThread()}
    assert worker != [threading.get_ident()]
    assert seen.outcome == ["done"]
    assert seen.progress[-1].done == seen.progress[-1].total == 200
    assert tasks.running == []


def test_a_job_waits_while_its_results_are_not_handled(qtbot: QtBot) -> None:
    tasks, handed = Tasks(), []

    def work(job: Job) -> None:
        for number in range(50):
            job.deliver(number)
            handed.append(number)

    seen = Seen()
    tasks.start("Working", work, seen.listen)
    threading.Event().wait(0.3)  # no events are handled here, so nothing is taken from the job
    assert len(handed) < 10
    qtbot.waitUntil(lambda: seen.ended == 1, timeout=20_000)
    assert seen.results == list(range(50))


def test_a_cancelled_job_stops_delivers_no_more_and_is_no_failure(qtbot: QtBot) -> None:
    tasks = Tasks()
    seen = Seen()

    def work(job: Job) -> None:
        number = 0
        while True:
            job.deliver(number)
            number += 1

    task = tasks.start("Working", work, seen.listen)
    qtbot.waitUntil(lambda: len(seen.results) > 3, timeout=20_000)
    task.cancel()
    count = len(seen.results)
    qtbot.waitUntil(lambda: seen.ended == 1, timeout=20_000)
    assert len(seen.results) == count
    assert seen.failed == []
    assert seen.outcome == []


def test_trouble_of_the_user_is_told_as_it_is(qtbot: QtBot) -> None:
    def work(job: Job) -> None:
        raise UserError("The disk is full.")

    assert run(qtbot, Tasks(), work).failed == ["The disk is full."]


def test_a_bug_is_logged_and_told_without_a_traceback(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    def work(job: Job) -> None:
        raise ZeroDivisionError

    with caplog.at_level(logging.ERROR):
        seen = run(qtbot, Tasks(), work)
    assert seen.failed == ["Working stopped at an unexpected error."]
    assert any(record.exc_info for record in caplog.records)
    caplog.clear()


def test_stop_waits_for_every_thread(qtbot: QtBot) -> None:
    tasks, ended = Tasks(), threading.Event()

    def work(job: Job) -> None:
        while not job.cancelled():
            threading.Event().wait(0.01)
        ended.set()

    tasks.start("Working", work, lambda task: None)
    assert tasks.stop()
    assert ended.is_set()
    assert tasks.running == []


def test_the_last_result_is_not_lost_while_another_task_has_the_file_to_itself(qtbot: QtBot) -> None:
    tasks, seen = Tasks(), Seen()
    release, returned = threading.Event(), threading.Event()

    def hold(task: Task) -> None:
        tasks.holder = task
        task.ended.connect(lambda: setattr(tasks, "holder", None))

    def work(job: Job) -> str:
        job.deliver("the last page")
        returned.set()
        return "done"

    tasks.start("Removing", lambda job: release.wait(20), hold)
    tasks.start("Importing", work, seen.listen)
    assert returned.wait(20)
    qtbot.wait(200)  # what the import said is offered, and put off
    assert (seen.results, seen.outcome, seen.ended) == ([], [], 0)
    release.set()
    qtbot.waitUntil(lambda: seen.ended == 1, timeout=20_000)
    assert seen.results == ["the last page"]
    assert seen.outcome == ["done"]
    assert tasks.running == []


def test_a_task_that_waits_for_another_one_can_be_stopped(qtbot: QtBot) -> None:
    tasks, seen, returned = Tasks(), Seen(), threading.Event()

    def work(job: Job) -> None:
        job.deliver("a page")
        returned.set()

    def hold(task: Task) -> None:
        tasks.holder = task

    tasks.start("Removing", lambda job: returned.wait(20), hold)
    tasks.start("Importing", work, seen.listen)
    assert returned.wait(20)
    qtbot.wait(200)
    assert tasks.stop()
    assert (seen.results, seen.ended, tasks.running) == ([], 1, [])


@pytest.mark.parametrize(
    ("done", "total", "elapsed", "expected"),
    [
        (0, 100, 10, None),
        (10, 100, 1, None),
        (10, 0, 10, None),
        (10, 100, 10, 90),
        (100, 100, 5, 0),
        (120, 100, 5, 0),
    ],
)
def test_remaining_time(done: int, total: int, elapsed: float, expected: float | None) -> None:
    assert remaining(done, total, elapsed) == expected


def test_the_status_bar_shows_the_job_and_cancels_it(qtbot: QtBot) -> None:
    tasks = Tasks()
    bar = StatusBar(tasks)
    qtbot.addWidget(bar)
    assert bar.job_text() == ""
    seen = Seen()

    def work(job: Job) -> None:
        job.report(1204, 30000)
        while True:
            job.deliver(None)

    tasks.start("Importing", work, seen.listen)
    qtbot.waitUntil(
        lambda: bar.job_text() == f"Importing {grouped(1204)} of {grouped(30000)}", timeout=20_000
    )
    bar._cancel.click()
    qtbot.waitUntil(lambda: seen.ended == 1, timeout=20_000)
    assert bar.job_text() == ""
    assert not bar._cancel.isVisibleTo(bar)


@pytest.mark.parametrize(
    ("pages", "seconds", "following"),
    [(1, 0.002, 4), (1, 0.007, 2), (4, 0.03, 2), (4, 0.2, 1), (1, 1.0, 1), (2, 0.0, 4)],
)
def test_an_import_adds_as_many_pages_at_once_as_are_not_felt(
    pages: int, seconds: float, following: int
) -> None:
    assert _next_batch(pages, seconds) == following
