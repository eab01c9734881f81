"""The counts of the library, kept up by steps, against those counted anew."""

from random import Random

import pytest

from app.annotation import ArticleStatus, Status
from app.changes import Change, Step
from app.project import Counts
from tests.storage import samples
from widgets.library.following import Tally

ME, OTHER = "Айгуль", "Ерлан"


def _step(*changes: Change) -> Step:
    return Step("act", ME, "2023-07-04T05:11:00.000Z", changes)


def _begun(tally: Tally, articles: int, **by_status: int) -> Tally:
    tally.begin(Counts(articles, 0, 0, 0, 0, by_status, {}, {}))
    return tally


@pytest.mark.parametrize("seed", range(5))
def test_statuses_set_and_taken_back_are_counted(seed: int) -> None:
    chance = Random(seed)
    tally = _begun(Tally(ME), 200)
    now: dict[int, Status] = {}
    for _ in range(20):
        changes = []
        for article_id in chance.sample(range(200), 40):
            before, after = now.get(article_id), chance.choice([None, *Status])
            if before == after:
                continue
            sides = [None if s is None else ArticleStatus(article_id, ME, s) for s in (before, after)]
            changes.append(Change(*sides))
            now.pop(article_id, None)
            if after is not None:
                now[article_id] = after
        step = _step(*changes)
        tally.follow(step)
        if chance.random() < 0.3:
            tally.follow(_step(*step.inverse_changes()))
            tally.follow(step)
        counted = {status: sum(s is status for s in now.values()) for status in Status}
        counted[Status.TODO] += 200 - len(now)
        assert {status: tally.by_status.get(status, 0) for status in Status} == counted
    assert tally.articles == 200


def test_articles_come_and_go_and_others_work_is_not_counted() -> None:
    tally = _begun(Tally(ME), 3, done=1)
    article = samples.article()
    tally.follow(_step(Change(None, article), Change(None, ArticleStatus(article.id, OTHER, Status.DONE))))
    assert (tally.articles, tally.by_status[Status.DONE], tally.by_status[Status.TODO]) == (4, 1, 3)
    tally.follow(_step(Change(ArticleStatus(9, ME, Status.DONE), None), Change(article, None)))
    assert (tally.articles, tally.by_status[Status.DONE], tally.by_status[Status.TODO]) == (3, 0, 3)
