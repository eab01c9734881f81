"""Marks against the text of the project: in their units, by their quotes, surely, doubtfully or not."""

from collections.abc import Mapping
from typing import Any

import pytest

from app.anchor import Span
from app.article import canonical, text_hash
from app.project import Project
from app.readers.canonical import canonical_text
from app.readers.loaded import Link, Mark, Piece
from tests.app.exporters.hard_project import TEXT
from tests.app.readers.one_article import ARTICLE, CLAIM, URL, bring, left, mark, marked, said

# ------------------------------------------------------------------------------------------------ units


def test_what_is_at_its_offsets_is_placed(bare: Project) -> None:
    start = TEXT.index(CLAIM)
    report = bring(bare, said(mark(start, start + len(CLAIM), CLAIM)))
    assert (marked(bare), report.moved, report.left) == ([CLAIM], 0, {})


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def utf8(text: str) -> int:
    return len(text.encode())


def crlf(text: str) -> int:
    return len(text.replace("\n", "\r\n"))


@pytest.mark.parametrize("unit", [utf16, utf8, crlf])
def test_offsets_in_other_units_are_told_by_the_quote(bare: Project, unit: Any) -> None:
    before = TEXT[: TEXT.index(CLAIM)]
    start, end = unit(before), unit(before + CLAIM)
    report = bring(bare, said(mark(start, end, CLAIM)))
    assert (marked(bare), report.moved, report.doubtful, report.left) == ([CLAIM], 1, 0, {})


def test_offsets_count_the_text_as_the_file_has_it(bare: Project) -> None:
    """With CRLF, a byte order mark and controls, which the canonical text has not."""
    theirs = "\ufeff" + TEXT.replace("\n", "\r\n").replace("Әлия", "Әл\x07ия")
    assert canonical(theirs) == TEXT
    start = theirs.index(CLAIM)
    name = theirs.index("Әл\x07ия")
    whole = mark(start, start + len(CLAIM), CLAIM)
    over_lines = theirs.index("у входа"), theirs.index("Мо") + 2
    report = bring(
        bare,
        said(
            whole,
            mark(name, name + 5, "Әл\x07ия", "speaker"),
            mark(*over_lines, "у входа\r\nМо"),
            mark(0, 1, "\ufeff", "number"),
            text=theirs,
        ),
    )
    assert marked(bare) == ["у входа\nМо", "Әлия", CLAIM]
    assert left(report) == {"annotations with a quote that the article does not have": 1}


def test_offsets_of_a_text_with_crlf_may_count_it_without(bare: Project) -> None:
    start = TEXT.index(CLAIM)
    report = bring(bare, said(mark(start, start + len(CLAIM), CLAIM), text=TEXT.replace("\n", "\r\n")))
    assert (marked(bare), report.moved) == ([CLAIM], 1)


@pytest.mark.parametrize(
    "text", ["a\r\nb\rc", "\ufeffa\x00\x00b\r\n", "\r\r\n\n", "a\u2028b\u2029c\x85", "plain"]
)
def test_every_offset_of_a_text_leads_to_the_canonical_one(text: str) -> None:
    kept, move = canonical_text(text)
    assert kept == canonical(text)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":  # there is no such place in the canonical text
            assert kept[: move(offset) if move else offset] == canonical(text[:offset])


# --------------------------------------------------------------------------------------------- by quote


def test_a_long_quote_that_stands_once_is_found(bare: Project) -> None:
    quote = "если цены вырастут, людей\tв 2026"
    report = bring(bare, said(mark(3, 3 + len(quote), quote)))
    assert (marked(bare), report.moved, report.doubtful) == ([quote], 1, 0)


def test_a_short_quote_is_found_with_its_surroundings(bare: Project) -> None:
    report = bring(bare, said(mark(3, 6, "әкім", "speaker", prefix="деді ", suffix=".\n")))
    assert (marked(bare), report.moved, report.doubtful) == (["әкім"], 1, 0)


def test_a_short_quote_alone_is_proposed(bare: Project) -> None:
    report = bring(bare, said(mark(3, 7, "әкім", "speaker", attributes={"kind": "person"})))
    assert (marked(bare), report.doubtful, report.left) == ([], 1, {})
    (suggestion,) = bare.suggestions(ARTICLE)
    assert (suggestion.text, suggestion.suggester, suggestion.rule) == ("әкім", "load", "“әкім” in the file")
    assert 0.5 <= suggestion.score < 1
    assert suggestion.attributes == {"kind": "person"}


