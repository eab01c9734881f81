from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.anchor import Fragment, Span, anchor
from app.annotation import Annotation, Assessment, EmptyPassage, Relation
from app.article import Article, Block, Role, text_hash
from app.dataset import Dataset, Record, Segment, Segmentation, Selection, Shape, select, shaped
from app.dataset.checking import verify
from app.dataset.cutting import APART, FURNITURE, cut
from app.losses import Tally
from app.project import Project
from app.replacing import replace
from app.suggestion import Suggestion
from tests.app.exporters.hard_project import TEXT, place

SEGMENTATIONS: tuple[Segmentation, ...] = ("block", "sentence")
STORY = (
    "Ёлки 🙂 подорожали\n"
    "Министр Иванов уволен. Школ стало 17. Зимой мест хватит всем.\n"
    "Читайте также. Погода на завтра.\n"
    "Вторая школа открыта. — Когда? — спросили родители."
)


def record(*annotations: Annotation, text: str = STORY, **more: Any) -> Record:
    """An article of a block a line; the first is a headline, one that begins with “Читайте” furniture."""
    blocks, at = [], 0
    for line in text.split("\n"):
        role = Role.BODY if at else Role.HEADLINE
        role = Role.BOILERPLATE if line.startswith("Читайте") else role
        if line:
            blocks.append(Block(at, at + len(line), role, "test"))
        at += len(line) + 1
    article = Article(7, text_hash(text), tuple(blocks), title="Ёлки", length=len(text))
    return Record(article, text, tuple(sorted(annotations, key=lambda a: (a.start, -a.end, a.id))), **more)


def mark(number: int, *phrases: str, text: str = STORY, **more: Any) -> Annotation:
    return Annotation(number, 7, "A", "claim", tuple(piece(p, text) for p in phrases), **more)


def piece(phrase: str, text: str = STORY) -> Fragment:
    assert text.count(phrase) == 1
    return anchor(text, Span(text.index(phrase), text.index(phrase) + len(phrase)))


def pointer(phrase: str) -> dict[str, Any]:
    found = piece(phrase)
    return {"start": found.start, "end": found.end, "text": phrase}


def texts(whole: Record, segmentation: Segmentation, tally: Tally | None = None) -> list[str]:
    return [r.text for r in cut(whole, segmentation, Counter() if tally is None else tally)]


SENTENCES = [
    "Ёлки 🙂 подорожали",
    "Министр Иванов уволен.",
    "Школ стало 17.",
    "Зимой мест хватит всем.",
    "Вторая школа открыта.",
    "Когда? — спросили родители.",
]


def test_blocks_and_sentences_are_segments_without_furniture() -> None:
    tally: Tally = Counter()
    assert texts(record(), "block", tally) == [
        line for line in STORY.split("\n") if not line.startswith("Читайте")
    ]
    assert tally[FURNITURE.kind] == 1
    assert texts(record(), "sentence", tally) == SENTENCES
    assert tally == {FURNITURE.kind: 3}, "the furniture has two sentences"


