from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.article import Role
from app.replacing import replace
from app.suggestion import Decision
from tests.widgets.inspector.desk import CLAIM, TEXT, Desk, open_desk
from tests.widgets.panels import part, stand
from widgets import theme
from widgets.inspector.brief_card import BriefCard
from widgets.inspector.chips import LabelChip, RelationChip
from widgets.inspector.guidelines import Guidelines
from widgets.inspector.labelled_row import LabelledRow
from widgets.inspector.rows import RowsView
from widgets.wrapped_text import WrappedText

# The offscreen platform says so of every popup.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(tmp_path)
    window = stand(qtbot, desk.panel, 320, 900)
    yield desk
    window.close()
    desk.session.project.close()


def named(desk: Desk, kind: type[W], name: str) -> W:
    """The visible control of this accessible name."""
    return next(w for w in desk.panel.findChildren(kind) if w.accessibleName() == name and w.isVisible())


def texts(desk: Desk) -> list[str]:
    return [w.text() for w in desk.panel.findChildren(WrappedText) if w.isVisible()]


def problem(desk: Desk) -> list[str]:
    rows = [r for r in desk.panel.findChildren(LabelledRow) if r.isVisible()]
    return [row.problem() for row in rows if row.problem()]


def entries(desk: Desk) -> RowsView:
    return named(desk, RowsView, "Annotations in text order")


def listed(view: RowsView) -> list[tuple[str, str, int]]:
    model = view.model()
    found = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    return [(row.title, row.fact, row.depth) for row in found]


def tab(desk: Desk, name: str) -> None:
    tabs = part(desk.panel, QTabWidget)
    tabs.setCurrentIndex(next(i for i in range(tabs.count()) if tabs.tabText(i).startswith(name)))


def retype(qtbot: QtBot, line: QLineEdit | QPlainTextEdit, text: str, key: Qt.Key | None = None) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    if isinstance(line, QLineEdit):
        QTest.keyClicks(line, text) if text.isascii() else line.insert(text)
    else:
        line.insertPlainText(text)
    if key is not None:
        QTest.keyClick(line, key)


# -- fields -------------------------------------------------------------------------------------


def test_a_chip_sets_a_choice_and_a_second_click_takes_it_off(desk: Desk, qtbot: QtBot) -> None:
    claim = desk.annotate(CLAIM, "claim")
    desk.panel.select_annotation(claim)
    QTest.mouseClick(named(desk, QPushButton, "Checkable: CFS"), Qt.MouseButton.LeftButton)
    assert desk.annotation(claim).attributes == {"check_worthiness": "CFS"}
    QTest.mouseClick(named(desk, QPushButton, "Checkable: NFS"), Qt.MouseButton.LeftButton)
    assert desk.annotation(claim).attributes == {"check_worthiness": "NFS"}
    assert not named(desk, QPushButton, "Checkable: CFS").isChecked()
    QTest.mouseClick(named(desk, QPushButton, "Checkable: NFS"), Qt.MouseButton.LeftButton)
    assert desk.annotation(claim).attributes == {}


def test_chips_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    claim = desk.annotate(CLAIM, "claim")
    desk.panel.select_annotation(claim)
    first = named(desk, QPushButton, "Quote: direct")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    QTest.keyClick(named(desk, QPushButton, "Quote: indirect"), Qt.Key.Key_Return)
    assert desk.annotation(claim).attributes == {"quote_type": "indirect"}


