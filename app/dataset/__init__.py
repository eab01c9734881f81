"""What leaves a project: a selection of it, checked, in a fixed order, in the shape asked for, and its parts.

`select` describes a selection, `shaped` its shape; the records are read, checked, cut and renamed only when
the dataset is iterated, one article at a time, so memory does not grow with their number. Exporters see
nothing but records.
"""

from app.dataset.dataset import Dataset, select, shaped
from app.dataset.leakage import LeakageReport, leakage
from app.dataset.naming import parse_names
from app.dataset.record import Record, Segment
from app.dataset.selection import Selection
from app.dataset.shaping import WHOLE, Segmentation, Shape
from app.dataset.splits import GROUPS, PARTS, STRATA, Dealt, Group, Part, Split, Stratum, deal, parse_shares

__all__ = [
    "GROUPS",
    "PARTS",
    "STRATA",
    "WHOLE",
    "Dataset",
    "Dealt",
    "Group",
    "LeakageReport",
    "Part",
    "Record",
    "Segment",
    "Segmentation",
    "Selection",
    "Shape",
    "Split",
    "Stratum",
    "deal",
    "leakage",
    "parse_names",
    "parse_shares",
    "select",
    "shaped",
]
