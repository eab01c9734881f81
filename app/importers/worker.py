"""The inside of a worker process: paths come in over a pipe, articles or sentences go out."""

import gc
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.article import Block, Role
from app.importers.failure import ImportFailed, cause_of
from app.importers.imported import Imported

_ARTICLES_PER_COLLECTION = 100

Reader = Callable[[Path, Callable[[], None]], Iterator[Imported | ImportFailed]]

# An article over the pipe: the fields of Imported with its blocks as plain tuples (pickling half a million
# small objects takes longer than parsing their page).
Packed = tuple[dict[str, Any], list[tuple[int, int, str, str]]]


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing a worker says about the file it was given: an article, a failure, or a sign of life."""

    article: Packed | None = None
    failure: ImportFailed | None = None
    last: bool = False
    """Whether nothing more comes for this file."""


# Seconds between two signs of life while an archive is searched.
_PULSE = 1.0

# How much the process may grow past its size after start, in bytes. A page of 64 MB (the most that is
# read) needs about 600 MB while it is parsed.
_GROWTH = 1_000_000_000


def serve(connection: Connection) -> None:
    """Answer each path with Answers, the last one marked, until the other end is closed.

    An archive's articles leave one by one: the pipe holds the worker up while the other end is busy.
    """
    # Ctrl+C goes to the whole terminal group; ending the workers is the parent's business.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from app.importers.reading import read_file

    _limit_memory()
    # A page makes hundreds of thousands of small objects and hardly a cycle: the collector would walk them
    # all again and again (half of the time of a large page). It runs between pages instead.
    gc.disable()
    pulse = _Pulse(connection)
    try:
        connection.send(None)
        articles = 0
        while True:
            path: Path = connection.recv()
            for answer in _answers(read_file, path, pulse):
                connection.send(answer)
                pulse.sent()
                articles += 1
                if articles % _ARTICLES_PER_COLLECTION == 0:
                    gc.collect()
    except (EOFError, OSError, MemoryError):
        return


class _Pulse:
    """Sends a sign of life when called, where nothing was sent for a while."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.sent()

    def sent(self) -> None:
        self._last = time.monotonic()

    def __call__(self) -> None:
        if time.monotonic() - self._last > _PULSE:
            self._connection.send(Answer())
            self.sent()


def _answers(read_file: Reader, path: Path, alive: Callable[[], None]) -> Iterator[Answer]:
    """Yield the answers for `path`; the last one is a failure only where the file failed as a whole."""
    try:
        for article in read_file(path, alive):
            if isinstance(article, ImportFailed):
                yield Answer(failure=article)
            else:
                yield Answer(_packed(article))
    except Exception as error:
        yield Answer(failure=ImportFailed(path, cause_of(error)), last=True)
        if isinstance(error, MemoryError):
            raise  # what is left of the memory is in pieces
    else:
        yield Answer(last=True)


def _packed(imported: Imported) -> Packed:
    values = {
        field.name: getattr(imported, field.name) for field in fields(Imported) if field.name != "blocks"
    }
    return values, [(block.start, block.end, block.role.value, block.reason) for block in imported.blocks]


def unpacked(values: dict[str, Any], blocks: list[tuple[int, int, str, str]]) -> Imported:
    """Return the Imported that a worker sent; the parent's half of the pipe."""
    roles = {role.value: role for role in Role}
    return Imported(
        blocks=tuple(Block(start, end, roles[role], why) for start, end, role, why in blocks), **values
    )


def _limit_memory() -> None:
    """Cap the address space where the system can (Linux); elsewhere the time limit has to do."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError):
        return
    limit = pages * resource.getpagesize() + _GROWTH
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
