"""Reading many files in killable worker processes, in the order given, with flat memory.

A page can make a parser loop, eat memory or crash the process: none of that may reach the program or the
other files. Each worker reads one file at a time; one that dies, stalls or outgrows its memory is killed
and replaced, and its file alone fails. Workers are spawned, never forked: the window has threads.
"""

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from pathlib import Path

from app.importers.imported import Imported
from app.importers.worker import Answer, serve, unpacked

# A worker is retired after this many files, so that what libraries cache does not pile up.
_FILES_PER_WORKER = 2_000

# Seconds between two looks at `cancelled`; also the longest a cancel waits.
_TICK = 0.05

# Seconds a fresh worker may take to import the parsers (cold disks, virus scanners) before it is given up.
_START_TIMEOUT = 120.0

# Files handed out ahead of the one that is yielded next, per worker, and articles of an archive that wait
# to be yielded: what bounds the memory.
_AHEAD = 4
_WAITING = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, or one page of an archive: its article, or a sentence why there is none."""

    path: Path
    """As given; of a page in an archive with its place there: `saved.zip/news/a.html`."""
    imported: tuple[Imported, ...]
    error: str | None = None
    last: bool = True
    """Whether it is the last one of its file: what progress counts."""


def import_paths(
    paths: Sequence[Path],
    jobs: int = 1,
    timeout: float = 30.0,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """Read `paths` in `jobs` worker processes and yield their Outcomes in the order given.

    A file has one, an archive one for every page in it, yielded while the archive is being read. `timeout`
    is in seconds, per page. When `cancelled()` turns true the workers are killed at once and the iteration
    ends; closing the iterator does the same. Raise ValueError where `jobs` is below 1.
    """
    if jobs < 1:
        raise ValueError(f"jobs must be at least 1, not {jobs}")
    files: dict[int, _File] = {}
    workers: list[_Worker] = []
    try:
        for turn in range(len(paths)):
            while True:
                if cancelled():
                    return
                file = files.get(turn)
                if file is None or not file.has_next():
                    _hand_out(paths, turn, files, workers, jobs, timeout)
                    _collect(workers)
                    continue
                outcome = file.next()
                yield outcome
                if outcome.last:
                    break
            del files[turn]
    finally:
        for worker in workers:
            worker.kill()


@dataclass(slots=True)
class _File:
    """The outcomes of one file that were not yielded yet."""

    outcomes: deque[Outcome] = field(default_factory=deque)
    complete: bool = False

    def has_next(self) -> bool:
        """Tell whether there is an outcome of which is known whether it is the last."""
        return len(self.outcomes) > (0 if self.complete else 1)

    def next(self) -> Outcome:
        outcome = self.outcomes.popleft()
        return outcome if self.complete and not self.outcomes else replace(outcome, last=False)


def _hand_out(
    paths: Sequence[Path],
    turn: int,
    files: dict[int, _File],
    workers: list["_Worker"],
    jobs: int,
    timeout: float,
) -> None:
    """Give the next files to idle workers; `files` are those from `turn` on that were given already."""
    while len(files) < _AHEAD * jobs and (following := turn + len(files)) < len(paths):
        if (idle := _idle(workers, jobs)) is None:
            return
        files[following] = _File()
        idle.give(files[following], paths[following], timeout)


class _Worker:
    """One spawned process, the pipe to it, and the file it is reading."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.file: _File | None = None
        self.path = Path()
        self.timeout = 0.0
        self.deadline = 0.0
        self.read = 0

    def give(self, file: _File, path: Path, timeout: float) -> None:
        self.file, self.path, self.timeout = file, path, timeout
        self.deadline = time.monotonic() + (timeout if self.ready else _START_TIMEOUT)
        try:
            self.connection.send(path)
        except OSError:
            self.deadline = 0.0  # it died between two files: collected as such in the next round

    def kill(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def _idle(workers: list[_Worker], jobs: int) -> _Worker | None:
    """Return a living worker without a file, started now where there are fewer than `jobs`; None if none."""
    for worker in [w for w in workers if w.file is None and not w.process.is_alive()]:
        worker.kill()
        workers.remove(worker)
    for worker in workers:
        if worker.file is None:
            return worker
    if len(workers) == jobs:
        return None
    workers.append(_Worker())
    return workers[-1]


def _collect(workers: list[_Worker]) -> None:
    """Take what workers have answered within one tick; kill the ones that died or are late."""
    busy: dict[Connection, tuple[_Worker, _File]] = {}
    for worker in workers:
        if worker.file is None:
            continue
        if len(worker.file.outcomes) < _WAITING:
            busy[worker.connection] = worker, worker.file
        else:  # it waits for us, not we for it
            worker.deadline = time.monotonic() + worker.timeout
    answered = set(wait(list(busy), timeout=_TICK))
    for connection, (worker, file) in busy.items():
        if connection in answered:
            _take(worker, file)
        elif time.monotonic() > worker.deadline:
            _fail(worker, file, f"reading took longer than {worker.timeout:g} seconds and was stopped")
        if not file.complete:
            continue
        worker.file = None
        worker.read += 1
        if not worker.process.is_alive() or worker.read >= _FILES_PER_WORKER:
            worker.kill()
            workers.remove(worker)


def _take(worker: _Worker, file: _File) -> None:
    """Take one answer: an article, a failure, the end of the file, or that the worker is alive."""
    try:
        answer: Answer | None = worker.connection.recv()
    except (EOFError, OSError):
        _fail(worker, file, "reading it ended the reading process (out of memory or a crash in a parser)")
        return
    worker.deadline = time.monotonic() + worker.timeout
    if answer is None:
        worker.ready = True
        return
    if answer.article is not None:
        imported = unpacked(*answer.article)
        file.outcomes.append(Outcome(Path(imported.source_path), (imported,)))
    elif answer.failure is not None:
        file.outcomes.append(Outcome(answer.failure.path, (), str(answer.failure)))
    file.complete = answer.last


def _fail(worker: _Worker, file: _File, cause: str) -> None:
    worker.process.kill()
    worker.process.join()
    if file.outcomes:
        cause += "; the pages after it in the archive are missing"
    file.outcomes.append(Outcome(worker.path, (), f"{worker.path}: {cause}"))
    file.complete = True
