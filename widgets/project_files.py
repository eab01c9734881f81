"""How project files are made and opened: handed in by main, because widgets know no storage."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.project import Project
from app.scheme import Scheme

SUFFIX = ".pressmark"


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """The doors to storage. Each raises UserError with a sentence where it cannot."""

    create: Callable[[Path, Scheme], Project]
    """A new project file with a scheme, open for reading and writing."""
    open: Callable[[Path], Project]
    """An existing one, for reading and writing."""
    open_for_reading: Callable[[Path], Project]
    """The same, read-only and with a connection of its own: called in background threads."""
    make_sample: Callable[[Path], object]
    """Fills a new file with the sample project: articles, suggestions, annotations."""
