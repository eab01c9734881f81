"""The values a mark made by hand gets at once from its text, and again when its span is moved.

They come with the act that marks or moves, in its step: what a machine can read need not be typed.
"""

from collections.abc import Sequence

from app.anchor import Span
from app.annotation import Annotation, Attributes
from app.article import Article
from app.changes import Change
from app.number_values import VALUE_ATTRIBUTES, fitting, takes_values
from app.project import Project
from app.replacing import replace
from app.scheme import Label


def first_values(project: Project, article: Article, text: str, span: Span, label: Label) -> Attributes:
    """Return the attributes that `text[span]` (code points) by itself gives a mark of this label."""
    if takes_values(label):
        from app.value_input import values_of  # the number engine: 50 ms that no start should wait for

        return fitting(label, values_of(text, span, article.language))
    return {}


def filled(project: Project, changes: Sequence[Change]) -> list[Change]:
    """Return the changes with first values in what they mark or move by hand.

    A mark made with attributes, or accepted from a suggestion, keeps those. A moved one is read anew as far
    as its values were just what its text said; what was corrected by hand stays.
    """
    return [_filled(project, change) for change in changes]


def _filled(project: Project, change: Change) -> Change:
    before, after = change.before, change.after
    if not isinstance(after, Annotation) or len(after.spans) != 1:
        return change
    if before is None:
        untouched = not after.attributes and not after.origin
        return replace(change, after=_with_values(project, after, {})) if untouched else change
    if not isinstance(before, Annotation) or before.fragments == after.fragments or len(before.spans) != 1:
        return change
    label = project.scheme().label(after.label)
    was = _of(project, before)
    names = was.keys() | (VALUE_ATTRIBUTES if label and takes_values(label) else frozenset())
    if {name: before.attributes[name] for name in names if name in before.attributes} != was:
        return change
    rest = {name: value for name, value in after.attributes.items() if name not in names}
    return replace(change, after=_with_values(project, after, rest))


def _with_values(project: Project, annotation: Annotation, given: Attributes) -> Annotation:
    return replace(annotation, attributes={**_of(project, annotation), **given})


def _of(project: Project, annotation: Annotation) -> Attributes:
    """What the annotation's text gives its label."""
    label = project.scheme().label(annotation.label)
    if label is None:
        return {}
    article, text = project.article(annotation.article_id), project.text(annotation.article_id)
    return first_values(project, article, text, annotation.spans[0], label)
