import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.annotation import Annotation, ArticleStatus, Status
from app.article import Article, text_hash
from app.changes import Change
from app.dataset import PARTS, Record, Selection, Split, group_of, parse_shares, select, split_of
from app.errors import UserError
from app.exporters import FORMATS, export
from app.project import Project
from app.session import Session
from tests.app.exporters.hard_project import ASEL, BORIS, TEXT, make_hard_project

SHARES = st.tuples(*[st.integers(0, 100)] * 3).filter(any)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    made = make_hard_project(tmp_path_factory.mktemp("dataset") / "hard.pressmark")
    yield made
    made.close()


def ids(project: Project, selection: Selection) -> dict[int, set[int]]:
    """Ids of the annotations taken, by article."""
    return {r.article.id: {a.id for a in r.annotations} for r in select(project, selection)}


OF_ASEL = {1, 2, 3, 4, 5, 6, 7, 8}
OF_BORIS = {41, 42}
FLAT = {31, 32}


@pytest.mark.parametrize(
    ("selection", "taken"),
    [
        (Selection(), {101: OF_ASEL | OF_BORIS, 102: set(), 103: FLAT}),
        (Selection(annotators=(ASEL,)), {101: OF_ASEL, 102: set(), 103: FLAT}),
        (Selection(annotators=(BORIS,)), {101: OF_BORIS, 102: set(), 103: set()}),
        (Selection(annotators=(ASEL, BORIS)), {101: OF_ASEL | OF_BORIS, 102: set(), 103: FLAT}),
        (Selection(labels=("speaker",)), {101: {3}, 102: set(), 103: {32}}),
        (Selection(languages=("kk", "en")), {102: set(), 103: FLAT}),
        (Selection(languages=("uz",)), {}),
        (Selection(sites=("Жергілікті Газет",)), {101: OF_ASEL | OF_BORIS}),
        # A status is an annotator's: what Борис has not done yet stays, in the article that Асель has done.
        (Selection(statuses=(Status.DONE,)), {101: OF_ASEL, 102: set(), 103: FLAT}),
        (Selection(statuses=(Status.IN_PROGRESS,)), {101: OF_BORIS}),
        (Selection(annotators=(BORIS,), statuses=(Status.TODO,)), {102: set(), 103: set()}),
        (Selection(annotators=(BORIS,), statuses=(Status.DONE,)), {}),
        (Selection(statuses=(Status.SKIPPED,)), {}),
    ],
)
def test_a_selection_takes_what_it_says(
    project: Project, selection: Selection, taken: dict[int, set[int]]
) -> None:
    assert ids(project, selection) == taken


def passages_and_assessments(project: Project, selection: Selection) -> dict[int, tuple[set[int], set[str]]]:
    """Ids of the empty passages taken, and whose assessments, by article."""
    return {
        record.article.id: ({passage.id for passage in record.empty_passages}, set(record.assessments))
        for record in select(project, selection)
    }


@pytest.mark.parametrize(
    ("selection", "taken"),
    [
        (Selection(), {101: ({901, 902}, {ASEL, BORIS}), 102: (set(), {ASEL}), 103: (set(), set())}),
        (Selection(annotators=(BORIS,)), {101: ({902}, {BORIS}), 102: (set(), set()), 103: (set(), set())}),
        (Selection(annotators=(ASEL,), languages=("ru",)), {101: ({901}, {ASEL})}),
        (Selection(annotators=(ASEL, BORIS), languages=("ru",)), {101: ({901, 902}, {ASEL, BORIS})}),
        (Selection(statuses=(Status.IN_PROGRESS,)), {101: ({902}, {BORIS})}),
        (
            Selection(statuses=(Status.DONE,), languages=("ru", "kk")),
            {101: ({901}, {ASEL}), 102: (set(), {ASEL})},
        ),
        # Nothing of any label is there: that holds whichever labels are taken.
        (Selection(labels=("speaker",), sites=("Жергілікті Газет",)), {101: ({901, 902}, {ASEL, BORIS})}),
    ],
)
def test_passages_and_assessments_go_with_the_annotations_of_their_annotator(
    project: Project, selection: Selection, taken: dict[int, tuple[set[int], set[str]]]
) -> None:
    assert passages_and_assessments(project, selection) == taken
    for record in select(project, selection):
        for annotator, assessment in record.assessments.items():
            assert assessment == project.assessment(record.article.id, annotator)


def test_a_project_nobody_has_worked_on_is_to_do(tmp_path: Path) -> None:
    project = make_hard_project(tmp_path / "p.pressmark")
    session = Session(project, ASEL)
    for article_id in (101, 102, 103):
        done = ArticleStatus(article_id, ASEL, Status.DONE)
        session.do("set_status", [Change(done, None)])
    assert set(ids(project, Selection(annotators=(ASEL,), statuses=(Status.TODO,)))) == {101, 102, 103}
    project.close()


