"""What an exporter declares of itself, and how it counts what its format cannot hold as it is."""

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from app.dataset import Dataset, Record
from app.errors import UserError

Sink = Callable[[Record], None]
"""Takes the records of a dataset, one after the other."""

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


LEFT_OUT_PASSAGES = Fate("passages read and empty", "left out", True)
LEFT_OUT_ASSESSMENTS = Fate("assessments of articles as a whole", "left out", True)
"""What becomes of both in a format that knows annotations only."""


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


@dataclass(frozen=True, slots=True)
class Format:
    """A format datasets leave in. The registry, the reports and docs/formats.md are made from these."""

    name: str
    """As `--format` takes it."""
    extension: str
    """With its dot (".jsonl"); empty where the format is a folder of files."""
    title: str
    shape: str
    """What is at `--out` afterwards."""
    holds: str
    loses: str
    """What no file of the format has, whatever the dataset; `fates` are counted, dataset by dataset."""
    units: str
    verified_by: str
    """The reader that the tests read it back with, and its version ("spaCy 3.8")."""
    fates: tuple[Fate, ...]
    survey: Callable[[Dataset, Tally], Sink]
    """Counts into the tally what the records lose; writes nothing."""
    write: Callable[[Path, Dataset, Tally], AbstractContextManager[Sink]]
    """Writes records to a path that does not exist yet, counting as `survey` does."""
    extra: str = ""
    """The optional part of Pressmark it needs: `pip install "pressmark[EXTRA]"`."""

    def report(self, tally: Tally) -> LossReport:
        """The losses of `tally` in the order of the declaration."""
        return LossReport(tuple(Loss(fate, tally[fate.kind]) for fate in self.fates if tally[fate.kind]))


def count_left_out(record: Record, tally: Tally) -> None:
    """Count the passages and assessments of a record that go into no file of the format."""
    tally[LEFT_OUT_PASSAGES.kind] += len(record.empty_passages)
    tally[LEFT_OUT_ASSESSMENTS.kind] += len(record.assessments)


def missing_extra(title: str, extra: str) -> UserError:
    """The error for a format whose library is not installed."""
    return UserError(f'{title} needs a library that is not installed: pip install "pressmark[{extra}]".')
