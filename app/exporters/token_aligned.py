"""Articles as tokens and sentences, and where annotations stand among them: what the CoNLL formats share.

A stretch between blanks is cut by itself into the words of `app.tokens`, and what is no word into its
user-perceived characters. So no token holds a blank (readers of these formats split lines at any, the
no-break space too), and a text is cut the same way wherever it stands.

An annotation whose bounds are not bounds of tokens is left out and counted, never moved.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, pairwise

from app.annotation import Annotation
from app.dataset import Record
from app.exporters.format import LEFT_OUT_SUGGESTIONS, Fate, Tally, count_left_out
from app.tokens import grapheme_bounds, sentences, words

MISALIGNED = Fate("annotations whose bounds meet no token boundary", "left out", True)
BLANK_EDGES = Fate("annotations that begin or end with a blank", "marked without it: blanks are in no token")
ACROSS_SENTENCES = Fate(
    "annotations over the end of a sentence", "each sentence has its piece, with one id for all of them"
)
VALUES = Fate("annotations with attributes, a note or a confidence", "marked without them", True)
RELATIONS = Fate("relations", "left out", True)
ANNOTATORS = Fate("texts with several annotators", "their sets lie together, as if they were of one")

# Different stretches between blanks that are remembered: those of some hundred thousand words of news.
_REMEMBERED = 1 << 16


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, by code point, and the sentences they make."""

    starts: Sequence[int]
    ends: Sequence[int]
    sentences: Sequence[int]
    """The number of the first token of each sentence; the first is 0 unless there are no tokens."""

    def ranges(self) -> list[tuple[int, int]]:
        """The sentences as (first token, token after the last)."""
        return list(pairwise([*self.sentences, len(self.starts)]))


@dataclass(frozen=True, slots=True)
class Aligned:
    """An annotation as stretches of tokens: (first token, token after the last), in order."""

    annotation: Annotation
    pieces: tuple[tuple[int, int], ...]
    """A piece for each fragment, and for each sentence that a fragment has a part in."""
    trimmed: bool
    """Whether a blank at an edge is in none of the pieces."""
    split: bool
    """Whether a fragment goes over the end of a sentence."""


def tokenize(text: str) -> Tokens:
    """Cut the text into tokens without blanks, and these into sentences."""
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for stretch in text.split():
        at = text.index(stretch, at)
        if stretch.isalpha() or stretch.isdecimal():  # most are, and are one word
            starts.append(at)
            at += len(stretch)
            ends.append(at)
        else:
            for first, last in _cut(stretch):
                starts.append(at + first)
                ends.append(at + last)
            at += len(stretch)
    return Tokens(starts, ends, _first_tokens(text, starts))


@lru_cache(maxsize=_REMEMBERED)
def _cut(stretch: str) -> tuple[tuple[int, int], ...]:
    """The tokens of a stretch without blanks."""
    found: list[tuple[int, int]] = []
    at = 0
    for start, end in [*((word.start, word.end) for word in words(stretch)), (len(stretch),) * 2]:
        while at < start:
            sign = (at, min(grapheme_bounds(stretch, at)[1], start))
            found.append(sign)
            at = sign[1]
        if start < end:
            found.append((start, end))
        at = end
    return tuple(found)


def _first_tokens(text: str, starts: list[int]) -> list[int]:
    """The number of each sentence's first token; what stands between two sentences begins the second."""
    firsts: list[int] = []
    at = 0
    for sentence in sentences(text):
        after = bisect_right(starts, sentence.end - 1, at)
        if after > at:
            firsts.append(at)
            at = after
    if at < len(starts) and not firsts:  # nothing but signs that belong to no sentence
        firsts.append(0)
    return firsts


def align(record: Record, tokens: Tokens, tally: Tally) -> list[Aligned]:
    """Return the annotations that are made of whole tokens, in order, and count the others."""
    firsts = dict(zip(tokens.starts, count(), strict=False))
    lasts = dict(zip(tokens.ends, count(1), strict=False))
    found: list[Aligned] = []
    for annotation in record.annotations:
        pieces: list[tuple[int, int]] = []
        trimmed = split = False
        for fragment in annotation.fragments:
            first, last = firsts.get(fragment.start), lasts.get(fragment.end)
            if first is None or last is None:
                exact = fragment.quote.exact
                trimmed = True
                first = firsts.get(fragment.end - len(exact.lstrip()))
                last = lasts.get(fragment.start + len(exact.rstrip()))
                if first is None or last is None or first >= last:
                    break
            by_sentence = _by_sentence(first, last, tokens.sentences)
            split = split or len(by_sentence) > 1
            pieces += by_sentence
        else:
            found.append(Aligned(annotation, tuple(pieces), trimmed, split))
            continue
        tally[MISALIGNED.kind] += 1
    return found


def _by_sentence(first: int, last: int, sentences: Sequence[int]) -> list[tuple[int, int]]:
    """Cut a stretch of tokens where sentences begin inside it."""
    number = bisect_right(sentences, first)
    pieces: list[tuple[int, int]] = []
    while number < len(sentences) and sentences[number] < last:
        pieces.append((first, sentences[number]))
        first = sentences[number]
        number += 1
    pieces.append((first, last))
    return pieces


def count_changed(record: Record, kept: Iterable[Aligned], tally: Tally) -> None:
    """Count what is not as it was: of the annotations kept, and beside them."""
    count_left_out(record, tally)
    for aligned in kept:
        annotation = aligned.annotation
        tally[BLANK_EDGES.kind] += aligned.trimmed
        tally[ACROSS_SENTENCES.kind] += aligned.split
        tally[VALUES.kind] += bool(
            annotation.attributes or annotation.note or annotation.confidence is not None
        )
    tally[RELATIONS.kind] += len(record.relations)
    tally[LEFT_OUT_SUGGESTIONS.kind] += len(record.suggestions)
    tally[ANNOTATORS.kind] += len({annotation.annotator for annotation in record.annotations}) > 1
