"""The shape in which records leave: cut into segments, and with labels of other names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.dataset.cutting import FATES, Segmentation, cut
from app.dataset.naming import renamed_record
from app.dataset.record import Record
from app.losses import Tally

__all__ = ["FATES", "WHOLE", "Segmentation", "Shape", "in_shape"]


@dataclass(frozen=True, slots=True)
class Shape:
    """How records are cut and their labels named."""

    segmentation: Segmentation = "article"
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """New name by label id; several labels may get one. Labels not named here keep their id."""


WHOLE = Shape()
"""Whole articles, labels by their ids."""


def in_shape(record: Record, shape: Shape, tally: Tally) -> Iterator[Record]:
    """Yield the records that `record`, a whole article, becomes; count what that costs."""
    if shape.names:
        record = renamed_record(record, shape.names)
    if shape.segmentation == "article":
        yield record
    else:
        yield from cut(record, shape.segmentation, tally)
