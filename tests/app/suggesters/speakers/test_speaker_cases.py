"""The written cases of each language: source, cue, content, quote type and stance all as expected."""

import tomllib
from pathlib import Path

import pytest

from app.suggesters.speakers import attributions
from tests.app.suggesters.speakers.marked import read, row

FOLDER = Path(__file__).parent
CASES = [
    (language, case["text"], case["found"])
    for language in ("ru", "kk", "en")
    for case in tomllib.loads((FOLDER / f"cases_{language}.toml").read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(
    ("language", "marked", "expected"), CASES, ids=[f"{c[0]}: {c[1][:50]}" for c in CASES]
)
def test_case(language: str, marked: str, expected: list[str]) -> None:
    text, mentions = read(marked)
    assert [row(text, found) for found in attributions(text, language, mentions)] == expected


def test_there_are_many_cases_and_many_negatives() -> None:
    assert len(CASES) > 180
    assert sum(not expected for _, _, expected in CASES) > 40
