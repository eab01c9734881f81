"""Load annotations: from which file, and how; what would become of it is said before anything is written."""

from widgets.dialogs.load.dialog import LoadDialog
from widgets.dialogs.load.results import LoadResults

__all__ = ["LoadDialog", "LoadResults"]
