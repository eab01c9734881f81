"""The project's own annotated samples: what is marked there as a claim is found, in the extent marked.

Who says what is given as the annotations have it, except for the sentences with which a speaker goes on.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.importers import read
from app.suggesters import numbers
from app.suggesters.attribution import Attribution, Source
from app.suggesters.claims import claims
from resources import sample_annotations, sample_pages

PAGES = sorted(sample_pages())
# Of all marked claims of the samples this share at least is proposed, and of those this one is marked.
RECALL, PRECISION = 0.9, 0.95


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[str, str]]:
    """Text and language of each page, read as the program reads it."""
    folder: Path = tmp_path_factory.mktemp("samples")
    found = {}
    for name, data in sample_pages().items():
        (folder / name).write_bytes(data)
        (page,) = read(folder / name)
        found[name] = (page.text, page.language)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_what_is_marked_is_proposed_in_its_extent(name: str, texts: Mapping[str, tuple[str, str]]) -> None:
    text, language = texts[name]
    marked = {span(text, mark) for mark in marks(name) if mark["label"] == "claim"}
    proposed = proposals(name, text, language)
    touched = [one for one in proposed if any(one[0] < m[1] and m[0] < one[1] for m in marked)]
    assert len(marked & set(proposed)) >= 0.8 * len(marked)
    assert len(touched) >= PRECISION * len(proposed)


def test_most_of_all_that_is_marked_is_proposed(texts: Mapping[str, tuple[str, str]]) -> None:
    hits = total = 0
    for name, (text, language) in texts.items():
        marked = {span(text, mark) for mark in marks(name) if mark["label"] == "claim"}
        hits += len(marked & set(proposals(name, text, language)))
        total += len(marked)
    assert hits >= RECALL * total


def test_attributes_mostly_agree(texts: Mapping[str, tuple[str, str]]) -> None:
    """Type and worthiness are matters of judgment; the stance and the quotation hardly are."""
    agree = dict.fromkeys(("quote_type", "epistemic", "claim_type", "check_worthiness"), 0)
    compared = 0
    for name, (text, language) in texts.items():
        by_span = {span(text, m): m["attributes"] for m in marks(name) if m["label"] == "claim"}
        for claim in claims(text, language, given(name, text), [], numbers.suggest(text, language)):
            expected = by_span.get((claim.fragments[0][0], claim.fragments[-1][1]))
            if expected is not None:
                compared += 1
                for attribute in agree:
                    agree[attribute] += claim.attributes[attribute] == expected[attribute]
    assert agree["quote_type"] >= 0.97 * compared
    assert agree["epistemic"] >= 0.95 * compared
    assert agree["claim_type"] >= 0.8 * compared
    assert agree["check_worthiness"] >= 0.85 * compared


def proposals(name: str, text: str, language: str) -> list[tuple[int, int]]:
    found = claims(text, language, given(name, text), [], numbers.suggest(text, language))
    return [(claim.fragments[0][0], claim.fragments[-1][1]) for claim in found]


def given(name: str, text: str) -> list[Attribution]:
    """The attributions that the annotations tell of."""
    by_name = {mark["name"]: mark for mark in marks(name)}
    found = []
    for mark in marks(name):
        speakers = [r["to"] for r in mark.get("relations", ()) if r["type"] == "said_by"]
        attributes = mark["attributes"]
        if mark["label"] != "claim" or not (speakers or attributes["epistemic"] == "reported_rumour"):
            continue
        start, end = span(text, mark)
        source = None
        if speakers:
            source = Source(*span(text, by_name[speakers[0]]), kind="unknown", mention="named")
            if (
                attributes["quote_type"] == "indirect"
                and text[:start].endswith(". ")
                and source.end < start - 60
            ):
                continue  # the speaker of the sentence before goes on
        found.append(
            Attribution(
                ((start, end),), attributes["quote_type"], attributes["epistemic"], 0.9, "given", source
            )
        )
    return found


def span(text: str, mark: Mapping[str, Any]) -> tuple[int, int]:
    start = -1
    for _ in range(mark.get("occurrence", 1)):
        start = text.index(mark["quote"], start + 1)
    return start, start + len(mark["quote"])


@cache
def _annotations() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(sample_annotations())


def marks(name: str) -> list[dict[str, Any]]:
    return _annotations()[name]
