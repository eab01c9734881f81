import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.article import Article, text_hash
from app.cli.parser import build_parser
from app.dataset import (
    PARTS,
    Dealt,
    Group,
    Part,
    Record,
    Selection,
    Shape,
    Split,
    deal,
    parse_shares,
    select,
)
from app.dataset.splits import GROUPS, STRATA, split_of
from app.dataset.traits import site_of
from app.errors import Cancelled, UserError
from app.project import Project
from app.replacing import replace
from tests.app.dataset.stories import dataset_of, story, words

SHARES = st.tuples(*[st.integers(0, 100)] * 3).filter(any)
THIRDS = (1, 1, 1)


def together(dealt: Dealt) -> set[frozenset[int]]:
    """The groups, by the ids in them; each is in one part."""
    found: dict[str, set[int]] = defaultdict(set)
    for article_id, name in dealt.groups.items():
        found[name].add(article_id)
    assert all(len({dealt.parts[member] for member in members}) == 1 for members in found.values())
    return {frozenset(members) for members in found.values()}


def grouped(records: Iterable[Record], group: Group) -> set[frozenset[int]]:
    return together(deal(dataset_of(records), Split(THIRDS, group, "s")))


# ------------------------------------------------------------------------------------------- the hash


def test_the_split_is_the_hash_of_salt_and_group() -> None:
    # `printf salta.kz | sha256sum` begins 78f3 (0.472 of 1), and so on.
    known = {"a.kz": 0x78F3, "b.kz": 0x59D1, "c.kz": 0x9697, "d.kz": 0x5E4F, "e.kz": 0x924F}
    for site, point in known.items():
        fraction = point / 0x10000
        expected = "train" if fraction < 0.40 else "dev" if fraction < 0.55 else "test"
        assert split_of(site, "salt", (40, 15, 45)) == split_of(site, "salt", (80, 30, 90)) == expected
    assert {split_of(site, "salt", (40, 15, 45)) for site in known} == {"train", "dev", "test"}


def test_parts_have_their_shares() -> None:
    dealt = Counter(split_of(f"site{number}", "", (80, 10, 10)) for number in range(10_000))
    assert dealt["train"] == pytest.approx(8_000, abs=200)
    assert dealt["dev"] == pytest.approx(1_000, abs=150)
    assert dealt["test"] == pytest.approx(1_000, abs=150)


def test_another_salt_deals_anew() -> None:
    sites = [f"site{number}" for number in range(200)]
    assert [split_of(s, "a", THIRDS) for s in sites] != [split_of(s, "b", THIRDS) for s in sites]


@given(st.text(), st.text(), SHARES)
def test_a_part_without_a_share_stays_empty(group: str, salt: str, shares: tuple[int, int, int]) -> None:
    part = split_of(group, salt, shares)
    assert shares[PARTS.index(part)] > 0
    assert part == split_of(group, salt, shares)


@given(st.text(), st.integers(0, 20))
def test_a_larger_train_takes_from_dev_alone(group: str, more: int) -> None:
    before, after = split_of(group, "s", (50, 30, 20)), split_of(group, "s", (50 + more, 30 - more, 20))
    assert after == before or (before, after) == ("dev", "train")


@pytest.mark.parametrize(
    ("text", "shares"),
    [("80/10/10", (80, 10, 10)), ("8/1/1", (8, 1, 1)), ("1/0/0", (1, 0, 0)), (" 80 / 10 / 10", (80, 10, 10))],
)
def test_shares_are_read(text: str, shares: tuple[int, int, int]) -> None:
    assert parse_shares(text) == shares


@pytest.mark.parametrize(
    "text", ["", "80/20", "80/10/10/0", "a/b/c", "0/0/0", "-1/1/1", "0.8/0.1/0.1", "80-10-10"]
)
def test_other_shares_are_refused(text: str) -> None:
    with pytest.raises(UserError, match="three whole numbers"):
        parse_shares(text)


# ----------------------------------------------------------------------------------- what stays together

COPY = words(80, "copy")


def test_near_duplicates_stay_together_whatever_the_rest() -> None:
    records = [
        story(1, COPY, site="a.kz"),
        story(2, COPY, words(6, "tail"), site="b.kz"),
        story(3, words(80, "other"), site="a.kz"),
    ]
    assert grouped(records, "duplicates") == {frozenset({1, 2}), frozenset({3})}
    assert grouped(records, "site") == {frozenset({1, 2, 3})}, "a copy ties its sites together"
    assert grouped(records, "speaker") == {frozenset({1, 2}), frozenset({3})}
    assert grouped(records, "article") == {frozenset({1}), frozenset({2}), frozenset({3})}


