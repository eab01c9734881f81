"""W3C Web Annotation back in: collections, pages, lists and lines of JSON-LD, as tools of the web write them.

After https://www.w3.org/TR/annotation-model/ in the terms of http://www.w3.org/ns/anno.jsonld, and the
answers of Hypothesis' API. A file may speak of many texts in any order, so each is read whole; those of a
folder one after the other. A source that is a file beside is read; one that is an address goes along.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from app.anchor import Span
from app.readers.bounded import trouble
from app.readers.counting import Counting, Quoted, best_counting
from app.readers.folders import article_id, files_below, name_below, text_of
from app.readers.loaded import Link, LoadedArticle, LoadedBlock, Mark, Nothing, Piece, Proposed
from app.readers.loaded import Said as SaidOfAll
from app.readers.reader import EMPTY, Reader
from app.readers.w3c_bodies import Place, Said, motivations, said
from app.readers.w3c_files import annotations
from app.readers.w3c_targets import BadOffsets, Node, Selected, kinds, listed, name_of, targets
from app.suggestion import Decision

_SUGGESTIONS = ".suggestions"
_BLOCK = "block: "
_OWN = re.compile(r"[^:]+#(?:annotation|relation|passage|suggestion)-(\d{1,18})")
"""The id our exporter gives what it writes: its file's name and the id in the project."""

_UNPLACED = "annotations whose target is neither a position nor a quote"
_APART = "relations to what is no annotation of the same text"
_WHOLE = "labels of whole texts"


class _About(NamedTuple):
    """What one annotation says of one text."""

    file: Path
    where: str
    id: str
    node: Node
    said: Said
    selected: tuple[Selected, ...]
    """Empty: it is about the whole."""


def read(path: Path) -> Iterator[LoadedArticle]:
    """Yield the texts that the files at or below `path` speak of. UserError: see `Reader.read`."""
    files = files_below(path, ".jsonld", ".json", ".jsonl", ".ndjson")
    known = set(files)
    for file in files:
        apart = file.with_name(f"{file.stem}{_SUGGESTIONS}{file.suffix}")
        if file.stem.endswith(_SUGGESTIONS) and _base(file) in known:
            continue
        together = [file, apart] if apart in known else [file]
        yield from _Texts(together).articles(name_below(path, file))


def _base(file: Path) -> Path:
    """The file of annotations that a file of suggestions of our exporter belongs to."""
    return file.with_name(f"{file.stem.removesuffix(_SUGGESTIONS)}{file.suffix}")


# ------------------------------------------------------------------------------- annotations to texts


class _Texts:
    """What the annotations of some files say, text by text."""

    def __init__(self, files: list[Path]) -> None:
        self._file = files[0]
        self._texts: dict[str, list[_About]] = {}
        self._linking: list[Link] = []
        self._homes: dict[str, str] = {}
        """The first text of each annotation, by its id."""
        self._left: Counter[str] = Counter()
        for file in files:
            for where, node in annotations(file, self._left):
                try:
                    self._add(file, where, node)
                except BadOffsets as error:
                    raise trouble(file, where, str(error)) from None

    def articles(self, name: str) -> Iterator[LoadedArticle]:
        """Yield what is said of each text, in the order the texts came."""
        links = self._links()
        for source, abouts in self._texts.items():
            text_file = self._beside(source)
            text = _Text(text_of(text_file) if text_file else None, abouts)
            here = {mark.id for mark in text.marks}
            left = text.left + self._left  # what is counted of the whole file goes with its first text
            self._left.clear()
            yield LoadedArticle(
                where=name if len(self._texts) == 1 else f"{name}: {source}",
                text=text.counting.text if text_file else None,
                marks=tuple(text.marks),
                links=tuple(link for link in links[source] if link.source in here and link.target in here),
                nothing=tuple(text.nothing),
                said=text.said,
                article_id=article_id(text_file.stem) if text_file else None,
                segment_start=text.segment_start,
                text_sha256=text.sha256,
                about={"url": source, **text.about} if _is_url(source) else text.about,
                blocks=tuple(text.blocks),
                left=left,
            )
        if +self._left:
            yield LoadedArticle(where=name, text=None, left=+self._left)

    def _links(self) -> dict[str, list[Link]]:
        """The relations by the text that both their ends are about."""
        links: dict[str, list[Link]] = {source: [] for source in self._texts}
        for link in self._linking:
            home = self._homes.get(link.source)
            if home is None or home != self._homes.get(link.target):
                self._left[_APART] += 1
            else:
                links[home].append(link)
        return links

    def _add(self, file: Path, where: str, node: Node) -> None:
        """Put an annotation with the texts it is about, or with the relations."""
        told = said(node)
        for purpose in told.left:
            self._left[f"bodies that are no text ({purpose})"] += 1
        about = list(targets(node))
        ends = [target.source for target in about if target.selected is None]
        if "linking" in motivations(node) and (told.links or len(ends) == 2):
            self._linking += _linked(node, told, ends)
            return
        identity = name_of(node) or f"{where} "
        if identity in self._homes:
            raise trouble(file, where, f"a second annotation is called “{identity}”")
        sources = list(dict.fromkeys(target.source for target in about))
        if not sources:
            self._left[_UNPLACED] += 1
            return
        self._homes[identity] = sources[0]
        for source in sources:
            selected = tuple(t.selected for t in about if t.source == source and t.selected)
            about_it = _About(file, where, identity, node, told, selected)
            self._texts.setdefault(source, []).append(about_it)

    def _beside(self, source: str) -> Path | None:
        """The file of a text, if `source` names one in the folder of the annotations or below it."""
        if not source or _scheme(source) or "\x00" in source:
            return None
        folder = self._file.parent.resolve()
        file = (folder / unquote(source)).resolve()
        if not file.is_relative_to(folder):
            return None
        if file.is_file():
            return file
        if file.suffix.lower() == ".txt":
            raise trouble(self._file, "", f"its text, “{source}”, is not beside it")
        return None


