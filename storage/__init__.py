"""The storage room: a project as one SQLite file. Everything public is here."""

from storage.backup import backup_project, backups, restore_project
from storage.check import CheckReport, check_project
from storage.opening import create_project, open_project
from storage.sqlite_project import SqliteProject

__all__ = [
    "CheckReport",
    "SqliteProject",
    "backup_project",
    "backups",
    "check_project",
    "create_project",
    "open_project",
    "restore_project",
]
