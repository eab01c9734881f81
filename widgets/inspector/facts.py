"""Short words about annotations: what a list's right column, a chip or a heading says of them."""

from collections import defaultdict
from dataclasses import dataclass

from app.annotation import Annotation
from app.scheme import Label, Scheme
from app.values import display_value
from widgets.inspector.contents import Contents
from widgets.texts import tr

# Attributes of the default scheme that tell the most in a few words, in the order they are said; a label
# without any of them says its first choice.
_TELLING = ("role", "organisation")
# What an article asserts plainly need not be said.
_PLAIN = "asserted"


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker of the article: everybody with one name, role and organisation is one."""

    name: str
    role: str
    organisation: str
    mentions: tuple[int, ...]
    """Ids of the annotations, in text order."""
    claims: int
    """How many annotations are related to one of the mentions."""


def shown_value(value: object) -> str:
    """A choice's value as words: `law_or_rule` -> `law or rule`."""
    return str(value).replace("_", " ")


def name_of(annotation: Annotation) -> str:
    """What the annotation is called in a chip: its canonical name, its value, or its text."""
    name = annotation.attributes.get("canonical_name")
    return str(name) if name else display_value(annotation.attributes) or one_line(annotation.text)


def one_line(text: str) -> str:
    """The text without line breaks."""
    return " ".join(text.split("\n"))


def short_fact(annotation: Annotation, contents: Contents) -> str:
    """A few words for the list's right column: `→ Ахметов`, `30 day`, `no speaker`, `economist`."""
    label = contents.scheme.label(annotation.label)
    if label is None:
        return ""
    if value := display_value(annotation.attributes):
        return value
    stance = annotation.attributes.get("epistemic", _PLAIN)
    parts = [shown_value(stance).removeprefix("reported ")] if stance != _PLAIN else []
    parts += _single_relations(annotation, contents)
    telling = [str(annotation.attributes[a]) for a in _TELLING if annotation.attributes.get(a)]
    if telling:
        parts.append(", ".join(telling))
    return " · ".join(parts) or _first_choice(annotation, label)


def people(contents: Contents) -> list[Person]:
    """The article's speakers, by first mention: labels with a `canonical_name` are speakers."""
    labels = _speaker_labels(contents.scheme)
    said: defaultdict[int, set[int]] = defaultdict(set)
    for relation in contents.relations.values():
        if contents.annotations[relation.source].label not in labels:
            said[relation.target].add(relation.source)
    mentions: defaultdict[str, list[Annotation]] = defaultdict(list)
    for annotation in contents.in_order():
        if annotation.label in labels:
            mentions[_person_name(annotation)].append(annotation)
    return [
        Person(
            name=name,
            role=_first(found, "role"),
            organisation=_first(found, "organisation"),
            mentions=tuple(mention.id for mention in found),
            claims=len(set().union(*(said[mention.id] for mention in found))),
        )
        for name, found in mentions.items()
    ]


def count_people(contents: Contents) -> int:
    """How many `people` would find."""
    labels = _speaker_labels(contents.scheme)
    return len({_person_name(a) for a in contents.annotations.values() if a.label in labels})


def _speaker_labels(scheme: Scheme) -> set[str]:
    return {label.id for label in scheme.labels if label.attribute("canonical_name")}


def _person_name(annotation: Annotation) -> str:
    return str(annotation.attributes.get("canonical_name") or one_line(annotation.text))


def _first(mentions: list[Annotation], attribute: str) -> str:
    return next((str(m.attributes[attribute]) for m in mentions if m.attributes.get(attribute)), "")


def _single_relations(annotation: Annotation, contents: Contents) -> list[str]:
    """Where relations of which there may be only one go to, or that there is none."""
    targets = {link.type.id: link.other for link in contents.links(annotation.id) if link.outgoing}
    words = []
    for type_ in contents.scheme.relations:
        if not type_.single or annotation.label not in type_.sources:
            continue
        other = contents.annotations.get(targets.get(type_.id, 0))
        words.append(f"→ {name_of(other)}" if other else _none_of(type_.targets, contents.scheme))
    return words


def _none_of(targets: tuple[str, ...], scheme: Scheme) -> str:
    label = scheme.label(targets[0]) if targets else None
    words = tr("no {label}")
    return words.format(label=label.name.lower()) if label else ""


def _first_choice(annotation: Annotation, label: Label) -> str:
    for attribute in label.attributes:
        if attribute.type == "choice" and annotation.attributes.get(attribute.id):
            return shown_value(annotation.attributes[attribute.id])
    return ""
