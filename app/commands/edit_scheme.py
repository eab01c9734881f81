"""Edit the scheme: the change of the scheme, and of everything marked by it that is touched, in one step.

The marks of all annotators are brought into line, so that one undo puts everything back. What an edit
would touch is counted from the very changes that would carry it out.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby

from app.annotation import Annotation, Assessment, Attributes, Relation
from app.changes import Change
from app.commands.fitting import Fitting
from app.commands.rules import superfluous
from app.errors import Conflict, UserError
from app.project import Project
from app.replacing import replace
from app.scheme import Scheme
from app.scheme_edits import ARTICLE, Edit, attributes_of, owner_name
from app.speaker import Speaker
from app.suggestion import Suggestion

# Changes between two words on how far a count is: often enough to be stopped at once.
_REPORT_EVERY = 1_000


@dataclass(frozen=True, slots=True)
class Lost:
    """Values that fit nowhere after an edit."""

    owner: str
    """Name of the label that had them, or "Article"."""
    attribute: str
    """Its name."""
    count: int


@dataclass(frozen=True, slots=True)
class Impact:
    """What an edit of the scheme touches."""

    changed: int = 0
    """Annotations that get another label or other values."""
    removed: int = 0
    """Annotations removed because their label is."""
    joined: int = 0
    """Annotations that become one with another: the same words have the same label after."""
    articles: int = 0
    annotators: tuple[str, ...] = ()
    """Whose annotations, relations and words on articles are touched, by name."""
    relations: int = 0
    """Relations removed."""
    suggestions: int = 0
    assessments: int = 0
    """Articles of which something said is touched, counted for each annotator."""
    lost: tuple[Lost, ...] = ()
    """Values given up of annotations and articles that stay, the most first."""

    @property
    def annotations(self) -> int:
        """All annotations touched."""
        return self.changed + self.removed + self.joined

    def __bool__(self) -> bool:
        """Whether anything but the scheme is touched."""
        return self != Impact()


Report = Callable[[int], object]
"""Told now and then how many changes there are so far; may raise to stop."""


def is_harmless(scheme: Scheme, edit: Edit) -> bool:
    """Tell, without a look at any project, that the edit of `scheme` can touch nothing marked by it."""
    return Fitting(scheme, edit).touches_nothing()


def edit_scheme(
    project: Project, edit: Edit, report: Report = lambda done: None, *, edited: Scheme | None = None
) -> list[Change]:
    """Return the changes that put the edit's scheme in force, its version one up; none if it is the same.

    UserError: there are annotations of a label the scheme loses, and the edit does not say what becomes
    of them. Conflict: the project's scheme is not the one that was `edited` (None: whichever it is).
    """
    if edited is not None and project.scheme() != edited:
        raise Conflict(
            "The scheme was changed in another window meanwhile; nothing was changed. Open the project again"
            " to go on from there."
        )
    return sorted(_told(_Carrying(project, edit).changes(), report), key=_place_in_step)


def preview(project: Project, edit: Edit, report: Report = lambda done: None) -> Impact:
    """Count what `edit_scheme` would change, and write nothing; raises UserError as it does.

    Memory hardly grows with the changes: of an annotation that is removed, its id is kept.
    """
    carrying = _Carrying(project, edit)
    counted: Counter[str] = Counter()
    articles: set[int] = set()
    annotators: set[str] = set()
    for change in _told(carrying.changes(), report):
        counted[_kind(change)] += 1
        entity = change.entity
        if isinstance(entity, Annotation | Relation | Assessment | Suggestion):
            articles.add(entity.article_id)
        if isinstance(entity, Annotation | Relation | Assessment):
            annotators.add(entity.annotator)
    return Impact(
        changed=counted["changed"],
        removed=counted["removed"] - len(carrying.joined),
        joined=len(carrying.joined),
        articles=len(articles),
        annotators=tuple(sorted(annotators)),
        relations=counted["unrelated"],
        suggestions=counted["suggestion"],
        assessments=counted["assessment"],
        lost=tuple(carrying.all_lost()),
    )


def _told(changes: Iterator[Change], report: Report) -> Iterator[Change]:
    for number, change in enumerate(changes):
        if number % _REPORT_EVERY == 0:
            report(number)
        yield change


def _kind(change: Change) -> str:
    match change.entity:
        case Annotation():
            return "removed" if change.after is None else "changed"
        case Relation():
            return "unrelated" if change.after is None else "rerelated"
        case other:
            return type(other).__name__.lower()


# Relations before the annotations at their ends: undo, which goes backwards, needs the ends first.
_ORDER: tuple[type, ...] = (Scheme, Relation, Annotation, Suggestion, Assessment, Speaker)


def _place_in_step(change: Change) -> int:
    return _ORDER.index(type(change.entity))


class _Carrying:
    """One edit being carried out: the changes one after the other, and what is lost by them."""

    def __init__(self, project: Project, edit: Edit) -> None:
        self._project = project
        before = project.scheme()
        self._after = replace(edit.scheme, version=before.version + 1)
        self._fitting = Fitting(before, replace(edit, scheme=self._after))
        self._lost: Counter[tuple[str, str]] = Counter()
        self._gone: set[int] = set()
        self.joined: dict[int, int] = {}
        """Ids of annotations that become one with another, with the other's."""

    def changes(self) -> Iterator[Change]:
        """Give every change; kinds in the order in which each knows what it needs of those before."""
        before = self._fitting.before
        if replace(self._after, version=before.version) == before:
            return
        self._refuse_orphans()
        yield Change(before, self._after)
        yield from self._annotations()
        yield from self._relations()
        yield from self._suggestions()
        yield from self._assessments()
        yield from self._speakers()

    def all_lost(self) -> Iterator[Lost]:
        """The values given up so far, the most first."""
        before = self._fitting.before
        for (owner, attribute_id), count in self._lost.most_common():
            known = (a.name for a in attributes_of(before, owner) if a.id == attribute_id)
            yield Lost(owner_name(before, owner), next(known, attribute_id), count)

    def _refuse_orphans(self) -> None:
        for label_id in self._fitting.unsettled():
            count = sum(1 for _ in self._project.labelled(label_id))
            if count:
                name = owner_name(self._fitting.before, label_id)
                annotations = "1 annotation" if count == 1 else f"{count} annotations"
                raise UserError(
                    f"There {'is' if count == 1 else 'are'} {annotations} of “{name}”, which the new scheme"
                    " has not: say what becomes of them."
                )

    # -- annotations ----------------------------------------------------------------------------------

    def _annotations(self) -> Iterator[Change]:
        fitting = self._fitting
        for label in fitting.before.labels:
            if fitting.goes_to(label.id) is None:
                yield from self._carried(self._project.labelled(label.id))
        for label in self._after.labels:
            members = [m.id for m in fitting.before.labels if fitting.goes_to(m.id) == label.id]
            if members == [label.id] and fitting.touches(label.id):
                yield from self._carried(self._project.labelled(label.id))
            elif members and members != [label.id]:
                yield from self._gathered(label.id, members)

    def _carried(self, annotations: Iterable[Annotation]) -> Iterator[Change]:
        for annotation in annotations:
            after = self._after_of(annotation)
            if after is None:
                self._gone.add(annotation.id)
            if after != annotation:
                yield Change(annotation, after)

    def _gathered(self, label_id: str, members: Iterable[str]) -> Iterator[Change]:
        """What several labels have becomes one label's: the same words of one annotator become one mark."""
        streams = (self._project.labelled(member) for member in members)
        every = merge(*streams, key=lambda annotation: annotation.article_id)
        for _, together in groupby(every, key=lambda annotation: annotation.article_id):
            kept: dict[object, tuple[Annotation, Annotation]] = {}
            for annotation in sorted(together, key=lambda a: (a.label != label_id, a.id)):
                after = self._after_of(annotation)
                assert after is not None  # the label is there
                place = (after.annotator, *((f.start, f.end) for f in after.fragments))
                if place not in kept:
                    kept[place] = (annotation, after)
                    continue
                first, so_far = kept[place]
                kept[place] = (first, self._joined(so_far, after, first.label))
                self.joined[annotation.id] = first.id
                yield Change(annotation, None)
            yield from (Change(before, after) for before, after in kept.values() if before != after)

    def _after_of(self, annotation: Annotation) -> Annotation | None:
        label = self._fitting.label(annotation.label, annotation.attributes)
        if label is None:
            return None
        if label == annotation.label and not self._fitting.narrowed(label):
            return annotation
        values = self._fitted(annotation.label, annotation.attributes, label)
        return replace(annotation, label=label, attributes=values)

    def _fitted(self, owner: str, attributes: Attributes, becomes: str) -> Attributes:
        """The values that are kept; the others are counted as lost."""
        values = self._fitting.values(owner, attributes, becomes)
        for name in attributes:
            if name not in values:
                self._lost[owner, name] += 1
        return values

    def _joined(self, kept: Annotation, other: Annotation, label: str) -> Annotation:
        """The one with what only the other has; where both have a value, the kept one's stands.

        `label` is the kept one's before the edit: the one it has after may be new.
        """
        for name, value in other.attributes.items():
            if kept.attributes.get(name, value) != value:
                self._lost[label, name] += 1
        notes = dict.fromkeys(note for note in (kept.note, other.note) if note)
        return replace(
            kept,
            attributes={**other.attributes, **kept.attributes},
            confidence=other.confidence if kept.confidence is None else kept.confidence,
            note="\n".join(notes),
        )

    # -- what hangs on annotations ----------------------------------------------------------------------

    def _relations(self) -> Iterator[Change]:
        for relation in self._fitting.before.relations:
            lost_sources, lost_targets = self._fitting.lost_ends(relation)
            now = self._after.relation(relation.id)
            if not (self._gone or self.joined or lost_sources or lost_targets or now is None):
                continue
            cut_sources = self._gone | self._ids(lost_sources)
            cut_targets = self._gone | self._ids(lost_targets)
            every = self._project.related(relation.id)
            for _, together in groupby(every, key=lambda r: r.article_id):
                there: set[tuple[int, int]] = set()
                # Those that stay as they are come first: what is bent to their ends gives way to them.
                for one in sorted(together, key=lambda r: (self._bent(r) != r, r.created_at, r.id)):
                    bent = self._bent(one)
                    ends = (bent.source, bent.target)
                    cut = now is None or bent.source in cut_sources or bent.target in cut_targets
                    if cut or (bent != one and now and superfluous(now, ends, there)):
                        yield Change(one, None)
                        continue
                    there.add(ends)
                    if bent != one:
                        yield Change(one, bent)

    def _ids(self, labels: Iterable[str]) -> set[int]:
        return {annotation.id for label in labels for annotation in self._project.labelled(label)}

    def _bent(self, relation: Relation) -> Relation:
        """The relation between the annotations that its ends have become one with."""
        if relation.source not in self.joined and relation.target not in self.joined:
            return relation
        source = self.joined.get(relation.source, relation.source)
        return replace(relation, source=source, target=self.joined.get(relation.target, relation.target))

    def _suggestions(self) -> Iterator[Change]:
        before = self._fitting.before
        gone = {relation.id for relation in before.relations if not self._after.relation(relation.id)}
        for label in before.labels:
            if not gone and not self._fitting.touches(label.id):
                continue
            for suggestion in self._project.suggested(label.id):
                becomes = self._fitting.label(label.id, suggestion.attributes)
                if becomes is None:
                    yield Change(suggestion, None)
                    continue
                values = self._fitting.values(label.id, suggestion.attributes, becomes)
                relations = tuple(r for r in suggestion.relations if r["type"] not in gone)
                after = replace(suggestion, label=becomes, attributes=values, relations=relations)
                if after != suggestion:
                    yield Change(suggestion, after)

    # -- articles and registry ----------------------------------------------------------------------------

    def _assessments(self) -> Iterator[Change]:
        if not self._fitting.narrowed(ARTICLE):
            return
        for assessment in self._project.assessed():
            values = self._fitted(ARTICLE, assessment.attributes, ARTICLE)
            if values != assessment.attributes:
                yield Change(assessment, replace(assessment, attributes=values))

    def _speakers(self) -> Iterator[Change]:
        """Entries of the registry have the kinds that the label with their names has."""
        for label in self._fitting.before.labels:
            becomes = self._fitting.goes_to(label.id)
            if not (becomes and label.attribute("canonical_name") and label.attribute("kind")):
                continue
            if becomes == label.id and "kind" not in self._fitting.narrowed(label.id):
                continue
            for speaker in self._project.speakers():
                given = {"kind": speaker.kind} if speaker.kind else {}
                kind = str(self._fitting.values(label.id, given, becomes).get("kind", ""))
                if kind != speaker.kind:
                    yield Change(speaker, replace(speaker, kind=kind))
