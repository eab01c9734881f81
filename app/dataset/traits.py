"""What of each article decides its part and is counted by part: read once, and small enough to keep."""

import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.article import Article
from app.dataset.dataset import Dataset
from app.dataset.duplicates import shingles, sketch
from app.dataset.record import Record
from app.errors import Cancelled
from app.progress import Progress
from app.speakers import name_of


@dataclass(frozen=True, slots=True)
class Traits:
    """What is kept of an article."""

    id: int
    text_sha256: str
    published: str
    """ISO 8601 date or date-time; empty when unknown."""
    site: str
    """As `site_of` says it; empty when unknown."""
    language: str
    labels: Mapping[str, int]
    """Number of the annotations taken, by label as the dataset names it."""
    speakers: tuple[str, ...]
    """Canonical names in the annotations taken, each once, sorted."""
    sketch: bytes
    """As `duplicates.sketch` makes it."""


def gather(
    dataset: Dataset, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> tuple[Traits, ...]:
    """Read the traits of all articles, in their order. Cancelled: `cancelled` said so."""
    found = []
    check = checking(cancelled)
    for record in dataset.read(dataset.article_ids):
        check()
        found.append(_traits(record, dataset.shape.names))
        if progress is not None:
            progress(len(found), len(dataset))
    return tuple(found)


def checking(cancelled: Callable[[], bool] | None) -> Callable[[], None]:
    """Return what raises Cancelled as soon as `cancelled` says so."""

    def check() -> None:
        if cancelled is not None and cancelled():
            raise Cancelled("Splitting was cancelled; nothing was written.")

    return check


def site_of(article: Article) -> str:
    """Return the publisher, or the host of the address where the page names none; both without `www.`."""
    host = (urlsplit(article.url).hostname or "").removeprefix("www.")
    return article.site.casefold().strip().removeprefix("www.") or host


def _traits(record: Record, names: Mapping[str, str]) -> Traits:
    article = record.article
    labels = Counter(names.get(annotation.label, annotation.label) for annotation in record.annotations)
    speakers = {name for annotation in record.annotations if (name := name_of(annotation))}
    return Traits(
        id=article.id,
        text_sha256=article.text_sha256,
        published=article.published or "",
        site=sys.intern(site_of(article)),
        language=article.language,
        labels=dict(labels),
        speakers=tuple(sorted(map(sys.intern, speakers))),
        sketch=sketch(shingles(article, record.text)),
    )
