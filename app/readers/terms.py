"""The scheme's words for those of a file: labels and relations, by the names given or their own; values."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from app.annotation import Attributes
from app.errors import UserError
from app.scheme import Attribute, Label, RelationType, Scheme, attribute_problems, problems

# Whole numbers that a project keeps are smaller: JSON writers hold 64 bits.
_LARGEST = 2**63

_NUMBER = re.compile(r"-?\d+(\.\d+)?")

# Values of a label that are remembered: those of choices are few, those of texts as many as annotations.
_MOST_REMEMBERED = 10_000


def parse_terms(text: str) -> dict[str, str]:
    """Read "PER=speaker,Said by=said_by". UserError: it is not such a list."""
    terms: dict[str, str] = {}
    for pair in text.split(","):
        theirs, equals, ours = (part.strip() for part in pair.rpartition("="))
        if not (theirs and equals and ours):
            raise UserError(
                f"Labels and relations are mapped as PER=speaker,CLAIM=claim, not “{pair.strip()}”."
            )
        terms[theirs] = ours
    return terms


class Terms:
    """What a scheme takes of what a file says."""

    def __init__(self, scheme: Scheme, names: Mapping[str, str]) -> None:
        """Take the scheme, and its ids by what the file calls them. UserError: there is no such id."""
        self._names = names
        self._labels = {label.id: label for label in scheme.labels}
        self._relations = {relation.id: relation for relation in scheme.relations}
        for ours in names.values():
            if ours not in self._labels and ours not in self._relations:
                known = ", ".join((*self._labels, *self._relations))
                raise UserError(f"The scheme has no label or relation “{ours}”; it has {known}.")
        self._of_article = scheme.article
        self._attributes = {label.id: {a.id: a for a in label.attributes} for label in scheme.labels}
        self._numbers = {
            label.id: {a.id for a in label.attributes if a.type == "number"} for label in scheme.labels
        }
        self._fits: dict[str, set[tuple[str, str]]] = {label: set() for label in self._labels}
        """Texts that were found to fit, with the attribute, by label."""

    def label(self, theirs: str) -> Label | None:
        """The label of the scheme; None: it has none."""
        return self._labels.get(self._names.get(theirs, theirs))

    def relation(self, theirs: str) -> RelationType | None:
        """The relation of the scheme; None: it has none."""
        return self._relations.get(self._names.get(theirs, theirs))

    def values(self, label: Label, given: Attributes) -> tuple[Attributes, list[str]]:
        """What the label takes of the values but unset ones, and the names of those it does not take."""
        fits, numbers = self._fits[label.id], self._numbers[label.id]
        kept: dict[str, Any] = {}
        refused: list[str] = []
        for name, value in given.items():
            if (type(value) is str and (name, value) in fits) or (
                type(value) is int and name in numbers and abs(value) < _LARGEST
            ):
                kept[name] = value
            elif value is not None and value != "":
                taken = self._taken(label, name, value)
                if taken is None:
                    refused.append(name)
                else:
                    kept[name] = taken
        if "min_value" in kept and "max_value" in kept:
            for name in problems(label, kept):
                del kept[name]
                refused.append(name)
        return kept, refused

    def values_of_article(self, given: Attributes) -> tuple[Attributes, list[str]]:
        """What the scheme takes of what is said of an article, and the names of what it does not take."""
        return _fitting(self._of_article, given)

    def _taken(self, label: Label, name: str, value: object) -> object:
        """The value as the label takes it; None if it does not."""
        attribute = self._attributes[label.id].get(name)
        if attribute is None:
            return None
        typed = _typed(attribute, value)
        if isinstance(typed, int) and abs(typed) >= _LARGEST:
            return None
        if attribute_problems((attribute,), {name: typed}, label.name):
            return None
        fits = self._fits[label.id]
        if isinstance(value, str) and typed is value and len(fits) < _MOST_REMEMBERED:
            fits.add((name, value))
        return typed


def _fitting(attributes: Iterable[Attribute], given: Attributes) -> tuple[Attributes, list[str]]:
    known = {attribute.id: attribute for attribute in attributes}
    typed = {
        name: _typed(known[name], value) if name in known else value
        for name, value in given.items()
        if value is not None and value != ""
    }
    wrong = attribute_problems(known.values(), typed, "An article").keys() | {
        name for name, value in typed.items() if isinstance(value, int) and abs(value) >= _LARGEST
    }
    return {name: value for name, value in typed.items() if name not in wrong}, list(wrong)


def _typed(attribute: Attribute, value: object) -> object:
    """The value in the attribute's type where a format has only text: "30000" of a number is 30000."""
    if attribute.type == "number" and isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    if attribute.type == "text" and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value
