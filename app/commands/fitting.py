"""What an edit of the scheme makes of one mark: the label it has after, and those of its values that fit."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from app.annotation import Attributes
from app.scheme import Attribute, RelationType, Scheme, attribute_problems
from app.scheme_edits import ARTICLE, Edit, attributes_of


class Fitting:
    """An edit held against the scheme it edits."""

    def __init__(self, before: Scheme, edit: Edit) -> None:
        self.before = before
        self.after = edit.scheme
        self._edit = edit

    def goes_to(self, label_id: str) -> str | None:
        """The label that annotations of a label have after, undivided; None: they are removed."""
        wanted = self._edit.moved.get(label_id, label_id)
        return wanted if wanted is not None and self.after.label(wanted) else None

    def unsettled(self) -> Iterator[str]:
        """Labels that are gone without a word on what becomes of their annotations."""
        for label in self.before.labels:
            if label.id not in self._edit.moved and self.after.label(label.id) is None:
                yield label.id

    def label(self, label_id: str, attributes: Attributes) -> str | None:
        """The label that one annotation, or suggestion, has after; None: it is removed."""
        attribute_id, parts = self._edit.divided.get(label_id, ("", {}))
        return parts.get(attributes.get(attribute_id, ""), self.goes_to(label_id))

    def touches(self, label_id: str) -> bool:
        """Whether anything of the label may have another label or other values after."""
        moves = self.goes_to(label_id) != label_id or label_id in self._edit.divided
        return moves or bool(self.narrowed(label_id))

    def narrowed(self, owner: str) -> frozenset[str]:
        """The owner's attributes of which a value given before may be none any more, or another."""
        return self._narrowed[owner]

    def values(self, label_id: str, attributes: Attributes, becomes: str) -> dict[str, Any]:
        """The values that the label `becomes` takes of an annotation of `label_id`.

        Where the label stays, what the edit is not about stays as it is, even if it fitted no more before.
        """
        looked_at = attributes.keys() if becomes != label_id else self.narrowed(label_id)
        known = {attribute.id: attribute for attribute in attributes_of(self.after, becomes)}
        kept: dict[str, Any] = {}
        for name, value in attributes.items():
            if name not in looked_at:
                kept[name] = value
                continue
            fitted = _fitted(known.get(name), self.value(label_id, name, value))
            if fitted is not None:
                kept[name] = fitted
        return kept

    def value(self, owner: str, attribute_id: str, value: object) -> object:
        """The value by the name it has after."""
        renamed = self._edit.renamed.get((owner, attribute_id), {})
        return renamed.get(value, value) if isinstance(value, str) else value

    def touches_nothing(self) -> bool:
        """Whether no mark of any project can need a change."""
        return not (
            any(self.touches(label.id) for label in self.before.labels)
            or self.narrowed(ARTICLE)
            or any(self.after.relation(relation.id) is None for relation in self.before.relations)
            or any(any(self.lost_ends(relation)) for relation in self.before.relations)
        )

    def lost_ends(self, relation: RelationType) -> tuple[frozenset[str], frozenset[str]]:
        """The labels that annotations have before which the relation goes from, or to, no more."""
        now = self.after.relation(relation.id)
        sources, targets = (now.sources, now.targets) if now else ((), ())
        return self._lost(relation.sources, sources), self._lost(relation.targets, targets)

    def _lost(self, before: tuple[str, ...], after: tuple[str, ...]) -> frozenset[str]:
        ends = ((label, self.goes_to(label)) for label in before)
        return frozenset(label for label, now in ends if now is not None and now not in after)

    @cached_property
    def _narrowed(self) -> Mapping[str, frozenset[str]]:
        owners = [ARTICLE, *(label.id for label in self.before.labels)]
        return {owner: frozenset(self._find_narrowed(owner)) for owner in owners}

    def _find_narrowed(self, owner: str) -> Iterator[str]:
        if owner != ARTICLE and self.after.label(owner) is None:
            return
        now = {attribute.id: attribute for attribute in attributes_of(self.after, owner)}
        for attribute in attributes_of(self.before, owner):
            renamed = self._edit.renamed.get((owner, attribute.id))
            if renamed or not _takes_all(now.get(attribute.id), attribute):
                yield attribute.id


def _takes_all(now: Attribute | None, before: Attribute) -> bool:
    """Whether every value the attribute could have is one still."""
    return now is not None and now.type == before.type and set(before.values) <= set(now.values)


def _fitted(attribute: Attribute | None, value: object) -> object:
    """The value as the attribute takes it, a number as a text too; None where it does not."""
    if attribute is None:
        return None
    if attribute.type == "text" and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None if attribute_problems((attribute,), {attribute.id: value}, "") else value
