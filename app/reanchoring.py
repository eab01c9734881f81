"""Finding an annotation again in a changed text: by what surrounds it, then by its quote, never by guess.

The two texts are aligned word by word. A fragment whose every word was kept, in place, is found for
certain. One that was moved is certain if its quote stands just once and one side of it is as it was. All
else is a candidate with a score, for a person to decide on, or not found at all.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.anchor import Fragment, Quote, Span, anchor

LOADED = "load"
"""Whose suggestions the annotations of a loaded file are that were not found for certain."""

# Below this likeness of quote and place a person would see no relation between the two.
LEAST_SCORE = 0.5

# Of the score of a place that was not kept by the alignment: how alike the quote is, and its
# surroundings. The quote weighs most, as in the matcher of the Hypothesis client.
_QUOTE_WEIGHT, _CONTEXT_WEIGHT = 0.7, 0.3

# Words that must be kept together for their place to be sure: fewer also meet by chance.
_SURE_RUN = 5

# Words; no news article is longer, and two of this length take a second.
_LONGEST_EXACT = 8_000

# Places of one quote that are compared with its surroundings: a word such as "of" stands everywhere.
_MOST_COMPARED = 50

# Characters; what is looked for with other white space becomes a pattern several times as long.
_LONGEST_PATTERN = 2_000

_SOFT_HYPHEN = "\u00ad"

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a fragment is in the new text."""

    fragment: Fragment | None
    """None where there is no likely place."""
    score: float
    """1 where it was kept as it is; less the more its words or surroundings differ; 0 if not found."""
    certain: bool


def reanchor(old_text: str, new_text: str, fragments: Iterable[Fragment]) -> list[Placed]:
    """Return the place in `new_text` of each fragment of `old_text`, in the order given."""
    alignment = _Alignment(old_text, new_text)
    return [_place(alignment, new_text, fragment) for fragment in fragments]


def find_quote(text: str, quote: Quote, near: int) -> Placed:
    """Return the place in `text` of a quote that is not at its offsets; `near` is where it should begin.

    Certain if it stands just once, and one side of it is as the quote says, or it is too long to stand there
    by chance. Of several places the likeliest is a candidate, the nearest of equals; so is one that differs
    in white space alone.
    """
    if not quote.exact.strip():
        return Placed(None, 0.0, certain=False)
    places = _occurrences(text, quote.exact)
    if len(places) == 1:
        sided = _one_side_is_kept(text, places[0], quote)
        telling = not (quote.prefix or quote.suffix) and len(_TOKEN.findall(quote.exact)) >= _SURE_RUN
        if sided or telling:
            return Placed(anchor(text, places[0]), _score(text, places[0], quote), certain=True)
    candidates = places or _spaced_otherwise(text, quote.exact)
    if not candidates:
        return Placed(None, 0.0, certain=False)
    nearest = sorted(candidates, key=lambda span: abs(span.start - near))[:_MOST_COMPARED]
    best = max(nearest, key=lambda span: _score(text, span, quote))  # the first of equals: the nearest
    score = _score(text, best, quote)
    return Placed(anchor(text, best) if score >= LEAST_SCORE else None, score, certain=False)


def _spaced_otherwise(text: str, quote: str) -> list[Span]:
    """The places of the quote with other white space, or soft hyphens, between its characters."""
    characters = [re.escape(c) for c in quote if not c.isspace() and c != _SOFT_HYPHEN]
    if not characters or len(characters) > _LONGEST_PATTERN:
        return []
    pattern = rf"[\s{_SOFT_HYPHEN}]*".join(characters)
    return [Span(*match.span()) for match in re.finditer(pattern, text)]


def _place(alignment: "_Alignment", text: str, fragment: Fragment) -> Placed:
    kept = alignment.kept(fragment.span)
    if kept is not None and text[kept.start : kept.end] == fragment.quote.exact:
        return Placed(anchor(text, kept), 1.0, certain=True)
    places = _occurrences(text, fragment.quote.exact)
    if len(places) == 1 and _one_side_is_kept(text, places[0], fragment.quote):
        return Placed(anchor(text, places[0]), _score(text, places[0], fragment.quote), certain=True)
    candidates = places or [span for span in [alignment.likely(fragment.span)] if span is not None]
    if not candidates:
        return Placed(None, 0.0, certain=False)
    best = max(candidates, key=lambda span: _score(text, span, fragment.quote))
    score = _score(text, best, fragment.quote)
    return Placed(anchor(text, best) if score >= LEAST_SCORE else None, score, certain=False)


def _occurrences(text: str, quote: str) -> list[Span]:
    """Every place of the quote, also overlapping ones."""
    found, start = [], text.find(quote)
    while start >= 0:
        found.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1)
    return found


def _one_side_is_kept(text: str, span: Span, quote: Quote) -> bool:
    """Tell whether what stood right before or right after the quote still does, and is not empty."""
    before, after = quote.prefix, quote.suffix
    return bool(before.strip() and text[: span.start].endswith(before)) or bool(
        after.strip() and text[span.end :].startswith(after)
    )


def _score(text: str, span: Span, quote: Quote) -> float:
    exact = _likeness(text[span.start : span.end], quote.exact)
    if not (quote.prefix or quote.suffix):
        return round(_QUOTE_WEIGHT * exact, 3)
    prefix = text[max(0, span.start - len(quote.prefix)) : span.start]
    suffix = text[span.end : span.end + len(quote.suffix)]
    context = _likeness(prefix + suffix, quote.prefix + quote.suffix)
    return round(_QUOTE_WEIGHT * exact + _CONTEXT_WEIGHT * context, 3)


def _likeness(one: str, other: str) -> float:
    """0 to 1: twice the characters in common, over all characters."""
    if one == other:
        return 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


class _Alignment:
    """The words two texts share, in order: runs of (old word, new word, length)."""

    def __init__(self, old: str, new: str) -> None:
        self._old = [match.span() for match in _TOKEN.finditer(old)]
        self._new = [match.span() for match in _TOKEN.finditer(new)]
        matcher = SequenceMatcher(
            None,
            [old[a:b] for a, b in self._old],
            [new[a:b] for a, b in self._new],
            # Exact alignment is quadratic in frequent words: past this, fewer places are certain.
            autojunk=len(self._old) > _LONGEST_EXACT,
        )
        self._runs = [run for run in matcher.get_matching_blocks() if run.size]
        self._starts = [start for start, _ in self._old]

    def kept(self, span: Span) -> Span | None:
        """Where the span is if all its words were kept side by side; None otherwise, or if it cuts words."""
        words = self._words(span)
        if not words or self._old[words[0]][0] != span.start or self._old[words[-1]][1] != span.end:
            return None
        for run in self._runs:
            if run.size >= _SURE_RUN and run.a <= words[0] and words[-1] < run.a + run.size:
                shift = run.b - run.a
                return Span(self._new[words[0] + shift][0], self._new[words[-1] + shift][1])
        return None

    def likely(self, span: Span) -> Span | None:
        """The stretch between the first and the last kept word of the span; None if none was kept."""
        words = self._words(span)
        places = [
            word + run.b - run.a for word in words for run in self._runs if run.a <= word < run.a + run.size
        ]
        return Span(self._new[places[0]][0], self._new[places[-1]][1]) if places else None

    def _words(self, span: Span) -> Sequence[int]:
        first = max(0, bisect_right(self._starts, span.start) - 1)
        return [
            i
            for i in range(first, bisect_right(self._starts, span.end - 1))
            if self._old[i][1] > span.start and self._old[i][0] < span.end
        ]
