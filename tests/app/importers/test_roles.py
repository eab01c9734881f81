"""Roles on small pages: lines around the text, what stands inside it, and what must not become the text."""

import pytest

from app.importers.blocks import MAX_BLOCKS, page_blocks
from app.importers.labelled import Labelled
from app.importers.metadata import read_head
from app.importers.roles import label_page
from app.importers.tree import parse

FIRST = "Министерство сообщило, что записи хранятся тридцать дней, и за рубеж их не передают."
SECOND = "Камеры установили в шести районах, ещё две сотни поставят до конца года, уточнили там."
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p>"
TITLE = "Записи с камер хранят тридцать дней"
MENU = "<div class='menu'><a href='/n'>Новости</a> <a href='/s'>Спорт</a></div>"


def label(body: str, head: str = "") -> Labelled:
    root, _ = parse(f"<html><head><title>{TITLE}</title>{head}</head><body>{MENU}{body}</body></html>")
    return label_page(page_blocks(root), read_head(root))


def roles(body: str, head: str = "") -> list[tuple[str, str]]:
    return [(role.value, text) for text, role, _ in label(body, head).blocks][1:]


def around(body: str) -> list[tuple[str, str]]:
    """Return the blocks besides the title and the two paragraphs, which must be what they are."""
    found = roles(body)
    for expected in (("headline", TITLE), ("body", FIRST), ("body", SECOND)):
        assert expected in found, found
        found.remove(expected)
    return found


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "<div class=meta><time>18 февраля 2025, 09:40</time> <span class=author>Алексей Дорохов</span> "
            "<span class=views>Просмотров: 3 184</span></div>",
            [
                ("dateline", "18 февраля 2025, 09:40"),
                ("byline", "Алексей Дорохов"),
                ("boilerplate", "Просмотров: 3 184"),
            ],
        ),
        (
            "<p><span class='post-date'>6 мамыр 2025</span>"
            "<span class='post-author'>Гүлнәр Сейдахмет</span></p>",
            [("dateline", "6 мамыр 2025"), ("byline", "Гүлнәр Сейдахмет")],
        ),
        (
            "<div><span itemprop=author><a href=/j>Jane Whitfield</a></span> <time>4 July 2023</time></div>",
            [("byline", "Jane Whitfield"), ("dateline", "4 July 2023")],
        ),
        (
            "<div>18 февраля 2025, 09:40 Алексей Дорохов Просмотров: 3 184</div>",
            [("dateline", "18 февраля 2025, 09:40 Алексей Дорохов Просмотров: 3 184")],
        ),
        ("<div>17.03.2025 14:25 | Экономика</div>", [("dateline", "17.03.2025 14:25 | Экономика")]),
    ],
)
def test_the_line_of_date_author_and_counters(line: str, parts: list[tuple[str, str]]) -> None:
    assert around(f"<article><h1>{TITLE}</h1>{line}{TEXT}</article>") == parts


def test_a_sentence_of_inline_parts_is_no_such_line() -> None:
    sentence = "<p>Служба <time>4 июля</time> сообщила, что <span class=date>5 июля</span> будет дождь.</p>"
    found = around(f"<article><h1>{TITLE}</h1>{TEXT}{sentence}</article>")
    assert found == [("body", "Служба 4 июля сообщила, что 5 июля будет дождь.")]


def test_a_date_above_the_headline_in_a_table_layout() -> None:
    body = (
        "<table><tr><td>Сегодня 1 мая 2025<td><div>17.03.2025 14:25</div>"
        f"<h1>{TITLE}</h1><div class=text>{TEXT}</div></table>"
    )
    assert around(body) == [("boilerplate", "Сегодня 1 мая 2025"), ("dateline", "17.03.2025 14:25")]
    assert label(body).published == "2025-03-17T14:25:00"


def test_the_date_of_the_page_head_is_not_the_articles() -> None:
    body = (
        f"<div class=top><div>Понедельник, 5 мая 2025</div></div><div class=text><h1>{TITLE}</h1>{TEXT}</div>"
    )
    assert around(body) == [("boilerplate", "Понедельник, 5 мая 2025")]
    assert label(body).published is None


@pytest.mark.parametrize(
    "picture",
    [
        "<div class=photo><img src=a.jpg><div class=sign>{}</div></div>",
        "<div class='news-image'><a href=/big><img src=a.jpg></a><br><i>{}</i></div>",
        "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
        "<div class=wp-caption><img src=a.jpg><p>{}</p></div>",
        "<div><img src=a.jpg><span class=credit>{}</span></div>",
    ],
)
@pytest.mark.parametrize("line", ["Вид на печи с улицы Заводской. Фото автора", "Камера на углу двух улиц"])
def test_captions(picture: str, line: str) -> None:
    for body in (
        f"<article><h1>{TITLE}</h1>{picture.format(line)}{TEXT}</article>",
        f"<article><h1>{TITLE}</h1><p>{FIRST}</p>{picture.format(line)}<p>{SECOND}</p></article>",
    ):
        assert around(body) == [("caption", line)]


