"""The same words again, in any form: what the annotator has marked, proposed where it comes next.

Whole words are matched, Russian and English ones by lemma, names in any form, Kazakh words by stem (all of
`app.lemmas`). That is all but what "mark all" finds. `app.occurrences`, made to look for one phrase in many
texts, would take 50 ms for each phrase; here thousands of phrases are looked for in one text.

How likely a repeat is right is told by what the annotator did with the phrase so far, by Laplace's rule of
succession, (accepts + 1) / (all + 2): one mark gives .67, three .80. Once the phrase was refused or passed
over more often than marked, it is proposed no more.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from app.anchor import Span
from app.annotation import Attributes
from app.lemmas import folded, forms, lemma
from app.lemmas.kazakh import stems
from app.number_values import VALUE_ATTRIBUTES
from app.suggesters.learning.examples import Example
from app.suggestion import Proposal
from app.tokens import words

NAME = "repeats"

# Longer phrases are said once; a claim that comes again comes in other words.
MOST_WORDS = 6
LEAST_SCORE = 0.5

_POSSESSIVE = re.compile("(?<=\\w)['’]s?$")
# Which of them it is, and whether it is there, makes no phrase another.
_UNIMPORTANT = re.compile(r"[\s\"«»“”„‟'‘’‹›]+")
# What must be the same in two numbers for one to be a repeat of the other.
_SAME_NUMBER = ("value", "min_value", "max_value", "unit", "number_type")


def repeats(text: str, language: str, examples: Sequence[Example]) -> list[Proposal]:
    """Return where the canonical `text` has the phrases of the examples again, by start.

    `language` is its ISO 639-1 code, or empty. Of places of one label that overlap the longest is proposed,
    with the attributes that all examples of the place share. A number is proposed only where the number
    engine reads the same value, and with what it reads. What is marked or refused already is proposed too:
    see `places.free`. The Russian dictionary is read where it was not before (0.2 s).
    """
    proposals = []
    for (label, span), evidence in _longest(standing(text, language, examples)):
        accepts = sum(example.accepts for example in evidence)
        refusals = sum(example.rejects + example.passed_over for example in evidence)
        score = (accepts + 1) / (accepts + refusals + 2)
        if score < LEAST_SCORE:
            continue
        attributes = _attributes(text, language, span, [each for each in evidence if each.accepts])
        if attributes is not None:
            marked, rule = text[span.start : span.end], _rule(accepts, refusals)
            proposals.append(
                Proposal(label, span.start, span.end, marked, round(score, 3), NAME, rule, attributes)
            )
    return sorted(proposals, key=lambda proposal: (proposal.start, -proposal.end, proposal.label))


def standing(text: str, language: str, examples: Iterable[Example]) -> dict[tuple[str, Span], list[Example]]:
    """Return for each label and place the examples of the label that stand there, by the order of places."""
    spans = words(text)
    there = [_reach(text[span.start : span.end], language) for span in spans]
    known = frozenset().union(*there)
    begun = _by_first_word(examples, language, known)
    found: defaultdict[tuple[str, Span], list[Example]] = defaultdict(list)
    for at, keys in enumerate(there):
        tried: set[int] = set()
        for key in keys:
            for phrase in begun.get(key, ()):
                last = at + len(phrase.words)
                if id(phrase) in tried or last > len(spans):
                    continue
                tried.add(id(phrase))
                if all(not a.isdisjoint(b) for a, b in zip(phrase.words, there[at:last], strict=True)):
                    place = _place(text, spans[at:last], phrase)
                    if place is not None:
                        found[phrase.example.label, place].append(phrase.example)
    return found


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An example as it is sought."""

    example: Example
    words: tuple[frozenset[str], ...]
    """Of each word what it shares with its other forms."""
    gaps: tuple[str, ...]
    """What stands between the words, as far as it matters."""
    capitals: tuple[bool, ...]
    """Which words must begin with one."""
    edges: tuple[str, str]
    """The quotation marks or brackets before and behind."""


def _by_first_word(
    examples: Iterable[Example], language: str, known: Container[str]
) -> dict[str, list[_Phrase]]:
    """The examples all of whose words are known, by what their first word shares with its other forms."""
    begun: defaultdict[str, list[_Phrase]] = defaultdict(list)
    for example in examples:
        spans = _split(example.text)
        if not 0 < len(spans) <= MOST_WORDS:
            continue
        keys = tuple(_keys(example.text[span.start : span.end], language) for span in spans)
        if not all(any(key in known for key in of_word) for of_word in keys):
            continue
        capitals = [example.text[span.start].isupper() for span in spans]
        phrase = _Phrase(
            example,
            keys,
            _gaps(example.text, spans),
            (capitals[0] and not example.opening, *capitals[1:]),
            (example.text[: spans[0].start], example.text[spans[-1].end :].lstrip(".")),
        )
        for key in keys[0]:
            begun[key].append(phrase)
    return begun


