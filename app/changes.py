"""What can change, as values: a change is a thing before and after; a step is one undoable act.

Undo keeps values, not code per action: the inverse of a change swaps its two sides, and redo falls out.
The same step is written to the history and broadcast to the views, which refresh only what it names.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from msgspec import Struct

from app.annotation import Annotation, ArticleStatus, Assessment, EmptyPassage, Relation
from app.article import Article
from app.scheme import Scheme
from app.speaker import Speaker
from app.suggestion import Suggestion

Entity = (
    Article
    | Annotation
    | Relation
    | ArticleStatus
    | EmptyPassage
    | Assessment
    | Speaker
    | Suggestion
    | Scheme
)
"""Everything a change can be about. The class is the kind; `key()` is the identity."""

StepKind = Literal["do", "undo", "redo"]


def key(entity: Entity) -> tuple[int | str, ...]:
    """Return what stays when the entity changes: its id, or the article and annotator it belongs to."""
    match entity:
        case ArticleStatus() | Assessment():
            return (entity.article_id, entity.annotator)
        case Scheme():
            return ()  # a project has one
        case _:
            return (entity.id,)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who acts, and when: what a command writes into the things it makes."""

    annotator: str
    at: str
    """ISO 8601 date-time in UTC."""


class Change(Struct, frozen=True, gc=False):
    """One thing before and after. `before` is None where it is made, `after` where it is removed."""

    before: Entity | None
    after: Entity | None

    def __post_init__(self) -> None:
        """Refuse a change of nothing, of kind or of identity: it could not be undone."""
        if self.before is None and self.after is None:
            raise ValueError("a change needs a before or an after")
        if self.before is None or self.after is None:
            return
        if type(self.before) is not type(self.after) or key(self.before) != key(self.after):
            raise ValueError(f"a change must stay with one thing, not {self.before!r} -> {self.after!r}")

    @property
    def entity(self) -> Entity:
        """The thing itself, as it is after the change, or as it was when it is removed."""
        if self.after is not None:
            return self.after
        assert self.before is not None
        return self.before

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Content:
    """Immutable bytes a step refers to by hash: an article's text (UTF-8) or its saved original.

    Contents are not part of the history: undoing an import removes the article and leaves its contents,
    so that redo finds them again.
    """

    sha256: str
    kind: Literal["text", "snapshot"]
    data: bytes


_OF_NO_ARTICLE = (Scheme, Speaker)


class _Sorted:
    """The changes of a step by what they are about, so that each view need not go through all of them."""

    __slots__ = ("by_article", "by_kind")

    def __init__(self, changes: Iterable[Change]) -> None:
        self.by_article: defaultdict[int, list[Change]] = defaultdict(list)
        self.by_kind: defaultdict[type[Entity], list[Change]] = defaultdict(list)
        by_article, by_kind = self.by_article, self.by_kind
        for change in changes:
            entity = change.entity
            by_kind[type(entity)].append(change)
            if isinstance(entity, Article):
                by_article[entity.id].append(change)
            elif not isinstance(entity, _OF_NO_ARTICLE):
                by_article[entity.article_id].append(change)


@dataclass(frozen=True)
class Step:
    """One undoable act: who, when, what. The history is the list of them.

    Undo and redo are themselves steps, appended like any other. `below` and `other_top` make the two
    stacks a linked list inside the history, so that undo of any depth needs no scan: a step lies on the
    undo stack (kinds do and redo) or on the redo stack (kind undo); `below` is the step under it there,
    and `other_top` the top of the other stack after this step. Numbers of steps; 0 is the bottom.
    """

    verb: str
    """The command's name ("annotate"), by which interface and audit trail call it."""
    annotator: str
    at: str
    """ISO 8601 date-time in UTC."""
    changes: tuple[Change, ...]
    kind: StepKind = "do"
    below: int = 0
    other_top: int = 0
    number: int = 0
    """1, 2, 3 ... in the project's history; 0 until it is applied."""

    def inverse_changes(self) -> tuple[Change, ...]:
        """The changes that take this step back, last first."""
        return tuple(change.inverse() for change in reversed(self.changes))

    def numbered(self, number: int) -> "Step":
        """This step as the history keeps it."""
        return replace(self, number=number)

    def articles(self) -> frozenset[int]:
        """Ids of the articles this step touches; empty for an edit of the scheme or the registry."""
        return frozenset(self._parts.by_article)

    def about(self, article_id: int) -> Sequence[Change]:
        """The changes of this article and of what is in it."""
        return self._parts.by_article.get(article_id, ())

    def of(self, kind: type[Entity]) -> Sequence[Change]:
        """The changes of things of this kind."""
        return self._parts.by_kind.get(kind, ())

    @cached_property
    def _parts(self) -> _Sorted:
        """Sorted when first asked for: a step may have hundreds of thousands of changes."""
        return _Sorted(self.changes)


@dataclass(frozen=True, slots=True)
class StepHead:
    """A step as the history lists it: all but its changes, which may be hundreds of thousands."""

    verb: str
    annotator: str
    at: str
    """ISO 8601 date-time in UTC."""
    kind: StepKind
    below: int
    other_top: int
    number: int


@dataclass(frozen=True, slots=True)
class HistoryHead:
    """Where the history of a project ends: it says which state of the project is meant."""

    number: int
    """Of the last step; 0 where there is none yet."""
    at: str
    """ISO 8601 date-time in UTC of the last step; empty where there is none yet."""
    sha256: str
    """The seal of the last step, which goes over all before it too."""
