import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tokens import grapheme_bounds, is_grapheme_bound, line_at, sentences, word_at, words


def cut_words(text: str) -> list[str]:
    return [text[word.start : word.end] for word in words(text)]


def cut_sentences(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("кто-то пришёл", ["кто-то", "пришёл"]),
        ("купил 2,5 кг «Ромашки»", ["купил", "2,5", "кг", "Ромашки"]),
        (
            "12 000 и 12\u00a0000,5 и 1\u202f234\u202f567",
            ["12 000", "и", "12\u00a0000,5", "и", "1\u202f234\u202f567"],
        ),
        ("около 30 тыс. камер", ["около", "30 тыс.", "камер"]),
        ("4,8 млрд теңге, 5 миллионов людей", ["4,8 млрд", "теңге", "5 миллионов", "людей"]),
        ("1.2 million people, $4.8 billion", ["1.2 million", "people", "$4.8 billion"]),
        ("Қазақстан’да, O'Brien, don’t", ["Қазақстан’да", "O'Brien", "don’t"]),
        ("то есть (т.е.) т. е. она", ["то", "есть", "т.е.", "т. е.", "она"]),
        ("the U.S. and U.K. left", ["the", "U.S.", "and", "U.K.", "left"]),
        ("16,75% или 5 %", ["16,75%", "или", "5 %"]),
        ("-3 и +7, 2020-2023", ["-3", "и", "+7", "2020-2023"]),
        ("04.07.2023 в 12:30", ["04.07.2023", "в", "12:30"]),
        ("30-летний, 2-х, COVID-19, 5G", ["30-летний", "2-х", "COVID-19", "5G"]),
        ("NUR.KZ. Далее", ["NUR.KZ", "Далее"]),
        ("см. https://a.kz/x,y?z=1. И x@y.kz!", ["см.", "https://a.kz/x,y?z=1", "И", "x@y.kz"]),
        ("AT&T и #тег", ["AT&T", "и", "#тег"]),
        ("мы\u00adши, й\u0306а", ["мы\u00adши", "й\u0306а"]),
        ("в 2023 г. в г. Алматы", ["в", "2023", "г.", "в", "г.", "Алматы"]),
        # What must not be joined or widened:
        ("Он ушёл. Она тоже", ["Он", "ушёл", "Она", "тоже"]),
        ("5, 6 и 7", ["5", "6", "и", "7"]),
        ("в 2019, 300 человек", ["в", "2019", "300", "человек"]),
        ("да – нет, a - b", ["да", "нет", "a", "b"]),
        ("He said no. Then", ["He", "said", "no", "Then"]),
        ("30 тысячелетий", ["30", "тысячелетий"]),
        ("«…» — ,.!", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert cut_words(text) == expected


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("около 30 тыс. камер", 8, "30 тыс."),
        ("кто-то", 3, "кто-то"),
        ("кто-то", 6, "кто-то"),  # directly behind the word
        ("кто, что", 4, None),  # between comma and space
        ("да нет", 2, "да"),
        ("да нет", 3, "нет"),
        ("\n\n", 1, None),
        ("", 0, None),
    ],
)
def test_word_at(text: str, offset: int, expected: str | None) -> None:
    found = word_at(text, offset)
    assert (text[found.start : found.end] if found else None) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["Как сообщают, т.е. говорят, это так.", "Отмечается иное."],
        ["А. С. Пушкин родился в 1799 г. в Москве.", "Он жил на ул. Абая, д. 5.", "Потом уехал."],
        ["В 2023 г. Казахстан вывез 30 тыс. тонн.", "Об этом сообщает NUR.KZ.", "Данных нет."],
        ["Это было в 2021 г.", "Об этом сказали и т.д.", "Потом ушли."],
        ["Бағасы 2,5 млн. теңге болды.", "Бұл туралы т.б. айтты."],
        ["2023 ж. Қазақстан халқы өсті.", "Ал бұл аз емес."],
        ["Mr. Smith went to the U.S. Embassy.", "He left at 5 p.m. on Monday.", "The end."],
        ["It rose 2.5 percent.", "No. 5 was lost.", "He said no.", "Then he left."],
        ["«Данные хранятся 30 дней.", "Передача невозможна», – сообщили в компании.", "Всё."],
        ["«Что?» – спросил он.", "«Да!» – ответила она.", "Ушли."],
        ["Хорошо!", "Что ещё?", "Ничего…", "Так и есть."],
        ["Цена – 4,8 млрд тенге…", "«Это много», – сказал он."],
        ["1. Первый пункт.", "2. Второй пункт."],
        ["См. https://www.a.kz/x.html?a=1.2.", "Там всё есть."],
        ["Он сказал (см. рис. 2).", "Она ушла."],
        ["“We won.”", "She smiled."],
    ],
)
def test_sentences_of_one_line(expected: list[str]) -> None:
    assert cut_sentences(" ".join(expected)) == expected


