import random
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.article import Article, Role, text_hash
from app.dataset.duplicates import BANDS, ROWS, SIMILAR, clusters, near_pairs, shingles, sketch
from app.dataset.record import Record
from tests.app.dataset.stories import story, words


def paragraphs(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]


# Written for these tests. A wire story of a dam, as an agency sends it and as papers print it.
WIRE = paragraphs("""
    Вечером во вторник вода в реке поднялась на сорок сантиметров за сутки, сообщил дежурный
    гидрологического поста.

    По его словам, старая плотина у села Каменка пропускает вдвое больше обычного, и слесари уже сняли
    три затвора из пяти.

    Жителям двух нижних улиц предложили перенести вещи на второй этаж, а школьный автобус до конца
    недели пойдёт в объезд через мост у мельницы.

    Глава сельского округа Ержан Тулегенов напомнил, что в прошлом году на ремонт плотины выделили
    семьдесят миллионов тенге, но подрядчик успел заменить только верхний пояс.

    Остаток денег вернули в бюджет в декабре, потому что бетон нельзя было укладывать при морозе ниже
    двадцати градусов.

    Метеорологи ждут дождь в четверг и пятницу, после чего уровень воды должен пойти на спад, если ветер
    с озера не переменится.

    Спасатели держат наготове шесть лодок и два насоса, а палатки на восемьдесят человек уже стоят у
    стадиона.

    Прошлый раз река выходила из берегов девять лет назад, тогда без света на четыре дня остались сто
    двенадцать домов.
""")
KAZAKH = paragraphs("""
    Сейсенбі күні кешке өзен суы бір тәулікте қырық сантиметрге көтерілді, деп хабарлады гидрологиялық
    бекеттің кезекшісі.

    Оның айтуынша, Каменка ауылының жанындағы ескі бөгет суды әдеттегіден екі есе көп өткізіп тұр, ал
    слесарьлар бес қақпаның үшеуін шешіп алды.

    Төменгі екі көшенің тұрғындарына заттарын екінші қабатқа шығару ұсынылды, мектеп автобусы апта
    соңына дейін диірмен көпірі арқылы айналып жүреді.
""")
FURNITURE = paragraphs("""
    Главная Новости Политика Экономика Общество Спорт Культура Погода Курсы валют Реклама на сайте
    Контакты редакции

    Подпишитесь на наш канал и получайте самые важные новости первыми. При использовании материалов
    ссылка обязательна.

    Если мы ошиблись, отметьте это место и сообщите дежурному редактору. Все права на фотографии
    принадлежат авторам.

    Читайте также: десять рецептов на выходные, гороскоп на неделю, как выбрать зимние шины и куда
    поехать в отпуск.
""")
SMALL_NEWS = (
    "Библиотека на улице Абая закрывается на ремонт до апреля, книги выдают в соседней школе.",
    "Юные шахматисты из Костаная привезли с турнира четыре медали и кубок за волю к победе.",
)


def jaccard(one: Record, other: Record) -> float:
    first, second = set(shingles(one.article, one.text)), set(shingles(other.article, other.text))
    return len(first & second) / len(first | second)


def clustered(records: Sequence[Record]) -> list[list[int]]:
    """Ids of the articles in clusters of two or more."""
    read = [shingles(record.article, record.text) for record in records]
    joined = clusters([sketch(found) for found in read], lambda numbers: (read[n] for n in numbers))
    return [[records[n].article.id for n in numbers] for numbers in joined.sets() if len(numbers) > 1]


def furniture(*passages: str) -> list[tuple[Role, str]]:
    return [(Role.BOILERPLATE, passage) for passage in passages]


# ------------------------------------------------------------------------------ stories and their copies

AS_SENT = story(1, (Role.HEADLINE, "У Каменки поднимается вода"), *WIRE)
COPIES = {
    "title": story(2, (Role.HEADLINE, "Паводок: жителей двух улиц просят не спускаться в подвалы"), *WIRE),
    "first paragraph": story(2, "Река у Каменки за сутки прибавила сорок сантиметров.", *WIRE[1:]),
    "title and agency tail": story(
        2,
        (Role.HEADLINE, "Плотину у Каменки открыли"),
        *WIRE,
        "Ранее агентство писало, что жителям области раздали сто тонн песка.",
    ),
    "a paragraph left out": story(2, *WIRE[:5], *WIRE[6:]),
    "page furniture around it": story(2, *furniture(*FURNITURE[:2]), *WIRE, *furniture(*FURNITURE[2:])),
    "page furniture within it": story(2, *WIRE[:4], *furniture(*FURNITURE), *WIRE[4:]),
    "other paragraphs": story(2, " ".join(WIRE[:3]), " ".join(WIRE[3:])),
    "case, ё and dashes": story(2, *(p.upper().replace("Ё", "Е").replace(",", " –") for p in WIRE)),
    "NFD": story(2, *(unicodedata.normalize("NFD", passage) for passage in WIRE)),
    "soft hyphens": story(2, *(passage.replace("ст", "с\u00adт") for passage in WIRE)),
    "NO-BREAK SPACE": story(2, *(passage.replace(" в ", " в\u00a0") for passage in WIRE)),
}


