"""The rules several commands share: what the scheme allows, and spans that hold."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from app.anchor import Fragment, Span, anchor
from app.annotation import Attributes, is_span
from app.errors import UserError
from app.replacing import replace
from app.scheme import Label, RelationType, Scheme, problems
from app.suggestion import Suggestion


def known_label(scheme: Scheme, label_id: str) -> Label:
    """The label of that id; UserError if the scheme has none."""
    label = scheme.label(label_id)
    if label is None:
        raise UserError(f"The scheme “{scheme.name}” has no label “{label_id}”.")
    return label


def known_relation(scheme: Scheme, relation_id: str) -> RelationType:
    """The relation type of that id; UserError if the scheme has none."""
    relation = scheme.relation(relation_id)
    if relation is None:
        raise UserError(f"The scheme “{scheme.name}” has no relation “{relation_id}”.")
    return relation


def fitted(suggestion: Suggestion, label: Label, scheme: Scheme) -> Suggestion:
    """The suggestion with those of its values and relations that the scheme has."""
    wrong = problems(label, suggestion.attributes)
    return replace(
        suggestion,
        attributes={name: value for name, value in suggestion.attributes.items() if name not in wrong},
        relations=tuple(r for r in suggestion.relations if scheme.relation(str(r["type"]))),
    )


def superfluous(kind: RelationType, ends: tuple[int, int], there: Collection[tuple[int, int]]) -> bool:
    """Whether a relation between these ends says nothing, or what is said by those `there` of its kind."""
    source, target = ends
    said = ends in there or (kind.symmetric and (target, source) in there)
    return source == target or said or (kind.single and any(source == other for other, _ in there))


def valid_attributes(label: Label, attributes: Attributes, text: str) -> Attributes:
    """The attributes with unset values left out; UserError with the first problem the scheme finds.

    A span among them must quote what `text` has at its offsets.
    """
    kept = {name: value for name, value in attributes.items() if value is not None and value != ""}
    found = problems(label, kept)
    if found:
        raise UserError(next(iter(found.values())))
    for value in kept.values():
        if is_span(value) and text[value["start"] : value["end"]] != value["text"]:
            raise UserError(f"The article does not read “{value['text']}” at {value['start']}.")
    return kept


def anchored(text: str, spans: Sequence[Span]) -> tuple[Fragment, ...]:
    """The fragments for `spans`, in text order; UserError if there are none, or they overlap or overrun."""
    ordered = sorted(spans)
    if not ordered:
        raise UserError("Nothing is selected to annotate.")
    for left, right in pairwise(ordered):
        if right.start < left.end:
            raise UserError("The fragments of an annotation must not overlap.")
    if ordered[-1].end > len(text):
        raise UserError("The selection ends after the text.")
    return tuple(anchor(text, span) for span in ordered)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """`start..end` without white space at its ends; None if nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
