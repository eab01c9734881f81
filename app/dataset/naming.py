"""Labels under other names: one label may get a new name, or several the same one."""

import re
from collections.abc import Iterable, Mapping, Sequence

from app.dataset.record import Record
from app.errors import UserError
from app.replacing import replace
from app.scheme import Attribute, Label, Scheme

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
"""What every format can write as a label."""


def parse_names(text: str) -> dict[str, str]:
    """Read "claim=CLAIM,speaker=PER": new names by label id.

    UserError: it is not such a list, names a label twice, or gives a name that some format cannot write.
    """
    names: dict[str, str] = {}
    for pair in text.split(","):
        label, equals, name = (part.strip() for part in pair.partition("="))
        if not (label and equals):
            raise UserError(f"Names of labels are given as claim=CLAIM,speaker=PER, not “{pair.strip()}”.")
        if label in names:
            raise UserError(f"The label “{label}” is given two names: {names[label]} and {name}.")
        names[label] = name
    refuse_unwritable(names.values())
    return names


def refuse_unwritable(names: Iterable[str]) -> None:
    """UserError: some format cannot write one of the names as a label."""
    for name in names:
        if not _NAME.fullmatch(name):
            raise UserError(
                "The name of a label begins with a Latin letter and has Latin letters, digits and _ after "
                f"it, so that every format can write it: “{name}” does not."
            )


def renamed_scheme(scheme: Scheme, names: Mapping[str, str]) -> Scheme:
    """Return the scheme with other label ids; labels of one name become one, which says what all said."""
    labels: dict[str, Label] = {}
    for label in scheme.labels:
        new = replace(label, id=names.get(label.id, label.id))
        labels[new.id] = _united(labels[new.id], new) if new.id in labels else new
    relations = tuple(
        replace(relation, sources=_named(relation.sources, names), targets=_named(relation.targets, names))
        for relation in scheme.relations
    )
    return replace(scheme, labels=tuple(labels.values()), relations=relations)


def renamed_record(record: Record, names: Mapping[str, str]) -> Record:
    """Return the record with the labels of its annotations and suggestions renamed."""
    return replace(
        record,
        annotations=tuple(
            replace(a, label=names[a.label]) if a.label in names else a for a in record.annotations
        ),
        suggestions=tuple(
            replace(s, label=names[s.label]) if s.label in names else s for s in record.suggestions
        ),
    )


def _named(labels: Sequence[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.get(label, label) for label in labels))


def _united(first: Label, second: Label) -> Label:
    """One label of two: the colours and the key of the first, and what both say."""
    return replace(
        first,
        name=f"{first.name}, {second.name}",
        guideline="\n\n".join(filter(None, (first.guideline.strip(), second.guideline.strip()))),
        examples=tuple(dict.fromkeys((*first.examples, *second.examples))),
        attributes=_united_attributes(first.attributes, second.attributes),
    )


def _united_attributes(first: Sequence[Attribute], second: Sequence[Attribute]) -> tuple[Attribute, ...]:
    """The attributes of both; of one id the first, with the values of both."""
    united = {attribute.id: attribute for attribute in first}
    for attribute in second:
        known = united.setdefault(attribute.id, attribute)
        values = tuple(dict.fromkeys((*known.values, *attribute.values)))
        united[attribute.id] = replace(known, values=values)
    return tuple(united.values())