@pytest.mark.parametrize("change", COPIES)
def test_a_story_printed_again_is_found(change: str) -> None:
    assert jaccard(AS_SENT, COPIES[change]) >= SIMILAR
    assert clustered([AS_SENT, COPIES[change]]) == [[1, 2]]


@pytest.mark.parametrize(
    "change", ["page furniture around it", "page furniture within it", "NFD", "soft hyphens"]
)
def test_what_nobody_reads_makes_no_difference(change: str) -> None:
    bare = story(1, *WIRE)
    assert jaccard(bare, COPIES[change]) == 1


OTHERS = {
    "a translation": story(2, *KAZAKH),
    "its first paragraph alone": story(2, WIRE[0]),
    "half of it, and other news": story(2, *WIRE[:4], words(60, "прочее")),
    "the same words in another order": story(2, " ".join(sorted(" ".join(WIRE).split()))),
    "no words": story(2, "— … — 🙂"),
    "nothing": story(2, ""),
    "its text as page furniture": story(2, *furniture(*WIRE)),
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_is_another_story_is_left_alone(what: str) -> None:
    assert clustered([story(1, *WIRE), OTHERS[what]]) == []


def test_articles_of_a_site_are_not_alike_for_its_furniture() -> None:
    head, tail = furniture(*FURNITURE[:2]), furniture(*FURNITURE[2:])
    ours = [story(n, *head, news, *tail, site="a.kz") for n, news in enumerate(SMALL_NEWS, 1)]
    assert clustered(ours) == []
    as_body = [story(n, *FURNITURE, news[:40], site="a.kz") for n, news in enumerate(SMALL_NEWS, 1)]
    assert clustered(as_body) == [[1, 2]], "it is the role that keeps them apart"


def test_two_sites_with_the_same_furniture_and_the_same_story_are_alike() -> None:
    copies = [
        story(1, *furniture(FURNITURE[0]), SMALL_NEWS[0], site="a.kz"),
        story(2, SMALL_NEWS[0], *furniture(FURNITURE[3]), site="b.kz"),
    ]
    assert clustered(copies) == [[1, 2]]


def test_texts_without_words_are_nobodys_duplicates() -> None:
    empty = [
        story(1, ""),
        story(2, "…"),
        story(3, *furniture(*FURNITURE)),
        story(4, *furniture(FURNITURE[1])),
    ]
    assert clustered(empty) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("🙂 … —", []),
        ("Видео", ["видео"]),
        ("Фото дня", ["фото дня"]),
        ("Ёлку привезли утром", ["елку привезли утром"]),
        ("раз два раз два раз", ["раз два раз", "два раз два", "раз два раз"]),
        ("1\u00a0500 тенге, кто-то", ["1 500 тенге", "500 тенге кто", "тенге кто то"]),
        ("Қала Әкімі ҮЙДЕ", ["қала әкімі үйде"]),
    ],
)
def test_shingles(text: str, expected: list[str]) -> None:
    assert shingles(Article(1, text_hash(text), ()), text) == expected


def test_short_texts_are_alike_only_when_they_say_the_same() -> None:
    short = ["Видео", "видео!", "Фото дня", "Фото недели", "Курс доллара вырос", "Курс евро вырос"]
    assert clustered([story(n, text) for n, text in enumerate(short, 1)]) == [[1, 2]]


def test_a_chain_of_copies_is_one_cluster() -> None:
    body = [words(40, n) for n in range(12)]
    chain = [story(n + 1, *body[n : n + 8]) for n in range(5)]
    assert jaccard(chain[0], chain[1]) > SIMILAR > jaccard(chain[0], chain[4])
    assert clustered(chain) == [[1, 2, 3, 4, 5]]


# ------------------------------------------------------------------------------------ against brute force


def pair_of(index: float, seed: int, size: int = 200) -> tuple[list[str], list[str]]:
    """Two lists of shingles of their own with that Jaccard index, `size` shingles in all."""
    both = round(index * size)
    made = [f"{seed}-{n}" for n in range(size)]
    middle = both + (size - both) // 2
    return made[:middle], made[:both] + made[middle:]


