"""Carry what was annotated over to a new revision of an article; the old one stays as it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.anchor import Fragment, Span, anchor
from app.annotation import Annotation, Assessment, Attributes, EmptyPassage, Relation, is_span
from app.changes import Change, Entity
from app.ids import new_id
from app.project import Project
from app.reanchoring import Placed, reanchor
from app.replacing import replace
from app.suggestion import Suggestion

SUGGESTER = "revision"
"""Whose suggestions the doubtful ones are: a person accepts, moves or rejects each."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the annotations of the old revision."""

    changes: list[Change]
    certain: int = 0
    """Carried over as they are."""
    doubtful: int = 0
    """Proposed as suggestions, with a score."""
    missing: int = 0
    """Without a likely place; they stay with the old revision."""


def revise(project: Project, old_id: int, article_id: int, new_text: str) -> Carried:
    """Return the changes that bring every annotator's set of article `old_id` to article `article_id`.

    An annotation goes over as it is only if all its fragments (and the spans among its attributes) are
    found for certain. The others become suggestions, or stay behind; nothing of the old one is touched.
    Passages read and empty go over where they are certain. What is said of the article as a whole goes
    over too, but for the flag: whoever set it wanted to come back to the earlier text.
    """
    (old,) = project.annotated([old_id])
    annotations, old_text = old.annotations, old.text
    fragments = [_fragments(old_text, annotation) for annotation in annotations]
    fragments.append([passage.fragment for passage in old.empty_passages])
    placed = iter(reanchor(old_text, new_text, [one for each in fragments for one in each]))
    carried: dict[int, Annotation] = {}
    doubtful: dict[int, Suggestion] = {}
    for annotation, each in zip(annotations, fragments, strict=False):
        places = [next(placed) for _ in each]
        if _certain(annotation, places):
            carried[annotation.id] = _annotation(annotation, article_id, places)
        elif (suggestion := _suggestion(annotation, article_id, places)) is not None:
            doubtful[annotation.id] = suggestion
    relations = _relations(old.relations, article_id, carried, doubtful)
    passages = _passages(old.empty_passages, article_id, placed)
    assessments = _assessments(old.assessments.values(), article_id)
    made: list[Entity] = [*carried.values(), *relations, *doubtful.values(), *passages, *assessments]
    return Carried(
        changes=[Change(None, entity) for entity in made],
        certain=len(carried),
        doubtful=len(doubtful),
        missing=len(annotations) - len(carried) - len(doubtful),
    )


def _fragments(text: str, annotation: Annotation) -> list[Fragment]:
    """The fragments of the annotation, then those of its attributes that are spans, in their order."""
    return [
        *annotation.fragments,
        *(
            anchor(text, Span(value["start"], value["end"]))
            for value in _span_values(annotation.attributes).values()
        ),
    ]


def _span_values(attributes: Attributes) -> dict[str, Mapping[str, int]]:
    return {name: value for name, value in attributes.items() if is_span(value)}


def _certain(annotation: Annotation, places: Sequence[Placed]) -> bool:
    """Tell whether every fragment is found for certain, and they still stand one after the other."""
    found = [place.fragment for place in places if place.certain and place.fragment is not None]
    own = found[: len(annotation.fragments)]
    return len(found) == len(places) and all(left.end <= right.start for left, right in pairwise(own))


def _annotation(annotation: Annotation, article_id: int, places: Sequence[Placed]) -> Annotation:
    found = [place.fragment for place in places if place.fragment is not None]
    own, others = found[: len(annotation.fragments)], found[len(annotation.fragments) :]
    spans = {
        name: {"start": fragment.start, "end": fragment.end, "text": fragment.quote.exact}
        for name, fragment in zip(_span_values(annotation.attributes), others, strict=True)
    }
    return replace(
        annotation,
        id=new_id(),
        article_id=article_id,
        fragments=tuple(own),
        attributes={**annotation.attributes, **spans},
    )


def _suggestion(annotation: Annotation, article_id: int, places: Sequence[Placed]) -> Suggestion | None:
    """Propose the likeliest place of its first fragment that has one; None where none has."""
    own = [place for place in places[: len(annotation.fragments)] if place.fragment is not None]
    if not own or own[0].fragment is None:
        return None
    return Suggestion(
        id=new_id(),
        article_id=article_id,
        label=annotation.label,
        fragment=own[0].fragment,
        score=round(sum(place.score for place in own) / len(annotation.fragments), 3),
        suggester=SUGGESTER,
        rule=f"“{annotation.text}” in the earlier text",
        attributes=_without_spans(annotation.attributes),
    )


def _without_spans(attributes: Attributes) -> Attributes:
    spans = _span_values(attributes)
    return {name: value for name, value in attributes.items() if name not in spans}


def _passages(
    old: Iterable[EmptyPassage], article_id: int, placed: Iterator[Placed]
) -> Iterator[EmptyPassage]:
    for passage in old:
        place = next(placed)
        if place.certain and place.fragment is not None:
            yield replace(passage, id=new_id(), article_id=article_id, fragment=place.fragment)


def _assessments(old: Iterable[Assessment], article_id: int) -> Iterator[Assessment]:
    for assessment in old:
        attributes = _without_spans(assessment.attributes)
        if attributes or assessment.note:
            yield Assessment(article_id, assessment.annotator, attributes, note=assessment.note)


def _relations(
    old: Sequence[Relation],
    article_id: int,
    carried: Mapping[int, Annotation],
    doubtful: dict[int, Suggestion],
) -> list[Relation]:
    """The relations whose ends both went over; those of a doubtful one wait with its suggestion."""
    made: list[Relation] = []
    for relation in old:
        ends = [carried.get(end) or doubtful.get(end) for end in (relation.source, relation.target)]
        source, target = ends
        if source is None or target is None:
            continue
        if isinstance(source, Suggestion):
            waiting = {"type": relation.type, "to": target.id}
            doubtful[relation.source] = replace(source, relations=(*source.relations, waiting))
        elif isinstance(target, Suggestion):
            waiting = {"type": relation.type, "from": source.id}
            doubtful[relation.target] = replace(target, relations=(*target.relations, waiting))
        else:
            made.append(
                replace(relation, id=new_id(), article_id=article_id, source=source.id, target=target.id)
            )
    return made
