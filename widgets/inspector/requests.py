"""What goes out of the inspector: it shows, and asks for what is to change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Requests(QWidget):
    """The signals of `InspectorPanel`."""

    annotation_chosen = Signal(object)
    """Annotation id: a line or a relation was clicked; the reader reveals it."""
    suggestion_chosen = Signal(object)
    """Suggestion id: its line was clicked."""
    attributes_edited = Signal(object, object)
    """(annotation id, all its attributes)."""
    note_edited = Signal(object, str)
    relate_requested = Signal(object, str, object)
    """(source id, relation type id, target id)."""
    unrelate_requested = Signal(object)
    remove_requested = Signal(object)
    relabel_requested = Signal(object, str)
    suggestion_decided = Signal(object, bool, object)
    """(suggestion id, accepted, edited attributes or None where they are as proposed)."""
    role_requested = Signal(int, str)
    """(block index, role)."""
    confidence_edited = Signal(object, object)
    """(annotation id, 0 to 1 or None)."""
    span_wanted = Signal(object, str)
    """(annotation id, attribute id): its words are to be chosen in the article."""
    described = Signal(object)
    """Description of the article, as corrected."""
    assessed = Signal(object)
    """All attributes given to the article."""
    article_note_edited = Signal(str)
    flag_toggled = Signal(bool)
    left = Signal()
    """The work in the inspector is over: the focus goes back to the article."""
