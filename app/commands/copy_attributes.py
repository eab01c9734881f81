"""Copy attributes from the last mark like this one: of the same speaker, or with the same label."""

from collections.abc import Iterable

from app.annotation import Annotation, Attributes
from app.changes import Change
from app.commands.rules import known_label
from app.commands.set_attributes import set_attributes
from app.errors import UserError
from app.names import Likeness, same_name
from app.project import Project
from app.scheme import Label
from app.speakers import KIND, NAME, ORGANISATION, ROLE, Registry, attributes_of, known, name_of

_OF_SPEAKERS = (NAME, ROLE, ORGANISATION, KIND)
# What belongs to one mark alone, besides all numbers and spans: a claim's words, and what a check found.
_OF_ONE = frozenset({"normalised_text", "verdict"})


def copy_attributes(project: Project, registry: Registry, annotation_id: int) -> list[Change]:
    """Return the change that takes over the values of the last mark like this one; the others stay.

    Of a speaker: name, role, organisation and kind from the newest mark of the same speaker in the project by
    this annotator, or else from the registry. Of any other label: what is chosen or written, from the mark
    with the label before it in the article, or else the newest there. UserError: there is nothing to copy.
    """
    here = project.annotation(annotation_id)
    label = known_label(project.scheme(), here.label)
    of_speaker = label.attribute(NAME) is not None
    copied = _of_speaker(project, registry, here, label) if of_speaker else _of_label(project, here, label)
    if not copied:
        raise UserError(f"There is no other {label.name} to copy from.")
    return set_attributes(project, annotation_id, {**here.attributes, **copied})


def _of_speaker(project: Project, registry: Registry, here: Annotation, label: Label) -> Attributes:
    of_article = [
        mark
        for mark in project.annotations(here.article_id, here.annotator)
        if mark.label == here.label and mark.id != here.id
    ]
    name = name_of(here)
    if name:
        entry = registry.resolve(name)
    else:
        there = (registry.resolve(name_of(mark)) for mark in of_article)
        entry = known(registry, here.text, {speaker.id for speaker in there if speaker is not None})
    names = {name, entry.name if entry else ""} - {""}
    if names:
        marks = [mark for mark in project.mentions(names, here.annotator) if mark.id != here.id]
    else:
        marks = [mark for mark in of_article if same_name(mark.text, here.text) >= Likeness.LIKELY]
    telling = [mark for mark in marks if any(mark.attributes.get(a) for a in (ROLE, ORGANISATION, KIND))]
    last = _newest(telling or marks)
    if last is not None:
        return {a: last.attributes[a] for a in _OF_SPEAKERS if last.attributes.get(a) and label.attribute(a)}
    if entry is None:
        return {}
    given = attributes_of(entry, label, project.article(here.article_id).published, here.text)
    return {a: given[a] for a in _OF_SPEAKERS if a in given and given[a] != here.attributes.get(a)}


def _of_label(project: Project, here: Annotation, label: Label) -> Attributes:
    others = [
        mark
        for mark in project.annotations(here.article_id, here.annotator)
        if mark.label == here.label and mark.id != here.id
    ]
    before = [mark for mark in others if (mark.start, -mark.end) < (here.start, -here.end)]
    source = before[-1] if before else _newest(others)
    own = {a.id for a in label.attributes if a.type in ("number", "span")} | _OF_ONE
    return {} if source is None else {a: v for a, v in source.attributes.items() if a not in own}


def _newest(marks: Iterable[Annotation]) -> Annotation | None:
    return max(marks, key=lambda mark: (mark.created_at, mark.id), default=None)
