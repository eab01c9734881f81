from hypothesis import given
from hypothesis import strategies as st

from app.exporters.utf16 import utf16_counter


@given(st.text(alphabet=st.sampled_from("aё😀\u0301\u200d🇰￿\ue000𐀀"), max_size=30))
def test_every_offset_is_where_utf16_has_it(text: str) -> None:
    count = utf16_counter(text)
    for offset in range(len(text) + 1):
        assert count(offset) == len(text[:offset].encode("utf-16-le")) // 2
