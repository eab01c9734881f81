"""`SqliteProject`: the project Protocol of the ground, filled by an SQLite file."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.annotation import Annotation, ArticleStatus, Assessment, EmptyPassage, Relation
from app.article import Article
from app.changes import Change, Content, Entity, HistoryHead, Step, StepHead
from app.project import AnnotatedArticle, ArticleQuery, Binned, Counts, Snippet, Summary
from app.scheme import Scheme
from app.speaker import Speaker
from app.suggestion import Suggestion
from storage import (
    annotations,
    articles,
    assessments,
    bulk,
    contents,
    history,
    labelled,
    listing,
    records,
    rows,
    schemes,
    speakers,
    suggestions,
    traces,
)
from storage.connection import Connection

if TYPE_CHECKING:
    from app.statistics import Part, Statistics

# Written kind by kind, in this order and each in the order of the step: an annotation's quote is held
# against the text of its article. References from one kind to another are checked at the end.
_WRITERS: dict[type[Any], Callable[[Connection, Sequence[Change]], None]] = {
    Scheme: schemes.write,
    Article: articles.write,
    Annotation: annotations.write,
    Relation: annotations.write_relations,
    ArticleStatus: annotations.write_statuses,
    EmptyPassage: assessments.write_empty_passages,
    Assessment: assessments.write,
    Speaker: speakers.write,
    Suggestion: suggestions.write,
}

_WITH_IDS: dict[type[Any], rows.Table] = {
    Article: rows.ARTICLES,
    Annotation: rows.ANNOTATIONS,
    Relation: rows.RELATIONS,
    EmptyPassage: rows.EMPTY_PASSAGES,
    Suggestion: rows.SUGGESTIONS,
}


class SqliteProject:
    """One open project file, used by the thread that opened it. See `app.project.Project`."""

    def __init__(self, connection: Connection) -> None:
        """Take a connection to a file of today's schema."""
        self._connection = connection

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._connection.path

    @property
    def read_only(self) -> str:
        """Why the project cannot be written, as a sentence; empty where it can."""
        return self._connection.read_only

    # -- writing ----------------------------------------------------------------------------------

    def apply(self, step: Step, contents_: Iterable[Content] = ()) -> Step:
        """Write the rows and the history entry in one durable transaction; return the numbered step."""
        connection = self._connection
        with connection.writing():
            contents.keep(connection, contents_)
            numbered = history.append(connection, step)
            for kind, write in _WRITERS.items():
                if changes := numbered.of(kind):
                    write(connection, changes)
            traces.follow(connection, numbered)
        return numbered

    def put_suggestions(self, article_id: int, proposed: Mapping[str, Sequence[Suggestion]]) -> None:
        """Replace the open suggestions of these suggesters in the article; see `suggestions.put`."""
        with self._connection.writing():
            suggestions.put(self._connection, article_id, proposed)

    def add_active_time(self, article_id: int, annotator: str, day: str, seconds: float) -> None:
        """Count seconds of work on an article on a day; not part of the history."""
        with self._connection.writing():
            assessments.add_active_time(self._connection, article_id, annotator, day, seconds)

    def remember(self, key: str, value: str) -> None:
        """Keep a small fact about the view; not part of the history."""
        with self._connection.writing():
            self._connection.run(
                "INSERT INTO remembered VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                (key, value),
            )

    # -- history ----------------------------------------------------------------------------------

    def last_head(self, annotator: str) -> StepHead | None:
        """The annotator's newest step, without its changes, or None."""
        return history.last_head(self._connection, annotator)

    def step(self, number: int) -> Step:
        """The step of that number; NotFound if there is none."""
        return history.step(self._connection, number)

    def step_size(self, number: int) -> int:
        """Bytes the step takes in the history; 0: there is none."""
        return history.step_size(self._connection, number)

    def steps(self, after: int = 0) -> Iterator[Step]:
        """All steps with a number greater than `after`, oldest first."""
        return history.steps(self._connection, after)

    def history_head(self) -> HistoryHead:
        """Where the history ends now."""
        return history.head(self._connection)

    # -- reading ----------------------------------------------------------------------------------

    def scheme(self) -> Scheme:
        """The project's scheme."""
        return schemes.scheme(self._connection)

    def article(self, article_id: int) -> Article:
        """The article; NotFound if there is none."""
        return articles.article(self._connection, article_id)

    def text(self, article_id: int) -> str:
        """The article's canonical text; NotFound if there is none."""
        return articles.text(self._connection, article_id)

    def original(self, article_id: int) -> bytes:
        """The bytes the article was imported from; NotFound if there are none."""
        return articles.original(self._connection, article_id)

    def article_by_text(self, text_sha256: str) -> int | None:
        """Id of the article with this canonical text, or None."""
        return articles.by_text(self._connection, text_sha256)

    def articles_by_snapshot(self) -> dict[str, int]:
        """Article ids by the hash of their saved bytes; of several with the same bytes the newest."""
        return articles.by_snapshot(self._connection)

    def article_by_url(self, url: str) -> int | None:
        """Id of the newest article with this address, or None."""
        return articles.by_url(self._connection, url)

    def newest_of_site(self, site: str, most: int) -> list[int]:
        """Ids of at most so many articles of the site, newest first."""
        return articles.newest_of_site(self._connection, site, most)

    def find(self, query: ArticleQuery) -> list[int]:
        """Ids of the matching articles in the asked order."""
        return listing.find(self._connection, query)

    def summaries(self, article_ids: Sequence[int], annotator: str) -> list[Summary]:
        """A row for each id, in the order given; ids that are gone are left out."""
        return listing.summaries(self._connection, article_ids, annotator)

    def annotations(self, article_id: int, annotator: str | None = None) -> list[Annotation]:
        """The article's annotations (of one annotator, or of all) by start, then longest first."""
        return annotations.of_article(self._connection, article_id, annotator)

    def annotated(
        self, article_ids: Iterable[int], annotator: str | None = None, *, with_suggestions: bool = False
    ) -> Iterator[AnnotatedArticle]:
        """The articles in the order given, each with what was said of it; see `bulk.annotated`."""
        return bulk.annotated(self._connection, article_ids, annotator, with_suggestions)

    def annotation(self, annotation_id: int) -> Annotation:
        """The annotation; NotFound if there is none."""
        return annotations.annotation(self._connection, annotation_id)

    def relations(self, article_id: int, annotator: str | None = None) -> list[Relation]:
        """The article's relations, oldest first."""
        return annotations.relations(self._connection, article_id, annotator)

    def suggestions(self, article_id: int, *, only_open: bool = True) -> list[Suggestion]:
        """The article's suggestions by start."""
        return suggestions.of_article(self._connection, article_id, only_open=only_open)

    def suggestion(self, suggestion_id: int) -> Suggestion:
        """The suggestion; NotFound if there is none."""
        return suggestions.suggestion(self._connection, suggestion_id)

    def status(self, article_id: int, annotator: str) -> ArticleStatus | None:
        """The annotator's status of the article; None means to do."""
        return annotations.status(self._connection, article_id, annotator)

    def empty_passages(self, article_id: int, annotator: str | None = None) -> list[EmptyPassage]:
        """The article's passages read and empty (of one annotator, or of all) by start, then id."""
        return assessments.empty_passages(self._connection, article_id, annotator)

    def assessment(self, article_id: int, annotator: str) -> Assessment | None:
        """What the annotator says of the article as a whole; None: nothing."""
        return assessments.assessment(self._connection, article_id, annotator)

    def active_time(self, article_id: int, annotator: str) -> float:
        """Seconds the annotator has worked on the article, on all days."""
        return assessments.active_time(self._connection, article_id, annotator)

    def active_on(self, day: str, annotator: str) -> float:
        """Seconds the annotator has worked on all articles on a day."""
        return assessments.active_on(self._connection, day, annotator)

    def speakers(self) -> list[Speaker]:
        """The registry, by name."""
        return speakers.speakers(self._connection)

    def speaker(self, speaker_id: int) -> Speaker:
        """The registry's entry; NotFound if there is none."""
        return speakers.speaker(self._connection, speaker_id)

    def mentions(self, names: Collection[str], annotator: str | None = None) -> list[Annotation]:
        """The annotations whose `canonical_name` is one of these, article by article, in text order."""
        return speakers.mentions(self._connection, names, annotator)

    def labelled(self, label_id: str) -> Iterator[Annotation]:
        """Every annotation with the label in the project, article by article."""
        return labelled.annotations(self._connection, label_id)

    def suggested(self, label_id: str) -> Iterator[Suggestion]:
        """Every suggestion with the label in the project, the decided ones too, article by article."""
        return labelled.suggestions(self._connection, label_id)

    def related(self, relation_id: str) -> Iterator[Relation]:
        """Every relation of the type in the project, article by article."""
        return labelled.relations(self._connection, relation_id)

    def assessed(self) -> Iterator[Assessment]:
        """Everything said of whole articles in the project, article by article."""
        return labelled.assessments(self._connection)

    def statistics(self, annotator: str | None = None) -> "Statistics":
        """What was done, day by day, by one annotator or by all."""
        from storage import statistics

        return statistics.statistics(self._connection, annotator)

    def behind(self, part: "Part", annotator: str | None = None) -> list[int]:
        """Ids of the articles a part of `statistics(annotator)` counts, ascending; may take a second too."""
        from storage import behind

        return behind.behind(self._connection, part, annotator)

    def bin(self, since: str = "") -> list[Binned]:
        """Articles removed at or after `since` and not put back, newest first."""
        return traces.binned(self._connection, since)

    def snippets(self, article_ids: Sequence[int], words: str) -> dict[int, Snippet]:
        """For each article with `words` in its text, the first place that has most of them."""
        from storage import snippets

        return snippets.snippets(self._connection, article_ids, words)

    def ids_in_use(self, kind: type[Entity], ids: Collection[int]) -> set[int]:
        """Those of the ids that a thing of the kind has in the project."""
        return records.ids_in_use(self._connection, _WITH_IDS[kind], ids)

    def annotators(self) -> list[str]:
        """Everybody who has acted on the project, by name."""
        return listing.annotators(self._connection)

    def counts(self, annotator: str) -> Counts:
        """Totals; `by_status` is the annotator's."""
        return listing.counts(self._connection, annotator)

    def recall(self, key: str) -> str | None:
        """What `remember` kept under `key`, or None."""
        row = self._connection.row("SELECT value FROM remembered WHERE key = ?", (key,))
        return None if row is None else str(row[0])

    def close(self) -> None:
        """Close the file; the project cannot be used after."""
        self._connection.close()
