"""Where an annotation stands: offsets in code points, and the quoted text that proves them.

The quote with its surroundings follows the W3C Web Annotation model (TextPositionSelector beside
TextQuoteSelector): offsets find the place at once, the quote tells when they are wrong.
"""

from msgspec import Struct

# Characters of surrounding text kept on each side of a quote; 32 is what Hypothesis (the web annotator)
# keeps, and enough to tell repeated phrases apart in a news article.
CONTEXT = 32


class Span(Struct, frozen=True, gc=False, order=True):
    """A stretch of the canonical text: `text[start:end]`, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse empty and negative spans: nothing in Pressmark marks nothing."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must have 0 <= start < end, not {self.start}..{self.end}")

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end


class Quote(Struct, frozen=True, gc=False):
    """The exact text of a span with up to `CONTEXT` characters before and after it."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Fragment(Struct, frozen=True, gc=False):
    """One continuous piece of an annotation: its span and the quote that proves it."""

    start: int
    end: int
    quote: Quote

    @property
    def span(self) -> Span:
        """The offsets alone."""
        return Span(self.start, self.end)


def anchor(text: str, span: Span) -> Fragment:
    """Return the fragment for `span` of `text`; raise ValueError where the text is shorter."""
    if span.end > len(text):
        raise ValueError(f"the span {span.start}..{span.end} ends after the text ({len(text)} characters)")
    return Fragment(
        span.start,
        span.end,
        Quote(
            exact=text[span.start : span.end],
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
        ),
    )


def holds(text: str, fragment: Fragment) -> bool:
    """Tell whether the fragment's quote is what `text` has at its offsets."""
    return text[fragment.start : fragment.end] == fragment.quote.exact
