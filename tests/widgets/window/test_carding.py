"""Cards by keys in the real window: values, sureness, notes, choices, relations, the article's card."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import settings as setting
from app.anchor import Span
from app.annotation import Annotation, Status
from tests.keyboard import Layout, press, write
from tests.widgets.window.samples import ANNOTATOR, make, shown
from widgets.desk import Desk
from widgets.inspector.article_card import ArticleCard
from widgets.inspector.chips import LabelChip, RelationChip
from widgets.inspector.labelled_row import LabelledRow
from widgets.inspector.rows import RowsView
from widgets.shell import Shell
from widgets.wrapped_text import WrappedText

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

COST = "4,8 млрд тенге"
CARS = "30 тыс."
LAYOUTS: list[Layout] = ["us", "ru", "kz"]


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    path = tmp_path / "news.pressmark"
    make(path)
    with shown(tmp_path, path) as shell:
        shell.settings.set(setting.SUGGEST, False)
        yield shell


def desk_of(shell: Shell) -> Desk:
    assert shell.desk is not None
    return shell.desk


def mark(shell: Shell, quote: str, key: str) -> Annotation:
    """Select the words and press the label's key."""
    desk = desk_of(shell)
    start = desk.text.index(quote)
    desk.reader.select_span(Span(start, start + len(quote)))
    press(shell.window, key)
    made = desk.selected()
    assert made is not None and made.text == quote
    return made


def now(shell: Shell, annotation: Annotation) -> Annotation:
    found = desk_of(shell).annotation(annotation.id)
    assert found is not None
    return found


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def in_article(shell: Shell) -> bool:
    return QApplication.focusWidget() is desk_of(shell).reader


def retype(shell: Shell, text: str) -> None:
    press(shell.window, "Ctrl+A", "Del")
    write(shell.window, text)


def visible_texts(shell: Shell) -> list[str]:
    inspector = desk_of(shell).inspector
    texts = [w.text() for w in inspector.findChildren(WrappedText) if w.isVisible()]
    return texts + [w.text() for w in inspector.findChildren(LabelChip) if w.isVisible()]


# -- values -------------------------------------------------------------------------------------


def test_a_number_marked_by_hand_has_its_values_in_the_same_step(shell: Shell) -> None:
    desk = desk_of(shell)
    number = mark(shell, CARS, "3")
    start = desk.text.index("около")
    assert dict(number.attributes) == {
        "value": 30000,
        "modifier": "APPROX",
        "unit": "vehicle",
        "unit_text": "машин",
        "number_type": "cardinal",
        "approximator": {"start": start, "end": start + 5, "text": "около"},
    }
    press(shell.window, "Ctrl+Z")
    assert desk.annotations() == []


def test_values_follow_the_span_until_they_are_corrected_by_hand(shell: Shell) -> None:
    number = mark(shell, CARS, "3")
    press(shell.window, *["Alt+Left"] * 4)
    shrunk = now(shell, number)
    assert (shrunk.text, dict(shrunk.attributes)) == (
        "30",
        {"value": 30, "modifier": "EXACT", "number_type": "cardinal"},
    )
    press(shell.window, *["Alt+Right"] * 4)
    assert now(shell, number) == number
    press(shell.window, "V")
    retype(shell, "31")
    press(shell.window, "Return", *["Alt+Left"] * 4)
    kept = now(shell, number)
    assert (kept.text, kept.attributes["value"]) == ("30", 31)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_v_shows_the_value_and_enter_confirms_it(shell: Shell, layout: Layout) -> None:
    number = mark(shell, CARS, "3")
    before = desk_of(shell).session.next_undo()
    press(shell.window, "V", layout=layout)
    line = focus()
    assert isinstance(line, QLineEdit)
    assert line.text() == line.selectedText() == "≈\u00a030\u00a0000\u00a0машин"
    press(shell.window, "Return", layout=layout)
    assert in_article(shell)
    assert desk_of(shell).selected() == number
    assert desk_of(shell).session.next_undo() == before


