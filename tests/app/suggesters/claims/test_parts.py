"""The parts on their own: prose and furniture, extents, words and phrases."""

import pytest

from app.suggesters.claims import lexicon
from app.suggesters.claims.extents import bare, without_lead
from app.suggesters.claims.prose import read_prose

PROSE = {
    "ru": [
        "Видео с места аварии появилось в Сети вечером.",
        "Фото погибших солдат повесили в школе.",
        "Источник в полиции рассказал об обыске.",
        "«Мы живём здесь двадцать лет и ни разу не видели автобуса»",
        "Автор книги родился в Семее.",
        "Поезд отправляется в 10:40 и прибывает в 13:05 по местному времени.",
    ],
    "kk": ["Сурет көрмесі музейде ашылды.", "Автор кітабын мектепке сыйлады."],
    "en": ["Photo albums were found in the attic of the house.", "Share prices fell again on Monday."],
}
FURNITURE = {
    "ru": [
        "Цены выросли",
        "Читайте также: Цены снова выросли.",
        "Фото: Анна Светлова / «Вести».",
        "Вид на плотину. Фото: Анна Светлова.",
        "Автор: Анна Светлова.",
        "Подписывайтесь на наш Telegram-канал.",
        "Нашли ошибку? Выделите её и нажмите Ctrl+Enter.",
        "https://example.org/news/1.html",
        "© «Вести», 2025. Все права защищены.",
        "10:15 Отключат воду. 10:40 Вырос доллар. 11:05 Умер артист.",
        "Погода // Дороги // Афиша // Спорт.",
    ],
    "kk": [
        "Бағалар өсті",
        "Тағы оқыңыз: бағалар өсті.",
        "Сурет: аудан әкімдігі.",
        "Барлық құқықтар қорғалған.",
    ],
    "en": [
        "Prices rise",
        "Read more: Prices rise again.",
        "A view of the dam. Photograph: Anna Light.",
        "A flag flies. (AP Photo/Jane Roe).",
        "Subscribe to our newsletter for more.",
        "By signing up you accept our Privacy Policy.",
        "Copyright: The Courier.",
        "Palm Bay (1-0): Smith 25 points and 3 steals.",
    ],
}


@pytest.mark.parametrize(("language", "line"), [(code, line) for code in PROSE for line in PROSE[code]])
def test_prose_is_read(language: str, line: str) -> None:
    assert read_prose(line, language)


@pytest.mark.parametrize(
    ("language", "line"), [(code, line) for code in FURNITURE for line in FURNITURE[code]]
)
def test_furniture_is_not(language: str, line: str) -> None:
    assert read_prose(line, language) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Цены выросли.", "Цены выросли"),
        ("  – Цены выросли…  ", "Цены выросли"),
        ("«Цены выросли».", "Цены выросли"),
        ("“Prices rose.”", "Prices rose"),
        ('"Prices rose."', "Prices rose"),
        ("Цены выросли»", "Цены выросли"),
        ("«Цены выросли", "Цены выросли"),
        ("«Ромашка» купила «Лютик».", "«Ромашка» купила «Лютик»"),
        ('"Ромашка" купила "Лютик".', '"Ромашка" купила "Лютик"'),
        ("„Цены“ выросли.", "„Цены“ выросли"),
        ("«Завод «Ромашка» закрыт».", "Завод «Ромашка» закрыт"),
        ("Цены выросли (в мае).", "Цены выросли (в мае)"),
        ("(Prices rose in May.)", "Prices rose in May"),
        ("Prices rose in the U.S.", "Prices rose in the U.S."),
        ("The dogs’ owners won’t pay the neighbours’.", "The dogs’ owners won’t pay the neighbours’"),
        ("−5 градусов было ночью.", "−5 градусов было ночью"),
        ("-5 градусов было ночью.", "-5 градусов было ночью"),
        ("Правда?!", "Правда"),
        ("…", None),
        ("«»", None),
    ],
)
def test_extents_lose_what_is_around_them(text: str, expected: str | None) -> None:
    span = bare(text, 0, len(text), ())
    assert (None if span is None else text[span.start : span.end]) == expected


def test_the_dot_of_a_number_stays() -> None:
    text = "Камер около 30 тыс."
    kept = bare(text, 0, len(text), {len(text)})
    lost = bare(text, 0, len(text), ())
    assert kept is not None and lost is not None
    assert (kept.end, lost.end) == (len(text), len(text) - 1)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Кроме того, цены выросли.", "цены выросли."),
        ("ru", "Напомним, что ранее завод закрыли.", "ранее завод закрыли."),
        ("ru", "Но при этом цены выросли.", "цены выросли."),
        ("ru", "Также «Ромашка» закрыта.", "«Ромашка» закрыта."),
        ("ru", "Однако", "Однако"),
        ("ru", "А. Иванов закрыл завод.", "А. Иванов закрыл завод."),
        ("en", "First Minister Jane Roe resigned.", "First Minister Jane Roe resigned."),
        ("ru", "Ноябрь был холодным.", "Ноябрь был холодным."),
        ("ru", "АСТАНА, 12 мая – Цены выросли.", "Цены выросли."),
        ("ru", "США – крупнейший импортёр.", "США – крупнейший импортёр."),
        ("kk", "Айта кетейік, бағалар өсті.", "бағалар өсті."),
        ("kk", "Алайда бағалар өсті.", "бағалар өсті."),
        ("en", "However, prices rose.", "prices rose."),
        ("en", "WASHINGTON (AP) — Prices rose.", "Prices rose."),
        ("en", "Button prices rose.", "Button prices rose."),
    ],
)
def test_a_claim_begins_behind_its_lead_in(language: str, text: str, expected: str) -> None:
    assert text[without_lead(text, 0, len(text), language) :] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "камеры якобы снимают", {"rumour"}),
        ("ru", "завод, вероятно, закроют", {"hedge"}),
        ("ru", "завод не может работать", {"negation"}),  # not a hedge: the phrase wins over its words
        ("ru", "завод может работать", {"hedge"}),
        ("ru", "это не соответствует действительности", {"anaphora", "denial"}),
        ("ru", "из-за дождя", {"cause"}),
        ("ru", "встретились в парке", set()),
        ("kk", "құрылыс басталмады", {"negation"}),
        ("kk", "бағасы өсуі мүмкін", {"statistics", "hedge"}),
        ("kk", "көмек алды", set()),
        ("en", "the works may stop", {"hedge"}),
        ("en", "people met in May", set()),
        ("en", "he doesn’t know", {"negation", "anaphora"}),
    ],
)
def test_marks_of_words_and_phrases(language: str, text: str, expected: set[str]) -> None:
    found = lexicon.tokens(text, 0, len(text))
    assert {hit.mark for hit in lexicon.marks(text, found, language)} - {"future", "report"} == expected


def test_a_phrase_does_not_run_over_the_end_of_a_sentence() -> None:
    text = "Он сказал нет. Не может быть."
    found = lexicon.tokens(text, 0, len(text))
    assert not any("нет. Не" in text[hit.start : hit.end] for hit in lexicon.marks(text, found, "ru"))
