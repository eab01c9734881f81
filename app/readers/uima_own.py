"""What our exporter writes into XMI, and what INCEpTION makes of it: layers that begin with `pressmark`."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from app.readers.loaded import Link, LoadedBlock, Mark, Nothing, Piece, Proposed, number_of
from app.readers.uima_text import ViewText, value_of
from app.readers.xmi import Structure

OWN = "pressmark."
_LABEL, _RELATION, _SUGGESTED = f"{OWN}label.", f"{OWN}relation.", f"{OWN}suggested."
_BLOCK, _PASSAGE, _SEGMENT = f"{OWN}Block", f"{OWN}EmptyPassage", f"{OWN}Segment"
_NO_VALUES = frozenset({"sofa", "begin", "end"})


def marks(
    structures: list[Structure], text: ViewText, annotator: str
) -> Iterator[tuple[Mark, list[Structure]]]:
    """Yield annotations and suggestions, each with the structures its fragments are.

    `annotator` is whose file it is: those who annotate in INCEpTION leave our features empty.
    """
    for fragments in _annotations(structures):
        first = fragments[0]
        pieces = [piece for piece in map(text.piece, fragments) if piece]
        if pieces:
            pieces.sort(key=lambda piece: piece.span.start if piece.span else 0)
            yield _mark(first, tuple(pieces), text, annotator), fragments
    for structure in structures:
        if structure.type.startswith(_SUGGESTED) and (piece := text.piece(structure)):
            yield _suggestion(structure, piece, text), [structure]


def relation(structure: Structure, source: str, target: str, annotator: str) -> Link:
    """Return the relation that a structure is, of ours or of others by the same features."""
    return Link(
        structure.type.removeprefix(_RELATION),
        source,
        target,
        value_of(structure, "pm_annotator") or annotator,
        value_of(structure, "pm_created_at"),
        _number(value_of(structure, "pm_id")),
    )


def passages(structures: list[Structure], text: ViewText) -> Iterator[Nothing]:
    """Yield the passages read and empty."""
    for structure in structures:
        if structure.type == _PASSAGE and (piece := text.piece(structure)):
            told = value_of(structure, "pm_annotator"), value_of(structure, "pm_created_at")
            yield Nothing(piece, *told, _number(value_of(structure, "pm_id")))


def home(structures: list[Structure], metadata: Structure | None) -> tuple[int | None, int | None]:
    """Return the id of the article, and where a segment of it begins there (None: it is the whole)."""
    for structure in structures:
        if structure.type == _SEGMENT:
            return _number(value_of(structure, "pm_article")), _number(value_of(structure, "pm_start"))
    if not structures or metadata is None:
        return None, None
    return _number(value_of(metadata, "documentId")), None


def blocks(structures: list[Structure], text: ViewText) -> list[LoadedBlock]:
    """Return the blocks in text order."""
    found = [
        LoadedBlock(*text.offsets(structure), value_of(structure, "role"), value_of(structure, "reason"))
        for structure in structures
        if structure.type == _BLOCK
    ]
    return sorted(found, key=lambda block: block.start)


def _annotations(structures: list[Structure]) -> list[list[Structure]]:
    """The fragments of each annotation, the one with its values first."""
    found: dict[str, list[Structure]] = {}
    for structure in structures:
        if structure.type.startswith(_LABEL):
            fragment = value_of(structure, "pm_fragment")
            # Only fragments share an id: INCEpTION's own have none, and a copy may have that of another.
            name = f"{structure.type} {value_of(structure, 'pm_id')}" if fragment else structure.id
            found.setdefault(name, []).append(structure)
    for fragments in found.values():
        fragments.sort(key=lambda structure: not value_of(structure, "pm_fragment").startswith("1/"))
    return list(found.values())


def _mark(first: Structure, pieces: tuple[Piece, ...], text: ViewText, annotator: str) -> Mark:
    return Mark(
        id=first.id,
        label=first.type.removeprefix(_LABEL),
        pieces=pieces,
        attributes=_values(first, text),
        annotator=value_of(first, "pm_annotator") or annotator,
        confidence=number_of(_json(value_of(first, "pm_confidence"))),
        note=value_of(first, "pm_note"),
        origin=value_of(first, "pm_origin"),
        created_at=value_of(first, "pm_created_at"),
        native_id=_number(value_of(first, "pm_id")),
    )


def _suggestion(structure: Structure, piece: Piece, text: ViewText) -> Mark:
    return Mark(
        id=structure.id,
        label=structure.type.removeprefix(_SUGGESTED),
        pieces=(piece,),
        attributes=_values(structure, text),
        proposal=Proposed(
            suggester=value_of(structure, "pm_suggester"),
            score=number_of(_json(value_of(structure, "pm_score"))),
            rule=value_of(structure, "pm_rule"),
        ),
        native_id=_number(value_of(structure, "pm_id")),
    )


def _values(structure: Structure, text: ViewText) -> dict[str, Any]:
    """The attributes: features, which are all strings, and those that stand as JSON in one."""
    values: dict[str, Any] = {
        name: value
        for name, value in structure.features.items()
        if name not in _NO_VALUES and not name.startswith("pm_")
    }
    other = _json(value_of(structure, "pm_attributes"))
    if isinstance(other, dict):
        values |= other
    return {name: _place(value, text) for name, value in values.items()}


def _place(value: object, text: ViewText) -> object:
    """A value; one that is a place, in JSON or as JSON, as the span it is in code points."""
    told = _json(value) if isinstance(value, str) and value.startswith("{") else value
    if isinstance(told, Mapping) and told.keys() == {"begin", "end", "text"}:
        begin, end = told["begin"], told["end"]
        if isinstance(begin, int) and isinstance(end, int):
            return {
                "start": text.to_code_points(begin),
                "end": text.to_code_points(end),
                "text": told["text"],
            }
    return value


def _json(value: str) -> object:
    if not value:
        return None
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        return None


def _number(value: str) -> int | None:
    return int(value) if re.fullmatch(r"\d{1,18}", value) else None
