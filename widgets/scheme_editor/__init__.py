"""The scheme editor: labels, relations and attributes as forms; each settled field is one undoable step."""

from widgets.scheme_editor.editor import SchemeEditor

__all__ = ["SchemeEditor"]
