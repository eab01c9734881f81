"""The annotation scheme: labels with attributes, relations, and the rules they impose.

A scheme is data: it is read from TOML (`resources/schemes/news.toml` is the default), kept in the
project, and every part can be edited. Labels, attributes and relations have ids that stay; names and
colours may change without touching an annotation.
"""

import math
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from app.annotation import Attributes, is_span
from app.errors import UserError

AttributeType = Literal["choice", "text", "number", "date", "url", "span"]
Pattern = Literal["solid", "double", "dotted", "dashed", "wave"]

_ID = re.compile(r"[a-z][a-z0-9_]*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T.+)?)?)?")


class SchemeError(UserError):
    """The scheme file does not describe a scheme; the sentence says which part and why."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A value an annotation of a label may carry."""

    id: str
    name: str
    type: AttributeType
    values: tuple[str, ...] = ()
    """What a `choice` may be, in the order shown."""
    unset: str = ""
    """The value that means "not given yet" (`not_rated`); shown, never stored by itself."""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Colours:
    """Line and fill of a label on paper, `#RRGGBB`."""

    line: str
    fill: str


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of annotation: claim, speaker, number."""

    id: str
    name: str
    key: str
    """The digit key that applies it ("1"); may be empty."""
    pattern: Pattern
    """Underline pattern, so that the label is told without colour."""
    light: Colours
    dark: Colours
    attributes: tuple[Attribute, ...] = ()
    guideline: str = ""
    examples: tuple[str, ...] = ()
    icon: str = ""

    def attribute(self, attribute_id: str) -> Attribute | None:
        """The attribute of that id, or None."""
        return next((a for a in self.attributes if a.id == attribute_id), None)


@dataclass(frozen=True, slots=True)
class RelationType:
    """A typed, directed relation that may hold between annotations of the given labels."""

    id: str
    name: str
    sources: tuple[str, ...]
    """Label ids it may start from."""
    targets: tuple[str, ...]
    """Label ids it may go to."""
    symmetric: bool = False
    single: bool = False
    """Whether a source may have only one such relation."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """Labels, relations and rules, versioned inside the project."""

    id: str
    name: str
    version: int
    labels: tuple[Label, ...]
    relations: tuple[RelationType, ...] = ()
    article: tuple[Attribute, ...] = ()
    """What may be said of an article as a whole (`topic`, `genre`, `verdict`)."""

    def label(self, label_id: str) -> Label | None:
        """The label of that id, or None."""
        return next((label for label in self.labels if label.id == label_id), None)

    def relation(self, relation_id: str) -> RelationType | None:
        """The relation type of that id, or None."""
        return next((relation for relation in self.relations if relation.id == relation_id), None)

    def relations_between(self, source: str, target: str) -> tuple[RelationType, ...]:
        """The relation types allowed from label `source` to label `target`."""
        return tuple(r for r in self.relations if source in r.sources and target in r.targets)


def problems(label: Label, attributes: Attributes) -> dict[str, str]:
    """Return what is wrong with `attributes` for `label`: a sentence by attribute id; empty if nothing."""
    found = attribute_problems(label.attributes, attributes, label.name)
    low, high = attributes.get("min_value"), attributes.get("max_value")
    if low is not None and high is not None and _is_number(low) and _is_number(high) and low > high:
        found["max_value"] = f"The range ends ({high}) before it begins ({low})."
    return found


def attribute_problems(known: Iterable[Attribute], given: Attributes, owner: str) -> dict[str, str]:
    """Return what is wrong with each value by itself, a sentence by attribute id; `owner` is who has them."""
    by_id = {attribute.id: attribute for attribute in known}
    found: dict[str, str] = {}
    for name, value in given.items():
        if name not in by_id:
            found[name] = f"{owner} has no attribute “{name}”."
        elif (trouble := _trouble(by_id[name], value)) is not None:
            found[name] = trouble
    return found


def _is_number(value: object) -> bool:
    """Tell whether it is a number that can be kept: JSON has no infinity."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def _trouble(attribute: Attribute, value: object) -> str | None:
    match attribute.type:
        case "choice" if value not in attribute.values:
            return f"{attribute.name} is one of {', '.join(attribute.values)}, not “{value}”."
        case "number" if not _is_number(value):
            return f"{attribute.name} is a number, not “{value}”."
        case "date" if not (isinstance(value, str) and _DATE.fullmatch(value)):
            return f"{attribute.name} is a date such as 2023-07-04, not “{value}”."
        case "url" if not (isinstance(value, str) and value.startswith(("http://", "https://"))):
            return f"{attribute.name} is a web address, not “{value}”."
        case "text" if not isinstance(value, str):
            return f"{attribute.name} is a text, not “{value}”."
        case "span" if not is_span(value):
            return f"{attribute.name} is a span of the article, not “{value}”."
        case _:
            return None


# ----------------------------------------------------------------------------------------------- TOML


def parse_scheme(toml: str, name: str = "the scheme") -> Scheme:
    """Read a scheme from TOML; `name` is what an error calls it. Raise SchemeError with a sentence."""
    try:
        return scheme_from_dict(tomllib.loads(toml), name)
    except tomllib.TOMLDecodeError as error:
        raise SchemeError(f"{name} is not valid TOML: {error}.") from None


