"""Schemes: read, refused with a sentence, written back equal, and what their rules find."""

import re
from typing import Any

import pytest

import resources
from app.scheme import SchemeError, parse_scheme, problems, scheme_from_dict, scheme_to_dict

SMALL = """
id = "small"
name = "Small"
version = 3

[[label]]
id = "claim"
name = "Claim"
key = 1
light = { line = "#94600F", fill = "#FBEFD3" }
dark = { line = "#E0B252", fill = "#3A3220" }
guideline = "What can be checked."
examples = ["Камер около 30 тыс."]

[[label.attribute]]
id = "verdict"
name = "Verdict"
type = "choice"
values = ["true", "false"]

[[label.attribute]]
id = "min_value"
name = "From"
type = "number"

[[label.attribute]]
id = "max_value"
name = "To"
type = "number"

[[label.attribute]]
id = "claim_date"
name = "Date"
type = "date"

[[label.attribute]]
id = "appearance_url"
name = "Seen at"
type = "url"

[[label.attribute]]
id = "words"
name = "Own words"
type = "text"

[[label.attribute]]
id = "approximator"
name = "Approximator"
type = "span"

[[label]]
id = "speaker"
name = "Speaker"
key = "2"
pattern = "double"
light = { line = "#235FC0", fill = "#DFEAFB" }
dark = { line = "#86B4FF", fill = "#22314A" }

[[relation]]
id = "said_by"
name = "said by"
sources = ["claim"]
targets = ["speaker"]
single = true
"""


def test_a_scheme_is_read() -> None:
    scheme = parse_scheme(SMALL)
    assert (scheme.id, scheme.version) == ("small", 3)
    claim, speaker = scheme.labels
    assert (claim.key, claim.pattern, speaker.pattern) == ("1", "solid", "double")
    assert [a.id for a in claim.attributes][:2] == ["verdict", "min_value"]
    assert claim.examples == ("Камер около 30 тыс.",)
    assert scheme.label("claim") is claim
    assert scheme.label("number") is None
    assert [r.id for r in scheme.relations_between("claim", "speaker")] == ["said_by"]
    assert scheme.relations_between("speaker", "claim") == ()


@pytest.mark.parametrize("toml", [SMALL, resources.scheme()])
def test_a_scheme_is_written_back_equal(toml: str) -> None:
    scheme = parse_scheme(toml)
    assert scheme_from_dict(scheme_to_dict(scheme)) == scheme


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('id = "small"', "id = ", "is not valid TOML"),
        ('name = "Small"', "", "lacks 'name'"),
        ('id = "speaker"', 'id = "claim"', "two labels with the id “claim”"),
        ('id = "speaker"', 'id = "Speaker!"', "is no label id"),
        ('key = "2"', 'key = "1"', "the same key to two labels"),
        ('pattern = "double"', 'pattern = "zigzag"', "unknown pattern “zigzag”"),
        ('line = "#235FC0"', 'line = "blue"', "is not a colour"),
        ('type = "url"', 'type = "address"', "unknown type “address”"),
        ('values = ["true", "false"]', "", "only a choice has values"),
        ('targets = ["speaker"]', 'targets = ["author"]', "unknown label “author”"),
        ('id = "max_value"', 'id = "min_value"', "two attributes with the id “min_value”"),
    ],
)
def test_a_broken_scheme_is_refused_with_a_sentence(old: str, new: str, sentence: str) -> None:
    assert old in SMALL
    with pytest.raises(SchemeError, match=sentence) as caught:
        parse_scheme(SMALL.replace(old, new), "my.toml")
    assert "my.toml" in str(caught.value)


def test_a_scheme_without_labels_is_refused() -> None:
    with pytest.raises(SchemeError, match="has no labels"):
        parse_scheme('id = "a"\nname = "A"')


GOOD: dict[str, Any] = {
    "verdict": "true",
    "min_value": 4,
    "max_value": 6.5,
    "claim_date": "2023-07",
    "appearance_url": "https://example.org/a",
    "words": "Записи хранятся 30 дней.",
    "approximator": {"start": 3, "end": 8, "text": "около"},
}


def test_good_values_have_no_problems() -> None:
    assert problems(parse_scheme(SMALL).labels[0], GOOD) == {}


@pytest.mark.parametrize(
    ("attribute", "value", "words"),
    [
        ("verdict", "perhaps", "is one of true, false"),
        ("min_value", "four", "is a number"),
        ("min_value", True, "is a number"),
        ("min_value", float("inf"), "is a number"),
        ("min_value", float("nan"), "is a number"),
        ("max_value", 3, "ends \\(3\\) before it begins \\(4\\)"),
        ("claim_date", "4 июля", "is a date"),
        ("appearance_url", "javascript:alert(1)", "is a web address"),
        ("words", 7, "is a text"),
        ("approximator", "около", "is a span"),
        ("colour", "red", "has no attribute"),
    ],
)
def test_a_bad_value_is_named(attribute: str, value: object, words: str) -> None:
    found = problems(parse_scheme(SMALL).labels[0], {**GOOD, attribute: value})
    assert list(found) == [attribute]
    assert re.search(words, found[attribute])
