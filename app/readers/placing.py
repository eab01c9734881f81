"""What a reader gave, placed: which article it is, where each mark stands in it, and what of it has no place.

Nothing is guessed silently. What is at its offsets, or found for certain, is placed; what is found but not
for certain is told apart, with a score, for a person to decide on; the rest is listed with why.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from app.anchor import Fragment, Span
from app.annotation import Attributes, Status, is_span
from app.errors import NotFound
from app.project import Project
from app.readers.bounded import excerpt
from app.readers.canonical import Move
from app.readers.loaded import Link, LoadedArticle, Mark, Nothing, Said
from app.readers.locating import Locator, Spot, span_of
from app.readers.terms import Terms

# Words that two texts must share, of all their words, to be versions of one article; as for revisions (see
# `commands.add_articles`), which are found by the same address.
_LEAST_SHARED = 0.4

LARGEST_ID = 2**53
"""Ids are smaller: what JSON holds exactly, and `app.ids` gives."""

_WORD = re.compile(r"\w+")


class Left(NamedTuple):
    """Something of a file that has no place in the project."""

    kind: str
    """What it is and why, in the plural: "annotations outside the text"."""
    where: str
    """Its place in the file: "line 12"."""
    what: str = ""
    """Which one: "“claim” at 5..9"."""
    times: int = 1


class PlacedMark(Struct, frozen=True, gc=False):
    """A mark where it stands in the article."""

    mark: Mark
    label: str
    """Id of the scheme."""
    fragments: tuple[Fragment, ...]
    """In text order, not overlapping; of a doubtful one those that were found."""
    attributes: Attributes
    """Those the label takes, spans at their places."""
    score: float = 1.0
    """Less than 1 where the place is not that of the file."""
    certain: bool = True


@dataclass(slots=True)
class Placed:
    """What one record of a file says of one article of the project."""

    where: str
    marks: list[PlacedMark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    """Between marks that are placed, of relations of the scheme (by its ids) that may hold between them."""
    nothing: list[tuple[Nothing, Fragment]] = field(default_factory=list)
    said: dict[str, Said] = field(default_factory=dict)
    """By annotator; with the values the scheme takes."""
    statuses: Mapping[str, Status] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    moved: int = 0
    """Number of marks found for certain, but not at the file's offsets."""


class Home(NamedTuple):
    """The article of the project that a record speaks of."""

    article_id: int
    same: bool
    """Whether the record's text is the article's, or the segment of it that it says; see `Locator`."""
    start: int = 0
    """Where the record's text begins in the article's."""


def find_home(
    project: Project, loaded: LoadedArticle, own: str | None, own_hash: str, *, just_so: bool
) -> Home | None:
    """Return the article that the record speaks of; None: the project does not have it.

    `own` is the record's text, canonical, and `own_hash` the hash of it. By its text; then by what the file
    says of the article it was made from, and by its address, where that holds the text or, unless it must
    be there `just_so`, is alike.
    """
    if own is None:
        return _home_of_no_text(project, loaded)
    if loaded.segment_start is None:
        article_id = project.article_by_text(own_hash)
        if article_id is not None:
            return Home(article_id, same=True)
        if just_so:
            return None
    for article_id in _candidates(project, loaded):
        text = project.text(article_id)
        start = _start_of(loaded, own, text)
        if start is not None:
            return Home(article_id, same=True, start=start)
        if not just_so and _alike(own, text, whole=loaded.segment_start is None):
            return Home(article_id, same=False)
    return None


def place(loaded: LoadedArticle, locator: Locator, terms: Terms) -> Placed:
    """Return what the record says, each thing where it stands in the article, in the scheme's terms."""
    placed = Placed(loaded.where, statuses=loaded.statuses)
    placed.left += [Left(kind, loaded.where, times=times) for kind, times in loaded.left.items()]
    locator.align(_spans(loaded))
    for mark in loaded.marks:
        _place_mark(mark, locator, terms, placed)
    _place_links(loaded.links, terms, placed)
    for nothing in loaded.nothing:
        spot = locator.place(nothing.piece)
        if spot.fragment is None or not spot.certain:
            placed.left.append(Left("passages read and empty that were not found", loaded.where))
        else:
            placed.nothing.append((nothing, spot.fragment))
    for annotator, said in loaded.said.items():
        attributes, refused = terms.values_of_article(said.attributes)
        for name in refused:
            what = f"“{name}” = “{excerpt(str(said.attributes[name]))}”"
            placed.left.append(Left("values of articles that the scheme does not take", loaded.where, what))
        placed.said[annotator] = Said(attributes, said.flagged, said.note)
    return placed


def locator_of(home: Home, text: str, own: str | None, move: Move | None) -> Locator:
    """Return what locates the pieces of a record at home in the article with this text."""
    return Locator(text, own, move=move, start=home.start, same=home.same)


# --------------------------------------------------------------------------------------- which article it is


def _home_of_no_text(project: Project, loaded: LoadedArticle) -> Home | None:
    """The article of a record without a text; its offsets count that of the hash the file gives, if any."""
    if loaded.text_sha256:
        article_id = project.article_by_text(loaded.text_sha256)
        if article_id is not None:
            return Home(article_id, same=True, start=loaded.segment_start or 0)
    article_id = next(_candidates(project, loaded), None)
    return None if article_id is None else Home(article_id, same=False)


