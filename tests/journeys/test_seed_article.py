"""The user's own saved copy, from page to dataset: roles, no invented date, the two numbers."""

import json
from pathlib import Path

import pytest

from tests.journeys.test_command_line import json_lines, pressmark

SEED = Path(__file__).parents[3] / "shared" / "data" / "articles" / "seed"

pytestmark = pytest.mark.skipif(
    not SEED.is_dir(), reason="the saved copy lies in ../shared, which is not here"
)


def test_roles_of_the_copy() -> None:
    (page,) = json_lines(pressmark("extract", SEED).stdout)
    roles = [block["role"] for block in page["blocks"]]
    assert len(roles) == 21
    counts = {role: roles.count(role) for role in set(roles)}
    assert counts["headline"] == 1
    assert counts["caption"] == 4
    assert counts["body"] + counts.get("lead", 0) == 9
    assert roles[:5] == ["boilerplate"] * 5
    assert page["published"] is None
    assert page["authors"] == []
    assert page["url"].startswith("https://www.nur.kz/society/")


def test_numbers_of_the_copy(tmp_path: Path) -> None:
    project, out = tmp_path / "p.pressmark", tmp_path / "d"
    for arguments in (
        ("new", project),
        ("import", project, SEED),
        ("suggest", project),
        ("export", project, "--format", "jsonl", "--with-suggestions", "--out", out),
        ("check", project),
    ):
        done = pressmark(*arguments)
        assert done.returncode == 0, done.stderr
    record = json.loads(out.read_text(encoding="utf-8"))
    numbers = {s["text"]: s["attributes"] for s in record["suggestions"] if s["label"] == "number"}
    assert all(record["text"][s["start"] : s["end"]] == s["text"] for s in record["suggestions"])
    assert (numbers["30 дней"]["value"], numbers["30 дней"]["unit"]) == (30, "day")
    assert (numbers["30 тыс."]["value"], numbers["30 тыс."]["modifier"]) == (30000, "APPROX")
    assert numbers["30 тыс."]["unit"] == "camera"
    assert {text for text, a in numbers.items() if a["number_type"] == "date"} == {"2019 году", "2021 году"}
    assert not any("трет" in text for text in numbers)
