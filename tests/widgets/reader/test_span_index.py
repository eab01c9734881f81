"""The index against a plain scan, and the lanes against what they promise."""

from bisect import bisect_right

from hypothesis import given
from hypothesis import strategies as st

from widgets.reader.span_index import Piece, SpanIndex, lanes

Spans = dict[int, list[tuple[int, int]]]

STARTS = [0, 10, 11, 30, 55]
SPAN = st.tuples(st.integers(0, 69), st.integers(1, 30)).map(lambda s: (s[0], min(s[0] + s[1], 70)))
SPANS = st.dictionaries(st.integers(1, 40), st.lists(SPAN, min_size=1, max_size=3).map(sorted), max_size=20)


def touches(start: int, end: int, paragraph: int) -> bool:
    return any(bisect_right(STARTS, offset) - 1 == paragraph for offset in range(start, end))


@given(SPANS, SPANS, st.sets(st.integers(1, 40)))
def test_the_index_is_a_scan(first: Spans, later: Spans, dropped: set[int]) -> None:
    index = SpanIndex(STARTS, first)
    index.next(0, 0, 0, 1)  # the order is kept from the first jump on
    for key, spans in later.items():
        index.put(key, spans)
    for key in dropped:
        index.drop(key)
    kept = {key: spans for key, spans in {**first, **later}.items() if key not in dropped}
    for paragraph in range(len(STARTS)):
        expected = sorted(
            (s, e, key) for key, spans in kept.items() for s, e in spans if touches(s, e, paragraph)
        )
        assert sorted(index.pieces(paragraph)) == expected
    order = sorted((spans[0][0], -spans[-1][1], key) for key, spans in kept.items())
    for place, (start, end, key) in enumerate(order):
        assert index.next(start, -end, key, 1) == order[(place + 1) % len(order)][2]


@given(SPANS, st.integers(0, 69))
def test_at_finds_innermost_first(spans: Spans, offset: int) -> None:
    found = SpanIndex(STARTS, spans).at(offset)
    on = {key for key, pieces in spans.items() if any(s <= offset < e for s, e in pieces)}
    if on:
        assert set(found) == on
        shortest = [min(e - s for s, e in spans[key] if s <= offset < e) for key in found]
        assert shortest[0] == min(shortest)


@given(st.lists(st.tuples(SPAN, st.integers(1, 99)).map(lambda p: (*p[0], p[1])), max_size=25))
def test_no_two_overlapping_pieces_share_a_lane_and_outer_ones_lie_below(pieces: list[Piece]) -> None:
    given_lanes = lanes(pieces)
    for one, lane in given_lanes.items():
        for other, other_lane in given_lanes.items():
            if one != other and one[0] < other[1] and other[0] < one[1]:
                assert lane != other_lane
                strictly_inside = one[0] <= other[0] and other[1] <= one[1] and one[:2] != other[:2]
                if strictly_inside:
                    assert lane > other_lane


def test_one_alone_is_innermost_and_siblings_share_its_lane() -> None:
    assert lanes([(0, 50, 1), (5, 9, 2), (20, 30, 3)]) == {(0, 50, 1): 1, (5, 9, 2): 0, (20, 30, 3): 0}


def test_next_goes_round() -> None:
    index = SpanIndex(STARTS, {1: [(5, 8)], 2: [(20, 40)], 3: [(20, 25)]})
    assert index.next(5, 8, 1, 1) == 2
    assert index.next(20, 40, 2, 1) == 3
    assert index.next(20, 25, 3, 1) == 1
    assert index.next(5, 8, 1, -1) == 3
    assert index.next(10, 10, 0, 1) == 2  # a caret between them
    assert index.next(10, 10, 0, -1) == 1
    assert SpanIndex(STARTS).next(0, 0, 0, 1) is None
