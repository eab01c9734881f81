"""The linear model that ranks statements: features in, score out; the weights are data in `weights.toml`."""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_WEIGHTS = Path(__file__).parent / "weights.toml"


def score(features: Mapping[str, float]) -> float:
    """Return how likely a fact-checker marks a statement with these features, 0 to 1.

    Raise KeyError for a feature without a weight.
    """
    known = _weights()
    return 1 / (1 + math.exp(-sum(known[name] * value for name, value in features.items())))


def reasons(features: Mapping[str, float]) -> list[str]:
    """Return the features that speak for it, the weightiest first."""
    known = _weights()
    told = {name: known[name] * value for name, value in features.items()}
    return sorted((name for name, weight in told.items() if weight > 0), key=lambda name: -told[name])


@cache
def threshold() -> float:
    """The score from which a statement is proposed."""
    value: float = _toml()["threshold"]
    return value


@cache
def _weights() -> dict[str, float]:
    return {name: float(row["weight"]) for name, row in _toml().items() if isinstance(row, dict)}


@cache
def _toml() -> dict[str, Any]:
    return tomllib.loads(_WEIGHTS.read_text(encoding="utf-8"))
