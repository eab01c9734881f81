"""Make one annotation of several: what was marked in pieces, or twice.

Called join, because to merge is to take a packet back.
"""

from collections.abc import Collection, Sequence

from app.anchor import Fragment, Span
from app.annotation import Annotation, Attributes, Relation
from app.changes import Change, Stamp
from app.commands.rules import anchored, known_label
from app.errors import UserError
from app.ids import new_id
from app.project import Project
from app.replacing import replace
from app.scheme import Label, Scheme, problems


def join(project: Project, annotation_id: int, other_ids: Collection[int], stamp: Stamp) -> list[Change]:
    """Return the changes that make the others part of the annotation.

    It covers the fragments of all; where nothing but white space lies between two of them, they become one.
    Its attributes, note and confidence stay, and what it lacks comes from the others in their order. It
    gets their relations, without doubles, and without a second one of a kind that is single.

    UserError: there is nothing to join, or the others have another label, article or annotator.
    """
    first = project.annotation(annotation_id)
    others = [project.annotation(i) for i in dict.fromkeys(other_ids) if i != annotation_id]
    if not others:
        raise UserError("There is no other annotation of this label to join with.")
    if any(_kind(other) != _kind(first) for other in others):
        raise UserError("Only annotations of one label, article and annotator can be joined.")
    scheme = project.scheme()
    text = project.text(first.article_id)
    joined = first
    for other in others:
        joined = _with(joined, other, known_label(scheme, first.label))
    joined = replace(joined, fragments=_united(text, [s for a in (first, *others) for s in a.spans]))
    gone, made = _relations(project, scheme, first, others, stamp)
    return [
        *(Change(relation, None) for relation in gone),
        *(Change(other, None) for other in others),
        *([Change(first, joined)] if joined != first else []),
        *(Change(None, relation) for relation in made),
    ]


def _kind(annotation: Annotation) -> tuple[str, int, str]:
    return annotation.label, annotation.article_id, annotation.annotator


def _with(first: Annotation, other: Annotation, label: Label) -> Annotation:
    """The first annotation with what it lacks and the other has; the fragments are as they were."""
    notes = dict.fromkeys(note for note in (first.note, other.note) if note)
    return replace(
        first,
        attributes=_filled(label, first.attributes, other.attributes),
        note="\n".join(notes),
        confidence=other.confidence if first.confidence is None else first.confidence,
    )


def _filled(label: Label, first: Attributes, second: Attributes) -> Attributes:
    """The first values and those of the second it lacks; only the first where they do not go together."""
    both = {**first, **{name: value for name, value in second.items() if name not in first}}
    return first if problems(label, both) else both


def _united(text: str, spans: Sequence[Span]) -> tuple[Fragment, ...]:
    """The fragments of all spans; those that overlap, touch, or have only white space between are one."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and not text[united[-1].end : span.start].strip():
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return anchored(text, united)


def _relations(
    project: Project, scheme: Scheme, first: Annotation, others: Sequence[Annotation], stamp: Stamp
) -> tuple[list[Relation], list[Relation]]:
    """The relations of the others, which go, and those that take their place."""
    joined = {annotation.id for annotation in (first, *others)}
    single = {kind.id for kind in scheme.relations if kind.single}
    symmetric = {kind.id for kind in scheme.relations if kind.symmetric}
    gone: list[Relation] = []
    kept: list[Relation] = []
    for relation in project.relations(first.article_id):
        ends = {relation.source, relation.target}
        (gone if ends & (joined - {first.id}) else kept).append(relation)
    taken = {_sense(relation, symmetric) for relation in kept}
    with_one = {(relation.type, relation.source) for relation in kept if relation.type in single}
    made: list[Relation] = []
    for relation in gone:
        source, target = (first.id if end in joined else end for end in (relation.source, relation.target))
        new = replace(relation, id=new_id(), source=source, target=target, created_at=stamp.at)
        sense, owner = _sense(new, symmetric), (new.type, source)
        if source == target or sense in taken or owner in with_one:
            continue
        taken.add(sense)
        if new.type in single:
            with_one.add(owner)
        made.append(new)
    return gone, made


def _sense(relation: Relation, symmetric: Collection[str]) -> tuple[str, int, int]:
    """What two relations that say the same have in common."""
    ends = (relation.source, relation.target)
    source, target = sorted(ends) if relation.type in symmetric else ends
    return relation.type, source, target