def _linked(node: Node, told: Said, ends: list[str]) -> Iterator[Link]:
    """The relations an annotation makes: from target to what its body links to, or between two targets."""
    pairs = [(end, link) for end in ends for link in told.links] if told.links else [(ends[0], ends[1])]
    kind = told.labels[0] if told.labels else "linking"
    maker = "" if _is_software(node) else _maker(node)
    for source, target in pairs:
        yield Link(kind, source, target, maker, _created(node), _native_id(name_of(node)))


# ------------------------------------------------------------------------------------------- one text


class _Text:
    """What is said of one text, in code points of it."""

    def __init__(self, raw: str | None, abouts: list[_About]) -> None:
        quoted = [
            Quoted((each.offsets,), each.exact)
            for about in abouts
            for each in about.selected
            if each.offsets and each.exact
        ]
        self.counting: Counting = best_counting(raw or "", quoted if raw is not None else ())
        self.marks: list[Mark] = []
        self.nothing: list[Nothing] = []
        self.said: dict[str, SaidOfAll] = {}
        self.about: dict[str, Any] = {}
        self.sha256 = ""
        self.segment_start: int | None = None
        self.blocks: list[LoadedBlock] = []
        self.left: Counter[str] = Counter()
        self._has_text = raw is not None
        for about in abouts:
            if about.selected:
                self._add(about)
            elif "identifying" in motivations(about.node):
                self._identify(about)
            else:
                self._say(about)

    def _add(self, about: _About) -> None:
        """Add an annotation of stretches of the text: a mark for each label it has."""
        told, node = about.said, about.node
        pieces = self._pieces(about)
        if not pieces:
            return
        if told.empty and not told.labels:
            maker = _maker(node)
            number = _native_id(about.id)
            self.nothing += [Nothing(piece, maker, _created(node), number) for piece in pieces]
            return
        labels = list(dict.fromkeys(told.labels)) or [(motivations(node) or ["annotation"])[0]]
        for number, label in enumerate(labels, 1):
            self.marks.append(
                Mark(
                    id=about.id if number == 1 else f"{about.id} {number}",
                    label=label,
                    pieces=pieces,
                    attributes=self._attributes(about),
                    annotator="" if _is_software(node) else _maker(node),
                    confidence=told.numbers.get("confidence"),
                    note="\n".join(told.notes),
                    origin=_origin(node, about.id),
                    created_at=_created(node),
                    proposal=_proposal(node, told),
                    native_id=_native_id(about.id) if number == 1 else None,
                )
            )

    def _pieces(self, about: _About) -> tuple[Piece, ...]:
        """The stretches in text order; none where it is not known of one where it is."""
        pieces = []
        for selected in about.selected:
            piece = self._piece(about, selected)
            if piece is None:
                return ()
            pieces.append(piece)
        return tuple(sorted(pieces, key=lambda piece: piece.span.start if piece.span else 0))

    def _piece(self, about: _About, selected: Selected) -> Piece | None:
        span = None
        if not selected.found:
            self.left[_UNPLACED] += 1
            return None
        if selected.offsets:
            start, end = (self._count(offset) for offset in selected.offsets)
            if start > end:
                raise trouble(about.file, about.where, f"a selector ends ({end}) before it begins ({start})")
            if start == end:
                self.left[EMPTY] += 1
                return None
            if self._has_text and not selected.exact and end > len(self.counting.text):
                raise trouble(about.file, about.where, f"the text ends before character {end}")
            span = Span(start, end)
        return Piece(span, selected.exact or None, selected.prefix, selected.suffix)

    def _count(self, offset: int) -> int:
        return self.counting.count(offset)

    def _attributes(self, about: _About) -> dict[str, Any]:
        """The values it describes with; those that are places as spans of the text."""
        values: dict[str, Any] = {}
        for name, value in about.said.values.items():
            if isinstance(value, Place):
                offsets, exact = value.selected.offsets, value.selected.exact
                if not offsets or not exact:
                    self.left["values that are places without a position and a quote"] += 1
                    continue
                value = {"start": self._count(offsets[0]), "end": self._count(offsets[1]), "text": exact}
            values[name] = value
        return values

    def _identify(self, about: _About) -> None:
        """Take what our exporter says of an article: its title, its blocks, and so on."""
        for name, values in about.said.lists.items():
            if name.startswith(_BLOCK):
                places = [value.selected.offsets for value in values if isinstance(value, Place)]
                role = name.removeprefix(_BLOCK)
                self.blocks += [LoadedBlock(self._count(o[0]), self._count(o[1]), role) for o in places if o]
            elif name == "segment_start" and isinstance(values[0], int):
                self.segment_start = values[0]
            elif name == "text_sha256":
                self.sha256 = str(values[0])
            elif name == "author":
                self.about["authors"] = tuple(str(value) for value in values)
            elif name in {"title", "site", "url", "published", "language"}:
                self.about[name] = str(values[0])
        self.blocks.sort(key=lambda block: block.start)

    def _say(self, about: _About) -> None:
        """Take what somebody says of the text as a whole."""
        told, maker = about.said, _maker(about.node)
        self.left[_WHOLE] += len(told.labels)
        before = self.said.get(maker, SaidOfAll())
        notes = [before.note, *told.notes] if before.note else told.notes
        self.said[maker] = SaidOfAll(
            attributes={**before.attributes, **self._attributes(about)},
            flagged=before.flagged or told.marked,
            note="\n".join(notes),
        )


