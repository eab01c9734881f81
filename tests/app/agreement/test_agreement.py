"""Two and three annotators at one article; every figure is worked out by hand beside it."""

from collections.abc import Mapping

import pytest

from app.agreement import Agreement, AgreementReport
from app.anchor import Span, anchor
from app.annotation import Annotation, Assessment, Status
from app.article import Article, text_hash
from app.dataset import Record
from app.scheme import parse_scheme

SCHEME = parse_scheme("""
id = "small"
name = "Small"
[[label]]
id = "claim"
name = "Claim"
light = { line = "#000000", fill = "#FFFFFF" }
dark = { line = "#FFFFFF", fill = "#000000" }
    [[label.attribute]]
    id = "kind"
    name = "Kind"
    type = "choice"
    values = ["fact", "forecast"]
    [[label.attribute]]
    id = "words"
    name = "Words"
    type = "text"
[[label]]
id = "number"
name = "Number"
light = { line = "#000000", fill = "#FFFFFF" }
dark = { line = "#FFFFFF", fill = "#000000" }
[[article]]
id = "genre"
name = "Genre"
type = "choice"
values = ["news", "opinion"]
""")

# Twenty characters, an emoji and Kazakh letters among them.
TEXT = "😀 Әлия 37 үйді салды"
assert len(TEXT) == 20

_Mark = tuple[str, str, list[tuple[int, int]], dict[str, str]]


def marked(annotator: str, label: str, *spans: tuple[int, int], **attributes: str) -> _Mark:
    return annotator, label, list(spans), attributes


def record(
    *marks: _Mark,
    statuses: Mapping[str, Status] | None = None,
    assessments: Mapping[str, str] | None = None,
    text: str = TEXT,
) -> Record:
    return Record(
        article=Article(1, text_hash(text), ()),
        text=text,
        annotations=tuple(
            Annotation(
                id=number,
                article_id=1,
                annotator=annotator,
                label=label,
                fragments=tuple(anchor(text, Span(*span)) for span in spans),
                attributes=attributes,
            )
            for number, (annotator, label, spans, attributes) in enumerate(marks, 1)
        ),
        statuses=statuses or {},
        assessments={
            name: Assessment(1, name, {"genre": said}) for name, said in (assessments or {}).items()
        },
    )


def report(*records: Record) -> AgreementReport:
    gathered = Agreement(SCHEME)
    for each in records:
        gathered.add(each)
    return gathered.report()


def test_exact_and_overlapping_spans() -> None:
    # claim: Aigul 3, Bolat 2; one exact, one sharing characters, one of Aigul's alone.
    [pair] = report(
        record(
            marked("Aigul", "claim", (0, 4)),
            marked("Aigul", "claim", (5, 10)),
            marked("Aigul", "claim", (12, 14)),
            marked("Bolat", "claim", (0, 4)),
            marked("Bolat", "claim", (7, 12)),
        )
    ).pairs
    [claim] = pair.spans
    assert (pair.annotators, pair.articles) == (("Aigul", "Bolat"), 1)
    assert (claim.first, claim.second, claim.exact, claim.overlapping) == (3, 2, 1, 2)
    assert claim.exact_f1 == pytest.approx(2 / 5)
    assert claim.overlapping_f1 == pytest.approx(4 / 5)


def test_one_long_span_is_matched_once() -> None:
    [pair] = report(
        record(
            marked("Aigul", "claim", (0, 20)),
            marked("Bolat", "claim", (0, 5)),
            marked("Bolat", "claim", (6, 20)),
        )
    ).pairs
    assert [(s.exact, s.overlapping) for s in pair.spans] == [(0, 1)]


def test_an_exact_match_is_not_given_away_for_two_overlaps() -> None:
    [pair] = report(
        record(
            marked("Aigul", "claim", (0, 10)),
            marked("Aigul", "claim", (0, 3)),
            marked("Bolat", "claim", (0, 10)),
            marked("Bolat", "claim", (7, 10)),
        )
    ).pairs
    assert [(s.exact, s.overlapping) for s in pair.spans] == [(1, 1)]


def test_labels_are_not_mixed() -> None:
    [pair] = report(record(marked("Aigul", "claim", (0, 4)), marked("Bolat", "number", (0, 4)))).pairs
    assert [(s.label, s.first, s.second, s.overlapping) for s in pair.spans] == [
        ("claim", 1, 0, 0),
        ("number", 0, 1, 0),
    ]


def test_discontinuous_annotations_are_exact_only_with_the_same_fragments() -> None:
    same = report(record(marked("A", "claim", (0, 4), (6, 9)), marked("B", "claim", (0, 4), (6, 9))))
    other = report(record(marked("A", "claim", (0, 4), (6, 9)), marked("B", "claim", (0, 9))))
    in_the_gap = report(record(marked("A", "claim", (0, 4), (6, 9)), marked("B", "claim", (4, 6))))
    cut_otherwise = report(record(marked("A", "claim", (0, 2), (2, 4)), marked("B", "claim", (0, 4))))
    found = [r.pairs[0].spans[0] for r in (same, other, in_the_gap, cut_otherwise)]
    assert [(s.exact, s.overlapping) for s in found] == [(1, 1), (0, 1), (0, 0), (0, 1)]


