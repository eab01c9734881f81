import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.anchor import Span, anchor
from app.annotation import Annotation
from app.exporters.overlaps import overlapping

TEXT = "0123456789" * 4


def marked(*pieces: list[tuple[int, int]]) -> list[Annotation]:
    return [
        Annotation(number, 1, "A", "claim", tuple(anchor(TEXT, Span(*piece)) for piece in fragments))
        for number, fragments in enumerate(pieces, 1)
    ]


@pytest.mark.parametrize(
    ("pieces", "crossing", "nested"),
    [
        ([], set(), set()),
        ([[(0, 5)]], set(), set()),
        ([[(0, 5)], [(5, 9)]], set(), set()),
        ([[(0, 5)], [(4, 9)]], {1, 2}, set()),
        ([[(0, 9)], [(4, 9)]], set(), {1, 2}),
        ([[(0, 9)], [(0, 4)]], set(), {1, 2}),
        ([[(0, 9)], [(0, 9)]], set(), {1, 2}),
        ([[(0, 9)], [(2, 4)], [(6, 12)]], {1, 3}, {1, 2}),
        # What lies in the gap of a discontinuous annotation shares nothing with it.
        ([[(0, 3), (10, 13)], [(5, 8)]], set(), set()),
        ([[(0, 3), (10, 13)], [(2, 11)]], {1, 2}, set()),
        ([[(0, 3), (10, 13)], [(0, 13)]], set(), {1, 2}),
    ],
)
def test_crossing_and_nested_are_told_apart(
    pieces: list[list[tuple[int, int]]], crossing: set[int], nested: set[int]
) -> None:
    assert overlapping(marked(*pieces)) == (crossing, nested)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=8))
def test_whatever_shares_a_character_is_found(places: list[tuple[int, int]]) -> None:
    annotations = marked(*([(start, start + length)] for start, length in places))
    crossing, nested = overlapping(annotations)
    expected = {
        one.id
        for one in annotations
        for other in annotations
        if one is not other and one.spans[0].overlaps(other.spans[0])
    }
    assert crossing | nested == expected
