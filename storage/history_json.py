"""Changes as the history keeps them: JSON, entities by their field names, typed again when read."""

from collections.abc import Callable, Iterable
from functools import reduce
from itertools import islice
from operator import or_
from types import GenericAlias
from typing import Any

import msgspec

from app.annotation import Annotation, ArticleStatus, Assessment, EmptyPassage, Relation
from app.article import Article
from app.changes import Change, Entity
from app.errors import UserError
from app.scheme import Scheme, scheme_from_dict, scheme_to_dict
from app.speaker import Speaker
from app.suggestion import Suggestion
from storage.rows import plain

# Changes written as JSON, or read, at a time: less than 2 ms. While a portion is worked on, no other thread
# runs, and the window stands still.
_PORTION = 1_000
# Between two portions: JSON as it is written here has a line break nowhere else.
_BETWEEN = b",\n"

_KIND_OF: dict[type[Any], str] = {
    Article: "article",
    Annotation: "annotation",
    Relation: "relation",
    ArticleStatus: "status",
    EmptyPassage: "empty_passage",
    Assessment: "assessment",
    Speaker: "speaker",
    Suggestion: "suggestion",
    Scheme: "scheme",
}


def changes_to_json(changes: Iterable[Change]) -> bytes:
    """Return the changes as a JSON list of {"kind", "before", "after"}; the keys of attributes are sorted.

    UserError: there is a value or a character JSON cannot hold.
    """
    told = map(_written, changes)
    portions = iter(lambda: list(islice(told, _PORTION)), [])
    try:
        return b"[" + _BETWEEN.join(_ENCODER.encode(portion)[1:-1] for portion in portions) + b"]"
    except (TypeError, UnicodeEncodeError) as error:
        raise UserError(f"A value cannot be kept in the project: {error}.") from None


def changes_from_json(data: bytes) -> tuple[Change, ...]:
    """Return the changes that `changes_to_json` wrote; ValueError: it did not."""
    if not (data.startswith(b"[") and data.endswith(b"]")):
        raise ValueError("changes are a JSON list")
    portions = data[1:-1].split(_BETWEEN)
    return tuple(_read(written) for portion in portions for written in _DECODER.decode(b"[" + portion + b"]"))


def _form(entity: type[Any], kind: str) -> Callable[[Any, Any], Any]:
    """How a change of entities of this kind is written: tagged, so that it is read as what it was."""
    side = dict[str, Any] if entity is Scheme else entity  # a scheme has a JSON form of its own
    sides: list[tuple[str, Any]] = [("before", side | None), ("after", side | None)]
    return msgspec.defstruct(f"_{entity.__name__}Change", sides, tag_field="kind", tag=kind, gc=False)


_FORMS = {entity: _form(entity, kind) for entity, kind in _KIND_OF.items()}
_SCHEME_FORM = _FORMS[Scheme]


def _written(change: Change) -> object:
    form = _FORMS[type(change.entity)]
    if form is _SCHEME_FORM:
        return form(_scheme_written(change.before), _scheme_written(change.after))
    return form(change.before, change.after)


def _scheme_written(scheme: Entity | None) -> dict[str, Any] | None:
    return scheme_to_dict(scheme) if isinstance(scheme, Scheme) else None


def _read(written: Any) -> Change:
    if type(written) is _SCHEME_FORM:
        return Change(_scheme_read(written.before), _scheme_read(written.after))
    return Change(written.before, written.after)


def _scheme_read(written: dict[str, Any] | None) -> Scheme | None:
    return None if written is None else scheme_from_dict(written)


_ENCODER = msgspec.json.Encoder(enc_hook=plain, order="deterministic")
_DECODER: msgspec.json.Decoder[list[Any]] = msgspec.json.Decoder(
    GenericAlias(list, (reduce(or_, _FORMS.values()),))
)
