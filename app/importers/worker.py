"""The inside of a worker process: paths come in over a pipe, articles or sentences go out."""

import gc
import itertools
import signal
from collections.abc import Callable, Iterator
from dataclasses import fields
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.article import Block, Role
from app.importers.failure import ImportFailed
from app.importers.imported import Imported

_FILES_PER_COLLECTION = 100

# What goes over the pipe: the fields of each Imported with its blocks as plain tuples (pickling half a
# million small objects takes longer than parsing their page), and the sentence of a failure.
Answer = tuple[list[tuple[dict[str, Any], list[tuple[int, int, str, str]]]], str | None]

# How much the process may grow past its size after start, in bytes. A page of 64 MB (the most that is
# read) needs about 600 MB while it is parsed.
_GROWTH = 1_000_000_000


def serve(connection: Connection) -> None:
    """Answer each path with `(articles, None)` or `([], sentence)` until the other end is closed."""
    # Ctrl+C goes to the whole terminal group; ending the workers is the parent's business.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from app.importers.reading import read_file

    _limit_memory()
    # A page makes hundreds of thousands of small objects and hardly a cycle: the collector would walk them
    # all again and again (half of the time of a large page). It runs between files instead.
    gc.disable()
    try:
        connection.send(None)
        for count in itertools.count(1):
            path: Path = connection.recv()
            answer, healthy = _answer(read_file, path)
            connection.send(answer)
            if not healthy:
                return
            if count % _FILES_PER_COLLECTION == 0:
                gc.collect()
    except (EOFError, OSError):
        return


def _answer(read_file: Callable[[Path], Iterator[Imported]], path: Path) -> tuple[Answer, bool]:
    """Return the answer for `path`, and whether the process may go on to another file."""
    try:
        return ([_packed(imported) for imported in read_file(path)], None), True
    except ImportFailed as failed:
        return ([], str(failed)), True
    except MemoryError:
        return ([], f"{path}: reading it needs more than {_GROWTH // 1_000_000} MB of memory"), False
    except RecursionError:
        return ([], f"{path}: it is nested too deeply to be read"), False
    except Exception as error:
        # A bug of ours or of a parser: the file fails alone, and says enough for a report.
        return ([], f"{path}: reading it failed unexpectedly ({type(error).__name__}: {error})"), True


def _packed(imported: Imported) -> tuple[dict[str, Any], list[tuple[int, int, str, str]]]:
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
