"""Export: format, place, selection, shape and parts; what comes of them is seen before it is written."""

from widgets.dialogs.export import kept
from widgets.dialogs.export.articles import Within
from widgets.dialogs.export.dialog import ExportDialog

__all__ = ["ExportDialog", "Within", "kept"]
