import json
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.dataset import (
    Dealt,
    Group,
    LeakageReport,
    Part,
    Record,
    Selection,
    Split,
    Stratum,
    deal,
    leakage,
    select,
)
from app.dataset.splits import GROUPS, STRATA
from app.errors import Cancelled
from app.project import Project
from app.replacing import replace
from tests.app.dataset.stories import dataset_of, story, words

COPY = words(80, "copy")
RECORDS = [
    story(1, COPY, site="a.kz", labels=("claim", "claim"), speakers=("Ким",)),
    story(2, COPY, words(4, 2), site="b.kz", labels=("number",), speakers=("Ким", "Смит")),
    story(3, COPY, words(12, 3), site="c.kz"),
    story(4, words(80, 4), site="a.kz", speakers=("Смит", "Ахметов")),
    story(5, words(80, 5), site="a.kz"),
    story(6, "", site=""),
]


def as_dealt(
    parts: Mapping[int, Part], records: list[Record] = RECORDS, group: Group = "duplicates"
) -> Dealt:
    """The articles in these parts, whatever the split would say."""
    dealt = deal(dataset_of(records), Split((50, 25, 25), group))
    return replace(dealt, parts=parts)


def report(parts: Mapping[int, Part], group: Group = "duplicates") -> LeakageReport:
    return leakage(dataset_of(RECORDS), as_dealt(parts, group=group))


def test_pairs_across_parts_are_found_in_any_assignment() -> None:
    found = report({1: "train", 2: "test", 3: "dev", 4: "train", 5: "test", 6: "dev"})
    assert found.leaks
    assert [(pair.first, pair.second) for pair in found.pairs] == [(1, 2), (1, 3), (2, 3)]
    jaccards = [pair.jaccard for pair in found.pairs]
    assert jaccards == sorted(jaccards, reverse=True)
    assert jaccards[0] == pytest.approx(78 / 82)


def test_copies_in_one_part_are_no_leak() -> None:
    found = report({1: "test", 2: "test", 3: "test", 4: "train", 5: "dev", 6: "train"})
    assert not found.leaks
    assert found.pairs == ()


def test_sites_and_speakers_in_several_parts_are_counted() -> None:
    found = report({1: "train", 2: "train", 3: "train", 4: "dev", 5: "train", 6: "test"})
    assert found.sites == {"a.kz": {"train": 2, "dev": 1}}
    assert (found.all_sites, found.all_speakers) == (3, 3)
    assert found.speakers == {"Смит": {"train": 1, "dev": 1}}


def test_an_article_that_is_in_no_part_is_left_aside() -> None:
    found = report({1: "train", 3: "train", 4: "dev"})  # of an older release, that had no others yet
    assert found.pairs == ()
    assert {part: counts.articles for part, counts in found.parts.items()} == {
        "train": 2,
        "dev": 1,
        "test": 0,
    }
    assert found.sites == {"a.kz": {"train": 1, "dev": 1}}


def test_parts_are_counted() -> None:
    found = report({1: "train", 2: "train", 3: "train", 4: "dev", 5: "test", 6: "test"})
    train, dev, test = (found.parts[part] for part in ("train", "dev", "test"))
    assert (train.articles, train.groups, train.share, train.asked) == (3, 1, 0.5, 0.5)
    assert (dev.articles, dev.groups, test.articles, test.groups) == (1, 1, 2, 2)
    assert train.labels == {"claim": 2, "number": 1, "speaker": 3}
    assert (dev.labels, test.labels) == ({"speaker": 2}, {})


def test_a_group_that_swallows_the_rest_is_told() -> None:
    chained = [story(n, words(30, n), speakers=(f"{n}", f"{n + 1}"), site=f"{n}.kz") for n in range(9)]
    chained.append(story(9, words(30, 9), site="9.kz"))
    by_speaker = deal(dataset_of(chained), Split((80, 10, 10), "speaker"))
    found = leakage(dataset_of(chained), by_speaker)
    assert found.crowded
    assert (found.largest_size, found.largest_share) == (9, 0.9)
    assert "Warning: one group has 90.0% of the articles" in str(found)
    assert "a speaker ties together" in str(found)
    by_text = deal(dataset_of(chained), Split((80, 10, 10)))
    assert not leakage(dataset_of(chained), by_text).crowded


