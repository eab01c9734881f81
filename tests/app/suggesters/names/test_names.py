"""Names in Russian and English: the written cases, what holds for any text, and quality on real news."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from app.suggesters import names
from app.suggesters.mention import Mention
from tests.app.suggesters.names import scoring

FOLDER = Path(__file__).parent
CASES = [
    (language, text, expected)
    for language in ("ru", "en")
    for text, expected in tomllib.loads(
        (FOLDER / f"cases_{language}.toml").read_text(encoding="utf-8")
    ).items()
]

ARTICLE = """Министр финансов Иван Петров ответил на вопросы газеты «Вестник степи».
По словам Петрова, правительство Казахстана не согласно с Всемирным банком (World Bank).
Скриншот публикации
Prime Minister John Smith met Ivan Petrov in London, Reuters reported.
"Вестник степи" позже извинился перед Петровым."""


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[f"{c[0]}: {c[1][:50]}" for c in CASES])
def test_case(language: str, text: str, expected: list[str]) -> None:
    assert [described(text, mention) for mention in names.find(text, language)] == expected


def test_there_are_hundreds_of_cases_and_many_negatives() -> None:
    assert len(CASES) > 200
    assert sum(not expected for _, _, expected in CASES) > 60


def test_a_line_without_a_language_is_read_by_its_letters() -> None:
    found = {(mention.kind, ARTICLE[mention.start : mention.end]) for mention in names.find(ARTICLE, "")}
    assert ("person", "Иван Петров") in found
    assert ("person", "John Smith") in found
    assert ("position", "Министр финансов") in found
    assert ("position", "Prime Minister") in found


def test_what_was_named_once_is_known_in_the_whole_text() -> None:
    found = [(m.kind, ARTICLE[m.start : m.end], m.name) for m in names.find(ARTICLE, "ru")]
    assert ("organisation", "газеты «Вестник степи»", "газета «Вестник степи»") in found
    assert ("organisation", "Вестник степи", "Вестник степи") in found
    assert ("person", "Петровым", "Петров") in found


def test_mentions_are_sorted_lie_in_the_text_and_never_cross() -> None:
    found = names.find(ARTICLE, "")
    assert found == sorted(found, key=lambda mention: (mention.start, -mention.end))
    for mention in found:
        piece = ARTICLE[mention.start : mention.end]
        assert piece == piece.strip() != ""
        assert 0 < mention.score <= 1
        assert mention.rule
    assert not crossing(found)


def test_offsets_count_code_points_behind_signs_beyond_the_plane() -> None:
    text = "😀😀 Иван Петров приехал.\n\n𝔸 Елена Смирнова уехала."
    spans = [text[mention.start : mention.end] for mention in names.find(text, "ru")]
    assert spans == ["Иван Петров", "Елена Смирнова"]


@pytest.mark.parametrize(
    "text", ["", "\n\n", " ", "...", "«»", "((", "—", "«", "А", "A", "1", "«Труд", "им."]
)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_scraps_have_no_people(text: str, language: str) -> None:
    assert [mention for mention in names.find(text, language) if mention.kind == "person"] == []


def test_a_surname_has_the_form_of_the_full_name() -> None:
    text = "Елена Смирнова ушла. Смирновой жаль.\nИван Громов остался. С Громовым спорят, Громова ругают."
    lone = [m.name for m in names.find(text, "ru") if m.kind == "person" and " " not in text[m.start : m.end]]
    assert lone == ["Смирнова", "Громов", "Громов"]


def test_titles_in_capitals_keep_their_people() -> None:
    text = "ПРЕЗИДЕНТ ИВАН ПЕТРОВ ПОДПИСАЛ НОВЫЙ ЗАКОН"
    assert [text[m.start : m.end] for m in names.find(text, "ru") if m.kind == "person"] == ["ИВАН ПЕТРОВ"]


@pytest.mark.skipif(not scoring.TRUTH.exists(), reason="the news with true names is not beside the checkout")
@pytest.mark.parametrize("fold", scoring.FOLDS)
def test_names_in_real_news(fold: str) -> None:
    rows = [row for row in scoring.articles() if scoring.fold(row["id"]) == fold]
    found = scoring.scores(rows)
    assert found["PERSON"].f1 >= 0.93
    assert found["ORGANISATION"].f1 >= 0.70
    assert found["LOCATION"].f1 >= 0.85


@pytest.mark.skipif(not scoring.TRUTH.exists(), reason="the news with true names is not beside the checkout")
def test_mentions_never_cross_in_real_news() -> None:
    for row in scoring.articles()[:40]:
        found = names.find(row["text"], "ru")
        assert not crossing(found), row["id"]


def described(text: str, mention: Mention) -> str:
    written = text[mention.start : mention.end]
    cells = [mention.kind, written]
    if mention.name not in {"", written}:
        cells.append(mention.name)
    return " | ".join(cells)


def crossing(found: list[Mention]) -> list[tuple[Mention, Mention]]:
    """Pairs of which each has something the other has not."""
    return [
        (one, two)
        for index, one in enumerate(found)
        for two in found[index + 1 :]
        if one.start < two.start < one.end < two.end
    ]


def test_crossing_would_be_found() -> None:
    one, two = Mention("person", 0, 5, 1, "a"), Mention("person", 3, 8, 1, "a")
    assert crossing([one, two]) == [(one, two)]
    assert all(not crossing(list(pair)) for pair in pairwise([one, Mention("person", 5, 6, 1, "a")]))
