"""The socket that storage fills: what a project can do and tell, as a Protocol.

Everything is written through `apply` (acts of people) and `put_suggestions` (what machines propose,
which can be computed again and so has no history). Reads return values of the domain, never rows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from app.annotation import Annotation, ArticleStatus, Relation, Status
from app.article import Article
from app.changes import Content, Step
from app.scheme import Scheme
from app.suggestion import Suggestion

Order = Literal["added", "title", "published", "site"]


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles, in which order. Empty fields do not restrict."""

    words: str = ""
    """Searched in title and text, case, ё/е and й/и folded; the last word as a prefix; "..." a phrase."""
    annotator: str = ""
    """Whose statuses `statuses` speaks of."""
    statuses: tuple[Status, ...] = ()
    languages: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """Articles with at least one annotation of one of these labels."""
    open_suggestions: bool = False
    superseded: bool = False
    """Also articles that have a newer revision."""
    order: Order = "added"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """A row of the library list."""

    id: int
    title: str
    site: str
    published: str | None
    language: str
    status: Status
    counts: Mapping[str, int]
    """Number of the annotator's annotations by label id."""
    open_suggestions: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a project holds."""

    articles: int
    annotations: int
    relations: int
    suggestions: int
    steps: int
    by_status: Mapping[str, int]
    by_label: Mapping[str, int]
    by_language: Mapping[str, int]
    by_site: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with its text and everything that was said of it, as of one moment."""

    article: Article
    text: str
    """The canonical text."""
    annotations: list[Annotation]
    """By start, then longest first, then id."""
    relations: list[Relation]
    """Oldest first, then by id."""
    statuses: Mapping[str, Status]
    """By annotator; who is not in it has the article to do."""
    suggestions: list[Suggestion]
    """By start, then longest first, then id, the decided ones too; empty unless asked for."""


class Project(Protocol):
    """One open project file. Every read sees the last applied step."""

    @property
    def path(self) -> Path:
        """Where the file is."""
        ...

    # -- writing ----------------------------------------------------------------------------------

    def apply(self, step: Step, contents: Iterable[Content] = ()) -> Step:
        """Write the rows and the history entry in one durable transaction; return the numbered step.

        Each change's `before` must equal the stored row (None: no row), else Conflict is raised and
        nothing is written. Every fragment's quote must be what its text has, else ValueError.
        UserError: the disk is full, the file is read-only or locked.
        """
        ...

    def put_suggestions(self, article_id: int, suggester: str, suggestions: Sequence[Suggestion]) -> None:
        """Replace the suggester's open suggestions of the article; decided ones stay as they are."""
        ...

    def remember(self, key: str, value: str) -> None:
        """Keep a small fact about the view (last article, caret); not part of the history."""
        ...

    # -- history ----------------------------------------------------------------------------------

    def last_step(self, annotator: str) -> Step | None:
        """The annotator's newest step, or None."""
        ...

    def step(self, number: int) -> Step:
        """The step of that number; NotFound if there is none."""
        ...

    def steps(self, after: int = 0) -> Iterator[Step]:
        """All steps with a number greater than `after`, oldest first."""
        ...

    # -- reading ----------------------------------------------------------------------------------

    def scheme(self) -> Scheme:
        """The project's scheme."""
        ...

    def article(self, article_id: int) -> Article:
        """The article; NotFound if there is none."""
        ...

    def text(self, article_id: int) -> str:
        """The article's canonical text; NotFound if there is none."""
        ...

    def original(self, article_id: int) -> bytes:
        """The bytes the article was imported from; NotFound if there are none."""
        ...

    def article_by_text(self, text_sha256: str) -> int | None:
        """Id of the article with this canonical text, or None: how duplicates are recognised."""
        ...

    def articles_by_snapshot(self) -> dict[str, int]:
        """Article ids by the hash of their saved bytes; of several with the same bytes the newest."""
        ...

    def article_by_url(self, url: str) -> int | None:
        """Id of the newest article with this address, or None."""
        ...

    def newest_of_site(self, site: str, most: int) -> list[int]:
        """Ids of at most so many articles of the site, newest first."""
        ...

    def find(self, query: ArticleQuery) -> list[int]:
        """Ids of the matching articles in the asked order."""
        ...

    def summaries(self, article_ids: Sequence[int], annotator: str) -> list[Summary]:
        """A row for each id, in the order given; ids that are gone are left out."""
        ...

    def annotations(self, article_id: int, annotator: str | None = None) -> list[Annotation]:
        """The article's annotations (of one annotator, or of all) by start, then longest first, then id."""
        ...

    def annotated(
        self, article_ids: Iterable[int], annotator: str | None = None, *, with_suggestions: bool = False
    ) -> Iterator[AnnotatedArticle]:
        """The articles in the order given, each with what was said of it (by one annotator, or by all).

        For reading many: a few are read at a time, and memory does not grow with their number. What is
        written meanwhile may be seen from the next few on. NotFound: an article is not there (any more).
        """
        ...

    def annotation(self, annotation_id: int) -> Annotation:
        """The annotation; NotFound if there is none."""
        ...

    def relations(self, article_id: int, annotator: str | None = None) -> list[Relation]:
        """The article's relations, oldest first, then by id."""
        ...

    def suggestions(self, article_id: int, *, only_open: bool = True) -> list[Suggestion]:
        """The article's suggestions by start, then longest first, then id."""
        ...

    def suggestion(self, suggestion_id: int) -> Suggestion:
        """The suggestion; NotFound if there is none."""
        ...

    def status(self, article_id: int, annotator: str) -> ArticleStatus | None:
        """The annotator's status of the article; None means to do."""
        ...

    def annotators(self) -> list[str]:
        """Everybody who has acted on the project, by name."""
        ...

    def counts(self, annotator: str) -> Counts:
        """Totals; `by_status` is the annotator's."""
        ...

    def recall(self, key: str) -> str | None:
        """What `remember` kept under `key`, or None."""
        ...

    def close(self) -> None:
        """Close the file; the project cannot be used after."""
        ...