def test_sentences_never_cross_a_line_and_are_trimmed() -> None:
    text = "  Заголовок без точки\n– Да, – сказал он. – Поедем.\n\n• Пункт. "
    assert cut_sentences(text) == ["Заголовок без точки", "Да, – сказал он.", "Поедем.", "Пункт."]


def test_a_missing_space_after_a_period_is_mended_but_names_of_sites_are_not_cut() -> None:
    assert cut_sentences("Он ушёл.Она осталась. Сайт Tengrinews.kz писал.") == [
        "Он ушёл.",
        "Она осталась.",
        "Сайт Tengrinews.kz писал.",
    ]


def test_sentences_of_a_stretch() -> None:
    text = "Один. Два.\nТри. Четыре."
    start, end = line_at(text, 12)
    assert [text[s.start : s.end] for s in sentences(text, start, end)] == ["Три.", "Четыре."]


@pytest.mark.parametrize(
    "cluster",
    [
        "e\u0301",
        "й",
        "👨\u200d👩\u200d👧",
        "🇰🇿",
        "👍🏽",
        "❤\ufe0f",
        "각",
        "\u1100\u1161\u11a8",
        "1\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e007f",
    ],
)
def test_a_grapheme_is_one_whole(cluster: str) -> None:
    text = f"а{cluster}б"
    for offset in range(1, 1 + len(cluster)):
        assert grapheme_bounds(text, offset) == (1, 1 + len(cluster))


def test_flags_are_told_apart() -> None:
    text = "🇰🇿🇷🇺"
    assert [offset for offset in range(len(text) + 1) if is_grapheme_bound(text, offset)] == [0, 2, 4]


NASTY = st.text(alphabet='аб яЯ.,-–’\u00a0\u00ad\u0301\u200d\n1290%«»"!?…👨👩🇰🇿🏽ғeT\u202f', max_size=60)


@given(NASTY)
def test_words_and_sentences_are_ordered_disjoint_trimmed_and_within_a_line(text: str) -> None:
    for spans in (words(text), sentences(text)):
        end = 0
        for span in spans:
            assert span.start >= end
            end = span.end
            marked = text[span.start : span.end]
            assert "\n" not in marked
            assert marked == marked.strip()
    for word in words(text):
        assert is_grapheme_bound(text, word.end)


@given(NASTY)
def test_every_letter_and_digit_is_in_a_word_and_in_a_sentence(text: str) -> None:
    in_word = {i for span in words(text) for i in range(span.start, span.end)}
    in_sentence = {i for span in sentences(text) for i in range(span.start, span.end)}
    for offset, char in enumerate(text):
        if char.isalnum() and unicodedata.category(char)[0] in "LN":
            assert offset in in_word
            assert offset in in_sentence


@given(NASTY, st.integers(0, 60))
def test_grapheme_bounds_hold_their_offset(text: str, offset: int) -> None:
    start, end = grapheme_bounds(text, offset)
    if offset < len(text):
        assert start <= offset < end
        assert is_grapheme_bound(text, start)
        assert is_grapheme_bound(text, end)
    else:
        assert start == end == len(text)
