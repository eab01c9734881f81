"""How much there is of everything in a dataset, counted while its records stream by.

`Counts.add` takes a record on its way out, so that nothing is read twice.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from app.dataset.record import Record


@dataclass(slots=True)
class Counts:
    """How much there is of everything; `add` takes in one more record, `total` sums several."""

    articles: int = 0
    records: int = 0
    """As many as articles, unless these were cut into segments."""
    characters: int = 0
    """Code points of all texts."""
    annotations: int = 0
    discontinuous: int = 0
    """Annotations of several fragments."""
    relations: int = 0
    suggestions: int = 0
    empty_passages: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    """Annotations by label."""
    relation_types: Counter[str] = field(default_factory=Counter)
    """Relations by type."""
    annotators: Counter[str] = field(default_factory=Counter)
    """Annotations by annotator."""
    decisions: Counter[str] = field(default_factory=Counter)
    """Suggestions by the decision on them."""
    languages: Counter[str] = field(default_factory=Counter)
    """Articles by language; "" where it is unknown."""
    sites: Counter[str] = field(default_factory=Counter)
    """Articles by site; "" where it is unknown."""
    published_first: str = ""
    published_last: str = ""
    """First and last day of publication, ISO 8601; empty where no article has one."""
    _last_article: int = 0

    def add(self, record: Record) -> None:
        """Count one more record. Segments of an article follow each other, as a dataset gives them."""
        article = record.article
        if article.id != self._last_article:
            self._last_article = article.id
            self.articles += 1
            self.languages[article.language] += 1
            self.sites[article.site] += 1
            self.include_day((article.published or "")[:10])
        self.records += 1
        self.characters += len(record.text)
        self.annotations += len(record.annotations)
        self.relations += len(record.relations)
        self.suggestions += len(record.suggestions)
        self.empty_passages += len(record.empty_passages)
        # Lists, because a Counter takes those faster than anything else.
        self.labels.update([annotation.label for annotation in record.annotations])
        self.annotators.update([annotation.annotator for annotation in record.annotations])
        self.discontinuous += sum([len(annotation.fragments) > 1 for annotation in record.annotations])
        self.relation_types.update([relation.type for relation in record.relations])
        self.decisions.update([str(suggestion.decision) for suggestion in record.suggestions])

    def include_day(self, day: str) -> None:
        """Widen the days of publication to `day`; an empty one is none."""
        if day:
            self.published_first = min(self.published_first or day, day)
            self.published_last = max(self.published_last, day)


def total(parts: Iterable[Counts]) -> Counts:
    """Return the sum of the counts of parts that have no article in common."""
    summed = Counts()
    for part in parts:
        for each in fields(Counts):
            value = getattr(part, each.name)
            if isinstance(value, Counter):
                getattr(summed, each.name).update(value)
            elif isinstance(value, int):
                setattr(summed, each.name, getattr(summed, each.name) + value)
        summed.include_day(part.published_first)
        summed.include_day(part.published_last)
    return summed
