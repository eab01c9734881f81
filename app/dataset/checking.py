"""No quote leaves that the text does not have at its offsets."""

from collections.abc import Mapping
from typing import Any

from app.anchor import Fragment, holds
from app.annotation import is_span
from app.article import Article
from app.dataset.record import Record
from app.errors import UserError


def verify(record: Record) -> None:
    """Raise UserError unless every quote is what the text has at its offsets."""
    text = record.text
    for annotation in record.annotations:
        for fragment in annotation.fragments:
            if text[fragment.start : fragment.end] != fragment.quote.exact:  # `holds`, without the call
                raise _mismatch(record.article, f"annotation {annotation.id}", fragment)
        for value in annotation.attributes.values():
            if not isinstance(value, _PLAIN):
                _verify_attributes(record, f"annotation {annotation.id}", annotation.attributes)
                break
    for passage in record.empty_passages:
        if not holds(text, passage.fragment):
            raise _mismatch(record.article, f"passage {passage.id}", passage.fragment)
    for annotator, assessment in record.assessments.items():
        _verify_attributes(record, f"the assessment by {annotator}", assessment.attributes)
    for suggestion in record.suggestions:
        if not holds(text, suggestion.fragment):
            raise _mismatch(record.article, f"suggestion {suggestion.id}", suggestion.fragment)
        if suggestion.attributes:
            _verify_attributes(record, f"suggestion {suggestion.id}", suggestion.attributes)


# What most values of attributes are; `is_span`, without the call.
_PLAIN = (str, int, float)


def _verify_attributes(record: Record, owner: str, attributes: Mapping[str, Any]) -> None:
    """Check the attributes that are spans of the article."""
    for name, value in attributes.items():
        if is_span(value) and record.text[value["start"] : value["end"]] != value["text"]:
            raise _mismatch(record.article, f"{name} of {owner}", value)


def _mismatch(article: Article, owner: str, place: Fragment | Mapping[str, Any]) -> UserError:
    start, end = (place.start, place.end) if isinstance(place, Fragment) else (place["start"], place["end"])
    return UserError(
        f"Article {article.id} “{article.title}” does not read at {start}..{end} what {owner} quotes, "
        "so nothing is exported; `pressmark check` says more."
    )
