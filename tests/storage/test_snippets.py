"""Where an article has what was searched for: the right place, on one line, with the right words bold."""

import unicodedata

import pytest

from app.changes import Change
from app.project import ArticleQuery, Snippet
from storage import SqliteProject
from tests.storage.samples import article as make_article
from tests.storage.samples import contents, step

LONG = " ".join(f"слово{number}" for number in range(100))


def snippet_of(project: SqliteProject, text: str, words: str, title: str = "Заголовок") -> Snippet | None:
    article = make_article(text, title=title)
    project.apply(step(Change(None, article)), contents(text))
    return project.snippets([article.id], words).get(article.id)


def bold(snippet: Snippet | None) -> list[str]:
    assert snippet is not None
    return [snippet.text[span.start : span.end] for span in snippet.found]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ёлки и палки", "елки", ["Ёлки"]),
        ("ЁЛКИ и палки", "ёлк", ["ЁЛКИ"]),
        (unicodedata.normalize("NFD", "Ёлки и йод"), "йод", [unicodedata.normalize("NFD", "йод")]),
        ("Российский рынок", "российскии", ["Российский"]),
        ("Қазақстан ҮКІМЕТІ", "үкімет", ["ҮКІМЕТІ"]),
        ("Қазақстан үкіметі", "ҚАЗАҚСТАН", ["Қазақстан"]),
        ("Ұлы дала", "улы", None),
        ("The Straße is closed", "strasse", ["Straße"]),
        ("су\u00adрет салу", "сурет", ["су\u00adрет"]),
        ("кто-то пришёл", "кто-то", ["кто-то"]),
        ("кто-то пришёл", "то", ["то"]),
        ("рост на 2,5 процента", "2,5", ["2,5"]),
        ("рост на 2,5 процента", "2.5", ["2,5"]),
        ("мост и дом, дом и мост", "мост дом", ["мост", "дом", "дом", "мост"]),
        ("красный дом и новый мост", '"новый мост"', ["новый мост"]),
        ("новый дом, мост", '"новый мост"', None),
        ("новый дом, мосты", "дом нов", ["новый", "дом"]),
        ("новый дом, мосты", "мост дом", ["дом"]),  # only the last word is open-ended
        ("красный дом,\nновый мост", '"дом новый"', ["дом, новый"]),
        ("a_b c", "b", ["a_b"]),
        ("😀 флаг 🇰🇿 камеры", "камер", ["камеры"]),
        ("дом", "камер", None),
        ("дом", "", None),
        ("дом", "— «»", None),
        ("дом" * 3, "дом", ["домдомдом"]),
    ],
)
def test_words_are_found_as_the_search_finds_them(
    project: SqliteProject, text: str, words: str, expected: list[str] | None
) -> None:
    found = snippet_of(project, text, words)
    if expected is None:
        assert found is None
    else:
        assert bold(found) == expected
        assert found is not None
        assert found.text == " ".join(text.split())


@pytest.mark.parametrize("words", ["елки", "30 тыс", "айгүл қасым", '"йод и соль"', "подешев", "тенге", "5"])
def test_what_search_finds_has_a_snippet(project: SqliteProject, words: str) -> None:
    project.apply(step(Change(None, make_article(title=""))), contents())
    ids = project.find(ArticleQuery(words=words))
    assert len(ids) == 1
    assert list(project.snippets(ids, words)) == ids


def test_a_stretch_of_a_long_text_is_cut_between_words(project: SqliteProject) -> None:
    found = snippet_of(project, LONG, "слово50")
    assert found is not None
    assert found.text.startswith("…слово")
    assert found.text.endswith("…")
    assert all(word in LONG.split() for word in found.text.strip("…").split())
    assert 100 <= len(found.text) <= 122
    assert bold(found) == ["слово50"]


def test_the_beginning_and_the_end_are_not_said_to_be_cut(project: SqliteProject) -> None:
    first, last = snippet_of(project, LONG, "слово0 "), snippet_of(project, LONG + " конец", "конец")
    assert first is not None
    assert last is not None
    assert first.text.startswith("слово0 слово1 ")
    assert first.text.endswith("…")
    assert last.text.startswith("…слово")
    assert last.text.endswith(" конец")


def test_a_snippet_begins_with_its_paragraph(project: SqliteProject) -> None:
    found = snippet_of(project, f"{LONG}\nКамеры установят в мае.\n{LONG}", "камер")
    assert found is not None
    assert found.text.startswith("Камеры установят в мае. слово0 слово1")


def test_one_line_whatever_spaces_there_were(project: SqliteProject) -> None:
    found = snippet_of(project, "одна  камера\u00a0и\tдве\n\nв мае", "камера ма")
    assert found is not None
    assert found.text == "одна камера и две в мае"
    assert bold(found) == ["камера", "мае"]


def test_the_first_place_with_most_of_the_words(project: SqliteProject) -> None:
    text = f"мост {LONG} дом {LONG} новый мост у дома {LONG} новый мост у дома снова"
    found = snippet_of(project, text, "новый мост дома")
    assert bold(found) == ["новый", "мост", "дома"]
    assert found is not None
    assert "снова" not in found.text
    assert bold(snippet_of(project, f"мост {LONG} дом", "мост дом")) == ["мост"]


def test_the_title_is_shown_only_where_nothing_else_is(project: SqliteProject) -> None:
    title = "Новые камеры в городе"
    found = snippet_of(project, f"{title}\n{LONG} Камеры появятся осенью.", "камеры", title)
    assert found is not None
    assert found.text.endswith("Камеры появятся осенью.")
    found = snippet_of(project, f"{title}\n{LONG} Камеры появятся осенью.", "камеры городе", title)
    assert found is not None
    assert found.text.startswith(title)
    assert bold(snippet_of(project, f"{title}\n{LONG}", "камеры", title)) == ["камеры"]


def test_a_word_longer_than_the_snippet_is_cut(project: SqliteProject) -> None:
    address = "https://" + "x" * 500
    found = snippet_of(project, f"{address} камера {address}", "камера")
    assert bold(found) == ["камера"]
    assert found is not None
    assert len(found.text) <= 122


def test_a_phrase_longer_than_the_snippet_is_shown_whole(project: SqliteProject) -> None:
    phrase = " ".join(LONG.split()[10:40])
    found = snippet_of(project, LONG, f'"{phrase}"')
    assert bold(found) == [phrase]


def test_only_the_articles_asked_for(project: SqliteProject) -> None:
    articles = [make_article() for _ in range(3)]
    project.apply(step(*(Change(None, article) for article in articles)), contents())
    ids = [articles[2].id, 12345, articles[0].id]
    assert set(project.snippets(ids, "елки")) == {articles[0].id, articles[2].id}
    assert project.snippets([], "елки") == {}
