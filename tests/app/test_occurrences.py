"""Where a phrase stands again: what is found in each mode, what is not, and its context on one line."""

from itertools import pairwise

import pytest

from app.anchor import Span
from app.occurrences import Mode, Sought, context, find

EXACT, ANY_CASE, LEMMA = Mode.EXACT, Mode.ANY_CASE, Mode.LEMMA


def found(text: str, phrase: str, mode: Mode, language: str = "ru", *, roughly: bool = False) -> list[str]:
    spans = find(text, Sought(phrase, mode, language, roughly))
    for left, right in pairwise(spans):
        assert left.end <= right.start
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "phrase", "mode", "expected"),
    [
        # case
        ("Мост и мост, МОСТ", "мост", EXACT, ["мост"]),
        ("Мост и мост, МОСТ", "мост", ANY_CASE, ["Мост", "мост", "МОСТ"]),
        ("Қала қала ҚАЛА", "қала", ANY_CASE, ["Қала", "қала", "ҚАЛА"]),
        ("еще ещё ЕЩЁ", "еще", EXACT, ["еще"]),
        ("еще ещё ЕЩЁ", "еще", ANY_CASE, ["еще", "ещё", "ЕЩЁ"]),
        # whole words
        ("мост-дублёр, мостовая, подмост, мост.", "мост", ANY_CASE, ["мост"]),
        ("30 тыс., 30 дней, 130, 30-летний, 30", "30", EXACT, ["30", "30"]),
        ("около 30 тыс. Ещё 30 тыс. и 30 тысяч", "30 тыс.", EXACT, ["30 тыс.", "30 тыс."]),
        ("2,5 и 2 и 5", "5", EXACT, ["5"]),
        ("-5 и 5", "5", EXACT, ["5"]),
        ("кто-то, кто, то", "кто", EXACT, ["кто"]),
        ("см. https://dala.kz/мост и мост", "мост", EXACT, ["мост"]),
        ("Асет😀Асет", "Асет", EXACT, ["Асет", "Асет"]),
        ("в 2021 г. Алматы. В 2021 г", "2021 г.", EXACT, ["2021 г.", "2021 г"]),
        # spaces, hyphens, apostrophes
        (
            "12 000, 12\u00a0000, 12\u202f000, 12000, 1 200",
            "12 000",
            EXACT,
            ["12 000", "12\u00a0000", "12\u202f000", "12000"],
        ),
        ("Асет\u00a0Ахметов, Асет  Ахметов", "Асет Ахметов", EXACT, ["Асет\u00a0Ахметов", "Асет  Ахметов"]),
        ("Алма-Ата, Алма\u2011Ата, Алма Ата", "Алма-Ата", EXACT, ["Алма-Ата", "Алма\u2011Ата"]),
        ("Қазақстан’да, Қазақстан'да", "Қазақстан’да", EXACT, ["Қазақстан’да", "Қазақстан'да"]),
        ("А. Ахметов, А.Ахметов, А Ахметов", "А. Ахметов", EXACT, ["А. Ахметов", "А.Ахметов"]),
        ("цена – рост, цена — рост, цена рост", "цена – рост", EXACT, ["цена – рост", "цена — рост"]),
        # what is not seen
        (
            "Ка\u00adсымов, Касы\u200bмов, Касымов",
            "Касымов",
            EXACT,
            ["Ка\u00adсымов", "Касы\u200bмов", "Касымов"],
        ),
        ("за́мок и замок", "замок", EXACT, ["за́мок", "замок"]),
        ("замок и за́мок", "за́мок", EXACT, ["замок", "за́мок"]),
        ("и\u0306од, йод", "йод", EXACT, ["и\u0306од", "йод"]),
        ("йод и и\u0306од", "и\u0306од", EXACT, ["йод", "и\u0306од"]),
        # quotation marks
        (
            'ТОО «Лён», ТОО "Лён", ТОО “Лён”, ТОО Лён',
            "ТОО «Лён»",
            EXACT,
            ["ТОО «Лён»", 'ТОО "Лён"', "ТОО “Лён”"],
        ),
        (
            'ТОО «Лён», ТОО "Лён" и ТОО Лён.',
            "ТОО Лён",
            ANY_CASE,
            ["ТОО «Лён»", 'ТОО "Лён"', "ТОО Лён"],
        ),
        ("ТОО «Лён», ТОО Лён.", "ТОО Лён", EXACT, ["ТОО Лён"]),
        ("«Лён» и Лён", "«Лён»", EXACT, ["«Лён»"]),
        ("«Лён» и лён", "«Лён»", ANY_CASE, ["«Лён»", "лён"]),
        ("«Лён и шёлк», «Лён»", "«Лён»", ANY_CASE, ["Лён", "«Лён»"]),
        # one after the other in one line
        ("Асет\nАхметов", "Асет Ахметов", ANY_CASE, []),
        ("Асет, Ахметов", "Асет Ахметов", ANY_CASE, []),
        ("Ахметов Асет", "Асет Ахметов", ANY_CASE, []),
        ("", "мост", ANY_CASE, []),
        ("мост", "", ANY_CASE, []),
        ("мост — мост", "—", ANY_CASE, []),
        ("да да да", "да да", EXACT, ["да да"]),
    ],
)
def test_letter_by_letter_and_in_any_case(text: str, phrase: str, mode: Mode, expected: list[str]) -> None:
    assert found(text, phrase, mode) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (
            "Асет Ахметов, Асету Ахметову; с Асетом «Ахметовым». АСЕТ АХМЕТОВ",
            "Асета Ахметова",
            ["Асет Ахметов", "Асету Ахметову", "Асетом «Ахметовым»", "АСЕТ АХМЕТОВ"],
        ),
        ("Асет и Ахметов, Асет Ахметович, Ахметов Асет", "Асет Ахметов", []),
        (
            "Новый мост, нового моста; новые мосты: новый дом",
            "новый мост",
            ["Новый мост", "нового моста", "новые мосты"],
        ),
        ("Токаев и Токаевым, Токарев, токарь", "Токаеву", ["Токаев", "Токаевым"]),
        ("люди, человека, человечный", "человек", ["люди", "человека"]),
        ("шёл, идёт, шли, шелк", "идти", ["шёл", "идёт", "шли"]),
        ("Е\u00adрла\u00adну, Ерланом", "Ерлан", ["Е\u00adрла\u00adну", "Ерланом"]),
        ("на 30 дней, за 30 дня, 30 тыс. дней", "30 дней", ["30 дней", "30 дня"]),
        ("премьер\u2011министру, премьер министру", "премьер-министр", ["премьер\u2011министру"]),
        (
            "министерству здравоохранения, министр здравоохранения",
            "министерство здравоохранения",
            ["министерству здравоохранения"],
        ),
    ],
)
def test_russian_by_word_form(text: str, phrase: str, expected: list[str]) -> None:
    assert found(text, phrase, LEMMA) == expected


