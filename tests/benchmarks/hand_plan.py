"""The fewest keys from the caret to a mark: what a practised annotator's fingers do. Pure; no window.

Moves are the reader's own (`widgets.reader.reach`), so a plan holds in the window or the reader is wrong.
"""

import heapq
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from app.anchor import Span
from widgets.reader import reach
from widgets.reader.reach import MoveUnit

Extents = Callable[[str, int], list[Span]]
"""What a label key marks at a caret, again and again pressed."""

_MOVES: tuple[tuple[str, MoveUnit, int], ...] = (
    ("Left", "character", -1),
    ("Right", "character", 1),
    ("Ctrl+Left", "word", -1),
    ("Ctrl+Right", "word", 1),
    ("Alt+Up", "sentence", -1),
    ("Alt+Down", "sentence", 1),
    ("Ctrl+Up", "paragraph", -1),
    ("Ctrl+Down", "paragraph", 1),
)


@dataclass(frozen=True, slots=True)
class Page:
    """What the caret moves over."""

    text: str
    folded: tuple[Span, ...] = ()
    """Page furniture that is folded away: the caret passes it by."""

    def stands(self, offset: int) -> bool:
        """Tell whether the caret can be there."""
        return not any(span.start <= offset <= span.end for span in self.folded)


def presses(chords: Collection[str]) -> int:
    """How many keys go down for the chords, one after the other; a modifier that stays down counts once."""
    count, before = 0, frozenset[str]()
    for chord in chords:
        held = modifiers(chord)
        count += 1 + len(held - before)
        before = held
    return count


def modifiers(chord: str) -> frozenset[str]:
    """The keys held down in a chord."""
    return frozenset(chord.split("+")[:-1])


def plan(page: Page, caret: int, target: Span, key: str, extents: Extents, *, rested: bool) -> list[str]:
    """Return the chords from `caret` that mark `target` with the label whose key is `key`.

    `rested`: whether nothing is selected, so that the key may be pressed without a move. LookupError:
    no keys lead there.
    """
    best: list[str] | None = None
    least = 10**9
    for cost, offset, chords in _reached(page, caret):
        if cost >= least:
            break
        for tail in _tails(page, offset, target, key, extents, moved=rested or bool(chords)):
            whole = [*chords, *tail]
            if presses(whole) < least:
                best, least = whole, presses(whole)
    if best is None:
        raise LookupError(f"no keys lead from {caret} to {target}")
    return best


def _tails(
    page: Page, offset: int, target: Span, key: str, extents: Extents, *, moved: bool
) -> Iterator[list[str]]:
    """The ways to mark the target once the caret is at `offset`."""
    if not moved:
        return
    if target.start <= offset <= target.end or offset == target.start - 1:
        found = extents(page.text, offset)
        if target in found:
            yield [key] * (found.index(target) + 1)
    if offset in (target.start, target.end):
        selected = _selecting(page, offset, target)
        if selected is not None:
            yield [*selected, key]


def _selecting(page: Page, anchor: int, target: Span) -> list[str] | None:
    """The fewest chords that select the target from one of its ends."""
    for _, offset, chords in _reached(page, anchor, within=target, select=True):
        if chords and reach.snap(page.text, *sorted((anchor, offset))) == target:
            return chords
    return None


def _reached(
    page: Page, caret: int, *, within: Span | None = None, select: bool = False
) -> Iterator[tuple[int, int, list[str]]]:
    """(keys pressed, offset, chords) of everywhere the caret can go, the fewest keys first."""
    waiting: list[tuple[int, int, int, tuple[str, ...]]] = [(0, 0, caret, ())]
    seen: set[tuple[int, frozenset[str]]] = set()
    order = 0
    while waiting:
        cost, _, offset, chords = heapq.heappop(waiting)
        state = (offset, modifiers(chords[-1]) if chords else frozenset())
        if state in seen:
            continue
        seen.add(state)
        yield cost, offset, list(chords)
        for name, unit, step in _MOVES:
            there = reach.move(page.text, offset, unit, step, select=select)
            if there == offset or not page.stands(there):
                continue
            if within is not None and not within.start - 2 <= there <= within.end + 2:
                continue
            chord = _with_shift(name) if select else name
            held = modifiers(chords[-1]) if chords else frozenset()
            order += 1
            more = 1 + len(modifiers(chord) - held)
            heapq.heappush(waiting, (cost + more, order, there, (*chords, chord)))


def _with_shift(chord: str) -> str:
    held, _, key = chord.rpartition("+")
    return "+".join(filter(None, [held, "Shift", key]))