def _candidates(project: Project, loaded: LoadedArticle) -> Iterator[int]:
    """The articles that the file names otherwise than by the record's text: by hash, id and address."""
    found = [project.article_by_text(loaded.text_sha256) if loaded.text_sha256 else None]
    if loaded.article_id is not None and 0 < loaded.article_id < LARGEST_ID:
        with suppress(NotFound):
            found.append(project.article(loaded.article_id).id)
    url = loaded.about.get("url")
    found.append(project.article_by_url(url) if url and isinstance(url, str) else None)
    return iter(dict.fromkeys(article_id for article_id in found if article_id is not None))


def _start_of(loaded: LoadedArticle, own: str, text: str) -> int | None:
    """Where a segment's text begins in the article's: where it says, or where it stands just once."""
    if loaded.segment_start is not None and text.startswith(own, loaded.segment_start):
        return loaded.segment_start
    first = text.find(own) if own else -1
    return first if first >= 0 and text.find(own, first + 1) < 0 else None


def _alike(own: str, text: str, *, whole: bool) -> bool:
    """Tell whether the two share enough words; of a segment, whether the article has enough of its words."""
    ours, theirs = _words(text), _words(own)
    return len(ours & theirs) >= _LEAST_SHARED * len(ours | theirs if whole else theirs) and bool(theirs)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


# -------------------------------------------------------------------------------------------- marks and links


def _spans(loaded: LoadedArticle) -> Iterator[Span]:
    """Everything in the record that stands somewhere."""
    for mark in loaded.marks:
        for piece in mark.pieces:
            if piece.span is not None:
                yield piece.span
        for value in mark.attributes.values():
            if is_span(value) and (span := span_of(value)) is not None:
                yield span
    for nothing in loaded.nothing:
        if nothing.piece.span is not None:
            yield nothing.piece.span


def _place_mark(mark: Mark, locator: Locator, terms: Terms, placed: Placed) -> None:
    label = terms.label(mark.label)
    if label is None:
        kind = f"annotations with the label “{excerpt(mark.label)}”, which the scheme does not have"
        placed.left.append(Left(kind, placed.where, _named(mark)))
        return
    quick = locator.at_its_offsets(mark.pieces[0]) if len(mark.pieces) == 1 else None
    spots: Sequence[Spot] = () if quick is not None else [locator.place(piece) for piece in mark.pieces]
    fragments: tuple[Fragment, ...] = (quick,) if quick is not None else _fragments(spots)
    if not fragments:
        placed.left.append(Left(f"annotations {spots[0].why}", placed.where, _named(mark)))
        return
    if len(fragments) > 1 and any(left.end > right.start for left, right in pairwise(fragments)):
        placed.left.append(Left("annotations whose fragments overlap", placed.where, _named(mark)))
        return
    attributes = _attributes(mark, locator, placed) if mark.attributes else mark.attributes
    if attributes:
        attributes, refused = terms.values(label, attributes)
        for name in refused:
            what = f"“{name}” = “{excerpt(str(mark.attributes[name]))}” of {_named(mark)}"
            placed.left.append(Left("values that the label does not take", placed.where, what))
    if not spots:
        placed.marks.append(PlacedMark(mark, label.id, fragments, attributes))
        return
    certain = len(fragments) == len(spots) and all(spot.certain for spot in spots)
    score = 1.0 if certain else sum(spot.score for spot in spots) / len(spots)
    placed.moved += certain and any(spot.moved for spot in spots)
    placed.marks.append(PlacedMark(mark, label.id, fragments, attributes, score, certain))


def _fragments(spots: Iterable[Spot]) -> tuple[Fragment, ...]:
    """Those that were found, in text order."""
    found = [spot.fragment for spot in spots if spot.fragment is not None]
    return tuple(sorted(found, key=lambda fragment: fragment.start))


def _attributes(mark: Mark, locator: Locator, placed: Placed) -> Attributes:
    """The mark's attributes with those that are spans where they stand in the article."""
    if dict not in map(type, mark.attributes.values()):
        return mark.attributes
    spans = {name: value for name, value in mark.attributes.items() if is_span(value)}
    moved = {name: locator.place_value(value) for name, value in spans.items()}
    for name, value in moved.items():
        if value is None:
            what = f"“{name}” of {_named(mark)}"
            placed.left.append(Left("values that are spans and were not found", placed.where, what))
    kept = {name: value for name, value in mark.attributes.items() if moved.get(name, value) is not None}
    return {name: moved.get(name, value) for name, value in kept.items()}


def _place_links(links: Iterable[Link], terms: Terms, placed: Placed) -> None:
    labels = {each.mark.id: each.label for each in placed.marks} if links else {}
    for link in links:
        kind = terms.relation(link.type)
        source, target = labels.get(link.source), labels.get(link.target)
        if kind is None:
            why = f"relations “{excerpt(link.type)}”, which the scheme does not have"
        elif source is None or target is None:
            why = "relations from or to what is not there"
        elif source not in kind.sources or target not in kind.targets:
            why = f"relations “{kind.id}” from {source} to {target}, which the scheme does not allow"
        elif link.source == link.target:
            why = "relations of an annotation to itself"
        else:
            placed.links.append(link if link.type == kind.id else _retyped(link, kind.id))
            continue
        what = f"“{excerpt(link.type)}” from {excerpt(link.source)} to {excerpt(link.target)}"
        placed.left.append(Left(why, placed.where, what))


def _retyped(link: Link, kind: str) -> Link:
    return Link(kind, link.source, link.target, link.annotator, link.created_at, link.native_id)


def _named(mark: Mark) -> str:
    """The mark as a person finds it in the file."""
    first = mark.pieces[0]
    place = f" at {first.span.start}..{first.span.end}" if first.span is not None else ""
    quote = f" “{excerpt(first.exact)}”" if first.exact else ""
    return f"{excerpt(mark.label)}{place}{quote}"
