"""Annotations in a changed text: kept, moved, doubtful or gone; never silently somewhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.anchor import Span, anchor, holds
from app.reanchoring import Placed, reanchor

OLD = (
    "Записи камер хранят 30 дней\n"
    "По словам Асета Ахметова, в городе установлено около 30 тыс. камер. 😀\n"
    "Записи хранятся 30 дней, потом сервер их стирает.\n"
    "Третьим лицам записи не передаются, сообщили в компании.\n"
    "Бұл туралы әкімдік хабарлады."
)


def placed(new: str, quote: str, occurrence: int = 0) -> Placed:
    start = -1
    for _ in range(occurrence + 1):
        start = OLD.index(quote, start + 1)
    (result,) = reanchor(OLD, new, [anchor(OLD, Span(start, start + len(quote)))])
    return result


def text_of(new: str, result: Placed) -> str | None:
    return None if result.fragment is None else new[result.fragment.start : result.fragment.end]


@pytest.mark.parametrize(
    "quote", ["Асета Ахметова", "30 тыс.", "30 дней", "әкімдік", "около 30 тыс. камер. 😀"]
)
def test_the_same_text_keeps_everything_where_it_was(quote: str) -> None:
    result = placed(OLD, quote)
    assert result.certain
    assert result.score == 1.0
    assert result.fragment is not None
    assert result.fragment.start == OLD.index(quote)


def test_a_paragraph_put_before_shifts_what_follows() -> None:
    new = "Обновлено: 12 июля.\n" + OLD
    result = placed(new, "30 дней", occurrence=1)
    assert result.certain
    assert result.fragment is not None
    assert result.fragment.start == OLD.index("30 дней", 30) + len("Обновлено: 12 июля.\n")


def test_a_changed_number_is_doubtful_and_shown_where_it_stood() -> None:
    new = OLD.replace("около 30 тыс. камер", "около 32 тыс. камер")
    result = placed(new, "30 тыс. камер")
    assert not result.certain
    assert text_of(new, result) in {"тыс. камер", "32 тыс. камер"}
    assert 0.5 < result.score < 1


def test_a_moved_sentence_is_found_by_its_quote() -> None:
    lines = OLD.split("\n")
    new = "\n".join([lines[0], lines[3], lines[4], lines[1], lines[2]])
    result = placed(new, "в городе установлено около 30 тыс. камер")
    assert result.certain
    assert text_of(new, result) == "в городе установлено около 30 тыс. камер"


def test_a_quote_that_now_stands_twice_elsewhere_is_doubtful() -> None:
    new = "Сюжет закрыт. Ахметов молчит.\nАсета Ахметова ищут.\nКстати, Асета Ахметова видели."
    result = placed(new, "Асета Ахметова")
    assert not result.certain
    assert text_of(new, result) in {"Асета Ахметова", None}


def test_what_was_taken_out_is_not_found() -> None:
    new = "\n".join(line for line in OLD.split("\n") if "лицам" not in line)
    result = placed(new, "Третьим лицам записи не передаются")
    assert not result.certain
    assert text_of(new, result) is None or result.score < 0.7


def test_one_of_two_equal_quotes_goes_and_the_other_is_not_taken_for_it() -> None:
    """The headline's "30 дней" is deleted; the body's is not its new place for certain."""
    new = OLD.replace("Записи камер хранят 30 дней\n", "Новости\n")
    result = placed(new, "30 дней", occurrence=0)
    assert not result.certain
    body = placed(new, "30 дней", occurrence=1)
    assert body.certain
    assert text_of(new, body) == "30 дней"


@given(
    st.lists(st.sampled_from(OLD.split("\n")), max_size=6), st.integers(0, len(OLD) - 2), st.integers(1, 30)
)
def test_a_placed_fragment_always_holds(lines: list[str], start: int, length: int) -> None:
    new = "\n".join(lines) or "–"
    span = Span(start, min(len(OLD), start + length))
    (result,) = reanchor(OLD, new, [anchor(OLD, span)])
    if result.fragment is not None:
        assert holds(new, result.fragment)
    if result.certain:
        assert result.fragment is not None
        assert result.fragment.quote.exact == OLD[span.start : span.end]
    assert 0 <= result.score <= 1
