"""What was chosen for the last export of a project, as the JSON the project remembers."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from app.annotation import Status
from app.dataset import GROUPS, STRATA, Segmentation, Selection, Shape, Split, parse_names
from app.errors import UserError
from widgets.exporting import Order

KEY = "last export"
"""What the project remembers it under."""


def to_json(order: Order) -> str:
    """Return the order as JSON; which articles the library showed or held is of the moment, and left out."""
    selection, split = order.selection, order.split
    values: dict[str, Any] = {
        "format": order.format,
        "out": str(order.out.absolute()),
        "annotators": selection.annotators,
        "statuses": [status.value for status in selection.statuses],
        "labels": selection.labels,
        "languages": selection.languages,
        "sites": selection.sites,
        "published_from": selection.published_from,
        "published_to": selection.published_to,
        "least_confidence": selection.least_confidence,
        "with_suggestions": selection.with_suggestions,
        "segmentation": order.shape.segmentation,
        "names": dict(order.shape.names),
    }
    if split is not None:
        values["split"] = {
            "shares": split.shares,
            "group": split.group,
            "salt": split.salt,
            "stratify": split.stratify,
        }
    return json.dumps(values, ensure_ascii=False)


def from_json(text: str | None) -> Order | None:
    """Return the order; what cannot be read of it is as at first. None: there is none."""
    try:
        values = json.loads(text or "")
    except ValueError:
        return None
    if not isinstance(values, dict) or not isinstance(values.get("format"), str):
        return None
    statuses = _texts(values, "statuses")
    least = values.get("least_confidence")
    selection = Selection(
        annotators=_texts(values, "annotators"),
        statuses=tuple(status for status in Status if status.value in statuses),
        labels=_texts(values, "labels"),
        languages=_texts(values, "languages"),
        sites=_texts(values, "sites"),
        published_from=_text(values, "published_from"),
        published_to=_text(values, "published_to"),
        least_confidence=least if isinstance(least, float) and 0 <= least <= 1 else 0.0,
        with_suggestions=values.get("with_suggestions") is True,
    )
    segmentation: Any = values.get("segmentation")
    shape = Shape(segmentation if segmentation in get_args(Segmentation) else "article", _names(values))
    return Order(values["format"], Path(_text(values, "out")), selection, shape, _split(values.get("split")))


def _names(values: dict[str, Any]) -> dict[str, str]:
    names = values.get("names")
    kept: dict[str, str] = {}
    for label, name in names.items() if isinstance(names, dict) else ():
        if not isinstance(name, str):
            continue
        try:
            parse_names(f"label={name}")
        except UserError:
            continue
        kept[label] = name
    return kept


def _split(values: Any) -> Split | None:
    if not isinstance(values, dict):
        return None
    asked = Split()
    shares: Any = values.get("shares")
    if isinstance(shares, list) and len(shares) == 3 and all(type(s) is int and s >= 0 for s in shares):
        asked = replace(asked, shares=tuple(shares)) if any(shares) else asked
    group, stratum = values.get("group"), values.get("stratify")
    if group in GROUPS:
        asked = replace(asked, group=group)
    if stratum in STRATA:
        asked = replace(asked, stratify=stratum)
    return replace(asked, salt=_text(values, "salt"))


def _text(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _texts(values: dict[str, Any], name: str) -> tuple[str, ...]:
    value = values.get(name)
    return tuple(entry for entry in value if isinstance(entry, str)) if isinstance(value, list) else ()
