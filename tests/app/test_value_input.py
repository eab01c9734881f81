from typing import Any

import pytest

from app.anchor import Span
from app.errors import UserError
from app.suggesters.numbers.loading import units
from app.value_input import read_value, values_of
from app.values import display_value

EXACT, APPROX, RANGE, MORE = "EXACT", "APPROX", "RANGE", "MORE_THAN"

# (typed, value or (lowest, highest), modifier, unit, type); "" stands for no unit.
READ = [
    ("30", 30, EXACT, "", "cardinal"),
    (" 30 ", 30, EXACT, "", "cardinal"),
    ("0", 0, EXACT, "", "cardinal"),
    ("-5", -5, EXACT, "", "cardinal"),
    ("−5", -5, EXACT, "", "cardinal"),
    ("30000", 30000, EXACT, "", "cardinal"),
    ("30 000", 30000, EXACT, "", "cardinal"),
    ("30\u00a0000,50", 30000.5, EXACT, "", "cardinal"),
    ("1.200.000", 1_200_000, EXACT, "", "cardinal"),
    ("30к", 30000, EXACT, "", "cardinal"),
    ("1.5M", 1_500_000, EXACT, "", "cardinal"),
    ("1/2", 0.5, EXACT, "", "cardinal"),
    ("половина", 0.5, EXACT, "", "cardinal"),
    ("полтора", 1.5, EXACT, "", "cardinal"),
    ("полмиллиона", 500_000, EXACT, "", "cardinal"),
    ("тридцать тысяч", 30_000, EXACT, "", "cardinal"),
    ("жарты", 0.5, EXACT, "", "cardinal"),
    ("отыз мың", 30_000, EXACT, "", "cardinal"),
    ("30 мың", 30_000, EXACT, "", "cardinal"),
    ("thirty thousand", 30_000, EXACT, "", "cardinal"),
    ("ровно 5", 5, EXACT, "", "cardinal"),
    ("exactly 5", 5, EXACT, "", "cardinal"),
    ("~30 тыс", 30_000, APPROX, "", "cardinal"),
    ("≈30000", 30_000, APPROX, "", "cardinal"),
    ("около 5", 5, APPROX, "", "cardinal"),
    ("шамамен 30 мың", 30_000, APPROX, "", "cardinal"),
    ("about 30 thousand", 30_000, APPROX, "", "cardinal"),
    ("более 500", 500, MORE, "", "cardinal"),
    (">5", 5, MORE, "", "cardinal"),
    ("> 5", 5, MORE, "", "cardinal"),
    ("500-ден астам", 500, MORE, "", "cardinal"),
    ("more than 500", 500, MORE, "", "cardinal"),
    ("<5", 5, "LESS_THAN", "", "cardinal"),
    ("менее 5", 5, "LESS_THAN", "", "cardinal"),
    (">= 5", 5, "EQUAL_OR_MORE", "", "cardinal"),
    ("≥5", 5, "EQUAL_OR_MORE", "", "cardinal"),
    ("не менее 5", 5, "EQUAL_OR_MORE", "", "cardinal"),
    ("кемінде 5", 5, "EQUAL_OR_MORE", "", "cardinal"),
    ("5+", 5, "EQUAL_OR_MORE", "", "cardinal"),
    ("<=5", 5, "EQUAL_OR_LESS", "", "cardinal"),
    ("до 5 %", 5, "EQUAL_OR_LESS", "percent", "percent"),
    ("30000 камер", 30_000, EXACT, "camera", "cardinal"),
    ("30 camera", 30, EXACT, "camera", "cardinal"),
    ("240 оқушы", 240, EXACT, "pupil", "cardinal"),
    ("30 day", 30, EXACT, "day", "duration"),
    ("30 дней", 30, EXACT, "day", "duration"),
    ("30 күн", 30, EXACT, "day", "duration"),
    ("24-летний", 24, EXACT, "year", "age"),
    ("5 km", 5, EXACT, "kilometre", "measure"),
    ("5 kilometre", 5, EXACT, "kilometre", "measure"),
    ("7 шақырым", 7, EXACT, "kilometre", "measure"),
    ("70 га", 70, EXACT, "hectare", "measure"),
    ("1000 м3", 1000, EXACT, "cubic_metre", "measure"),
    ("25 °C", 25, EXACT, "celsius", "measure"),
    ("5 school_year", 5, EXACT, "school_year", "duration"),
    ("5 milligram per litre", 5, EXACT, "milligram_per_litre", "measure"),
    ("12%", 12, EXACT, "percent", "percent"),
    ("16.75 %", 16.75, EXACT, "percent", "percent"),
    ("5 п.п.", 5, EXACT, "percentage_point", "percent"),
    ("5 pp", 5, EXACT, "percentage_point", "percent"),
    ("5 percentage_point", 5, EXACT, "percentage_point", "percent"),
    ("4-6%", (4, 6), RANGE, "percent", "percent"),
    ("4–6 %", (4, 6), RANGE, "percent", "percent"),
    ("от 4 до 6 %", (4, 6), RANGE, "percent", "percent"),
    ("between 5 and 10", (5, 10), RANGE, "", "cardinal"),
    ("5-тен 10-ға дейін", (5, 10), RANGE, "", "cardinal"),
    ("10-15 мың", (10_000, 15_000), RANGE, "", "cardinal"),
    ("4,8 млрд тенге", 4_800_000_000, EXACT, "KZT", "money"),
    ("4.8 bn KZT", 4_800_000_000, EXACT, "KZT", "money"),
    ("1,5 млн ₸", 1_500_000, EXACT, "KZT", "money"),
    ("екі жарым млн теңге", 2_500_000, EXACT, "KZT", "money"),
    ("2 млн 300 тыс. тенге", 2_300_000, EXACT, "KZT", "money"),
    ("30 kzt", 30, EXACT, "KZT", "money"),
    ("$3m", 3_000_000, EXACT, "USD", "money"),
    ("USD 3 million", 3_000_000, EXACT, "USD", "money"),
    ("10 млн. евро", 10_000_000, EXACT, "EUR", "money"),
    ("100 ₽", 100, EXACT, "RUB", "money"),
    ("2019", 2019, EXACT, "", "cardinal"),
    ("2019 год", 2019, EXACT, "", "date"),
    ("2019 жыл", 2019, EXACT, "", "date"),
    ("в 2019 году", 2019, EXACT, "", "date"),
    ("15 марта 2021", 2021, EXACT, "", "date"),
    ("July 4, 2023", 2023, EXACT, "", "date"),
    ("2023-07-04", 2023, EXACT, "", "date"),
    ("7-я", 7, EXACT, "", "ordinal"),
    ("7-ші", 7, EXACT, "", "ordinal"),
    ("7th", 7, EXACT, "", "ordinal"),
    ("третий", 3, EXACT, "", "ordinal"),
    ("XX век", 20, EXACT, "century", "ordinal"),
    ("№ 7", 7, EXACT, "", "identifier"),
]

