"""R, then a digit or a click: waits for the target of a relation among numbered candidates."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from widgets.reader import ReaderView


class Relating(QObject):
    """Between R and the target; any other key ends it."""

    chosen = Signal(object, object)
    """(source id, target id)"""
    changed = Signal(str)
    """A sentence that says what the keys do now; empty when it is over."""

    def __init__(self, reader: ReaderView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._source: int | None = None
        self._candidates: tuple[int, ...] = ()
        reader.relation_target_chosen.connect(self.choose)

    def active(self) -> bool:
        """Whether a target is being waited for."""
        return self._source is not None

    def begin(self, source_id: int, candidate_ids: Sequence[int]) -> None:
        """Number the candidates in the text and wait."""
        self._source, self._candidates = source_id, tuple(candidate_ids)
        self._reader.set_relate_candidates(self._candidates)
        self.changed.emit(self.tr("Relate to: a number or a click · Esc stops"))

    def press(self, chord: str) -> bool:
        """Take a key while waiting; True where it was a candidate's number, or Esc."""
        if not self.active():
            return False
        if len(chord) == 1 and chord.isdigit() and 0 < int(chord) <= len(self._candidates):
            self.choose(self._candidates[int(chord) - 1])
            return True
        self.cancel()
        return chord == "Esc"

    def choose(self, target_id: int) -> None:
        """Take this annotation as the target."""
        source = self._source
        self.cancel()
        if source is not None:
            self.chosen.emit(source, target_id)

    def cancel(self) -> None:
        """Wait no longer."""
        if self._source is not None:
            self._source, self._candidates = None, ()
            self._reader.set_relate_candidates(())
            self.changed.emit("")
