"""What annotators do to marks: each act has a command say what changes, and the session writes it.

Acts know ids and nothing of what is shown; the step that comes back shows every view what has become.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from app.anchor import Span
from app.annotation import Annotation, EmptyPassage, Relation, Status
from app.article import Role
from app.changes import Change
from app.errors import UserError
from app.first_values import filled
from app.registering import registered
from app.relating import relation_between
from app.session import Session
from app.speaker import Speaker
from app.speakers import Registry, attributes_for_speaker
from app.suggestion import Suggestion
from widgets.late import commands
from widgets.telling import told


class Acts(QObject):
    """The acts of one annotator on one project."""

    problem = Signal(str)
    """A sentence: what could not be done, and why."""
    made = Signal(object)
    """Id of the annotation an act has made or changed: it is to be selected."""
    decided = Signal(object)
    """Id of the suggestion that was accepted or rejected."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.project = session.project
        self.annotator = session.annotator
        self.hides: Callable[[int], bool] = lambda _: False
        """Tells whether an article's suggestions are hidden."""
        self.registry = Registry(self.project.speakers)
        session.listen(lambda step: self.registry.follow(step.of(Speaker)))

    def write(self, verb: str, changes: Sequence[Change]) -> None:
        """Write an act; the first of work on an article that is to do sets it in progress.

        What it teaches the registry of speakers goes into the same step.
        """
        if not changes:
            return
        changes = registered(self.project, self.registry, changes)
        begun: list[Change] = []
        for article_id in _worked_on(changes):
            status = self.project.status(article_id, self.annotator)
            if status is None or status.status is Status.TODO:
                begun += commands.set_status(self.project, article_id, self.annotator, Status.IN_PROGRESS)
        self.session.do(verb, [*begun, *changes])

    @told
    def annotate(self, article_id: int, spans: Sequence[Span], label_id: str) -> None:
        """Mark the spans of the article."""
        wanted = tuple(sorted(spans))
        stamp, unseen = self.session.stamp(), self.hides(article_id)
        given = attributes_for_speaker(
            self.project, self.registry, article_id, wanted, label_id, self.annotator
        )
        changes = commands.annotate(self.project, article_id, wanted, label_id, stamp, given, unseen=unseen)
        self.write("annotate", filled(self.project, changes))
        self._tell_made(changes, article_id, wanted, label_id)

    @told
    def resize(self, annotation_id: int, spans: Sequence[Span]) -> None:
        """Put the annotation on other spans."""
        changes = commands.resize(self.project, annotation_id, spans)
        self.write("resize", filled(self.project, changes))
        self.made.emit(annotation_id)

    @told
    def remove(self, annotation_id: int) -> None:
        """Remove the annotation and its relations."""
        self.write("remove", commands.remove(self.project, [annotation_id]))

    @told
    def relabel(self, annotation_id: int, label_id: str) -> None:
        """Give the annotation another label."""
        self.write("relabel", commands.relabel(self.project, annotation_id, label_id))
        self.made.emit(annotation_id)

    @told
    def duplicate(self, annotation_id: int, label_id: str) -> None:
        """Mark the same text with another label too."""
        original = self.project.annotation(annotation_id)
        stamp, unseen = self.session.stamp(), self.hides(original.article_id)
        changes = commands.duplicate(self.project, annotation_id, label_id, stamp, unseen=unseen)
        self.write("duplicate", changes)
        self._tell_made(changes, original.article_id, original.spans, label_id)

    @told
    def split(self, annotation_id: int, offsets: Sequence[int]) -> None:
        """Cut the annotation at these code points."""
        changes = commands.split(self.project, annotation_id, offsets, self.session.stamp())
        self.write("split", changes)
        parts = [c.after.id for c in changes if c.before is None and isinstance(c.after, Annotation)]
        self.made.emit(parts[0])

    @told
    def join(self, annotation_id: int, other_ids: Sequence[int]) -> None:
        """Make the others part of the annotation."""
        self.write("join", commands.join(self.project, annotation_id, other_ids, self.session.stamp()))
        self.made.emit(annotation_id)

    @told
    def mark_empty(self, article_id: int, span: Span) -> None:
        """Say that there is nothing to mark in the span, or, where that was said, take it back."""
        stamp = self.session.stamp()
        self.write("mark_empty", commands.mark_empty(self.project, article_id, span, stamp))

    @told
    def set_attributes(self, annotation_id: int, attributes: Mapping[str, object]) -> None:
        """Give the annotation these values."""
        self.write("set_attributes", commands.set_attributes(self.project, annotation_id, attributes))

    @told
    def set_confidence(self, annotation_id: int, confidence: float | None) -> None:
        """Say how sure one is of the annotation (0 to 1; None: not said)."""
        self.write("set_confidence", commands.set_confidence(self.project, annotation_id, confidence))

    @told
    def set_note(self, annotation_id: int, note: str) -> None:
        """Give the annotation a note."""
        self.write("set_note", commands.set_note(self.project, annotation_id, note))

    @told
    def relate(self, source_id: int, relation_id: str, target_id: int) -> None:
        """Relate two annotations."""
        stamp = self.session.stamp()
        self.write("relate", commands.relate(self.project, relation_id, source_id, target_id, stamp))

    @told
    def relate_to(self, source_id: int, target_id: int, relation_id: str = "") -> None:
        """Relate two annotations by this relation, or by the first the scheme allows either way."""
        source, target = self.project.annotation(source_id), self.project.annotation(target_id)
        found = relation_between(self.project.scheme(), source, target, relation_id)
        if found is None:
            raise UserError(self.tr("The scheme has no relation between these two."))
        relation_id, from_id, to_id = found
        self.relate(from_id, relation_id, to_id)

    @told
    def unrelate(self, article_id: int, relation_id: int) -> None:
        """Remove a relation of the article."""
        self.write("unrelate", commands.unrelate(self.project, article_id, [relation_id]))

    @told
    def set_role(self, article_id: int, block_index: int, role: Role) -> None:
        """Say what a block of the article is."""
        self.write("set_role", commands.set_role(self.project, article_id, [block_index], role))

    @told
    def decide(
        self,
        suggestion_id: int,
        accepted: bool,
        attributes: Mapping[str, object] | None = None,
        seconds: float | None = None,
    ) -> None:
        """Accept the suggestion (with other attributes, where given) or reject it after so many seconds."""
        stamp = self.session.stamp()
        if accepted:
            changes = commands.accept(
                self.project, suggestion_id, stamp, attributes=attributes, seconds=seconds
            )
        else:
            changes = commands.reject(self.project, suggestion_id, stamp, seconds)
        self.write("accept" if accepted else "reject", changes)
        self.decided.emit(suggestion_id)

    def _tell_made(
        self, changes: Sequence[Change], article_id: int, spans: tuple[Span, ...], label_id: str
    ) -> None:
        """Tell of the annotation that is there now, whether the changes made it or it was there before."""
        made = [change.after for change in changes if isinstance(change.after, Annotation)]
        for annotation in made or self.project.annotations(article_id, self.annotator):
            if annotation.label == label_id and annotation.spans == spans:
                self.made.emit(annotation.id)


def _worked_on(changes: Iterable[Change]) -> set[int]:
    """The articles whose marks the changes are about (not their place in the project, nor their text)."""
    entities = (change.entity for change in changes)
    return {
        e.article_id for e in entities if isinstance(e, Annotation | Relation | Suggestion | EmptyPassage)
    }