def test_segments_are_numbered_through_the_article_and_know_their_place() -> None:
    found = list(cut(record(), "sentence", Counter()))
    assert [r.segment.number for r in found if r.segment] == [1, 2, 3, 4, 7, 8], "5 and 6 are furniture"
    assert [r.key for r in found] == ["7-1", "7-2", "7-3", "7-4", "7-7", "7-8"]
    assert record().key == "7"
    for made in found:
        assert made.segment is not None
        assert STORY[made.segment.start : made.segment.end] == made.text
        assert made.article.length == len(made.text)
        assert [(b.start, b.end) for b in made.article.blocks] == [(0, len(made.text))]
        assert made.article.text_sha256 == text_hash(STORY)


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (mark(1, "Иванов"), SENTENCES),
        (mark(1, "уволен. Школ"), [SENTENCES[0], " ".join(SENTENCES[1:3]), *SENTENCES[3:]]),
        (mark(1, "Иванов", "мест"), [SENTENCES[0], " ".join(SENTENCES[1:4]), *SENTENCES[4:]]),
        (
            mark(1, "Иванов", attributes={"where": pointer("17")}),
            [SENTENCES[0], " ".join(SENTENCES[1:3]), *SENTENCES[3:]],
        ),
        (mark(1, "уволен. "), [SENTENCES[0], "Министр Иванов уволен. ", *SENTENCES[2:]]),
        (mark(1, "подорожали\nМинистр"), ["\n".join(SENTENCES[:2]), *SENTENCES[2:]]),
        (mark(1, "также"), [*SENTENCES[:4], "Читайте также.", *SENTENCES[4:]]),
        (
            mark(1, "открыта. — Когда"),
            [*SENTENCES[:4], "Вторая школа открыта. — Когда? — спросили родители."],
        ),
    ],
)
def test_sentences_that_something_marked_goes_over_stay_together(
    annotation: Annotation, expected: list[str]
) -> None:
    assert texts(record(annotation), "sentence") == expected


def test_what_a_suggestion_goes_over_stays_together() -> None:
    suggested = Suggestion(9, 7, "claim", piece("уволен. Школ"), 0.5, "s")
    found = list(cut(record(suggestions=(suggested,)), "sentence", Counter()))
    assert found[1].text == " ".join(SENTENCES[1:3])
    (moved,) = found[1].suggestions
    assert found[1].text[moved.start : moved.end] == moved.text == "уволен. Школ"


def test_offsets_quotes_and_spans_in_attributes_are_those_of_the_segment() -> None:
    whole = record(mark(1, "Школ", "17", attributes={"where": pointer("стало"), "value": 17}))
    (found,) = [r for r in cut(whole, "sentence", Counter()) if r.annotations]
    (annotation,) = found.annotations
    assert found.text == "Школ стало 17."
    assert [(f.start, f.end) for f in annotation.fragments] == [(0, 4), (11, 13)]
    first, second = (fragment.quote for fragment in annotation.fragments)
    assert (first.prefix, first.exact, first.suffix) == ("", "Школ", " стало 17.")
    assert (second.prefix, second.exact, second.suffix) == ("Школ стало ", "17", ".")
    assert annotation.attributes == {"where": {"start": 5, "end": 10, "text": "стало"}, "value": 17}
    verify(found)


def test_relations_stay_within_a_segment_and_others_are_counted() -> None:
    marks = mark(1, "Министр"), mark(2, "Иванов"), mark(3, "17")
    relations = Relation(11, 7, "A", "said_by", 1, 2), Relation(12, 7, "A", "has_number", 1, 3)
    tally: Tally = Counter()
    found = list(cut(record(*marks, relations=relations), "sentence", tally))
    assert [[r.id for r in made.relations] for made in found] == [[], [11], [], [], [], []]
    assert tally[APART.kind] == 1
    tally.clear()
    found = list(cut(record(*marks, relations=relations), "block", tally))
    assert [r.id for r in found[1].relations] == [11, 12]
    assert tally[APART.kind] == 0


def test_relations_of_suggestions_stay_within_a_segment() -> None:
    def suggested(number: int, phrase: str, *relations: dict[str, object]) -> Suggestion:
        return Suggestion(number, 7, "claim", piece(phrase), 0.5, "s", relations=relations)

    suggestions = (
        suggested(21, "Министр", {"type": "t", "to": 22}, {"type": "t", "to": 23}),
        suggested(22, "Иванов", {"type": "t", "from": 1}, {"type": "t", "from": 2}),
        # 99 was not selected: a relation to it is no relation to another segment.
        suggested(23, "17", {"type": "t", "to": 99}),
    )
    tally: Tally = Counter()
    whole = record(mark(1, "уволен"), mark(2, "мест"), suggestions=suggestions)
    found = {s.id: s.relations for r in cut(whole, "sentence", tally) for s in r.suggestions}
    assert found == {
        21: ({"type": "t", "to": 22},),
        22: ({"type": "t", "from": 1},),
        23: ({"type": "t", "to": 99},),
    }
    assert tally[APART.kind] == 2