def test_sites_tied_together_by_copies_are_told() -> None:
    tied = [story(n, words(30, n // 2), words(2, n), site=("a.kz", "b.kz", "c.kz")[n % 3]) for n in range(12)]
    found = leakage(dataset_of(tied), deal(dataset_of(tied), Split((80, 10, 10), "site")))
    assert found.crowded
    assert f"Warning: one group, of {found.largest_group}, has 100.0% of the articles" in str(found)
    assert found.largest_group in {"a.kz", "b.kz", "c.kz"}


def test_one_article_is_never_too_large_a_group() -> None:
    few = dataset_of([story(1, words(9, 1)), story(2, words(9, 2))])
    assert not leakage(few, deal(few, Split((80, 10, 10)))).crowded


def test_the_lines_say_it_all() -> None:
    found = report({1: "train", 2: "test", 3: "train", 4: "train", 5: "dev", 6: "dev"}, group="article")
    assert str(found).splitlines() == [
        "train: 3 articles in 3 groups, 50.0% of 50.0% asked; claim 2, speaker 3.",
        "dev: 2 articles in 2 groups, 33.3% of 25.0% asked.",
        "test: 1 article in 1 group, 16.7% of 25.0% asked; number 1, speaker 2.",
        "Near-duplicates in different parts: 2 pairs "
        "(articles 1 and 2, 0.95 alike; articles 2 and 3, 0.83 alike).",
        "Sites in several parts: 1 of 3 (a.kz: train 2, dev 1).",
        "Speakers in several parts: 2 of 3 (Ким: train 1, test 1; Смит: train 1, test 1).",
    ]


def test_lines_show_three_examples_and_json_has_all() -> None:
    records = [story(n, COPY, words(2, n), site=f"{n % 5}.kz") for n in range(10)]
    parts: dict[int, Part] = {n: "train" if n < 5 else "test" for n in range(10)}
    found = leakage(dataset_of(records), as_dealt(parts, records))
    assert "25 pairs (articles" in str(found)
    assert str(found).count(" alike") == 3
    assert "; …)" in str(found)
    told = json.loads(json.dumps(found.as_json()))
    assert len(told["near_duplicate_pairs"]) == 25
    assert told["threshold"] == 0.7
    assert told["sites"] == {
        "all": 5,
        "in_several_parts": {f"{n}.kz": {"train": 1, "test": 1} for n in range(5)},
    }
    assert told["largest_group"]["articles"] == 10
    assert told["parts"]["dev"] == {"articles": 0, "groups": 0, "share": 0.0, "asked": 0.25, "labels": {}}


def test_nothing_leaks_from_nothing() -> None:
    empty = dataset_of([])
    found = leakage(empty, deal(empty, Split()))
    assert not found.leaks
    assert not found.crowded
    assert found.largest_group == ""
    assert "0 pairs." in str(found)


def test_the_search_can_be_cancelled() -> None:
    parts: dict[int, Part] = {1: "train", 2: "test"}
    with pytest.raises(Cancelled):
        leakage(dataset_of(RECORDS), as_dealt(parts), lambda: True)


TAILS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 12)), min_size=1, max_size=16)


@settings(max_examples=60, deadline=None)
@given(TAILS, st.text(max_size=4), st.sampled_from([None, *STRATA]))
def test_what_was_dealt_by_duplicates_never_leaks(
    drawn: list[tuple[int, int]], salt: str, stratify: Stratum | None
) -> None:
    records = [story(n, words(60, family), words(tail, n)) for n, (family, tail) in enumerate(drawn)]
    dataset = dataset_of(records)
    for group in GROUPS[:3]:
        dealt = deal(dataset, Split((1, 1, 1), group, salt, stratify))
        assert leakage(dataset, dealt).pairs == ()


def test_what_was_dealt_by_article_does_leak() -> None:
    records = [story(n, COPY, words(2, n)) for n in range(30)]
    dataset = dataset_of(records)
    found = leakage(dataset, deal(dataset, Split((1, 1, 1), "article")))
    counts = [part.articles for part in found.parts.values()]
    assert len(found.pairs) == (30**2 - sum(count**2 for count in counts)) / 2


@pytest.mark.parametrize("group", GROUPS)
def test_a_project_is_looked_through(project: Project, group: Group) -> None:
    dataset = select(project, Selection())
    found = leakage(dataset, deal(dataset, Split((50, 25, 25), group)))
    assert sum(counts.articles for counts in found.parts.values()) == len(dataset)
    assert not found.leaks