@lru_cache(maxsize=8_192)
def _split(phrase: str) -> tuple[Span, ...]:
    return tuple(words(phrase))


# Kept here: thousands of examples have more words than `lemmas` keeps.
@lru_cache(maxsize=16_384)
def _keys(word: str, language: str) -> frozenset[str]:
    """What the word shares with its other forms: its lemma, or where it may be Kazakh its stems too.

    A capital may be that of a name or of a sentence; the lemma is that of either.
    """
    plain = (folded(word), lemma(word, language), lemma(word[:1].lower() + word[1:], language))
    rough = () if language in ("ru", "en") else stems(word)
    return frozenset({*map(_bare, plain), *rough})


@lru_cache(maxsize=4_096)
def _reach(word: str, language: str) -> frozenset[str]:
    """What a word of the text shares with its other forms; of what may be a name, all its forms.

    A name that the dictionary lacks has other lemmas in other cases: `Сарсенова`, `Сарсеновой`.
    """
    keys = _keys(word, language)
    return keys.union(map(_bare, forms(word, language).spelled)) if word[:1].isupper() else keys


def _bare(word: str) -> str:
    """The word without spaces inside a number, the last dot of an abbreviation, a possessive."""
    return _POSSESSIVE.sub("", "".join(word.split()).rstrip("."))


def _place(text: str, spans: Sequence[Span], phrase: _Phrase) -> Span | None:
    """The place of the phrase on these words, whose forms are right; None: it is not the phrase after all."""
    if _gaps(text, spans) != phrase.gaps:
        return None
    if any(
        name and not text[span.start].isupper() for name, span in zip(phrase.capitals, spans, strict=True)
    ):
        return None
    start, end = spans[0].start, spans[-1].end
    possessive = _POSSESSIVE.search(text, start, end)
    if possessive is not None and not _POSSESSIVE.search(phrase.example.text):
        return Span(start, possessive.start())
    before, behind = phrase.edges
    around = Span(max(0, start - len(before)), end + len(behind))
    if _same_signs(text[around.start : start], before) and _same_signs(text[end : around.end], behind):
        return around
    return Span(start, end)


def _gaps(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """What stands between the words: any space is one, and quotation marks may be there or not."""
    between = (text[one.end : other.start] for one, other in pairwise(spans))
    return tuple("\n" if "\n" in gap else _UNIMPORTANT.sub("", gap) for gap in between)


def _same_signs(found: str, wanted: str) -> bool:
    return _UNIMPORTANT.sub('"', found) == _UNIMPORTANT.sub('"', wanted)


def _longest(
    found: Mapping[tuple[str, Span], list[Example]],
) -> Iterator[tuple[tuple[str, Span], list[Example]]]:
    """Those ever marked that overlap no longer one of their label."""
    taken: defaultdict[str, list[Span]] = defaultdict(list)
    for (label, span), evidence in sorted(
        found.items(), key=lambda item: (item[0][1].start - item[0][1].end, item[0][1].start)
    ):
        if any(example.accepts for example in evidence) and not any(
            span.overlaps(other) for other in taken[label]
        ):
            taken[label].append(span)
            yield (label, span), evidence


def agreed(several: Iterable[Attributes]) -> Attributes:
    """Return the attributes that all of them have with one value, but no places of an article."""
    kept: dict[str, object] | None = None
    for attributes in several:
        plain = {name: value for name, value in attributes.items() if not isinstance(value, Mapping)}
        kept = plain if kept is None else {n: v for n, v in kept.items() if n in plain and plain[n] == v}
    return kept or {}


def _attributes(text: str, language: str, span: Span, evidence: Sequence[Example]) -> Attributes | None:
    """What a mark at `span` would carry; None: it is another number than the examples'."""
    shared = agreed(example.attributes for example in evidence)
    if not any(VALUE_ATTRIBUTES & example.attributes.keys() for example in evidence):
        return shared
    from app.value_input import values_of  # the number engine

    values = values_of(text, span, language)
    if any(shared.get(name) != values.get(name) for name in _SAME_NUMBER):
        return None
    return {name: value for name, value in shared.items() if name not in VALUE_ATTRIBUTES} | dict(values)


def _rule(accepts: int, refusals: int) -> str:
    times = "once" if accepts == 1 else f"{accepts} times"
    against = f", left unmarked {refusals} times" if refusals > 1 else ", left unmarked once" * refusals
    return f"marked {times} in this project{against}"
