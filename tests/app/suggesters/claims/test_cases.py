"""The written cases of each language: extent, type, worthiness and stance of every claim as expected."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from app.suggesters import numbers
from app.suggesters.claims import ClaimFound, claims
from tests.app.suggesters.claims.marked import read

FOLDER = Path(__file__).parent
CASES = [
    (language, case)
    for language in ("ru", "kk", "en")
    for case in tomllib.loads((FOLDER / f"cases_{language}.toml").read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(
    ("language", "case"), CASES, ids=[f"{c[0]}: {c[1]['text'].strip()[:50]}" for c in CASES]
)
def test_case(language: str, case: dict[str, Any]) -> None:
    text, attributions = read(case["text"])
    found = claims(text, language, attributions, [], numbers.suggest(text, language))
    assert [described(text, claim) for claim in found] == case["claims"]


def test_there_are_many_cases_and_many_negatives() -> None:
    assert len(CASES) > 100
    assert sum(not case["claims"] for _, case in CASES) > 40


def described(text: str, claim: ClaimFound) -> str:
    quote = " … ".join(text[start:end] for start, end in claim.fragments)
    attributes = claim.attributes
    return " | ".join(
        (quote, attributes["claim_type"], attributes["check_worthiness"], attributes["epistemic"])
    )