@pytest.mark.parametrize("group", GROUPS)
def test_equal_texts_stay_together(group: Group) -> None:
    records = [story(1, "…", site="a.kz"), story(2, "…", site="b.kz"), story(3, "", site="c.kz")]
    assert grouped(records, group) == {frozenset({1, 2}), frozenset({3})}


def article(site: str = "", url: str = "") -> Article:
    return Article(1, text_hash(""), (), site=site, url=url)


def test_a_site_is_known_by_its_name_or_its_host() -> None:
    same = [
        article("Tengrinews.kz", "https://tengrinews.kz/a"),
        article("tengrinews.kz "),
        article("", "https://www.tengrinews.kz/b"),
        article("www.tengrinews.kz"),
    ]
    assert {site_of(one) for one in same} == {"tengrinews.kz"}
    assert site_of(article("zakon.kz")) == "zakon.kz"
    assert site_of(article()) == ""


def test_articles_of_a_site_stay_together_and_those_of_none_do_not() -> None:
    sites = ("Заря.kz", "заря.kz", "www.заря.kz", "zakon.kz", "", "")
    records = [story(n, words(20, n), site=site) for n, site in enumerate(sites)]
    singles = {frozenset({3}), frozenset({4}), frozenset({5})}
    assert grouped(records, "site") == {frozenset({0, 1, 2}), *singles}


def test_articles_with_a_speaker_in_common_stay_together() -> None:
    speakers = (("Ахметов",), ("Ахметов", "Ким"), ("Ким",), ("Смит",), ("Смит",), (), ())
    records = [story(n, words(20, n), speakers=names) for n, names in enumerate(speakers)]
    expected = {frozenset({0, 1, 2}), frozenset({3, 4}), frozenset({5}), frozenset({6})}
    assert grouped(records, "speaker") == expected


def test_a_group_goes_by_its_earliest_article() -> None:
    early = story(1, COPY, words(6, 1), site="b.kz", published="2023-05-06")
    late = story(2, COPY, words(6, 2), site="a.kz", published="2024-01-01T10:00:00+05:00")
    undated = story(3, COPY, words(6, 3), site="0.kz")
    dealt = deal(dataset_of([undated, late, early]), Split(THIRDS, "duplicates"))
    assert set(dealt.groups.values()) == {early.article.text_sha256}
    dealt = deal(dataset_of([undated, late, early]), Split(THIRDS, "site", "соль"))
    assert set(dealt.groups.values()) == {"b.kz"}
    assert set(dealt.parts.values()) == {split_of("b.kz", "соль", THIRDS)}
    two_undated = [undated, story(4, COPY, words(6, 4))]
    dealt = deal(dataset_of(two_undated), Split(THIRDS))
    assert set(dealt.groups.values()) == {min(record.article.text_sha256 for record in two_undated)}


def test_a_later_copy_moves_nobody_and_a_bridge_moves_the_later_ones() -> None:
    body = [words(30, n) for n in range(9)]
    early = [story(n, *body[:6], words(4, n), published="2023-01-01") for n in (1, 2)]
    later = [story(n, *body[2:8], words(4, n), published="2023-06-01") for n in (3, 4)]
    bridge = story(5, *body[1:7], published="2023-09-01")
    for salt in map(str, range(20)):
        split = Split(THIRDS, "duplicates", salt)
        before = deal(dataset_of([*early, *later]), split)
        assert together(before) == {frozenset({1, 2}), frozenset({3, 4})}
        copied = deal(dataset_of([*early, *later, story(6, *body[:6], published="2024-01-01")]), split)
        assert {n: copied.parts[n] for n in (1, 2, 3, 4)} == before.parts
        bridged = deal(dataset_of([*early, *later, bridge]), split)
        assert set(bridged.parts.values()) == {before.parts[1]}


# ------------------------------------------------------------------------------------- what holds of all

Drawn = list[tuple[int, int, str, str | None, tuple[str, ...], tuple[str, ...]]]
STORIES = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.integers(0, 3),
        st.sampled_from(["", "a.kz", "b.kz", "c.kz"]),
        st.sampled_from([None, "2022", "2023-01-01", "2024-05-06T07:08:09Z"]),
        st.sampled_from([(), ("claim",), ("claim", "number")]),
        st.sampled_from([(), ("Ким",), ("Ахметов",), ("Ким", "Смит")]),
    ),
    min_size=1,
    max_size=12,
)
SPLITS = st.builds(
    Split, SHARES, st.sampled_from(GROUPS), st.text(max_size=5), st.sampled_from([None, *STRATA])
)


def written(drawn: Drawn) -> list[Record]:
    return [
        story(
            number,
            words(60, family),
            words(tail * 3, number),
            site=site,
            published=published,
            language="ru" if family % 2 else "kk",
            labels=labels,
            speakers=speakers,
        )
        for number, (family, tail, site, published, labels, speakers) in enumerate(drawn, 1)
    ]


