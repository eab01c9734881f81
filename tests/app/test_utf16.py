from hypothesis import given
from hypothesis import strategies as st

from app.utf16 import code_point_counter, utf16_counter

TEXTS = st.text(alphabet=st.sampled_from("aё😀\u0301\u200d🇰￿\ue000𐀀"), max_size=30)


@given(TEXTS)
def test_every_offset_is_where_utf16_has_it(text: str) -> None:
    count = utf16_counter(text)
    for offset in range(len(text) + 1):
        assert count(offset) == len(text[:offset].encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_offset_comes_back_and_half_a_character_is_the_whole_one(text: str) -> None:
    there, back = utf16_counter(text), code_point_counter(text)
    for offset in range(len(text) + 1):
        assert back(there(offset)) == offset
    for offset, character in enumerate(text):
        if character > "\uffff":
            assert back(there(offset) + 1) == offset
