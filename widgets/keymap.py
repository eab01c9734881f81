"""Which keys call which action: those declared, or those the user gave instead. No Qt.

A chord means one thing. What the user gave comes before what is declared, and a label's key before any
other declared one; a key that could be given but would clash is refused with a sentence.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Given = Mapping[str, Sequence[str]]
"""Chords by action id, in place of the declared ones; none at all: the action has no key."""

Where = Literal["article", "window"]

_MOVES = {
    "": ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"),
    "Ctrl+": ("Left", "Right", "Up", "Down", "Home", "End", "A"),
    "Alt+": ("Up", "Down"),
}
CARET_CHORDS = frozenset(
    f"{held}{shift}{key}"
    for (held, keys_), shift in itertools.product(_MOVES.items(), ("", "Shift+"))
    for key in keys_
)
"""What moves the caret and selects: the reader's own, never an action's."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can do."""

    id: str
    text: str
    """English; translated where it is shown."""
    menu: str
    """One of `widgets.actions.MENUS`."""
    keys: tuple[str, ...] = ()
    """The declared ones; the first is shown."""
    where: Where = "window"
    """Whether its keys act only while the article has the focus, or anywhere in the window."""
    group: str = ""
    """Actions of one group exclude each other and show which one holds."""
    separated: bool = False
    """Whether the menu draws a line above it."""


def is_label(action: Action) -> bool:
    """Tell whether the action applies a label: its key is the scheme's, and is changed there."""
    return action.id.startswith("label.")


def keys_of(action: Action, given: Given) -> tuple[str, ...]:
    """The chords the action is to have: given ones, or else the declared ones."""
    return tuple(given.get(action.id, action.keys)) if not is_label(action) else action.keys


def by_chord(actions: Iterable[Action], given: Given) -> dict[str, Action]:
    """The action each chord calls. Of two that claim one, what the user gave wins, then a label."""
    found: dict[str, Action] = {}
    for action in sorted(actions, key=lambda action: (not is_label(action), action.id not in given)):
        for chord in keys_of(action, given):
            found.setdefault(chord, action)
    return found


Refusal = Literal["caret", "bare", "taken", ""]


def refusal(
    chord: str, action: Action, actions: Iterable[Action], given: Given
) -> tuple[Refusal, Action | None]:
    """Why the chord cannot be given to the action ("" where it can), and the action that has it.

    "caret": it moves the caret; "bare": without Ctrl or Alt it would type, and the action works wherever
    the focus is; "taken": another action has it.
    """
    if chord in CARET_CHORDS:
        return "caret", None
    if action.where == "window" and not _is_no_typing(chord):
        return "bare", None
    there = by_chord(actions, given).get(chord)
    return ("taken", there) if there is not None and there.id != action.id else ("", None)


def _is_no_typing(chord: str) -> bool:
    """Tell whether the chord types nothing in a field: with Ctrl, Alt or Meta, or a function key."""
    held, _, key = chord.rpartition("+")
    return bool(set(held.split("+")) & {"Ctrl", "Alt", "Meta"}) or (len(key) > 1 and key[0] == "F")
