"""Which mark is selected: the one that the caret, a click, a jump or a number has come upon.

Marks that lie one on the other are taken innermost first; a repeated click or key goes on outward. All
offsets are code points.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from app.anchor import Span
from app.annotation import Annotation
from app.tokens import word_at
from widgets.reader import tips
from widgets.reader.canvas import ArticleCanvas
from widgets.reader.reach import sentence_at


@dataclass(slots=True)
class _Mouse:
    """What the left button is doing."""

    pressed: bool = False
    snap: bool = False
    """Whether the release snaps to words: not after a double or triple click."""
    before: int | None = None
    """The annotation that was selected when it went down."""
    stack: list[int] = field(default_factory=list)
    """The annotations under the last click, innermost first."""
    doubled_at: int = -(10**9)
    """When a double click was, in Qt's event time (milliseconds); soon after, a third one is awaited."""


class ArticlePicker(ArticleCanvas):
    """Lets marks be selected. Ids travel as objects (Qt's int is 32-bit)."""

    annotation_selected = Signal(object)
    """Annotation id or None: another one is selected."""
    suggestion_selected = Signal(object)
    """Suggestion id or None: another one is selected."""
    relation_target_chosen = Signal(object)
    """Annotation id: clicked or numbered while relating."""
    annotation_followed = Signal(object)
    """Annotation id: the sign at the edge that stands for it was clicked."""
    caret_moved = Signal(int)
    """Code point where the caret is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mouse = _Mouse()
        self._following = True
        self._recent: int | None = None
        self._under_caret: list[int] = []
        self.cursorPositionChanged.connect(self._on_caret)

    # -- annotations ---------------------------------------------------------------------------------------

    def selected_annotation(self) -> int | None:
        """Id of the selected annotation."""
        return self._selected

    def annotations(self) -> Mapping[int, Annotation]:
        """The annotations shown, by id."""
        return self._marks.annotations

    def suggestion_count(self) -> int:
        """How many open suggestions are shown."""
        return len(self._marks.suggestions)

    def select_annotation(self, annotation_id: int | None) -> None:
        """Select an annotation, put the caret on it and scroll to it; None selects none. No suggestion is."""
        self._choose_suggestion(None)
        if annotation_id is None or annotation_id not in self._marks.annotations:
            self._choose_annotation(None)
            return
        annotation = self._marks.annotations[annotation_id]
        if not self._is_on(annotation):
            self._following = False
            self._unfold_at(annotation.start)
            self.set_caret(annotation.start)
            self._following = True
            self._under_caret = self._marks.annotated.at(self.caret())
            self.caret_moved.emit(self.caret())
        self.reveal(Span(annotation.start, annotation.end))
        self._choose_annotation(annotation_id)

    def next_annotation(self, step: int) -> None:
        """Select the next (1) or previous (-1) annotation in text order, round the ends."""
        current = self._marks.annotations.get(self._selected or 0)
        here = (current.start, current.end, current.id) if current else (self.caret(), self.caret(), 0)
        following = self._marks.annotated.next(*here, step)
        if following is not None:
            self.select_annotation(following)

    def cycle_annotation(self) -> None:
        """Select the next annotation outward of those that lie one on the other at the caret."""
        stack = self._marks.annotated.at(self.caret())
        if stack:
            self._choose_annotation(_after(stack, self._selected))

    def _is_on(self, annotation: Annotation) -> bool:
        """Tell whether the caret is on the annotation, or what is selected lies within it."""
        cursor, to_text = self.textCursor(), self._page.offsets.to_text
        if cursor.hasSelection():
            start, end = to_text(cursor.selectionStart()), to_text(cursor.selectionEnd())
            return annotation.start <= start and end <= annotation.end
        return annotation.id in self._marks.annotated.at(self.caret())

    def _choose_annotation(self, annotation_id: int | None) -> None:
        if annotation_id == self._selected:
            return
        self._selected = annotation_id
        self._recent = annotation_id or self._recent
        self.viewport().update()
        self.annotation_selected.emit(annotation_id)

    # -- suggestions ---------------------------------------------------------------------------------------

    def selected_suggestion(self) -> int | None:
        """Id of the chosen suggestion."""
        return self._chosen_suggestion

    def select_suggestion(self, suggestion_id: int | None) -> None:
        """Choose a suggestion, put the caret on it and scroll to it; None chooses none."""
        suggestion = self._marks.suggestions.get(suggestion_id or 0)
        if suggestion is not None:
            self._unfold_at(suggestion.start)
            self.set_caret(suggestion.start)
            self.reveal(Span(suggestion.start, suggestion.end))
        self._choose_suggestion(suggestion.id if suggestion else None)

    def next_suggestion(self, step: int) -> None:
        """Choose the next (1) or previous (-1) suggestion in text order, round the ends.

        What would be accepted with another one, as a speaker with the claim, is passed by.
        """
        led_to = self._marks.led_to()
        following = self._chosen_suggestion
        for _ in range(len(led_to) + 1):
            current = self._marks.suggestions.get(following or 0)
            here = (current.start, current.end, current.id) if current else (self.caret(), self.caret(), 0)
            following = self._marks.suggested.next(*here, step)
            if following not in led_to:
                break
        if following is not None:
            self.select_suggestion(following)

    def _choose_suggestion(self, suggestion_id: int | None) -> None:
        if suggestion_id == self._chosen_suggestion:
            return
        self._chosen_suggestion = suggestion_id
        self.viewport().update()
        self.suggestion_selected.emit(suggestion_id)

    def _check_suggestion(self) -> None:
        if self._chosen_suggestion not in self._marks.suggestions:
            self._choose_suggestion(None)

    # -- relating ------------------------------------------------------------------------------------------

    def set_relate_candidates(self, ids: Sequence[int]) -> None:
        """Begin relating: number these annotations 1 to 9; an empty list ends it."""
        self._relating = tuple(ids)
        self.viewport().update()

    def choose_relate_candidate(self, number: int) -> None:
        """Choose the annotation with this number as the target."""
        if 1 <= number <= min(len(self._relating), 9):
            self.relation_target_chosen.emit(self._relating[number - 1])

    # -- caret and mouse -----------------------------------------------------------------------------------

    def _on_caret(self) -> None:
        if not self._following:
            return
        offset = self.caret()
        self.caret_moved.emit(offset)
        if self.textCursor().hasSelection() or self._mouse.pressed:
            return
        before, self._under_caret = self._under_caret, self._marks.annotated.at(offset)
        stack = self._under_caret
        if self._selected not in stack or stack[0] not in before:
            self._choose_annotation(stack[0] if stack else None)
        ghosts = self._marks.suggested.at(offset)
        if self._chosen_suggestion not in ghosts:
            self._choose_suggestion(ghosts[0] if ghosts else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open furniture, take a relation's target, or begin to select; a third click takes the sentence."""
        if event.button() == Qt.MouseButton.LeftButton:
            if (far := self._edge_at(event.position())) is not None:
                self.annotation_followed.emit(far)
                event.accept()
                return
            third = event.timestamp() - self._mouse.doubled_at < QApplication.doubleClickInterval()
            if self._press_box_or_target(event.position()) or (third and self._press_third(event.position())):
                event.accept()
                return
            self._mouse.pressed = self._mouse.snap = True
            self._mouse.before = self._selected
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._drop_selection()
        super().mousePressEvent(self._on_text(event))

    def _drop_selection(self) -> None:
        """Select anew: Qt would have words that are selected dragged away as a text."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select while the button is down; else show what is under the mouse."""
        super().mouseMoveEvent(self._on_text(event))
        if not event.buttons():
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Snap a selection to whole words; a click selects an annotation, a repeated one the next outward."""
        super().mouseReleaseEvent(self._on_text(event))
        mouse = self._mouse
        if event.button() != Qt.MouseButton.LeftButton or not mouse.pressed:
            return
        mouse.pressed = False
        if not self.textCursor().hasSelection():
            self._click(event.position())
        elif mouse.snap:
            self._snap_selection()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select our word (Qt's own word ends at every hyphen and comma)."""
        offset = self._offset_at(event.position())
        word = None if offset is None else word_at(self._page.text, offset)
        self._mouse.pressed, self._mouse.snap = True, False
        self._mouse.doubled_at = event.timestamp()
        if word is not None:
            self.select_span(word)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self._pointed = None
        self._set_hovered(None)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Say what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            offset = self._offset_at(QPointF(event.pos()))
            if offset is None:
                paragraph = self._block_at(event.pos().y() + self._scroll().y()).blockNumber()
                text = tips.passages_tip(self._marks, paragraph)
            else:
                text = tips.tip(self._marks, self._scheme, offset)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _on_text(self, event: QMouseEvent) -> QMouseEvent:
        """The event as Qt shall see it: never between paragraphs, where it would find folded furniture."""
        if not event.buttons() and event.type() == QEvent.Type.MouseMove:
            return event
        inside = 0 <= event.position().y() < self.viewport().height()
        point = self._settled(event.position()) if inside else event.position()
        return QMouseEvent(
            event.type(), point, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    def _press_third(self, point: QPointF) -> bool:
        """Select the sentence at the point; tell whether there is one."""
        offset = self._offset_at(point)
        sentence = None if offset is None else sentence_at(self._page.text, offset)
        self._mouse.pressed, self._mouse.snap = True, False
        if sentence is not None:
            self.select_span(sentence)
        return sentence is not None

    def _press_box_or_target(self, point: QPointF) -> bool:
        """Open the box of furniture, or take the relation's target, at the point; tell whether it was so."""
        fold = self._fold_at_point(point)
        if fold is not None:
            self._set_folds([fold], not self._page.is_open(fold))
            return True
        offset = self._offset_at(point)
        if self._relating:
            stack = [] if offset is None else self._marks.annotated.at(offset)
            numbered = [key for key in stack if key in self._relating]
            if stack:
                self.relation_target_chosen.emit((numbered or stack)[0])
            return True
        return False

    def _click(self, point: QPointF) -> None:
        offset = self._offset_at(point)
        stack = [] if offset is None else self._marks.annotated.at(offset)
        repeated = stack == self._mouse.stack and self._mouse.before in stack
        self._mouse.stack = stack
        if stack:
            self._choose_annotation(_after(stack, self._mouse.before) if repeated else stack[0])
        else:
            self._choose_annotation(None)
        ghosts = [] if offset is None else self._marks.suggested.at(offset)
        self._choose_suggestion(ghosts[0] if ghosts else None)

    def _snap_selection(self) -> None:
        span = self.selected_span()
        if span is None:
            self.set_caret(self.caret())
            return
        cursor, to_qt = self.textCursor(), self._page.offsets.to_qt
        first, last = to_qt(span.start), to_qt(span.end)
        backward = cursor.position() < cursor.anchor()
        self._put_cursor(*((last, first) if backward else (first, last)))

    def _hover(self, point: QPointF) -> None:
        if self._edge_at(point) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            return
        offset = self._offset_at(point)
        stack = [] if offset is None else self._marks.annotated.at(offset)
        self._set_hovered(stack[0] if stack else None)
        over_box = offset is None and self._fold_at_point(point) is not None
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor
            if over_box or (self._relating and stack)
            else Qt.CursorShape.IBeamCursor
        )

    def _set_hovered(self, annotation_id: int | None) -> None:
        if annotation_id == self._hovered:
            return
        self._hovered = annotation_id
        self._pointed = annotation_id or self._pointed
        self.viewport().update()


def _after(stack: Sequence[int], key: int | None) -> int:
    """The one after `key` in the stack, round the end; the first if `key` is not in it."""
    return stack[(stack.index(key) + 1) % len(stack)] if key in stack else stack[0]