def test_passages_read_and_empty_are_cut_with_their_text() -> None:
    whole = record(empty_passages=(EmptyPassage(5, 7, "A", piece("уволен. Школ стало 17. Зимой"), "at"),))
    found = {
        r.key: [p.fragment.quote.exact for p in r.empty_passages] for r in cut(whole, "sentence", Counter())
    }
    assert found == {
        "7-1": [],
        "7-2": ["уволен."],
        "7-3": ["Школ стало 17."],
        "7-4": ["Зимой"],
        "7-7": [],
        "7-8": [],
    }
    over = record(empty_passages=(EmptyPassage(5, 7, "A", piece("Погода на")),))
    assert "Погода на завтра." in texts(over, "sentence"), "furniture that was read is no mere furniture"
    for made in cut(whole, "block", Counter()):
        verify(made)


def test_what_is_said_of_the_article_goes_with_every_segment_its_spans_with_theirs() -> None:
    said = {"A": Assessment(7, "A", {"topic": "жкх", "thesis": pointer("Школ стало 17")}, note="n")}
    found = {r.key: r.assessments["A"] for r in cut(record(assessments=said), "sentence", Counter())}
    assert found.pop("7-3") == Assessment(
        7, "A", {"topic": "жкх", "thesis": {"start": 0, "end": 13, "text": "Школ стало 17"}}, note="n"
    )
    assert set(map(repr, found.values())) == {repr(Assessment(7, "A", {"topic": "жкх"}, note="n"))}
    in_furniture = {"A": Assessment(7, "A", {"thesis": pointer("также. Погода")})}
    assert "Читайте также. Погода на завтра." in texts(record(assessments=in_furniture), "sentence")


def test_an_article_without_blocks_is_one_and_an_empty_one_none() -> None:
    bare = replace(record(), article=replace(record().article, blocks=()))
    assert texts(bare, "block") == [STORY]
    assert texts(bare, "sentence")[:2] == SENTENCES[:2]
    empty = replace(bare, text="")
    assert texts(empty, "block") == texts(empty, "sentence") == []


def test_signs_between_sentences_can_be_marked() -> None:
    dash = Annotation(
        1, 7, "A", "claim", (anchor(STORY, Span(*[STORY.index("— Когда") + i for i in (0, 1)])),)
    )
    found = texts(record(dash), "sentence")
    assert found[-3:] == ["Вторая школа открыта.", "—", "Когда? — спросили родители."]


# ------------------------------------------------------------------------------------- the hard project


@pytest.mark.parametrize("segmentation", SEGMENTATIONS)
def test_everything_of_the_hard_project_is_in_one_segment_with_its_quote(
    project: Project, segmentation: Segmentation
) -> None:
    dataset = select(project, Selection(with_suggestions=True))
    tally: Tally = Counter()
    records = list(shaped(dataset, Shape(segmentation)).records(tally))
    check_all(list(dataset), records, tally)
    keys = [r.key for r in records]
    assert len(set(keys)) == len(keys) > 3
    assert {r.article.id for r in records} == {101, 102, 103}


def test_the_segments_of_the_hard_text(project: Project) -> None:
    (whole,) = [r for r in select(project, Selection()) if r.article.id == 101]
    ends = [place(phrase).end for phrase in ("Қасымова.", "в 2026 году.")]
    # “у входа\nМо” holds the first two lines together, “деді әкім.\n” takes the last line break along.
    assert texts(whole, "block") == [TEXT[: ends[0]], TEXT[ends[0] + 1 : ends[1]], TEXT[ends[1] + 1 :]]


# ------------------------------------------------------------------------------------- any annotations

WORDS = st.text("аб🙂й \u00a0.!\n", min_size=1, max_size=60).filter(lambda text: bool(text.strip()))


