"""How project files are made and opened: handed in by main, because widgets know no storage."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.project import Project
from app.scheme import Scheme

SUFFIX = ".pressmark"
BACKUPS = ".backups"
"""Ends the name of the folder beside a project in which its automatic backups are."""


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """The doors to storage. Each raises UserError with a sentence where it cannot."""

    create: Callable[[Path, Scheme], Project]
    """A new project file with a scheme, open for reading and writing."""
    open: Callable[[Path], Project]
    """An existing one, for reading and writing."""
    open_for_reading: Callable[[Path], Project]
    """The same, read-only and with a connection of its own: called in background threads."""
    keep_backup: Callable[[Path, Callable[[], bool]], object]
    """Adds a verified backup beside the project if something was done since the last; the function says when
    it is not wanted any more. Called in background threads."""
    restore: Callable[[Path, Path], object]
    """Makes a project (second) of a backup (first), once it is verified: called in background threads."""
    make_sample: Callable[[Path], object]
    """Fills a new file with the sample project: articles, suggestions, annotations."""
