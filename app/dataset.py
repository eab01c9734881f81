"""What leaves a project: a selection of it, checked, in a fixed order, and how it splits into parts.

A `Dataset` is a frozen description with the ids of its articles; iterating it reads one article at a
time, so memory does not grow with their number. Exporters see nothing but its records.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal
from urllib.parse import urlsplit

from app.anchor import Fragment, holds
from app.annotation import Annotation, Assessment, EmptyPassage, Relation, Status
from app.article import Article
from app.errors import UserError
from app.project import AnnotatedArticle, ArticleQuery, Project
from app.scheme import Scheme
from app.suggestion import Suggestion

Part = Literal["train", "dev", "test"]
PARTS: tuple[Part, ...] = ("train", "dev", "test")

Group = Literal["site", "article"]
"""What stays together in one part: all articles of a publisher, or only equal texts."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles and annotations to take. Empty fields do not restrict."""

    annotators: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    """An annotator's set of an article is taken if that annotator gave the article one of these."""
    labels: tuple[str, ...] = ()
    """Label ids. An article without such annotations stays: that nothing is there is data."""
    languages: tuple[str, ...] = ()
    """ISO 639-1 codes of the articles."""
    sites: tuple[str, ...] = ()
    with_suggestions: bool = False
    """Whether suggestions go along, each with the decision on it."""


@dataclass(frozen=True, slots=True)
class Record:
    """One article as it leaves, with everything selected of it."""

    article: Article
    text: str
    """Canonical text; every offset counts its code points."""
    annotations: tuple[Annotation, ...]
    """By start, then longest first, then id."""
    relations: tuple[Relation, ...] = ()
    """Oldest first, then by id; only those with both ends among `annotations`."""
    suggestions: tuple[Suggestion, ...] = ()
    """By start, then longest first, then id."""
    statuses: Mapping[str, Status] = field(default_factory=dict)
    """By annotator, of those whose sets were taken (an empty set too: read, and nothing found)."""
    empty_passages: tuple[EmptyPassage, ...] = ()
    """By start, then id, of those whose sets were taken; whatever labels were selected."""
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    """By annotator, of those whose sets were taken."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A selection of a project at one moment: iterate it, as often as needed, for its records."""

    scheme: Scheme
    selection: Selection
    article_ids: tuple[int, ...]
    """In the order they were added to the project."""
    read: Callable[[Iterable[int]], Iterator[Record]]
    """Reads the records of articles, in the order given."""

    def __len__(self) -> int:
        """The number of articles."""
        return len(self.article_ids)

    def __iter__(self) -> Iterator[Record]:
        """Read and check article by article.

        UserError: a quote is not what the text has at its offsets, or an article has gone since.
        """
        for record in self.read(self.article_ids):
            _verify(record)
            yield record


def select(project: Project, selection: Selection) -> Dataset:
    """Describe what `selection` takes from `project`; the articles are fixed now, read when iterated.

    UserError: the selection names an annotator or a label that the project does not know.
    """
    scheme = project.scheme()
    annotators = tuple(project.annotators())
    _refuse_unknown("annotator", selection.annotators, annotators)
    _refuse_unknown("label", selection.labels, tuple(label.id for label in scheme.labels))
    chosen = selection.annotators or annotators
    return Dataset(
        scheme,
        selection,
        _article_ids(project, selection, chosen),
        partial(_read, project, selection, chosen),
    )


def _refuse_unknown(what: str, asked: tuple[str, ...], known: tuple[str, ...]) -> None:
    for name in asked:
        if name not in known:
            raise UserError(f"The project has no {what} “{name}”; it has {', '.join(known) or 'none'}.")


def _article_ids(project: Project, selection: Selection, annotators: tuple[str, ...]) -> tuple[int, ...]:
    everything = project.find(ArticleQuery(languages=selection.languages, sites=selection.sites))
    if not selection.statuses:
        return tuple(everything)
    reached: set[int] = set()
    for annotator in annotators or ("",):
        reached.update(project.find(ArticleQuery(annotator=annotator, statuses=selection.statuses)))
    return tuple(article_id for article_id in everything if article_id in reached)


def _read(
    project: Project, selection: Selection, annotators: tuple[str, ...], article_ids: Iterable[int]
) -> Iterator[Record]:
    """Read articles with what the selection takes of them."""
    only = annotators[0] if len(selection.annotators) == 1 else None
    for whole in project.annotated(article_ids, only, with_suggestions=selection.with_suggestions):
        yield _selected(whole, selection, annotators)