@st.composite
def annotated(draw: st.DrawFn) -> Record:
    text = draw(WORDS)
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12)).map(
        lambda at: Span(at[0], min(at[0] + at[1], len(text)))
    )
    annotations = []
    for number, pieces in enumerate(draw(st.lists(st.lists(spans, min_size=1, max_size=2), max_size=6)), 1):
        first, *rest = sorted(pieces)
        fragments = [first, *(span for span in rest if span.start >= first.end)]
        attributes = {}
        if draw(st.booleans()):
            span = draw(spans)
            attributes = {"p": {"start": span.start, "end": span.end, "text": text[span.start : span.end]}}
        annotations.append(
            Annotation(number, 7, "A", "x", tuple(anchor(text, f) for f in fragments), attributes)
        )
    ids = st.sampled_from([annotation.id for annotation in annotations] or [0])
    ends = draw(st.lists(st.tuples(ids, ids), max_size=4)) if annotations else []
    relations = tuple(Relation(100 + number, 7, "A", "r", *pair) for number, pair in enumerate(ends))
    return record(*annotations, text=text, relations=relations)


@settings(max_examples=150, deadline=None)
@given(annotated(), st.sampled_from(SEGMENTATIONS))
def test_every_annotation_is_in_exactly_one_segment_whole(whole: Record, segmentation: Segmentation) -> None:
    tally: Tally = Counter()
    check_all([whole], list(cut(whole, segmentation, tally)), tally)


def check_all(articles: list[Record], segments: list[Record], tally: Tally) -> None:
    """Every annotation, suggestion and visible character is in one segment, the same as in its article."""
    by_article = {whole.article.id: whole for whole in articles}
    marks = [marked for made in segments for marked in everything(made)]
    assert Counter(m.id for m in marks) == Counter(m.id for whole in articles for m in everything(whole))
    for made in segments:
        verify(made)
        whole = by_article[made.article.id]
        assert made.segment is not None
        assert whole.text[made.segment.start : made.segment.end] == made.text
        kept = {marked.id: marked for marked in everything(whole)}
        for marked in everything(made):
            assert places(marked, made.segment) == places(kept[marked.id], Segment(1, 0, 0))
        for annotation in made.annotations:
            for fragment in annotation.fragments:
                assert made.text[fragment.start : fragment.end] == fragment.quote.exact
        assert list(made.annotations) == sorted(made.annotations, key=lambda a: (a.start, -a.end, a.id))
        ids = {annotation.id for annotation in made.annotations}
        assert all({r.source, r.target} <= ids for r in made.relations)
    relations = sum(len(whole.relations) for whole in articles)
    assert sum(len(made.relations) for made in segments) + tally[APART.kind] == relations
    check_text(by_article, segments)


def check_text(by_article: dict[int, Record], segments: Iterable[Record]) -> None:
    """Segments follow each other without a common character; between them are blanks, bullets, dashes."""
    ends = dict.fromkeys(by_article, 0)
    for made in segments:
        assert made.segment is not None
        between = by_article[made.article.id].text[ends[made.article.id] : made.segment.start]
        assert not any(character.isalnum() for character in between)
        ends[made.article.id] = made.segment.end
    for article_id, end in ends.items():
        assert not by_article[article_id].text[end:].strip()


def everything(made: Record) -> Iterator[Annotation | Suggestion]:
    yield from made.annotations
    yield from made.suggestions


def places(marked: Annotation | Suggestion, segment: Segment) -> list[tuple[int, int, str]]:
    """Where it and its spans are in the article."""
    fragments = marked.fragments if isinstance(marked, Annotation) else (marked.fragment,)
    found = [(f.start, f.end, f.quote.exact) for f in fragments]
    found += [(v["start"], v["end"], v["text"]) for v in marked.attributes.values() if isinstance(v, dict)]
    return [(start + segment.start, end + segment.start, text) for start, end, text in found]


def test_a_dataset_in_whole_articles_is_as_it_was(project: Project) -> None:
    dataset: Dataset = select(project, Selection())
    assert list(shaped(dataset, Shape("article"))) == list(dataset)
