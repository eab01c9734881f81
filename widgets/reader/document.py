"""The article as a QTextDocument: one Qt block a line of the canonical text, set by role, furniture folded.

Runs of boilerplate blocks fold to a box, which is painted in the margin of a block that is seen; folded
blocks are invisible but keep their text, so that every offset holds.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextOption

from app.article import Block, Role
from widgets.reader.offsets import Offsets
from widgets.reader.typography import Typography


@dataclass(frozen=True, slots=True)
class Fold:
    """A run of boilerplate paragraphs by number, last included."""

    first: int
    last: int
    lines: int
    """How many of them are not blank."""


class ArticleDocument:
    """A canonical text set for reading."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        typography: Typography,
        opened: Collection[int] = (),
    ) -> None:
        """`opened` are the first paragraphs of the runs of furniture that are not folded.

        ValueError: `text` is not canonical, so that its offsets would not hold in Qt's document.
        """
        self.text = text
        self.typography = typography
        self.offsets = Offsets(text)
        self.starts = _line_starts(text)
        self.blank = _blank(text, self.starts)
        self.roles = _roles(self.starts, self.blank, blocks)
        self.folds = _folds(self.roles, self.blank)
        self.opened = set(opened)
        self.qt = QTextDocument()
        self.qt.setUndoRedoEnabled(False)
        self.qt.setDefaultFont(typography.body_font)
        self.qt.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.qt.setDefaultTextOption(option)
        self._fill()

    # -- paragraphs -------------------------------------------------------------------------------

    def paragraph(self, offset: int) -> int:
        """Number of the paragraph (line, Qt block) that the code point is in."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def bounds(self, paragraph: int) -> tuple[int, int]:
        """Start and end of the paragraph in code points, without its line break."""
        following = paragraph + 1
        end = self.starts[following] - 1 if following < len(self.starts) else len(self.text)
        return self.starts[paragraph], end

    def block(self, paragraph: int) -> QTextBlock:
        """Qt's block of that number."""
        return self.qt.findBlockByNumber(paragraph)

    # -- furniture --------------------------------------------------------------------------------

    def fold_at(self, paragraph: int) -> Fold | None:
        """The run of furniture that the paragraph is in, or None."""
        index = bisect_right(self.folds, paragraph, key=lambda fold: fold.first) - 1
        if index >= 0 and paragraph <= self.folds[index].last:
            return self.folds[index]
        return None

    def is_hidden(self, paragraph: int) -> bool:
        """Tell whether the paragraph is folded away, or is a blank line between blocks."""
        if paragraph in self.blank:
            return True
        fold = self.fold_at(paragraph)
        return fold is not None and not self.is_open(fold)

    def next_shown(self, paragraph: int, step: int) -> int | None:
        """The next paragraph that is not hidden, up (-1) or down (1); None if there is none."""
        paragraph += step
        while 0 <= paragraph < len(self.starts) and self.is_hidden(paragraph):
            paragraph += step
        return paragraph if 0 <= paragraph < len(self.starts) else None

    def is_open(self, fold: Fold) -> bool:
        """Tell whether the run is shown; one that is all the article has always is."""
        return fold.first in self.opened or fold.lines == len(self.starts) - len(self.blank)

    def set_open(self, folds: Collection[Fold], opened: bool) -> None:
        """Show or fold these runs."""
        for fold in folds:
            (self.opened.add if opened else self.opened.discard)(fold.first)
        self._edit(folds, self._around(folds))

    def box_place(self, fold: Fold) -> tuple[int, bool]:
        """The paragraph whose margin holds the run's box, and whether it is the margin below it."""
        if self.is_open(fold):
            return fold.first, False
        following = self._written(fold.last, 1)
        return (self._written(fold.first, -1) or 0, True) if following is None else (following, False)

    def boxes(self, paragraph: int) -> Iterator[tuple[Fold, bool]]:
        """The runs whose box is painted at the paragraph, and whether it is below it."""
        seen: set[Fold] = set()
        for near in (self._written(paragraph, -1), paragraph, self._written(paragraph, 1)):
            fold = None if near is None else self.fold_at(near)
            if fold is not None and fold not in seen and self.box_place(fold)[0] == paragraph:
                seen.add(fold)
                yield fold, self.box_place(fold)[1]

    def _written(self, paragraph: int, step: int) -> int | None:
        """The next paragraph that is not blank, up or down; None if there is none."""
        paragraph += step
        while paragraph in self.blank:
            paragraph += step
        return paragraph if 0 <= paragraph < len(self.starts) else None

    def _around(self, folds: Collection[Fold]) -> set[int]:
        """The paragraphs whose margin may hold the box of one of these runs."""
        places = {n for f in folds for n in (self._written(f.first, -1), f.first, self._written(f.last, 1))}
        return {n for n in places if n is not None}

    @property
    def box_height(self) -> float:
        """Height of a furniture box with the space around it, in pixels."""
        return self.typography.em * 2.3

    @property
    def head_height(self) -> float:
        """Room above the first paragraph for a box, in pixels: Qt gives the first block no top margin."""
        return sum(self.box_height for _, below in self.boxes(0) if not below)

    @property
    def facts_height(self) -> float:
        """Height of the line of facts (source, date, language, address) under the headline, in pixels."""
        return self.typography.em * 1.7

    @property
    def facts_paragraph(self) -> int | None:
        """The paragraph under which the line of facts stands: the last one of the first headline."""
        if Role.HEADLINE not in self.roles:
            return None
        paragraph = self.roles.index(Role.HEADLINE)
        while paragraph + 1 < len(self.roles) and self.roles[paragraph + 1] is Role.HEADLINE:
            paragraph += 1
        while paragraph in self.blank:
            paragraph -= 1
        return paragraph

    def _headline_end(self) -> set[int]:
        """The paragraph of the facts and the blank ones after it: Qt goes by the space below the last."""
        if self.facts_paragraph is None:
            return set()
        found = {self.facts_paragraph}
        while max(found) + 1 in self.blank:
            found.add(max(found) + 1)
        return found

    # -- setting ----------------------------------------------------------------------------------

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Set the paragraphs whose role is another now; the others stay laid out."""
        roles_before, folds_before, facts_before = self.roles, self.folds, self._headline_end()
        self.roles = _roles(self.starts, self.blank, blocks)
        self.folds = _folds(self.roles, self.blank)
        was_open = [fold for fold in folds_before if fold.first in self.opened]
        self.opened = {f.first for f in self.folds if any(_meet(f, other) for other in was_open)}
        changed = [n for n, role in enumerate(self.roles) if role is not roles_before[n]]
        folds = {*self.folds, *folds_before}
        spaced = self._around(folds) | facts_before | self._headline_end()
        self._edit(folds, spaced, changed)

    def _fill(self) -> None:
        body = self.typography
        cursor = QTextCursor(self.qt)
        cursor.beginEditBlock()
        cursor.setBlockFormat(body.block_format(Role.BODY))
        cursor.setBlockCharFormat(body.char_format(Role.BODY))
        cursor.insertText(self.text, body.char_format(Role.BODY))
        for role, numbers in groupby(range(len(self.roles)), key=self.roles.__getitem__):
            if role is not Role.BODY:
                run = list(numbers)
                self._set_run(cursor, run[0], run[-1], role)
        for paragraph in self._spaced():
            self._set_space(cursor, paragraph)
        cursor.endEditBlock()
        for fold in self.folds:
            self._show(fold)
        for paragraph in self.blank:
            self.block(paragraph).setVisible(False)
        if self.qt.characterCount() - 1 != self.offsets.to_qt(len(self.text)):
            raise ValueError("the text is not canonical: Qt holds it with another length")

    def _edit(self, folds: Collection[Fold], spaced: Collection[int], changed: Sequence[int] = ()) -> None:
        cursor = QTextCursor(self.qt)
        cursor.beginEditBlock()
        for paragraph in changed:
            self._set_run(cursor, paragraph, paragraph, self.roles[paragraph])
        for paragraph in spaced:
            self._set_space(cursor, paragraph)
        cursor.endEditBlock()
        for paragraph in changed:
            self.block(paragraph).setVisible(not self.is_hidden(paragraph))
        for fold in folds:
            self._show(fold)
            first, last = self.block(fold.first), self.block(fold.last)
            self.qt.markContentsDirty(first.position(), last.position() + last.length() - first.position())

    def _show(self, fold: Fold) -> None:
        block = self.block(fold.first)
        for paragraph in range(fold.first, fold.last + 1):
            block.setVisible(not self.is_hidden(paragraph))
            block = block.next()

    def _set_run(self, cursor: QTextCursor, first: int, last: int, role: Role) -> None:
        cursor.setPosition(self.block(first).position())
        end = self.block(last)
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setBlockFormat(self.typography.block_format(role))
        cursor.setBlockCharFormat(self.typography.char_format(role))
        cursor.setCharFormat(self.typography.char_format(role))

    def _spaced(self) -> list[int]:
        """Paragraphs with room for something painted around them."""
        return sorted({self.box_place(fold)[0] for fold in self.folds} | self._headline_end())

    def _set_space(self, cursor: QTextCursor, paragraph: int) -> None:
        before = after = 0.0
        for _, below in self.boxes(paragraph):
            before, after = before + self.box_height * (not below), after + self.box_height * below
        if paragraph in self._headline_end():
            after += self.facts_height
        elif before and self.next_shown(paragraph, -1) == self.facts_paragraph is not None:
            # The space between two paragraphs is the larger of theirs, not the sum: both have to fit in.
            before += self.facts_height + self.typography.em * 0.4
        cursor.setPosition(self.block(paragraph).position())
        cursor.setBlockFormat(self.typography.block_format(self.roles[paragraph], before, after))


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _blank(text: str, starts: Sequence[int]) -> frozenset[int]:
    """The empty lines; none if there is nothing else."""
    ends = [start - 1 for start in starts[1:]] + [len(text)]
    empty = frozenset(n for n, (start, end) in enumerate(zip(starts, ends, strict=True)) if start == end)
    return empty if len(empty) < len(starts) else frozenset()


def _roles(starts: Sequence[int], blank: Collection[int], blocks: Sequence[Block]) -> list[Role]:
    """The role of every line: its block's; body where it is in none; as before it where it is blank."""
    roles: list[Role] = []
    ordered = sorted(blocks, key=lambda block: block.start)
    at = 0
    for number, start in enumerate(starts):
        while at + 1 < len(ordered) and ordered[at + 1].start <= start:
            at += 1
        if number in blank:
            roles.append(roles[-1] if roles else Role.BODY)
        elif ordered and ordered[at].start <= start < ordered[at].end:
            roles.append(ordered[at].role)
        else:
            roles.append(Role.BODY)
    return roles


def _folds(roles: Sequence[Role], blank: Collection[int]) -> list[Fold]:
    folds = []
    for role, numbers in groupby(range(len(roles)), key=roles.__getitem__):
        if role is Role.BOILERPLATE:
            run = list(numbers)
            folds.append(Fold(run[0], run[-1], sum(n not in blank for n in run)))
    return folds


def _meet(one: Fold, other: Fold) -> bool:
    return one.first <= other.last and other.first <= one.last