def test_typing_corrects_the_value_and_says_what_it_understood(shell: Shell) -> None:
    number = mark(shell, CARS, "3")
    press(shell.window, "V")
    retype(shell, "4.8 bn KZT")
    assert "= 4\u00a0800\u00a0000\u00a0000\u00a0KZT" in visible_texts(shell)
    assert now(shell, number) == number
    press(shell.window, "Return")
    assert dict(now(shell, number).attributes) == {
        "value": 4_800_000_000,
        "modifier": "EXACT",
        "unit": "KZT",
        "unit_text": "KZT",
        "number_type": "money",
    }
    assert in_article(shell)
    assert desk_of(shell).reader.selected_annotation() == number.id
    press(shell.window, "Ctrl+Z")
    assert now(shell, number) == number


def test_what_cannot_be_typed_stays_where_it_fits(shell: Shell) -> None:
    number = mark(shell, CARS, "3")
    press(shell.window, "V")
    retype(shell, "~31 тыс. машин")
    press(shell.window, "Return")
    assert dict(now(shell, number).attributes) == {**number.attributes, "value": 31000}


def test_what_is_no_number_is_told_beside_the_line_and_nothing_is_lost(shell: Shell) -> None:
    number, other = mark(shell, CARS, "3"), mark(shell, COST, "3")
    desk = desk_of(shell)
    desk.select(number.id)
    press(shell.window, "V")
    retype(shell, "много машин")
    assert any("is no number" in text for text in visible_texts(shell))
    press(shell.window, "Return")
    assert isinstance(focus(), QLineEdit)
    desk.focus_article()
    desk.select(other.id)
    QApplication.processEvents()
    desk.select(number.id)
    press(shell.window, "V")
    line = focus()
    assert isinstance(line, QLineEdit) and line.text() == "много машин"
    assert now(shell, number) == number


def test_escape_leaves_the_value_as_it_was(shell: Shell) -> None:
    number = mark(shell, CARS, "3")
    press(shell.window, "V")
    retype(shell, "7")
    press(shell.window, "Esc")
    assert in_article(shell)
    assert now(shell, number) == number
    assert desk_of(shell).reader.selected_annotation() == number.id


def test_going_elsewhere_keeps_what_can_be_read(shell: Shell) -> None:
    number = mark(shell, CARS, "3")
    press(shell.window, "V")
    retype(shell, "> 7")
    press(shell.window, "Tab")
    assert now(shell, number).attributes["value"] == 7
    assert now(shell, number).attributes["modifier"] == "MORE_THAN"


def test_v_with_nothing_parsed_opens_an_empty_line(shell: Shell) -> None:
    number = mark(shell, "Ранее", "3")
    assert number.attributes == {}
    press(shell.window, "V")
    line = focus()
    assert isinstance(line, QLineEdit) and line.text() == ""
    write(shell.window, "половина")
    press(shell.window, "Return")
    assert now(shell, number).attributes["value"] == 0.5


def test_v_without_a_number_says_what_to_do(shell: Shell) -> None:
    mark(shell, "Анна Ли", "2")
    press(shell.window, "V")
    assert in_article(shell)
    assert "Select a number first" in shell.window.message_bar.text()


def test_the_approximator_is_taken_from_the_article(shell: Shell) -> None:
    desk = desk_of(shell)
    number = mark(shell, COST, "3")
    press(shell.window, "Return")
    take = next(b for b in desk.inspector.findChildren(QToolButton) if b.accessibleName() == "Approximator")
    take.setFocus()
    press(shell.window, "Return")
    assert in_article(shell)
    assert "Select the words" in shell.window.status_bar.text()
    desk.reader.set_caret(desk.text.index("обойдётся") + 2)
    press(shell.window, "Return")
    start = desk.text.index("обойдётся")
    assert now(shell, number).attributes["approximator"] == {
        "start": start,
        "end": start + 9,
        "text": "обойдётся",
    }
    assert desk.reader.selected_annotation() == number.id
    assert "Select the words" not in shell.window.status_bar.text()


def test_escape_takes_no_approximator_and_letters_mark_nothing_meanwhile(shell: Shell) -> None:
    desk = desk_of(shell)
    number = mark(shell, COST, "3")
    desk.inspector.span_wanted.emit(number.id, "approximator")
    desk.reader.set_caret(desk.text.index("обойдётся"))
    press(shell.window, "1", "Esc")
    assert desk.annotations() == [number]
    assert desk.reader.selected_annotation() == number.id


# -- sureness, notes, choices -------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_u_goes_through_the_steps_of_sureness(shell: Shell, layout: Layout) -> None:
    claim = mark(shell, "Старый мост закрыли в 2021 году", "1")
    steps = []
    for _ in range(4):
        press(shell.window, "U", layout=layout)
        steps.append(now(shell, claim).confidence)
    assert steps == [1.0, 0.75, 0.5, None]
    press(shell.window, "Ctrl+Z", layout=layout)
    assert now(shell, claim).confidence == 0.5


