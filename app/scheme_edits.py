"""Edits of a scheme, as pure functions. What can touch no mark returns a Scheme; what can, an Edit.

Each refuses, with a SchemeError of one sentence, what a scheme cannot be. Ids are made of names once and
stay (`app.scheme_ids`); `app.commands.edit_scheme` brings the marks of a project into line with an Edit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeVar

from app.scheme import Attribute, AttributeType, Label, RelationType, Scheme, SchemeError, scheme_from_dict
from app.scheme import scheme_to_dict as _to_dict
from app.scheme_colours import free_pair, free_pattern
from app.scheme_ids import identifier

ARTICLE = ""
"""The owner of the attributes of articles; other owners are label ids."""

KEYS = "123456789"
"""The digits a label may have as its key; 0 means that nothing is here."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Another scheme, and what becomes of what was marked by the one before."""

    scheme: Scheme
    moved: Mapping[str, str | None] = field(default_factory=dict)
    """Where annotations of a label go that is gone: to another label, or (None) they are removed."""
    divided: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)
    """By label: the attribute whose value decides, and the label for each value; others stay."""
    renamed: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    """By owner and attribute: values of a choice with the name they have now."""


# ------------------------------------------------------------------------------------------------ labels


def add_label(scheme: Scheme, name: str) -> Scheme:
    """Add a label at the end, with a key, colours and a pattern that are free."""
    light, dark = free_pair(scheme.labels)
    label = Label(
        id=identifier(name, [label.id for label in scheme.labels], "label"),
        name=name,
        key=next(iter(free_keys(scheme)), ""),
        pattern=free_pattern(scheme.labels),
        light=light,
        dark=dark,
    )
    _refuse_name(name, (other.name for other in scheme.labels), "label")
    return _checked(replace(scheme, labels=(*scheme.labels, label)))


def put_label(scheme: Scheme, label: Label) -> Scheme:
    """Give the label of that id another name, key, look, guideline or examples; not other attributes."""
    others = [other for other in scheme.labels if other.id != label.id]
    _refuse_name(label.name, (other.name for other in others), "label")
    if label.key and (len(label.key) != 1 or label.key not in KEYS):
        raise SchemeError(f"The key of a label is a digit from 1 to 9, not “{label.key}”.")
    if holder := next((other for other in others if label.key and other.key == label.key), None):
        raise SchemeError(f"Key {label.key} is taken by “{holder.name}”.")
    tidy = replace(label, guideline=label.guideline.strip())
    return _checked(replace(scheme, labels=_put(scheme.labels, tidy)))


def move_label(scheme: Scheme, label_id: str, step: int) -> Scheme:
    """Move the label up (-1) or down (1) among the labels; keys stay with their labels."""
    return replace(scheme, labels=_moved(scheme.labels, _label(scheme, label_id), step))


def delete_label(scheme: Scheme, label_id: str, into: str | None = None) -> Edit:
    """Delete the label: with its annotations, or moving them `into` another one."""
    if into is not None:
        return merge_labels(scheme, label_id, into)
    gone = _label(scheme, label_id)
    if len(scheme.labels) == 1:
        raise SchemeError("A scheme needs at least one label.")
    relations = (
        replace(r, sources=_without(r.sources, label_id), targets=_without(r.targets, label_id))
        for r in scheme.relations
    )
    rest = replace(
        scheme,
        labels=_without(scheme.labels, gone),
        relations=tuple(r for r in relations if r.sources and r.targets),
    )
    return Edit(_checked(rest), moved={label_id: None})


def merge_labels(scheme: Scheme, gone_id: str, into: str) -> Edit:
    """Delete the label `gone_id` and make its annotations ones of `into`, which takes over its relations."""
    gone, _ = _label(scheme, gone_id), _label(scheme, into)
    if gone_id == into:
        raise SchemeError("A label cannot be merged with itself.")

    def ends(labels: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(into if label == gone_id else label for label in labels))

    relations = tuple(replace(r, sources=ends(r.sources), targets=ends(r.targets)) for r in scheme.relations)
    rest = replace(scheme, labels=_without(scheme.labels, gone), relations=relations)
    return Edit(_checked(rest), moved={gone_id: into})


