"""What a mark made by hand gets from its text, in its own step."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import resources
import storage
from app import commands
from app.anchor import Span
from app.annotation import Annotation
from app.article import Block, Role
from app.changes import Change
from app.first_values import filled
from app.importers.imported import Imported
from app.number_values import corrected, takes_values
from app.scheme import Attribute, Colours, Label, parse_scheme
from app.session import Session
from app.suggesters import to_suggestions
from app.suggesters.numbers import suggest

TEXT = "Всего установлено около 30 тыс. камер.\nЗаписи хранятся 30 дней, так решил Асет."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    project = storage.create_project(tmp_path / "p.pressmark", parse_scheme(resources.scheme()))
    try:
        yield Session(project, "Асель")
    finally:
        project.close()


@pytest.fixture
def article(session: Session) -> int:
    blocks = (Block(0, TEXT.index("\n"), Role.BODY), Block(TEXT.index("\n") + 1, len(TEXT), Role.BODY))
    page = Imported(
        TEXT, blocks, TEXT.encode(), "p.html", "text/html", "utf-8", title="Камеры", language="ru"
    )
    added = commands.add_articles(session.project, [page], session.stamp())
    session.do("add_articles", added.changes, added.contents)
    return added.article_ids[0]


def span(quote: str) -> Span:
    return Span(TEXT.index(quote), TEXT.index(quote) + len(quote))


def mark(session: Session, article: int, quote: str, label: str = "number") -> Annotation:
    changes = commands.annotate(session.project, article, [span(quote)], label, session.stamp())
    return do(session, "annotate", changes)


def move(session: Session, annotation: Annotation, quote: str) -> Annotation:
    return do(session, "resize", commands.resize(session.project, annotation.id, [span(quote)]))


def do(session: Session, verb: str, changes: list[Change]) -> Annotation:
    """Do the act with first values; return the annotation as the project has it then."""
    step = session.do(verb, filled(session.project, changes))
    assert step is not None
    made = next(c.after for c in step.changes if isinstance(c.after, Annotation))
    return session.project.annotation(made.id)


def test_a_number_has_its_values_with_its_mark(session: Session, article: int) -> None:
    number = mark(session, article, "30 тыс.")
    assert number.attributes["value"] == 30000
    assert number.attributes["approximator"]["text"] == "около"
    session.undo()
    assert session.project.annotations(article) == []


def test_other_labels_and_marks_without_a_number_have_none(session: Session, article: int) -> None:
    assert mark(session, article, "Записи", "number").attributes == {}
    assert mark(session, article, "30 дней", "claim").attributes == {}


def test_parsed_values_follow_the_span(session: Session, article: int) -> None:
    number = mark(session, article, "30 тыс.")
    assert move(session, number, "30").attributes["value"] == 30
    assert move(session, number, "30 тыс.").attributes == number.attributes
    assert move(session, number, "установлено").attributes == {}
    assert move(session, number, "30 дней").attributes["unit"] == "day"


@pytest.mark.parametrize("by_hand", [{"value": 31000}, {"value": 30000, "unit": "lamp"}, {}])
def test_corrected_values_stay(session: Session, article: int, by_hand: dict[str, object]) -> None:
    number = mark(session, article, "30 тыс.")
    session.do("set_attributes", commands.set_attributes(session.project, number.id, by_hand))
    assert move(session, number, "30").attributes == by_hand


def test_an_accepted_suggestion_keeps_what_was_accepted(session: Session, article: int) -> None:
    proposals = [p for p in suggest(TEXT, "ru") if p.text == "30 дней"]
    session.put_suggestions(article, {"numbers": to_suggestions(article, TEXT, proposals)})
    number = mark(session, article, "30 дней")
    assert number.origin == "numbers"
    assert number.attributes == proposals[0].attributes
    assert move(session, number, "30 тыс.").attributes["value"] == 30000


def test_what_was_given_with_the_mark_stays(session: Session, article: int) -> None:
    changes = commands.annotate(
        session.project, article, [span("30 дней")], "number", session.stamp(), {"value": 1}
    )
    assert do(session, "annotate", changes).attributes == {"value": 1}


def test_a_mark_of_several_fragments_is_left_to_hand(session: Session, article: int) -> None:
    spans = [span("30 тыс."), span("30 дней")]
    changes = commands.annotate(session.project, article, spans, "number", session.stamp())
    assert do(session, "annotate", changes).attributes == {}


def test_which_labels_are_numbers() -> None:
    colours = Colours("#000000", "#FFFFFF")
    value, modifier = Attribute("value", "Value", "number"), Attribute("modifier", "M", "choice", ("EXACT",))
    assert takes_values(Label("n", "N", "1", "solid", colours, colours, (value, modifier)))
    assert not takes_values(Label("n", "N", "1", "solid", colours, colours, (value,)))


@pytest.mark.parametrize(
    ("before", "typed", "kept"),
    [
        # Another value with the unit of the article keeps its word; another unit does not.
        (
            {"value": 1, "unit": "day", "unit_text": "дней", "number_type": "duration"},
            {"value": 2, "unit": "day", "unit_text": "day", "number_type": "duration"},
            {"value": 2, "unit": "day", "unit_text": "дней", "number_type": "duration"},
        ),
        (
            {"value": 1, "unit": "day", "unit_text": "дней"},
            {"value": 2, "unit": "hour", "unit_text": "ч"},
            {"value": 2, "unit": "hour", "unit_text": "ч"},
        ),
        ({"value": 1, "unit": "day", "unit_text": "дней"}, {"value": 2}, {"value": 2}),
        # A date stays a date, an age an age; a cardinal may become anything.
        (
            {"value": 2019, "number_type": "date"},
            {"value": 2020, "number_type": "cardinal"},
            {"value": 2020, "number_type": "date"},
        ),
        (
            {"value": 9, "unit": "year", "number_type": "age"},
            {"value": 8, "unit": "year", "number_type": "duration"},
            {"value": 8, "unit": "year", "number_type": "age"},
        ),
        (
            {"value": 2019, "number_type": "cardinal"},
            {"value": 2020, "number_type": "date"},
            {"value": 2020, "number_type": "date"},
        ),
        # The approximator goes with its modifier, and what is no value stays.
        (
            {"value": 1, "modifier": "APPROX", "approximator": {"start": 0}, "source": "x"},
            {"value": 2, "modifier": "APPROX"},
            {"value": 2, "modifier": "APPROX", "approximator": {"start": 0}, "source": "x"},
        ),
        (
            {"value": 1, "modifier": "APPROX", "approximator": {"start": 0}},
            {"value": 2, "modifier": "EXACT"},
            {"value": 2, "modifier": "EXACT"},
        ),
        # A range takes the place of a value.
        ({"value": 1}, {"min_value": 1, "max_value": 2}, {"min_value": 1, "max_value": 2}),
    ],
)
def test_what_stays_when_a_value_is_typed(
    before: dict[str, object], typed: dict[str, object], kept: dict[str, object]
) -> None:
    assert corrected(before, typed) == kept