def test_sureness_is_shown_in_card_and_list(shell: Shell) -> None:
    mark(shell, "Анна Ли", "2")
    press(shell.window, "U", "U")
    inspector = desk_of(shell).inspector
    on = [b.text() for b in inspector.findChildren(QPushButton) if b.isVisible() and b.isChecked()]
    assert "likely" in on
    view = next(v for v in inspector.findChildren(RowsView) if v.isVisible())
    assert view.model().index(0, 0).data(11) == "Speaker, Анна Ли, likely"  # Qt.AccessibleTextRole


@pytest.mark.parametrize("layout", LAYOUTS)
def test_n_writes_the_note_and_enter_or_escape_comes_back(shell: Shell, layout: Layout) -> None:
    claim = mark(shell, "Старый мост закрыли в 2021 году", "1")
    press(shell.window, "N", layout=layout)
    assert isinstance(focus(), QPlainTextEdit)
    write(shell.window, "Тексеру қажет")
    press(shell.window, "Return")
    assert now(shell, claim).note == "Тексеру қажет"
    assert in_article(shell)
    press(shell.window, "N", "Esc", layout=layout)
    assert in_article(shell)
    assert desk_of(shell).reader.selected_annotation() == claim.id


def test_two_strokes_set_a_choice(shell: Shell) -> None:
    claim = mark(shell, "Старый мост закрыли в 2021 году", "1")
    press(shell.window, "Shift+2", "1", "Shift+3", "2", "Shift+4", "3", "Shift+1", "1", "Shift+5", "6")
    assert dict(now(shell, claim).attributes) == {
        "check_worthiness": "CFS",
        "quote_type": "indirect",
        "epistemic": "denied",
        "claim_type": "quantity",
        "verdict": "unverifiable",
    }
    assert in_article(shell)
    press(shell.window, "Shift+2", "0")
    assert "check_worthiness" not in now(shell, claim).attributes


def test_a_digit_of_a_kazakh_keyboard_picks_too(shell: Shell) -> None:
    claim = mark(shell, "Старый мост закрыли в 2021 году", "1")
    press(shell.window, "Shift+2")
    press(shell.window, "2", layout="kz")
    assert now(shell, claim).attributes == {"check_worthiness": "UFS"}


def test_a_digit_in_a_row_reached_by_tab_picks_and_stays(shell: Shell) -> None:
    claim = mark(shell, "Старый мост закрыли в 2021 году", "1")
    press(shell.window, "Return")
    while "Quote" not in focus().accessibleName():
        press(shell.window, "Tab")
    press(shell.window, "3")
    assert now(shell, claim).attributes == {"quote_type": "mixed"}
    assert focus().accessibleName() == "Quote: mixed"


def test_tab_goes_through_the_card_in_the_order_it_is_read(shell: Shell) -> None:
    speaker = mark(shell, "Ерлан Касымов", "2")
    claim = mark(shell, "движение откроют 15 октября", "1")
    desk_of(shell).acts.relate(claim.id, "said_by", speaker.id)
    press(shell.window, "Return")
    seen = [focus().accessibleName()]
    while not in_article(shell) and len(seen) < 40 and seen[-1] != "Note":
        press(shell.window, "Tab")
        seen.append(focus().accessibleName())
    assert seen == [
        "In its own words",
        "Said by: Ерлан Касымов",
        "Add: Said by",
        "Type",
        "Checkable: CFS",
        "Quote: direct",
        "Stance: asserted",
        "Verdict",
        "Said on",
        "Said at",
        "Sureness: sure",
        "Note",
    ]
    card = desk_of(shell).inspector._area.widget()
    assert card is not None
    back, places = [focus().accessibleName()], [focus().mapTo(card, QPoint()).y()]
    for _ in range(len(seen) - 1):
        press(shell.window, "Shift+Tab")
        back.append(focus().accessibleName())
        places.append(focus().mapTo(card, QPoint()).y())  # in the card, which scrolls
    assert back == seen[::-1]
    assert all(upper >= lower - 6 for upper, lower in pairwise(places)), places


