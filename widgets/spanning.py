"""What keys do to the marks in the article beyond labels: shape them, say that there are none, find back.

L and D wait for a label's key, as R waits for a target (`widgets.relating`).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.annotation import Annotation
from app.scheme import Label
from widgets import keys
from widgets.actions import Handler
from widgets.reader import phrases

if TYPE_CHECKING:
    from widgets.desk import Desk

# Milliseconds on an article before the number engine loads: not while paging, nor before the first paint.
_PREPARE_AFTER = 1_000


class Spanning(QObject):
    """The keys of one desk that shape annotations; between L or D and a label's key it waits."""

    changed = Signal(str)
    """A sentence that says what the keys do now; empty when the waiting is over."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._waiting: tuple[int, Callable[[int, str], object]] | None = None
        desk.waiting.append(self.press)
        self.changed.connect(desk.hinted)
        desk.reader.annotation_selected.connect(lambda _: self.stop())
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_PREPARE_AFTER)
        self._resting.timeout.connect(self._prepare)
        desk.opened.connect(lambda _: self._resting.start())

    def handlers(self) -> dict[str, Handler]:
        """The actions this does, by id."""
        reader, acts = self._desk.reader, self._desk.acts
        relabel = self.tr("Change the label")
        duplicate = self.tr("Mark it with another label too")
        acting: dict[str, Handler] = {
            "grow": reader.grow_candidate,
            "annotation.outward": reader.cycle_annotation,
            "fragment.add": reader.add_fragment,
            "fragment.cut": reader.cut_fragment,
            "relabel": lambda: self._wait(relabel, acts.relabel),
            "duplicate": lambda: self._wait(duplicate, acts.duplicate),
            "split": self.split,
            "join": self.join,
            "passage.empty": self.mark_empty,
            "back": self._desk.go_back,
        }
        return {action: self._in_article(act) for action, act in acting.items()}

    def press(self, chord: str) -> bool:
        """Take a key while waiting; True where it was a label's, or Esc. Any other ends the waiting."""
        if self._waiting is None:
            return False
        annotation_id, act = self._waiting
        label = self._label(chord)
        self.stop()
        if label is not None:
            act(annotation_id, label.id)
        return label is not None or chord == "Esc"

    def stop(self) -> None:
        """Wait no longer."""
        if self._waiting is not None:
            self._waiting = None
            self.changed.emit("")

    def split(self) -> None:
        """Split the selected annotation at the caret, or at the edges of the selected text."""
        if (annotation := self._selected()) is not None:
            self._desk.acts.split(annotation.id, self._desk.reader.split_points())

    def join(self) -> None:
        """Join the selected annotation with those the selected text touches, else with the next like it."""
        span = self._desk.reader.selected_span()
        mine = self._desk.annotations()
        touched = [a for a in mine if span is not None and any(own.overlaps(span) for own in a.spans)]
        selected = self._desk.selected() or next(iter(touched), None)
        if selected is None:
            self._ask_to_select()
            return
        alike = [a.id for a in touched if a.label == selected.label and a.id != selected.id]
        if not alike:
            after = [a.id for a in mine if a.label == selected.label]
            at = after.index(selected.id) + 1
            alike = after[at : at + 1]
        self._desk.acts.join(selected.id, alike)

    def mark_empty(self) -> None:
        """Say that there is nothing to mark in what is selected, or in the paragraph; go on to the next."""
        desk, span = self._desk, self._desk.reader.passage_here()
        if desk.article is None or span is None:
            return
        desk.acts.mark_empty(desk.article.id, span)
        if desk.reader.is_empty_at(span.start):
            desk.reader.leave_passage(span)

    def _wait(self, what: str, act: Callable[[int, str], object]) -> None:
        """Wait for a label's key."""
        annotation = self._selected()
        if annotation is None:
            return
        others = [label for label in self._desk.scheme.labels if label.key and label.id != annotation.label]
        named = " · ".join(f"{keys.shown(label.key)} {label.name}" for label in others)
        self._waiting = annotation.id, act
        self.changed.emit(self.tr("{what}: {labels} · Esc stops").format(what=what, labels=named))

    def _label(self, chord: str) -> Label | None:
        return next((label for label in self._desk.scheme.labels if label.key and label.key == chord), None)

    def _selected(self) -> Annotation | None:
        selected = self._desk.selected()
        if selected is None:
            self._ask_to_select()
        return selected

    def _ask_to_select(self) -> None:
        self._desk.noted.emit(self.tr("Select an annotation first: this key changes it."))

    def _in_article(self, act: Handler) -> Handler:
        """Act and leave the focus in the article, whether a key or a menu asked for it."""

        def handle() -> None:
            self._desk.focus_article()
            act()

        return handle

    def _prepare(self) -> None:
        desk = self._desk
        if desk.article is not None and any(phrases.takes_numbers(label) for label in desk.scheme.labels):
            phrases.prepare(desk.article.language)
