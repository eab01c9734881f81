"""An automatic backup in a process of its own.

To verify a large one is a minute of work, and a thread would take turns with the window all the while.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from app.errors import UserError
from storage.backup import clear_unfinished, keep_backup

# Seconds between two looks at whether it is still wanted.
_TICK = 0.2
# What Unix adds to the niceness of the process: the window comes first.
_NICER = 10


def keep_backup_aside(path: Path, cancelled: Callable[[], bool]) -> Path | None:
    """Add an automatic backup of the project if something was done since the last; return where it is.

    None: nothing was done, or `cancelled` said so; then nothing is left behind. Waits for it: to be called
    in a thread. UserError: as `backup_project`.
    """
    now = datetime.now(UTC)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, path, now), daemon=True)
    process.start()
    theirs.close()
    try:
        while not ours.poll(_TICK):
            if cancelled():
                return None
        made, sentence = ours.recv()
    except (EOFError, OSError):
        raise UserError(f"The backup of {path} was ended before it was whole.") from None
    finally:
        process.kill()
        process.join()
        ours.close()
        with suppress(OSError):  # a file too many does no harm
            clear_unfinished(path, now)
    if sentence:
        raise UserError(sentence)
    return Path(made) if made else None


def _serve(answer: Connection, path: Path, now: datetime) -> None:
    """Make the backup and say where it is, or why there is none: a path and a sentence, either empty."""
    # Ctrl+C goes to the whole terminal group; ending this is the parent's business.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICER)
    try:
        made = keep_backup(path, now)
    except UserError as error:
        answer.send(("", str(error)))
    else:
        answer.send((str(made or ""), ""))
