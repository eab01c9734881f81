"""Forms of words: Russian by dictionary, English by rule, Kazakh roughly; and what is no form of them."""

import threading

import pytest

from app import lemmas
from app.lemmas import kazakh


def has(word: str, language: str, other: str, *, roughly: bool = False) -> bool:
    return lemmas.forms(word, language, roughly=roughly).has(other)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("Ахметов", "Ахметова Ахметову Ахметовым Ахметове Ахметовой Ахметовы АХМЕТОВ"),
        ("Ахметову", "Ахметов Ахметовым"),
        ("Касымовой", "Касымова Касымов"),
        ("Токаев", "Токаева Токаеву Токаевым Токаевой"),  # the dictionary knows only the wine
        ("Токаевым", "Токаев Токаеву"),
        ("Мамин", "Мамина Мамину Маминым"),
        ("Асет", "Асета Асету Асетом Асете"),
        ("Ерлана", "Ерлан Ерлану Ерланом"),
        ("Бауыржан", "Бауыржана Бауыржаном"),
        ("Әлия", "Әлию Әлии Әлией"),
        ("камер", "камера камеры камеру камерами"),
        ("человек", "люди людей человека людьми"),
        ("шёл", "идти идёт шла шел"),
        ("заявил", "заявила заявить заявят"),
        ("премьер-министр", "премьер-министру премьер\u2011министром"),
        ("кто-то", "кого-то кому-то"),
        ("МВД", "МВД мвд"),
        ("новый", "новая новую новых"),
        ("ещё", "еще ЕЩЁ"),
    ],
)
def test_russian_forms(word: str, forms: str) -> None:
    missing = [form for form in forms.split() if not has(word, "ru", form)]
    assert missing == []


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("Ахметов", "Ахмет Ахмета Ахметовский Рахметов"),
        ("Нургалиев", "Нургали Нургалий"),
        ("Токаев", "Токарев Токаевский Такаев"),
        ("камера", "камерный камергер"),
        ("человек", "человечный"),
        ("основы", "основав"),
        ("мост", "мостовая мосток"),
    ],
)
def test_what_is_no_form_of_a_russian_word(word: str, others: str) -> None:
    found = [other for other in others.split() if has(word, "ru", other)]
    assert found == []


def test_a_small_letter_makes_no_surname() -> None:
    assert not has("основ", "ru", "основым")
    assert has("Основ", "ru", "Основым")


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("claim", "claims claimed claiming CLAIM"),
        ("claims", "claim claiming"),
        ("said", "say says saying"),
        ("cities", "city"),
        ("company", "companies"),
        ("planned", "plan planning plans"),
        ("hoping", "hope hoped"),
        ("visiting", "visit visited"),
        ("added", "add adding"),
        ("passes", "pass passed"),
        ("tried", "try trying tries"),
        ("women", "woman"),
        ("crises", "crisis"),
        ("Howe", "Howes HOWE"),
        ("Howe’s", "Howe"),
    ],
)
def test_english_forms(word: str, forms: str) -> None:
    missing = [form for form in forms.split() if not has(word, "en", form)]
    assert missing == []


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("hoping", "hop hopping"),
        ("caring", "car"),
        ("Howe", "Howed Howing"),
        ("bus", "bu"),
        ("crisis", "crisi"),
        ("analysis", "analysi"),
        ("glass", "glas"),
        ("thing", "th"),
        ("king", "k"),
    ],
)
def test_what_is_no_form_of_an_english_word(word: str, others: str) -> None:
    found = [other for other in others.split() if has(word, "en", other)]
    assert found == []


@pytest.mark.parametrize(
    "group",
    [
        "мектеп мектебі мектепте мектептер мектептердің мектебінің мектепке мектептен",
        "әкім әкімі әкімдер әкімінің әкімін әкіміне әкімге әкіммен",
        "Қазақстан Қазақстанның Қазақстан’да Қазақстанда ҚАЗАҚСТАННАН",
        "бала балалар балалардың баланың балаға баласы",
        "министрлік министрлігі министрлігінің министрлікке",
        "Ахметов Ахметовтің Ахметовке Ахметовтан",
        "теңге теңгеге теңгені",
        "NUR.KZ NUR.KZ-тің",
    ],
)
def test_kazakh_forms_share_a_stem(group: str) -> None:
    first, *others = group.split()
    for other in others:
        assert kazakh.stems(first) & kazakh.stems(other), (first, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("деді", "де"),
        ("мектеп", "мектептік"),
        ("әкім", "әкімдік"),
        ("бала", "балық"),
        ("қала", "қалам"),
        ("Ахметов", "Ахметжанов"),
        ("су", "суда"),
    ],
)
def test_other_kazakh_words_share_none(one: str, other: str) -> None:
    assert not kazakh.stems(one) & kazakh.stems(other)


@pytest.mark.parametrize("signs", ["", "\u00ad", "\u200d\u0301"])
def test_signs_that_are_not_seen_have_no_stem(signs: str) -> None:
    assert kazakh.stems(signs) == frozenset()


def test_kazakh_forms_are_guessed_only_when_asked_for() -> None:
    assert not has("мектеп", "kk", "мектепте")
    assert has("мектеп", "kk", "мектепте", roughly=True)
    assert has("мектеп", "kk", "МЕКТЕП")


@pytest.mark.parametrize("word", ["30", "12\u00a0000", "т.е.", "5G", "中", "", "4,8"])
@pytest.mark.parametrize("language", ["ru", "kk", "en", ""])
def test_what_has_no_forms_is_its_own(word: str, language: str) -> None:
    assert lemmas.forms(word, language, roughly=True).spelled == {lemmas.folded(word)}
    assert lemmas.lemma(word, language) == lemmas.folded(word)


@pytest.mark.parametrize(
    ("word", "language", "lemma"),
    [
        ("камер", "ru", "камера"),
        ("людей", "ru", "человек"),
        ("Токаев", "ru", "токаев"),
        ("Ахметова", "ru", "ахметов"),
        ("said", "en", "say"),
        ("cities", "ru", "city"),
        ("Howe's", "en", "howe"),
        ("мектептің", "kk", "мектептің"),
    ],
)
def test_the_likeliest_dictionary_form(word: str, language: str, lemma: str) -> None:
    assert lemmas.lemma(word, language) == lemma


def test_where_the_language_is_not_known_a_letter_tells() -> None:
    assert has("Ахметов", "", "Ахметова")
    assert not has("Әлия", "", "Әлию")


def test_every_form_has_one_of_the_beginnings() -> None:
    for word, language in (("человек", "ru"), ("шёл", "ru"), ("men", "en"), ("мектебі", "kk")):
        forms = lemmas.forms(word, language, roughly=True)
        starts = tuple(forms.beginnings())
        assert len(starts) <= 4
        assert all(form.startswith(starts) for form in forms.spelled)
    assert "люд" in lemmas.forms("человек", "ru").beginnings()
    assert "мектебі".startswith(tuple(lemmas.forms("мектеп", "kk", roughly=True).beginnings()))


def test_folding_unites_what_readers_do_not_tell_apart() -> None:
    assert lemmas.folded("За́\u00adмок") == "замок"
    assert lemmas.folded("и\u0306о\u0308д") == lemmas.folded("йӧд")
    assert lemmas.folded("ЕЩЁ") == "еще"
    assert lemmas.folded("Қазақстан’да") == lemmas.folded("қазақстан'да")


def test_two_threads_may_load_at_once() -> None:
    threads = [threading.Thread(target=lemmas.load) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert lemmas.loaded()
