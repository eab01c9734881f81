"""A scheme written as TOML reads back equal, and can be read by people."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from app.scheme import Attribute, Scheme, parse_scheme
from app.scheme_toml import write_scheme

NEWS = parse_scheme(resources.scheme())

# What a person may type into a guideline, and what breaks a naive writer of TOML.
TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("\"\\\n \t\r#=[]{}'\u00a0\u2028\x7f\x00әқё😀"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=300,
)


@pytest.mark.parametrize("name", resources.scheme_names())
def test_every_bundled_scheme_reads_back_equal(name: str) -> None:
    scheme = parse_scheme(resources.scheme(name))
    assert parse_scheme(write_scheme(scheme)) == scheme


@given(guideline=TEXTS, text=TEXTS)
def test_any_text_reads_back_equal(guideline: str, text: str) -> None:
    attribute = Attribute("x", text, "choice", (text,), text, text)
    label = replace(
        NEWS.labels[0], name=text, guideline=guideline.strip(), examples=(text, text), attributes=(attribute,)
    )
    scheme = Scheme("s", text, 7, (label,), (), (attribute,))
    assert parse_scheme(write_scheme(scheme)) == scheme


@pytest.mark.parametrize(
    "guideline",
    [
        'Three """ quotes, four """", and one at the end"',
        "word " * 60 + "\n\n" + "сөз " * 60,
        "a" * 400,
        "two  spaces " * 30,
        "back\\slash at the end of a line \\\nand \\",
    ],
)
def test_paragraphs_are_folded_without_loss(guideline: str) -> None:
    scheme = replace(NEWS, labels=(replace(NEWS.labels[0], guideline=guideline.strip()),), relations=())
    written = write_scheme(scheme)
    assert parse_scheme(written) == scheme


def test_nothing_is_written_that_says_nothing_and_no_line_of_a_guideline_is_long() -> None:
    written = write_scheme(NEWS)
    assert 'unset = ""' not in written
    assert "symmetric = false" not in written
    assert written.count("unset = ") == 2
    inside = False
    for line in written.splitlines():
        inside = inside != ('"""' in line)
        assert not inside or len(line) <= 125
