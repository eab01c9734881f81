"""Say that a passage was read and holds nothing to annotate, or take that back."""

from collections.abc import Iterable, Sequence

from app.anchor import Span, anchor
from app.annotation import Annotation, EmptyPassage
from app.changes import Change, Stamp
from app.commands.rules import trimmed
from app.errors import UserError
from app.ids import new_id
from app.project import Project
from app.replacing import replace
from app.tokens import line_at


def mark_empty(project: Project, article_id: int, span: Span, stamp: Stamp) -> list[Change]:
    """Return the changes that make `span` a passage read and empty; where all of it is one, take it out.

    A passage takes in those of the annotator that it overlaps. What is left of one around a part taken out
    stays. White space at the ends does not count.

    UserError: `span` is only white space or overruns the text, or the annotator has marked something in it.
    """
    text = project.text(article_id)
    wanted = trimmed(text, span.start, min(span.end, len(text)))
    if wanted is None or span.end > len(text):
        raise UserError("There is no text here to mark as read.")
    passages = project.empty_passages(article_id, stamp.annotator)
    if any(passage.fragment.span.contains(wanted) for passage in passages):
        return _taken_out(text, passages, [wanted])
    for annotation in project.annotations(article_id, stamp.annotator):
        if any(marked.overlaps(wanted) for marked in annotation.spans):
            raise UserError(f"“{annotation.text}” is marked here, so this is not empty.")
    met = [passage for passage in passages if passage.fragment.span.overlaps(wanted)]
    spans = [wanted, *(passage.fragment.span for passage in met)]
    fragment = anchor(text, Span(min(s.start for s in spans), max(s.end for s in spans)))
    if met:
        first, *others = met
        return [*(Change(other, None) for other in others), Change(first, replace(first, fragment=fragment))]
    return [Change(None, EmptyPassage(new_id(), article_id, stamp.annotator, fragment, stamp.at))]


def no_longer_empty(project: Project, *annotations: Annotation) -> list[Change]:
    """Return the changes that take the lines of the annotations out of their annotator's empty passages.

    All of one article and annotator.
    """
    if not annotations:
        return []
    article_id, annotator = annotations[0].article_id, annotations[0].annotator
    passages = project.empty_passages(article_id, annotator)
    return without_marked(project.text(article_id), passages, annotations) if passages else []


def without_marked(
    text: str, passages: Iterable[EmptyPassage], annotations: Iterable[Annotation]
) -> list[Change]:
    """Return what `no_longer_empty` does, of the passages of one annotator in the text."""
    spans = [span for each in annotations for span in each.spans]
    met = [p for p in passages if any(span.overlaps(p.fragment.span) for span in spans)]
    if not met:
        return []
    lines = [Span(line_at(text, s.start)[0], line_at(text, s.end - 1)[1]) for s in spans]
    return _taken_out(text, met, lines)


def _taken_out(text: str, passages: Iterable[EmptyPassage], holes: Sequence[Span]) -> list[Change]:
    """The changes that leave of the passages what is outside the holes; the first rest keeps the id."""
    changes: list[Change] = []
    for passage in passages:
        if not any(passage.fragment.span.overlaps(hole) for hole in holes):
            continue
        rests = [anchor(text, rest) for rest in _outside(text, passage.fragment.span, holes)]
        changes.append(Change(passage, replace(passage, fragment=rests[0]) if rests else None))
        changes += [Change(None, replace(passage, id=new_id(), fragment=fragment)) for fragment in rests[1:]]
    return changes


def _outside(text: str, span: Span, holes: Sequence[Span]) -> list[Span]:
    """What of `span` lies in no hole, without white space at the ends, in text order."""
    found, start = [], span.start
    for hole in sorted(holes):
        found.append(trimmed(text, start, min(span.end, hole.start)))
        start = max(start, hole.end)
    found.append(trimmed(text, start, span.end))
    return [rest for rest in found if rest is not None]
