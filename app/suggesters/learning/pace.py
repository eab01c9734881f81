"""When there is enough to learn anew. Asked at every act: it brings nothing of the learning itself along."""

from app.annotation import Annotation
from app.changes import Entity, Step
from app.suggestion import Decision, Suggestion

FEWEST_MARKS = 10
"""A label with fewer marks is not learned: nothing could be said of how well."""


def decisions_in(step: Step) -> int:
    """Return how much there is to learn from the step: its marks and rejects, made or taken back."""
    rejects = sum(_rejected(change.before) or _rejected(change.after) for change in step.of(Suggestion))
    return len(step.of(Annotation)) + rejects


def needed(new: int, trained_on: int) -> bool:
    """Tell whether to train anew: `new` decisions (marks and rejects) came since, it knew `trained_on` marks.

    After every tenth of what it knew, but at least 10 and at most 50: early on each article teaches much,
    later little, and a second of CPU is saved. Decisions taken back count as new ones too.
    """
    return new >= min(50, max(FEWEST_MARKS, trained_on // 10))


def _rejected(entity: Entity | None) -> bool:
    return isinstance(entity, Suggestion) and entity.decision is Decision.REJECTED
