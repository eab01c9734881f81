"""Repeats of what was marked: which words count as the same, how sure, and with what values."""

from typing import Any

import pytest

from app.suggesters.learning.examples import Example
from app.suggesters.learning.repeats import agreed, repeats


def example(text: str, label: str = "speaker", accepts: int = 1, **fields: Any) -> Example:
    return Example(label, text, accepts, **fields)


def found(text: str, language: str, *examples: Example) -> list[str]:
    proposals = repeats(text, language, examples)
    assert all(text[p.start : p.end] == p.text for p in proposals)
    return [p.text for p in proposals]


@pytest.mark.parametrize(
    ("language", "known", "text", "expected"),
    [
        ("ru", "Алия Сарсенова", "Решение приняли по просьбе Алии Сарсеновой.", ["Алии Сарсеновой"]),
        (
            "ru",
            "Министерство финансов",
            "В министерстве финансов молчат.",
            [],
        ),  # a name begins with a capital
        ("ru", "министерство финансов", "Министерством финансов доволен аким.", ["Министерством финансов"]),
        ("ru", "аким", "Акимат молчит, акиму некогда.", ["акиму"]),
        ("ru", "мост", "На мосту-дублёре тихо, у моста шумно.", ["моста"]),
        ("ru", "ТОО «Қамқор Плюс»", "С ТОО „Қамқор Плюс“ спорят.", ["ТОО „Қамқор Плюс“"]),
        ("ru", "горный мастер", "Мастер горный, горные мастера, горный. Мастер", ["горные мастера"]),
        ("ru", "Ерболов", "Слова Ерболова повторили.\nЕрболов", ["Ерболова", "Ерболов"]),
        ("kk", "Серікболов", "Бұл туралы Серікболовтың өзі айтты.", ["Серікболовтың"]),
        ("kk", "қалалық әкімдік", "Мәселе қалалық әкімдікте қаралды.", ["қалалық әкімдікте"]),
        ("kk", "мектеп", "Мектебі жаңа, кітабы ескі.", ["Мектебі"]),
        (
            "en",
            "city council",
            "The City Council's vote split two city councils.",
            ["City Council", "city councils"],
        ),
        ("en", "Baker", "A baker met Baker.", ["Baker"]),
    ],
)
def test_the_same_words_in_any_form(language: str, known: str, text: str, expected: list[str]) -> None:
    assert found(text, language, example(known)) == expected


def test_a_capital_that_only_opened_sentences_is_no_name() -> None:
    text = "Об этом говорят жители."
    assert found(text, "ru", example("Жители")) == []
    assert found(text, "ru", example("Жители", opening=True)) == ["жители"]


def test_a_name_does_not_run_over_a_line() -> None:
    assert found("Дело ведёт Алия\nСарсенова уехала", "ru", example("Алия Сарсенова")) == []


def test_long_phrases_and_empty_ones_are_not_repeated() -> None:
    long = "в городе построят сорок новых школ и садов"
    assert found(f"Вчера {long}.", "ru", example(long), example("…")) == []


@pytest.mark.parametrize(
    ("accepts", "rejects", "passed_over", "score"),
    [(1, 0, 0, 0.667), (3, 0, 0, 0.8), (3, 1, 0, 0.667), (2, 1, 1, 0.5), (1, 2, 0, None), (2, 0, 3, None)],
)
def test_the_score_is_what_became_of_it(
    accepts: int, rejects: int, passed_over: int, score: float | None
) -> None:
    known = example("завод", accepts=accepts, rejects=rejects, passed_over=passed_over)
    proposals = repeats("Сказали на заводе.", "ru", [known])
    assert [p.score for p in proposals] == ([] if score is None else [score])


def test_what_was_only_refused_is_never_proposed_and_hides_nothing() -> None:
    refused = example("главный врач Ахметова", accepts=0, rejects=1)
    assert found("Как сказала главный врач Ахметова, мест нет.", "ru", refused, example("Ахметова")) == [
        "Ахметова"
    ]


def test_of_one_label_the_longest_of_two_labels_both() -> None:
    known = [
        example("врач Ахметова"),
        example("Ахметова"),
        example("врач", "post", attributes={"kind": "person"}),
    ]
    proposals = repeats("Сказала врач Ахметова.", "ru", known)
    assert [(p.label, p.text) for p in proposals] == [("speaker", "врач Ахметова"), ("post", "врач")]


def test_the_rule_says_why() -> None:
    text = "На заводе тихо."
    assert [p.rule for p in repeats(text, "ru", [example("завод", accepts=3)])] == [
        "marked 3 times in this project"
    ]
    once = example("завод", accepts=2, rejects=1)
    assert [p.rule for p in repeats(text, "ru", [once])] == [
        "marked 2 times in this project, left unmarked once"
    ]
    assert {p.suggester for p in repeats(text, "ru", [once])} == {"repeats"}


def test_attributes_are_those_that_agree() -> None:
    name = {"canonical_name": "Алия Сарсенова"}
    stems = [example("Сарсенова", attributes=name | {"role": "аким"}), example("Сарсеновой", attributes=name)]
    proposals = repeats("Спросили Сарсенову.", "ru", stems)
    assert [dict(p.attributes) for p in proposals] == [name]
    assert [p.score for p in proposals] == [0.75]  # the marks of both count


def test_places_of_another_article_are_no_attributes() -> None:
    approximator = {"start": 3, "end": 8, "text": "около"}
    assert agreed([{"a": 1, "approximator": approximator}, {"a": 1, "b": 2}]) == {"a": 1}
    assert agreed([]) == {}


NUMBER = {"value": 30, "unit": "day", "number_type": "duration", "modifier": "EXACT"}


def test_a_number_is_repeated_with_what_is_read_there() -> None:
    known = example("30 дней", "number", attributes=NUMBER)
    proposals = repeats("Записи хранят не более 30 дней.", "ru", [known])
    assert [p.text for p in proposals] == ["30 дней"]
    assert proposals[0].attributes["value"] == 30
    assert proposals[0].attributes["modifier"] != "EXACT"


@pytest.mark.parametrize("text", ["Прошло 31 день.", "Номер 30 дней-ночей", "Прошло 130 дней."])
def test_another_number_is_none(text: str) -> None:
    assert repeats(text, "ru", [example("30 дней", "number", attributes=NUMBER)]) == []


def test_a_number_whose_value_was_corrected_by_hand_is_not_repeated() -> None:
    wrong = example("30 дней", "number", attributes=NUMBER | {"value": 31})
    assert repeats("Прошло 30 дней.", "ru", [wrong]) == []


def test_nothing_known_nothing_proposed() -> None:
    assert repeats("Прошло 30 дней.", "ru", []) == []
    assert repeats("", "ru", [example("завод")]) == []
