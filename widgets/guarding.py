"""Against rubber stamps: some articles show no suggestions, and accepting without reading is told."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.changes import Step
from app.suggestion import Decision, Suggestion

# As many of the latest decisions as a run is looked for in.
_REMEMBERED = 50


class Guard(QObject):
    """Knows on which articles suggestions are hidden, and how quickly they are accepted on the others."""

    noted = Signal(str)

    def __init__(self, annotator: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._annotator = annotator
        self._share = 0.0
        self._latest: deque[Suggestion] = deque(maxlen=_REMEMBERED)
        self._told_at = ""

    def set_share(self, share: float) -> None:
        """Hide suggestions on this share (0 to 1) of the articles: always the same ones of an annotator."""
        self._share = share

    def hides(self, article_id: int) -> bool:
        """Whether the article's suggestions are hidden."""
        if not self._share:
            return False
        from app.suggesters.learning.blind import hidden

        return hidden(article_id, self._share, self._annotator)

    def shown(self, article_id: int, suggestions: Sequence[Suggestion]) -> Sequence[Suggestion]:
        """Return the article's suggestions; none where they are hidden."""
        return () if self.hides(article_id) else suggestions

    def on_step(self, step: Step) -> None:
        """Watch the decisions; say so where they come quicker than anybody reads."""
        decided = [
            change.after
            for change in step.of(Suggestion)
            if isinstance(change.after, Suggestion) and change.after.decision is not Decision.OPEN
        ]
        if step.kind != "do" or step.annotator != self._annotator or not decided:
            return
        from app.suggesters.learning.guard import rubber_stamping

        self._latest.extend(decided)
        hasty = rubber_stamping(self._latest)
        if hasty is not None and hasty.since > self._told_at:
            self._told_at = step.at
            said = self.tr("{number} suggestions were accepted in {seconds} s each: too quick to be read.")
            self.noted.emit(said.format(number=hasty.accepts, seconds=f"{hasty.seconds:.1f}"))