NO_NUMBER = ["abc", "несколько", "several", "млн", "%", "?", "2x", "10:30", "+7 701 123 45 67", "—", "1e6"]
MORE_THAN_ONE = ["10 и 20", "10, 20", "5 10", "5 дней 10", "30 камер и 5 домов", "10 and then 20"]
STRANGE = [
    ("30 дней назавтра кошка", "кошка"),
    ("abc 30", "abc"),
]


@pytest.mark.parametrize("language", ["ru", "kk", "en", ""])
@pytest.mark.parametrize(("typed", "amount", "modifier", "unit", "kind"), READ, ids=[c[0] for c in READ])
def test_what_is_typed_is_read_whatever_the_language_of_the_article(
    typed: str, amount: Any, modifier: str, unit: str, kind: str, language: str
) -> None:
    found = read_value(typed, language)
    wanted = {"min_value": amount[0], "max_value": amount[1]} if isinstance(amount, tuple) else {}
    wanted |= {"modifier": modifier, "number_type": kind}
    if not isinstance(amount, tuple):
        wanted["value"] = amount
    if unit:
        wanted["unit"] = unit
    assert {name: value for name, value in found.items() if name != "unit_text"} == wanted


def test_the_article_decides_what_can_be_read_in_two_ways() -> None:
    assert read_value("1,200", "ru")["value"] == 1.2
    assert read_value("1,200", "en")["value"] == 1200


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("typed", NO_NUMBER)
def test_no_number_is_told(typed: str, language: str) -> None:
    with pytest.raises(UserError, match="is no number"):
        read_value(typed, language)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("typed", MORE_THAN_ONE)
