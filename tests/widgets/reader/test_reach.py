"""Selections, candidates, nudges and movements over text, without a window."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.anchor import Span
from app.tokens import is_grapheme_bound
from tests.widgets.reader.samples import span_of
from widgets.reader.extents import extents, extents_of
from widgets.reader.reach import Edge, NudgeUnit, cut, joined, move, nudge, snap, trim

TEXT = (
    "Мост обойдётся в 4,8 млрд тенге, заявил Ерлан Касымов. По его словам, «Көркем Телеком» кто-то ускорил.\n"
    "\n"
    "Старый мост закрыли в 2021 году – и ладно."
)


def cut_out(span: Span | None) -> str | None:
    return None if span is None else TEXT[span.start : span.end]


@pytest.mark.parametrize(
    ("dragged", "snapped"),
    [
        ("ойдётс", "обойдётся"),
        (",8 млр", "4,8 млрд"),
        (" Ерлан ", "Ерлан"),
        ("лан Касы", "Ерлан Касымов"),
        ("то-то уск", "кто-то ускорил"),
        (" тенге,", "тенге,"),
        ("Касымов. ", "Касымов."),
        ("«Көр", "«Көркем"),
    ],
)
def test_snap(dragged: str, snapped: str) -> None:
    span = span_of(TEXT, dragged)
    assert cut_out(snap(TEXT, span.start, span.end)) == snapped


def test_a_selection_of_nothing_but_space_is_none() -> None:
    assert snap("а  \u00a0б", 1, 4) is None
    assert trim("а \n б", 1, 4) is None


NASTY = st.text(alphabet="аб \u00a0\u00ad\u0301\u200d\n12,.%«»–👨👩🇰🇿e", min_size=1, max_size=50)


@given(NASTY, st.integers(0, 50), st.integers(0, 50))
def test_a_snapped_selection_never_begins_or_ends_with_space_nor_cuts_a_grapheme(
    text: str, one: int, other: int
) -> None:
    span = snap(text, min(one, other, len(text)), min(max(one, other), len(text)))
    if span is not None:
        marked = text[span.start : span.end]
        assert marked == marked.strip()
        assert is_grapheme_bound(text, span.start)
        assert is_grapheme_bound(text, span.end)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("Ерлан", ["Ерлан", "Ерлан Касымов", "заявил Ерлан Касымов", TEXT[:53], TEXT[:54]]),
        (
            "Телеком",
            [
                "Телеком",
                "Көркем Телеком",
                "«Көркем Телеком»",
                "По его словам, «Көркем Телеком» кто-то ускорил",
                "По его словам, «Көркем Телеком» кто-то ускорил.",
            ],
        ),
        (
            "2021",
            [
                "2021",
                "Старый мост закрыли в 2021 году",
                "Старый мост закрыли в 2021 году – и ладно",
                "Старый мост закрыли в 2021 году – и ладно.",
            ],
        ),
        ("4,8", ["4,8 млрд", "Мост обойдётся в 4,8 млрд тенге", TEXT[:53], TEXT[:54]]),
        (
            "«",
            [
                "Көркем",
                "Көркем Телеком",
                "«Көркем Телеком»",
                "По его словам, «Көркем Телеком» кто-то ускорил",
                "По его словам, «Көркем Телеком» кто-то ускорил.",
            ],
        ),
    ],
)
def test_extents_grow_from_word_to_sentence(at: str, expected: list[str]) -> None:
    assert [cut_out(span) for span in extents(TEXT, TEXT.index(at))] == expected


QUOTED = "«Мы проверили все 36 опор, и ни одна не дала осадки», – сообщила Анна Ли."
PLANT = "Бірақ «Самұрық Құрылыс» ЖШС-ның басшысы Бауыржан Серік (1970 жылы туған) бұған қарсы, деді Әлия."
SAID = PLANT[: PLANT.index(", деді")]
FIRM = (
    'Вчера ТОО «Рога и копыта» построило мост (длиной 40 м), сообщил А. Б. Касымов. "Это так", – добавил он.'
)
BUILT = FIRM[: FIRM.index(' "Это')]
NEWS = "“We, the crew, checked it,” said Jane Howe of the Harbour Board."


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        (
            QUOTED,
            "проверили",
            ["проверили", "Мы проверили все 36 опор", QUOTED[1 : QUOTED.index("»")],
             QUOTED[: QUOTED.index("»") + 1], QUOTED],
        ),
        (QUOTED, "Анна", ["Анна", "Анна Ли", "сообщила Анна Ли", QUOTED[:-1], QUOTED]),
        (
            PLANT,
            "Құрылыс",
            ["Құрылыс", "Самұрық Құрылыс", "«Самұрық Құрылыс»", "«Самұрық Құрылыс» ЖШС-ның",
             SAID, PLANT[:-1], PLANT],
        ),
        (PLANT, "ЖШС", ["ЖШС-ның", "«Самұрық Құрылыс» ЖШС-ның", SAID, PLANT[:-1], PLANT]),
        (PLANT, "Серік", ["Серік", "Бауыржан Серік", SAID, PLANT[:-1], PLANT]),
        (PLANT, "1970", ["1970", "1970 жылы туған", SAID, PLANT[:-1], PLANT]),
        (PLANT, "Әлия", ["Әлия", "деді Әлия", PLANT[:-1], PLANT]),
        (
            FIRM,
            "копыта",
            ["копыта", "Рога и копыта", "«Рога и копыта»", "ТОО «Рога и копыта»",
             BUILT[:-1], BUILT],
        ),
        (
            FIRM,
            "построило",
            ["построило", "Вчера ТОО «Рога и копыта» построило мост (длиной 40 м)",
             BUILT[:-1], BUILT],
        ),
        (FIRM, "Вчера", ["Вчера", FIRM[: FIRM.index(", сообщил")], BUILT[:-1], BUILT]),
        (FIRM, "Касымов", ["Касымов", "А. Б. Касымов", "сообщил А. Б. Касымов", BUILT[:-1], BUILT]),
        (
            NEWS,
            "crew",
            ["crew", "the crew", NEWS[1 : NEWS.index(",”")], NEWS[1 : NEWS.index("”")],
             NEWS[: NEWS.index("”") + 1], NEWS],
        ),
        (NEWS, "Howe", ["Howe", "Jane Howe", "said Jane Howe of the Harbour Board", NEWS[:-1], NEWS]),
    ],
)  # fmt: skip
def test_extents_in_names_and_quotations(text: str, at: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in extents(text, text.index(at))] == expected


@pytest.mark.parametrize(
    ("text", "at", "content"),
    [
        ("Мэр сказал, что мост, закрытый в мае, откроют – и скоро.", "закрытый",
         "мост, закрытый в мае, откроют – и скоро"),
        ("Говорят, будто воды нет.", "воды", "воды нет"),
        ("Жители говорят о том, что «дороги нет».", "дороги", "дороги нет"),
        ("The mayor said that the bridge, closed in May, would open.", "bridge",
         "the bridge, closed in May, would open"),
        ("That is no that-clause.", "clause", "That is no that-clause"),
        ("Әкім жол жөнделді деп хабарлады.", "жөнделді", "Әкім жол жөнделді"),
        ("«Су бар», деді әкім.", "Су", "Су бар"),
        ('"Вода "Ромашки" чиста. Её проверили", – сообщили в компании.', "чиста", 'Вода "Ромашки" чиста'),
        ('"Вода чиста. Её проверили", – сообщили в компании.', "проверили", "Её проверили"),
        ('Строит дорогу "Белый камень", – сказал мэр.', "дорогу", 'Строит дорогу "Белый камень"'),
        ("— Воды нет, — сказал он.", "нет", "Воды нет"),
        ("Воды нет!", "нет", "Воды нет"),
        ("Что сказал мэр?", "мэр", "Что сказал мэр"),
    ],
)  # fmt: skip
def test_what_somebody_says_is_an_extent(text: str, at: str, content: str) -> None:
    assert content in [text[s.start : s.end] for s in extents(text, text.index(at))]


def test_a_phrase_that_only_the_caller_knows_comes_in_its_place() -> None:
    phrase, word = span_of(TEXT, "4,8 млрд тенге"), span_of(TEXT, "4,8 млрд")
    found = [cut_out(span) for span in extents_of(TEXT, word, phrase)]
    assert found[:3] == ["4,8 млрд", "4,8 млрд тенге", "Мост обойдётся в 4,8 млрд тенге"]
    assert extents_of(TEXT, word, span_of(TEXT, "заявил")) == extents_of(TEXT, word)


def test_extents_of_a_selection_begin_with_it() -> None:
    grown = [cut_out(span) for span in extents_of(TEXT, span_of(TEXT, "мост закрыли"))]
    assert grown[0] == "мост закрыли"
    assert grown[-1] == "Старый мост закрыли в 2021 году – и ладно."


def test_there_is_nothing_to_label_in_an_empty_line() -> None:
    assert extents(TEXT, TEXT.index("\n\n") + 1) == []
    assert extents("", 0) == []


@given(NASTY, st.integers(0, 50))
def test_extents_only_grow(text: str, offset: int) -> None:
    found = extents(text, min(offset, len(text)))
    for shorter, longer in pairwise(found):
        assert longer.contains(shorter)
        assert longer != shorter


@pytest.mark.parametrize(
    ("unit", "step", "select", "start", "expected"),
    [
        ("word", 1, False, "Мост", "обойдётся"),
        ("word", -1, False, "обойдётся", "Мост"),
        ("word", 1, False, "4,8", "тенге"),
        ("word", 1, False, "кто-то", "ускорил"),
        ("word", 1, False, "ускорил", "Старый"),
        ("word", 1, True, "Ерлан", " Касымов"),
        ("sentence", 1, False, "Мост", "По его"),
        ("sentence", 1, False, "словам", "Старый"),
        ("sentence", -1, False, "словам", "По его"),
        ("sentence", -1, False, "По его", "Мост"),
        ("sentence", 1, True, "По его", "\n\nСтарый"),
        ("paragraph", 1, False, "словам", "Старый"),
        ("paragraph", -1, False, "словам", "Мост"),
        ("paragraph", -1, False, "Старый", "Мост"),
        ("paragraph", 1, True, "словам", "\n\nСтарый"),
    ],
)
def test_move(unit: str, step: int, select: bool, start: str, expected: str) -> None:
    assert move(TEXT, TEXT.index(start), unit, step, select=select) == TEXT.index(expected)  # type: ignore[arg-type]


def test_by_character_a_family_is_one_step() -> None:
    text = "а👨\u200d👩\u200d👧б"
    assert move(text, 1, "character", 1) == 6
    assert move(text, 6, "character", -1) == 1
    assert move(text, 0, "character", -1) == 0
    assert move(text, len(text), "character", 1) == len(text)


@given(
    NASTY, st.integers(0, 50), st.sampled_from(["character", "word", "sentence", "paragraph"]), st.booleans()
)
def test_moving_on_reaches_both_ends(text: str, offset: int, unit: str, select: bool) -> None:
    for step, goal in ((1, len(text)), (-1, 0)):
        at = min(offset, len(text))
        for _ in range(len(text) + 2):
            moved = move(text, at, unit, step, select=select)  # type: ignore[arg-type]
            assert (moved - at) * step >= 0
            at = moved
        if unit != "paragraph":
            assert at == goal


@pytest.mark.parametrize(
    ("quote", "edge", "unit", "step", "expected"),
    [
        ("обойдётся", "end", "character", -1, "обойдётс"),
        ("обойдётся", "end", "character", 1, "обойдётся в"),
        ("обойдётся", "start", "character", 1, "бойдётся"),
        ("обойдётся", "start", "character", -1, "т обойдётся"),
        ("обойдётся", "end", "word", 1, "обойдётся в"),
        ("обойдётся в", "end", "word", 1, "обойдётся в 4,8 млрд"),
        ("обойдётся в", "end", "word", -1, "обойдётся"),
        ("Ерлан", "start", "word", -1, "заявил Ерлан"),
        ("Касымов", "end", "character", 1, "Касымов."),
    ],
)
def test_nudge(quote: str, edge: str, unit: str, step: int, expected: str) -> None:
    assert cut_out(nudge(TEXT, span_of(TEXT, quote), edge, unit, step)) == expected  # type: ignore[arg-type]


def test_a_nudge_never_leaves_nothing_nor_the_text() -> None:
    assert nudge(TEXT, span_of(TEXT, "в"), "end", "character", -1) is None
    assert nudge(TEXT, Span(0, 4), "start", "character", -1) is None
    assert nudge(TEXT, Span(0, len(TEXT)), "end", "word", 1) is None


@given(NASTY, st.data())
def test_a_nudged_span_is_trimmed_and_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = snap(text, start, data.draw(st.integers(start + 1, len(text))))
    if span is None:
        return
    edge = data.draw(st.sampled_from(get_args(Edge)))
    unit = data.draw(st.sampled_from(get_args(NudgeUnit)))
    moved = nudge(text, span, edge, unit, data.draw(st.sampled_from([-1, 1])))
    if moved is not None:
        marked = text[moved.start : moved.end]
        assert marked == marked.strip()
        assert moved != span
        assert (moved.end == span.end) if edge == "start" else (moved.start == span.start)


def test_fragments_are_joined_and_cut() -> None:
    assert joined([Span(10, 12), Span(0, 4), Span(4, 6)]) == [Span(0, 6), Span(10, 12)]
    whole = span_of(TEXT, "Старый мост закрыли")
    assert cut(TEXT, [whole], span_of(TEXT, "Ерлан")) == [whole]
    inner = span_of(TEXT, "мост")
    assert [cut_out(s) for s in cut(TEXT, [whole], inner)] == ["Старый", "закрыли"]
    assert cut(TEXT, [inner], whole) == []
