"""A file or folder appears whole or not at all: it is made beside its place and renamed into it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import UserError


@contextmanager
def written_whole(out: Path) -> Iterator[Path]:
    """Give a path to write a file or folder at; move it to `out` at the end, or remove every trace.

    A file at `out` is replaced in one act, but never a project. A folder that holds something is never
    touched. Missing folders above `out` are made, and removed again if the block fails.

    UserError: as `free_place`, or the disk refuses.
    """
    place = free_place(out)
    try:
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


def free_place(out: Path, *, file_name: str = "") -> Path:
    """Return where `out` leads, after any symbolic link, if something may be put there.

    `file_name` is what a file in a folder would be called, and given where it is a file that is to be put.

    UserError: `out` is a project, a folder that is not empty (or any, where a file is to be put), a device or
    the like; or it cannot be looked at.
    """
    try:
        # "." and symbolic links have no name of their own to rename to.
        place = out.resolve()
        if file_name and place.is_dir():
            raise UserError(
                f"“{out}” is a folder, and this is written as a file: name one in it, as “{out / file_name}”."
            )
        if place.is_dir() and any(place.iterdir()):
            raise UserError(f"“{out}” is a folder that already holds something: name a new or an empty one.")
        if place.exists() and not place.is_dir() and not place.is_file():  # /dev/null, were we to replace it
            raise UserError(f"“{out}” is neither a file nor a folder: name a file or folder to write.")
        if _is_database(place):
            raise UserError(f"“{out}” is a project or another database: name another file to write.")
    except OSError as error:
        raise _unwritable(out, error) from None
    return place


def _move(made: Path, out: Path) -> None:
    """Rename `made` to `out`; a file cannot be renamed over an empty folder, nor a folder over a file."""
    if out.is_dir() and not made.is_dir():
        out.rmdir()
    elif made.is_dir() and out.is_file():
        out.unlink()
    os.replace(made, out)  # noqa: PTH105 -- the act the promise rests on, by its own name


def _is_database(place: Path) -> bool:
    """Tell whether an SQLite file is there, as projects are: https://www.sqlite.org/fileformat.html."""
    if not place.is_file():
        return False
    with place.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def _unwritable(out: Path, error: OSError) -> UserError:
    cause = os.strerror(error.errno) if error.errno else str(error)  # pyarrow has words of its own around it
    return UserError(f"“{out}” cannot be written: {cause}.")
