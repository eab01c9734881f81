"""Places with their context in one article or all: what is listed and what not, which articles are read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.anchor import Span, anchor
from app.article import Role
from app.commands import annotate, set_role
from app.concordance import Occurrence, articles_with, clear_of, in_article, in_articles
from app.ids import new_id
from app.occurrences import Mode, Sought
from app.session import Session
from app.suggestion import Suggestion
from tests.widgets.panels import open_session, page

WHO = Sought("Асет Ахметов", Mode.LEMMA, "ru")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, list[int]]]:
    pages = [
        page("О камерах", "Асет Ахметов ответил. Спросили Асета Ахметова.", "Главная Асет Ахметов"),
        page("О погоде", "Ветер стих."),
        page("О мостах", "Мосту Асет-Ахметов 12\u00a0000 дней.", "К Асету Ахметову пришли."),
        page("Мектеп туралы", "Асет Ахметов мектептің директоры болды.", language="kk"),
        page("Ferry", "Akhmetov's ferry says goodbye.", language="en"),
    ]
    session, ids = open_session(tmp_path, pages)
    yield session, ids
    session.project.close()


def listed(
    session: Session, article_id: int, sought: Sought = WHO, label: str = "speaker"
) -> list[Occurrence]:
    found = in_articles(session.project, [article_id], sought, label, session.annotator)
    return [occurrence for rows in found for occurrence in rows]


def span_of(session: Session, article_id: int, words: str) -> Span:
    start = session.project.text(article_id).index(words)
    return Span(start, start + len(words))


def test_places_come_with_their_context_and_title(opened: tuple[Session, list[int]]) -> None:
    session, ids = opened
    first = listed(session, ids[0])[0]
    assert (first.left, first.match) == ("О камерах ¶ ", "Асет Ахметов")
    assert first.right.startswith(" ответил. Спросили")
    assert (first.title, first.article_id, first.suggestion_id) == ("О камерах", ids[0], None)


def test_what_is_marked_with_the_label_is_left_out(opened: tuple[Session, list[int]]) -> None:
    session, ids = opened
    assert [o.match for o in listed(session, ids[0])] == ["Асет Ахметов", "Асета Ахметова", "Асет Ахметов"]
    inside = [span_of(session, ids[0], "Асета")]
    session.do("annotate", annotate(session.project, ids[0], inside, "speaker", session.stamp()))
    assert [o.match for o in listed(session, ids[0])] == ["Асет Ахметов", "Асет Ахметов"]
    assert len(listed(session, ids[0], label="claim")) == 3
    other = Session(session.project, "Другой")
    assert [o.match for o in listed(other, ids[0])] == ["Асет Ахметов", "Асета Ахметова", "Асет Ахметов"]


def test_page_furniture_is_left_out(opened: tuple[Session, list[int]]) -> None:
    session, ids = opened
    session.do("set_role", set_role(session.project, ids[0], [2], Role.BOILERPLATE))
    assert [o.match for o in listed(session, ids[0])] == ["Асет Ахметов", "Асета Ахметова"]


def test_an_open_suggestion_of_the_label_is_known(opened: tuple[Session, list[int]]) -> None:
    session, ids = opened
    span, text = span_of(session, ids[0], "Асета Ахметова"), session.project.text(ids[0])
    mine = Suggestion(new_id(), ids[0], "speaker", anchor(text, span), 0.9, "names")
    other = Suggestion(new_id(), ids[0], "claim", anchor(text, span), 0.9, "names")
    session.put_suggestions(ids[0], {"names": [mine, other]})
    assert [o.suggestion_id for o in listed(session, ids[0])] == [None, mine.id, None]


def test_each_article_is_searched_in_its_own_language(opened: tuple[Session, list[int]]) -> None:
    session, ids = opened
    school = Sought("мектеп", Mode.LEMMA, "ru", roughly=True)
    assert [o.match for o in listed(session, ids[3], school)] == ["Мектеп", "мектептің"]


@pytest.mark.parametrize(
    ("phrase", "mode", "expected"),
    [
        ("Асет Ахметов", Mode.LEMMA, [0, 2, 3]),
        ("Асету Ахметову", Mode.LEMMA, [0, 2, 3]),
        ("Асету Ахметову", Mode.EXACT, [2]),
        ("мектеп", Mode.LEMMA, [3]),
        ("12000", Mode.EXACT, [2]),
        ("12 000 дней", Mode.EXACT, [2]),
        ("said", Mode.LEMMA, [4]),
        ("Akhmetov", Mode.ANY_CASE, [4]),
        ("Ветра", Mode.LEMMA, [1]),
        ("снег", Mode.LEMMA, []),
        ("—", Mode.EXACT, []),
    ],
)
def test_articles_are_told_apart_by_the_index_and_none_with_a_place_is_missed(
    opened: tuple[Session, list[int]], phrase: str, mode: Mode, expected: list[int]
) -> None:
    session, ids = opened
    sought = Sought(phrase, mode, "ru", roughly=True)
    candidates = articles_with(session.project, sought)
    having = {article_id for article_id in ids if listed(session, article_id, sought)}
    assert having <= set(candidates)
    assert [ids.index(article_id) for article_id in ids if article_id in candidates] == expected


def test_spans_clear_of_others() -> None:
    spans = [Span(0, 3), Span(5, 8), Span(10, 12), Span(12, 15)]
    assert clear_of(spans, []) == spans
    assert clear_of(spans, [Span(3, 5), Span(8, 10)]) == spans
    assert clear_of(spans, [Span(7, 11)]) == [Span(0, 3), Span(12, 15)]
    assert clear_of(spans, [Span(14, 99), Span(0, 1)]) == [Span(5, 8), Span(10, 12)]
    assert clear_of([], [Span(0, 1)]) == []


def test_in_article_takes_what_was_read(opened: tuple[Session, list[int]]) -> None:
    session, ids = opened
    read = next(session.project.annotated([ids[2]], session.annotator, with_suggestions=True))
    assert [o.match for o in in_article(read, WHO, "speaker")] == ["Асету Ахметову"]
