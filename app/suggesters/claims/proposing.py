"""Claims as proposals, with their relations to the speakers, cues and numbers of the same answer."""

from collections.abc import Mapping, Sequence

from app.suggesters.claims import LABEL, NAME, ClaimFound
from app.suggestion import Proposal


def proposals(
    text: str,
    found: Sequence[ClaimFound],
    speakers: Mapping[int, int],
    cues: Mapping[int, int],
    numbers: Sequence[int],
) -> list[Proposal]:
    """Return a proposal for each claim, in order.

    `speakers` and `cues` lead from the index of an attribution to that of its proposal in the answer,
    `numbers` from the index of a number given to `claims` to that in the answer. A proposal is one stretch:
    a claim of several fragments is proposed from the first to the end of the last.
    """
    return [
        Proposal(
            label=LABEL,
            start=claim.fragments[0][0],
            end=claim.fragments[-1][1],
            text=text[claim.fragments[0][0] : claim.fragments[-1][1]],
            score=claim.score,
            suggester=NAME,
            rule=claim.rule,
            attributes=claim.attributes,
            relations=tuple(_relations(claim, speakers, cues, numbers)),
        )
        for claim in found
    ]


def _relations(
    claim: ClaimFound, speakers: Mapping[int, int], cues: Mapping[int, int], numbers: Sequence[int]
) -> list[Mapping[str, object]]:
    relations: list[Mapping[str, object]] = []
    if claim.attribution is not None:
        if claim.attribution in speakers:
            relations.append({"type": "said_by", "to": speakers[claim.attribution]})
        if claim.attribution in cues:
            relations.append({"type": "cued_by", "to": cues[claim.attribution]})
    relations += ({"type": "has_number", "to": numbers[index]} for index in claim.numbers)
    return relations
