"""Bring in what a file says of an article: annotations, relations, suggestions, statuses and the rest.

Nothing that is there is overwritten: what the annotator has just so already is passed over, and what the
project has otherwise is told.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple, Protocol

from app.anchor import Fragment, Span, anchor
from app.annotation import Annotation, ArticleStatus, Assessment, EmptyPassage, Relation, Status
from app.changes import Change, Entity
from app.commands.mark_empty import without_marked
from app.project import AnnotatedArticle
from app.readers.loaded import Link, Mark, Nothing, Proposed, Said
from app.readers.placing import Left, Placed, PlacedMark
from app.reanchoring import LOADED
from app.replacing import replace
from app.scheme import Scheme
from app.suggestion import Decision, Suggestion

UNSCORED = 0.5
"""The score of a suggestion whose file gives none: as likely right as wrong is all that is known."""

_FURTHER = frozenset({Status.DONE, Status.SKIPPED})

_KEPT_LENGTH = len("2023-07-04T05:11:00.000Z")


class NewId(Protocol):
    """Gives ids."""

    def __call__(self, kind: type[Entity], wanted: int | None) -> int:
        """Return the wanted id where no other thing of the kind has it, else a new one."""
        ...


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is loaded."""

    scheme: Scheme
    loader: str
    """Who has marked what the file names no annotator of."""
    at: str
    """When it was made, of what the file gives no time of; ISO 8601 in UTC."""
    annotator: str = ""
    """Who has marked it all, whatever the file says; empty: as it says."""
    as_suggestions: bool = False
    """Whether annotations become suggestions too."""
    suggester: str = ""
    """Whose those are that the file names no suggester of."""


@dataclass(slots=True)
class Loaded:
    """What loading comes to for one article."""

    changes: list[Change] = field(default_factory=list)
    made: Counter[str] = field(default_factory=Counter)
    """How many annotations, relations, suggestions, ... are made, by the plural of their kind."""
    there: int = 0
    """Annotations, relations and suggestions that were there already, just so."""
    moved: int = 0
    """Annotations found for certain, but not where the file says."""
    doubtful: int = 0
    """Annotations found, not for certain: they are among the suggestions."""
    left: list[Left] = field(default_factory=list)


def load(read: AnnotatedArticle, records: Iterable[Placed], manner: Manner, new_id: NewId) -> Loaded:
    """Return the changes that add what the records say of the article, and what has no place in it."""
    loading = _Loading(read, manner, new_id)
    for placed in records:
        loading.take(placed)
    return loading.finish()


class _End(NamedTuple):
    """What became of a mark that relations may go from or to."""

    id: int
    annotator: str
    """Empty for a suggestion."""


