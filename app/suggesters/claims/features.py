"""Features of a statement that mean the same in every language; which words stand for them is data."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.anchor import Span
from app.lemmas import russian
from app.suggesters.attribution import Attribution
from app.suggesters.claims import lexicon
from app.suggesters.claims.candidates import Candidate
from app.suggesters.claims.lexicon import Hit, Hits
from app.suggesters.claims.prose import Sentence
from app.suggesters.mention import Mention
from app.suggestion import Proposal

# Marks that are features as they are.
_MARKS = frozenset(
    {"statistics", "comparison", "quantifier", "cause", "rule", "future", "negation", "rumour", "denial"}
    | {"hedge", "ought", "opinion", "wish", "person", "address", "report"}
)
# What the cue says of a content counts like a word inside it.
_STANCES = {"reported_rumour": "rumour", "denied": "denial", "hedged": "hedge"}
_NO_QUANTITY = frozenset({"date", "ordinal", "identifier"})
_TINY, _SHORT, _LONG = 3, 4, 45
_LEAD_SENTENCES = 3
_FEW = 10
# A list of amounts has three numbers or more, and fewer words for each than there are numbers, or than five.
_LISTED, _WORDS_A_NUMBER = 3, 5
# Number of first words where a pronoun leaves open what the statement is about.
_OPENING_WORDS = 1
# The other statement inside covers at least this share of the outer one.
_MOSTLY = 0.4
# Endings of the third person, all that a Russian future without "будет" has in news.
_FINITE = ("ет", "ит", "ут", "ют", "ат", "ят", "ется", "ится", "утся", "ются", "атся", "ятся")


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of a text before its statements are looked at."""

    text: str
    prose: Sequence[Sentence]
    hits: Hits
    attributions: Sequence[Attribution]
    entities: Sequence[Mention]
    """Names of people, bodies and places, by start."""
    numbers: Sequence[Proposal]
    """By start, not overlapping."""
    starts: tuple[Sequence[int], Sequence[int]]
    """Where the entities and the numbers begin."""

    def numbers_in(self, span: Span) -> Iterator[int]:
        """Yield the indices of the numbers that lie in the span."""
        for index in range(bisect_left(self.starts[1], span.start), len(self.numbers)):
            if self.numbers[index].start >= span.end:
                return
            if self.numbers[index].end <= span.end:
                yield index

    def tells_of_saying(self, sentence: Sentence) -> bool:
        """Tell whether the sentence has a word of saying, and so a speaker of its own."""
        return any(hit.mark == "report" for hit in self.hits.inside(sentence.start, sentence.end))

    def names_an_entity(self, span: Span) -> bool:
        """Tell whether a name lies in the span."""
        first = bisect_left(self.starts[0], span.start)
        near = self.entities[first : bisect_left(self.starts[0], span.end)]
        return any(mention.end <= span.end for mention in near)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a statement has: features by name, the number proposals inside, and its words."""

    features: Mapping[str, float]
    numbers: tuple[int, ...]
    marks: frozenset[str]
    """Every mark of the lexicon that is inside, those without a weight too."""


def ground(
    text: str,
    prose: Sequence[Sentence],
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    numbers: Sequence[Proposal],
) -> Ground:
    """Read the words of the prose once."""
    hits: list[Hit] = []
    for sentence in prose:
        hits += lexicon.marks(text, sentence.tokens, sentence.language)
        hits += _russian_futures(sentence)
    hits.sort()
    entities = [mention for mention in mentions if mention.kind != "position"]
    return Ground(
        text,
        prose,
        Hits(hits, [hit.start for hit in hits]),
        attributions,
        entities,
        numbers,
        ([mention.start for mention in entities], [number.start for number in numbers]),
    )


def seen(candidate: Candidate, others: Iterable[Candidate], known: Ground) -> Seen:
    """Return what the statement has; `others` are those that begin where it does or behind."""
    words = _words(candidate, known)
    marks = frozenset(
        hit.mark for part in candidate.fragments for hit in known.hits.inside(part.start, part.end)
    )
    inside = tuple(index for part in candidate.fragments for index in known.numbers_in(part))
    quantities = [known.numbers[index] for index in inside if _kind(known.numbers[index]) not in _NO_QUANTITY]
    attribution = None if candidate.attribution is None else known.attributions[candidate.attribution]
    facts = {
        "own": candidate.attribution is None,
        "continued": candidate.continued,
        "direct": attribution is not None and not candidate.continued and attribution.quote_type == "direct",
        "lead": candidate.sentence.order < _LEAD_SENTENCES,
        "number": bool(quantities),
        "numbers": len(quantities) > 1,
        "small": bool(quantities) and all(map(_is_small, quantities)),
        "listed": len(inside) >= _LISTED and words < len(inside) * min(len(inside), _WORDS_A_NUMBER),
        "date": any(_kind(known.numbers[index]) == "date" for index in inside),
        "entity": any(map(known.names_an_entity, candidate.fragments)),
        "anaphora": _opens_with_pronoun(candidate, known),
        "exclamation": candidate.exclaims,
        "outer": _is_outer(candidate, others),
        "tiny": words <= _TINY,
        "short": _TINY < words <= _SHORT,
        "long": words > _LONG,
        **dict.fromkeys(marks & _MARKS, True),
    }
    features = {name: 1.0 for name, holds in facts.items() if holds}
    if attribution is not None and not candidate.continued:
        features["said"] = attribution.score
        if attribution.epistemic in _STANCES:
            features[_STANCES[attribution.epistemic]] = 1.0
    return Seen(features, inside, marks)


def _words(candidate: Candidate, known: Ground) -> int:
    """How many words the statement has, figures not counted."""
    return sum(
        not token.folded.isdigit()
        for part in candidate.fragments
        for token in lexicon.tokens(known.text, part.start, part.end)
    )


def _kind(number: Proposal) -> str:
    return str(number.attributes.get("number_type", ""))


def _is_small(number: Proposal) -> bool:
    """Tell whether it counts a few things, or is somebody's age: not a percentage, a sum or a measure."""
    value = number.attributes.get("value")
    kind = _kind(number)
    few = kind in {"cardinal", "duration"} and isinstance(value, int | float) and value < _FEW
    return kind == "age" or few


def _opens_with_pronoun(candidate: Candidate, known: Ground) -> bool:
    first = candidate.fragments[0]
    return any(
        hit.mark == "anaphora" and hit.start - first.start <= _OPENING_WORDS
        for hit in known.hits.inside(first.start, first.end)
    )


def _is_outer(candidate: Candidate, others: Iterable[Candidate]) -> bool:
    hull = candidate.hull
    return any(
        other is not candidate
        and hull.contains(other.hull)
        and hull != other.hull
        and _length(other.hull) >= _MOSTLY * _length(hull)
        and other.attribution is not None
        and other.attribution != candidate.attribution
        for other in others
    )


def _length(span: Span) -> int:
    return span.end - span.start


def _russian_futures(sentence: Sentence) -> list[Hit]:
    """The perfective verbs in the present form, which tell the future: `закроют`, `обойдется`."""
    if sentence.language != "ru":
        return []
    return [
        Hit(token.start, token.end, "future")
        for token in sentence.tokens
        if token.folded.endswith(_FINITE) and _is_future(token.folded)
    ]


def _is_future(word: str) -> bool:
    readings = russian.readings(word)
    return bool(readings) and "futr" in readings[0].tag
