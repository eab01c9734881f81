"""Claims in Russian, Kazakh and English: what a fact-checker would mark, with its speaker and numbers.

A claim is a sentence or what somebody is said to have said, without the speaker, the verb of saying,
quotation marks and the final full stop (the guideline of `resources/schemes/news.toml`). Statements are
ranked by a linear model over features that mean the same in each language (`weights.toml`); the words that
stand for them are data (`words/`). Questions, headings, menus, captions and calls to action are none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.suggesters.attribution import Attribution
from app.suggesters.claims import model
from app.suggesters.claims.attributes import attributes_of
from app.suggesters.claims.candidates import Candidate, statements
from app.suggesters.claims.features import Ground, ground, seen
from app.suggesters.claims.prose import read_prose
from app.suggesters.mention import Mention
from app.suggestion import Proposal

LABEL = "claim"
NAME = "claims"

# Features that say where a statement stands, not why it is a claim.
_PLACES = {"own": "sentence", "continued": "sentence after one", "said": "content"}
# A statement inside another one begins behind it: this many of those that follow are looked at.
_NEAR = 8
# How many of its features the rule of a claim names.
_REASONS = 4


@dataclass(frozen=True, slots=True)
class ClaimFound:
    """A claim in a text."""

    fragments: tuple[tuple[int, int], ...]
    """(start, end) in code points, end exclusive, in order; several where the cue stands inside the quote."""
    score: float
    """0 to 1: how likely a fact-checker would mark it."""
    rule: str
    """What made it one, for "why": `content: number + comparison`."""
    attributes: Mapping[str, str]
    """quote_type, epistemic, claim_type, check_worthiness, with the values of the default scheme."""
    attribution: int | None = None
    """Index of the attribution it comes from; None where the outlet itself says it."""
    numbers: tuple[int, ...] = ()
    """Indices of the number proposals inside."""


def claims(
    text: str,
    language: str,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    numbers: Sequence[Proposal],
) -> list[ClaimFound]:
    """Return the statements that are worth marking, in order; of one that is repeated only the first.

    `text` is canonical; `language` is "ru", "kk", "en" or empty: then the letters of each line tell.
    """
    worth: dict[str, ClaimFound] = {}
    for found in ranked(text, language, attributions, mentions, numbers):
        if found.score >= model.threshold():
            worth.setdefault(" ".join(text[start:end] for start, end in found.fragments).casefold(), found)
    return list(worth.values())


def ranked(
    text: str,
    language: str,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    numbers: Sequence[Proposal],
) -> list[ClaimFound]:
    """Return every statement of the text with its score, those below the threshold too, in order."""
    sentences = read_prose(text, language)
    known = ground(text, sentences, attributions, mentions, numbers)
    keep = frozenset(number.end for number in numbers)
    stated = statements(text, sentences, attributions, keep, known.tells_of_saying)
    found: dict[tuple[tuple[int, int], ...], ClaimFound] = {}
    for at, candidate in enumerate(stated):
        if candidate.asks:
            continue
        claim = _claim(candidate, stated[at + 1 : at + 1 + _NEAR], known)
        best = found.get(claim.fragments)
        if best is None or claim.score > best.score:
            found[claim.fragments] = claim
    return sorted(found.values(), key=lambda claim: (claim.fragments[0][0], claim.fragments[-1][1]))


def _claim(candidate: Candidate, others: Sequence[Candidate], known: Ground) -> ClaimFound:
    has = seen(candidate, others, known)
    score = round(model.score(has.features), 3)
    attribution = None if candidate.attribution is None else known.attributions[candidate.attribution]
    told = None if candidate.continued else attribution
    why = [reason for reason in model.reasons(has.features) if reason not in _PLACES][:_REASONS]
    place = next(name for feature, name in _PLACES.items() if feature in has.features)
    return ClaimFound(
        fragments=tuple((part.start, part.end) for part in candidate.fragments),
        score=score,
        rule=f"{place}: {' + '.join(why)}" if why else place,
        attributes=attributes_of(has, told),
        attribution=candidate.attribution,
        numbers=has.numbers,
    )
