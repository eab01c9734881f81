"""What a W3C annotation says: its bodies by their purpose, https://www.w3.org/TR/annotation-model/#bodies."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

import orjson

from app.readers.w3c_targets import Node, Selected, kinds, listed, name_of, targets

_LABELS = frozenset({"classifying", "tagging"})
_WORD = re.compile(r"\S{1,60}")


class Place(NamedTuple):
    """A body that is a stretch of a text."""

    selected: Selected


@dataclass(slots=True)
class Said:
    """Everything the bodies of one annotation say, sorted by what it is to Pressmark."""

    labels: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    """Of bodies that describe or identify under a name; a value may be a `Place`."""
    lists: dict[str, list[Any]] = field(default_factory=dict)
    """All values of names that came more than once."""
    notes: list[str] = field(default_factory=list)
    numbers: dict[str, float] = field(default_factory=dict)
    """Assessments by name: `confidence`, `score`."""
    rule: str = ""
    decision: str = ""
    links: list[str] = field(default_factory=list)
    """Addresses of what it links to."""
    marked: bool = False
    """Whether it is a bookmark."""
    empty: bool = False
    """Whether it says that nothing is there, in our exporter's words."""
    left: list[str] = field(default_factory=list)
    """Purposes of bodies that were not taken."""


NOTHING_FOUND = "read, and nothing found"
"""What our exporter says of a passage read and empty."""


def motivations(node: Node) -> list[str]:
    """What an annotation was made for, without the prefix of the vocabulary."""
    return [_bare(each) for each in listed(node.get("motivation")) if isinstance(each, str)]


def said(node: Node) -> Said:
    """Sort what the bodies of an annotation say. BadOffsets: a body is a stretch with none."""
    found = Said()
    wanted = motivations(node)
    for body in _bodies(node):
        purposes = [_bare(each) for each in listed(body.get("purpose")) if isinstance(each, str)]
        purpose = (purposes or wanted or [""])[0]
        _take(found, purpose, body)
    if not found.labels and not wanted and len(found.notes) == 1 and _WORD.fullmatch(found.notes[0]):
        # A word alone, and nothing says what for: a label.
        found.labels, found.notes = found.notes, []
    return found


def _bodies(node: Node) -> Iterator[Mapping[str, Any]]:
    """The bodies as objects; those that are a choice one by one."""
    if isinstance(text := node.get("bodyValue"), str):
        yield {"type": "TextualBody", "value": text}
    for body in listed(node.get("body")):
        if isinstance(body, str):
            yield {"source": body}
        elif isinstance(body, Mapping):
            if kinds(body) & {"Choice", "Composite", "List", "Independents"}:
                yield from _bodies({"body": body.get("items")})
            else:
                yield body


def _take(found: Said, purpose: str, body: Node) -> None:
    name = body.get("label") if isinstance(body.get("label"), str) else ""
    value = _value(body)
    if purpose in _LABELS:
        label = value if isinstance(value, str) else str(name) or _last(name_of(body.get("source", body)))
        (found.labels if label.strip() else found.left).append(label.strip() or purpose)
    elif purpose == "linking":
        found.links.append(name_of(body.get("source", body)))
    elif purpose == "assessing" and isinstance(value, int | float) and not isinstance(value, bool):
        found.numbers[str(name)] = float(value)
    elif purpose == "assessing" and value == NOTHING_FOUND:
        found.empty = True
    elif purpose == "moderating" and name == "decision" and isinstance(value, str):
        found.decision = value
    elif purpose == "bookmarking":
        found.marked = True
    elif purpose == "commenting" and name == "rule":
        found.rule = str(value)
    elif purpose in {"describing", "identifying"} and (name or value is None):
        _name(found, str(name) or purpose, body if value is None else value)
    elif isinstance(value, str):
        if value.strip():
            found.notes.append(value)
    elif purpose != "highlighting":
        found.left.append(purpose or "no purpose")


def _name(found: Said, name: str, value: object) -> None:
    """Keep a value under its name: of a resource the place it is, or its address."""
    if isinstance(value, Mapping):
        stretch = next((target.selected for target in targets({"target": value}) if target.selected), None)
        value = Place(stretch) if stretch else name_of(value.get("source", value))
    found.lists.setdefault(name, []).append(value)
    found.values.setdefault(name, value)


def _value(body: Node) -> object:
    """The text of a body, or the value that the text is in JSON; None where it is no text."""
    value = body.get("value", body.get("chars"))
    if isinstance(value, str) and body.get("format") == "application/json":
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            return value
    return value


@lru_cache(maxsize=256)
def _bare(term: str) -> str:
    """A term of the vocabulary without its prefix or address: "oa:tagging" is "tagging"."""
    return _last(term.rpartition(":")[2])


def _last(address: str) -> str:
    """What stands after the last / or # of an address."""
    return re.split(r"[/#]", address.rstrip("/#"))[-1]