def test_more_than_one_number_is_told(typed: str, language: str) -> None:
    with pytest.raises(UserError, match="more than one number"):
        read_value(typed, language)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(("typed", "word"), STRANGE)
def test_words_that_say_nothing_of_a_number_are_told(typed: str, word: str, language: str) -> None:
    with pytest.raises(UserError, match=f"{word}.* cannot be read"):
        read_value(typed, language)


@pytest.mark.parametrize("typed", ["", "  ", "\n"])
def test_nothing_is_told(typed: str) -> None:
    with pytest.raises(UserError, match=r"^Type a number"):
        read_value(typed, "ru")


@pytest.mark.parametrize("unit", [u for u in units().values() if u.name not in {"pound", "penny"}])
def test_every_unit_is_known_by_its_name(unit: Any) -> None:
    """A mass pound and a penny are read as the money they more often are."""
    found = read_value(f"5 {unit.name}", "ru")
    assert (found["value"], found["unit"]) == (5, unit.name)


@pytest.mark.parametrize(
    "typed", [c[0] for c in READ if c[4] not in {"ordinal", "date"} and c[3] != "school_year"]
)
def test_what_is_shown_can_be_read_back(typed: str) -> None:
    found = read_value(typed, "ru")
    again = read_value(display_value(found), "ru")
    wanted = {**found, "number_type": again["number_type"], "unit_text": again.get("unit_text")}
    assert {**again, "unit_text": again.get("unit_text")} == wanted


# -- what is marked -----------------------------------------------------------------------------

LINE = "Всего установлено около 30 тыс. камер, записи хранятся 30 дней.\nЦены выросли на 4–6 %."


def marked(quote: str, text: str = LINE, language: str = "ru") -> dict[str, Any]:
    start = text.index(quote)
    return dict(values_of(text, Span(start, start + len(quote)), language))


def test_a_mark_takes_unit_and_approximator_from_beside_it() -> None:
    start = LINE.index("около")
    assert marked("30 тыс.") == {
        "value": 30000,
        "modifier": "APPROX",
        "unit": "camera",
        "unit_text": "камер",
        "number_type": "cardinal",
        "approximator": {"start": start, "end": start + 5, "text": "около"},
    }


def test_a_mark_in_a_later_line_has_its_places_in_the_whole_text() -> None:
    text = "Первая строка.\n🚢 Вторая: не менее 5 домов."
    found = marked("5", text)["approximator"]
    assert text[found["start"] : found["end"]] == found["text"] == "не менее"


@pytest.mark.parametrize(
    "quote", ["30 тыс. камер", "около 30 тыс. камер", "установлено около 30 тыс. камер,"]
)
def test_a_wider_mark_holds_the_same_number(quote: str) -> None:
    assert marked(quote) == marked("30 тыс.")


def test_a_mark_without_its_unit_still_has_it() -> None:
    start = LINE.index("30 дней")
    assert values_of(LINE, Span(start, start + 2), "ru")["unit"] == "day"


def test_a_part_of_a_number_says_what_it_says_alone() -> None:
    start = LINE.index("30 тыс.")
    assert values_of(LINE, Span(start, start + 2), "ru") == {
        "value": 30,
        "modifier": "EXACT",
        "number_type": "cardinal",
    }
    assert marked("6 %")["value"] == 6


def test_a_mark_without_a_number_or_with_two_has_no_values() -> None:
    assert marked("записи") == {}
    assert marked("30 тыс. камер, записи хранятся 30 дней") == {}
    assert values_of("10:30", Span(0, 5), "ru") == {}


def test_a_mark_over_two_lines_is_read_as_it_stands() -> None:
    assert marked("30 дней.\nЦены")["value"] == 30


@pytest.mark.parametrize(
    ("text", "quote", "language", "unit"),
    [
        ("Жобаға 4,8 млрд теңге бөлінді.", "4,8 млрд теңге", "kk", "KZT"),
        ("It costs $3.5 million a year.", "$3.5 million", "en", "USD"),
        ("Жобаға 4,8 млрд теңге бөлінді.", "4,8 млрд теңге", "", "KZT"),
    ],
)
def test_marks_in_other_languages(text: str, quote: str, language: str, unit: str) -> None:
    assert marked(quote, text, language)["unit"] == unit
