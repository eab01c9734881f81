"""The storage room: a project as one SQLite file. Everything public is here.

Checking and backups come when they are first asked for: opening a project does not wait for them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from storage.opening import create_project, open_project
from storage.sqlite_project import SqliteProject

if TYPE_CHECKING:
    from storage.aside import keep_backup_aside
    from storage.backup import backup_project, backups, keep_backup, restore_project
    from storage.check import CheckReport, check_project

_LATE = {
    "CheckReport": "check",
    "backup_project": "backup",
    "backups": "backup",
    "check_project": "check",
    "keep_backup": "backup",
    "keep_backup_aside": "aside",
    "restore_project": "backup",
}

__all__ = [
    "CheckReport",
    "SqliteProject",
    "backup_project",
    "backups",
    "check_project",
    "create_project",
    "keep_backup",
    "keep_backup_aside",
    "open_project",
    "restore_project",
]


def __getattr__(name: str) -> Any:
    """Bring what was left until it is asked for (PEP 562)."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"storage.{_LATE[name]}"), name)
