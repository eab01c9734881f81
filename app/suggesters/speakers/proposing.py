"""Proposals of speakers and cues, from who says what."""

from collections.abc import Sequence

from app.suggesters.attribution import Attribution, Source
from app.suggestion import Proposal

NAME = "speakers"


def proposals(attributions: Sequence[Attribution], text: str) -> list[Proposal]:
    """Return a proposal for each source span and each cue span, once, by start.

    Of a speaker who says several things the highest score counts.
    """
    found: dict[tuple[str, int, int], Proposal] = {}
    for attribution in attributions:
        source, cue = attribution.source, attribution.cue
        made = []
        if source is not None:
            made.append(
                _proposal("speaker", source.start, source.end, attribution, text, _attributes(source))
            )
        if cue is not None:
            made.append(_proposal("cue", *cue, attribution, text, {}))
        for proposal in made:
            key = proposal.place
            if key not in found or found[key].score < proposal.score:
                found[key] = proposal
    return sorted(found.values(), key=lambda proposal: (proposal.start, proposal.end))


def _proposal(
    label: str, start: int, end: int, attribution: Attribution, text: str, attributes: dict[str, str]
) -> Proposal:
    return Proposal(
        label=label,
        start=start,
        end=end,
        text=text[start:end],
        score=attribution.score,
        suggester=NAME,
        rule=attribution.rule,
        attributes=attributes,
    )


def _attributes(source: Source) -> dict[str, str]:
    values = {
        "canonical_name": source.name,
        "role": source.role,
        "organisation": source.organisation,
        "kind": source.kind,
        "mention": source.mention,
    }
    return {name: value for name, value in values.items() if value}
