"""Code points and Qt positions: the text stands in the document unchanged, and every offset comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from app.article import Block, Role, canonical
from app.tokens import is_grapheme_bound
from widgets import theme
from widgets.reader.document import ArticleDocument
from widgets.reader.offsets import Offsets
from widgets.reader.typography import Typography

# What drifts elsewhere: astral characters, joiners, marks, soft hyphens, no-break spaces, line breaks.
NASTY = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "аб \n\n\t\u00a0\u00ad\u200b\u200d\u200e\u202f\u2060\ufe0f\u0301\u0306e«»—😀👨👩🇰🇿🏽𝔸𠀀ғҚé"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=80,
).map(canonical)


@given(NASTY)
def test_every_offset_goes_to_qt_and_back(text: str) -> None:
    offsets = Offsets(text)
    for offset in range(len(text) + 1):
        position = offsets.to_qt(offset)
        assert position == len(text[:offset].encode("utf-16-le")) // 2
        assert offsets.to_text(position) == offset


@given(NASTY)
def test_inside_a_surrogate_pair_is_the_character_it_stands_for(text: str) -> None:
    offsets = Offsets(text)
    for offset, char in enumerate(text):
        if char > "\uffff":
            assert offsets.to_text(offsets.to_qt(offset) + 1) == offset


@given(NASTY)
def test_the_document_holds_the_text_character_by_character(qapp: object, text: str) -> None:
    document = ArticleDocument(text, (), Typography(14, 64, theme.theme("light")))
    assert document.qt.characterCount() - 1 == len(text.encode("utf-16-le")) // 2
    for offset, char in enumerate(text):
        if char <= "\uffff":
            held = document.qt.characterAt(document.offsets.to_qt(offset))
            assert held == ("\u2029" if char == "\n" else char)


@given(NASTY)
def test_qt_blocks_are_the_lines_of_the_text(qapp: object, text: str) -> None:
    document = ArticleDocument(text, (), Typography(14, 64, theme.theme("light")))
    assert document.qt.blockCount() == text.count("\n") + 1
    for paragraph in range(document.qt.blockCount()):
        start, end = document.bounds(paragraph)
        block = document.block(paragraph)
        assert block.position() == document.offsets.to_qt(start)
        assert text[start:end] == text.split("\n")[paragraph]


def test_a_text_that_is_not_canonical_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="not canonical"):
        ArticleDocument("a\r\nb", (Block(0, 1, Role.BODY),), Typography(14, 64, theme.theme("light")))


@given(
    st.text(alphabet="аe \u0301\u200d\ufe0f👨👩🏽❤각\u1100\u1161\u11a8\u00ad\u0483\u20e3\u200b", max_size=24)
)
def test_our_graphemes_are_where_qt_lets_the_caret_stop(qapp: object, text: str) -> None:
    layout, offsets, position = QTextLayout(text), Offsets(text), 0
    stops = {0}
    while position < offsets.to_qt(len(text)):
        position = layout.nextCursorPosition(position)
        stops.add(offsets.to_text(position))
    assert {n for n in range(len(text) + 1) if is_grapheme_bound(text, n)} == stops
