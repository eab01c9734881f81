"""The session's broadcasts as Qt signals: the one bridge from `app.session` to the views."""

from PySide6.QtCore import QObject, Signal

from app.changes import Step
from app.session import Session


class SessionSignals(QObject):
    """`stepped(Step)` after every act, undo and redo; `suggestions_changed(article id)` after a suggester.

    Ids are 53-bit, hence `Signal(object)`: Qt's int is 32-bit.
    """

    stepped = Signal(object)
    suggestions_changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        session.listen(self._on_step)
        session.listen_suggestions(self.suggestions_changed.emit)

    def _on_step(self, step: Step) -> None:
        self.stepped.emit(step)
