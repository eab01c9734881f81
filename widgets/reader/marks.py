"""What is marked in the shown article, by id, and where. No Qt."""

from collections import defaultdict
from collections.abc import Sequence

from app.annotation import Annotation, EmptyPassage, Relation
from app.commands.revise import SUGGESTER as REVISION
from app.suggestion import Decision, Suggestion
from widgets.reader.span_index import SpanIndex


class Marks:
    """The marks of one article. Every change returns the paragraphs that must be drawn anew."""

    def __init__(
        self,
        starts: Sequence[int],
        annotations: Sequence[Annotation] = (),
        relations: Sequence[Relation] = (),
        suggestions: Sequence[Suggestion] = (),
    ) -> None:
        """`starts` are the code points where the paragraphs begin."""
        self._starts = starts
        self.annotations = {annotation.id: annotation for annotation in annotations}
        self.relations = {relation.id: relation for relation in relations}
        self._from: defaultdict[int, list[int]] = defaultdict(list)
        self._to: defaultdict[int, list[int]] = defaultdict(list)
        for relation in relations:
            self._from[relation.source].append(relation.id)
            self._to[relation.target].append(relation.id)
        self.annotated = SpanIndex(starts, {a.id: _fragments(a) for a in annotations})
        self.suggestions: dict[int, Suggestion] = {}
        self.suggested = SpanIndex(starts)
        self.set_suggestions(suggestions)
        self.passages: dict[int, EmptyPassage] = {}
        """Read, and nothing in them."""
        self.emptied = SpanIndex(starts)

    def put_annotation(self, annotation: Annotation) -> set[int]:
        """Add or replace the annotation."""
        self.annotations[annotation.id] = annotation
        return self.annotated.put(annotation.id, _fragments(annotation)) | self._sources_of(annotation.id)

    def drop_annotation(self, annotation_id: int) -> set[int]:
        """Forget the annotation; nothing happens if it is not there."""
        self.annotations.pop(annotation_id, None)
        return self.annotated.drop(annotation_id) | self._sources_of(annotation_id)

    def put_relation(self, relation: Relation) -> set[int]:
        """Add or replace the relation."""
        touched = self.drop_relation(relation.id)
        self.relations[relation.id] = relation
        self._from[relation.source].append(relation.id)
        self._to[relation.target].append(relation.id)
        return touched | self.annotated.paragraphs(relation.source)

    def drop_relation(self, relation_id: int) -> set[int]:
        """Forget the relation; nothing happens if it is not there."""
        relation = self.relations.pop(relation_id, None)
        if relation is None:
            return set()
        self._from[relation.source].remove(relation_id)
        self._to[relation.target].remove(relation_id)
        return self.annotated.paragraphs(relation.source)

    def put_suggestion(self, suggestion: Suggestion) -> set[int]:
        """Add or replace the suggestion; one that is decided is forgotten."""
        if suggestion.decision is not Decision.OPEN:
            return self.drop_suggestion(suggestion.id)
        self.suggestions[suggestion.id] = suggestion
        return self.suggested.put(suggestion.id, ((suggestion.start, suggestion.end),))

    def drop_suggestion(self, suggestion_id: int) -> set[int]:
        """Forget the suggestion; nothing happens if it is not there."""
        self.suggestions.pop(suggestion_id, None)
        return self.suggested.drop(suggestion_id)

    def set_suggestions(self, suggestions: Sequence[Suggestion]) -> set[int]:
        """Replace all suggestions by the open ones of these."""
        touched = {n for key in self.suggestions for n in self.suggested.paragraphs(key)}
        self.suggestions = {s.id: s for s in suggestions if s.decision is Decision.OPEN}
        self.suggested = SpanIndex(
            self._starts, {s.id: ((s.start, s.end),) for s in self.suggestions.values()}
        )
        return touched | {n for key in self.suggestions for n in self.suggested.paragraphs(key)}

    def led_to(self) -> set[int]:
        """Ids of the suggestions that another open one leads to: they are accepted with it."""
        return set().union(*map(self.accepted_with, self.suggestions))

    def accepted_with(self, suggestion_id: int | None) -> set[int]:
        """Ids of the open suggestions that this one leads to; none for None and what is not open.

        What was carried over from an earlier revision is accepted one by one.
        """
        suggestion = self.suggestions.get(suggestion_id or 0)
        if suggestion is None or suggestion.suggester == REVISION:
            return set()
        return {
            to
            for relation in suggestion.relations
            if isinstance(to := relation.get("to"), int) and to in self.suggestions
        }

    def put_passage(self, passage: EmptyPassage) -> set[int]:
        """Add or replace the empty passage."""
        self.passages[passage.id] = passage
        return self.emptied.put(passage.id, ((passage.fragment.start, passage.fragment.end),))

    def drop_passage(self, passage_id: int) -> set[int]:
        """Forget the empty passage; nothing happens if it is not there."""
        self.passages.pop(passage_id, None)
        return self.emptied.drop(passage_id)

    def relations_from(self, annotation_id: int) -> list[Relation]:
        """The relations that go out from the annotation to another one that is shown, oldest first."""
        ids = self._from.get(annotation_id, ())
        return [self.relations[i] for i in ids if self.relations[i].target in self.annotations]

    def relations_of(self, annotation_id: int) -> list[Relation]:
        """The relations that the annotation is an end of, both ends shown."""
        ids = (*self._from.get(annotation_id, ()), *self._to.get(annotation_id, ()))
        relations = [self.relations[i] for i in ids]
        return [r for r in relations if r.source in self.annotations and r.target in self.annotations]

    def is_inside(self, relation: Relation) -> bool:
        """Tell whether the target lies inside the source (the numbers of a claim): seen without a picture."""
        inner, outer = self.annotations[relation.target], self.annotations[relation.source]
        return outer.start <= inner.start and inner.end <= outer.end

    def _sources_of(self, annotation_id: int) -> set[int]:
        """Paragraphs whose chips name the annotation."""
        sources = [self.relations[i].source for i in self._to.get(annotation_id, ())]
        return {n for source in sources for n in self.annotated.paragraphs(source)}


def _fragments(annotation: Annotation) -> tuple[tuple[int, int], ...]:
    return tuple([(fragment.start, fragment.end) for fragment in annotation.fragments])
