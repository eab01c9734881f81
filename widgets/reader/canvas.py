"""The marks on the page: painted around Qt's own text, never put into the document.

`paintEvent` draws bands before Qt draws the letters, and outlines, chips and the relations of the selected
annotation after (measured best at 20,000 spans). Only paragraphs in sight are measured, and their pictures
are kept until something in them changes.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from app.annotation import Annotation, Relation
from app.article import Article, Role
from app.scheme import Scheme
from app.suggestion import Suggestion
from widgets import theme
from widgets.reader import painting
from widgets.reader.chips import furniture_text, name_of
from widgets.reader.edges import EdgeSign, Far, edge_signs, paint_edge_signs
from widgets.reader.empties import paint_hatch, paint_signs
from widgets.reader.facts import facts
from widgets.reader.geometry import line_band
from widgets.reader.marks import Marks
from widgets.reader.page import ArticlePage
from widgets.reader.painting import Connection, Inks
from widgets.reader.pictures import Picture, Setter, draw_up
from widgets.reader.typography import ASCENT_EM, SETTINGS

_NO_SCHEME = Scheme("", "", 1, ())
# Of a paragraph longer than this (code points), only what is near the viewport is measured and drawn.
_LONG = 4_000
# The paragraphs in sight, by number.
_Seen = dict[int, tuple[QTextBlock, Picture]]


class ArticleCanvas(ArticlePage):
    """Paints the marks of an article; what hands do with them is `view.ReaderView`'s."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = _NO_SCHEME
        self._marks = Marks(self._page.starts)
        self._inks = self._new_inks()
        self._pictures: dict[int, Picture] = {}
        self._selected: int | None = None
        self._hovered: int | None = None
        self._chosen_suggestion: int | None = None
        self._relating: tuple[int, ...] = ()
        self._pointed: int | None = None
        """The annotation last under the mouse: its signs at the edges stay until the mouse comes to them."""
        self._edges: list[EdgeSign] = []
        self._gathered: set[int] | None = None
        """Paragraphs to be drawn anew when many changes are made together; None: each is drawn at once."""

    def _set_article(
        self,
        article: Article | None,
        text: str,
        annotations: Sequence[Annotation] = (),
        relations: Sequence[Relation] = (),
        suggestions: Sequence[Suggestion] = (),
        scheme: Scheme = _NO_SCHEME,
    ) -> None:
        self._scheme = scheme
        self._selected = self._hovered = self._pointed = self._chosen_suggestion = None
        self._relating = ()
        self._edges = []
        self._set_page(article, text)
        self._marks = Marks(self._page.starts, annotations, relations, suggestions)

    def set_scheme(self, scheme: Scheme) -> None:
        """Paint in the colours and patterns of this scheme."""
        self._scheme = scheme
        self._on_layout()
        self.viewport().update()

    def _on_layout(self) -> None:
        self._pictures.clear()
        self._inks = self._new_inks()

    def _new_inks(self) -> Inks:
        return Inks(self._scheme, theme.current(), self._page.typography)

    def _picture(self, paragraph: int) -> Picture:
        low, high = self._page.bounds(paragraph)
        if high - low > _LONG:
            low, high = self._stretch_in_sight(paragraph)
        picture = self._pictures.get(paragraph)
        if picture is None or not (picture.start <= low and high <= picture.end):
            left, _ = self._column
            setter = Setter(
                QFontMetricsF(self._inks.pill_font),
                QFontMetricsF(self._inks.gloss_font),
                self.viewport().width() - left - 8,
            )
            stretch = (low - _LONG // 2, high + _LONG // 2)
            picture = draw_up(self._page, self._marks, paragraph, stretch, setter)
            self._pictures[paragraph] = picture
        return picture

    def _stretch_in_sight(self, paragraph: int) -> tuple[int, int]:
        """Start and end, in code points, of the paragraph's lines in the viewport (and one more each way)."""
        block = self._page.block(paragraph)
        layout, pitch = block.layout(), self._page.typography.pitch(self._page.roles[paragraph])
        above = self._scroll().y() - layout.position().y()
        last = layout.lineCount() - 1
        first_line = layout.lineAt(min(max(int(above / pitch) - 1, 0), last))
        last_line = layout.lineAt(min(max(int((above + self.viewport().height()) / pitch) + 1, 0), last))
        to_text, start = self._page.offsets.to_text, block.position()
        return (
            to_text(start + first_line.textStart()),
            to_text(start + last_line.textStart() + last_line.textLength()),
        )

    @contextmanager
    def together(self) -> Iterator[None]:
        """Draw what many changes touch once, when all are made: to look for what is seen takes a while."""
        self._gathered = set()
        try:
            yield
        finally:
            gathered, self._gathered = self._gathered, None
            self._repaint(gathered)

    def _refresh(self, paragraphs: set[int]) -> None:
        """Draw these paragraphs anew, if they are seen."""
        for paragraph in paragraphs:
            self._pictures.pop(paragraph, None)
        if self._gathered is None:
            self._repaint(paragraphs)
        else:
            self._gathered |= paragraphs

    def _repaint(self, paragraphs: set[int]) -> None:
        if not paragraphs:
            return
        low, high = min(paragraphs), max(paragraphs)
        layout, scroll = self.document().documentLayout(), self._scroll().y()
        for number, block in self._visible():
            if low <= number <= high and number in paragraphs:
                rect = layout.blockBoundingRect(block)
                margin = self._page.typography.em * 1.2
                top, bottom = rect.top() - margin - scroll, rect.bottom() + margin - scroll
                self.viewport().update(0, int(top), self.viewport().width(), int(bottom - top) + 2)

    # -- painting ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Bands, then Qt's text with selection and caret, then what lies over it."""
        if self._article is None:
            return  # bare paper, without a caret
        seen = [(number, block, self._picture(number)) for number, block in self._visible()]
        scroll = self._scroll()
        painter = self._painter(event)
        for number, block, picture in seen:
            painter.resetTransform()
            painter.translate(
                (block.layout().position() - scroll).toPoint()
            )  # whole pixels: sharp underlines
            paint_hatch(painter, picture, self._inks)
            painting.paint_bands(painter, picture, self._inks)
            self._paint_ornaments(painter, number, picture)
            paint_signs(painter, picture, self._column[0], self._inks)
        painter.end()
        super().paintEvent(event)
        painter = self._painter(event)
        for number, block, picture in seen:
            painter.resetTransform()
            painter.translate(-scroll)
            self._paint_margins(painter, number, block)
            painter.translate(block.layout().position())
            self._paint_outlines(painter, picture)
        painter.resetTransform()
        named = self._paint_connections(
            painter, {number: (block, picture) for number, block, picture in seen}
        )
        # Chips lie over the lines of relations, and names where they cover neither text nor chip.
        for _, block, picture in seen:
            painter.resetTransform()
            painter.translate(block.layout().position() - scroll)
            self._paint_notes(painter, picture)
        painter.resetTransform()
        if named:
            painting.paint_names(painter, named, self._taken(seen), self._column, self._inks)
        self._edges = self._edge_signs({number: (block, picture) for number, block, picture in seen})
        paint_edge_signs(painter, self._edges, self._inks)
        painter.end()

    def _painter(self, event: QPaintEvent) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRegion(event.region())
        return painter

    def _paint_ornaments(self, painter: QPainter, paragraph: int, picture: Picture) -> None:
        """The rules and bullets of a newspaper page."""
        if not picture.lines:
            return
        role, em = self._page.roles[paragraph], picture.em
        top = picture.lines[0].baseline - 0.9 * em
        bottom = picture.lines[-1].baseline + 0.35 * em
        indent = SETTINGS[role].indent_em * em
        if role in (Role.QUOTE, Role.CAPTION):
            painting.paint_rule(painter, QRectF(0, top, 3, bottom - top), self._inks.rule)
        elif role is Role.LIST_ITEM:
            centre = QPointF(indent - 0.75 * em, picture.lines[0].baseline - 0.3 * em)
            painting.paint_bullet(painter, centre, em * 0.13, self._inks.soft)
        elif role is Role.TABLE:
            left, right = self._column
            painting.paint_rule(painter, QRectF(0, bottom + 0.2 * em, right - left, 1), self._inks.rule)

    def _paint_margins(self, painter: QPainter, paragraph: int, block: QTextBlock) -> None:
        """Boxes of furniture and the line of facts, in the document's own coordinates."""
        for fold, below in self._page.boxes(paragraph):
            text = furniture_text(fold.lines)
            opened = self._page.is_open(fold)
            rect = self._box_rect(block, below)
            painting.paint_box(painter, rect, text, self._furniture_key, opened, self._inks)
        if paragraph == self._page.facts_paragraph and self._article is not None:
            painting.paint_facts(painter, self._facts_rect(block), facts(self._article), self._inks)

    def _facts_rect(self, block: QTextBlock) -> QRectF:
        """Where the line of facts stands, under the block of its paragraph, in the document."""
        layout, (left, right) = block.layout(), self._column
        bottom = layout.position().y() + layout.boundingRect().height()
        return QRectF(left, bottom, right - left, self._page.facts_height)

    def _paint_outlines(self, painter: QPainter, picture: Picture) -> None:
        inks = self._inks
        along = self._marks.accepted_with(self._chosen_suggestion)
        painting.paint_ghosts(painter, picture, inks, self._chosen_suggestion, along)
        if self._hovered is not None and self._hovered != self._selected:
            painting.paint_hovered(painter, picture, self._hovered, inks)
        if self._selected is not None:
            painting.paint_selected(painter, picture, self._selected, inks)

    def _paint_notes(self, painter: QPainter, picture: Picture) -> None:
        painting.paint_chips(painter, picture, self._inks)
        for mark in painting.wanted(self._relating, picture):
            painting.paint_badge(painter, mark, self._relating.index(mark.key) + 1, picture, self._inks)

    def _paint_connections(self, painter: QPainter, seen: _Seen) -> list[Connection]:
        """Relations and joined fragments of the annotation under the mouse and of the selected one.

        Return the relations, for their names.
        """
        found: list[Connection] = []
        for key in dict.fromkeys((self._hovered, self._selected)):
            if key is None or key not in self._marks.annotations:
                continue
            ink = self._inks.label(self._marks.annotations[key].label)
            painting.paint_joins(painter, self._joins(key, seen), ink.line)
            for relation in self._marks.relations_of(key):
                if not self._marks.is_inside(relation):
                    kind = self._scheme.relation(relation.type)
                    start, end = self._anchor(relation.source, seen), self._anchor(relation.target, seen)
                    found.append(Connection(start, end, kind.name if kind else relation.type))
        for connection in found:
            painting.paint_relation(painter, connection, self._column[0], self._inks)
        return found

    def _edge_signs(self, seen: _Seen) -> list[EdgeSign]:
        """Signs for what the selected annotation, or the one pointed at, is related to out of sight."""
        height, far = self.viewport().height(), {}
        for key in dict.fromkeys((self._selected, self._hovered or self._pointed)):
            for relation in () if key is None else self._marks.relations_of(key):
                other = relation.target if relation.source == key else relation.source
                y = self._anchor(other, seen).y()
                if not 0 <= y < height:
                    there = self._marks.annotations[other]
                    far[other] = Far(other, there.label, name_of(there), y < 0)
        metrics = QFontMetricsF(self._inks.pill_font)
        return edge_signs(list(far.values()), metrics, self._column, height) if far else []

    def _edge_at(self, point: QPointF) -> int | None:
        """The annotation whose sign at an edge is at a point of the viewport."""
        return next((sign.key for sign in self._edges if sign.rect.contains(point)), None)

    def _taken(self, seen: Sequence[tuple[int, QTextBlock, Picture]]) -> list[QRectF]:
        """Where in the viewport letters, chips, boxes and the facts stand."""
        scroll, found = self._scroll(), []
        for number, block, picture in seen:
            origin = block.layout().position() - scroll
            found += [line_band(line, picture.em).translated(origin) for line in picture.lines]
            found += [chip.rect.translated(origin) for chip in picture.chips]
            boxes = [self._box_rect(block, below) for _, below in self._page.boxes(number)]
            if number == self._page.facts_paragraph:
                boxes.append(self._facts_rect(block))
            found += [rect.translated(-scroll) for rect in boxes]
        return found

    def _anchor(self, annotation_id: int, seen: _Seen) -> QPointF:
        """Above the annotation's first line in the viewport, or at the edge beyond which it lies."""
        for block, picture in seen.values():
            for mark in picture.marks:
                if mark.key == annotation_id and mark.boxes:
                    box = mark.boxes[0]
                    x = box.left + min(box.right - box.left, 3 * picture.em) / 2
                    y = box.line.baseline - (ASCENT_EM + 0.3) * picture.em
                    return block.layout().position() + QPointF(x, y) - self._scroll()
        above = self._marks.annotations[annotation_id].start < self._page.starts[min(seen, default=0)]
        return QPointF(self._column[0], -40.0 if above else self.viewport().height() + 40.0)

    def _joins(self, annotation_id: int, seen: _Seen) -> list[tuple[QPointF, QPointF]]:
        """From the end of each visible fragment to the beginning of the next one."""
        ends: list[tuple[QPointF, QPointF]] = []
        for block, picture in seen.values():
            origin = block.layout().position() - self._scroll()
            for mark in sorted(
                (m for m in picture.marks if m.key == annotation_id),
                key=lambda m: (m.boxes[0].line.baseline, m.boxes[0].left) if m.boxes else (0, 0),
            ):
                if mark.boxes:
                    first, last = mark.boxes[0], mark.boxes[-1]
                    low = picture.em * 0.33
                    ends.append(
                        (
                            origin + QPointF(first.left, first.line.baseline + low),
                            origin + QPointF(last.right, last.line.baseline + low),
                        )
                    )
        if len(self._marks.annotated.spans(annotation_id)) < 2:
            return []
        return [(before[1], after[0]) for before, after in pairwise(ends)]