def test_a_quote_with_other_white_space_is_proposed(bare: Project) -> None:
    bring(bare, said(mark(3, 19, "1 500 000 тенге", "number"), mark(4, 15, "Предприятие")))
    found = {s.label: s.text for s in bare.suggestions(ARTICLE)}
    assert found == {"number": "1\u00a0500\u00a0000 тенге", "claim": "Пред\u00adприятие"}


def test_what_is_nowhere_is_listed(bare: Project) -> None:
    report = bring(
        bare,
        said(
            mark(0, 5, "ничего подобного"),
            mark(5, len(TEXT) + 50),
            mark(len(TEXT), len(TEXT) + 4, "тоже нет"),
        ),
    )
    assert (marked(bare), bare.suggestions(ARTICLE), report.steps) == ([], [], 0)
    assert left(report) == {
        "annotations with a quote that the article does not have": 2,
        "annotations outside the text": 1,
    }
    (examples,) = [out.examples for kind, out in report.left.items() if "quote" in kind]
    assert examples[0] == "line 7: claim at 0..5 “ничего подобного”"


def test_a_discontinuous_mark_is_certain_as_a_whole_or_not_at_all(bare: Project) -> None:
    first, second = TEXT.index("уволит"), TEXT.index("людей")
    sure = Mark(
        "a", "claim", (Piece(Span(first, first + 6), "уволит"), Piece(Span(second, second + 5), "людей"))
    )
    unsure = Mark("b", "claim", (Piece(Span(first, first + 6), "уволит"), Piece(Span(0, 4), "әкім")))
    overlapping = Mark("c", "claim", (Piece(Span(0, 5)), Piece(Span(3, 8))))
    report = bring(bare, said(sure, unsure, overlapping))
    assert marked(bare) == ["уволит … людей"]
    assert report.doubtful == 1
    assert left(report) == {
        "annotations whose fragments overlap": 1,
        "further fragments of suggestions, which have one": 1,
    }


def test_a_quote_without_offsets_is_sought(bare: Project) -> None:
    piece = Piece(None, "әкім", "деді ", ".\n")
    report = bring(bare, said(Mark("a", "speaker", (piece,)), text=None, article_id=ARTICLE))
    assert (marked(bare), report.moved) == (["әкім"], 1)


# -------------------------------------------------------------------------------------- which article it is


def test_a_changed_text_is_found_by_its_address(bare: Project) -> None:
    theirs = "Обновлено. " + TEXT.replace("деді әкім", "деп хабарлады мэр")
    quote = TEXT[TEXT.index(" флагом") + 1 : TEXT.index(" флагом") + 40]
    start, gone = theirs.index(quote), theirs.index("хабарлады мэр")
    report = bring(
        bare,
        said(
            mark(start, start + len(quote), quote),
            mark(gone, gone + 13, "хабарлады мэр"),
            text=theirs,
            about={"url": URL},
        ),
    )
    assert (report.matched, report.unmatched) == (1, 0)
    assert marked(bare) == [quote]
    assert sum(left(report).values()) + report.doubtful == 1


def test_another_text_of_the_same_address_is_none(bare: Project) -> None:
    other = "Совсем другая история, в которой нет ни слова из той."
    report = bring(bare, said(mark(0, 6, "Совсем"), text=other, about={"url": URL}))
    assert (report.matched, report.unmatched, report.steps) == (0, 1, 0)
    assert left(report) == {"articles that the project does not have": 1}


def test_an_id_alone_does_not_make_an_article_the_same(bare: Project) -> None:
    other = "Совсем другая история, в которой нет ни слова из той."
    report = bring(bare, said(mark(0, 6), text=other, article_id=ARTICLE, text_sha256="0" * 64))
    assert report.unmatched == 1


def test_without_a_text_the_hash_says_what_the_offsets_count(bare: Project) -> None:
    start = TEXT.index(CLAIM)
    bare_mark = mark(start, start + len(CLAIM))
    unproven = bring(bare, said(bare_mark, text=None, article_id=ARTICLE))
    assert left(unproven) == {"annotations without a text or a quote that proves their place": 1}
    report = bring(bare, said(bare_mark, text=None, text_sha256=text_hash(TEXT)))
    assert (marked(bare), report.left) == ([CLAIM], {})