@settings(max_examples=60, deadline=None)
@given(STORIES, SPLITS, st.randoms(use_true_random=False))
def test_the_deal_does_not_depend_on_the_order(drawn: Drawn, split: Split, chance: random.Random) -> None:
    records = written(drawn)
    dealt = deal(dataset_of(records), split)
    again = deal(dataset_of(chance.sample(records, len(records))), split)
    assert dealt.parts == again.parts
    assert dealt.groups == again.groups
    assert dealt.parts.keys() == {record.article.id for record in records}


def test_of_equal_texts_of_one_day_a_known_site_names_the_group() -> None:
    records = written([(0, 0, site, "2022", (), ()) for site in ("", "b.kz", "a.kz")])
    for order in permutations(records):
        dealt = deal(dataset_of(order), Split(group="site"))
        assert set(dealt.groups.values()) == {"a.kz"}


@settings(max_examples=60, deadline=None)
@given(STORIES, SPLITS)
def test_no_group_is_in_two_parts_and_no_part_without_a_share_has_any(drawn: Drawn, split: Split) -> None:
    dealt = deal(dataset_of(written(drawn)), split)
    together(dealt)
    assert all(split.shares[PARTS.index(part)] for part in dealt.parts.values())


@settings(max_examples=60, deadline=None)
@given(STORIES, SHARES, st.sampled_from(GROUPS), st.text(max_size=5))
def test_an_unrelated_article_moves_nobody(
    drawn: Drawn,
    shares: tuple[int, int, int],
    group: Group,
    salt: str,
) -> None:
    records = written(drawn)
    unrelated = story(999, words(60, "unrelated"), site="new.kz", published="2001-01-01", speakers=("Новый",))
    split = Split(shares, group, salt)
    before = deal(dataset_of(records), split)
    after = deal(dataset_of([unrelated, *records]), split)
    assert {n: part for n, part in after.parts.items() if n != 999} == before.parts


# ---------------------------------------------------------------------------------------------- shares


@pytest.fixture(scope="module")
def many() -> list[Record]:
    """5,000 articles: sites of all sizes, three languages, labels from common to rare."""
    chance = random.Random(3)
    records = []
    for number in range(5_000):
        labels = [label for label, share in LABELS.items() if chance.random() < share]
        records.append(
            story(
                number,
                words(8, number),
                site=f"{int(40 * chance.random() ** 3)}.kz",
                language=chance.choices(("ru", "kk", "en"), (70, 25, 5))[0],
                labels=labels,
            )
        )
    return records


LABELS = {"claim": 0.6, "number": 0.05, "speaker": 0.01}


def shares_of(parts: Mapping[int, Part], records: Iterable[Record]) -> tuple[float, ...]:
    """Shares of the parts among these articles, in percent."""
    counts = Counter(parts[record.article.id] for record in records)
    return tuple(100 * counts[part] / counts.total() for part in PARTS)


def test_shares_are_near_what_was_asked(many: list[Record]) -> None:
    dealt = deal(dataset_of(many), Split((80, 10, 10), salt="2023"))
    assert len(set(dealt.groups.values())) == 5_000
    assert shares_of(dealt.parts, many) == pytest.approx((80, 10, 10), abs=1.5)


def test_a_salt_changes_which_and_not_how_many(many: list[Record]) -> None:
    one, other = (deal(dataset_of(many), Split(salt=salt)).parts for salt in ("a", "b"))
    moved = sum(one[n] != other[n] for n in one)
    assert moved / len(many) == pytest.approx(1 - (0.8**2 + 0.1**2 + 0.1**2), abs=0.03)


@pytest.mark.parametrize("salt", ["", "a", "b", "c"])
@pytest.mark.parametrize("label", LABELS)
def test_every_label_has_its_shares(many: list[Record], label: str, salt: str) -> None:
    parts = deal(dataset_of(many), Split((80, 10, 10), "duplicates", salt, "label")).parts
    marked = [r for r in many if any(a.label == label for a in r.annotations)]
    # The rarest is a stratum of its own. Of the others a few articles are in the strata of rarer ones.
    within = {"claim": 0.3, "number": 1.2, "speaker": 100 / len(marked)}[label]
    assert shares_of(parts, marked) == pytest.approx((80, 10, 10), abs=within)


