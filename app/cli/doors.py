"""What main hands the command line: the openers of storage and window, and what resources hold.

`app` imports neither storage nor widgets nor resources; these callables are the whole connection.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.project import Project
from app.scheme import Scheme


class CheckReport(Protocol):
    """What verifying a project found."""

    @property
    def lines(self) -> Sequence[str]:
        """What was verified, a sentence each."""
        ...

    @property
    def problems(self) -> Sequence[str]:
        """What is wrong, a sentence each; empty when all is well."""
        ...


class CheckProject(Protocol):
    """Verifies a project file."""

    def __call__(self, path: Path, *, repair: bool = False) -> CheckReport:
        """Return what was found, after computing anew what can be; UserError: it is no project."""
        ...


class OpenProject(Protocol):
    """Opens a project file."""

    def __call__(self, path: Path, *, read_only: bool = False) -> Project:
        """Return the open project; UserError where the file is not one."""
        ...


@dataclass(frozen=True, slots=True)
class Doors:
    """The other rooms, as callables; each imports its room when first called."""

    create_project: Callable[[Path, Scheme], Project]
    open_project: OpenProject
    check_project: CheckProject
    backup_project: Callable[[Path, Path | None], Path]
    restore_project: Callable[[Path, Path], None]
    open_window: Callable[[Path | None, int | None], int]
    """Project (None: the last one) and article id to show; returns the exit code."""
    has_display: Callable[[], bool]
    default_scheme: Callable[[], Scheme]
    schemes: Callable[[], Mapping[str, str]]
    """The bundled schemes as TOML, by name."""
    sample_pages: Callable[[], Mapping[str, bytes]]
    sample_annotations: Callable[[], str]