def scheme_from_dict(data: Mapping[str, Any], name: str = "the scheme") -> Scheme:
    """Read a scheme from the mapping `scheme_to_dict` gives. Raise SchemeError with a sentence."""
    try:
        scheme = Scheme(
            id=data["id"],
            name=data["name"],
            version=int(data.get("version", 1)),
            labels=tuple(_label(entry) for entry in data.get("label", ())),
            relations=tuple(_relation(entry) for entry in data.get("relation", ())),
            article=tuple(_attribute(entry) for entry in data.get("article", ())),
        )
    except KeyError as error:
        raise SchemeError(f"{name} lacks {error.args[0]!r} in one of its entries.") from None
    except (TypeError, ValueError) as error:
        raise SchemeError(f"{name} cannot be read as a scheme: {error}.") from None
    _validate(scheme, name)
    return scheme


def scheme_to_dict(scheme: Scheme) -> dict[str, Any]:
    """Return the mapping that TOML and JSON hold; `scheme_from_dict` reads it back equal."""
    return {
        "id": scheme.id,
        "name": scheme.name,
        "version": scheme.version,
        "label": [
            {
                "id": label.id,
                "name": label.name,
                "key": label.key,
                "pattern": label.pattern,
                "icon": label.icon,
                "light": {"line": label.light.line, "fill": label.light.fill},
                "dark": {"line": label.dark.line, "fill": label.dark.fill},
                "guideline": label.guideline,
                "examples": list(label.examples),
                "attribute": [_attribute_to_dict(attribute) for attribute in label.attributes],
            }
            for label in scheme.labels
        ],
        "relation": [
            {
                "id": relation.id,
                "name": relation.name,
                "sources": list(relation.sources),
                "targets": list(relation.targets),
                "symmetric": relation.symmetric,
                "single": relation.single,
            }
            for relation in scheme.relations
        ],
        "article": [_attribute_to_dict(attribute) for attribute in scheme.article],
    }


def _attribute_to_dict(attribute: Attribute) -> dict[str, Any]:
    return {
        "id": attribute.id,
        "name": attribute.name,
        "type": attribute.type,
        "values": list(attribute.values),
        "unset": attribute.unset,
        "help": attribute.help,
    }


def _label(entry: Mapping[str, Any]) -> Label:
    return Label(
        id=entry["id"],
        name=entry["name"],
        key=str(entry.get("key", "")),
        pattern=entry.get("pattern", "solid"),
        light=Colours(**entry["light"]),
        dark=Colours(**entry["dark"]),
        attributes=tuple(_attribute(a) for a in entry.get("attribute", ())),
        guideline=entry.get("guideline", "").strip(),
        examples=tuple(entry.get("examples", ())),
        icon=entry.get("icon", ""),
    )


def _attribute(entry: Mapping[str, Any]) -> Attribute:
    return Attribute(
        id=entry["id"],
        name=entry["name"],
        type=entry["type"],
        values=tuple(entry.get("values", ())),
        unset=entry.get("unset", ""),
        help=entry.get("help", ""),
    )


def _relation(entry: Mapping[str, Any]) -> RelationType:
    return RelationType(
        id=entry["id"],
        name=entry["name"],
        sources=tuple(entry["sources"]),
        targets=tuple(entry["targets"]),
        symmetric=bool(entry.get("symmetric", False)),
        single=bool(entry.get("single", False)),
    )


def _validate(scheme: Scheme, name: str) -> None:
    """Raise SchemeError for the first rule the scheme breaks."""
    if not scheme.labels:
        raise SchemeError(f"{name} has no labels.")
    _validate_ids(name, "label", [label.id for label in scheme.labels])
    _validate_ids(name, "relation", [relation.id for relation in scheme.relations])
    keys = [label.key for label in scheme.labels if label.key]
    if len(set(keys)) < len(keys):
        raise SchemeError(f"{name} gives the same key to two labels.")
    for label in scheme.labels:
        _validate_label(name, label)
    _validate_attributes(name, "article", scheme.article)
    known = {label.id for label in scheme.labels}
    for relation in scheme.relations:
        for end in (*relation.sources, *relation.targets):
            if end not in known:
                raise SchemeError(f"{name}: relation “{relation.id}” names an unknown label “{end}”.")


def _validate_label(name: str, label: Label) -> None:
    _validate_attributes(name, f"label “{label.id}”", label.attributes)
    if label.pattern not in get_args(Pattern):
        raise SchemeError(f"{name}: label “{label.id}” has an unknown pattern “{label.pattern}”.")
    for colour in (label.light.line, label.light.fill, label.dark.line, label.dark.fill):
        if not _COLOUR.fullmatch(colour):
            raise SchemeError(f"{name}: label “{label.id}” has “{colour}”, which is not a colour #RRGGBB.")


def _validate_attributes(name: str, owner: str, attributes: tuple[Attribute, ...]) -> None:
    _validate_ids(f"{name}, {owner}", "attribute", [a.id for a in attributes])
    for attribute in attributes:
        if attribute.type not in get_args(AttributeType):
            raise SchemeError(f"{name}: attribute “{attribute.id}” has an unknown type “{attribute.type}”.")
        if (attribute.type == "choice") != bool(attribute.values):
            raise SchemeError(
                f"{name}: attribute “{attribute.id}”: only a choice has values, and it needs them."
            )


def _validate_ids(name: str, what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for identifier in ids:
        if not _ID.fullmatch(identifier):
            raise SchemeError(f"{name}: “{identifier}” is no {what} id (lower-case letters, digits, _).")
        if identifier in seen:
            raise SchemeError(f"{name} has two {what}s with the id “{identifier}”.")
        seen.add(identifier)