def split_label(scheme: Scheme, label_id: str, attribute_id: str, parts: Mapping[str, str]) -> Edit:
    """Make a label of its own of each value of a choice in `parts`, which gives the new label's name.

    A new label has the attributes and relations of the old one, which keeps the other annotations.
    """
    label = _label(scheme, label_id)
    attribute = label.attribute(attribute_id)
    if attribute is None or attribute.type != "choice":
        raise SchemeError(f"“{label.name}” can be split by an attribute with a list of values only.")
    if not parts:
        raise SchemeError("Choose at least one value that becomes a label of its own.")
    if strange := next((value for value in parts if value not in attribute.values), None):
        raise SchemeError(f"“{attribute.name}” has no value “{strange}”.")
    made: dict[str, str] = {}
    for value, name in parts.items():
        scheme = add_label(scheme, name)
        new = scheme.labels[-1]
        made[value] = new.id
        scheme = replace(
            scheme,
            labels=_put(
                scheme.labels,
                replace(new, attributes=label.attributes, guideline=label.guideline, icon=label.icon),
            ),
        )

    def ends(labels: tuple[str, ...]) -> tuple[str, ...]:
        return (*labels, *made.values()) if label_id in labels else labels

    relations = tuple(replace(r, sources=ends(r.sources), targets=ends(r.targets)) for r in scheme.relations)
    return Edit(_checked(replace(scheme, relations=relations)), divided={label_id: (attribute_id, made)})


def free_keys(scheme: Scheme) -> tuple[str, ...]:
    """The digits no label has as its key."""
    taken = {label.key for label in scheme.labels}
    return tuple(key for key in KEYS if key not in taken)


# -------------------------------------------------------------------------------------------- attributes


def attributes_of(scheme: Scheme, owner: str) -> tuple[Attribute, ...]:
    """The attributes of a label, or of articles."""
    return scheme.article if owner == ARTICLE else _label(scheme, owner).attributes


def owner_name(scheme: Scheme, owner: str) -> str:
    """What the owner of attributes is called."""
    return "Article" if owner == ARTICLE else _label(scheme, owner).name


def add_attribute(
    scheme: Scheme, owner: str, name: str, type_: AttributeType = "text", values: tuple[str, ...] = ()
) -> Scheme:
    """Add an attribute at the end."""
    there = attributes_of(scheme, owner)
    _refuse_name(name, (attribute.name for attribute in there), "attribute")
    made = Attribute(identifier(name, [a.id for a in there], "attribute"), name, type_, values)
    _refuse_values(made)
    return _with_attributes(scheme, owner, (*there, made))


def set_attribute(scheme: Scheme, owner: str, attribute: Attribute) -> Edit:
    """Give the attribute of that id another name, type, values, unset value or help."""
    there = attributes_of(scheme, owner)
    _attribute(scheme, owner, attribute.id)
    _refuse_name(attribute.name, (a.name for a in there if a.id != attribute.id), "attribute")
    _refuse_values(attribute)
    return Edit(_with_attributes(scheme, owner, _put(there, attribute)))


def move_attribute(scheme: Scheme, owner: str, attribute_id: str, step: int) -> Scheme:
    """Move the attribute up (-1) or down (1)."""
    there = attributes_of(scheme, owner)
    return _with_attributes(scheme, owner, _moved(there, _attribute(scheme, owner, attribute_id), step))


def delete_attribute(scheme: Scheme, owner: str, attribute_id: str) -> Edit:
    """Delete the attribute, with the values annotations have for it."""
    gone = _attribute(scheme, owner, attribute_id)
    return Edit(_with_attributes(scheme, owner, _without(attributes_of(scheme, owner), gone)))


