"""Cards on a panel alone: what the scheme refuses is told beside its field, for each type of attribute."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.anchor import Span, anchor
from app.annotation import Annotation, Assessment
from app.commands import set_confidence
from tests.widgets.inspector.desk import CLAIM, TEXT, Desk, open_desk
from tests.widgets.panels import ANNOTATOR, part, stand
from widgets.inspector.brief_card import BriefCard
from widgets.inspector.card import LabelCard
from widgets.inspector.labelled_row import LabelledRow
from widgets.theme import Mode
from widgets.wrapped_text import WrappedText

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(tmp_path)
    window = stand(qtbot, desk.panel, 320, 900)
    yield desk
    window.close()
    desk.session.project.close()


def problems(desk: Desk) -> list[str]:
    return [
        row.problem() for row in desk.panel.findChildren(LabelledRow) if row.isVisible() and row.problem()
    ]


def line(desk: Desk, name: str) -> QLineEdit:
    return next(w for w in desk.panel.findChildren(QLineEdit) if w.accessibleName() == name and w.isVisible())


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("Said on", "вчера", "Said on is a date such as 2023-07-04, not “вчера”."),
        ("Said on", "4.07.2023", "Said on is a date such as 2023-07-04, not “4.07.2023”."),
        ("Said at", "dala.kz", "Said at is a web address, not “dala.kz”."),
    ],
)
def test_a_value_the_scheme_refuses_is_told_beside_its_field(
    desk: Desk, name: str, typed: str, sentence: str
) -> None:
    claim = desk.annotate(CLAIM, "claim", {"check_worthiness": "CFS"})
    desk.panel.select_annotation(claim)
    field = line(desk, name)
    field.setFocus()
    field.insert(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert problems(desk) == [sentence]
    assert field.property("invalid")
    assert dict(desk.annotation(claim).attributes) == {"check_worthiness": "CFS"}
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert problems(desk) == []


@pytest.mark.parametrize(
    ("attributes", "sentence"),
    [
        ({"value": "many"}, "Value is a number, not “many”."),
        ({"modifier": "ABOUT"}, "Modifier is one of EXACT, APPROX"),
        ({"unit": 5}, "Unit is a text, not “5”."),
        ({"approximator": "около"}, "Approximator is a span of the article, not “около”."),
        ({"min_value": 7, "max_value": 5}, "The range ends (5) before it begins (7)."),
        ({"colour": "red"}, "Number has no attribute “colour”."),
    ],
)
def test_a_stored_value_of_any_type_that_the_scheme_refuses_is_told(
    desk: Desk, attributes: dict[str, Any], sentence: str
) -> None:
    start = TEXT.index("30 дней")
    fragments = (anchor(TEXT, Span(start, start + 7)),)
    annotation = Annotation(7, desk.article_id, ANNOTATOR, "number", fragments, attributes)
    card = LabelCard(desk.session.project.scheme().labels[2], desk.panel._shown_contents, desk.panel)
    card.show_annotation(annotation)
    rows = [row.problem() for row in card.findChildren(LabelledRow) if row.problem()]
    assert len(rows) == 1 and rows[0].startswith(sentence)


def test_a_suggestions_value_is_typed_and_accepted_with_it(desk: Desk) -> None:
    suggestion = desk.suggest("30 дней", "number", {"value": 3})
    desk.panel.select_suggestion(suggestion)
    assert desk.panel.open_value()
    value = line(desk, "Value, as one would write it")
    value.clear()
    value.insert("30 дней")
    QTest.keyClick(value, Qt.Key.Key_Return)
    accepted, attributes = next(told for name, told in desk.told if name == "suggestion_decided")
    assert accepted
    assert attributes == {
        "value": 30,
        "unit": "day",
        "unit_text": "дней",
        "number_type": "duration",
        "modifier": "EXACT",
    }


def test_a_claim_has_no_value_line(desk: Desk) -> None:
    desk.panel.select_annotation(desk.annotate(CLAIM, "claim"))
    assert not desk.panel.open_value()
    assert not any(w.isVisible() and w.accessibleName().startswith("Value") for w in _lines(desk))


def test_a_sureness_of_another_program_is_told_in_words(desk: Desk) -> None:
    claim = desk.annotate(CLAIM, "claim")
    desk.session.do("set_confidence", set_confidence(desk.session.project, claim, 0.9))
    desk.panel.select_annotation(claim)
    assert any(text.text() == "Confidence 90 %" for text in desk.panel.findChildren(WrappedText))
    chips = [b for b in desk.panel.findChildren(QPushButton) if b.accessibleName().startswith("Sureness")]
    assert len(chips) == 3 and not any(chip.isChecked() for chip in chips)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("width", [260, 320, 520])
def test_no_card_is_wider_than_its_panel(qtbot: QtBot, tmp_path: Path, mode: Mode, width: int) -> None:
    """Whatever is in it: long Kazakh words, long numbers, long addresses."""
    desk = open_desk(tmp_path)
    desk.panel.setMinimumWidth(260)
    window = stand(qtbot, desk.panel, width, 900, mode)
    word = "Электроэнергетикалықжабдықтаушыларыңыздардың"
    number = desk.annotate("30 мың", "number", {"value": 123456789012345678, "unit_text": word * 3})
    claim = desk.annotate(
        CLAIM, "claim", {"normalised_text": word * 4, "appearance_url": "https://a.kz/" + "x" * 300}
    )
    desk.relate(claim, "has_number", number)
    said = Assessment(desk.article_id, ANNOTATOR, {"topic": word * 3}, True, word * 5)
    desk.panel.show_assessment(said, word * 3)
    cards: list[Callable[[], object]] = [
        lambda: desk.panel.select_annotation(number),
        desk.panel.open_value,
        lambda: desk.panel.select_annotation(claim),
        desk.panel.show_about,
        desk.panel.leave,
        lambda: desk.panel.select_annotation(None),
    ]
    for show in cards:
        show()
        qtbot.wait(1)
        inside = desk.panel._area.widget()
        assert inside is not None
        assert inside.width() <= desk.panel.width()
    assert part(desk.panel, BriefCard).isVisible()
    window.close()
    desk.session.project.close()


def _lines(desk: Desk) -> list[QWidget]:
    return list(desk.panel.findChildren(QLineEdit))
