"""A word to who accepts suggestions quicker than anybody can read them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from app.suggestion import Decision, Suggestion

# Silent reading of English non-fiction: most adults read 175 to 300 words a minute (Brysbaert, "How many
# words do we read per minute?", Journal of Memory and Language 109, 2019). Russian and Kazakh words are
# longer, so that the upper end is generous.
_WORDS_A_SECOND = 300 / 60
# To decide on a suggestion takes its own words and some around it; names and numbers have one to three.
_FEWEST_WORDS = 5
HASTE = _FEWEST_WORDS / _WORDS_A_SECOND
"""Seconds: an accept that took less cannot have been read."""
RUN = 10
"""So many such accepts, one directly after the other, are no chance."""


@dataclass(frozen=True, slots=True)
class RubberStamping:
    """The latest run of accepts that were too quick to have been read."""

    accepts: int
    seconds: float
    """The median of them."""
    since: str
    """When the first was decided: ISO 8601 date-time in UTC."""


def rubber_stamping(decided: Sequence[Suggestion]) -> RubberStamping | None:
    """Return the latest run of `RUN` or more accepts quicker than `HASTE` each; None: there is none.

    `decided`: one annotator's decisions on suggestions of all suggesters, oldest first. A rejected or edited
    suggestion was looked at and ends a run, and so does an accept that took its time. Those without a time,
    as what was accepted together with a claim, neither end a run nor count.
    """
    latest: RubberStamping | None = None
    for run in _hasty_runs(decided):
        if len(run) >= RUN:
            seconds = median(suggestion.seconds or 0.0 for suggestion in run)
            latest = RubberStamping(len(run), seconds, run[0].decided_at)
    return latest


def _hasty_runs(decided: Iterable[Suggestion]) -> Iterator[list[Suggestion]]:
    run: list[Suggestion] = []
    for suggestion in decided:
        accepted = suggestion.decision is Decision.ACCEPTED
        if suggestion.decision is Decision.OPEN or (accepted and suggestion.seconds is None):
            continue
        if accepted and suggestion.seconds is not None and suggestion.seconds < HASTE:
            run.append(suggestion)
        else:
            yield run
            run = []
    yield run