class _Loading:
    """The article as it is and becomes, while record after record is taken."""

    def __init__(self, read: AnnotatedArticle, manner: Manner, new_id: NewId) -> None:
        self._read = read
        self._manner = manner
        self._new_id = new_id
        self._article_id = read.article.id
        self._result = Loaded()
        self._marked = {_place(a.annotator, a.label, a.fragments): a for a in read.annotations}
        self._made: list[Annotation] = []
        self._suggested = {(s.suggester, s.place): s for s in read.suggestions}
        self._decided = {s.place: s for s in read.suggestions if s.decision is not Decision.OPEN}
        self._proposed: dict[int, Suggestion] = {}
        self._waiting: defaultdict[int, list[Mapping[str, object]]] = defaultdict(list)
        """Relations that suggestions propose, by their ids."""
        self._related: defaultdict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
        """Ends by annotator and type."""
        for relation in read.relations:
            self._related[relation.annotator, relation.type].add((relation.source, relation.target))
        self._singles = {kind.id for kind in manner.scheme.relations if kind.single}
        self._symmetric = {kind.id for kind in manner.scheme.relations if kind.symmetric}
        self._names: dict[str, str] = {}
        """Annotators by what the file calls them."""
        self._statuses: dict[str, Status] = {}
        self._assessments: dict[str, Assessment] = {}
        self._passages: dict[int, EmptyPassage] = {}
        """By their ids."""
        self._cut: dict[tuple[str, int], int] = {}
        """Their ids by annotator and the id the file gives."""

    def take(self, placed: Placed) -> None:
        """Take what a record says."""
        self._result.left += placed.left
        self._result.moved += placed.moved
        ends: dict[str, _End] = {}
        for mark in placed.marks:
            ends[mark.mark.id] = self._mark(mark, placed.where)
        for link in placed.links:
            self._link(link, ends[link.source], ends[link.target], placed.where)
        if self._manner.as_suggestions:
            return  # nobody has read the article
        for nothing, fragment in placed.nothing:
            self._nothing(nothing, fragment, placed.where)
        for name, status in placed.statuses.items():
            self._status(self._annotator(name), status, placed.where)
        for name, said in placed.said.items():
            self._assess(self._annotator(name), said, placed.where)

    def finish(self) -> Loaded:
        """Return what it all comes to."""
        result, made = self._result, self._result.made
        entities: list[Entity] = [
            *(replace(s, relations=tuple(self._waiting.get(i, ()))) for i, s in self._proposed.items()),
            *self._passages.values(),
            *self._assessments.values(),
        ]
        result.changes += [Change(None, entity) for entity in entities]
        made["annotations"] += len(self._made)
        made["suggestions"] += len(self._proposed)
        made["passages"] += len(self._passages)
        made["assessments"] += len(self._assessments)
        for annotator, status in self._statuses.items():
            known = self._read.statuses.get(annotator)
            before = None if known is None else ArticleStatus(self._article_id, annotator, known)
            result.changes.append(Change(before, ArticleStatus(self._article_id, annotator, status)))
        made["statuses"] += len(self._statuses)
        if self._read.empty_passages:
            for annotator in {annotation.annotator for annotation in self._made}:
                passages = [p for p in self._read.empty_passages if p.annotator == annotator]
                own = [a for a in self._made if a.annotator == annotator]
                result.changes += without_marked(self._read.text, passages, own)
        return result

    # -- marks -----------------------------------------------------------------------------------------

    def _mark(self, placed: PlacedMark, where: str) -> _End:
        if placed.mark.proposal is not None or self._manner.as_suggestions or not placed.certain:
            return self._suggest(placed, where)
        mark, annotator = placed.mark, self._annotator(placed.mark.annotator)
        key = _place(annotator, placed.label, placed.fragments)
        known = self._marked.get(key)
        if known is not None:
            if _says_otherwise(mark, placed, known):
                self._leave("annotations that the project has with other values", where, _shown(placed))
            else:
                self._result.there += 1
            return _End(known.id, annotator)
        annotation = Annotation(
            self._new_id(Annotation, mark.native_id),
            self._article_id,
            annotator,
            placed.label,
            placed.fragments,
            placed.attributes,
            mark.confidence if mark.confidence is None else self._confidence(mark.confidence, where),
            mark.note,
            mark.origin,
            moment(mark.created_at, self._manner.at),
        )
        self._marked[key] = annotation
        self._made.append(annotation)
        self._result.changes.append(Change(None, annotation))
        return _End(annotation.id, annotator)

    def _confidence(self, given: float, where: str) -> float | None:
        if 0 <= given <= 1:
            return given
        self._leave("confidences that are not from 0 to 1", where, str(given))
        return None

    def _suggest(self, placed: PlacedMark, where: str) -> _End:
        suggestion = self._suggestion(placed, where)
        known = self._suggested.get((suggestion.suggester, suggestion.place))
        decided = self._decided.get(suggestion.place)
        if known is not None and known.decision is Decision.OPEN and suggestion.decision is not Decision.OPEN:
            now = replace(suggestion, id=known.id, relations=known.relations)
            self._suggested[now.suggester, now.place] = now
            if known.id in self._proposed:
                self._proposed[known.id] = now
            else:
                self._result.changes.append(Change(known, now))
                self._result.made["decisions"] += 1
            return _End(known.id, "")
        if known is not None or decided is not None:
            self._result.there += 1
            return _End((known or decided or suggestion).id, "")
        made = replace(suggestion, id=self._new_id(Suggestion, placed.mark.native_id))
        self._suggested[made.suggester, made.place] = made
        self._proposed[made.id] = made
        self._result.doubtful += not placed.certain
        if len(placed.fragments) > 1:
            self._leave("further fragments of suggestions, which have one", where, _shown(placed))
        return _End(made.id, "")

    def _suggestion(self, placed: PlacedMark, where: str) -> Suggestion:
        """The suggestion, without an id yet; one that is not at its place for certain is open again."""
        mark, manner = placed.mark, self._manner
        proposal = mark.proposal or Proposed(
            suggester=manner.annotator if manner.as_suggestions else LOADED,
            score=None if manner.as_suggestions else 1.0,
        )
        score = UNSCORED if proposal.score is None else proposal.score
        if not 0 <= score <= 1:
            self._leave("scores that are not from 0 to 1", where, str(score))
            score = UNSCORED
        decision = _decision(proposal.decision) if placed.certain else Decision.OPEN
        decided = decision is not Decision.OPEN
        quote = "" if placed.certain else mark.pieces[0].exact or ""
        return Suggestion(
            id=0,
            article_id=self._article_id,
            label=placed.label,
            fragment=placed.fragments[0],
            score=score if placed.certain else round(score * placed.score, 3),
            suggester=proposal.suggester or manner.suggester,
            rule=f"“{quote}” in the file" if quote else proposal.rule,
            attributes=placed.attributes,
            decision=decision,
            decided_by=self._annotator(proposal.decided_by) if decided else "",
            decided_at=moment(proposal.decided_at, manner.at) if decided else "",
            seconds=proposal.seconds if decided else None,
        )

    # -- relations -------------------------------------------------------------------------------------

    def _link(self, link: Link, source: _End, target: _End, where: str) -> None:
        """Relate two annotations, or let a suggestion wait with what it proposes."""
        if source.id in self._proposed:
            self._waiting[source.id].append({"type": link.type, "to": target.id})
        elif not source.annotator:
            self._result.there += 1
        elif target.id in self._proposed:
            self._waiting[target.id].append({"type": link.type, "from": source.id})
        elif not target.annotator:
            self._result.there += 1
        else:
            self._relate(link, source, target, where)

    def _relate(self, link: Link, source: _End, target: _End, where: str) -> None:
        annotator = self._annotator(link.annotator) if link.annotator else source.annotator
        there = self._related[annotator, link.type]
        ends = (source.id, target.id)
        if ends in there or (link.type in self._symmetric and ends[::-1] in there):
            self._result.there += 1
        elif source.id == target.id:
            self._leave("relations of an annotation to itself", where, link.type)
        elif link.type in self._singles and any(source.id == other for other, _ in there):
            self._leave("relations beside another where there may be one", where, link.type)
        else:
            there.add(ends)
            relation = Relation(
                self._new_id(Relation, link.native_id),
                self._article_id,
                annotator,
                link.type,
                *ends,
                moment(link.created_at, self._manner.at),
            )
            self._result.made["relations"] += 1
            self._result.changes.append(Change(None, relation))

    # -- what is said of more than a mark ----------------------------------------------------------------

    def _nothing(self, nothing: Nothing, fragment: Fragment, where: str) -> None:
        annotator, span = self._annotator(nothing.annotator), fragment.span
        for known in (*self._read.empty_passages, *self._passages.values()):
            if known.annotator == annotator and known.fragment.span.contains(span):
                return
        for annotation in self._read.annotations:
            if annotation.annotator == annotator and any(span.overlaps(own) for own in annotation.spans):
                what = f"{fragment.start}..{fragment.end}"
                self._leave("passages read and empty in which something is marked", where, what)
                return
        key = (annotator, nothing.native_id or 0)
        cut = self._passages.get(self._cut.get(key, 0))
        if cut is not None:
            united = _united(self._read.text, cut.fragment.span, span)
            if united is not None:
                self._passages[cut.id] = replace(cut, fragment=anchor(self._read.text, united))
                return
        passage_id = self._new_id(EmptyPassage, nothing.native_id)
        at = moment(nothing.created_at, self._manner.at)
        self._passages[passage_id] = EmptyPassage(passage_id, self._article_id, annotator, fragment, at)
        if nothing.native_id:
            self._cut[key] = passage_id

    def _status(self, annotator: str, status: Status, where: str) -> None:
        if status is Status.TODO:
            return  # which is what an article without a status is
        known = self._statuses.get(annotator) or self._read.statuses.get(annotator, Status.TODO)
        if known is Status.TODO or (known is Status.IN_PROGRESS and status in _FURTHER):
            self._statuses[annotator] = status
        elif known is not status and annotator not in self._statuses:
            self._leave("statuses of articles that have another", where, f"{status} by {annotator}")

    def _assess(self, annotator: str, said: Said, where: str) -> None:
        new = Assessment(self._article_id, annotator, said.attributes, said.flagged, said.note)
        if not (new.attributes or new.flagged or new.note):
            return
        known = self._assessments.get(annotator) or self._read.assessments.get(annotator)
        if known is None:
            self._assessments[annotator] = new
        elif known != new:
            self._leave("assessments of articles that have another", where, f"by {annotator}")

    # -- helpers ---------------------------------------------------------------------------------------

    def _annotator(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            known = self._names[name] = self._manner.annotator or name.strip() or self._manner.loader
        return known

    def _leave(self, kind: str, where: str, what: str) -> None:
        self._result.left.append(Left(kind, where, what))


def moment(text: str, default: str) -> str:
    """Return a time as Pressmark keeps it (UTC, ISO 8601 to the millisecond); `default` where it is none."""
    try:
        parsed = datetime.fromisoformat(text)
        if len(text) == _KEPT_LENGTH and text[10] == "T" and text[-1] == "Z":
            return text
        utc = parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)
    except (ValueError, OverflowError):
        return default
    return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _place(
    annotator: str, label: str, fragments: Sequence[Fragment]
) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    return annotator, label, tuple([(fragment.start, fragment.end) for fragment in fragments])


def _says_otherwise(mark: Mark, placed: PlacedMark, known: Annotation) -> bool:
    """Tell whether the file gives a value that the annotation has not; what it lacks it may have lost."""
    given: Mapping[str, Any] = placed.attributes
    return (
        any(known.attributes.get(name) != value for name, value in given.items())
        or (mark.confidence is not None and mark.confidence != known.confidence)
        or (mark.note != "" and mark.note != known.note)
    )


def _united(text: str, one: Span, other: Span) -> Span | None:
    """Both as one, if only white space is between them."""
    first, second = sorted((one, other))
    if second.start > first.end and text[first.end : second.start].strip():
        return None
    return Span(first.start, max(first.end, second.end))


def _decision(text: str) -> Decision:
    try:
        return Decision(text)
    except ValueError:
        return Decision.OPEN


def _shown(placed: PlacedMark) -> str:
    first = placed.fragments[0]
    return f"{placed.label} at {first.start}..{first.end}"
