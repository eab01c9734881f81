"""Changed copies: of structs and of dataclasses, checked as when they were made."""

import pickle

import pytest

from app.anchor import Span
from app.annotation import Annotation
from app.replacing import replace
from app.speaker import Speaker

ANNOTATION = Annotation(1, 2, "Айгуль", "claim", ())


def test_a_struct_is_copied_with_what_changes() -> None:
    changed = replace(ANNOTATION, label="number", note="да")
    assert (changed.label, changed.note, changed.annotator) == ("number", "да", "Айгуль")
    assert (ANNOTATION.label, ANNOTATION.note) == ("claim", "")


def test_a_dataclass_is_copied_with_what_changes() -> None:
    speaker = Speaker(1, "Асель")
    assert replace(speaker, kind="person") == Speaker(1, "Асель", "person")
    assert speaker.kind == ""


@pytest.mark.parametrize("value", [ANNOTATION, Speaker(1, "Асель")])
def test_a_field_that_is_not_there_is_refused(value: Annotation | Speaker) -> None:
    with pytest.raises(TypeError, match="colour"):
        replace(value, colour="red")


def test_a_copy_is_checked_as_what_is_made() -> None:
    with pytest.raises(ValueError, match=r"5\.\.3"):
        replace(Span(1, 3), start=5)


def test_values_are_frozen_and_compare_by_what_they_hold() -> None:
    with pytest.raises(AttributeError):
        ANNOTATION.label = "number"  # type: ignore[misc]
    assert Span(1, 3) == Span(1, 3)
    assert {Span(1, 3)} == {Span(1, 3)}
    assert Span(1, 3) < Span(1, 4) < Span(2, 3)
    assert Annotation(1, 2, "Айгуль", "claim", ()).attributes is not ANNOTATION.attributes


def test_values_go_from_process_to_process() -> None:
    assert pickle.loads(pickle.dumps(ANNOTATION)) == ANNOTATION
