"""Reading many files in killable worker processes, in the order given, with flat memory.

A page can make a parser loop, eat memory or crash the process: none of that may reach the program or the
other files. Each worker reads one file at a time; one that dies, stalls or outgrows its memory is killed
and replaced, and its file alone fails. Workers are spawned, never forked: the window has threads.
"""

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path

from app.importers.imported import Imported
from app.importers.worker import serve, unpacked

# A worker is retired after this many files, so that what libraries cache does not pile up.
_FILES_PER_WORKER = 2_000

# Seconds between two looks at `cancelled`; also the longest a cancel waits.
_TICK = 0.05

# Seconds a fresh worker may take to import the parsers (cold disks, virus scanners) before it is given up.
_START_TIMEOUT = 120.0

# Files handed out ahead of the one that is yielded next, per worker: what bounds the memory.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its articles, or one sentence why there are none."""

    path: Path
    imported: tuple[Imported, ...]
    error: str | None = None


def import_paths(
    paths: Sequence[Path],
    jobs: int = 1,
    timeout: float = 30.0,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """Read `paths` in `jobs` worker processes and yield one Outcome a path, in the order given.

    `timeout` is in seconds, per file. When `cancelled()` turns true the workers are killed at once and
    the iteration ends; closing the iterator does the same. Raise ValueError where `jobs` is below 1.
    """
    if jobs < 1:
        raise ValueError(f"jobs must be at least 1, not {jobs}")
    done: dict[int, Outcome] = {}
    workers: list[_Worker] = []
    handed = 0
    try:
        for turn in range(len(paths)):
            while turn not in done:
                if cancelled():
                    return
                while handed < min(len(paths), turn + _AHEAD * jobs) and (idle := _idle(workers, jobs)):
                    idle.give(handed, paths[handed], timeout)
                    handed += 1
                _collect(workers, done)
            yield done.pop(turn)
    finally:
        for worker in workers:
            worker.kill()


class _Worker:
    """One spawned process, the pipe to it, and the file it is reading."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.turn: int | None = None
        self.path = Path()
        self.timeout = 0.0
        self.deadline = 0.0
        self.read = 0

    def give(self, turn: int, path: Path, timeout: float) -> None:
        self.turn, self.path, self.timeout = turn, path, timeout
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
    for worker in [w for w in workers if w.turn is None and not w.process.is_alive()]:
        worker.kill()
        workers.remove(worker)
    for worker in workers:
        if worker.turn is None:
            return worker
    if len(workers) == jobs:
        return None
    workers.append(_Worker())
    return workers[-1]


def _collect(workers: list[_Worker], done: dict[int, Outcome]) -> None:
    """Take what workers have answered within one tick; kill the ones that died or are late."""
    busy: dict[Connection, _Worker] = {w.connection: w for w in workers if w.turn is not None}
    answered = set(wait(list(busy), timeout=_TICK))
    for connection, worker in busy.items():
        outcome: Outcome | None = None
        if connection in answered:
            outcome = _answer(worker)
        elif time.monotonic() > worker.deadline:
            outcome = _failed(worker, f"reading took longer than {worker.timeout:g} seconds and was stopped")
        if outcome is None:
            continue
        turn, worker.turn = worker.turn, None
        worker.read += 1
        assert turn is not None
        done[turn] = outcome
        if not worker.process.is_alive() or worker.read >= _FILES_PER_WORKER:
            worker.kill()
            workers.remove(worker)


def _answer(worker: _Worker) -> Outcome | None:
    """Return the outcome a worker sent, a failure where it died, or None where it said it is ready."""
    try:
        answer = worker.connection.recv()
    except (EOFError, OSError):
        return _failed(worker, "reading it ended the reading process (out of memory or a crash in a parser)")
    if answer is None:
        worker.ready = True
        worker.deadline = time.monotonic() + worker.timeout
        return None
    imported, error = answer
    return Outcome(worker.path, tuple(unpacked(*packed) for packed in imported), error)


def _failed(worker: _Worker, cause: str) -> Outcome:
    worker.process.kill()
    worker.process.join()
    return Outcome(worker.path, (), f"{worker.path}: {cause}")
