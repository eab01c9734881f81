"""What an exporter declares of itself, and how it counts what its format cannot hold as it is."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from app.dataset import Dataset, Part, Record, shaping
from app.losses import Fate, Loss, LossReport, Tally

__all__ = ["Fate", "Format", "Loss", "LossReport", "Sink", "Tally", "count_left_out"]

Sink = Callable[[Record], None]
"""Takes the records of a dataset, one after the other."""

LEFT_OUT_PASSAGES = Fate("passages read and empty", "left out", True)
LEFT_OUT_ASSESSMENTS = Fate("assessments of articles as a whole", "left out", True)
LEFT_OUT_SUGGESTIONS = Fate("suggestions", "left out", True)
LEFT_OUT_DECIDED = Fate("suggestions already decided", "left out", True)
"""What becomes of them in formats that have no place for them."""

BUFFER = 1 << 20
"""Bytes gathered before they are handed to the system: a record is some 20 kB."""


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
    write_parts: Callable[[Path, Dataset, Tally], AbstractContextManager[Mapping[Part, Sink]]] | None = None
    """Writes a dataset dealt to parts, likewise; None: each part is written by `write`, to a path of its own
    in a folder."""
    tried_with: str = ""
    """Programs, with their versions, that took a file of it by hand: they cannot be in the tests."""
    extra: str = ""
    """The optional part of Pressmark it needs: `pip install "pressmark[EXTRA]"`."""

    def report(self, tally: Tally) -> LossReport:
        """The losses of `tally` in the order of the declaration, after what cutting into segments costs."""
        fates = (*shaping.FATES, *self.fates)
        return LossReport(tuple(Loss(fate, tally[fate.kind]) for fate in fates if tally[fate.kind]))


def count_left_out(record: Record, tally: Tally) -> None:
    """Count the passages and assessments of a record that go into no file of the format."""
    tally[LEFT_OUT_PASSAGES.kind] += len(record.empty_passages)
    tally[LEFT_OUT_ASSESSMENTS.kind] += len(record.assessments)