def test_english_leaves_the_possessive_outside() -> None:
    text = "Jane Howe said. Jane Howe’s ferry, the Howes' boat, Howell"
    assert found(text, "Howe", LEMMA, "en") == ["Howe", "Howe", "Howes"]
    assert found(text, "Jane Howe", EXACT, "en") == ["Jane Howe", "Jane Howe"]
    assert found("He says, she said, unsaid", "said", LEMMA, "en") == ["says", "said"]


def test_kazakh_by_word_form_is_rough_and_asked_for() -> None:
    text = "Мектеп, мектебі, мектептерге, мектептік, Қазақстан’да мектепте"
    assert found(text, "мектеп", LEMMA, "kk") == ["Мектеп"]
    rough = found(text, "мектеп", LEMMA, "kk", roughly=True)
    assert rough == ["Мектеп", "мектебі", "мектептерге", "мектепте"]
    assert found(text, "Қазақстанның мектебі", LEMMA, "kk", roughly=True) == ["Қазақстан’да мектепте"]


def test_a_phrase_is_found_in_a_long_line_with_words_that_have_spaces_inside() -> None:
    line = "Всего $ 5 и 12 000 т. е. 30 тыс. мост " * 400
    assert len(found(line, "мост", EXACT)) == 400
    assert found(line, "000", EXACT) == []
    assert found(line, "е", EXACT) == []


def test_context_is_on_one_line_and_counted_in_code_points() -> None:
    text = "Заголовок 😀\n\n  Первый\tабзац\u00a0тут.\nВторой"
    span = Span(text.index("абзац"), text.index("абзац") + 5)
    assert context(text, span, 100) == ("Заголовок 😀 ¶ Первый ", "абзац", " тут. ¶ Второй")
    assert context(text, span, 8) == ("Первый ", "абзац", " тут. ¶ Вт")
    assert context(text, Span(0, 9), 3) == ("", "Заголовок", " 😀 ¶")


def test_a_match_over_two_lines_is_shown_on_one() -> None:
    assert context("а\nб", Span(0, 3), 5) == ("", "а ¶ б", "")
