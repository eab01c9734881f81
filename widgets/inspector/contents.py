"""What the inspector knows of the shown article, kept up to date by steps. Plain Python, no Qt."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.annotation import Annotation, Assessment, Relation
from app.article import Article
from app.changes import Change, Step
from app.scheme import RelationType, Scheme
from app.speakers import Registry
from app.suggestion import Decision, Suggestion

_Place = tuple[int, int, int]


class Entry(NamedTuple):
    """A line of the list of annotations: what it is about and how deep it lies inside others.

    A tuple, because 20,000 are made and compared after each act.
    """

    id: int
    depth: int
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as one of its ends sees it."""

    relation: Relation
    type: RelationType
    other: int
    """Id of the annotation at the other end."""
    outgoing: bool


class Contents:
    """Annotations in text order, relations by either end, open suggestions."""

    def __init__(
        self,
        article: Article,
        text: str,
        annotations: Iterable[Annotation],
        relations: Iterable[Relation],
        suggestions: Iterable[Suggestion],
        scheme: Scheme,
    ) -> None:
        self.article = article
        self.text = text
        self.scheme = scheme
        self.assessment: Assessment | None = None
        """What the annotator says of the article; handed in after the rest."""
        self.seconds = 0.0
        """How long the annotator has worked on the article."""
        self.earlier = ""
        """The title of the article whose changed text this one is."""
        self.registry = Registry()
        """The project's speakers; handed in after the rest."""
        self.annotations: dict[int, Annotation] = {}
        self.relations: dict[int, Relation] = {}
        self.suggestions = {s.id: s for s in suggestions if s.decision is Decision.OPEN}
        self.labels: Counter[str] = Counter()
        """How many annotations of each label."""
        self._order: list[_Place] = []
        self._of: defaultdict[int, dict[int, Relation]] = defaultdict(dict)
        for annotation in annotations:
            self.annotations[annotation.id] = annotation
            self.labels[annotation.label] += 1
            self._order.append(_place(annotation))
        self._order.sort()
        for relation in relations:
            self._relate(relation)

    def take_over(self, before: "Contents") -> None:
        """Take what was handed in for the same article shown before."""
        self.assessment, self.seconds, self.earlier = before.assessment, before.seconds, before.earlier

    def in_order(self) -> list[Annotation]:
        """The annotations by start, the longest first."""
        return [self.annotations[identifier] for _, _, identifier in self._order]

    def entries(self, *, with_suggestions: bool) -> list[Entry]:
        """A line for each annotation, and each open suggestion if wanted, in text order with its depth."""
        places = list(self._order)
        if with_suggestions:
            places = sorted([*places, *(_place(s) for s in self.suggestions.values())])
        entries: list[Entry] = []
        ends: list[int] = []
        for start, minus_end, identifier in places:
            while ends and (ends[-1] <= start or ends[-1] < -minus_end):
                ends.pop()
            suggested = identifier not in self.annotations
            entries.append(Entry(identifier, len(ends), suggested))
            if not suggested:
                ends.append(-minus_end)
        return entries

    def links(self, annotation_id: int) -> list[Link]:
        """The annotation's relations, as it sees them; a symmetric one always goes out."""
        links = []
        for relation in self._of.get(annotation_id, {}).values():
            type_ = self.scheme.relation(relation.type)
            if type_ is not None:
                other = relation.target if relation.source == annotation_id else relation.source
                outgoing = relation.source == annotation_id or type_.symmetric
                links.append(Link(relation, type_, other, outgoing))
        return links

    def candidates(self, annotation_id: int, labels: Collection[str]) -> list[Annotation]:
        """Annotations of these labels that could be related to this one, the nearest in the text first."""
        here = self.annotations[annotation_id]
        related = {link.other for link in self.links(annotation_id)}
        found = [
            a
            for a in self.annotations.values()
            if a.label in labels and a.id != annotation_id and a.id not in related
        ]
        return sorted(found, key=lambda a: (_distance(here, a), a.start))

    def apply(self, step: Step) -> frozenset[int]:
        """Follow the step; return the ids of the annotations it changed, related or removed."""
        touched: set[int] = set()
        for change in step.of(Scheme):
            if isinstance(change.after, Scheme):
                self.scheme = change.after
        for change in step.about(self.article.id):
            if isinstance(change.after, Article):
                self.article = change.after
            else:
                touched |= self._follow(change, step.annotator)
        return frozenset(touched)

    def _follow(self, change: Change, annotator: str) -> set[int]:
        match change.entity:
            case Annotation() as annotation if annotation.annotator == annotator:
                self._forget(annotation.id)
                if change.after is not None:
                    self.annotations[annotation.id] = annotation
                    self.labels[annotation.label] += 1
                    insort(self._order, _place(annotation))
                return {annotation.id}
            case Relation() as relation if relation.annotator == annotator:
                self._unrelate(relation)
                if change.after is not None:
                    self._relate(relation)
                return {relation.source, relation.target}
            case Assessment() as assessment if assessment.annotator == annotator:
                self.assessment = assessment if change.after is not None else None
            case Suggestion() as suggestion:
                self.suggestions.pop(suggestion.id, None)
                if change.after is not None and suggestion.decision is Decision.OPEN:
                    self.suggestions[suggestion.id] = suggestion
        return set()

    def _forget(self, annotation_id: int) -> None:
        before = self.annotations.pop(annotation_id, None)
        if before is not None:
            self.labels[before.label] -= 1
            del self._order[bisect_left(self._order, _place(before))]

    def _relate(self, relation: Relation) -> None:
        self.relations[relation.id] = relation
        for end in (relation.source, relation.target):
            self._of[end][relation.id] = relation

    def _unrelate(self, relation: Relation) -> None:
        if self.relations.pop(relation.id, None) is not None:
            for end in (relation.source, relation.target):
                self._of[end].pop(relation.id, None)


def _place(marked: Annotation | Suggestion) -> _Place:
    return (marked.start, -marked.end, marked.id)


def _distance(here: Annotation, there: Annotation) -> int:
    """Code points between the two; 0 where they overlap."""
    return max(0, there.start - here.end, here.start - there.end)
