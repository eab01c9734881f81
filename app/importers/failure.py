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