def add_value(scheme: Scheme, owner: str, attribute_id: str, value: str) -> Scheme:
    """Add a value to a choice, at the end."""
    attribute = _attribute(scheme, owner, attribute_id)
    return set_attribute(scheme, owner, replace(attribute, values=(*attribute.values, value))).scheme


def rename_value(scheme: Scheme, owner: str, attribute_id: str, value: str, new: str) -> Edit:
    """Call a value of a choice by another name, wherever it was given."""
    attribute = _attribute(scheme, owner, attribute_id)
    renamed = replace(
        attribute,
        values=tuple(new if other == value else other for other in attribute.values),
        unset=new if attribute.unset == value else attribute.unset,
    )
    edit = set_attribute(scheme, owner, renamed)
    return replace(edit, renamed={(owner, attribute_id): {value: new}})


def move_value(scheme: Scheme, owner: str, attribute_id: str, value: str, step: int) -> Scheme:
    """Move a value of a choice up (-1) or down (1)."""
    attribute = _attribute(scheme, owner, attribute_id)
    moved = replace(attribute, values=_moved(attribute.values, value, step))
    return set_attribute(scheme, owner, moved).scheme


def delete_value(scheme: Scheme, owner: str, attribute_id: str, value: str) -> Edit:
    """Delete a value of a choice, wherever it was given."""
    attribute = _attribute(scheme, owner, attribute_id)
    if attribute.values == (value,):
        raise SchemeError(f"“{attribute.name}” needs at least one value; delete the attribute instead.")
    unset = "" if attribute.unset == value else attribute.unset
    rest = replace(attribute, values=_without(attribute.values, value), unset=unset)
    return set_attribute(scheme, owner, rest)


# --------------------------------------------------------------------------------------------- relations


def add_relation(scheme: Scheme, name: str, source: str, target: str) -> Scheme:
    """Add a type of relation from one label to another, at the end."""
    _refuse_name(name, (relation.name for relation in scheme.relations), "relation")
    made = RelationType(
        identifier(name, [r.id for r in scheme.relations], "relation"), name, (source,), (target,)
    )
    return _checked(replace(scheme, relations=(*scheme.relations, made)))


def set_relation(scheme: Scheme, relation: RelationType) -> Edit:
    """Give the relation of that id another name, other labels or other rules."""
    others = (other.name for other in scheme.relations if other.id != relation.id)
    _refuse_name(relation.name, others, "relation")
    if not relation.sources or not relation.targets:
        raise SchemeError(f"“{relation.name}” needs a label to go from and one to go to.")
    return Edit(_checked(replace(scheme, relations=_put(scheme.relations, relation))))


def move_relation(scheme: Scheme, relation_id: str, step: int) -> Scheme:
    """Move the relation up (-1) or down (1) among the relations: the first allowed one is proposed."""
    return replace(scheme, relations=_moved(scheme.relations, _relation(scheme, relation_id), step))


def delete_relation(scheme: Scheme, relation_id: str) -> Edit:
    """Delete the type of relation, with all relations of it."""
    gone = _relation(scheme, relation_id)
    return Edit(replace(scheme, relations=_without(scheme.relations, gone)))


# ----------------------------------------------------------------------------------------- another scheme


def replace_scheme(scheme: Scheme, other: Scheme, moved: Mapping[str, str | None]) -> Edit:
    """Put a whole other scheme in place of this one; `moved` says where labels go that it has not.

    Labels it has by the same id stay as they are marked. A label in neither is no trouble while nothing is
    marked with it; else `app.commands.edit_scheme` refuses.
    """
    known = {label.id for label in other.labels}
    for gone, into in moved.items():
        if gone in known or (into is not None and into not in known):
            raise SchemeError(f"“{other.name}” cannot take “{gone}” for “{into}”.")
    return Edit(_checked(other), moved=dict(moved))


@dataclass(frozen=True, slots=True)
class Difference:
    """What another scheme has that this one has not, and the other way round: names."""

    added: tuple[str, ...]
    lost: tuple[str, ...]
    changed: tuple[str, ...]