def test_ctrl_enter_in_a_card_goes_back_and_in_the_article_is_done(shell: Shell) -> None:
    desk = desk_of(shell)
    speaker = mark(shell, "Анна Ли", "2")
    article = desk.article
    assert article is not None
    press(shell.window, "Return")
    write(shell.window, "Анна Ли")
    press(shell.window, "Ctrl+Return")
    assert in_article(shell)
    assert desk.article == article
    assert now(shell, speaker).attributes["canonical_name"] == "Анна Ли"
    press(shell.window, "Ctrl+Return")
    kept = desk.project.status(article.id, ANNOTATOR)
    assert kept is not None and kept.status is Status.DONE


# -- relations ----------------------------------------------------------------------------------


def test_a_chip_jumps_comes_back_and_is_taken_off_by_keys(shell: Shell) -> None:
    desk = desk_of(shell)
    cost, speaker = mark(shell, COST, "3"), mark(shell, "Ерлан Касымов", "2")
    claim = mark(shell, f"Новый мост обойдётся бюджету в {COST}", "1")
    for relation, other in (("said_by", speaker), ("has_number", cost)):
        desk.acts.relate(claim.id, relation, other.id)
    press(shell.window, "Return", "Tab")
    chip = focus()
    assert isinstance(chip, RelationChip) and chip.text() == "Ерлан Касымов"
    press(shell.window, "Right", "Right")
    chip = focus()
    assert isinstance(chip, RelationChip) and chip.text().startswith("4")
    press(shell.window, "Return")
    assert desk.reader.selected_annotation() == cost.id
    assert focus().accessibleName().startswith("← Back to")
    press(shell.window, "Return")
    assert desk.reader.selected_annotation() == claim.id
    chip = focus()
    assert isinstance(chip, RelationChip) and chip.text().startswith("4")
    press(shell.window, "Del")
    assert desk.article is not None
    kept = desk.project.relations(desk.article.id, ANNOTATOR)
    assert [relation.type for relation in kept] == ["said_by"]
    assert focus().accessibleName() == "Add: Has number"
    press(shell.window, "Ctrl+Z")
    assert len(desk.project.relations(desk.article.id, ANNOTATOR)) == 2


def test_the_way_back_is_forgotten_when_something_else_is_selected(shell: Shell) -> None:
    desk = desk_of(shell)
    cost, speaker = mark(shell, COST, "3"), mark(shell, "Ерлан Касымов", "2")
    claim = mark(shell, f"Новый мост обойдётся бюджету в {COST}", "1")
    desk.acts.relate(claim.id, "said_by", speaker.id)
    press(shell.window, "Return", "Tab", "Return")
    back = focus()
    assert back.isVisible() and back.accessibleName().startswith("← Back to")
    desk.show_annotation(cost.id)
    assert not back.isVisible()


# -- the article --------------------------------------------------------------------------------


def field(shell: Shell, name: str) -> QLineEdit | QPlainTextEdit:
    inspector = desk_of(shell).inspector
    lines = inspector.findChildren(QLineEdit)
    found: list[QLineEdit | QPlainTextEdit] = [*lines, *inspector.findChildren(QPlainTextEdit)]
    return next(w for w in found if w.accessibleName() == name and w.isVisible())


def problems(shell: Shell) -> list[str]:
    rows = desk_of(shell).inspector.findChildren(LabelledRow)
    return [row.problem() for row in rows if row.isVisible() and row.problem()]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_opens_the_articles_card_and_escape_closes_it(shell: Shell, layout: Layout) -> None:
    desk = desk_of(shell)
    speaker = mark(shell, "Анна Ли", "2")
    press(shell.window, "A", layout=layout)
    card = desk.inspector.findChild(ArticleCard)
    assert isinstance(card, ArticleCard) and card.isAncestorOf(focus())
    press(shell.window, "Esc")
    assert in_article(shell)
    assert not card.isVisible()
    assert desk.reader.selected_annotation() == speaker.id


