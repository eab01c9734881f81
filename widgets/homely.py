"""Paths as people write them: with ~ for the home folder."""

from pathlib import Path


def homely(path: Path) -> str:
    """The path with ~ for the home folder, where it lies in it; `Path.expanduser` takes it back."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):  # elsewhere; or there is no home folder
        return str(path)
