"""What a page declares: authors, titles, addresses, language."""

import pytest

from app.importers.authors import people
from app.importers.language import language_of
from app.importers.metadata import date_in_address, read_head, site_in_title, without_site
from app.importers.tree import parse


@pytest.mark.parametrize(
    ("declared", "bylines", "found"),
    [
        ([["Асель Нурланова"]], [], ("Асель Нурланова",)),
        ([["Jane Whitfield and Mark O'Brien"]], [], ("Jane Whitfield", "Mark O'Brien")),
        ([["Олег Петров, Мария Ким"]], [], ("Олег Петров", "Мария Ким")),
        ([["Anna Price (apr)"]], [], ("Anna Price",)),
        ([["https://www.facebook.com/outlet"], ["Sarah Lane"]], [], ("Sarah Lane",)),
        ([["Вестник"]], ["Автор: Ержан Садыков"], ("Ержан Садыков",)),
        ([], ["By Thomas Okafor and Lena Brandt"], ("Thomas Okafor", "Lena Brandt")),
        ([], ["Гүлнар Оразова"], ("Гүлнар Оразова",)),
        ([], ["Беседовала Мария Лебедева"], ("Мария Лебедева",)),
        ([], ["Mo 03.06.24 | 09:15 Uhr | Von Ute Lindner-Größ"], ("Ute Lindner-Größ",)),
        ([["Reuters"]], [], ("Reuters",)),
        ([], ["By Imogen Farr on 6 August 2025"], ("Imogen Farr",)),
        ([], ["Корреспондент Иван Петров"], ("Иван Петров",)),
        ([], ["Автор: Ержан Садыков, корреспондент отдела"], ("Ержан Садыков",)),
        ([], ["Тілші: Гүлнар Оразова"], ("Гүлнар Оразова",)),
        ([], ["Олег Цой 14.03.2025"], ("Олег Цой",)),
        ([["Олег Цой"]], ["Олег Цой, Мария Ким"], ("Олег Цой", "Мария Ким")),
        ([["Олег Цой"]], ["Олег Цой", "Мария Ким"], ("Олег Цой",)),
        ([], ["Автор: Олег Цой и Мария Ким, 14 марта"], ("Олег Цой", "Мария Ким")),
    ],
)
def test_authors(declared: list[list[str]], bylines: list[str], found: tuple[str, ...]) -> None:
    assert people(declared, [bylines], ["Вестник", "example.kz"]) == found


@pytest.mark.parametrize(
    ("declared", "bylines"),
    [
        ([], []),
        ([["Вестник"]], []),
        ([["admin"]], []),
        ([["editor@example.kz"]], []),
        ([["105092"]], []),
        ([["jdadmin"]], []),
        ([["anna-k"]], []),
        ([], ["Published November 12"]),
        ([], ["Anna Price's Most Recent Stories"]),
        ([["Nachrichten"]], []),
        ([["Редакция"]], []),
        ([["Example Daily"]], []),
        ([], ["Автор:"]),
        ([], ["Редакция сайта"]),
        ([], ["By our news desk"]),
        ([], ["Опубликовано 5 ноября"]),
    ],
)
def test_authors_are_never_invented(declared: list[list[str]], bylines: list[str]) -> None:
    assert people(declared, [bylines], ["Вестник", "example.kz"]) == ()


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Курс тенге вырос - Вестник степи", "Курс тенге вырос"),
        ("Вестник степи :: Курс тенге вырос", "Курс тенге вырос"),
        ("Курс тенге вырос | Новости Казахстана", "Курс тенге вырос"),
        ("Курс тенге — кто виноват — Вестник степи", "Курс тенге — кто виноват"),
        ("Самолёт Москва - Алматы вернулся", "Самолёт Москва - Алматы вернулся"),
        ("Найдено «противоядие»", "Найдено «противоядие»"),
    ],
)
def test_site_name_is_cut_off_titles(title: str, clean: str) -> None:
    assert without_site(title, ["Вестник степи"], []) == clean


JSON_LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    "described",
    [
        '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Анна Ким"}}',
        '{"@type": "NewsArticle", "author": [{"name": "Анна Ким"}]}',
        '{"@type": ["NewsArticle", "Thing"], "author": "Анна Ким"}',
        '{"@graph": [{"@type": "Article", "author": {"@id": "#anna"}},'
        ' {"@type": "Person", "@id": "#anna", "name": "Анна Ким"}]}',
        '[{"@type": "Organization", "name": "Вестник"}, {"@type": "BlogPosting", "creator": "Анна Ким"}]',
    ],
)
def test_authors_in_json_ld(described: str) -> None:
    root, _ = parse(f"<html><head>{JSON_LD.format(described)}</head><body><p>x</p></body></html>")
    assert read_head(root).authors == ["Анна Ким"]


def test_site_is_found_beside_the_title() -> None:
    assert site_in_title("Курс вырос — Вестник степи", "Курс вырос") == "Вестник степи"
    assert site_in_title("Курс вырос", "Курс вырос") == ""


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://a.kz/" + "x" * 2_000_000,
        "/p",
    ],
)
def test_a_false_address_is_refused(address: str) -> None:
    root, _ = parse(f'<html><head><link rel="canonical" href="{address}"></head><body><p>x</p></body></html>')
    assert read_head(root).url == ""


def test_a_relative_address_is_completed_from_where_it_was_saved() -> None:
    root, _ = parse('<html><head><link rel="canonical" href="/news/1"></head><body><p>x</p></body></html>')
    assert read_head(root, "https://a.kz/x?utm=1").url == "https://a.kz/news/1"


def test_date_in_address() -> None:
    assert date_in_address("https://a.kz/2023/07/04/news") == "2023-07-04"
    assert date_in_address("https://a.kz/2023/17/04/news") is None
    assert date_in_address("https://a.kz/news/20230704123") is None


@pytest.mark.parametrize(
    "script", ["[" * 100_000 + "]" * 100_000, "{broken", '{"@type": "NewsArticle", "headline": 5}', ""]
)
def test_broken_json_ld_is_passed_over(script: str) -> None:
    root, _ = parse(
        f'<html><head><script type="application/ld+json">{script}</script></head><body>x</body></html>'
    )
    assert read_head(root).titles == []


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (
            "Ведомство пояснило, что файлы лежат 30 дней в хранилище и наружу не выдаются.",
            "",
            "ru",
        ),
        ("Министрліктің хабарлауынша, жазбалар отыз күн бойы еліміздегі серверлерде сақталады.", "ru", "kk"),
        ("The ministry said that the recordings are kept for thirty days and not sent abroad.", "ru", "en"),
        (
            "Міністерство повідомило, що записи зберігаються тридцять днів і їх не передають за кордон.",
            "",
            "uk",
        ),
        (
            "Das Ministerium teilte mit, dass die Aufnahmen dreißig Tage lang auf den Servern bleiben.",
            "",
            "de",
        ),
        ("12 345", "", ""),
        ("12 345", "en-US", "en"),
        ("Ok", "kz", "kk"),
    ],
)
def test_language(text: str, declared: str, language: str) -> None:
    assert language_of(text, declared) == language
