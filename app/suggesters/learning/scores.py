"""How well a model does, in counts: what cross-validation gives and training heeds."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Score:
    """Right is only what has the label and both bounds right, to the word."""

    correct: int
    proposed: int
    marked: int
    """What the annotator marked: what should have been proposed."""

    @property
    def precision(self) -> float:
        """Which part of what was proposed is right; 0 where nothing was."""
        return self.correct / self.proposed if self.proposed else 0.0

    @property
    def recall(self) -> float:
        """Which part of what was marked was proposed; 0 where nothing was marked."""
        return self.correct / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.correct / (self.proposed + self.marked) if self.correct else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Of each label, and of all together."""

    labels: Mapping[str, Score] = field(default_factory=dict)
    total: Score = Score(0, 0, 0)
    articles: int = 0
    """How many there were to learn from and to be tested on."""
