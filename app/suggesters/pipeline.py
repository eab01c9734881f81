"""Every engine on one text, in the order they need each other: numbers, names, who says what, claims."""

from collections.abc import Callable, Sequence

from app.replacing import replace
from app.suggestion import Proposal


def suggest_all(text: str, language: str) -> list[Proposal]:
    """Return the numbers, speakers, claims and cues of claims of `text`, sorted by start.

    `text` is canonical, offsets are code points; `language` is "ru", "kk", "en" or empty. Every relation
    goes to a proposal of the same answer, by its index there.
    """
    from app.suggesters import names, numbers, speakers
    from app.suggesters.claims import claims
    from app.suggesters.claims.proposing import proposals

    counted = numbers.suggest(text, language)
    mentions = names.find(text, language)
    said = speakers.attributions(text, language, mentions)
    found = claims(text, language, said, mentions, counted)
    answer = [*counted, *speakers.proposals(said, text)]
    places = {proposal.place: at for at, proposal in enumerate(answer)}
    who = {
        index: places["speaker", attribution.source.start, attribution.source.end]
        for index, attribution in enumerate(said)
        if attribution.source is not None
    }
    cues = {
        index: places["cue", *attribution.cue]
        for index, attribution in enumerate(said)
        if attribution.cue is not None
    }
    answer += proposals(text, found, who, cues, range(len(counted)))
    return in_order(_without_idle_cues(answer))


def _without_idle_cues(proposals: Sequence[Proposal]) -> list[Proposal]:
    """A verb of saying alone is nothing to decide on: only that of a claim is proposed."""
    cueing = {relation["to"] for proposal in proposals for relation in proposal.relations}
    return _picked(proposals, [i for i, each in enumerate(proposals) if each.label != "cue" or i in cueing])


def in_order(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return them sorted by start, the longer first, with every relation led to the new index of its end."""
    return _picked(
        proposals, sorted(range(len(proposals)), key=lambda i: (proposals[i].start, -proposals[i].end))
    )


def only(proposals: Sequence[Proposal], holds: Callable[[Proposal], bool]) -> list[Proposal]:
    """Return those of which `holds` is true, in the order given, without relations that lead to others."""
    return _picked(proposals, [i for i, proposal in enumerate(proposals) if holds(proposal)])


def _picked(proposals: Sequence[Proposal], indices: Sequence[int]) -> list[Proposal]:
    place = {old: new for new, old in enumerate(indices)}
    return [
        replace(
            proposals[old],
            relations=tuple(
                {**relation, "to": place[to]}
                for relation in proposals[old].relations
                if isinstance(to := relation["to"], int) and to in place
            ),
        )
        for old in indices
    ]