def test_relations_leave_with_both_their_ends(project: Project) -> None:
    def relations(selection: Selection) -> set[int]:
        return {relation.id for record in select(project, selection) for relation in record.relations}

    assert relations(Selection()) == {21, 22, 23, 43}
    assert relations(Selection(labels=("claim", "number"))) == {22, 23, 43}
    assert relations(Selection(annotators=(BORIS,))) == {43}
    assert relations(Selection(statuses=(Status.DONE,))) == {21, 22, 23}
    assert relations(Selection(labels=("speaker",))) == set()


def test_suggestions_stay_unless_asked_for(project: Project) -> None:
    assert not any(record.suggestions for record in select(project, Selection()))
    asked = select(project, Selection(with_suggestions=True, labels=("claim", "number")))
    assert [s.id for record in asked for s in record.suggestions] == [53, 52], "by place in the text"


def test_articles_come_as_added_and_annotations_by_place(project: Project) -> None:
    first, second, third = select(project, Selection())
    assert [r.article.id for r in (first, second, third)] == [101, 102, 103]
    places = [(a.start, -a.end, a.id) for a in first.annotations]
    assert places == sorted(places)
    assert first.statuses == {ASEL: Status.DONE, BORIS: Status.IN_PROGRESS}
    assert third.statuses == {ASEL: Status.DONE, BORIS: Status.TODO}


@pytest.mark.parametrize(
    ("selection", "sentence"),
    [
        (Selection(annotators=("Борисс",)), "no annotator “Борисс”"),
        (Selection(labels=("claims",)), "no label “claims”; it has claim, speaker, number"),
    ],
)
def test_a_misspelt_name_is_refused_not_taken_for_nothing(
    project: Project, selection: Selection, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        select(project, selection)


def test_a_dataset_is_read_article_by_article(project: Project) -> None:
    dataset = select(project, Selection())
    read: list[int] = []

    def noting(article_ids: Iterable[int]) -> Iterator[Record]:
        for record in dataset.read(article_ids):
            read.append(record.article.id)
            yield record

    records = iter(replace(dataset, read=noting))
    assert next(records).article.id == 101
    assert read == [101]
    assert len(dataset) == len(list(dataset)) == len(list(dataset)) == 3


# ------------------------------------------------------------------------------------------- checking


def _spoil(path: Path, old: str, new: str, table: str, column: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        spoilt = connection.execute(
            f"UPDATE {table} SET {column} = replace({column}, ?, ?) WHERE instr({column}, ?)", (old, new, old)
        )
        assert spoilt.rowcount >= 1
        connection.commit()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("old", "new", "table", "column"),
    [
        ("Әлия Қасымова", "Алия Касымова", "annotations", "fragments"),
        ("зардап шекті", "зардап шеккен", "suggestions", "fragment"),
        ("у входа", "у выхода", "empty_passages", "fragment"),
        ('"text":"около"', '"text":"почти"', "annotations", "attributes"),
    ],
)
def test_a_quote_that_the_text_does_not_have_stops_the_export(
    tmp_path: Path, name: str, old: str, new: str, table: str, column: str
) -> None:
    project = make_hard_project(tmp_path / "p.pressmark")
    _spoil(project.path, old, new, table, column)
    with pytest.raises(UserError, match=r"Article 101 “.*” does not read at "):
        export(select(project, Selection(with_suggestions=True)), name, tmp_path / "new" / "out")
    assert not (tmp_path / "new").exists()
    project.close()


def test_an_offset_past_the_end_stops_the_export(project: Project) -> None:
    dataset = select(project, Selection())

    def shortened(article_ids: Iterable[int]) -> Iterator[Record]:
        for record in dataset.read(article_ids):
            yield replace(record, text=TEXT[:200])

    with pytest.raises(UserError, match="annotation "):
        list(replace(dataset, read=shortened))


# --------------------------------------------------------------------------------------------- splits


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
    assert [split_of(s, "a", (1, 1, 1)) for s in sites] != [split_of(s, "b", (1, 1, 1)) for s in sites]


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


def _article(site: str = "", url: str = "", text: str = "т") -> Article:
    return Article(1, text_hash(text), (), site=site, url=url)


def test_articles_of_a_site_stay_together() -> None:
    same = [
        _article("Tengrinews.kz", "https://tengrinews.kz/a"),
        _article("tengrinews.kz ", text="другой"),
        _article("", "https://www.tengrinews.kz/b"),
        _article("www.tengrinews.kz"),
    ]
    assert {group_of(article, "site") for article in same} == {"tengrinews.kz"}
    assert group_of(_article("zakon.kz"), "site") != "tengrinews.kz"


def test_articles_of_no_known_site_are_not_thrown_together() -> None:
    first, second = _article(text="один"), _article(text="два")
    assert group_of(first, "site") != group_of(second, "site")
    assert group_of(first, "article") == group_of(_article("a.kz", text="один"), "article")


def test_a_split_part_is_the_articles_own(project: Project) -> None:
    split = Split((50, 25, 25), "site", "s")
    for record in select(project, Selection()):
        assert split.part(record.article) == split_of(group_of(record.article, "site"), "s", (50, 25, 25))


def test_the_annotations_of_a_record_are_the_projects(project: Project) -> None:
    taken: list[Annotation] = [a for record in select(project, Selection()) for a in record.annotations]
    assert taken == [a for article_id in (101, 102, 103) for a in project.annotations(article_id)]
