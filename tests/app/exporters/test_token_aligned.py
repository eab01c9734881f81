import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exporters.token_aligned import tokenize
from tests.app.exporters.hard_project import TEXT


def cut(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


def by_sentence(text: str) -> list[list[str]]:
    tokens = cut(text)
    return [tokens[first:last] for first, last in tokenize(text).ranges()]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        (" \n\t\u00a0 ", []),
        ("Мир", ["Мир"]),
        ("(кто-то)", ["(", "кто-то", ")"]),
        ("1\u00a0500\u00a0000 тенге", ["1", "500", "000", "тенге"]),
        ("12 000, 2,5 %", ["12", "000", ",", "2,5", "%"]),
        ("Қазақстан’да…", ["Қазақстан’да", "…"]),
        ("«Пред\u00adприятие»", ["«", "Пред\u00adприятие", "»"]),
        ("👨‍👩‍👧‍👦🇰🇿!?", ["👨‍👩‍👧‍👦", "🇰🇿", "!", "?"]),
        (unicodedata.normalize("NFD", "Мой ёж"), ["Мои\u0306", "е\u0308ж"]),
        ("_ # -DOCSTART-", ["_", "#", "-", "DOCSTART", "-"]),
        ("т.е. U.S.", ["т.е.", "U.S."]),
    ],
)
def test_tokens_are_words_and_signs_without_blanks(text: str, tokens: list[str]) -> None:
    assert cut(text) == tokens


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Он ушёл. Она нет.", [["Он", "ушёл", "."], ["Она", "нет", "."]]),
        ("Заголовок\nТекст", [["Заголовок"], ["Текст"]]),
        # The dash of direct speech belongs to no sentence; it begins the one after it.
        ("Да.\n— Нет.", [["Да", "."], ["—", "Нет", "."]]),
        ("*", [["*"]]),
        ("— —", [["—", "—"]]),
        ("Да.\n•", [["Да", "."], ["•"]]),
    ],
)
def test_every_token_is_in_one_sentence(text: str, sentences: list[list[str]]) -> None:
    assert by_sentence(text) == sentences


@given(st.text(alphabet="аяЖқ1 5.,!—«»\n\t\u00a0\u00ad\u200d🙂🇰🇿e\u0301_-’%", max_size=40) | st.just(TEXT))
def test_tokens_hold_everything_but_the_blanks(text: str) -> None:
    tokens = tokenize(text)
    assert "".join(cut(text)) == "".join(text.split())
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))
    ranges = tokens.ranges()
    assert [first for first, _ in ranges] == [0, *(last for _, last in ranges)][: len(ranges)]
    assert all(first < last for first, last in ranges)
    assert (ranges[-1][1] if ranges else 0) == len(tokens.starts)
