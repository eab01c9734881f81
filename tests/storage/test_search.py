"""What is typed finds what is meant, in Russian, Kazakh and English, and nothing typed is an error."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.article import Article
from app.changes import Change
from app.project import ArticleQuery
from app.replacing import replace
from storage import SqliteProject, check_project
from storage.folding import fold, sort_key
from storage.search import expression
from tests.storage.samples import article as make_article
from tests.storage.samples import contents, step

TEXTS = {
    "ёлка": "Ёлку на площади ЁЖИК украсил сам. Йод — в аптеке.",
    "decomposed": unicodedata.normalize("NFD", "Чёрный йогурт стоит 1\u00a0500\u00a0000 тенге, café рядом"),
    "kazakh": "Қазақстан’да ҮКІМЕТ жаңа заң қабылдады: әкім Өскеменге барды.",
    "hyphen": "Кто-то сказал: пра\u00adви\u00adтель\u00adство против. За\u0301мок закрыт.",
    "english": "The minister's office said CO2 emissions fell 2.5 percent; snake_case.",
}


@pytest.fixture
def texts(project: SqliteProject) -> dict[str, Article]:
    made = {name: make_article(text, title=f"Заголовок {name}") for name, text in TEXTS.items()}
    for name, article in made.items():
        project.apply(step(Change(None, article)), contents(TEXTS[name]))
    return made


def _found(project: SqliteProject, texts: dict[str, Article], words: str) -> set[str]:
    ids = set(project.find(ArticleQuery(words=words)))
    return {name for name, article in texts.items() if article.id in ids}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ёлку", "ёлка"),
        ("елку", "ёлка"),
        ("ЕЛКУ", "ёлка"),
        ("елк", "ёлка"),
        ("лку", ""),
        ("ёжик йод", "ёлка"),
        ("йод ёжик", "ёлка"),
        ("иод", "ёлка"),
        ("йо", "ёлка decomposed"),
        (unicodedata.normalize("NFD", "йод"), "ёлка"),
        ("чер", "decomposed"),
        ("чёрный", "decomposed"),
        ("cafe", "decomposed"),
        ("café", "decomposed"),
        ("1500000", ""),
        ("1 500 000", "decomposed"),
        ("1\u00a0500\u202f000", "decomposed"),
        ('"500 000 тенге"', "decomposed"),
        ('"000 500"', ""),
        ("үкімет", "kazakh"),
        ("укимет", ""),
        ("казакстан", ""),
        ("ҚАЗАҚСТАН", "kazakh"),
        ("қазақстан’да", "kazakh"),
        ("әкім өскемен", "kazakh"),
        ("правительство", "hyphen"),
        ("прави\u00adтельство", "hyphen"),
        ("кто-то", "hyphen"),
        ("кто", "hyphen"),
        ('"то кто"', ""),
        ("замок", "hyphen"),
        ("co2", "english"),
        ("2.5 percent", "english"),
        ("MINISTER'S", "english"),
        ("case", "english"),
        ("заголовок english", "english"),
        ("заголовок", "ёлка decomposed kazakh hyphen english"),
        ("ежик правительство", ""),
        ('"украсил сам" йод', "ёлка"),
        ('"сам украсил"', ""),
        ('"ежик украс', "ёлка"),
        ('"ежик украс"', ""),
        ("елк площади", ""),
        ("", "ёлка decomposed kazakh hyphen english"),
        ("  ", "ёлка decomposed kazakh hyphen english"),
        ('"', "ёлка decomposed kazakh hyphen english"),
        ("—«»…", "ёлка decomposed kazakh hyphen english"),
        ("OR", ""),
        ("йод OR co2", ""),
        ("NOT йод", ""),
        ("title:йод", ""),
        ("title : йод*", ""),
        ("йод*", "ёлка"),
        ("йод^", "ёлка"),
        ("NEAR(ежик украсил)", ""),
        ("(йод", "ёлка"),
        ("'; DROP TABLE articles; --", ""),
        ("\x00йод\x00", "ёлка"),
        ("\ud800йод", "ёлка"),
    ],
)
def test_words_find(project: SqliteProject, texts: dict[str, Article], words: str, expected: str) -> None:
    assert _found(project, texts, words) == set(expected.split())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=40) | st.text('"*^:()-+ANDORTa\x00{}', max_size=20))
def test_nothing_that_can_be_typed_is_an_error(project: SqliteProject, words: str) -> None:
    assert project.find(ArticleQuery(words=words)) == []


def test_a_very_long_query(project: SqliteProject, texts: dict[str, Article]) -> None:
    assert _found(project, texts, "йод " * 10_000) == {"ёлка"}
    assert _found(project, texts, "й" * 100_000) == set()
    assert _found(project, texts, '"' + "йод " * 5_000) == set()


@settings(deadline=None)
@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_sort_keys_leave_quotes_aside() -> None:
    titles = ["«Ёлка»", "Ель", "— Ежи", "Яма", "“Apple”", "12 стульев", "Әкім"]
    assert sorted(titles, key=sort_key) == ["12 стульев", "“Apple”", "— Ежи", "«Ёлка»", "Ель", "Яма", "Әкім"]


def test_an_expression_is_made_of_strings() -> None:
    assert expression("кто-то «Ёлка»") == '"кто то" "елка"*'
    assert expression('"a b" c "d') == '"a b" "c" "d"*'
    assert expression('c "a b"') == '"c" "a b"'


def test_the_index_follows_the_articles(project: SqliteProject, texts: dict[str, Article]) -> None:
    before = texts["english"]
    after = replace(before, title="Совсем другое")
    project.apply(step(Change(before, after)))
    assert _found(project, texts, "заголовок english") == set()
    assert _found(project, texts, "совсем") == {"english"}
    project.apply(step(Change(after, None)))
    assert _found(project, texts, "совсем") == _found(project, texts, "minister") == set()
    project.apply(step(Change(None, after)))
    project.apply(step(Change(after, replace(after, language="en"))))
    assert _found(project, texts, "совсем") == {"english"}
    project.close()
    assert check_project(project.path).ok


def test_no_step_that_fails_leaves_words_behind(project: SqliteProject, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="without a scheme"):
        article = make_article()
        project.apply(step(Change(None, article), Change(project.scheme(), None)), contents())
    assert project.find(ArticleQuery(words="елки")) == []
    assert project.find(ArticleQuery()) == []
