"""Keys given by the user: they come before the declared ones, and a clash is refused."""

import pytest

from tests.widgets.window.samples import news_scheme
from widgets.actions import ACTIONS, label_actions
from widgets.keymap import Action, by_chord, keys_of, refusal

EVERYTHING = [*label_actions(news_scheme()), *ACTIONS]


def action(action_id: str) -> Action:
    return next(action for action in EVERYTHING if action.id == action_id)


def test_given_keys_stand_in_for_the_declared_ones() -> None:
    given = {"export": ("Ctrl+Shift+E",), "relate": ()}
    chords = by_chord(EVERYTHING, given)
    assert chords["Ctrl+Shift+E"].id == "export"
    assert "Ctrl+E" not in chords
    assert "R" not in chords
    assert keys_of(action("relate"), given) == ()
    assert chords["Ctrl+Z"].id == "undo"


def test_what_the_user_gave_wins_over_a_key_that_a_newer_version_declares() -> None:
    chords = by_chord([*EVERYTHING, Action("new.thing", "New", "Edit", ("Ctrl+J",))], {"export": ("Ctrl+J",)})
    assert chords["Ctrl+J"].id == "export"


def test_a_label_keeps_the_key_the_scheme_gives_it() -> None:
    label = Action("label.source", "Source", "Annotation", ("R",), "article")
    assert by_chord([*EVERYTHING, label], {})["R"].id == "label.source"
    assert keys_of(label, {"label.source": ("X",)}) == ("R",)


@pytest.mark.parametrize(
    ("chord", "to", "why", "whose"),
    [
        ("Ctrl+Z", "export", "taken", "undo"),
        ("1", "relate", "taken", "label.claim"),
        ("R", "block.furniture", "taken", "relate"),
        ("Left", "relate", "caret", ""),
        ("Ctrl+Shift+Right", "export", "caret", ""),
        ("Alt+Up", "export", "caret", ""),
        ("X", "export", "bare", ""),
        ("Shift+X", "undo", "bare", ""),
        ("Return", "undo", "bare", ""),
        ("X", "relate", "", ""),
        ("F9", "export", "", ""),
        ("Ctrl+Alt+X", "export", "", ""),
        ("Alt+X", "undo", "", ""),
        ("Ctrl+E", "export", "", ""),
    ],
)
def test_what_would_clash_is_refused(chord: str, to: str, why: str, whose: str) -> None:
    found, there = refusal(chord, action(to), EVERYTHING, {})
    assert (found, there.id if there else "") == (why, whose)


def test_a_key_taken_from_an_action_is_free() -> None:
    assert refusal("Ctrl+E", action("undo"), EVERYTHING, {"export": ()}) == ("", None)
