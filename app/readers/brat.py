"""brat standoff back in: folders of NAME.txt and NAME.ann, as brat and its kin write them.

After https://brat.nlplab.org/standoff.html, and as tools depart from it: line ends, byte order marks, offsets
in UTF-16 (see `counting`), quotes left out or with line breaks in them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from app.anchor import Span
from app.errors import UserError
from app.readers.bounded import excerpt, trouble
from app.readers.counting import Counting, Quoted, best_counting
from app.readers.folders import article_id, files_below, name_below, text_of
from app.readers.loaded import Link, LoadedArticle, Mark, Piece, Proposed, number_of
from app.readers.reader import EMPTY, Reader

SUGGESTED = "suggested_"
"""What our exporter puts before the label of a suggestion."""

_STATEMENT = re.compile(r"(?:[TREAMN#][^\s]*|\*)\t")
_BOUND = re.compile(r"(\S+) (\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*)")
_OFFSETS = re.compile(r"(\d{1,15}) (\d{1,15})")
_ENDS = re.compile(r"(\S+) ([^\s:]+):([TER]\d+) ([^\s:]+):([TER]\d+)\s*")
_ROLE = re.compile(r"([^\s:]+):([TER]\d+)")
_ATTRIBUTE = re.compile(r"(\S+) ([A-Z]\d+)(?: (\S.*?))?\s*")
_NOTE = re.compile(r"(\S+) ([TER]\S*)")
# Of those over several lines, in code points; they are put together line by line.
_LONGEST_QUOTE = 20_000
# brat cuts what it marks at line breaks; our exporter at tabs too. Nothing else is in such a gap.
_CUT = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")

_ON_RELATIONS = "attributes and notes of relations, and relations of relations, which Pressmark does not have"
_SHARED = "events that share their trigger with another, and are one annotation with it"
_ITSELF = "relations from an annotation to itself"
_LOOSE = "notes on what is no annotation"
_TWICE = "further normalisations of one annotation"


class _Line(NamedTuple):
    """A statement of an .ann file."""

    number: int
    name: str
    rest: str
    """What follows the name and its tab."""


class _Bound(NamedTuple):
    """A T line."""

    line: int
    label: str
    offsets: tuple[tuple[int, int], ...]
    quote: str | None


def read(path: Path) -> Iterator[LoadedArticle]:
    """Yield the article of each .ann file at or below `path`. UserError: see `Reader.read`."""
    if path.suffix.lower() == ".txt" and path.is_file():
        path = path.with_suffix(".ann")
    for file in files_below(path, ".ann"):
        text_file = file.with_suffix(".txt")
        if not text_file.is_file():
            raise trouble(file, "", f"its text, “{text_file.name}”, is not beside it")
        yield _Statements(file, text_of(file)).article(text_of(text_file), name_below(path, file))


class _Statements:
    """The lines of one .ann file, by kind, and what is said in them of each annotation."""

    def __init__(self, path: Path, written: str) -> None:
        self._path = path
        self._lines: dict[str, list[_Line]] = {}
        self._left: Counter[str] = Counter()
        names: set[str] = set()
        for number, line in enumerate(written.split("\n"), 1):
            if line.strip() and not self._continues(line):
                self._add(_Line(number, *self._named(number, line)), names)
        self._bounds = {line.name: self._bound(line) for line in self._lines.get("T", ())}
        self._relations = {line.name for line in self._lines.get("R", ())}
        self._triggers = self._events()
        """The T of each E."""
        self._attributes: dict[str, dict[str, Any]] = {}
        self._notes: dict[str, list[str]] = {}
        self._details: dict[str, Mapping[str, Any]] = {}
        self._say()

    def article(self, raw: str, where: str) -> LoadedArticle:
        """Return what the lines say of the text, which is as the .txt file has it."""
        quoted = [Quoted(bound.offsets, bound.quote) for bound in self._bounds.values() if bound.quote]
        counting = best_counting(raw, quoted)
        marks = []
        for name, bound in self._bounds.items():
            if pieces := self._pieces(bound, counting):
                marks.append(self._mark(name, bound, pieces))
            else:
                self._left[EMPTY] += 1
        kept = {mark.id for mark in marks}
        links = tuple(link for link in self._links() if link.source in kept and link.target in kept)
        return LoadedArticle(
            where=where,
            text=counting.text,
            marks=tuple(marks),
            links=links,
            article_id=article_id(self._path.stem),
            left=+self._left,
        )

    # -------------------------------------------------------------------------------------- lines

    def _continues(self, line: str) -> bool:
        """Tell whether a line is no statement but more of the last quote, and take it as that.

        Corpora have quotes with the line breaks of their text; such a quote is shorter than its offsets say.
        """
        if _STATEMENT.match(line) or "T" not in self._lines:
            return False
        last = self._lines["T"][-1]
        head, tab, quote = last.rest.partition("\t")
        told = sum(int(end) - int(start) for start, end in _OFFSETS.findall(head))
        if not tab or len(quote) >= min(told, _LONGEST_QUOTE):
            return False
        more = line.removesuffix("\r")
        self._lines["T"][-1] = last._replace(rest=f"{last.rest}\n{more}")
        return True

    def _named(self, number: int, line: str) -> tuple[str, str]:
        if not _STATEMENT.match(line):
            raise self._bad(number, f"“{excerpt(line)}” is no statement of brat")
        name, _, rest = line.removesuffix("\r").partition("\t")
        return name, rest

    def _add(self, line: _Line, names: set[str]) -> None:
        if line.name in names and line.name[0] not in "*#":
            raise self._bad(line.number, f"{line.name} is there a second time")
        names.add(line.name)
        self._lines.setdefault(line.name[0], []).append(line)

    def _bound(self, line: _Line) -> _Bound:
        head, tab, quote = line.rest.partition("\t")
        matched = _BOUND.fullmatch(head.strip())
        if not matched:
            raise self._bad(line.number, f"“{excerpt(head)}” is no label with offsets")
        pairs = [piece.split(" ") for piece in matched[2].split(";")]
        offsets = tuple((int(start), int(end)) for start, end in pairs)
        if any(start > end for start, end in offsets):
            raise self._bad(line.number, f"{line.name} ends before it begins")
        return _Bound(line.number, matched[1], offsets, quote.removesuffix("\t") if tab else None)

    def _events(self) -> dict[str, str]:
        triggers: dict[str, str] = {}
        taken: set[str] = set()
        for line in self._lines.get("E", ()):
            first = _ROLE.match(line.rest)
            if not first or first[2] not in self._bounds:
                raise self._bad(line.number, f"{line.name} has no trigger among the annotations")
            self._left[_SHARED] += first[2] in taken
            taken.add(first[2])
            triggers[line.name] = first[2]
        return triggers

    def _say(self) -> None:
        """Gather what A, M, N and # lines say of each annotation."""
        for line in (*self._lines.get("A", ()), *self._lines.get("M", ())):
            matched = _ATTRIBUTE.fullmatch(line.rest)
            if not matched:
                raise self._bad(line.number, f"“{excerpt(line.rest)}” is no attribute of an annotation")
            if end := self._owner(line, matched[2]):
                value = True if matched[3] is None else matched[3]
                self._attributes.setdefault(end, {})[matched[1]] = value
        for line in self._lines.get("N", ()):
            self._normalise(line)
        for line in self._lines.get("#", ()):
            self._note(line)

    def _normalise(self, line: _Line) -> None:
        head = line.rest.split("\t")[0].split(" ", 2)
        if len(head) != 3:
            raise self._bad(line.number, f"“{excerpt(line.rest)}” is no normalisation of an annotation")
        kind, end, reference = head
        if owner := self._owner(line, end):
            kept = self._attributes.setdefault(owner, {}).setdefault(kind, reference.strip())
            self._left[_TWICE] += kept != reference.strip()

    def _note(self, line: _Line) -> None:
        head, _, note = line.rest.partition("\t")
        matched = _NOTE.fullmatch(head.strip())
        if not matched:
            self._left[_LOOSE] += 1
            return
        owner = self._owner(line, matched[2])
        if not owner:
            return
        if matched[1] == "Details":
            try:
                told = orjson.loads(note)
            except orjson.JSONDecodeError:
                told = None
            if isinstance(told, dict):
                self._details[owner] = told
                return
        if note.strip():
            self._notes.setdefault(owner, []).append(note)

    def _owner(self, line: _Line, name: str) -> str:
        """The T that a line says something of; empty where it is a relation, of which nothing is kept."""
        if name in self._bounds:
            return name
        if name in self._triggers:
            return self._triggers[name]
        if name in self._relations:
            self._left[_ON_RELATIONS] += 1
            return ""
        raise self._bad(line.number, f"“{excerpt(name)}” is no annotation of the file")

    # ------------------------------------------------------------------------------ marks and links

    def _mark(self, name: str, bound: _Bound, pieces: tuple[Piece, ...]) -> Mark:
        details = self._details.get(name, {})
        other = details.get("attributes")
        attributes = {**self._attributes.get(name, {}), **(other if isinstance(other, dict) else {})}
        notes = [_text(details.get("note")), *self._notes.get(name, ())]
        proposal = None
        label = bound.label
        if label.startswith(SUGGESTED) and label != SUGGESTED:
            label = label.removeprefix(SUGGESTED)
            proposal = Proposed(
                suggester=_text(details.get("suggester")),
                score=number_of(details.get("score")),
                rule=_text(details.get("rule")),
            )
        return Mark(
            id=name,
            label=label,
            pieces=pieces,
            attributes=attributes,
            annotator=_text(details.get("annotator")),
            confidence=number_of(details.get("confidence")),
            note="\n".join(note for note in notes if note),
            origin=_text(details.get("origin")),
            proposal=proposal,
        )

    def _links(self) -> Iterator[Link]:
        for line in self._lines.get("R", ()):
            matched = _ENDS.fullmatch(line.rest)
            if not matched:
                raise self._bad(line.number, f"“{excerpt(line.rest)}” is no relation of two annotations")
            kind, first, source, _, target = matched.groups()
            if first == "Arg2":
                source, target = target, source
            yield from self._link(line, kind, source, target)
        for line in self._lines.get("E", ()):
            yield from self._roles(line)
        for line in self._lines.get("*", ()):
            kind, *ends = line.rest.split()
            for other in ends[1:]:
                yield from self._link(line, "same_as" if kind == "Equiv" else kind, ends[0], other)

    def _roles(self, line: _Line) -> Iterator[Link]:
        """The arguments of an event, from its trigger; brat numbers those of one role (Theme, Theme2)."""
        for role, end in _ROLE.findall(line.rest)[1:]:
            yield from self._link(line, role.rstrip("0123456789") or role, line.name, end)

    def _link(self, line: _Line, kind: str, source: str, target: str) -> Iterator[Link]:
        """The relation, unless an end of it is a relation too."""
        start, end = self._owner(line, source), self._owner(line, target)
        if start and start == end:
            self._left[_ITSELF] += 1
        elif start and end:
            yield Link(kind, start, end)

    def _pieces(self, bound: _Bound, counting: Counting) -> tuple[Piece, ...]:
        """The fragments in text order; those a line break parts are one, as before brat cut them."""
        text, count = counting
        spans: list[tuple[int, int]] = []
        for start, end in sorted((count(start), count(end)) for start, end in bound.offsets if start < end):
            if spans and (start <= spans[-1][1] or _CUT.fullmatch(text, spans[-1][1], start)):
                spans[-1] = spans[-1][0], max(end, spans[-1][1])
            else:
                spans.append((start, end))
        if not bound.quote and spans and spans[-1][1] > len(text):
            raise self._bad(bound.line, f"the text ends before character {spans[-1][1]}")
        quotes: Sequence[str | None]
        if not bound.quote or counting.holds(Quoted(bound.offsets, bound.quote)):
            quotes = [text[start:end] for start, end in spans]
        else:
            quotes = _parted(bound.quote, spans)
        return tuple(Piece(Span(*span), quote) for span, quote in zip(spans, quotes, strict=True))

    def _bad(self, number: int, why: str) -> UserError:
        return trouble(self._path, f"line {number}", why)


def _parted(quote: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """A quote that is not what the text has, piece by piece as long as these, joined by single blanks."""
    if len(spans) == 1:
        return [quote]
    quotes = []
    for start, end in spans:
        quotes.append(quote[: end - start])
        quote = quote[end - start + 1 :]
    return quotes


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


READER = Reader(
    name="brat",
    title="brat standoff",
    reads="a folder with NAME.txt and NAME.ann for each article, in folders of it too; or one .ann file",
    takes="annotations, discontinuous ones too (fragments that only a line break parts are one), relations, "
    "arguments of events as relations from their trigger, equivalences as same_as, attributes, "
    "normalisations as attributes, notes; suggested_LABEL as suggestions",
    leaves="attributes and notes of relations, further normalisations of one annotation and annotations of "
    "no character are counted; events that share a trigger become one annotation",
    read=read,
)
