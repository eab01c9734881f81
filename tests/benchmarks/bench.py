"""What every benchmark gives: one figure with its target and the baseline it was measured beside."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number."""

    name: str
    value: float
    unit: str
    target: str
    baseline: str
