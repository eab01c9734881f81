"""What a dataset has and a file of it does not have as it is: counted kind by kind, and said."""

from collections import Counter
from dataclasses import dataclass

Tally = Counter[str]
"""How often each kind of loss was met; the keys are `Fate.kind`."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one kind of thing that a format cannot hold as it is."""

    kind: str
    """What it is, in the plural ("overlapping annotations")."""
    becomes: str
    """Goes on the sentence "Overlapping annotations (3): ..."."""
    lost: bool = False
    """True where the file does not have it; False where the file has it in another shape."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One kind of thing that a dataset has and a format cannot hold as it is, and how often."""

    fate: Fate
    count: int

    def __str__(self) -> str:
        """The sentence for the user."""
        kind = self.fate.kind
        return f"{kind[0].upper()}{kind[1:]} ({self.count}): {self.fate.becomes}."


@dataclass(frozen=True, slots=True)
class LossReport:
    """Everything of a dataset that a format cannot hold as it is; empty where it holds all."""

    losses: tuple[Loss, ...] = ()

    @property
    def lossy(self) -> bool:
        """Whether something is gone, not only held in another shape."""
        return any(loss.fate.lost for loss in self.losses)

    def __str__(self) -> str:
        """A line for each kind; empty where nothing is to be said."""
        return "\n".join(str(loss) for loss in self.losses)
