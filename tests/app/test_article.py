"""The canonical text: what is kept, what is removed, and that doing it twice changes nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.article import canonical, snapshot_hash, text_hash

# Everything that has broken offsets somewhere, beside ordinary letters.
NASTY = st.text(
    st.one_of(
        st.sampled_from(
            "\r\n\u2028\u2029\u0085\ufeff\ufffe\uffff\ufffc\ufdd0\ufdd1\x00\x0b\x1b\x7f\x9f\t\u00a0\u00ad"
        ),
        st.sampled_from("йёЙЁқғңүұһіә₸«»—🇰🇿👩‍👩‍👧😀é"),
        st.characters(),
        st.integers(0xD800, 0xDFFF).map(chr),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\n\rb", "a\n\nb"),
        ("a\u2028b\u2029c\u0085d", "a\nb\nc\nd"),
        ("\ufeffЗаголовок", "Заголовок"),
        ("\ufffea\uffffb", "ab"),
        ("a\x00b\x0bc\x1bd\x7fe\x9ff", "abcdef"),
        ("a\ufffcb\ufdd0c\ufdd1d", "abcd"),
        ("a\ud800b", "a\ufffdb"),
        ("a\tb", "a\tb"),
        ("1\u00a0500\u00a0000 тенге", "1\u00a0500\u00a0000 тенге"),
        ("со\u00adобщили", "со\u00adобщили"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        (unicodedata.normalize("NFD", "ёй"), unicodedata.normalize("NFD", "ёй")),
        ("", ""),
    ],
)
def test_what_is_kept(given_text: str, kept: str) -> None:
    assert canonical(given_text) == kept


@given(NASTY)
def test_canonical_is_idempotent_and_always_encodable(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert once.encode("utf-8").decode("utf-8") == once


@given(NASTY)
def test_canonical_leaves_nothing_that_qt_changes(text: str) -> None:
    kept = canonical(text)
    assert not set(kept) & set("\r\u2028\u2029\u0085\ufeff\ufffe\uffff\ufffc\ufdd0\ufdd1\x00")
    assert all(unicodedata.category(c) != "Cs" for c in kept)
    assert all(c in "\n\t" or unicodedata.category(c) != "Cc" for c in kept)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufeff\ufffc")))
def test_ordinary_text_is_kept_as_it_is(text: str) -> None:
    plain = "".join(c for c in text if not ("\ufdd0" <= c <= "\ufdef" or c in "\ufffe\uffff"))
    assert canonical(plain) == plain


def test_hashes_are_sha256_in_hexadecimal() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert text_hash("") == snapshot_hash(b"") == empty
    assert text_hash("ё") == snapshot_hash("ё".encode())
    assert text_hash("ё") != text_hash(unicodedata.normalize("NFD", "ё"))