def found_pairs(read: Sequence[list[str]]) -> set[tuple[int, int]]:
    def again(numbers: Iterable[int]) -> Iterable[list[str]]:
        return (read[n] for n in numbers)

    sketches = [sketch(found) for found in read]
    return {(pair.first, pair.second) for pair in near_pairs(sketches, range(len(read)), again)}


def exactly_alike(read: Sequence[list[str]]) -> set[tuple[int, int]]:
    sets = [set(found) for found in read]
    return {
        (a, b)
        for a, b in combinations(range(len(sets)), 2)
        if sets[a] | sets[b] and len(sets[a] & sets[b]) / len(sets[a] | sets[b]) >= SIMILAR
    }


def test_bands_find_what_the_formula_says() -> None:
    assert 1 - (1 - SIMILAR**ROWS) ** BANDS > 0.9998
    assert 1 - (1 - 0.02**ROWS) ** BANDS < 1 / 190_000


def test_of_many_pairs_just_alike_hardly_one_is_missed() -> None:
    read = [shingled for seed in range(3_000) for shingled in pair_of(SIMILAR, seed)]
    expected = {(n, n + 1) for n in range(0, len(read), 2)}
    found = found_pairs(read)
    assert found <= expected
    assert len(found) / len(expected) > 0.998


@pytest.mark.parametrize(
    ("index", "alike"), [(0.7, True), (0.695, False), (0.69, False), (0.5, False), (1, True)]
)
def test_the_shingles_decide_and_not_the_sketch(index: float, alike: bool) -> None:
    read = [shingled for seed in range(50) for shingled in pair_of(index, seed)]
    assert len(found_pairs(read)) == (50 if alike else 0)


def test_the_same_is_found_as_by_comparing_all() -> None:
    chance = random.Random(7)
    read: list[list[str]] = []
    for family in range(60):
        whole = [f"{family}-{n}" for n in range(chance.randrange(1, 120))]
        for _ in range(chance.randrange(1, 8)):
            kept = [shingle for shingle in whole if chance.random() > 0.08]
            read.append(kept + [f"{len(read)}+{n}" for n in range(chance.randrange(len(whole) // 6 + 1))])
    expected = exactly_alike(read)
    assert len(expected) > 200
    assert found_pairs(read) == expected
    joined = clusters([sketch(found) for found in read], lambda numbers: (read[n] for n in numbers))
    by_hand = {n: {n} for n in range(len(read))}
    for a, b in expected:
        together = by_hand[a] | by_hand[b]
        by_hand.update(dict.fromkeys(together, together))
    assert {frozenset(found) for found in joined.sets()} == {frozenset(found) for found in by_hand.values()}


def test_pairs_in_one_part_or_in_none_are_not_told() -> None:
    read = [found for seed in range(3) for found in pair_of(0.9, seed)]
    sketches = [sketch(found) for found in read]
    parts = ["train", "test", "dev", "dev", None, "test"]
    (pair,) = near_pairs(sketches, parts, lambda numbers: (read[n] for n in numbers))
    assert (pair.first, pair.second) == (0, 1)
    assert pair.jaccard == pytest.approx(0.9)


FAMILIES = st.lists(
    st.tuples(st.integers(0, 4), st.sets(st.integers(0, 60), max_size=12)), min_size=1, max_size=14
)


@given(FAMILIES, st.randoms(use_true_random=False))
def test_clusters_do_not_depend_on_the_order(
    families: list[tuple[int, set[int]]], chance: random.Random
) -> None:
    read = [[f"{family}-{n}" for n in range(60) if n not in without] for family, without in families]

    def found(order: list[int]) -> set[frozenset[int]]:
        mixed = [read[n] for n in order]
        joined = clusters([sketch(one) for one in mixed], lambda numbers: (mixed[n] for n in numbers))
        return {frozenset(order[n] for n in members) for members in joined.sets()}

    order = list(range(len(read)))
    shuffled = chance.sample(order, len(order))
    assert found(order) == found(shuffled)


@given(FAMILIES)
def test_another_article_only_joins_clusters(families: list[tuple[int, set[int]]]) -> None:
    read = [[f"{family}-{n}" for n in range(60) if n not in without] for family, without in families]

    def found(count: int) -> list[list[int]]:
        joined = clusters([sketch(one) for one in read[:count]], lambda numbers: (read[n] for n in numbers))
        return joined.sets()

    after = found(len(read))
    assert all(any(set(old) <= set(new) for new in after) for old in found(len(read) - 1))