@pytest.mark.parametrize("salt", ["", "a", "b"])
def test_every_language_and_every_site_has_its_shares(many: list[Record], salt: str) -> None:
    by_language = deal(dataset_of(many), Split((80, 10, 10), "duplicates", salt, "language")).parts
    by_site = deal(dataset_of(many), Split((80, 10, 10), "duplicates", salt, "site")).parts
    for language in ("ru", "kk", "en"):
        there = [record for record in many if record.article.language == language]
        assert shares_of(by_language, there) == pytest.approx((80, 10, 10), abs=100 / len(there))
    sites = {record.article.site for record in many}
    for site in sites:
        there = [record for record in many if record.article.site == site]
        assert shares_of(by_site, there) == pytest.approx((80, 10, 10), abs=100 / len(there))
    assert shares_of(by_site, many) == pytest.approx((80, 10, 10), abs=1)


def test_small_strata_are_not_all_dealt_to_train() -> None:
    records = [story(n, words(8, n), site=f"{n}.kz") for n in range(1_000)]
    dealt = deal(dataset_of(records), Split((80, 10, 10), "duplicates", "", "site"))
    assert shares_of(dealt.parts, records) == pytest.approx((80, 10, 10), abs=4)


def test_stratified_a_tenth_more_articles_moves_few(many: list[Record]) -> None:
    split = Split((80, 10, 10), "duplicates", "s", "language")
    before = deal(dataset_of(many[:4_500]), split).parts
    after = deal(dataset_of(many), split).parts
    moved = sum(before[n] != after[n] for n in before)
    assert 0 < moved / len(before) < 0.02


def test_stratified_groups_stay_together() -> None:
    records = [story(n, words(40, n // 5), words(2, n), language=("ru", "kk")[n % 2]) for n in range(200)]
    dealt = deal(dataset_of(records), Split((60, 20, 20), "duplicates", "s", "language"))
    assert together(dealt) == {frozenset(range(n, n + 5)) for n in range(0, 200, 5)}
    assert shares_of(dealt.parts, records) == pytest.approx((60, 20, 20), abs=5)


# ------------------------------------------------------------------------------------ reading and stopping


def test_labels_are_those_of_the_shape() -> None:
    dataset = dataset_of([story(1, "раз", labels=("claim", "number", "number"))])
    renamed = replace(dataset, shape=Shape("sentence", {"claim": "C", "number": "C"}))
    (traits,) = deal(renamed, Split()).traits
    assert traits.labels == {"C": 3}


def test_an_empty_dataset_is_dealt() -> None:
    for stratify in (None, *STRATA):
        dealt = deal(dataset_of([]), Split(stratify=stratify))
        assert (dealt.parts, dealt.groups, dealt.traits) == ({}, {}, ())


def test_progress_is_told_and_cancelling_stops() -> None:
    dataset = dataset_of([story(n, words(9, n)) for n in range(4)])
    told: list[tuple[int, int]] = []
    deal(dataset, Split(), lambda done, total: told.append((done, total)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    told.clear()
    with pytest.raises(Cancelled):
        deal(dataset, Split(), lambda done, total: told.append((done, total)), lambda: len(told) == 2)
    assert told == [(1, 4), (2, 4)]


def test_comparing_can_be_cancelled() -> None:
    dataset = dataset_of([story(n, COPY, words(2, n)) for n in range(4)])
    asked: list[bool] = []
    with pytest.raises(Cancelled):
        deal(dataset, Split(), cancelled=lambda: asked.append(True) or len(asked) == 6)  # type: ignore[func-returns-value]
    assert len(asked) == 6, "four articles were read, two of them compared"


def test_only_what_may_be_alike_is_read_twice() -> None:
    copies = [story(1, COPY), story(2, COPY, words(4, 0))]
    dataset = dataset_of([*copies, *(story(n, words(40, n)) for n in range(3, 30))])
    reads: list[list[int]] = []

    def noting(article_ids: Iterable[int]) -> Iterator[Record]:
        reads.append(list(article_ids))
        return dataset.read(reads[-1])

    deal(replace(dataset, read=noting), Split())
    assert reads == [list(dataset.article_ids), [1, 2]]


def test_the_command_line_offers_what_there_is() -> None:
    for option, choices in (("--group", GROUPS), ("--stratify", STRATA)):
        for choice in choices:
            arguments = ["export", "p", "--format", "jsonl", "--out", "o", option, choice]
            assert getattr(build_parser().parse_args(arguments), option[2:]) == choice
    default = build_parser().parse_args(["export", "p", "--format", "jsonl", "--out", "o"])
    assert (default.group, default.stratify, default.salt) == (Split().group, Split().stratify, Split().salt)


def test_a_project_can_be_dealt_in_any_way(project: Project) -> None:
    dataset = select(project, Selection())
    for group in GROUPS:
        for stratify in (None, *STRATA):
            dealt = deal(dataset, Split((50, 25, 25), group, "s", stratify))
            assert dealt.parts.keys() == set(dataset.article_ids)
