"""Where the command line writes: results to stdout, progress and messages to stderr."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from app.progress import Progress

Item = TypeVar("Item")

# Often enough to look alive, rarely enough to cost nothing.
_SECONDS_BETWEEN_UPDATES = 0.2


def result(text: str) -> None:
    """Write one line of result."""
    sys.stdout.write(text + "\n")


def json_line(value: Any) -> None:
    """Write one JSON object as a line of result, at once (others read as we go)."""
    import orjson  # here, because the window is started through this module and says nothing in JSON

    sys.stdout.buffer.write(orjson.dumps(value) + b"\n")
    sys.stdout.buffer.flush()


def message(text: str) -> None:
    """Write one line that is no result."""
    sys.stderr.write(text + "\n")


def progress(items: Iterable[Item], total: int, what: str) -> Iterator[Item]:
    """Pass the items through, showing how many are done and how long the rest takes, on a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    began = shown = time.monotonic()
    try:
        for done, item in enumerate(items, start=1):
            yield item
            moment = time.monotonic()
            if moment - shown >= _SECONDS_BETWEEN_UPDATES or done == total:
                shown = moment
                left = (moment - began) / done * (total - done)
                sys.stderr.write(f"\r{what} {done} of {total}, {_duration(left)} left\x1b[K")
    finally:
        sys.stderr.write("\r\x1b[K")


def progress_bar(what: str) -> Progress:
    """Return what shows the same on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda done, total: None
    began = time.monotonic()

    def show(done: int, total: int) -> None:
        left = (time.monotonic() - began) / done * (total - done)
        ending = "" if done < total else "\r\x1b[K"
        sys.stderr.write(f"\r{what} {done} of {total}, {_duration(left)} left\x1b[K{ending}")

    return show


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
