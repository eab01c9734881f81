"""What a step means for the list: whether rows come, go or move, and how many articles have each status."""

from collections import Counter

from app.annotation import Annotation, ArticleStatus, Assessment, Status
from app.article import Article
from app.changes import Change, Step
from app.project import ArticleQuery, Counts
from app.suggestion import Suggestion


class Tally:
    """How many articles there are, and how many of each status of one annotator; kept up by steps."""

    def __init__(self, annotator: str) -> None:
        self._annotator = annotator
        self.articles = 0
        self.by_status: dict[str, int] = {}

    def begin(self, counts: Counts) -> None:
        """Take the project's own totals."""
        self.articles = counts.articles
        self.by_status = dict(counts.by_status)
        # An article without a status is to do, whether or not the project counts it as such.
        others = sum(count for status, count in self.by_status.items() if status != Status.TODO)
        self.by_status[Status.TODO] = counts.articles - others

    def follow(self, step: Step) -> None:
        """Count what the step adds and takes away, without asking the project; it may set 30,000 statuses."""
        added = sum((change.before is None) - (change.after is None) for change in step.of(Article))
        self.articles += added
        moved = Counter({Status.TODO: added})
        mine = [change for change in step.of(ArticleStatus) if self._is_mine(change)]
        moved.update(_status(change.after) for change in mine)
        moved.subtract(_status(change.before) for change in mine)
        for status, by in moved.items():
            self.by_status[status] = self.by_status.get(status, 0) + by

    def _is_mine(self, change: Change) -> bool:
        entity = change.after or change.before
        return isinstance(entity, ArticleStatus) and entity.annotator == self._annotator


def _status(side: object) -> Status:
    """An article without a status is to do."""
    return side.status if isinstance(side, ArticleStatus) else Status.TODO


def moves_rows(query: ArticleQuery, step: Step) -> bool:
    """Tell whether the step may add articles to the list, take some out or reorder it."""
    by_article, articles = _is_by_article(query), step.of(Article)
    if any(by_article or change.before is None or change.after is None for change in articles):
        return True
    asked = (
        (ArticleStatus, query.statuses),
        (Assessment, query.flagged),
        (Annotation, query.labels),
        (Suggestion, query.open_suggestions),
    )
    return any(wanted and step.of(kind) for kind, wanted in asked)


def at_the_end(query: ArticleQuery, step: Step) -> list[int]:
    """Ids of the articles a step adds, if it is an import and they come last in the list as asked for.

    A revision also takes the earlier text out of the list, so it is no mere addition.
    """
    if step.kind != "do" or restricts(query) or query.order != "added" or query.descending:
        return []
    new = [
        change.after.id
        for change in step.of(Article)
        if isinstance(change.after, Article) and change.before is None and not change.after.revision_of
    ]
    return new if len(new) == len(step.changes) else []


def restricts(query: ArticleQuery) -> bool:
    """Tell whether the query asks for less than all articles."""
    by_work = query.statuses or query.labels or query.flagged or query.open_suggestions
    by_article = query.words or query.languages or query.sites or query.published_from or query.published_to
    return bool(by_work or by_article) or query.only is not None


def _is_by_article(query: ArticleQuery) -> bool:
    """Tell whether the list hangs on what an article says of itself: its title, source, language or date."""
    told = query.words or query.languages or query.sites or query.published_from or query.published_to
    return bool(told) or query.order != "added"
