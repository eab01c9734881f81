"""What is asked of a release: which formats, which articles, in what shape, dealt how."""

from dataclasses import dataclass, field
from typing import Any

from app.dataset import WHOLE, Selection, Shape, Split


@dataclass(frozen=True, slots=True)
class Plan:
    """The arguments of a release. The same plan for the same state of a project gives the same bytes."""

    formats: tuple[str, ...] = ("jsonl", "parquet")
    """By the names `--format` takes, each once."""
    selection: Selection = field(default_factory=Selection)
    shape: Shape = WHOLE
    split: Split = field(default_factory=Split)


def as_values(plan: Plan) -> dict[str, Any]:
    """Return the plan as values for JSON, equal for equal plans."""
    chosen, split = plan.selection, plan.split
    return {
        "formats": list(plan.formats),
        "selection": {
            "annotators": list(chosen.annotators),
            "statuses": [status.value for status in chosen.statuses],
            "labels": list(chosen.labels),
            "languages": list(chosen.languages),
            "sites": list(chosen.sites),
            "published_from": chosen.published_from,
            "published_to": chosen.published_to,
            "least_confidence": chosen.least_confidence,
            "with_suggestions": chosen.with_suggestions,
        },
        "shape": {"segmentation": plan.shape.segmentation, "names": dict(sorted(plan.shape.names.items()))},
        "split": {
            "shares": list(split.shares),
            "group": split.group,
            "stratify": split.stratify,
            "salt": split.salt,
        },
    }
