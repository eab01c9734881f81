"""The guard: which articles are without suggestions, and when accepts come too quickly to have been read."""

import pytest

from app.anchor import Span, anchor
from app.suggesters.learning.blind import hidden
from app.suggesters.learning.guard import HASTE, RUN, rubber_stamping
from app.suggestion import Decision, Suggestion

AT = "2026-03-02T10:00:{:06.3f}Z"
TEXT = "В городе построили 12 школ."


def line(decision: Decision = Decision.ACCEPTED, seconds: float | None = 0.4, at: str = "") -> Suggestion:
    fragment = anchor(TEXT, Span(19, 21))
    return Suggestion(
        7, 1, "number", fragment, 0.9, "numbers", decision=decision, decided_at=at, seconds=seconds
    )


def test_a_set_share_is_hidden_the_same_ones_every_time() -> None:
    chosen = [article for article in range(20_000) if hidden(article, 0.1, "salt")]
    assert 0.09 < len(chosen) / 20_000 < 0.11
    assert chosen == [article for article in range(20_000) if hidden(article, 0.1, "salt")]


def test_another_salt_hides_others() -> None:
    one = {article for article in range(5_000) if hidden(article, 0.1, "one")}
    two = {article for article in range(5_000) if hidden(article, 0.1, "two")}
    assert len(one & two) < len(one) / 2


def test_more_are_hidden_beside_those_that_were() -> None:
    few = {article for article in range(5_000) if hidden(article, 0.05, "s")}
    assert few < {article for article in range(5_000) if hidden(article, 0.2, "s")}


def test_none_and_all() -> None:
    assert not any(hidden(article, 0.0) for article in range(1_000))
    assert all(hidden(f"hash {article}", 1.0) for article in range(1_000))


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_no_share(share: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        hidden(1, share)


def test_a_run_of_hasty_accepts_is_told() -> None:
    found = rubber_stamping([line(at=AT.format(second)) for second in range(RUN + 2)])
    assert found is not None
    assert (found.accepts, found.seconds, found.since) == (RUN + 2, 0.4, AT.format(0))


@pytest.mark.parametrize(
    "interrupting",
    [line(Decision.REJECTED), line(Decision.EDITED), line(seconds=HASTE), line(Decision.REJECTED, None)],
)
def test_what_was_looked_at_ends_a_run(interrupting: Suggestion) -> None:
    assert rubber_stamping([*[line()] * (RUN - 1), interrupting, *[line()] * (RUN - 1)]) is None
    assert rubber_stamping([*[line()] * RUN, interrupting]) is not None


def test_accepts_without_a_time_neither_count_nor_end_it() -> None:
    untimed = line(seconds=None)
    assert rubber_stamping([untimed] * 50) is None
    assert rubber_stamping([*[line()] * (RUN - 1), untimed, line(), line(Decision.OPEN, None)]) is not None


def test_slow_accepts_are_no_stamping() -> None:
    assert rubber_stamping([line(seconds=1.2)] * 100) is None
    assert rubber_stamping([]) is None