def test_a_paragraph_after_a_picture_is_text() -> None:
    third = "Жители соседних домов рассказали, что камеры появились ещё весной, до объявления."
    found = around(f"<article><h1>{TITLE}</h1>{TEXT}<div><img src=a.jpg></div><p>{third}</p></article>")
    assert found == [("body", third)]


@pytest.mark.parametrize(
    "tag", ["time", "noindex", "button", "label", "mark", "cite", "data", "nobr", "font"]
)
def test_words_in_the_middle_of_a_sentence_stay_there(tag: str) -> None:
    sentence = f"<p>По словам ведомства, <{tag}>двести камер</{tag}> поставят до осени этого года.</p>"
    found = around(f"<article><h1>{TITLE}</h1>{TEXT}{sentence}</article>")
    assert found == [("body", "По словам ведомства, двести камер поставят до осени этого года.")]


@pytest.mark.parametrize("frame", ["aside", "figure", "noindex", "main", "section", "center", "td"])
def test_an_article_inside_any_frame(frame: str) -> None:
    start, end = ("<table><tr><td>", "</table>") if frame == "td" else (f"<{frame}>", f"</{frame}>")
    assert around(f"{start}<h1>{TITLE}</h1>{TEXT}{end}") == []


def test_equal_paragraphs_are_all_kept() -> None:
    found = roles(f"<article><h1>{TITLE}</h1>{TEXT}<p>{FIRST}</p><p>{FIRST}</p></article>")
    assert found.count(("body", FIRST)) == 3


def test_a_page_of_countless_lines_is_kept_whole_and_said() -> None:
    root, _ = parse(f"<html><body><h1>{TITLE}</h1>{TEXT}" + "<p>строка</p>" * (MAX_BLOCKS + 500))
    page = page_blocks(root)
    assert sum(block.text.count("строка") for block in page.blocks) == MAX_BLOCKS + 500
    assert len(page.blocks) < MAX_BLOCKS + 10
    assert "passages" in page.warnings[0]
    assert page_blocks(parse(f"<body>{TEXT}</body>")[0]).warnings == ()


@pytest.mark.parametrize(
    ("mark", "authors"),
    [
        ("<span itemprop=author>Гүлнәр Сейдахмет</span>", ("Гүлнәр Сейдахмет",)),
        (
            "<span itemprop=author itemscope><meta itemprop=url content=/x>"
            "<span itemprop=name>Анна Ким</span></span>",
            ("Анна Ким",),
        ),
        (
            "<p><a rel=author href=/a>Анна Ким</a>, <a rel=author href=/b>Олег Цой</a></p>",
            ("Анна Ким", "Олег Цой"),
        ),
        ("<span itemprop=author>admin</span>", ()),
        ("<div class=comment itemprop=comment><b itemprop=author>Иван Петров</b></div>", ()),
    ],
)
def test_authors_the_text_marks(mark: str, authors: tuple[str, ...]) -> None:
    assert label(f"<article><h1>{TITLE}</h1>{mark}{TEXT}</article>").authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<div>Анна Ким</div><div>14 марта 2025</div>", ("Анна Ким",)),
        ("<p><b>Анна Ким, Олег Цой</b></p>", ("Анна Ким", "Олег Цой")),
        ("<div>14 марта 2025 | Текст: Анна Ким</div>", ("Анна Ким",)),
        ("<div>Пт 14.03.2025 | 10:05 | Автор: Анна Ким</div>", ("Анна Ким",)),
        ("<div>Главные Новости</div><div>14 марта 2025</div>", ()),
        ("<p><b>Шесть Районов</b></p>", ()),
        ("<p>Анна Ким</p>", ()),
    ],
)
def test_names_by_themselves(line: str, authors: tuple[str, ...]) -> None:
    assert label(f"<article><h1>{TITLE}</h1>{line}{TEXT}</article>").authors == authors


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<meta property=og:title content='Записи хранят месяц'>", "Записи хранят месяц"),
        ("<meta property=og:title content='Записи хранят месяц | Вестник степи'>", "Записи хранят месяц"),
        ("<meta property=og:title content='Новости Казахстана и мира'>", TITLE),
        ("<meta property=og:title content='Записи с камер хранят…'>", TITLE),
        ("", TITLE),
    ],
)
def test_the_title_editors_pass_on_goes_first(head: str, title: str) -> None:
    site = "<meta property=og:site_name content='Вестник степи'>"
    assert label(f"<article><h1>{TITLE}</h1>{TEXT}</article>", site + head).title == title
