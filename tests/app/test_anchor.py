"""Spans and the quotes that prove them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.anchor import CONTEXT, Quote, Span, anchor, holds

TEXT = "😀 По словам Асета, общее число камер – около 30 тыс. 🇰🇿 1\u00a0500\u00a0000 тенге"


@st.composite
def text_and_span(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text(min_size=1, max_size=200))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(text_and_span())
def test_a_fragment_holds_in_its_own_text(case: tuple[str, Span]) -> None:
    text, span = case
    fragment = anchor(text, span)
    assert holds(text, fragment)
    assert fragment.span == span
    around = fragment.quote.prefix + fragment.quote.exact + fragment.quote.suffix
    assert text[max(0, span.start - CONTEXT) : span.end + CONTEXT] == around


@given(text_and_span(), st.text(min_size=1, max_size=5))
def test_a_fragment_does_not_hold_where_its_text_changed(case: tuple[str, Span], other: str) -> None:
    text, span = case
    changed = text[: span.start] + other + text[span.start :]
    expected = changed[span.start : span.end] == text[span.start : span.end]
    assert holds(changed, anchor(text, span)) is expected


def test_the_quote_has_its_surroundings() -> None:
    start = TEXT.index("30 тыс.")
    fragment = anchor(TEXT, Span(start, start + 7))
    assert fragment.quote == Quote(
        exact="30 тыс.",
        prefix="ета, общее число камер – около ".rjust(CONTEXT, "с"),
        suffix=" 🇰🇿 1\u00a0500\u00a0000 тенге",
    )


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 5), (6, 5), (-1, 3)])
def test_an_empty_or_backward_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a span must have"):
        Span(start, end)


def test_a_span_past_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="ends after the text"):
        anchor("коротко", Span(3, 8))


@pytest.mark.parametrize(
    ("other", "overlaps", "contains"),
    [
        (Span(2, 5), True, True),
        (Span(3, 4), True, True),
        (Span(0, 3), True, False),
        (Span(4, 9), True, False),
        (Span(0, 2), False, False),
        (Span(5, 6), False, False),
    ],
)
def test_overlap_and_containment(other: Span, overlaps: bool, contains: bool) -> None:
    assert Span(2, 5).overlaps(other) is overlaps
    assert other.overlaps(Span(2, 5)) is overlaps
    assert Span(2, 5).contains(other) is contains