def test_choices_are_compared_where_both_chose() -> None:
    # Four pairs; in one Bolat chose nothing. fact/fact, forecast/forecast, fact/forecast: agreement 2/3, by
    # chance (2 * 1 + 1 * 2) / 9 = 4/9; kappa (6/9 - 4/9) / (5/9) = 0.4.
    [pair] = report(
        record(
            marked("Aigul", "claim", (0, 2), kind="fact", words="a"),
            marked("Aigul", "claim", (3, 5), kind="forecast", words="b"),
            marked("Aigul", "claim", (6, 8), kind="fact"),
            marked("Aigul", "claim", (9, 11), kind="fact"),
            marked("Bolat", "claim", (0, 2), kind="fact", words="b"),
            marked("Bolat", "claim", (3, 6), kind="forecast"),
            marked("Bolat", "claim", (6, 8), kind="forecast"),
            marked("Bolat", "claim", (9, 11)),
        )
    ).pairs
    kind, genre = pair.choices
    assert (kind.label, kind.attribute, kind.possible, kind.compared, kind.agreed) == (
        "claim",
        "kind",
        4,
        3,
        2,
    )
    assert kind.kappa == pytest.approx(0.4)
    assert (genre.label, genre.attribute, genre.possible, genre.compared) == ("", "genre", 1, 0)
    assert genre.kappa is None


def test_what_is_said_of_whole_articles_is_compared() -> None:
    done = {"Aigul": Status.DONE, "Bolat": Status.DONE}
    records = [
        record(statuses=done, assessments={"Aigul": first, "Bolat": second})
        for first, second in [("news", "news"), ("opinion", "opinion"), ("news", "opinion")]
    ]
    [genre] = report(*records).pairs[0].choices
    assert (genre.compared, genre.agreed) == (3, 2)
    assert genre.kappa == pytest.approx(0.4)


def test_who_found_nothing_and_is_done_counts() -> None:
    [pair] = report(
        record(marked("Aigul", "claim", (0, 4)), statuses={"Bolat": Status.DONE, "Aigul": Status.TODO})
    ).pairs
    assert (pair.spans[0].first, pair.spans[0].second, pair.spans[0].exact_f1) == (1, 0, 0)


def test_who_has_not_begun_does_not_count() -> None:
    found = report(
        record(marked("Aigul", "claim", (0, 4)), statuses={"Aigul": Status.DONE, "Bolat": Status.TODO})
    )
    assert found == AgreementReport()


def test_characters_of_two_annotators() -> None:
    # claim: both 4 characters, one alone 1, neither 15. Coincidences 8, 1, 30: 1 - 39 * 1 / (9 * 31).
    found = report(record(marked("Aigul", "claim", (0, 4)), marked("Bolat", "claim", (0, 5))))
    claim, number = found.labels
    assert (claim.label, claim.articles, claim.characters) == ("claim", 1, 20)
    assert claim.alpha == pytest.approx(1 - 39 / (9 * 31))
    assert (number.label, number.alpha) == ("number", None)


def test_one_annotators_nested_spans_mark_a_character_once() -> None:
    nested = report(
        record(marked("A", "claim", (0, 6)), marked("A", "claim", (2, 4)), marked("B", "claim", (0, 6)))
    )
    assert nested.labels[0].alpha == 1


def test_three_annotators_make_three_pairs_and_one_alpha() -> None:
    # Characters 0..4 by all three, 4..6 by one: coincidences both 4 * 3 * 2 / 2 = 12, apart 2 * 2 / 2 = 2,
    # neither 2 * 2 / 2 + 14 * 6 / 2 = 44; values 14 and 46 of 60.
    found = report(
        record(
            marked("C", "claim", (0, 6)),
            marked("A", "claim", (0, 4)),
            marked("B", "claim", (0, 4)),
        )
    )
    assert [pair.annotators for pair in found.pairs] == [("A", "B"), ("A", "C"), ("B", "C")]
    assert [pair.spans[0].exact for pair in found.pairs] == [1, 0, 0]
    assert found.labels[0].alpha == pytest.approx(1 - 59 * 2 / (14 * 46))


def test_articles_add_up() -> None:
    each = record(marked("A", "claim", (0, 4)), marked("B", "claim", (0, 4)))
    found = report(each, each, record(marked("A", "claim", (0, 4))))
    assert (found.pairs[0].articles, found.pairs[0].spans[0].exact) == (2, 2)
    assert (found.labels[0].articles, found.labels[0].characters) == (2, 40)
