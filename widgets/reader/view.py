"""The article under the annotator's hands: candidates, labels, bounds, keys.

The view changes nothing by itself: it asks (`annotate_requested`, `resize_requested`) and is told what has
become (`put_annotation`, ...). All offsets are code points.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.anchor import Span
from app.annotation import Annotation, EmptyPassage, Relation
from app.article import Article
from app.scheme import Scheme
from app.suggestion import Suggestion
from app.tokens import word_at
from widgets import theme
from widgets.reader import extents, keys, phrases, reach
from widgets.reader.picker import ArticlePicker
from widgets.reader.reach import Edge, NudgeUnit

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


@dataclass(slots=True)
class _Candidate:
    """Ever longer spans that a label key may mean here, and how far the annotator has gone."""

    spans: list[Span]
    place: tuple[int, int]
    """Where the cursor's anchor and position are while this holds."""
    level: int = 0
    label: str = ""
    annotation: int | None = None
    """The annotation that the label key has just made of it."""

    @property
    def span(self) -> Span:
        return self.spans[self.level]

    def grow(self) -> Span:
        """Go on to the next extent, after the longest to the first."""
        self.level = (self.level + 1) % len(self.spans)
        return self.span


class ReaderView(ArticlePicker):
    """Shows an article and turns what hands do into requests."""

    annotate_requested = Signal(object, str)
    """(tuple[Span, ...], label id): a label key was pressed."""
    annotation_activated = Signal(object)
    """Annotation id: Enter was pressed on it."""
    resize_requested = Signal(object, object)
    """(annotation id, tuple[Span, ...]): it should cover these spans."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidate: _Candidate | None = None
        self._invitation = ""
        self.setAccessibleName(self.tr("Article"))
        self._about_article = self.tr(
            "The text of the article. Arrow keys move the caret, with Shift they select."
        )
        self.setAccessibleDescription(self._about_article)
        self.caret_moved.connect(self._describe_place)

    # -- what is shown -------------------------------------------------------------------------------------

    def show_article(
        self,
        article: Article,
        text: str,
        annotations: Sequence[Annotation],
        relations: Sequence[Relation],
        suggestions: Sequence[Suggestion],
        scheme: Scheme,
    ) -> None:
        """Show the article from its beginning, nothing selected. ValueError: `text` is not canonical."""
        self._candidate = self._recent = None
        self._following = False
        self._set_article(article, text, annotations, relations, suggestions, scheme)
        self._following = True
        self.set_caret(0)

    def clear(self) -> None:
        """Show nothing."""
        self._candidate = self._recent = None
        self._following = False
        self._set_article(None, "")
        self._following = True

    def set_invitation(self, text: str) -> None:
        """Say this in the middle of the empty paper while there is no article."""
        self._invitation = text
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the article, or what to do where there is none."""
        super().paintEvent(event)
        if self._article is None and self._invitation:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.current().soft))
            font = QFont(self.font())
            font.setPointSizeF(font.pointSizeF() * 1.15)
            painter.setFont(font)
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            room = self.viewport().rect().adjusted(40, 0, -40, 0)
            painter.drawText(room, middle, self._invitation)
            if self.hasFocus():  # where a caret would show it
                said = painter.boundingRect(room, middle, self._invitation)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QColor(theme.current().accent))
                painter.drawRoundedRect(said.adjusted(-16, -12, 16, 12), 6, 6)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show where it is: the caret, which may be out of sight, or what stands for it."""
        super().focusInEvent(event)
        if self._article is None:
            self.viewport().update()
        elif event.reason() in _BY_TAB:
            self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that it is gone, where there is no caret."""
        super().focusOutEvent(event)
        if self._article is None:
            self.viewport().update()

    def put_annotation(self, annotation: Annotation) -> None:
        """Show a new or changed annotation; only its paragraphs are drawn anew."""
        made = self._standing_candidate()
        if made and made.label == annotation.label and annotation.spans == (made.span,):
            made.annotation = annotation.id
        self._refresh(self._marks.put_annotation(annotation))

    def drop_annotation(self, annotation_id: int) -> None:
        """Show an annotation no more."""
        self._refresh(self._marks.drop_annotation(annotation_id))
        self._hovered = None if self._hovered == annotation_id else self._hovered
        self._pointed = None if self._pointed == annotation_id else self._pointed
        if self._selected == annotation_id:
            self._choose_annotation(None)

    def put_relation(self, relation: Relation) -> None:
        """Show a new or changed relation."""
        self._refresh(self._marks.put_relation(relation))
        self.viewport().update()

    def drop_relation(self, relation_id: int) -> None:
        """Show a relation no more."""
        self._refresh(self._marks.drop_relation(relation_id))
        self.viewport().update()

    def put_suggestion(self, suggestion: Suggestion) -> None:
        """Show a new or changed suggestion; one that is decided is dropped."""
        self._refresh(self._marks.put_suggestion(suggestion))
        self._check_suggestion()

    def drop_suggestion(self, suggestion_id: int) -> None:
        """Show a suggestion no more."""
        self._refresh(self._marks.drop_suggestion(suggestion_id))
        self._check_suggestion()

    def set_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Show these suggestions (the open ones) and no others."""
        self._refresh(self._marks.set_suggestions(suggestions))
        self._check_suggestion()

    def set_empty_passages(self, passages: Sequence[EmptyPassage]) -> None:
        """Show these passages as read and empty, besides what is shown."""
        self._refresh({n for passage in passages for n in self._marks.put_passage(passage)})
        self._describe_place()

    def put_empty_passage(self, passage: EmptyPassage) -> None:
        """Show a new or changed passage as read and empty."""
        self._refresh(self._marks.put_passage(passage))
        self._describe_place()

    def drop_empty_passage(self, passage_id: int) -> None:
        """Show a passage as empty no more."""
        self._refresh(self._marks.drop_passage(passage_id))
        self._describe_place()

    def is_empty_at(self, offset: int) -> bool:
        """Tell whether the character at `offset` is in a passage read and empty."""
        pieces = self._marks.emptied.pieces(self._page.paragraph(offset))
        return any(start <= offset < end for start, end, _ in pieces)

    def _describe_place(self) -> None:
        """Tell a screen reader where the caret has come into a passage read and empty."""
        said = self._about_article
        if self.is_empty_at(self.caret()):
            said = self.tr("Read: nothing here.") + " " + said
        if self.accessibleDescription() != said:
            self.setAccessibleDescription(said)

    # -- candidates and labels -----------------------------------------------------------------------------

    def candidate(self) -> Span | None:
        """What a label key would label: the selection, the chosen suggestion, or the word at the caret."""
        spans = self._extents()
        return spans[0] if spans else None

    def grow_candidate(self) -> None:
        """Select what a label key would label; again: the next extent (word, name, clause, sentence)."""
        standing = self._standing_candidate()
        if standing is None or standing.label:
            spans = self._extents()
            if not spans:
                return
            standing = _Candidate(spans, (0, 0), level=int(self.textCursor().hasSelection()) % len(spans))
        else:
            standing.grow()
        self.select_span(standing.span)
        standing.place = self._place()
        self._candidate = standing

    def apply_label(self, label_id: str) -> None:
        """Do what a label's key does: ask to label the candidate; pressed again, to let it grow."""
        made = self._standing_candidate()
        if made and made.label == label_id and made.annotation in self._marks.annotations:
            self.resize_requested.emit(made.annotation, (made.grow(),))
            return
        spans = self._extents(label_id)
        if not spans:
            return
        there = self._same(label_id, spans[0])
        self._candidate = _Candidate(spans, self._place(), label=label_id, annotation=there)
        if there is None:
            self.annotate_requested.emit((spans[0],), label_id)
        else:
            self._choose_annotation(there)

    def select_annotation(self, annotation_id: int | None) -> None:
        """Select an annotation, put the caret on it and scroll to it; None selects none."""
        standing = self._standing_candidate()
        super().select_annotation(annotation_id)
        if standing is not None and standing.annotation == annotation_id:
            # To select what a label has just made is no move of the annotator's.
            standing.place = self._place()

    def _place(self) -> tuple[int, int]:
        cursor = self.textCursor()
        return cursor.anchor(), cursor.position()

    def _standing_candidate(self) -> _Candidate | None:
        """The candidate, unless the caret has moved on since."""
        return self._candidate if self._candidate and self._candidate.place == self._place() else None

    def _extents(self, label_id: str = "") -> list[Span]:
        """What a label's key may mean here, shortest first; empty in an empty article."""
        text = self._page.text
        suggestion = self._marks.suggestions.get(self._chosen_suggestion or 0)
        if self.textCursor().hasSelection():
            span = self.selected_span()
        elif suggestion is not None:
            span = suggestion.fragment.span
        else:
            span = reach.word_near(text, self.caret())
        if span is None:
            return []
        label = self._scheme.label(label_id)
        for_numbers = label is not None and phrases.takes_numbers(label)
        language = self._article.language if self._article else ""
        phrase = phrases.number_phrase(text, span, language) if for_numbers else None
        return extents.extents_of(text, span, phrase)

    def _same(self, label_id: str, span: Span) -> int | None:
        """The annotation that is there already with this label on just this span."""
        for key in self._marks.annotated.at(span.start):
            annotation = self._marks.annotations[key]
            if annotation.label == label_id and annotation.spans == (span,):
                return key
        return None

    # -- bounds --------------------------------------------------------------------------------------------

    def add_fragment(self) -> None:
        """Ask to add the candidate to the annotation selected last, which may so become discontinuous."""
        span, spans = self.candidate(), self._spans_of(self._recent)
        if span is not None and spans:
            self._request_spans(self._recent, reach.joined([*spans, span]))

    def cut_fragment(self) -> None:
        """Ask to cut the candidate out of the annotation selected last, unless nothing would be left."""
        span, spans = self.candidate(), self._spans_of(self._recent)
        if span is not None and spans:
            self._request_spans(self._recent, reach.cut(self._page.text, spans, span))

    def nudge(self, edge: Edge, unit: NudgeUnit, step: int) -> None:
        """Ask to move an edge of the selected annotation by a character or word (`step` 1 or -1)."""
        spans = self._spans_of(self._selected)
        if not spans:
            return
        at = 0 if edge == "start" else len(spans) - 1
        moved = reach.nudge(self._page.text, spans[at], edge, unit, step)
        if moved is not None and not any(moved.overlaps(other) for n, other in enumerate(spans) if n != at):
            self._request_spans(self._selected, [*spans[:at], moved, *spans[at + 1 :]])

    def passage_here(self) -> Span | None:
        """What is selected, else the paragraph at the caret; None in an empty line."""
        cursor, page = self.textCursor(), self._page
        if cursor.hasSelection():
            to_text = page.offsets.to_text
            return reach.trim(page.text, to_text(cursor.selectionStart()), to_text(cursor.selectionEnd()))
        return reach.trim(page.text, *page.bounds(page.paragraph(self.caret())))

    def leave_passage(self, span: Span) -> None:
        """Put the caret at the beginning of the paragraph after a passage."""
        self.set_caret(span.end)
        self.move_caret("paragraph", 1)

    def split_points(self) -> list[int]:
        """Where a split would cut: at the edges of what is selected, else before the word at the caret."""
        selected = self.selected_span()
        if selected is not None:
            return [selected.start, selected.end]
        word = word_at(self._page.text, self.caret())
        return [self.caret() if word is None else word.start]

    def _spans_of(self, annotation_id: int | None) -> list[Span]:
        annotation = self._marks.annotations.get(annotation_id or 0)
        return list(annotation.spans) if annotation else []

    def _request_spans(self, annotation_id: int | None, spans: Sequence[Span]) -> None:
        self._candidate = None
        if spans and list(spans) != self._spans_of(annotation_id):
            self.resize_requested.emit(annotation_id, tuple(spans))

    # -- keys ----------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leave every key that does not move the caret to the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self._is_mine(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move the caret, copy, activate; other keys go on to the window."""
        move, select = keys.move_of(event), keys.has_shift(event)
        operation = keys.page_move_of(event)
        if move is not None:
            self.move_caret(move.unit, move.step, select)
        elif operation is not None:
            self._move_over_page(operation, select)
        elif keys.screens_of(event):
            self._move_by_screen(keys.screens_of(event), select)
        elif keys.is_copy(event):
            self.copy()
        elif keys.is_select_all(event):
            self.selectAll()
        elif keys.number_of(event) and self._relating:
            self.choose_relate_candidate(keys.number_of(event))
        elif keys.is_enter(event) and self._selected is not None:
            self.annotation_activated.emit(self._selected)
        else:
            event.ignore()
            return
        event.accept()

    def _is_mine(self, event: QKeyEvent) -> bool:
        return bool(
            keys.move_of(event)
            or keys.page_move_of(event) is not None
            or keys.screens_of(event)
            or keys.is_copy(event)
            or keys.is_select_all(event)
            or (self._relating and keys.number_of(event))
        )

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll; with Ctrl, change the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_text_size(self._size + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
            return
        super().wheelEvent(event)
