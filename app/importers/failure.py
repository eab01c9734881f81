"""The one way an import fails: a sentence that names the file and the cause."""

from pathlib import Path

from app.errors import UserError


class ImportFailed(UserError):
    """A saved file could not be read as an article; nothing of it was imported."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path}: {cause}")
        self.path = path
        self.cause = cause

    def __reduce__(self) -> tuple[type["ImportFailed"], tuple[Path, str]]:
        """Travel between processes with both parts (an exception pickles its message alone)."""
        return type(self), (self.path, self.cause)


class Unreadable(Exception):
    """Raised inside the room, where the file's name is not known; `str(error)` is the cause."""


def cause_of(error: Exception) -> str:
    """Return in words why reading a page failed; a bug of ours or of a parser says enough for a report."""
    if isinstance(error, Unreadable):
        return str(error)
    if isinstance(error, ImportFailed):
        return error.cause
    if isinstance(error, MemoryError):
        return "reading it needs more memory than one file is given"
    if isinstance(error, RecursionError):
        return "it is nested too deeply to be read"
    return f"reading it failed unexpectedly ({type(error).__name__}: {error})"