def _selected(whole: AnnotatedArticle, selection: Selection, annotators: tuple[str, ...]) -> Record:
    statuses = {annotator: whole.statuses.get(annotator, Status.TODO) for annotator in annotators}
    if selection.statuses:
        statuses = {name: status for name, status in statuses.items() if status in selection.statuses}
    annotations, relations, suggestions = whole.annotations, whole.relations, whole.suggestions
    passages, assessments = whole.empty_passages, whole.assessments
    if selection.annotators or selection.statuses:
        annotations = [a for a in annotations if a.annotator in statuses]
        relations = [r for r in relations if r.annotator in statuses]
        passages = [p for p in passages if p.annotator in statuses]
        assessments = {name: said for name, said in assessments.items() if name in statuses}
    if selection.labels:
        annotations = [a for a in annotations if a.label in selection.labels]
        suggestions = [s for s in suggestions if s.label in selection.labels]
    taken = {annotation.id for annotation in annotations}
    relations = [r for r in relations if r.source in taken and r.target in taken]
    return Record(
        article=whole.article,
        text=whole.text,
        annotations=tuple(annotations),
        relations=tuple(relations),
        suggestions=tuple(suggestions),
        statuses=statuses,
        empty_passages=tuple(passages),
        assessments=assessments,
    )


# ------------------------------------------------------------------------------------------- checking


def _verify(record: Record) -> None:
    """Raise UserError unless every quote is what the text has at its offsets."""
    text = record.text
    for annotation in record.annotations:
        for fragment in annotation.fragments:
            if text[fragment.start : fragment.end] != fragment.quote.exact:  # `holds`, without the call
                raise _mismatch(record.article, f"annotation {annotation.id}", fragment)
        if annotation.attributes:
            _verify_attributes(record, f"annotation {annotation.id}", annotation.attributes)
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


def _verify_attributes(record: Record, owner: str, attributes: Mapping[str, Any]) -> None:
    """Check the attributes that are spans of the article: `{"start", "end", "text"}`."""
    for name, value in attributes.items():
        if isinstance(value, str | int | float):  # most are, and an abstract class is asked slowly
            continue
        if not (isinstance(value, Mapping) and value.keys() >= {"start", "end", "text"}):
            continue
        if record.text[value["start"] : value["end"]] != value["text"]:
            raise _mismatch(record.article, f"{name} of {owner}", value)


def _mismatch(article: Article, owner: str, place: Fragment | Mapping[str, Any]) -> UserError:
    start, end = (place.start, place.end) if isinstance(place, Fragment) else (place["start"], place["end"])
    return UserError(
        f"Article {article.id} “{article.title}” does not read at {start}..{end} what {owner} quotes, "
        "so nothing is exported; `pressmark check` says more."
    )


# --------------------------------------------------------------------------------------------- splits


@dataclass(frozen=True, slots=True)
class Split:
    """How articles are dealt to train, dev and test: by hash, so that a part never depends on the rest."""

    shares: tuple[int, int, int] = (80, 10, 10)
    """Of train, dev and test; any whole numbers, taken in proportion."""
    group: Group = "site"
    salt: str = ""

    def part(self, article: Article) -> Part:
        """The part `article` belongs to."""
        return split_of(group_of(article, self.group), self.salt, self.shares)


def parse_shares(text: str) -> tuple[int, int, int]:
    """Read "80/10/10" (train/dev/test). UserError: it is not three whole numbers, one above zero."""
    pieces = text.split("/")
    if len(pieces) == 3 and all(piece.strip().isdecimal() for piece in pieces):
        train, dev, test = (int(piece) for piece in pieces)
        if train + dev + test > 0:
            return train, dev, test
    raise UserError(f"A split is three whole numbers such as 80/10/10 (train/dev/test), not “{text}”.")


def split_of(group: str, salt: str, shares: tuple[int, int, int]) -> Part:
    """Return the part of `group`: where sha256(salt + group), as a fraction of 1, falls among the shares.

    Adding articles moves no other; enlarging train at the cost of dev moves only dev to train.
    """
    digest = hashlib.sha256((salt + group).encode("utf-8")).digest()
    point = int.from_bytes(digest[:8])
    train, dev, test = shares
    # Whole numbers throughout: point / 2**64 < share / total, without rounding.
    scaled = point * (train + dev + test)
    if scaled < train << 64:
        return "train"
    return "dev" if scaled < (train + dev) << 64 else "test"


def group_of(article: Article, group: Group) -> str:
    """Return the name under which `article` is dealt.

    By site: the publisher, or the host of the address where the page names none. An article that has
    neither goes by its text, as all do by article: equal texts always meet in one part.
    """
    if group == "site":
        host = (urlsplit(article.url).hostname or "").removeprefix("www.")
        site = article.site.casefold().strip().removeprefix("www.") or host
        if site:
            return site
    return article.text_sha256
