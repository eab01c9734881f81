"""What the number suggester promises of any text: offsets, order, exact values, bounded work."""

import string
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.suggesters.languages import language_of
from app.suggesters.numbers import digits, suggest
from app.suggesters.numbers.lines import Line
from app.suggesters.numbers.loading import load
from app.suggesters.numbers.scan import read_line, scan
from app.suggesters.numbers.tokens import Token, tokenise
from tests.app.suggesters.spelling import english, kazakh, russian

LANGUAGES = ("ru", "kk", "en", "")
# Pieces of real prose and of what breaks it.
PIECES = [
    "около", "30", "тыс.", "камер", "5%", "$5bn", "от", "до", "2019", "году", "4 июля", "половина",
    "−5", "°C", "№", "XXI век", "один из", "3:1", "two", "and a half", "million", "people", "July", "4,",
    "30\u00a0000", "30\u2009000", "1\u202f234", "екі", "мыңнан", "астам", "жарым", "теңге", "🙂",
    "и\u0306", "е\u0308", "-", "–", ",", ".", "(", ")", "\n", "24-летний", "двухлетний", "пол-литра",
    "1/2", "½", "https://a.kz/1", "+7 701 123 45 67", "\u00ad", "\u200d", "٣", "²", "5'", '"', "between",
    "from", "to", "с", "по", "а" * 40, "9" * 30,
]  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), max_size=14),
    st.sampled_from([" ", "", "\u00a0"]),
    st.sampled_from(LANGUAGES),
)
@settings(max_examples=400, deadline=None)
def test_proposals_quote_the_text_in_order_without_overlap(
    pieces: list[str], glue: str, language: str
) -> None:
    check(glue.join(pieces), language)


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
@example("I\xad", "ru")
@settings(max_examples=300, deadline=None)
def test_any_text_is_survived(text: str, language: str) -> None:
    check(text, language)


def check(text: str, language: str) -> None:
    last = 0
    for proposal in suggest(text, language):
        assert text[proposal.start : proposal.end] == proposal.text
        assert last <= proposal.start < proposal.end
        last = proposal.end
        attributes = proposal.attributes
        assert ("value" in attributes) != ("min_value" in attributes)
        orjson.dumps(attributes)
        if attributes["modifier"] == "RANGE":
            assert attributes["min_value"] < attributes["max_value"]
        if "approximator" in attributes:
            span = attributes["approximator"]
            assert text[span["start"] : span["end"]] == span["text"]
        assert 0 < proposal.score <= 1
        assert proposal.rule


@given(st.integers(0, 10**12 - 1))
@settings(max_examples=300, deadline=None)
def test_spelled_numbers_are_read_back(number: int) -> None:
    for language, spell in (("ru", russian), ("kk", kazakh), ("en", english)):
        found = suggest(spell(number), language)
        assert [(p.attributes["value"], p.text) for p in found] == [(number, spell(number))], language


@given(st.integers(1000, 999_999_999), st.sampled_from([" ", "\u00a0", "\u2009", "\u202f", ",", "."]))
@settings(max_examples=200, deadline=None)
def test_grouped_digits_are_read_back(number: int, separator: str) -> None:
    written = f"{number:,}".replace(",", separator)
    language = "en" if separator == "," else "ru"
    if number < 10**6 and separator == ",":
        written += " people"
    found = suggest(written, language)
    assert [p.attributes["value"] for p in found] == [number]


@given(st.integers(0, 99_999), st.integers(1, 999))
@settings(max_examples=200, deadline=None)
def test_decimals_are_exact(whole: int, thousandths: int) -> None:
    written = f"{whole},{thousandths:03}".rstrip("0")
    (found,) = suggest(f"рост на {written} %", "ru")
    assert found.attributes["value"] == float(Decimal(written.replace(",", ".")))


@pytest.mark.parametrize(
    "text", ["около 30 тыс. камер", "двадцатипятилетний йеменец, 5-й этаж", "шестой район"]
)
def test_decomposed_text_gives_the_same_numbers(text: str) -> None:
    composed = suggest(text, "ru")
    decomposed = suggest(unicodedata.normalize("NFD", text), "ru")
    assert [p.attributes["value"] for p in decomposed] == [p.attributes["value"] for p in composed]


def test_offsets_are_code_points_after_emoji() -> None:
    text = "🙂🙂 Выделили 5 млн тенге 🙂"
    (found,) = suggest(text, "ru")
    assert (found.start, found.end) == (text.index("5"), text.index(" 🙂", 5))


def test_whole_values_are_integers_and_stay_exact() -> None:
    (large,) = suggest("один квинтиллион двести тридцать четыре", "ru")
    assert large.attributes["value"] == 10**18 + 234
    (larger,) = suggest("один секстиллион", "ru")
    assert orjson.loads(orjson.dumps(larger.attributes["value"])) == 1e21
    (whole,) = suggest("2,0 млн тенге", "ru")
    assert isinstance(whole.attributes["value"], int)
    (part,) = suggest("0,1 процента", "ru")
    assert part.attributes["value"] == 0.1