def test_a_list_sets_a_choice_and_its_first_line_takes_it_off(desk: Desk, qtbot: QtBot) -> None:
    claim = desk.annotate(CLAIM, "claim")
    desk.panel.select_annotation(claim)
    kinds = named(desk, QComboBox, "Type")
    kinds.setFocus()
    QTest.keyClick(kinds, Qt.Key.Key_Down)
    assert desk.annotation(claim).attributes == {"claim_type": "quantity"}
    QTest.keyClick(kinds, Qt.Key.Key_Up)
    assert desk.annotation(claim).attributes == {}
    assert named(desk, QComboBox, "Verdict").currentText() == "not rated"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("30000", 30000), ("30 000", 30000), ("4,8", 4.8), ("4.80", 4.8), ("-3", -3), ("+7", 7), ("0", 0)],
)
def test_a_number_is_typed_with_comma_or_point(desk: Desk, qtbot: QtBot, typed: str, value: float) -> None:
    number = desk.annotate("30 дней", "number")
    desk.panel.select_annotation(number)
    retype(qtbot, named(desk, QLineEdit, "Value"), typed, Qt.Key.Key_Return)
    stored = desk.annotation(number).attributes["value"]
    assert stored == value
    assert type(stored) is type(value)


def test_a_number_field_takes_no_letters(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.select_annotation(desk.annotate("30 дней", "number"))
    line = named(desk, QLineEdit, "Value")
    retype(qtbot, line, "3a0x,5,1")
    assert line.text() == "30,51"


def test_half_a_number_is_told_and_kept(desk: Desk, qtbot: QtBot) -> None:
    number = desk.annotate("30 дней", "number", {"value": 30})
    desk.panel.select_annotation(number)
    retype(qtbot, named(desk, QLineEdit, "Value"), "-", Qt.Key.Key_Return)
    assert problem(desk) == ["Value is a number, not “-”."]
    assert desk.annotation(number).attributes == {"value": 30}
    other = desk.annotate("30 мың", "number", {"value": 7})
    desk.panel.select_annotation(other)
    assert problem(desk) == []
    desk.panel.select_annotation(number)
    assert named(desk, QLineEdit, "Value").text() == "-"
    assert problem(desk) == ["Value is a number, not “-”."]
    retype(qtbot, named(desk, QLineEdit, "Value"), "31", Qt.Key.Key_Return)
    assert desk.annotation(number).attributes == {"value": 31}
    assert problem(desk) == []


def test_a_range_that_ends_before_it_begins(desk: Desk, qtbot: QtBot) -> None:
    number = desk.annotate("30 дней", "number", {"min_value": 5, "max_value": 7})
    desk.panel.select_annotation(number)
    retype(qtbot, named(desk, QLineEdit, "To"), "3", Qt.Key.Key_Return)
    assert problem(desk) == ["The range ends (3) before it begins (5)."]
    assert desk.annotation(number).attributes["max_value"] == 7
    retype(qtbot, named(desk, QLineEdit, "From"), "2", Qt.Key.Key_Return)
    assert dict(desk.annotation(number).attributes) == {"min_value": 2, "max_value": 3}


def test_nothing_is_written_while_one_types_and_escape_restores(desk: Desk, qtbot: QtBot) -> None:
    speaker = desk.annotate("Асет Оспанов", "speaker", {"role": "директор"})
    desk.panel.select_annotation(speaker)
    line = named(desk, QLineEdit, "Role")
    before = desk.session.next_undo()
    retype(qtbot, line, "boss")
    assert desk.session.next_undo() == before
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "директор"
    assert desk.annotation(speaker).attributes == {"role": "директор"}
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.session.next_undo() == before


def test_leaving_a_field_keeps_what_was_typed(desk: Desk, qtbot: QtBot) -> None:
    speaker = desk.annotate("Асет Оспанов", "speaker")
    desk.panel.select_annotation(speaker)
    retype(qtbot, named(desk, QLineEdit, "Role"), "директор", Qt.Key.Key_Tab)
    assert desk.annotation(speaker).attributes == {"role": "директор"}
    assert named(desk, QLineEdit, "Organisation").hasFocus()


def test_choosing_another_annotation_keeps_what_was_typed(desk: Desk, qtbot: QtBot) -> None:
    speaker = desk.annotate("Асет Оспанов", "speaker")
    other = desk.annotate("Гүлнар Сейт", "speaker")
    desk.panel.select_annotation(speaker)
    retype(qtbot, named(desk, QLineEdit, "Role"), "директор")
    desk.panel.select_annotation(other)
    assert desk.annotation(speaker).attributes == {"role": "директор"}
    assert desk.annotation(other).attributes == {}
    assert named(desk, QLineEdit, "Role").text() == ""


def test_a_sentence_grows_and_keeps_its_characters(desk: Desk, qtbot: QtBot) -> None:
    claim = desk.annotate(CLAIM, "claim")
    desk.panel.select_annotation(claim)
    edit = named(desk, QPlainTextEdit, "In its own words")
    low = edit.height()
    words = "Записи хранятся 30\u00a0дней – сказали в\u00a0компании 🚢 «Көкжиек», и это проверяемо"
    retype(qtbot, edit, words)
    assert edit.height() > low
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert desk.annotation(claim).attributes == {"normalised_text": words}


def test_undo_brings_the_field_back(desk: Desk, qtbot: QtBot) -> None:
    speaker = desk.annotate("Асет Оспанов", "speaker")
    desk.panel.select_annotation(speaker)
    line = named(desk, QLineEdit, "Role")
    retype(qtbot, line, "директор", Qt.Key.Key_Return)
    desk.session.undo()
    assert line.text() == ""
    desk.session.redo()
    assert line.text() == "директор"


def test_a_step_elsewhere_leaves_what_is_being_typed(desk: Desk, qtbot: QtBot) -> None:
    speaker = desk.annotate("Асет Оспанов", "speaker")
    desk.panel.select_annotation(speaker)
    line = named(desk, QLineEdit, "Role")
    retype(qtbot, line, "дирек")
    desk.annotate("30 дней", "number")
    desk.suggest("4,8 млрд теңге", "number", {"value": 4_800_000_000})
    assert line.text() == "дирек"
    assert line.hasFocus()
    assert desk.annotation(speaker).attributes == {}
    desk.relate(desk.annotate(CLAIM, "claim"), "said_by", speaker)
    assert line.text() == "дирек"


def test_a_date_is_checked(desk: Desk, qtbot: QtBot) -> None:
    claim = desk.annotate(CLAIM, "claim")
    desk.panel.select_annotation(claim)
    retype(qtbot, named(desk, QLineEdit, "Said on"), "yesterday", Qt.Key.Key_Return)
    assert problem(desk) == ["Said on is a date such as 2023-07-04, not “yesterday”."]
    retype(qtbot, named(desk, QLineEdit, "Said on"), "2023-07", Qt.Key.Key_Return)
    assert desk.annotation(claim).attributes == {"claim_date": "2023-07"}


def test_a_span_is_shown_and_taken_off(desk: Desk, qtbot: QtBot) -> None:
    start = TEXT.index("шамамен")
    near = {"start": start, "end": start + 7, "text": "шамамен"}
    number = desk.annotate("30 мың", "number", {"value": 30000, "approximator": near})
    desk.panel.select_annotation(number)
    assert "“шамамен”" in texts(desk)
    QTest.mouseClick(named(desk, QToolButton, "Take off"), Qt.MouseButton.LeftButton)
    assert desk.annotation(number).attributes == {"value": 30000}


def test_the_window_can_show_a_problem(desk: Desk) -> None:
    desk.panel.select_annotation(desk.annotate("30 дней", "number"))
    desk.panel.show_problem("value", "Too many.")
    assert problem(desk) == ["Too many."]
    desk.panel.show_problem("", "The file is read-only.")
    assert "The file is read-only." in texts(desk)


def test_completions_come_from_the_article(desk: Desk, qtbot: QtBot) -> None:
    desk.annotate("Асет Оспанов", "speaker", {"organisation": "Көкжиек Group"})
    desk.panel.select_annotation(desk.annotate("Гүлнар Сейт", "speaker"))
    line = named(desk, QLineEdit, "Organisation")
    line.setFocus()
    QTest.keyClicks(line, "group")
    assert line.completer().currentCompletion() == "Көкжиек Group"


# -- card ---------------------------------------------------------------------------------------


def test_the_computed_value_follows_the_typing(desk: Desk, qtbot: QtBot) -> None:
    attributes = {"value": 30000, "modifier": "APPROX", "unit_text": "камера"}
    desk.panel.select_annotation(desk.annotate("30 мың", "number", attributes))
    assert named(desk, LabelChip, "≈\u00a030\u00a0000\u00a0камера").isVisible()
    retype(qtbot, named(desk, QLineEdit, "Value"), "31000")
    assert named(desk, LabelChip, "≈\u00a031\u00a0000\u00a0камера").isVisible()


def test_the_title_relabels_and_removes(desk: Desk, qtbot: QtBot) -> None:
    claim = desk.annotate(CLAIM, "claim")
    desk.panel.select_annotation(claim)
    menu = opened_menu(named(desk, QToolButton, "Claim: change or remove"))
    next(a for a in menu.actions() if a.text() == "Change to Speaker").trigger()
    assert desk.annotation(claim).label == "speaker"
    menu = opened_menu(named(desk, QToolButton, "Speaker: change or remove"))
    next(a for a in menu.actions() if a.text().startswith("Remove")).trigger()
    assert desk.session.project.annotations(desk.article_id) == []
    assert part(desk.panel, BriefCard).isVisible()


def test_the_note(desk: Desk, qtbot: QtBot) -> None:
    claim = desk.annotate(CLAIM, "claim")
    desk.panel.select_annotation(claim)
    retype(qtbot, named(desk, QPlainTextEdit, "Note"), "Сверить.", Qt.Key.Key_Return)
    assert desk.annotation(claim).note == "Сверить."
    tab(desk, "Notes 1")
    assert listed(named(desk, RowsView, "Notes on the article and its annotations"))[0][0] == "Сверить."


def test_focus_card_goes_to_the_first_field(desk: Desk) -> None:
    desk.panel.select_annotation(desk.annotate(CLAIM, "claim"))
    desk.panel.focus_card()
    assert named(desk, QPlainTextEdit, "In its own words").hasFocus()


def test_a_block_shows_its_role_and_why(desk: Desk, qtbot: QtBot) -> None:
    article = desk.session.project.article(desk.article_id)
    desk.panel.show_block(1, article.blocks[1])
    assert "Why: in <article>" in texts(desk)
    roles = named(desk, QComboBox, "Role of the paragraph")
    assert roles.currentText() == "Body"
    roles.setFocus()
    QTest.keyClick(roles, Qt.Key.Key_Down)
    assert desk.session.project.article(desk.article_id).blocks[1].role is Role.SUBHEADING
    assert "Why: set by hand; the import said body: in <article>" in texts(desk)


def test_clear_shows_nothing_and_takes_steps(desk: Desk) -> None:
    claim = desk.annotate(CLAIM, "claim")
    desk.panel.select_annotation(claim)
    desk.panel.clear()
    assert part(desk.panel, BriefCard).isVisible()
    assert listed(entries(desk)) == []
    desk.annotate("30 дней", "number")
    desk.panel.select_annotation(claim)
    desk.panel.select_suggestion(claim)
    assert part(desk.panel, BriefCard).isVisible()


# -- relations ----------------------------------------------------------------------------------


def choose(combo: QComboBox, words: str) -> None:
    """Open the list and take the line that begins so, as a click there does."""
    combo.showPopup()
    index = next(i for i in range(combo.count()) if combo.itemText(i).startswith(words))
    combo.hidePopup()
    combo.activated.emit(index)


def test_a_relation_is_chosen_followed_and_taken_off(desk: Desk, qtbot: QtBot) -> None:
    far = desk.annotate("Гүлнар Сейт", "speaker")
    near = desk.annotate("Асет Оспанов", "speaker", {"canonical_name": "Асет Оспанов"})
    claim = desk.annotate(CLAIM, "claim")
    desk.panel.select_annotation(claim)
    combo = named(desk, QComboBox, "Add: Said by")
    combo.showPopup()
    assert [combo.itemData(i) for i in range(combo.count())] == [near, far]
    combo.hidePopup()
    choose(combo, "Асет")
    [relation] = desk.session.project.relations(desk.article_id)
    assert (relation.source, relation.type, relation.target) == (claim, "said_by", near)
    choose(named(desk, QComboBox, "Add: Said by"), "Гүлнар")
    [relation] = desk.session.project.relations(desk.article_id)
    assert relation.target == far
    chip = named(desk, RelationChip, "Said by: Гүлнар Сейт")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, chip.height() // 2))
    assert desk.told[-1] == ("annotation_chosen", far)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, chip.height() // 2))
    assert desk.session.project.relations(desk.article_id) == []


def test_a_relation_chip_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    speaker = desk.annotate("Асет Оспанов", "speaker")
    claim = desk.annotate(CLAIM, "claim")
    desk.panel.select_annotation(claim)
    desk.relate(claim, "said_by", speaker)
    chip = named(desk, RelationChip, "Said by: Асет Оспанов")
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert desk.told == [("annotation_chosen", speaker)]
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert desk.session.project.relations(desk.article_id) == []


def test_relations_are_seen_from_both_ends(desk: Desk) -> None:
    speaker = desk.annotate("Асет Оспанов", "speaker")
    claim = desk.annotate(CLAIM, "claim")
    desk.relate(claim, "said_by", speaker)
    desk.panel.select_annotation(speaker)
    named(desk, RelationChip, f"← Said by: {CLAIM}").removed.emit()
    assert desk.session.project.relations(desk.article_id) == []


def test_unusual_relations_are_behind_the_menu(desk: Desk) -> None:
    claim = desk.annotate(CLAIM, "claim")
    other = desk.annotate("30 мың камера бар", "claim")
    desk.panel.select_annotation(claim)
    with pytest.raises(StopIteration):
        named(desk, QComboBox, "Add: Contradicts")
    menu = opened_menu(named(desk, QPushButton, "Add another kind of relation"))
    next(a for a in menu.actions() if a.text() == "Contradicts").trigger()
    combo = named(desk, QComboBox, "Add: Contradicts")
    combo.hidePopup()
    choose(combo, "30 мың")
    desk.panel.select_annotation(other)
    assert named(desk, RelationChip, f"Contradicts: {CLAIM}").isVisible()


def opened_menu(button: QToolButton | QPushButton) -> QMenu:
    menu = button.menu()
    menu.aboutToShow.emit()
    return menu


# -- suggestions --------------------------------------------------------------------------------


def test_a_suggestion_says_why_and_is_accepted_with_edits(desk: Desk, qtbot: QtBot) -> None:
    suggestion = desk.suggest("4,8 млрд теңге", "number", {"value": 4_800_000_000})
    desk.panel.select_suggestion(suggestion)
    assert "Why: numbers · thousands or millions · 87 %" in texts(desk)
    assert desk.panel.edited_suggestion(suggestion) is None
    line = named(desk, QLineEdit, "Unit")
    retype(qtbot, line, "KZT", Qt.Key.Key_Tab)
    edited = {"value": 4_800_000_000, "unit": "KZT"}
    assert desk.panel.edited_suggestion(suggestion) == edited
    assert desk.told == []
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.told == [("suggestion_decided", (True, edited))]
    [made] = desk.session.project.annotations(desk.article_id)
    assert made.attributes == edited
    assert desk.session.project.suggestion(suggestion).decision is Decision.EDITED


def test_a_suggestion_says_what_is_accepted_with_it(desk: Desk) -> None:
    number = desk.suggestion_of("4,8 млрд теңге", "number")
    claim = replace(desk.suggestion_of(CLAIM, "claim"), relations=({"type": "has_number", "to": number.id},))
    desk.session.put_suggestions(desk.article_id, {"numbers": [number, claim]})
    desk.show()
    desk.panel.select_suggestion(claim.id)
    assert "Accepted with it:\nHas number → 4,8 млрд теңге" in texts(desk)
    desk.panel.select_suggestion(number.id)
    assert not any(said.startswith("Accepted with it") for said in texts(desk))


def test_a_suggestion_is_rejected(desk: Desk, qtbot: QtBot) -> None:
    suggestion = desk.suggest("4,8 млрд теңге", "number", {"value": 4_800_000_000})
    desk.panel.select_suggestion(suggestion)
    button = next(b for b in desk.panel.findChildren(QPushButton) if b.text() == "Reject" and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.told == [("suggestion_decided", (False, None))]
    assert part(desk.panel, BriefCard).isVisible()
    desk.session.undo()
    desk.panel.select_suggestion(suggestion)
    assert "Why: numbers · thousands or millions · 87 %" in texts(desk)


def test_a_suggestion_with_a_wrong_value_is_not_accepted(desk: Desk, qtbot: QtBot) -> None:
    suggestion = desk.suggest("4,8 млрд теңге", "number", {"min_value": 5})
    desk.panel.select_suggestion(suggestion)
    retype(qtbot, named(desk, QLineEdit, "To"), "4", Qt.Key.Key_Return)
    assert problem(desk) == ["The range ends (4) before it begins (5)."]
    assert desk.told == []


# -- lists --------------------------------------------------------------------------------------


def test_the_list_nests_and_says_facts(desk: Desk) -> None:
    desk.annotate("Гүлнар Сейт", "speaker", {"role": "әкім", "organisation": "Қала"})
    claim = desk.annotate(CLAIM, "claim")
    desk.annotate("хранятся 30 дней", "number", {"value": 30, "unit": "day", "number_type": "duration"})
    assert listed(entries(desk)) == [
        (CLAIM, "no speaker", 0),
        ("хранятся 30 дней", "30\u00a0day", 1),
        ("Гүлнар Сейт", "әкім, Қала", 0),
    ]
    speaker = desk.annotate("Асет Оспанов", "speaker", {"kind": "person"})
    desk.relate(claim, "said_by", speaker)
    assert listed(entries(desk))[0] == (CLAIM, "→ Асет Оспанов", 0)
    assert listed(entries(desk))[2] == ("Асет Оспанов", "person", 0)
    desk.session.undo()
    assert listed(entries(desk))[0] == (CLAIM, "no speaker", 0)


def test_every_annotation_is_reached_by_click_and_by_arrow_keys(desk: Desk, qtbot: QtBot) -> None:
    outer = desk.annotate(CLAIM, "claim")
    same = desk.annotate(CLAIM, "cue")
    view = entries(desk)
    for row, identifier in enumerate((outer, same)):
        place = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert desk.told[-1] == ("annotation_chosen", identifier)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert desk.told[-1] == ("annotation_chosen", outer)


def test_the_list_follows_the_selection_silently(desk: Desk) -> None:
    claim = desk.annotate(CLAIM, "claim")
    number = desk.annotate("хранятся 30 дней", "number")
    desk.panel.select_annotation(number)
    assert entries(desk).currentIndex().row() == 1
    desk.panel.select_annotation(claim)
    assert entries(desk).currentIndex().row() == 0
    desk.panel.select_annotation(None)
    assert not entries(desk).currentIndex().isValid()
    assert desk.told == []


def test_suggestions_are_listed_when_wanted(desk: Desk, qtbot: QtBot) -> None:
    desk.annotate(CLAIM, "claim")
    suggestion = desk.suggest("4,8 млрд теңге", "number", {"value": 4_800_000_000, "unit": "KZT"})
    assert len(listed(entries(desk))) == 1
    QTest.mouseClick(named(desk, QPushButton, "List open suggestions too"), Qt.MouseButton.LeftButton)
    assert listed(entries(desk))[1] == ("4,8 млрд теңге", "4\u00a0800\u00a0000\u00a0000\u00a0KZT", 0)
    view = entries(desk)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 0)).center()
    )
    assert desk.told == [("suggestion_chosen", suggestion)]


