"""The article as a page of text: a read-only QTextEdit that sets it, folds furniture, and moves the caret.

What is marked in it is `canvas`'s business, what hands ask for `view`'s. All offsets are code points;
lengths are pixels.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QTextBlock, QTextCursor, QTextLine
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.anchor import Span
from app.article import Article, Block
from app.replacing import replace
from widgets import theme
from widgets.reader import reach
from widgets.reader.document import ArticleDocument, Fold
from widgets.reader.reach import MoveUnit
from widgets.reader.typography import MEASURE, Typography

TEXT_SIZE = 14.0
SMALLEST, LARGEST = 8.0, 48.0
NARROWEST, WIDEST = 40, 120
# The least paper left and right of the column, in pixels.
_EDGE = 24.0
# Paper above the first and below the last line, in em.
_HEAD_EM, _FOOT_EM = 1.6, 6.0
# How far the text shows through a selection, 0 to 255: the marks below it must stay visible.
_SELECTION_ALPHA = {"light": 62, "dark": 105}

_Keep, _Move = QTextCursor.MoveMode.KeepAnchor, QTextCursor.MoveMode.MoveAnchor


class ArticlePage(QTextEdit):
    """Shows one article's text in a column, with a real caret."""

    text_size_changed = Signal(float)
    """Points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._size, self._measure = TEXT_SIZE, MEASURE
        self._furniture_key = ""
        self._page = ArticleDocument("", (), self._new_typography())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self._take_page(None)
        self._use_theme()

    # -- what is shown -------------------------------------------------------------------------------------

    def article_id(self) -> int | None:
        """Id of the shown article."""
        return self._article.id if self._article else None

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Set the paragraphs whose role has changed; the caret stays, out of what folds."""
        if self._article is None:
            return
        self._article = replace(self._article, blocks=tuple(blocks))
        with self._steady():
            self._page.set_blocks(blocks)

    def set_facts(self, article: Article) -> None:
        """Show what is known about the article now: title, source and date may have been corrected."""
        if self._article is not None and self._article.id == article.id:
            self._article = article
            self.viewport().update()

    def _set_page(self, article: Article | None, text: str) -> None:
        before, self._article = self._page, article
        self._page = ArticleDocument(text, article.blocks if article else (), self._new_typography())
        self._take_page(before)
        self._on_layout()

    def _reset_page(self) -> None:
        """Set the same article anew (size, width or colours changed); caret and place stay."""
        cursor, top = self.textCursor(), self._top_offset()
        anchor, position = cursor.anchor(), cursor.position()
        before, blocks = self._page, self._article.blocks if self._article else ()
        self._page = ArticleDocument(self._page.text, blocks, self._new_typography(), self._page.opened)
        blocked = self.blockSignals(True)
        self._take_page(before)
        self._on_layout()
        self._put_cursor(anchor, position)
        self.blockSignals(blocked)
        self._scroll_to(top, at=0.0)

    def _take_page(self, before: ArticleDocument | None) -> None:
        self._set_column()
        # The view owns its documents: Qt only borrows one, and must not outlive it.
        self._page.qt.setParent(self)
        self.setDocument(self._page.qt)
        if before is not None:
            before.qt.deleteLater()

    def _on_layout(self) -> None:
        """What was measured of the page holds no more."""

    def _new_typography(self) -> Typography:
        return Typography(self._size, self._measure, theme.current())

    def _use_theme(self) -> None:
        colours = theme.current()
        palette = self.palette()
        accent = QColor(colours.accent)
        accent.setAlpha(_SELECTION_ALPHA[colours.mode])
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.Base, colours.paper)
            palette.setColor(group, QPalette.ColorRole.Text, colours.ink)
            palette.setColor(group, QPalette.ColorRole.Highlight, accent)
            palette.setColor(group, QPalette.ColorRole.HighlightedText, colours.ink)
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the application's theme."""
        super().changeEvent(event)
        if event.type() not in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            return
        colours = theme.current()
        # A change of the application's style sheet puts back the palette from before it: hence the look.
        if self.palette().color(QPalette.ColorRole.Base) != QColor(colours.paper):
            self._use_theme()
        if colours is not self._page.typography.colours:
            self._reset_page()

    # -- size, column and furniture ------------------------------------------------------------------------

    def text_size(self) -> float:
        """Size of body text in points."""
        return self._size

    def set_text_size(self, points: float) -> None:
        """Set the article at this size (8 to 48 points); place and caret stay."""
        points = min(max(points, SMALLEST), LARGEST)
        if points != self._size:
            self._size = points
            self._reset_page()
            self.text_size_changed.emit(points)

    def measure(self) -> int:
        """How many characters a line of body text holds."""
        return self._measure

    def set_measure(self, characters: int) -> None:
        """Set the article with lines of about so many characters (40 to 120)."""
        characters = min(max(characters, NARROWEST), WIDEST)
        if characters != self._measure:
            self._measure = characters
            self._reset_page()

    @property
    def furniture_folded(self) -> bool:
        """Whether some page furniture is folded away."""
        return any(not self._page.is_open(fold) for fold in self._page.folds)

    def toggle_furniture(self) -> None:
        """Unfold all page furniture, or fold all if none is folded."""
        self._set_folds(self._page.folds, self.furniture_folded)

    def set_furniture_key(self, text: str) -> None:
        """The key to show on the boxes of page furniture ("F"); empty shows none."""
        self._furniture_key = text
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the column at its measure in the middle, and what was on top on top."""
        top = self._top_offset() if event.oldSize().width() != event.size().width() else None
        self._on_layout()
        self._set_column()
        super().resizeEvent(event)
        if top:
            self._scroll_to(top, at=0.0)

    def _set_column(self) -> None:
        width, typography = float(self.viewport().width()), self._page.typography
        side = max((width - typography.column_width) / 2, _EDGE)
        frame = self._page.qt.rootFrame()
        head = typography.em * _HEAD_EM + self._page.head_height
        chosen = frame.frameFormat()
        if chosen.leftMargin() == side and chosen.topMargin() == head:
            return
        chosen.setLeftMargin(side)
        chosen.setRightMargin(side)
        chosen.setTopMargin(head)
        chosen.setBottomMargin(typography.em * _FOOT_EM)
        frame.setFrameFormat(chosen)

    @property
    def _column(self) -> tuple[float, float]:
        """Left and right of the text column in the viewport."""
        side = self._page.qt.rootFrame().frameFormat().leftMargin()
        return side, self.viewport().width() - side

    def _unfold_at(self, offset: int) -> None:
        fold = self._page.fold_at(self._page.paragraph(offset))
        if fold is not None and not self._page.is_open(fold):
            self._set_folds([fold], True)

    def _set_folds(self, folds: Sequence[Fold], opened: bool) -> None:
        with self._steady():
            self._page.set_open(folds, opened)

    @contextmanager
    def _steady(self) -> Iterator[None]:
        """Change the layout so that what is at the top of the viewport stays there."""
        top, bar = self._top_offset(), self.verticalScrollBar()
        below = bar.value() - self._line_extent(top)[0]
        at_top = bar.value() == 0
        self._on_layout()
        yield
        self._set_column()
        self._leave_hidden(1)
        bar.setValue(0 if at_top else round(self._line_extent(top)[0] + below))
        self.viewport().update()

    # -- caret and selection -------------------------------------------------------------------------------

    def caret(self) -> int:
        """Where the caret is."""
        return self._page.offsets.to_text(self.textCursor().position())

    def set_caret(self, offset: int) -> None:
        """Put the caret at `offset`, nothing selected, and scroll there."""
        self._move_to(offset, select=False)

    def selected_span(self) -> Span | None:
        """The selected text as it would be labelled: whole words and graphemes, no space at its ends."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        to_text = self._page.offsets.to_text
        return reach.snap(self._page.text, to_text(cursor.selectionStart()), to_text(cursor.selectionEnd()))

    def select_span(self, span: Span) -> None:
        """Select this text, caret at its end."""
        self._unfold_at(span.start)
        self._put_cursor(self._page.offsets.to_qt(span.start), self._page.offsets.to_qt(span.end))
        self.ensureCursorVisible()

    def move_caret(self, unit: MoveUnit, step: int, select: bool = False) -> None:
        """Move the caret by one unit forward (`step` 1) or back (-1), and select on the way."""
        target = reach.move(self._page.text, self.caret(), unit, step, select=select)
        self._move_to(target, select, step)

    def reveal(self, span: Span) -> None:
        """Scroll so that the span is seen, and unfold the furniture it is in."""
        self._unfold_at(span.start)
        top, _ = self._line_extent(span.start)
        _, bottom = self._line_extent(max(span.end - 1, span.start))
        scroll, height = self.verticalScrollBar().value(), self.viewport().height()
        if not (scroll + 24 <= top and min(bottom, top + height / 2) <= scroll + height - 24):
            self._scroll_to(span.start, at=0.3)

    def _put_cursor(self, anchor: int, position: int) -> None:
        """Select between two document positions, caret at the second."""
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, _Keep)
        self.setTextCursor(cursor)

    def _move_to(self, offset: int, select: bool, step: int = 1) -> None:
        mode = _Keep if select else _Move
        cursor = self.textCursor()
        cursor.setPosition(self._page.offsets.to_qt(min(max(offset, 0), len(self._page.text))), mode)
        self.setTextCursor(cursor)
        self._leave_hidden(step, mode)
        self.ensureCursorVisible()

    def _move_over_page(self, operation: QTextCursor.MoveOperation, select: bool) -> None:
        cursor = self.textCursor()
        mode = _Keep if select else _Move
        before = cursor.position()
        cursor.movePosition(operation, mode)
        self.setTextCursor(cursor)
        self._leave_hidden(1 if cursor.position() >= before else -1, mode)
        self.ensureCursorVisible()

    def _move_by_screen(self, step: int, select: bool) -> None:
        """Scroll by a screen less a line, the caret staying where it is on the screen."""
        rect = self.cursorRect()
        bar = self.verticalScrollBar()
        room = self.viewport().rect()
        spot = rect.center() if room.contains(rect.center()) else room.center()
        if bar.value() == (bar.maximum() if step > 0 else bar.minimum()):
            ends = QTextCursor.MoveOperation
            self._move_over_page(ends.End if step > 0 else ends.Start, select)
            return
        bar.setValue(bar.value() + step * (room.height() - rect.height() * 2))
        target = self.cursorForPosition(self._settled(QPointF(spot)).toPoint()).position()
        self._move_to(self._page.offsets.to_text(target), select, step)

    def _leave_hidden(self, step: int, mode: QTextCursor.MoveMode = _Move) -> None:
        """Take the caret out of folded furniture, on in the direction it went, or back at the end."""
        cursor, page = self.textCursor(), self._page
        number = cursor.blockNumber()
        if not page.is_hidden(number):
            return
        ahead = page.next_shown(number, step)
        if ahead is None:
            ahead, step = page.next_shown(number, -step), -step
        if ahead is not None:
            start, end = page.bounds(ahead)
            cursor.setPosition(page.offsets.to_qt(start if step > 0 else end), mode)
            self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """The selected part of the canonical text (Qt's own would turn no-break spaces into spaces)."""
        cursor, offsets = self.textCursor(), self._page.offsets
        start, end = offsets.to_text(cursor.selectionStart()), offsets.to_text(cursor.selectionEnd())
        data = QMimeData()
        data.setText(self._page.text[start:end])
        return data

    # -- places --------------------------------------------------------------------------------------------

    def _scroll(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _block_at(self, y: float) -> QTextBlock:
        """The paragraph at (or next above) a height of the document.

        Between paragraphs Qt answers with the last invisible one, if there is any: then the search goes up.
        """
        document, page, left = self.document(), self._page, self._column[0] + 1
        layout = document.documentLayout()
        for step in range(0, round(page.box_height * 3), 5):
            position = layout.hitTest(QPointF(left, y - step), Qt.HitTestAccuracy.FuzzyHit)
            block = document.findBlock(max(position, 0))
            if block.isVisible():
                return block
        # Above the first paragraph or below the last; the size of the document would cost a full layout.
        first, last = page.next_shown(-1, 1) or 0, page.next_shown(len(page.starts), -1) or 0
        above = y < page.block(first).layout().position().y()
        return page.block(first if above else last)

    def _settled(self, point: QPointF) -> QPointF:
        """A point of the viewport, moved up or down onto text where it is between paragraphs."""
        where = point + self._scroll()
        layout, scroll = self._block_at(where.y()).layout(), self._scroll().y()
        top = layout.position().y() - scroll
        return QPointF(point.x(), min(max(point.y(), top), top + layout.boundingRect().height()))

    def _top_offset(self) -> int:
        """The code point at the top of the viewport."""
        y = self._scroll().y()
        if y == 0:
            return 0
        block = self._block_at(y)
        layout = block.layout()
        inner = y - layout.position().y()
        lines = (layout.lineAt(n) for n in range(layout.lineCount()))
        first = next((line for line in lines if line.y() + line.height() > inner), None)
        return self._page.offsets.to_text(block.position() + (first.textStart() if first else 0))

    def _scroll_to(self, offset: int, at: float) -> None:
        """Scroll so that the line of `offset` stands at this part (0 to 1) of the viewport's height."""
        line_top, _ = self._line_extent(offset)
        self.verticalScrollBar().setValue(round(line_top - self.viewport().height() * at))

    def _line_extent(self, offset: int) -> tuple[float, float]:
        """Top and bottom of the line that the code point is on, in the document."""
        block = self._page.block(self._page.paragraph(offset))
        self.document().documentLayout().blockBoundingRect(block)  # lays out as far as this block
        line = block.layout().lineForTextPosition(self._page.offsets.to_qt(offset) - block.position())
        top = block.layout().position().y() + (line.y() if line.isValid() else 0.0)
        return top, top + (line.height() if line.isValid() else 0.0)

    def _visible(self) -> Iterator[tuple[int, QTextBlock]]:
        """The paragraphs that are (or whose chips may be) in the viewport, from the top."""
        layout, page = self.document().documentLayout(), self._page
        top = self._scroll().y()
        bottom = top + self.viewport().height()
        layout.hitTest(QPointF(0, bottom), Qt.HitTestAccuracy.FuzzyHit)  # lays out as far as can be seen
        block = self._block_at(top)
        number = block.blockNumber()
        while block.isValid():
            fold = page.fold_at(number)
            if fold is not None and not page.is_open(fold):
                number = fold.last + 1
                block = page.block(number)
                continue
            if block.isVisible():
                rect = layout.blockBoundingRect(block)
                if rect.top() - page.box_height > bottom:
                    return
                yield number, block
            block, number = block.next(), number + 1

    def _offset_at(self, point: QPointF) -> int | None:
        """The code point of the character drawn at a point of the viewport; None beside the text."""
        where = point + self._scroll()
        block = self._block_at(where.y())
        layout = block.layout()
        inner = where - layout.position()
        pitch = self._page.typography.pitch(self._page.roles[block.blockNumber()])
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if line.y() <= inner.y() < line.y() + pitch:
                written = line.naturalTextRect()
                if not written.left() <= inner.x() <= written.right():
                    return None
                found = line.xToCursor(inner.x(), QTextLine.CursorPosition.CursorOnCharacter)
                return self._page.offsets.to_text(block.position() + found)
        return None

    def _fold_at_point(self, point: QPointF) -> Fold | None:
        """The run of furniture whose box is at a point of the viewport."""
        for number, block in self._visible():
            for fold, below in self._page.boxes(number):
                if self._box_rect(block, below).contains(point + self._scroll()):
                    return fold
        return None

    def _box_rect(self, block: QTextBlock, below: bool) -> QRectF:
        left, right = self._column
        em, layout = self._page.typography.em, block.layout()
        height = self._page.box_height - em * 0.8
        if below:
            top = layout.position().y() + layout.boundingRect().height() + em * 0.4
            if block.blockNumber() == self._page.facts_paragraph:
                top += self._page.facts_height
        else:
            top = layout.position().y() - self._page.box_height
        return QRectF(left, top, right - left, height)
