"""A file or folder appears whole or not at all: it is made beside its place and renamed into it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import UserError


@contextmanager
def placed(out: Path) -> Iterator[Path]:
    """Give a path to write a file or folder at; move it to `out` at the end, or remove every trace.

    A file at `out` is replaced in one act. A folder that holds something is never touched. Missing
    folders above `out` are made, and removed again if the block fails.

    UserError: `out` is a folder that is not empty, or the disk refuses.
    """
    try:
        # "." and symbolic links have no name of their own to rename to.
        place = out.resolve()
        if place.is_dir() and any(place.iterdir()):
            raise UserError(f"“{out}” is a folder that already holds something: name a new or an empty one.")
        made = next((folder for folder in reversed(place.parents) if not folder.exists()), None)
        place.parent.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=".pressmark-", dir=place.parent))
    except OSError as error:
        raise _unwritable(out, error) from None
    try:
        yield workshop / place.name
        _move(workshop / place.name, place)
    except BaseException as error:
        shutil.rmtree(made or workshop, ignore_errors=True)
        if isinstance(error, OSError):
            raise _unwritable(out, error) from error
        raise
    shutil.rmtree(workshop, ignore_errors=True)


def _move(made: Path, out: Path) -> None:
    """Rename `made` to `out`; a file cannot be renamed over an empty folder, nor a folder over a file."""
    if out.is_dir() and not made.is_dir():
        out.rmdir()
    elif made.is_dir() and out.is_file():
        out.unlink()
    os.replace(made, out)  # noqa: PTH105 -- the act the promise rests on, by its own name


def _unwritable(out: Path, error: OSError) -> UserError:
    return UserError(f"“{out}” cannot be written: {error.strerror or error}.")