def test_speakers_are_people_not_mentions(desk: Desk, qtbot: QtBot) -> None:
    name: dict[str, Any] = {"canonical_name": "Асет Оспанов"}
    first = desk.annotate("директор Асет Оспанов", "speaker", name | {"role": "директор"})
    desk.annotate("Асет Оспанов", "speaker", name)
    desk.annotate("Гүлнар Сейт", "speaker")
    desk.relate(desk.annotate(CLAIM, "claim"), "said_by", first)
    tab(desk, "Speakers 2")
    view = named(desk, RowsView, "Speakers")
    assert [row[:2] for row in listed(view)] == [("Асет Оспанов", "claims 1"), ("Гүлнар Сейт", "claims 0")]
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center()
    )
    assert desk.told == [("annotation_chosen", first)]


def test_guidelines_follow_the_label(desk: Desk) -> None:
    tab(desk, "Guidelines")
    browser = part(desk.panel, Guidelines)
    everything = browser.toPlainText()
    desk.panel.select_annotation(desk.annotate("30 дней", "number"))
    number = browser.toPlainText()
    assert number.startswith("Number")
    assert "30 тыс." in number
    assert len(number) < len(everything)


# -- looks --------------------------------------------------------------------------------------


@pytest.mark.parametrize("points", [10.0, 15.0, 20.0])
@pytest.mark.parametrize("width", [300, 420])
def test_nothing_is_wider_than_the_panel(desk: Desk, qtbot: QtBot, width: int, points: float) -> None:
    long = desk.annotate("Электроэнергетикалықжабдықтаушыларыңыздардыңөкілдерімен кездесу өтті", "claim")
    desk.relate(long, "said_by", desk.annotate("Асет Оспанов", "speaker"))
    desk.relate(long, "contradicts", desk.annotate(CLAIM, "claim"))
    font = desk.panel.font()
    font.setPointSizeF(points)
    desk.panel.setFont(font)
    desk.panel.setGeometry(0, 0, width, 900)
    for selected in (long, desk.annotate("30 дней", "number")):
        desk.panel.select_annotation(selected)
        qtbot.wait(30)
        area = part(desk.panel, QScrollArea)
        assert part(area, QWidget, "cardArea").width() <= area.viewport().width()
        for child in area.viewport().findChildren(QWidget):
            if child.isVisible() and not child.isWindow():
                right = child.mapTo(desk.panel, QPoint(child.width(), 0)).x()
                assert right <= width, child


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_control_has_a_name(desk: Desk, qtbot: QtBot, mode: theme.Mode) -> None:
    speaker = desk.annotate("Асет Оспанов", "speaker")
    claim = desk.annotate(CLAIM, "claim")
    desk.relate(claim, "said_by", speaker)
    desk.suggest("4,8 млрд теңге", "number", {"value": 1})
    for selected in (claim, speaker, desk.annotate("30 дней", "number")):
        desk.panel.select_annotation(selected)
        controls = [
            w
            for w in desk.panel.findChildren(QWidget)
            if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert len(controls) > 8
        for control in controls:
            assert control.accessibleName() or getattr(control, "text", str)(), control


def test_another_theme_is_taken_over_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.select_annotation(desk.annotate(CLAIM, "claim"))
    light = desk.panel.grab().toImage().pixelColor(2, 2).lightness()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, "dark")
    try:
        qtbot.wait(20)
        assert desk.panel.grab().toImage().pixelColor(2, 2).lightness() < light - 100
    finally:
        theme.apply(application, "light")
