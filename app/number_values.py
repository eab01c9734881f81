"""What makes an annotation a number: its attributes, and what becomes of them when one types other values."""

from app.annotation import Attributes
from app.scheme import Label, problems

VALUE_ATTRIBUTES = frozenset(
    {"value", "min_value", "max_value", "unit", "unit_text", "number_type", "modifier", "approximator"}
)
"""Ids of the attributes that say what a number is."""

# What a bare number may be called, so that correcting its digits leaves it that.
_UNTOLD_TYPES = frozenset({"cardinal", "identifier", "duration"})


def takes_values(label: Label) -> bool:
    """Tell whether annotations of the label are numbers."""
    return label.attribute("value") is not None and label.attribute("modifier") is not None


def fitting(label: Label, attributes: Attributes) -> Attributes:
    """Return those of the attributes that the label has and allows."""
    known = {name: value for name, value in attributes.items() if label.attribute(name)}
    wrong = problems(label, known)
    return {name: value for name, value in known.items() if name not in wrong}


def corrected(before: Attributes, typed: Attributes) -> Attributes:
    """Return all attributes of a number after `typed` (of `read_value`) has taken its values' place.

    What cannot be typed stays where it still fits: the approximator with its modifier, the unit's word in
    the article with its unit, and an ordinal, a date or an age that only has other digits.
    """
    after = {name: value for name, value in before.items() if name not in VALUE_ATTRIBUTES} | dict(typed)
    if before.get("unit") == typed.get("unit") and _same_word(before, typed):
        if "unit_text" in before:
            after["unit_text"] = before["unit_text"]
        if before.get("number_type") and typed.get("number_type") in _UNTOLD_TYPES:
            after["number_type"] = before["number_type"]
    if "approximator" in before and before.get("modifier") == typed.get("modifier"):
        after["approximator"] = before["approximator"]
    return after


def _same_word(before: Attributes, typed: Attributes) -> bool:
    """Tell whether two numbers with the same unit, or both without a known one, count the same."""
    known = typed.get("unit") is not None
    return known or before.get("unit_text") == typed.get("unit_text")