def difference(scheme: Scheme, other: Scheme) -> Difference:
    """Compare the labels, relations and article attributes of two schemes by their ids."""
    mine, theirs = _parts(scheme), _parts(other)
    return Difference(
        added=tuple(part.name for key, part in theirs.items() if key not in mine),
        lost=tuple(part.name for key, part in mine.items() if key not in theirs),
        changed=tuple(part.name for key, part in mine.items() if key in theirs and theirs[key] != part),
    )


# ----------------------------------------------------------------------------------------------- helpers

_Part = TypeVar("_Part", Label, Attribute, RelationType)
_Any = TypeVar("_Any")


def _parts(scheme: Scheme) -> dict[tuple[str, str], Label | RelationType | Attribute]:
    parts: Iterable[Label | RelationType | Attribute] = chain(scheme.labels, scheme.relations, scheme.article)
    return {(type(part).__name__, part.id): part for part in parts}


def _checked(scheme: Scheme) -> Scheme:
    """The scheme as it would be read back; SchemeError for the first rule of schemes it breaks."""
    return scheme_from_dict(_to_dict(scheme), "The scheme")


def _refuse_name(name: str, others: Iterable[str], kind: str) -> None:
    if not name.strip():
        raise SchemeError(f"Every {kind} needs a name.")
    if name.strip().casefold() in {other.strip().casefold() for other in others}:
        raise SchemeError(f"There is a {kind} called “{name.strip()}” already.")


def _refuse_values(attribute: Attribute) -> None:
    if attribute.type == "choice" and not attribute.values:
        raise SchemeError(f"“{attribute.name}” is a choice: it needs at least one value.")
    if any(not value.strip() for value in attribute.values):
        raise SchemeError(f"A value of “{attribute.name}” cannot be empty.")
    if len(set(attribute.values)) < len(attribute.values):
        twice = next(value for value in attribute.values if attribute.values.count(value) > 1)
        raise SchemeError(f"“{attribute.name}” has the value “{twice}” already.")
    if attribute.unset and attribute.unset not in attribute.values:
        raise SchemeError(f"“{attribute.unset}” is none of the values of “{attribute.name}”.")


def _with_attributes(scheme: Scheme, owner: str, attributes: tuple[Attribute, ...]) -> Scheme:
    if owner == ARTICLE:
        return _checked(replace(scheme, article=attributes))
    label = replace(_label(scheme, owner), attributes=attributes)
    return _checked(replace(scheme, labels=_put(scheme.labels, label)))


def _label(scheme: Scheme, label_id: str) -> Label:
    return _known(scheme.label(label_id), f"The scheme has no label “{label_id}”.")


def _relation(scheme: Scheme, relation_id: str) -> RelationType:
    return _known(scheme.relation(relation_id), f"The scheme has no relation “{relation_id}”.")


def _attribute(scheme: Scheme, owner: str, attribute_id: str) -> Attribute:
    found = next((a for a in attributes_of(scheme, owner) if a.id == attribute_id), None)
    return _known(found, f"{owner_name(scheme, owner)} has no attribute “{attribute_id}”.")


def _known(found: _Any | None, sentence: str) -> _Any:
    if found is None:
        raise SchemeError(sentence)
    return found


def _put(parts: tuple[_Part, ...], part: _Part) -> tuple[_Part, ...]:
    return tuple(part if other.id == part.id else other for other in parts)


def _without(parts: tuple[_Any, ...], gone: _Any) -> tuple[_Any, ...]:
    return tuple(part for part in parts if part != gone)


def _moved(parts: tuple[_Any, ...], part: _Any, step: int) -> tuple[_Any, ...]:
    """The parts with this one `step` places further down, as far as there are places."""
    rest = list(_without(parts, part))
    rest.insert(min(max(0, parts.index(part) + step), len(rest)), part)
    return tuple(rest)