def test_a_segment_goes_to_its_place(bare: Project) -> None:
    start = TEXT.index("Қазақстан")
    own = TEXT[start:]
    place = own.index(CLAIM)
    here = mark(place, place + len(CLAIM), CLAIM, attributes={})
    shifted = mark(place, place + len(CLAIM), CLAIM, "number")
    known = {"text_sha256": text_hash(TEXT), "text": own}
    assert bring(bare, said(here, segment_start=start, **known)).left == {}
    # Where it is said to begin there is something else, but it stands in the article once.
    assert bring(bare, said(shifted, segment_start=3, **known)).left == {}
    assert {(a.label, a.start) for a in bare.annotations(ARTICLE)} == {
        ("claim", start + place),
        ("number", start + place),
    }


# ----------------------------------------------------------------------------------------- the scheme's terms


def test_what_the_scheme_does_not_have_is_listed(bare: Project) -> None:
    report = bring(
        bare,
        said(
            mark(0, 1, label="PER"),
            mark(2, 7, label="speaker", attributes={"kind": "alien", "age": 5, "kind2": None}),
            mark(8, 9, label="claim"),
            links=(
                Link("likes", "claim 8", "speaker 2"),
                Link("said_by", "claim 8", "PER 0"),
                Link("said_by", "speaker 2", "claim 8"),
                Link("said_by", "claim 8", "speaker 2"),
            ),
        ),
    )
    assert left(report) == {
        "annotations with the label “PER”, which the scheme does not have": 1,
        "values that the label does not take": 2,
        "relations “likes”, which the scheme does not have": 1,
        "relations from or to what is not there": 1,
        "relations “said_by” from speaker to claim, which the scheme does not allow": 1,
    }
    assert report.made == {"annotations": 2, "relations": 1}
    (speaker,) = [a for a in bare.annotations(ARTICLE) if a.label == "speaker"]
    assert speaker.attributes == {}, "the mark is kept"


def test_names_are_mapped(bare: Project) -> None:
    names: Mapping[str, str] = {"PER": "speaker", "Say it": "said_by"}
    report = bring(
        bare,
        said(mark(0, 1, label="PER"), mark(2, 7), links=(Link("Say it", "claim 2", "PER 0"),)),
        names=names,
    )
    assert report.left == {}
    assert [r.type for r in bare.relations(ARTICLE)] == ["said_by"]


def test_values_that_are_text_become_numbers(bare: Project) -> None:
    values = {"value": "37", "kind": "cardinal"}
    bring(bare, said(mark(0, 1, label="number", attributes=values)))
    bring(bare, said(mark(2, 3, label="number", attributes={"value": "-0.5"})))
    assert [a.attributes for a in bare.annotations(ARTICLE)] == [
        {"value": 37, "kind": "cardinal"},
        {"value": -0.5},
    ]


def test_numbers_that_no_project_can_keep_are_left_out(bare: Project) -> None:
    values = {"value": 10**30, "kind": "money"}
    report = bring(bare, said(mark(0, 1, label="number", attributes=values)))
    assert [a.attributes for a in bare.annotations(ARTICLE)] == [{"kind": "money"}]
    assert left(report) == {"values that the label does not take": 1}


@pytest.mark.parametrize("article_id", [-1, 0, 2**53, 10**30])
def test_an_id_that_is_none_is_passed_over(bare: Project, article_id: int) -> None:
    marks = (mark(0, 5, native_id=article_id),)
    report = bring(bare, said(*marks, article_id=article_id))
    assert (report.matched, report.left) == (1, {})
    other = bring(bare, said(text="Другой текст", article_id=article_id))
    assert other.unmatched == 1


def test_values_that_are_spans_go_along(bare: Project) -> None:
    theirs = TEXT.replace("\n", "\r\n")
    place, number = theirs.index("около"), theirs.index("1\u00a0500")
    value = {"start": place, "end": place + 5, "text": "около"}
    wrong = {"start": 0, "end": 5, "text": "около этого"}
    report = bring(
        bare,
        said(
            mark(number, number + 5, label="number", attributes={"approximator": value}),
            mark(0, 1, label="number", attributes={"approximator": wrong, "value": 5}),
            text=theirs,
        ),
    )
    first, second = bare.annotations(ARTICLE)
    start = TEXT.index("около")
    assert second.attributes == {"approximator": {"start": start, "end": start + 5, "text": "около"}}
    assert first.attributes == {"value": 5}
    assert left(report) == {"values that are spans and were not found": 1}
