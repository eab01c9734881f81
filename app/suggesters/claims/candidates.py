"""The statements of a text that could be claims: what is said by somebody, by sentence, and the rest."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.anchor import Span
from app.suggesters.attribution import Attribution
from app.suggesters.claims.extents import bare, without_lead
from app.suggesters.claims.prose import Sentence
from app.tokens import sentences

_STOPS = ".!?…"
_CLOSERS = "\"'»”’)"
# A full stop and two quotation marks may stand between a content and the end of its sentence.
_AT_THE_END = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement: its spans in code points, in order, and the sentence of prose it begins in."""

    fragments: tuple[Span, ...]
    sentence: Sentence
    attribution: int | None = None
    """Index of who says it."""
    continued: bool = False
    """Whether the attribution is that of the sentence before."""
    asks: bool = False
    exclaims: bool = False

    @property
    def hull(self) -> Span:
        """From the first fragment to the last."""
        return Span(self.fragments[0].start, self.fragments[-1].end)


def statements(
    text: str,
    prose: Sequence[Sentence],
    attributions: Sequence[Attribution],
    keep: frozenset[int],
    tells_of_saying: Callable[[Sentence], bool],
) -> list[Candidate]:
    """Return the statements, sorted by place. `keep` are the code points where numbers end.

    A speaker goes on with the next sentence of the paragraph, unless that one `tells_of_saying` itself. A
    content in a line that is no prose (a heading, a teaser) is left out.
    """
    starts = [sentence.start for sentence in prose]
    found: list[Candidate] = []
    ending: dict[int, int] = {}
    taken: list[Span] = []
    for index, attribution in enumerate(attributions):
        taken += (Span(*fragment) for fragment in attribution.content)
        if attribution.cue is not None:
            taken.append(Span(*attribution.cue))
        for fragments in _statements(text, attribution):
            sentence = _sentence(prose, starts, fragments[0].start)
            if sentence is None:
                continue
            candidate = _said(text, fragments, sentence, index, attribution, keep)
            if candidate is not None:
                found.append(candidate)
                if _hands_on(attribution, sentence, candidate):
                    ending[sentence.order] = index
    touched = {order for span in taken for order in _touched(prose, starts, span)}
    silent = [sentence for sentence in prose if sentence.order not in touched]
    for sentence in silent:
        before = sentence.order - 1
        goes_on = before in ending and prose[before].line == sentence.line and not tells_of_saying(sentence)
        found += _own(text, sentence, ending[before] if goes_on else None, keep)
    return sorted(found, key=lambda one: (one.hull.start, -one.hull.end))


def _statements(text: str, attribution: Attribution) -> Iterator[list[Span]]:
    """The sentences of a content, each as its fragments: one goes on behind the cue unless it ended there."""
    open_: list[Span] = []
    for start, end in attribution.content:
        for sentence in sentences(text, start, end):
            if open_ and _ends(text, open_[-1]):
                yield open_
                open_ = []
            open_.append(sentence)
    if open_:
        yield open_


def _ends(text: str, span: Span) -> bool:
    """Tell whether a full stop is in the span's end or right behind it, before the quotation mark."""
    last = text[span.start : span.end].rstrip(_CLOSERS)[-1:]
    following = text[span.end : span.end + 2].lstrip(_CLOSERS)[:1]
    return last in _STOPS or following in _STOPS


def _sentence(prose: Sequence[Sentence], starts: Sequence[int], at: int) -> Sentence | None:
    index = bisect_right(starts, at) - 1
    return prose[index] if index >= 0 and at < prose[index].end else None


def _touched(prose: Sequence[Sentence], starts: Sequence[int], span: Span) -> Iterator[int]:
    """The sentences that share a character with the span, by number."""
    for order in range(max(bisect_right(starts, span.start) - 1, 0), len(prose)):
        if prose[order].start >= span.end:
            return
        if prose[order].end > span.start:
            yield order


def _said(
    text: str,
    fragments: list[Span],
    sentence: Sentence,
    index: int,
    attribution: Attribution,
    keep: frozenset[int],
) -> Candidate | None:
    """An attributed statement in its extent; what opens a retold one ("что", "that") is left out."""
    start = fragments[0].start
    if attribution.quote_type != "direct":
        for row in ("content", "words"):
            start = without_lead(text, start, fragments[0].end, sentence.language, row)
    spans = [Span(start, fragments[0].end), *fragments[1:]]
    trimmed = [span for part in spans if (span := bare(text, part.start, part.end, keep)) is not None]
    if not trimmed:
        return None
    mark = _mark(text, trimmed[-1].end)
    return Candidate(tuple(trimmed), sentence, index, asks="?" in mark, exclaims="!" in mark)


def _mark(text: str, end: int) -> str:
    """The full stop behind a span, with the quotation marks around it."""
    at = end
    while at < len(text) and text[at] in _STOPS + _CLOSERS:
        at += 1
    return text[end:at]


def _hands_on(attribution: Attribution, sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether the next sentence may go on with it: retold, speaker first, to the sentence's end.

    `По словам министра, A. B.`: B is the minister's too. `A, сказал министр. B.`: B is not.
    """
    if attribution.source is not None:
        start = attribution.source.start
    elif attribution.cue is not None:
        start = attribution.cue[0]
    else:
        return False
    to_the_end = candidate.hull.end >= sentence.end - _AT_THE_END
    return attribution.quote_type != "direct" and start < candidate.hull.start and to_the_end


def _own(text: str, sentence: Sentence, goes_on: int | None, keep: frozenset[int]) -> Iterator[Candidate]:
    """A sentence without a content or cue, in its extent; with the attribution that goes on with it."""
    start = without_lead(text, sentence.start, sentence.end, sentence.language)
    span = bare(text, start, sentence.end, keep)
    if span is not None:
        mark = _mark(text, span.end)
        yield Candidate((span,), sentence, goes_on, goes_on is not None, "?" in mark, "!" in mark)
