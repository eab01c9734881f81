"""What the tooltip over a mark says: label, value, annotator; of a suggestion, who proposes it and why."""

from app.annotation import Annotation, EmptyPassage
from app.scheme import Scheme
from app.suggestion import Suggestion
from widgets.reader.chips import relation_text, value_text
from widgets.reader.marks import Marks
from widgets.reasons import reason
from widgets.texts import tr


def tip(marks: Marks, scheme: Scheme, offset: int) -> str:
    """Rich text about everything marked at the code point, innermost first; "" if nothing is."""
    told = [_annotation(marks.annotations[key], marks, scheme) for key in marks.annotated.at(offset)]
    told += [_suggestion(marks.suggestions[key], scheme) for key in marks.suggested.at(offset)]
    told += [_passage(marks.passages[key]) for key in marks.emptied.at(offset)]
    return "<br>".join(told)


def passages_tip(marks: Marks, paragraph: int) -> str:
    """Rich text about the empty passages in a paragraph, for what is beside it; "" if there is none."""
    return "<br>".join(_passage(marks.passages[key]) for _, _, key in marks.emptied.pieces(paragraph))


def _escaped(text: str) -> str:
    from html import escape  # its table of entities is large, and a tip is shown late

    return escape(text)


def _passage(passage: EmptyPassage) -> str:
    said = tr("Read: nothing here")
    return f"<b>{_escaped(said)}</b> · {_escaped(passage.annotator)}"


def _annotation(annotation: Annotation, marks: Marks, scheme: Scheme) -> str:
    relations = marks.relations_from(annotation.id)
    about = [
        value_text(annotation),
        relation_text(relations, marks) if relations else "",
        annotation.annotator,
        annotation.note,
    ]
    return _line(scheme, annotation.label, about)


def _suggestion(suggestion: Suggestion, scheme: Scheme) -> str:
    return _line(scheme, suggestion.label, [tr("suggested: {reason}").format(reason=reason(suggestion))])


def _line(scheme: Scheme, label_id: str, about: list[str]) -> str:
    label = scheme.label(label_id)
    name = _escaped(label.name if label else label_id)
    return " · ".join([f"<b>{name}</b>", *(_escaped(text) for text in about if text)])
