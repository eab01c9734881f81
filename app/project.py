"""The socket that storage fills: what a project can do and tell, as a Protocol.

Everything is written through `apply` (acts of people) and `put_suggestions` (what machines propose,
which can be computed again and so has no history). Reads return values of the domain, never rows.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from app.anchor import Span
from app.annotation import Annotation, ArticleStatus, Assessment, EmptyPassage, Relation, Status
from app.article import Article
from app.changes import Content, Entity, HistoryHead, Step, StepHead
from app.scheme import Scheme
from app.speaker import Speaker
from app.suggestion import Suggestion

if TYPE_CHECKING:
    from app.statistics import Part, Statistics

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
    flagged: bool = False
    """Articles `annotator` has flagged."""
    published_from: str = ""
    published_to: str = ""
    """First and last day of publication, ISO 8601 dates (`2023`, `2023-07` and `2023-07-04` all will do); an
    article without a date is in no such range."""
    only: tuple[int, ...] | None = None
    """Just these articles (what a bar of a chart stands for), restricted by the rest; None: all."""
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
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """Where an article has what was searched for."""

    text: str
    """A stretch of the text on one line, "…" where it was cut."""
    found: tuple[Span, ...]
    """What to make bold: code points of `text`."""


@dataclass(frozen=True, slots=True)
class Binned:
    """A removed article that can still be put back."""

    article_id: int
    title: str
    site: str
    annotations: int
    """How many annotations went with it, of all annotators."""
    removed_at: str
    """ISO 8601 date-time in UTC."""
    removed_by: str
    step: int
    """Number of the step that removed it."""


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
    empty_passages: list[EmptyPassage] = field(default_factory=list)
    """By start, then id."""
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    """By annotator."""


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

    def put_suggestions(self, article_id: int, proposed: Mapping[str, Sequence[Suggestion]]) -> None:
        """Replace the open suggestions of these suggesters in the article; decided ones stay as they are."""
        ...

    def add_active_time(self, article_id: int, annotator: str, day: str, seconds: float) -> None:
        """Count seconds of work on an article on a day (ISO 8601 date); not part of the history."""
        ...

    def remember(self, key: str, value: str) -> None:
        """Keep a small fact about the view (last article, caret); not part of the history."""
        ...

    # -- history ----------------------------------------------------------------------------------

    def last_head(self, annotator: str) -> StepHead | None:
        """The annotator's newest step, without its changes, or None."""
        ...

    def step(self, number: int) -> Step:
        """The step of that number; NotFound if there is none."""
        ...

    def step_size(self, number: int) -> int:
        """Bytes the step takes in the history (0: there is none): how long it takes to take it back."""
        ...

    def steps(self, after: int = 0) -> Iterator[Step]:
        """All steps with a number greater than `after`, oldest first."""
        ...

    def history_head(self) -> HistoryHead:
        """Where the history ends now."""
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

    def empty_passages(self, article_id: int, annotator: str | None = None) -> list[EmptyPassage]:
        """The article's passages read and empty (of one annotator, or of all) by start, then id."""
        ...

    def assessment(self, article_id: int, annotator: str) -> Assessment | None:
        """What the annotator says of the article as a whole; None: nothing."""
        ...

    def active_time(self, article_id: int, annotator: str) -> float:
        """Seconds the annotator has worked on the article, on all days."""
        ...

    def active_on(self, day: str, annotator: str) -> float:
        """Seconds the annotator has worked on all articles on a day (ISO 8601 date)."""
        ...

    def speakers(self) -> list[Speaker]:
        """The registry, by name."""
        ...

    def speaker(self, speaker_id: int) -> Speaker:
        """The registry's entry; NotFound if there is none."""
        ...

    def mentions(self, names: Collection[str], annotator: str | None = None) -> list[Annotation]:
        """The annotations whose `canonical_name` is one of these, article by article, in text order."""
        ...

    def labelled(self, label_id: str) -> Iterator[Annotation]:
        """Every annotation with the label in the project, article by article."""
        ...

    def suggested(self, label_id: str) -> Iterator[Suggestion]:
        """Every suggestion with the label in the project, the decided ones too, article by article."""
        ...

    def related(self, relation_id: str) -> Iterator[Relation]:
        """Every relation of the type in the project, article by article."""
        ...

    def assessed(self) -> Iterator[Assessment]:
        """Everything said of whole articles in the project, article by article."""
        ...

    def statistics(self, annotator: str | None = None) -> "Statistics":
        """What was done, day by day, by one annotator or by all; may take a second: not for the UI thread."""
        ...

    def behind(self, part: "Part", annotator: str | None = None) -> list[int]:
        """Ids of the articles a part of `statistics(annotator)` counts, ascending; may take a second too."""
        ...

    def bin(self, since: str = "") -> list[Binned]:
        """Articles removed at or after `since` (ISO 8601 date-time) and not put back, newest first."""
        ...

    def snippets(self, article_ids: Sequence[int], words: str) -> dict[int, Snippet]:
        """For each article with `words` (as in ArticleQuery) in its text, the first place that has most."""
        ...

    def ids_in_use(self, kind: type[Entity], ids: Collection[int]) -> set[int]:
        """Those of the ids that an article, annotation, relation, passage or suggestion (`kind`) has."""
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
