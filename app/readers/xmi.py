"""XMI of UIMA as plain values: the feature structures of a CAS, and what a type system says of features.

After https://docs.oasis-open.org/uima/v1.0/uima-v1.0.html. Read with expat rather than a CAS library, because
files come without their type systems, and each fault is to be told with its line. A document type is refused
before anything of it is read: entities can blow up a file or name others, and UIMA writes none.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from app.errors import UserError

Bad = Callable[[str, str], UserError]
"""Makes the error of a place in the file ("line 3", or empty) and a cause."""

_XMI = "http://www.omg.org/XMI "
_SPECIFIER = "http://uima.apache.org/resourceSpecifier "
# UIMA can write XML 1.1, which expat does not know; what that has more is characters that no text has.
_VERSION = re.compile(rb"""(<\?xml\s+version\s*=\s*["'])1\.1""")
_DEEPEST = 50


class Structure(NamedTuple):
    """A feature structure: an annotation, a relation, or what they refer to."""

    type: str
    """In full: "webanno.custom.Claim"."""
    id: str
    features: dict[str, str | list[str]]
    """Values as they are written; a list where each is an element of its own."""
    line: int

    @property
    def where(self) -> str:
        """What it is called in a sentence; many files are one line."""
        return f"line {self.line}, element {self.id}"


@dataclass(slots=True)
class Cas:
    """What an XMI file holds, without what it was told to skip."""

    texts: dict[str, str | None] = field(default_factory=dict)
    """By the id of the sofa; None where the file does not have it."""
    structures: dict[str, Structure] = field(default_factory=dict)
    """By id."""
    skipped: set[str] = field(default_factory=set)
    """Ids of those that were skipped."""


def parse_cas(content: bytes, skip: Callable[[str], bool], bad: Bad) -> Cas:
    """Read an XMI file, without the structures of types that are to be skipped. UserError, by `bad`."""
    reading = _CasReading(skip, bad)
    _parse(content, reading, bad)
    return reading.cas


@dataclass(slots=True)
class TypeSystem:
    """The features of each type, its own and those of the types above it, with what they range over."""

    own: dict[str, dict[str, str]] = field(default_factory=dict)
    above: dict[str, str] = field(default_factory=dict)

    def range_of(self, type_name: str, feature: str) -> str:
        """The type of a feature's values ("uima.cas.Integer"); empty where the type system does not say."""
        seen: set[str] = set()
        while type_name and type_name not in seen:
            seen.add(type_name)
            if found := self.own.get(type_name, {}).get(feature):
                return found
            type_name = self.above.get(type_name, "")
        return ""


def parse_type_system(content: bytes, bad: Bad) -> TypeSystem:
    """Read a type system descriptor. UserError, by `bad`."""
    reading = _TypesReading(bad)
    _parse(content, reading, bad)
    return reading.system


# ------------------------------------------------------------------------------------------------- XML


class _Reading:
    """Follows the elements of a file; `path` has the names of those that are open."""

    def __init__(self, bad: Bad) -> None:
        self.bad = bad
        self.path: list[str] = []
        self.text: list[str] = []
        """Of the element opened last."""
        self.parser = expat.ParserCreate(namespace_separator=" ")

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber

    def open(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.path.append(tag)
        self.text.clear()
        if len(self.path) > _DEEPEST:
            raise self.bad(f"line {self.line}", "its elements go too deep")
        self.opened(tag, attributes)

    def close(self, tag: str) -> None:
        self.closed(tag, "".join(self.text))
        self.text.clear()
        self.path.pop()

    def refuse(self, *_: object) -> None:
        raise self.bad(f"line {self.line}", "it has a document type, which files of UIMA do not have")

    def opened(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element; it is the last of `path`."""

    def closed(self, tag: str, text: str) -> None:
        """Take the end of an element, with the text in it (after the last element in it)."""


def _parse(content: bytes, reading: _Reading, bad: Bad) -> None:
    parser = reading.parser
    parser.buffer_text = True
    parser.StartElementHandler = reading.open
    parser.EndElementHandler = reading.close
    parser.CharacterDataHandler = reading.text.append
    parser.StartDoctypeDeclHandler = reading.refuse
    try:
        parser.Parse(_VERSION.sub(rb"\g<1>1.0", content[:200]) + content[200:], True)
    except expat.ExpatError as error:
        cause = f"it is not XML ({expat.ErrorString(error.code)})"
        raise bad(f"line {error.lineno}", cause) from None
    except (ValueError, LookupError):  # how expat says that it does not know an encoding
        raise bad("", "its encoding is unknown") from None


# ------------------------------------------------------------------------------------------------- XMI


class _CasReading(_Reading):
    def __init__(self, skip: Callable[[str], bool], bad: Bad) -> None:
        super().__init__(bad)
        self.cas = Cas()
        self._skip = skip
        self._current: Structure | None = None
        """That whose elements are met."""

    def opened(self, tag: str, attributes: Mapping[str, str]) -> None:
        if len(self.path) == 1 and tag != f"{_XMI}XMI":
            raise self.bad(f"line {self.line}", "it is no XMI of UIMA")
        if len(self.path) == 2:
            self._current = self._structure(_type_name(tag), attributes)

    def closed(self, tag: str, text: str) -> None:
        if len(self.path) == 3 and self._current is not None:
            values = self._current.features.setdefault(tag, [])
            if isinstance(values, list):
                values.append(text)

    def _structure(self, type_name: str, attributes: Mapping[str, str]) -> Structure | None:
        """Keep a structure and return it; None where it is of CAS itself, or skipped."""
        identity = attributes.get(f"{_XMI}id", "")
        if type_name in {"uima.cas.NULL", "uima.cas.View"}:
            return None
        if not identity or identity in self.cas.structures or identity in self.cas.texts:
            cause = f"a second element has the id {identity}" if identity else "an element has no xmi:id"
            raise self.bad(f"line {self.line}", cause)
        if type_name == "uima.cas.Sofa":
            self.cas.texts[identity] = attributes.get("sofaString")
            return None
        if self._skip(type_name):
            self.cas.skipped.add(identity)
            return None
        features: dict[str, str | list[str]] = {
            name: value for name, value in attributes.items() if not name.startswith(_XMI)
        }
        structure = Structure(type_name, identity, features, self.line)
        self.cas.structures[identity] = structure
        return structure


def _type_name(tag: str) -> str:
    """The type that an element is of: "http:///webanno/custom.ecore Claim" is "webanno.custom.Claim"."""
    space, _, name = tag.rpartition(" ")
    package = space.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return name if package in {"", "uima.noNamespace"} else f"{package}.{name}"


# ----------------------------------------------------------------------------------------- type systems


class _TypesReading(_Reading):
    def __init__(self, bad: Bad) -> None:
        super().__init__(bad)
        self.system = TypeSystem()
        self._type = self._feature = ""

    def opened(self, tag: str, attributes: Mapping[str, str]) -> None:
        if len(self.path) == 1 and tag.removeprefix(_SPECIFIER) != "typeSystemDescription":
            raise self.bad(f"line {self.line}", "it is no type system of UIMA")

    def closed(self, tag: str, text: str) -> None:
        within = self.path[-2].removeprefix(_SPECIFIER) if len(self.path) > 1 else ""
        told, value = tag.removeprefix(_SPECIFIER), text.strip()
        if within == "typeDescription" and told == "name":
            self._type = value
        elif within == "typeDescription" and told == "supertypeName":
            self.system.above[self._type] = value
        elif within == "featureDescription" and told == "name":
            self._feature = value
        elif within == "featureDescription" and told == "rangeTypeName":
            self.system.own.setdefault(self._type, {})[self._feature] = value