def _proposal(node: Node, told: Said) -> Proposed | None:
    """What a program has made is a prediction."""
    if not _is_software(node):
        return None
    decision = told.decision if told.decision in set(Decision) else str(Decision.OPEN)
    return Proposed(
        suggester=_maker(node), score=told.numbers.get("score"), rule=told.rule, decision=decision
    )


def _maker(node: Node) -> str:
    """The name of who made it, or what it is known by; empty where the file does not say."""
    creators = listed(node.get("creator"))
    creator = creators[0] if creators else ""
    if isinstance(creator, Mapping):
        named = [creator.get(name) for name in ("name", "nickname", "id", "email")]
        creator = next((name for name in named if isinstance(name, str) and name), "")
    return creator if isinstance(creator, str) else ""


def _is_software(node: Node) -> bool:
    creators = listed(node.get("creator"))
    return bool(creators) and isinstance(creators[0], Mapping) and "Software" in kinds(creators[0])


def _native_id(identity: str) -> int | None:
    own = _OWN.fullmatch(identity)
    return int(own[1]) if own else None


def _origin(node: Node, identity: str) -> str:
    """The suggester our exporter names as generator; other tools name themselves there."""
    generator = node.get("generator")
    if _OWN.fullmatch(identity) and isinstance(generator, Mapping) and generator.keys() == {"type", "name"}:
        return str(generator["name"])
    return ""


def _created(node: Node) -> str:
    value = node.get("created")
    return value if isinstance(value, str) else ""


def _is_url(source: str) -> bool:
    return _scheme(source) in {"http", "https"}


def _scheme(source: str) -> str:
    """What an address begins with ("https"); empty where it is relative, or no address."""
    matched = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", source)
    return matched[1].lower() if matched else ""


READER = Reader(
    name="w3c",
    title="W3C Web Annotation (JSON-LD)",
    reads="a folder of .jsonld or .json files, in folders of it too, or one file: a collection, a page, a "
    "list, lines, or an answer of Hypothesis' API",
    takes="annotations by position (code points, or UTF-16 where the quotes say so), by quote, or both, with "
    "several targets as fragments; classifying and tagging bodies as labels (an annotation each), describing "
    "ones as values, others that are text as the note; linking annotations as relations; creators; what "
    "software has made as suggestions; of our own export also blocks, passages, assessments and decisions",
    leaves="annotations with XPath, CSS or SVG selectors alone, labels of whole texts, bodies that are no "
    "text, and relations between texts are counted",
    read=read,
)
