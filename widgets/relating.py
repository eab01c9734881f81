"""R, then a digit or a click: waits for the target of a relation among numbered candidates."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from widgets.reader import ReaderView


class Relating(QObject):
    """Between R and the target; any other key ends it."""

    chosen = Signal(object, object, str)
    """(source id, target id, relation type id, or "" for the likeliest)"""
    again = Signal()
    """The key that began it was pressed once more: another relation is meant."""
    changed = Signal(str)
    """A sentence that says what the keys do now; empty when it is over."""

    def __init__(self, reader: ReaderView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._source: int | None = None
        self._candidates: tuple[int, ...] = ()
        self._relation = ""
        self.is_again: Callable[[str], bool] = "R".__eq__
        """Tells whether a chord is that of relating; it may have been given another."""
        reader.relation_target_chosen.connect(self.choose)

    def active(self) -> bool:
        """Whether a target is being waited for."""
        return self._source is not None

    def relation(self) -> str:
        """The relation that is meant; empty: the likeliest, or none is being made."""
        return self._relation

    def begin(
        self, source_id: int, candidate_ids: Sequence[int], relation_id: str = "", name: str = ""
    ) -> None:
        """Number the candidates in the text and wait; for one relation and its name, or for any."""
        self._source, self._candidates, self._relation = source_id, tuple(candidate_ids), relation_id
        self._reader.set_relate_candidates(self._candidates)
        what = name or self.tr("Relate to")
        self.changed.emit(
            self.tr("{what}: a number or a click · again: another relation · Esc stops").format(what=what)
        )

    def press(self, chord: str) -> bool:
        """Take a key while waiting; True where it was a candidate's number, or Esc."""
        if not self.active():
            return False
        if len(chord) == 1 and chord.isdigit() and 0 < int(chord) <= len(self._candidates):
            self.choose(self._candidates[int(chord) - 1])
            return True
        if self.is_again(chord):
            self.again.emit()
            return True
        self.cancel()
        return chord == "Esc"

    def choose(self, target_id: int) -> None:
        """Take this annotation as the target."""
        source, relation = self._source, self._relation
        self.cancel()
        if source is not None:
            self.chosen.emit(source, target_id, relation)

    def cancel(self) -> None:
        """Wait no longer."""
        if self._source is not None:
            self._source, self._candidates, self._relation = None, (), ""
            self._reader.set_relate_candidates(())
            self.changed.emit("")