def test_each_line_is_read_in_the_language_of_its_letters() -> None:
    text = (
        "Собрано тридцать тонн.\nОтыз мыңға жуық адам қатысты.\nTwo hundred people came to the square.\n5 кг"
    )
    assert [p.attributes["value"] for p in suggest(text, "")] == [30, 30000, 200, 5]
    assert [p.attributes["value"] for p in suggest(text, "ru")] == [30, 30000, 200, 5]


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("Собрано тридцать тонн", "", "ru"),
        ("Отыз мыңға жуық адам", "", "kk"),
        ("он алты", "kk", "kk"),
        ("Компания «Көркем Телеком» сообщила о тридцати камерах", "ru", "ru"),
        ("12 345", "", "en"),
        ("12 345 km", "ru", "ru"),
        ("Two hundred people came to the square", "kk", "en"),
    ],
)
def test_language_of_a_line(line: str, language: str, expected: str) -> None:
    assert language_of(line, language) == expected


def test_a_counted_noun_may_stand_before_its_number() -> None:
    text = "Количество уличных камер в районах области – около 30 тыс."
    (found,) = suggest(text, "ru")
    assert found.text == "30 тыс."
    assert found.attributes == {
        "value": 30000,
        "modifier": "APPROX",
        "unit": "camera",
        "unit_text": "камер",
        "number_type": "cardinal",
        "approximator": {"start": text.index("около"), "end": text.index(" 30"), "text": "около"},
    }


def test_the_seed_article_has_exactly_its_numbers() -> None:
    folder = Path(__file__).parents[3].parent / "shared" / "data" / "articles" / "seed"
    if not folder.is_dir():
        pytest.skip("the shared seed article is not beside this checkout")
    (path,) = folder.glob("*.txt")
    found = suggest(path.read_text(encoding="utf-8"), "ru")
    kept = [
        (p.text, p.attributes["value"], p.attributes["number_type"], p.attributes.get("unit")) for p in found
    ]
    assert kept == [
        ("2019 году", 2019, "date", None),
        ("2021 году", 2021, "date", None),
        ("30 дней", 30, "duration", "day"),
        ("30 тыс.", 30000, "cardinal", "camera"),
    ]


# --------------------------------------------------------------------------- work grows with the text

HOSTILE = {
    "digits": "1" * 4,
    "spaced groups": "111 ",
    "signed groups": "1,111",
    "points": "1.",
    "number words": "сто ",
    "scales": "миллион ",
    "approximators": "около ",
    "dashes": "5-",
    "quotes": '5" ',
    "ranges": "от 5 до ",
    "years": "2019, ",
    "days": "5, ",
    "hyphens": "пять-",
    "hours": "1 час ",
    "mail": "a.b-",
    "hosts": "a.",
    "units": "5 кв. ",
    "heads": "число ",
    "letters": "а",
    "marks": "а\u0301",
    "brackets": "(1) ",
    "kazakh": "бестен ",
    "romans": "XX ",
    "fractions": "1/",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_hostile_line_is_looked_at_a_bounded_number_of_times_a_token(piece: str, language: str) -> None:
    few, many = (looks(piece * count, language) for count in (500, 2000))
    assert many <= 4.4 * few + 200


class CountedTokens(list[Token]):
    """Tokens that count how often one is looked at."""

    looks = 0

    def __getitem__(self, index: Any) -> Any:
        CountedTokens.looks += index.stop - index.start if isinstance(index, slice) else 1
        return super().__getitem__(index)


def looks(text: str, language: str) -> int:
    CountedTokens.looks = 0
    line = Line(text, CountedTokens(tokenise(text, 0, len(text))), load(language))
    list(read_line(line, text, 0))
    return CountedTokens.looks


@pytest.mark.parametrize("word", ["миллион ", "мың ", "million ", "0 млн млн млн ", "сто тысяч "])
def test_a_line_of_multipliers_makes_no_monster(word: str) -> None:
    for language in LANGUAGES:
        check(word * 3000, language)


def test_a_megabyte_of_digits_is_no_number() -> None:
    assert list(scan("1" * 1_000_000, "ru")) == []


def test_digits_stop_at_a_bounded_number_of_groups() -> None:
    text = "111 " * 1000
    read = digits.read(text, 0, comma=True)
    assert read is None or read.end < 40


@given(st.text(alphabet=string.digits + " .,-/", max_size=60))
@settings(max_examples=300, deadline=None)
def test_heaps_of_digits_are_survived(text: str) -> None:
    check(text, "ru")
    check(text, "en")