def test_facts_are_corrected_and_every_view_follows(shell: Shell) -> None:
    desk = desk_of(shell)
    assert desk.article is not None
    here = desk.article.id
    press(shell.window, "A")
    for name, text in (
        ("Title", "Мост откроют раньше"),
        ("Source", "Дала"),
        ("Published", "2024-09"),
        ("Authors", "Ә. Нұр; Smith, Jr."),
        ("Language", "kk"),
        ("Address", "https://dala.example/1"),
    ):
        field(shell, name).setFocus()
        retype(shell, text)
        press(shell.window, "Return")
    article = desk.project.article(here)
    assert article == desk.article
    assert (article.title, article.site, article.published) == ("Мост откроют раньше", "Дала", "2024-09")
    assert article.authors == ("Ә. Нұр", "Smith, Jr.")
    assert (article.language, article.url) == ("kk", "https://dala.example/1")
    assert desk.reader.article_id() == here
    assert [s.title for s in desk.project.summaries([here], ANNOTATOR)] == ["Мост откроют раньше"]
    desk.focus_article()
    press(shell.window, *["Ctrl+Z"] * 6)
    assert desk.project.article(here).title == "Мост через Ишим откроют на месяц раньше срока"


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Title", ""),
        ("Published", "2024-13-01"),
        ("Published", "вчера"),
        ("Language", "рус"),
        ("Language", "RU"),
        ("Address", "dala.example"),
    ],
)
def test_a_fact_that_cannot_be_is_told_beside_its_field(shell: Shell, name: str, typed: str) -> None:
    desk = desk_of(shell)
    before = desk.article
    press(shell.window, "A")
    field(shell, name).setFocus()
    retype(shell, typed)
    press(shell.window, "Return")
    assert len(problems(shell)) == 1
    field(shell, "Source").setFocus()
    retype(shell, "Дала")
    press(shell.window, "Return")
    assert before is not None and desk.article is not None
    assert desk.article.site == "Дала"
    assert (desk.article.title, desk.article.published) == (before.title, before.published)
    assert len(problems(shell)) == 1


def test_what_is_said_of_the_article_is_kept_and_listed(shell: Shell) -> None:
    desk = desk_of(shell)
    assert desk.article is not None
    here = desk.article.id
    press(shell.window, "A")
    topic = desk.scheme.article[0]
    field(shell, topic.name).setFocus()
    write(shell.window, "мосты")
    press(shell.window, "Return")
    field(shell, "Note on the article").setFocus()
    write(shell.window, "Сверить с бюджетом")
    press(shell.window, "Return")
    flag = next(b for b in desk.inspector.findChildren(QPushButton) if b.text() == "come back to it")
    flag.setFocus()
    press(shell.window, "Space")
    said = desk.project.assessment(here, ANNOTATOR)
    assert said is not None
    assert (dict(said.attributes), said.note, said.flagged) == (
        {topic.id: "мосты"},
        "Сверить с бюджетом",
        True,
    )
    press(shell.window, "Esc", "Alt+4")
    view = focus()
    assert isinstance(view, RowsView)
    assert view.model().index(0, 0).data() == "Сверить с бюджетом"
    press(shell.window, "Down", "Return")
    card = desk.inspector.findChild(ArticleCard)
    assert card is not None and card.isVisible()
    desk.focus_article()
    press(shell.window, "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert desk.project.assessment(here, ANNOTATOR) is None


def test_with_nothing_selected_the_article_is_told_in_short(shell: Shell) -> None:
    desk = desk_of(shell)
    desk.select(None)
    assert desk.article is not None
    assert desk.article.title in visible_texts(shell)
    keys = [label.text() for label in desk.inspector.findChildren(QLabel) if label.isVisible()]
    assert "A" in keys
    press(shell.window, "N")
    assert focus().accessibleName() == "Note on the article"


def test_tabs_by_keys(shell: Shell) -> None:
    mark(shell, "Анна Ли", "2")
    names = []
    for chord in ("Alt+1", "Alt+2", "Alt+3", "Alt+4"):
        press(shell.window, chord)
        assert not in_article(shell)
        names.append(focus().accessibleName())
    assert len(set(names)) == 4
    press(shell.window, "Alt+5")
    assert focus().accessibleName() == "Name"


def test_the_list_of_another_article_begins_at_its_top(shell: Shell, qtbot: QtBot) -> None:
    desk = desk_of(shell)
    shell.window.resize(1100, 500)
    for _ in range(2):
        for start in range(0, 60, 2):
            desk.annotate([Span(start, start + 2)], "claim")
        desk.select(None)
        desk.step_article(1)
    view = next(v for v in desk.inspector.findChildren(RowsView) if v.isVisible())
    desk.step_article(-1)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    view.scrollToBottom()
    assert view.verticalScrollBar().value() > 0
    desk.step_article(-1)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == 0)
    assert view.model().rowCount() == 30
