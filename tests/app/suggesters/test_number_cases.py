"""The written cases of each language: span, value, modifier, type, unit and approximator all as expected."""

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from app.suggesters.numbers import suggest
from app.suggestion import Proposal

FOLDER = Path(__file__).parent
CASES = [
    (language, text, expected)
    for language in ("ru", "en", "kk")
    for text, expected in tomllib.loads(
        (FOLDER / f"cases_{language}.toml").read_text(encoding="utf-8")
    ).items()
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[f"{c[0]}: {c[1][:50]}" for c in CASES])
def test_case(language: str, text: str, expected: list[str]) -> None:
    assert [described(proposal) for proposal in suggest(text, language)] == [normal(row) for row in expected]


def test_there_are_hundreds_of_cases_and_many_negatives() -> None:
    assert len(CASES) > 400
    assert sum(not expected for _, _, expected in CASES) > 50


def described(proposal: Proposal) -> list[str]:
    attributes = proposal.attributes
    if "value" in attributes:
        value = str(attributes["value"])
    else:
        value = f"{attributes['min_value']}..{attributes['max_value']}"
    approximator = attributes.get("approximator")
    return [
        proposal.text,
        value,
        attributes["modifier"],
        attributes["number_type"],
        attributes.get("unit", "-"),
        attributes.get("unit_text", "-"),
        approximator["text"] if approximator else "-",
    ]


def normal(row: str) -> list[str]:
    cells = row.split(" | ")
    if "/" in cells[1]:
        cells[1] = str(float(Fraction(cells[1])))
    return cells
